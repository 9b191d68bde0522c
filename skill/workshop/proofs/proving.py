"""Proves every statement, on all cores: by the solver, and by interviews that are played."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from time import perf_counter
from typing import Any, NamedTuple

from skill.triage.knowledge import Knowledge
from skill.workshop.proofs.ending import ends
from skill.workshop.proofs.interviews import Patient, interview
from skill.workshop.proofs.patients import patients
from skill.workshop.proofs.reach import Example, Name, reach, wanted
from skill.workshop.proofs.reasons import untrue
from skill.workshop.proofs.theorems import THEOREMS, prove
from skill.workshop.proofs.undo import questions_heard, undone
from skill.workshop.proofs.verdicts import Broken, Verdict

Progress = Callable[[int, int], object]
"""Called with how many parts are done, of how many."""


class Proof(NamedTuple):
    """What everything comes to."""

    verdicts: tuple[Verdict, ...]
    examples: dict[Name, Example]

    @property
    def holds(self) -> bool:
        """Return whether every statement was proved."""
        return not any(one.broken for one in self.verdicts)


def prove_all(knowledge: Knowledge, on_progress: Progress = lambda _, __: None) -> Proof:
    """Return the proof of every statement."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        reached = pool.submit(prove_reach, knowledge)
        others = [pool.submit(one, knowledge) for one in (prove_undo, prove_reasons, prove_ends)]
        others += [pool.submit(prove, knowledge, letter) for letter in THEOREMS]
        parts: list[Future[Any]] = [reached, *others]
        for done, _ in enumerate(as_completed(parts), 1):
            on_progress(done, len(parts))
    verdict, examples = reached.result()
    verdicts = [verdict, *(one.result() for one in others)]
    return Proof(tuple(sorted(verdicts, key=lambda one: one.statement)), examples)


def prove_ends(knowledge: Knowledge) -> Verdict:
    """Return (f): every reply gets on; with the longest interview that is played."""
    verdict = ends(knowledge)
    most = max(sum(1 for _ in interview(knowledge, patient)) for patient in patients(knowledge))
    found = (*verdict.found, f"the longest that is played: {most} replies")
    return verdict._replace(found=found)


def prove_reach(
    knowledge: Knowledge, played: Iterable[Patient] | None = None
) -> tuple[Verdict, dict[Name, Example]]:
    """Return (g): whether everything is come to, and the shortest example of each."""
    started = perf_counter()
    names = wanted(knowledge)
    examples = reach(knowledge, patients(knowledge) if played is None else played)
    missing = [Broken(" ".join(name), {}) for name in names if name not in examples]
    found = {name: examples[name] for name in names if name in examples}
    seconds = perf_counter() - started
    return Verdict("g", f"{len(names)} to reach", seconds, tuple(missing)), found


def prove_undo(knowledge: Knowledge) -> Verdict:
    """Return (i): whether every answer can be taken back and given again."""
    started = perf_counter()
    count, changed = undone(knowledge, questions_heard(knowledge, patients(knowledge)))
    seconds = perf_counter() - started
    return Verdict("i", f"{count:,} answers taken back", seconds, tuple(changed))


def prove_reasons(knowledge: Knowledge) -> Verdict:
    """Return (p): whether every reason that is told was answered so."""
    started = perf_counter()
    count, broken = untrue(knowledge, patients(knowledge))
    seconds = perf_counter() - started
    return Verdict("p", f"{count:,} reasons told", seconds, tuple(broken))

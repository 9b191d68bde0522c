"""Proves every statement, on all cores: what takes longest is each place's walk."""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from time import perf_counter
from typing import Any, NamedTuple

from skill.proofs.reach import Example, Name, reach, wanted
from skill.proofs.states import PLACE
from skill.proofs.theorems import THEOREMS, prove
from skill.proofs.undo import undone
from skill.proofs.verdicts import Broken, Verdict
from skill.proofs.walk import Place, walk
from skill.triage.knowledge import UNSURE, Knowledge

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


class Walked(NamedTuple):
    """A place, walked, and what came of taking answers back in it."""

    place: Place
    taken_back: int
    changed: tuple[Broken, ...]
    walking: float
    """Seconds."""
    undoing: float
    """Seconds."""


def places(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the places that an interview can be about, "unsure" among them."""
    return (*knowledge.findings[PLACE].values, UNSURE)


def prove_all(knowledge: Knowledge, on_progress: Progress = lambda _, __: None) -> Proof:
    """Return the proof of every statement."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        walks = [pool.submit(walk_through, knowledge, place) for place in places(knowledge)]
        theorems = [pool.submit(prove, knowledge, letter) for letter in THEOREMS]
        parts: list[Future[Any]] = [*walks, *theorems]
        for done, _ in enumerate(as_completed(parts), 1):
            on_progress(done, len(parts))
        walked = [one.result() for one in walks]
        verdicts = [one.result() for one in theorems]
    reached, examples = _reached(knowledge, walked)
    verdicts += [*verdicts_of(walked), reached]
    return Proof(tuple(sorted(verdicts, key=lambda one: one.statement)), examples)


def verdicts_of(walked: list[Walked]) -> list[Verdict]:
    """Return whether the statements about every interview hold in these places."""
    return [_early(walked), _ends(walked), _undone(walked)]


def walk_through(knowledge: Knowledge, place: str) -> Walked:
    """Return a place, walked, with an answer taken back at every question at every level."""
    started = perf_counter()
    walked = walk(knowledge, place)
    between = perf_counter()
    count, changed = undone(knowledge, place, walked.asked)
    return Walked(walked, count, tuple(changed), between - started, perf_counter() - between)


def _early(walked: list[Walked]) -> Verdict:
    broken = [
        Broken(f"a result without all that must be asked: {one.place.place}", answers)
        for one in walked
        for answers in one.place.early
    ]
    mild = sum(one.place.mild for one in walked)
    ends = sum(one.place.ends for one in walked)
    seconds = sum(one.walking for one in walked)
    over = f"{mild:,} mild results among {ends:,} ways to end"
    return Verdict("e", over, seconds, tuple(broken))


def _ends(walked: list[Walked]) -> Verdict:
    """Return (f), with the longest interview of each place; walked along with (e)."""
    circles = [
        Broken(f"an interview goes round in a circle: {one.place.place}", one.place.circle)
        for one in walked
        if one.place.circle is not None
    ]
    lengths = [
        f"{one.place.place}: {one.place.states:,} states, at most {one.place.longest} answers"
        for one in walked
        if one.place.circle is None
    ]
    states = sum(one.place.states for one in walked)
    return Verdict("f", f"{states:,} states", 0, tuple(circles), tuple(lengths))


def _reached(knowledge: Knowledge, walked: list[Walked]) -> tuple[Verdict, dict[Name, Example]]:
    started = perf_counter()
    names = list(wanted(knowledge))
    examples = reach(knowledge, [answers for one in walked for answers in one.place.results])
    missing = [Broken(" ".join(name), {}) for name in names if name not in examples]
    seconds = perf_counter() - started
    found = {name: examples[name] for name in names if name in examples}
    return Verdict("g", f"{len(names)} to reach", seconds, tuple(missing)), found


def _undone(walked: list[Walked]) -> Verdict:
    count = sum(one.taken_back for one in walked)
    seconds = sum(one.undoing for one in walked)
    changed = tuple(broken for one in walked for broken in one.changed)
    return Verdict("i", f"{count:,} answers taken back", seconds, changed)

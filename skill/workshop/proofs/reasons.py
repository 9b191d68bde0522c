"""That no reason names what was not answered so: every sentence of every result that is played."""

from collections.abc import Callable, Iterable, Iterator

from skill.dialogue.results import verdict, why
from skill.dialogue.turns import Phrase
from skill.triage.assessment import assess
from skill.triage.knowledge import UNSURE, Answers, Knowledge
from skill.workshop.proofs.interviews import Patient, outcome
from skill.workshop.proofs.verdicts import Broken

Tell = Callable[[Knowledge, Answers], tuple[Phrase, ...]]

NOT_KNOWN, NOT_SURE = "say.reason_unknown", "say.because_unsure"
"""What names a sign that nobody answered, and one that somebody was not sure of."""


def told(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return all that is said of a result and of why it is that."""
    said = verdict(knowledge, answers, assess(knowledge, answers))
    return (*said, *why(knowledge, answers))


def untrue(
    knowledge: Knowledge, patients: Iterable[Patient], tell: Tell = told
) -> tuple[int, list[Broken]]:
    """Return how many reasons were told, and those that no answer bears out (A5).

    What could say more is named as not known, and must not be known.
    """
    count, broken = 0, []
    for patient in patients:
        answers, _ = outcome(knowledge, patient)
        for name, said, known in _named(tell(knowledge, answers)):
            count += 1
            if (answers.get(name) == said) != known:
                broken.append(Broken(f"a reason names {name} = {said}", answers))
    return count, broken


def _named(said: Iterable[Phrase], within: str = "") -> Iterator[tuple[str, str, bool]]:
    """Yield (finding, answer, whether it is named as known) of what is said, within it as well."""
    for one in said:
        kind, name, *form = one.key.split(".")
        if kind == "question":
            answer = UNSURE if within == NOT_SURE else form[form[0] == "value"]
            yield name, answer, within != NOT_KNOWN
        for _, fill in one.fill:
            inner = [fill] if isinstance(fill, Phrase) else fill
            told = [part for part in inner if isinstance(part, Phrase)]
            yield from _named(told, within or one.key)

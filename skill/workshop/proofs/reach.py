"""What callers can come to: every level, leaning, professional and self-care item, by example."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from skill.triage.assessment import PAGES, Assessment, assess
from skill.triage.interview import HEDGED, READ_BACK
from skill.triage.knowledge import (
    NO,
    Answers,
    Item,
    Knowledge,
    Label,
    Level,
    Professional,
)
from skill.workshop.proofs.interviews import Patient, outcome, tips
from skill.workshop.proofs.requirements import unheard

Name = tuple[str, str]
"""A kind and an entry: ("professional", "neurologist (2)")."""


class Example(NamedTuple):
    """The shortest interview found that comes to something."""

    replies: int
    answers: Answers
    """What is not denied in it."""


def wanted(knowledge: Knowledge) -> list[Name]:
    """Return everything that somebody must be able to come to, each entry of a shared id."""
    apart = told_apart(knowledge)
    return [
        *(("level", level.id) for level in Level),
        *(("leaning", name) for name in _numbered(apart.labels) if name not in unheard()),
        *(("professional", one.id) for one in apart.professionals),
        *(("self-care", one.id) for one in apart.items),
    ]


def told_apart(knowledge: Knowledge) -> Knowledge:
    """Return the same medicine in which no two professionals, or items, share an id.

    The id of a label stays, because others name it; the label itself tells which it is.
    """
    professionals = zip(knowledge.professionals, _numbered(knowledge.professionals), strict=True)
    items = zip(knowledge.items, _numbered(knowledge.items), strict=True)
    return knowledge._replace(
        professionals=tuple(one._replace(id=name) for one, name in professionals),
        items=tuple(one._replace(id=name) for one, name in items),
    )


def _numbered(entries: Iterable[Label | Professional | Item]) -> list[str]:
    """Return the id of each, but "mixed (2)" for the second of an id."""
    seen: Counter[str] = Counter()
    names = []
    for one in entries:
        seen[one.id] += 1
        names.append(f"{one.id} ({seen[one.id]})" if seen[one.id] > 1 else one.id)
    return names


def reach(knowledge: Knowledge, patients: Iterable[Patient]) -> dict[Name, Example]:
    """Return an example of everything that somebody of these patients comes to."""
    apart = told_apart(knowledge)
    examples: dict[Name, Example] = {}
    for patient in patients:
        for name, example in _heard(apart, patient):
            if name not in examples or example.replies < examples[name].replies:
                examples[name] = example
    return examples


def _heard(knowledge: Knowledge, patient: Patient) -> Iterator[tuple[Name, Example]]:
    """Yield what a patient comes to, with how many replies that took.

    What is asked for the tips may open a door that was not known to be safe before.
    """
    answers, replies = outcome(knowledge, patient)
    result = assess(knowledge, answers)
    at_result = Example(replies, _told(answers))
    yield ("level", result.level.id), at_result
    if result.decided:
        label = _numbered(knowledge.labels)[knowledge.labels.index(result.label)]
        yield ("leaning", label), at_result
    yield from ((name, at_result) for name in _doors(result))
    for page in tips(knowledge, answers, patient):
        after = Example(replies + page.replies, _told(page.answers))
        yield from ((("self-care", item), after) for item in page.items)
        yield from ((name, after) for name in _doors(assess(knowledge, page.answers)))


def _doors(result: Assessment) -> Iterator[Name]:
    """Yield whom to see, first and later."""
    yield from (("professional", one) for one in (result.professional, result.later) if one)


def _told(answers: Answers) -> Answers:
    """Return what is not denied, but for what every interview has."""
    usual = {HEDGED, READ_BACK, *PAGES}
    return {name: said for name, said in answers.items() if said != NO and name not in usual}

"""Every interview of a place, state by state, through the core's own ``next_ask``."""

from collections.abc import Hashable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from skill.proofs.formulas import values_of
from skill.proofs.requirements import must_ask
from skill.proofs.states import PLACE, Ahead, States
from skill.triage.interview import READ_BACK, Ask, level_of, next_ask, reached
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Knowledge
from skill.triage.leaning import label_of
from skill.triage.rules import met

AGE, ADULT = "age_band", "adult_18_plus"

Reply = tuple[tuple[str, str], ...]
"""What one answer records."""


class Place(NamedTuple):
    """All interviews of a place, once each state has been visited."""

    place: str
    states: int
    ends: int
    """Answers of all kinds after which an interview is over but for the read-back."""
    mild: int
    """How many of them come to a mild result: one that is read back."""
    longest: int
    """The most answers up to a result, if no interview goes round in a circle."""
    circle: Answers | None
    """Answers after which an interview goes round in a circle, if any does."""
    early: tuple[Answers, ...]
    """Answers after which a mild result is due though something was not asked."""
    results: tuple[Answers, ...]
    """Answers of results: the shortest to each state, in the order of their length."""
    asked: tuple[Answers, ...]
    """Answers after which something is asked: the shortest to each question at each level, and
    to each read-back."""


class _State(NamedTuple):
    """Some answers, what is asked next, and what may still matter."""

    answers: Answers
    due: Ask | None
    ahead: Ahead


class _Visited(NamedTuple):
    """Every state, and where each answer leads."""

    states: list[_State]
    following: list[list[int]]
    """Of each state, the numbers of those that its answers lead to."""
    ends: list[Ask | None]
    """What is due after each answer that ends an interview."""


def walk(knowledge: Knowledge, place: str) -> Place:
    """Return what all interviews come to in which the place is this one, or "unsure"."""
    states, following, ends = _visit(knowledge, States(knowledge, place))
    results = [one for one in states if _is_result(one.due)]
    most, circle = longest(following)
    return Place(
        place=place,
        states=len(states),
        ends=len(ends),
        mild=sum(_is_mild(due) for due in ends),
        longest=most,
        circle=states[min(circle)].answers if circle else None,
        early=tuple(one.answers for one in results if _is_early(knowledge, one, place)),
        results=tuple(one.answers for one in results),
        asked=_asked(knowledge, states),
    )


def _visit(knowledge: Knowledge, states: States) -> _Visited:
    """Return every state, the shortest interviews first."""
    numbers: dict[Hashable, int] = {}
    found = _Visited([_State({}, next_ask(knowledge, {}), states.start)], [], [])
    for now in found.states:  # grows while it is read
        leads_to: list[int] = []
        for reply in replies(knowledge, now.due, states.place):
            answers = {**now.answers, **dict(reply)}
            due = next_ask(knowledge, answers)
            key, ahead = _key(knowledge, states, answers, due, now.ahead)
            number = numbers.setdefault(key, len(found.states))
            if number == len(found.states):
                found.states.append(_State(answers, due, ahead))
            if _is_result(due):
                found.ends.append(due)
            leads_to.append(number)
        found.following.append(leads_to)
    return found


def _asked(knowledge: Knowledge, states: list[_State]) -> tuple[Answers, ...]:
    """Return the first answers to each question at each level, and those of every read-back."""
    first: dict[Hashable, Answers] = {}
    for number, (answers, due, _) in enumerate(states):
        if due is not None:
            alike = number if _is_mild(due) else (due, reached(knowledge, answers))
            first.setdefault(alike, answers)
    return tuple(first.values())


def _is_result(due: Ask | None) -> bool:
    """Return whether the interview is over but for the read-back."""
    return due is None or _is_mild(due)


def _is_mild(due: Ask | None) -> bool:
    """Return whether a mild result is due: it is read back first."""
    return due is not None and due.step == READ_BACK


def _key(
    knowledge: Knowledge, states: States, answers: Answers, due: Ask | None, ahead: Ahead
) -> tuple[Hashable, Ahead]:
    """Return the key of a state, and what may still matter; results are told apart by label."""
    if not _is_result(due):
        return states.key(answers, ahead)
    if due is None:
        return reached(knowledge, answers), ahead
    level, label = level_of(knowledge, answers), label_of(knowledge, answers)
    return (level, label, _lacks(knowledge, answers, states.place)), ahead


def replies(knowledge: Knowledge, due: Ask | None, place: str) -> Iterator[Reply]:
    """Return every answer to what is due, the harmless ones first; the place is the given one."""
    if due is None or _is_result(due):
        return
    if due.is_screen:
        yield tuple((name, NO) for name in due.findings)
        yield from (((due.step, value),) for value in (YES, UNSURE))
        return
    (finding,) = due.findings
    if finding == PLACE:
        yield ((PLACE, place),)
    elif finding == AGE:
        yield from _ages(knowledge)
    else:
        yield from (((finding, value),) for value in _harmless_first(knowledge, finding))


def _ages(knowledge: Knowledge) -> Iterator[Reply]:
    """Return what an age records: the band, and whether it is an adult."""
    bands = knowledge.settings.bands[AGE]
    yield from (((AGE, band), (ADULT, YES)) for band, _ in bands)
    yield ((AGE, bands[0][0]), (ADULT, NO))
    yield ((AGE, UNSURE),)


def _harmless_first(knowledge: Knowledge, finding: str) -> list[str]:
    values = values_of(knowledge, finding)
    return sorted(values, key=lambda value: value != NO) if NO in values else list(values)


def _is_early(knowledge: Knowledge, one: _State, place: str) -> bool:
    """Return whether a mild result comes before all that its caller must be asked."""
    return _is_mild(one.due) and _lacks(knowledge, one.answers, place)


def _lacks(knowledge: Knowledge, answers: Answers, place: str) -> bool:
    """Return whether something that must be asked of this caller has no answer."""
    return any(
        name not in answers
        and met(when, answers)
        and met(knowledge.findings[name].only_if, answers) is not False
        for name, when in must_ask(place)
    )


def longest(following: list[list[int]]) -> tuple[int, list[int]]:
    """Return the most answers from the first state to any result, or a circle if there is one."""
    length = [0] * len(following)
    try:
        for number in TopologicalSorter(dict(enumerate(following))).static_order():
            length[number] = max((length[after] + 1 for after in following[number]), default=0)
    except CycleError as error:
        return 0, error.args[1]
    return length[0], []

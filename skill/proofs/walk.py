"""Every interview of a place, state by state, through the core's own ``next_ask``."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from skill.proofs.formulas import values_of
from skill.proofs.requirements import must_ask
from skill.proofs.states import PLACE, Left, States
from skill.triage.interview import READ_BACK, Ask, level_by, next_ask, reached
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Knowledge
from skill.triage.leaning import label_of
from skill.triage.rules import fired, met

AGE, ADULT = "age_band", "adult_18_plus"

Reply = tuple[tuple[str, str], ...]
"""What one answer records."""


class Place(NamedTuple):
    """All interviews of a place, once each state has been visited."""

    place: str
    states: int
    ends: int
    """Answers of all kinds after which an interview is over but for the read-back."""
    longest: int
    """The most answers up to a result, or -1 when some interview goes round in a circle."""
    early: tuple[Answers, ...]
    """Answers after which a mild result is due though something was not asked."""
    results: tuple[Answers, ...]
    """Answers of results: the shortest to each state, in the order of their length."""
    asked: tuple[Answers, ...]
    """Answers after which something is asked: the shortest to each question at each level."""


def walk(knowledge: Knowledge, place: str) -> Place:
    """Return what all interviews come to in which the place is this one, or "unsure"."""
    states = States(knowledge, place)
    numbers: dict[Hashable, int] = {}
    waiting = [_State({}, next_ask(knowledge, {}), states.start)]
    ahead: list[list[int]] = []
    ends = 0
    for now in waiting:  # grows while it is read: the shortest interviews come first
        ahead.append([])
        for reply in replies(knowledge, now.due, place):
            answers = {**now.answers, **dict(reply)}
            due = next_ask(knowledge, answers)
            ends += _is_result(due)
            key, left = _key(knowledge, states, answers, due, now.left)
            number = numbers.setdefault(key, len(waiting))
            if number == len(waiting):
                waiting.append(_State(answers, due, left))
            ahead[-1].append(number)
    results = [one for one in waiting if _is_result(one.due)]
    return Place(
        place=place,
        states=len(waiting),
        ends=ends,
        longest=longest(ahead),
        early=tuple(one.answers for one in results if _is_early(knowledge, one, place)),
        results=tuple(one.answers for one in results),
        asked=_asked(knowledge, waiting),
    )


class _State(NamedTuple):
    """Some answers, what is asked next, and what may still matter."""

    answers: Answers
    due: Ask | None
    left: Left


def _asked(knowledge: Knowledge, states: list[_State]) -> tuple[Answers, ...]:
    """Return the first answers to each question at each level."""
    first: dict[Hashable, Answers] = {}
    for answers, due, _ in states:
        if not _is_result(due):
            first.setdefault((due, reached(knowledge, answers)), answers)
    return tuple(first.values())


def _is_result(due: Ask | None) -> bool:
    """Return whether the interview is over but for the read-back."""
    return due is None or due.step == READ_BACK


def _key(
    knowledge: Knowledge, states: States, answers: Answers, due: Ask | None, left: Left
) -> tuple[Hashable, Left]:
    """Return the key of a state, and what may still matter; results are told apart by label."""
    if not _is_result(due):
        return states.key(answers, left)
    if due is None:
        return reached(knowledge, answers), left
    found, label = fired(knowledge, answers, final=True), label_of(knowledge, answers)
    return (level_by(found, label), label.id, _lacks(knowledge, answers, states.place)), left


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
    return one.due is not None and _lacks(knowledge, one.answers, place)


def _lacks(knowledge: Knowledge, answers: Answers, place: str) -> bool:
    """Return whether something asked of everyone, or of everyone with pain there, has no answer."""
    return any(
        name not in answers and met(knowledge.findings[name].only_if, answers) is not False
        for name in must_ask(place)
    )


def longest(ahead: list[list[int]]) -> int:
    """Return the most answers from the first state to any result; -1 if there is a circle."""
    before = [0] * len(ahead)
    for following in ahead:
        for number in following:
            before[number] += 1
    length = [0] * len(ahead)
    ready = [number for number, count in enumerate(before) if not count]
    for number in ready:
        for after in ahead[number]:
            length[after] = max(length[after], length[number] + 1)
            before[after] -= 1
            if not before[after]:
                ready.append(after)
    return max(length) if len(ready) == len(ahead) else -1

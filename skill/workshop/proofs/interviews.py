"""The interview of a patient whose answers are known, reply by reply, as the core asks it.

Owns every reply that a question can get, and what it records.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from skill.triage.assessment import advice, advice_ask, next_page
from skill.triage.interview import HEDGED, READ_BACK, Ask, next_ask
from skill.triage.knowledge import EACH, NO, UNSURE, YES, Answers, Knowledge, Step

PLACE, AGE, ADULT = "main_region", "age_band", "adult_18_plus"

Reply = tuple[tuple[str, str], ...]
"""What one answer records."""

Patient = Mapping[str, str]
"""Finding -> answer; what a patient does not name is harmless."""

HARMLESS = {
    AGE: "25_39",
    ADULT: YES,
    PLACE: "lower_back",
    "duration": "lt_1w",
    "pain_level": "moderate",
    "worsening": "better",
    "injury_when": "longer",
    "stroke_when": "longer",
    "saddle_since": "before",
    "legs_since": "before",
    "spread_since": "long",
    "saddle_changed": "stool",
    "groin_or_belly": "groin",
    "medicine_which": "for_this",
    "leg_part": "lower",
}


class Asked(NamedTuple):
    """What is asked, the replies before it, and what the reply to it records."""

    before: tuple[Reply, ...]
    due: Ask
    reply: Reply


def interview(
    knowledge: Knowledge, patient: Patient, before: tuple[Reply, ...] = ()
) -> Iterator[Asked]:
    """Yield every question up to the result, the read-back as the last, and the reply to it.

    What nothing asks is told before the first question. It ends where it would go round in a
    circle: where a reply adds nothing to the answers.
    """
    before = before or _told(knowledge, patient)
    answers = recorded(before)
    while due := next_ask(knowledge, answers):
        reply = _reply(knowledge, due, patient, answers)
        yield Asked(before, due, reply)
        before, known = (*before, reply), answers
        answers = recorded(before)
        if answers == known:
            return


def _told(knowledge: Knowledge, patient: Patient) -> tuple[Reply, ...]:
    """Return what a patient has that nothing asks: it keeps coming back, or a no was hedged."""
    asked = {name for step in knowledge.steps for name in step.ask}
    asked |= {one.finding for one in knowledge.discriminators}
    asked |= {name for name, one in knowledge.findings.items() if one.advice_safety}
    told = patient.keys() & {HEDGED, *knowledge.findings} - asked
    return tuple(((name, YES),) for name in sorted(told) if patient[name] == YES)


def recorded(replies: Iterable[Reply]) -> Answers:
    """Return the answers that replies record, in their order."""
    return {name: value for reply in replies for name, value in reply}


def outcome(knowledge: Knowledge, patient: Patient) -> tuple[Answers, int]:
    """Return the answers at the result, and how many replies that took."""
    turns = list(interview(knowledge, patient))
    return recorded((*turns[-1].before, turns[-1].reply)), len(turns)


class Tips(NamedTuple):
    """A page of tips."""

    items: tuple[str, ...]
    answers: Answers
    """All answers by then."""
    replies: int
    """How many replies they took after the result."""


def tips(knowledge: Knowledge, answers: Answers, patient: Patient) -> Iterator[Tips]:
    """Yield the tips that are read after a result, page by page."""
    replies = 0
    while page := next_page(knowledge, answers):
        answers, replies = {**answers, page: YES}, replies + 1
        while due := advice_ask(knowledge, answers):
            reply = dict(_reply(knowledge, due, patient, answers))
            answers, replies = {**answers, **reply}, replies + 1
        yield Tips(advice(knowledge, answers), answers, replies)


def _reply(knowledge: Knowledge, due: Ask, patient: Patient, answers: Answers) -> Reply:
    """Return what a patient's reply records."""
    if due.step == READ_BACK:
        return ((READ_BACK, patient.get(READ_BACK, YES)),)
    said = {name: _said(name, patient) for name in due.findings}
    if due.is_screen:
        return _to_several(knowledge, due, patient, said, answers.get(due.step, ""))
    replies = tuple(said.items())
    if due.findings == (AGE,) and said[AGE] != UNSURE:
        return (*replies, (ADULT, adult_at(knowledge, said[AGE])))
    return replies


def _to_several(
    knowledge: Knowledge, due: Ask, patient: Patient, said: Answers, opened: str
) -> Reply:
    """Return the reply to several signs: a choice, a mark that opens them, or which were meant."""
    step = step_of(knowledge, due)
    if step.choices:
        fitting = (told for told in step.choices.values() if dict(told) == said)
        named = tuple((name, YES) for name, value in said.items() if value == YES)
        doubt = step.choices.get(UNSURE) or tuple((name, UNSURE) for name in said)
        return next(fitting, named or doubt)
    if opened in {YES, UNSURE}:
        which = tuple(name for name, value in said.items() if value == opened)
        return meant(knowledge, due, which, opened) if which else ((step.id, EACH),)
    if step.id in patient or set(said.values()) != {NO}:
        return ((step.id, patient.get(step.id) or (YES if YES in said.values() else UNSURE)),)
    return tuple(said.items())


def meant(knowledge: Knowledge, due: Ask, named: tuple[str, ...], opened: str = "") -> Reply:
    """Return what is recorded of several signs of which some were named.

    The others are asked again, but for those that nobody was unsure of. A sign that is asked in
    narrower words does not count yet: each is asked by itself.
    """
    if opened == UNSURE:
        rest = tuple((name, NO) for name in due.findings if name not in named)
        return ((due.step, NO), *((name, UNSURE) for name in named), *rest)
    wide = tuple((name, YES) for name in named if not knowledge.findings[name].narrow)
    return ((due.step, NO if len(wide) == len(named) else EACH), *wide)


def _said(finding: str, patient: Patient) -> str:
    return patient.get(finding) or HARMLESS.get(finding, NO)


def step_of(knowledge: Knowledge, due: Ask) -> Step:
    """Return the step that asks."""
    return next(one for one in knowledge.steps if one.id == due.step)


def adult_at(knowledge: Knowledge, band: str) -> str:
    """Return whether an age is an adult's."""
    least = dict(knowledge.settings.bands[AGE])[band]
    return YES if least >= knowledge.settings.adult_from else NO


def values_of(knowledge: Knowledge, finding: str) -> tuple[str, ...]:
    """Return every value that an answer to a finding can be recorded as."""
    one = knowledge.findings[finding]
    unsure = () if one.unsure_as else (UNSURE,)
    return (*(one.values or (YES, NO)), *unsure)


def replies(knowledge: Knowledge, due: Ask, opened: str = "") -> Iterator[Reply]:
    """Yield every reply to what is due; ``opened`` is what opened its signs, or ""."""
    if due.step == READ_BACK:
        yield from (((READ_BACK, said),) for said in (YES, NO))
    elif due.is_screen:
        yield from _to_signs(knowledge, due, opened)
    else:
        (finding,) = due.findings
        for value in values_of(knowledge, finding):
            known = finding == AGE and value != UNSURE
            adult = ((ADULT, adult_at(knowledge, value)),) if known else ()
            yield ((finding, value), *adult)


def _to_signs(knowledge: Knowledge, due: Ask, opened: str) -> Iterator[Reply]:
    """Yield every reply to several signs."""
    step, signs = step_of(knowledge, due), due.findings
    some = [named for many in range(1, len(signs) + 1) for named in combinations(signs, many)]
    if step.choices:
        yield from (tuple((name, YES) for name in named) for named in some)
        yield from step.choices.values()
        return
    yield from dict.fromkeys(meant(knowledge, due, named, opened) for named in some)
    if opened not in {YES, UNSURE}:
        yield tuple((name, NO) for name in signs)
        yield from (((step.id, said),) for said in (YES, UNSURE))
    yield ((step.id, EACH),)

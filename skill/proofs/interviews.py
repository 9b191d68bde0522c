"""The interview of a patient whose answers are known, reply by reply, as the core asks it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from skill.proofs.states import PLACE
from skill.proofs.walk import ADULT, AGE, Reply
from skill.triage.assessment import advice, advice_ask, next_page
from skill.triage.interview import READ_BACK, Ask, next_ask
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Knowledge

Patient = Mapping[str, str]
"""Finding -> answer; what a patient does not name is harmless."""

HARMLESS = {
    AGE: "under_50",
    ADULT: YES,
    PLACE: "lower_back",
    "duration": "lt_2w",
    "pain_level": "moderate",
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

    It ends where it would go round in a circle: where a reply adds nothing to the answers.
    """
    answers = recorded(before)
    while due := next_ask(knowledge, answers):
        reply = _reply(due, patient)
        yield Asked(before, due, reply)
        before, known = (*before, reply), answers
        answers = recorded(before)
        if answers == known:
            return


def recorded(replies: Iterable[Reply]) -> Answers:
    """Return the answers that replies record, in their order."""
    return {name: value for reply in replies for name, value in reply}


def outcome(knowledge: Knowledge, patient: Patient) -> tuple[Answers, int]:
    """Return the answers at the result, and how many replies that took."""
    replies = [one.reply for one in interview(knowledge, patient)]
    return recorded(replies), len(replies)


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
            answers, replies = {**answers, **dict(_reply(due, patient))}, replies + 1
        yield Tips(advice(knowledge, answers), answers, replies)


def _reply(due: Ask, patient: Patient) -> Reply:
    """Return what a patient's reply records."""
    if due.step == READ_BACK:
        return ((READ_BACK, YES),)
    said = [_said(name, patient) for name in due.findings]
    if due.is_screen and (due.step in patient or set(said) != {NO}):
        return ((due.step, patient.get(due.step) or (YES if YES in said else UNSURE)),)
    replies = tuple(zip(due.findings, said, strict=True))
    if due.findings == (AGE,) and said != [UNSURE]:
        return (*replies, (ADULT, _said(ADULT, patient)))
    return replies


def _said(finding: str, patient: Patient) -> str:
    return patient.get(finding) or HARMLESS.get(finding, NO)

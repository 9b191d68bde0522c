"""Taking an answer back and giving it again, with the conversation's own ``step``."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from skill.dialogue import conversation
from skill.dialogue.acts import BACK, NONE, UNSURE, YES, Act, age, choose, tell
from skill.dialogue.moves import go_on
from skill.dialogue.session import Session
from skill.dialogue.turns import Turn
from skill.triage import knowledge as core
from skill.triage.interview import READ_BACK, reached
from skill.triage.knowledge import EACH, Knowledge
from skill.workshop.proofs.interviews import (
    AGE,
    PLACE,
    Asked,
    Patient,
    Reply,
    interview,
    recorded,
    replies,
)
from skill.workshop.proofs.verdicts import Broken

CHILD_AT_LEAST = 5
"""Years of somebody in the first band."""
MARKS = {core.YES, core.UNSURE}
"""What opens the signs of a step."""
RIGHT, WRONG = ((READ_BACK, core.YES),), ((READ_BACK, core.NO),)

Step = Callable[[Knowledge, Session | None, Act], Turn]


def questions_heard(knowledge: Knowledge, patients: Iterable[Patient]) -> list[Asked]:
    """Return the first time that each question is heard at each level that is reached by then."""
    first: dict[Hashable, Asked] = {}
    for patient in patients:
        for one in interview(knowledge, patient):
            opened = recorded(one.before).get(one.due.step, "")
            level = reached(knowledge, recorded(one.before))
            first.setdefault((one.due, opened, level), one)
    return list(first.values())


def undone(
    knowledge: Knowledge, heard: Iterable[Asked], step: Step = conversation.step
) -> tuple[int, list[Broken]]:
    """Return how many answers were taken back and given again, and those that changed something.

    Each is a reply to a question that was heard; a read-back is also refused once and twice, and
    what it opens again is taken back in turn.
    """
    talk = _Talk(knowledge, step)
    count, broken = 0, []
    for one in heard:
        for said in _said(talk, one):
            count += 1
            if not talk.comes_to_the_same(said):
                broken.append(Broken("taking back the last answer", recorded(said)))
    return count, broken


def _said(talk: "_Talk", one: Asked) -> Iterator[list[Reply]]:
    """Yield the replies that lead to a question, with one more: each that can be given then."""
    before = list(one.before)
    if one.due.step == READ_BACK:
        yield [*before, RIGHT]
        yield from _refused(talk, [*before, WRONG], recorded(before))
        return
    opened = recorded(before).get(one.due.step, "")
    for reply in replies(talk.knowledge, one.due, opened):
        if opened in MARKS or reply != ((one.due.step, EACH),):  # unopened, that takes two misses
            yield [*before, reply]


def _refused(talk: "_Talk", refused: list[Reply], answers: Patient) -> Iterator[list[Reply]]:
    """Yield a refused read-back, each question that it opens, and the read-back's second time."""
    session = talk.after(refused).session or Session()
    turns = interview(talk.knowledge, answers, (tuple(session.answers.items()),))
    again = [one.reply for one in turns if one.due.step != READ_BACK]
    yield from ([*refused, *again[:many]] for many in range(len(again) + 1))
    yield from ([*refused, *again, reply] for reply in (RIGHT, WRONG))


class _Talk(NamedTuple):
    """The conversation with somebody whose replies are known."""

    knowledge: Knowledge
    step: Step

    def comes_to_the_same(self, said: list[Reply]) -> bool:
        """Return whether going back after these replies, and giving them again, changes nothing."""
        first = self.after(said)
        if first.session is None:
            return False
        turn = self.step(self.knowledge, first.session, BACK)
        kept = turn.session.history if turn.session else ()
        taken_back = said[len(kept) :]
        if first.session.history[: len(kept)] != kept or not self._is_one_step(taken_back):
            return False
        return self._hear(turn, taken_back) == first

    def _is_one_step(self, taken_back: list[Reply]) -> bool:
        """Return whether one reply was taken back, or a sign with all since its step was opened."""
        if len(taken_back) <= 1:
            return bool(taken_back)
        several = {one.id for one in self.knowledge.steps if len(one.ask) > 1}
        opened = not several.isdisjoint(dict(taken_back[0]))
        return opened and not {RIGHT, WRONG} & {*taken_back}

    def after(self, said: list[Reply]) -> Turn:
        """Return the turn after these replies.

        What comes before a read-back, or else before the last, is taken as recorded.
        """
        recorded = list(takewhile(lambda reply: reply not in {RIGHT, WRONG}, said[:-1]))
        begun = go_on(self.knowledge, Session(history=tuple(recorded)))
        return self._hear(begun, said[len(recorded) :])

    def _hear(self, turn: Turn, said: Iterable[Reply]) -> Turn:
        for reply in said:
            for act in _acts(self.knowledge, _asking(turn), reply):
                turn = self.step(self.knowledge, turn.session, act)
        return turn


def _asking(turn: Turn) -> str:
    """Return what is pending after a turn."""
    return turn.session.asking if turn.session else ""


def _acts(knowledge: Knowledge, asking: str, reply: Reply) -> Iterator[Act]:
    """Yield what a person says so that a reply to what is pending is recorded."""
    step = next((one for one in knowledge.steps if one.id == asking), None)
    finding = knowledge.findings.get(reply[0][0])
    if step is not None and asking not in knowledge.findings and asking != READ_BACK:
        yield _to_several(knowledge, step, reply)
    elif reply[0][0] == AGE and reply[0][1] != core.UNSURE:
        least = dict(knowledge.settings.bands[AGE])[reply[0][1]]
        yield age(str(least or CHILD_AT_LEAST))
    elif reply[0][1] == core.UNSURE:
        offers = len(finding.offers) if finding and reply[0][0] == PLACE else 0
        yield from [UNSURE] * (1 + bool(finding and finding.asked_twice) + offers)
    elif finding and finding.values:
        yield choose(*reply[0])
    else:
        yield Act(reply[0][1])


def _to_several(knowledge: Knowledge, step: core.Step, reply: Reply) -> Act:
    """Return what is said to several signs: a value, a mark, or the signs that are meant.

    A sign that is asked in narrower words is named by what is then asked one by one.
    """
    told = dict(reply)
    if value := next((value for value in step.choices if step.choices[value] == reply), ""):
        return UNSURE if value == core.UNSURE else choose(step.id, value)
    meant = [name for name, said in reply if said != core.NO and name != step.id]
    if meant and told.get(step.id) == EACH:
        meant += [name for name in step.ask if knowledge.findings[name].narrow]
    if meant:
        return tell(*((name, core.YES) for name in meant))
    if told.get(step.id) == EACH:
        return YES
    return {core.YES: YES, core.UNSURE: UNSURE}.get(told.get(step.id, ""), NONE)

"""Taking an answer back and giving it again, with the conversation's own ``step``."""

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from skill.dialogue import conversation
from skill.dialogue.acts import BACK, NONE, UNSURE, YES, Act, age, choose
from skill.dialogue.moves import go_on
from skill.dialogue.session import Session
from skill.dialogue.turns import Turn
from skill.proofs.interviews import interview
from skill.proofs.states import PLACE
from skill.proofs.verdicts import Broken
from skill.proofs.walk import ADULT, AGE, Reply, replies
from skill.triage import knowledge as core
from skill.triage.interview import READ_BACK, next_ask
from skill.triage.knowledge import Answers, Knowledge

CHILD = "12"
RIGHT, WRONG = ((READ_BACK, core.YES),), ((READ_BACK, core.NO),)

Step = Callable[[Knowledge, Session | None, Act], Turn]


def undone(
    knowledge: Knowledge, place: str, states: Iterable[Answers], step: Step = conversation.step
) -> tuple[int, list[Broken]]:
    """Return how many answers were taken back and given again, and those that changed something.

    Each is the last reply to what is due after some answers; a read-back is also refused once
    and twice, and what it opens again is taken back in turn.
    """
    talk = _Talk(knowledge, step)
    count, broken = 0, []
    for answers in states:
        for said in _said(talk, place, answers):
            count += 1
            if not talk.comes_to_the_same(said):
                broken.append(Broken("taking back the last answer", {**answers, **dict(said[-1])}))
    return count, broken


def _said(talk: "_Talk", place: str, answers: Answers) -> Iterator[list[Reply]]:
    """Yield the replies that lead to some answers, with one more: each that can be given then."""
    turns = interview(talk.knowledge, answers)
    before = [one.reply for one in turns if dict(one.reply).items() <= answers.items()]
    due = next_ask(talk.knowledge, answers)
    if due and due.step == READ_BACK:
        yield [*before, RIGHT]
        yield from _refused(talk, [*before, WRONG], answers)
    else:
        yield from ([*before, reply] for reply in replies(talk.knowledge, due, place))


def _refused(talk: "_Talk", refused: list[Reply], answers: Answers) -> Iterator[list[Reply]]:
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
        """Return whether one reply was taken back, or an item with all since its screen."""
        if len(taken_back) <= 1:
            return bool(taken_back)
        screens = {one.id for one in self.knowledge.steps if len(one.ask) > 1}
        return screens >= dict(taken_back[0]).keys() and not {RIGHT, WRONG} & {*taken_back}

    def after(self, said: list[Reply]) -> Turn:
        """Return the turn after these replies.

        What comes before a read-back, or else before the last, is taken as recorded.
        """
        recorded = list(takewhile(lambda reply: reply not in {RIGHT, WRONG}, said[:-1]))
        begun = go_on(self.knowledge, Session(history=tuple(recorded)))
        return self._hear(begun, said[len(recorded) :])

    def _hear(self, turn: Turn, said: Iterable[Reply]) -> Turn:
        for reply in said:
            for act in _acts(self.knowledge, reply):
                turn = self.step(self.knowledge, turn.session, act)
        return turn


def _acts(knowledge: Knowledge, reply: Reply) -> Iterator[Act]:
    """Yield what a person says so that a reply is recorded."""
    name, value = reply[0]
    finding = knowledge.findings.get(name)
    if name == AGE and value != core.UNSURE:
        years = dict(knowledge.settings.bands[AGE])[value] or knowledge.settings.adult_from
        yield age(str(years) if dict(reply).get(ADULT) == core.YES else CHILD)
    elif len(reply) > 1:
        yield NONE
    elif value == core.UNSURE:
        offers = len(finding.offers) if finding and name == PLACE else 0
        twice = bool(finding and finding.asked_twice)
        yield from [UNSURE] * (1 + twice + offers)
    elif finding and finding.values:
        yield choose(name, value)
    else:
        yield YES if value == core.YES else Act("no")

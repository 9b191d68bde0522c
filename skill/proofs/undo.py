"""Taking an answer back and giving it again, with the conversation's own ``step``."""

from collections.abc import Iterable, Iterator

from skill.dialogue.acts import BACK, NONE, UNSURE, YES, Act, age, choose
from skill.dialogue.conversation import step
from skill.dialogue.moves import go_on
from skill.dialogue.session import Session
from skill.dialogue.turns import Turn
from skill.proofs.interviews import interview
from skill.proofs.states import PLACE
from skill.proofs.verdicts import Broken
from skill.proofs.walk import ADULT, AGE, Reply, replies
from skill.triage import knowledge as core
from skill.triage.interview import next_ask
from skill.triage.knowledge import Answers, Knowledge

CHILD = "12"


def undone(knowledge: Knowledge, place: str, states: Iterable[Answers]) -> tuple[int, list[Broken]]:
    """Return how many answers were taken back and given again, and those that changed something."""
    count, broken = 0, []
    for answers in states:
        turns = interview(knowledge, answers)
        given = [one.reply for one in turns if dict(one.reply).items() <= answers.items()]
        for reply in replies(knowledge, next_ask(knowledge, answers), place):
            count += 1
            if not _comes_to_the_same(knowledge, [*given, reply]):
                broken.append(Broken("taking back the last answer", {**answers, **dict(reply)}))
    return count, broken


def _comes_to_the_same(knowledge: Knowledge, given: list[Reply]) -> bool:
    """Return whether going back after these replies, and giving them again, changes nothing."""
    before = go_on(knowledge, Session(history=tuple(given[:-1])))
    first = _answer(knowledge, before, given[-1])
    if first.session is None:
        return False
    turn = step(knowledge, first.session, BACK)
    if turn.session is None:
        return False
    kept = len(turn.session.history)
    if kept >= len(given) or turn.session.history != first.session.history[:kept]:
        return False
    for reply in given[kept:]:
        turn = _answer(knowledge, turn, reply)
    return turn == first


def _answer(knowledge: Knowledge, turn: Turn, reply: Reply) -> Turn:
    """Return the turn after the acts that record a reply."""
    for act in _acts(knowledge, reply):
        turn = step(knowledge, turn.session, act)
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
        offers = len(finding.values) if finding and name == PLACE else 0
        twice = bool(finding and finding.asked_twice)
        yield from [UNSURE] * (1 + twice + offers)
    elif finding and finding.values:
        yield choose(name, value)
    else:
        yield YES if value == core.YES else Act("no")

"""The conversation: one pure step from (session, act) to the next turn.

``reply`` is what the doors call; ``step`` is the only place where state changes.
"""

from typing import Any

from skill.dialogue.acts import Act, tell
from skill.dialogue.answers import answer
from skill.dialogue.asides import ASIDES, aside
from skill.dialogue.moves import ask, go_on, in_result, miss, parting, until
from skill.dialogue.questions import can_be_put
from skill.dialogue.session import SELF_CARE, Session, dump, load
from skill.dialogue.turns import Turn, phrase
from skill.triage.assessment import PAGES
from skill.triage.knowledge import YES, Knowledge

TOLD_FIRST = frozenset({"main_region"})
"""What somebody may name with the first words: a place, as what is told."""
_TIMES = tuple("123456789")
"""How many questions one can go back at once."""


def reply(knowledge: Knowledge, attributes: object, act: Act) -> Turn:
    """Return the turn that answers an act, given the attributes that Alexa handed back."""
    session = load(knowledge, attributes)
    if session is not None and not can_be_put(knowledge, session):
        session = None
    if session is None and attributes and act.name not in {"launch", "start_over", "stop"}:
        return go_on(knowledge, Session(), phrase("say.lost_place"))
    return step(knowledge, session, act)


def attributes_of(knowledge: Knowledge, turn: Turn) -> dict[str, Any]:
    """Return the session attributes of a turn: the state, and what the question is about."""
    if turn.session is None:
        return {}
    return {**dump(knowledge, turn.session), "asked": list(turn.asked)}


def step(knowledge: Knowledge, session: Session | None, act: Act) -> Turn:
    """Return the skill's reply to one act.

    Pure: the same three arguments always give the same turn. A reply counts for the
    question that was really asked (``session.asking``).
    """
    turn = _step(knowledge, session, act)
    slow = (turn.session or session or Session()).slow
    return turn._replace(slow=slow) if slow else turn


def _step(knowledge: Knowledge, session: Session | None, act: Act) -> Turn:
    if act.name == "stop":
        return _goodbye(knowledge, session)
    if act.name == "emergency":
        return _act_at_once(knowledge, session or Session(), act.value)
    if session is None or act.name == "launch":
        return _begin(knowledge, act)
    if act.name in ASIDES:
        return aside(knowledge, session._replace(misses=0), act)
    match act.name:
        case "start_over":
            return go_on(knowledge, session.with_history(()), phrase("say.opening_again"))
        case "back" | "correct":
            return _back_by(knowledge, session._replace(misses=0), act.value)
        case _:
            return answer(knowledge, session, act)


def _begin(knowledge: Knowledge, act: Act) -> Turn:
    """Open the skill; what came with the first words is taken up, after who speaks."""
    first = go_on(knowledge, Session(), phrase("say.opening"))
    if act.name == "choose" and act.finding in TOLD_FIRST:
        act = tell((act.finding, act.value))
    if act.name not in {"ask", "tell", "check", "for_other"} or first.session is None:
        return first
    asked = aside if act.name in ASIDES else answer
    turn = asked(knowledge, first.session, act)
    if turn.session is not None and turn.session.misses:
        return first
    return turn._replace(say=(phrase("say.opening_short"), *turn.say))


def _act_at_once(knowledge: Knowledge, session: Session, words: str) -> Turn:
    """Record words that act at once, in whatever state they are said."""
    if words not in {one.id for one in knowledge.words}:
        return miss(knowledge, session, phrase("say.emergency_alone"))
    return go_on(knowledge, session.record((words, YES)))


def _goodbye(knowledge: Knowledge, session: Session | None) -> Turn:
    """Leave; not without what is reached, nor from a result without the emergency rule."""
    if session is None:
        return Turn(say=(phrase("say.goodbye"),))
    goodbye = phrase("say.goodbye_result" if in_result(session) else "say.goodbye")
    return Turn(say=parting(knowledge, session, goodbye))


def _back_by(knowledge: Knowledge, session: Session, times: str) -> Turn:
    """Go back as many times as was said, at most to the first question."""
    turn = _back(knowledge, session)
    for _ in range(int(times) - 1 if times in _TIMES else 0):
        if turn.session is not None:
            turn = _back(knowledge, turn.session)
    return turn


def _back(knowledge: Knowledge, session: Session) -> Turn:
    """Return to what was asked before; its answers open again with all that followed.

    An item of a screen leads to the screen, the tips lead to the result.
    """
    if session.told or session.offered >= 0:
        now = session._replace(told=(), offered=-1)
        return ask(knowledge, now, phrase("say.going_back"))
    if not session.history:
        return ask(knowledge, session, phrase("say.back_at_start"))
    told = [page for page in PAGES if page in session.answers]
    mark = told[-1] if session.asking == SELF_CARE else _opened_screen(knowledge, session)
    history = until(session, mark) if mark else session.history[:-1]
    return go_on(knowledge, session.with_history(history), phrase("say.going_back"))


def _opened_screen(knowledge: Knowledge, session: Session) -> str:
    """Return the screen whose items are being asked one at a time, or ""."""
    asking, answers = session.asking, session.answers
    opened = [
        step.id for step in knowledge.steps if asking in (step.id, *step.ask) and step.id in answers
    ]
    return opened[0] if opened else ""

"""The conversation: one pure step from (session, act) to the next turn.

``reply`` is what the doors call; ``step`` is the only place where state changes.
"""

from skill.dialogue.acts import Act
from skill.dialogue.answers import answer
from skill.dialogue.moves import ask, go_on, in_result, parting, tell, until
from skill.dialogue.questions import OFFERS, can_be_put, help_for, why
from skill.dialogue.session import SELF_CARE, Session, load
from skill.dialogue.turns import Turn, phrase
from skill.triage.assessment import ADVICE, TIPS
from skill.triage.knowledge import Knowledge


def reply(knowledge: Knowledge, attributes: object, act: Act) -> Turn:
    """Return the turn that answers an act, given the attributes that Alexa handed back."""
    session = load(knowledge, attributes)
    if session is not None and not can_be_put(knowledge, session):
        session = None
    if session is None and attributes and act.name not in {"launch", "start_over", "stop"}:
        return go_on(knowledge, Session(), phrase("say.lost_place"))
    return step(knowledge, session, act)


def step(knowledge: Knowledge, session: Session | None, act: Act) -> Turn:
    """Return the skill's reply to one act.

    Pure: the same three arguments always give the same turn. A reply counts for the
    question that was really asked (``session.asking``).
    """
    if act.name == "stop":
        return _goodbye(knowledge, session)
    if session is None or act.name == "launch":
        return go_on(knowledge, Session(), phrase("say.opening"))
    if act.name in COMMANDS:
        session = session._replace(misses=0)
    match act.name:
        case "start_over":
            return go_on(knowledge, Session(), phrase("say.opening_again"))
        case "repeat":
            again = tell if session.asking in OFFERS else ask
            return again(knowledge, session)
        case "rephrase":
            return ask(knowledge, session, way="again")
        case "why":
            return ask(knowledge, session, why(knowledge, session))
        case "help":
            return ask(knowledge, session, help_for(knowledge, session))
        case "back":
            return _back(knowledge, session)
        case _:
            return answer(knowledge, session, act)


COMMANDS = frozenset({"repeat", "rephrase", "why", "help", "back"})
"""Understood in every state, so that they end a row of misses."""


def _goodbye(knowledge: Knowledge, session: Session | None) -> Turn:
    """Leave; not without what is reached, nor from a result without the emergency rule."""
    if session is None:
        return Turn(say=(phrase("say.goodbye"),))
    goodbye = phrase("say.goodbye_result" if in_result(session) else "say.goodbye")
    return Turn(say=parting(knowledge, session, goodbye))


def _back(knowledge: Knowledge, session: Session) -> Turn:
    """Return to what was asked before; its answers open again with all that followed.

    An item of a screen leads to the screen, the tips lead to the result.
    """
    if session.told or session.offered >= 0:
        now = session._replace(told=None, offered=-1)
        return ask(knowledge, now, phrase("say.going_back"))
    if not session.history:
        return ask(knowledge, session, phrase("say.back_at_start"))
    mark = TIPS if session.asking == SELF_CARE else _opened_screen(knowledge, session)
    history = until(session, mark) if mark else session.history[:-1]
    before = Session(history=history, reopened=session.reopened)
    return go_on(knowledge, before, phrase("say.going_back"))


def _opened_screen(knowledge: Knowledge, session: Session) -> str:
    """Return the screen whose items are being asked one at a time, or ""."""
    asking, answers = session.asking, session.answers
    if ADVICE in answers and asking in knowledge.findings:
        return ADVICE
    opened = [step.id for step in knowledge.steps if asking in step.ask and step.id in answers]
    return opened[0] if opened else ""

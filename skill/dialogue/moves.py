"""The moves of the conversation: ask what is pending, go on, tell a part of the result, miss."""

from skill.dialogue.questions import (
    OFFERS,
    ending,
    expects,
    is_choice,
    pending,
    put,
    reprompt,
)
from skill.dialogue.results import (
    card,
    crisis,
    emergency,
    self_care,
    verdict,
    warnings,
)
from skill.dialogue.session import EMERGENCY, RESULT, SELF_CARE, Breath, Session
from skill.dialogue.turns import Phrase, Turn, phrase
from skill.triage.assessment import PAGES, TIPS, advice_ask, assess, next_page
from skill.triage.interview import Ask, ask_at, level_of, reached
from skill.triage.knowledge import EACH, LOST, UNHEARD, Knowledge, Level
from skill.triage.rules import Facts, fired, with_derived

MOST_MISSES = 3
"""Replies in a row that are not understood before the skill closes with the emergency rule."""


def ask(knowledge: Knowledge, session: Session, *before: Phrase, way: str = "ask") -> Turn:
    """Return the turn that puts the pending question, after what is said before it.

    ``way`` is "again" for other words. Of a part of the result only its offer is put.
    """
    if session.asking in OFFERS and not session.told:
        return _offer(session, with_derived(knowledge, session.answers), *before)
    return Turn(
        say=before,
        ask=put(knowledge, session, way),
        reprompt=reprompt(knowledge, session),
        session=session,
        asked=() if session.told else pending(knowledge, session).findings,
    )


def _offer(session: Session, facts: Facts, *before: Phrase) -> Turn:
    """Return the question that follows a part of the result, without saying the part again."""
    more = bool(next_page(facts.knowledge, facts))
    if session.asking == RESULT:
        offer = "tips" if more else "warnings"
    else:
        offer = "more" if more else "repeat"
    return Turn(
        say=before,
        ask=(phrase(f"say.offer_{offer}"),),
        reprompt=phrase("reprompt.offer"),
        session=session,
    )


def tell(knowledge: Knowledge, session: Session, *before: Phrase) -> Turn:
    """Return the part of the result that the session has come to, and its offer."""
    return _tell(session, with_derived(knowledge, session.answers), *before)


def _tell(session: Session, facts: Facts, *before: Phrase) -> Turn:
    knowledge = facts.knowledge
    if session.asking == SELF_CARE:
        return _offer(session, facts, *before, *self_care(knowledge, facts))
    result = assess(knowledge, facts)
    said = (verdict if session.asking == RESULT else emergency)(knowledge, facts.answers, result)
    private = crisis(result.fired) is not None
    turn = _offer(session, facts, *before, *said)
    return turn._replace(result=result, card=() if private else card(said, result))


def go_on(knowledge: Knowledge, session: Session, *before: Phrase) -> Turn:
    """Return the next question, or the result when nothing more is needed."""
    facts = with_derived(knowledge, session.answers)
    level = reached(knowledge, facts)
    if level >= Level.EMERGENCY:
        return _tell(session._replace(asking=EMERGENCY), facts, *before)
    if TIPS in facts:
        return _advise(session, facts, *before)
    due = ask_at(knowledge, facts, level)
    if due is None:
        return _tell(session._replace(asking=ending(knowledge, facts)), facts, *before)
    return ask(knowledge, session._replace(asking=_name(due)), *before)


def _name(due: Ask) -> str:
    """Return what is pending: a screen or mark by its step, a question by its finding."""
    return due.findings[0] if len(due.findings) == 1 else due.step


def _advise(session: Session, facts: Facts, *before: Phrase) -> Turn:
    """Return what the tips depend on, then the tips; an answer may raise the level first."""
    knowledge = facts.knowledge
    asked_for = session.with_history(until(session, TIPS)).answers
    if level_of(knowledge, facts) > level_of(knowledge, asked_for):
        untold = session._replace(history=without(session, *PAGES))
        return go_on(knowledge, untold, *before, phrase("say.tips_level_rose"))
    if due := advice_ask(knowledge, facts):
        return ask(knowledge, session._replace(asking=_name(due)), *before)
    return _tell(session._replace(asking=SELF_CARE), facts, *before)


def until(session: Session, name: str) -> tuple[Breath, ...]:
    """Return the history before the reply that recorded a name."""
    places = [place for place, breath in enumerate(session.history) if name in dict(breath)]
    return session.history[: places[-1]] if places else session.history


def without(session: Session, *names: str) -> tuple[Breath, ...]:
    """Return the history without what was recorded under any of the names.

    What else the same reply recorded stays; a reply of which nothing is left vanishes.
    """
    left = (tuple(one for one in breath if one[0] not in names) for breath in session.history)
    return tuple(breath for breath in left if breath)


def miss(knowledge: Knowledge, session: Session, *said: Phrase) -> Turn:
    """Ask again in other words, then as plainly as can be, then close with the emergency rule."""
    misses = session.misses + 1
    if misses >= MOST_MISSES:
        if in_result(session):
            return Turn(say=warnings(knowledge, session.answers))
        if _is_gate(knowledge, session):
            return _leave_open(knowledge, session)
        return Turn(say=parting(knowledge, session, phrase("say.misheard_close")))
    now = session._replace(misses=misses)
    if misses == 1:
        return ask(knowledge, now, *(said or (phrase("say.misheard"),)), way="again")
    if _is_gate(knowledge, now):
        return ask(knowledge, now, phrase("say.misheard_gate"), way="again")
    if pending(knowledge, now).is_screen:
        return one_by_one(knowledge, now, phrase("say.misheard_choice"))
    if is_choice(knowledge, now) and now.asking != "age_band":
        offered = now._replace(offered=0)
        return ask(knowledge, offered, phrase("say.misheard_choice"))
    kind = {
        "age": "misheard_age",
        "readback": "misheard_offer",
        "result": "misheard_offer",
    }
    plain = kind.get(expects(knowledge, now), "misheard_yes_no")
    return ask(knowledge, now, phrase(f"say.{plain}"), way="again")


def _is_gate(knowledge: Knowledge, session: Session) -> bool:
    """Return whether one of the gates of everyone is pending, and nothing that was told."""
    due = pending(knowledge, session)
    return not session.told and any(knowledge.findings[name].gate for name in due.findings)


def _leave_open(knowledge: Knowledge, session: Session) -> Turn:
    """Go on without an answer to a gate: it stays open, and is asked once more before a result.

    A miss is no "not sure" (second edition, A1c).
    """
    names = pending(knowledge, session).findings
    again = any(session.answers.get(name) == UNHEARD for name in names)
    open_still = session.record(*((name, LOST if again else UNHEARD) for name in names))
    return go_on(knowledge, open_still, phrase("say.misheard_gate_on"))


def one_by_one(knowledge: Knowledge, session: Session, *before: Phrase) -> Turn:
    """Ask each of the signs by itself: that can be answered with yes or no."""
    turn = go_on(knowledge, session.record((session.asking, EACH)), *before)
    still = turn.session._replace(misses=session.misses) if turn.session else None
    return turn._replace(session=still)


def parting(knowledge: Knowledge, session: Session, *words: Phrase) -> tuple[Phrase, ...]:
    """Return the last words: a level that is reached first, and nothing weaker in an emergency."""
    facts = with_derived(knowledge, session.answers)
    level = (level_of if session.asking == EMERGENCY else reached)(knowledge, facts)
    if act := crisis(fired(knowledge, facts)):
        return (act,)
    act = phrase(f"level.{level.id}.act")
    if level >= Level.EMERGENCY:
        return (act, phrase("say.ride")) if level == Level.EMERGENCY else (act,)
    return (act, *words) if level >= Level.CONSULTATION_24 else words


def in_result(session: Session) -> bool:
    """Return whether the result has been told, and not yet its warning signs."""
    return session.asking in {RESULT, SELF_CARE} or TIPS in session.answers

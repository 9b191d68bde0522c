"""What a caller may say at any time without answering: after it, the question comes again."""

from skill.dialogue.acts import Act
from skill.dialogue.moves import ask, go_on, tell, without
from skill.dialogue.notes import note
from skill.dialogue.questions import OFFERS, help_for, why
from skill.dialogue.results import warned, who
from skill.dialogue.results import why as why_result
from skill.dialogue.session import EMERGENCY, SELF_CARE, Session
from skill.dialogue.turns import Phrase, Turn, phrase
from skill.triage.assessment import PAGES, next_page
from skill.triage.interview import questions_left, reached
from skill.triage.knowledge import YES, Knowledge, Level

COMMANDS = frozenset({"repeat", "rephrase", "why", "help", "slower", "normal_speed"})
OF_RESULT = frozenset({"result_who", "result_home", "result_why", "result_warn", "send"})
AGE, ADULT = "age_band", "adult_18_plus"
PATIENCE = frozenset({"wait", "cry"})
ASIDES = COMMANDS | OF_RESULT | PATIENCE | {"how_many_left", "for_other", "ask"}
"""Understood in every state, so that they end a row of misses."""


def aside(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Return what was asked for, and the pending question again."""
    match act.name:
        case "repeat":
            again = tell if session.asking in OFFERS else ask
            return again(knowledge, session)
        case "rephrase":
            return ask(knowledge, session, way="again")
        case "slower" | "normal_speed":
            slow = act.name == "slower"
            said = phrase("say.speed_slower" if slow else "say.speed_normal")
            return ask(knowledge, session._replace(slow=slow), said)
        case "ask":
            return _own_question(knowledge, session, act.value)
        case "for_other":
            return _for_other(knowledge, session)
        case "wait" | "cry":
            return ask(knowledge, session, phrase(f"say.{act.name}"))
        case "why" | "help" | "how_many_left":
            return ask(knowledge, session, _said(knowledge, session, act.name))
        case _:
            return _of_result(knowledge, session, act.name)


def _said(knowledge: Knowledge, session: Session, name: str) -> Phrase:
    """Return the sentence that answers a command."""
    if name == "how_many_left":
        return _left(knowledge, session)
    return (why if name == "why" else help_for)(knowledge, session)


def _for_other(knowledge: Knowledge, session: Session) -> Turn:
    """Ask to answer as they would, and their age: the one given may be the caller's own."""
    said = phrase("say.for_other")
    if session.told or session.asking == EMERGENCY or AGE not in session.answers:
        return ask(knowledge, session, said)
    return go_on(knowledge, session.with_history(without(session, AGE, ADULT, *PAGES)), said)


def _left(knowledge: Knowledge, session: Session) -> Phrase:
    """Return about how many questions are left, the pending one among them."""
    count = questions_left(knowledge, session.answers)
    if session.asking in OFFERS or not count:
        return phrase("say.left_none")
    return phrase("say.left_some", count=str(count)) if count > 1 else phrase("say.left_one")


def _own_question(knowledge: Knowledge, session: Session, question: str) -> Turn:
    """Return the answer to a caller's own question; no advice once a clinician is due."""
    answer = knowledge.answers.get(question)
    if session.asking == EMERGENCY:
        return tell(knowledge, session)
    if answer is None:
        return ask(knowledge, session, phrase("say.no_answer"))
    if answer.part and session.asking in OFFERS:
        return _of_result(knowledge, session, f"result_{answer.part}")
    if answer.advice and reached(knowledge, session.answers) >= Level.CONSULTATION_24:
        return ask(knowledge, session, phrase("say.ask_doctor"))
    return ask(knowledge, session, phrase(f"answer.{question}.says"))


def _of_result(knowledge: Knowledge, session: Session, name: str) -> Turn:
    """Return a part of the result that was asked for; before the result, that it comes later."""
    answers = session.answers
    if session.asking == EMERGENCY:
        return tell(knowledge, session)
    if session.asking not in OFFERS:
        return ask(knowledge, session, phrase("say.nav_later"))
    if name == "send":
        turn = ask(knowledge, session, phrase("say.sent"))
        return turn._replace(card=note(knowledge, answers))
    if name == "result_home":
        return _tips(knowledge, session)
    parts = {"result_who": who, "result_why": why_result, "result_warn": warned}
    return ask(knowledge, session, *parts[name](knowledge, answers))


def _tips(knowledge: Knowledge, session: Session) -> Turn:
    """Return the tips, then more of them, or that there is none that is safe for this caller."""
    if page := next_page(knowledge, session.answers):
        return go_on(knowledge, session.record((page, YES)))
    none = "no_more_tips" if session.asking == SELF_CARE else "no_tips"
    return ask(knowledge, session, phrase(f"say.{none}"))

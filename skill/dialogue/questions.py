"""The pending question: what it asks about, how it is put, and what reply it expects."""

from skill.dialogue.session import EMERGENCY, RESULT, SELF_CARE, Session
from skill.dialogue.turns import Phrase, phrase
from skill.triage.assessment import TIPS
from skill.triage.interview import (
    HEDGED,
    READ_BACK,
    Ask,
    ask_at,
    denials,
    level_of,
    open_findings,
    reached,
)
from skill.triage.knowledge import NO, UNHEARD, UNSURE, YES, Answers, Knowledge, Level, Step
from skill.triage.rules import with_derived

OFFERS = (RESULT, SELF_CARE, EMERGENCY)

_EXPECTS = {
    "main_region": "region",
    "duration": "duration",
    "pain_level": "pain",
    "age_band": "age",
}
NO_CHOICE = frozenset(("yesno", "screen", "readback", "result"))
"""What is expected where the question wants no value."""
_BY_NUMBER = ("age_band", "pain_level")
"""What a bare number answers; of a time it does not say whether it means days or weeks."""
_LONGEST_NUMBER = 6
_WHO = ("age_band", "adult_18_plus")
"""Told by a number, when it is asked."""
_HELPS = {
    "yesno": "yes_no",
    "screen": "screen",
    "age": "age",
    "readback": "read_back",
    "result": "result",
}


def pending(knowledge: Knowledge, session: Session) -> Ask:
    """Return what the next reply answers: a finding, a step with its open findings, or neither."""
    name = session.asking
    if name in knowledge.findings:
        return Ask(name, (name,))
    step = step_of(knowledge, name)
    if step is None:
        return Ask(name, ())
    return Ask(name, open_findings(knowledge, with_derived(knowledge, session.answers), step))


def step_of(knowledge: Knowledge, name: str) -> Step | None:
    """Return the step of a name that asks several findings together, if it is one."""
    return knowledge.once(_steps).get(name)


def _steps(knowledge: Knowledge) -> dict[str, Step]:
    return {step.id: step for step in knowledge.steps if len(step.ask) > 1}


def values_pending(knowledge: Knowledge, session: Session) -> tuple[str, ...]:
    """Return the values of the choice that is pending, or nothing where a yes or no is."""
    name = session.asking
    step = step_of(knowledge, name)
    if step is not None:
        return step.values
    return knowledge.findings[name].values if name in knowledge.findings else ()


def opened(session: Session) -> str:
    """Return what opened the step that is pending: a yes or a "not sure" to its signs, or ""."""
    said = session.answers.get(session.asking, "")
    return said if said in {YES, UNSURE} else ""


def can_be_put(knowledge: Knowledge, session: Session) -> bool:
    """Return whether what is pending fits the answers; a foreign or damaged session's may not."""
    name = session.asking
    finding = knowledge.findings.get(name)
    if not all(can_be_told(knowledge, *told) for told in session.told):
        return False
    if session.offered >= 0:
        offers = finding.offers if finding and name not in _WHO else ()
        return session.offered < len(offers)
    if finding is not None:
        return session.answers.get(name, UNHEARD) == UNHEARD
    if name in OFFERS:
        return _has_come_to(knowledge, session)
    if name == READ_BACK:
        return HEDGED in session.answers and READ_BACK not in session.answers
    return pending(knowledge, session).is_screen


def _has_come_to(knowledge: Knowledge, session: Session) -> bool:
    """Return whether the answers lead to the part of the result that is pending."""
    facts = with_derived(knowledge, session.answers)
    level = reached(knowledge, facts)
    if level >= Level.EMERGENCY:
        return session.asking == EMERGENCY
    if session.asking == SELF_CARE:
        return TIPS in facts
    through = bool(session.history) and ask_at(knowledge, facts, level) is None
    return through and session.asking == ending(knowledge, facts)


def ending(knowledge: Knowledge, facts: Answers) -> str:
    """Return the part of the result that is told when nothing more is asked.

    An emergency may show only then: its exception was never ruled out by an answer.
    """
    return EMERGENCY if level_of(knowledge, facts) >= Level.EMERGENCY else RESULT


def can_be_told(knowledge: Knowledge, name: str, value: str) -> bool:
    """Return whether a finding can be told out of turn: a yes, or a place, a time or a pain."""
    finding = knowledge.findings.get(name)
    if finding is None or finding.id in _WHO:
        return False
    return value in finding.values if finding.values else value == YES


def value_of(knowledge: Knowledge, finding: str, said: str) -> str:
    """Return the value of a finding that was said, by name or by a number in its band, or ""."""
    known = knowledge.findings.get(finding)
    if known is None:
        return ""
    if said in (known.values or (YES, NO)):
        return said
    if said in known.means:
        return known.means[said]
    bands = knowledge.settings.bands.get(finding)
    if not bands or not said.isdecimal() or len(said) > _LONGEST_NUMBER:
        return ""
    number = int(said)
    if number > knowledge.settings.most[finding]:
        return ""
    return [value for value, least in bands if number >= least][-1]


def takes_number(knowledge: Knowledge, session: Session) -> bool:
    """Return whether a bare number answers what is pending."""
    return session.asking in _BY_NUMBER and is_choice(knowledge, session)


def expects(knowledge: Knowledge, session: Session) -> str:
    """Return what kind of reply fits.

    One of yesno, screen, region, duration, age, pain, option, readback, result.
    """
    if session.told or session.offered >= 0:
        return "yesno"
    if session.asking in OFFERS:
        return "result"
    if session.asking == READ_BACK:
        return "readback"
    if is_choice(knowledge, session):
        return _EXPECTS.get(session.asking, "option")
    return "screen" if pending(knowledge, session).is_screen else "yesno"


def is_choice(knowledge: Knowledge, session: Session) -> bool:
    """Return whether the question wants a value, and no yes or no."""
    wants = bool(values_pending(knowledge, session))
    return wants and session.offered < 0 and not session.told


def put(knowledge: Knowledge, session: Session, way: str = "ask") -> tuple[Phrase, ...]:
    """Return the pending question in words: ``way`` is "ask", or "again" for other words."""
    if session.told:
        return (_told_check(knowledge, session),)
    if session.asking == READ_BACK:
        denied = tuple(phrase(f"question.{f}.denied") for f in denials(knowledge, session.answers))
        return (phrase("say.read_back", denials=denied),)
    if session.offered >= 0:
        value = knowledge.findings[session.asking].offers[session.offered]
        return (phrase(f"question.{session.asking}.value.{value}.offer"),)
    if pending(knowledge, session).is_screen:
        return (_together(knowledge, session, way),)
    return (phrase(f"question.{session.asking}.{way}"),)


def _together(knowledge: Knowledge, session: Session, way: str) -> Phrase:
    """Return the question of a step; once it is opened, which of its signs was meant.

    Of some of its signs only, where the others are known, they are named without the sentence.
    """
    ask = pending(knowledge, session)
    step = step_of(knowledge, ask.step)
    signs = tuple(phrase(f"question.{name}.item") for name in ask.findings)
    if opened(session):
        which = "which_unsure" if opened(session) == UNSURE else "which"
        return phrase(f"say.{which if way == 'ask' else 'which_again'}", signs=signs)
    if step and not step.choices and len(signs) < len(step.ask):
        return phrase("say.and_these", signs=signs)
    return phrase(f"screen.{step.words if step else ask.step}.{way}")


def _told_check(knowledge: Knowledge, session: Session) -> Phrase:
    """Return the question whether what was told was heard right, or holds against an earlier no."""
    told = session.told
    if len(told) == 1 and knowledge.findings[told[0][0]].values:
        return phrase("say.told_check", what=name_of(knowledge, *told[0]))
    answers = session.answers
    denied = sum(answers.get(name) == NO for name, _ in told)
    asks = "told_list" if not denied else "told_denied" if denied == len(told) else "told_partly"
    return phrase(f"say.{asks}", what=tuple(clause_of(knowledge, *one) for one in told))


def clause_of(knowledge: Knowledge, finding: str, value: str) -> Phrase:
    """Return what was told about a finding, as a clause."""
    inner = f"value.{value}.clause" if knowledge.findings[finding].values else value
    return phrase(f"question.{finding}.{inner}")


def name_of(knowledge: Knowledge, name: str, value: str) -> Phrase:
    """Return how a value of a choice is said back."""
    step = step_of(knowledge, name)
    what = f"screen.{step.words}" if step else f"question.{name}"
    return phrase(f"{what}.value.{value}.name")


def reprompt(knowledge: Knowledge, session: Session) -> Phrase:
    """Return the short form of the question that is said after silence."""
    kind = expects(knowledge, session)
    if pending(knowledge, session).is_screen and kind != "yesno":
        return _together(knowledge, session, "reprompt")
    if kind not in NO_CHOICE:
        return phrase(f"question.{session.asking}.reprompt")
    return phrase(f"reprompt.{_HELPS[kind]}")


def help_for(knowledge: Knowledge, session: Session) -> Phrase:
    """Return what can be said now."""
    return phrase(f"help.{_HELPS.get(expects(knowledge, session), 'choice')}")


def why(knowledge: Knowledge, session: Session) -> Phrase:
    """Return why the pending question is asked, with its source."""
    ask = pending(knowledge, session)
    if session.asking in OFFERS or session.asking == READ_BACK or session.told:
        return help_for(knowledge, session)
    step = step_of(knowledge, ask.step) if ask.is_screen else None
    why = phrase(f"screen.{step.words}.why" if step else f"question.{ask.step}.why")
    return phrase("say.why", why=why, source=phrase(f"source.{_source(knowledge, ask)}.name"))


def _source(knowledge: Knowledge, ask: Ask) -> str:
    """Return the source behind a question, or behind several signs that are asked together."""
    step = step_of(knowledge, ask.step)
    return step.source if step else knowledge.findings[ask.findings[0]].source

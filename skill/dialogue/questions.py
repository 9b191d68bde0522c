"""The pending question: what it asks about, how it is put, and what reply it expects."""

from skill.dialogue.session import EMERGENCY, RESULT, SELF_CARE, Session
from skill.dialogue.turns import Phrase, phrase
from skill.triage.assessment import ADVICE, TIPS, advice_ask
from skill.triage.interview import READ_BACK, Ask, ask_at, denials, open_findings, reached
from skill.triage.knowledge import NO, YES, Knowledge, Level
from skill.triage.rules import with_derived

OFFERS = (RESULT, SELF_CARE, EMERGENCY)

_EXPECTS = {
    "main_region": "region",
    "duration": "duration",
    "pain_level": "pain",
    "age_band": "age",
}
_OFFERED = ("main_region", "duration", "pain_level")
_BY_NUMBER = ("age_band", "pain_level")
"""What a bare number answers; of a time it does not say whether it means days or weeks."""
_LONGEST_NUMBER = 6
_HELPS = {
    "yesno": "yes_no",
    "screen": "screen",
    "age": "age",
    "readback": "read_back",
    "result": "result",
}


def pending(knowledge: Knowledge, session: Session) -> Ask:
    """Return what the next reply answers: a finding, a screen with its open items, or neither."""
    name = session.asking
    if name in knowledge.findings:
        return Ask(name, (name,))
    answers = session.answers
    if name == ADVICE:
        return advice_ask(knowledge, answers) or Ask(ADVICE, ())
    facts = with_derived(knowledge, answers)
    for step in knowledge.steps:
        if step.id == name:
            return Ask(name, open_findings(knowledge, facts, step))
    return Ask(name, ())


def can_be_put(knowledge: Knowledge, session: Session) -> bool:
    """Return whether what is pending fits the answers; a foreign or damaged session's may not."""
    name = session.asking
    finding = knowledge.findings.get(name)
    if not all(can_be_told(knowledge, *told) for told in session.told):
        return False
    if session.offered >= 0:
        return name in _OFFERED and session.offered < len(knowledge.findings[name].offers)
    if finding is not None:
        return name not in session.answers
    if name in OFFERS:
        return _has_come_to(knowledge, session)
    if name == READ_BACK:
        return bool(session.history) and READ_BACK not in session.answers
    return pending(knowledge, session).is_screen


def _has_come_to(knowledge: Knowledge, session: Session) -> bool:
    """Return whether the answers lead to the part of the result that is pending."""
    facts = with_derived(knowledge, session.answers)
    level = reached(knowledge, facts)
    if session.asking == EMERGENCY or level >= Level.EMERGENCY:
        return session.asking == EMERGENCY and level >= Level.EMERGENCY
    if session.asking == SELF_CARE:
        return TIPS in facts
    return bool(session.history) and ask_at(knowledge, facts, level) is None


def can_be_told(knowledge: Knowledge, name: str, value: str) -> bool:
    """Return whether a finding can be told out of turn: a yes, or a place, a time or a pain."""
    finding = knowledge.findings.get(name)
    if finding is None or finding.id == "adult_18_plus":
        return False
    return value in finding.values if name in _OFFERED else not finding.values and value == YES


def value_of(knowledge: Knowledge, finding: str, said: str) -> str:
    """Return the value of a finding that was said, by name or by a number in its band, or ""."""
    values = knowledge.findings[finding].values if finding in knowledge.findings else ()
    if said in (values or (YES,)):
        return said
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

    One of yesno, screen, region, duration, age, pain, readback, result.
    """
    if session.told or session.offered >= 0:
        return "yesno"
    if session.asking in OFFERS:
        return "result"
    if session.asking == READ_BACK:
        return "readback"
    if pending(knowledge, session).is_screen:
        return "screen"
    return _EXPECTS.get(session.asking, "yesno")


def is_choice(knowledge: Knowledge, session: Session) -> bool:
    """Return whether the question wants a value, and no yes or no."""
    finding = knowledge.findings.get(session.asking)
    return bool(finding and finding.values) and session.offered < 0 and not session.told


def put(knowledge: Knowledge, session: Session, way: str = "ask") -> tuple[Phrase, ...]:
    """Return the pending question in words: ``way`` is "ask", or "again" for other words."""
    if session.told:
        return (_told_check(knowledge, session),)
    if session.asking == READ_BACK:
        denied = tuple(phrase(f"question.{f}.denied") for f in denials(knowledge, session.answers))
        return (phrase("say.read_back", denials=denied),)
    ask = pending(knowledge, session)
    if ask.is_screen:
        return _screen(ask, way)
    finding = session.asking
    if session.offered >= 0:
        value = knowledge.findings[finding].offers[session.offered]
        return (phrase(f"question.{finding}.value.{value}.offer"),)
    return (phrase(f"question.{finding}.{way}"),)


def _told_check(knowledge: Knowledge, session: Session) -> Phrase:
    """Return the question whether what was told was heard right, or holds against an earlier no."""
    told = session.told
    if len(told) == 1 and knowledge.findings[told[0][0]].values:
        return phrase("say.told_check", what=name_of(*told[0]))
    answers = session.answers
    denied = sum(answers.get(name) == NO for name, _ in told)
    asks = "told_list" if not denied else "told_denied" if denied == len(told) else "told_partly"
    return phrase(f"say.{asks}", what=tuple(clause_of(knowledge, *one) for one in told))


def clause_of(knowledge: Knowledge, finding: str, value: str) -> Phrase:
    """Return what was told about a finding, as a clause."""
    inner = f"value.{value}.clause" if knowledge.findings[finding].values else value
    return phrase(f"question.{finding}.{inner}")


def _screen(ask: Ask, way: str) -> tuple[Phrase, ...]:
    """Return stem, items and close of a screen; the items are put the same way every time."""
    stem = "again" if way == "again" else "stem"
    items = (phrase("frame.item", item=phrase(f"question.{f}.item")) for f in ask.findings)
    return (phrase(f"screen.{ask.step}.{stem}"), *items, phrase(f"screen.{ask.step}.close"))


def name_of(finding: str, value: str) -> Phrase:
    """Return how a value of a choice is said back."""
    return phrase(f"question.{finding}.value.{value}.name")


def reprompt(knowledge: Knowledge, session: Session) -> Phrase:
    """Return the short form of the question that is said after silence."""
    if is_choice(knowledge, session):
        return phrase(f"question.{session.asking}.reprompt")
    kind = expects(knowledge, session)
    if kind == "screen":
        return phrase(f"screen.{session.asking}.reprompt")
    return phrase(f"reprompt.{_HELPS[kind]}")


def help_for(knowledge: Knowledge, session: Session) -> Phrase:
    """Return what can be said now."""
    return phrase(f"help.{_HELPS.get(expects(knowledge, session), 'choice')}")


def why(knowledge: Knowledge, session: Session) -> Phrase:
    """Return why the pending question is asked, with its source."""
    ask = pending(knowledge, session)
    if session.asking in OFFERS or session.asking == READ_BACK or session.told:
        return help_for(knowledge, session)
    kind = "screen" if ask.is_screen else "question"
    why = phrase(f"{kind}.{ask.step}.why")
    return phrase("say.why", why=why, source=phrase(f"source.{_source(knowledge, ask)}.name"))


def _source(knowledge: Knowledge, ask: Ask) -> str:
    """Return the source behind a question or screen; the advice screen has its first item's."""
    named = {step.id: step.source for step in knowledge.steps if len(step.ask) > 1}
    return named.get(ask.step) or knowledge.findings[ask.findings[0]].source

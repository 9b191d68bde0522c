"""What a reply does to whatever is pending: a question, a screen, a choice, an offer."""

from skill.dialogue.acts import MISHEARD, NONE, OPTION, Act, choose
from skill.dialogue.acts import tell as telling
from skill.dialogue.moves import ask, go_on, miss, one_by_one, parting, tell, without
from skill.dialogue.questions import (
    OFFERS,
    can_be_told,
    opened,
    pending,
    step_of,
    takes_number,
    value_of,
    values_pending,
)
from skill.dialogue.results import warnings
from skill.dialogue.session import EMERGENCY, OPEN, REFUSED, Breath, Session
from skill.dialogue.turns import Phrase, Turn, phrase
from skill.triage.assessment import PAGES, next_page
from skill.triage.interview import HEDGED, READ_BACK, reached
from skill.triage.knowledge import EACH, NO, UNSURE, YES, Answers, Knowledge

PLACE = "main_region"

ORDINALS, LAST = ("first", "second", "third"), "last"
HALVES = frozenset({"back", "head", "belly", "month", "vague"})
"""Half a place, and half a time: the other half is asked for."""
SAYS_YES = frozenset({"yes", "hedged_yes"})
SAYS_NO = frozenset({"no", "none", "hedged_no"})
SAYS_UNSURE = frozenset({"unsure", "skip"})


def answer(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Return the turn after a reply to whatever is pending."""
    act = _said(knowledge, session, act)
    if no_answer := _not_an_answer(knowledge, session, act):
        return no_answer
    if session.told:
        return _answer_told(knowledge, session, act)
    if session.asking == EMERGENCY:
        return _answer_offer(knowledge, session, act)
    if act.name == "tell":
        return _told(knowledge, session, _as_asked(knowledge, session, _named(knowledge, act)))
    act = _meant(knowledge, session, act)
    if act.name == "choose" and act.finding != session.asking:
        return _told(knowledge, session, _as_asked(knowledge, session, _named(knowledge, act)))
    if session.asking in OFFERS:
        return _answer_offer(knowledge, session, act)
    if session.asking == READ_BACK:
        return _answer_read_back(knowledge, session, act)
    if values_pending(knowledge, session):
        return _answer_choice(knowledge, session, act)
    if pending(knowledge, session).is_screen:
        return _answer_signs(knowledge, session, act)
    return _answer_question(knowledge, session, act)


def _not_an_answer(knowledge: Knowledge, session: Session, act: Act) -> Turn | None:
    """Return the turn after what is asked back, half a value, or "one at a time"."""
    if act.name == "check" and session.asking != EMERGENCY:
        return _asked_back(knowledge, session, act)
    if act.name == "half" and act.value in HALVES:
        return miss(knowledge, session, phrase(f"say.half_{act.value}"))
    return _separately(knowledge, session) if act.name == "one_by_one" else None


def _separately(knowledge: Knowledge, session: Session) -> Turn:
    """Ask signs that are asked together one by one; what is one question already comes again."""
    several = pending(knowledge, session).is_screen and not session.told
    if several and not values_pending(knowledge, session):
        return one_by_one(knowledge, session, phrase("say.one_by_one"))
    return ask(knowledge, session)


def _said(knowledge: Knowledge, session: Session, act: Act) -> Act:
    """Return the act of a bare number, or of a bare value, by what is pending."""
    if act.name == "number" and takes_number(knowledge, session):
        return choose(session.asking, act.value)
    if act.name == "choose" and act.finding == OPTION:
        return _option(knowledge, session, act.value)
    return act


def _option(knowledge: Knowledge, session: Session, said: str) -> Act:
    """Return the act of a value whose question was not named: "both", or "the second one"."""
    values, signs = values_pending(knowledge, session), pending(knowledge, session).findings
    if said in values:
        return choose(session.asking, said)
    finding = knowledge.findings.get(session.asking)
    if finding and said in finding.means:
        return choose(session.asking, finding.means[said])
    choices = values or signs
    place = ORDINALS.index(said) if said in ORDINALS else len(choices)
    if said == LAST:
        place = len(choices) - 1
    if not 0 <= place < len(choices):
        return MISHEARD
    return choose(session.asking, values[place]) if values else telling((signs[place], YES))


def _meant(knowledge: Knowledge, session: Session, act: Act) -> Act:
    """Return what a place or a time means that is named in reply: "the leg" is worse."""
    finding = knowledge.findings.get(session.asking)
    if finding is None or act.name != "choose" or act.finding == finding.id:
        return act
    meant = finding.means.get(value_of(knowledge, act.finding, act.value))
    if meant is None:
        return act
    return choose(finding.id, meant) if finding.values else Act(meant)


def _as_asked(knowledge: Knowledge, session: Session, told: Breath) -> Breath:
    """Return what was named as the signs that are asked together: one of them is called alike.

    What was answered already is meant as itself, unless it is asked which one it was.
    """
    due = pending(knowledge, session)
    signs = due.findings if due.is_screen else ()
    known = () if opened(session) else session.answers
    return tuple(one if one[0] in known else _called(knowledge, signs, *one) for one in told)


def _called(knowledge: Knowledge, signs: tuple[str, ...], name: str, value: str) -> tuple[str, str]:
    said = name if value == YES else value
    alike = [sign for sign in signs if knowledge.findings[sign].means.get(said) == YES]
    return (alike[0], YES) if alike and name not in signs else (name, value)


def _record(knowledge: Knowledge, session: Session, value: str, *before: Phrase) -> Turn:
    """Record one finding and go on."""
    return go_on(knowledge, session.record((session.asking, value)), *before)


def _answer_question(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    finding = knowledge.findings[session.asking]
    if act.name in SAYS_YES:
        return _record(knowledge, session, YES)
    if act.name in SAYS_NO:
        soft = act.name == "hedged_no" and finding.gate
        if soft and not session.doubt:
            return _doubt(knowledge, session, NO)
        if soft and session.doubt == UNSURE:
            return _record(knowledge, session, UNSURE)
        return _deny(knowledge, session, act, finding.id)
    if act.name in SAYS_UNSURE:
        if finding.asked_twice and not session.doubt:
            return _doubt(knowledge, session, UNSURE)
        return _record(knowledge, session, finding.unsure_as or UNSURE)
    return miss(knowledge, session)


def _deny(knowledge: Knowledge, session: Session, act: Act, *findings: str) -> Turn:
    """Record a no; one that was hedged, about what is read back, is marked so."""
    hedged = act.name == "hedged_no" and not set(findings).isdisjoint(knowledge.settings.read_back)
    mark = ((HEDGED, YES),) if hedged else ()
    return go_on(knowledge, session.record(*((name, NO) for name in findings), *mark))


def _doubt(knowledge: Knowledge, session: Session, doubt: str) -> Turn:
    """Ask once more in other words before a "not sure" or a soft no counts."""
    now = session._replace(doubt=doubt, misses=0)
    return ask(knowledge, now, phrase("say.ask_again"), way="again")


def _answer_signs(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Take a reply to several signs: a no denies them all, a yes asks which one it is."""
    signs = pending(knowledge, session)
    if act.name == "nothing_ticked":
        return ask(knowledge, session, phrase("say.nothing_ticked"))
    if opened(session):
        return _answer_which(knowledge, session, act)
    gate = any(knowledge.findings[name].gate for name in signs.findings)
    if act.name == "hedged_no" and gate and not session.doubt:
        return _doubt(knowledge, session, NO)
    if act.name in SAYS_NO:
        return _deny(knowledge, session, act, *signs.findings)
    if act.name in SAYS_YES or act.name in SAYS_UNSURE:
        said = YES if act.name in SAYS_YES else UNSURE
        return go_on(knowledge, session.record((signs.step, said)))
    return miss(knowledge, session)


def _answer_which(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Take a reply to "which one" that names none: each is asked by itself."""
    if act.name in SAYS_YES | SAYS_NO | SAYS_UNSURE:
        return one_by_one(knowledge, session, phrase("say.one_by_one"))
    return miss(knowledge, session)


def _named_signs(knowledge: Knowledge, session: Session, told: Breath) -> Turn:
    """Record the signs that were named of those asked together; the others are asked, if open.

    Named as what one is not sure of, the others are no: that question was not about them.
    """
    signs = pending(knowledge, session)
    if opened(session) == UNSURE:
        unsure = dict.fromkeys([name for name, said in told if said == YES], UNSURE)
        rest = ((name, NO) for name in signs.findings if name not in unsure)
        return go_on(knowledge, session.record((signs.step, NO), *unsure.items(), *rest))
    narrow = [one for one in told if knowledge.findings[one[0]].narrow and one[1] == YES]
    if narrow:
        others = tuple(one for one in told if one not in narrow)
        return go_on(knowledge, session.record((signs.step, EACH), *others))
    if values_pending(knowledge, session) or YES not in dict(told).values():
        return go_on(knowledge, session.record(*told))
    return go_on(knowledge, session.record((signs.step, NO), *told))


def _answer_choice(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    if act.name == "choose":
        return _choose(knowledge, session, act)
    if session.offered >= 0:
        return _answer_offered(knowledge, session, act)
    if act.name in SAYS_UNSURE:
        return _unsure_of_choice(knowledge, session)
    if act.name in SAYS_NO and (value := _denial(knowledge, session)):
        return _choose(knowledge, session, choose(session.asking, value))
    if act.name in SAYS_YES | SAYS_NO and session.asking != "age_band":
        return miss(knowledge, session, phrase("say.yes_to_choice"))
    return miss(knowledge, session)


def _denial(knowledge: Knowledge, session: Session) -> str:
    """Return the value of a choice that denies all that it asks, which a plain no means, or ""."""
    step = step_of(knowledge, session.asking)
    choices = step.choices if step else {}
    return next((value for value, told in choices.items() if {NO} == set(dict(told).values())), "")


def _unsure_of_choice(knowledge: Knowledge, session: Session) -> Turn:
    """Record that a choice is not known; the places are offered one by one before."""
    step = step_of(knowledge, session.asking)
    if step is not None:
        doubts = step.choices.get(UNSURE) or tuple((name, UNSURE) for name in step.ask)
        return go_on(knowledge, session.record(*doubts))
    if session.asking == PLACE:
        return ask(knowledge, session._replace(offered=0, misses=0), phrase("say.one_by_one"))
    finding = knowledge.findings[session.asking]
    return _record(knowledge, session, finding.unsure_as or UNSURE)


def _choose(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Record a value of a choice; an age fills both the age band and whether it is an adult."""
    step = step_of(knowledge, session.asking)
    if step is not None:
        filled = step.choices.get(act.value) if act.value in step.values else None
        return go_on(knowledge, session.record(*filled)) if filled else miss(knowledge, session)
    sign = knowledge.findings.get(act.value)
    if sign is not None:  # "it keeps coming back" tells a sign, and not since when
        return go_on(knowledge, session.record((sign.id, YES)), phrase("say.told_kept"))
    value = value_of(knowledge, act.finding, act.value)
    if act.finding != "age_band":
        return _record(knowledge, session, value) if value else miss(knowledge, session)
    if not value or value == act.value:
        return miss(knowledge, session)
    adult = YES if int(act.value) >= knowledge.settings.adult_from else NO
    told = session.record(("age_band", value), ("adult_18_plus", adult))
    return go_on(knowledge, told, *((phrase("say.under_18"),) if adult == NO else ()))


def _answer_offered(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Take yes or no to one value of a choice, and offer the next."""
    finding = knowledge.findings[session.asking]
    if act.name in SAYS_YES:
        return _record(knowledge, session, finding.offers[session.offered])
    if act.name in SAYS_NO | SAYS_UNSURE:
        if session.offered + 1 < len(finding.offers):
            return ask(knowledge, session._replace(offered=session.offered + 1, misses=0))
        return _record(knowledge, session, finding.unsure_as or UNSURE, phrase("say.none_fits"))
    return miss(knowledge, session)


def _named(knowledge: Knowledge, act: Act) -> Breath:
    """Return what an act of choosing or telling names: findings, each with its value, or ""."""
    said = act.told if act.name == "tell" else ((act.finding, act.value),)
    return tuple((name, value_of(knowledge, name, value)) for name, value in said)


def _told(knowledge: Knowledge, session: Session, told: Breath) -> Turn:
    """Say back what another question asks for; it counts only once it is confirmed.

    Naming what is being asked answers it, an item of a screen as well. What is recorded
    already is not asked about again. A row of misses goes on until a telling is confirmed.
    """
    signs = pending(knowledge, session)
    denied = tuple((name, NO) for name in signs.findings if (name, NO) in told)
    if not told or not all(can_be_told(knowledge, *one) for one in told if one not in denied):
        return miss(knowledge, session)
    told = _news(session.answers, told)
    if not told:
        return miss(knowledge, session, phrase("say.told_known"))
    if told == ((session.asking, YES),):
        return _record(knowledge, session, YES)
    if signs.is_screen and all(name in signs.findings for name, _ in told):
        return _named_signs(knowledge, session, told)
    return ask(knowledge, session._replace(told=told))


def _asked_back(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Ask whether what may be a danger sign is one, before it counts."""
    told = _news(session.answers, act.told)
    if not told or not all(can_be_told(knowledge, *one) for one in told):
        return miss(knowledge, session)
    return ask(knowledge, session._replace(told=told))


def _news(answers: Answers, told: Breath) -> Breath:
    """Return what of a telling is not recorded yet.

    Where a sign is felt is not where it mainly hurts, once that was said.
    """
    felt = PLACE if PLACE in answers and len(told) > 1 else ""
    return tuple(one for one in told if one[0] != felt and answers.get(one[0]) != one[1])


def _answer_told(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Take yes or no to what was told; another telling takes its place, a part of it does not."""
    dropped = session._replace(told=())
    if act.name in SAYS_YES:
        return _keep(knowledge, dropped, session.told)
    if act.name in SAYS_NO | SAYS_UNSURE:
        return miss(knowledge, dropped, phrase("say.told_dropped"))
    if act.name not in {"choose", "tell"}:
        return miss(knowledge, session)
    news = _news(session.answers, _named(knowledge, act))
    if news and set(news) <= set(session.told):
        return miss(knowledge, session, phrase("say.misheard_offer"))
    return answer(knowledge, dropped, act)


def _keep(knowledge: Knowledge, session: Session, told: Breath) -> Turn:
    """Record what was told out of turn, and come back to the question, if it is still due.

    It may replace an earlier answer, but not lower what was reached: for that one goes back.
    """
    kept = _not_lowering(knowledge, session, told)
    if not kept:
        return miss(knowledge, session, phrase("say.told_before"))
    noted = "told_kept" if kept == told else "told_part"
    return go_on(knowledge, _replaced(session, kept), phrase(f"say.{noted}"))


def _not_lowering(knowledge: Knowledge, session: Session, told: Breath) -> Breath:
    """Return what of a telling lowers nothing, neither alone nor with what stands before it."""
    kept: Breath = ()
    for one in told:
        if not any(_lowers(knowledge, session, now) for now in ((one,), (*kept, one))):
            kept = (*kept, one)
    return kept


def _lowers(knowledge: Knowledge, session: Session, told: Breath) -> bool:
    """Return whether less is reached with what was told than without it."""
    now = _replaced(session, told).answers
    return reached(knowledge, now) < reached(knowledge, session.answers)


def _replaced(session: Session, told: Breath) -> Session:
    """Return the session with what was told in place of what the same findings had before.

    Tips that were read before it are asked for anew.
    """
    names = (name for name, _ in told)
    return session.with_history((*without(session, *names, *PAGES), told))


def _answer_read_back(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Take the read-back: refused once, its questions open again; twice, a clinician should ask.

    "None of that" says once more that nothing is so.
    """
    if act.name in SAYS_YES or act == NONE:
        return _record(knowledge, session, YES)
    if act.name in SAYS_NO | SAYS_UNSURE:
        if session.reopened:
            return _record(knowledge, session, NO)
        opened = ((name, OPEN) for name in _opened(knowledge, session))
        return go_on(knowledge, session.record(REFUSED, *opened), phrase("say.reopen"))
    return miss(knowledge, session)


def _opened(knowledge: Knowledge, session: Session) -> tuple[str, ...]:
    """Return what a refused read-back opens: all that the replies in doubt recorded."""
    steps = _read_back_steps(knowledge)
    doubted = (breath for breath in session.history if not steps.isdisjoint(dict(breath)))
    return tuple(name for breath in doubted for name, _ in breath)


def _read_back_steps(knowledge: Knowledge) -> set[str]:
    """Return what a refused read-back doubts: the gates, what it named, and their screens."""
    gates = {one.id for one in knowledge.findings.values() if one.gate}
    doubtful = gates | set(knowledge.settings.read_back)
    return doubtful | {step.id for step in knowledge.steps if doubtful & set(step.ask)}


def _answer_offer(knowledge: Knowledge, session: Session, act: Act) -> Turn:
    """Take yes or no after a part of the result."""
    yes, no = act.name in SAYS_YES, act.name in SAYS_NO | SAYS_UNSURE
    if not (yes or no):
        return miss(knowledge, session)
    if session.asking == EMERGENCY:
        return tell(knowledge, session) if yes else Turn(say=parting(knowledge, session))
    if no:
        return Turn(say=warnings(knowledge, session.answers))
    if page := next_page(knowledge, session.answers):
        return go_on(knowledge, session.record((page, YES)))
    return tell(knowledge, session._replace(misses=0))

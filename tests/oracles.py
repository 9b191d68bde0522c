"""What the tables and dialogs of the tests say against a medicine, whichever it is.

Each oracle yields, one by one, the expectations that the medicine does not meet; none for the one
that ships. The expectations are data that was typed by hand, never what another medicine does.
Another oracle, such as a prover, is one more function in ``ORACLES``.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

from callers import MOST_TURNS
from expected.asking import ASKED
from expected.doubts import (
    HEAVY,
    HELD,
    LIGHT,
    MISSES,
    TWO_DOUBTS,
    UNSURE_ALONE,
    UNSURE_BY_PLACE,
)
from expected.interviews import (
    ASKED_TWICE,
    AT_ONCE,
    DUE,
    FOLLOW_UPS,
    NOT_FITTING,
    NUMBERS,
    READ_BACK_OF,
    TAKEN_AS,
    WELL,
    WHO,
    order,
)
from expected.leanings import (
    ANOTHER_CAUSE,
    BOTH,
    LABELS,
    MUSCLE,
    NERVE,
    NOT_BESIDE_A_MUSCLE,
    OF_THE_CORD,
    SEVERE,
    TEXTBOOK,
)
from expected.needs import FOLLOWS, NEEDS, SCREENS, SPARES, WORDS
from expected.results import PAGES_OF_TIPS, RESULTS
from expected.rules import FIRES
from expected.self_care import (
    ADVISED,
    BLOCKS,
    DANGER,
    HEALTHY,
    ITEMS,
    LEVELS,
    NOT_SUITED,
    RAISERS,
    SUITS,
    caller,
    forbidding,
)
from expected.writing import REGIONS

from skill.dialogue import acts
from skill.dialogue.acts import Act, age
from skill.dialogue.conversation import reply
from skill.dialogue.questions import value_of
from skill.dialogue.session import Session, dump
from skill.dialogue.turns import Turn
from skill.playing.dialogs import Dialog, act_of, read_dialogs
from skill.triage.assessment import PAGES, advice, advice_allowed, advice_ask, assess, next_page
from skill.triage.interview import READ_BACK, Ask, denials, level_of, next_ask
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Knowledge, Level
from skill.triage.leaning import label_of
from skill.triage.rules import Fired, fired, met, with_derived

Oracle = Callable[[Knowledge], Iterator[str]]


@cache
def dialogs() -> tuple[Dialog, ...]:
    """Return the dialogs, read when one is first played."""
    return tuple(read_dialogs(Path(__file__).parent / "dialogs"))


# --- rules ------------------------------------------------------------------------------------


def values(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Return everything that can be answered to a finding; a derived one is never in doubt."""
    if name in {one.id for one in knowledge.derived}:
        return YES, NO
    finding = knowledge.findings.get(name)
    return (*(finding.values if finding and finding.values else (YES, NO)), UNSURE)


def one_changed(knowledge: Knowledge, written: Answers) -> Iterator[tuple[str, Answers, bool]]:
    """Yield (which answer, all answers, whether they are as written), with one of them varied."""
    base = {name: text.split("|")[0] for name, text in written.items()}
    for name, text in written.items():
        for value in values(knowledge, name):
            yield f"{name} {value}", base | {name: value}, value in text.split("|")


def level_by(found: list[Fired]) -> Level:
    """Return the highest level of what fired."""
    return max((one.level for one in found), default=Level.SELF_CARE)


def each_answer_of_a_rule_counts(knowledge: Knowledge) -> Iterator[str]:
    """A rule by itself reaches its level by the answers that it needs, and by no others."""
    by_id = {rule.id: rule for rule in knowledge.rules}
    alone = knowledge._replace(steps=(), words=())
    for row in NEEDS:
        only = alone._replace(rules=tuple(filter(None, [by_id.get(row.rule)])))
        for which, answers, as_written in one_changed(knowledge, row.answers):
            found = [one for one in fired(only, answers, final=True) if one.id == row.rule]
            if [one.level for one in found] != ([row.level] if as_written else []):
                yield f"{row.rule} with {which}"
    yield from (f"{rule} is not expected" for rule in by_id.keys() - {row.rule for row in NEEDS})


def each_answer_of_an_exception_counts(knowledge: Knowledge) -> Iterator[str]:
    """A rule is taken back by the whole of its exception, and by nothing less."""
    for row in SPARES:
        for which, answers, spared in one_changed(knowledge, row.excuses):
            found = fired(knowledge, answers | row.answers, final=True)
            if spared is (row.rule in {one.id for one in found}):
                yield f"{row.rule} excused by {which}"


def rules_reach_their_levels(knowledge: Knowledge) -> Iterator[str]:
    """All rules together make of an answer the level that the knowledge base says."""
    for row in (*FIRES, *MISSES, *UNSURE_BY_PLACE):
        if level_by(fired(knowledge, row.answers, final=True)) != row.level:
            yield str(row)
    for rule, before, held, last, then in HELD:
        if level_by(fired(knowledge, before)) != held:
            yield f"{rule} before its exception is answered"
        if level_by(fired(knowledge, before | last)) != then:
            yield f"{rule} once its exception is answered"


def not_sure_reaches_its_level(knowledge: Knowledge) -> Iterator[str]:
    """Not being sure is no no, by itself and in number."""
    for finding, level in UNSURE_ALONE.items():
        found = fired(knowledge, {finding: UNSURE}, final=True)
        if level_by(found) != level or any(one.because[0] != finding for one in found):
            yield f"not sure of {finding}"
    doubts = dict.fromkeys(TWO_DOUBTS, UNSURE)
    if level_by(fired(knowledge, doubts)) != Level.CONSULTATION:
        yield "not sure of two danger signs"
    for name in (*HEAVY, *LIGHT):
        answers = {"main_region": "leg", "age_band": "50_55"} | doubts | {name: UNSURE}
        found = fired(knowledge, answers, final=True)
        many = Fired("unsure.many", Level.CONSULTATION_24, (*doubts, name), "could_not_rule_out")
        if (many in found) is (name in LIGHT):
            yield f"not sure of two danger signs and {name}"


def words_act(knowledge: Knowledge) -> Iterator[str]:
    """Words of an emergency reach their level and bring their sentence."""
    for name, (level, says, act) in WORDS.items():
        if fired(knowledge, {name: YES}) != [Fired(name, level, (name,), says, act)]:
            yield name
    yield from ({one.id for one in knowledge.words} - WORDS.keys())
    for screen, level in SCREENS.items():
        if fired(knowledge, {screen: YES}) != [Fired(screen, level, (screen,), "")]:
            yield f"one yes to {screen}"


def derived_findings_follow(knowledge: Knowledge) -> Iterator[str]:
    """What is never asked follows from the answers that it rests on, and from no others."""
    for name, written, beside in FOLLOWS:
        for which, answers, holds in one_changed(knowledge, written):
            if (with_derived(knowledge, beside | answers).get(name) == YES) is not holds:
                yield f"{name} with {which}"


# --- leaning and advice -----------------------------------------------------------------------


def labels_and_their_degrees(knowledge: Knowledge) -> Iterator[str]:
    """Answers lead to a leaning, and say how strongly it is told."""
    for name, degree, answers, reason in LABELS:
        label = label_of(knowledge, answers)
        if (label.id, label.degree) != (name, degree):
            yield f"{name}: {reason}"
    for one in TEXTBOOK:
        patient = {**WELL, **one.answers}
        *_, (ask, answers) = asks(knowledge, patient)
        answers |= _reply(knowledge, patient, ask, answers)
        if label_of(knowledge, answers).leaning != one.leaning:
            yield str(one)


def leanings_are_told_at_a_day(knowledge: Knowledge) -> Iterator[str]:
    """Nerve, muscle or both where a clinician is needed within a day, beside no other cause."""
    arm = {"main_region": "shoulder_arm"}
    for answers, more in ((NERVE, ()), (BOTH, ()), (MUSCLE, NOT_BESIDE_A_MUSCLE)):
        told = answers | SEVERE
        if not (assess(knowledge, told).decided and assess(knowledge, told | arm).decided):
            yield f"not told: {answers}"
        for place, cause in product(({}, arm), (*ANOTHER_CAUSE, *more)):
            if assess(knowledge, told | place | cause).decided:
                yield f"told beside {cause}: {answers | place}"
        for sign in OF_THE_CORD:
            if assess(knowledge, told | arm | {sign: UNSURE}).decided:
                yield f"told of an arm beside {sign}: {answers}"


def advice_is_safe(knowledge: Knowledge) -> Iterator[str]:
    """An item is read to whom it suits, and to nobody whom it may harm, by its own gates alone."""
    alone = unguarded(knowledge)
    read = [(item, caller(item), (item,)) for item in ITEMS]
    unread = [(item, caller(item, **more)) for item, more, _ in NOT_SUITED]
    unread += [(i, caller(i, **told)) for i, block in BLOCKS for told in forbidding(block)]
    for item, answers, expected in (*read, *((*one, ()) for one in unread)):
        if advice(only(alone, item), answers) != expected:
            yield f"{item} for {dict(answers.items() - HEALTHY.items())}"
    for item, written, beside in SUITS:
        for which, answers, suits in one_changed(knowledge, written):
            found = advice(only(alone, item), caller(item, **beside) | answers)
            if found != ((item,) if suits else ()):
                yield f"{item} with {which}"
    for answers, items in ADVISED:
        if advice(knowledge, answers) != items:
            yield f"advice: {items}"


def unguarded(knowledge: Knowledge) -> Knowledge:
    """Return the medicine without rules and red flags, which forbid advice as a whole."""
    findings = {
        name: one._replace(red_flag="", unsure=None) for name, one in knowledge.findings.items()
    }
    return knowledge._replace(rules=(), findings=findings)


def only(knowledge: Knowledge, item: str) -> Knowledge:
    """Return the medicine with this item alone, so that no other crowds it out."""
    return knowledge._replace(items=tuple(one for one in knowledge.items if one.id == item))


def nobody_in_danger_hears_advice(knowledge: Knowledge) -> Iterator[str]:
    """A danger sign, a doubt about one, or a level of a day forbids every tip."""
    dangers = [(name, value) for name in DANGER for value in (YES, UNSURE)]
    for name, value in (*dangers, *((name, UNSURE) for name in RAISERS)):
        if advice_allowed(knowledge, caller("keep_active", **{name: value})):
            yield f"advice with {name} {value}"
    for more, level, allowed in LEVELS:
        answers = caller("keep_active", **more)
        if (level_of(knowledge, answers), advice_allowed(knowledge, answers)) != (level, allowed):
            yield f"advice at {level.id}"


def results_say_what_they_should(knowledge: Knowledge) -> Iterator[str]:
    """A result has its level, leaning, reasons, doors and warnings."""
    for row in RESULTS:
        found = assess(knowledge, row.answers)
        told = found.label.id if found.decided else ""
        why = (found.for_it, found.against, found.unknown)
        then = (found.professional, found.later, found.safety_net)
        if (found.level, told, *why, *then) != row[2:]:
            yield str(row)


def tips_are_told_page_by_page(knowledge: Knowledge) -> Iterator[str]:
    """What a page depends on is asked before it, one by one, and nothing is read twice."""
    for reason, told, pages in PAGES_OF_TIPS:
        answers = dict(told)
        for page, (wanted, items) in zip(PAGES, pages, strict=False):
            due = next_page(knowledge, answers)
            answers[page] = YES
            asked: list[str] = []
            while ask := advice_ask(knowledge, answers):
                asked += ask.findings
                answers |= dict.fromkeys(ask.findings, NO)
            if (due, tuple(asked)) != (page, wanted):
                yield f"before {page} of {reason}"
            if advice(knowledge, answers) != items or advice_ask(knowledge, answers):
                yield f"{page} of {reason}"
        if next_page(knowledge, answers):
            yield f"no end of {reason}"


# --- interview --------------------------------------------------------------------------------


def asks(knowledge: Knowledge, patient: Mapping[str, str]) -> Iterator[tuple[Ask, Answers]]:
    """Yield what is asked of a patient, and the answers before it, without the conversation."""
    answers: Answers = {}
    turns = 0
    while ask := next_ask(knowledge, answers):
        turns += 1
        assert turns < MOST_TURNS, f"no end for {dict(patient)}"
        yield ask, dict(answers)
        answers |= _reply(knowledge, patient, ask, answers)


def _reply(knowledge: Knowledge, patient: Mapping[str, str], ask: Ask, answers: Answers) -> Answers:
    """Return what a reply records: of several signs the first that is so, and then the others."""
    said = {name: _said(knowledge, patient, name) for name in ask.findings}
    step = next((one for one in knowledge.steps if one.id == ask.step), None)
    if ask.step == READ_BACK:
        return {READ_BACK: YES}
    if ask.is_screen and step and not step.choices and set(said.values()) != {NO}:
        if step.at_once is not None and YES in said.values():
            return {ask.step: YES}
        named = next((name for name, one in said.items() if one == YES), "")
        opened = {} if ask.step in answers else {ask.step: YES if named else UNSURE}
        return opened | ({named: YES} if named else said)
    if said.get("age_band", UNSURE) != UNSURE:
        child = said["age_band"] in {"lt_12", "12_17"}
        said["adult_18_plus"] = patient.get("adult_18_plus", NO if child else YES)
    return said


def _said(knowledge: Knowledge, patient: Mapping[str, str], name: str) -> str:
    finding = knowledge.findings[name]
    said = patient.get(name, UNSURE if finding.values else NO)
    return finding.unsure_as or said if said == UNSURE else said


def each_answer_that_a_question_needs_counts(knowledge: Knowledge) -> Iterator[str]:
    """A question is for whoever answered as written, and for nobody else."""
    steps = {step.id: step for step in knowledge.steps}
    for row in ASKED:
        for which, answers, as_written in one_changed(knowledge, row.answers):
            step = steps.get(row.step)
            if step is None or met(step.when, answers) is not as_written:
                yield f"{row.step} with {which}"
    of_everyone = {name for name, step in steps.items() if not step.when}
    written = {row.step for row in ASKED}
    yield from (f"{step} is not expected" for step in steps.keys() - of_everyone - written)
    yield from (f"{step} is for everyone" for step in of_everyone & written)


def dangers_are_asked_in_order(knowledge: Knowledge) -> Iterator[str]:
    """Danger first for everyone, then the danger of the place, then weakness, pain and time."""
    for place, who in product(REGIONS, WHO):
        asked = (ask.findings for ask, _ in asks(knowledge, {**WHO[who], "main_region": place}))
        for wanted, found in zip(order(place, who), asked, strict=False):
            if found != wanted:
                yield f"{place}, {who}: {wanted}"


def follow_ups_are_asked(knowledge: Knowledge) -> Iterator[str]:
    """What an answer calls for is asked right after it."""
    for place, told, finding, expected in FOLLOW_UPS:
        patient = {**WELL, "main_region": place, **told}
        after = (ask for ask, answers in asks(knowledge, patient) if finding in answers)
        asked = [" ".join(ask.findings) for _, ask in zip(expected, after, strict=False)]
        if asked != expected:
            yield f"after {finding}, {told}: {expected}"


def what_is_due_is_asked_next(knowledge: Knowledge) -> Iterator[str]:
    """In whichever order it was told: a follow-up first, then the next danger."""
    for answers, expected in DUE:
        ask = next_ask(knowledge, answers)
        if ask is None or " ".join(ask.findings) != expected:
            yield f"after {answers}: {expected}"


def what_does_not_fit_is_not_asked(knowledge: Knowledge) -> Iterator[str]:
    """A question that cannot fit the caller is spared."""
    for place, told, finding in NOT_FITTING:
        patient = {**WELL, "main_region": place, **told}
        if any(finding in ask.findings for ask, _ in asks(knowledge, patient)):
            yield f"{finding} of {patient}"


def one_yes_acts_at_once(knowledge: Knowledge) -> Iterator[str]:
    """Where every item of a screen needs an ambulance, nobody is asked which it is."""
    for flag, place, turns in AT_ONCE:
        patient = {**WELL, "main_region": place, flag: YES}
        asked = list(asks(knowledge, patient))
        if len(asked) != turns - 1 or flag not in asked[-1][0].findings:
            yield f"{flag}, {place}"


def numbers_fall_into_their_bands(knowledge: Knowledge) -> Iterator[str]:
    """Ages, days and pain of ten are taken for what the knowledge base says of them."""
    for finding, number, value in NUMBERS:
        if value_of(knowledge, finding, number) != value:
            yield f"{finding} {number}"
    for years, adult in (("17", NO), ("18", YES)):
        if answered(knowledge, "age_band", age(years)).answers.get("adult_18_plus") != adult:
            yield f"age {years}"


def doubts_are_asked_again(knowledge: Knowledge) -> Iterator[str]:
    """A first "not sure" of the gravest is asked once more; of pain and age it has a meaning."""
    for name in ASKED_TWICE:
        if answered(knowledge, name, acts.UNSURE).asking != name:
            yield f"{name} once"
    for name, value in TAKEN_AS.items():
        if answered(knowledge, name, acts.UNSURE).answers.get(name) != value:
            yield f"not sure of {name}"


def answered(knowledge: Knowledge, asking: str, act: Act) -> Session:
    """Return the session after an act, when this was asked first of all."""
    return reply(knowledge, dump(knowledge, Session(asking=asking)), act).session or Session()


def denials_are_read_back(knowledge: Knowledge) -> Iterator[str]:
    """The denials that matter are read back before a result that sends nobody to a clinician."""
    if denials(knowledge, HEALTHY) != READ_BACK_OF:
        yield "read-back"


# --- dialogs ----------------------------------------------------------------------------------


def dialogs_go_as_they_say(knowledge: Knowledge) -> Iterator[str]:
    """Each asks what it says, and ends where it says."""
    for dialog in dialogs():
        turns = list(until_it_differs(knowledge, dialog))
        if len(turns) < len(dialog.asks):
            yield f"{dialog.title}: {dialog.asks[len(turns)]}"
            continue
        result = next((turn.result for turn in reversed(turns) if turn.result), None)
        level = result.level.id if result else ""
        label = result.label.id if result and result.decided else ""
        if (level, label) != (dialog.level, dialog.label):
            yield f"{dialog.title}: {dialog.level} {dialog.label}"


def until_it_differs(knowledge: Knowledge, dialog: Dialog) -> Iterator[Turn]:
    """Yield the turns of a dialog as long as they ask what it says."""
    attributes: dict[str, str] = {}
    for heard, asked in zip(dialog.hears, dialog.asks, strict=True):
        act = act_of(heard)
        assert act
        turn = reply(knowledge, {} if heard == "launch" else attributes, act)
        if (turn.session.asking if turn.session else "") != asked:
            return
        yield turn
        attributes = dump(knowledge, turn.session) if turn.session else {}


ORACLES: tuple[Oracle, ...] = (
    each_answer_of_a_rule_counts,
    each_answer_of_an_exception_counts,
    each_answer_that_a_question_needs_counts,
    not_sure_reaches_its_level,
    words_act,
    derived_findings_follow,
    labels_and_their_degrees,
    leanings_are_told_at_a_day,
    rules_reach_their_levels,
    numbers_fall_into_their_bands,
    denials_are_read_back,
    doubts_are_asked_again,
    what_is_due_is_asked_next,
    nobody_in_danger_hears_advice,
    one_yes_acts_at_once,
    dangers_are_asked_in_order,
    follow_ups_are_asked,
    what_does_not_fit_is_not_asked,
    results_say_what_they_should,
    tips_are_told_page_by_page,
    advice_is_safe,
)
"""Of tables; all of them together take half a second."""

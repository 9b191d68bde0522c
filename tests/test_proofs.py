"""The proofs: that they hold, that each can fail, and that what they prove is about the real core.

What fits into a minute is proved here; ``python -m skill prove`` proves all of it. That a statement
can fail, and that it is about the real core, is long: ``make test-all`` plays it.
"""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
import z3
from callers import chance
from expected.leanings import BOTH, MUSCLE, NERVE, SEVERE

from skill import library
from skill.dialogue.acts import Act
from skill.dialogue.conversation import step
from skill.dialogue.moves import go_on
from skill.dialogue.results import verdict
from skill.dialogue.session import REFUSED, Session
from skill.dialogue.turns import Phrase, Turn, phrase
from skill.triage.assessment import advice, advice_allowed, assess
from skill.triage.interview import HEDGED, READ_BACK, Ask, open_findings
from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Condition,
    Knowledge,
    Level,
    Rule,
)
from skill.triage.rules import fired, met, red_flag_raised, with_derived
from skill.workshop.proofs import requirements
from skill.workshop.proofs.ending import ends
from skill.workshop.proofs.formulas import Sheet
from skill.workshop.proofs.interviews import (
    Asked,
    Patient,
    Reply,
    outcome,
    replies,
    tips,
    values_of,
)
from skill.workshop.proofs.patients import leaning, patients, ways
from skill.workshop.proofs.proving import Proof
from skill.workshop.proofs.reach import Example, reach, wanted
from skill.workshop.proofs.reasons import untrue
from skill.workshop.proofs.report import report
from skill.workshop.proofs.theorems import THEOREMS, Claim, prove, settle
from skill.workshop.proofs.undo import Step as Talking
from skill.workshop.proofs.undo import questions_heard, undone
from skill.workshop.proofs.verdicts import Broken, Verdict

SOURCES = Path(__file__).parents[1] / "skill/content/knowledge/sources.toml"
SETS = 2000
PLAYED = 40
"""Every so many-th patient is played here; ``prove`` plays them all."""


# --- what holds -------------------------------------------------------------------------------


QUICK = [letter for letter in THEOREMS if letter != "l"]


@pytest.mark.parametrize("letter", QUICK)
def test_holds_for_every_set_of_answers(knowledge: Knowledge, letter: str) -> None:
    """Nothing that could be said breaks it."""
    assert not prove(knowledge, letter).broken


@pytest.mark.long
def test_a_yes_is_never_milder_than_a_not_sure(knowledge: Knowledge) -> None:
    """For every finding, and along the order of every choice (A1)."""
    assert not prove(knowledge, "l").broken


def test_every_interview_ends(knowledge: Knowledge) -> None:
    """Whatever is replied records something that was not recorded."""
    assert not ends(knowledge).broken


@pytest.fixture(scope="module")
def played() -> list[Patient]:
    """Return some of the patients whose interviews are played, and who refuses the read-back."""
    some = islice(patients(library.knowledge()), 0, None, PLAYED)
    return [*some, {HEDGED: YES}, {HEDGED: YES, READ_BACK: NO}]


@pytest.fixture(scope="module")
def heard(played: list[Patient]) -> list[Asked]:
    """Return the questions that they hear."""
    return questions_heard(library.knowledge(), played)


def test_answers_are_taken_back_and_given_again(knowledge: Knowledge, heard: list[Asked]) -> None:
    """Also signs of a step, values of a choice, and where the first "not sure" is asked again."""
    count, changed = undone(knowledge, heard)
    assert not changed
    assert count > 3 * len(heard)


def test_no_reason_names_what_was_not_answered_so(
    knowledge: Knowledge, played: list[Patient]
) -> None:
    """Neither that of the level nor those of the leaning."""
    count, broken = untrue(knowledge, played)
    assert not broken
    assert count > len(played)


@pytest.mark.long
def test_everything_can_be_come_to(knowledge: Knowledge) -> None:
    """Every level, leaning, professional and self-care item is somebody's."""
    assert set(wanted(knowledge)) <= set(reach(knowledge, patients(knowledge)))


def test_every_requirement_says_where_it_is_from() -> None:
    """By a source that there is."""
    known = tomllib.loads(SOURCES.read_text(encoding="utf-8"))["source"]
    tables = [table for table in requirements.written().values() if isinstance(table, list)]
    for entry in (*(entry for table in tables for entry in table), *asked_when()):
        assert entry["sources"], entry
        assert set(entry["sources"]) <= set(known), entry


def asked_when() -> list[dict[str, list[str]]]:
    """Return what must be asked after an answer, as it is written."""
    return list(requirements.written()["asked"]["when"])


def test_no_requirement_names_what_is_not_there(knowledge: Knowledge) -> None:
    """A finding or value that was renamed would make its claim an empty one."""
    derived = {one.id for one in knowledge.derived}
    for name, values in requirements.named():
        assert name in knowledge.findings or name in derived or name == READ_BACK, name
        if name in knowledge.findings and values:
            assert set(values) <= {*values_of(knowledge, name), UNSURE}, (name, values)


# --- that each statement can fail -------------------------------------------------------------


def without_rules(knowledge: Knowledge, *ids: str) -> Knowledge:
    """Return the medicine without some rules."""
    return knowledge._replace(rules=tuple(one for one in knowledge.rules if one.id not in ids))


def doubt_free(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which "not sure" about dark urine reaches nothing."""
    finding = knowledge.findings["dark_urine"]._replace(red_flag="")
    return knowledge._replace(findings={**knowledge.findings, finding.id: finding})


def overruled(knowledge: Knowledge) -> Knowledge:
    """Return the medicine with a rule that a more urgent one overrules whenever it fires."""
    rule = Rule("milder", Level.CONSULTATION, (("gate_fever", (YES,)),), (), "")
    return knowledge._replace(rules=(*knowledge.rules, rule))


def never_excepted(knowledge: Knowledge) -> Knowledge:
    """Return the medicine with a rule whose exception contradicts what it needs."""
    fever, well = (("gate_fever", (YES,)),), (("gate_fever", (NO,)),)
    rule = Rule("odd", Level.CONSULTATION_24, fever, well, "")
    return knowledge._replace(rules=(*knowledge.rules, rule))


def careless(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which massage forgets the blood thinners."""
    items = [
        one._replace(blocked_by=("pregnant", "fresh_48h")) if one.id == "massage" else one
        for one in knowledge.items
    ]
    return knowledge._replace(items=tuple(items))


def milder(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which chest pain can wait for a visit."""
    rules = [
        one._replace(level=Level.CONSULTATION) if one.id == "R01" else one
        for one in knowledge.rules
    ]
    return knowledge._replace(rules=tuple(rules))


def ambulance_if_denied(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which dark urine denied is worse than not being sure about it."""
    rule = Rule("odd", Level.EMERGENCY_AMBULANCE, (("dark_urine", (NO,)),), (), "")
    return knowledge._replace(rules=(*knowledge.rules, rule))


def twice(knowledge: Knowledge, says: str = "") -> Knowledge:
    """Return the medicine in which a second rule does what the rule on severe pain does."""
    rule = Rule("again", Level.CONSULTATION_24, (("pain_level", ("severe",)),), (), says)
    return knowledge._replace(rules=(*knowledge.rules, rule))


def without_step(knowledge: Knowledge, *ids: str) -> Knowledge:
    """Return the medicine without some questions."""
    return knowledge._replace(steps=tuple(one for one in knowledge.steps if one.id not in ids))


def without_sign(knowledge: Knowledge, step_id: str, sign: str) -> Knowledge:
    """Return the medicine in which a question leaves out one of its signs."""
    steps = [
        one._replace(ask=tuple(name for name in one.ask if name != sign))
        if one.id == step_id
        else one
        for one in knowledge.steps
    ]
    return knowledge._replace(steps=tuple(steps))


def changed(knowledge: Knowledge, rule_id: str, **fields: object) -> Knowledge:
    """Return the medicine in which a rule is another."""
    rules = [
        Rule(**{**one._asdict(), **fields}) if one.id == rule_id else one for one in knowledge.rules
    ]
    return knowledge._replace(rules=tuple(rules))


def added(knowledge: Knowledge, level: Level, **when: str) -> Knowledge:
    """Return the medicine with one more rule."""
    rule = Rule("odd", level, tuple((name, (value,)) for name, value in when.items()), (), "")
    return knowledge._replace(rules=(*knowledge.rules, rule))


def fearful(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which who has a fever is told that a fever is an emergency."""
    net = [one._replace(when=()) if one.id == "ill_fever" else one for one in knowledge.safety_net]
    return knowledge._replace(safety_net=tuple(net))


E, C24, C = Level.EMERGENCY, Level.CONSULTATION_24, Level.CONSULTATION


def by_missing_signs(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which a muscle is told where all signs of a nerve are denied."""
    when = tuple((name, (NO,)) for name in ("numb_tingling", "limb_weakness"))
    labels = [one._replace(when=when) if one.id == "muscle" else one for one in knowledge.labels]
    return knowledge._replace(labels=tuple(labels))


def renamed(knowledge: Knowledge) -> Knowledge:
    """Return the medicine with a label of which nobody wrote down what it names."""
    *labels, last = knowledge.labels
    return knowledge._replace(labels=(*labels, last._replace(id="new")))


def careless_of_cancer(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which a nerve is told beside an old cancer."""
    signs = [one for one in knowledge.other_causes["nerve"] if one[0][0] != "cancer_history"]
    return knowledge._replace(other_causes={**knowledge.other_causes, "nerve": tuple(signs)})


def talkative(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which it is told within a day's wait that it is neither."""
    return knowledge._replace(other_causes={**knowledge.other_causes, "neither": ()})


BROKEN = [
    # letter, the medicine broken, how what is then named begins
    ("a", milder, "gate_chest_breath_tearing = yes"),
    ("a", lambda k: changed(k, "R26", level=C), "weight_loss = yes"),
    ("b", doubt_free, "dark_urine"),
    ("b", lambda k: without_rules(k, "R44.unsure"), "numb_tingling"),
    ("c", careless, "massage with nsaid_risk"),
    ("d", lambda k: without_rules(k, "R42"), "Past six weeks."),
    ("d", lambda k: without_rules(k, "R36", "R36.8"), "Under eighteen."),
    ("d", lambda k: without_rules(k, "R26"), "weight_loss = yes"),
    ("d", lambda k: without_rules(k, "R45"), "Very low or without hope."),
    ("d", lambda k: without_rules(k, "R55"), "Pain all over."),
    ("d", lambda k: without_rules(k, "R56"), "The pain may travel."),
    ("e", lambda k: without_step(k, "cancer"), "cancer_history of age_band"),
    ("e", lambda k: without_sign(k, "fever", "dark_urine"), "dark_urine of everyone"),
    ("e", lambda k: without_step(k, "mood"), "low_mood of duration = gt_6w"),
    ("e", lambda k: without_step(k, "ask_cold_when"), "cold_when of limb_threat"),
    ("h", overruled, "milder decides"),
    ("h", twice, "again is needed"),
    ("h", lambda k: without_rules(k, "R38"), "R13 says why it stays, but is needed"),
    ("h", never_excepted, "odd has an exception"),
    ("j", by_missing_signs, "muscle (15) names the muscle"),
    ("j", renamed, "new: nobody says what it names"),
    ("k", careless_of_cancer, "nerve (13) beside cancer_history"),
    ("k", talkative, "neither (17) within 24 hours"),
    ("k", lambda k: without_rules(k, "R34"), "skin (0) is told"),
    ("l", ambulance_if_denied, "dark_urine: no <= unsure"),
    ("l", lambda k: changed(k, "R06.2", when=k_when("R06.2", "age_band")), "spread_since"),
    ("l", lambda k: added(k, C24, osteoporosis="unsure"), "osteoporosis: unsure <= yes"),
    ("l", lambda k: added(k, C24, injury_when="longer"), "injury_when: longer <= lt_2w"),
    ("l", lambda k: added(k, C24, walk_bend_relief="yes"), "walk_bend_relief: yes <= unsure"),
    ("m", lambda k: without_step(k, "medicine", "foot_rest"), "foot_rest_pain of R53"),
    ("m", lambda k: without_sign(k, "arm_danger", "one_arm_swollen"), "one_arm_swollen of R23.2"),
    ("m", lambda k: without_sign(k, "limb", "limb_clumsy"), "limb_clumsy of R08e"),
    ("n", fearful, "ill_fever: gate_fever = yes"),
    ("n", lambda k: changed(k, "R05", level=C24), "any_time: gate_saddle"),
    ("o", lambda k: added(k, C24, nsaid_risk="yes"), "nsaid_risk is in odd"),
    ("o", lambda k: added(k, C24, nsaid_risk="yes"), "tips ask nsaid_risk"),
    ("o", lambda k: without_step(k, "belly_never"), "pain_never_changes of R38b.4"),
    ("o", lambda k: changed(k, "R12.6", unless=()), "tips ask osteoporosis"),
    ("q", lambda k: without_rules(k, "R16"), "B1: consultation_24"),
    ("q", lambda k: without_rules(k, "R51.2"), "B4: consultation_24"),
    ("q", lambda k: changed(k, "R22", level=C24), "C9: emergency with limb_threat"),
]


def k_when(rule_id: str, *without: str) -> Condition:
    """Return the condition of a rule without some of its parts."""
    (when,) = (one.when for one in library.knowledge().rules if one.id == rule_id)
    return tuple(one for one in when if one[0] not in without)


@pytest.mark.long
@pytest.mark.parametrize(
    ("letter", "broken", "named"), BROKEN, ids=[f"{row[0]} {row[2]}" for row in BROKEN]
)
def test_a_mistake_in_the_medicine_breaks_it(
    knowledge: Knowledge, letter: str, broken: Callable[[Knowledge], Knowledge], named: str
) -> None:
    """The statement fails, and says what about."""
    about = [one.about for one in prove(broken(knowledge), letter).broken]
    assert any(one.startswith(named) for one in about), about


@pytest.mark.long
def test_a_rule_with_a_sentence_of_its_own_is_not_needless(knowledge: Knowledge) -> None:
    """Nobody would hear the sentence without it."""
    broken = prove(twice(knowledge, says="stay_still"), "h").broken
    assert "again is needed" not in [one.about for one in broken]


def test_what_does_not_hold_comes_with_the_fewest_answers(knowledge: Knowledge) -> None:
    """Here: that a fever is never in the spine; two answers say otherwise."""
    sheet = Sheet(knowledge)
    case = [sheet.has("gate_fever", YES), sheet.has("main_region", "neck")]
    (broken,) = settle("a", [Claim("no fever with a neck", z3.And(case), sheet)]).broken
    assert broken.answers == {"gate_fever": YES, "main_region": "neck"}


def forgetful(knowledge: Knowledge, session: Session | None, act: Act) -> Turn:
    """Take a step that loses the first answer when somebody goes back."""
    turn = step(knowledge, session, act)
    if act.name != "back" or turn.session is None or not turn.session.history:
        return turn
    return go_on(knowledge, turn.session.with_history(turn.session.history[1:]), *turn.say)


def deaf_to_refusal(knowledge: Knowledge, session: Session | None, act: Act) -> Turn:
    """Take a step that goes past a refused read-back when somebody goes back."""
    again = act.name == "back" and session is not None and REFUSED in session.history[-1]
    turn = step(knowledge, session, act)
    return step(knowledge, turn.session, act) if again else turn


def unforgiving(knowledge: Knowledge, session: Session | None, act: Act) -> Turn:
    """Take a step for which a read-back counts as refused once and for all."""
    turn = step(knowledge, session, act)
    if act.name != "back" or session is None or turn.session is None:
        return turn
    if session.reopened and not turn.session.reopened:
        return turn._replace(session=turn.session.with_history((*turn.session.history, (REFUSED,))))
    return turn


@pytest.mark.parametrize("broken", [forgetful, deaf_to_refusal, unforgiving])
def test_an_answer_that_is_lost_on_the_way_back_breaks_it(
    knowledge: Knowledge, broken: Talking, heard: list[Asked]
) -> None:
    """Whatever going back loses or keeps too much of."""
    assert undone(knowledge, heard, broken)[1]


def mute(knowledge: Knowledge, due: Ask, opened: str) -> Iterator[Reply]:
    """Yield the replies to a question, of which a "not sure" of signs records nothing."""
    for reply in replies(knowledge, due, opened):
        yield () if reply == ((due.step, UNSURE),) else reply


def round_and_round(knowledge: Knowledge, due: Ask, opened: str) -> Iterator[Reply]:
    """Yield the replies to a question, of which "which one" can be answered by not sure again."""
    yield from replies(knowledge, due, opened)
    yield ((due.step, UNSURE),)


@pytest.mark.parametrize("broken", [mute, round_and_round])
def test_a_reply_that_records_nothing_breaks_it(
    knowledge: Knowledge, broken: Callable[[Knowledge, Ask, str], Iterator[Reply]]
) -> None:
    """The question would come again for ever."""
    assert ends(knowledge, broken).broken


def boastful(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return a result that names a sign as its reason that nobody asked about."""
    reason = phrase("say.because", first=phrase("question.muscle_thinning.yes"))
    return (*verdict(knowledge, answers, assess(knowledge, answers)), reason)


def test_a_reason_that_nobody_gave_breaks_it(knowledge: Knowledge, played: list[Patient]) -> None:
    """Named inside another sentence, as reasons are."""
    assert untrue(knowledge, played, boastful)[1]


def test_what_nobody_can_come_to_is_missed(knowledge: Knowledge, played: list[Patient]) -> None:
    """An item for a leaning that there is not is never read, though all others of its kind are."""
    items = tuple(
        one._replace(labels=("none_such",)) if one.id == "prevention" else one
        for one in knowledge.items
    )
    assert ("self-care", "prevention") in reach(knowledge, played)
    assert ("self-care", "prevention") not in reach(knowledge._replace(items=items), played)
    assert ("self-care", "prevention") in wanted(knowledge)


def test_entries_that_share_an_id_are_told_apart(knowledge: Knowledge) -> None:
    """That somebody comes to one does not say that anybody comes to another, which it hides."""
    (thin,) = (one for one in knowledge.professionals if ("muscle_thinning", (YES,)) in one.when)
    more = knowledge._replace(professionals=(*knowledge.professionals, thin))
    patient = {"main_region": "widespread", "muscle_thinning": YES}
    reached = reach(more, [patient])
    assert ("professional", "neurologist") in reached
    assert ("professional", "neurologist (4)") in wanted(more)
    assert ("professional", "neurologist (4)") not in reached


def test_a_leaning_is_told_apart_by_its_entry(knowledge: Knowledge) -> None:
    """Pain all over is systemic by the third entry, neither by socks nor by spasms everywhere."""
    reached = reach(knowledge, [{"main_region": "widespread", "pain_level": "mild"}])
    systemic = {name for kind, name in reached if name.startswith("systemic")}
    assert systemic == {"systemic (3)"}


# --- that the proofs are about the real core --------------------------------------------------


def some_answers(knowledge: Knowledge, seed: int) -> Answers:
    """Return answers by chance: few or many, mostly denied."""
    luck = chance(seed)
    share = luck.choice((0.1, 0.4, 0.8, 1.0))
    answers: Answers = {}
    for name in sorted(knowledge.findings, key=lambda _: luck.random()):
        if luck.random() < share:
            values = values_of(knowledge, name)
            denied = NO in values and luck.random() < luck.choice((0.5, 0.9))
            answers[name] = NO if denied else luck.choice(values)
    marks = [one.id for one in knowledge.steps if one.at_once is not None]
    marks += [one.id for one in knowledge.words]
    answers |= {name: YES for name in marks if luck.random() < 0.02}
    return answers | ({READ_BACK: luck.choice((YES, NO))} if luck.random() < 0.1 else {})


def directed_at_rules(knowledge: Knowledge) -> Iterator[Answers]:
    """Yield what rules and steps need, rules with their exception met or not, and signs alone."""
    for rule in knowledge.rules:
        told = next(ways(knowledge, rule.when))
        yield told
        yield {**told, **next(ways(knowledge, rule.unless))}
        yield {**told, **(against(knowledge, rule.unless) if rule.unless else {})}
    yield from (next(ways(knowledge, one.when)) for one in knowledge.steps)
    doubted = (name for name in knowledge.findings if UNSURE in values_of(knowledge, name))
    yield from ({name: UNSURE} for name in doubted)
    yield from ({one.id: YES} for one in knowledge.words)
    yield from ({one.id: YES} for one in knowledge.steps if one.at_once is not None)


def against(knowledge: Knowledge, condition: Condition) -> Answers:
    """Return one answer that contradicts a condition, if there is one."""
    (finding, values), *_ = condition
    if behind := [one.when for one in knowledge.derived if one.id == finding]:
        return against(knowledge, behind[0])
    others = [value for value in values_of(knowledge, finding) if value not in values]
    return {finding: others[0]} if others else {}


def results(knowledge: Knowledge) -> Iterator[Answers]:
    """Yield what callers have said at the result, and after each page of tips."""
    rib = {"main_region": "upper_back_ribs", "deep_breath_sharp": YES, "recent_overuse": YES}
    for patient in (rib, *islice(leaning(knowledge), 0, None, 13)):
        at_result, _ = outcome(knowledge, patient)
        yield at_result
        yield from (page.answers for page in tips(knowledge, at_result, patient))


@pytest.fixture(scope="module")
def sets() -> list[Answers]:
    """Return many sets of answers: by chance, by rule, and of real interviews."""
    knowledge = library.knowledge()
    by_chance = (some_answers(knowledge, seed) for seed in range(SETS))
    return [*by_chance, *directed_at_rules(knowledge), *results(knowledge)]


@pytest.mark.long
def test_the_formulas_say_what_the_rules_do(knowledge: Knowledge, sets: list[Answers]) -> None:
    """Of every set the same fires, so far and in the end, and the same is due; all of it once."""
    sheet = Sheet(knowledge)
    ends = [
        (one.id, one.level, final, one.holds)
        for final in (False, True)
        for one in sheet.reasons(final=final)
    ]
    steps = [(one.id, sheet.due(one)) for one in knowledge.steps]
    holds = read_by(sheet, [*(one[-1] for one in ends), *(one[-1] for one in steps)])
    seen: set[str] = set()
    for answers in sets:
        said = holds(answers)
        for final in (False, True):
            told = {(one.id, one.level) for one in fired(knowledge, answers, final=final)}
            now = [one for one, held in zip(ends, said, strict=False) if held and one[2] == final]
            assert {one[:2] for one in now} == told
            seen |= {one[0] for one in now if final}
        due = {one[0] for one, held in zip(steps, said[len(ends) :], strict=True) if held}
        assert due == due_in(knowledge, answers)
        seen |= {f"due {name}" for name in due}
    assert seen == {one[0] for one in ends} | {f"due {one[0]}" for one in steps}


def due_in(knowledge: Knowledge, answers: Answers) -> set[str]:
    """Return the steps that would ask something."""
    facts = with_derived(knowledge, answers)
    steps = (one for one in knowledge.steps if met(one.when, facts))
    return {one.id for one in steps if open_findings(knowledge, facts, one)}


@pytest.mark.long
def test_the_formulas_say_what_may_be_read(knowledge: Knowledge) -> None:
    """Red flags are raised alike, and what the core reads the formulas allow; every item once."""
    sheet = Sheet(knowledge)
    ids = [item.id for item in knowledge.items]
    spoken = [sheet.spoken(item) for item in knowledge.items]
    holds = read_by(sheet, [sheet.raised(), sheet.advice_allowed(), *spoken])
    seen: set[str] = set()
    by_chance = (some_answers(knowledge, seed) for seed in range(SETS // 10))
    for answers in (*by_chance, *results(knowledge)):
        raised, allowed, *may = holds(answers)
        assert raised == red_flag_raised(knowledge, answers)
        read = set(advice(knowledge, answers))
        assert read <= {name for name, one in zip(ids, may, strict=True) if one}
        assert allowed or not advice_allowed(knowledge, answers)
        seen |= read
    assert seen == set(ids)


@pytest.mark.long
def test_the_formulas_say_what_is_leaned_to(knowledge: Knowledge, sets: list[Answers]) -> None:
    """What the core says it leans to may be, and within a day's wait nerve, muscle and both are."""
    sheet = Sheet(knowledge)
    told: set[str] = set()
    for answers in [*sets, *(told | SEVERE for told in (NERVE, MUSCLE, BOTH))]:
        result = assess(knowledge, answers)
        may, urgently = read_by(
            sheet, [sheet.may_lean(result.label), sheet.told_urgently(result.label)]
        )(answers)
        assert may
        if result.level == Level.CONSULTATION_24 and result.decided:
            assert urgently
            told.add(result.label.leaning)
    assert told == {"nerve", "muscle", "mixed"}


def test_at_every_result_below_emergency_nothing_is_due(
    knowledge: Knowledge, played: list[Patient]
) -> None:
    """So what is claimed of answers after which nothing is due is claimed of every result."""
    sheet = Sheet(knowledge)
    through = read_by(sheet, [sheet.through()])
    ends = [outcome(knowledge, patient)[0] for patient in played]
    below = [one for one in ends if assess(knowledge, one).level < Level.EMERGENCY]
    assert below
    assert all(through(answers) == [True] for answers in below)
    told = {"limb_weakness": YES, "weakness_severe_or_fast": NO, "duration": "gt_6w"}
    assert through(told) == [False]


def test_what_the_conversation_records_is_among_the_replies(
    knowledge: Knowledge, heard: list[Asked]
) -> None:
    """To every question: yes, no, not sure, each sign, each value, and what is not understood."""
    for one in heard:
        if one.due.step == READ_BACK:
            continue
        opened = dict(pair for reply in one.before for pair in reply).get(one.due.step, "")
        known = {frozenset(reply) for reply in replies(knowledge, one.due, opened)}
        for breath in recorded_by(knowledge, one):
            assert frozenset(breath) in known, (one.due, breath)


def recorded_by(knowledge: Knowledge, one: Asked) -> Iterator[Reply]:
    """Yield what the conversation records of what can be said to a question."""
    begun = go_on(knowledge, Session(history=one.before))
    said = [Act("yes"), Act("no"), Act("unsure"), Act("none")]
    said += [Act("tell", told=((name, YES),)) for name in one.due.findings]
    said += [Act("choose", finding=one.due.step, value=each) for each in ("here", "one", "itself")]
    for act in said:
        turn = step(knowledge, begun.session, act)
        if turn.session is not None and len(turn.session.history) == len(one.before) + 1:
            yield turn.session.history[-1]


def test_patients_give_answers_that_there_are(knowledge: Knowledge, heard: list[Asked]) -> None:
    """A choice has a harmless value for everyone who does not name one."""
    for one in heard:
        opened = dict(pair for reply in one.before for pair in reply).get(one.due.step, "")
        known = {frozenset(reply) for reply in replies(knowledge, one.due, opened)}
        assert frozenset(one.reply) in known, (one.due, one.reply)


def test_nothing_is_asked_that_has_an_answer(heard: list[Asked]) -> None:
    """Which every interview's end rests on."""
    for one in heard:
        answers = {name for reply in one.before for name, _ in reply}
        assert answers.isdisjoint(one.due.findings)


def read_by(sheet: Sheet, formulas: list[z3.BoolRef]) -> Callable[[Answers], list[bool]]:
    """Return what tells of exactly these answers which of the formulas hold."""
    names = [z3.Bool(f"formula {number}") for number in range(len(formulas))]
    solver = z3.SolverFor("QF_FD")
    solver.add(sheet.consistent(), *sheet.definitions)
    solver.add(*(name == formula for name, formula in zip(names, formulas, strict=True)))

    def hold(answers: Answers) -> list[bool]:
        assert solver.check(*sheet.of(answers)) == z3.sat
        model = solver.model()
        return [z3.is_true(model.eval(name)) for name in names]

    return hold


# --- what is printed --------------------------------------------------------------------------


def printed(knowledge: Knowledge, verdict: Verdict) -> list[str]:
    """Return the report of one verdict, line by line."""
    example = {("level", "self_care"): Example(11, {"duration": "lt_2w"})}
    return report(Proof((verdict,), example), knowledge, library.locale_texts("en-US")).split("\n")


def test_a_proved_statement_says_over_how_much(knowledge: Knowledge) -> None:
    """And in how many seconds, and by what means."""
    lines = printed(knowledge, Verdict("c", "52 claims", 0.61))
    assert lines[0].startswith("(c) proved: No self-care item is read")
    assert lines[0].endswith("[z3: 52 claims, 0.6 s]")
    assert lines[-1] == "  level self_care: 11 answers: duration = lt_2w"


def test_a_broken_statement_prints_the_conversation(knowledge: Knowledge) -> None:
    """Question by question up to what breaks it; what no question asks for is told."""
    answers = {"age_band": "50_55", "gate_chest_breath_tearing": UNSURE, "pregnant": YES}
    broken = Broken("gate_chest_breath_tearing = unsure", answers)
    lines = printed(knowledge, Verdict("d", "80 claims", 1.0, (broken,)))
    assert lines[0].startswith("(d) BROKEN: ")
    assert lines[1] == "    - gate_chest_breath_tearing = unsure"
    assert lines[3].strip() == "person   50."
    assert lines[-5].split(maxsplit=1) == ["person", "Not sure."]
    assert lines[-4].split(maxsplit=1) == ["told", "You are or could be pregnant"]


def test_without_z3_the_command_says_what_to_do(tmp_path: Path) -> None:
    """And ends with 1, without a traceback."""
    (tmp_path / "z3.py").write_text('raise ModuleNotFoundError(name="z3")\n')
    command = [sys.executable, "-m", "skill", "prove"]
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "The proofs need z3. Run: pip install z3-solver\n"

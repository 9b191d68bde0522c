"""The proofs: that they hold, that each can fail, and that what they prove is about the real core.

What fits into a minute is proved here; ``python -m skill prove`` proves all of it. That a statement
can fail, and that it is about the real core, is long: ``make test-all`` plays it.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path

import pytest
import z3
from callers import chance
from expected.leanings import BOTH, MUSCLE, NERVE, SEVERE
from expected.self_care import ITEMS, caller

from skill import library
from skill.dialogue.acts import Act
from skill.dialogue.conversation import step
from skill.dialogue.moves import go_on
from skill.dialogue.session import REFUSED, Session
from skill.dialogue.turns import Turn
from skill.proofs.formulas import Sheet, values_of
from skill.proofs.interviews import outcome, tips
from skill.proofs.proving import Proof, Walked, places, verdicts_of, walk_through
from skill.proofs.reach import Example, reach, wanted, ways
from skill.proofs.report import report
from skill.proofs.states import States
from skill.proofs.theorems import THEOREMS, Claim, prove, settle
from skill.proofs.undo import Step as Talking
from skill.proofs.undo import undone
from skill.proofs.verdicts import Broken, Verdict
from skill.proofs.walk import longest, replies, walk
from skill.triage.assessment import advice, advice_allowed, assess
from skill.triage.interview import READ_BACK, next_ask
from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Condition,
    Knowledge,
    Level,
    Rule,
    Step,
)
from skill.triage.rules import fired, red_flag_raised

SETS = 60
INTERVIEWS = 60
QUICK = ("widespread", "unsure")
"""The places whose interviews are few enough to walk here."""


# --- what holds -------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", THEOREMS)
def test_holds_for_every_set_of_answers(knowledge: Knowledge, letter: str) -> None:
    """Nothing that could be said breaks it."""
    assert not prove(knowledge, letter).broken


@pytest.fixture(scope="module")
def walked() -> list[Walked]:
    """Return the places that are walked here."""
    return [walk_through(library.knowledge(), place) for place in QUICK]


def test_holds_for_every_interview(walked: list[Walked]) -> None:
    """In these places, what must be asked is asked, every interview ends, and undo is exact."""
    verdicts = {one.statement: one for one in verdicts_of(walked)}
    assert not verdicts["e"].broken
    assert not verdicts["f"].broken
    assert not verdicts["i"].broken


def test_every_place_is_walked(knowledge: Knowledge) -> None:
    """Not knowing the place is a place of its own."""
    assert set(places(knowledge)) == {*knowledge.findings["main_region"].values, UNSURE}


# --- that each statement can fail -------------------------------------------------------------


def without_rules(knowledge: Knowledge, *ids: str) -> Knowledge:
    """Return the medicine without some rules."""
    return knowledge._replace(rules=tuple(one for one in knowledge.rules if one.id not in ids))


def doubt_free(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which "not sure" about dark urine reaches nothing."""
    finding = knowledge.findings["dark_urine"]._replace(unsure=None)
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
    """Return the medicine in which ibuprofen forgets the ulcers."""
    items = [
        one._replace(blocked_by=("pregnant", "perhaps_fresh")) if one.id == "otc_nsaid" else one
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


def untroubled(knowledge: Knowledge) -> Knowledge:
    """Return the medicine in which not being sure of numbness or a line reaches nothing."""
    names = ("numb_tingling", "travels_line")
    sure = {name: knowledge.findings[name]._replace(unsure=None) for name in names}
    return knowledge._replace(findings={**knowledge.findings, **sure})


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


def twice(knowledge: Knowledge, says: str = "") -> Knowledge:
    """Return the medicine in which a second rule does what the rule on severe pain does."""
    rule = Rule("again", Level.CONSULTATION_24, (("pain_level", ("severe",)),), (), says)
    return knowledge._replace(rules=(*knowledge.rules, rule))


BROKEN = [
    # letter, the medicine broken, what is then named
    ("a", milder, "gate_chest_breath_tearing = yes"),
    ("b", doubt_free, "dark_urine"),
    ("b", ambulance_if_denied, "dark_urine"),
    ("c", careless, "otc_nsaid with nsaid_risk"),
    ("d", lambda k: without_rules(k, "R42"), "Past six weeks."),
    ("d", lambda k: without_rules(k, "R36"), "Under eighteen."),
    ("d", lambda k: without_rules(k, "R26"), "weight_loss_or_lump = yes"),
    ("d", untroubled, "Perhaps numbness or tingling."),
    ("d", untroubled, "The pain may travel."),
    ("d", lambda k: without_rules(k, "R44.2"), "The pain travels."),
    ("d", lambda k: without_rules(k, "R44.3"), "Shocks."),
    ("d", lambda k: without_rules(k, "R44.4"), "Numb like socks or gloves."),
    ("d", lambda k: without_rules(k, "R44.5"), "Pain all over."),
    (
        "d",
        lambda k: without_rules(k, "R44.6"),
        "From 65 on, and neither cramp, knot, strain nor injury.",
    ),
    ("d", lambda k: without_rules(k, "R45"), "Very low or without hope."),
    ("h", overruled, "milder decides"),
    ("h", twice, "again is needed"),
    ("h", lambda k: without_rules(k, "R38"), "R13 says why it stays, but is needed"),
    ("h", never_excepted, "odd has an exception"),
    ("j", by_missing_signs, "muscle (15) names the muscle"),
    ("j", renamed, "new: nobody says what it names"),
    ("k", careless_of_cancer, "nerve (12) beside cancer_history"),
    ("k", talkative, "neither (16) within 24 hours"),
    ("k", lambda k: without_rules(k, "R34"), "skin (0) is told"),
]


@pytest.mark.long
@pytest.mark.parametrize(
    ("letter", "broken", "named"), BROKEN, ids=[f"{row[0]} {row[2]}" for row in BROKEN]
)
def test_a_mistake_in_the_medicine_breaks_it(
    knowledge: Knowledge, letter: str, broken: Callable[[Knowledge], Knowledge], named: str
) -> None:
    """The statement fails, and says what about."""
    assert named in [one.about for one in prove(broken(knowledge), letter).broken]


@pytest.mark.long
def test_a_rule_with_a_sentence_of_its_own_is_not_needless(knowledge: Knowledge) -> None:
    """Nobody would hear the sentence without it."""
    broken = prove(twice(knowledge, says="stay_still"), "h").broken
    assert "again is needed" not in [one.about for one in broken]


def test_what_does_not_hold_comes_with_the_fewest_answers(knowledge: Knowledge) -> None:
    """Here: that a fever is never in the spine; two answers say otherwise."""
    sheet = Sheet(knowledge)
    case = [sheet.consistent(), sheet.has("gate_fever", YES), sheet.has("main_region", "neck")]
    (broken,) = settle("a", [Claim("no fever with a neck", z3.And(case), sheet)]).broken
    assert broken.answers == {"gate_fever": YES, "main_region": "neck"}


@pytest.mark.long
def test_a_question_that_is_lost_breaks_the_walk(knowledge: Knowledge) -> None:
    """A screen without one of its items lets a mild result come too early."""
    steps = tuple(
        one._replace(ask=("known_condition",)) if one.id == "all_over_signs" else one
        for one in knowledge.steps
    )
    early = walk(knowledge._replace(steps=steps), "widespread").early
    assert early
    assert all("muscle_thinning" not in answers for answers in early)


@pytest.mark.long
def test_a_question_asked_on_one_way_only_breaks_the_walk(knowledge: Knowledge) -> None:
    """Two interviews that go on alike are not one if only one of them was asked all."""
    known, ways = (
        ("known_condition",),
        {"muscle_thinning": (NO,), "paracetamol_risk": (YES, UNSURE)},
    )
    place = (("main_region", ("widespread",)),)
    alone = Step("known", known, place, follow_up=False, at_once=None, source="S0")
    asked = [
        alone._replace(id=name, ask=(name,), when=(*place, (known[0], values)))
        for name, values in ways.items()
    ]
    at = [one.id for one in knowledge.steps].index("all_over_signs")
    steps = (*knowledge.steps[:at], alone, *asked, *knowledge.steps[at + 1 :])
    assert walk(knowledge._replace(steps=steps), "widespread").early


@pytest.mark.parametrize(
    ("following", "most", "circle"),
    [
        ([[1, 2], [2], []], 2, set()),
        ([[1], []], 1, set()),
        ([[1], [0]], 0, {0, 1}),
        ([[1], [2], [1]], 0, {1, 2}),
        ([[1, 2], [], [2, 1]], 0, {2}),
    ],
    ids=["the longer way counts", "one answer", "a circle", "further on", "beside an end"],
)
def test_the_longest_interview(following: list[list[int]], most: int, circle: set[int]) -> None:
    """The most answers to an end, or where some interview goes round."""
    length, around = longest(following)
    assert (length, set(around)) == (most, circle)


def test_a_circle_is_printed_as_the_conversation_that_leads_into_it(knowledge: Knowledge) -> None:
    """Up to the last answer before it. Answers only ever grow, so that no content makes one."""
    into = {"main_region": "widespread", "all_over_signs": "yes", "muscle_thinning": "no"}
    around = walk(knowledge, "unsure")._replace(place="widespread", circle=into)
    (ends,) = (one for one in verdicts_of([Walked(around, 0, (), 0, 0)]) if one.statement == "f")
    (circle,) = ends.broken
    lines = printed(knowledge, ends)
    assert lines[0].startswith("(f) BROKEN: ")
    assert circle.about == "an interview goes round in a circle: widespread"
    said = [line for line in lines if "  person " in line]
    assert said[-1].split() == ["person", "No."]
    assert "thinner" in lines[lines.index(said[-1]) - 1]


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
    knowledge: Knowledge, broken: Talking, walked: list[Walked]
) -> None:
    """Whatever going back loses or keeps too much of."""
    place = walked[0].place
    assert undone(knowledge, place.place, place.asked, broken)[1]


@pytest.mark.long
def test_a_follow_up_that_is_lost_breaks_the_walk(knowledge: Knowledge) -> None:
    """Long pain without a question about low spirits ends too early."""
    steps = tuple(one for one in knowledge.steps if one.id != "mood")
    early = walk(knowledge._replace(steps=steps), "widespread").early
    assert early
    assert {answers["duration"] for answers in early} <= {"gt_6w", "recurring"}


@pytest.mark.long
def test_a_follow_up_on_one_way_only_breaks_the_walk(knowledge: Knowledge) -> None:
    """Interviews that go on alike are not one if only the shorter had a question it called for."""
    known = ("age_band", knowledge.findings["age_band"].values)
    steps = tuple(
        one._replace(when=(*one.when, known)) if one.id == "pulled" else one
        for one in knowledge.steps
    )
    early = walk(knowledge._replace(steps=steps), "widespread").early
    assert [answers["age_band"] for answers in early] == [UNSURE]


def test_what_nobody_can_come_to_is_missed(knowledge: Knowledge, walked: list[Walked]) -> None:
    """An item for a leaning that there is not is never read, though all others of its kind are."""
    items = tuple(
        one._replace(labels=("none_such",)) if one.id == "prevention" else one
        for one in knowledge.items
    )
    results = [answers for one in walked for answers in one.place.results]
    assert ("self-care", "prevention") in reach(knowledge, results)
    assert ("self-care", "prevention") not in reach(knowledge._replace(items=items), results)
    assert ("self-care", "prevention") in wanted(knowledge)


def test_entries_that_share_an_id_are_told_apart(
    knowledge: Knowledge, walked: list[Walked]
) -> None:
    """That somebody comes to one does not say that anybody comes to another, which it hides."""
    (thin,) = (one for one in knowledge.professionals if ("muscle_thinning", (YES,)) in one.when)
    more = knowledge._replace(professionals=(*knowledge.professionals, thin))
    reached = reach(more, [answers for one in walked for answers in one.place.results])
    assert ("professional", "neurologist") in reached
    assert ("professional", "neurologist (4)") in wanted(more)
    assert ("professional", "neurologist (4)") not in reached


def test_a_leaning_is_told_apart_by_its_entry(knowledge: Knowledge) -> None:
    """Pain all over is systemic by the third entry, not by spasms in several places."""
    patient = {"main_region": "widespread", "pain_level": "mild"}
    assert ("leaning", "systemic (3)") in reach(knowledge, [patient])
    assert ("leaning", "systemic") not in reach(knowledge, [patient])


def test_answers_are_taken_back_at_every_question(walked: list[Walked]) -> None:
    """Also at items of screens, at choices, and where the first "not sure" is asked again."""
    assert all(one.taken_back > len(one.place.asked) for one in walked)


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


def directed(knowledge: Knowledge) -> Iterator[Answers]:
    """Yield what each rule needs, also with its exception met or ruled out, and signs alone."""
    for rule in knowledge.rules:
        told = next(ways(knowledge, rule.when))
        yield told
        yield {**told, **next(ways(knowledge, rule.unless))}
        yield {**told, **(against(knowledge, rule.unless) if rule.unless else {})}
    yield from ({name: UNSURE} for name in knowledge.findings)
    yield from ({one.id: YES} for one in knowledge.words)
    yield from ({one.id: YES} for one in knowledge.steps if one.at_once is not None)


def against(knowledge: Knowledge, condition: Condition) -> Answers:
    """Return one answer that contradicts a condition."""
    (finding, values), *_ = condition
    if behind := [one.when for one in knowledge.derived if one.id == finding]:
        return against(knowledge, behind[0])
    return {finding: next(v for v in values_of(knowledge, finding) if v not in values)}


def results(knowledge: Knowledge) -> Iterator[Answers]:
    """Yield what callers have said at the result, and after each page of tips.

    They are those whom an item suits, and one of a place where fluid loss is asked about.
    """
    callers = [*(caller(item) for item in ITEMS), caller("electrolytes", main_region="widespread")]
    for patient in callers:
        at_result, _ = outcome(knowledge, patient)
        yield at_result
        yield from (page.answers for page in tips(knowledge, at_result, patient))


def urgent_leanings() -> list[Answers]:
    """Return callers who hear a leaning though they must be seen within a day."""
    return [told | SEVERE for told in (NERVE, MUSCLE, BOTH)]


@pytest.fixture(scope="module")
def sets() -> list[Answers]:
    """Return many sets of answers: by chance, by rule, and of real interviews."""
    knowledge = library.knowledge()
    by_chance = (some_answers(knowledge, seed) for seed in range(SETS))
    return [*by_chance, *directed(knowledge), *results(knowledge)]


@pytest.mark.long
@pytest.mark.parametrize("final", [False, True], ids=["so far", "at the end"])
def test_the_formulas_say_what_the_rules_do(
    knowledge: Knowledge, sets: list[Answers], *, final: bool
) -> None:
    """Of every set the same fires, red flags are raised, items are spoken; and each does once."""
    sheet = Sheet(knowledge)
    reasons = sheet.reasons(final=final)
    spoken = {item.id: sheet.spoken(item) for item in knowledge.items}
    seen: set[str] = set()
    told: set[str] = set()
    for answers in [*sets, *urgent_leanings()]:
        model = model_of(sheet, answers)
        holding = {(one.id, one.level) for one in reasons if z3.is_true(model.eval(one.holds))}
        assert holding == {(one.id, one.level) for one in fired(knowledge, answers, final=final)}
        assert z3.is_true(model.eval(sheet.raised())) == red_flag_raised(knowledge, answers)
        read = advice(knowledge, answers)
        assert all(z3.is_true(model.eval(spoken[item])) for item in read)
        if advice_allowed(knowledge, answers):
            assert z3.is_true(model.eval(sheet.advice_allowed()))
        result = assess(knowledge, answers)
        assert z3.is_true(model.eval(sheet.may_lean(result.label)))
        if result.level == Level.CONSULTATION_24 and result.decided:
            assert z3.is_true(model.eval(sheet.told_urgently(result.label)))
            told.add(result.label.leaning)
        seen |= {name for name, _ in holding} | set(read)
    assert seen == {one.id for one in reasons} | set(spoken)
    assert told == {"nerve", "muscle", "mixed"}


def test_every_result_is_settled(knowledge: Knowledge) -> None:
    """What statement (d) takes for granted holds at every result: no follow-up is open."""
    sheet = Sheet(knowledge)
    for answers in results(knowledge):
        assert z3.is_true(model_of(sheet, answers).eval(sheet.settled()))
    told = {"limb_weakness": YES, "weakness_severe_or_fast": NO, "duration": "gt_6w"}
    assert z3.is_false(model_of(sheet, told).eval(sheet.settled()))


def model_of(sheet: Sheet, answers: Answers) -> z3.ModelRef:
    """Return the one model in which exactly these answers are given."""
    solver = z3.SolverFor("QF_FD")
    solver.add(sheet.consistent(), *sheet.of(answers))
    assert solver.check() == z3.sat
    return solver.model()


@pytest.mark.long
@pytest.mark.parametrize("place", places(library.knowledge()))
def test_states_that_are_one_have_the_same_future(knowledge: Knowledge, place: str) -> None:
    """Where two interviews have one key, the same is asked, and each answer leads to one key."""
    states = States(knowledge, place)
    futures: dict[Hashable, tuple[Answers, Hashable]] = {}
    met_twice = 0
    for seed in range(INTERVIEWS):
        luck = chance(f"{place} {seed}")
        answers, left = Answers(), states.start
        while (due := next_ask(knowledge, answers)) and due.step != READ_BACK:
            key, left = states.key(answers, left)
            assert key == states.key(answers, states.start)[0]
            future = (
                due,
                [key_after(states, answers, one) for one in replies(knowledge, due, place)],
            )
            first, expected = futures.setdefault(key, (answers, future))
            met_twice += first != answers
            assert future == expected, (first, answers)
            likely = list(replies(knowledge, due, place))
            answers = {**answers, **dict(luck.choice([likely[0], *likely]))}
    assert met_twice


def key_after(states: States, answers: Answers, reply: tuple[tuple[str, str], ...]) -> Hashable:
    """Return the key once a reply is recorded."""
    return states.key({**answers, **dict(reply)}, states.start)[0]


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
    answers = {"age_band": "50_64", "gate_stroke": UNSURE, "pregnant": YES}
    broken = Broken("gate_stroke = unsure", answers)
    lines = printed(knowledge, Verdict("d", "80 claims", 1.0, (broken,)))
    assert lines[0].startswith("(d) BROKEN: ")
    assert lines[1] == "    - gate_stroke = unsure"
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

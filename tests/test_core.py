"""The core by itself, without a conversation around it: what it counts, gives as reasons, and ends.

Where the medicine that ships never comes to it, a medicine with one thing changed does.
"""

import pytest
from callers import KNOWLEDGE, REGIONS, SIMPLE_SPASM, answers_after, interview
from expected.leanings import sounds
from expected.rules import FIRES
from expected.self_care import caller
from expected.writing import Row
from oracles import asks, only

from skill.triage.assessment import PAGES, advice, advice_ask, assess, next_page
from skill.triage.interview import (
    HEDGED,
    READ_BACK,
    Ask,
    level_of,
    next_ask,
    questions_left,
    reached,
)
from skill.triage.knowledge import EACH, LOST, NO, UNHEARD, YES, Answers, Label, Level, Rule
from skill.triage.rules import fired, rests_on, with_derived

# --- how long it goes on ----------------------------------------------------------------------

LIKELY = {name: one.values[1] for name, one in KNOWLEDGE.findings.items() if one.values} | {
    name: "yes" for name, one in KNOWLEDGE.findings.items() if one.no_is_sign
}
"""Of a choice the second value; who is well can use the limb."""


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize("more", [{}, {"gate_fever": "yes"}, {"gate_injury": "unsure"}])
def test_how_many_are_left_is_what_a_caller_who_denies_all_still_hears(
    place: str, more: Answers
) -> None:
    """Once the place is known, the read-back and follow-ups among them, down to the last."""
    patient = {**LIKELY, "age_band": "25_39", **more, "main_region": place}
    asked = list(asks(KNOWLEDGE, patient))
    for left, (_, answers) in enumerate(reversed(asked), start=1):
        if answers.keys() >= {"main_region", *more}:
            assert questions_left(KNOWLEDGE, answers) == left


@pytest.mark.parametrize("told", [{}, {"age_band": "unsure"}])
def test_before_the_place_is_known_a_common_one_is_counted_with(told: Answers) -> None:
    """The second of the places, as of the ages; who is not sure of the age counts as grown up."""
    patient = {**LIKELY, **told, "adult_18_plus": "yes", "main_region": "shoulder_arm"}
    asked = [answers for _, answers in asks(KNOWLEDGE, patient)]
    assert questions_left(KNOWLEDGE, told) == len(asked) - asked.index(told)


@pytest.mark.parametrize("row", FIRES, ids=str)
def test_an_emergency_and_nothing_less_ends_the_interview_early(row: Row) -> None:
    """Of either kind: help is told at once (3e)."""
    ended = next_ask(KNOWLEDGE, row.answers) is None
    assert ended is (reached(KNOWLEDGE, row.answers) >= Level.EMERGENCY)


@pytest.mark.parametrize("place", REGIONS)
def test_at_a_level_of_a_day_the_red_flags_are_finished_and_nothing_more(place: str) -> None:
    """Which of the two it is can wait, and nothing is read back (4d)."""
    asked = asks(KNOWLEDGE, {**SIMPLE_SPASM, "main_region": place, "pain_level": "severe"})
    assert {ask.step for ask, _ in asked} <= {step.id for step in KNOWLEDGE.steps}


def test_a_rule_whose_exception_nobody_could_answer_counts_at_the_end() -> None:
    """It is among the reasons, and what it makes urgent is told, not read back first."""
    *_, (ask, answers) = asks(KNOWLEDGE, {**SIMPLE_SPASM, "main_region": "leg"})
    answers |= {**dict.fromkeys(ask.findings, NO), HEDGED: YES}
    read_back = Ask(READ_BACK, ())
    assert next_ask(KNOWLEDGE, answers) == read_back
    for level in Level:
        rule = Rule("new", level, (("on_off_spasm", ("yes",)),), (("never_asked", ("yes",)),), "")
        stricter = KNOWLEDGE._replace(rules=(*KNOWLEDGE.rules, rule))
        expected = read_back if level < Level.CONSULTATION_24 else None
        assert next_ask(stricter, answers) == expected
        assert "new" in {one.id for one in assess(stricter, answers).fired}


@pytest.mark.parametrize("rule", KNOWLEDGE.rules, ids=lambda rule: rule.id)
def test_a_rule_names_the_answers_that_made_it_fire(rule: Rule) -> None:
    """In its own order, which is that of telling."""
    answers = {name: values[0] for name, values in rule.when}
    found = fired(KNOWLEDGE._replace(rules=(rule,), derived=()), answers, final=True)
    assert tuple(answers) in {one.because for one in found if one.id == rule.id}


# --- reasons and doors ------------------------------------------------------------------------

CRAMPS = "numb_tingling on_off_spasm hard_knot"
WEIGHED = [
    # how (nerve, muscle) count, what is so, reasons, what speaks against, why so
    ((1, 0), CRAMPS, "numb_tingling", "", "a nerve alone; what says nothing of it is no reason"),
    ((0, 1), CRAMPS, "on_off_spasm hard_knot", "numb_tingling", "a muscle alone"),
    ((1, 1), CRAMPS, "numb_tingling on_off_spasm", "", "both: one reason from each"),
    ((1, 1), "numb_tingling tender_press", "numb_tingling tender_press", "", "however weak"),
]


@pytest.mark.parametrize(("weigh", "told", "reasons", "against", "why"), WEIGHED)
def test_a_reason_speaks_for_what_the_label_speaks_of(
    weigh: tuple[float, float], told: str, reasons: str, against: str, why: str
) -> None:
    """Numbness speaks for a nerve and a little against a muscle; the others for a muscle."""
    label = Label("nerve", "", "nerve", (), (), (-9, 9), None, None, weigh)
    settings = KNOWLEDGE.settings._replace(least_answered=1)
    small = KNOWLEDGE._replace(labels=(label,), settings=settings)
    found = assess(small, sounds("leg", told))
    assert (found.for_it, found.against) == (tuple(reasons.split()), against), why


def test_a_label_that_its_answers_give_has_two_of_them_as_reasons() -> None:
    """More than two nobody can keep."""
    when = tuple((name, (YES,)) for name in ("hand_shake_relief", "sock_glove", "one_side_rash"))
    label = Label("pinch_wrist", "", "nerve", when, (), None, None, None, (0, 0))
    found = assess(
        KNOWLEDGE._replace(labels=(label,)), sounds("neck", " ".join(name for name, _ in when))
    )
    assert found.for_it == ("hand_shake_relief", "sock_glove")


def test_what_is_derived_is_no_reason() -> None:
    """Nobody said it: of a label that it decides, what was said is told."""
    when = (("nerve_sign", (YES,)), ("numb_tingling", (YES,)))
    label = Label("pinch_wrist", "", "nerve", when, (), None, None, None, (0, 0))
    found = assess(KNOWLEDGE._replace(labels=(label,)), sounds("neck", "numb_tingling"))
    assert found.for_it == ("numb_tingling",)


def test_where_no_door_fits_none_is_named() -> None:
    """Rather than a wrong one."""
    result = assess(KNOWLEDGE._replace(professionals=()), caller("heat"))
    assert (result.professional, result.later) == ("", "")


# --- tips -------------------------------------------------------------------------------------


OF_HEAT = ("area_heat_unsafe", "known_condition")


def test_what_a_tip_depends_on_is_asked_before_it_one_by_one() -> None:
    """Until all of it is known; each question is asked once for its page."""
    answers = {name: said for name, said in caller("heat").items() if name not in OF_HEAT}
    answers["tips"] = YES
    asked = []
    while ask := advice_ask(only(KNOWLEDGE, "heat"), answers):
        asked.append(ask)
        answers |= dict.fromkeys(ask.findings, "no")
    assert asked == [Ask(name, (name,)) for name in OF_HEAT]


def test_after_the_fourth_page_there_is_no_more() -> None:
    """However much would still fit, as with one tip a page."""
    answers = caller("keep_active")
    one_each = KNOWLEDGE._replace(settings=KNOWLEDGE.settings._replace(advice_most=1))
    assert next_page(one_each, answers) == PAGES[0]
    assert next_page(one_each, answers | dict.fromkeys(PAGES[:3], YES)) == PAGES[3]
    assert not next_page(one_each, answers | dict.fromkeys(PAGES, YES))


def test_no_tips_are_offered_to_whom_none_may_be_read() -> None:
    """Though some would suit a child (6)."""
    assert not next_page(KNOWLEDGE, {**caller("keep_active"), "adult_18_plus": "no"})


def test_only_what_the_tips_that_come_next_depend_on_is_asked() -> None:
    """Of a simple spasm: for warmth, not yet for the pills that come with the next tips."""
    told = interview({**SIMPLE_SPASM, "main_region": "lower_back"})[-1]
    answers = {**answers_after(told), PAGES[0]: YES}
    for name in OF_HEAT:
        assert advice_ask(KNOWLEDGE, answers) == Ask(name, (name,))
        answers[name] = "no"
    assert advice_ask(KNOWLEDGE, answers) is None


def test_nothing_is_asked_for_an_item_that_the_safety_of_advice_cannot_make_suit() -> None:
    """Whether fluid was lost is known from the interview, or not at all."""
    small = only(KNOWLEDGE, "electrolytes")
    for open_ones, asked in (
        (("nsaid_risk",), Ask("nsaid_risk", ("nsaid_risk",))),
        (("nsaid_risk", "fluid_loss_sweat"), None),
    ):
        answers = caller("electrolytes")
        for name in open_ones:
            del answers[name]
        assert advice_ask(small, answers) == asked


IN_STEPS = {name for step in KNOWLEDGE.steps for name in step.ask}
WELL_LEG = {**SIMPLE_SPASM, "main_region": "leg"}


@pytest.mark.parametrize("step", ["fever", "faint"])
def test_what_nobody_could_name_is_asked_one_by_one(step: str) -> None:
    """Each of the signs by itself, the first that is open."""
    before = next(answers for ask, answers in asks(KNOWLEDGE, WELL_LEG) if ask.step == step)
    signs = next(one.ask for one in KNOWLEDGE.steps if one.id == step)
    answers = {**before, step: EACH}
    for name in signs:
        assert next_ask(KNOWLEDGE, answers) == Ask(step, (name,))
        answers[name] = NO


def test_a_gate_that_nobody_understood_is_asked_once_more_before_the_result() -> None:
    """By itself (second edition, A1c)."""
    *_, (ask, answers) = asks(KNOWLEDGE, WELL_LEG)
    answers |= {**dict.fromkeys(ask.findings, NO), "gate_stroke": UNHEARD}
    assert next_ask(KNOWLEDGE, answers) == Ask("gate_stroke", ("gate_stroke",))
    assert next_ask(KNOWLEDGE, answers | {"gate_stroke": LOST}) is None


def test_what_follows_from_other_answers_rests_on_them() -> None:
    """A rule that names severe pain rests on the answers about pain; a sign on itself."""
    facts = with_derived(KNOWLEDGE, {"pain_level": "severe", "limb_weakness": YES})
    assert rests_on(KNOWLEDGE, facts, "severe") == ["pain_level"]
    assert rests_on(KNOWLEDGE, facts, "limb_weakness") == ["limb_weakness"]


def test_a_child_is_asked_for_danger_signs_alone() -> None:
    """Nothing that only the leaning needs (second edition, E7)."""
    child = {**WELL_LEG, "age_band": "12_17", "adult_18_plus": NO}
    weighed = {one.finding for one in KNOWLEDGE.discriminators} - IN_STEPS
    asked = {name for ask, _ in asks(KNOWLEDGE, child) for name in ask.findings}
    assert asked.isdisjoint(weighed)
    assert not {name for ask, _ in asks(KNOWLEDGE, WELL_LEG) for name in ask.findings}.isdisjoint(
        weighed
    )


def test_a_gate_that_was_never_understood_is_seen_within_a_day() -> None:
    """At the end; until it was asked once more it keeps nothing from being asked (A1c)."""
    *_, (ask, answers) = asks(KNOWLEDGE, WELL_LEG)
    answers |= {**dict.fromkeys(ask.findings, NO), "gate_stroke": UNHEARD}
    assert reached(KNOWLEDGE, answers) == Level.SELF_CARE
    assert level_of(KNOWLEDGE, answers) == Level.CONSULTATION_24
    assert reached(KNOWLEDGE, answers | {"gate_stroke": LOST}) == Level.CONSULTATION_24


def test_what_is_not_known_to_suit_is_not_read() -> None:
    """Salts, where nobody asked about lost fluid."""
    told = caller("electrolytes")
    del told["fluid_loss_sweat"]
    assert advice(only(KNOWLEDGE, "electrolytes"), told) == ()


def test_what_an_open_answer_decides_is_hoped_for_and_not_read() -> None:
    """An item for those without a condition, as long as nobody has asked about one."""
    (item,) = only(KNOWLEDGE, "electrolytes").items
    medicine = KNOWLEDGE._replace(
        items=(item._replace(when=(("known_condition", (NO,)),), blocked_by=()),)
    )
    told = caller("electrolytes")
    told.pop("known_condition", None)
    assert advice(medicine, told) == ()
    assert advice(medicine, told | {"known_condition": NO}) == ("electrolytes",)

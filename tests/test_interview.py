"""The interview: danger first, then the place, then which of the two; short, and nothing twice.

Typed from the clinical knowledge base, 3a, 3d and 3e.
"""

from collections import Counter
from itertools import pairwise
from statistics import median

import pytest
from callers import (
    KNOWLEDGE,
    RED_FLAGS,
    REGIONS,
    SIMPLE_SPASM,
    SPINE,
    answers_after,
    chance,
    interview,
    phrase_keys,
    questions,
)

from skill.triage.interview import READ_BACK
from skill.triage.knowledge import Answers, Level
from skill.triage.rules import fired

WELL = {"age_band": "under_50", "duration": "lt_2w", "pain_level": "moderate"}

EVERYONE: list[tuple[str, ...]] = [
    ("age_band",),
    ("gate_chest_breath_tearing", "gate_faint_seizure", "gate_stroke"),
    ("gate_saddle_bladder_bowel", "gate_legs_gait"),
    ("dark_urine", "gate_fever", "gate_injury"),
    ("main_region",),
]
HEALTH = ("cancer_history", "weight_loss_or_lump", "fragile_bones", "infection_risk")
ORDER: dict[str, list[tuple[str, ...]]] = {
    "neck": [
        ("vascular_neck_signs", "meningitis_signs", "autonomic_with_pain"),
        ("both_hands", "pain_never_changes", "constant_night_pain", "medicine_trigger"),
        HEALTH,
    ],
    "shoulder_arm": [
        ("autonomic_with_pain", "exertional_pain", "limb_threat"),
        ("both_hands", "pain_never_changes"),
    ],
    "upper_back_ribs": [
        ("autonomic_with_pain", "exertional_pain", "belly_groin_pain", "deep_breath_sharp"),
        ("one_side_rash", "pain_never_changes", "constant_night_pain", "pregnant"),
        HEALTH,
    ],
    "lower_back": [
        ("both_legs_symptoms", "belly_groin_pain", "constant_night_pain", "pregnant"),
        HEALTH,
    ],
    "leg": [
        ("limb_threat", "both_legs_symptoms", "one_leg_swollen"),
        ("cramp_over_10_min", "pregnant", "exertional_pain"),
    ],
    "jaw_face": [
        ("vascular_neck_signs", "jaw_lock_swallow", "autonomic_with_pain"),
        ("exertional_pain", "one_side_rash", "pain_never_changes", "medicine_trigger"),
    ],
    "widespread": [
        ("jaw_lock_swallow", "heart_flutter_mouth_tingle", "both_hands"),
        ("fluid_loss_sweat", "medicine_trigger", "dirty_wound"),
        ("muscle_thinning", "known_condition"),
    ],
}
AT_LAST: list[tuple[str, ...]] = [
    ("limb_weakness", "numb_tingling", "travels_line"),
    ("pain_level",),
    ("duration",),
]

MUST_ASK = {
    "neck": "meningitis_signs vascular_neck_signs both_hands autonomic_with_pain "
    "pain_never_changes medicine_trigger",
    "shoulder_arm": "autonomic_with_pain exertional_pain pain_never_changes limb_threat both_hands",
    "upper_back_ribs": "autonomic_with_pain exertional_pain pain_never_changes belly_groin_pain "
    "one_side_rash deep_breath_sharp pregnant",
    "lower_back": "both_legs_symptoms belly_groin_pain pregnant",
    "leg": "both_legs_symptoms one_leg_swollen limb_threat exertional_pain cramp_over_10_min "
    "pregnant",
    "jaw_face": "autonomic_with_pain exertional_pain pain_never_changes jaw_lock_swallow "
    "vascular_neck_signs one_side_rash medicine_trigger",
    "widespread": "jaw_lock_swallow both_hands heart_flutter_mouth_tingle dark_urine "
    "fluid_loss_sweat medicine_trigger dirty_wound muscle_thinning known_condition",
}
"""3d, the conditional ones left out."""


@pytest.mark.parametrize("place", REGIONS)
def test_the_order_of_asking(place: str) -> None:
    """Danger first for everyone, then the danger of the place, then weakness, pain and time."""
    asked = questions(interview({**WELL, "main_region": place}))
    expected = [*EVERYONE, *ORDER[place], *AT_LAST]
    assert asked[: len(expected)] == expected


@pytest.mark.parametrize("place", REGIONS)
def test_every_red_flag_of_the_place_is_asked(place: str) -> None:
    """The list of 3d is complete, background health included where it belongs."""
    asked = {name for ask in questions(interview({**WELL, "main_region": place})) for name in ask}
    missing = set(MUST_ASK[place].split()) - asked
    if place in SPINE:
        missing |= {*HEALTH, "constant_night_pain"} - asked
    assert not missing


@pytest.mark.parametrize("place", REGIONS)
def test_the_most_urgent_item_of_a_screen_comes_first(place: str) -> None:
    """Where one yes of a screen leads further than another, it is said first (3e)."""
    for ask in [*EVERYONE, *ORDER[place], *AT_LAST]:
        alone = [fired(KNOWLEDGE, {"main_region": place, name: "yes"}, final=True) for name in ask]
        levels = [found[0].level for found in alone if found]
        assert levels == sorted(levels, reverse=True), ask


NOT_FITTING = [
    ("lower_back", {"age_band": "50_64"}, "pregnant"),
    ("leg", {"age_band": "65_plus"}, "pregnant"),
    ("leg", {"travels_line": "no"}, "cancer_history"),
    ("leg", {}, "neck_move_arm"),
    ("neck", {"travels_line": "no", "numb_tingling": "yes"}, "past_knee_elbow"),
    ("neck", {"numb_tingling": "no", "travels_line": "yes"}, "hand_shake_relief"),
    ("neck", {"numb_tingling": "no", "travels_line": "yes"}, "sock_glove"),
    ("lower_back", {}, "walk_bend_relief"),
    ("neck", {"medicine_trigger": "no"}, "head_eyes_pulled"),
    ("jaw_face", {}, "dirty_wound"),
    ("upper_back_ribs", {}, "one_leg_swollen"),
    ("neck", {}, "injury_serious"),
    ("neck", {"duration": "lt_2w"}, "worsening"),
    ("neck", {"duration": "2_6w"}, "low_mood"),
]


@pytest.mark.parametrize(("place", "told", "finding"), NOT_FITTING)
def test_what_does_not_fit_is_not_asked(place: str, told: Answers, finding: str) -> None:
    """A question that cannot fit the caller is spared."""
    asked = questions(interview({**WELL, "main_region": place, **told}))
    assert finding not in {name for ask in asked for name in ask}


FOLLOW_UPS = [
    # place, told, what is asked right after it, in order
    ("leg", {"limb_weakness": "yes"}, "limb_weakness", ["weakness_severe_or_fast"]),
    ("leg", {"limb_weakness": "unsure"}, "limb_weakness", ["weakness_severe_or_fast"]),
    ("leg", {"gate_legs_gait": "yes", "duration": "lt_2d"}, "gate_legs_gait", ["duration"]),
    (
        "leg",
        {"gate_legs_gait": "yes", "duration": "gt_6w"},
        "gate_legs_gait",
        ["duration"],
    ),
    ("neck", {"both_hands": "yes"}, "both_hands", ["duration", "worsening", "hand_shake_relief"]),
    ("neck", {"both_hands": "unsure"}, "both_hands", ["duration", "worsening"]),
    ("lower_back", {"both_legs_symptoms": "yes"}, "both_legs_symptoms", ["duration"]),
    ("lower_back", {"both_legs_symptoms": "unsure"}, "both_legs_symptoms", ["duration"]),
    (
        "lower_back",
        {"both_legs_symptoms": "yes", "duration": "gt_6w", "walk_bend_relief": "yes"},
        "duration",
        ["walk_bend_relief", "worsening"],
    ),
    ("neck", {"duration": "2_6w"}, "duration", ["worsening"]),
    ("neck", {"duration": "gt_6w"}, "duration", ["low_mood"]),
    ("neck", {"duration": "recurring"}, "duration", ["low_mood"]),
    ("leg", {"exertional_pain": "yes"}, "exertional_pain", ["walk_bend_relief"]),
    ("leg", {"exertional_pain": "unsure"}, "exertional_pain", ["walk_bend_relief"]),
    ("upper_back_ribs", {"deep_breath_sharp": "yes"}, "deep_breath_sharp", ["one_leg_swollen"]),
    ("upper_back_ribs", {"deep_breath_sharp": "unsure"}, "deep_breath_sharp", ["one_leg_swollen"]),
    ("neck", {"medicine_trigger": "yes"}, "medicine_trigger", ["head_eyes_pulled"]),
    ("jaw_face", {"medicine_trigger": "unsure"}, "medicine_trigger", ["head_eyes_pulled"]),
    ("widespread", {"medicine_trigger": "yes"}, "medicine_trigger", ["head_eyes_pulled"]),
    ("neck", {"infection_risk": "yes"}, "infection_risk", ["jaw_lock_swallow", "worsening"]),
    ("neck", {"on_off_spasm": "yes"}, "on_off_spasm", ["widespread_spasms"]),
    ("neck", {"on_off_spasm": "unsure"}, "on_off_spasm", ["widespread_spasms"]),
    (
        "lower_back",
        {"on_off_spasm": "yes", "widespread_spasms": "yes"},
        "widespread_spasms",
        ["heart_flutter_mouth_tingle fluid_loss_sweat medicine_trigger", "known_condition"],
    ),
    ("neck", {"gate_injury": "yes"}, "gate_injury", ["injury_serious fragile_bones"]),
    ("neck", {"gate_injury": "unsure"}, "gate_injury", ["injury_serious fragile_bones"]),
    (
        "neck",
        {"gate_fever": "yes"},
        "gate_fever",
        ["meningitis_signs infection_risk constant_night_pain"],
    ),
    ("leg", {"travels_line": "yes"}, "travels_line", ["cancer_history"]),
    ("shoulder_arm", {"travels_line": "unsure"}, "travels_line", ["cancer_history"]),
    ("neck", {"gate_saddle_bladder_bowel": "unsure"}, "gate_saddle_bladder_bowel", ["main_region"]),
]


@pytest.mark.parametrize(("place", "told", "finding", "next_asked"), FOLLOW_UPS)
def test_a_follow_up_comes_right_after_its_answer(
    place: str, told: Answers, finding: str, next_asked: list[str]
) -> None:
    """What an answer calls for is asked at once, before anything else (3d)."""
    said = interview({**WELL, "main_region": place, **told})
    at = next(i for i, one in enumerate(said) if finding in answers_after(one))
    asked = [" ".join(one.turn.asked) for one in said[at : at + len(next_asked)]]
    assert asked == next_asked


# --- how long it takes --------------------------------------------------------------------------

SPASMS = [
    {**SIMPLE_SPASM, "main_region": place, "on_off_spasm": cramps, "pain_level": pain}
    | {"duration": since}
    for place in REGIONS
    for cramps in ("yes", "no")
    for pain in ("mild", "moderate")
    for since in ("lt_2d", "lt_2w")
]


def test_a_simple_spasm_takes_at_most_sixteen_turns() -> None:
    """The typical caller is not worn out: sixteen turns at most, fifteen in the middle (3e)."""
    turns = [len(interview(patient)) - 1 for patient in SPASMS]
    assert max(turns) <= 16
    assert median(turns) <= 15


@pytest.mark.parametrize("place", set(REGIONS) - {"widespread"})
def test_a_simple_spasm_is_looked_after_at_home(place: str) -> None:
    """It leans to the muscle, after the read-back."""
    said = interview({**SIMPLE_SPASM, "main_region": place})
    result = said[-1].turn.result
    assert result is not None
    assert (result.level, result.label.id) == (Level.SELF_CARE, "muscle")
    assert said[-2].asking == READ_BACK


SINGLE = [
    (place, age, since, flag)
    for place in REGIONS
    for age, since in (("under_50", "gt_6w"), ("65_plus", "lt_2d"))
    for flag in (*RED_FLAGS, "deep_breath_sharp", "numb_tingling", "travels_line")
]


@pytest.mark.parametrize(("place", "age", "since", "flag"), SINGLE)
def test_an_emergency_is_spoken_within_four_turns(
    place: str, age: str, since: str, flag: str
) -> None:
    """From the answer that shows it, at most four turns until help is told (3e)."""
    said = interview(
        {"main_region": place, "age_band": age, "duration": since, "pain_level": "moderate"}
        | {flag: "yes"}
    )
    result = said[-1].turn.result
    assert result is not None
    if result.level < Level.EMERGENCY:
        return
    shown = [i for i, one in enumerate(said) if answers_after(one).get(flag) == "yes"]
    on_screen = [i for i, one in enumerate(said) if flag in one.turn.asked]
    first = shown[0] if shown else on_screen[0]
    assert len(said) - 1 - first <= 4


AT_ONCE = [
    ("gate_chest_breath_tearing", "leg", 3),
    ("gate_faint_seizure", "leg", 3),
    ("gate_stroke", "leg", 3),
    ("meningitis_signs", "neck", 7),
    ("vascular_neck_signs", "neck", 7),
    ("autonomic_with_pain", "neck", 7),
    ("autonomic_with_pain", "jaw_face", 7),
    ("jaw_lock_swallow", "jaw_face", 7),
]


@pytest.mark.parametrize(("flag", "place", "turns"), AT_ONCE)
def test_one_yes_acts_at_once_where_every_item_needs_an_ambulance(
    flag: str, place: str, turns: int
) -> None:
    """Nobody is asked which of them it is (3e), and the reason says "one of these"."""
    said = interview({**WELL, "main_region": place, flag: "yes"})
    result = said[-1].turn.result
    assert result is not None
    assert result.level == Level.EMERGENCY_AMBULANCE
    assert len(said) == turns
    assert "say.because_one_of" in phrase_keys(said[-1].turn)


def test_after_a_level_of_a_day_no_discriminator_is_asked() -> None:
    """The red flags are finished, since the level may rise, but the leaning can wait (4d)."""
    asked = questions(
        interview({**WELL, "main_region": "lower_back", "weight_loss_or_lump": "yes"})
    )
    flat = [name for ask in asked for name in ask]
    assert flat[-1] == "duration"
    assert "on_off_spasm" not in flat


def some_patient(seed: int) -> Answers:
    """Return a patient with a few yes and not sure among many no."""
    dice = chance(seed)
    told = {
        name: dice.choice(("yes", "unsure"))
        for name, one in KNOWLEDGE.findings.items()
        if not one.values and dice.random() < 0.12
    }
    values = {
        name: dice.choice([*one.values, "unsure"] if name != "age_band" else one.values)
        for name, one in KNOWLEDGE.findings.items()
        if one.values
    }
    return told | values


@pytest.mark.parametrize("seed", range(120))
def test_nothing_is_asked_twice(seed: int) -> None:
    """What has an answer stays answered; only a doubt about a danger is put once more."""
    said = interview(some_patient(seed))
    alone = Counter(one.turn.asked[0] for one in said if len(one.turn.asked) == 1)
    for name, times in alone.items():
        doubts = KNOWLEDGE.findings[name].asked_twice
        offers = len(KNOWLEDGE.findings[name].values) if name == "main_region" else 0
        assert times <= 1 + doubts + offers, name
    for before, one in pairwise(said):
        assert not set(one.turn.asked) & set(answers_after(before)) or one.turn == before.turn


@pytest.mark.parametrize("seed", range(40))
def test_every_question_stays_within_the_list_of_findings(seed: int) -> None:
    """Nothing derived is ever asked, and every screen has at most four items."""
    for ask in questions(interview(some_patient(seed), silent="unsure")):
        assert set(ask) <= set(KNOWLEDGE.findings)
        assert len(ask) <= 4


def test_the_read_back_says_only_what_was_really_denied() -> None:
    """The denials that matter, as they were given (3a)."""
    said = interview({**SIMPLE_SPASM, "main_region": "leg"})
    keys = set(phrase_keys(said[-2].turn))
    assert {key for key in keys if key.endswith(".denied")} == {
        "question.gate_chest_breath_tearing.denied",
        "question.gate_saddle_bladder_bowel.denied",
        "question.limb_weakness.denied",
        "question.gate_fever.denied",
    }
    doubtful = interview({**SIMPLE_SPASM, "main_region": "leg", "gate_fever": "unsure"})
    assert "question.gate_fever.denied" not in set(phrase_keys(doubtful[-2].turn))


@pytest.mark.parametrize("patient", SPASMS[:4])
def test_a_level_of_a_day_or_more_is_never_read_back(patient: Answers) -> None:
    """Only what would be looked after without haste is checked first."""
    said = interview({**patient, "pain_level": "severe"})
    assert READ_BACK not in {one.asking for one in said}

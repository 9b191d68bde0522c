"""A caller who is otherwise well, and rows that a range of levels may meet (second edition).

For tests/expected: everybody in the tables of the second edition has answered everything, so that
a rule, its exceptions and every other rule are all decided; what a row names is all that differs.
"""

from collections.abc import Iterable
from typing import NamedTuple

from expected.writing import NO_GATES, told
from skill.triage.knowledge import Answers, Level

AGES = ("lt_12", "12_17", "18_24", "25_39", "40_49", "50_55", "56_64", "65_plus")
CHILDREN = ("lt_12", "12_17")
UNDER_40 = ("18_24", "25_39")
UNDER_50 = ("18_24", "25_39", "40_49")
OLDER = ("50_55", "56_64", "65_plus")
UNDER_65 = (*UNDER_50, "50_55", "56_64")
NECK = ("neck", "neck_arm")
BACK = ("lower_back", "lower_back_leg", "upper_back_ribs")
LOW = ("lower_back", "lower_back_leg")
NEW = ("lt_2d", "lt_2w", "2_6w")
"""Six weeks at most; "unsure" counts as new too (A6)."""

SAID_NO = (
    *("autonomic_with_pain", "exertional_pain", "pain_never_changes", "constant_night_pain"),
    *("new_headache", "sight_change", "swallow_trouble", "too_dizzy_to_stand"),
    *("meningitis_signs", "very_ill", "dark_urine", "head_eyes_pulled", "dirty_wound"),
    *("limb_threat", "one_arm_swollen", "one_leg_swollen", "muscle_rock_hard"),
    *("cramp_over_10_min", "foot_rest_pain", "muscle_thinning"),
    *("numb_tingling", "limb_weakness", "limb_clumsy", "travels_line", "both_hands", "both_arms"),
    *("both_legs_symptoms", "bend_shock", "sock_glove", "saddle_open"),
    *("jaw_lock_swallow", "heart_flutter", "mouth_tingle", "widespread_spasms"),
    *("fluid_loss_sweat", "known_condition", "deep_breath_sharp", "one_side_rash"),
    *("scalp_sore", "jaw_tires", "shoulders_stiff", "injury_serious", "blood_thinner"),
    *("belly_groin_pain", "pregnant", "cancer_history", "weight_loss", "new_lump"),
    *("recent_infection", "spine_surgery", "spine_shot", "steroid_pills", "immune_weak"),
    *(
        "drugs_injected",
        "osteoporosis",
        "medicine_trigger",
        "clot_risk",
        "clot_before",
        "fever_headache",
        "low_mood",
        "limp",
    ),
    *("on_off_spasm", "burn_or_shock", "touch_hurts", "cough_worse", "past_knee_elbow"),
    *("limb_worse_than_spine", "neck_move_arm", "hand_shake_relief", "walk_bend_relief"),
)

WELL: Answers = {
    **NO_GATES,
    **dict.fromkeys(SAID_NO, "no"),
    "recent_overuse": "yes",
    "hard_knot": "yes",
    "tender_press": "yes",
    "pain_level": "moderate",
    "duration": "lt_2w",
    "worsening": "same",
    "read_back": "yes",
}
"""A plain strain of some days: self-care in every place, at every age from 18 on."""


def caller(place: str, age: str = "25_39", **answers: str) -> Answers:
    """Return the answers of somebody who is well but for what is told."""
    adult = "no" if age in CHILDREN else "yes"
    return WELL | told(place=place, age=age, adult=adult) | told(**answers)


UNCAUSED = {"recent_overuse": "no"}
"""Nothing set it off: no strain, and no injury (WELL says no to that)."""


class Between(NamedTuple):
    """Answers whose level the text leaves open within bounds."""

    rule: str
    least: Level
    most: Level
    answers: Answers
    reason: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"


def betweens(*given: tuple[str, Level, Level, Answers, str]) -> list[Between]:
    """Return the rows of a table of ranges."""
    return [Between(*one) for one in given]


class Law(NamedTuple):
    """One finding's three answers, all else equal; the levels may only rise along ``values``."""

    rule: str
    finding: str
    values: tuple[str, ...]
    answers: Answers

    def __str__(self) -> str:
        return f"{self.rule}: {' <= '.join(self.values)} of {self.finding}"


def laws(rule: str, finding: str, values: Iterable[str], *answers: Answers) -> list[Law]:
    """Return a row for each set of answers."""
    return [Law(rule, finding, tuple(values), one) for one in answers]

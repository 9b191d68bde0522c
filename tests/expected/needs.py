"""What each rule needs, and what takes it back: every answer counts (3c).

A value written "a|b" means either; the first is the one that is played. The ids are those of the
content, so that each way to meet a rule of the knowledge base has its own row.
"""

from typing import NamedTuple

from expected.writing import C24, EA, RIB_MIMIC, SPINE, UPPER, C, E, told
from skill.triage.knowledge import Answers, Level


class Needs(NamedTuple):
    """A rule fires, at its level, while each of these answers is as written, and only then."""

    rule: str
    level: Level
    answers: Answers


class Spares(NamedTuple):
    """A rule does not fire while each of the ``excuses`` is as written beside the answers."""

    rule: str
    answers: Answers
    excuses: Answers


def needs(rule: str, level: Level, **answers: str) -> Needs:
    """Return a row of ``NEEDS``."""
    return Needs(rule, level, told(**answers))


def spares(rule: str, answers: Answers, excuses: Answers) -> Spares:
    """Return a row of ``SPARES``."""
    return Spares(rule, answers, excuses)


BACK, CHEST_WALL = "|".join(SPINE), "|".join(UPPER)
NECK = "neck|neck_arm"
NOT_THE_JAW = (
    "neck|shoulder_arm|upper_back_ribs|lower_back|leg|neck_arm|lower_back_leg|widespread|unsure"
)
LOW = "lower_back|lower_back_leg"
LEG = "leg|lower_back_leg"
LOW_OR_LEG = f"{LOW}|leg"
BELOW_NECK = f"{LOW}|upper_back_ribs"
BELLY = f"{BELOW_NECK}|leg"
BACK_OR_LEG = f"{NECK}|{BELLY}"
NECK_OR_RIBS = f"{NECK}|upper_back_ribs"
HEAD = f"{NECK}|jaw_face"
ARM = "shoulder_arm|neck_arm"
NOT_THE_FACE = "neck|shoulder_arm|upper_back_ribs|lower_back|leg|neck_arm|lower_back_leg|widespread"
LIMB = "leg|shoulder_arm"
LIMBS = f"{LIMB}|neck_arm|lower_back_leg"
CHILD = "lt_12|12_17"
UNDER_FORTY = f"25_39|18_24|{CHILD}"
UNDER_FIFTY = f"{UNDER_FORTY}|40_49"
FIFTIES = "50_55|56_64|unsure"
PAST_55 = "56_64|65_plus"
OLDER = f"50_55|{PAST_55}"
GROWN = f"18_24|25_39|40_49|{OLDER}|unsure"
TWO_WEEKS = "lt_2d|lt_1w|lt_2w"
NEW = f"{TWO_WEEKS}|2_6w|unsure"
"""Six weeks at most, or nobody knows."""
FROM_A_WEEK = "lt_2w|2_6w|gt_6w|unsure"
PAST = "lt_1w|lt_2w|2_6w|gt_6w"
"""Beyond the first two days."""
FADED = "better|same"
WITHOUT = told(
    recent_infection="no",
    spine_surgery="no",
    spine_shot="no",
    immune_weak="no",
    drugs_injected="no",
    steroid_pills="no",
)
"""Nothing that lets a spine be infected without a fever."""

NEEDS = (
    needs("R01", EA, chest="yes"),
    needs("R01b", EA, faint="yes"),
    needs("R01c", EA, too_dizzy_to_stand="yes"),
    needs("R02", EA, autonomic_with_pain="yes", place=CHEST_WALL),
    needs("R03", E, exertional_pain="yes", place=CHEST_WALL),
    needs("R03.2", E, exertional_pain="yes", place=CHEST_WALL, effort_rest="yes"),
    needs(
        "R03.3",
        C24,
        exertional_pain="yes",
        place=CHEST_WALL,
        effort_rest="yes",
        age=UNDER_FORTY,
        pain_never_changes="no",
    ),
    needs("R03.4", E, exertional_pain="yes", place=CHEST_WALL, effort_rest="no"),
    needs("R03.5", E, exertional_pain="yes", place=CHEST_WALL, effort_rest="unsure"),
    needs("R03.unsure", C24, exertional_pain="yes", place=CHEST_WALL, effort_rest="unsure"),
    needs("R04", EA, stroke="yes|unsure"),
    needs("R04.2", E, stroke="yes|unsure", stroke_when="week"),
    needs("R04.3", C24, stroke="yes|unsure", stroke_when="longer"),
    needs("R05", E, saddle="yes"),
    needs("R05.2", C24, saddle="yes", saddle_since="steady"),
    needs("R05.unsure", E, saddle="unsure"),
    needs("R05.3", E, saddle_open="yes"),
    needs("R05.4", E, saddle_changed="control|unsure"),
    needs("R05.5", C24, saddle_changed="burning"),
    needs("R05.6", E, saddle="yes|unsure", saddle_since="steady", duration=NEW),
    needs("R06", E, both_legs="yes", age=GROWN),
    needs("R06.2", E, both_legs="yes", age=GROWN, spread_since="steady|long", worsening="worse"),
    needs("R06.3", E, both_legs="yes", age=GROWN, spread_since="steady", duration=NEW),
    needs("R06x", C24, both_legs="yes", spread_since="steady"),
    needs("R06x.2", C, both_legs="yes"),
    needs("R07", E, gait="yes"),
    needs("R07.2", E, gait="yes", fast="yes"),
    needs("R07.3", E, gait="yes", legs_since="steady", duration=NEW),
    needs("R07.4", E, gait="unsure", legs_since="steady", duration=NEW, place=BACK_OR_LEG),
    needs("R07.unsure", E, gait="unsure", place=BACK_OR_LEG),
    needs("R08", C24, gait="yes|unsure", legs_since="steady|before"),
    needs("R08.2", C, gait="yes"),
    needs("R08.3", C24, gait="yes", worsening="worse"),
    needs("R08b", E, both_hands="yes", gait="yes|unsure"),
    needs("R08c", C24, both_hands="yes", place=NECK),
    needs("R08c.2", C24, both_hands="yes", duration=NEW),
    needs("R08c.3", C24, both_hands="yes", worsening="worse|unsure"),
    needs("R08c.4", C, both_hands="yes"),
    needs("R08d", C24, both_arms="yes"),
    needs("R08e", C24, limb_clumsy="yes"),
    needs("R08e.2", C, limb_clumsy="yes"),
    needs("R08f", C24, bend_shock="yes"),
    needs("R09", E, limb_weakness="yes", fast="yes|unsure"),
    needs("R09.2", E, limb_weakness="unsure", fast="yes"),
    needs("R09.unsure", E, fast="yes|unsure", place=BACK_OR_LEG),
    needs("R10", C24, limb_weakness="yes", fast="no"),
    needs("R10.2", C, limb_weakness="yes"),
    needs("R11", E, injury_serious="yes"),
    needs("R11.2", EA, injury_high="yes", place=NECK),
    needs("R11.3", EA, injury_serious="yes", age="65_plus"),
    needs("R11.4", E, injury="yes", place=NECK),
    needs("R11.5", EA, injury="yes", place=NECK, numb_tingling="yes"),
    needs("R11.6", EA, injury="yes", place=NECK, limb_weakness="yes"),
    needs("R11.7", C24, injury_serious="yes", injury_when="lt_2w"),
    needs("R11.8", E, injury_serious="yes", injury_when="lt_2w", place=BACK, numb_tingling="yes"),
    needs("R11.9", E, injury_serious="yes", injury_when="lt_2w", place=BACK, limb_weakness="yes"),
    needs("R11.10", E, injury_serious="yes", injury_when="lt_2w", place=BACK, gait="yes"),
    needs("R12", C24, injury="yes", age="65_plus", place=BELOW_NECK),
    needs("R12.2", C24, injury="yes", fragile_bones="yes", place=BELOW_NECK),
    needs("R12.3", E, injury="yes", age="65_plus", severe="yes"),
    needs("R12.4", E, injury="yes", fragile_bones="yes", severe="yes"),
    needs("R12.5", C, injury="yes", age="65_plus"),
    needs("R12.7", C24, injury="unsure", age="65_plus", place=BACK),
    needs("R12.8", C, injury="unsure", age="65_plus"),
    needs("R12.6", C, injury="yes", fragile_bones="yes"),
    needs("R12c.1", EA, injury="yes", place=NECK, age="65_plus"),
    needs("R12c.2", E, injury="yes", injury_when="lt_2w", place=NECK, age="65_plus"),
    needs("R12c.3", C24, injury="yes", injury_when="longer", place=NECK, age="65_plus"),
    needs(
        "R12d.1", EA, injury="yes", leg_part="hip|unsure", limb_use_ok="no|unsure", age="65_plus"
    ),
    needs("R12d.2", C24, injury="yes", leg_part="hip|unsure", age="65_plus"),
    needs("R12c.4", EA, injury="yes", place=NECK, fragile_bones="yes"),
    needs("R12c.5", E, injury="yes", injury_when="lt_2w", place=NECK, fragile_bones="yes"),
    needs("R12c.6", C24, injury="yes", injury_when="longer", place=NECK, fragile_bones="yes"),
    needs(
        "R12d.3",
        EA,
        injury="yes",
        leg_part="hip|unsure",
        limb_use_ok="no|unsure",
        fragile_bones="yes",
    ),
    needs("R12d.4", C24, injury="yes", leg_part="hip|unsure", fragile_bones="yes"),
    needs("R12b", C24, injury="yes", numb_tingling="yes"),
    needs("R12b.2", C24, injury="yes", limb_weakness="yes"),
    needs("R13", C24, fragile_bones="yes", place=BACK, severe="yes"),
    needs("R13.2", C, osteoporosis="yes", place=BACK, duration=NEW),
    needs("R13.3", C24, osteoporosis="yes", place=BACK, duration=f"{TWO_WEEKS}|unsure"),
    needs("R13.4", C24, osteoporosis="yes", place=BACK, duration=NEW, age="65_plus"),
    needs("R47", C24, injury="yes", limb_use_ok="no|unsure"),
    needs("R47.2", E, limb_bent="yes"),
    needs("R48", C24, blood_thinner="yes", injury="yes"),
    needs("R48.2", E, blood_thinner="yes", injury="yes", place=BACK),
    needs("R48.3", E, blood_thinner="yes", injury_serious="yes", injury_when="lt_2w"),
    needs("R48.4", E, blood_thinner="yes", place=BACK, severe="yes", duration="lt_2d"),
    needs("R48.5", C24, blood_thinner="yes", place=BACK, pain="strong|severe", duration="lt_2d"),
    needs("R14", EA, feverish="yes", meningitis_signs="yes"),
    needs("R14.2", E, fever_headache="yes", place=NECK),
    needs("R15", E, feverish="yes", place=BACK, infection_risk="yes"),
    needs("R15.2", E, feverish="yes", place=BACK, constant_night_pain="yes"),
    needs("R15.3", E, feverish="yes", place=BACK, limb_weakness="yes"),
    needs("R15.4", E, feverish="yes", place=BACK, numb_tingling="yes"),
    needs("R15.5", E, feverish="yes", place=BACK, severe="yes"),
    needs("R15.6", E, feverish="yes", place=BACK, diabetes="yes"),
    needs("R15.7", E, feverish="yes", immune_weak="yes"),
    needs("R15.8", E, feverish="yes", drugs_injected="yes"),
    needs("R15.9", E, feverish="yes", spine_surgery="yes"),
    needs("R15.10", E, feverish="yes", spine_shot="yes"),
    needs("R16.2", E, blood_risk="yes", place=BACK, duration=NEW, constant_night_pain="yes"),
    needs("R16.3", E, blood_risk="yes", place=BACK, duration=NEW, limb_weakness="yes"),
    needs("R16.4", E, blood_risk="yes", place=BACK, duration=NEW, numb_tingling="yes"),
    needs("R16", C24, infection_risk="yes", place=BACK, duration=NEW),
    needs("R16.7", C24, infection_risk="yes", place=BACK, limb_weakness="yes"),
    needs("R16.8", C24, infection_risk="yes", place=BACK, numb_tingling="yes"),
    needs("R16.9", C24, infection_risk="yes", place=BACK, worsening="worse"),
    needs("R16.5", C24, spine_shot="yes", place=BACK, duration=NEW),
    needs("R16.6", C24, spine_shot="yes", place=BACK, shot_since="yes|unsure"),
    needs("R17", C24, feverish="yes"),
    needs("R49", E, feverish="yes", severe="yes", place=LIMBS),
    needs("R49.2", E, feverish="yes", one_leg_swollen="yes"),
    needs("R49.3", E, feverish="yes", one_arm_swollen="yes"),
    needs("R18", EA, swallow_trouble="yes"),
    needs("R18.2", C, swallow_trouble="yes"),
    needs("R18.3", E, new_headache="yes", place=HEAD),
    needs("R18.4", C, new_headache="yes"),
    needs("R18.5", EA, headache_sudden="yes"),
    needs("R18.6", E, sight_change="yes"),
    needs("R51", C24, new_headache="yes", age=OLDER),
    needs("R51.2", C24, scalp_sore="yes", age=OLDER),
    needs("R51.3", C24, jaw_tires="yes", age=OLDER),
    needs("R51.4", C, shoulders_stiff="yes"),
    needs("R19", EA, jaw_lock_swallow="yes", jaw_since="yes|unsure", swallow_trouble="yes"),
    needs("R19.6", EA, jaw_lock_swallow="yes", jaw_since="yes|unsure", feverish="yes"),
    needs("R19.7", EA, jaw_lock_swallow="yes", jaw_since="yes|unsure", dirty_wound="yes"),
    needs("R19.8", EA, jaw_lock_swallow="yes", jaw_since="yes|unsure", widespread_spasms="yes"),
    needs("R19.3", E, jaw_lock_swallow="yes"),
    needs("R19.4", C, jaw_lock_swallow="yes"),
    needs("R19.2", EA, medicine_trigger="yes", head_eyes_pulled="yes"),
    needs("R20", E, dirty_wound="yes", widespread_spasms="yes"),
    needs("R20.2", E, dirty_wound="yes", jaw_lock_swallow="unsure"),
    needs("R21", E, dark_urine="yes"),
    needs("R22", E, limb_threat="yes"),
    needs("R22.2", C24, limb_threat="yes"),
    needs("R22.3", E, muscle_rock_hard="yes"),
    needs("R23", C24, one_leg_swollen="yes|unsure"),
    needs("R23.2", C24, one_arm_swollen="yes|unsure"),
    needs("R23.3", C24, clot_risk="yes", place=LEG, recent_overuse="no|unsure"),
    needs("R23.4", C24, clot_before="yes", place=LEG, recent_overuse="no|unsure"),
    needs("R53", C24, foot_rest_pain="yes"),
    needs("R53.2", E, foot_rest_pain="yes", limb_threat="yes"),
    needs("R53.3", E, foot_rest_pain="yes", numb_tingling="yes"),
    needs("R24", E, cancer_history="yes", place=BACK, limb_weakness="yes"),
    needs("R24.2", E, cancer_history="yes", place=BACK, numb_tingling="yes"),
    needs("R24.3", E, cancer_history="yes", place=BACK, both_legs="yes"),
    needs("R24.4", E, cancer_history="yes", place=BACK, gait="yes"),
    needs("R24.5", E, cancer_history="yes", place=LIMB, travels_line="yes", limb_weakness="yes"),
    needs("R24.6", E, cancer_history="yes", place=LIMB, travels_line="yes", numb_tingling="yes"),
    needs("R24.7", E, cancer_history="yes", place=LIMB, travels_line="yes", both_legs="yes"),
    needs("R24.8", E, cancer_history="yes", place=LIMB, travels_line="yes", gait="yes"),
    needs("R25", C24, cancer_history="yes", place=NECK_OR_RIBS),
    needs("R25.2", C24, cancer_history="yes", constant_night_pain="yes"),
    needs("R25.3", C24, cancer_history="yes", worsening="worse"),
    needs("R25.4", C24, cancer_history="yes", severe="yes"),
    needs("R25.5", C24, cancer_history="yes", cough_worse="yes"),
    needs("R25.6", C24, cancer_history="yes", recent_overuse="no|unsure"),
    needs("R25.7", C, cancer_history="yes"),
    needs("R26", C24, weight_loss="yes"),
    needs("R26.2", C24, new_lump="yes"),
    needs("R27", C24, constant_night_pain="yes", age=f"{OLDER}|{CHILD}|unsure"),
    needs("R27.2", C24, constant_night_pain="yes", infection_risk="yes"),
    needs("R27.3", C24, constant_night_pain="yes", worsening="worse", duration=FROM_A_WEEK),
    needs("R27.4", C24, constant_night_pain="yes", recent_overuse="no|unsure"),
    needs("R27.5", C, constant_night_pain="yes"),
    needs("R28", E, heart_flutter="yes", widespread_spasms="yes"),
    needs("R28.2", E, heart_flutter="yes", fluid_loss_sweat="yes"),
    needs("R28.3", E, heart_flutter="yes", place="widespread"),
    needs("R28.4", E, mouth_tingle="yes", widespread_spasms="yes"),
    needs("R28.5", E, mouth_tingle="yes", fluid_loss_sweat="yes"),
    needs("R28.6", E, mouth_tingle="yes", place="widespread"),
    needs("R29", C24, widespread_spasms="yes", fluid_loss_sweat="yes"),
    needs("R29.2", C24, widespread_spasms="yes", medicine_which="statin|other|unsure"),
    needs("R30", C, widespread_spasms="yes"),
    needs("R31", C24, medicine_which="statin", statin_new="yes|unsure", recent_overuse="no|unsure"),
    needs("R31.2", C24, medicine_which="statin", limb_weakness="yes"),
    needs("R31.3", C24, medicine_which="statin", ache_wide="yes", recent_overuse="no|unsure"),
    needs("R31.4", C24, medicine_which="statin", place="widespread", recent_overuse="no|unsure"),
    needs("R31.5", C, medicine_which="statin", recent_overuse="no|unsure"),
    needs("R31.6", C, medicine_which="other|unsure", recent_overuse="no|unsure"),
    needs("R32", C, muscle_thinning="yes"),
    needs("R33", C24, cramp_over_10_min="yes"),
    needs("R34", C24, one_side_rash="yes"),
    needs("R34.2", E, one_side_rash="yes", rash_eye="yes"),
    needs("R35", C, pregnant="yes", place=f"{NOT_THE_FACE}|unsure"),
    needs("R35.2", E, pregnant="yes|unsure", pregnancy_danger="yes"),
    needs("R35.3", E, pregnant="yes|unsure", belly_groin_pain="yes"),
    needs("R35.4", E, pregnant="yes", one_leg_swollen="yes"),
    needs("R35.5", E, pregnant="yes", feverish="yes", place=BACK),
    needs("R35.6", C24, pregnant="yes", place="leg", on_off_spasm="no|unsure"),
    needs("R35.7", C24, pregnant="yes|unsure", place=ARM, pain_never_changes="yes"),
    needs(
        "R35.8",
        E,
        pregnant="yes",
        place="upper_back_ribs",
        pain="strong|severe",
        duration="lt_2d|lt_1w|unsure",
        recent_overuse="no|unsure",
    ),
    needs("R36", C24, adult="no", place=f"{BACK}|jaw_face|widespread|unsure"),
    needs("R36.2", E, adult="no", saddle="yes"),
    needs("R36.3", E, adult="no", gait="yes"),
    needs("R36.4", E, adult="no", constant_night_pain="yes", place=BACK),
    needs("R36.5", E, adult="no", limb_weakness="yes"),
    needs("R36.6", E, adult="no", both_legs="yes", place=LOW),
    needs("R36.7", C24, adult="no", both_legs="yes"),
    needs("R36.8", C, adult="no"),
    needs("R36.9", C24, adult="no", limp="yes"),
    needs("R36.10", C24, adult="no", injury="yes"),
    needs("R36.11", E, adult="no", constant_night_pain="yes", feverish="yes"),
    needs("R36.12", E, adult="no", constant_night_pain="yes", limp="yes"),
    needs("R36.13", E, adult="no", constant_night_pain="yes", weight_loss="yes"),
    needs("R36.14", E, adult="no", feverish="yes", limp="yes"),
    needs("R36.15", E, adult="no", feverish="yes", place=LEG, leg_part="hip|unsure"),
    needs("R50", E, testicle_pain="yes"),
    needs("R37", E, severe="yes", duration="lt_2d", place=f"{CHEST_WALL}|widespread"),
    needs("R37.2", E, severe="yes", duration="lt_2d", belly_groin_pain="yes|unsure"),
    needs("R37.3", E, severe="yes", duration="lt_2d", place=LOW, age="65_plus"),
    needs(
        "R37.4",
        E,
        severe="yes",
        duration="lt_2d",
        place="leg",
        leg_part="hip|unsure",
        age="65_plus",
    ),
    needs(
        "R37.5", E, severe="yes", duration="lt_2d", place=LOW, age=FIFTIES, pain_never_changes="yes"
    ),
    needs(
        "R37.6",
        E,
        severe="yes",
        duration="lt_2d",
        place="leg",
        leg_part="hip|unsure",
        age=FIFTIES,
        pain_never_changes="yes",
    ),
    needs(
        "R37.7",
        EA,
        severe="yes",
        duration="lt_2d",
        place=LOW_OR_LEG,
        age=OLDER,
        autonomic_with_pain="yes",
    ),
    needs(
        "R37.8",
        EA,
        severe="yes",
        duration="lt_2d",
        place=LOW_OR_LEG,
        age=OLDER,
        belly_groin_pain="yes",
    ),
    needs("R37.9", E, pain_never_changes="yes", duration="lt_2d", place=CHEST_WALL, age=OLDER),
    needs(
        "R37.10",
        E,
        pain_never_changes="yes",
        pain="strong|severe",
        duration="lt_2d",
        place=LOW_OR_LEG,
        age="65_plus",
    ),
    needs(
        "R37.11",
        C24,
        pain_never_changes="yes",
        pain="strong|severe",
        duration="lt_2d",
        place=LOW_OR_LEG,
        age=FIFTIES,
    ),
    needs("R38", C24, severe="yes"),
    needs("R38b", E, belly_groin_pain="yes", place=BELLY, age=OLDER, duration=TWO_WEEKS),
    *(
        needs(
            rule,
            level,
            belly_groin_pain="yes",
            groin_or_belly="side|belly|unsure",
            place=BELLY,
            age=PAST_55,
            **more,
        )
        for rule, level, more in (
            ("R38b.2", C24, {}),
            ("R38b.3", E, {"severe": "yes"}),
            ("R38b.4", E, {"pain_never_changes": "yes"}),
        )
    ),
    needs("R38c", C24, belly_groin_pain="yes", place=BELLY, groin_or_belly="belly|unsure"),
    needs("R38c.2", C24, belly_groin_pain="yes", place=BELLY),
    needs("R38d", C24, pain_never_changes="yes", place=CHEST_WALL),
    needs("R38d.2", C, pain_never_changes="yes"),
    needs("R39", C24, place="upper_back_ribs", deep_breath_sharp="yes"),
    needs("R39.2", E, deep_breath_sharp="yes", one_leg_swollen="yes"),
    needs("R39.3", C24, deep_breath_sharp="yes", clot_risk="yes"),
    needs("R39.4", C24, deep_breath_sharp="yes", clot_before="yes"),
    needs("R52", C, place="upper_back_ribs", age=OLDER, duration=NEW, recent_overuse="no|unsure"),
    needs(
        "R52.2", C24, place="upper_back_ribs", travels_line="yes", numb_tingling="yes", duration=NEW
    ),
    needs("R40", C, place=LEG, exertional_pain="yes"),
    needs("R40.2", C, standing_eases="yes|unsure"),
    needs("R41", C, known_condition="yes", widespread_spasms="yes"),
    needs("R41.2", C, known_condition="yes", sock_glove="yes"),
    needs("R42", C, duration="gt_6w"),
    needs("R42.2", C, keeps_coming_back="yes"),
    needs("R43", C, worsening="worse|unsure", duration=FROM_A_WEEK),
    needs("R43.2", C, worsening="same", duration="2_6w|gt_6w"),
    needs("R44", C, numb_tingling="yes"),
    needs("R44.unsure", C, numb_tingling="unsure"),
    needs("R56", C, travels_line="yes|unsure"),
    needs("R54", C, sock_glove="yes|unsure"),
    needs("R55", C, place="widespread"),
    needs("R57", C, age="50_55|56_64|65_plus"),
    needs("R58", C, burn_or_shock="yes"),
    needs("R45", C, low_mood="yes"),
    needs("sign_alone", E, autonomic_with_pain="yes"),
    needs("sign_alone.2", C, exertional_pain="yes"),
    needs("sign_alone.3", E, fast="yes"),
    needs("sign_alone.4", E, head_eyes_pulled="yes"),
    needs("sign_alone.5", C24, heart_flutter="yes"),
    needs("sign_alone.6", C24, mouth_tingle="yes"),
    needs("sign_alone.7", C, belly_groin_pain="yes"),
    needs("sign_alone.8", C24, meningitis_signs="yes"),
    needs("sign_alone.9", C24, fever_headache="yes"),
    needs("sign_alone.10", C, scalp_sore="yes"),
    needs("sign_alone.11", C, jaw_tires="yes"),
    needs("sign_alone.12", C, limp="yes"),
    needs("sign_alone.13", C24, injury_high="yes"),
    needs("sign_alone.14", C24, pregnancy_danger="yes"),
    needs("sign_alone.15", C24, very_ill="yes"),
    needs("sign_alone.16", C, deep_breath_sharp="yes"),
    needs("sign_alone.17", C, ache_wide="yes"),
    needs("sign_alone.18", C24, rash_eye="yes"),
    needs("heard_wrong", C24, read_back="no"),
)

SPARES = (
    spares("R03", told(exertional_pain="yes", place="neck"), told(effort_rest="yes|no|unsure")),
    spares(
        "R03.2",
        told(exertional_pain="yes", place="neck", effort_rest="yes"),
        told(age=UNDER_FORTY, pain_never_changes="no"),
    ),
    spares(
        "R03.5",
        told(exertional_pain="yes", place="neck", effort_rest="unsure"),
        told(pain_never_changes="no"),
    ),
    spares(
        "R12.6",
        told(injury="yes", fragile_bones="yes"),
        told(injury_when="longer", place="leg|shoulder_arm|jaw_face|widespread|unsure"),
    ),
    spares(
        "R03.4",
        told(exertional_pain="yes", place="neck", effort_rest="no"),
        told(pain_never_changes="no"),
    ),
    spares("R04", told(stroke="yes"), told(stroke_when="week|longer")),
    spares("R05", told(saddle="yes"), told(saddle_since="steady|before")),
    spares("R05.unsure", told(saddle="unsure"), told(saddle_since="steady|before")),
    spares("R05.3", told(saddle_open="yes"), told(saddle_changed="burning|stool")),
    spares("R06", told(both_legs="yes", age="18_24"), told(spread_since="steady|long")),
    spares(
        "R06x",
        told(both_legs="yes", spread_since="steady"),
        told(walk_bend_relief="yes", place=LOW_OR_LEG),
    ),
    spares("R07", told(gait="yes"), told(legs_since="steady|before")),
    spares("R07.unsure", told(gait="unsure", place="neck"), told(legs_since="steady|before")),
    spares(
        "R08",
        told(gait="yes", legs_since="steady"),
        told(walk_bend_relief="yes", place=LOW_OR_LEG, age=OLDER),
    ),
    spares("R08b", told(both_hands="yes", gait="yes"), told(legs_since="before")),
    *(
        spares(
            rule,
            told(both_hands="yes", **more),
            told(hand_shake_relief="yes", worsening=FADED, limb_clumsy="no", gait="no"),
        )
        for rule, more in (("R08c", {"place": "neck"}), ("R08c.2", {"duration": "lt_2d"}))
    ),
    spares("R08e", told(limb_clumsy="yes"), told(duration="gt_6w", worsening=FADED)),
    spares("R10", told(limb_weakness="yes", fast="no"), told(duration="gt_6w", worsening=FADED)),
    spares("R11", told(injury_serious="yes"), told(injury_when="lt_2w|longer")),
    spares("R11.2", told(injury_high="yes", place="neck"), told(injury_when="lt_2w|longer")),
    spares("R11.3", told(injury_serious="yes", age="65_plus"), told(injury_when="lt_2w|longer")),
    spares("R11.4", told(injury="yes", place="neck"), told(injury_when="lt_2w|longer")),
    spares(
        "R11.5",
        told(injury="yes", place="neck", numb_tingling="yes"),
        told(injury_when="lt_2w|longer"),
    ),
    spares(
        "R11.6",
        told(injury="yes", place="neck", limb_weakness="yes"),
        told(injury_when="lt_2w|longer"),
    ),
    spares(
        "R12", told(injury="yes", age="65_plus", place="lower_back"), told(injury_when="longer")
    ),
    spares(
        "R12.2",
        told(injury="yes", fragile_bones="yes", place="lower_back"),
        told(injury_when="longer"),
    ),
    spares("R12.3", told(injury="yes", age="65_plus", severe="yes"), told(injury_when="longer")),
    spares(
        "R12.4", told(injury="yes", fragile_bones="yes", severe="yes"), told(injury_when="longer")
    ),
    spares("R12.7", told(injury="unsure", age="65_plus", place="neck"), told(injury_when="longer")),
    spares(
        "R12c.1", told(injury="yes", place="neck", age="65_plus"), told(injury_when="lt_2w|longer")
    ),
    spares(
        "R12d.1",
        told(injury="yes", leg_part="hip", limb_use_ok="no", age="65_plus"),
        told(injury_when="longer"),
    ),
    spares("R12d.2", told(injury="yes", leg_part="hip", age="65_plus"), told(injury_when="longer")),
    spares(
        "R12c.4",
        told(injury="yes", place="neck", fragile_bones="yes"),
        told(injury_when="lt_2w|longer"),
    ),
    spares(
        "R12d.3",
        told(injury="yes", leg_part="hip", limb_use_ok="no", fragile_bones="yes"),
        told(injury_when="longer"),
    ),
    spares(
        "R12d.4",
        told(injury="yes", leg_part="hip", fragile_bones="yes"),
        told(injury_when="longer"),
    ),
    spares("R12b", told(injury="yes", numb_tingling="yes"), told(injury_when="longer")),
    spares("R12b.2", told(injury="yes", limb_weakness="yes"), told(injury_when="longer")),
    spares("R48", told(blood_thinner="yes", injury="yes"), told(injury_when="longer")),
    spares(
        "R48.2", told(blood_thinner="yes", injury="yes", place="neck"), told(injury_when="longer")
    ),
    spares("R15.10", told(feverish="yes", spine_shot="yes"), told(shot_since="no")),
    spares(
        "R16.5",
        told(spine_shot="yes", place="neck", duration="lt_2d"),
        told(shot_since="yes|no|unsure"),
    ),
    spares("R18", told(swallow_trouble="yes"), told(throat_old="yes")),
    spares("R18.3", told(new_headache="yes", place="neck"), told(headache_when="no")),
    spares("R19.3", told(jaw_lock_swallow="yes"), told(jaw_since="no")),
    spares("R20.2", told(dirty_wound="yes", jaw_lock_swallow="unsure"), told(jaw_since="no")),
    spares("R22", told(limb_threat="yes"), told(cold_when="no")),
    spares(
        "R24", told(cancer_history="yes", place="neck", limb_weakness="yes"), told(skin_only="yes")
    ),
    spares(
        "R24.2",
        told(cancer_history="yes", place="neck", numb_tingling="yes"),
        told(skin_only="yes"),
    ),
    spares(
        "R24.3", told(cancer_history="yes", place="neck", both_legs="yes"), told(skin_only="yes")
    ),
    spares("R24.4", told(cancer_history="yes", place="neck", gait="yes"), told(skin_only="yes")),
    spares(
        "R24.5",
        told(cancer_history="yes", place="leg", travels_line="yes", limb_weakness="yes"),
        told(skin_only="yes"),
    ),
    spares(
        "R24.6",
        told(cancer_history="yes", place="leg", travels_line="yes", numb_tingling="yes"),
        told(skin_only="yes"),
    ),
    spares(
        "R24.7",
        told(cancer_history="yes", place="leg", travels_line="yes", both_legs="yes"),
        told(skin_only="yes"),
    ),
    spares(
        "R24.8",
        told(cancer_history="yes", place="leg", travels_line="yes", gait="yes"),
        told(skin_only="yes"),
    ),
    spares("R25", told(cancer_history="yes", place="neck"), told(skin_only="yes")),
    spares("R25.2", told(cancer_history="yes", constant_night_pain="yes"), told(skin_only="yes")),
    spares("R25.3", told(cancer_history="yes", worsening="worse"), told(skin_only="yes")),
    spares("R25.4", told(cancer_history="yes", severe="yes"), told(skin_only="yes")),
    spares("R25.5", told(cancer_history="yes", cough_worse="yes"), told(skin_only="yes")),
    spares("R25.6", told(cancer_history="yes", recent_overuse="no"), told(skin_only="yes")),
    spares("R25.7", told(cancer_history="yes"), told(skin_only="yes")),
    spares(
        "R35.3", told(pregnant="yes", belly_groin_pain="yes"), told(groin_or_belly="side|groin")
    ),
    spares("R36.2", told(adult="no", saddle="yes"), told(saddle_since="before")),
    spares("R36.3", told(adult="no", gait="yes"), told(legs_since="before")),
    spares("R36.10", told(adult="no", injury="yes"), told(injury_when="longer")),
    *(
        spares(
            "R37",
            told(severe="yes", duration="lt_2d", place=place),
            told(age=UNDER_FIFTY, pain_never_changes="no"),
        )
        for place in ("neck", "neck_arm", "shoulder_arm")
    ),
    spares(
        "R37.2",
        told(severe="yes", duration="lt_2d", belly_groin_pain="yes"),
        told(groin_or_belly="side|groin", age=UNDER_FIFTY),
    ),
    spares(
        "R37.8",
        told(
            severe="yes", duration="lt_2d", place="lower_back", age="50_55", belly_groin_pain="yes"
        ),
        told(groin_or_belly="side|groin"),
    ),
    spares(
        "R38b",
        told(belly_groin_pain="yes", place="lower_back", age="50_55", duration="lt_2d"),
        told(groin_or_belly="side|groin"),
    ),
    spares(
        "R38c",
        told(belly_groin_pain="yes", place="lower_back", groin_or_belly="belly"),
        told(duration="gt_6w"),
    ),
    spares(
        "R38c.2",
        told(belly_groin_pain="yes", place="lower_back"),
        told(groin_or_belly="belly|side|groin|unsure"),
    ),
    spares(
        "R38d", told(pain_never_changes="yes", place="neck"), told(age=UNDER_FIFTY, pain="mild")
    ),
    spares("R44", told(numb_tingling="yes"), told(numb_gone="yes", injury="no")),
    spares("sign_alone.2", told(exertional_pain="yes"), told(place=CHEST_WALL)),
    spares("sign_alone.13", told(injury_high="yes"), told(injury_when="longer")),
    spares("sign_alone.16", told(deep_breath_sharp="yes"), told(place="upper_back_ribs")),
    spares(
        "R39",
        told(deep_breath_sharp="yes", place="upper_back_ribs"),
        {
            **{
                name: value
                for name, value in RIB_MIMIC.items()
                if name not in {"deep_breath_sharp", "main_region"}
            },
            "age_band": UNDER_FIFTY,
            "pain_level": "moderate|mild|strong",
        },
    ),
    spares(
        "R58",
        told(burn_or_shock="yes"),
        told(recent_overuse="yes", place=NOT_THE_JAW),
    ),
    *(
        spares("R57", told(age="65_plus"), {sign: "yes"})
        for sign in ("on_off_spasm", "hard_knot", "recent_overuse")
    ),
)

WORDS = {
    "said_chest": (EA, "", ""),
    "said_breath": (EA, "", ""),
    "said_stroke": (EA, "", ""),
    "said_cauda": (E, "", ""),
    "said_paralysis": (E, "sudden_call", ""),
    "said_faint": (EA, "", ""),
    "said_help": (EA, "", ""),
    "said_er": (E, "", ""),
    "said_overdose": (EA, "", "overdose"),
    "said_self_harm": (EA, "", "self_harm"),
}
"""Words that act at once: level, extra sentence, and what to do instead (2, free speech)."""

SCREENS = {"faint": EA}
"""Questions of several signs on which one yes acts at once (3e)."""

FELT = {"on_off_spasm", "hard_knot", "tender_press"}
NERVE_SIGNS = {
    *("numb_tingling", "travels_line", "limb_weakness"),
    *("burn_or_shock", "touch_hurts"),
}
EXPLAINS = {"on_off_spasm", "hard_knot", "recent_overuse"}

FOLLOWS: tuple[tuple[str, Answers, Answers], ...] = (
    ("nerve_sign", told(limb_weakness="yes|unsure"), told(numb_tingling="no", travels_line="no")),
    ("nerve_sign", told(numb_tingling="yes|unsure"), told(limb_weakness="no", travels_line="no")),
    ("nerve_sign", told(travels_line="yes|unsure"), told(limb_weakness="no", numb_tingling="no")),
    ("severe", told(pain="severe"), told(pain_78="no")),
    ("severe", told(pain="strong|severe", pain_78="yes"), {}),
    ("feverish", told(fever="yes"), told(very_ill="no")),
    ("feverish", told(very_ill="yes"), told(fever="no")),
    ("fragile_bones", told(steroid_pills="yes"), told(osteoporosis="no")),
    ("fragile_bones", told(osteoporosis="yes"), told(steroid_pills="no")),
    *(
        (risk, {name: "yes"}, {key: value for key, value in WITHOUT.items() if key != name})
        for risk in ("infection_risk", "blood_risk")
        for name in ("recent_infection", "spine_surgery", "immune_weak", "drugs_injected")
    ),
    *(
        (risk, told(spine_shot="yes", shot_since="yes|unsure"), WITHOUT)
        for risk in ("infection_risk", "blood_risk")
    ),
    ("infection_risk", told(steroid_pills="yes"), WITHOUT),
    *(
        ("fever_risk", {name: "yes"}, WITHOUT)
        for name in ("immune_weak", "drugs_injected", "spine_surgery")
    ),
    ("fever_risk", told(steroid_pills="yes", place=BACK), WITHOUT),
    ("fever_risk", told(recent_infection="yes", place=BACK), WITHOUT),
    ("fever_risk", told(spine_shot="yes", shot_since="yes|unsure"), WITHOUT),
    (
        "rib_mimic",
        {
            **{
                name: value
                for name, value in RIB_MIMIC.items()
                if name not in {"deep_breath_sharp", "main_region"}
            },
            "age_band": UNDER_FIFTY,
            "pain_level": "moderate|mild|strong",
        },
        {},
    ),
    ("fresh_48h", told(duration="lt_2d", recent_overuse="yes"), told(injury="no")),
    ("fresh_48h", told(duration="lt_2d", injury="yes"), told(recent_overuse="no")),
    (
        "perhaps_fresh",
        told(duration="lt_2d|unsure", recent_overuse="yes|unsure"),
        told(injury="no"),
    ),
    (
        "perhaps_fresh",
        told(duration="lt_2d|unsure", injury="yes|unsure"),
        told(recent_overuse="no"),
    ),
    ("warmth_suits", told(duration=PAST), told(on_off_spasm="no")),
    ("warmth_suits", told(recent_overuse="no", injury="no"), told(duration="lt_2d")),
    *(
        (name, {sign: "yes"}, dict.fromkeys(others - {sign}, "no") | beside)
        for name, others, beside in (
            ("nerve_own", NERVE_SIGNS, told(place="leg")),
            ("muscle_felt", FELT, {}),
            ("muscle_own", FELT | {"recent_overuse"}, {}),
            ("shocks_or_burning", {"burn_or_shock"}, {}),
            ("strain_explains", EXPLAINS, {}),
        )
        for sign in sorted(others)
    ),
    (
        "nerve_own",
        {"touch_hurts": "yes", "main_region": f"{NOT_THE_FACE}|unsure"},
        dict.fromkeys(NERVE_SIGNS - {"touch_hurts"}, "no"),
    ),
    ("cord_sign", told(gait="yes|unsure", place="neck|neck_arm|shoulder_arm|upper_back_ribs"), {}),
    ("cord_sign", told(both_arms="yes|unsure"), {}),
    ("cord_sign", told(limb_clumsy="yes|unsure"), {}),
    ("cord_sign", told(bend_shock="yes|unsure"), {}),
)
"""A derived finding holds while the first answers are as written, beside the second ones (2e)."""

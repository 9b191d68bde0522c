"""Whom each piece of self-care suits, and what forbids it (clinical knowledge base, 6)."""

from typing import NamedTuple

from expected.writing import GATES
from skill.triage.knowledge import Answers, Level

HEALTHY = {
    "age_band": "25_39",
    "adult_18_plus": "yes",
    "duration": "lt_2w",
    "pain_level": "moderate",
    **dict.fromkeys(GATES, "no"),
    **dict.fromkeys(
        [
            "pregnant",
            "known_condition",
            "steroid_pills",
            "osteoporosis",
            "cancer_history",
            "nsaid_risk",
            "area_heat_unsafe",
            "fluid_loss_sweat",
            "limb_weakness",
            "numb_tingling",
            "travels_line",
            "one_leg_swollen",
            "low_mood",
        ],
        "no",
    ),
    **dict.fromkeys(["on_off_spasm", "hard_knot", "tender_press", "recent_overuse"], "yes"),
}
"""Leans to the muscle; every block is ruled out."""

FRESH = {"duration": "lt_2d"}
RIB = {
    "main_region": "upper_back_ribs",
    "deep_breath_sharp": "yes",
    "autonomic_with_pain": "no",
    "exertional_pain": "no",
    "clot_risk": "no",
    "clot_before": "no",
    "on_off_spasm": "no",
}
WRIST = {"main_region": "shoulder_arm", "numb_tingling": "yes", "hand_shake_relief": "yes"}


class Item(NamedTuple):
    """An item, a caller whom it suits, and what forbids it."""

    suits: Answers
    blocks: str


ITEMS = {
    "stop_trigger": Item({"main_region": "leg"}, ""),
    "relative_rest": Item({"main_region": "leg", **FRESH}, "limb_weakness low_mood"),
    "keep_active": Item({"main_region": "leg"}, "limb_weakness"),
    "heat": Item(
        {"main_region": "lower_back"},
        "area_heat_unsafe gate_fever one_leg_swollen one_side_rash known_condition cancer_history "
        "numb_tingling",
    ),
    "cold": Item(
        {"main_region": "lower_back", **FRESH},
        "area_heat_unsafe known_condition limb_threat numb_tingling",
    ),
    "hydration": Item({"main_region": "leg"}, ""),
    "electrolytes": Item(
        {"main_region": "leg", "fluid_loss_sweat": "yes"},
        "nsaid_risk known_condition pregnant heart_flutter",
    ),
    "stretch_neck": Item(
        {"main_region": "neck"},
        "limb_weakness numb_tingling sight_change gate_injury fragile_bones",
    ),
    "stretch_shoulder": Item(
        {"main_region": "shoulder_arm"},
        "limb_weakness gate_injury fragile_bones autonomic_with_pain",
    ),
    "stretch_upper_back": Item(
        RIB, "gate_chest_breath_tearing gate_fever gate_injury fragile_bones"
    ),
    "stretch_lower_back": Item(
        {"main_region": "lower_back"},
        "limb_weakness both_legs_symptoms gate_injury fragile_bones pregnant",
    ),
    "stretch_calf": Item(
        {"main_region": "leg"}, "one_leg_swollen limb_threat gate_injury both_legs_symptoms"
    ),
    "stretch_leg": Item(
        {"main_region": "leg", "on_off_spasm": "no"},
        "one_leg_swollen limb_threat gate_injury both_legs_symptoms limb_weakness",
    ),
    "stretch_jaw": Item({"main_region": "jaw_face"}, "gate_injury jaw_lock_swallow"),
    "stretch_hand": Item(WRIST, "limb_weakness"),
    "massage": Item(
        {"main_region": "leg"},
        "one_leg_swollen nsaid_risk fragile_bones cancer_history gate_fever one_side_rash "
        "area_heat_unsafe pregnant",
    ),
    "posture_ergonomics": Item({"main_region": "neck"}, ""),
    "sleep_neck": Item({"main_region": "neck"}, ""),
    "no_driving": Item({"main_region": "neck"}, ""),
    "posture_leg": Item({"main_region": "leg"}, ""),
    "pain_relief": Item({"main_region": "leg"}, ""),
    "prevention": Item({"main_region": "leg"}, ""),
}

ASKED_FIRST = {
    "pregnant",
    "known_condition",
    "fragile_bones",
    "cancer_history",
    "nsaid_risk",
    "area_heat_unsafe",
}
"""The safety-of-advice findings (role A) that forbid an item; one_leg_swollen is below."""

BLOCKS = [(item, block) for item, one in ITEMS.items() for block in one.blocks.split()]
PARTS = {"fragile_bones": ("steroid_pills", "osteoporosis")}
"""What is asked of a block that follows from other answers."""


def forbidding(block: str) -> list[Answers]:
    """Return the answers with each of which a block forbids its item.

    Of what follows from others a part is enough; not being sure of a part forbids every tip.
    """
    if block in PARTS:
        return [{part: "yes"} for part in PARTS[block]]
    return [{block: "yes"}, {block: "unsure"}]


def caller(item: str, **more: str) -> Answers:
    """Return a healthy caller whom the item suits."""
    return {**HEALTHY, **ITEMS[item].suits, **more}


LIKE_A_NERVE = {
    **dict.fromkeys(["numb_tingling", "travels_line", "burn_or_shock"], "yes"),
    **dict.fromkeys(["on_off_spasm", "hard_knot", "tender_press"], "no"),
}

NOT_SUITED = [
    ("heat", {"duration": "lt_2d", "on_off_spasm": "no"}, "a fresh strain wants cold"),
    ("heat", {"duration": "lt_2d", "recent_overuse": "no", "gate_injury": "yes"}, "injured"),
    ("heat", {"duration": "unsure"}, "perhaps a fresh strain"),
    ("cold", {"duration": "lt_2w"}, "not fresh"),
    ("cold", {"recent_overuse": "no"}, "no strain"),
    ("relative_rest", {"duration": "lt_2w"}, "not the first days"),
    ("relative_rest", {"duration": "gt_6w"}, "old"),
    ("electrolytes", {"fluid_loss_sweat": "no"}, "no fluid lost"),
    ("stretch_calf", {"on_off_spasm": "no"}, "no cramp"),
    ("stretch_leg", {"main_region": "lower_back_leg"}, "the back has its own"),
    ("stretch_neck", {"main_region": "leg"}, "another place"),
    ("stretch_jaw", {"main_region": "neck"}, "another place"),
    ("stretch_lower_back", {"main_region": "neck"}, "another place"),
    ("stretch_shoulder", {"main_region": "leg"}, "another place"),
    ("stretch_upper_back", {"deep_breath_sharp": "no"}, "not the rib joint"),
    ("stretch_hand", {"hand_shake_relief": "no"}, "not the wrist"),
    ("massage", {"duration": "lt_2d"}, "a fresh strain"),
    ("massage", {"duration": "lt_2d", "recent_overuse": "no"}, "a fresh cramp"),
    ("massage", LIKE_A_NERVE, "it sounds like a nerve"),
    ("stretch_lower_back", LIKE_A_NERVE, "it sounds like a nerve"),
    ("stretch_leg", LIKE_A_NERVE, "it sounds like a nerve"),
    ("stretch_jaw", LIKE_A_NERVE, "it sounds like a nerve"),
    ("massage", {"duration": "unsure"}, "perhaps fresh"),
    ("no_driving", {"hard_knot": "no", "pain_level": "mild"}, "the neck turns"),
    ("posture_ergonomics", {"main_region": "leg"}, "another place"),
    ("posture_leg", {"main_region": "lower_back"}, "another place"),
    ("sleep_neck", {"main_region": "lower_back"}, "another place"),
    (
        "stretch_neck",
        dict.fromkeys(
            [
                *("travels_line", "burn_or_shock", "past_knee_elbow"),
                *("limb_worse_than_spine", "neck_move_arm"),
            ],
            "yes",
        ),
        "a nerve may be part of it",
    ),
]

LEVELS = [
    ({}, Level.SELF_CARE, True),
    (
        {"gate_saddle_bladder_bowel": "yes", "saddle_since": "before"},
        Level.SELF_CARE,
        False,
    ),
    ({"duration": "gt_6w"}, Level.CONSULTATION, True),
    ({"numb_tingling": "yes"}, Level.CONSULTATION, True),
    ({"pain_level": "severe"}, Level.CONSULTATION_24, False),
    ({"pain_level": "severe", "duration": "lt_2d", "main_region": "neck"}, Level.EMERGENCY, False),
    ({"said_chest": "yes"}, Level.EMERGENCY_AMBULANCE, False),
]

BACK_OR_ARM = "neck|shoulder_arm|upper_back_ribs|lower_back|neck_arm|lower_back_leg"

SUITS: tuple[tuple[str, Answers, Answers], ...] = (
    # item, the answers that it needs ("a|b" means either), and what is so beside them
    ("cold", {"duration": "lt_2d|unsure"}, {}),
    ("heat", {"duration": "lt_2w|lt_1w|2_6w|gt_6w"}, {}),
    ("stretch_calf", {"main_region": "leg", "on_off_spasm": "yes"}, {}),
    ("stretch_leg", {"main_region": "leg"}, {"on_off_spasm": "no"}),
    ("stretch_jaw", {"main_region": "jaw_face"}, {}),
    ("stretch_neck", {"main_region": "neck|neck_arm"}, {}),
    ("stretch_lower_back", {"main_region": "lower_back|lower_back_leg"}, {}),
    ("stretch_shoulder", {"main_region": "shoulder_arm|upper_back_ribs"}, {}),
    ("no_driving", {"main_region": "neck|neck_arm", "hard_knot": "yes"}, {"pain_level": "mild"}),
    ("no_driving", {"main_region": "neck|neck_arm", "pain_level": "moderate"}, {"hard_knot": "no"}),
    ("electrolytes", {"fluid_loss_sweat": "yes"}, {}),
    ("relative_rest", {"duration": "lt_2d|lt_1w|unsure"}, {}),
    ("posture_ergonomics", {"main_region": BACK_OR_ARM}, {}),
    ("posture_leg", {"main_region": "leg"}, {}),
    ("sleep_neck", {"main_region": "neck|neck_arm"}, {}),
    ("massage", {"duration": "lt_2w|lt_1w|2_6w|gt_6w"}, {}),
)
"""Whom an item suits, apart from every other guard: each answer counts."""

DANGER = (
    # the gates
    *("gate_chest_breath_tearing", "gate_faint_seizure", "too_dizzy_to_stand", "gate_stroke"),
    *("gate_saddle_bladder_bowel", "saddle_open", "gate_legs_gait"),
    # injury, fever
    *("injury_serious", "injury_high", "limb_bent", "gate_fever", "very_ill", "dark_urine"),
    *("meningitis_signs", "fever_headache"),
    # heart, head, throat, jaw
    *("autonomic_with_pain", "exertional_pain", "pain_never_changes", "new_headache"),
    *("headache_sudden", "sight_change", "swallow_trouble", "scalp_sore", "jaw_tires"),
    *("shoulders_stiff", "jaw_lock_swallow", "head_eyes_pulled"),
    # limbs and cord
    *("limb_threat", "muscle_rock_hard", "cramp_over_10_min", "one_leg_swollen"),
    *("one_arm_swollen", "limb_weakness", "weakness_severe_or_fast", "limb_clumsy"),
    *("both_hands", "both_arms", "bend_shock", "both_legs_symptoms", "muscle_thinning"),
    *("foot_rest_pain", "limp"),
    # belly, pregnancy, cancer, skin, salts
    *("belly_groin_pain", "testicle_pain", "pregnancy_danger"),
    *("weight_loss", "new_lump", "constant_night_pain"),
    *("one_side_rash", "rash_eye", "ache_wide", "widespread_spasms", "heart_flutter"),
    "mouth_tingle",
)
"""Signs of danger: a yes, or not being sure, forbids every tip."""

RAISERS = (
    *("recent_infection", "spine_surgery", "spine_shot", "shot_since", "immune_weak"),
    *("drugs_injected", "diabetes", "steroid_pills", "osteoporosis", "cancer_history"),
    *("blood_thinner", "clot_risk", "clot_before", "medicine_trigger", "statin_new"),
    *("headache_when", "jaw_since", "cold_when", "pain_78", "keeps_coming_back"),
    *("low_mood", "fluid_loss_sweat", "dirty_wound", "pregnant", "deep_breath_sharp"),
)
"""What makes other signs weigh more: not being sure forbids every tip."""

ADVISED = (
    (caller("heat"), ("keep_active", "heat", "stretch_lower_back", "hydration")),
    (caller("cold"), ("relative_rest", "cold", "stretch_lower_back", "hydration")),
    (
        caller("stretch_leg", recent_overuse="no", **FRESH),
        ("relative_rest", "heat", "stretch_leg", "hydration"),
    ),
    (caller("stretch_jaw"), ("keep_active", "heat", "stretch_jaw", "hydration")),
)
"""Rest, warmth or cold, a stretch and drinking come first for everyone (second edition, E1)."""

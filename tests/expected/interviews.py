"""What is asked of whom, in which order (clinical knowledge base, 3a, 3d and 3e)."""

from expected.writing import SPINE, told
from skill.triage.knowledge import Answers

WELL = {"age_band": "under_50", "duration": "lt_2w", "pain_level": "moderate"}

EVERYONE: list[tuple[str, ...]] = [
    ("age_band",),
    ("gate_chest_breath_tearing", "gate_faint_seizure", "gate_stroke"),
    ("gate_saddle_bladder_bowel", "gate_legs_gait", "gate_fever", "gate_injury"),
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
        ("both_hands", "pain_never_changes", "widespread_spasms"),
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
        ("cramp_over_10_min", "pregnant", "exertional_pain", "widespread_spasms"),
    ],
    "neck_arm": [
        ("vascular_neck_signs", "meningitis_signs", "autonomic_with_pain"),
        ("both_hands", "pain_never_changes", "constant_night_pain", "medicine_trigger"),
        ("exertional_pain", "limb_threat", "widespread_spasms"),
        HEALTH,
    ],
    "lower_back_leg": [
        ("both_legs_symptoms", "belly_groin_pain", "constant_night_pain", "pregnant"),
        ("limb_threat", "one_leg_swollen"),
        ("cramp_over_10_min", "exertional_pain", "widespread_spasms"),
        HEALTH,
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
SIGNS = ("dark_urine", "limb_weakness", "numb_tingling", "travels_line")
OF_THE_FACE = ("electric_shooting", "touch_hurts")
"""Few faces are numb or weak; these tell most of a nerve there (second edition, D)."""
CRAMPS = ("on_off_spasm",)
"""Asked of everyone but where it hurts all over: spasms are spoken of there."""


def order(place: str) -> list[tuple[str, ...]]:
    """Return what everyone is asked in a place before nerve or muscle is."""
    cramps = [CRAMPS] if place != "widespread" else []
    face = [OF_THE_FACE] if place == "jaw_face" else []
    return [*EVERYONE, *ORDER[place], SIGNS, *face, ("pain_level",), ("duration",), *cramps]


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
    *(
        (place, {"exertional_pain": "yes"}, "exertional_pain", ["walk_bend_relief"])
        for place in ("leg", "lower_back_leg")
    ),
    ("leg", {"exertional_pain": "unsure"}, "exertional_pain", ["walk_bend_relief"]),
    ("upper_back_ribs", {"deep_breath_sharp": "yes"}, "deep_breath_sharp", ["one_leg_swollen"]),
    ("upper_back_ribs", {"deep_breath_sharp": "unsure"}, "deep_breath_sharp", ["one_leg_swollen"]),
    ("neck", {"medicine_trigger": "yes"}, "medicine_trigger", ["head_eyes_pulled"]),
    ("neck_arm", {"medicine_trigger": "yes"}, "medicine_trigger", ["head_eyes_pulled"]),
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
    ("neck", {"gate_fever": "yes", "infection_risk": "yes"}, "infection_risk", ["main_region"]),
    (
        "leg",
        {"age_band": "unsure"},
        "one_leg_swollen",
        ["cramp_over_10_min pregnant exertional_pain widespread_spasms"],
    ),
    ("leg", {"travels_line": "yes"}, "travels_line", ["cancer_history"]),
    ("shoulder_arm", {"travels_line": "unsure"}, "travels_line", ["cancer_history"]),
    ("neck", {"gate_saddle_bladder_bowel": "unsure"}, "gate_saddle_bladder_bowel", ["main_region"]),
]

AT_ONCE = [
    ("gate_chest_breath_tearing", "leg", 3),
    ("gate_faint_seizure", "leg", 3),
    ("gate_stroke", "leg", 3),
    ("meningitis_signs", "neck", 6),
    ("vascular_neck_signs", "neck", 6),
    ("autonomic_with_pain", "neck", 6),
    ("autonomic_with_pain", "jaw_face", 6),
    ("jaw_lock_swallow", "jaw_face", 6),
]

NUMBERS = (
    ("age_band", "0", "under_50"),
    ("age_band", "49", "under_50"),
    ("age_band", "50", "50_64"),
    ("age_band", "64", "50_64"),
    ("age_band", "65", "65_plus"),
    ("age_band", "120", "65_plus"),
    ("age_band", "121", ""),
    ("duration", "1", "lt_2d"),
    ("duration", "2", "lt_2w"),
    ("duration", "13", "lt_2w"),
    ("duration", "14", "2_6w"),
    ("duration", "42", "2_6w"),
    ("duration", "43", "gt_6w"),
    ("pain_level", "0", "mild"),
    ("pain_level", "3", "mild"),
    ("pain_level", "4", "moderate"),
    ("pain_level", "6", "moderate"),
    ("pain_level", "7", "severe"),
    ("pain_level", "11", "severe"),
)
"""Years, days, and pain of ten: the last number of a band and the first of the next."""

READ_BACK_OF = (
    "gate_chest_breath_tearing",
    "gate_saddle_bladder_bowel",
    "limb_weakness",
    "gate_fever",
)
"""The denials that are read back (3a)."""

DUE: tuple[tuple[Answers, str], ...] = (
    # whatever was told so far, and in whichever order: what is asked next
    (told(age="under_50"), "gate_chest_breath_tearing gate_faint_seizure gate_stroke"),
    (told(age="50_64"), "gate_chest_breath_tearing gate_faint_seizure gate_stroke"),
    (told(age="65_plus"), "gate_chest_breath_tearing gate_faint_seizure gate_stroke"),
    (told(age="unsure"), "adult_18_plus"),
    (told(limb_weakness="yes", fast="no", duration="gt_6w"), "worsening"),
    (told(gait="yes"), "duration"),
    (told(gait="unsure"), "duration"),
    *((told(gait="yes", duration=long), "walk_bend_relief") for long in ("gt_6w", "recurring")),
    *(
        (told(gait="yes", duration=long, walk_bend_relief="no"), "worsening")
        for long in ("gt_6w", "recurring")
    ),
    *(
        (
            told(gait="yes", duration=long, walk_bend_relief="no", worsening="no"),
            "weakness_severe_or_fast",
        )
        for long in ("gt_6w", "recurring")
    ),
    (told(gait="unsure", duration="lt_2w"), "main_region"),
    (told(saddle="unsure"), "main_region"),
    *(
        (told(belly_groin_pain="yes", place=place, age=age), "duration")
        for place in ("lower_back", "upper_back_ribs", "lower_back_leg")
        for age in ("50_64", "65_plus")
    ),
    (told(injury="yes", injury_serious="yes", fragile_bones="no"), "main_region"),
    (told(duration="2_6w"), "worsening"),
    (told(duration="gt_6w"), "low_mood"),
    (told(duration="recurring"), "low_mood"),
    (
        told(place="upper_back_ribs", deep_breath_sharp="yes", one_leg_swollen="no"),
        "recent_overuse",
    ),
    *(
        (told(infection_risk="yes", jaw_lock_swallow="no", place=place), "worsening")
        for place in SPINE
    ),
    (told(place="widespread", dirty_wound="yes"), "widespread_spasms"),
    (told(place="widespread", fluid_loss_sweat="yes"), "widespread_spasms"),
    *((told(on_off_spasm=answer), "widespread_spasms") for answer in ("yes", "unsure")),
    *(
        (
            told(widespread_spasms=answer),
            "heart_flutter_mouth_tingle fluid_loss_sweat medicine_trigger",
        )
        for answer in ("yes", "unsure")
    ),
    *(
        (
            told(
                widespread_spasms=answer,
                heart_flutter_mouth_tingle="no",
                fluid_loss_sweat="no",
                medicine_trigger="no",
            ),
            "known_condition",
        )
        for answer in ("yes", "unsure")
    ),
    *((told(sock_glove=answer), "known_condition") for answer in ("yes", "unsure")),
)
"""3d: a follow-up comes before anything else."""

ASKED_TWICE = (
    "gate_chest_breath_tearing",
    "gate_faint_seizure",
    "gate_stroke",
    "gate_saddle_bladder_bowel",
    "gate_legs_gait",
    "weakness_severe_or_fast",
)
"""Where "not sure" is asked once more in other words (3b)."""

TAKEN_AS = {"pain_level": "moderate", "adult_18_plus": "no"}
"""What "not sure" is recorded as: of pain, the middle; of being an adult, a child."""

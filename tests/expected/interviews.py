"""What is asked of whom, in which order (clinical knowledge base, 3a, 3d and 3e; questions, 2)."""

from typing import NamedTuple

from expected.well import AGES, caller
from expected.writing import REGIONS, SPINE, UPPER, told
from skill.triage.knowledge import Answers

WELL = {
    "age_band": "25_39",
    "duration": "lt_2w",
    "pain_level": "moderate",
    "recent_overuse": "yes",
    "worsening": "same",
}
"""A strain of some days; everything else is no."""

WHO: dict[str, Answers] = {
    "strain": WELL,
    "itself": {**WELL, "recent_overuse": "no"},
    "days": {**WELL, "duration": "lt_1w"},
    "long": {**WELL, "duration": "gt_6w"},
    "fifties": {**WELL, "age_band": "50_55"},
    "sixties": {**WELL, "age_band": "56_64"},
    "old": {**WELL, "age_band": "65_plus"},
    "child": {**WELL, "age_band": "12_17"},
}
"""Callers who deny every sign: who strained something, and with one thing different."""

GROWN = tuple(who for who in WHO if who != "child")
NOT_OLD = tuple(who for who in GROWN if who != "old")
FROM_50, FROM_56 = ("fifties", "sixties", "old"), ("sixties", "old")
TO_55 = tuple(who for who in NOT_OLD if who != "sixties")
ALL = tuple(WHO)

HEAD = ("neck", "neck_arm", "jaw_face")
NECK, LOW = ("neck", "neck_arm"), ("lower_back", "lower_back_leg")
ARM, LEG = ("shoulder_arm", "neck_arm"), ("leg", "lower_back_leg")
BACK_OR_LEG = (*LOW, "leg")
NO_JAW = tuple(place for place in REGIONS if place != "jaw_face")
ONE_SPOT = tuple(place for place in REGIONS if place != "widespread")


class Due(NamedTuple):
    """What is asked, in which places, and of whom."""

    ask: str
    places: tuple[str, ...]
    who: tuple[str, ...]


ORDER = (
    # ---- danger first, each gate alone
    Due("age_band", REGIONS, ALL),
    Due("gate_chest_breath_tearing", REGIONS, ALL),
    Due("gate_stroke", REGIONS, ALL),
    Due("gate_faint_seizure too_dizzy_to_stand", REGIONS, ALL),
    Due("gate_saddle_bladder_bowel", REGIONS, ALL),
    Due("gate_legs_gait", REGIONS, ALL),
    Due("main_region", REGIONS, ALL),
    Due("limp", LEG, ("child",)),
    # ---- what set it off, fever, how bad, since when; what needs an ambulance before what does not
    Due("gate_injury recent_overuse", REGIONS, NOT_OLD),
    Due("gate_injury", REGIONS, ("old", "child")),
    Due("gate_fever very_ill dark_urine", REGIONS, ALL),
    Due("autonomic_with_pain exertional_pain", UPPER, ALL),
    Due("pain_level", REGIONS, ALL),
    Due("duration", REGIONS, ALL),
    Due("low_mood", REGIONS, ("long",)),
    Due("belly_groin_pain autonomic_with_pain", BACK_OR_LEG, FROM_56),
    Due("autonomic_with_pain", BACK_OR_LEG, ("fifties",)),
    Due("recent_overuse", REGIONS, ("old",)),
    # ---- by place, emergencies first
    Due("new_headache sight_change swallow_trouble", HEAD, ALL),
    Due("limb_threat one_arm_swollen", ARM, ALL),
    Due("limb_threat one_leg_swollen", LEG, ALL),
    Due("clot_risk", LEG, ("itself",)),
    Due("clot_before", LEG, ("itself",)),
    Due("jaw_lock_swallow one_side_rash", ("jaw_face",), ALL),
    Due("jaw_lock_swallow heart_flutter mouth_tingle", ("widespread",), ALL),
    Due("travels_line both_legs_symptoms", BACK_OR_LEG, ALL),
    Due("travels_line both_arms", ("neck", *ARM), GROWN),
    Due("deep_breath_sharp one_side_rash", ("upper_back_ribs",), ALL),
    Due("travels_line", ("upper_back_ribs",), ALL),
    Due("numb_tingling limb_weakness limb_clumsy", NO_JAW, ALL),
    Due("numb_tingling limb_weakness", ("jaw_face",), ALL),
    Due("scalp_sore jaw_tires shoulders_stiff", (*HEAD, "shoulder_arm"), FROM_50),
    Due("belly_groin_pain pregnant", NO_JAW, TO_55),
    Due("belly_groin_pain", ("upper_back_ribs",), FROM_56),
    Due("belly_groin_pain", REGIONS, ("child",)),
    # ---- what may be behind it
    Due("worsening", REGIONS, tuple(who for who in GROWN if who != "days")),
    Due("cancer_history weight_loss new_lump", REGIONS, GROWN),
    Due(
        "recent_infection spine_surgery spine_shot",
        SPINE,
        tuple(who for who in GROWN if who != "long"),
    ),
    Due("immune_weak drugs_injected", SPINE, ("itself",)),
    Due("steroid_pills osteoporosis", SPINE, GROWN),
    Due("pain_never_changes constant_night_pain", UPPER, GROWN),
    Due("constant_night_pain", (*BACK_OR_LEG, "widespread"), GROWN),
    Due("constant_night_pain", REGIONS, ("child",)),
    Due("foot_rest_pain", LEG, FROM_50),
    Due("walk_bend_relief", LEG, FROM_50),
    Due("exertional_pain", LEG, FROM_50),
    Due("medicine_trigger one_side_rash", ("neck", *ARM, *BACK_OR_LEG), ("itself",)),
    Due("medicine_trigger", ("upper_back_ribs", "jaw_face"), ("itself",)),
    Due("medicine_trigger", ("widespread",), ALL),
    Due("fluid_loss_sweat", ("widespread",), ALL),
    Due("dirty_wound muscle_thinning", ("widespread",), GROWN),
    Due("known_condition", ("widespread",), GROWN),
    Due("burn_or_shock touch_hurts", ("jaw_face",), GROWN),
    Due("on_off_spasm widespread_spasms", ONE_SPOT, GROWN),
    Due("cramp_over_10_min muscle_rock_hard", ("shoulder_arm", *LEG), ("days",)),
)
"""Every question before nerve or muscle is asked about."""


def order(place: str, who: str = "strain") -> list[tuple[str, ...]]:
    """Return what a caller who denies every sign is asked in a place, in order."""
    return [tuple(due.ask.split()) for due in ORDER if place in due.places and who in due.who]


NOT_FITTING = [
    ("lower_back", {"age_band": "56_64"}, "pregnant"),
    ("leg", {"age_band": "65_plus"}, "pregnant"),
    ("jaw_face", {}, "pregnant"),
    ("leg", {}, "neck_move_arm"),
    ("leg", {}, "recent_infection"),
    ("leg", {}, "osteoporosis"),
    ("leg", {}, "immune_weak"),
    ("neck", {}, "immune_weak"),
    ("neck", {"duration": "gt_6w"}, "recent_infection"),
    ("neck", {"travels_line": "no", "numb_tingling": "yes"}, "past_knee_elbow"),
    ("neck", {"numb_tingling": "no", "travels_line": "yes"}, "hand_shake_relief"),
    ("neck", {"numb_tingling": "no", "travels_line": "yes"}, "sock_glove"),
    ("lower_back", {}, "walk_bend_relief"),
    ("lower_back", {}, "autonomic_with_pain"),
    ("lower_back", {}, "exertional_pain"),
    ("neck", {}, "scalp_sore"),
    ("leg", {}, "foot_rest_pain"),
    ("neck", {}, "medicine_trigger"),
    ("neck", {"recent_overuse": "no", "medicine_trigger": "no"}, "head_eyes_pulled"),
    ("leg", {"recent_overuse": "no", "medicine_trigger": "yes"}, "head_eyes_pulled"),
    ("jaw_face", {}, "dirty_wound"),
    ("upper_back_ribs", {}, "one_leg_swollen"),
    ("leg", {}, "clot_risk"),
    ("neck", {}, "injury_serious"),
    ("neck", {}, "meningitis_signs"),
    ("neck", {"duration": "lt_1w"}, "worsening"),
    ("neck", {"duration": "2_6w"}, "low_mood"),
    ("neck", {"age_band": "lt_12"}, "cancer_history"),
    ("neck", {"age_band": "12_17"}, "osteoporosis"),
    ("neck", {"age_band": "12_17", "belly_groin_pain": "no"}, "pregnant"),
    ("leg", {"on_off_spasm": "no"}, "cramp_over_10_min"),
    ("lower_back", {"on_off_spasm": "yes"}, "cramp_over_10_min"),
    ("leg", {"belly_groin_pain": "yes", "groin_or_belly": "groin"}, "testicle_pain"),
    ("leg", {"pain_level": "severe"}, "pain_78"),
]

BELLY = {"belly_groin_pain": "yes"}
HURT = {"gate_injury": "yes", "injury_when": "lt_2w", "recent_overuse": "no"}

FOLLOW_UPS = [
    # place, told, what is asked right after it, in order
    ("leg", {"gate_stroke": "yes", "stroke_when": "longer"}, "gate_stroke", ["stroke_when"]),
    (
        "leg",
        {"gate_saddle_bladder_bowel": "yes", "saddle_since": "before"},
        "gate_saddle_bladder_bowel",
        ["saddle_since", "gate_legs_gait"],
    ),
    (
        "leg",
        {
            "gate_saddle_bladder_bowel": "yes",
            "saddle_since": "steady",
            "duration": "gt_6w",
        },
        "gate_saddle_bladder_bowel",
        ["saddle_since", "duration", "gate_legs_gait"],
    ),
    (
        "leg",
        {"gate_legs_gait": "yes", "legs_since": "steady", "duration": "gt_6w"},
        "gate_legs_gait",
        ["legs_since", "duration", "weakness_severe_or_fast", "main_region"],
    ),
    (
        "leg",
        {
            "gate_legs_gait": "yes",
            "legs_since": "steady",
            "duration": "gt_6w",
            "age_band": "65_plus",
        },
        "main_region",
        ["walk_bend_relief"],
    ),
    ("leg", HURT, "gate_injury", ["injury_serious", "injury_when", "steroid_pills osteoporosis"]),
    ("leg", HURT, "osteoporosis", ["limb_use_ok"]),
    (
        "leg",
        {**HURT, "limb_use_ok": "no", "limb_bent": "no"},
        "limb_use_ok",
        ["limb_bent", "blood_thinner", "leg_part"],
    ),
    ("neck", {**HURT, "injury_serious": "yes"}, "injury_serious", ["injury_high", "injury_when"]),
    (
        "neck",
        {"gate_fever": "yes"},
        "gate_fever",
        [
            "meningitis_signs fever_headache",
            "recent_infection spine_surgery spine_shot",
            "immune_weak drugs_injected",
            "diabetes",
            "constant_night_pain",
        ],
    ),
    (
        "leg",
        {"gate_fever": "yes"},
        "gate_fever",
        [
            "meningitis_signs fever_headache",
            "recent_infection spine_surgery spine_shot",
            "immune_weak drugs_injected",
        ],
    ),
    ("leg", {"pain_level": "strong"}, "pain_level", ["pain_78"]),
    (
        "leg",
        {"pain_level": "severe", "duration": "lt_2d", "age_band": "50_55"},
        "duration",
        ["pain_never_changes", "leg_part"],
    ),
    ("neck", {"pain_level": "severe", "duration": "lt_2d"}, "pain_level", ["duration"]),
    ("lower_back", {"pain_level": "severe", "duration": "lt_2d"}, "duration", ["blood_thinner"]),
    ("neck", {"duration": "gt_6w"}, "duration", ["low_mood"]),
    (
        "neck",
        {"new_headache": "yes", "headache_when": "no"},
        "new_headache",
        ["headache_sudden", "headache_when"],
    ),
    ("neck", {"swallow_trouble": "yes", "throat_old": "yes"}, "swallow_trouble", ["throat_old"]),
    (
        "neck",
        {"exertional_pain": "yes", "effort_rest": "no"},
        "exertional_pain",
        ["effort_rest", "pain_never_changes"],
    ),
    (
        "jaw_face",
        {"jaw_lock_swallow": "yes", "jaw_since": "no"},
        "jaw_lock_swallow",
        ["dirty_wound", "jaw_since"],
    ),
    ("jaw_face", {"one_side_rash": "yes"}, "one_side_rash", ["rash_eye"]),
    ("leg", {"limb_threat": "yes", "cold_when": "no"}, "limb_threat", ["cold_when"]),
    (
        "lower_back",
        {
            "travels_line": "yes",
            "both_legs_symptoms": "yes",
            "spread_since": "steady",
            "duration": "gt_6w",
        },
        "both_legs_symptoms",
        ["spread_since", "walk_bend_relief"],
    ),
    ("lower_back", {"travels_line": "yes"}, "travels_line", ["saddle_open"]),
    (
        "lower_back",
        {"travels_line": "yes", "saddle_open": "unsure", "saddle_changed": "stool"},
        "saddle_open",
        ["saddle_changed"],
    ),
    ("neck", {"numb_tingling": "yes"}, "numb_tingling", ["both_hands bend_shock"]),
    ("lower_back", {"numb_tingling": "yes"}, "numb_tingling", ["saddle_open"]),
    (
        "shoulder_arm",
        {"numb_tingling": "yes", "both_hands": "yes"},
        "numb_tingling",
        ["both_hands", "worsening", "hand_shake_relief"],
    ),
    ("shoulder_arm", {"limb_weakness": "unsure"}, "limb_weakness", ["weakness_severe_or_fast"]),
    (
        "upper_back_ribs",
        {"deep_breath_sharp": "yes"},
        "deep_breath_sharp",
        ["one_leg_swollen", "clot_risk", "clot_before"],
    ),
    ("lower_back", BELLY, "belly_groin_pain", ["groin_or_belly"]),
    (
        "lower_back",
        {**BELLY, "groin_or_belly": "groin", "age_band": "18_24"},
        "groin_or_belly",
        ["testicle_pain"],
    ),
    ("lower_back", {"pregnant": "yes"}, "pregnant", ["pregnancy_danger"]),
    (
        "leg",
        {**BELLY, "groin_or_belly": "side", "age_band": "12_17"},
        "belly_groin_pain",
        ["groin_or_belly", "pregnant"],
    ),
    ("neck", {"cancer_history": "yes"}, "cancer_history", ["skin_only"]),
    ("neck", {"spine_shot": "yes"}, "spine_shot", ["shot_since"]),
    (
        "neck",
        {"recent_infection": "yes"},
        "recent_infection",
        ["immune_weak drugs_injected", "jaw_lock_swallow"],
    ),
    (
        "leg",
        {"constant_night_pain": "yes", "duration": "lt_1w"},
        "constant_night_pain",
        ["worsening"],
    ),
    ("leg", {"constant_night_pain": "yes", "age_band": "12_17"}, "worsening", ["weight_loss"]),
    (
        "neck",
        {"medicine_trigger": "yes", "medicine_which": "other", "recent_overuse": "no"},
        "medicine_trigger",
        ["medicine_which", "head_eyes_pulled"],
    ),
    (
        "neck",
        {"medicine_trigger": "yes", "medicine_which": "statin", "recent_overuse": "no"},
        "medicine_which",
        ["statin_new", "ache_wide"],
    ),
    (
        "leg",
        {"on_off_spasm": "yes", "widespread_spasms": "yes"},
        "widespread_spasms",
        [
            "jaw_lock_swallow heart_flutter mouth_tingle",
            "fluid_loss_sweat",
            "medicine_trigger",
            "known_condition",
        ],
    ),
    ("leg", {"on_off_spasm": "yes"}, "on_off_spasm", ["cramp_over_10_min muscle_rock_hard"]),
    (
        "leg",
        {**HURT, "limb_use_ok": "yes", "leg_part": "lower"},
        "widespread_spasms",
        ["cramp_over_10_min muscle_rock_hard"],
    ),
    ("widespread", {"fluid_loss_sweat": "yes"}, "fluid_loss_sweat", ["widespread_spasms"]),
    (
        "leg",
        {"age_band": "65_plus", "walk_bend_relief": "yes"},
        "walk_bend_relief",
        ["standing_eases"],
    ),
]

AT_ONCE = [
    ("gate_faint_seizure", "leg", 5),
    ("too_dizzy_to_stand", "leg", 5),
]
"""Where one yes to a question of several acts at once, and how many turns were heard then."""

NUMBERS = (
    ("age_band", "0", "lt_12"),
    ("age_band", "11", "lt_12"),
    ("age_band", "12", "12_17"),
    ("age_band", "17", "12_17"),
    ("age_band", "18", "18_24"),
    ("age_band", "24", "18_24"),
    ("age_band", "25", "25_39"),
    ("age_band", "39", "25_39"),
    ("age_band", "40", "40_49"),
    ("age_band", "49", "40_49"),
    ("age_band", "50", "50_55"),
    ("age_band", "55", "50_55"),
    ("age_band", "56", "56_64"),
    ("age_band", "64", "56_64"),
    ("age_band", "65", "65_plus"),
    ("age_band", "120", "65_plus"),
    ("age_band", "121", ""),
    ("duration", "1", "lt_2d"),
    ("duration", "2", "lt_1w"),
    ("duration", "6", "lt_1w"),
    ("duration", "7", "lt_2w"),
    ("duration", "13", "lt_2w"),
    ("duration", "14", "2_6w"),
    ("duration", "42", "2_6w"),
    ("duration", "43", "gt_6w"),
    ("pain_level", "0", "mild"),
    ("pain_level", "3", "mild"),
    ("pain_level", "4", "moderate"),
    ("pain_level", "6", "moderate"),
    ("pain_level", "7", "strong"),
    ("pain_level", "8", "strong"),
    ("pain_level", "9", "severe"),
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

OLD = {"duration": "gt_6w"}

DUE: tuple[tuple[Answers, str], ...] = (
    # whatever was told so far, and in whichever order: what is asked next
    *((told(age=age), "gate_chest_breath_tearing") for age in AGES),
    *(
        (told(belly_groin_pain="yes", groin_or_belly="groin", age=age), "testicle_pain")
        for age in ("lt_12", "12_17", "18_24", "unsure")
    ),
    (told(age="unsure"), "adult_18_plus"),
    *(
        ({k: v for k, v in caller("neck", age).items() if k != "pregnant"}, "pregnant")
        for age in ("18_24", "25_39", "40_49", "50_55", "unsure")
    ),
    *((told(stroke=said), "stroke_when") for said in ("yes", "unsure")),
    *((told(saddle=said), "saddle_since") for said in ("yes", "unsure")),
    *((told(gait=said), "legs_since") for said in ("yes", "unsure")),
    *((told(saddle=said, saddle_since="steady"), "duration") for said in ("yes", "unsure")),
    *((told(gait=said, legs_since="steady"), "duration") for said in ("yes", "unsure")),
    (told(both_legs="yes", spread_since="steady"), "duration"),
    *(
        (told(gait="yes", legs_since=since, **OLD), "weakness_severe_or_fast")
        for since in ("steady", "before")
    ),
    *(
        (told(gait="yes", legs_since=since, fast="no", **OLD), "main_region")
        for since in ("steady", "before")
    ),
    *(
        (
            told(gait="yes", legs_since=since, fast="no", place=p, age="65_plus", **OLD),
            "walk_bend_relief",
        )
        for since in ("steady", "before")
        for p in ("lower_back", "lower_back_leg", "leg")
    ),
    (told(saddle="no", gait="no", limb_weakness="yes"), "weakness_severe_or_fast"),
    (told(limb_weakness="yes", fast="no", duration="gt_6w", place="leg", age="25_39"), "low_mood"),
    (told(limb_weakness="yes", fast="no", duration="gt_6w"), "worsening"),
    (told(injury="yes"), "injury_serious"),
    (told(injury="unsure"), "injury_when"),
    (told(injury="yes", injury_serious="no"), "injury_when"),
    *(
        (told(injury="yes", injury_serious="no", injury_when=when), "steroid_pills osteoporosis")
        for when in ("lt_2w", "unsure")
    ),
    (told(injury_serious="yes", place="neck"), "injury_high"),
    (told(duration="gt_6w", place="leg", age="25_39"), "low_mood"),
    (told(duration="gt_6w", age="25_39"), "gate_chest_breath_tearing"),
    (told(keeps_coming_back="yes", place="leg", age="25_39"), "low_mood"),
    (told(pain="strong"), "pain_78"),
    (told(new_headache="yes"), "headache_sudden"),
    (told(new_headache="unsure", headache_sudden="no"), "headache_when"),
    (told(both_legs="unsure"), "spread_since"),
    (told(jaw_lock_swallow="unsure"), "dirty_wound"),
    (told(jaw_lock_swallow="unsure", dirty_wound="no"), "jaw_since"),
    (told(limb_threat="unsure"), "cold_when"),
    (told(spine_shot="yes"), "shot_since"),
    (told(belly_groin_pain="yes"), "groin_or_belly"),
    *((told(pregnant=said, age="25_39"), "pregnancy_danger") for said in ("yes", "unsure")),
    (told(cancer_history="yes"), "skin_only"),
    (told(place="shoulder_arm", limb_clumsy="yes"), "both_hands"),
    (told(burn_or_shock="yes", age="25_39"), "one_side_rash"),
    (
        told(numb_tingling="yes", limb_weakness="no", travels_line="no", injury="no", age="25_39"),
        "numb_gone",
    ),
    (told(numb_tingling="yes", travels_line="yes", recent_overuse="yes"), "one_side_rash"),
    (told(numb_tingling="yes", place="widespread", both_hands="no"), "one_side_rash"),
    (told(numb_tingling="yes", age="12_17", adult="no"), "one_side_rash"),
    (told(place="neck", travels_line="yes", numb_tingling="no"), "bend_shock"),
    *(
        (told(place=p, age=age, travels_line="yes", saddle_open="no"), "walk_bend_relief")
        for p in ("lower_back", "lower_back_leg", "leg")
        for age in ("50_55", "65_plus", "unsure")
    ),
    (told(medicine_trigger="yes"), "medicine_which"),
    (told(medicine_which="statin"), "statin_new"),
    (
        told(
            place="upper_back_ribs",
            deep_breath_sharp="yes",
            one_leg_swollen="no",
            clot_risk="no",
            clot_before="no",
        ),
        "recent_overuse",
    ),
    (told(place="widespread", dirty_wound="yes"), "widespread_spasms"),
    (told(place="widespread", fluid_loss_sweat="yes"), "widespread_spasms"),
    *(
        (told(widespread_spasms=answer), "jaw_lock_swallow heart_flutter mouth_tingle")
        for answer in ("yes", "unsure")
    ),
    *((told(sock_glove=answer), "known_condition") for answer in ("yes", "unsure")),
)
"""3d: a follow-up comes before anything else."""

ASKED_TWICE = (
    "gate_chest_breath_tearing",
    "gate_stroke",
    "gate_saddle_bladder_bowel",
    "gate_legs_gait",
    "weakness_severe_or_fast",
)
"""Where "not sure" is asked once more in other words (3b)."""

TAKEN_AS = {"pain_level": "moderate", "adult_18_plus": "no"}
"""What "not sure" is recorded as: of pain, the middle; of being an adult, a child."""

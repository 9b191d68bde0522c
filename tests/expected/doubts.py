"""What falls short of a rule, what waits, and what "not sure" reaches (3b, 3c)."""

from expected.writing import (
    C24,
    EA,
    NO_GATES,
    OLD_STEADY_LEGS,
    RIB_MIMIC,
    SPINE,
    UPPER,
    C,
    E,
    S,
    rows,
    told,
)

MISSES = rows(
    ("R02", E, told(autonomic_with_pain="yes", place="leg"), "not the upper body"),
    ("R03", C, told(exertional_pain="yes", place="leg"), "in the leg it is circulation"),
    ("R06", C24, OLD_STEADY_LEGS, "the exception holds"),
    ("R06x", E, told(both_legs="yes", duration="lt_2w"), "new"),
    ("R07", C24, told(gait="yes", duration="gt_6w", fast="no"), "old and not fast"),
    ("R08b", C24, told(both_hands="yes", gait="no", place="neck"), "the legs are fine"),
    (
        "R08c",
        C,
        told(both_hands="yes", place="shoulder_arm", duration="gt_6w", worsening="no"),
        "old and steady",
    ),
    ("R09", C24, told(limb_weakness="yes", fast="no"), "not severe"),
    ("R09", S, told(limb_weakness="no"), "not weak"),
    ("R10", E, told(limb_weakness="yes", fast="yes"), "severe is R09"),
    ("R12", S, told(injury="yes", age="under_50", fragile_bones="no"), "young, sound bones"),
    ("R12b", S, told(injury="yes", numb_tingling="no", limb_weakness="no"), "no nerve sign"),
    ("R13", C24, told(fragile_bones="yes", place="leg", pain="severe"), "not the spine"),
    ("R13", S, told(fragile_bones="yes", place="neck", pain="moderate"), "not severe"),
    ("R15", C24, told(fever="yes", place="leg", numb_tingling="yes"), "not the spine"),
    ("R15", C24, told(fever="yes", place="neck", numb_tingling="unsure"), "not sure of it"),
    ("R16", S, told(infection_risk="yes", place="neck", worsening="no"), "no sign beside it"),
    ("R16", C, told(infection_risk="yes", place="leg", numb_tingling="yes"), "not the spine"),
    ("R19", E, told(head_eyes_pulled="yes", medicine_trigger="no"), "no medicine"),
    ("R20", S, told(dirty_wound="yes", widespread_spasms="no", jaw_lock_swallow="no"), "none"),
    ("R24", C24, told(cancer_history="yes", place="neck", numb_tingling="no"), "no nerve sign"),
    ("R24", C, told(cancer_history="yes", place="leg", numb_tingling="yes"), "no line"),
    ("R25", S, told(cancer_history="yes", place="leg", travels_line="no"), "no line"),
    ("R25", S, told(cancer_history="yes", place="jaw_face", travels_line="yes"), "the jaw"),
    ("R28", C24, told(heart_flutter_mouth_tingle="yes", widespread_spasms="no"), "alone"),
    ("R29", S, told(fluid_loss_sweat="yes", widespread_spasms="no"), "no spasms elsewhere"),
    ("R31", S, told(medicine_trigger="yes", place="neck"), "one place, no weakness"),
    ("R35", C, told(pregnant="yes", place="neck"), "the neck"),
    ("R36", S, told(adult="yes"), "an adult"),
    ("R37", C24, told(pain="severe", duration="lt_2w", place="neck"), "not sudden"),
    ("R37", C24, told(pain="severe", duration="lt_2d", place="lower_back"), "a back spasm"),
    ("R37", S, told(pain="moderate", duration="lt_2d", place="neck"), "not severe"),
    ("R38", S, told(pain="moderate"), "not severe"),
    (
        "R38b",
        C24,
        told(belly_groin_pain="yes", place="lower_back", age="65_plus", duration="2_6w"),
        "not new",
    ),
    (
        "R38b",
        C24,
        told(belly_groin_pain="yes", place="lower_back", age="under_50", duration="lt_2d"),
        "young",
    ),
    ("R38c", C, told(belly_groin_pain="yes", place="leg"), "the leg"),
    ("R38d", C, told(pain_never_changes="yes", place="lower_back"), "not the upper body"),
    ("R39", S, RIB_MIMIC, "the rib-joint test passes"),
    ("R39", S, told(deep_breath_sharp="yes", place="neck"), "not the ribs"),
    ("R40", C, told(place="leg", exertional_pain="yes", walk_bend_relief="yes"), "a visit still"),
    ("R41", S, told(known_condition="no", sock_glove="yes"), "no known illness"),
    ("R42", S, told(duration="2_6w", worsening="no"), "not so long"),
    ("R43", S, told(duration="lt_2w"), "not so long"),
    ("R44", S, told(numb_tingling="unsure"), "not sure: the leaning keeps it from self-care"),
)

HELD = [
    # rule, answers, the level until its exception is answered, the last answer, the level then
    ("R06", told(both_legs="yes", **NO_GATES), S, told(duration="lt_2w"), E),
    ("R06", told(both_legs="yes", duration="gt_6w", **NO_GATES), C, told(worsening="yes"), E),
    (
        "R06x",
        told(both_legs="yes", duration="gt_6w", walk_bend_relief="yes", **NO_GATES),
        C,
        told(worsening="no"),
        C24,
    ),
    ("R08", told(gait="yes", duration="gt_6w"), C, told(walk_bend_relief="no"), C24),
    ("R08", told(gait="yes", duration="gt_6w", walk_bend_relief="yes"), C, told(worsening="no"), C),
    ("R08c", told(both_hands="yes", place="neck"), S, told(worsening="yes"), C24),
    ("R08c", told(both_hands="yes", place="neck"), S, told(hand_shake_relief="no"), C24),
    ("R10", told(limb_weakness="yes", fast="no"), S, told(duration="lt_2d"), C24),
    ("R10", told(limb_weakness="yes", fast="no", duration="gt_6w"), C, told(worsening="no"), C),
    ("R11", told(injury_serious="yes", age="under_50"), S, told(place="leg"), E),
    ("R11", told(injury_serious="yes", age="under_50"), S, told(place="neck"), EA),
    ("R34", told(one_side_rash="yes"), S, told(place="leg"), C24),
    ("R38c", told(belly_groin_pain="yes", place="lower_back"), C, told(duration="gt_6w"), C),
    ("R38d", told(pain_never_changes="yes", place="neck"), C, told(pain="moderate"), C24),
    (
        "R39",
        {name: value for name, value in RIB_MIMIC.items() if name != "recent_overuse"},
        S,
        told(recent_overuse="no"),
        C24,
    ),
    ("R40", told(place="leg", exertional_pain="yes"), C, told(walk_bend_relief="no"), C),
]

UNSURE_ALONE = {
    "gate_chest_breath_tearing": EA,
    "gate_faint_seizure": EA,
    "gate_stroke": EA,
    "gate_injury": C,
    "gate_fever": C,
    "autonomic_with_pain": E,
    "vascular_neck_signs": E,
    "meningitis_signs": E,
    "jaw_lock_swallow": E,
    "head_eyes_pulled": E,
    "both_hands": C,
    "belly_groin_pain": C,
    "pain_never_changes": C,
    "limb_weakness": C,
    "both_legs_symptoms": C24,
    "injury_serious": C24,
    "fragile_bones": C,
    "cancer_history": C,
    "weight_loss_or_lump": C,
    "constant_night_pain": C,
    "infection_risk": C,
    "one_leg_swollen": C,
    "limb_threat": C24,
    "dark_urine": C24,
    "heart_flutter_mouth_tingle": C24,
    "cramp_over_10_min": C,
    "muscle_thinning": C,
    "dirty_wound": C,
    "one_side_rash": C,
    "medicine_trigger": C,
    "widespread_spasms": C,
    "known_condition": C,
    "low_mood": C,
    "worsening": C,
    "pregnant": C,
    "duration": C,
    "main_region": C24,
}
"""3b: gates as yes, others one level below their yes and never below consultation."""

UNSURE_BY_PLACE = rows(
    *(
        (finding, E, {finding: "unsure", "main_region": p}, f"still not sure, {p}")
        for finding in (
            "gate_saddle_bladder_bowel",
            "gate_legs_gait",
            "weakness_severe_or_fast",
        )
        for p in (*SPINE, "leg")
    ),
    *(
        (finding, C24, {finding: "unsure", "main_region": p}, f"still not sure, {p}")
        for finding in (
            "gate_saddle_bladder_bowel",
            "gate_legs_gait",
            "weakness_severe_or_fast",
        )
        for p in ("shoulder_arm", "jaw_face")
    ),
    *(("R03", C24, told(exertional_pain="unsure", place=p), f"effort, {p}") for p in UPPER),
    ("R40", C, told(exertional_pain="unsure", place="leg"), "effort, leg"),
    ("R19", E, told(medicine_trigger="unsure", head_eyes_pulled="yes"), "perhaps a medicine"),
    ("R34", C24, told(one_side_rash="unsure", place="jaw_face"), "perhaps a rash of the face"),
    (
        "R38b",
        C24,
        told(belly_groin_pain="unsure", place="lower_back", age="65_plus", duration="lt_2d"),
        "perhaps belly pain at 65",
    ),
)

SAYS = [
    ("sudden_call", told(limb_weakness="yes", fast="yes")),
    ("stay_still", told(injury_serious="yes", place="leg")),
    ("limb_call", told(limb_threat="yes")),
    ("medicine_call", told(medicine_trigger="yes", place="widespread")),
    ("crisis", told(low_mood="yes")),
]

DERIVED = [
    ("fresh_48h", told(duration="lt_2d", recent_overuse="yes"), "yes"),
    ("fresh_48h", told(duration="lt_2d", recent_overuse="no", injury="yes"), "yes"),
    ("fresh_48h", told(duration="lt_2d", recent_overuse="no", injury="no"), "no"),
    ("fresh_48h", told(duration="lt_2w", recent_overuse="yes"), "no"),
    ("fresh_48h", told(duration="lt_2d", injury="no"), None),
    ("rib_mimic", RIB_MIMIC, "yes"),
    ("rib_mimic", RIB_MIMIC | told(one_leg_swollen="unsure"), "no"),
    ("nerve_sign", told(limb_weakness="no", numb_tingling="no", travels_line="unsure"), "yes"),
    ("nerve_sign", told(limb_weakness="no", numb_tingling="no", travels_line="no"), "no"),
    ("nerve_sign", told(limb_weakness="no", numb_tingling="no"), None),
]

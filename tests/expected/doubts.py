"""What falls short of a rule, what waits, and what "not sure" reaches (3b, 3c)."""

from expected.writing import (
    C24,
    EA,
    OLD_STEADY_LEGS,
    REGIONS,
    RIB_MIMIC,
    SPINE,
    UPPER,
    C,
    E,
    S,
    rows,
    told,
)

OLD_LEGS = told(legs_since="steady", fast="no")

MISSES = rows(
    ("R01", S, told(chest="no"), "denied"),
    ("R01b", S, told(faint="no"), "denied"),
    ("R01c", S, told(too_dizzy_to_stand="no"), "denied"),
    ("R02", E, told(autonomic_with_pain="yes", place="leg"), "not the upper body"),
    ("R03", C, told(exertional_pain="yes", place="leg"), "in the leg it is circulation"),
    (
        "R03",
        S,
        told(exertional_pain="yes", place="neck", effort_rest="no", pain_never_changes="no"),
        "rest does not ease it, and moving brings it on",
    ),
    ("R04", S, told(stroke="no"), "denied"),
    ("R05", S, told(saddle="yes", saddle_since="before"), "there before, and unchanged"),
    ("R05", S, told(saddle="unsure", saddle_since="before", place="neck"), "so is the doubt"),
    ("R05", S, told(saddle_open="no"), "nothing feels different"),
    ("R05", S, told(saddle_open="yes", saddle_changed="stool"), "only hard stool"),
    ("R06", C24, OLD_STEADY_LEGS, "the exception holds"),
    ("R06", C, OLD_STEADY_LEGS | told(spread_since="long"), "for half a year"),
    ("R06x", S, told(both_legs="no"), "one leg"),
    ("R07", C24, told(gait="yes", **OLD_LEGS), "old and not fast"),
    ("R08", S, told(gait="no"), "steady"),
    ("R08b", C24, told(both_hands="yes", gait="no", place="neck"), "the legs are fine"),
    ("R08b", C24, told(both_hands="yes", gait="yes", legs_since="before"), "legs of long ago"),
    ("R08c", S, told(both_hands="no", place="neck"), "one hand"),
    ("R08d", S, told(both_arms="no"), "one arm"),
    ("R08e", S, told(limb_clumsy="no"), "not clumsy"),
    ("R08f", S, told(bend_shock="no"), "no shock"),
    ("R09", C24, told(limb_weakness="yes", fast="no"), "not severe"),
    ("R09", S, told(limb_weakness="no"), "not weak"),
    ("R10", S, told(limb_weakness="no", fast="no"), "not weak"),
    ("R11", S, told(injury_serious="yes", injury_when="longer", place="leg"), "long ago"),
    ("R11", S, told(injury_high="yes", injury_when="longer", place="neck"), "a fall of long ago"),
    ("R11", S, told(injury="yes", injury_when="lt_2w", place="neck", age="25_39"), "days ago"),
    ("R11", S, told(injury="yes", place="lower_back", age="25_39"), "a bump of the back"),
    ("R12", S, told(injury="yes", age="25_39", place="leg", osteoporosis="no"), "sound bones"),
    ("R12", S, told(injury="unsure", age="25_39", place="neck"), "perhaps a bump, young"),
    ("R12c", C24, told(injury="yes", age="65_plus", place="lower_back"), "not the neck"),
    ("R12d", C, told(injury="yes", age="65_plus", place="leg", leg_part="lower"), "not the hip"),
    ("R12d", C, told(injury="yes", age="65_plus", leg_part="hip", injury_when="longer"), "old"),
    ("R12b", S, told(injury="yes", numb_tingling="no", limb_weakness="no"), "no nerve sign"),
    ("R12b", C, told(injury="yes", numb_tingling="yes", injury_when="longer"), "long ago"),
    ("R13", C24, told(osteoporosis="yes", place="leg", pain="severe"), "not the spine"),
    ("R13", S, told(osteoporosis="yes", place="leg", duration="lt_2d"), "not the spine, mild"),
    ("R13", C, told(osteoporosis="yes", place="neck", duration="gt_6w"), "old"),
    ("R14", C24, told(fever="yes", meningitis_signs="no"), "no stiff neck"),
    ("R14", C24, told(fever="yes", fever_headache="yes", place="leg"), "not the neck"),
    ("R14", C24, told(meningitis_signs="yes"), "no fever"),
    ("R15", C24, told(fever="yes", place="leg", numb_tingling="yes"), "not the spine"),
    ("R15", C24, told(fever="yes", place="neck", numb_tingling="no"), "no sign beside it"),
    ("R15", C24, told(fever="yes", place="leg", spine_shot="yes", shot_since="no"), "an old shot"),
    ("R16", S, told(immune_weak="yes", place="leg", duration="lt_2d"), "not the spine"),
    ("R16", C, told(immune_weak="yes", place="neck", duration="gt_6w"), "an old pain"),
    ("R16", S, told(spine_shot="yes", shot_since="no", place="neck", duration="lt_2w"), "no worse"),
    ("R17", S, told(fever="no", very_ill="no"), "well"),
    ("R18", S, told(new_headache="no", sight_change="no", swallow_trouble="no"), "denied"),
    ("R18", S, told(headache_sudden="no"), "not sudden"),
    ("R19", S, told(jaw_lock_swallow="no"), "the jaw opens"),
    ("R19", E, told(head_eyes_pulled="yes", medicine_trigger="no"), "no medicine"),
    ("R20", S, told(dirty_wound="yes", widespread_spasms="no", jaw_lock_swallow="no"), "none"),
    (
        "R20",
        C,
        told(dirty_wound="yes", jaw_lock_swallow="unsure", jaw_since="no"),
        "perhaps a jaw stuck for long",
    ),
    ("R21", S, told(dark_urine="no"), "darker is no cola"),
    ("R22", S, told(limb_threat="no", muscle_rock_hard="no"), "warm and soft"),
    ("R23", S, told(one_leg_swollen="no", one_arm_swollen="no"), "neither"),
    ("R23", S, told(clot_risk="yes", place="leg", recent_overuse="yes"), "exercise explains it"),
    ("R23", S, told(clot_risk="yes", place="neck", recent_overuse="no"), "not the leg"),
    ("R24", C24, told(cancer_history="yes", place="neck", numb_tingling="no"), "no nerve sign"),
    ("R24", C, told(cancer_history="yes", place="leg", numb_tingling="yes"), "no line"),
    (
        "R24",
        C,
        told(cancer_history="yes", skin_only="yes", place="neck", numb_tingling="yes"),
        "skin",
    ),
    ("R25", S, told(cancer_history="yes", skin_only="yes", place="neck"), "a skin cancer"),
    ("R26", S, told(weight_loss="no", new_lump="no"), "neither"),
    ("R27", S, told(constant_night_pain="no"), "sleeps well"),
    ("R28", C24, told(heart_flutter="yes", widespread_spasms="no", place="neck"), "alone"),
    ("R29", S, told(fluid_loss_sweat="yes", widespread_spasms="no"), "no spasms elsewhere"),
    ("R29", C, told(widespread_spasms="yes", medicine_which="for_this"), "for this pain"),
    ("R30", S, told(widespread_spasms="no"), "none"),
    ("R31", S, told(medicine_trigger="yes", medicine_which="for_this"), "for this pain"),
    (
        "R31",
        S,
        told(medicine_which="statin", statin_new="yes", recent_overuse="yes"),
        "exercise explains it",
    ),
    ("R32", S, told(muscle_thinning="no"), "as thick as ever"),
    ("R33", S, told(cramp_over_10_min="no"), "it let go"),
    ("R34", S, told(one_side_rash="no"), "no rash"),
    ("R35", S, told(pregnant="no", belly_groin_pain="no"), "not pregnant"),
    ("R35", S, told(pregnant="yes", place="jaw_face"), "the jaw, where only tips ask for it"),
    ("R36", S, told(adult="yes"), "an adult"),
    ("R37", C24, told(pain="severe", duration="lt_1w", place="neck"), "not sudden"),
    ("R37", C24, told(pain="severe", duration="lt_2d", place="lower_back"), "a back spasm"),
    (
        "R37",
        C24,
        told(pain="severe", duration="lt_2d", place="lower_back", age="50_55")
        | told(pain_never_changes="no"),
        "moving changes it",
    ),
    (
        "R37",
        C24,
        told(pain="severe", duration="lt_2d", place="leg", age="65_plus", leg_part="lower"),
        "below the knee",
    ),
    ("R37", S, told(pain="moderate", duration="lt_2d", place="neck"), "not severe"),
    ("R37", S, told(pain="strong", pain_78="no", duration="lt_2d", place="neck"), "an eight"),
    ("R38", S, told(pain="moderate"), "not severe"),
    ("R38", S, told(pain="strong", pain_78="no"), "an eight that can be borne"),
    (
        "R38b",
        C24,
        told(belly_groin_pain="yes", place="lower_back", age="65_plus", duration="2_6w"),
        "not new",
    ),
    (
        "R38b",
        C24,
        told(belly_groin_pain="yes", place="lower_back", age="25_39", duration="lt_2d"),
        "young",
    ),
    (
        "R38b",
        C,
        told(belly_groin_pain="yes", groin_or_belly="side", place="leg", age="50_55"),
        "the side, not yet 56",
    ),
    ("R38c", C, told(belly_groin_pain="yes", place="neck"), "the neck"),
    (
        "R38c",
        C,
        told(belly_groin_pain="yes", place="leg", groin_or_belly="belly", duration="gt_6w"),
        "an old one",
    ),
    *(
        (
            "R38c",
            C,
            told(belly_groin_pain="yes", place="lower_back", groin_or_belly=where, age="25_39"),
            f"the {where}",
        )
        for where in ("side", "groin")
    ),
    ("R38d", S, told(pain_never_changes="no", place="neck"), "moving changes it"),
    ("R39", S, RIB_MIMIC, "the rib-joint test passes"),
    ("R39", C, told(deep_breath_sharp="yes", place="neck"), "not the ribs"),
    ("R40", C, told(exertional_pain="yes", place="lower_back"), "not the leg"),
    ("R40", S, told(walk_bend_relief="yes", standing_eases="no"), "a narrowed canal"),
    ("R41", C, told(known_condition="no", sock_glove="yes"), "no known illness"),
    ("R41", S, told(known_condition="yes"), "an illness by itself forbids tips and no more"),
    ("R42", S, told(duration="2_6w", worsening="better"), "not so long"),
    ("R43", S, told(duration="lt_1w", worsening="worse"), "the soreness of any strain"),
    ("R43", S, told(duration="lt_2w", worsening="same"), "not yet two weeks"),
    ("R43", S, told(duration="2_6w", worsening="better"), "better"),
    ("R44", S, told(numb_tingling="no"), "not numb"),
    ("R44", S, told(numb_tingling="yes", numb_gone="yes", injury="no"), "from sitting, and gone"),
    ("R45", S, told(low_mood="no"), "in good spirits"),
    ("R47", S, told(injury="yes", limb_use_ok="yes", limb_bent="no", place="leg"), "it works"),
    ("R47", S, told(injury="no", limb_use_ok="no", place="leg"), "no injury"),
    ("R48", S, told(blood_thinner="yes", injury="no"), "no injury"),
    ("R48", S, told(blood_thinner="yes", injury="yes", injury_when="longer"), "long ago"),
    ("R49", C24, told(fever="yes", pain="moderate", place="leg"), "not severe"),
    ("R50", S, told(testicle_pain="no"), "not there"),
    ("R51", S, told(scalp_sore="no", jaw_tires="no", shoulders_stiff="no"), "none"),
    ("R51", C, told(new_headache="yes", headache_when="no", age="40_49"), "an old one, under 50"),
    ("R52", S, told(place="upper_back_ribs", age="50_55", recent_overuse="yes"), "a strain"),
    (
        "R52",
        S,
        told(place="upper_back_ribs", age="40_49", duration="lt_2d", recent_overuse="no"),
        "under 50",
    ),
    (
        "R52",
        C,
        told(place="upper_back_ribs", travels_line="yes", numb_tingling="yes", duration="gt_6w"),
        "an old band",
    ),
    ("R53", S, told(foot_rest_pain="no"), "sleeps well"),
    ("R54", S, told(sock_glove="no"), "not like socks"),
    ("R55", S, told(place="leg"), "one place"),
    ("R56", S, told(travels_line="no"), "it stays where it is"),
    *(
        ("R57", S, told(age="65_plus", **{sign: "yes"}), f"{sign} explains it")
        for sign in ("recent_overuse", "on_off_spasm", "hard_knot")
    ),
    ("R57", S, told(age="40_49", recent_overuse="no"), "not yet fifty"),
    *(("R58", S, told(burn_or_shock=said), f"shocks, {said}") for said in ("no", "unsure")),
    ("R58", S, told(place="neck", burn_or_shock="yes", recent_overuse="yes"), "a strain burns too"),
)

HELD = [
    # rule, answers, the level until its exception is answered, the last answer, the level then
    ("R03", told(exertional_pain="yes", place="neck"), S, told(effort_rest="unsure"), C24),
    (
        "R03",
        told(exertional_pain="yes", place="neck", effort_rest="yes", age="25_39"),
        S,
        told(pain_never_changes="yes"),
        E,
    ),
    ("R04", told(stroke="yes"), S, told(stroke_when="day"), EA),
    ("R04", told(stroke="yes"), S, told(stroke_when="week"), E),
    ("R05", told(saddle="yes"), S, told(saddle_since="new"), E),
    ("R05", told(saddle="yes"), S, told(saddle_since="steady"), C24),
    ("R05", told(saddle_open="yes"), S, told(saddle_changed="control"), E),
    ("R06", told(both_legs="yes", age="25_39"), C, told(spread_since="new"), E),
    (
        "R06x",
        told(both_legs="yes", spread_since="steady", place="leg"),
        C,
        told(walk_bend_relief="no"),
        C24,
    ),
    ("R07", told(gait="yes"), C, told(legs_since="new"), E),
    ("R08", told(gait="yes", **OLD_LEGS), C, told(place="neck"), C24),
    ("R08", told(gait="yes", place="leg", **OLD_LEGS), C, told(walk_bend_relief="no"), C24),
    (
        "R08",
        told(gait="yes", place="leg", walk_bend_relief="yes", **OLD_LEGS),
        C,
        told(age="50_55"),
        C,
    ),
    ("R08b", told(both_hands="yes", gait="yes"), C, told(legs_since="steady"), E),
    ("R08c", told(both_hands="yes", place="neck"), C, told(worsening="worse"), C24),
    ("R08c", told(both_hands="yes", place="neck"), C, told(hand_shake_relief="no"), C24),
    ("R10", told(limb_weakness="yes", fast="no"), C, told(duration="lt_2d"), C24),
    ("R10", told(limb_weakness="yes", fast="no", duration="gt_6w"), C, told(worsening="same"), C),
    ("R11", told(injury_serious="yes", age="25_39"), S, told(injury_when="unsure"), E),
    ("R11", told(injury="yes", place="neck", age="25_39"), S, told(injury_when="lt_2d"), E),
    (
        "R12",
        told(injury="yes", age="65_plus", place="lower_back"),
        C,
        told(injury_when="lt_2w"),
        C24,
    ),
    ("R12c", told(injury="yes", age="65_plus", place="neck"), C, told(injury_when="lt_2d"), EA),
    ("R18", told(swallow_trouble="yes"), C, told(throat_old="no"), EA),
    ("R18", told(new_headache="yes", place="neck"), C, told(headache_when="yes"), E),
    ("R19", told(jaw_lock_swallow="yes"), C, told(jaw_since="yes"), E),
    ("R22", told(limb_threat="yes"), C24, told(cold_when="unsure"), E),
    ("R25", told(cancer_history="yes", place="neck"), S, told(skin_only="no"), C24),
    ("R37", told(pain="severe", duration="lt_2d", place="neck"), C24, told(age="50_55"), E),
    (
        "R37",
        told(pain="severe", duration="lt_2d", place="neck", age="25_39"),
        C24,
        told(pain_never_changes="unsure"),
        E,
    ),
    (
        "R38c",
        told(belly_groin_pain="yes", groin_or_belly="belly", place="lower_back"),
        C,
        told(duration="2_6w"),
        C24,
    ),
    ("R38d", told(pain_never_changes="yes", place="neck"), C, told(pain="moderate"), C24),
    (
        "R39",
        {name: value for name, value in RIB_MIMIC.items() if name != "recent_overuse"},
        S,
        told(recent_overuse="no"),
        C24,
    ),
    ("R44", told(numb_tingling="yes"), S, told(numb_gone="no"), C),
]

UNSURE_ALONE = {
    # gates: as their yes
    "gate_chest_breath_tearing": EA,
    "gate_faint_seizure": EA,
    "too_dizzy_to_stand": EA,
    "gate_stroke": EA,
    "gate_saddle_bladder_bowel": E,
    # one level below what a yes reaches alone, and never below consultation
    "headache_sudden": E,
    "swallow_trouble": E,
    "autonomic_with_pain": C24,
    "head_eyes_pulled": C24,
    "injury_serious": C24,
    "limb_bent": C24,
    "limb_threat": C24,
    "muscle_rock_hard": C24,
    "dark_urine": C24,
    "sight_change": C24,
    "jaw_lock_swallow": C24,
    "saddle_open": C24,
    "testicle_pain": C24,
    # B8: within a day, as their yes
    "one_leg_swollen": C24,
    "one_arm_swollen": C24,
    **dict.fromkeys(
        [
            *("very_ill", "gate_fever", "meningitis_signs", "fever_headache", "heart_flutter"),
            *("mouth_tingle", "weight_loss", "new_lump", "cancer_history", "foot_rest_pain"),
            *("constant_night_pain", "pain_never_changes", "belly_groin_pain"),
            *("pregnancy_danger", "limb_weakness", "limb_clumsy", "both_hands", "both_arms"),
            *("bend_shock", "both_legs_symptoms", "cramp_over_10_min", "muscle_thinning"),
            *("one_side_rash", "widespread_spasms", "scalp_sore", "jaw_tires", "limp"),
            *("shoulders_stiff", "exertional_pain", "deep_breath_sharp", "ache_wide"),
            *("low_mood", "keeps_coming_back", "duration"),
        ],
        C,
    ),
    "main_region": C24,
    "gate_legs_gait": C24,
    "weakness_severe_or_fast": C24,
    "new_headache": C,
    "saddle_changed": E,
    "numb_tingling": C,
    "travels_line": C,
}
"""3b: gates as yes, others one level below their yes alone and never below consultation."""

TWO_DOUBTS = ("cramp_over_10_min", "very_ill")
"""Two questions of which not being sure is a consultation each."""

HEAVY = (
    *("gate_stroke", "gate_chest_breath_tearing", "gate_faint_seizure", "too_dizzy_to_stand"),
    *("gate_saddle_bladder_bowel", "gate_legs_gait", "meningitis_signs", "fever_headache"),
    *("autonomic_with_pain", "headache_sudden", "sight_change", "swallow_trouble", "scalp_sore"),
    *("jaw_tires", "jaw_lock_swallow", "head_eyes_pulled", "heart_flutter", "mouth_tingle"),
    *("injury_serious", "limb_bent", "limb_threat", "one_leg_swollen", "one_arm_swollen"),
    *("foot_rest_pain", "weakness_severe_or_fast", "limb_clumsy", "both_arms", "bend_shock"),
    *("both_legs_symptoms", "saddle_open", "weight_loss", "new_lump", "constant_night_pain"),
    *("belly_groin_pain", "one_side_rash", "pregnancy_danger", "testicle_pain"),
)
"""At 50, in the leg: a yes by itself reaches a day or more, so a third doubt counts (A1b)."""

LIGHT = (
    *("numb_tingling", "travels_line", "muscle_thinning", "known_condition", "low_mood"),
    *("shoulders_stiff", "exertional_pain", "pain_never_changes", "limp", "ache_wide"),
    *("widespread_spasms", "gate_injury", "pregnant", "steroid_pills", "osteoporosis"),
    *("recent_infection", "blood_thinner", "medicine_trigger", "fluid_loss_sweat"),
    # of one question with one of the two doubts
    *("gate_fever", "dark_urine", "muscle_rock_hard"),
)
"""A yes by itself reaches less there, or it was asked in the same question as another doubt."""

RAISED = rows(
    # What reaches nothing alone is in doubt only where its yes would count.
    ("steroid_pills", C, told(steroid_pills="unsure", place="neck", duration="lt_2d"), "spine"),
    ("steroid_pills", S, told(steroid_pills="unsure", place="leg", duration="lt_2d"), "a leg"),
    ("osteoporosis", C, told(osteoporosis="unsure", place="neck", duration="lt_2d"), "spine"),
    ("osteoporosis", S, told(osteoporosis="unsure", place="leg", duration="lt_2d"), "a leg"),
    *(
        (risk, level, {risk: "unsure", **told(place=p, duration=since)}, f"{p}, {since}")
        for risk in ("immune_weak", "drugs_injected", "recent_infection", "spine_surgery")
        for level, p, since in (
            (C, "lower_back", "lt_2w"),
            (S, "leg", "lt_2w"),
            (C, "lower_back", "gt_6w"),
        )
    ),
    ("diabetes", E, told(diabetes="yes", fever="yes", place="neck"), "with fever"),
    ("diabetes", C24, told(diabetes="unsure", fever="yes", place="neck"), "perhaps, with fever"),
    ("diabetes", S, told(diabetes="unsure", place="neck"), "without fever"),
    ("blood_thinner", C, told(blood_thinner="unsure", injury="yes", place="leg"), "a bump"),
    ("blood_thinner", C24, told(blood_thinner="unsure", injury="yes", place="lower_back"), "spine"),
    ("blood_thinner", S, told(blood_thinner="unsure", injury="no"), "no injury"),
    ("clot_risk", C, told(clot_risk="unsure", place="leg", recent_overuse="no"), "a leg"),
    ("clot_risk", S, told(clot_risk="unsure", place="leg", recent_overuse="yes"), "a strain"),
    (
        "statin_new",
        C24,
        told(medicine_which="statin", statin_new="unsure", recent_overuse="no"),
        "",
    ),
    ("medicine_trigger", S, told(medicine_trigger="unsure", recent_overuse="yes"), "a strain"),
    ("dirty_wound", S, told(dirty_wound="unsure"), "no spasm"),
    ("dirty_wound", C24, told(dirty_wound="unsure", widespread_spasms="yes"), "spasms"),
    ("known_condition", S, told(known_condition="unsure"), "an illness, perhaps"),
    ("gate_injury", S, told(injury="unsure", age="25_39", place="neck"), "its no before 65"),
    ("worsening", S, told(worsening="unsure", duration="lt_1w"), "the first week"),
)

_STILL = ("gate_saddle_bladder_bowel", "gate_legs_gait", "weakness_severe_or_fast")

UNSURE_BY_PLACE = rows(
    *RAISED,
    *(
        (finding, E, {finding: "unsure", "main_region": p}, f"still not sure, {p}")
        for finding in _STILL
        for p in (*SPINE, "leg")
    ),
    *(
        ("gate_saddle_bladder_bowel", E, told(saddle="unsure", place=p), f"still not sure, {p}")
        for p in ("shoulder_arm", "jaw_face")
    ),
    *(
        (finding, C24, {finding: "unsure", "main_region": p}, f"still not sure, {p}")
        for finding in ("gate_legs_gait", "weakness_severe_or_fast")
        for p in ("shoulder_arm", "jaw_face")
    ),
    *(("R02", E, told(autonomic_with_pain="unsure", place=p), f"sweat, {p}") for p in UPPER),
    *(
        ("R35", S if p == "jaw_face" else C, told(pregnant="unsure", place=p), f"pregnant, {p}")
        for p in REGIONS
    ),
    *(("R03", C24, told(exertional_pain="unsure", place=p), f"effort, {p}") for p in UPPER),
    ("R40", C, told(exertional_pain="unsure", place="leg"), "effort, leg"),
    *(
        ("R18", C24, told(new_headache="unsure", place=p), f"perhaps a new headache, {p}")
        for p in ("neck", "neck_arm", "jaw_face")
    ),
    ("R14", E, told(fever="yes", meningitis_signs="unsure"), "fever, perhaps a stiff neck"),
    ("R19", E, told(medicine_trigger="unsure", head_eyes_pulled="yes"), "perhaps a medicine"),
    ("R19", E, told(medicine_trigger="yes", head_eyes_pulled="unsure"), "perhaps pulled"),
    ("R19", C24, told(jaw_lock_swallow="unsure", jaw_since="yes"), "perhaps stuck, for days"),
    ("R19", C, told(jaw_lock_swallow="unsure", jaw_since="no"), "perhaps stuck, for long"),
    ("R22", C, told(limb_threat="unsure", cold_when="no"), "perhaps cold, for long"),
    ("R34", C24, told(one_side_rash="yes", rash_eye="unsure"), "perhaps at the eye"),
    *(
        (
            "R38b",
            C24,
            told(belly_groin_pain="unsure", place=p, age=age, duration="lt_2d"),
            f"perhaps belly pain, {p}, {age}",
        )
        for p in ("lower_back", "leg")
        for age in ("50_55", "65_plus")
    ),
    ("R37", E, told(pain="severe", duration="lt_2d", belly_groin_pain="unsure"), "perhaps belly"),
    ("R36", C24, told(adult="no", limb_weakness="unsure", place="leg"), "a child, perhaps weak"),
    ("R15", C24, told(fever="yes", place="neck", numb_tingling="unsure"), "perhaps numb"),
)

SAYS = [
    ("sudden_call", told(limb_weakness="yes", fast="yes")),
    ("sudden_call", told(fast="yes", place="shoulder_arm")),
    ("stay_still", told(injury_serious="yes", place="leg")),
    ("by_ambulance", told(injury="yes", place="neck")),
    ("neck_gently", told(injury="yes", place="neck", injury_when="lt_2w", age="65_plus")),
    ("by_ambulance", told(place="lower_back", age="50_55", autonomic_with_pain="yes")),
    ("rash_days", told(one_side_rash="yes")),
    ("stay_still", told(injury="yes", leg_part="hip", limb_use_ok="no", osteoporosis="yes")),
    ("xray", told(injury="yes", leg_part="hip", limb_use_ok="yes", age="65_plus")),
    ("limb_call", told(limb_threat="yes")),
    ("limb_call", told(muscle_rock_hard="yes")),
    ("medicine_call", told(medicine_which="statin", place="widespread", recent_overuse="no")),
    ("pregnant_call", told(pregnant="yes", pregnancy_danger="yes")),
    ("pregnant_call", told(pregnant="unsure", belly_groin_pain="yes")),
    ("pregnancy_test", told(pregnant="yes", place="shoulder_arm", pain_never_changes="yes")),
    ("crisis", told(low_mood="yes")),
]

NO_CORD = told(both_arms="no", limb_clumsy="no", bend_shock="no")
"""The signs of a squeezed cord that are one in every place."""

DERIVED = [
    ("fresh_48h", told(duration="lt_2d", recent_overuse="yes"), "yes"),
    ("fresh_48h", told(duration="lt_2d", recent_overuse="no", injury="yes"), "yes"),
    ("fresh_48h", told(duration="lt_2d", recent_overuse="no", injury="no"), "no"),
    ("fresh_48h", told(duration="lt_2w", recent_overuse="yes"), "no"),
    ("fresh_48h", told(duration="lt_2d", injury="no"), None),
    ("perhaps_fresh", told(duration="unsure", recent_overuse="unsure"), "yes"),
    ("perhaps_fresh", told(duration="lt_2d", recent_overuse="no", injury="no"), "no"),
    ("perhaps_fresh", told(duration="lt_2d", injury="no"), None),
    ("rib_mimic", RIB_MIMIC, "yes"),
    ("rib_mimic", RIB_MIMIC | told(one_leg_swollen="unsure"), "no"),
    ("rib_mimic", RIB_MIMIC | told(clot_risk="unsure"), "no"),
    ("severe", told(pain="severe"), "yes"),
    ("severe", told(pain="strong"), None),
    ("severe", told(pain="strong", pain_78="no"), "no"),
    ("feverish", told(fever="no", very_ill="yes"), "yes"),
    ("fragile_bones", told(steroid_pills="yes"), "yes"),
    ("fragile_bones", told(steroid_pills="no"), None),
    ("infection_risk", told(spine_shot="yes"), None),
    ("infection_risk", told(spine_shot="yes", shot_since="unsure"), "yes"),
    ("nerve_sign", told(limb_weakness="no", numb_tingling="no", travels_line="unsure"), "yes"),
    ("nerve_sign", told(limb_weakness="no", numb_tingling="no", travels_line="no"), "no"),
    ("nerve_sign", told(limb_weakness="no", numb_tingling="no"), None),
    ("nerve_own", told(touch_hurts="yes", place="jaw_face"), None),
    ("cord_sign", told(gait="yes", place="upper_back_ribs"), "yes"),
    ("cord_sign", told(gait="yes", place="lower_back"), None),
    ("cord_sign", told(gait="yes", place="lower_back") | NO_CORD, "no"),
    *(("cord_sign", {sign: "unsure"}, "yes") for sign in NO_CORD),
]

"""Answers that reach each red-flag rule (clinical knowledge base, 3c)."""

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
    rows,
    told,
)

RISKS = ("immune_weak", "drugs_injected", "recent_infection", "spine_surgery", "spine_shot")
BELOW_NECK = ("lower_back", "lower_back_leg", "upper_back_ribs")
SUDDEN = told(pain="severe", duration="lt_2d")
CANAL = told(
    gait="yes",
    legs_since="steady",
    walk_bend_relief="yes",
    place="lower_back",
    age="65_plus",
    fast="no",
    worsening="same",
)
"""The old and steady pattern of a narrowed canal."""
WRISTS = told(
    both_hands="yes",
    place="neck",
    hand_shake_relief="yes",
    worsening="same",
    limb_clumsy="no",
    gait="no",
)
"""Both hands, steady, and eased by shaking."""

FIRES = rows(
    ("R01", EA, told(chest="yes"), "chest pain, breath or tearing"),
    ("R01b", EA, told(faint="yes"), "a faint, a fit or confusion"),
    *(("R02", EA, told(autonomic_with_pain="yes", place=p), f"cold sweat, {p}") for p in UPPER),
    *(("R03", E, told(exertional_pain="yes", place=p), f"on effort, {p}") for p in UPPER),
    ("R01c", EA, told(too_dizzy_to_stand="yes"), "too dizzy to stand"),
    *(
        ("R03", level, told(exertional_pain="yes", place="neck", **more), reason)
        for level, more, reason in (
            (E, {"effort_rest": "yes", "age": "40_49"}, "rest eases it"),
            (E, {"effort_rest": "yes", "age": "25_39"}, "young, and moving was not asked about"),
            (C24, {"effort_rest": "yes", "age": "25_39", "pain_never_changes": "no"}, "young"),
            (E, {"effort_rest": "no", "pain_never_changes": "yes"}, "nothing eases it"),
            (E, {"effort_rest": "no", "pain_never_changes": "unsure"}, "perhaps nothing does"),
            (E, {"effort_rest": "unsure", "pain_never_changes": "yes"}, "rest unsure, unchanging"),
            (C24, {"effort_rest": "unsure", "pain_never_changes": "no"}, "rest, not sure"),
        )
    ),
    *(
        ("R04", level, told(stroke=said, **when), f"signs of a stroke, {said}, {when}")
        for said in ("yes", "unsure")
        for level, when in (
            (EA, {}),
            (EA, {"stroke_when": "day"}),
            (EA, {"stroke_when": "unsure"}),
            (E, {"stroke_when": "week"}),
            (C24, {"stroke_when": "longer"}),
        )
    ),
    *(
        ("R05", E, told(saddle="yes", **since), f"between the legs, {since}")
        for since in ({}, {"saddle_since": "new"}, {"saddle_since": "unsure"})
    ),
    ("R05", C24, told(saddle="yes", saddle_since="steady"), "as old as the pain, and unchanged"),
    *(
        (
            rule,
            E,
            told(place="lower_back", age="25_39", duration=since, **sign),
            f"began with a pain of {since}: {sign}",
        )
        for since in ("lt_2d", "lt_1w", "lt_2w", "2_6w", "unsure")
        for said in ("yes", "unsure")
        for rule, sign in (
            ("R05", told(saddle=said, saddle_since="steady")),
            ("R06", told(both_legs="yes", spread_since="steady")),
            ("R07", told(gait=said, legs_since="steady")),
        )
    ),
    ("R05", E, told(saddle="unsure", place="leg"), "still not sure"),
    ("R05", E, told(saddle_open="yes"), "feels different, not said how"),
    ("R05", E, told(saddle_open="yes", saddle_changed="control"), "control has changed"),
    ("R05", E, told(saddle_open="yes", saddle_changed="unsure"), "control may have changed"),
    ("R05", C24, told(saddle_open="yes", saddle_changed="burning"), "only burns"),
    *(
        ("R06", E, told(both_legs="yes", age=age, **since), f"both legs, {age}, {since}")
        for age in ("25_39", "65_plus", "unsure")
        for since in ({}, {"spread_since": "new"}, {"spread_since": "unsure"})
    ),
    ("R06", E, OLD_STEADY_LEGS | told(worsening="worse"), "both legs, old, getting worse"),
    (
        "R06",
        E,
        OLD_STEADY_LEGS | told(spread_since="long", worsening="worse"),
        "for half a year, getting worse",
    ),
    ("R06x", C24, OLD_STEADY_LEGS, "both legs, over six weeks, not worse"),
    ("R06x", C24, OLD_STEADY_LEGS | told(worsening="unsure"), "perhaps worse is not worse"),
    ("R06x", C24, OLD_STEADY_LEGS | told(walk_bend_relief="unsure"), "perhaps bending eases it"),
    ("R06x", C, OLD_STEADY_LEGS | told(walk_bend_relief="yes"), "bending eases it"),
    (
        "R06x",
        C24,
        OLD_STEADY_LEGS | told(walk_bend_relief="yes", place="neck"),
        "bending eases it, with the neck",
    ),
    ("R06x", C, OLD_STEADY_LEGS | told(spread_since="long"), "for half a year"),
    *(
        ("R07", E, told(gait="yes", **since), f"unsteady, {since}")
        for since in ({}, {"legs_since": "new"}, {"legs_since": "unsure"})
    ),
    *(
        ("R07", E, told(gait="yes", legs_since=since, fast="yes"), f"{since}, now severe")
        for since in ("steady", "before")
    ),
    ("R07", E, told(gait="unsure", place="neck"), "still not sure"),
    *(
        ("R08", C24, told(gait=said, legs_since=since, fast="no"), f"{said}, {since}")
        for said in ("yes", "unsure")
        for since in ("steady", "before")
    ),
    ("R08", C24, CANAL | told(worsening="worse"), "a narrowed canal, getting worse"),
    ("R08", C24, CANAL | told(place="neck"), "the neck is no narrowed canal of the lower back"),
    ("R08", C24, CANAL | told(age="40_49"), "too young for a narrowed canal"),
    ("R08", C24, CANAL | told(walk_bend_relief="unsure"), "perhaps bending eases it"),
    *(
        ("R08", C, CANAL | told(place=p, age=age), f"a narrowed canal, {p}, {age}")
        for p in ("lower_back", "lower_back_leg", "leg")
        for age in ("50_55", "56_64", "65_plus")
    ),
    ("R08b", E, told(both_hands="yes", gait="yes", legs_since="steady"), "hands and legs"),
    ("R08b", E, told(both_hands="yes", gait="unsure", place="shoulder_arm"), "perhaps legs"),
    (
        "R08c",
        C24,
        told(both_hands="yes", gait="no", place="neck", duration="gt_6w", worsening="worse"),
        "both hands with neck pain, worse",
    ),
    *(
        ("R08c", C24, WRISTS | {name: value}, f"both hands, {name} {value}")
        for name, value in (
            ("hand_shake_relief", "no"),
            ("hand_shake_relief", "unsure"),
            ("worsening", "worse"),
            ("worsening", "unsure"),
            ("limb_clumsy", "yes"),
            ("limb_clumsy", "unsure"),
        )
    ),
    *(
        ("R08c", C, WRISTS | told(place=p, worsening=how), f"the wrists, {p}, {how}")
        for p in ("neck", "shoulder_arm")
        for how in ("better", "same")
    ),
    *(
        ("R08c", C24, told(both_hands="yes", place="leg", **more), f"both hands, a leg, {more}")
        for more in (
            {"duration": "2_6w"},
            {"duration": "gt_6w", "worsening": "worse"},
            {"duration": "gt_6w", "worsening": "unsure"},
        )
    ),
    ("R08c", C, told(both_hands="yes", place="leg", duration="gt_6w", worsening="same"), "old"),
    ("R08d", C24, told(both_arms="yes"), "both arms"),
    ("R08e", C24, told(limb_clumsy="yes"), "clumsy hands"),
    ("R08e", C, told(limb_clumsy="yes", duration="gt_6w", worsening="same"), "clumsy for long"),
    ("R08f", C24, told(bend_shock="yes"), "shocks on bending the neck"),
    ("R09", E, told(limb_weakness="yes", fast="yes"), "weak, severe or fast"),
    ("R09", E, told(limb_weakness="yes", fast="unsure"), "weak, perhaps severe"),
    ("R09", E, told(limb_weakness="unsure", fast="yes"), "perhaps weak, severe"),
    ("R10", C24, told(limb_weakness="yes", fast="no", duration="lt_2w"), "new weakness"),
    (
        "R10",
        C24,
        told(limb_weakness="yes", fast="no", duration="gt_6w", worsening="worse"),
        "old weakness, worse",
    ),
    (
        "R10",
        C24,
        told(limb_weakness="yes", fast="no", duration="gt_6w", worsening="unsure"),
        "old weakness, perhaps worse",
    ),
    *(
        (
            "R10",
            C,
            told(limb_weakness="yes", fast="no", duration="gt_6w", worsening=how),
            f"old weakness, {how}",
        )
        for how in ("better", "same")
    ),
    *(
        ("R11", E, told(injury_serious="yes", place=p, **when), f"serious injury, {p}, {when}")
        for p in (*REGIONS, "unsure")
        for when in ({}, {"injury_when": "lt_2d"}, {"injury_when": "unsure"})
    ),
    *(
        ("R11", C24, told(injury_serious="yes", injury_when="lt_2w", place=p), f"days ago, {p}")
        for p in REGIONS
    ),
    *(
        (
            "R11",
            E,
            told(injury_serious="yes", injury_when="lt_2w", place=p, **{sign: "yes"})
            | {"weakness_severe_or_fast": "no", "legs_since": "steady"},
            f"days ago, {p}, {sign}",
        )
        for p in SPINE
        for sign in ("numb_tingling", "limb_weakness", "gate_legs_gait")
    ),
    ("R11", EA, told(injury_serious="yes", place="leg", age="65_plus"), "serious injury at 65"),
    *(
        ("R11", EA, told(injury_high="yes", place=p), f"from a height, {p}")
        for p in ("neck", "neck_arm")
    ),
    *(
        ("R11", level, told(injury="yes", place=p, age="25_39", **more), f"{p} in two days, {more}")
        for p in ("neck", "neck_arm")
        for level, more in (
            (E, {}),
            (E, {"injury_when": "unsure"}),
            (EA, {"numb_tingling": "yes"}),
            (EA, {"limb_weakness": "yes"}),
        )
    ),
    *(
        ("R12", level, told(injury="yes", place=p, **who), f"a fall, {p}, {who}")
        for level, places in ((C24, BELOW_NECK), (C, ("shoulder_arm", "leg", "jaw_face")))
        for p in places
        for who in ({"age": "65_plus"}, {"steroid_pills": "yes"}, {"osteoporosis": "yes"})
    ),
    ("R12", C, told(injury="yes", age="65_plus", place="leg", injury_when="longer"), "long ago"),
    ("R12", E, told(injury="yes", age="65_plus", pain="severe"), "a fall at 65, severe pain"),
    ("R12", E, told(injury="yes", osteoporosis="yes", pain="severe"), "thin bones, severe pain"),
    ("R12", C24, told(injury="unsure", age="65_plus", place="lower_back"), "perhaps a fall"),
    ("R12", C, told(injury="unsure", age="65_plus", place="leg"), "perhaps a bump of a leg"),
    *(
        ("R12c", level, told(injury="yes", place=p, **who, **when), f"a fall, {p}, {who}, {when}")
        for p in ("neck", "neck_arm")
        for who in ({"age": "65_plus"}, {"osteoporosis": "yes"}, {"steroid_pills": "yes"})
        for level, when in (
            (EA, {}),
            (EA, {"injury_when": "lt_2d"}),
            (EA, {"injury_when": "unsure"}),
            (E, {"injury_when": "lt_2w"}),
            (C24, {"injury_when": "longer"}),
        )
    ),
    *(
        ("R12d", level, told(injury="yes", place="leg", leg_part=part, **who, **use), f"{who}")
        for part in ("hip", "unsure")
        for who in ({"age": "65_plus"}, {"osteoporosis": "yes"}, {"steroid_pills": "yes"})
        for level, use in (
            (EA, {"limb_use_ok": "no"}),
            (EA, {"limb_use_ok": "unsure"}),
            (C24, {"limb_use_ok": "yes"}),
        )
    ),
    *(
        ("R12b", C24, told(injury="yes", place="leg", **more), f"injury, {more}")
        for more in (
            {"numb_tingling": "yes"},
            {"limb_weakness": "yes", "fast": "no", "duration": "gt_6w", "worsening": "same"},
        )
    ),
    *(
        ("R13", C24, told(place=p, pain="severe", **{bones: "yes"}), f"severe, {bones}, {p}")
        for p in SPINE
        for bones in ("steroid_pills", "osteoporosis")
    ),
    *(
        ("R13", level, told(osteoporosis="yes", place=p, duration=since), f"{p}, {since}")
        for p in SPINE
        for level, since in ((C24, "lt_2d"), (C24, "lt_1w"), (C24, "lt_2w"), (C, "2_6w"))
    ),
    (
        "R13",
        C24,
        told(osteoporosis="yes", place="neck", duration="2_6w", age="65_plus"),
        "thin bones at 65",
    ),
    *(
        ("R47", C24, told(injury="yes", limb_use_ok=use, place="leg"), f"can use it: {use}")
        for use in ("no", "unsure")
    ),
    ("R47", E, told(limb_bent="yes"), "bent, cold or numb"),
    ("R48", C24, told(blood_thinner="yes", injury="yes", place="leg"), "a thinner, a limb"),
    *(
        ("R48", E, told(blood_thinner="yes", injury="yes", injury_when="lt_2w", place=p), p)
        for p in SPINE
    ),
    (
        "R48",
        E,
        told(blood_thinner="yes", injury_serious="yes", injury_when="lt_2w", place="leg"),
        "a thinner and a hit to the head",
    ),
    *(
        ("R48", E, told(blood_thinner="yes", place=p, pain="severe", duration="lt_2d"), p)
        for p in SPINE
    ),
    ("R14", EA, told(fever="yes", meningitis_signs="yes"), "fever and a stiff neck"),
    ("R14", EA, told(very_ill="yes", meningitis_signs="yes"), "very ill and a stiff neck"),
    *(
        ("R14", E, told(fever="yes", fever_headache="yes", place=p), f"fever, headache, {p}")
        for p in ("neck", "neck_arm")
    ),
    *(
        ("R15", E, told(fever="yes", place=p) | {name: value}, f"fever, {p}, {name}")
        for p in SPINE
        for name, value in (
            *((risk, "yes") for risk in RISKS),
            ("steroid_pills", "yes"),
            ("diabetes", "yes"),
            ("constant_night_pain", "yes"),
            ("limb_weakness", "yes"),
            ("numb_tingling", "yes"),
            ("pain_level", "severe"),
        )
    ),
    *(
        ("R15", E, told(fever="yes", place="leg", **{risk: "yes"}), f"fever, the leg, {risk}")
        for risk in ("immune_weak", "drugs_injected", "spine_surgery", "spine_shot")
    ),
    *(
        ("R16", C24, told(place=p, duration=since, **{risk: "yes"}), f"{risk}, {p}, {since}")
        for p in SPINE
        for since in ("lt_2d", "lt_1w", "lt_2w", "2_6w", "unsure")
        for risk in (*RISKS, "steroid_pills")
    ),
    *(
        ("R16", E, told(place=p, duration="2_6w", **{risk: "yes", sign: "yes"}), f"{risk}, {sign}")
        for p in SPINE
        for risk in RISKS
        for sign in ("constant_night_pain", "limb_weakness", "numb_tingling")
        if risk != "spine_shot"
    ),
    *(
        (
            "R16",
            C24,
            told(spine_shot="yes", shot_since=since, place="neck", duration="gt_6w"),
            since,
        )
        for since in ("yes", "unsure")
    ),
    *(
        ("R16", C24, told(place=p, duration="gt_6w", immune_weak="yes", **more), f"old, {more}")
        for p in SPINE
        for more in (
            {"limb_weakness": "yes", "weakness_severe_or_fast": "no", "worsening": "same"},
            {"numb_tingling": "yes"},
            {"worsening": "worse"},
        )
    ),
    ("R17", C24, told(fever="yes"), "fever alone"),
    ("R17", C24, told(very_ill="yes"), "very ill alone"),
    *(
        ("R49", E, told(fever="yes", pain="severe", place=p), f"fever, a severe {p}")
        for p in ("shoulder_arm", "leg", "neck_arm", "lower_back_leg")
    ),
    ("R49", E, told(fever="yes", one_leg_swollen="yes"), "fever, a swollen leg"),
    ("R49", E, told(fever="yes", one_arm_swollen="yes"), "fever, a swollen arm"),
    ("R18", EA, told(swallow_trouble="yes"), "suddenly cannot swallow"),
    ("R18", C, told(swallow_trouble="yes", throat_old="yes"), "an old throat"),
    ("R18", EA, told(new_headache="yes", headache_sudden="yes"), "a thunderclap"),
    *(
        ("R18", E, told(new_headache="yes", place=p, **when), f"a new headache, {p}, {when}")
        for p in ("neck", "neck_arm", "jaw_face")
        for when in ({}, {"headache_when": "yes"}, {"headache_when": "unsure"})
    ),
    ("R18", C, told(new_headache="yes", headache_when="no", place="neck"), "an older headache"),
    ("R18", E, told(sight_change="yes"), "sight lost or doubled"),
    *(
        ("R51", C24, told(place="jaw_face", age=age, **sign), f"inflamed arteries, {sign}, {age}")
        for age in ("50_55", "56_64", "65_plus")
        for sign in (
            {"scalp_sore": "yes"},
            {"jaw_tires": "yes"},
            {"new_headache": "yes", "headache_when": "no"},
        )
    ),
    ("R51", C, told(shoulders_stiff="yes"), "both shoulders stiff"),
    *(
        ("R19", EA, told(jaw_lock_swallow="yes", jaw_since=since, **{sign: "yes"}), f"jaw, {sign}")
        for since in ("yes", "unsure")
        for sign in ("swallow_trouble", "gate_fever", "dirty_wound", "widespread_spasms")
    ),
    *(
        ("R19", E, told(jaw_lock_swallow="yes", **since), f"jaw, {since}")
        for since in ({}, {"jaw_since": "yes"}, {"jaw_since": "unsure"})
    ),
    ("R19", C, told(jaw_lock_swallow="yes", jaw_since="no"), "a jaw stuck for longer"),
    ("R19", EA, told(medicine_trigger="yes", head_eyes_pulled="yes"), "drug dystonia"),
    ("R20", E, told(dirty_wound="yes", widespread_spasms="yes"), "wound and spasms"),
    ("R20", E, told(dirty_wound="yes", jaw_lock_swallow="unsure"), "wound, perhaps lockjaw"),
    ("R21", E, told(dark_urine="yes"), "urine like cola"),
    ("R22", E, told(limb_threat="yes"), "a cold limb"),
    ("R22", E, told(limb_threat="yes", cold_when="yes"), "a cold limb of late"),
    ("R22", E, told(limb_threat="yes", cold_when="unsure"), "a cold limb, unsure since when"),
    ("R22", C24, told(limb_threat="yes", cold_when="no"), "cold for longer"),
    ("R22", E, told(muscle_rock_hard="yes"), "a rock-hard muscle"),
    *(
        ("R23", C24, {limb: said}, f"{limb} {said}")
        for limb in ("one_leg_swollen", "one_arm_swollen")
        for said in ("yes", "unsure")
    ),
    *(
        ("R23", C24, told(place=p, recent_overuse=strain, **{risk: "yes"}), f"{risk}, {p}")
        for p in ("leg", "lower_back_leg")
        for strain in ("no", "unsure")
        for risk in ("clot_risk", "clot_before")
    ),
    ("R53", C24, told(foot_rest_pain="yes"), "a foot hurts at rest"),
    ("R53", E, told(foot_rest_pain="yes", numb_tingling="yes"), "and is numb"),
    ("R53", E, told(foot_rest_pain="yes", limb_threat="yes", cold_when="no"), "and is cold"),
    *(
        ("R24", E, told(cancer_history="yes", place=p, **{name: "yes"}), f"cancer, {p}, {name}")
        for p in SPINE
        for name in ("limb_weakness", "numb_tingling", "both_legs_symptoms", "gate_legs_gait")
    ),
    *(
        (
            "R24",
            E,
            told(cancer_history="yes", place=p, travels_line="yes", **{name: "yes"}),
            f"cancer, {p} in a line, {name}",
        )
        for p in ("leg", "shoulder_arm")
        for name in ("limb_weakness", "numb_tingling", "both_legs_symptoms", "gate_legs_gait")
    ),
    *(
        ("R25", C24, told(cancer_history="yes", place=p), f"cancer, {p}")
        for p in ("neck", "neck_arm", "upper_back_ribs")
    ),
    *(
        ("R25", C, told(cancer_history="yes", place=p), f"cancer, {p}")
        for p in REGIONS
        if p not in {"neck", "neck_arm", "upper_back_ribs"}
    ),
    *(
        ("R25", C24, told(cancer_history="yes", place="lower_back", **more), f"cancer, {more}")
        for more in (
            {"constant_night_pain": "yes"},
            {"worsening": "worse"},
            {"pain": "severe"},
            {"cough_worse": "yes"},
            {"recent_overuse": "no"},
            {"recent_overuse": "unsure"},
        )
    ),
    ("R26", C24, told(weight_loss="yes"), "weight lost"),
    ("R26", C24, told(new_lump="yes"), "a lump"),
    *(
        ("R27", C24, told(constant_night_pain="yes", place="leg", **more), f"nights, {more}")
        for more in (
            *({"age": age} for age in ("50_55", "56_64", "65_plus", "unsure", "12_17", "lt_12")),
            *({risk: "yes"} for risk in ("immune_weak", "recent_infection", "steroid_pills")),
            *({"worsening": "worse", "duration": s} for s in ("lt_2w", "2_6w", "gt_6w")),
            {"recent_overuse": "no"},
            {"recent_overuse": "unsure"},
        )
    ),
    ("R27", C, told(constant_night_pain="yes", age="25_39", recent_overuse="yes"), "nights"),
    *(
        ("R28", E, {sign: "yes", **told(**more)}, f"{sign}, {more}")
        for sign in ("heart_flutter", "mouth_tingle")
        for more in (
            {"widespread_spasms": "yes"},
            {"fluid_loss_sweat": "yes"},
            {"place": "widespread"},
        )
    ),
    ("R29", C24, told(widespread_spasms="yes", fluid_loss_sweat="yes"), "fluid lost"),
    *(
        ("R29", C24, told(widespread_spasms="yes", medicine_which=which), f"a medicine, {which}")
        for which in ("statin", "other", "unsure")
    ),
    ("R30", C, told(widespread_spasms="yes"), "spasms in many places alone"),
    *(
        (
            "R31",
            level,
            told(medicine_trigger="yes", medicine_which=which, recent_overuse=strain, **more),
            f"{which}, {strain}, {more}",
        )
        for strain in ("no", "unsure")
        for level, which, more in (
            (C24, "statin", {"statin_new": "yes"}),
            (C24, "statin", {"statin_new": "unsure"}),
            (C24, "statin", {"statin_new": "no", "ache_wide": "yes"}),
            (C24, "statin", {"statin_new": "no", "place": "widespread"}),
            (C, "statin", {"statin_new": "no", "ache_wide": "no"}),
            (C, "other", {}),
            (C, "unsure", {}),
        )
    ),
    (
        "R31",
        C24,
        told(medicine_which="statin", limb_weakness="yes", recent_overuse="yes")
        | told(fast="no", duration="gt_6w", worsening="same"),
        "a statin and old weakness, which alone is C",
    ),
    ("R32", C, told(muscle_thinning="yes"), "a muscle grown thin"),
    ("R33", C24, told(cramp_over_10_min="yes"), "a cramp over ten minutes"),
    *(("R34", C24, told(one_side_rash="yes", place=p), f"rash, {p}") for p in REGIONS),
    ("R34", E, told(one_side_rash="yes", rash_eye="yes"), "a rash at the eye or ear"),
    *(
        ("R35", C, told(pregnant="yes", place=p), f"pregnant, {p}")
        for p in REGIONS
        if p not in {"leg", "jaw_face"}
    ),
    *(
        ("R35", E, told(place="neck", pregnant=said, **more), f"{said}, {more}")
        for said in ("yes", "unsure")
        for more in ({"pregnancy_danger": "yes"}, {"belly_groin_pain": "yes"})
    ),
    ("R35", E, told(pregnant="yes", one_leg_swollen="yes"), "pregnant, a swollen leg"),
    *(
        ("R35", E, told(pregnant="yes", fever="yes", place=p), f"pregnant, fever, {p}")
        for p in SPINE
    ),
    *(
        ("R35", C24, told(pregnant="yes", place="leg", on_off_spasm=cramp), f"leg, cramp {cramp}")
        for cramp in ("no", "unsure")
    ),
    *(
        ("R35", C24, told(pregnant=said, place=p, pain_never_changes="yes"), f"{said}, {p}")
        for said in ("yes", "unsure")
        for p in ("shoulder_arm", "neck_arm")
    ),
    *(
        ("R36", C24, told(adult="no", place=p), f"under eighteen, {p}")
        for p in (*SPINE, "jaw_face", "widespread")
    ),
    *(("R36", C, told(adult="no", place=p), f"a child's {p}") for p in ("leg", "shoulder_arm")),
    *(
        ("R36", E, told(adult="no", place="lower_back", **{name: "yes"}), f"a child, {name}")
        for name in (
            "gate_saddle_bladder_bowel",
            "gate_legs_gait",
            "constant_night_pain",
            "limb_weakness",
            "both_legs_symptoms",
        )
    ),
    *(
        ("R36", level, told(adult="no", age="12_17", place="leg", **more), f"a child's leg, {more}")
        for level, more in (
            (C24, {"both_legs_symptoms": "yes"}),
            (C24, {"limp": "yes"}),
            (C24, {"gate_injury": "yes"}),
            (E, {"constant_night_pain": "yes", "gate_fever": "yes"}),
            (E, {"constant_night_pain": "yes", "limp": "yes"}),
            (E, {"constant_night_pain": "yes", "weight_loss": "yes"}),
            (E, {"gate_fever": "yes", "limp": "yes"}),
            (E, {"gate_fever": "yes", "leg_part": "hip"}),
            (E, {"gate_fever": "yes", "leg_part": "unsure"}),
        )
    ),
    ("R36", EA, told(adult="no", stroke="yes"), "an ambulance gate stays one in a child"),
    ("R50", E, told(testicle_pain="yes"), "a testicle"),
    *(
        ("R37", E, told(pain="severe", duration="lt_2d", place=p), f"sudden severe pain, {p}")
        for p in (*UPPER, "widespread")
    ),
    *(
        (
            "R37",
            E,
            told(pain="severe", duration="lt_2d", place=p, belly_groin_pain=belly),
            f"sudden severe pain, {p}, belly {belly}",
        )
        for p in ("lower_back", "leg")
        for belly in ("yes", "unsure")
    ),
    *(
        ("R37", E, told(pain="severe", duration="lt_2d", place=p, age="65_plus"), f"at 65, {p}")
        for p in ("lower_back", "lower_back_leg")
    ),
    *(
        ("R37", E, SUDDEN | told(place="leg", leg_part=part, age="65_plus"), f"at 65, {part}")
        for part in ("hip", "unsure")
    ),
    *(
        ("R37", E, SUDDEN | told(age=age, pain_never_changes="yes", **where), f"{age}, {where}")
        for age in ("50_55", "56_64", "unsure")
        for where in ({"place": "lower_back"}, {"place": "leg", "leg_part": "hip"})
    ),
    *(
        ("R37", EA, SUDDEN | told(place=p, age=age, **{sign: "yes"}), f"{sign}, {p}, {age}")
        for p in ("lower_back", "lower_back_leg", "leg")
        for age in ("50_55", "56_64", "65_plus")
        for sign in ("autonomic_with_pain", "belly_groin_pain")
    ),
    *(
        (
            "R37",
            E,
            told(pain_never_changes="yes", duration="lt_2d", place=p, age=age),
            f"{p}, {age}",
        )
        for p in UPPER
        for age in ("50_55", "56_64", "65_plus")
    ),
    *(
        ("R37", E, SUDDEN | told(place=p, age="25_39", pain_never_changes="no"), f"young, {p}")
        for p in ("upper_back_ribs", "jaw_face", "widespread")
    ),
    ("R38", C24, told(pain="severe", duration="lt_2d", place="lower_back"), "acute back spasm"),
    ("R38", C24, told(pain="severe", duration="lt_2d", place="leg"), "acute leg pain"),
    ("R38", C24, told(pain="severe", duration="gt_6w", place="neck"), "severe, old"),
    ("R38", C24, told(pain="strong", pain_78="yes", duration="gt_6w", place="neck"), "an eight"),
    *(
        (
            "R38",
            C24,
            SUDDEN | told(place=p, age=age, pain_never_changes="no"),
            f"moving changes it, {p}, {age}",
        )
        for p in ("neck", "neck_arm", "shoulder_arm")
        for age in ("18_24", "25_39", "40_49")
    ),
    *(
        (
            "R38b",
            E,
            told(belly_groin_pain="yes", place=p, age=age, duration=since, **where),
            f"belly pain, {p}, {age}, {since}, {where}",
        )
        for p in ("lower_back", "upper_back_ribs", "leg")
        for age in ("50_55", "56_64", "65_plus")
        for since in ("lt_2d", "lt_1w", "lt_2w")
        for where in ({}, {"groin_or_belly": "belly"}, {"groin_or_belly": "unsure"})
    ),
    *(
        (
            "R38b",
            level,
            told(belly_groin_pain="yes", groin_or_belly=where, place=p, age=age, **more),
            f"{where}, {p}, {age}, {more}",
        )
        for where in ("belly", "side", "unsure")
        for p in ("lower_back", "upper_back_ribs", "leg")
        for age in ("56_64", "65_plus")
        for level, more in (
            (C24, {}),
            (E, {"pain": "severe"}),
            (E, {"pain_never_changes": "yes"}),
        )
    ),
    *(
        (
            "R38c",
            C24,
            told(belly_groin_pain="yes", place=p, age="25_39", duration=since, **where),
            f"belly pain, {p}, young, {since}, {where}",
        )
        for p in ("lower_back", "upper_back_ribs", "leg")
        for since in ("lt_2d", "2_6w")
        for where in ({}, {"groin_or_belly": "belly"}, {"groin_or_belly": "unsure"})
    ),
    *(
        ("R38d", C24, told(pain_never_changes="yes", place=p, pain="moderate"), f"unchanging, {p}")
        for p in UPPER
    ),
    (
        "R38d",
        C24,
        told(pain_never_changes="yes", place="neck", age="50_55", pain="mild"),
        "unchanging, mild, not young",
    ),
    (
        "R38d",
        C24,
        told(pain_never_changes="yes", place="neck", age="unsure", pain="mild"),
        "unchanging, mild, of unknown age",
    ),
    (
        "R38d",
        C,
        told(pain_never_changes="yes", place="neck", age="25_39", pain="mild"),
        "unchanging, young and mild",
    ),
    ("R39", E, told(deep_breath_sharp="yes", one_leg_swollen="yes"), "a clot that moved on"),
    *(
        ("R39", C24, RIB_MIMIC | {name: value}, f"sharp breath, {name} {value}")
        for name, value in (
            ("one_leg_swollen", "unsure"),
            ("clot_risk", "yes"),
            ("clot_before", "unsure"),
            ("travels_line", "yes"),
            ("travels_line", "unsure"),
            ("gate_fever", "unsure"),
            ("cancer_history", "unsure"),
            ("numb_tingling", "unsure"),
            ("recent_overuse", "no"),
            ("recent_overuse", "unsure"),
            ("age_band", "50_55"),
            ("age_band", "unsure"),
            ("pain_level", "severe"),
        )
    ),
    ("R40", C, told(place="leg", exertional_pain="yes", walk_bend_relief="no"), "on effort"),
    ("R40", C, told(place="leg", exertional_pain="yes", walk_bend_relief="unsure"), "unsure"),
    ("R41", C, told(known_condition="yes", widespread_spasms="yes"), "with spasms"),
    ("R41", C, told(known_condition="yes", sock_glove="yes"), "like socks or gloves"),
    ("R42", C, told(duration="gt_6w"), "beyond six weeks"),
    ("R42", C, told(keeps_coming_back="yes"), "coming back"),
    *(
        ("R43", C, told(duration=since, worsening=how), f"{since}, {how}")
        for how in ("worse", "unsure")
        for since in ("lt_2w", "2_6w", "gt_6w")
    ),
    *(
        ("R43", C, told(duration=since, worsening="same"), f"no better, {since}")
        for since in ("2_6w", "gt_6w")
    ),
    ("R44", C, told(numb_tingling="yes"), "numbness alone"),
    ("R44", C, told(numb_tingling="yes", numb_gone="unsure"), "perhaps gone"),
    ("R44", C, told(numb_tingling="unsure"), "perhaps numb"),
    ("R56", C, told(travels_line="yes"), "it travels"),
    ("R56", C, told(travels_line="unsure"), "it may travel"),
    ("R54", C, told(sock_glove="yes"), "like socks or gloves"),
    ("R55", C, told(place="widespread"), "all over"),
    *(
        (
            "R52",
            C,
            told(place="upper_back_ribs", age=age, duration=since, recent_overuse=strain),
            f"new mid-back pain, {age}, {since}, strain {strain}",
        )
        for age in ("50_55", "56_64", "65_plus")
        for since in ("lt_2d", "2_6w")
        for strain in ("no", "unsure")
    ),
    (
        "R52",
        C24,
        told(place="upper_back_ribs", travels_line="yes", numb_tingling="yes", duration="2_6w"),
        "numb like a band",
    ),
    ("R39", C24, told(deep_breath_sharp="yes", place="neck", clot_risk="yes"), "after surgery"),
    ("R39", C24, told(deep_breath_sharp="yes", place="neck", clot_before="yes"), "a clot before"),
    ("R40", C, told(walk_bend_relief="yes", standing_eases="yes"), "standing eases it"),
    ("R40", C, told(walk_bend_relief="yes", standing_eases="unsure"), "standing may ease it"),
    ("R57", C, told(age="50_55"), "fifty, and nothing is known that set it off"),
    ("R57", C, told(age="65_plus", recent_overuse="unsure"), "not sure is by itself"),
    ("R57", C, told(age="65_plus", tender_press="yes"), "sore to press explains nothing"),
    (
        "R57",
        C,
        told(age="65_plus", recent_overuse="no", on_off_spasm="no", hard_knot="no"),
        "nothing explains it",
    ),
    ("R58", C, told(burn_or_shock="yes"), "it burns or shoots"),
    (
        "R58",
        C,
        told(place="jaw_face", burn_or_shock="yes", recent_overuse="yes"),
        "a jaw burns by its nerve, whatever set it off",
    ),
    ("R45", C, told(low_mood="yes"), "low mood"),
)

SIGN_ALONE = rows(
    ("sign_alone", E, told(autonomic_with_pain="yes", place="lower_back"), "a cold sweat"),
    ("sign_alone", C, told(exertional_pain="yes", place="lower_back"), "on effort, the back"),
    ("sign_alone", C, told(exertional_pain="yes", place="widespread"), "on effort, all over"),
    ("sign_alone", E, told(limb_weakness="no", fast="yes"), "fast weakness of no limb"),
    ("sign_alone", E, told(head_eyes_pulled="yes"), "eyes pulled, no word of a medicine"),
    ("sign_alone", C24, told(heart_flutter="yes", place="jaw_face"), "a flutter"),
    ("sign_alone", C24, told(mouth_tingle="yes", place="jaw_face"), "a tingling mouth"),
    ("sign_alone", C, told(belly_groin_pain="yes", place="neck"), "belly pain, the neck"),
    ("sign_alone", C24, told(meningitis_signs="yes"), "a stiff neck, no fever"),
    ("sign_alone", C24, told(fever_headache="yes"), "the headache of a fever"),
    ("sign_alone", C, told(scalp_sore="yes", age="25_39"), "a sore scalp, young"),
    ("sign_alone", C, told(jaw_tires="yes", age="25_39"), "a tired jaw, young"),
    ("sign_alone", C, told(limp="yes", adult="yes"), "an adult's limp"),
    ("sign_alone", C24, told(injury_high="yes", place="leg"), "a big fall, the leg"),
    ("sign_alone", C24, told(rash_eye="yes"), "a rash at the eye, no word of a side"),
    ("sign_alone", C24, told(pregnancy_danger="yes"), "its signs, not said to be pregnant"),
    ("sign_alone", C24, told(very_ill="yes"), "very ill"),
    ("sign_alone", C, told(deep_breath_sharp="yes", place="neck"), "a sharp breath, the neck"),
    ("sign_alone", C, told(ache_wide="yes"), "an ache in many muscles"),
)
"""A danger sign told with another place: no milder than its "not sure" (3b)."""

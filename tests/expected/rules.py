"""Answers that reach each red-flag rule (clinical knowledge base, 3c)."""

from expected.writing import (
    C24,
    EA,
    NO_GATES,
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

FIRES = rows(
    ("R01", EA, told(chest="yes"), "chest pain, breath or tearing"),
    ("R01b", EA, told(faint="yes"), "a faint, a fit or confusion"),
    *(("R02", EA, told(autonomic_with_pain="yes", place=p), f"cold sweat, {p}") for p in UPPER),
    *(("R03", E, told(exertional_pain="yes", place=p), f"on effort, {p}") for p in UPPER),
    ("R04", EA, told(stroke="yes"), "signs of a stroke"),
    ("R05", E, told(saddle="yes"), "saddle numbness, bladder or bowel"),
    ("R06", E, told(both_legs="yes", duration="lt_2w", **NO_GATES), "both legs, new"),
    ("R06", E, OLD_STEADY_LEGS | told(worsening="yes"), "both legs, old, getting worse"),
    ("R06", E, OLD_STEADY_LEGS | told(worsening="unsure"), "both legs, perhaps worse"),
    ("R06", E, OLD_STEADY_LEGS | told(walk_bend_relief="no"), "both legs, not by walking"),
    ("R06", E, OLD_STEADY_LEGS | told(duration="recurring"), "both legs, coming and going"),
    *(
        ("R06", E, OLD_STEADY_LEGS | {gate: "unsure"}, f"both legs, {gate} not sure")
        for gate in ("gate_saddle_bladder_bowel", "gate_legs_gait", "gate_injury", "gate_fever")
    ),
    ("R06x", C24, OLD_STEADY_LEGS, "both legs, the old and steady pattern of a narrowed canal"),
    *(
        ("R07", E, told(gait="yes", duration=since), f"unsteady, {since}")
        for since in ("lt_2d", "lt_2w", "2_6w", "unsure")
    ),
    ("R07", E, told(gait="yes", duration="gt_6w", fast="yes"), "unsteady, old, now severe"),
    ("R07", E, told(gait="yes", duration="recurring", fast="yes"), "unsteady at times, severe"),
    ("R08", C24, told(gait="yes", duration="gt_6w", fast="no", worsening="yes"), "getting worse"),
    (
        "R08",
        C24,
        told(gait="yes", duration="recurring", walk_bend_relief="no", worsening="no"),
        "unsteady at times",
    ),
    (
        "R08",
        C24,
        told(gait="yes", duration="gt_6w", walk_bend_relief="yes", worsening="unsure"),
        "perhaps worse",
    ),
    (
        "R08",
        C,
        told(gait="yes", duration="gt_6w", walk_bend_relief="yes", worsening="no", fast="no"),
        "the old and steady pattern of a narrowed canal",
    ),
    ("R08b", E, told(both_hands="yes", gait="yes", duration="gt_6w"), "hands and legs"),
    ("R08b", E, told(both_hands="yes", gait="unsure", place="shoulder_arm"), "perhaps legs"),
    (
        "R08c",
        C24,
        told(both_hands="yes", gait="no", place="neck", duration="gt_6w", worsening="yes"),
        "both hands with neck pain, worse",
    ),
    (
        "R08c",
        C24,
        told(both_hands="yes", place="neck", worsening="no", hand_shake_relief="no"),
        "both hands with neck pain, steady, not by shaking",
    ),
    *(
        (
            "R08c",
            C24,
            told(both_hands="yes", place="shoulder_arm", duration=since, hand_shake_relief="no"),
            f"both hands, {since}",
        )
        for since in ("lt_2d", "lt_2w", "2_6w", "recurring", "unsure")
    ),
    *(
        (
            "R08c",
            C24,
            told(both_hands="yes", place="widespread", duration="gt_6w", worsening=worse),
            f"both hands, old, worsening {worse}",
        )
        for worse in ("yes", "unsure")
    ),
    (
        "R08c",
        C,
        told(both_hands="yes", place="neck", hand_shake_relief="yes", worsening="no"),
        "steady and eased by shaking: the wrists",
    ),
    (
        "R08c",
        C,
        told(
            both_hands="yes",
            place="shoulder_arm",
            duration="lt_2w",
            hand_shake_relief="yes",
            worsening="no",
        ),
        "new, steady and eased by shaking",
    ),
    ("R09", E, told(limb_weakness="yes", fast="yes"), "weak, severe or fast"),
    ("R09", E, told(limb_weakness="yes", fast="unsure"), "weak, perhaps severe"),
    ("R09", E, told(limb_weakness="unsure", fast="yes"), "perhaps weak, severe"),
    ("R10", C24, told(limb_weakness="yes", fast="no", duration="lt_2w"), "new weakness"),
    (
        "R10",
        C24,
        told(limb_weakness="yes", fast="no", duration="gt_6w", worsening="yes"),
        "old weakness, worse",
    ),
    (
        "R10",
        C24,
        told(limb_weakness="yes", fast="no", duration="recurring", worsening="no"),
        "weakness that comes and goes",
    ),
    (
        "R10",
        C,
        told(limb_weakness="yes", fast="no", duration="gt_6w", worsening="no"),
        "old and steady weakness",
    ),
    *(
        ("R11", E, told(injury_serious="yes", place=p, age="under_50"), f"serious injury, {p}")
        for p in (*REGIONS, "unsure")
        if p not in {"neck", "neck_arm"}
    ),
    *(
        ("R11", EA, told(injury_serious="yes", place=p, age="under_50"), f"neck injury, {p}")
        for p in ("neck", "neck_arm")
    ),
    ("R11", EA, told(injury_serious="yes", place="leg", age="65_plus"), "serious injury at 65"),
    ("R12", C24, told(injury="yes", age="65_plus"), "a fall at 65"),
    ("R12", C24, told(injury="yes", fragile_bones="yes"), "a fall on fragile bones"),
    ("R12", E, told(injury="yes", age="65_plus", pain="severe"), "a fall at 65, severe pain"),
    ("R12", E, told(injury="yes", fragile_bones="yes", pain="severe"), "fragile, severe pain"),
    ("R12b", C24, told(injury="yes", numb_tingling="yes"), "injury and numbness"),
    ("R12b", C24, told(injury="yes", limb_weakness="yes"), "injury and weakness"),
    *(
        ("R13", C24, told(fragile_bones="yes", place=p, pain="severe"), f"fragile bones, {p}")
        for p in SPINE
    ),
    ("R14", EA, told(meningitis_signs="yes"), "signs of meningitis"),
    *(
        ("R15", E, told(fever="yes", place=p) | {name: value}, f"fever, {p}, {name}")
        for p in SPINE
        for name, value in (
            ("infection_risk", "yes"),
            ("constant_night_pain", "yes"),
            ("limb_weakness", "yes"),
            ("numb_tingling", "yes"),
            ("pain_level", "severe"),
        )
    ),
    *(
        ("R16", C24, told(infection_risk="yes", place=p) | {name: "yes"}, f"risk, {p}, {name}")
        for p in SPINE
        for name in ("constant_night_pain", "worsening", "limb_weakness", "numb_tingling")
    ),
    ("R17", C24, told(fever="yes"), "fever alone"),
    ("R18", EA, told(vascular_neck_signs="yes"), "signs of a torn neck artery"),
    ("R19", EA, told(jaw_lock_swallow="yes"), "lockjaw, or cannot swallow"),
    ("R19", EA, told(medicine_trigger="yes", head_eyes_pulled="yes"), "drug dystonia"),
    ("R20", E, told(dirty_wound="yes", widespread_spasms="yes"), "wound and spasms"),
    ("R20", E, told(dirty_wound="yes", jaw_lock_swallow="unsure"), "wound, perhaps lockjaw"),
    ("R20", EA, told(dirty_wound="yes", jaw_lock_swallow="yes"), "wound and lockjaw, by R19"),
    ("R21", E, told(dark_urine="yes"), "dark urine"),
    ("R22", E, told(limb_threat="yes"), "a cold or rock-hard limb"),
    ("R23", C24, told(one_leg_swollen="yes"), "one leg swollen"),
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
    *(("R25", C24, told(cancer_history="yes", place=p), f"cancer, {p}") for p in SPINE),
    *(
        ("R25", C24, told(cancer_history="yes", place=p, travels_line="yes"), f"cancer, {p}, line")
        for p in ("leg", "shoulder_arm")
    ),
    ("R26", C24, told(weight_loss_or_lump="yes"), "weight loss or a lump"),
    ("R27", C24, told(constant_night_pain="yes"), "constant pain at night"),
    ("R28", E, told(heart_flutter_mouth_tingle="yes", widespread_spasms="yes"), "with spasms"),
    ("R28", E, told(heart_flutter_mouth_tingle="yes", fluid_loss_sweat="yes"), "fluid lost"),
    ("R29", C24, told(widespread_spasms="yes", fluid_loss_sweat="yes"), "fluid lost"),
    ("R29", C24, told(widespread_spasms="yes", medicine_trigger="yes"), "a medicine"),
    ("R30", C, told(widespread_spasms="yes"), "spasms in many places alone"),
    ("R31", C24, told(medicine_trigger="yes", widespread_spasms="yes"), "statin and spasms"),
    (
        "R31",
        C24,
        told(
            medicine_trigger="yes",
            limb_weakness="yes",
            fast="no",
            duration="gt_6w",
            worsening="no",
        ),
        "statin and old weakness, which alone is C",
    ),
    ("R31", C24, told(medicine_trigger="yes", place="widespread"), "statin and pain all over"),
    ("R32", C, told(muscle_thinning="yes"), "a muscle grown thin"),
    ("R33", C24, told(cramp_over_10_min="yes"), "a cramp over ten minutes"),
    *(("R34", C24, told(one_side_rash="yes", place=p), f"rash, {p}") for p in ("leg", "neck")),
    ("R34", E, told(one_side_rash="yes", place="jaw_face"), "rash of the face"),
    *(
        ("R35", C24, told(pregnant="yes", place=p), f"pregnant, {p}")
        for p in ("lower_back", "leg", "upper_back_ribs")
    ),
    ("R36", C24, told(adult="no"), "under eighteen"),
    *(
        ("R36", E, told(adult="no", **{name: "yes"}), f"under eighteen, {name}")
        for name in (
            "gate_saddle_bladder_bowel",
            "gate_legs_gait",
            "constant_night_pain",
            "limb_weakness",
            "both_legs_symptoms",
        )
    ),
    ("R36", EA, told(adult="no", stroke="yes"), "an ambulance gate stays one in a child"),
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
    ("R38", C24, told(pain="severe", duration="lt_2d", place="lower_back"), "acute back spasm"),
    ("R38", C24, told(pain="severe", duration="lt_2d", place="leg"), "acute leg pain"),
    ("R38", C24, told(pain="severe", duration="gt_6w", place="neck"), "severe, old"),
    *(
        (
            "R38b",
            E,
            told(belly_groin_pain="yes", place=p, age=age, duration=since),
            f"belly pain, {p}, {age}, {since}",
        )
        for p in ("lower_back", "upper_back_ribs")
        for age in ("50_64", "65_plus")
        for since in ("lt_2d", "lt_2w")
    ),
    *(
        (
            "R38c",
            level,
            told(belly_groin_pain="yes", place=p, age="under_50", duration=since),
            f"belly pain, {p}, young, {since}",
        )
        for p in ("lower_back", "upper_back_ribs")
        for since, level in (("lt_2d", C24), ("2_6w", C24), ("recurring", C24), ("gt_6w", C))
    ),
    ("R38c", C, told(belly_groin_pain="yes", place="lower_back", duration="gt_6w"), "old"),
    *(
        ("R38d", C24, told(pain_never_changes="yes", place=p, pain="moderate"), f"unchanging, {p}")
        for p in UPPER
    ),
    (
        "R38d",
        C24,
        told(pain_never_changes="yes", place="neck", age="50_64", pain="mild"),
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
        told(pain_never_changes="yes", place="neck", age="under_50", pain="mild"),
        "unchanging, young and mild",
    ),
    ("R39", E, told(deep_breath_sharp="yes", one_leg_swollen="yes"), "a clot that moved on"),
    *(
        ("R39", C24, RIB_MIMIC | {name: value}, f"sharp breath, {name} {value}")
        for name, value in (
            ("one_leg_swollen", "unsure"),
            ("travels_line", "yes"),
            ("travels_line", "unsure"),
            ("gate_fever", "unsure"),
            ("cancer_history", "unsure"),
            ("numb_tingling", "unsure"),
            ("recent_overuse", "no"),
            ("recent_overuse", "unsure"),
            ("age_band", "50_64"),
            ("age_band", "unsure"),
            ("pain_level", "severe"),
        )
    ),
    ("R40", C, told(place="leg", exertional_pain="yes", walk_bend_relief="no"), "on effort"),
    ("R40", C, told(place="leg", exertional_pain="yes", walk_bend_relief="unsure"), "unsure"),
    ("R41", C, told(known_condition="yes", widespread_spasms="yes"), "with spasms"),
    ("R41", C, told(known_condition="yes", sock_glove="yes"), "like socks or gloves"),
    ("R41", C, told(known_condition="yes"), "known illness alone"),
    ("R42", C, told(duration="gt_6w"), "beyond six weeks"),
    ("R42", C, told(duration="recurring"), "coming back"),
    ("R43", C, told(duration="2_6w", worsening="yes"), "weeks, worse"),
    ("R43", C, told(duration="2_6w", worsening="unsure"), "weeks, perhaps worse"),
    ("R43", C, told(duration="lt_2w", worsening="yes"), "days, worse"),
    ("R44", C, told(numb_tingling="yes"), "numbness alone"),
    ("R44", C, told(travels_line="yes"), "pain in a line alone"),
    ("R44", C, told(electric_shooting="yes"), "shocks alone"),
    ("R44", C, told(sock_glove="yes"), "like socks or gloves"),
    ("R44", C, told(place="widespread"), "all over"),
    ("R44", C, told(age="50_64"), "fifty, and nothing is known that set it off"),
    ("R44", C, told(age="65_plus", recent_overuse="unsure", injury="no"), "not sure is by itself"),
    ("R44", C, told(age="65_plus", tender_press="yes"), "sore to press explains nothing"),
    ("R45", C, told(low_mood="yes"), "low mood"),
)

SIGN_ALONE = rows(
    ("sign_alone", E, told(autonomic_with_pain="yes", place="lower_back"), "a cold sweat"),
    ("sign_alone", C, told(exertional_pain="yes", place="lower_back"), "on effort, the back"),
    ("sign_alone", C, told(exertional_pain="yes", place="widespread"), "on effort, all over"),
    ("sign_alone", C24, told(limb_weakness="no", fast="yes"), "fast weakness of no limb"),
    ("sign_alone", E, told(head_eyes_pulled="yes"), "eyes pulled, no word of a medicine"),
    ("sign_alone", C24, told(heart_flutter_mouth_tingle="yes", place="jaw_face"), "a flutter"),
    ("sign_alone", C, told(belly_groin_pain="yes", place="leg"), "belly pain, the leg"),
    ("sign_alone", C, told(pain_never_changes="yes", place="leg"), "unchanging, the leg"),
    ("sign_alone", C, told(pregnant="yes", place="neck"), "pregnant, the neck"),
)
"""A danger sign told with another place: no milder than its "not sure" (3b)."""

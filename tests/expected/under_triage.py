"""Second edition, section B: under-triage mended. Typed from clinical-2, not from the rules.

``REACHES``: what a line of B names reaches the level that it says. ``SHORT``: one answer less,
another place, another age, older. ``OPEN``: a follow-up that was never answered counts as not
sure. ``RANGES``: the text leaves the level open, but not beyond these bounds; with them stand the
"not sure" of each finding. ``LAWS``: levels may only rise along the values (A1).

A row's ``rule`` is the line of clinical-2, so several rules of the content may stand behind it.
"""

from expected.well import (
    BACK,
    CHILDREN,
    LOW,
    NECK,
    NEW,
    OLDER,
    UNCAUSED,
    UNDER_40,
    UNDER_50,
    UNDER_65,
    betweens,
    caller,
    laws,
)
from expected.writing import C24, EA, REGIONS, SPINE, UPPER, C, E, S, rows

RISKS = ("immune_weak", "drugs_injected", "recent_infection", "spine_surgery", "spine_shot")
"""The parts of infection_risk."""
LIMBS = ("shoulder_arm", "leg", "neck_arm", "lower_back_leg")
NOT_SPINE = tuple(p for p in REGIONS if p not in SPINE)
NOT_ALL_OVER = tuple(p for p in REGIONS if p != "widespread")
ARM = ("shoulder_arm", "neck_arm")
LEG = ("leg", "lower_back_leg")
CORD = ("neck", "neck_arm", "shoulder_arm", "upper_back_ribs")

# The same old trouble, unchanged: nothing else keeps it from being judged by its own line.
OLD = {"duration": "gt_6w", "worsening": "same"}
FADING = {"duration": "2_6w", "worsening": "better"}
"""Two to six weeks and better: self-care, so that a line's own level shows."""


def since(**answers: str) -> dict[str, str]:
    """Return answers as they are; for readability of the tables."""
    return answers


def shot(name: str) -> dict[str, str]:
    """Return a yes to a part of infection_risk; after a shot the pain is new or worse."""
    return {name: "yes"} | ({"shot_since": "yes"} if name == "spine_shot" else {})


def fall(when: str, **answers: str) -> dict[str, str]:
    """Return a minor fall; the pain is as old as the fall, and fading where it may.

    An old fall has set nothing off (A6): a strain has.
    """
    age = {
        "lt_2d": {"duration": "lt_2d"},
        "lt_2w": {"duration": "lt_2w"},
        "longer": {**FADING, "recent_overuse": "yes"},
    }
    return {
        "gate_injury": "yes",
        "injury_serious": "no",
        "injury_when": when,
        "recent_overuse": "no",
        **age.get(when, {}),
        **answers,
    }


HURT = {"gate_injury": "yes", "injury_serious": "no", "recent_overuse": "no"}
STEADY = {"worsening": "same", "duration": "gt_6w"}

REACHES_B = rows(
    # ---- B1: new spine pain, no fever, and a reason for an infection
    *(
        ("B1", C24, caller(p, **shot(risk), duration=new), f"{risk}, {p}, {new}")
        for p in SPINE
        for risk in RISKS
        for new in ("lt_2d", "lt_2w", "unsure")
    ),
    *(
        ("B1", C24, caller(p, **shot(risk), **FADING), f"{risk}, {p}, six weeks at most, better")
        for p in SPINE
        for risk in RISKS
    ),
    *(
        ("B1", E, caller(p, **shot(risk), fever="yes"), f"{risk} and fever, {p}")
        for p in SPINE
        for risk in RISKS
    ),
    # ambiguous: "E with fever, night pain, weakness, numbness (as R15 ...)". Read as any one of
    # the four beside the risk, with new pain; R16's C24 stays for old pain. The safer reading.
    *(
        ("B1", E, caller(p, **shot(risk), **{sign: "yes"}, fast="no"), f"{risk}, {sign}, {p}")
        for p in SPINE
        for risk in RISKS
        for sign in ("constant_night_pain", "limb_weakness", "numb_tingling")
    ),
    *(
        ("B1", C24, caller("lower_back", age, immune_weak="yes"), f"weak immunity at {age}")
        for age in (*UNDER_50, *OLDER)
    ),
    (
        "B1",
        C24,
        caller("lower_back", spine_shot="yes", shot_since="unsure"),
        "not sure whether it is worse since the shot: new",
    ),
    # ambiguous: a shot for an old pain that changed since. "Only if this pain is new or changed".
    (
        "B1",
        C24,
        caller("lower_back", spine_shot="yes", shot_since="yes", **OLD),
        "an old pain, worse since the shot",
    ),
    # ambiguous: the id of diabetes where it is asked with fever; here "diabetes".
    *(("B1", E, caller(p, fever="yes", diabetes="yes"), f"diabetes and fever, {p}") for p in SPINE),
    # ---- B2: steroid tablets or thin bones, new spine pain, no fall
    *(
        ("B2", C24, caller(p, age, steroid_pills="yes"), f"steroid tablets, {p}, {age}")
        for p in SPINE
        for age in ("25_39", "50_55", "65_plus")
    ),
    ("B2", C24, caller("lower_back", steroid_pills="yes", **FADING), "steroids, six weeks, better"),
    ("B2", C24, caller("lower_back", steroid_pills="yes", duration="unsure"), "steroids, unsure"),
    *(
        ("B2", E, caller(p, steroid_pills="yes", fever="yes"), f"steroids and fever, {p}")
        for p in SPINE
    ),
    *(
        ("B2", C24, caller(p, "40_49", osteoporosis="yes", duration=new), f"thin bones, {p}, {new}")
        for p in SPINE
        for new in ("lt_2d", "lt_2w")
    ),
    *(
        ("B2", C, caller(p, age, osteoporosis="yes", **FADING), f"thin bones for weeks, {p}, {age}")
        for p in SPINE
        for age in ("40_49", "50_55", "56_64")
    ),
    *(
        ("B2", C24, caller(p, "65_plus", osteoporosis="yes", **FADING), f"thin bones at 65, {p}")
        for p in SPINE
    ),
    ("B2", C24, caller("lower_back", osteoporosis="yes"), "thin bones, where lifting set it off"),
    ("B2", C24, caller("lower_back", osteoporosis="yes", **UNCAUSED), "thin bones, by itself"),
    # ---- B3: cauda equina, early
    *(
        ("B3", E, caller(p, saddle="yes", saddle_since=new), f"between the legs, {new}, {p}")
        for p in REGIONS
        for new in ("new", "unsure")
    ),
    *(
        (
            "B3",
            C24,
            caller(p, saddle="yes", saddle_since="steady", **OLD),
            f"between the legs, began with this pain, old, unchanged, {p}",
        )
        for p in NOT_ALL_OVER
    ),
    *(
        ("B3", S, caller(p, saddle="yes", saddle_since="before"), f"there before this pain, {p}")
        for p in NOT_ALL_OVER
    ),
    *(
        (
            "B3",
            level,
            caller(p, numb_tingling="yes", travels_line="yes", saddle_changed=value),
            f"feels different: {value}, {p}",
        )
        for p in ("lower_back", "lower_back_leg", "leg")
        for value, level in (
            ("control", E),
            ("unsure", E),
            ("burning", C24),
            ("stool", C),  # the numb leg alone (R44)
            ("no", C),
        )
    ),
    ("B3", E, caller("lower_back", travels_line="yes", saddle_changed="control"), "pain in a leg"),
    # ---- B4: giant cell arteritis, 50 and over
    *(
        ("B4", C24, caller(p, age, **{sign: "yes"}), f"{sign}, {p}, {age}")
        for p in ("neck", "neck_arm", "jaw_face", "shoulder_arm")
        for age in OLDER
        for sign in ("scalp_sore", "jaw_tires")
    ),
    *(
        (
            "B4",
            C24,
            caller(p, age, new_headache="yes", headache_sudden="no", headache_when="no"),
            f"a headache older than two weeks, {p}, {age}",
        )
        for p in ("neck", "neck_arm", "jaw_face")
        for age in OLDER
    ),
    *(
        (
            "B4",
            E,
            caller(p, age, sight_change="yes", **{sign: "yes"}),
            f"{sign} and sight, {p}, {age}",
        )
        for p in ("neck", "neck_arm", "jaw_face")
        for age in OLDER
        for sign in ("scalp_sore", "jaw_tires")
    ),
    (
        "B4",
        E,
        caller(
            "jaw_face",
            "65_plus",
            new_headache="yes",
            headache_sudden="no",
            headache_when="no",
            sight_change="yes",
        ),
        "an old headache, and sight that was lost for a while",
    ),
    *(
        ("B4", C, caller(p, age, shoulders_stiff="yes", **FADING), f"stiff mornings, {p}, {age}")
        for p in ("neck", "shoulder_arm")
        for age in OLDER
    ),
    *(
        (
            "B4",
            C24,
            caller("shoulder_arm", "65_plus", shoulders_stiff="yes", **{sign: "yes"}, **FADING),
            f"stiff mornings and {sign}",
        )
        for sign in ("scalp_sore", "jaw_tires")
    ),
    (
        "B4",
        C24,
        caller(
            "neck",
            "65_plus",
            shoulders_stiff="yes",
            new_headache="yes",
            headache_sudden="no",
            headache_when="no",
            **FADING,
        ),
        "stiff mornings and an old headache",
    ),
    # ---- B5: could be pregnant, with belly pain, bleeding or feeling faint
    *(
        (
            "B5",
            E,
            caller(p, pregnant="yes", pregnancy_danger="yes"),
            f"pregnant, bleeding or faint, {p}",
        )
        for p in REGIONS
        if p != "jaw_face"
    ),
    *(
        (
            "B5",
            E,
            caller(
                p,
                age,
                pregnant="yes",
                belly_groin_pain="yes",
                groin_or_belly="belly",
                pregnancy_danger="no",
            ),
            f"pregnant with belly pain, {p}, {age}",
        )
        for p in ("shoulder_arm", "upper_back_ribs", "lower_back", "leg", "widespread")
        for age in ("12_17", "18_24", "40_49", "50_55")
    ),
    (
        "B5",
        C24,
        caller(
            "shoulder_arm",
            pregnant="yes",
            pregnancy_danger="no",
            pain_never_changes="yes",
            pain="mild",
        ),
        "shoulder pain that moving does not change, and could be pregnant: a test today",
    ),
    # ---- B6: later pregnancy
    *(
        ("B6", E, caller(p, pregnant="yes", pregnancy_danger="yes"), f"tightenings, waters, {p}")
        for p in ("lower_back", "lower_back_leg", "leg", "upper_back_ribs")
    ),
    *(
        (
            "B6",
            E,
            caller(p, pregnant="yes", pregnancy_danger="no", one_leg_swollen="yes"),
            f"pregnant, one swollen leg, {p}",
        )
        for p in LEG
    ),
    *(
        (
            "B6",
            E,
            caller(p, pregnant="yes", pregnancy_danger="no", fever="yes"),
            f"pregnant, fever with back pain, {p}",
        )
        for p in BACK
    ),
    # ---- B7 and B8: one arm or leg swollen; "not sure" is the same
    *(
        ("B7", C24, caller(p, age, one_arm_swollen=said), f"one arm swollen: {said}, {p}, {age}")
        for p in ARM
        for age in ("25_39", "65_plus")
        for said in ("yes", "unsure")
    ),
    *(
        ("B8", C24, caller(p, age, one_leg_swollen=said), f"one leg swollen: {said}, {p}, {age}")
        for p in LEG
        for age in ("25_39", "65_plus")
        for said in ("yes", "unsure")
    ),
    # ---- B9: effort pain, in the neck as well
    *(
        ("B9", E, caller(p, age, exertional_pain="yes", effort_rest="yes"), f"effort, {p}, {age}")
        for p in UPPER
        for age in ("40_49", *OLDER)
    ),
    # ---- B10: a new rash on one side
    *(
        ("B10", C24, caller(p, one_side_rash="yes"), f"a new rash, {p}")
        for p in REGIONS
        if p not in {*NECK, "jaw_face"}
    ),
    *(
        (
            "B10",
            level,
            caller(p, age, one_side_rash="yes", rash_eye=eye),
            f"a rash, at eye or ear: {eye}, {p}, {age}",
        )
        for p in (*NECK, "jaw_face")
        for age in ("25_39", "65_plus")
        for eye, level in (("yes", E), ("no", C24))
    ),
    # ---- B11: a medicine, and nothing else that explains it
    *(
        (
            "B11",
            C24,
            caller(p, age, **UNCAUSED, medicine_trigger="yes", medicine_which="statin", **more),
            f"statin, {why}, {p}, {age}",
        )
        for p in NOT_ALL_OVER
        for age in ("40_49", "65_plus")
        for why, more in (
            ("new", since(statin_new="yes", ache_wide="no")),
            ("new, perhaps", since(statin_new="unsure", ache_wide="no")),
            ("aching elsewhere", since(statin_new="no", ache_wide="yes")),
        )
    ),
    *(
        (
            "B11",
            C,
            caller(
                p,
                "40_49",
                **UNCAUSED,
                medicine_trigger="yes",
                medicine_which="statin",
                statin_new="no",
                ache_wide="no",
            ),
            f"statin for years, here only, {p}",
        )
        for p in NOT_ALL_OVER
    ),
    (
        "B11",
        C24,
        caller(
            "leg",
            "40_49",
            **UNCAUSED,
            **OLD,
            medicine_trigger="yes",
            medicine_which="statin",
            statin_new="no",
            ache_wide="no",
            limb_weakness="yes",
            fast="no",
        ),
        "statin and an old, steady weakness, which alone is C",
    ),
    *(
        (
            "B11",
            C,
            caller(p, "40_49", **UNCAUSED, medicine_trigger="yes", medicine_which="other"),
            f"another medicine, begun before this pain, {p}",
        )
        for p in NOT_ALL_OVER
    ),
    (
        "B11",
        C24,
        caller(
            "neck",
            "40_49",
            recent_overuse="unsure",
            medicine_trigger="yes",
            medicine_which="statin",
            statin_new="yes",
            ache_wide="no",
        ),
        "new statin, not sure what set it off: by itself",
    ),
    (
        "B11",
        C24,
        caller(
            "widespread",
            "56_64",
            **UNCAUSED,
            medicine_trigger="yes",
            medicine_which="statin",
            statin_new="no",
            ache_wide="yes",
        ),
        "statin and all over",
    ),
    # ---- B12: cancer, weight, a lump, nights, in every place
    *(
        ("B12", C24, caller(p, age, **{sign: "yes"}), f"{sign}, {p}, {age}")
        for p in REGIONS
        for age in ("25_39", "65_plus")
        for sign in ("weight_loss", "new_lump")
    ),
    *(
        ("B12", C24, caller(p, age, constant_night_pain="yes"), f"nights, {p}, {age}")
        for p in REGIONS
        for age in OLDER
    ),
    *(
        ("B12", C, caller(p, age, constant_night_pain="yes"), f"nights after a strain, {p}, {age}")
        for p in NOT_ALL_OVER
        for age in UNDER_50
    ),
    *(
        ("B12", C24, caller(p, "40_49", constant_night_pain="yes", **more), f"nights, {why}, {p}")
        for p in NOT_ALL_OVER
        for why, more in (
            ("nothing set it off", UNCAUSED),
            ("not sure what set it off", since(recent_overuse="unsure")),
            ("worse after a week", since(worsening="worse")),
            ("weight lost", since(weight_loss="yes")),
            ("a lump", since(new_lump="yes")),
            ("cancer before", since(cancer_history="yes", skin_only="no")),
        )
    ),
    *(
        ("B12", C24, caller(p, "40_49", constant_night_pain="yes", **shot(risk)), f"{risk}, {p}")
        for p in NOT_SPINE
        for risk in RISKS
    ),
    *(
        ("B12", C24, caller(p, "40_49", constant_night_pain="yes", fever="yes"), f"fever, {p}")
        for p in NOT_SPINE
    ),
    *(
        ("B12", C24, caller(p, cancer_history="yes", skin_only="no"), f"cancer before, {p}")
        for p in (*NECK, "upper_back_ribs")
    ),
    *(
        (
            "B12",
            C24,
            caller("neck", cancer_history="yes", skin_only="unsure"),
            "not sure that it was only of the skin",
        ),
    ),
    *(
        ("B12", C, caller(p, cancer_history="yes", skin_only="no"), f"cancer, a strain, {p}")
        for p in ("lower_back", "lower_back_leg", "leg", "shoulder_arm", "jaw_face")
    ),
    *(
        (
            "B12",
            C24,
            caller(p, cancer_history="yes", skin_only="no", **more),
            f"cancer, {why}, {p}",
        )
        for p in ("lower_back", "lower_back_leg", "leg", "shoulder_arm", "jaw_face")
        for why, more in (
            ("nights", since(constant_night_pain="yes")),
            ("worse", since(worsening="worse")),
            ("severe", since(pain="severe", duration="2_6w")),
            ("nothing set it off", UNCAUSED),
            ("not sure what set it off", since(recent_overuse="unsure")),
        )
    ),
    # ambiguous: "cough" with cancer before: a cough that hurts (cough_worse) or a cough of its
    # own; read as the finding that there is.
    (
        "B12",
        C24,
        caller("lower_back", cancer_history="yes", skin_only="no", cough_worse="yes"),
        "cancer, worse on coughing",
    ),
    *(
        (
            "B12",
            E,
            caller(p, cancer_history="yes", skin_only="no", **{sign: "yes"}, **more),
            f"cancer and {sign}, {p}",
        )
        for p in SPINE
        for sign, more in (
            ("limb_weakness", since(fast="no")),
            ("numb_tingling", {}),
            ("both_legs_symptoms", since(spread_since="steady", **OLD)),
            ("gate_legs_gait", since(legs_since="steady", **OLD)),
        )
    ),
    *(
        (
            "B12",
            E,
            caller(
                p,
                cancer_history="yes",
                skin_only="no",
                travels_line="yes",
                **{sign: "yes"},
                **more,
            ),
            f"cancer and {sign} in a line, {p}",
        )
        for p in ("leg", "shoulder_arm")
        for sign, more in (("limb_weakness", since(fast="no")), ("numb_tingling", {}))
    ),
    # ---- B13: mid-back at 50 and over, unexplained
    *(
        (
            "B13",
            C,
            caller("upper_back_ribs", age, **UNCAUSED, duration=new, worsening="better"),
            f"mid-back, by itself, {age}, {new}",
        )
        for age in OLDER
        for new in NEW
    ),
    *(
        (
            "B13",
            C24,
            caller("upper_back_ribs", age, **UNCAUSED, numb_tingling="yes", travels_line="yes"),
            f"band-like numbness, {age}",
        )
        for age in OLDER
    ),
    (
        "B13",
        C,
        caller("upper_back_ribs", "50_55", recent_overuse="unsure"),
        "not sure what set it off: by itself",
    ),
    # ---- B14: a minor fall at 65 or with thin bones, neck and back
    *(
        ("B14", level, caller(p, age, **fall(when), **thin), f"fall {when}, {p}, {age}, {why}")
        for p in NECK
        for age, why, thin in (
            ("65_plus", "age", {}),
            ("40_49", "osteoporosis", since(osteoporosis="yes")),
            ("25_39", "steroid_pills", since(steroid_pills="yes")),
            ("56_64", "osteoporosis", since(osteoporosis="yes")),
        )
        for when, level in (("lt_2d", EA), ("lt_2w", E), ("longer", C24))
    ),
    *(
        ("B14", EA, caller(p, "65_plus", **fall("unsure")), f"not sure when: just now, {p}")
        for p in NECK
    ),
    *(
        ("B14", level, caller(p, "65_plus", **fall(when)), f"fall {when}, {p}, 65")
        for p in BACK
        for when, level in (("lt_2d", C24), ("lt_2w", C24), ("longer", C))
    ),
    *(
        (
            "B14",
            C24,
            caller(p, "40_49", **fall(when), osteoporosis="yes"),
            f"fall {when} on thin bones, {p}",
        )
        for p in BACK
        for when in ("lt_2d", "lt_2w")
    ),
    # ambiguous: severe after a fall at 65, back: R12 said E, B14 names no severity. The safer.
    *(
        ("B14", E, caller(p, "65_plus", **fall("lt_2w"), pain="severe"), f"severe, {p}, 65")
        for p in BACK
    ),
    # ---- B15: hip, groin, thigh
    *(
        (
            "B15",
            level,
            caller(p, age, **fall(when), leg_part="hip", limb_use_ok=use, limb_bent="no", **thin),
            f"hip, {when}, can walk: {use}, {age}, {p}",
        )
        for p in LEG
        for age, thin in (("65_plus", {}), ("50_55", since(osteoporosis="yes")))
        for when in ("lt_2d", "lt_2w")
        for use, level in (("no", EA), ("unsure", EA), ("yes", C24))
    ),
    # ---- B16: a limb that cannot be used since an injury, at any age
    *(
        (
            "B16",
            C24,
            caller(p, age, **fall(when), leg_part="lower", limb_use_ok=use, limb_bent="no"),
            f"cannot use it: {use}, {when}, {p}, {age}",
        )
        for p in ("shoulder_arm", "leg")
        for age in ("12_17", "18_24", "40_49", "56_64", "65_plus")
        for when in ("lt_2d", "lt_2w")
        for use in ("no", "unsure")
    ),
    *(
        (
            "B16",
            E,
            caller(p, age, **fall("lt_2d"), leg_part="lower", limb_use_ok=use, limb_bent="yes"),
            f"bent, cold or numb; can use it: {use}, {p}, {age}",
        )
        for p in ("shoulder_arm", "leg")
        for age in ("12_17", "25_39", "56_64", "65_plus")
        for use in ("no", "yes")
    ),
    # ---- B16: two places with a limb
    *(
        (
            "B16",
            C24,
            caller(p, age, **fall("lt_2w"), leg_part="lower", limb_use_ok=use, limb_bent="no"),
            f"cannot use the limb: {use}, {p}, {age}",
        )
        for p in ("neck_arm", "lower_back_leg")
        for age in UNDER_50
        for use in ("no", "unsure")
    ),
    # ---- B17: a blood thinner and an injury of two weeks at most
    *(
        (
            "B17",
            C24,
            caller(p, age, **fall(when), limb_use_ok="yes", leg_part="lower", blood_thinner="yes"),
            f"thinner, {p}, {when}, {age}",
        )
        for p in ("shoulder_arm", "leg")
        for age in ("25_39", "56_64", "65_plus")
        for when in ("lt_2d", "lt_2w")
    ),
    *(
        (
            "B17",
            E,
            caller(p, age, **fall(when), blood_thinner="yes"),
            f"thinner, {p}, {when}, {age}",
        )
        for p in SPINE
        for age in ("25_39", "56_64")
        for when in ("lt_2d", "lt_2w")
    ),
    *(
        (
            "B17",
            E,
            caller(p, "40_49", pain="severe", duration="lt_2d", blood_thinner="yes"),
            f"thinner, sudden severe spine pain, {p}",
        )
        for p in SPINE
    ),
    # ---- B18: severe and sudden, low back to thigh
    *(
        ("B18", level, caller(p, age, pain="severe", duration="lt_2d", **more), f"{why}, {p}")
        for p in LOW
        for age, why, more, level in (
            ("65_plus", "at 65", {}, E),
            ("50_55", "at 50, unchanging", since(pain_never_changes="yes"), E),
            ("56_64", "at 64, unchanging", since(pain_never_changes="yes"), E),
            ("50_55", "at 50, cold sweat", since(autonomic_with_pain="yes"), EA),
            ("65_plus", "at 65, cold sweat", since(autonomic_with_pain="yes"), EA),
            (
                "50_55",
                "at 50, belly",
                since(belly_groin_pain="yes", groin_or_belly="belly"),
                EA,
            ),
            (
                "65_plus",
                "at 65, belly",
                since(belly_groin_pain="yes", groin_or_belly="belly"),
                EA,
            ),
        )
    ),
    *(
        (
            "B18",
            level,
            caller("leg", age, pain="severe", duration="lt_2d", leg_part="hip", **more),
            f"hip or thigh, {why}",
        )
        for age, why, more, level in (
            ("65_plus", "at 65", {}, E),
            ("50_55", "at 50, unchanging", since(pain_never_changes="yes"), E),
            ("56_64", "at 64, unchanging", since(pain_never_changes="yes"), E),
            ("50_55", "at 50, cold sweat", since(autonomic_with_pain="yes"), EA),
            (
                "65_plus",
                "at 65, belly",
                since(belly_groin_pain="yes", groin_or_belly="belly"),
                EA,
            ),
        )
    ),
    # ---- B19: fever with a bad limb, or with weak immunity
    *(("B19", E, caller(p, fever="yes", pain="severe"), f"fever, severe limb, {p}") for p in LIMBS),
    *(
        ("B19", E, caller(p, fever="yes", one_arm_swollen="yes"), f"fever, hot swollen arm, {p}")
        for p in ARM
    ),
    *(
        ("B19", E, caller(p, fever="yes", one_leg_swollen="yes"), f"fever, hot swollen leg, {p}")
        for p in LEG
    ),
    # ambiguous: asked with the spine or with fever; read as holding in every place.
    *(
        ("B19", E, caller(p, fever="yes", **shot(risk)), f"fever and {risk}, {p}")
        for p in REGIONS
        for risk in ("immune_weak", "drugs_injected", "spine_surgery", "spine_shot")
    ),
    # ---- B20: an artery of the neck
    *(
        (
            "B20",
            level,
            caller(p, age, new_headache="yes", headache_sudden=sudden, headache_when=when),
            f"new headache, sudden {sudden}, two weeks {when}, {p}, {age}",
        )
        for p in (*NECK, "jaw_face")
        for age in ("25_39", "40_49", "50_55", "65_plus")
        for sudden, when, level in (("yes", "yes", EA), ("no", "yes", E), ("no", "unsure", E))
    ),
    *(
        (
            "B20",
            C,
            caller(p, age, new_headache="yes", headache_sudden="no", headache_when="no"),
            f"headache over two weeks, {p}, {age}",
        )
        for p in (*NECK, "jaw_face")
        for age in UNDER_50
    ),
    *(
        ("B20", E, caller(p, age, sight_change="yes"), f"sight lost or doubled, {p}, {age}")
        for p in (*NECK, "jaw_face")
        for age in ("25_39", "56_64")
    ),
    *(
        (
            "B20",
            level,
            caller(p, swallow_trouble="yes", throat_old=old, fever=fever),
            f"cannot swallow, sore throat or old: {old}, fever {fever}, {p}",
        )
        for p in (*NECK, "jaw_face")
        for old, fever, level in (
            ("no", "no", EA),
            ("unsure", "no", EA),
            ("yes", "no", C),
            ("yes", "yes", C24),
            ("no", "yes", EA),
        )
    ),
    *(("B20", EA, caller(p, too_dizzy_to_stand="yes"), f"cannot stand, {p}") for p in REGIONS),
    # ---- B21: signs of a stroke, now or passed
    *(
        ("B21", level, caller(p, age, stroke="yes", stroke_when=when), f"stroke, {when}, {p}")
        for p, age in (("neck", "25_39"), ("shoulder_arm", "65_plus"), ("lower_back", "56_64"))
        for when, level in (("day", EA), ("unsure", EA), ("week", E), ("longer", C24))
    ),
    # ---- B22: the cord above the low back
    *(
        (
            "B22",
            C24,
            caller(
                p,
                age,
                gait="yes",
                legs_since="steady",
                walk_bend_relief="yes",
                standing_eases="no",
                **STEADY,
            ),
            f"unsteady and old is never the lower canal, {p}, {age}",
        )
        for p in CORD
        for age in ("40_49", "65_plus")
    ),
    *(
        (
            "B22",
            C24,
            caller(
                p,
                age,
                gait="yes",
                legs_since="steady",
                walk_bend_relief="yes",
                standing_eases="no",
                **STEADY,
            ),
            f"too young for the lower canal, {p}, {age}",
        )
        for p in LOW
        for age in UNDER_50
    ),
    *(("B22", C24, caller(p, bend_shock="yes"), f"shocks down the spine, {p}") for p in NECK),
    *(("B22", C24, caller(p, both_arms="yes"), f"both arms, {p}") for p in (*NECK, "shoulder_arm")),
    *(("B22", C24, caller(p, limb_clumsy="yes"), f"clumsy, {p}") for p in (*NECK, "shoulder_arm")),
    *(
        ("B22", E, caller(p, gait="yes", legs_since=new), f"unsteady, {new}, {p}")
        for p in REGIONS
        for new in ("new", "unsure")
    ),
    # ---- B23: a clot, behind a sprained rib joint or in the leg
    (
        "B23",
        C24,
        caller("upper_back_ribs", deep_breath_sharp="yes", clot_risk="yes"),
        "a rib joint, but a reason for a clot",
    ),
    *(
        (
            "B23",
            C24,
            caller("leg", age, **UNCAUSED, clot_risk="yes"),
            f"a leg that nothing explains, and a reason for a clot, {age}",
        )
        for age in ("25_39", "65_plus")
    ),
    ("B23", C24, caller("leg", recent_overuse="unsure", clot_risk="yes"), "not sure what set off"),
    # ---- B24: a cold sweat at 50
    *(
        ("B24", E, caller(p, age, autonomic_with_pain="yes"), f"cold sweat, {p}, {age}")
        for p in LOW
        for age in OLDER
    ),
    *(
        (
            "B24",
            E,
            caller("leg", age, autonomic_with_pain="yes", leg_part="hip"),
            f"cold sweat, hip or thigh, {age}",
        )
        for age in OLDER
    ),
    # ---- B25: worse from the seventh day on; not better after two weeks
    # ambiguous: the fixed values know under two days and two days to two weeks; what is worse in
    # the second group counts, because only from the seventh day on it is asked.
    *(
        ("B25", level, caller(p, duration=how_long, worsening=course), f"{how_long}, {course}, {p}")
        for p in NOT_ALL_OVER
        for how_long, course, level in (
            ("lt_2d", "worse", S),
            ("lt_2w", "worse", C),
            ("lt_2w", "same", S),
            ("lt_2w", "better", S),
            ("2_6w", "worse", C),
            ("2_6w", "same", C),
            ("2_6w", "unsure", C),
            ("2_6w", "better", S),
            ("gt_6w", "better", C),
            ("gt_6w", "worse", C),
        )
    ),
    # ---- B26: a foot that must hang down
    *(
        ("B26", level, caller("leg", age, foot_rest_pain="yes", **more), f"{why}, {age}")
        for age in OLDER
        for why, more, level in (
            ("a foot at rest", {}, C24),
            ("newly numb", since(numb_tingling="yes"), E),
            ("cold or pale", since(limb_threat="yes", cold_when="yes"), E),
        )
    ),
    # ---- B27: upper body, two days, nothing changes it, 50 and over
    *(
        (
            "B27",
            E,
            caller(p, age, pain_never_changes="yes", duration="lt_2d", pain=pain),
            f"unchanging, {p}, {age}, {pain}",
        )
        for p in UPPER
        for age in OLDER
        for pain in ("mild", "moderate")
    ),
    # ---- B28: a testicle, under 25
    *(
        (
            "B28",
            E,
            caller(
                p,
                age,
                duration="lt_2d",
                belly_groin_pain="yes",
                groin_or_belly="groin",
                testicle_pain="yes",
                leg_part="hip",
            ),
            f"testicle, {p}, {age}",
        )
        for p in ("lower_back", "leg")
        for age in ("lt_12", "12_17", "18_24")
    ),
    # ---- B29: a septic hip
    *(
        ("B29", E, caller("leg", age, fever="yes", **more), f"fever, {why}, {age}")
        for age in CHILDREN
        for why, more in (
            ("a limp", since(limp="yes", leg_part="lower")),
            ("hip pain", since(limp="no", leg_part="hip")),
        )
    ),
    # ---- B30: effort pain, by rest and by moving
    *(
        (
            "B30",
            level,
            caller(
                p,
                age,
                exertional_pain="yes",
                effort_rest=rest,
                pain_never_changes=never,
                duration="lt_2w",
            ),
            f"effort, rest eases {rest}, never changes {never}, {p}, {age}",
        )
        for p in UPPER
        for age, rest, never, level in (
            ("40_49", "yes", "no", E),
            ("50_55", "yes", "yes", E),
            ("40_49", "no", "yes", E),
            ("65_plus", "no", "yes", E),
            ("25_39", "no", "yes", E),
            ("40_49", "no", "no", S),
            ("65_plus", "no", "no", S),
            ("40_49", "unsure", "no", C24),
            ("25_39", "unsure", "no", C24),
            ("25_39", "yes", "no", C24),
            ("18_24", "yes", "no", C24),
            ("25_39", "yes", "yes", E),
            # ambiguous: "not sure C24", but both its yes and its no are E here (A1).
            ("40_49", "unsure", "yes", E),
        )
    ),
    # ---- B31: growing pains
    *(
        ("B31", level, caller(p, age, **more), f"{why}, {p}, {age}")
        for age in CHILDREN
        for why, p, more, level in (
            ("limb at night", "leg", since(constant_night_pain="yes"), C24),
            ("arm at night", "shoulder_arm", since(constant_night_pain="yes"), C24),
            (
                "both legs",
                "leg",
                since(both_legs="yes", spread_since="steady", **OLD),
                C24,
            ),
            ("spine at night", "lower_back", since(constant_night_pain="yes"), E),
            ("neck at night", "neck", since(constant_night_pain="yes"), E),
            ("ribs at night", "upper_back_ribs", since(constant_night_pain="yes"), E),
            ("spine and both legs", "lower_back", since(both_legs="yes", spread_since="new"), E),
            ("night, fever", "leg", since(constant_night_pain="yes", fever="yes"), E),
            ("night, limp", "leg", since(constant_night_pain="yes", limp="yes"), E),
            ("night, weight lost", "leg", since(constant_night_pain="yes", weight_loss="yes"), E),
        )
    ),
)

CANAL = {"gait": "yes", "legs_since": "steady", "walk_bend_relief": "yes", **STEADY}

SHORT_B = rows(
    *(
        ("B22", C, caller(p, age, **CANAL, standing_eases="no"), f"the lower canal, {p}, {age}")
        for p in ("lower_back", "lower_back_leg", "leg")
        for age in OLDER
    ),
    *(
        ("B22", C24, caller(p, "65_plus", **CANAL, standing_eases="no"), f"no lower back, {p}")
        for p in ("jaw_face", "widespread")
    ),
    *(
        ("B1", C, caller(p, **shot(risk), **OLD), f"{risk}, an old pain, {p}")
        for p in SPINE
        for risk in RISKS
        if risk != "spine_shot"
    ),
    (
        "B1",
        C,
        caller("lower_back", spine_shot="yes", shot_since="no", **OLD),
        "not worse since the shot",
    ),
    (
        "B1",
        S,
        caller("lower_back", spine_shot="yes", shot_since="no"),
        "the shot was before, and nothing changed",
    ),
    ("B1", C24, caller("lower_back", fever="yes"), "fever alone"),
    *(
        ("B2", C, caller("lower_back", age, osteoporosis="yes", **OLD), f"an old pain, {age}")
        for age in ("40_49", "65_plus")
    ),
    ("B2", C, caller("lower_back", steroid_pills="yes", **OLD), "steroids, an old pain"),
    *(
        ("B5", C, caller("lower_back", pregnant="yes", pregnancy_danger="no"), "plain backache")
        for _ in range(1)
    ),
    (
        "B5",
        C24,
        caller("lower_back", belly_groin_pain="yes", groin_or_belly="belly"),
        "belly, not pregnant",
    ),
    (
        "B5",
        C,
        caller("shoulder_arm", pain_never_changes="yes", pain="mild"),
        "not pregnant, mild, young",
    ),
    ("B7", S, caller("shoulder_arm"), "no swelling"),
    *(("B9", C, caller(p, "65_plus", exertional_pain="yes"), f"on effort, {p}") for p in LEG),
    *(
        (
            "B11",
            S,
            caller(
                p,
                "65_plus",
                medicine_trigger="yes",
                medicine_which="statin",
                statin_new="no",
                ache_wide="no",
            ),
            f"a strain explains it, {p}",
        )
        for p in ("neck", "shoulder_arm", "lower_back", "leg")
    ),
    *(
        (
            "B11",
            S,
            caller(p, "40_49", **UNCAUSED, medicine_trigger="yes", medicine_which="for_this"),
            f"taken for this pain, {p}",
        )
        for p in ("neck", "lower_back", "leg")
    ),
    (
        "B11",
        S,
        caller(
            "neck", "40_49", medicine_trigger="yes", medicine_which="other", head_eyes_pulled="no"
        ),
        "another medicine, a strain explains it",
    ),
    *(
        ("B12", S, caller(p, cancer_history="yes", skin_only="yes"), f"only of the skin, {p}")
        for p in NOT_ALL_OVER
    ),
    (
        "B12",
        C,
        caller("leg", "40_49", constant_night_pain="yes", duration="lt_2d", worsening="worse"),
        "nights, worse on the second day",
    ),
    (
        "B12",
        C24,
        caller("lower_back", cancer_history="yes", skin_only="no", constant_night_pain="yes"),
        "no nerve sign",
    ),
    (
        "B12",
        C,
        caller("leg", cancer_history="yes", skin_only="no", numb_tingling="yes"),
        "cancer, numb, no line",
    ),
    *(("B13", S, caller("upper_back_ribs", age), f"a strain explains it, {age}") for age in OLDER),
    *(
        ("B13", S, caller("upper_back_ribs", age, **UNCAUSED), f"by itself, {age}")
        for age in UNDER_50
    ),
    ("B13", C, caller("upper_back_ribs", "50_55", **UNCAUSED, **OLD), "beyond six weeks, by R42"),
    *(
        (
            "B16",
            S,
            caller(p, age, **fall(when), leg_part="lower", limb_use_ok="yes", limb_bent="no"),
            f"works, {p}, {age}, {when}",
        )
        for p in ("shoulder_arm", "leg")
        for age in UNDER_50
        for when in ("lt_2d", "lt_2w")
    ),
    *(
        (
            "B17",
            C24,
            caller(p, "40_49", pain="severe", blood_thinner="yes"),
            f"severe, not sudden, {p}",
        )
        for p in SPINE
    ),
    *(
        (
            "B17",
            C24,
            caller(
                "leg",
                "40_49",
                pain="severe",
                duration="lt_2d",
                leg_part="lower",
                blood_thinner="yes",
            ),
            "not the spine",
        )
        for _ in range(1)
    ),
    *(
        (
            "B17",
            S,
            caller(
                p,
                "40_49",
                **fall("longer"),
                limb_use_ok="yes",
                leg_part="lower",
                blood_thinner="yes",
            ),
            f"an old injury, {p}",
        )
        for p in ("leg", "neck", "lower_back")
    ),
    *(
        (
            "B18",
            C24,
            caller(p, age, pain="severe", duration="lt_2d"),
            f"moving changes it, {age}, {p}",
        )
        for p in LOW
        for age in ("40_49", "50_55", "56_64")
    ),
    *(
        (
            "B18",
            C24,
            caller(p, "65_plus", pain="severe", duration=later),
            f"not sudden, {later}, {p}",
        )
        for p in LOW
        for later in ("lt_2w", "2_6w", "gt_6w")
    ),
    *(("B18", S, caller(p, "65_plus", duration="lt_2d"), f"not severe, {p}") for p in LOW),
    (
        "B18",
        C24,
        caller("leg", "65_plus", pain="severe", duration="lt_2d", leg_part="lower"),
        "below the knee",
    ),
    (
        "B18",
        C24,
        caller("leg", "56_64", pain="severe", duration="lt_2d", leg_part="hip"),
        "moving changes it, hip",
    ),
    *(("B19", C24, caller(p, fever="yes"), f"fever alone, {p}") for p in REGIONS),
    *(("B19", C24, caller(p, very_ill="yes"), f"very ill alone, {p}") for p in REGIONS),
    ("B20", C24, caller("lower_back", new_headache="no", fever="yes"), "no headache"),
    (
        "B22",
        C,
        caller(
            "lower_back",
            "65_plus",
            gait="yes",
            legs_since="steady",
            walk_bend_relief="yes",
            standing_eases="no",
            **STEADY,
        ),
        "the lower canal, at 65",
    ),
    (
        "B22",
        C24,
        caller(
            "lower_back",
            "65_plus",
            gait="yes",
            legs_since="steady",
            walk_bend_relief="no",
            **STEADY,
        ),
        "bending does not ease it",
    ),
    (
        "B22",
        C24,
        caller(
            "lower_back",
            "65_plus",
            gait="yes",
            legs_since="steady",
            walk_bend_relief="yes",
            standing_eases="no",
            duration="gt_6w",
            worsening="worse",
        ),
        "getting worse",
    ),
    *(
        ("B23", S, caller("upper_back_ribs", age, deep_breath_sharp="yes"), f"the rib joint, {age}")
        for age in UNDER_50
    ),
    *(
        (
            "B23",
            C24,
            caller("upper_back_ribs", age, deep_breath_sharp="yes"),
            f"too old for a rib joint, {age}",
        )
        for age in OLDER
    ),
    ("B23", S, caller("leg", **UNCAUSED), "no reason for a clot"),
    (
        "B23",
        E,
        caller("upper_back_ribs", deep_breath_sharp="yes", one_leg_swollen="yes"),
        "a clot that moved on (R39)",
    ),
    *(
        (
            "B27",
            C24,
            caller(p, age, pain_never_changes="yes", duration="lt_2d"),
            f"under 50, {p}, {age}",
        )
        for p in UPPER
        for age in ("25_39", "40_49")
    ),
    *(
        (
            "B27",
            C24,
            caller(p, "50_55", pain_never_changes="yes", duration=later),
            f"not sudden, {p}, {later}",
        )
        for p in UPPER
        for later in ("lt_2w", "2_6w")
    ),
    *(("B27", S, caller(p, "65_plus", duration="lt_2d"), f"moving changes it, {p}") for p in UPPER),
    *(
        (
            "B29",
            C24,
            caller("leg", age, fever="yes", limp="no", leg_part="lower"),
            f"fever alone, {age}",
        )
        for age in CHILDREN
    ),
    *(
        ("B29", C24, caller("leg", age, limp="yes", leg_part="hip"), f"a limp alone, {age}")
        for age in CHILDREN
    ),
)
"""One answer less, another place, another age or an older pain."""

OPEN_B = rows(
    ("B3", E, caller("lower_back", saddle="yes"), "since when was never answered"),
    ("B21", EA, caller("neck", stroke="yes"), "when was never answered"),
    ("B22", E, caller("neck", gait="yes"), "since when was never answered"),
    (
        "B20",
        E,
        caller("neck", new_headache="yes", headache_sudden="no"),
        "since when was never answered",
    ),
    ("B20", EA, caller("neck", swallow_trouble="yes"), "whether it is a sore throat: no answer"),
    ("B14", EA, caller("neck", "65_plus", **HURT, duration="lt_2d"), "when was never answered"),
    ("B1", C24, caller("lower_back", spine_shot="yes"), "worse since the shot: never answered"),
    ("B12", C24, caller("neck", cancer_history="yes"), "only of the skin: never answered"),
)
"""What was never answered counts as its most urgent answer, once nothing more is asked (3b, A6)."""

RANGES_B = betweens(
    *(
        (
            "B22",
            C,
            C24,
            caller(p, "65_plus", **CANAL, standing_eases=said),
            f"standing: {said}, {p}",
        )
        for p in ("lower_back", "leg")
        for said in ("yes", "unsure")
    ),
    # ambiguous: steroid tablets are weak immunity (B2): a raiser of nights off the spine too.
    *(
        (
            "B12",
            C,
            C24,
            caller(p, "40_49", constant_night_pain="yes", steroid_pills="yes"),
            f"nights, steroids, {p}",
        )
        for p in NOT_SPINE
    ),
    *(
        (
            "B18",
            E,
            EA,
            caller(
                "lower_back",
                "65_plus",
                pain="severe",
                duration="lt_2d",
                belly_groin_pain="yes",
                groin_or_belly=where,
            ),
            f"severe, sudden, the {where}",
        )
        for where in ("side", "groin")
    ),
    *(
        ("D", S, C, caller(p, sock_glove="unsure"), f"perhaps socks, {p}")
        for p in ("leg", "shoulder_arm")
    ),
    # ambiguous: D6 asks for C at 50 where nothing set it off and the leaning is not told.
    *(
        ("D", S, C, caller(p, age, **UNCAUSED), f"by itself, {p}, {age}")
        for p in ("lower_back", "leg", "neck")
        for age in OLDER
    ),
    # ---- told, but nothing that this place or time asks for: at most a consultation
    # (3b lets no "not sure" fall below C, and a yes is never milder: A1)
    *(
        ("B1", S, C, caller(p, **shot(risk)), f"{risk}, not the spine, {p}")
        for p in ("leg", "shoulder_arm", "jaw_face")
        for risk in RISKS
    ),
    (
        "B1",
        S,
        C,
        caller("lower_back", diabetes="yes", known_condition="no"),
        "diabetes without fever",
    ),
    *(
        ("B2", S, C, caller(p, "65_plus", osteoporosis="yes"), f"not the spine, {p}")
        for p in ("leg", "shoulder_arm")
    ),
    ("B2", S, C, caller("leg", steroid_pills="yes"), "steroids, not the spine"),
    *(
        ("B4", S, C, caller("neck", age, shoulders_stiff="yes"), f"stiff for days only, {age}")
        for age in OLDER
    ),
    *(
        ("B17", S, C, caller(p, "40_49", blood_thinner="yes"), f"no injury, {p}")
        for p in ("leg", "lower_back", "neck")
    ),
    ("B23", S, C, caller("leg", clot_risk="yes"), "a strain explains the leg"),
    # ---- "not sure" of each, at the place and age where its yes counts: 3b, and A1 as the bound
    *(
        (
            "B1",
            C,
            C24,
            caller("lower_back", **{risk: "unsure"}, shot_since="yes"),
            f"perhaps {risk}",
        )
        for risk in RISKS
    ),
    ("B1", C24, E, caller("lower_back", fever="unsure", immune_weak="yes"), "perhaps fever"),
    (
        "B1",
        C24,
        E,
        caller("lower_back", fever="yes", immune_weak="unsure"),
        "fever, perhaps weak immunity",
    ),
    *(
        (
            "B1",
            C24,
            E,
            caller("lower_back", immune_weak="yes", fast="no", **{sign: "unsure"}),
            f"weak immunity, perhaps {sign}",
        )
        for sign in ("constant_night_pain", "limb_weakness", "numb_tingling")
    ),
    # ambiguous: steroid tablets are weak immunity (B2), yet no part of infection_risk.
    *(
        (
            "B2",
            C24,
            E,
            caller("lower_back", steroid_pills="yes", fast="no", **{sign: "yes"}),
            f"steroids and {sign}",
        )
        for sign in ("constant_night_pain", "limb_weakness", "numb_tingling")
    ),
    ("B2", C, C24, caller("lower_back", steroid_pills="unsure"), "perhaps steroids"),
    (
        "B2",
        C,
        C24,
        caller("lower_back", "65_plus", osteoporosis="unsure"),
        "perhaps thin bones, 65",
    ),
    (
        "B2",
        C,
        C,
        caller("lower_back", "50_55", osteoporosis="unsure", **FADING),
        "perhaps thin bones, for weeks",
    ),
    # ambiguous: the pain's age unknown: new, but is it under two weeks?
    (
        "B2",
        C,
        C24,
        caller("lower_back", "50_55", osteoporosis="yes", duration="unsure"),
        "thin bones, unknown since when",
    ),
    *(
        ("B3", E, E, caller(p, saddle="unsure", saddle_since=new), f"perhaps, {new}, {p}")
        for p in (*SPINE, "leg")
        for new in ("new", "unsure")
    ),
    *(
        ("B3", C24, E, caller(p, saddle="unsure", saddle_since="unsure"), f"perhaps, {p}")
        for p in ("shoulder_arm", "jaw_face", "widespread")
    ),
    (
        "B3",
        C,
        C24,
        caller("lower_back", saddle="unsure", saddle_since="steady", **OLD),
        "perhaps, old",
    ),
    (
        "B3",
        S,
        S,
        caller("lower_back", saddle="unsure", saddle_since="before"),
        "perhaps, there before",
    ),
    *(
        ("B4", C, C24, caller(p, "65_plus", **{sign: "unsure"}), f"perhaps {sign}, {p}")
        for p in ("neck", "jaw_face", "shoulder_arm")
        for sign in ("scalp_sore", "jaw_tires")
    ),
    (
        "B4",
        C,
        C,
        caller("shoulder_arm", "65_plus", shoulders_stiff="unsure", **FADING),
        "perhaps stiff mornings",
    ),
    *(
        (
            "B4",
            S,
            C,
            caller("jaw_face", age, **{sign: "yes"}),
            f"{sign} at {age}: not asked, no artery",
        )
        for age in UNDER_50
        for sign in ("scalp_sore", "jaw_tires", "shoulders_stiff")
    ),
    (
        "B4",
        C24,
        E,
        caller("jaw_face", "65_plus", scalp_sore="yes", sight_change="unsure"),
        "perhaps sight",
    ),
    (
        "B5",
        C24,
        E,
        caller("lower_back", pregnant="unsure", pregnancy_danger="yes"),
        "perhaps pregnant, bleeding",
    ),
    (
        "B5",
        C24,
        E,
        caller("lower_back", pregnant="yes", pregnancy_danger="unsure"),
        "pregnant, perhaps bleeding",
    ),
    (
        "B5",
        C24,
        E,
        caller(
            "lower_back",
            pregnant="unsure",
            pregnancy_danger="no",
            belly_groin_pain="yes",
            groin_or_belly="belly",
        ),
        "perhaps pregnant, belly",
    ),
    (
        "B5",
        C24,
        E,
        caller("lower_back", pregnant="yes", pregnancy_danger="no", belly_groin_pain="unsure"),
        "pregnant, perhaps belly",
    ),
    # ambiguous: a groin that hurts in pregnancy is no belly pain; pregnancy_danger is asked.
    (
        "B5",
        C,
        E,
        caller(
            "lower_back",
            pregnant="yes",
            pregnancy_danger="no",
            belly_groin_pain="yes",
            groin_or_belly="groin",
        ),
        "pregnant, groin",
    ),
    (
        "B5",
        C,
        C24,
        caller(
            "shoulder_arm",
            pregnant="unsure",
            pregnancy_danger="no",
            pain_never_changes="yes",
            pain="mild",
        ),
        "perhaps pregnant, unchanging shoulder",
    ),
    # ambiguous: "a one-sided leg pain that stays: C24", but a calf cramp is C (C6).
    (
        "B6",
        C,
        C24,
        caller("leg", pregnant="yes", pregnancy_danger="no", on_off_spasm="no"),
        "pregnant, a leg that hurts and stays",
    ),
    (
        "B6",
        C24,
        E,
        caller("leg", pregnant="yes", pregnancy_danger="no", one_leg_swollen="unsure"),
        "perhaps swollen",
    ),
    (
        "B6",
        C24,
        E,
        caller("lower_back", pregnant="yes", pregnancy_danger="no", fever="unsure"),
        "perhaps fever",
    ),
    (
        "B6",
        C24,
        E,
        caller("neck", pregnant="yes", pregnancy_danger="no", fever="yes"),
        "fever, the neck",
    ),
    *(
        ("B9", C, C24, caller(p, "50_55", exertional_pain="unsure"), f"perhaps on effort, {p}")
        for p in UPPER
    ),
    *(("B10", C, C24, caller(p, one_side_rash="unsure"), f"perhaps a rash, {p}") for p in REGIONS),
    (
        "B10",
        C24,
        E,
        caller("jaw_face", one_side_rash="yes", rash_eye="unsure"),
        "perhaps at the eye",
    ),
    (
        "B11",
        C,
        C24,
        caller(
            "leg",
            "40_49",
            **UNCAUSED,
            medicine_trigger="yes",
            medicine_which="statin",
            statin_new="no",
            ache_wide="unsure",
        ),
        "perhaps elsewhere",
    ),
    (
        "B11",
        S,
        C24,
        caller("leg", "40_49", **UNCAUSED, medicine_trigger="yes", medicine_which="unsure"),
        "not sure which",
    ),
    (
        "B11",
        C,
        C24,
        caller("widespread", "40_49", **UNCAUSED, medicine_trigger="yes", medicine_which="other"),
        "another medicine, all over",
    ),
    (
        "B11",
        S,
        C,
        caller("leg", "40_49", medicine_trigger="unsure"),
        "perhaps a medicine, a strain explains it",
    ),
    *(
        ("B12", C, C, caller(p, **{sign: "unsure"}), f"perhaps {sign}, {p}")
        for p in ("neck", "leg", "shoulder_arm", "jaw_face")
        for sign in ("weight_loss", "new_lump")
    ),
    *(
        (
            "B12",
            C,
            C,
            caller(p, "40_49", constant_night_pain="unsure"),
            f"perhaps nights, a strain, {p}",
        )
        for p in ("neck", "leg", "lower_back")
    ),
    *(
        (
            "B12",
            C,
            C24,
            caller(p, "65_plus", constant_night_pain="unsure"),
            f"perhaps nights, 65, {p}",
        )
        for p in ("neck", "leg", "lower_back")
    ),
    (
        "B12",
        C,
        C24,
        caller("neck", cancer_history="unsure", skin_only="no"),
        "perhaps cancer, the neck",
    ),
    (
        "B12",
        C,
        C,
        caller("lower_back", cancer_history="unsure", skin_only="no"),
        "perhaps cancer, a strain",
    ),
    (
        "B12",
        C24,
        E,
        caller("neck", cancer_history="yes", skin_only="no", numb_tingling="unsure"),
        "cancer, perhaps numb",
    ),
    (
        "B12",
        C24,
        E,
        caller("neck", cancer_history="unsure", skin_only="no", limb_weakness="yes", fast="no"),
        "perhaps cancer, weak",
    ),
    (
        "B12",
        C,
        C24,
        caller("widespread", cancer_history="yes", skin_only="no"),
        "cancer, all over, after a strain",
    ),
    (
        "B13",
        C,
        C24,
        caller("upper_back_ribs", "40_49", **UNCAUSED, numb_tingling="yes", travels_line="yes"),
        "band-like, under 50",
    ),
    (
        "B13",
        C,
        C24,
        caller("upper_back_ribs", "50_55", **UNCAUSED, numb_tingling="unsure", travels_line="yes"),
        "perhaps numb",
    ),
    *(
        (
            "B14",
            C,
            EA,
            caller("neck", "65_plus", **fall("lt_2d"), injury="unsure"),
            "perhaps a fall, 65, the neck",
        )
        for _ in range(1)
    ),
    *(
        (
            "B14",
            C,
            EA,
            caller("neck", "40_49", **fall("lt_2d"), osteoporosis="unsure"),
            "a fall, perhaps thin bones",
        )
        for _ in range(1)
    ),
    # ambiguous: a light bump of the neck under 65 with sound bones; C2 speaks of crash and fall.
    *(
        ("B14", S, C24, caller("neck", age, **fall("lt_2w")), f"sound bones, {age}")
        for age in UNDER_65
    ),
    *(
        ("B14", S, C24, caller(p, age, **fall("lt_2d")), f"sound bones, {age}, {p}")
        for age in UNDER_65
        for p in BACK
    ),
    *(
        (
            "B15",
            C24,
            EA,
            caller(
                "leg",
                "65_plus",
                **fall("lt_2d"),
                limb_use_ok="no",
                limb_bent="no",
                leg_part="unsure",
            ),
            "not sure which part",
        )
        for _ in range(1)
    ),
    *(
        (
            "B15",
            C24,
            E,
            caller("leg", age, **fall("lt_2d"), limb_use_ok="no", limb_bent="no", leg_part="hip"),
            f"hip, sound bones, {age}",
        )
        for age in UNDER_65
    ),
    *(
        (
            "B16",
            C24,
            E,
            caller("leg", **fall("lt_2d"), leg_part="lower", limb_use_ok="no", limb_bent="unsure"),
            "perhaps bent",
        )
        for _ in range(1)
    ),
    *(
        (
            "B16",
            C24,
            E,
            caller(
                "leg",
                **fall("lt_2d"),
                leg_part="lower",
                limb_use_ok="no",
                limb_bent="no",
                numb_tingling="yes",
            ),
            "cannot use it, and tingles",
        )
        for _ in range(1)
    ),
    *(
        (
            "B16",
            S,
            C24,
            caller("leg", **fall("longer"), leg_part="lower", limb_use_ok="no", limb_bent="no"),
            "an old injury",
        )
        for _ in range(1)
    ),
    *(
        (
            "B17",
            C,
            E,
            caller(p, "40_49", **fall("lt_2d"), blood_thinner="unsure"),
            f"perhaps a thinner, {p}",
        )
        for p in ("neck", "lower_back")
    ),
    (
        "B17",
        C,
        C24,
        caller("shoulder_arm", "40_49", **fall("lt_2d"), limb_use_ok="yes", blood_thinner="unsure"),
        "perhaps a thinner, the arm",
    ),
    # ambiguous: a hit to the head is told with the face, or within injury_serious.
    (
        "B17",
        C24,
        E,
        caller("jaw_face", "40_49", **fall("lt_2d"), blood_thinner="yes"),
        "thinner, the face",
    ),
    (
        "B17",
        C24,
        E,
        caller(
            "shoulder_arm",
            "40_49",
            **fall("lt_2w", injury_serious="yes"),
            limb_use_ok="yes",
            blood_thinner="yes",
        ),
        "thinner, a serious fall, the arm",
    ),
    *(
        (
            "B18",
            C24,
            E,
            caller(p, "56_64", pain="severe", duration="lt_2d", pain_never_changes="unsure"),
            f"perhaps unchanging, {p}",
        )
        for p in LOW
    ),
    (
        "B18",
        C24,
        E,
        caller("leg", "65_plus", pain="severe", duration="lt_2d", leg_part="unsure"),
        "which part, unsure",
    ),
    (
        "B18",
        C24,
        E,
        caller("lower_back", "65_plus", pain="severe", duration="unsure"),
        "since when, unsure",
    ),
    (
        "B18",
        E,
        EA,
        caller(
            "lower_back", "65_plus", pain="severe", duration="lt_2d", autonomic_with_pain="unsure"
        ),
        "perhaps a sweat",
    ),
    (
        "B18",
        E,
        EA,
        caller("lower_back", "65_plus", pain="severe", duration="lt_2d", belly_groin_pain="unsure"),
        "perhaps the belly",
    ),
    *(
        ("B19", C24, E, caller(p, fever="unsure", pain="severe"), f"perhaps fever, severe, {p}")
        for p in ("leg", "shoulder_arm")
    ),
    ("B19", C24, E, caller("leg", fever="yes", one_leg_swollen="unsure"), "fever, perhaps swollen"),
    (
        "B19",
        C24,
        E,
        caller("lower_back", very_ill="yes", numb_tingling="yes"),
        "very ill, numb, the spine: as fever was",
    ),
    *(
        (
            "B20",
            C,
            E,
            caller(p, new_headache="unsure", headache_sudden="no", headache_when="yes"),
            f"perhaps a headache, {p}",
        )
        for p in (*NECK, "jaw_face")
    ),
    *(
        ("B20", C24, E, caller(p, sight_change="unsure"), f"perhaps sight, {p}")
        for p in (*NECK, "jaw_face")
    ),
    *(
        (
            "B20",
            E,
            EA,
            caller(p, new_headache="yes", headache_sudden="unsure", headache_when="yes"),
            f"perhaps thunderclap, {p}",
        )
        for p in NECK
    ),
    *(
        (
            "B20",
            C24,
            EA,
            caller(p, swallow_trouble="unsure", throat_old="no"),
            f"perhaps swallowing, {p}",
        )
        for p in (*NECK, "jaw_face")
    ),
    *(
        (
            "B20",
            S,
            C,
            caller("neck", swallow_trouble="unsure", throat_old="yes"),
            "perhaps swallowing, an old throat",
        )
        for _ in range(1)
    ),
    (
        "B20",
        E,
        EA,
        caller("neck", too_dizzy_to_stand="unsure"),
        "perhaps too dizzy to stand: a gate",
    ),
    ("B21", EA, EA, caller("neck", stroke="unsure", stroke_when="day"), "perhaps, today"),
    ("B21", EA, EA, caller("neck", stroke="unsure", stroke_when="unsure"), "perhaps, unsure when"),
    ("B21", C24, E, caller("neck", stroke="unsure", stroke_when="week"), "perhaps, days ago"),
    ("B21", C, C24, caller("neck", stroke="unsure", stroke_when="longer"), "perhaps, longer ago"),
    ("B22", C, C24, caller("neck", bend_shock="unsure"), "perhaps shocks"),
    ("B22", C, C24, caller("neck", both_arms="unsure"), "perhaps both arms"),
    ("B22", C, C24, caller("neck", limb_clumsy="unsure"), "perhaps clumsy"),
    # ambiguous: steady since before this pain; R08 says C24, C5 says C over six months.
    (
        "B22",
        C,
        C24,
        caller("lower_back", "65_plus", gait="yes", legs_since="before", **OLD),
        "before this pain, the low back",
    ),
    (
        "B22",
        C,
        C24,
        caller(
            "lower_back",
            "65_plus",
            gait="yes",
            legs_since="steady",
            walk_bend_relief="unsure",
            **OLD,
        ),
        "perhaps by bending",
    ),
    (
        "B22",
        C24,
        C24,
        caller("neck", "65_plus", gait="unsure", legs_since="steady", **OLD),
        "perhaps unsteady, old",
    ),
    *(
        (
            "B22",
            C24,
            C24,
            caller("neck", both_hands="yes", hand_shake_relief="yes", **{sign: "yes"}),
            f"the cord, not the wrists: {sign}",
        )
        for sign in ("limb_clumsy", "bend_shock", "both_arms")
    ),
    (
        "B23",
        C,
        C24,
        caller("upper_back_ribs", deep_breath_sharp="yes", clot_risk="unsure"),
        "a rib joint, perhaps a clot",
    ),
    ("B23", C, C24, caller("leg", **UNCAUSED, clot_risk="unsure"), "perhaps a reason for a clot"),
    (
        "B23",
        C,
        C24,
        caller("upper_back_ribs", deep_breath_sharp="unsure", clot_risk="yes"),
        "perhaps sharp",
    ),
    *(
        (
            "B24",
            C24,
            E,
            caller(p, "50_55", autonomic_with_pain="unsure"),
            f"perhaps a cold sweat, {p}",
        )
        for p in LOW
    ),
    (
        "B24",
        S,
        E,
        caller("lower_back", "40_49", autonomic_with_pain="yes"),
        "a cold sweat under 50: not asked",
    ),
    (
        "B25",
        S,
        C,
        caller("neck", duration="lt_2w", worsening="unsure"),
        "not sure of the course, days",
    ),
    (
        "B25",
        S,
        S,
        caller("neck", duration="lt_2d", worsening="unsure"),
        "not sure of the course, hours",
    ),
    ("B26", C, C24, caller("leg", "65_plus", foot_rest_pain="unsure"), "perhaps a foot at rest"),
    ("B26", S, C24, caller("leg", "40_49", foot_rest_pain="yes"), "under 50: not asked"),
    (
        "B26",
        C24,
        E,
        caller("leg", "65_plus", foot_rest_pain="yes", limb_threat="yes", cold_when="no"),
        "cold for long",
    ),
    (
        "B26",
        C24,
        E,
        caller("leg", "65_plus", foot_rest_pain="yes", numb_tingling="unsure"),
        "perhaps numb",
    ),
    *(
        (
            "B27",
            C,
            E,
            caller(p, "50_55", pain_never_changes="unsure", duration="lt_2d"),
            f"perhaps unchanging, {p}",
        )
        for p in UPPER
    ),
    *(
        (
            "B27",
            C24,
            E,
            caller(p, "50_55", pain_never_changes="yes", duration="unsure"),
            f"since when, unsure, {p}",
        )
        for p in UPPER
    ),
    (
        "B28",
        C24,
        E,
        caller(
            "leg",
            "18_24",
            duration="lt_2d",
            belly_groin_pain="yes",
            groin_or_belly="groin",
            testicle_pain="unsure",
        ),
        "perhaps a testicle",
    ),
    (
        "B28",
        S,
        E,
        caller(
            "leg",
            "25_39",
            duration="lt_2d",
            belly_groin_pain="yes",
            groin_or_belly="groin",
            testicle_pain="yes",
        ),
        "from 25: not asked",
    ),
    (
        "B29",
        C24,
        E,
        caller("leg", "12_17", fever="yes", limp="unsure", leg_part="lower"),
        "perhaps a limp",
    ),
    (
        "B29",
        C24,
        E,
        caller("leg", "12_17", fever="unsure", limp="yes", leg_part="hip"),
        "perhaps fever",
    ),
    *(
        (
            "B30",
            C24,
            E,
            caller(
                "neck", age, exertional_pain="yes", effort_rest="yes", pain_never_changes="unsure"
            ),
            f"perhaps unchanging, {age}",
        )
        for age in UNDER_40
    ),
    (
        "B30",
        C24,
        E,
        caller(
            "neck", "40_49", exertional_pain="yes", effort_rest="no", pain_never_changes="unsure"
        ),
        "no rest, perhaps unchanging",
    ),
    # ambiguous: both legs of a child, new: growing pains (B31) or new both-sided signs (C5).
    *(
        (
            "B31",
            C24,
            E,
            caller("leg", age, both_legs="yes", spread_since="new"),
            f"both legs, new, {age}",
        )
        for age in CHILDREN
    ),
    *(
        ("B31", C, C24, caller("leg", age, constant_night_pain="unsure"), f"perhaps nights, {age}")
        for age in CHILDREN
    ),
    *(
        (
            "B31",
            C24,
            E,
            caller("lower_back", age, constant_night_pain="unsure"),
            f"perhaps nights, the spine, {age}",
        )
        for age in CHILDREN
    ),
)

PLAIN_D = rows(
    # The limits that hung on the leaning are plain rules: self-care needs all three denied.
    *(
        ("D", C, caller(p, **{sign: said}), f"{sign} {said}, {p}")
        for p in NOT_ALL_OVER
        for sign in ("numb_tingling", "travels_line")
        for said in ("yes", "unsure")
    ),
    *(
        ("D", C, caller(p, sock_glove="yes"), f"socks or gloves, {p}")
        for p in ("leg", "shoulder_arm")
    ),
    ("D", C, caller("widespread"), "all over"),
    *(("D", C, caller(p, duration="unsure"), f"since when, unsure, {p}") for p in NOT_ALL_OVER),
    *(("D", C, caller(p, **OLD), f"beyond six weeks, {p}") for p in NOT_ALL_OVER),
)
"""What a leaning no longer has to hold."""

MANY_B = rows(
    # A1b: questions count, not signs; and only a sign whose own yes reaches C24 here.
    (
        "A1b",
        C24,
        caller("leg", cramp_over_10_min="unsure", one_side_rash="unsure", weight_loss="unsure"),
        "three questions not sure",
    ),
    (
        "A1b",
        C,
        caller("leg", cramp_over_10_min="unsure", weight_loss="unsure", new_lump="unsure"),
        "three signs of two questions",
    ),
    (
        "A1b",
        C,
        caller("leg", cramp_over_10_min="unsure", one_side_rash="unsure", injury="unsure"),
        "an injury not sure before 65 is its no",
    ),
    (
        "A1b",
        C,
        caller(
            "leg",
            known_condition="unsure",
            muscle_thinning="unsure",
            numb_tingling="unsure",
            travels_line="unsure",
        ),
        "signs whose yes is a consultation",
    ),
    (
        "A1b",
        C,
        caller(
            "leg",
            "40_49",
            cramp_over_10_min="unsure",
            one_side_rash="unsure",
            constant_night_pain="unsure",
        ),
        "nights after a strain under 50 are a consultation",
    ),
    (
        "A1b",
        C24,
        caller(
            "leg",
            "65_plus",
            cramp_over_10_min="unsure",
            one_side_rash="unsure",
            constant_night_pain="unsure",
        ),
        "nights at 65 are within a day",
    ),
)

LAWS_B = (
    # A1: no <= not sure <= yes of every sign, all else equal, where its yes counts.
    *(
        law
        for finding, answers in (
            *((risk, caller("lower_back", shot_since="yes")) for risk in RISKS),
            *((risk, caller("lower_back", fever="yes", shot_since="yes")) for risk in RISKS),
            *((risk, caller("leg", fever="yes", shot_since="yes")) for risk in RISKS),
            *((risk, caller("leg", shot_since="yes")) for risk in RISKS),
            ("steroid_pills", caller("lower_back")),
            ("osteoporosis", caller("lower_back", "65_plus")),
            ("osteoporosis", caller("neck", "40_49", **fall("lt_2d"))),
            (
                "osteoporosis",
                caller("leg", "40_49", **fall("lt_2d"), leg_part="hip", limb_use_ok="no"),
            ),
            *(
                ("gate_saddle_bladder_bowel", caller(p, saddle_since=since_when))
                for p in ("lower_back", "jaw_face", "leg")
                for since_when in ("new", "steady", "before", "unsure")
            ),
            *(
                ("gate_legs_gait", caller(p, "65_plus", legs_since=since_when, **OLD))
                for p in ("neck", "lower_back", "leg")
                for since_when in ("new", "steady", "before", "unsure")
            ),
            *(
                ("gate_stroke", caller("neck", stroke_when=when))
                for when in ("day", "week", "longer", "unsure")
            ),
            *(
                ("gate_injury", caller(p, age, **fall(when), limb_use_ok=use, leg_part=part))
                for p in ("neck", "lower_back", "leg", "shoulder_arm", "jaw_face")
                for age in ("25_39", "56_64", "65_plus")
                for when in ("lt_2d", "lt_2w", "longer")
                for use, part in (("yes", "lower"), ("no", "hip"))
            ),
            # ambiguous: an injury explains ("where nothing set it off") and is a danger sign.
            # Where both meet A1 holds: an injury lowers nothing that its no would reach.
            *(
                ("gate_injury", caller(p, age, **HURT | {"injury_when": "lt_2w"}, **more))
                for p, age, more in (
                    ("leg", "40_49", {"constant_night_pain": "yes"}),
                    ("lower_back", "25_39", {"cancer_history": "yes", "skin_only": "no"}),
                    ("leg", "25_39", {"clot_risk": "yes", "limb_use_ok": "yes"}),
                    ("upper_back_ribs", "50_55", {}),
                    (
                        "leg",
                        "40_49",
                        {
                            "medicine_trigger": "yes",
                            "medicine_which": "statin",
                            "statin_new": "yes",
                        },
                    ),
                )
            ),
            *((sign, caller("jaw_face", "65_plus")) for sign in ("scalp_sore", "jaw_tires")),
            ("shoulders_stiff", caller("shoulder_arm", "65_plus", **FADING)),
            ("sight_change", caller("neck")),
            ("sight_change", caller("jaw_face", "65_plus", scalp_sore="yes")),
            *(
                ("new_headache", caller("neck", age, headache_sudden="no", headache_when=when))
                for age in ("25_39", "65_plus")
                for when in ("yes", "no", "unsure")
            ),
            *(
                ("swallow_trouble", caller("neck", throat_old=old))
                for old in ("yes", "no", "unsure")
            ),
            *(
                ("pregnant", caller(p, pregnancy_danger=danger))
                for p in ("lower_back", "shoulder_arm", "leg")
                for danger in ("yes", "no", "unsure")
            ),
            ("pregnancy_danger", caller("lower_back", pregnant="yes")),
            ("one_arm_swollen", caller("shoulder_arm")),
            ("one_leg_swollen", caller("leg")),
            ("one_leg_swollen", caller("leg", fever="yes")),
            ("one_leg_swollen", caller("leg", pregnant="yes", pregnancy_danger="no")),
            ("one_side_rash", caller("jaw_face", rash_eye="yes")),
            ("rash_eye", caller("jaw_face", one_side_rash="yes")),
            *(
                ("medicine_trigger", caller(p, "40_49", medicine_which=which, **UNCAUSED, **new))
                for p in ("neck", "leg", "widespread")
                for which in ("statin", "other", "for_this", "unsure")
                for new in ({"statin_new": "yes"}, {"statin_new": "no", "ache_wide": "no"})
            ),
            *(
                ("medicine_trigger", caller(p, "40_49", medicine_which=which, statin_new="yes"))
                for p in ("neck", "leg")
                for which in ("statin", "other", "for_this")
            ),
            *(
                (sign, caller(p, age, **cause))
                for sign in ("weight_loss", "new_lump", "constant_night_pain")
                for p in ("neck", "leg", "lower_back", "shoulder_arm")
                for age in ("12_17", "40_49", "65_plus")
                for cause in ({}, UNCAUSED)
            ),
            *(
                ("cancer_history", caller(p, skin_only=skin, **cause))
                for p in ("neck", "lower_back", "leg")
                for skin in ("yes", "no", "unsure")
                for cause in ({}, UNCAUSED)
            ),
            ("blood_thinner", caller("neck", "40_49", **fall("lt_2d"))),
            ("blood_thinner", caller("shoulder_arm", "40_49", **fall("lt_2w"), limb_use_ok="yes")),
            ("blood_thinner", caller("lower_back", pain="severe", duration="lt_2d")),
            ("limb_bent", caller("leg", **fall("lt_2d"), leg_part="lower", limb_use_ok="no")),
            *(
                ("pain_never_changes", caller(p, age, pain=pain, duration=new))
                for p in ("neck", "lower_back")
                for age in ("25_39", "50_55", "56_64")
                for pain in ("moderate", "severe")
                for new in ("lt_2d", "lt_2w")
            ),
            *(
                ("pain_never_changes", caller("neck", age, exertional_pain="yes", effort_rest=rest))
                for age in ("25_39", "50_55")
                for rest in ("yes", "no", "unsure")
            ),
            *(
                ("gate_fever", caller(p, age, **more))
                for p, age, more in (
                    ("leg", "25_39", {"pain_level": "severe"}),
                    ("leg", "12_17", {"limp": "yes"}),
                    ("neck", "25_39", {"immune_weak": "yes"}),
                    ("lower_back", "25_39", {"numb_tingling": "yes"}),
                )
            ),
            ("autonomic_with_pain", caller("lower_back", "50_55")),
            (
                "autonomic_with_pain",
                caller("lower_back", "65_plus", pain="severe", duration="lt_2d"),
            ),
            ("foot_rest_pain", caller("leg", "65_plus")),
            ("numb_tingling", caller("leg", "65_plus", foot_rest_pain="yes")),
            ("clot_risk", caller("upper_back_ribs", deep_breath_sharp="yes")),
            ("clot_risk", caller("leg", **UNCAUSED)),
            *((sign, caller("neck")) for sign in ("bend_shock", "both_arms", "limb_clumsy")),
            ("testicle_pain", caller("leg", "18_24", duration="lt_2d", belly_groin_pain="yes")),
            ("limp", caller("leg", "12_17", fever="yes")),
        )
        for law in laws("A1", finding, ("no", "unsure", "yes"), answers)
    ),
    # Easing findings: yes <= not sure <= no, and "not sure" is as its no.
    *laws(
        "A1",
        "limb_use_ok",
        ("yes", "unsure", "no"),
        caller("leg", "65_plus", **fall("lt_2d"), leg_part="hip"),
        caller("leg", "25_39", **fall("lt_2w"), leg_part="lower"),
        caller("shoulder_arm", "40_49", **fall("lt_2d")),
    ),
    *laws(
        "A1",
        "walk_bend_relief",
        ("yes", "unsure", "no"),
        caller("lower_back", "65_plus", gait="yes", legs_since="steady", **OLD),
        caller("lower_back", "65_plus", both_legs="yes", spread_since="steady", **OLD),
    ),
    *laws("A1", "throat_old", ("yes", "unsure", "no"), caller("neck", swallow_trouble="yes")),
    *laws("A1", "skin_only", ("yes", "unsure", "no"), caller("neck", cancer_history="yes")),
    *laws(
        "A1",
        "recent_overuse",
        ("yes", "unsure", "no"),
        caller("upper_back_ribs", "50_55"),
        caller("leg", clot_risk="yes"),
        caller("leg", "40_49", constant_night_pain="yes"),
        caller("lower_back", cancer_history="yes", skin_only="no"),
    ),
    *laws("A1", "worsening", ("better", "same", "worse"), caller("neck", **FADING), caller("leg")),
    # A6: the newer, the more urgent; not sure is as the newest.
    *laws("A6", "saddle_since", ("before", "new"), caller("lower_back", saddle="yes")),
    *laws("A6", "saddle_since", ("before", "steady", "new"), caller("leg", saddle="yes", **OLD)),
    *laws("A6", "stroke_when", ("longer", "week", "day"), caller("neck", stroke="yes")),
    *laws(
        "A6",
        "injury_when",
        ("longer", "lt_2w", "lt_2d", "unsure"),
        caller("neck", "65_plus", **HURT),
        caller("leg", "65_plus", **HURT, leg_part="hip", limb_use_ok="no"),
        caller("neck", "25_39", **HURT) | {"injury_serious": "yes"},
    ),
    *laws(
        "A6",
        "headache_when",
        ("no", "yes", "unsure"),
        caller("neck", "25_39", new_headache="yes", headache_sudden="no"),
        caller("neck", "65_plus", new_headache="yes", headache_sudden="no"),
    ),
)

WAITS = (
    # line, what was said, what is asked before an emergency is spoken, its calmest answer
    ("B3", caller("lower_back", saddle="yes"), "saddle_since", "before"),
    ("B22", caller("lower_back", "65_plus", gait="yes", **OLD), "legs_since", "steady"),
    ("C5", caller("lower_back", both_legs="yes", **OLD), "spread_since", "steady"),
    ("B21", caller("neck", stroke="yes"), "stroke_when", "longer"),
    ("B30", caller("neck", "50_55", exertional_pain="yes"), "effort_rest", "no"),
    ("B20", caller("neck", new_headache="yes", headache_sudden="no"), "headache_when", "no"),
    ("B20", caller("neck", swallow_trouble="yes"), "throat_old", "yes"),
    ("C2", caller("neck", **HURT) | {"injury_serious": "yes"}, "injury_when", "longer"),
    ("C9", caller("jaw_face", jaw_lock_swallow="yes"), "jaw_since", "no"),
    ("C9", caller("leg", limb_threat="yes"), "cold_when", "no"),
)
"""No emergency is spoken while the answer that may take it back is still to come (A6)."""

AT_ONCE = (
    ("F", EA, {"gate_chest_breath_tearing": "yes"}),
    ("F", EA, {"gate_faint_seizure": "yes"}),
    ("B20", EA, {"too_dizzy_to_stand": "yes"}),
    ("B21", EA, {"gate_stroke": "yes", "stroke_when": "day"}),
    ("B3", E, {"gate_saddle_bladder_bowel": "yes", "saddle_since": "new"}),
    ("B22", E, {"gate_legs_gait": "yes", "legs_since": "new"}),
    ("C9", E, {"dark_urine": "yes"}),
    ("B5", E, {"pregnant": "yes", "pregnancy_danger": "yes"}),
)
"""Reached by these answers alone, with everything else still to be asked (F)."""

"""Second edition, section C: over-triage mended. Typed from clinical-2, not from the rules.

The same tables as for section B. The calm rows are as strict as the urgent ones: a level above
them is the mistake that this section mends.
"""

from expected.under_triage import ARM, FADING, LEG, NOT_ALL_OVER, OLD, fall, since
from expected.well import (
    BACK,
    CHILDREN,
    LOW,
    NECK,
    OLDER,
    UNCAUSED,
    UNDER_50,
    UNDER_65,
    betweens,
    caller,
    laws,
)
from expected.writing import C24, EA, REGIONS, UPPER, C, E, S, rows
from skill.triage.knowledge import Level

NECK_OR_SHOULDER = (*NECK, "shoulder_arm")


def crash(when: str, **answers: str) -> dict[str, str]:
    """Return a crash or a big fall; the pain is as old as it, and fading where it may."""
    return fall(when, injury_serious="yes", **answers)


def bump(when: str) -> dict[str, str]:
    """Return a bump of a limb that can be used and is not bent."""
    return fall(when, limb_use_ok="yes", limb_bent="no", leg_part="lower")


def belly(where: str, **answers: str) -> dict[str, str]:
    """Return pain in the belly, the side or the groin."""
    return {"belly_groin_pain": "yes", "groin_or_belly": where, **answers}


def at_home(place: str) -> Level:
    """Return the level of somebody who is well: pain all over is a consultation by itself (D)."""
    return C if place == "widespread" else S


SUDDEN = {"pain": "severe", "duration": "lt_2d"}
BOTH_LEGS = {"both_legs": "yes", "spread_since": "steady", **OLD}

REACHES_C = rows(
    # ---- C1: severe neck or shoulder pain of two days that movement changes
    *(
        ("C1", C24, caller(p, age, **SUDDEN), f"a wry neck, severe, {p}, {age}")
        for p in NECK_OR_SHOULDER
        for age in UNDER_50
    ),
    *(
        ("C1", E, caller(p, age, **SUDDEN), f"severe, sudden, from 50, {p}, {age}")
        for p in NECK_OR_SHOULDER
        for age in OLDER
    ),
    *(
        ("C1", E, caller(p, age, **SUDDEN, pain_never_changes="yes"), f"unchanging, {p}, {age}")
        for p in NECK_OR_SHOULDER
        for age in UNDER_50
    ),
    *(
        ("C1", E, caller(p, "25_39", **SUDDEN), f"severe, sudden, elsewhere, {p}")
        for p in ("jaw_face", "upper_back_ribs", "widespread")
    ),
    *(("C1", S, caller(p, duration="lt_2d"), f"a seven that can be borne, {p}") for p in NECK),
    # ---- C2: a crash or a fall, by its time
    *(
        ("C2", E, caller(p, age, **crash("lt_2d")), f"two days, {p}, {age}")
        for p in NOT_ALL_OVER
        for age in UNDER_65
    ),
    *(
        (
            "C2",
            EA,
            caller(p, "25_39", **crash("lt_2d"), **{sign: "yes"}, fast="no"),
            f"{sign} within two days, {p}",
        )
        for p in NECK
        for sign in ("numb_tingling", "limb_weakness")
    ),
    *(("C2", EA, caller(p, "65_plus", **crash("lt_2d")), f"two days, 65, {p}") for p in REGIONS),
    *(
        ("C2", E, caller(p, age, **crash("unsure")), f"not sure when: just now, {p}, {age}")
        for p in (*NECK, *BACK)
        for age in UNDER_65
    ),
    *(
        ("C2", C24, caller(p, age, **crash("lt_2w")), f"two weeks, {p}, {age}")
        for p in (*NECK, *BACK)
        for age in UNDER_65
    ),
    *(
        (
            "C2",
            E,
            caller(p, age, **crash("lt_2w"), **{sign: "yes"}, fast="no"),
            f"{sign}, {p}, {age}",
        )
        for p in (*NECK, *BACK)
        for age in ("25_39", "56_64")
        for sign in ("numb_tingling", "limb_weakness")
    ),
    *(
        (
            "C2",
            E,
            caller(p, **crash("lt_2w"), gait="yes", legs_since="new"),
            f"unsteady since, {p}",
        )
        for p in (*NECK, *BACK)
    ),
    *(
        ("C2", S, caller(p, age, **crash("longer")), f"older than two weeks, {p}, {age}")
        for p in (*NECK, "lower_back", "shoulder_arm", "leg")
        for age in UNDER_65
    ),
    *(("C2", E, caller(p, "65_plus", **crash("lt_2w")), f"two weeks, 65, {p}") for p in NECK),
    *(("C2", C24, caller(p, "65_plus", **crash("longer")), f"older, 65, {p}") for p in NECK),
    *(
        ("C2", EA, caller(p, "40_49", **crash("lt_2d"), osteoporosis="yes"), f"thin bones, {p}")
        for p in NECK
    ),
    *(
        ("C2", E, caller(p, "40_49", **crash("lt_2w"), osteoporosis="yes"), f"thin bones, {p}, 2w")
        for p in NECK
    ),
    # ---- C3: the signs of the neck, each by its own
    *(
        ("C3", EA, caller(p, fever="yes", meningitis_signs="yes"), f"fever and a stiff neck, {p}")
        for p in REGIONS
    ),
    *(
        (
            "C3",
            E,
            caller(p, fever="yes", new_headache="yes", headache_sudden="no", headache_when="yes"),
            f"fever and a headache, {p}",
        )
        for p in NECK
    ),
    *(
        (
            "C3",
            C24,
            caller(p, fever="yes", new_headache="yes", headache_sudden="no", headache_when="yes"),
            f"fever and a headache, {p}",
        )
        for p in ("shoulder_arm", "lower_back", "leg", "widespread")
    ),
    # ---- C4: a wry neck and a medicine
    *(
        (
            "C4",
            EA,
            caller(p, medicine_trigger="yes", medicine_which="other", head_eyes_pulled="yes"),
            f"eyes rolled up, tongue or jaw pulled, {p}",
        )
        for p in (*NECK, "jaw_face")
    ),
    *(
        (
            "C4",
            S,
            caller(
                p, medicine_trigger="yes", medicine_which=which, statin_new="no", ache_wide="no"
            ),
            f"a wry neck after a bad night, {which}, {p}",
        )
        for p in NECK
        for which in ("statin", "other", "for_this")
    ),
    *(
        (
            "C4",
            C,
            caller(p, **UNCAUSED, medicine_trigger="yes", medicine_which="other"),
            f"a wry neck by itself, another medicine, {p}",
        )
        for p in NECK
    ),
    # ---- C5: both legs
    *(
        ("C5", C24, caller(p, age, **BOTH_LEGS), f"old, not worse, {p}, {age}")
        for p in ("lower_back", "lower_back_leg", "leg")
        for age in ("25_39", "56_64", "65_plus")
    ),
    *(
        (
            "C5",
            C,
            caller(p, age, **BOTH_LEGS, walk_bend_relief="yes", standing_eases="no"),
            f"old, bending eases it, {p}, {age}",
        )
        for p in ("lower_back", "lower_back_leg", "leg")
        for age in OLDER
    ),
    *(
        ("C5", E, caller(p, both_legs="yes", spread_since=new), f"both legs, {new}, {p}")
        for p in ("lower_back", "lower_back_leg", "leg", "upper_back_ribs")
        for new in ("new", "unsure")
    ),
    *(
        (
            "C5",
            E,
            caller(p, "65_plus", **BOTH_LEGS | {"worsening": "worse"}, walk_bend_relief=bend),
            f"old and worse, bending eases it: {bend}, {p}",
        )
        for p in ("lower_back", "leg")
        for bend in ("no", "yes")
    ),
    *(
        (
            "C5",
            C24,
            caller("upper_back_ribs", "65_plus", **BOTH_LEGS, walk_bend_relief="yes"),
            "bending eases it, but not the low back",
        ),
    ),
    # ---- C6: pregnant with a plain backache or a cramp
    *(
        ("C6", C, caller(p, age, pregnant="yes", pregnancy_danger="no"), f"{p}, {age}")
        for p in ("lower_back", "upper_back_ribs")
        for age in (*UNDER_50, "50_55")
    ),
    *(
        (
            "C6",
            C,
            caller(p, pregnant="yes", pregnancy_danger="no", on_off_spasm="yes"),
            f"a cramp, {p}",
        )
        for p in ("leg",)
    ),
    ("C6", C, caller("lower_back", pregnant="unsure", pregnancy_danger="no"), "perhaps pregnant"),
    # ---- C7: under 18
    *(
        ("C7", C, caller(p, age, leg_part="lower"), f"a limb without a sign, {p}, {age}")
        for p in ("leg", "shoulder_arm")
        for age in CHILDREN
    ),
    *(
        ("C7", C24, caller(p, age), f"the spine stays, {p}, {age}")
        for p in ("neck", "neck_arm", "upper_back_ribs", "lower_back", "lower_back_leg")
        for age in CHILDREN
    ),
    *(
        ("C7", C24, caller("leg", age, **{"leg_part": "lower"} | more), f"{why}, {age}")
        for age in CHILDREN
        for why, more in (
            ("a limp", since(limp="yes")),
            ("fever", since(fever="yes")),
            ("nights", since(constant_night_pain="yes")),
            ("an injury", since(**bump("lt_2d")) | {"recent_overuse": "no"}),
        )
    ),
    # ---- C8: belly, side, groin
    *(
        ("C8", level, caller(p, age, **belly(where)), f"{where}, {p}, {age}")
        for p in LOW
        for age in UNDER_50
        for where, level in (("groin", C), ("side", C), ("belly", C24), ("unsure", C24))
    ),
    *(
        ("C8", C24, caller("lower_back", "40_49", **belly(where), **more), f"{where}, {why}")
        for where in ("groin", "side")
        for why, more in (
            ("fever", since(fever="yes")),
            ("burning pee", since(saddle_changed="burning")),
            ("severe", since(pain="severe")),
        )
    ),
    *(
        ("C8", level, caller(p, age, **belly("side"), **more), f"the side, {why}, {p}, {age}")
        for p in LOW
        for age in ("56_64", "65_plus")
        for why, more, level in (
            ("alone", {}, C24),
            ("severe", since(pain="severe"), E),
            ("unchanging", since(pain_never_changes="yes"), E),
            ("a cold sweat", since(autonomic_with_pain="yes"), E),
        )
    ),
    *(
        ("C8", E, caller(p, age, **belly("belly"), duration=new), f"belly, {p}, {age}, {new}")
        for p in BACK
        for age in OLDER
        for new in ("lt_2d", "lt_2w")
    ),
    *(
        ("C8", C24, caller(p, age, **belly("belly"), **FADING), f"belly for weeks, {p}, {age}")
        for p in BACK
        for age in OLDER
    ),
    *(
        ("C8", C, caller("lower_back", age, **belly("belly"), **OLD), f"belly, old, {age}")
        for age in UNDER_50
    ),
    # ---- C9: what is old, and what is "darker than usual"
    *(("C9", E, caller(p, dark_urine="yes"), f"the colour of cola, {p}") for p in REGIONS),
    *(
        ("C9", level, caller(p, jaw_lock_swallow="yes", jaw_since=week, **more), f"{why}, {p}")
        for p in ("jaw_face", "widespread")
        for why, week, more, level in (
            ("jaw stuck this week", "yes", {}, E),
            ("not sure when", "unsure", {}, E),
            ("with swallowing", "yes", since(swallow_trouble="yes", throat_old="no"), EA),
            ("with fever", "yes", since(fever="yes"), EA),
            ("with a wound", "yes", since(dirty_wound="yes"), EA),
            ("with spasms elsewhere", "yes", since(widespread_spasms="yes"), EA),
        )
    ),
    *(
        ("C9", C, caller("jaw_face", age, jaw_lock_swallow="yes", jaw_since="no"), f"weeks, {age}")
        for age in ("18_24", "40_49", "65_plus")
    ),
    *(
        (
            "C9",
            level,
            caller(p, age, limb_threat="yes", cold_when=recent),
            f"cold, within two weeks: {recent}, {p}, {age}",
        )
        for p in (*LEG, *ARM)
        for age in ("25_39", "65_plus")
        for recent, level in (("yes", E), ("no", C24), ("unsure", E))
    ),
    ("C9", EA, caller("neck", chest="yes"), "a bare yes to trouble breathing"),
    # ---- C10: 65 and a bump of a limb that can be used
    *(
        ("C10", C, caller(p, "65_plus", **bump(when)), f"a bump that works, {p}, {when}")
        for p in ("shoulder_arm", "leg")
        for when in ("lt_2d", "lt_2w")
    ),
    *(
        (
            "C10",
            C24,
            caller(p, "65_plus", **bump(when) | {"limb_use_ok": "no"}),
            f"a bump that does not, {p}, {when}",
        )
        for p in ("shoulder_arm", "leg")
        for when in ("lt_2d", "lt_2w")
    ),
    # ---- C11: tingling from sitting that is gone is a no to numbness
    *(("C11", S, caller(p, numb_tingling="no"), f"gone, {p}") for p in ("leg", "shoulder_arm")),
    *(("C11", C, caller(p, numb_tingling="yes"), f"still there, {p}") for p in ("leg", "neck")),
    # ---- C12: an illness by its name
    # By itself it forbids tips and no more: an answer on which advice depends raises no level (A4),
    # and it is asked only with pain all over, cramps in several places, or numb as in socks.
    *(
        ("C12", at_home(p), caller(p, known_condition=said), f"diabetes and the like {said}, {p}")
        for p in REGIONS
        for said in ("yes", "unsure")
    ),
    *(
        ("C12", C, caller(p, known_condition=said, widespread_spasms="yes"), f"and cramps, {p}")
        for p in REGIONS
        for said in ("yes", "unsure")
    ),
)

SHORT_C = rows(
    *(("C1", C24, caller(p, "25_39", pain="severe"), f"severe, not sudden, {p}") for p in UPPER),
    *(
        ("C2", C, caller(p, "65_plus", **crash("longer")), f"the back, older, 65, {p}")
        for p in BACK
    ),
    *(("C3", C24, caller(p, fever="yes"), f"fever, no headache, {p}") for p in NECK),
    *(("C4", S, caller(p, head_eyes_pulled="no"), f"a wry neck, {p}") for p in NECK),
    *(("C5", S, caller(p, both_legs="no"), f"neither leg, {p}") for p in LEG),
    *(("C8", S, caller(p), f"no belly, side or groin, {p}") for p in BACK),
    *(("C9", S, caller(p, limb_threat="no"), f"not cold, {p}") for p in LEG),
    *(("C9", S, caller(p, dark_urine="no"), f"darker than usual is no cola, {p}") for p in LEG),
    *(
        (
            "C10",
            S,
            caller(p, age, **bump("lt_2w") | {"recent_overuse": "yes"}),
            f"under 65, {p}, {age}",
        )
        for p in ("shoulder_arm", "leg")
        for age in UNDER_65
    ),
)

OPEN_C = rows(
    ("C5", E, caller("lower_back", both_legs="yes"), "since when was never answered"),
    (
        "C8",
        C24,
        caller("lower_back", "40_49", belly_groin_pain="yes"),
        "which part: never answered",
    ),
    ("C9", E, caller("jaw_face", jaw_lock_swallow="yes"), "within a week: never answered"),
    ("C9", E, caller("leg", limb_threat="yes"), "within two weeks: never answered"),
)
"""What was never answered counts as its most urgent answer, once nothing more is asked (3b, A6)."""

RANGES_C = betweens(
    # ambiguous: a jaw stuck for weeks and a dirty wound: R20 spoke of any jaw.
    (
        "C9",
        C,
        EA,
        caller("jaw_face", jaw_lock_swallow="yes", jaw_since="no", dirty_wound="yes"),
        "weeks, and a wound",
    ),
    *(
        ("C1", C24, E, caller(p, "40_49", **SUDDEN, pain_never_changes="unsure"), f"perhaps, {p}")
        for p in NECK_OR_SHOULDER
    ),
    # ambiguous: "no other sign" beside a severe, sudden neck: numbness is one.
    *(
        ("C1", C24, E, caller(p, "25_39", **SUDDEN, numb_tingling="yes"), f"and numb, {p}")
        for p in NECK_OR_SHOULDER
    ),
    *(
        (
            "C2",
            C,
            E,
            caller("neck", **crash(when) | {"injury_serious": "unsure"}),
            f"perhaps serious, {when}",
        )
        for when in ("lt_2d", "lt_2w")
    ),
    *(
        ("C2", C24, E, caller("lower_back", "65_plus", **crash("lt_2w")), "two weeks, 65, back")
        for _ in (1,)
    ),
    # ambiguous: a crash two weeks ago and a limb: the line names neck and back.
    *(
        (
            "C2",
            S,
            C24,
            caller(p, age, **crash("lt_2w"), limb_use_ok="yes", limb_bent="no"),
            f"a limb, {p}, {age}",
        )
        for p in ("shoulder_arm", "leg")
        for age in UNDER_65
    ),
    *(
        (
            "C2",
            C24,
            E,
            caller(p, **crash("lt_2w"), fast="no", **{sign: "unsure"}),
            f"perhaps {sign}, {p}",
        )
        for p in ("neck", "lower_back")
        for sign in ("numb_tingling", "limb_weakness")
    ),
    ("C3", C24, EA, caller("neck", meningitis_signs="yes"), "stiff, no fever: not asked"),
    *(
        ("C3", C24, EA, caller("neck", fever=fever, meningitis_signs=stiff), f"{fever}, {stiff}")
        for fever, stiff in (("yes", "unsure"), ("unsure", "yes"))
    ),
    (
        "C4",
        C24,
        EA,
        caller("neck", medicine_trigger="no", head_eyes_pulled="yes"),
        "pulled, no medicine",
    ),
    (
        "C4",
        C24,
        EA,
        caller("neck", medicine_trigger="yes", medicine_which="other", head_eyes_pulled="unsure"),
        "perhaps pulled",
    ),
    # ambiguous: both legs, perhaps worse: R06 said E; "unsure = worse for C only".
    ("C5", C24, E, caller("lower_back", **BOTH_LEGS | {"worsening": "unsure"}), "perhaps worse"),
    ("C5", C, C24, caller("lower_back", **BOTH_LEGS, walk_bend_relief="unsure"), "perhaps bending"),
    # ambiguous: "C over six months" has no value of its own; "before this pain" is the nearest.
    ("C5", C, C24, caller("lower_back", **BOTH_LEGS | {"spread_since": "long"}), "for years"),
    # ambiguous: bending eases it, under 50: C5 names no age, R08.2 and the label ask for 50.
    *(
        ("C5", C, C24, caller("leg", age, **BOTH_LEGS, walk_bend_relief="yes"), f"young, {age}")
        for age in UNDER_50
    ),
    ("C5", C, C24, caller("lower_back", **BOTH_LEGS | {"both_legs_symptoms": "unsure"}), "perhaps"),
    *(
        ("C5", C24, E, caller(p, both_legs="unsure", spread_since="new"), f"perhaps, new, {p}")
        for p in ("lower_back", "leg")
    ),
    *(
        ("C6", S, C, caller(p, pregnant="yes", pregnancy_danger="no"), f"pregnant, {p}")
        for p in ("neck", "shoulder_arm")
    ),
    *(("C7", C, C24, caller(p, "12_17"), f"under 18, {p}") for p in ("jaw_face", "widespread")),
    ("C7", C, C24, caller("leg", "12_17", limp="unsure"), "perhaps a limp"),
    # ambiguous: from 50 to 55 a side alone; C8 says under 50 and from 56.
    *(
        ("C8", C, E, caller("lower_back", "50_55", **belly(where)), f"{where}, 50 to 55")
        for where in ("side", "groin")
    ),
    *(
        ("C8", C, E, caller("lower_back", age, **belly("groin")), f"the groin, {age}")
        for age in ("56_64", "65_plus")
    ),
    *(
        ("C8", C, C24, caller("upper_back_ribs", age, **belly("side")), f"the side, ribs, {age}")
        for age in UNDER_50
    ),
    *(
        ("C8", C24, E, caller("lower_back", "25_39", **SUDDEN, **belly(where)), f"{where}, sudden")
        for where in ("side", "groin", "belly")
    ),
    ("C8", C, C24, caller("lower_back", "56_64", **belly("side"), **OLD), "the side, old"),
    *(
        ("C8", C, C24, caller("lower_back", age, belly_groin_pain="unsure"), f"perhaps, {age}")
        for age in UNDER_50
    ),
    *(
        ("C8", C24, E, caller("lower_back", age, belly_groin_pain="unsure"), f"perhaps, {age}")
        for age in OLDER
    ),
    ("C8", C24, E, caller("lower_back", "56_64", **belly("unsure")), "not sure which, 56"),
    *(
        ("C8", S, C24, caller("leg", age, **belly("groin")), f"a groin with the leg, {age}")
        for age in UNDER_50
    ),
    ("C9", C24, E, caller("neck", dark_urine="unsure"), "perhaps cola"),
    ("C9", C24, E, caller("jaw_face", jaw_lock_swallow="unsure", jaw_since="yes"), "perhaps stuck"),
    ("C9", S, C, caller("jaw_face", jaw_lock_swallow="unsure", jaw_since="no"), "perhaps, weeks"),
    ("C9", C24, E, caller("leg", limb_threat="unsure", cold_when="yes"), "perhaps cold"),
    ("C9", C, C24, caller("leg", limb_threat="unsure", cold_when="no"), "perhaps cold, for years"),
    # ambiguous: thin bones and a bump of an arm that works: the line speaks of 65.
    (
        "C10",
        S,
        C24,
        caller("shoulder_arm", "40_49", **bump("lt_2w"), osteoporosis="yes"),
        "thin bones, an arm that works",
    ),
    # ambiguous: a bump of the jaw or face at 65 is a hit to the head ("head as in B14 to 17").
    ("C10", C, E, caller("jaw_face", "65_plus", **fall("lt_2w")), "the face, 65"),
    *(
        ("C10", S, C, caller(p, "65_plus", **bump("longer")), f"an old bump, 65, {p}")
        for p in ("shoulder_arm", "leg")
    ),
    ("C10", S, C, caller("shoulder_arm", "65_plus", injury="unsure"), "perhaps a bump"),
    *(
        (
            "C2",
            S,
            S,
            caller(p, age, injury="unsure"),
            f"1b: not sure of an injury is a no, {p}, {age}",
        )
        for p in ("lower_back", "shoulder_arm", "neck")
        for age in UNDER_65
    ),
)

LAWS_C = (
    *(
        law
        for finding, answers in (
            *(
                ("injury_serious", caller(p, age, **fall(when), limb_use_ok="yes"))
                for p in ("neck", "lower_back", "leg")
                for age in ("25_39", "65_plus")
                for when in ("lt_2d", "lt_2w", "longer", "unsure")
            ),
            *(
                (sign, caller(p, **crash(when), fast="no"))
                for sign in ("numb_tingling", "limb_weakness")
                for p in ("neck", "lower_back")
                for when in ("lt_2d", "lt_2w")
            ),
            ("meningitis_signs", caller("neck", fever="yes")),
            ("gate_fever", caller("neck", new_headache="yes", headache_sudden="no")),
            ("head_eyes_pulled", caller("neck", medicine_trigger="yes", medicine_which="other")),
            ("medicine_trigger", caller("neck", head_eyes_pulled="yes", medicine_which="other")),
            *(
                ("both_legs_symptoms", caller(p, "65_plus", spread_since=new, **OLD))
                for p in ("lower_back", "leg")
                for new in ("new", "steady", "before", "unsure")
            ),
            *(("limp", caller("leg", "12_17", **more)) for more in ({}, {"gate_fever": "yes"})),
            *(
                ("belly_groin_pain", caller("lower_back", age, groin_or_belly=where))
                for age in ("25_39", "50_55", "56_64")
                for where in ("belly", "side", "groin", "unsure")
            ),
            ("dark_urine", caller("leg")),
            *(
                ("jaw_lock_swallow", caller("jaw_face", jaw_since=week, **more))
                for week in ("yes", "no", "unsure")
                for more in ({}, {"dirty_wound": "yes"})
            ),
            *(("limb_threat", caller("leg", cold_when=new)) for new in ("yes", "no", "unsure")),
            ("known_condition", caller("leg")),
        )
        for law in laws("A1", finding, ("no", "unsure", "yes"), answers)
    ),
    *laws("A6", "spread_since", ("steady", "new"), caller("lower_back", both_legs="yes", **OLD)),
    *laws("A6", "spread_since", ("before", "unsure"), caller("leg", both_legs="yes", **OLD)),
    *laws("A6", "jaw_since", ("no", "yes"), caller("jaw_face", jaw_lock_swallow="yes")),
    *laws("A6", "cold_when", ("no", "unsure", "yes"), caller("leg", limb_threat="yes")),
    *laws(
        "C8",
        "groin_or_belly",
        ("side", "unsure", "belly"),
        caller("lower_back", "25_39", belly_groin_pain="yes"),
        caller("lower_back", "56_64", belly_groin_pain="yes"),
    ),
)

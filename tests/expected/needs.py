"""What each rule needs, and what takes it back: every answer counts (3c).

A value written "a|b" means either; the first is the one that is played. The ids are those of the
content, so that each way to meet a rule of the knowledge base has its own row.
"""

from typing import NamedTuple

from expected.writing import C24, EA, NO_GATES, RIB_MIMIC, SPINE, UPPER, C, E, told
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


BACK, CHEST_WALL = "|".join(SPINE), "|".join(UPPER)
BACK_OR_LEG = "neck|upper_back_ribs|lower_back|leg|neck_arm|lower_back_leg"
BELLY = "lower_back|upper_back_ribs|lower_back_leg"
NECK = "neck|neck_arm"
LEG = "leg|lower_back_leg"
LIMB = "leg|shoulder_arm"
OLDER = "50_64|65_plus"
LONG = "gt_6w|recurring"
PAST = f"lt_2w|2_6w|{LONG}"
"""Beyond the first two days."""
CANAL = {"walk_bend_relief": "yes", "duration": "gt_6w", "worsening": "no", **NO_GATES}
"""The old and steady pattern of a narrowed canal, in somebody who is otherwise well."""

NEEDS = (
    needs("R01", EA, chest="yes"),
    needs("R01b", EA, faint="yes"),
    needs("R02", EA, autonomic_with_pain="yes", place=CHEST_WALL),
    needs("R03", E, exertional_pain="yes", place=CHEST_WALL),
    needs("R03.unsure", C24, exertional_pain="unsure", place=CHEST_WALL),
    needs("R04", EA, stroke="yes"),
    needs("R05", E, saddle="yes"),
    needs("R05.unsure", E, saddle="unsure", place=BACK_OR_LEG),
    needs("R06", E, both_legs="yes"),
    needs("R06x", C24, both_legs="yes", **CANAL),
    needs("R07", E, gait="yes", duration="lt_2d|lt_2w|2_6w|unsure"),
    needs("R07.2", E, gait="yes", fast="yes"),
    needs("R07.unsure", E, gait="unsure", place=BACK_OR_LEG),
    needs("R08", C24, gait="yes", duration=LONG),
    needs("R08.2", C, gait="yes", duration=LONG, walk_bend_relief="yes", worsening="no"),
    needs("R08b", E, both_hands="yes", gait="yes|unsure"),
    needs("R08c", C24, both_hands="yes", place=NECK),
    needs("R08c.2", C24, both_hands="yes", duration="lt_2d|lt_2w|2_6w|recurring|unsure"),
    needs("R08c.3", C24, both_hands="yes", worsening="yes|unsure"),
    needs("R08c.4", C, both_hands="yes", hand_shake_relief="yes", worsening="no"),
    needs("R09", E, limb_weakness="yes", fast="yes|unsure"),
    needs("R09.2", E, limb_weakness="unsure", fast="yes"),
    needs("R09.unsure", E, fast="unsure", place=BACK_OR_LEG),
    needs("R10", C24, limb_weakness="yes", fast="no"),
    needs("R10.2", C, limb_weakness="yes", fast="no", duration="gt_6w", worsening="no"),
    needs("R11", E, injury_serious="yes"),
    needs("R11.2", EA, injury_serious="yes", place=NECK),
    needs("R11.3", EA, injury_serious="yes", age="65_plus"),
    needs("R12", C24, injury="yes", age="65_plus"),
    needs("R12.2", C24, injury="yes", fragile_bones="yes"),
    needs("R12.3", E, injury="yes", age="65_plus", pain="severe"),
    needs("R12.4", E, injury="yes", fragile_bones="yes", pain="severe"),
    needs("R12b", C24, injury="yes", numb_tingling="yes"),
    needs("R12b.2", C24, injury="yes", limb_weakness="yes"),
    needs("R13", C24, fragile_bones="yes", place=BACK, pain="severe"),
    needs("R14", EA, meningitis_signs="yes"),
    needs("R15", E, fever="yes", place=BACK, infection_risk="yes"),
    needs("R15.2", E, fever="yes", place=BACK, constant_night_pain="yes"),
    needs("R15.3", E, fever="yes", place=BACK, limb_weakness="yes"),
    needs("R15.4", E, fever="yes", place=BACK, numb_tingling="yes"),
    needs("R15.5", E, fever="yes", place=BACK, pain="severe"),
    needs("R16", C24, infection_risk="yes", place=BACK, constant_night_pain="yes"),
    needs("R16.2", C24, infection_risk="yes", place=BACK, worsening="yes"),
    needs("R16.3", C24, infection_risk="yes", place=BACK, limb_weakness="yes"),
    needs("R16.4", C24, infection_risk="yes", place=BACK, numb_tingling="yes"),
    needs("R17", C24, fever="yes"),
    needs("R18", EA, vascular_neck_signs="yes"),
    needs("R19", EA, jaw_lock_swallow="yes"),
    needs("R19.2", EA, medicine_trigger="yes", head_eyes_pulled="yes"),
    needs("R19.unsure", E, medicine_trigger="unsure", head_eyes_pulled="yes"),
    needs("R20", E, dirty_wound="yes", widespread_spasms="yes"),
    needs("R20.2", E, dirty_wound="yes", jaw_lock_swallow="yes|unsure"),
    needs("R21", E, dark_urine="yes"),
    needs("R22", E, limb_threat="yes"),
    needs("R23", C24, one_leg_swollen="yes"),
    needs("R24", E, cancer_history="yes", place=BACK, limb_weakness="yes"),
    needs("R24.2", E, cancer_history="yes", place=BACK, numb_tingling="yes"),
    needs("R24.3", E, cancer_history="yes", place=BACK, both_legs="yes"),
    needs("R24.4", E, cancer_history="yes", place=BACK, gait="yes"),
    needs("R24.5", E, cancer_history="yes", place=LIMB, travels_line="yes", limb_weakness="yes"),
    needs("R24.6", E, cancer_history="yes", place=LIMB, travels_line="yes", numb_tingling="yes"),
    needs("R24.7", E, cancer_history="yes", place=LIMB, travels_line="yes", both_legs="yes"),
    needs("R24.8", E, cancer_history="yes", place=LIMB, travels_line="yes", gait="yes"),
    needs("R25", C24, cancer_history="yes", place=BACK),
    needs("R25.2", C24, cancer_history="yes", place=LIMB, travels_line="yes"),
    needs("R26", C24, weight_loss_or_lump="yes"),
    needs("R27", C24, constant_night_pain="yes"),
    needs("R28", E, heart_flutter_mouth_tingle="yes", widespread_spasms="yes"),
    needs("R28.2", E, heart_flutter_mouth_tingle="yes", fluid_loss_sweat="yes"),
    needs("R28.3", E, heart_flutter_mouth_tingle="yes", place="widespread"),
    needs("R29", C24, widespread_spasms="yes", fluid_loss_sweat="yes"),
    needs("R29.2", C24, widespread_spasms="yes", medicine_trigger="yes"),
    needs("R30", C, widespread_spasms="yes"),
    needs("R31", C24, medicine_trigger="yes", widespread_spasms="yes"),
    needs("R31.2", C24, medicine_trigger="yes", limb_weakness="yes"),
    needs("R31.3", C24, medicine_trigger="yes", place="widespread"),
    needs("R32", C, muscle_thinning="yes"),
    needs("R33", C24, cramp_over_10_min="yes"),
    needs("R34", C24, one_side_rash="yes"),
    needs("R34.2", E, one_side_rash="yes", place="jaw_face"),
    needs("R34.unsure", C24, one_side_rash="unsure", place="jaw_face"),
    needs("R35", C24, pregnant="yes", place=f"upper_back_ribs|lower_back|{LEG}"),
    needs("R36", C24, adult="no"),
    needs("R36.2", E, adult="no", saddle="yes"),
    needs("R36.3", E, adult="no", gait="yes"),
    needs("R36.4", E, adult="no", constant_night_pain="yes"),
    needs("R36.5", E, adult="no", limb_weakness="yes"),
    needs("R36.6", E, adult="no", both_legs="yes"),
    needs("R37", E, pain="severe", duration="lt_2d", place=f"{CHEST_WALL}|widespread"),
    needs("R37.2", E, pain="severe", duration="lt_2d", belly_groin_pain="yes|unsure"),
    needs("R38", C24, pain="severe"),
    needs("R38b", E, belly_groin_pain="yes", place=BELLY, age=OLDER, duration="lt_2d|lt_2w"),
    needs(
        "R38b.unsure",
        C24,
        belly_groin_pain="unsure",
        place=BELLY,
        age=OLDER,
        duration="lt_2d|lt_2w",
    ),
    needs("R38c", C24, belly_groin_pain="yes", place=BELLY),
    needs("R38c.2", C, belly_groin_pain="yes", place=BELLY, duration="gt_6w"),
    needs("R38d", C24, pain_never_changes="yes", place=CHEST_WALL),
    needs("R38d.2", C, pain_never_changes="yes", place=CHEST_WALL, age="under_50", pain="mild"),
    needs("R39", C24, deep_breath_sharp="yes", place="upper_back_ribs"),
    needs("R39.2", E, deep_breath_sharp="yes", one_leg_swollen="yes"),
    needs("R39.unsure", C, deep_breath_sharp="unsure", place="upper_back_ribs"),
    needs("R40", C, exertional_pain="yes", place=LEG),
    needs("R41", C, known_condition="yes", widespread_spasms="yes"),
    needs("R41.2", C, known_condition="yes", sock_glove="yes"),
    needs("R41.3", C, known_condition="yes"),
    needs("R42", C, duration=LONG),
    needs("R43", C, duration="2_6w", worsening="yes|unsure"),
    needs("R43.2", C, worsening="yes"),
    needs("R44", C, numb_tingling="yes"),
    needs("R44.2", C, travels_line="yes"),
    needs("R44.3", C, electric_shooting="yes"),
    needs("R44.4", C, sock_glove="yes"),
    needs("R44.5", C, place="widespread"),
    needs("R44.6", C, age="50_64|65_plus"),
    needs("R45", C, low_mood="yes"),
    needs("heard_wrong", C24, read_back="no"),
    # A danger sign told with another place is no milder than its "not sure" (3b).
    needs("sign_alone", E, autonomic_with_pain="yes"),
    needs("sign_alone.2", C, exertional_pain="yes"),
    needs("sign_alone.3", C24, fast="yes"),
    needs("sign_alone.4", E, head_eyes_pulled="yes"),
    needs("sign_alone.5", C24, heart_flutter_mouth_tingle="yes"),
    needs("sign_alone.6", C, belly_groin_pain="yes"),
    needs("sign_alone.7", C, pain_never_changes="yes"),
    needs("sign_alone.8", C, pregnant="yes"),
)

SPARES = (
    Spares("sign_alone.2", told(exertional_pain="yes"), told(place=CHEST_WALL)),
    Spares("R06", told(both_legs="yes"), told(**CANAL)),
    Spares("R08", told(gait="yes", duration="gt_6w"), told(walk_bend_relief="yes", worsening="no")),
    *(
        Spares(rule, answers, told(hand_shake_relief="yes", worsening="no"))
        for rule, answers in (
            ("R08c", told(both_hands="yes", place="neck")),
            ("R08c.2", told(both_hands="yes", duration="lt_2d")),
        )
    ),
    Spares("R10", told(limb_weakness="yes", fast="no"), told(duration="gt_6w", worsening="no")),
    Spares("R11", told(injury_serious="yes"), told(place=NECK)),
    Spares("R34", told(one_side_rash="yes"), told(place="jaw_face")),
    Spares("R38c", told(belly_groin_pain="yes", place="lower_back"), told(duration="gt_6w")),
    Spares("R38d", told(pain_never_changes="yes", place="neck"), told(age="under_50", pain="mild")),
    Spares(
        "R39",
        told(deep_breath_sharp="yes", place="upper_back_ribs"),
        {
            **{
                name: value
                for name, value in RIB_MIMIC.items()
                if name not in {"deep_breath_sharp", "main_region"}
            },
            "pain_level": "moderate|mild",
        },
    ),
    *(
        Spares("R44.6", told(age="65_plus"), {sign: "yes"})
        for sign in ("on_off_spasm", "hard_knot", "recent_overuse", "gate_injury")
    ),
    Spares("R40", told(exertional_pain="yes", place="leg"), told(walk_bend_relief="yes")),
)

WORDS = {
    "said_chest": (EA, "", ""),
    "said_breath": (EA, "", ""),
    "said_stroke": (EA, "", ""),
    "said_cauda": (E, "", ""),
    "said_paralysis": (E, "sudden_call", ""),
    "said_faint": (EA, "", ""),
    "said_overdose": (EA, "", "overdose"),
    "said_self_harm": (EA, "", "self_harm"),
}
"""Words that act at once: level, extra sentence, and what to do instead (2, free speech)."""

SCREENS = {"life_threat": EA, "neck_danger": EA, "jaw_danger": EA}
"""Screens on which one yes acts at once (3e)."""

FELT = {"on_off_spasm", "hard_knot", "tender_press"}
NERVE_SIGNS = {
    *("numb_tingling", "travels_line", "limb_weakness"),
    *("electric_shooting", "burning_pain", "touch_hurts"),
}
EXPLAINS = {"on_off_spasm", "hard_knot", "recent_overuse", "gate_injury"}
NOT_THE_FACE = "neck|shoulder_arm|upper_back_ribs|lower_back|leg|neck_arm|lower_back_leg|widespread"

FOLLOWS: tuple[tuple[str, Answers, Answers], ...] = (
    ("nerve_sign", told(limb_weakness="yes|unsure"), told(numb_tingling="no", travels_line="no")),
    ("nerve_sign", told(numb_tingling="yes|unsure"), told(limb_weakness="no", travels_line="no")),
    ("nerve_sign", told(travels_line="yes|unsure"), told(limb_weakness="no", numb_tingling="no")),
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
    ("warmth_suits", told(duration=f"lt_2d|{PAST}", on_off_spasm="yes", injury="no"), {}),
    ("thirsty_muscle", told(on_off_spasm="yes"), told(fluid_loss_sweat="no")),
    ("thirsty_muscle", told(fluid_loss_sweat="yes"), told(on_off_spasm="no")),
    *(
        (name, {sign: "yes"}, dict.fromkeys(others - {sign}, "no") | beside)
        for name, others, beside in (
            ("nerve_own", NERVE_SIGNS, told(place="leg")),
            ("muscle_felt", FELT, {}),
            ("muscle_own", FELT | {"recent_overuse"}, {}),
            ("shocks_or_burning", {"electric_shooting", "burning_pain"}, {}),
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
)
"""A derived finding holds while the first answers are as written, beside the second ones (2e)."""

"""Which answers lead to which leaning, and how low it lets the level be (4d)."""

from skill.triage.knowledge import NO, UNSURE, YES, Answers, Level


def sounds(place: str, yes: str, no: str = "", unsure: str = "") -> Answers:
    """Return answers from lists of findings, separated by blanks."""
    return {
        "main_region": place,
        **dict.fromkeys(yes.split(), YES),
        **dict.fromkeys(no.split(), NO),
        **dict.fromkeys(unsure.split(), UNSURE),
    }


NERVY = "numb_tingling travels_line electric_shooting past_knee_elbow limb_worse_than_spine"
NERVE = sounds("lower_back", NERVY, "limb_weakness on_off_spasm hard_knot tender_press")
MUSCLE = sounds(
    "lower_back",
    "on_off_spasm hard_knot tender_press recent_overuse",
    "numb_tingling travels_line limb_weakness",
)
RIB = sounds(
    "upper_back_ribs",
    "deep_breath_sharp recent_overuse",
    "gate_chest_breath_tearing gate_fever autonomic_with_pain exertional_pain one_leg_swollen "
    "clot_risk clot_before cancer_history numb_tingling travels_line",
) | {"age_band": "25_39", "pain_level": "mild"}
BOTH = sounds(
    "leg", "numb_tingling travels_line on_off_spasm hard_knot tender_press", "limb_weakness"
)
DENIED = sounds("leg", "", "numb_tingling travels_line limb_weakness hard_knot tender_press")
"""Neither nerve nor muscle: only who denies every sign of a nerve may stay at home."""

LABELS = [
    ("systemic", MUSCLE | {"widespread_spasms": YES}, "spasms in many places"),
    ("systemic", MUSCLE | {"main_region": "widespread"}, "all over"),
    ("systemic", NERVE | {"sock_glove": YES}, "socks or gloves"),
    ("systemic", RIB | {"widespread_spasms": YES, "one_side_rash": YES}, "before rash and rib"),
    ("skin", MUSCLE | {"one_side_rash": YES}, "a rash where it hurts"),
    ("skin", RIB | {"one_side_rash": YES}, "before the rib joint"),
    ("rib_joint", RIB, "the rib-joint test passes"),
    ("rib_joint", RIB | {"hand_shake_relief": YES}, "before another pinch point"),
    ("pinch_wrist", NERVE | {"hand_shake_relief": YES}, "the wrist, before the nerve"),
    ("pinch_wrist", BOTH | {"hand_shake_relief": YES, "arm_overhead_worse": YES}, "before mixed"),
    ("pinch_collarbone", NERVE | {"arm_overhead_worse": YES}, "the collarbone"),
    ("pinch_lower_spine", NERVE | {"walk_bend_relief": YES}, "the narrowed canal"),
    ("mixed", BOTH, "both scales"),
    (
        "mixed",
        sounds(
            "upper_back_ribs",
            "limb_weakness on_off_spasm hard_knot tender_press recent_overuse",
            "numb_tingling travels_line",
        ),
        "muscle, with a weak limb",
    ),
    (
        "mixed",
        sounds(
            "jaw_face",
            "numb_tingling travels_line on_off_spasm hard_knot tender_press",
            "limb_weakness electric_shooting burning_pain",
        ),
        "muscle, with numbness along a line, though the nerve scale is low",
    ),
    ("nerve", NERVE, "the nerve scale"),
    ("muscle", MUSCLE, "the muscle scale, all three nerve signs denied"),
    ("unclear", MUSCLE | {"numb_tingling": UNSURE}, "not sure of numbness does not count as no"),
    ("unclear", MUSCLE | {"travels_line": UNSURE}, "nor of a line"),
    ("unclear", MUSCLE | {"limb_weakness": UNSURE}, "nor of weakness"),
    ("unclear", DENIED, "neither"),
]

FLOORS = {
    "systemic": Level.CONSULTATION,
    "skin": Level.SELF_CARE,
    "rib_joint": Level.SELF_CARE,
    "pinch_wrist": Level.CONSULTATION,
    "pinch_collarbone": Level.CONSULTATION,
    "pinch_lower_spine": Level.CONSULTATION,
    "mixed": Level.CONSULTATION,
    "nerve": Level.CONSULTATION,
    "muscle": Level.SELF_CARE,
}
"""How low a result may be; "unclear" is below."""

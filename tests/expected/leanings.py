"""Which answers lead to which leaning, how strongly it is said, and when it is told at all.

Typed from the second edition of the clinical knowledge base, D; what it leaves as it was, from 4c.
"""

from itertools import product
from typing import NamedTuple

from skill.triage.knowledge import NO, UNSURE, YES, Answers


def sounds(place: str, yes: str, no: str = "", unsure: str = "") -> Answers:
    """Return answers from lists of findings, separated by blanks."""
    return {
        "main_region": place,
        **dict.fromkeys(yes.split(), YES),
        **dict.fromkeys(no.split(), NO),
        **dict.fromkeys(unsure.split(), UNSURE),
    }


NERVY = "numb_tingling travels_line burn_or_shock past_knee_elbow limb_worse_than_spine"
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
"""Neither nerve nor muscle."""
OLDER = {"age_band": "50_55"}
ALL_DENIED = "numb_tingling travels_line limb_weakness"

LABELS = [
    # label, degree, answers, reason
    ("skin", "", MUSCLE | {"one_side_rash": YES}, "a rash where it hurts"),
    (
        "skin",
        "",
        sounds("neck", "numb_tingling hand_shake_relief one_side_rash sock_glove"),
        "the rash comes before everything",
    ),
    (
        "pinch_wrist",
        "",
        sounds("shoulder_arm", "numb_tingling hand_shake_relief arm_overhead_worse sock_glove"),
        "the wrist, before socks and gloves and the collarbone",
    ),
    ("pinch_wrist", "", sounds("neck", "hand_shake_relief"), "the neck is a place of the arm"),
    (
        "pinch_wrist",
        "",
        sounds("shoulder_arm", "hand_shake_relief both_hands", "gate_legs_gait"),
        "carpal tunnel on both sides",
    ),
    ("unclear", "", sounds("leg", "hand_shake_relief"), "no wrist in a leg"),
    (
        "unclear",
        "",
        sounds("neck", "hand_shake_relief gate_legs_gait"),
        "an unsteady walk with a neck: the squeezed cord, and no wrist",
    ),
    (
        "unclear",
        "",
        sounds("shoulder_arm", "hand_shake_relief", "", "gate_legs_gait"),
        "perhaps unsteady",
    ),
    *(
        (
            "unclear",
            "",
            sounds("shoulder_arm", f"hand_shake_relief {sign}", "gate_legs_gait"),
            f"{sign}: the squeezed cord, and no wrist",
        )
        for sign in ("both_arms", "limb_clumsy", "bend_shock")
    ),
    ("systemic", "", NERVE | {"sock_glove": YES}, "socks or gloves"),
    ("systemic", "", MUSCLE | {"widespread_spasms": YES}, "spasms in many places"),
    ("systemic", "", MUSCLE | {"main_region": "widespread"}, "all over"),
    ("systemic", "", RIB | {"widespread_spasms": YES}, "before the rib joint"),
    ("rib_joint", "", RIB, "the rib-joint test passes"),
    ("rib_joint", "", RIB | {"arm_overhead_worse": YES}, "before the collarbone"),
    (
        "pinch_collarbone",
        "",
        sounds("shoulder_arm", "numb_tingling arm_overhead_worse"),
        "the collarbone",
    ),
    ("unclear", "", sounds("shoulder_arm", "arm_overhead_worse"), "an arm that is not numb"),
    (
        "pinch_lower_spine",
        "",
        NERVE | OLDER | {"walk_bend_relief": YES, "standing_eases": NO},
        "the narrowed canal, before the nerve",
    ),
    *(
        (
            "unclear",
            "",
            NERVE | OLDER | {"walk_bend_relief": YES, "standing_eases": eases},
            f"standing eases an artery, of which nothing is told: {eases}",
        )
        for eases in (YES, UNSURE)
    ),
    ("nerve", "clearly", NERVE | {"walk_bend_relief": YES}, "nobody young has a narrowed canal"),
    ("mixed", "", BOTH, "both scales"),
    (
        "mixed",
        "",
        sounds("jaw_face", "burn_or_shock touch_hurts on_off_spasm hard_knot", ALL_DENIED),
        "both scales by other signs",
    ),
    (
        "mixed",
        "",
        sounds("upper_back_ribs", "limb_weakness on_off_spasm", "numb_tingling travels_line"),
        "a weak limb, with a muscle",
    ),
    (
        "mixed",
        "",
        sounds(
            "shoulder_arm",
            "numb_tingling travels_line on_off_spasm hard_knot burn_or_shock",
            "past_knee_elbow tender_press limb_weakness recent_overuse",
        ),
        "numb along a line, with a muscle of half a point",
    ),
    (
        "mixed",
        "",
        sounds(
            "neck",
            "numb_tingling on_off_spasm tender_press",
            "travels_line limb_weakness burn_or_shock touch_hurts",
        ),
        "numb, with a muscle, though the nerve scale is low",
    ),
    ("nerve", "clearly", NERVE, "the nerve scale, far above the other"),
    (
        "nerve",
        "somewhat",
        sounds("shoulder_arm", "travels_line", "numb_tingling limb_weakness tender_press"),
        "a line alone, where it is not sore",
    ),
    (
        "nerve",
        "somewhat",
        sounds("leg", "numb_tingling", "travels_line on_off_spasm hard_knot", "limb_weakness"),
        "with not being sure of weakness",
    ),
    ("muscle", "clearly", MUSCLE, "the muscle scale, far above the other"),
    (
        "muscle",
        "somewhat",
        MUSCLE | {"travels_line": UNSURE},
        "not sure of a line: a little more like it",
    ),
    (
        "muscle",
        "somewhat",
        sounds("leg", "recent_overuse", ALL_DENIED),
        "overuse alone is never the stronger degree",
    ),
    ("unclear", "", MUSCLE | {"numb_tingling": UNSURE}, "not sure of numbness is no no"),
    ("unclear", "", MUSCLE | {"limb_weakness": UNSURE}, "nor is it of weakness"),
    (
        "neither",
        "",
        DENIED | {"on_off_spasm": NO, "recent_overuse": NO},
        "everything of either side denied",
    ),
    (
        "unclear_strain",
        "",
        sounds("lower_back", "recent_overuse", f"{ALL_DENIED} on_off_spasm hard_knot tender_press"),
        "no nerve, and a strain",
    ),
    (
        "unclear_no_nerve",
        "",
        sounds("lower_back", "", ALL_DENIED),
        "no nerve; nothing is known of a muscle, and missing nerve signs are no muscle",
    ),
    ("unclear", "", sounds("jaw_face", "", ALL_DENIED), "in a face, no numbness says nothing"),
    ("unclear", "", sounds("lower_back", ""), "no answers"),
    (
        "unclear",
        "",
        sounds("jaw_face", "touch_hurts", f"{ALL_DENIED} on_off_spasm tender_press hard_knot"),
        "in a face, touch alone may be a joint or an artery",
    ),
]

# --- at consultation within 24 hours ------------------------------------------------------------

SEVERE = {"pain_level": "severe", "duration": "lt_2w"}
"""Reaches consultation within 24 hours, and is no sign of another cause."""


def _or_doubted(signs: str) -> tuple[Answers, ...]:
    """Return a yes and a "not sure" of each sign of a list."""
    return tuple({sign: value} for sign, value in product(signs.split(), (YES, UNSURE)))


ANOTHER_CAUSE: tuple[Answers, ...] = (
    *_or_doubted(
        "gate_chest_breath_tearing gate_faint_seizure too_dizzy_to_stand gate_stroke "
        "gate_saddle_bladder_bowel saddle_open gate_fever very_ill autonomic_with_pain "
        "exertional_pain new_headache headache_sudden sight_change swallow_trouble "
        "meningitis_signs fever_headache scalp_sore jaw_tires shoulders_stiff jaw_lock_swallow "
        "head_eyes_pulled belly_groin_pain testicle_pain pregnancy_danger pain_never_changes "
        "injury_serious injury_high limb_bent weight_loss new_lump constant_night_pain "
        "one_leg_swollen one_arm_swollen limb_threat muscle_rock_hard dark_urine heart_flutter "
        "mouth_tingle cramp_over_10_min muscle_thinning foot_rest_pain limp one_side_rash rash_eye "
        "ache_wide widespread_spasms"
    ),
    *_or_doubted("both_hands both_arms limb_clumsy bend_shock"),
    *_or_doubted("cancer_history gate_injury deep_breath_sharp"),
    *_or_doubted("osteoporosis steroid_pills"),
    *_or_doubted("recent_infection spine_surgery immune_weak drugs_injected"),
    {"gate_saddle_bladder_bowel": YES, "saddle_since": "steady", "duration": "gt_6w"},
    {"spine_shot": UNSURE},
    {"spine_shot": YES, "shot_since": YES},
    {"spine_shot": YES, "shot_since": UNSURE},
)
"""Any danger sign but those of a nerve; the squeezed cord; an old cancer, an injury, a sharp
breath, thin bones, a risk of infection. Beside none of these is any of the three told then."""

OF_THE_CORD = ("gate_saddle_bladder_bowel", "gate_legs_gait", "both_legs_symptoms")
"""Nor, with an arm, beside a doubt about these."""

NOT_BESIDE_A_MUSCLE: tuple[Answers, ...] = (
    *_or_doubted("both_legs_symptoms weakness_severe_or_fast gate_legs_gait"),
    {"limb_weakness": UNSURE},
    {"worsening": "worse"},
    {"worsening": UNSURE},
)
"""Nor is a muscle told beside these."""

OF_A_NERVE: dict[str, Answers] = {
    "weak": {"limb_weakness": YES, "weakness_severe_or_fast": NO},
    "worse": {"worsening": "worse"},
    "pregnant": {"pregnant": YES},
}
"""What is no sign of another cause than a nerve."""

# --- textbook callers ---------------------------------------------------------------------------


class Caller(NamedTuple):
    """Somebody out of a textbook, and what they may hear."""

    what: str
    answers: Answers
    leaning: str

    def __str__(self) -> str:
        return self.what


ADULT = {"age_band": "25_39", "duration": "lt_2w", "pain_level": "moderate"}
OLD = {"duration": "gt_6w"}


def _caller(what: str, leaning: str, place: str, yes: str, **more: str) -> Caller:
    return Caller(what, {**ADULT, **sounds(place, yes), **more}, leaning)


TEXTBOOK = (
    _caller(
        "sciatica with tingling",
        "nerve",
        "lower_back_leg",
        "numb_tingling travels_line past_knee_elbow limb_worse_than_spine cough_worse",
    ),
    _caller(
        "sciatica without tingling",
        "nerve",
        "lower_back_leg",
        "travels_line past_knee_elbow limb_worse_than_spine burn_or_shock cough_worse",
    ),
    _caller(
        "a pinched nerve of the neck",
        "nerve",
        "neck_arm",
        "numb_tingling travels_line past_knee_elbow neck_move_arm burn_or_shock",
    ),
    _caller(
        "the nerve at the elbow", "nerve", "shoulder_arm", "numb_tingling past_knee_elbow", **OLD
    ),
    _caller(
        "the nerve of the outer thigh",
        "nerve",
        "leg",
        "numb_tingling burn_or_shock touch_hurts",
        **OLD,
    ),
    _caller("carpal tunnel", "nerve", "shoulder_arm", "numb_tingling hand_shake_relief", **OLD),
    _caller(
        "carpal tunnel on both sides",
        "nerve",
        "shoulder_arm",
        "numb_tingling hand_shake_relief both_hands",
        **OLD,
    ),
    _caller(
        "the nerve of the face",
        "nerve",
        "jaw_face",
        "burn_or_shock touch_hurts",
        age_band="50_55",
        pain_level="moderate",
        **OLD,
    ),
    _caller(
        "a narrowed canal at 70",
        "nerve",
        "lower_back_leg",
        "numb_tingling walk_bend_relief past_knee_elbow",
        age_band="65_plus",
        **OLD,
    ),
    _caller(
        "a simple spasm of the back",
        "muscle",
        "lower_back",
        "on_off_spasm hard_knot tender_press recent_overuse",
    ),
    _caller("a wry neck", "muscle", "neck", "hard_knot tender_press", duration="lt_2d"),
    _caller(
        "a strain without a cramp",
        "muscle",
        "shoulder_arm",
        "recent_overuse tender_press hard_knot",
    ),
    _caller("a cramp at night", "muscle", "leg", "on_off_spasm hard_knot tender_press"),
    _caller(
        "a nerve and the muscle that guards it",
        "mixed",
        "lower_back_leg",
        "numb_tingling travels_line past_knee_elbow on_off_spasm hard_knot tender_press",
    ),
    _caller("a joint", "neither", "leg", "", recent_overuse=NO, **OLD),
    _caller("a joint of the shoulder", "neither", "shoulder_arm", "", recent_overuse=NO, **OLD),
    _caller("pain all over", "other", "widespread", "tender_press", **OLD),
    _caller("socks", "other", "leg", "numb_tingling burn_or_shock sock_glove", **OLD),
)
"""None may hear the wrong one; unclear is not wrong."""

"""Where a sign that reaches a level by itself is not asked, and why (clinical-2, A2).

Everything else is asked wherever it can hurt: of everyone, after an answer that calls for it, or
while it is open which of the two it sounds more like.
"""

from typing import NamedTuple

from expected.well import AGES, CHILDREN, OLDER, UNDER_50
from expected.writing import REGIONS


class NotAsked(NamedTuple):
    """Signs that are not asked in these places at these ages, with the reason."""

    signs: tuple[str, ...]
    places: tuple[str, ...]
    ages: tuple[str, ...]
    reason: str


def but(*places: str) -> tuple[str, ...]:
    """Return every place but these."""
    return tuple(place for place in REGIONS if place not in places)


HEAD = ("neck", "neck_arm", "jaw_face")
ARM, LEG = ("shoulder_arm", "neck_arm"), ("leg", "lower_back_leg")
BACK_OR_LEG = ("lower_back", "lower_back_leg", "leg")
YOUNG = (*CHILDREN, *UNDER_50)
PAST_55 = ("56_64", "65_plus")
GROWN = tuple(age for age in AGES if age not in CHILDREN)

NOT_ASKED = (
    NotAsked(
        ("keeps_coming_back",), REGIONS, AGES, "heard when said; since when is asked of this bout"
    ),
    NotAsked(
        ("autonomic_with_pain",),
        BACK_OR_LEG,
        YOUNG,
        "heart pain is felt above the waist (CG95); below it the great artery is meant, from 50",
    ),
    NotAsked(("autonomic_with_pain",), ("widespread",), AGES, "the heart is not felt all over"),
    NotAsked(
        ("exertional_pain", "pain_never_changes"),
        BACK_OR_LEG,
        YOUNG,
        "of the leg the arteries are meant, of the back the great one, both from 50",
    ),
    NotAsked(("exertional_pain",), ("lower_back",), OLDER, "the leg shows it, and is asked there"),
    NotAsked(
        ("new_headache", "headache_sudden", "sight_change", "swallow_trouble"),
        but(*HEAD),
        AGES,
        "an artery of neck or temple hurts in neck, face and head; stroke is asked of everyone",
    ),
    NotAsked(
        ("scalp_sore", "jaw_tires", "shoulders_stiff"),
        REGIONS,
        YOUNG,
        "inflamed arteries are a disease from 50 (GCA)",
    ),
    NotAsked(
        ("scalp_sore", "jaw_tires", "shoulders_stiff"),
        but(*HEAD, "shoulder_arm"),
        OLDER,
        "inflamed arteries hurt in head, jaw, neck and shoulders (GCA)",
    ),
    NotAsked(
        ("injury_high",),
        but("neck", "neck_arm"),
        AGES,
        "height and speed decide of a neck (CCR); a crash or a big fall is asked of every place",
    ),
    NotAsked(
        ("rash_eye",), but(*HEAD), AGES, "eye and ear are of the head; a rash is asked everywhere"
    ),
    NotAsked(
        ("standing_eases",),
        but(*BACK_OR_LEG),
        AGES,
        "standing eases an artery of the leg, or a narrowed canal of the low back (PAD)",
    ),
    NotAsked(
        ("standing_eases",), BACK_OR_LEG, YOUNG, "both are of 50 and on, and asked after bending"
    ),
    NotAsked(("one_arm_swollen",), but(*ARM), AGES, "no arm in the place (DVT)"),
    NotAsked(
        ("one_leg_swollen",),
        but(*LEG, "upper_back_ribs"),
        AGES,
        "no leg in the place; with ribs after a sharp breath (DVT)",
    ),
    NotAsked(("limb_threat", "limb_bent"), but(*ARM, *LEG), AGES, "no limb in the place (ALI)"),
    NotAsked(
        ("cramp_over_10_min", "muscle_rock_hard"),
        but("shoulder_arm", *LEG),
        AGES,
        "pressure cuts off the blood of a limb (COMP)",
    ),
    NotAsked(("foot_rest_pain",), but(*LEG), AGES, "of a foot, and arteries close from 50 (CG147)"),
    NotAsked(("foot_rest_pain",), LEG, YOUNG, "arteries of the leg close from 50 (CG147)"),
    NotAsked(
        ("both_legs_symptoms",), but(*BACK_OR_LEG), AGES, "weak or numb legs are asked of everyone"
    ),
    NotAsked(
        ("saddle_open",), but(*BACK_OR_LEG), AGES, "the gate is asked of everyone; this is its echo"
    ),
    NotAsked(
        ("saddle_open",), BACK_OR_LEG, CHILDREN, "a child hears the gate, and no echo of it (E7)"
    ),
    NotAsked(("both_arms",), but(*HEAD, "shoulder_arm"), AGES, "clumsy hands are asked elsewhere"),
    NotAsked(
        ("both_arms",),
        ("shoulder_arm",),
        CHILDREN,
        "a child is asked whether a limb is numb, weak or clumsy, and then of both hands (CHILD)",
    ),
    NotAsked(("both_arms", "limb_clumsy"), ("jaw_face",), AGES, "face and limb are asked there"),
    NotAsked(
        ("both_hands",),
        (*BACK_OR_LEG, "jaw_face"),
        AGES,
        "numb on both sides is asked as socks there; clumsy hands everywhere but the jaw",
    ),
    NotAsked(("bend_shock",), but("neck", "neck_arm"), AGES, "the cord in the neck (DCMBMJ)"),
    NotAsked(
        ("muscle_thinning",),
        but("widespread"),
        AGES,
        "a slow sign, and weakness is asked of everyone; spasms all over ask it",
    ),
    NotAsked(("limp",), REGIONS, GROWN, "a child's sign (CHILD); of others use of the leg"),
    NotAsked(("limp",), but(*LEG), CHILDREN, "a child's leg (CHILD)"),
    NotAsked(
        ("deep_breath_sharp",),
        but("upper_back_ribs"),
        AGES,
        "the chest wall; trouble breathing is asked of everyone",
    ),
    NotAsked(
        ("pregnant", "pregnancy_danger", "belly_groin_pain"),
        ("jaw_face",),
        AGES,
        "what the diaphragm feels goes to the shoulder, not to the jaw (NG126)",
    ),
    NotAsked(("pregnant", "pregnancy_danger"), REGIONS, PAST_55, "too old to be pregnant"),
    NotAsked(("pregnant", "pregnancy_danger"), REGIONS, ("lt_12",), "too young to be pregnant"),
    NotAsked(
        ("belly_groin_pain",),
        ("neck", "shoulder_arm", "neck_arm"),
        PAST_55,
        "up there it is asked for a pregnancy; the great artery hurts in back and leg (AAA)",
    ),
    NotAsked(
        ("testicle_pain",), REGIONS, (*GROWN[1:],), "a twisted testicle is a matter of under 25"
    ),
    NotAsked(("testicle_pain",), ("jaw_face",), ("18_24",), "no groin pain is asked with a jaw"),
    NotAsked(
        ("head_eyes_pulled",),
        but(*HEAD, "widespread"),
        AGES,
        "a medicine pulls eyes, tongue and jaw; told elsewhere it is heard (DYST)",
    ),
    NotAsked(
        ("head_eyes_pulled",),
        HEAD,
        CHILDREN,
        "a child hears the danger signs alone, and no question on medicines (E7)",
    ),
    NotAsked(
        ("new_lump", "heart_flutter", "mouth_tingle", "jaw_lock_swallow"),
        ("shoulder_arm", "leg"),
        CHILDREN,
        "a child's limb: weight and nights are asked, cramps and the other signs are not (E7)",
    ),
)

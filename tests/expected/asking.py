"""Whom each question is for: every answer counts (second edition, B and F; questions-2).

A value written "a|b" means either; the first is the one that is played. What is asked of everyone
has no row. The ids are those of the steps. Unlike the other tables it was taken from the content as
it stood, and read against the second edition afterwards: it sees what is lost, not what is wrong.
"""

from typing import NamedTuple

from expected.needs import (
    ARM,
    BACK,
    BACK_OR_LEG,
    CHEST_WALL,
    CHILD,
    FADED,
    FIFTIES,
    FROM_A_WEEK,
    GROWN,
    HEAD,
    LEG,
    LIMBS,
    LOW_OR_LEG,
    NECK,
    NECK_OR_RIBS,
    NEW,
    NOT_THE_JAW,
    PAST_55,
)
from expected.writing import told
from skill.triage.knowledge import Answers


class Asked(NamedTuple):
    """A question is for a caller while each of these answers is as written, and only then."""

    step: str
    answers: Answers


def asked(step: str, **answers: str) -> Asked:
    """Return a row of ``ASKED``."""
    return Asked(step, told(**answers))


FROM_FIFTY = f"{FIFTIES}|65_plus"
ANYWHERE = f"{NOT_THE_JAW}|jaw_face"
NOT_DENIED, NOT_SAID = "yes|unsure", "no|unsure"
NOT_LONG_AGO = "lt_2d|lt_2w|unsure"

ASKED = (
    # after the place, and by place (second edition, B and F)
    asked("onset", age=f"{FIFTIES}|18_24|25_39|40_49"),
    asked("injury", age="65_plus|lt_12|12_17"),
    asked("heart", place=f"{CHEST_WALL}|unsure"),
    asked("belly", place=LOW_OR_LEG, age=PAST_55),
    asked("sweat", place=LOW_OR_LEG, age="50_55|unsure"),
    asked("overuse", age="65_plus"),
    asked("head", place=HEAD),
    asked("arm_danger", place=ARM),
    asked("leg_danger", place=LEG),
    asked("jaw_danger", place="jaw_face"),
    asked("all_danger", place="widespread"),
    asked("leg_spread", place=LOW_OR_LEG),
    asked("arm_spread", place="neck|neck_arm|shoulder_arm", age=GROWN),
    asked("breath_rash", place="upper_back_ribs"),
    asked("rib_spread", place="upper_back_ribs"),
    asked("limb", place=NOT_THE_JAW),
    asked("face_limb", place="jaw_face"),
    asked("gca", place=f"{HEAD}|shoulder_arm", age=FROM_FIFTY),
    asked("belly_preg", place=NOT_THE_JAW, age="18_24|25_39|40_49|50_55|unsure"),
    asked("belly_only", place="upper_back_ribs", age=PAST_55),
    asked("belly_child", age=CHILD),
    asked("course", duration=FROM_A_WEEK, age=GROWN),
    asked("cancer", age=GROWN),
    asked("infection", place=BACK, duration=NEW, age=GROWN),
    asked("immune", place=BACK, duration=NEW, recent_overuse=NOT_SAID, age=GROWN),
    asked("bones", place=BACK, age=GROWN),
    asked("night_upper", place=CHEST_WALL, age=GROWN),
    asked("night", place=f"{LOW_OR_LEG}|widespread|unsure"),
    asked("night_child", place=CHEST_WALL, age=CHILD),
    asked("foot_rest", place=LEG, age=FROM_FIFTY),
    asked("cause", place=f"{LIMBS}|neck|lower_back", recent_overuse=NOT_SAID, age=GROWN),
    asked("medicine", place="widespread"),
    asked("medicine_itself", place="upper_back_ribs|jaw_face", recent_overuse=NOT_SAID, age=GROWN),
    asked("fluids", place="widespread"),
    asked("wound_thin", place="widespread", age=GROWN),
    asked("illness", place="widespread", age=GROWN),
    asked("jaw_nerve", place="jaw_face", age=GROWN),
    asked("cramp", place=f"{BACK_OR_LEG}|shoulder_arm|jaw_face|unsure", age=GROWN),
    asked("hard", place="shoulder_arm|leg|lower_back_leg", on_off_spasm=NOT_DENIED),
    asked(
        "hard_injury",
        place="shoulder_arm|leg|lower_back_leg",
        injury="yes",
        injury_when=NOT_LONG_AGO,
    ),
    asked(
        "hard_strain",
        place="shoulder_arm|leg|lower_back_leg",
        recent_overuse="yes",
        duration="lt_2d|lt_1w|unsure",
        age=GROWN,
    ),
    # of the gates (A6)
    asked("ask_stroke_when", stroke=NOT_DENIED),
    asked("ask_saddle_since", saddle=NOT_DENIED),
    asked("saddle_time", saddle=NOT_DENIED, saddle_since="steady"),
    asked("ask_legs_since", gait=NOT_DENIED),
    asked("legs_time", gait=NOT_DENIED, legs_since="steady"),
    asked("legs_fast", gait=NOT_DENIED, legs_since="steady|before"),
    asked("legs_place", gait=NOT_DENIED, legs_since="steady|before"),
    asked(
        "legs_bend", gait=NOT_DENIED, legs_since="steady|before", place=LOW_OR_LEG, age=FROM_FIFTY
    ),
    # of an injury (B14 to B17)
    asked("injury_big", injury="yes"),
    asked("injury_height", place=NECK, injury_serious=NOT_DENIED),
    asked("ask_injury_when", injury=NOT_DENIED),
    asked("injury_bones", injury="yes", injury_when=NOT_LONG_AGO),
    asked("use_limb", place=LIMBS, injury="yes", injury_when=NOT_LONG_AGO),
    asked("bent", limb_use_ok=NOT_SAID),
    asked("thinner", injury="yes", injury_when=NOT_LONG_AGO),
    asked("injury_part", place=LEG, injury="yes", injury_when=NOT_LONG_AGO),
    # of a fever (B1, B19)
    asked("stiff_rash", feverish="yes"),
    asked("fever_infection", feverish="yes"),
    asked("fever_immune", feverish="yes"),
    asked("fever_diabetes", feverish="yes", place=BACK),
    asked("fever_night", feverish="yes", place=BACK),
    asked("ask_shot_since", spine_shot="yes"),
    asked("infection_immune", recent_infection="yes"),
    asked("infection_jaw", recent_infection="yes"),
    # of pain and time (B17, B18, C1)
    asked("ask_pain_78", pain="strong"),
    asked("never", place=LOW_OR_LEG, age=FROM_FIFTY, duration="lt_2d", pain="strong|severe"),
    asked("severe_thinner", place=BACK, duration="lt_2d", pain="strong|severe"),
    asked("severe_part", place="leg", age=FROM_FIFTY, duration="lt_2d", pain="strong|severe"),
    asked("mood", duration="gt_6w", place=ANYWHERE, age=GROWN),
    asked("back_mood", keeps_coming_back="yes", place=ANYWHERE, age=GROWN),
    # of head, heart and jaw (B20, B30, C9)
    asked("ask_headache_sudden", new_headache=NOT_DENIED),
    asked("ask_headache_when", new_headache=NOT_DENIED, headache_sudden=NOT_SAID),
    asked("ask_throat_old", swallow_trouble=NOT_DENIED),
    asked("ask_effort_rest", place=CHEST_WALL, exertional_pain=NOT_DENIED),
    asked("effort_never", place=CHEST_WALL, exertional_pain=NOT_DENIED, effort_rest=NOT_SAID),
    asked("jaw_wound", jaw_lock_swallow=NOT_DENIED),
    asked("ask_jaw_since", jaw_lock_swallow=NOT_DENIED),
    asked("ask_rash_eye", one_side_rash=NOT_DENIED, place=HEAD),
    # of arms, legs and the cord (B22, C5, D)
    asked("ask_cold_when", limb_threat=NOT_DENIED),
    asked("ask_spread_since", both_legs=NOT_DENIED),
    asked("spread_time", both_legs="yes", spread_since="steady"),
    asked("spread_bend", both_legs="yes", spread_since="steady"),
    asked("weak_fast", limb_weakness=NOT_DENIED),
    asked("weak_course", limb_weakness="yes", fast="no", duration="gt_6w"),
    asked("cord", place=NECK, numb_tingling=NOT_DENIED),
    asked("hands", place="upper_back_ribs|shoulder_arm|widespread", numb_tingling=NOT_DENIED),
    asked("hands_clumsy", place=f"{NECK_OR_RIBS}|shoulder_arm|widespread", limb_clumsy=NOT_DENIED),
    asked("hands_course", both_hands=NOT_DENIED, age=GROWN),
    asked("hands_shake", both_hands="yes", worsening=FADED, age=GROWN),
    asked("ask_bend_shock", place=NECK, nerve_sign="yes", numb_tingling="no"),
    asked("ask_saddle_open", place=LOW_OR_LEG, nerve_sign="yes", saddle="no", age=GROWN),
    asked("saddle_what", saddle_open=NOT_DENIED),
    asked(
        "ask_numb_gone",
        numb_tingling=NOT_DENIED,
        limb_weakness="no",
        travels_line="no",
        injury="no",
        age=GROWN,
    ),
    asked("numb_rash", numb_tingling="yes", recent_overuse="yes"),
    asked("numb_rash_place", numb_tingling="yes", place="widespread|unsure"),
    asked("numb_rash_child", numb_tingling="yes", age=CHILD),
    asked("burn_rash", burn_or_shock="yes", age=GROWN),
    asked("walk_bend", place=LOW_OR_LEG, age=FROM_FIFTY, nerve_sign="yes"),
    asked("leg_bend", place=LEG, age=FROM_FIFTY, foot_rest_pain=NOT_SAID),
    asked("standing", place=LOW_OR_LEG, age=FROM_FIFTY, walk_bend_relief="yes"),
    asked("effort_leg", place=LEG, age=FROM_FIFTY, walk_bend_relief=NOT_SAID),
    # of belly, pregnancy, clots, cancer and medicines (B5, B6, B11, B23, B28)
    asked("belly_where", belly_groin_pain="yes"),
    asked(
        "belly_never",
        belly_groin_pain="yes",
        groin_or_belly="belly|side|unsure",
        place=LOW_OR_LEG,
        age=PAST_55,
    ),
    asked("testicle", belly_groin_pain="yes", groin_or_belly="groin", age=f"{CHILD}|18_24|unsure"),
    asked("preg", age="12_17", belly_groin_pain=NOT_DENIED),
    asked("preg_danger", pregnant=NOT_DENIED),
    asked("breath_leg", deep_breath_sharp=NOT_DENIED),
    asked("breath_clot", deep_breath_sharp=NOT_DENIED),
    asked("breath_clot2", deep_breath_sharp=NOT_DENIED),
    asked("leg_clot", place=LEG, one_leg_swollen="no", recent_overuse=NOT_SAID),
    asked("leg_clot2", place=LEG, one_leg_swollen="no", recent_overuse=NOT_SAID),
    asked("ask_skin_only", cancer_history="yes"),
    asked("night_course", constant_night_pain="yes"),
    asked("ask_limp", place=LEG, age=CHILD),
    asked("fever_part", feverish="yes", place=LEG, age="lt_12|12_17|unsure", adult="no"),
    asked("night_weight", age=CHILD, constant_night_pain="yes"),
    asked("ask_medicine_which", medicine_trigger="yes"),
    asked("ask_statin_new", medicine_which="statin"),
    asked("statin_wide", medicine_which="statin"),
    asked("pulled", place=f"{HEAD}|widespread", medicine_which="other|for_this|unsure"),
    asked("cramps_danger", widespread_spasms=NOT_DENIED),
    asked("cramps_fluid", widespread_spasms=NOT_DENIED),
    asked("cramps_medicine", widespread_spasms=NOT_DENIED),
    asked("cramps_illness", widespread_spasms=NOT_DENIED),
    asked("wound_spasms", place="widespread", dirty_wound="yes"),
    asked("fluid_spasms", place="widespread", fluid_loss_sweat="yes"),
    asked("sock_illness", sock_glove=NOT_DENIED),
    asked("breath_strain", place="upper_back_ribs", deep_breath_sharp="yes"),
)

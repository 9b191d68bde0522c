"""Which way each finding's answers run (clinical-2, A1): typed, not read from the content.

Of a danger finding: no <= not sure <= yes. Of an easing one: yes <= not sure <= no, and "not sure"
counts as its no. Of the others one answer alone may say nothing of the level.
"""

DANGER = (
    # gates of everyone
    *("gate_chest_breath_tearing", "gate_faint_seizure", "gate_stroke", "too_dizzy_to_stand"),
    *("gate_saddle_bladder_bowel", "gate_legs_gait", "gate_injury", "gate_fever", "very_ill"),
    # head, neck, jaw
    *("new_headache", "headache_sudden", "headache_when", "sight_change", "swallow_trouble"),
    *("meningitis_signs", "scalp_sore", "jaw_tires", "shoulders_stiff", "jaw_lock_swallow"),
    *("jaw_since", "head_eyes_pulled", "dirty_wound"),
    # heart, breath, belly, pregnancy
    *("autonomic_with_pain", "exertional_pain", "effort_rest", "pain_never_changes"),
    *("deep_breath_sharp", "clot_risk", "belly_groin_pain", "pregnant", "pregnancy_danger"),
    *("testicle_pain", "dark_urine", "heart_flutter", "mouth_tingle", "fluid_loss_sweat"),
    # limbs
    *("one_arm_swollen", "one_leg_swollen", "limb_threat", "cold_when", "muscle_rock_hard"),
    *("cramp_over_10_min", "limb_bent", "foot_rest_pain", "injury_serious", "limp"),
    # nerves and cord
    *("numb_tingling", "limb_weakness", "weakness_severe_or_fast", "limb_clumsy"),
    *("travels_line", "both_legs_symptoms", "both_hands", "both_arms", "bend_shock"),
    *("sock_glove", "muscle_thinning", "widespread_spasms", "standing_eases", "burn_or_shock"),
    # what is behind it
    *("cancer_history", "weight_loss", "new_lump", "constant_night_pain", "one_side_rash"),
    *("rash_eye", "recent_infection", "spine_surgery", "spine_shot", "shot_since"),
    *("steroid_pills", "immune_weak", "drugs_injected", "osteoporosis", "diabetes"),
    *("known_condition", "blood_thinner", "medicine_trigger", "statin_new", "ache_wide"),
    *("low_mood", "cough_worse", "injury_high", "clot_before", "fever_headache", "saddle_open"),
    *("keeps_coming_back", "pain_78"),
)

EASING = (
    *("recent_overuse", "walk_bend_relief", "hand_shake_relief", "limb_use_ok", "throat_old"),
    *("skin_only", "numb_gone"),
)

NONE = (
    *(
        "main_region",
        "age_band",
        "adult_18_plus",
        "duration",
        "on_off_spasm",
        "hard_knot",
        "tender_press",
    ),
    *("touch_hurts", "past_knee_elbow", "limb_worse_than_spine"),
    *("neck_move_arm", "arm_overhead_worse", "nsaid_risk"),
    "area_heat_unsafe",
)

ORDERS = {
    "saddle_since": ("before", "steady", "new"),
    "legs_since": ("before", "steady", "new"),
    "spread_since": ("before", "steady", "new"),
    "saddle_changed": ("no", "stool", "burning", "control"),
    "stroke_when": ("longer", "week", "day"),
    "injury_when": ("longer", "lt_2w", "lt_2d"),
    "worsening": ("better", "same", "worse"),
    "pain_level": ("mild", "moderate", "strong", "severe"),
    "groin_or_belly": ("groin", "side", "belly"),
    "medicine_which": ("for_this", "other", "statin"),
    "leg_part": ("lower", "hip"),
}
"""Choices, the mildest value first; what is not sure is no milder than the second."""

UNSURE_AS = {
    "saddle_since": "new",
    "legs_since": "new",
    "spread_since": "new",
    "saddle_changed": "control",
    "stroke_when": "day",
    "injury_when": "lt_2d",
    "groin_or_belly": "belly",
    "headache_when": "yes",
    "jaw_since": "yes",
    "cold_when": "yes",
    "shot_since": "yes",
    "statin_new": "yes",
    "limb_use_ok": "no",
    "throat_old": "no",
    "skin_only": "no",
    "recent_overuse": "no",
    "adult_18_plus": "no",
}
"""Where "not sure" counts as one of the answers, by the text."""

FOLLOW_UPS = {
    "gate_stroke": ("stroke_when",),
    "gate_saddle_bladder_bowel": ("saddle_since",),
    "gate_legs_gait": ("legs_since",),
    "both_legs_symptoms": ("spread_since",),
    "gate_injury": ("injury_when", "injury_serious", "limb_use_ok", "limb_bent", "leg_part"),
    "new_headache": ("headache_sudden", "headache_when"),
    "swallow_trouble": ("throat_old",),
    "jaw_lock_swallow": ("jaw_since",),
    "limb_threat": ("cold_when",),
    "exertional_pain": ("effort_rest",),
    "belly_groin_pain": ("groin_or_belly", "testicle_pain"),
    "pregnant": ("pregnancy_danger",),
    "medicine_trigger": ("medicine_which", "statin_new", "ache_wide"),
    "cancer_history": ("skin_only",),
    "spine_shot": ("shot_since",),
    "one_side_rash": ("rash_eye",),
    "walk_bend_relief": ("standing_eases",),
    "limb_weakness": ("weakness_severe_or_fast",),
}
"""What an answer makes the skill ask: asked of a "not sure" too, or no part of the law (A1b)."""

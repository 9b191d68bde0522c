"""What a result says: leaning, reasons, whom to see, and what would be a warning (4d, 5)."""

from typing import NamedTuple

from expected.leanings import BOTH, DENIED, MUSCLE, NERVE, RIB
from expected.self_care import caller
from skill.triage.knowledge import Answers, Level

S, C, C24, E, EA = Level

ALWAYS, FEVER = ("any_time", "new_fever", "ill_fever"), ("any_time", "worse_fever")
WORSE, LATER, LONG = "worse", "six_weeks", "recurring"


class Result(NamedTuple):
    """A caller and what the result says; a name is empty where nothing is said."""

    reason: str
    answers: Answers
    level: Level
    spoken: str
    """The leaning that is spoken."""
    why: tuple[str, ...]
    """At most two findings for the leaning, the strongest first."""
    against: str
    unknown: str
    who: str
    later: str
    warnings: tuple[str, ...]

    def __str__(self) -> str:
        return self.reason


def spasm(**more: str) -> Answers:
    """Return a healthy caller with a spasm of the lower back, and what else is so."""
    return caller("heat", **more)


CRAMP = ("on_off_spasm", "hard_knot")
SHOCKS = "burn_or_shock"
NO_NERVE_NO_MUSCLE = ("numb_tingling", "tender_press")
OLD_WEAK = {
    "limb_weakness": "yes",
    "weakness_severe_or_fast": "no",
    "duration": "gt_6w",
    "worsening": "same",
}
HOME = (*ALWAYS, WORSE)
BOOKED = (*ALWAYS, WORSE, LONG)
NEW = (*ALWAYS, WORSE, LATER)
NOBODY_ELSE = ""
OLD_NECK = {"main_region": "neck", "age_band": "65_plus"}
HIP = {
    "gate_injury": "yes",
    "injury_when": "lt_2d",
    "leg_part": "hip",
    "age_band": "65_plus",
    "main_region": "leg",
    "limb_use_ok": "yes",
}


def warned(of: str) -> tuple[str, ...]:
    """Return the warnings of somebody who has one of their own."""
    return ("any_time", of, "new_fever", "ill_fever")


RESULTS = tuple(
    Result(row[0], {"gate_fever": "no"} | row[1], *row[2:])  # everybody is asked about it
    for row in (
        # reason, answers, level,
        # leaning, for it, against it, not known, first door, later door, warnings
        *(
            (
                reason,
                spasm(**more),
                S,
                *("muscle", CRAMP, "", SHOCKS, "if_it_stays", later, warnings),
            )
            for reason, more, later, warnings in (
                ("back spasm", {}, "chiropractor", HOME),
                ("too old to be pregnant", {"age_band": "65_plus"}, "chiropractor", HOME),
                (
                    "weeks old",
                    {"duration": "2_6w", "worsening": "better"},
                    "chiropractor",
                    (*HOME, LATER),
                ),
                (
                    "a fresh strain",
                    {"duration": "lt_2d"},
                    "chiropractor",
                    (*ALWAYS, WORSE, "no_ease_48h", "fresh_switch"),
                ),
                *(
                    (
                        f"a fresh strain, {name} {said}: nothing of warmth for later",
                        {"duration": "lt_2d", name: said},
                        "chiropractor",
                        (*ALWAYS, WORSE, "no_ease_48h"),
                    )
                    for name in ("known_condition", "area_heat_unsafe")
                    for said in ("yes", "unsure")
                ),
                ("spasm of the neck", {"main_region": "neck"}, "massage_therapist", HOME),
                (
                    "with diabetes, in the neck: it forbids tips and raises nothing",
                    {"known_condition": "yes", "main_region": "neck"},
                    "massage_therapist",
                    HOME,
                ),
                ("blood thinners", {"nsaid_risk": "yes"}, NOBODY_ELSE, HOME),
            )
        ),
        (
            "fresh, without a strain, which speaks against a spasm",
            spasm(duration="lt_2d", recent_overuse="no"),
            S,
            *("muscle", CRAMP, "recent_overuse", SHOCKS, "if_it_stays", "chiropractor"),
            (*ALWAYS, WORSE, "no_ease_48h"),
        ),
        *(
            (reason, spasm(**more), C, "muscle", CRAMP, "", SHOCKS, who, later, warnings)
            for reason, more, who, later, warnings in (
                ("old", {"duration": "gt_6w"}, "physical_therapist", "pain_specialist", BOOKED),
                (
                    "coming back",
                    {"keeps_coming_back": "yes"},
                    "physical_therapist",
                    "pain_specialist",
                    (*NEW, LONG),
                ),
                (
                    "old and low",
                    {"duration": "gt_6w", "low_mood": "yes"},
                    "primary_care",
                    "psychologist",
                    BOOKED,
                ),
                (
                    "pregnant",
                    {"pregnant": "yes"},
                    "maternity_unit",
                    NOBODY_ELSE,
                    (*warned("pregnancy"), WORSE, LATER),
                ),
                ("a thin muscle", {"muscle_thinning": "yes"}, "primary_care", "neurologist", NEW),
                (
                    "worse after weeks",
                    {"duration": "2_6w", "worsening": "worse", "main_region": "leg"},
                    "primary_care",
                    NOBODY_ELSE,
                    NEW,
                ),
            )
        ),
        *(
            (
                reason,
                spasm(**more),
                C24,
                *("muscle", CRAMP, "", SHOCKS, who, NOBODY_ELSE, ALWAYS),
            )
            for reason, more, who in (
                ("very bad", {"pain_level": "severe"}, "same_day_care"),
                ("a child", {"adult_18_plus": "no"}, "child_doctor"),
            )
        ),
        (
            "a read-back refused twice: no leaning on what was heard wrong",
            spasm(read_back="no"),
            C24,
            *("", CRAMP, "", SHOCKS, "same_day_care", NOBODY_ELSE, ALWAYS),
        ),
        (
            "a fever, which is another cause: what is worse than a fever is told, and no leaning",
            spasm(gate_fever="yes"),
            C24,
            *("", CRAMP, "", SHOCKS, "same_day_care", NOBODY_ELSE, FEVER),
        ),
        (
            "very bad before enough is known",
            {"main_region": "leg", "pain_level": "severe", "hard_knot": "yes"},
            C24,
            *("", (), "", "travels_line", "same_day_care", NOBODY_ELSE, ALWAYS),
        ),
        (
            "very bad, and neither of the two, which is not told then",
            {
                **DENIED,
                **dict.fromkeys(["on_off_spasm", "tender_press", "recent_overuse"], "no"),
                **dict.fromkeys(["hard_knot", "burn_or_shock"], "no"),
                "touch_hurts": "no",
                "pain_level": "severe",
            },
            C24,
            *("", NO_NERVE_NO_MUSCLE, "", "", "same_day_care", NOBODY_ELSE, ALWAYS),
        ),
        *(
            (reason, spasm(**told), C24, "", CRAMP, "", SHOCKS, *("same_day_care", "", net))
            for reason, told, net in (
                ("a swollen leg", {"one_leg_swollen": "yes"}, warned("breath")),
                (
                    "a swollen arm",
                    {"one_arm_swollen": "yes", "main_region": "shoulder_arm"},
                    warned("breath"),
                ),
                ("a hip that bears weight after a fall", HIP, warned("stand")),
                ("injected drugs", {"drugs_injected": "yes"}, ("any_time", "risk_fever")),
                ("a sore scalp", {"scalp_sore": "yes", **OLD_NECK}, warned("sight")),
                ("a jaw that tires", {"jaw_tires": "yes", **OLD_NECK}, warned("sight")),
                (
                    "an old headache unlike any before",
                    {
                        "new_headache": "yes",
                        "headache_sudden": "no",
                        "headache_when": "no",
                        **OLD_NECK,
                    },
                    warned("sight"),
                ),
            )
        ),
        (
            "a rash, which is the reason by itself",
            spasm(one_side_rash="yes"),
            C24,
            *("", ("one_side_rash",), "", "", "same_day_care", NOBODY_ELSE, ALWAYS),
        ),
        (
            "a cold limb",
            spasm(limb_threat="yes"),
            E,
            *("", CRAMP, "", SHOCKS, "emergency_department", NOBODY_ELSE, ()),
        ),
        (
            "a nerve, and the pain so bad at 65 that the great artery may be behind it",
            NERVE
            | {"main_region": "lower_back", "age_band": "65_plus", "duration": "lt_2d"}
            | {"pain_level": "severe"},
            E,
            *("", ("travels_line", "numb_tingling"), "limb_weakness", "walk_bend_relief"),
            *("emergency_department", NOBODY_ELSE, ()),
        ),
        (
            "signs of a stroke",
            spasm(gate_stroke="yes"),
            EA,
            *("", CRAMP, "", SHOCKS, "emergency_services", NOBODY_ELSE, ()),
        ),
        (
            "spasms in many places",
            spasm(widespread_spasms="yes"),
            C,
            *("systemic", ("widespread_spasms",), "", "", "primary_care", "neurologist", NEW),
        ),
        (
            "a nerve",
            NERVE,
            C,
            *("nerve", ("travels_line", "numb_tingling"), "limb_weakness", "cough_worse"),
            *("physical_therapist", NOBODY_ELSE, (*ALWAYS, WORSE)),
        ),
        (
            "a nerve, with an old weakness",
            NERVE | OLD_WEAK,
            C,
            *("nerve", ("travels_line", "numb_tingling"), "", "cough_worse"),
            *("primary_care", "neurologist", BOOKED),
        ),
        (
            "both: one reason from each scale",
            BOTH,
            C,
            *("mixed", ("numb_tingling", "on_off_spasm"), "limb_weakness", "past_knee_elbow"),
            *("physical_therapist", NOBODY_ELSE, (*ALWAYS, WORSE)),
        ),
        (
            "a muscle",
            MUSCLE,
            S,
            *("muscle", CRAMP, "", SHOCKS, "if_it_stays", NOBODY_ELSE, HOME),
        ),
        (
            "the rib joint",
            RIB,
            S,
            *("rib_joint", ("deep_breath_sharp",), "", "", "if_it_stays", NOBODY_ELSE, HOME),
        ),
        (
            "the wrist",
            NERVE | {"hand_shake_relief": "yes", "main_region": "shoulder_arm"},
            C,
            *("pinch_wrist", ("hand_shake_relief",), "", "", "primary_care", NOBODY_ELSE),
            (*ALWAYS, WORSE),
        ),
        (
            "neither",
            DENIED,
            S,
            *("neither", NO_NERVE_NO_MUSCLE, "", "on_off_spasm", "if_it_stays", NOBODY_ELSE, HOME),
        ),
        (
            "no nerve, and nobody knows about the muscle",
            DENIED
            | dict.fromkeys(
                ["on_off_spasm", "hard_knot", "tender_press", "recent_overuse"], "unsure"
            )
            | {"burn_or_shock": "no"},
            S,
            *("unclear_no_nerve", ("numb_tingling", "travels_line"), "", "touch_hurts"),
            *("if_it_stays", NOBODY_ELSE, HOME),
        ),
        (
            "neither, from fifty on, where nothing set it off: a doctor",
            DENIED | {"age_band": "50_55", "recent_overuse": "no"},
            C,
            *("neither", NO_NERVE_NO_MUSCLE, "", "on_off_spasm", "primary_care", NOBODY_ELSE),
            (*ALWAYS, WORSE),
        ),
        (
            "neither, and a doubt about fever",
            DENIED | {"gate_fever": "unsure"},
            C,
            *("neither", NO_NERVE_NO_MUSCLE, "", "on_off_spasm", "primary_care", NOBODY_ELSE),
            (*ALWAYS, WORSE),
        ),
        (
            "not told apart: what is missing, and a doctor",
            {"main_region": "leg", "numb_tingling": "yes"},
            C,
            *("unclear", (), "", "travels_line", "primary_care", NOBODY_ELSE, (*ALWAYS, WORSE)),
        ),
        (
            "not told apart, and a doubt about fever, which is the reason then",
            {"main_region": "leg", "numb_tingling": "yes", "gate_fever": "unsure"},
            C,
            *("", (), "", "travels_line", "primary_care", NOBODY_ELSE, (*ALWAYS, WORSE)),
        ),
        (
            "a spasm of days, and perhaps a line: a doctor",
            spasm(travels_line="unsure"),
            C,
            *("muscle", CRAMP, "", "travels_line", "primary_care", NOBODY_ELSE, NEW),
        ),
        (
            "a spasm of three weeks, and perhaps a line: a physical therapist",
            spasm(travels_line="unsure", duration="2_6w", worsening="better"),
            C,
            *("muscle", CRAMP, "", "travels_line", "physical_therapist", NOBODY_ELSE, NEW),
        ),
    )
)

PAGES_OF_TIPS = (
    (
        "everything ruled out before",
        spasm(),
        (
            ((), ("keep_active", "heat", "stretch_lower_back", "hydration")),
            ((), ("posture_ergonomics", "pain_relief", "stop_trigger", "massage")),
            ((), ("prevention",)),
        ),
    ),
    *(
        (
            f"a pregnancy is nothing to ask of {age}",
            {name: value for name, value in spasm(age_band=age).items() if name != "pregnant"},
            (
                ((), ("keep_active", "heat", "stretch_lower_back", "hydration")),
                ((), ("posture_ergonomics", "pain_relief", "stop_trigger", "massage")),
                ((), ("prevention",)),
            ),
        )
        for age in ("lt_12", "56_64", "65_plus")
    ),
    (
        "nothing asked of what tips depend on",
        {
            name: value
            for name, value in spasm().items()
            if name
            not in {
                "known_condition",
                "nsaid_risk",
                "area_heat_unsafe",
                "pregnant",
                "steroid_pills",
                "osteoporosis",
                "cancer_history",
                "fluid_loss_sweat",
            }
        },
        (
            (
                ("area_heat_unsafe", "known_condition", "cancer_history"),
                ("keep_active", "heat", "hydration", "posture_ergonomics"),
            ),
            (
                ("steroid_pills", "osteoporosis", "pregnant"),
                ("stretch_lower_back", "pain_relief", "stop_trigger", "prevention"),
            ),
            (("nsaid_risk",), ("massage",)),
        ),
    ),
    (
        "fresh, and not told whether of a strain, which decides between cold and warmth",
        {k: v for k, v in spasm(duration="lt_2d").items() if k != "recent_overuse"},
        (
            (("recent_overuse",), ("relative_rest", "heat", "stretch_lower_back", "hydration")),
            ((), ("posture_ergonomics", "pain_relief", "stop_trigger", "prevention")),
        ),
    ),
)
"""Of each page of tips, what is asked just before it one by one, and what is read."""

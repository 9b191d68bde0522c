"""How answers and rows are written in the tables of this package."""

from typing import NamedTuple

from skill.triage.knowledge import Answers, Level

S, C, C24, E, EA = Level
SPINE = ("neck", "upper_back_ribs", "lower_back", "neck_arm", "lower_back_leg")
UPPER = ("neck", "shoulder_arm", "jaw_face", "upper_back_ribs", "neck_arm")
ONE_PLACE = (
    *("neck", "shoulder_arm", "upper_back_ribs", "lower_back", "leg", "jaw_face"),
    "widespread",
)
TWO_PLACES = ("neck_arm", "lower_back_leg")
"""They count as the spine region; the danger signs of both are asked (3d)."""
REGIONS = (*ONE_PLACE, *TWO_PLACES)
GATES = (
    "gate_chest_breath_tearing",
    "gate_faint_seizure",
    "too_dizzy_to_stand",
    "gate_stroke",
    "gate_saddle_bladder_bowel",
    "gate_legs_gait",
    "gate_injury",
    "gate_fever",
)


def told(**answers: str) -> Answers:
    """Return answers; a name may be written short, as in the tables below."""
    return {_SHORT.get(name, name): value for name, value in answers.items()}


_SHORT = {
    "chest": "gate_chest_breath_tearing",
    "faint": "gate_faint_seizure",
    "stroke": "gate_stroke",
    "saddle": "gate_saddle_bladder_bowel",
    "gait": "gate_legs_gait",
    "injury": "gate_injury",
    "fever": "gate_fever",
    "place": "main_region",
    "age": "age_band",
    "pain": "pain_level",
    "adult": "adult_18_plus",
    "fast": "weakness_severe_or_fast",
    "both_legs": "both_legs_symptoms",
}

NO_GATES = dict.fromkeys(GATES, "no")
RIB_MIMIC = told(
    place="upper_back_ribs",
    deep_breath_sharp="yes",
    chest="no",
    fever="no",
    autonomic_with_pain="no",
    exertional_pain="no",
    one_leg_swollen="no",
    clot_risk="no",
    clot_before="no",
    cancer_history="no",
    numb_tingling="no",
    travels_line="no",
    age="25_39",
    recent_overuse="yes",
    pain="moderate",
)
OLD_STEADY_LEGS = told(
    both_legs="yes",
    spread_since="steady",
    age="50_55",
    place="lower_back",
    duration="gt_6w",
    worsening="same",
    **NO_GATES,
)
"""Both legs for over six weeks, not worse."""


class Row(NamedTuple):
    """Answers, and the level that the rules alone make of them."""

    rule: str
    level: Level
    answers: Answers
    reason: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"


def rows(*given: tuple[str, Level, Answers, str]) -> list[Row]:
    """Return the rows of a table."""
    return [Row(*one) for one in given]

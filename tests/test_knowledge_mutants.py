"""No part of the medicine can be lost or weakened unnoticed.

Each small mistake that ``knowledge_mutants`` makes has to be seen by an oracle: by a table typed
from the clinical knowledge base, or by a dialog.
"""

import pytest
from callers import KNOWLEDGE
from expected.writing import REGIONS
from knowledge_mutants import KINDS, Kind
from oracles import ORACLES, Oracle, dialogs_go_as_they_say

from skill.triage.knowledge import Knowledge

_ALL_OVER = "pain all over sounds like the whole body, for which there is no stretch"
_RIB = "only for the rib joint, which is in the ribs and needs this to be denied"

_NO_TIPS = "its yes and its doubt reach a level at which nobody hears tips"
_GUARDED = "the step that asks it names the same ages"
_UPPER = "the rule is about the upper body, or pain all over"
_URGENT = "a yes and a doubt are emergencies, in which no leaning is told"

EQUIVALENT = {
    "severe also with pain_level severe": "severe pain is severe by itself",
    "night_weight waits": "a child is asked of lost weight all the same, only later",
    "stretch_neck also with main_region widespread": _ALL_OVER,
    "stretch_leg also with main_region widespread": _ALL_OVER,
    "stretch_jaw also with main_region widespread": _ALL_OVER,
    "stretch_lower_back also with main_region widespread": _ALL_OVER,
    "stretch_upper_back without main_region": _RIB,
    **{
        f"stretch_upper_back also with main_region {place}": _RIB
        for place in (*REGIONS, "unsure")
        if place != "upper_back_ribs"
    },
    "stretch_upper_back despite gate_chest_breath_tearing": _RIB,
    "stretch_upper_back despite gate_fever": _RIB,
    **{
        f"{leaning} beside {sign}": _URGENT
        for leaning in ("nerve", "mixed", "muscle")
        for sign in (
            *("gate_chest_breath_tearing", "gate_faint_seizure", "gate_stroke"),
            *("too_dizzy_to_stand", "headache_sudden", "swallow_trouble"),
        )
    },
    **dict.fromkeys(
        [
            *("gate_chest_breath_tearing", "gate_stroke", "gate_faint_seizure"),
            *("too_dizzy_to_stand", "one_arm_swollen", "one_leg_swollen"),
        ],
        _NO_TIPS,
    ),
    "testicle_pain without age_band": _GUARDED,
    **{
        f"testicle_pain also with age_band {age}": _GUARDED
        for age in ("25_39", "40_49", "50_55", "56_64", "65_plus")
    },
    **{
        f"R37 spares also with main_region {place}": _UPPER
        for place in ("leg", "lower_back", "lower_back_leg", "unsure")
    },
    "muscle beside limb_weakness": "a muscle is told only where weakness is denied",
    "massage despite fresh_48h": "massage waits for two days, with or without a strain",
}
"""Mistakes that change nothing anyone could hear, and why."""


def first_complaint(knowledge: Knowledge, oracles: list[Oracle]) -> str:
    """Return what an oracle says first against a medicine, or "".

    Mistakes come in kinds, so that the oracle that saw one is asked first about the next.
    """
    for oracle in oracles:
        if complaint := next(oracle(knowledge), ""):
            oracles.remove(oracle)
            oracles.insert(0, oracle)
            return complaint
    return ""


@pytest.mark.parametrize("oracle", [*ORACLES, dialogs_go_as_they_say])
def test_the_medicine_that_ships_meets_every_expectation(oracle: Oracle) -> None:
    """Nothing is said against it."""
    assert list(oracle(KNOWLEDGE)) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_every_mistake_in_the_medicine_is_seen(kind: Kind) -> None:
    """By a table, else by a dialog; and what is listed as changing nothing is seen by no table."""
    tables = list(ORACLES)
    unseen = {name: one for name, one in kind(KNOWLEDGE) if not first_complaint(one, tables)}
    wrongly_listed = {name for name, _ in kind(KNOWLEDGE) if name in EQUIVALENT} - unseen.keys()
    assert not wrongly_listed, "it is seen: it does change something"
    missed = unseen.keys() - EQUIVALENT.keys()
    assert not {name for name in missed if not next(dialogs_go_as_they_say(unseen[name]), "")}


def test_what_is_listed_as_changing_nothing_exists() -> None:
    """The list knows no mistake that is not made."""
    assert EQUIVALENT.keys() <= {name for kind in KINDS for name, _ in kind(KNOWLEDGE)}

"""The interview: danger first, then the place, then which of the two; short, and nothing twice.

Typed from the clinical knowledge base, 3a, 3d and 3e.
"""

from collections import Counter
from itertools import pairwise
from statistics import median

import pytest
from callers import (
    KNOWLEDGE,
    RED_FLAGS,
    REGIONS,
    SIMPLE_SPASM,
    answers_after,
    chance,
    interview,
    phrase_keys,
    questions,
)
from expected.interviews import (
    AT_ONCE,
    FOLLOW_UPS,
    NOT_FITTING,
    WELL,
    WHO,
    order,
)
from expected.writing import ONE_PLACE, TWO_PLACES

from skill.triage.interview import READ_BACK
from skill.triage.knowledge import Answers, Level


@pytest.mark.parametrize("place", REGIONS)
def test_the_order_of_asking(place: str) -> None:
    """Danger first for everyone, then the danger of the place, then what may be behind it."""
    for who, patient in WHO.items():
        expected = order(place, who)
        asked = questions(interview({**patient, "main_region": place}))
        assert asked[: len(expected)] == expected, who
        assert all(KNOWLEDGE.findings[name].discriminator for name, *_ in asked[len(expected) :])
        assert who != "child" or asked == expected


def test_no_question_asks_for_more_than_three_signs() -> None:
    """Listeners who must judge keep about three (clinical-2, F)."""
    assert max(len(ask) for place in REGIONS for who in WHO for ask in order(place, who)) == 3
    assert max(len(step.ask) for step in KNOWLEDGE.steps) == 3


@pytest.mark.parametrize(("place", "told", "finding"), NOT_FITTING)
def test_what_does_not_fit_is_not_asked(place: str, told: Answers, finding: str) -> None:
    """A question that cannot fit the caller is spared."""
    asked = questions(interview({**WELL, "main_region": place, **told}))
    assert finding not in {name for ask in asked for name in ask}


@pytest.mark.parametrize(("place", "told", "finding", "next_asked"), FOLLOW_UPS)
def test_a_follow_up_comes_right_after_its_answer(
    place: str, told: Answers, finding: str, next_asked: list[str]
) -> None:
    """What an answer calls for is asked at once, before anything else (3d)."""
    said = interview({**WELL, "main_region": place, **told})
    at = next(i for i, one in enumerate(said) if finding in answers_after(one))
    asked = [" ".join(one.turn.asked) for one in said[at : at + len(next_asked)]]
    assert asked == next_asked


# --- how long it takes --------------------------------------------------------------------------

SPASMS = [
    {**SIMPLE_SPASM, "main_region": place, "on_off_spasm": cramps, "pain_level": pain}
    | {"duration": since}
    for place in ONE_PLACE
    for cramps in ("yes", "no")
    for pain in ("mild", "moderate")
    for since in ("lt_2d", "lt_1w")
]


def turns(patient: Answers) -> int:
    """Return the turns of an interview up to its result, but for the read-back.

    The budget of clinical-2, F spares the read-back of plain denials. As long as everybody hears
    it, it costs a turn more than the budget says.
    """
    return len([one for one in interview(patient)[:-1] if one.asking != READ_BACK])


def more_places(place: str) -> int:
    """Return the turn more that two places, or all over, may take."""
    return int(place in {*TWO_PLACES, "widespread"})


def test_a_simple_spasm_takes_at_most_23_turns() -> None:
    """In one place, and 22 in the middle; one more in two places or all over (clinical-2, F)."""
    taken = [turns(patient) - more_places(patient["main_region"]) for patient in SPASMS]
    assert max(taken) <= 23
    assert median(taken) <= 22
    for place in TWO_PLACES:
        assert turns({**SIMPLE_SPASM, "main_region": place}) <= 24


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize(
    ("more", "most"),
    [
        ({"age_band": "65_plus"}, 27),
        ({"pregnant": "yes"}, 27),
        ({"age_band": "12_17"}, 17),
        ({"age_band": "lt_12"}, 17),
    ],
    ids=["from 65", "pregnant", "under 18", "under 12"],
)
def test_others_take_no_more_turns_than_they_may(place: str, more: Answers, most: int) -> None:
    """The budget of clinical-2, F."""
    assert turns({**SIMPLE_SPASM, "main_region": place, **more}) <= most + more_places(place)


@pytest.mark.parametrize("place", [place for place in REGIONS if place != "widespread"])
def test_a_simple_spasm_is_looked_after_at_home(place: str) -> None:
    """It leans to the muscle, and nothing is read back where every no was plain."""
    said = interview({**SIMPLE_SPASM, "main_region": place})
    result = said[-1].turn.result
    assert result is not None
    assert (result.level, result.label.id) == (Level.SELF_CARE, "muscle")
    assert READ_BACK not in {one.asking for one in said}


SIGNS = tuple(name for name, one in KNOWLEDGE.findings.items() if not one.values)
SINGLE = [
    (place, age, since)
    for place in REGIONS
    for age, since in (("25_39", "gt_6w"), ("50_55", "lt_1w"), ("65_plus", "lt_2d"))
]
SLOW = {"gate_injury", "recent_overuse"}
"""No danger by themselves: what an injury reaches depends on five more answers."""


@pytest.mark.parametrize(("place", "age", "since"), SINGLE)
def test_an_emergency_is_spoken_within_four_turns(place: str, age: str, since: str) -> None:
    """From the question that finds its sign, at most four turns until help is told (3e, F)."""
    well = {"main_region": place, "age_band": age, "duration": since, "pain_level": "moderate"}
    late = []
    for sign in SIGNS:
        said = interview({**well, sign: "yes"})
        result = said[-1].turn.result
        assert result is not None
        if result.level < Level.EMERGENCY or sign in SLOW:
            continue
        found = max(i for i, one in enumerate(said) if sign in one.turn.asked)
        if len(said) - 2 - found > 4:
            late.append((sign, len(said) - 2 - found))
    assert not late


@pytest.mark.parametrize(("flag", "place", "turns"), AT_ONCE)
def test_one_yes_acts_at_once_where_every_item_needs_an_ambulance(
    flag: str, place: str, turns: int
) -> None:
    """Nobody is asked which of them it is (3e), and the reason says "one of these"."""
    said = interview({**WELL, "main_region": place, flag: "yes"})
    result = said[-1].turn.result
    assert result is not None
    assert result.level == Level.EMERGENCY_AMBULANCE
    assert len(said) == turns
    assert "say.because_one_of" in phrase_keys(said[-1].turn)


def test_after_a_level_of_a_day_no_discriminator_is_asked() -> None:
    """What may raise the level is finished, cramps among it; the leaning can wait (4d)."""
    asked = questions(interview({**WELL, "main_region": "lower_back", "weight_loss": "yes"}))
    assert asked[-1] == ("on_off_spasm", "widespread_spasms")
    assert ("hard_knot",) not in asked


def some_patient(seed: int) -> Answers:
    """Return a patient with a few yes and not sure among many no."""
    dice = chance(seed)
    told = {
        name: dice.choice(("yes", "unsure"))
        for name, one in KNOWLEDGE.findings.items()
        if not one.values and dice.random() < 0.12
    }
    values = {
        name: dice.choice([*one.values, "unsure"] if name != "age_band" else one.values)
        for name, one in KNOWLEDGE.findings.items()
        if one.values
    }
    return told | values


@pytest.mark.parametrize("seed", range(120))
def test_nothing_is_asked_twice(seed: int) -> None:
    """What has an answer stays answered; only a doubt about a danger is put once more."""
    said = interview(some_patient(seed))
    alone = Counter(one.turn.asked[0] for one in said if len(one.turn.asked) == 1)
    for name, times in alone.items():
        doubts = KNOWLEDGE.findings[name].asked_twice
        offers = len(KNOWLEDGE.findings[name].offers) if name == "main_region" else 0
        assert times <= 1 + doubts + offers, name
    for before, one in pairwise(said):
        assert not set(one.turn.asked) & set(answers_after(before)) or one.turn == before.turn


@pytest.mark.parametrize("seed", range(40))
def test_every_question_stays_within_the_list_of_findings(seed: int) -> None:
    """Nothing derived is ever asked, and every question has at most three signs."""
    for ask in questions(interview(some_patient(seed), silent="unsure")):
        assert set(ask) <= set(KNOWLEDGE.findings)
        assert len(ask) <= 3


HEDGING = {
    **SIMPLE_SPASM,
    "main_region": "leg",
    "gate_chest_breath_tearing": "hedged_no",
}


def test_the_read_back_says_only_what_was_really_denied() -> None:
    """After a no with a hedge: the denials that matter, as they were given (second edition, F)."""
    said = interview(HEDGING)
    assert said[-2].asking == READ_BACK
    keys = set(phrase_keys(said[-2].turn))
    assert {key for key in keys if key.endswith(".denied")} == {
        "question.gate_chest_breath_tearing.denied",
        "question.gate_saddle_bladder_bowel.denied",
        "question.limb_weakness.denied",
        "question.gate_fever.denied",
    }
    doubtful = interview({**HEDGING, "gate_fever": "unsure"})
    assert "question.gate_fever.denied" not in set(phrase_keys(doubtful[-2].turn))


@pytest.mark.parametrize("patient", SPASMS[:4])
def test_a_level_of_a_day_or_more_is_never_read_back(patient: Answers) -> None:
    """Only what would be looked after without haste is checked first."""
    hedged = {"gate_chest_breath_tearing": "hedged_no"}
    said = interview({**patient, **hedged, "pain_level": "severe"})
    assert READ_BACK not in {one.asking for one in said}


DOUBTS = range(1500)


def doubtful_patient(seed: int) -> tuple[Answers, str]:
    """Return a patient with a few signs, cramps often among them, and a danger sign denied."""
    dice = chance(f"doubt {seed}")
    patient = {**WELL, "main_region": dice.choice((*REGIONS, "unsure"))}
    cramps = ("on_off_spasm", "widespread_spasms", "heart_flutter", "fluid_loss_sweat")
    patient |= {name: "yes" for name in cramps if dice.random() < 0.6}
    patient |= {name: "yes" for name in dice.sample(RED_FLAGS, k=2) if dice.random() < 0.5}
    patient["duration"] = dice.choice(KNOWLEDGE.findings["duration"].values)
    return patient, dice.choice([name for name in RED_FLAGS if name not in patient])


def level_of(patient: Answers) -> Level:
    """Return the level at which a patient's interview ends."""
    result = interview(patient)[-1].turn.result
    assert result is not None
    return result.level


def test_not_sure_instead_of_no_never_ends_lower() -> None:
    """Over whole interviews, not only over answers: a doubt hides no later question (3b)."""
    patients = [doubtful_patient(seed) for seed in DOUBTS]
    lowered = [
        (flag, patient)
        for patient, flag in patients
        if level_of({**patient, flag: "unsure"}) < min(level_of(patient), Level.EMERGENCY)
    ]
    assert lowered == []

"""What helps at home is read only to those whom it cannot harm.

Typed from the clinical knowledge base, 6: what forbids each item, and who hears any at all.
"""

import pytest
from callers import (
    KNOWLEDGE,
    RED_FLAGS,
    REGIONS,
    SIMPLE_SPASM,
    chance,
    interview,
    keys_said,
    tips,
)
from expected.self_care import (
    ADVISED,
    ASKED_FIRST,
    BLOCKS,
    DANGER,
    ITEMS,
    LEVELS,
    NOT_SUITED,
    PARTS,
    RAISERS,
    caller,
    forbidding,
)

from skill.triage.assessment import advice, advice_allowed
from skill.triage.interview import level_of
from skill.triage.knowledge import Answers, Knowledge, Level


def only(item: str) -> Knowledge:
    """Return the medicine with this item alone, so that no other crowds it out."""
    return KNOWLEDGE._replace(items=tuple(one for one in KNOWLEDGE.items if one.id == item))


def without(answers: Answers, name: str) -> Answers:
    """Return the answers but one."""
    return {key: value for key, value in answers.items() if key != name}


def test_every_item_of_the_knowledge_base_is_here() -> None:
    """The table knows the items, and no other items exist."""
    assert {one.id for one in KNOWLEDGE.items} == set(ITEMS)


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_is_read_to_a_caller_whom_it_suits(item: str) -> None:
    """With everything ruled out, it is read."""
    assert advice(only(item), caller(item)) == (item,)


@pytest.mark.parametrize(("item", "block"), BLOCKS)
def test_an_item_is_not_read_if_a_contraindication_is_yes_or_unsure(item: str, block: str) -> None:
    """Not being sure of it is as good as yes; the item's own gate forbids, not another's."""
    assert all(block in one.blocked_by for one in KNOWLEDGE.items if one.id == item)
    for told in forbidding(block):
        assert advice(only(item), caller(item, **told)) == ()


@pytest.mark.parametrize(
    ("item", "block"), [(item, block) for item, block in BLOCKS if block in ASKED_FIRST]
)
def test_an_item_is_not_read_while_its_contraindication_was_not_asked(
    item: str, block: str
) -> None:
    """A question about the safety of advice has to be answered first."""
    for part in PARTS.get(block, (block,)):
        assert advice(only(item), without(caller(item), part)) == ()


@pytest.mark.parametrize("item", ["stretch_calf", "cold"])
def test_a_red_flag_of_another_place_counts_as_no(item: str) -> None:
    """What was never asked because it belongs elsewhere forbids nothing (6)."""
    assert advice(only(item), without(caller(item), "limb_threat")) == (item,)


@pytest.mark.parametrize(("item", "more", "reason"), NOT_SUITED)
def test_an_item_is_not_read_to_whom_it_does_not_suit(
    item: str, more: Answers, reason: str
) -> None:
    """Place, time and leaning have to fit."""
    assert advice(only(item), caller(item, **more)) == (), reason


# --- who hears any --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DANGER)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_nobody_with_a_red_flag_hears_any(name: str, answer: str) -> None:
    """A danger sign, or doubt about one, and only the result is told (6)."""
    assert not advice_allowed(KNOWLEDGE, caller("keep_active", **{name: answer}))


@pytest.mark.parametrize("name", RAISERS)
def test_nobody_in_doubt_about_a_raiser_hears_any(name: str) -> None:
    """Not being sure of what raises a danger is enough."""
    assert not advice_allowed(KNOWLEDGE, caller("keep_active", **{name: "unsure"}))


@pytest.mark.parametrize("adult", ["no", "unsure"])
def test_no_child_hears_any(adult: str) -> None:
    """Nor anyone who may be one."""
    assert not advice_allowed(KNOWLEDGE, caller("keep_active", adult_18_plus=adult))
    assert not advice_allowed(KNOWLEDGE, without(caller("keep_active"), "adult_18_plus"))


@pytest.mark.parametrize(("more", "level", "allowed"), LEVELS)
def test_only_self_care_and_consultation_hear_any(
    more: Answers, level: Level, *, allowed: bool
) -> None:
    """From a day upwards only the disposition and the safety net are read."""
    answers = caller("keep_active", **more)
    assert level_of(KNOWLEDGE, answers) == level
    assert advice_allowed(KNOWLEDGE, answers) is allowed


@pytest.mark.parametrize("seed", range(150))
def test_at_most_four_and_one_of_a_kind(seed: int) -> None:
    """Rest, warmth or cold, a stretch and drinking fit (E1); never two of a kind."""
    dice = chance(seed)
    answers = caller(dice.choice(list(ITEMS)), main_region=dice.choice(REGIONS))
    for name in ("duration", "pain_level"):
        answers[name] = dice.choice(KNOWLEDGE.findings[name].values[:2])
    for name in ("on_off_spasm", "hard_knot", "fluid_loss_sweat", "nsaid_risk", "known_condition"):
        answers[name] = dice.choice(("yes", "no"))
    items = advice(KNOWLEDGE, answers)
    kinds = {one.id: one.kind for one in KNOWLEDGE.items}
    assert len(items) <= 4
    assert len({kinds[one] for one in items}) == len(items)
    order = [one.id for one in KNOWLEDGE.items]
    assert list(items) == sorted(items, key=order.index)


def test_the_most_useful_comes_first() -> None:
    """Rest, then warmth or cold, a stretch, and drinking (second edition, E1)."""
    for answers, items in ADVISED:
        assert advice(KNOWLEDGE, answers) == items


def test_every_red_flag_is_a_danger_or_a_raiser() -> None:
    """The two lists know all of them."""
    assert set(RED_FLAGS) == {*DANGER, *RAISERS}


# --- in the conversation -----------------------------------------------------------------------


PATIENTS = [
    {**SIMPLE_SPASM, "main_region": place, "duration": since, "on_off_spasm": cramps}
    | {"pain_level": pain}
    for place in REGIONS
    for since in ("lt_2d", "lt_2w")
    for cramps in ("yes", "no")
    for pain in ("mild", "moderate")
]


@pytest.mark.parametrize("silent", ["no", "unsure"])
def test_the_safety_of_advice_is_at_most_three_questions_each_alone(silent: str) -> None:
    """Asked only now; a doubt forbids."""
    for patient in PATIENTS:
        said = interview(patient)
        if "say.offer_tips" not in keys_said(said[-1].turn):
            assert patient["main_region"] == "widespread"
            continue
        more = tips(said, patient, silent)
        asked = [one.turn.asked for one in more if one.turn.asked]
        assert all(len(one) == 1 for one in asked)
        assert len(asked) <= 3
        assert all(KNOWLEDGE.findings[name].advice_safety for (name,) in asked)
        session = more[-1].turn.session
        assert session is not None
        keys = keys_said(more[-1].turn)
        read = {key.split(".")[1] for key in keys if key.startswith("self_care.")}
        for block in (block for item in read for block in ITEMS[item].blocks.split()):
            assert session.answers.get(block, "no") == "no"


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_no_answer_about_advice_raises_the_level(place: str, answer: str) -> None:
    """What rules use is asked before the result; what is asked for tips forbids tips (A4)."""
    said = interview({**SIMPLE_SPASM, "main_region": place})
    more = tips(said, {}, answer) if "say.offer_tips" in keys_said(said[-1].turn) else []
    assert more or place == "widespread"
    for one in more:
        assert "say.tips_level_rose" not in keys_said(one.turn)
        assert one.turn.result is None or one.turn.result.level == Level.SELF_CARE


def test_a_child_is_offered_none() -> None:
    """Whatever else the child tells."""
    said = interview({**SIMPLE_SPASM, "main_region": "lower_back", "age_band": "12"})
    assert "say.offer_tips" not in keys_said(said[-1].turn)
    assert said[-1].turn.result is not None
    assert said[-1].turn.result.level == Level.CONSULTATION_24

"""What is remembered between two turns: small, exact, and never trusted blindly."""

import json
import string
from typing import Any

import pytest
from callers import (
    KNOWLEDGE,
    REGIONS,
    SIMPLE_SPASM,
    TEXTS,
    attributes,
    chance,
    interview,
    keys_said,
    launched,
    until,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.dialogue import acts
from skill.dialogue.acts import Act, choose
from skill.dialogue.conversation import reply
from skill.dialogue.session import OPEN, REFUSED, Session, dump, load
from skill.triage.knowledge import UNSURE
from skill.wording import render

fixed = settings(derandomize=True, deadline=None, max_examples=150)

MARKS = [step.id for step in KNOWLEDGE.steps if len(step.ask) > 1] + ["tips", "read_back"]
OFFERS = ["result", "self_care", "emergency"]


def values(name: str) -> list[str]:
    """Return what may be recorded under a name."""
    finding = KNOWLEDGE.findings.get(name)
    return [*(finding.values if finding and finding.values else ("yes", "no")), UNSURE]


answered = st.sampled_from([*KNOWLEDGE.findings, *MARKS]).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(values(name)))
)
told_values = st.sampled_from(
    [
        (name, value)
        for name in ("main_region", "duration", "pain_level")
        for value in KNOWLEDGE.findings[name].values
    ]
)
breaths = st.lists(answered, min_size=1, max_size=4).map(tuple) | st.lists(
    st.sampled_from([*KNOWLEDGE.findings, *MARKS]), max_size=12
).map(lambda names: (REFUSED, *((name, OPEN) for name in names)))
sessions = st.builds(
    Session,
    history=st.lists(breaths, max_size=40).map(tuple),
    asking=st.sampled_from([*KNOWLEDGE.findings, *MARKS, *OFFERS]),
    told=st.lists(told_values, max_size=3).map(tuple),
    misses=st.integers(0, 2),
    doubt=st.sampled_from(("", "unsure", "no")),
    slow=st.booleans(),
    offered=st.integers(-1, 6),
)


@fixed
@given(sessions)
def test_a_session_comes_back_as_it_went(session: Session) -> None:
    """Every answer in its order, and where the conversation stands, after a trip through JSON."""
    carried = json.loads(json.dumps(dump(KNOWLEDGE, session)))
    assert load(KNOWLEDGE, carried) == session


@pytest.mark.parametrize("place", REGIONS)
def test_a_real_session_comes_back_as_it_went(place: str) -> None:
    """Turn by turn of a whole interview."""
    for one in interview({**SIMPLE_SPASM, "main_region": place, "limb_weakness": "yes"}):
        assert load(KNOWLEDGE, attributes(one.turn)) == one.turn.session


def test_fifty_answers_take_at_most_256_bytes() -> None:
    """However they were given: one by one, together, or again after a refused read-back."""
    names = list(KNOWLEDGE.findings)[:50]
    alone = Session(history=tuple(((n, values(n)[-1]),) for n in names), asking="main_region")
    together = Session(
        history=tuple(
            tuple((n, values(n)[0]) for n in names[i : i + 4]) for i in range(0, len(names), 4)
        ),
        asking=MARKS[0],
        told=(("main_region", "lower_back"),),
        misses=2,
        doubt="unsure",
        offered=3,
    )
    doubted = [name for name in names if KNOWLEDGE.findings[name].gate]
    refusal = (REFUSED, *((name, OPEN) for name in doubted))
    again = tuple(((name, "no"),) for name in doubted)
    refused = alone._replace(history=(*alone.history, refusal, *again))
    for session in (alone, together, refused):
        assert len(session.answers) == 50
        assert len(json.dumps(dump(KNOWLEDGE, session), separators=(",", ":")).encode()) <= 256


def test_the_longest_interviews_stay_within_256_bytes() -> None:
    """Not sure of anything asks the most, and still fits."""
    for place in REGIONS:
        patient = {**SIMPLE_SPASM, "main_region": place, "duration": "gt_6w", "gate_injury": "yes"}
        for one in interview(patient, silent="no"):
            assert len(json.dumps(attributes(one.turn)).encode()) <= 256


def test_nothing_that_was_said_is_readable_in_it() -> None:
    """No finding, no word, no locale: codes only."""
    last = attributes(interview({**SIMPLE_SPASM, "main_region": "leg"})[-1].turn)
    assert set(last) == {"version", "state"}
    for name in KNOWLEDGE.findings:
        assert name not in json.dumps(last)


# --- what cannot be trusted ----------------------------------------------------------------------

GOOD = attributes(until("duration", "leg")[-1].turn)
STATE = GOOD["state"]
BACK = dump(KNOWLEDGE, Session(history=((REFUSED,),), asking="main_region"))["state"].split("|")[0]
TOLD = acts.tell(("numb_tingling", "yes"), ("main_region", "leg"))
DEEP: Any = None
for _ in range(200):
    DEEP = [DEEP]

BAD: list[tuple[str, object]] = [
    ("an older medicine", {**GOOD, "version": "00000000"}),
    ("no version", {"state": STATE}),
    ("a version that is no text", {**GOOD, "version": 7}),
    ("no state", {"version": GOOD["version"]}),
    ("nothing for a state", {**GOOD, "state": None}),
    ("an empty state", {**GOOD, "state": ""}),
    ("a list for a state", {**GOOD, "state": [STATE]}),
    ("a table for a state", {**GOOD, "state": {"a": STATE}}),
    ("a number for a state", {**GOOD, "state": 3.5}),
    ("true for a state", {**GOOD, "state": True}),
    ("a state cut off", {**GOOD, "state": STATE[:-1]}),
    ("a state cut in half", {**GOOD, "state": STATE[: len(STATE) // 2]}),
    ("one character too many", {**GOOD, "state": STATE + "x"}),
    ("a line break at the end", {**GOOD, "state": STATE + "\n"}),
    ("a blank before it", {**GOOD, "state": " " + STATE}),
    ("an answer without its value", {**GOOD, "state": "a|b||0000"}),
    ("a value that no code stands for", {**GOOD, "state": "aZ|b||0000"}),
    ("an unknown finding", {**GOOD, "state": "é0" + STATE}),
    ("an unknown mark", {**GOOD, "state": "!é0" + STATE}),
    ("a value that the finding lacks", {**GOOD, "state": "a9" + STATE}),
    ("a continuation of nothing", {**GOOD, "state": "aa" + STATE}),
    ("a question that does not exist", {**GOOD, "state": "|é||0000"}),
    ("a finding that has its answer is asked", {**GOOD, "state": "a0|a||0000"}),
    ("a place offered that does not exist", {**GOOD, "state": "|b||0009"}),
    ("three misses", {**GOOD, "state": "|b||3000"}),
    ("a doubt that does not exist", {**GOOD, "state": "|b||0300"}),
    ("neither slow nor not", {**GOOD, "state": "|b||0020"}),
    ("a counter too few", {**GOOD, "state": "|b||000"}),
    ("a counter that only looks like a digit", {**GOOD, "state": "|b||000²"}),
    ("a part too many", {**GOOD, "state": "|b||0000|"}),
    ("a read-back that opens what does not exist", {**GOOD, "state": f"a0{BACK}éd|b||0000"}),
    ("a refused read-back that was said back", {**GOOD, "state": f"a0|c|{BACK}|0000"}),
    ("two replies that were said back", {**GOOD, "state": "|c|b0b0|0000"}),
    ("a huge state", {**GOOD, "state": "a0" * 50_000}),
    ("a deep state", {**GOOD, "state": DEEP}),
    ("other people's attributes", {"name": "x", "count": 3}),
    ("a list", [STATE]),
    ("a text", STATE),
    ("a number", 5),
]


@pytest.mark.parametrize(("reason", "stored"), BAD, ids=[row[0] for row in BAD])
@pytest.mark.parametrize("act", [acts.YES, acts.BACK, acts.MISHEARD, acts.REPEAT, TOLD], ids=str)
def test_what_cannot_be_trusted_starts_over(reason: str, stored: object, act: Act) -> None:
    """Politely, from the first question, guessing nothing."""
    turn = reply(KNOWLEDGE, stored, act)
    assert keys_said(turn)[0] == "say.lost_place", reason
    assert turn.session == launched().session
    assert "lost" in render(turn, TEXTS).text


@pytest.mark.parametrize("empty", [None, {}, [], ""])
def test_no_session_is_a_new_one(empty: object) -> None:
    """Without a session there is nothing to be sorry for."""
    assert keys_said(reply(KNOWLEDGE, empty, acts.YES))[0] == "say.opening"


@pytest.mark.parametrize("act", [acts.LAUNCH, acts.START_OVER, acts.STOP], ids=str)
def test_whoever_starts_anew_or_leaves_is_not_told_of_a_lost_place(act: Act) -> None:
    """They did not want the old place anyway."""
    assert "say.lost_place" not in keys_said(reply(KNOWLEDGE, {"version": "0"}, act))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=8,
)
kinds_of_act = st.sampled_from(
    [
        acts.YES,
        acts.NO,
        acts.UNSURE,
        acts.WHY,
        acts.HELP,
        acts.BACK,
        acts.REPEAT,
        acts.REPHRASE,
        acts.MISHEARD,
        choose("main_region", "neck"),
        choose("duration", "nonsense"),
        Act("choose", "no_such_finding", "yes"),
        Act("age_band", "x", "y"),
        acts.age("²"),
        acts.age("-4"),
        acts.age("1e9"),
    ]
)


@fixed
@given(anything, kinds_of_act)
def test_any_attributes_are_answered(stored: object, act: Act) -> None:
    """Whatever comes back, a whole turn goes out."""
    render(reply(KNOWLEDGE, stored, act), TEXTS)


@fixed
@given(anything, kinds_of_act)
def test_any_state_is_answered(state: object, act: Act) -> None:
    """Also with the right version beside it."""
    render(reply(KNOWLEDGE, {"version": KNOWLEDGE.version, "state": state}, act), TEXTS)


ALPHABET = string.ascii_letters + string.digits + "-_.~+*=^|! é"


@pytest.mark.parametrize("place", REGIONS)
def test_a_damaged_state_is_answered(place: str) -> None:
    """One to three characters changed, dropped or added, in the middle of an interview."""
    dice = chance(place)
    said = interview({**SIMPLE_SPASM, "main_region": place, "gate_injury": "unsure"})
    tried = [acts.YES, acts.NO, acts.UNSURE, acts.WHY, acts.BACK, acts.REPHRASE, acts.MISHEARD]
    for _ in range(400):
        state = attributes(dice.choice(said).turn)["state"]
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(state))
            middle = dice.choice(("", dice.choice(ALPHABET), state[at] + dice.choice(ALPHABET)))
            state = state[:at] + middle + state[at + 1 :]
        stored = {"version": KNOWLEDGE.version, "state": state}
        render(reply(KNOWLEDGE, stored, dice.choice(tried)), TEXTS)


def test_an_age_that_was_never_said_back_starts_over() -> None:
    """Only a place, a time or a pain can be said out of turn."""
    stored = {"version": KNOWLEDGE.version, "state": "|b|c0|0000"}
    render(reply(KNOWLEDGE, stored, acts.REPEAT), TEXTS)


CHOICES = [one.id for one in KNOWLEDGE.findings.values() if one.offers and one.id != "age_band"]


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_can_be_offered_value_by_value(name: str) -> None:
    """To somebody who was not understood twice, without losing the place."""
    pending = Session(history=((("adult_18_plus", "yes"),),), asking=name, offered=0)
    turn = reply(KNOWLEDGE, dump(KNOWLEDGE, pending), acts.YES)
    assert "say.lost_place" not in keys_said(turn)
    assert turn.session
    assert turn.session.answers[name] == KNOWLEDGE.findings[name].offers[0]

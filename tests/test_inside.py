"""Behind the words: what the panel tells is what the core decides."""

from typing import Any

import pytest
from callers import KNOWLEDGE, SIMPLE_SPASM, TEXTS, Said, attributes, interview
from flask.testing import FlaskClient

from skill import library
from skill.doors.web.app import create_app
from skill.doors.web.inside import Inside, coming, look
from skill.telling.words import Words, names
from skill.triage.interview import questions_left, reached
from skill.triage.leaning import next_discriminator
from skill.triage.rules import fired

Json = dict[str, Any]

PATIENTS: list[dict[str, str]] = [
    {**SIMPLE_SPASM, "main_region": "lower_back"},
    {**SIMPLE_SPASM, "main_region": "leg", "numb_tingling": "yes", "travels_line": "yes"},
    {**SIMPLE_SPASM, "main_region": "neck", "limb_weakness": "yes"},
    {**SIMPLE_SPASM, "main_region": "lower_back", "gate_fever": "unsure", "gate_injury": "yes"},
    {**SIMPLE_SPASM, "main_region": "leg", "gate_stroke": "yes"},
]
TURNS = [one for patient in PATIENTS for one in interview(patient) if one.turn.session]

each_turn = pytest.mark.parametrize("said", TURNS, ids=lambda one: one.asking)


def opened(said: Said) -> Inside:
    """Return what the panel looks at after a turn."""
    assert said.turn.session
    return Inside(KNOWLEDGE, Words(KNOWLEDGE, TEXTS, names()), said.turn.session)


@pytest.fixture
def client() -> FlaskClient:
    """Return a browser on this machine."""
    return create_app().test_client()


@each_turn
def test_the_panel_tells_what_the_core_decides(said: Said) -> None:
    """Level, rules, and how many questions there would still be."""
    one = opened(said)
    told, answers = look(one), one.answers
    assert told["level"]["id"] == reached(KNOWLEDGE, answers).id
    rules = [rule.id for rule in fired(KNOWLEDGE, answers)]
    assert [rule["id"] for rule in told["rules"]] == rules
    assert len(told["ahead"]) == questions_left(KNOWLEDGE, answers)
    assert [each["id"] for each in told["session"]["answers"]] == [
        name for breath in one.session.history for name, _ in breath
    ]


@each_turn
def test_every_rule_has_its_reasons_and_sources(said: Said) -> None:
    """Whatever fired: a rule, "not sure", a whole screen, or words."""
    for one in look(opened(said))["rules"]:
        assert all(one["told"])
        assert one["sources"]
        assert all(source["title"] for source in one["sources"])


@each_turn
def test_the_scales_end_where_the_open_questions_can_lead(said: Said) -> None:
    """Now lies within the range, and so does every single answer; none open, no range."""
    told = look(opened(said))
    now, open_ones = told["scales"]["moves"][-1], told["remaining"]
    for scale in ("nerve", "muscle"):
        least, most = told["scales"][scale]
        assert least <= now[scale] <= most
        assert open_ones or least == most
        assert told["ahead"] or not open_ones
        for one in open_ones:
            assert all(least <= one[value][scale] <= most for value in ("yes", "no"))


@each_turn
def test_what_is_asked_next_is_among_what_remains(said: Said) -> None:
    """While nerve or muscle is asked about."""
    session = said.turn.session
    assert session
    if session.asking == next_discriminator(KNOWLEDGE, session.answers):
        assert session.asking in {one.finding for one in coming(opened(said))}


@pytest.mark.parametrize("path", ["/inside", "/map"])
@pytest.mark.parametrize("stored", [{}, {"state": "x"}, {"version": 1}, {"asked": [None]}])
def test_no_session_is_shown_as_one_that_has_not_begun(
    client: FlaskClient, path: str, stored: Json
) -> None:
    """Also one that cannot be trusted."""
    answer = client.post(path, json={"attributes": stored})
    assert answer.json == client.post(path, json={}).json


@pytest.mark.parametrize("path", ["/inside", "/map"])
def test_a_body_that_is_none_is_told(client: FlaskClient, path: str) -> None:
    """As everywhere on the page's server."""
    assert client.post(path, data=b"[]", content_type="application/json").status_code == 400
    assert client.post(path, json={"locale": "tlh-QO"}).status_code == 400
    assert client.post(path, json={"attributes": "x"}).status_code == 400


@pytest.mark.parametrize("place", KNOWLEDGE.findings["main_region"].values)
def test_every_question_has_its_place_on_the_map(client: FlaskClient, place: str) -> None:
    """What is pending is framed on exactly one sheet or more, until the read-back."""
    for said in interview({**SIMPLE_SPASM, "main_region": place, "gate_injury": "yes"}):
        if said.turn.asked:
            body = {"attributes": attributes(said.turn)}
            pictures = client.post("/map", json=body).json["pictures"]  # type: ignore[index]
            assert any(one["now"] for one in pictures), said.asking
            assert sum(one["svg"].count(" now") for one in pictures) >= 1


def test_the_sources_of_every_rule_are_there() -> None:
    """Compiled from the medicine, by id."""
    sources = library.sources()
    assert set(sources["rule"]) == {one.id for one in KNOWLEDGE.rules}
    assert set(sources["words"]) == {one.id for one in KNOWLEDGE.words}
    for kind in ("rule", "words", "step", "finding"):
        for keys in sources[kind].values():
            assert keys
            assert set(keys) <= set(sources["source"])

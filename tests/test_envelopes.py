"""Damaged requests: each gets a valid response or a 400, and none changes a level.

Some thousands of them are tried; ENVELOPES says how many, as in
``ENVELOPES=100000 python -m pytest -s tests/test_envelopes.py``. They are signed, so that they get
as far as anything that Amazon might send one day.
"""

import json
import logging
import os
from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Any

import pytest
from callers import KNOWLEDGE, TEXTS
from envelopes import SKILL_ID, Damaged, Scene, damaged, scenes
from flask.testing import FlaskClient
from pki import NOW, headers, pki

from skill import library
from skill.dialogue.session import load
from skill.doors.alexa.front import sift
from skill.doors.web.bodies import BodyError, read_json
from skill.doors.web.certificates import Certificates
from skill.doors.web.hosted import create_hosted
from skill.triage.interview import reached
from skill.triage.knowledge import Level

Json = dict[str, Any]

TRIED = int(os.environ.get("ENVELOPES", "3000"))
SILENCE = {"version": "1.0", "response": {}}


@pytest.fixture
def client() -> FlaskClient:
    """Return a caller of the hosted app."""
    certificates = Certificates([pki().root.certificate], lambda _: pki().chain)
    return create_hosted(SKILL_ID, certificates.key_at, NOW.timestamp).test_client()


class Errors(logging.Handler):
    """Keeps what the log says went wrong, without the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the error of a line; of another log, all."""
        text = record.getMessage()
        error = json.loads(text)["error"] if text.startswith("{") else text
        self.found += [error] if error else []


@pytest.fixture
def errors() -> Iterator[Errors]:
    """Listen to every log while a test runs."""
    kept, logs = Errors(), (logging.getLogger(), logging.getLogger("skill.doors.web.hosted"))
    logs[0].addHandler(kept)
    logs[1].setLevel(logging.INFO)
    yield kept
    logs[0].removeHandler(kept)
    logs[1].setLevel(logging.NOTSET)


def test_the_requests_as_they_were_are_answered(client: FlaskClient) -> None:
    """Undamaged, each gets what the handler said."""
    for scene in scenes():
        body = json.dumps(scene.event).encode()
        assert client.post("/alexa", data=body, headers=headers(body)).json == scene.answer


def test_a_damaged_request_gets_a_turn_or_a_400_and_changes_no_level(
    client: FlaskClient, errors: Errors
) -> None:
    """Whatever was done to it."""
    seen: Counter[str] = Counter()
    for number in range(TRIED):
        one = damaged(number)
        response = client.post("/alexa", data=one.body, headers=headers(one.body))
        try:
            seen[judged(one, response.status_code, json.loads(response.data))] += 1
        except AssertionError as error:
            raise AssertionError(f"envelope {number}, {one.how}") from error
    assert [one for one in errors.found if not one.startswith("refused: ")] == []
    assert sum(seen.values()) == TRIED
    assert {"as if undamaged", "another turn", "silence", "refused"} <= set(seen)
    print(dict(seen), Counter(errors.found))  # noqa: T201 - shown by -s


def judged(one: Damaged, status: int, answer: Json) -> str:
    """Return what became of a request; raise AssertionError for what may not."""
    if status == 400:
        assert answer == {"error": "The request was refused."}
        return "refused"
    assert status == 200
    event = read(one.body)
    if sift(event) == sift(one.scene.event):
        assert answer == one.scene.answer
        return "as if undamaged"
    if answer == SILENCE:
        assert event["request"]["type"] not in {"LaunchRequest", "IntentRequest"}
        return "silence"
    assert_valid(answer)
    assert_level_kept(one.scene, event, answer)
    return "another turn"


def read(body: bytes) -> Json:
    """Return the JSON of a body that was answered."""
    try:
        return read_json(body)
    except BodyError:
        raise AssertionError("a body that is none was answered") from None


def assert_valid(answer: Json) -> None:
    """Hold a spoken response to the promises of every one."""
    response = answer["response"]
    speech, is_open = response["outputSpeech"]["ssml"], "reprompt" in response
    assert answer["version"] == "1.0"
    assert response["outputSpeech"]["type"] == "SSML"
    assert response["shouldEndSession"] is not is_open
    assert ("?" in speech) is is_open
    assert len(json.dumps(answer)) < 24_000
    assert TEXTS["say.sorry"][:20] not in speech


def assert_level_kept(scene: Scene, event: Json, answer: Json) -> None:
    """Compare the level with what it was before, and with what it would have become."""
    stored = sift(event)
    assert stored
    now, before = level(answer.get("sessionAttributes")), level(stored["session"]["attributes"])
    same = stored["session"]["attributes"] == kept(scene)
    if now is None:  # it ended: as it would have, in a state where that is due, or in no country
        ended = scene.answer["response"]["shouldEndSession"] if same else before is not None
        assert ended or stored["request"]["locale"] not in library.locales()
    elif same:
        assert now in {before, level(scene.answer.get("sessionAttributes"))}
    elif before is not None and not begins_anew(stored, answer):
        assert now >= before  # another state of ours, in which the reply counts


def begins_anew(stored: Json, answer: Json) -> bool:
    """Return whether a launch was asked for, or it was said that the place is lost."""
    lost = escape(TEXTS["say.lost_place"], quote=False)
    speech: str = answer["response"]["outputSpeech"]["ssml"]
    return stored["request"]["type"] == "LaunchRequest" or lost in speech


def kept(scene: Scene) -> Json:
    """Return the state that a scene came with."""
    sifted = sift(scene.event)
    assert sifted
    attributes: Json = sifted["session"]["attributes"]
    return attributes


def level(attributes: object) -> Level | None:
    """Return the level that a stored session has reached; None when it cannot be trusted."""
    session = load(KNOWLEDGE, attributes)
    return reached(KNOWLEDGE, session.answers) if session else None


def test_the_same_number_is_the_same_request() -> None:
    """So that a failure can be looked at."""
    assert damaged(17) == damaged(17)
    assert len({damaged(number).body for number in range(200)}) > 190

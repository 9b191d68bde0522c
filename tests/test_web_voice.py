"""Speech through the web door: what it says, what it hears, and what it refuses."""

import logging
from base64 import b64encode
from typing import Any

import pytest
from flask.testing import FlaskClient
from speech import OTHER_VOICE, listens, recording, speaks

from skill.doors.terminal.chat import opened
from skill.doors.voice.sound import RATE, Sound, of_wav, silence, wav_of
from skill.doors.web.app import create_app
from skill.doors.web.voice import LONGEST_SAID
from skill.saying import say

Json = dict[str, Any]

LOCALE = "en-US"
HELLO = {"ssml": "<speak>Hello.</speak>", "locale": LOCALE}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """Return a page on this machine."""
    monkeypatch.delenv("ALEXA_SKILL_ID", raising=False)
    return create_app().test_client()


def sent(file: bytes) -> str:
    """Return sound as the page sends it."""
    return b64encode(file).decode()


def quiet(seconds: float) -> str:
    """Return silence as the page sends it."""
    return sent(wav_of(Sound(silence(seconds, RATE), RATE)))


@speaks
@listens
def test_the_page_is_told_what_this_machine_can_do(client: FlaskClient) -> None:
    """In a locale: there is a model for one."""
    able = {"speaks": True, "listens": True}
    warned = "Only plain answers are heard here: an emergency may not be. If it is one, call 911."
    assert client.get("/voice").json == {**able, "warning": warned}
    assert client.get("/voice?locale=en-US").json == {**able, "warning": warned}
    assert client.get("/voice?locale=xx-XX").status_code == 400


@speaks
def test_ssml_comes_back_as_sound(client: FlaskClient) -> None:
    """Slower when it is asked for."""
    response = client.post("/speak", json=HELLO)
    assert (response.status_code, response.mimetype) == (200, "audio/wav")
    assert response.headers["Cache-Control"] == "no-store"
    slow = client.post("/speak", json={**HELLO, "slow": True})
    assert of_wav(slow.data).seconds > of_wav(response.data).seconds > 0.3


@speaks
@listens
def test_an_answer_is_heard_as_the_question_expects_it(client: FlaskClient) -> None:
    """The session says which kind of answer that is; an unsure one is to be asked back."""
    age = opened(LOCALE).state
    one = say("forty", age, LOCALE).state
    screen = say("no", say("no", one, LOCALE).state, LOCALE).state
    rows: list[tuple[str, str, Json, Json]] = [
        ("open nerve check", "en-us", {}, {"text": "open nerve check", "sure": True}),
        ("thirty eight", "en-us", age, {"text": "thirty eight", "sure": True}),
        ("no", "en-us", screen, {"text": "no", "sure": True}),
        ("what time is the football", "en-us", screen, {"text": "", "sure": True}),
        ("no none of these", OTHER_VOICE, screen, {"text": "no none of these", "sure": False}),
    ]
    for said, voice, attributes, heard in rows:
        body = {"wav": sent(recording(said, voice)), "attributes": attributes, "locale": LOCALE}
        assert client.post("/listen", json=body).json == heard, said


@listens
@pytest.mark.parametrize("seconds", [0, 1, LONGEST_SAID - 1])
def test_silence_is_nothing(client: FlaskClient, seconds: float) -> None:
    """As long as the longest answer, which is more than other routes take."""
    response = client.post("/listen", json={"wav": quiet(seconds)})
    assert (response.status_code, response.json) == (200, {"text": "", "sure": True})


REFUSED: list[tuple[str, str, Json, tuple[int, str]]] = [
    ("no SSML", "/speak", {}, (400, "not well formed")),
    ("bad SSML", "/speak", {"ssml": "<speak>A & B</speak>"}, (400, "not well formed")),
    ("a tag of a page", "/speak", {"ssml": "<speak><script/></speak>"}, (400, "no <script> here")),
    ("SSML that is no text", "/speak", {"ssml": 1}, (400, '"ssml" must be text')),
    ("slow as a word", "/speak", {**HELLO, "slow": "yes"}, (400, '"slow" must be true or false')),
    ("an unknown locale", "/speak", {**HELLO, "locale": "../x"}, (400, '"locale" must be one of')),
    ("more SSML than the page sends", "/speak", {"ssml": "a" * 200_000}, (413, "")),
    ("no sound", "/listen", {}, (400, "no WAV file")),
    ("no base64", "/listen", {"wav": "é!"}, (400, "no base64")),
    ("no WAV", "/listen", {"wav": sent(b"hello")}, (400, "no WAV file")),
    ("attributes that are none", "/listen", {"wav": quiet(0), "attributes": 1}, (400, "an object")),
    ("an unknown locale to hear", "/listen", {"wav": quiet(0), "locale": "x"}, (400, '"locale"')),
    ("too long", "/listen", {"wav": quiet(LONGEST_SAID + 0.2)}, (400, "longer than 20 seconds")),
    ("far too long", "/listen", {"wav": quiet(LONGEST_SAID * 2)}, (413, "")),
]


@pytest.mark.parametrize(
    ("reason", "route", "body", "expected"), REFUSED, ids=[row[0] for row in REFUSED]
)
def test_what_cannot_be_said_or_heard_is_refused(
    client: FlaskClient, reason: str, route: str, body: Json, expected: tuple[int, str]
) -> None:
    """With a sentence that says why."""
    response = client.post(route, json=body)
    status, told = expected
    assert response.status_code == status, reason
    assert response.json
    assert told in response.json["error"]


@pytest.mark.parametrize("route", ["/speak", "/listen"])
@pytest.mark.parametrize(
    ("kind", "data", "status"),
    [
        ("text/plain", b"{}", 415),
        ("application/json", b"\xff", 400),
        ("application/json", b"", 400),
    ],
)
def test_what_is_no_json_is_refused(
    client: FlaskClient, route: str, kind: str, data: bytes, status: int
) -> None:
    """As at the other routes: another page cannot send JSON here without asking."""
    assert client.post(route, data=data, content_type=kind).status_code == status


@pytest.mark.parametrize("route", ["/speak", "/listen", "/voice"])
def test_strangers_are_refused(client: FlaskClient, route: str) -> None:
    """Another machine, another name, a proxy."""
    for elsewhere in (
        {"environ_overrides": {"REMOTE_ADDR": "192.0.2.1"}},
        {"headers": {"Host": "example.org"}},
        {"headers": {"X-Forwarded-For": "192.0.2.1"}},
    ):
        method = client.get if route == "/voice" else client.post
        assert method(route, **elsewhere).status_code == 403


def test_without_the_program_speech_is_not_implemented(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """501, and what to install."""
    monkeypatch.setenv("PATH", "/nonexistent")
    response = client.post("/speak", json=HELLO)
    assert response.status_code == 501
    assert response.json == {
        "error": "There is no espeak-ng to speak with. Install it: apt-get install espeak-ng."
    }
    able = client.get("/voice").json
    assert able
    assert able["speaks"] is False


def test_nothing_that_was_said_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even when it is refused."""
    caplog.set_level(logging.DEBUG)
    client.post("/speak", json={"ssml": "<speak>my secret<b/></speak>", "locale": LOCALE})
    client.post("/listen", json={"wav": sent(b"my secret")})
    assert "secret" not in caplog.text

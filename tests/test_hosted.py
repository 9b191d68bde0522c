"""The hosted endpoint: nothing but Alexa's door and its health, started and stopped with care."""

import json
import logging
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from amazon import request_of
from callers import launched
from flask.testing import FlaskClient
from hosting import COMMAND, ROOT, dated, gunicorn, post
from pki import NOW, headers, pki
from werkzeug.test import TestResponse

from skill import library
from skill.dialogue import acts
from skill.doors.alexa import build_handler
from skill.doors.alexa.front import TAP
from skill.doors.web import hosted, request_log
from skill.doors.web.bodies import LARGEST_BODY
from skill.doors.web.certificates import Certificates
from skill.doors.web.hosted import app, create_hosted
from skill.doors.web.request_log import KINDS, OTHER, TYPES
from skill.doors.web.speaker import SKILL_ID, envelope

LAUNCH = envelope({"type": "LaunchRequest"}, {}, "en-US")


@pytest.fixture
def client() -> FlaskClient:
    """Return a caller of the hosted app, whose certificates are the tests'."""
    certificates = Certificates([pki().root.certificate], lambda _: pki().chain)
    return create_hosted(SKILL_ID, certificates.key_at, NOW.timestamp).test_client()


def send(client: FlaskClient, body: bytes) -> TestResponse:
    """Send a body as Amazon does."""
    return client.post("/alexa", data=body, headers=headers(body))


def test_a_signed_request_gets_what_the_handler_returns(client: FlaskClient) -> None:
    """The same words as on AWS."""
    response = send(client, dated(LAUNCH))
    assert (response.status_code, response.json) == (200, build_handler()(LAUNCH, None))


@pytest.mark.parametrize(
    "path", ["/", "/say", "/inside", "/map", "/stories", "/voice", "/static/page.css", "/load"]
)
def test_there_is_no_page(client: FlaskClient, path: str) -> None:
    """Neither it nor what it is made of."""
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_the_door_is_for_posts(client: FlaskClient, method: str) -> None:
    """Anything else is told so."""
    assert client.open("/alexa", method=method).status_code == 405


def test_health_is_told(client: FlaskClient) -> None:
    """To a supervisor, without a signature."""
    assert client.get("/healthz").json == {"status": "ok"}


@pytest.mark.parametrize("path", ["/alexa", "/healthz", "/nothing"])
def test_every_response_is_locked_down(client: FlaskClient, path: str) -> None:
    """As on the page."""
    found = client.get(path).headers
    assert found["Cache-Control"] == "no-store"
    assert found["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("more", [0, 1])
def test_a_large_body_is_refused_before_it_is_read(client: FlaskClient, more: int) -> None:
    """Even when it is signed: up to the limit it is answered, beyond it is not."""
    body = dated(LAUNCH)
    body += b" " * (LARGEST_BODY - len(body) + more)
    assert send(client, body).status_code == (400 if more else 200)


def test_a_fault_of_ours_while_checking_is_a_refusal(caplog: pytest.LogCaptureFixture) -> None:
    """Nobody gets in by one, and nothing of the request is told."""
    caplog.set_level(logging.INFO)

    def fail(address: str, _: float) -> Any:  # noqa: ANN401 - it returns nothing
        raise KeyError(address)

    client = create_hosted(SKILL_ID, fail, NOW.timestamp).test_client()
    response = send(client, dated(LAUNCH))
    assert response.status_code == 400
    assert response.json == {"error": "The request was refused."}
    (line,) = [json.loads(one) for one in caplog.messages]
    assert line["error"] == "KeyError"


def test_a_fault_of_ours_in_a_turn_is_an_apology(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is spoken, and the log names its type in the same line."""
    caplog.set_level(logging.INFO)

    def fail(*_: object) -> None:
        raise ZeroDivisionError("my secret ache")

    monkeypatch.setattr("skill.saying.render", failing_once(fail))
    response = send(client, dated(LAUNCH))
    assert response.status_code == 200
    assert "Sorry" in response.text
    (line,) = [json.loads(one) for one in caplog.messages]
    assert (line["type"], line["error"]) == ("LaunchRequest", "ZeroDivisionError")


def failing_once(fail: Any) -> Any:  # noqa: ANN401 - stands in for any function
    """Return the renderer, which fails the first time: the apology is rendered too."""
    from skill.wording import render  # noqa: PLC0415 - before it is replaced

    calls = iter([fail])

    def rendering(*given: Any) -> Any:  # noqa: ANN401 - the same
        return next(calls, render)(*given)

    return rendering


# --- the log --------------------------------------------------------------------------------------


def logged(client: FlaskClient, caplog: pytest.LogCaptureFixture, asked: Any, locale: str) -> Any:  # noqa: ANN401 - JSON
    """Return the line for a request."""
    caplog.clear()
    caplog.set_level(logging.INFO)
    send(client, dated(envelope(asked, {}, locale)))
    (line,) = [json.loads(one) for one in caplog.messages]
    assert list(line) == ["type", "locale", "act", "ms", "error"]
    return line["type"], line["locale"], line["act"], line["error"]


@pytest.mark.parametrize(
    ("asked", "locale", "line"),
    [
        ({"type": "LaunchRequest"}, "en-US", ("LaunchRequest", "en-US", "launch", "")),
        (request_of(acts.YES), "en-US", ("IntentRequest", "en-US", "answer", "")),
        (request_of(acts.NO), "en-US", ("IntentRequest", "en-US", "answer", "")),
        (request_of(acts.age("45")), "en-US", ("IntentRequest", "en-US", "answer", "")),
        (request_of(acts.emergency("chest")), "en-US", ("IntentRequest", "en-US", "tell", "")),
        (request_of(acts.emergency("self_harm")), "en-US", ("IntentRequest", "en-US", "tell", "")),
        (request_of(acts.STOP), "en-US", ("IntentRequest", "en-US", "stop", "")),
        ({"type": "IntentRequest"}, "en-US", ("IntentRequest", "en-US", OTHER, "")),
        ({"type": TAP}, "en-US", (TAP, "en-US", "tap", "")),
        ({"type": "Secret.Ache"}, "tlh-QO", (OTHER, OTHER, "", "")),
        ({"type": "SessionEndedRequest"}, "en-US", ("SessionEndedRequest", "en-US", "", "")),
    ],
)
def test_a_line_tells_the_kind_of_a_request_only(
    client: FlaskClient,
    caplog: pytest.LogCaptureFixture,
    asked: Any,  # noqa: ANN401 - JSON
    locale: str,
    line: tuple[str, ...],
) -> None:
    """A yes and a no look the same, and so do two kinds of emergency."""
    assert logged(client, caplog, asked, locale) == line


def test_every_intent_has_its_kind() -> None:
    """Whatever can be said; the words for the kinds are few."""
    model = json.loads((ROOT / "interaction_models/en-US.json").read_text("utf-8"))
    intents = model["interactionModel"]["languageModel"]["intents"]
    assert {one["name"] for one in intents} == set(KINDS)
    assert set(KINDS.values()) == {*request_log._KIND, "said"}  # noqa: SLF001 - the list of the words
    assert "LaunchRequest" in TYPES
    assert "en-US" in library.locales()


def test_others_are_not_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    """A health check, or an address that does not exist, which may hold anything."""
    caplog.set_level(logging.INFO)
    client.get("/healthz")
    client.get("/secret")
    assert caplog.messages == []


# --- starting and stopping ------------------------------------------------------------------------


@pytest.mark.parametrize("skill_id", [None, ""])
def test_without_a_skill_id_it_does_not_start(
    monkeypatch: pytest.MonkeyPatch, skill_id: str | None
) -> None:
    """A sentence says what to set."""
    monkeypatch.delenv("ALEXA_SKILL_ID", raising=False)
    if skill_id is not None:
        monkeypatch.setenv("ALEXA_SKILL_ID", skill_id)
    with pytest.raises(SystemExit, match="Set ALEXA_SKILL_ID to the id of your skill"):
        app()


def test_roots_that_cannot_be_read_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file that is not there, or holds no certificate."""
    monkeypatch.setenv("ALEXA_SKILL_ID", SKILL_ID)
    empty = tmp_path / "empty.pem"
    empty.touch()
    for file in (tmp_path / "nothing.pem", empty):
        monkeypatch.setenv("ALEXA_EXTRA_ROOTS", str(file))
        with pytest.raises(SystemExit, match="is no PEM file of certificates"):
            app()


def test_the_app_as_it_ships_refuses_what_is_not_signed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the real roots and the real clock; nothing is fetched for a header that is missing."""
    monkeypatch.setenv("ALEXA_SKILL_ID", SKILL_ID)
    monkeypatch.setattr(hosted.logger, "propagate", True)
    monkeypatch.setattr(hosted.logger, "handlers", [])
    client = app().test_client()
    assert client.post("/alexa", data=dated(LAUNCH)).status_code == 400
    line = json.loads(capsys.readouterr().out)
    assert line["error"] == "refused: there is no SignatureCertChainUrl header"


def test_the_command_says_what_is_missing() -> None:
    """As somebody runs it for the first time: one sentence, no traceback."""
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("Set ALEXA_SKILL_ID")
    assert len(ended.stderr.splitlines()) == 1


def test_a_turn_under_way_is_finished_before_it_stops(tmp_path: Path) -> None:
    """Told to stop while a request is coming in, the server answers it, then ends with 0."""
    body = dated(LAUNCH)
    with gunicorn(tmp_path) as server:
        connection = server.connection()
        connection.putrequest("POST", "/alexa")
        for name, value in (headers(body) | {"Content-Length": str(len(body))}).items():
            connection.putheader(name, value)
        connection.endheaders(body[:100])
        other = server.connection()
        assert post(other, body)[0] == 200
        server.process.send_signal(signal.SIGTERM)
        connection.send(body[100:])
        response = connection.getresponse()
        assert (response.status, json.loads(response.read())) == (
            200,
            build_handler()(LAUNCH, None),
        )
        assert server.process.wait(20) == 0
    for each in (connection, other):
        each.close()


# --- what it is made of ---------------------------------------------------------------------------


def test_it_loads_nothing_of_the_page() -> None:
    """No matcher, no speech, no pictures: less to start, and less to look through."""
    code = "import sys, skill.doors.web.hosted; print(*sorted(sys.modules))"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = told.stdout.split()
    unwanted = (
        "hassil",
        "pydantic",
        "skill.doors.terminal",
        "skill.doors.voice",
        "skill.playing",
        "skill.telling",
        "skill.workshop",
    )
    assert [name for name in loaded if name.startswith(unwanted)] == []
    hearing = {name for name in loaded if name.startswith("skill.hearing.")}
    assert hearing == {"skill.hearing.intents", "skill.hearing.taps"}


def entries(lock: str) -> dict[str, set[str]]:
    """Return the pinned packages of a lock file, each with its hashes."""
    text = (ROOT / lock).read_text("utf-8")
    return {
        block.split()[0]: set(re.findall(r"sha256:\w{64}", block))
        for block in re.split(r"\n(?=[a-z])", text)[1:]
    }


def test_a_server_installs_what_is_tested() -> None:
    """Its lock file is a part of the one that the tests run with, to the last hash."""
    small, whole = entries("hosting.lock"), entries("requirements.lock")
    assert {name: whole.get(name) for name in small} == small
    assert all(small.values())
    named = {name.split("==")[0] for name in small}
    assert {"ask-sdk-core", "certifi", "cryptography", "flask", "gunicorn"} <= named
    assert not {"hassil", "pydantic", "pytest"} & named


def test_the_image_is_as_a_reviewer_wants_it() -> None:
    """Pinned by hashes, without root, and of nothing but the skill."""
    image = (ROOT / "Dockerfile").read_text("utf-8")
    assert "--require-hashes --requirement hosting.lock" in image
    assert "\nUSER 10001:10001\n" in image
    assert re.findall(r"^COPY (?!--from)(\S+)", image, re.MULTILINE) == ["hosting.lock", "skill"]
    assert (ROOT / ".dockerignore").read_text("utf-8").splitlines()[0] == "*"


def test_an_interview_goes_on_after_a_restart(client: FlaskClient) -> None:
    """The server remembers nothing, so a new one knows as much."""
    first = send(client, dated(LAUNCH)).json
    assert first
    assert first["sessionAttributes"]["asked"] == list(launched().asked)
    certificates = Certificates([pki().root.certificate], lambda _: pki().chain)
    anew = create_hosted(SKILL_ID, certificates.key_at, NOW.timestamp).test_client()
    event = envelope(request_of(acts.age("45")), first["sessionAttributes"], "en-US")
    second = send(anew, dated(event)).json
    assert second
    assert second["sessionAttributes"]["asked"] != first["sessionAttributes"]["asked"]

"""Nothing of a caller is kept: whole conversations with marked words, and all that was written.

Each door runs as it is run for people, in a folder of its own, with every log turned on. What
it writes is searched for the marks; what the hosted one logs has to be words of closed lists.
"""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from amazon import ENTRY, request_of
from hosting import ROOT, dated, gunicorn, post
from pki import ADDRESS

from skill import library
from skill.doors.web.request_log import KINDS, OTHER, TYPES
from skill.doors.web.signature import Reason
from skill.doors.web.speaker import SKILL_ID, envelope
from skill.doors.web.stories import patient_acts
from skill.playing.stories import read_cases

Json = dict[str, Any]

MARK = "Zyzzyva"
"""In no word of ours."""
STORIES = ("N01", "N72", "E04")

WATCH = """
import logging, os, sys

logging.basicConfig(level=logging.DEBUG)

def hook(event, given):
    if event != "open" or isinstance(given[0], int):
        return
    if given[2] & (os.O_WRONLY | os.O_RDWR):
        os.write(2, f"WRITES {given[0]}\\n".encode())

sys.addaudithook(hook)
"""
"""Loaded by Python itself at its start: every log is on, and files that are written are told."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder to run a door in."""
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    return tmp_path


FREE = {"userId", "deviceId", "sessionId", "requestId", "apiAccessToken", "authority"}
SPOKEN = ("as it was spoken", "as the model names it")


def marked(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON with a mark for each name of somebody or something, and in a field more."""
    if isinstance(value, list):
        return [marked(one) for one in value]
    if not isinstance(value, dict):
        return MARK if value in SPOKEN else value
    fields = {key: MARK if key in FREE else marked(one) for key, one in value.items()}
    return fields | {f"{MARK}Field": MARK}


def event(asked: Json, attributes: Json, locale: str = "en-US") -> Json:
    """Return a marked request."""
    made = envelope(asked, {}, locale)
    made["session"]["user"] = made["context"]["System"]["user"] = {"userId": "amzn1.ask.account.A"}
    made["context"]["System"]["apiAccessToken"] = "eyJ0"
    told: Json = marked(made)
    told["session"]["attributes"] = attributes
    return told


def conversations() -> Iterator[list[Json]]:
    """Yield what three patients do, from opening to the result."""
    cases = {case.id: case for case in read_cases(ROOT / "tests/cases/dev.jsonl")}
    for name in STORIES:
        yield [request_of(act) for act in patient_acts(cases[name])]


def odd() -> Iterator[Json]:
    """Yield what no conversation has: types, intents, locales and attributes that are marked."""
    yield event({"type": f"{MARK}.Request"}, {})
    yield event({"type": "IntentRequest", "intent": {"name": f"{MARK}Intent"}}, {})
    yield event({"type": "LaunchRequest"}, {}, f"{MARK}-US")
    yield event({"type": "LaunchRequest"}, {"version": MARK, "state": MARK})
    yield event({"type": "SessionEndedRequest", "reason": "ERROR", "error": {"message": MARK}}, {})
    yield event({"type": "AlexaSkillEvent.SkillDisabled", "body": {"x": MARK}}, {})
    slots = {"region": {"name": "region", "value": f"my {MARK}"}}
    yield event({"type": "IntentRequest", "intent": {"name": "RegionIntent", "slots": slots}}, {})


def written(folder: Path) -> str:
    """Return everything that stands in a folder, names included."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return "".join(f"{path}\n{path.read_text('utf-8', 'replace')}\n" for path in files)


def nothing_kept(folder: Path) -> None:
    """Search what was written for marks, results, and files beside the ones of the test."""
    all_of_it = written(folder)
    assert MARK.lower() not in all_of_it.lower()
    for name in (*library.knowledge().findings, *said_in_results()):
        assert name not in all_of_it
    files = {path.name for path in folder.rglob("*") if path.is_file()}
    assert files <= {"sitecustomize.py", "pki.pem", "out", "err", "door.py"}
    told = re.findall(r"^WRITES (.*)$", all_of_it, re.MULTILINE)
    assert [path for path in told if not path.startswith("/dev/")] == []


def said_in_results() -> list[str]:
    """Return the sentences that tell a level."""
    texts = library.locale_texts("en-US")
    return [texts[key] for key in texts if key.startswith("level.") and " " in texts[key]]


# --- the hosted endpoint --------------------------------------------------------------------------


def test_the_hosted_endpoint_keeps_nothing(folder: Path) -> None:
    """Three interviews, odd requests, refused ones, and HTTP that is none."""
    with gunicorn(folder) as server:
        with closing(server.connection()) as connection:
            turns, refused = hosted_turns(connection), hosted_refusals(connection)
        mangled(server.port)
    lines = [json.loads(line) for line in server.out.read_text().splitlines()]
    assert len(lines) == turns + refused
    assert sum(line["error"] != "" for line in lines) == refused
    for line in lines:
        assert_closed(line)
    nothing_kept(folder)


def hosted_turns(connection: HTTPConnection) -> int:
    """Hold every conversation; return how many requests were answered."""
    turns = 0
    for asked in conversations():
        attributes: Json = {}
        for one in asked:
            status, answer = post(connection, dated(event(one, attributes)))
            assert status == 200
            attributes, turns = answer.get("sessionAttributes", {}), turns + 1
        assert "card" in answer["response"]
    for made in odd():
        assert post(connection, dated(made))[0] == 200
        turns += 1
    return turns


def hosted_refusals(connection: HTTPConnection) -> int:
    """Send what is refused; return how much."""
    body = dated(event({"type": "LaunchRequest"}, {}))
    other = body.replace(SKILL_ID.encode(), MARK.encode())
    assert post(connection, other)[0] == 400
    assert post(connection, f'{{"{MARK}": '.encode())[0] == 400
    assert post(connection, body, ADDRESS.replace("cert", f"%{MARK}"))[0] == 400
    assert post(connection, body, f"https://{MARK}.example/")[0] == 400
    for path in (f"/alexa?say={MARK}", f"/{MARK}"):
        headers = {"User-Agent": MARK, "Cookie": MARK, "Signature-256": MARK}
        connection.request("POST", path, MARK.encode() * 9, headers)
        response = connection.getresponse()
        assert response.status in {400, 404}
        assert MARK not in response.read().decode()
    return 5


def mangled(port: int) -> None:
    """Send what gunicorn itself cannot read."""
    for text in (MARK, f"POST /{MARK} HTTP/9", f"GET / HTTP/1.1\r\n{MARK}", f"GET / {MARK}"):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(f"{text}\r\n\r\n".encode())
            assert connection.recv(100).startswith(b"HTTP/1.1 ")


def assert_closed(line: Json) -> None:
    """Look at every word of a line."""
    assert list(line) == ["type", "locale", "act", "ms", "error"]
    assert line["type"] in {"", OTHER, *TYPES}
    assert line["locale"] in {"", OTHER, *library.locales()}
    assert line["act"] in {"", OTHER, "launch", "tap", *KINDS.values()}
    assert isinstance(line["ms"], float)
    assert line["error"] in {"", *(f"refused: {reason}" for reason in Reason)}


# --- the local server -----------------------------------------------------------------------------


@contextmanager
def door(folder: Path, *command: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a command of Python in a folder, with its output beside it."""
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "ALEXA_SKILL_ID": SKILL_ID}
    with (
        (folder / "err").open("w") as err,
        subprocess.Popen(
            [sys.executable, *command],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=err,
            text=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def test_the_local_server_keeps_nothing(folder: Path) -> None:
    """Neither what is asked as Amazon does, nor what is typed on the page."""
    with door(folder, "-m", "skill", "serve", "--port", "0") as process:
        assert process.stdout
        (port,) = re.findall(r"127\.0\.0\.1:(\d+)/", process.stdout.readline())
        connection = HTTPConnection("127.0.0.1", int(port), timeout=20)
        for asked in conversations():
            attributes: Json = {}
            for one in asked:
                answer = sent(connection, "/alexa", event(one, attributes))
                attributes = answer.get("sessionAttributes", {})
        for made in odd():
            sent(connection, "/alexa", made)
        sent(connection, "/say", {"say": f"my {MARK} aches"})
        sent(connection, f"/{MARK}", {MARK: MARK})
        connection.close()
        process.terminate()
        (folder / "out").write_text(process.stdout.read())
    nothing_kept(folder)


def sent(connection: HTTPConnection, path: str, content: Json) -> Json:
    """Send JSON, and return what comes back."""
    connection.request("POST", path, json.dumps(content), {"Content-Type": "application/json"})
    answer: Json = json.loads(connection.getresponse().read())
    return answer


# --- AWS Lambda -----------------------------------------------------------------------------------

LAMBDA = f"""
import json, runpy, sys

handler = runpy.run_path({str(ENTRY)!r})["lambda_handler"]
for line in sys.stdin:
    print("ANSWER", json.dumps(handler(json.loads(line), None)), flush=True)
"""


def test_the_lambda_keeps_nothing(folder: Path) -> None:
    """What it prints, AWS would keep."""
    (folder / "door.py").write_text(LAMBDA)
    rest: list[str] = []
    with door(folder, "door.py") as process:
        for asked in conversations():
            attributes: Json = {}
            for one in asked:
                answer = invoked(process, event(one, attributes), rest)
                attributes = answer.get("sessionAttributes", {})
        for made in odd():
            invoked(process, made, rest)
    (folder / "out").write_text("".join(rest))
    nothing_kept(folder)


def invoked(process: "subprocess.Popen[str]", made: Json, rest: list[str]) -> Json:
    """Return the answer to a request; what else was printed goes to the rest."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(made) + "\n")
    process.stdin.flush()
    while line := process.stdout.readline():
        if line.startswith("ANSWER "):
            answer: Json = json.loads(line.removeprefix("ANSWER "))
            return answer
        rest.append(line)
    raise AssertionError("it ended")

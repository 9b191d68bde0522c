"""The web door answers this machine only, says what the handler says, and keeps nothing."""

import json
import logging
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from flask.testing import FlaskClient
from recorded import states
from werkzeug.test import TestResponse

from skill import library
from skill.dialogue.questions import value_of
from skill.doors.alexa import build_handler
from skill.doors.terminal.hints import choices
from skill.doors.web.app import create_app
from skill.doors.web.local import NotLoopbackError
from skill.doors.web.server import serve
from skill.doors.web.speaker import envelope, request_for
from skill.doors.web.touch import with_screen
from skill.hearing.intents import days
from skill.saying import expected
from skill.workshop.authoring.checks import PAGE

Json = dict[str, Any]

REPOSITORY = Path(__file__).parents[1]
WEB = REPOSITORY / "skill/doors/web"
OPEN = "open nerve check"
LAUNCH = envelope({"type": "LaunchRequest"}, {}, "en-US")
ASKED: dict[str, Json] = {expected(state): state for state in states()}
"""Kind of question -> a state in which one is asked."""
KINDS = {
    *("launch", "yesno", "screen", "region", "duration", "age"),
    *("pain", "option", "readback", "result"),
}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """Return a browser on this machine, for a skill that has no id yet."""
    monkeypatch.delenv("ALEXA_SKILL_ID", raising=False)
    return create_app().test_client()


def say(client: FlaskClient, words: str, attributes: Json | None = None) -> Json:
    """Say words as the page does."""
    body = {"say": words, "attributes": attributes or {}, "locale": "en-US"}
    response = client.post("/say", json=body)
    assert response.status_code == 200, response.text
    return sent(response)


def sent(response: TestResponse) -> Json:
    """Return the JSON of a response."""
    content: Json = json.loads(response.text)
    return content


# --- the Alexa endpoint -----------------------------------------------------------------------


@pytest.mark.parametrize("screen", [False, True])
def test_alexa_gets_what_the_handler_returns(client: FlaskClient, *, screen: bool) -> None:
    """POST /alexa is the handler that AWS calls: the same JSON in and out, document and all."""
    handler = build_handler()
    attributes: Json = {}
    for words in (OPEN, "45", "none of these", "what was that", "stop"):
        said = request_for(words, attributes, "en-US")
        asked = (with_screen(said) if screen else said).envelope
        expected = handler(asked, None)
        assert ("directives" in expected["response"]) == screen
        assert client.post("/alexa", json=asked).json == expected
        attributes = expected.get("sessionAttributes", {})


@pytest.mark.parametrize("kind", ["SessionEndedRequest", "System.ExceptionEncountered", "New.Type"])
def test_what_may_not_be_spoken_to_gets_an_empty_response(client: FlaskClient, kind: str) -> None:
    """A session end and requests that do not exist yet are answered without speech."""
    response = client.post("/alexa", json=envelope({"type": kind}, {}, "en-US"))
    assert response.json == {"version": "1.0", "response": {}}


@pytest.mark.parametrize(
    ("own", "status"),
    [("", 200), (LAUNCH["session"]["application"]["applicationId"], 200), ("amzn1.other", 400)],
    ids=["none set", "this one", "another"],
)
def test_a_skill_id_keeps_out_other_skills(
    monkeypatch: pytest.MonkeyPatch, own: str, status: int
) -> None:
    """Once a skill id is set, by argument or environment, only its requests are answered."""
    monkeypatch.setenv("ALEXA_SKILL_ID", own)
    for app in (create_app(), create_app(own)):
        response = app.test_client().post("/alexa", json=LAUNCH)
        assert response.status_code == status
        assert ("error" in sent(response)) == (status != 200)


def test_the_page_works_whatever_the_skill_id_is() -> None:
    """The page's own requests carry a simulator's id, which is nobody else's business."""
    assert say(create_app("amzn1.other").test_client(), OPEN)["text"]


# --- errors -----------------------------------------------------------------------------------

JSON = "application/json"

# title, path, body, content type, status
BODIES: list[tuple[str, str, bytes, str, int]] = [
    ("nothing", "/alexa", b"", JSON, 400),
    ("half an object", "/alexa", b'{"request": ', JSON, 400),
    ("words", "/alexa", b"open nerve check", JSON, 400),
    ("a number JSON does not have", "/alexa", b'{"request": NaN}', JSON, 400),
    ("latin-1", "/alexa", '{"request": "é"}'.encode("latin-1"), JSON, 400),
    ("UTF-16", "/alexa", "{}".encode("utf-16"), JSON, 400),
    ("a list", "/alexa", b"[]", JSON, 400),
    ("null", "/alexa", b"null", JSON, 400),
    ("text", "/alexa", b'"LaunchRequest"', JSON, 400),
    ("an endless number", "/alexa", b'{"a": ' + b"9" * 5000 + b"}", JSON, 400),
    ("a deep list", "/alexa", b"[" * 100_000, JSON, 400),
    ("a deep object", "/alexa", b'{"a":' * 20_000 + b"1" + b"}" * 20_000, JSON, 400),
    ("no request", "/alexa", b"{}", JSON, 400),
    ("a request that is text", "/alexa", b'{"request": "LaunchRequest"}', JSON, 400),
    ("a request type that is a list", "/alexa", b'{"request": {"type": []}}', JSON, 400),
    ("a form", "/alexa", b"request=LaunchRequest", "application/x-www-form-urlencoded", 415),
    ("plain text", "/alexa", b"{}", "text/plain", 415),
    ("no content type", "/alexa", b"{}", "", 415),
    ("128 KiB", "/alexa", b" " * (128 * 1024), JSON, 400),
    ("one byte more", "/alexa", b" " * (128 * 1024 + 1), JSON, 413),
    ("nothing said", "/say", b"{}", JSON, 400),
    ("an empty reply", "/say", b'{"say": ""}', JSON, 400),
    ("a blank reply", "/say", b'{"say": " \\n"}', JSON, 400),
    ("a number said", "/say", b'{"say": 45}', JSON, 400),
    ("null said", "/say", b'{"say": null}', JSON, 400),
    ("a speech", "/say", b'{"say": "' + b"ow " * 200 + b'"}', JSON, 400),
    ("attributes that are text", "/say", b'{"say": "yes", "attributes": "x"}', JSON, 400),
    ("attributes that are null", "/say", b'{"say": "yes", "attributes": null}', JSON, 400),
    ("a tap that is text", "/say", b'{"tap": "yes"}', JSON, 400),
    ("a tap of nothing", "/say", b'{"tap": []}', JSON, 400),
    ("a screen that is text", "/say", b'{"say": "yes", "screen": "wide"}', JSON, 400),
    ("a locale that is a list", "/say", b'{"say": "yes", "locale": ["en-US"]}', JSON, 400),
    ("an unknown locale", "/say", b'{"say": "yes", "locale": "tlh-QO"}', JSON, 400),
    ("a locale that is a path", "/say", b'{"say": "yes", "locale": "../x"}', JSON, 400),
    ("a list", "/say", b"[]", JSON, 400),
    ("a form", "/say", b"say=yes", "application/x-www-form-urlencoded", 415),
    ("too much", "/say", b'{"say": "' + b"x" * (128 * 1024) + b'"}', JSON, 413),
]


@pytest.mark.parametrize(
    ("path", "body", "kind", "status"),
    [row[1:] for row in BODIES],
    ids=[f"{row[1]} {row[0]}" for row in BODIES],
)
def test_a_body_that_is_no_request_gets_an_error_in_json(
    client: FlaskClient, path: str, body: bytes, kind: str, status: int
) -> None:
    """What cannot be read is answered with why, never with a traceback."""
    response = client.post(path, data=body, content_type=kind)
    assert (response.status_code, response.mimetype) == (status, JSON)
    assert list(sent(response)) == ["error"]
    assert "Traceback" not in sent(response)["error"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/alexa", 405),
        ("PUT", "/alexa", 405),
        ("DELETE", "/alexa", 405),
        ("OPTIONS", "/alexa", 405),
        ("GET", "/say", 405),
        ("GET", "/?locale=tlh-QO", 400),
        ("GET", "/?locale=../x", 400),
        ("POST", "/", 405),
        ("POST", "/healthz", 405),
        ("GET", "/no/such/page", 404),
        ("GET", "/static/../app.py", 404),
    ],
)
def test_a_wrong_address_gets_an_error_in_json(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    """Every error has one form, whatever caused it."""
    response = client.open(path, method=method)
    assert (response.status_code, response.mimetype) == (status, JSON)
    assert list(sent(response)) == ["error"]
    assert ("Allow" in response.headers) == (status == 405)


def test_a_depth_that_only_the_skill_cannot_take_is_told(client: FlaskClient) -> None:
    """Attributes that can be read but not copied are an error of the sender, at any depth."""
    for depth in (10, 100, 300, 500, 700, 900):
        attributes = '{"a":' * depth + "1" + "}" * depth
        for path, body in (
            ("/say", f'{{"say": "yes", "attributes": {attributes}}}'),
            (
                "/alexa",
                json.dumps(LAUNCH).replace('"attributes": {}', f'"attributes": {attributes}'),
            ),
        ):
            response = client.post(path, data=body, content_type=JSON)
            assert response.status_code in {200, 400}


def test_a_fault_of_ours_is_told_and_logged_without_what_was_said(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even a fault that quotes the person reaches the log or the answer."""

    def fail(*_: object) -> None:
        raise KeyError("my secret ache")

    monkeypatch.setattr("skill.doors.web.saying.say", fail)
    response = client.post("/say", json={"say": "my secret ache"})
    assert response.status_code == 500
    assert list(sent(response)) == ["error"]
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text + response.text


# --- local mode -------------------------------------------------------------------------------

LOOPBACKS = ["127.0.0.1", "127.8.9.10", "::1"]
ANY = "0.0.0.0"  # noqa: S104 - to see that it is refused
STRANGERS = ["192.0.2.7", "10.0.0.5", ANY, "::", "2001:db8::1", "", "no address"]
HOSTS = ["localhost", "localhost:5000", "LOCALHOST", "127.0.0.1", "127.0.0.1:5000", "[::1]:5000"]
STRANGE_HOSTS = [
    "nerve.example",
    "localhost.nerve.example",
    "127.0.0.1.nerve.example",
    "nerve.example:5000",
    "192.0.2.7",
    "localhost@nerve.example",
    "localhost,nerve.example",
    "::1",
    "",
]
PROXY_HEADERS = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "x-real-ip"]
PATHS = [("GET", "/"), ("GET", "/healthz"), ("POST", "/alexa"), ("POST", "/say")]


@pytest.mark.parametrize(
    ("peer", "host", "header", "allowed"),
    [
        *((peer, "localhost", "", True) for peer in LOOPBACKS),
        *((peer, "localhost", "", False) for peer in STRANGERS),
        *(("127.0.0.1", host, "", True) for host in HOSTS),
        *(("127.0.0.1", host, "", False) for host in STRANGE_HOSTS),
        *(("127.0.0.1", "localhost", header, False) for header in PROXY_HEADERS),
    ],
)
def test_only_this_machine_is_answered(
    client: FlaskClient, peer: str, host: str, header: str, *, allowed: bool
) -> None:
    """An unsigned request from elsewhere, by a foreign name or through a proxy is refused."""
    headers = {"Host": host} | ({header: "127.0.0.1"} if header else {})
    for method, path in PATHS:
        response = client.open(
            path, method=method, headers=headers, environ_overrides={"REMOTE_ADDR": peer}
        )
        assert (response.status_code != 403) == allowed
        if not allowed:
            assert sent(response)["error"].startswith("Local mode: ")


@pytest.mark.parametrize(
    "host", [ANY, "::", "", "192.0.2.7", "nerve.example", "127.0.0.1.nerve.example"]
)
def test_the_server_is_never_bound_to_a_network(host: str) -> None:
    """Other machines can never reach unsigned requests; the message says what to do."""
    with pytest.raises(NotLoopbackError, match=r"use --host 127\.0\.0\.1"):
        serve(host, 0)


def test_a_port_in_use_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    """Two servers on one port: the second says so and ends with status 1."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as ended:
            serve("127.0.0.1", port)
    assert ended.value.code == 1
    assert f"Port {port} is in use" in capfd.readouterr().err


@pytest.mark.parametrize("port", [-1, 65536, 70000])
def test_a_port_that_does_not_exist_is_told(port: int) -> None:
    """A number that is no port is told in a sentence, and no other port is taken instead."""
    with pytest.raises(SystemExit, match=f"There is no port {port}"):
        serve("127.0.0.1", port)


@pytest.fixture
def server() -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Start the command that people run, on a free port; return it with its address."""
    command = [sys.executable, "-m", "skill", "serve", "--port", "0"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdout=pipe, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline()
        finally:
            process.kill()


def test_the_command_serves_and_prints_one_line(
    server: tuple["subprocess.Popen[str]", str],
) -> None:
    """One line says where it is; nothing that was asked is printed; Ctrl-C ends it."""
    process, line = server
    found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
    assert found
    connection = HTTPConnection("127.0.0.1", int(found[1]), timeout=10)
    connection.request("GET", "/healthz?say=secret")
    assert json.load(connection.getresponse()) == {"status": "ok"}
    connection.close()
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=10)
    assert (rest, process.returncode) == ("", 0)


# --- what the page says -----------------------------------------------------------------------


def test_a_whole_interview_by_the_page_has_the_words_of_the_handler(client: FlaskClient) -> None:
    """A person with a simple ache answers until the end, and hears what a speaker would say."""
    handler = build_handler()
    answers = {"age": "45", "region": "lower back", "screen": "none of these", "readback": "yes"}
    words, attributes, kinds = OPEN, Json(), ["launch"]
    for _ in range(60):
        answer = say(client, words, attributes)
        expected = handler(request_for(words, attributes, "en-US").envelope, None)
        assert answer["response"] == expected == handler(answer["request"], None)
        response = expected["response"]
        assert response["outputSpeech"]["ssml"] == f"<speak>{escape(answer['text'])}</speak>"
        assert answer["ended"] == response["shouldEndSession"]
        assert answer["attributes"] == expected.get("sessionAttributes", {})
        attributes = answer["attributes"]
        kinds.append(answer["expects"])
        if answer["ended"]:
            break
        named = [choice["say"] for choice in answer["choices"]]
        value = named[-1 if answer["expects"] == "option" else 1] if named else "no"
        words = answers.get(answer["expects"], value)
        if "your chest hurt" in answer["text"] or "chest pain" in answer["text"]:
            words = "i don't think so"
    assert answer["ended"]
    assert answer["attributes"] == {}
    assert set(kinds) == KINDS


def test_a_client_may_leave_out_attributes_and_locale(client: FlaskClient) -> None:
    """Without them the words open a conversation in American English."""
    assert client.post("/say", json={"say": OPEN}).json == say(client, OPEN)


def test_attributes_that_cannot_be_trusted_start_over(client: FlaskClient) -> None:
    """What somebody changed by hand is not replayed."""
    for attributes in ({"state": "x"}, {"version": 1, "state": []}, {"asked": {"deep": [None]}}):
        answer = say(client, "yes", attributes)
        assert (answer["ended"], answer["expects"]) == (False, say(client, OPEN)["expects"])


def test_exit_ends_without_words(client: FlaskClient) -> None:
    """As on a speaker, "exit" is not the skill's to answer."""
    opened = say(client, OPEN)
    answer = say(client, "exit", opened["attributes"])
    assert (answer["heard"], answer["text"], answer["ended"]) == ("SessionEndedRequest", "", True)
    assert (answer["expects"], answer["choices"], answer["attributes"]) == ("launch", [], {})


@pytest.mark.parametrize("locale", library.locales())
@pytest.mark.parametrize("kind", ["region", "duration", "pain"])
def test_every_choice_is_understood_as_its_value(locale: str, kind: str) -> None:
    """A tap on a choice answers with the value that it stands for."""
    asking = {"region": "main_region", "duration": "duration", "pain": "pain_level"}[kind]
    values = library.knowledge().findings[asking].values
    heard = [request_for(one, ASKED[kind], locale) for one in choices(locale, kind)]
    filled = [one.envelope["request"]["intent"]["slots"] for one in heard]
    slots = [slot for one in filled for slot in one.values()]
    meant = [value_of(library.knowledge(), asking, value_in(slot)) for slot in slots]
    assert meant == list(values)


def value_in(slot: Json) -> str:
    """Return the id of what a slot was resolved to, or the number of days in it."""
    if "resolutions" not in slot:
        return days(slot["value"])
    return str(slot["resolutions"]["resolutionsPerAuthority"][0]["values"][0]["value"]["id"])


def test_nothing_that_was_said_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the words, nor the answers they stand for, nor a body that cannot be read."""
    caplog.set_level(logging.DEBUG)
    opened = say(client, OPEN)
    say(client, "my secret ache", opened["attributes"])
    say(client, "yes", {"version": "secret", "state": "secret"})
    client.post("/say", data=b'{"say": "secret', content_type=JSON)
    client.post("/alexa", data=b"secret", content_type="text/secret")
    client.get("/secret")
    assert "secret" not in caplog.text


# --- the page ---------------------------------------------------------------------------------


class Page(HTMLParser):
    """The elements of the page: (tag, attributes)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def having(self, name: str) -> list[str]:
        """Return the values of an attribute, in the order of the page."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture
def page(client: FlaskClient) -> Page:
    """Return the page as it comes from the server."""
    return Page(client.get("/").text)


@pytest.mark.parametrize("path", ["/", "/static/page.css", "/static/page.js", "/healthz", "/no"])
def test_every_response_is_locked_down(client: FlaskClient, path: str) -> None:
    """The browser runs no foreign or inline script, shows us in no frame and keeps no copy."""
    with client.get(path) as response:
        headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_the_page_needs_nothing_from_elsewhere(client: FlaskClient, page: Page) -> None:
    """Every file that the page names is ours and exists; nothing is inline."""
    files = page.having("src") + page.having("href")
    assert len(files) == 4
    for file in [one for one in files if one != "#reply"]:
        assert file.startswith("/static/")
        with client.get(file) as response:
            assert response.status_code == 200
    assert not page.having("style")
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]
    for path in (*WEB.glob("static/*"), *WEB.glob("templates/*")):
        addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"']*", path.read_text("utf-8"))
        assert addresses in ([], ["http://www.w3.org/2000/svg"]), path


def test_the_page_says_what_it_is_not(client: FlaskClient) -> None:
    """Before anything is asked, a person reads the limits and what an emergency needs."""
    words = " ".join(re.sub(r"<[^>]+>", " ", client.get("/").text).split())
    for sentence in (
        "In an emergency, call your emergency number.",
        "This is general information.",
        "It is not a medical device, and no clinician has reviewed it.",
    ):
        assert sentence in words


def test_the_page_can_be_used_without_seeing_it(page: Page) -> None:
    """The log is announced, the field has a label, groups have names."""
    found = {attributes["id"]: attributes for _, attributes in page.elements if "id" in attributes}
    assert found["log"]["aria-live"] == "polite"
    assert found["trouble"]["role"] == "alert"
    assert found["say"]
    assert set(page.having("for")) <= set(found)
    for name in page.having("aria-labelledby"):
        assert name in found
    assert page.having("lang") == ["en-US"]


def test_every_kind_of_question_has_its_buttons(page: Page) -> None:
    """What the page shows a control for is a kind that the skill asks, and none is left out."""
    shown = {kind for kinds in page.having("data-for") for kind in kinds.split()}
    assert shown == KINDS


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("yes", "AMAZON.YesIntent"),
        ("no", "AMAZON.NoIntent"),
        ("none of these", "NoneOfTheseIntent"),
        ("not sure", "UnsureIntent"),
        ("repeat", "AMAZON.RepeatIntent"),
        ("say it differently", "RephraseIntent"),
        ("slower", "SlowerIntent"),
        ("why do you think that", "ResultWhyIntent"),
        ("who should i call", "ResultWhoIntent"),
        ("what should i watch out for", "ResultWarnIntent"),
        ("send it to me", "SendIntent"),
        ("why do you ask", "WhyIntent"),
        ("go back", "BackIntent"),
        ("start over", "AMAZON.StartOverIntent"),
        ("stop", "AMAZON.StopIntent"),
    ],
)
def test_every_button_is_heard_as_what_it_says(
    client: FlaskClient, page: Page, words: str, heard: str
) -> None:
    """A tap is the same as saying the words to a speaker."""
    assert words in page.having("data-say")
    assert len(page.having("data-say")) == 16
    kind = "result" if heard.startswith(("Result", "Send")) else "yesno"
    assert say(client, words, ASKED[kind])["heard"] == heard


def test_the_words_of_the_page_are_the_locales() -> None:
    """Every text that the page names is asked of each locale, and no other."""
    listed = {f"{table}.{name}" for table, names in PAGE.items() for name in names.split()}
    templates = "".join(path.read_text("utf-8") for path in sorted(WEB.glob("templates/*")))
    scripts = "".join(path.read_text("utf-8") for path in sorted(WEB.glob("static/*.js")))
    named = set(re.findall(r"texts\.(\w+)", templates))
    named |= {
        key for key in re.findall(r"""["']([\w.]+)["']""", scripts) if f"page.{key}" in listed
    }
    buttons = re.findall(r"button\('(\w+)'", templates)
    named |= {key for name in buttons for key in (name, f"says.{name}")}
    assert {f"page.{name}" for name in named} == listed
    assert set(re.findall(r'\btext\("(\w+)"', scripts)) <= named


def test_health_is_told(client: FlaskClient) -> None:
    """A supervisor on this machine can ask whether we run."""
    assert client.get("/healthz").json == {"status": "ok"}

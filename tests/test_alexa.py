"""The Alexa door: any request gets a valid response, and nobody's words get into a log."""

import importlib.util
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.exceptions import AskSdkException
from callers import KNOWLEDGE, SIMPLE_SPASM, TEXTS, attributes, interview, until
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.dialogue.session import load
from skill.doors.alexa import build_handler
from skill.doors.alexa.front import application_id, sift
from skill.hearing.intents import ACTS, CHOICES, days

Json = dict[str, Any]

SKILL = "amzn1.ask.skill.of-the-tests"
ENTRY = Path(__file__).parents[1] / "lambda/lambda_function.py"

handle = build_handler()
fixed = settings(derandomize=True, deadline=None, max_examples=150)

MIDDLE = attributes(until("constant_night_pain", "leg")[-1].turn)
ASKING_PLACE = attributes(until("main_region")[-1].turn)
LAUNCH: Json = {"type": "LaunchRequest"}


def envelope(request: Json, stored: object = None) -> Json:
    """Return a request as Amazon sends it."""
    application = {"applicationId": SKILL}
    return {
        "version": "1.0",
        "session": {
            "new": stored is None,
            "sessionId": "amzn1.echo-api.session.1",
            "application": application,
            "attributes": {} if stored is None else stored,
            "user": {"userId": "amzn1.ask.account.1"},
        },
        "context": {
            "System": {
                "application": application,
                "user": {"userId": "amzn1.ask.account.1"},
                "device": {"deviceId": "1", "supportedInterfaces": {}},
                "apiEndpoint": "https://api.amazonalexa.com",
                "apiAccessToken": "secret",
            }
        },
        "request": {
            "requestId": "amzn1.echo-api.request.1",
            "timestamp": "2026-11-21T12:00:00Z",
            "locale": "en-US",
            **request,
        },
    }


def intent(name: str, **slots: Json) -> Json:
    """Return an intent request."""
    return {
        "type": "IntentRequest",
        "dialogState": "STARTED",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": slots},
    }


def slot(name: str, said: str, value: str = "") -> Json:
    """Return a slot as Amazon fills it, resolved when it has a value."""
    if not value:
        status: Json = {"code": "ER_SUCCESS_NO_MATCH"}
        return {
            "name": name,
            "value": said,
            "resolutions": {"resolutionsPerAuthority": [{"authority": "a", "status": status}]},
        }
    resolved = {"value": {"name": said, "id": value}}
    return {
        "name": name,
        "value": said,
        "confirmationStatus": "NONE",
        "source": "USER",
        "slotValue": {"type": "Simple", "value": said},
        "resolutions": {
            "resolutionsPerAuthority": [
                {"authority": "a", "status": {"code": "ER_SUCCESS_MATCH"}, "values": [resolved]}
            ]
        },
    }


def words(answer: Json) -> str:
    """Return the SSML of a response."""
    return str(answer["response"].get("outputSpeech", {}).get("ssml", ""))


def is_valid(answer: Json) -> bool:
    """Return whether a response keeps the promises of a spoken turn."""
    response = answer["response"]
    assert answer["version"] == "1.0"
    assert response["outputSpeech"]["type"] == "SSML"
    assert len(json.dumps(answer)) < 24_000
    assert isinstance(response["shouldEndSession"], bool)
    assert ("reprompt" in response) is not response["shouldEndSession"]
    assert ("?" in words(answer)) is not response["shouldEndSession"]
    return True


# --- what is sifted --------------------------------------------------------------------------


def test_only_what_is_read_is_let_in() -> None:
    """No user, no device, no token, no unknown property reaches the SDK or the skill.

    The words of a slot do: what denies a sign must not be taken for it.
    """
    full = envelope(intent("RegionIntent", region=slot("region", "my spine", "neck")), MIDDLE)
    full["request"]["invented"] = {"x": 1}
    let_in = sift(full)
    assert let_in is not None
    assert set(let_in) == {"session", "context", "request"}
    assert set(let_in["session"]) == {"attributes"}
    assert let_in["context"] == {"System": {}}
    assert set(let_in["request"]) == {"type", "locale", "intent"}
    assert let_in["request"]["intent"] == {
        "name": "RegionIntent",
        "slots": {"region": {"name": "region", "value": "my spine", "id": "neck"}},
    }
    assert "secret" not in json.dumps(let_in)
    assert "amzn1.ask.account" not in json.dumps(let_in)


SILENT = [
    ("SessionEndedRequest", {"reason": "USER_INITIATED"}),
    ("SessionEndedRequest", {"reason": "A_REASON_OF_TOMORROW", "error": {"type": "NEW"}}),
    ("System.ExceptionEncountered", {"error": {"type": "INVALID_RESPONSE", "message": "x"}}),
    ("AlexaSkillEvent.SkillEnabled", {}),
    ("AlexaSkillEvent.SkillDisabled", {"body": {"userInformationPersistenceStatus": "X"}}),
    ("AlexaSkillEvent.SkillPermissionChanged", {}),
    ("CanFulfillIntentRequest", {}),
    ("Alexa.Presentation.APL.RuntimeError", {"errors": [{"type": "NEW"}]}),
    ("Connections.Response", {}),
    ("A.Type.Of.Tomorrow", {}),
    ("", {}),
    (None, {}),
    (7, {}),
]


@pytest.mark.parametrize(("kind", "more"), SILENT)
def test_what_may_not_be_spoken_to_gets_silence(kind: object, more: Json) -> None:
    """Session ends, events, exceptions and unknown types: a response, without speech."""
    assert handle(envelope({"type": kind, **more}), None) == {"version": "1.0", "response": {}}


JUNK: list[object] = [None, [], "", "x", 7, 3.5, True, {}, {"request": None}, {"request": []}]


@pytest.mark.parametrize("event", JUNK, ids=str)
def test_what_is_no_request_gets_silence(event: object) -> None:
    """Junk is answered as well, without speech."""
    assert handle(event, None) == {"version": "1.0", "response": {}}


@pytest.mark.parametrize("kind", [[], {}], ids=["list", "table"])
def test_a_type_that_is_no_text_gets_silence(kind: object) -> None:
    """Whatever stands where the type should stand."""
    assert handle({"request": {"type": kind}}, None) == {"version": "1.0", "response": {}}


def changed(path: str, value: object) -> Json:
    """Return an intent request in the middle of an interview with one thing changed."""
    event = envelope(intent("AMAZON.NoIntent", region=slot("region", "x", "neck")), MIDDLE)
    place: Any = event
    *steps, last = path.split("/")
    for step in steps:
        place = place.setdefault(step, {})
    place[last] = value
    return event


UNKNOWN_ENUMS = [
    ("context/Viewport", {"mode": "NEW", "shape": "OVAL", "touch": ["X"], "keyboard": ["Y"]}),
    ("context/Viewports", [{"type": "NEW", "id": "main"}]),
    ("context/System/user/permissions", {"scopes": {"a": {"status": "PERHAPS"}}}),
    ("context/System/device/supportedInterfaces", {"Alexa.New": {"runtime": {"x": 1}}}),
    ("context/Alexa.Presentation.APL", {"token": 1, "componentsVisibleOnScreen": "x"}),
    ("context/AudioPlayer", {"playerActivity": "DANCING"}),
    ("request/dialogState", "PAUSED"),
    ("request/timestamp", 1_700_000_000),
    ("request/intent/confirmationStatus", "PERHAPS"),
    ("request/intent/slots/region/confirmationStatus", "PERHAPS"),
    ("request/intent/slots/region/source", "GUESS"),
    ("request/intent/slots/region/slotValue", {"type": "Quantum", "values": 7}),
    (
        "request/intent/slots/region/resolutions",
        {"resolutionsPerAuthority": [{"status": {"code": "ER_NEW"}}]},
    ),
    ("session/user/permissions", {"scopes": {"a": {"status": "PERHAPS"}}}),
    ("request/reason", "NEW"),
    ("request/target", {"path": 1}),
]


@pytest.mark.parametrize(("path", "value"), UNKNOWN_ENUMS, ids=lambda one: str(one)[:40])
def test_an_unknown_value_changes_nothing(path: str, value: object) -> None:
    """Enums of tomorrow, at every place where the SDK would fail on them."""
    plain = handle(changed("request/requestId", "1"), None)
    answer = handle(changed(path, value), None)
    assert is_valid(answer)
    assert answer["sessionAttributes"] == plain["sessionAttributes"]
    assert words(answer) == words(plain)


WRONG = [None, [], {}, "", "x", 7, True, [None], {"a": None}]
PLACES = [
    "version",
    "session",
    "session/new",
    "session/attributes",
    "session/application",
    "context",
    "context/System",
    "context/System/application",
    "request/requestId",
    "request/locale",
    "request/intent",
    "request/intent/name",
    "request/intent/slots",
    "request/intent/slots/region",
    "request/intent/slots/region/value",
    "request/intent/slots/region/resolutions",
]


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("value", WRONG, ids=str)
def test_a_wrong_type_anywhere_still_gets_a_turn(path: str, value: object) -> None:
    """Null, or of another kind than Amazon documents."""
    assert is_valid(handle(changed(path, value), None))


@pytest.mark.parametrize("missing", ["session", "context", "version"])
def test_a_missing_part_still_gets_a_turn(missing: str) -> None:
    """A request without a session starts one."""
    event = envelope(LAUNCH)
    del event[missing]
    assert is_valid(handle(event, None))


def deep(levels: int) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON nested so deep."""
    inside: Any = "x"
    for _ in range(levels):
        inside = {"a": inside}
    return inside


def test_deep_nesting_outside_of_what_is_read_changes_nothing() -> None:
    """It is never walked."""
    event = envelope({**LAUNCH, "invented": deep(5000)})
    event["context"]["Invented"] = deep(5000)
    assert is_valid(handle(event, None))


def test_deeply_nested_attributes_start_over() -> None:
    """They are not ours."""
    assert is_valid(handle(envelope(intent("AMAZON.YesIntent"), deep(300)), None))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "name", "value", "slots", "intent", "request", "session", "id", "values"]
            ),
            inside,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@fixed
@given(anything, anything, anything)
def test_junk_never_raises(request_part: object, intent_part: object, slots: object) -> None:
    """An envelope, an intent or slots of any shape."""
    for event in (
        request_part,
        envelope({**LAUNCH, "intent": request_part}, intent_part),
        envelope({"type": "IntentRequest", "intent": intent_part}, slots),
        envelope({"type": "IntentRequest", "intent": {"name": "AgeIntent", "slots": slots}}),
    ):
        if not isinstance(event, dict) or isinstance(event.get("request"), dict):
            kind = event["request"].get("type") if isinstance(event, dict) else None
            if not isinstance(kind, (list, dict)):
                assert handle(event, None)["version"] == "1.0"


# --- what is answered ------------------------------------------------------------------------


def test_a_launch_opens_and_asks() -> None:
    """The opening, the first question, the microphone, and what is asked."""
    answer = handle(envelope(LAUNCH), None)
    assert is_valid(answer)
    assert "Nerve Check" in words(answer)
    assert answer["sessionAttributes"]["asked"] == ["age_band"]
    assert set(answer["sessionAttributes"]) == {"version", "state", "asked"}


@pytest.mark.parametrize(
    ("length", "whole_days", "why"),
    [
        ("P3D", "3", "days"),
        ("P3W", "21", "weeks"),
        ("P2M", "60", "months of thirty days"),
        ("P1Y", "365", "a year"),
        ("PT5H", "0", "hours are no day yet"),
        ("PT48H", "2", "two days in hours"),
        ("P1DT12H", "1", "a day and a half is no two days"),
        ("P1.5W", "10", "one and a half"),
        ("PT90M", "0", "minutes, not months"),
        ("P", "", "no amount"),
        ("3W", "", "not as Amazon writes it"),
        ("P999999999D", "", "no number of days that anybody has hurt"),
        ("recurring", "", "the id of another time"),
        ("", "", "nothing said"),
    ],
)
def test_a_length_of_time_is_whole_days(length: str, whole_days: str, why: str) -> None:
    """As ISO 8601 writes it, and Amazon's own type fills it."""
    assert days(length) == whole_days, why


def test_a_launch_in_the_middle_starts_anew() -> None:
    """Nothing of the old session is left."""
    answer = handle(envelope(LAUNCH, MIDDLE), None)
    fresh = handle(envelope(LAUNCH), None)
    assert answer["sessionAttributes"] == fresh["sessionAttributes"]


ASKED_AGAIN: list[tuple[str, Json]] = [
    ("an intent that the skill does not know", intent("IntentOfTomorrow")),
    ("no intent name", intent("")),
    ("the fallback intent", intent("AMAZON.FallbackIntent")),
    ("a slot without a value", intent("RegionIntent", region={"name": "region"})),
    ("no slot", intent("RegionIntent")),
    ("a slot of another name", intent("RegionIntent", place=slot("place", "neck", "neck"))),
    ("words that resolved to nothing", intent("RegionIntent", region=slot("region", "aura"))),
    ("a value of another slot", intent("RegionIntent", region=slot("region", "x", "lt_2d"))),
]


@pytest.mark.parametrize(("reason", "request_"), ASKED_AGAIN, ids=[row[0] for row in ASKED_AGAIN])
def test_what_is_not_understood_is_asked_again(reason: str, request_: Json) -> None:
    """In other words, with the microphone open and nothing recorded."""
    answer = handle(envelope(request_, ASKING_PLACE), None)
    assert is_valid(answer)
    assert answer["sessionAttributes"]["asked"] == ["main_region"], reason
    before = load(KNOWLEDGE, ASKING_PLACE)
    now = load(KNOWLEDGE, answer["sessionAttributes"])
    assert before is not None
    assert now is not None
    assert now.history == before.history
    assert now.misses == 1


def test_a_resolved_value_is_recorded() -> None:
    """By its id, whatever the words were."""
    said = intent("RegionIntent", region=slot("region", "the small of my back", "lower_back"))
    answer = handle(envelope(said, ASKING_PLACE), None)
    session = load(KNOWLEDGE, answer["sessionAttributes"])
    assert session is not None
    assert session.answers["main_region"] == "lower_back"


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "fr-CA", "xx", "", "en", None])
def test_another_locale_is_answered(locale: str | None) -> None:
    """A country that the skill has no numbers for is told so, and hears no wrong one."""
    answer = handle(envelope({**LAUNCH, "locale": locale}), None)
    assert is_valid(answer)
    assert ("911" in words(answer)) is not bool(locale)


@pytest.mark.parametrize("name", [*ACTS, *CHOICES])
def test_every_intent_is_answered_in_every_state(name: str) -> None:
    """Before, in the middle, at the result, and after an emergency."""
    patients = [
        {**SIMPLE_SPASM, "main_region": "leg"},
        {**SIMPLE_SPASM, "main_region": "leg", "limb_threat": "yes"},
    ]
    states = [attributes(one.turn) for patient in patients for one in interview(patient)]
    for stored in [None, *states]:
        answer = handle(envelope(intent(name), stored), None)
        assert is_valid(answer)
        if name in {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"}:
            assert answer["response"]["shouldEndSession"] is True
            assert answer.get("sessionAttributes", {}) == {}


def test_a_result_has_a_card() -> None:
    """To read again on the phone; once it is told, and at no question before."""
    said = interview({**SIMPLE_SPASM, "main_region": "leg"})
    told = handle(envelope(intent("AMAZON.YesIntent"), attributes(said[-2].turn)), None)
    assert told["response"]["card"]["type"] == "Standard"
    assert "not a diagnosis" in told["response"]["card"]["text"]
    assert "card" not in handle(envelope(LAUNCH), None)["response"]


# --- whose request it is -----------------------------------------------------------------------


def test_a_request_for_another_skill_is_refused() -> None:
    """With the skill id set, nobody else's request is answered."""
    own, other = build_handler(SKILL), build_handler("amzn1.ask.skill.another")
    assert is_valid(own(envelope(LAUNCH), None))
    for event in (envelope(LAUNCH), envelope(intent("AMAZON.YesIntent"), MIDDLE)):
        with pytest.raises(AskSdkException):
            other(event, None)


def test_a_request_without_a_skill_is_refused() -> None:
    """As is one that does not say for whom it is."""
    with pytest.raises(AskSdkException):
        build_handler(SKILL)({"request": LAUNCH}, None)


def test_the_skill_is_told_by_context_or_session() -> None:
    """Either may say it; the context counts first."""
    assert application_id(envelope(LAUNCH)) == SKILL
    assert application_id({"session": {"application": {"applicationId": "a"}}}) == "a"
    assert application_id({}) == ""


# --- what is logged ----------------------------------------------------------------------------


def test_nothing_that_was_said_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Not the words, not the answers, not the result, even when a turn fails."""
    caplog.set_level(logging.DEBUG)
    said = interview({**SIMPLE_SPASM, "main_region": "leg", "limb_weakness": "yes"})
    for one in said:
        for name in ("AMAZON.YesIntent", "AMAZON.FallbackIntent", "RegionIntent"):
            spoken = intent(name, region=slot("region", "mysecretplace"))
            handle(envelope(spoken, attributes(one.turn)), None)
    for secret in ("mysecretplace", "leg", "limb_weakness", "emergency", SKILL, "account"):
        assert secret not in caplog.text


def broken(monkeypatch: pytest.MonkeyPatch) -> Json:
    """Return the response to a no in the middle, when the next question has lost its words."""
    for key in [key for key in TEXTS if key.endswith((".stem", ".ask"))]:
        monkeypatch.delitem(TEXTS, key)
    return handle(envelope(intent("AMAZON.NoIntent"), MIDDLE), None)


def test_a_fault_of_ours_is_an_apology(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says sorry, stays open, and logs the kind of fault only."""
    answer = broken(monkeypatch)
    assert is_valid(answer)
    assert TEXTS["say.sorry"].split("{", maxsplit=1)[0] in words(answer)
    assert "KeyError" in caplog.text
    assert "screen." not in caplog.text
    assert "question." not in caplog.text


def test_a_fault_of_ours_leaves_the_session_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said again counts for the question that was heard."""
    kept = broken(monkeypatch)["sessionAttributes"]
    assert {key: kept[key] for key in MIDDLE} == MIDDLE


# --- the entry point of AWS ----------------------------------------------------------------------


def entry() -> Any:  # noqa: ANN401 - the module that AWS loads
    """Return the entry point, loaded as AWS loads it."""
    spec = importlib.util.spec_from_file_location("lambda_function", ENTRY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("value", [None, ""])
def test_the_entry_point_needs_the_skill_id(
    value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails at start-up, with a sentence that says what to set."""
    monkeypatch.delenv("ALEXA_SKILL_ID", raising=False)
    if value is not None:
        monkeypatch.setenv("ALEXA_SKILL_ID", value)
    with pytest.raises(RuntimeError, match="Set ALEXA_SKILL_ID to the id of your skill"):
        entry()


def test_the_entry_point_answers_its_own_skill_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """As AWS runs it."""
    monkeypatch.setenv("ALEXA_SKILL_ID", SKILL)
    assert is_valid(entry().lambda_handler(envelope(LAUNCH), None))
    monkeypatch.setenv("ALEXA_SKILL_ID", "amzn1.ask.skill.another")
    with pytest.raises(AskSdkException):
        entry().lambda_handler(envelope(LAUNCH), None)

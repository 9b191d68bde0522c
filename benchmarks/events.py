"""What an Echo Show and an Echo Dot send, at three moments of an interview."""

from collections.abc import Iterator
from typing import Any

from skill import library
from skill.dialogue.acts import LAUNCH, YES
from skill.dialogue.conversation import attributes_of, reply
from skill.dialogue.patient import reply_of
from skill.dialogue.session import Session, dump, load
from skill.dialogue.turns import Turn
from skill.triage.interview import READ_BACK

Json = dict[str, Any]

SKILL_ID = "amzn1.ask.skill.0f3c2a4e-8b1d-4c55-9a77-3e5d1b2c4f60"
DEVICES = ("Show", "Dot")
LONG = 50
"""Answers in a session that is longer than any interview."""

MIDDLE = "constant_night_pain"
"""The question in the middle of the interview that stands for all."""

KNOWLEDGE = library.knowledge()
SPASM = {
    "age_band": "35",
    "main_region": "lower_back",
    "duration": "lt_1w",
    "pain_level": "moderate",
    "worsening": "same",
    **dict.fromkeys(("hard_knot", "tender_press", "on_off_spasm"), "yes"),
    "gate_chest_breath_tearing": "hedged_no",
}
"""What somebody with a simple spasm answers, who hedges once, so that it is read back."""


def moments(device: str) -> dict[str, Json]:
    """Return the three requests of a device that stand for all."""
    before = {turn.session.asking: turn for turn in interview() if turn.session}
    return {
        "launch": envelope(device, {"type": "LaunchRequest"}, {}),
        "yes in the middle": yes(device, attributes_of(KNOWLEDGE, before[MIDDLE])),
        "yes to the result": yes(device, attributes_of(KNOWLEDGE, before[READ_BACK])),
    }


def interview() -> Iterator[Turn]:
    """Yield the turns up to the read-back."""
    turn = reply(KNOWLEDGE, None, LAUNCH)
    while turn.session and turn.session.asking != "result":
        yield turn
        confirms = turn.session.asking == READ_BACK
        act = YES if confirms else reply_of(KNOWLEDGE, turn.session, _said_by_the_spasm)
        turn = reply(KNOWLEDGE, dump(KNOWLEDGE, turn.session), act)


def _said_by_the_spasm(name: str) -> str:
    return SPASM.get(name, "no")


def answered(count: int) -> Json:
    """Return the attributes of a session with so many answers, at the same question always."""
    names = [name for name in KNOWLEDGE.findings if name != MIDDLE][:count]
    history = tuple(((name, _mildest(name)),) for name in names)
    return dump(KNOWLEDGE, Session(history=history, asking=MIDDLE))


def spelt_out(event: Json) -> Json:
    """Return a request whose session holds the same as the SDK's samples keep it: in tables."""
    session = load(KNOWLEDGE, event["session"]["attributes"])
    assert session is not None  # noqa: S101 - for the type checker: it is one of ours
    answers = [
        {"finding": name, "value": value, "reply": number}
        for number, breath in enumerate(session.history)
        for name, value in breath
    ]
    attributes = {"answers": answers, "asking": session.asking, "misses": session.misses}
    return {**event, "session": {**event["session"], "attributes": attributes}}


def _mildest(name: str) -> str:
    values = KNOWLEDGE.findings[name].values
    return values[min(1, len(values) - 1)] if values else "yes" if name == "adult_18_plus" else "no"


def yes(device: str, attributes: Json) -> Json:
    """Return a yes."""
    return _said(device, "AMAZON.YesIntent", attributes)


def again(device: str, attributes: Json) -> Json:
    """Return the wish to hear the question again, which no answer has a part in."""
    return _said(device, "AMAZON.RepeatIntent", attributes)


def _said(device: str, name: str, attributes: Json) -> Json:
    intent = {"name": name, "confirmationStatus": "NONE", "slots": {}}
    return envelope(device, {"type": "IntentRequest", "intent": intent}, attributes)


def envelope(device: str, request: Json, attributes: Json) -> Json:
    """Return a whole request as Amazon sends it from a device."""
    screen = _SCREEN if device == "Show" else {}
    return {
        "version": "1.0",
        "session": {
            "new": not attributes,
            "sessionId": "amzn1.echo-api.session.5b1f0c1e-2b9d-4b8a-9a3e-7f6d5c4b3a21",
            "application": {"applicationId": SKILL_ID},
            "attributes": attributes,
            "user": _USER,
        },
        "context": {**screen, "System": _system(device)},
        "request": {
            "requestId": "amzn1.echo-api.request.9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a",
            "timestamp": "2026-11-21T12:00:00Z",
            "locale": "en-US",
            **request,
        },
    }


_USER = {"userId": "amzn1.ask.account." + "AMAXK7N4QZ" * 20}
"""As long as they are."""


def _system(device: str) -> Json:
    interfaces: Json = {"AudioPlayer": {}}
    if device == "Show":
        apl = {"runtime": {"maxVersion": "2024.3"}}
        interfaces |= {"Alexa.Presentation.APL": apl, "Display": {"templateVersion": "1.0"}}
    return {
        "application": {"applicationId": SKILL_ID},
        "user": _USER,
        "device": {
            "deviceId": "amzn1.ask.device." + "AEVB2K6QXH" * 18,
            "supportedInterfaces": interfaces,
        },
        "unit": {
            "unitId": "amzn1.ask.unit." + "AHRPL5ZC2D" * 18,
            "persistentUnitId": "amzn1.alexa.unit.did." + "AFQWT3MN7U" * 6,
        },
        "apiEndpoint": "https://api.amazonalexa.com",
        "apiAccessToken": "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIs" * 30,
    }


def _visible(number: int) -> Json:
    place = f"1024x600+0+{number * 60}:0"
    tags = {"viewport": {}, "clickable": number % 2 == 0, "ordinal": number}
    return {"uid": f":10{number:02}", "position": place, "type": "text", "tags": tags}


_SCREEN: Json = {
    "Viewports": [
        {
            "type": "APL",
            "id": "main",
            "shape": "RECTANGLE",
            "dpi": 213,
            "presentationType": "STANDARD",
            "canRotate": False,
            "configuration": {
                "current": {
                    "mode": "HUB",
                    "video": {"codecs": ["H_264_42", "H_264_41"]},
                    "size": {"type": "DISCRETE", "pixelWidth": 1024, "pixelHeight": 600},
                }
            },
        }
    ],
    "Viewport": {
        "experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": False}],
        "mode": "HUB",
        "shape": "RECTANGLE",
        "pixelWidth": 1024,
        "pixelHeight": 600,
        "dpi": 160,
        "currentPixelWidth": 1024,
        "currentPixelHeight": 600,
        "touch": ["SINGLE"],
        "video": {"codecs": ["H_264_42", "H_264_41"]},
    },
    "Alexa.Presentation.APL": {
        "token": "nerve-check",
        "version": "APL_WEB_RENDERER_GANDALF",
        "componentsVisibleOnScreen": [_visible(number) for number in range(8)],
    },
    "Extensions": {"available": {"aplext:backstack:10": {}}},
}

"""Every dialog of the tests, played through the function that AWS calls: what went in and out."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from amazon import Door, lambda_door, request_of

from skill.doors.alexa.front import APL
from skill.doors.web.speaker import envelope
from skill.playing.dialogs import Dialog, act_of, read_dialogs

Json = dict[str, Any]

DIALOGS = read_dialogs(Path(__file__).parent / "dialogs")
LOCALE = "en-US"


class Exchange(NamedTuple):
    """One turn as Amazon sees it."""

    request: Json
    answer: Json

    @property
    def response(self) -> Json:
        """Return what the device does."""
        found: Json = self.answer["response"]
        return found

    @property
    def attributes(self) -> Json:
        """Return what Amazon hands back with the next request."""
        found: Json = self.answer.get("sessionAttributes", {})
        return found

    @property
    def speech(self) -> str:
        """Return the SSML that is spoken, "" for silence."""
        found: str = self.response.get("outputSpeech", {}).get("ssml", "")
        return found

    @property
    def is_open(self) -> bool:
        """Return whether the microphone opens."""
        return self.response.get("shouldEndSession") is False


@cache
def door() -> Door:
    """Return the function that AWS calls."""
    return lambda_door()


def ask(request: Json, attributes: Json, *, screen: bool = False) -> Exchange:
    """Return one turn, in a session with these attributes."""
    sent = envelope(request, attributes, LOCALE)
    if screen:
        device = sent["context"]["System"].setdefault("device", {"deviceId": "a screen"})
        device["supportedInterfaces"] = {APL: {"runtime": {"maxVersion": "2024.3"}}}
    return Exchange(sent, door()(sent))


def intent(name: str) -> Json:
    """Return the request of an intent without slots."""
    return {
        "type": "IntentRequest",
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": {}},
    }


def played(dialog: Dialog, *, screen: bool = False) -> list[Exchange]:
    """Return the turns of a dialog."""
    turns: list[Exchange] = []
    for heard in dialog.hears:
        act = act_of(heard)
        assert act
        kept = turns[-1].attributes if turns and turns[-1].is_open else {}
        turns.append(ask(request_of(act), kept, screen=screen))
    return turns


@cache
def conversations() -> tuple[tuple[Exchange, ...], ...]:
    """Return every dialog, as a small speaker plays it."""
    return tuple(tuple(played(dialog)) for dialog in DIALOGS)


@cache
def exchanges() -> tuple[Exchange, ...]:
    """Return every turn of every dialog, each that differs once."""
    turns = (turn for conversation in conversations() for turn in conversation)
    return tuple({json.dumps(turn, sort_keys=True): turn for turn in turns}.values())


@cache
def states() -> tuple[Json, ...]:
    """Return the session attributes of every state that a dialog reaches, and of none."""
    reached = [turn.attributes for turn in exchanges() if turn.is_open]
    return ({}, *{json.dumps(one): one for one in reached}.values())

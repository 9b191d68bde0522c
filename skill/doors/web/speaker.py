"""A speaker in software: words become the request that Amazon would send.

It keeps no state of its own: the session attributes travel with the caller, as with Alexa.
"""

from typing import Any, NamedTuple

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.doors.alexa.intents import CATCH, CATCH_ALL
from skill.hearing.intents import ACTS, CHOICES, TOLD
from skill.hearing.opening import ENDED, LAUNCH
from skill.playing.replay import SKILL_ID
from skill.saying import understood
from skill.triage.knowledge import NO

__all__ = ["SKILL_ID", "Request", "envelope", "intent_of", "request_for", "request_of"]

Json = dict[str, Any]


class Request(NamedTuple):
    """What was heard, and the envelope that Amazon would send for it."""

    heard: str
    """The intent, or the type of a request without one."""
    envelope: Json


def request_for(said: str, attributes: Json, locale: str) -> Request:
    """Return the request that these words make in a session with these attributes."""
    return request_of(understood(said, attributes, locale), said, attributes, locale)


def request_of(heard: Act | None, said: str, attributes: Json, locale: str) -> Request:
    """Return the request that words make which were heard as an act.

    "open nerve check" launches, "exit" ends the session without asking the skill (as on a
    speaker), everything else is an intent; where none stands for the act, the one that takes any
    words.
    """
    if heard == acts.LAUNCH:
        return Request(LAUNCH, envelope({"type": LAUNCH}, {}, locale))
    if heard is None:
        ended = {"type": ENDED, "reason": "USER_INITIATED"}
        return Request(ENDED, envelope(ended, attributes, locale))
    name, slots = intent_of(heard)
    if name == _FALLBACK and heard != acts.MISHEARD:
        name, slots = CATCH_ALL, {CATCH: ""}
    counted = {_LENGTH if _is_length(*one) else one[0]: one[1] for one in slots.items()}
    filled = {slot: _slot(slot, said, value) for slot, value in counted.items()}
    intent = {"name": name, "confirmationStatus": "NONE", "slots": filled}
    return Request(name, envelope({"type": "IntentRequest", "intent": intent}, attributes, locale))


def intent_of(act: Act) -> tuple[str, dict[str, str]]:
    """Return the intent that stands for an act, with the ids in its slots."""
    if act.name == "choose":
        name, slot = _CHOSEN[act.finding]
        return name, {slot: act.value}
    if act.name in _VALUED:
        name, slot = _VALUED[act.name]
        return name, {slot: act.value.removeprefix("said_")}
    if act.name in {"tell", "check"} and all(value != NO for _, value in act.told):
        free = iter(("symptom", "othersymptom"))
        slots = {_TOLD[name]: value for name, value in act.told if name in _TOLD}
        signs = zip(free, (name for name, _ in act.told if name not in _TOLD), strict=False)
        return "TellIntent", {**slots, **dict(signs)}
    if act.name == "back" and act.value != "1":
        return "BackIntent", {"count": act.value}
    return next((name for name, one in ACTS.items() if one == act), _FALLBACK), {}


_LENGTH = "length"
_FALLBACK = "AMAZON.FallbackIntent"
_CHOSEN = {finding: (name, slot) for name, (slot, finding) in CHOICES.items()}
_VALUED = {
    "number": ("NumberIntent", "number"),
    "emergency": ("EmergencyIntent", "emergency"),
    "ask": ("AskIntent", "question"),
}
_TOLD = {finding: slot for slot, finding in TOLD.items() if finding}


def _slot(name: str, said: str, value: str) -> Json:
    """Return a slot as Amazon sends it: what was said, resolved to the id that it stands for."""
    blank = {"name": name, "confirmationStatus": "NONE"}
    if name == _LENGTH:
        return {**blank, "value": f"P{value}D"}
    if value.isdecimal():
        return {**blank, "value": value}
    return {**blank, "value": said, **_resolved(value)}


def _is_length(slot: str, value: str) -> bool:
    """Tell whether a time is a number of days, which Amazon's own type fills."""
    return slot == "duration" and value.isdecimal()


def _resolved(value_id: str) -> Json:
    """Return the entity resolution of a slot value that has an id."""
    if not value_id:
        return {}
    value = {"value": {"name": value_id, "id": value_id}}
    authority = {
        "authority": f"{SKILL_ID}.values",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [value],
    }
    return {"resolutions": {"resolutionsPerAuthority": [authority]}}


def envelope(request: Json, attributes: Json, locale: str) -> Json:
    """Return a whole request as Amazon sends it, in the form of a small speaker."""
    application = {"applicationId": SKILL_ID}
    user = {"userId": "amzn1.ask.account.simulator"}
    return {
        "version": "1.0",
        "session": {
            "new": not attributes,
            "sessionId": "amzn1.echo-api.session.simulator",
            "application": application,
            "attributes": attributes,
            "user": user,
        },
        "context": {
            "System": {
                "application": application,
                "user": user,
                "device": {"deviceId": "simulator", "supportedInterfaces": {}},
                "apiEndpoint": "https://api.amazonalexa.com",
            }
        },
        "request": {
            "requestId": "amzn1.echo-api.request.simulator",
            "timestamp": "2026-01-01T00:00:00Z",
            "locale": locale,
            **request,
        },
    }

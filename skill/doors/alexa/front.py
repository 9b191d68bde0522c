"""Sifts a request before the SDK parses it.

The SDK raises outside every exception handler on a request type or enum value that it does
not know, wherever it stands in the envelope. So only the fields that the skill reads are
passed on, each with the type it must have, and of a spoken value the words and the id that it
stands for. What does not reach the skill cannot break it, and cannot be stored by it.
"""

from typing import Any

LAUNCH, INTENT, ENDED = "LaunchRequest", "IntentRequest", "SessionEndedRequest"
APL = "Alexa.Presentation.APL"
TAP = f"{APL}.UserEvent"

MOST_ARGUMENTS, LONGEST_ARGUMENT = 16, 300
"""Of a tap; the longest that a button sends is the session's state."""

Json = dict[str, Any]


def sift(event: object) -> Json | None:
    """Return the envelope that the SDK gets, or None for a request that gets no speech.

    Launch and intent requests, and taps on a screen, are spoken to. Session ends, skill events,
    exceptions and types that do not exist yet are not (Alexa allows no speech there).
    """
    envelope = _table(event)
    request = _table(envelope.get("request"))
    if request.get("type") not in (LAUNCH, INTENT, TAP):
        return None
    system: Json = {"device": {"supportedInterfaces": {APL: {}}}} if has_screen(envelope) else {}
    return {
        "session": {"attributes": _state(_table(envelope.get("session")).get("attributes"))},
        "context": {"System": system},
        "request": _request(request),
    }


def _state(attributes: object) -> Json:
    """Return the attributes that the skill itself wrote, without what may be nested in others."""
    kept = {name: _text(_table(attributes).get(name)) for name in ("version", "state")}
    return kept if attributes else {}


def application_id(event: object) -> str:
    """Return which skill a request is for, or "" when it does not say."""
    envelope = _table(event)
    system = _table(_table(envelope.get("context")).get("System"))
    for holder in (system, _table(envelope.get("session"))):
        if found := _text(_table(holder.get("application")).get("applicationId")):
            return found
    return ""


def has_screen(event: object) -> bool:
    """Return whether the device that a request comes from can show a document."""
    system = _table(_table(_table(event).get("context")).get("System"))
    return APL in _table(_table(system.get("device")).get("supportedInterfaces"))


def _request(request: Json) -> Json:
    sifted = {"type": request["type"], "locale": _text(request.get("locale"))}
    if request["type"] == INTENT:
        sifted["intent"] = intent_of(request.get("intent"))
    if request["type"] == TAP:
        sifted["arguments"] = arguments_of(_rows(request.get("arguments")))
    return sifted


def intent_of(sent: object) -> Json:
    """Return the name of an intent, and of each slot the words and the id."""
    intent = _table(sent)
    slots = _table(intent.get("slots"))
    return {
        "name": _text(intent.get("name")),
        "slots": {name: {"name": name, **_said(slot)} for name, slot in slots.items()},
    }


def arguments_of(sent: list[Any]) -> list[str]:
    """Return the arguments of a tap, or none when any is not what a button sends."""
    texts = [one for one in sent if isinstance(one, str) and len(one) <= LONGEST_ARGUMENT]
    return texts if len(texts) == len(sent) <= MOST_ARGUMENTS else []


def _said(slot: object) -> Json:
    """Return the words of a slot, and the id of the value that they were resolved to."""
    words, identity = _text(_table(slot).get("value")), _resolved(slot)
    return {"value": words, "id": identity} if identity else {"value": words}


def _resolved(slot: object) -> str:
    """Return the id of a slot's value, or "" when its words were resolved to none."""
    for authority in _rows(_table(_table(slot).get("resolutions")).get("resolutionsPerAuthority")):
        for value in _rows(_table(authority).get("values")):
            if found := _text(_table(_table(value).get("value")).get("id")):
                return found
    return ""


def _table(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _rows(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

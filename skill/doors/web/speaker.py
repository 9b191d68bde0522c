"""A speaker in software: words become the request that Amazon would send.

It keeps no state of its own: the session attributes travel with the caller, as with Alexa.
"""

from typing import Any, NamedTuple

from skill.hearing.opening import ENDED, LAUNCH
from skill.hearing.phrases import Heard
from skill.playing.replay import SKILL_ID
from skill.saying import hear

__all__ = ["SKILL_ID", "Request", "envelope", "request_for", "request_of"]

Json = dict[str, Any]


class Request(NamedTuple):
    """What was heard, and the envelope that Amazon would send for it."""

    heard: str
    """The intent, or the type of a request without one."""
    envelope: Json


def request_for(said: str, attributes: Json, locale: str) -> Request:
    """Return the request that these words make in a session with these attributes."""
    return request_of(hear(said, attributes, locale), attributes, locale)


def request_of(heard: Heard, attributes: Json, locale: str) -> Request:
    """Return the request of what was heard.

    "open nerve check" launches, "exit" ends the session without asking the skill (as on a
    speaker), everything else is an intent, the fallback intent when nothing matches.
    """
    if heard.intent == LAUNCH:
        return Request(LAUNCH, envelope({"type": LAUNCH}, {}, locale))
    if heard.intent == ENDED:
        ended = {"type": ENDED, "reason": "USER_INITIATED"}
        return Request(ENDED, envelope(ended, attributes, locale))
    return Request(heard.intent, envelope(_intent(heard), attributes, locale))


def _intent(heard: Heard) -> Json:
    slots = {
        name: {
            "name": name,
            "value": slot.value,
            "confirmationStatus": "NONE",
            **_resolved(slot.id),
        }
        for name, slot in heard.slots.items()
    }
    intent = {"name": heard.intent, "confirmationStatus": "NONE", "slots": slots}
    return {"type": "IntentRequest", "intent": intent}


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

"""A speaker in software: words become the request that Amazon would send.

It keeps no state of its own: the session attributes travel with the caller, as with Alexa.
"""

import re
from functools import cache
from threading import Lock
from typing import Any, NamedTuple, cast

from skill import library
from skill.dialogue.questions import expects
from skill.dialogue.session import load
from skill.hearing.hearing import Expects, Heard, Hearing

Json = dict[str, Any]

SKILL_ID = "amzn1.ask.skill.simulator"
LAUNCH = "LaunchRequest"
OPENERS = ("open", "launch", "start", "begin", "run", "use", "talk to")
"""Words that open a skill, before its name."""

_OPENING = rf"(?:alexa[, ]+)?(?:{'|'.join(OPENERS)})\s+(?:the\s+)?"
_QUITTERS = frozenset({"exit", "quit"})


class Request(NamedTuple):
    """What was heard, and the envelope that Amazon would send for it."""

    heard: str
    """The intent, or the type of a request without one."""
    envelope: Json


_building = Lock()


def hearing(locale: str) -> Hearing:
    """Return the matcher of a locale, built once, which takes seconds; others wait for it."""
    with _building:
        return _built(locale)


@cache
def _built(locale: str) -> Hearing:
    return Hearing(library.locale_hears(locale), locale)


def request_for(said: str, attributes: Json, locale: str) -> Request:
    """Return the request that these words make in a session with these attributes.

    "open nerve check" launches, "exit" ends the session without asking the skill (as on a
    speaker), everything else is an intent, the fallback intent when nothing matches.
    """
    words = re.sub(r"[.!?]+$", "", said.strip().lower())
    name = library.locale_texts(locale)["invocation"]
    if re.fullmatch(_OPENING + re.escape(name), words):
        return Request(LAUNCH, envelope({"type": LAUNCH}, {}, locale))
    if words in _QUITTERS:
        ended = {"type": "SessionEndedRequest", "reason": "USER_INITIATED"}
        return Request("SessionEndedRequest", envelope(ended, attributes, locale))
    heard = hearing(locale).hear(said, expected(attributes))
    return Request(heard.intent, envelope(_intent(heard), attributes, locale))


def expected(attributes: Json) -> Expects:
    """Return what kind of reply the session waits for."""
    session = load(library.knowledge(), attributes)
    kind = expects(library.knowledge(), session) if session else "launch"
    return cast("Expects", kind)


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

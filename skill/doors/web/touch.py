"""A device with a screen in software: what its requests carry, and the request of a tap."""

from collections.abc import Sequence
from typing import Any

from skill.doors.alexa.front import APL, TAP
from skill.doors.web.speaker import Request, envelope

Json = dict[str, Any]


def tap(arguments: Sequence[object], attributes: Json, locale: str) -> Request:
    """Return the request of a tap on a button that sends these arguments."""
    request = {
        "type": TAP,
        "token": "nerve-check",
        "arguments": list(arguments),
        "source": {"type": "TouchWrapper", "handler": "Press", "id": "", "value": False},
        "components": {},
    }
    return Request(TAP, envelope(request, attributes, locale))


def with_screen(request: Request) -> Request:
    """Return a request as it comes from a device that can show documents."""
    context = request.envelope["context"]
    device = {
        **context["System"]["device"],
        "supportedInterfaces": {APL: {"runtime": {"maxVersion": "2024.3"}}},
    }
    system = {**context["System"], "device": device}
    return request._replace(envelope={**request.envelope, "context": {**context, "System": system}})

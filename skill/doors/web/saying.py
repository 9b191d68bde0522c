"""What the page says, by word or by tap, and what comes back: the handler's own answer.

The words become the request that Amazon would send; both go back as they are, so that the page
can show a screen and whoever wants it can look behind the words.
"""

from typing import Any

from flask import Blueprint, abort, jsonify
from flask.typing import ResponseReturnValue

from skill.doors.terminal.chat import Handler, spoken
from skill.doors.terminal.hints import offers
from skill.doors.web.bodies import Json, body, field, locale_of
from skill.playing.speaker import Request, expected, request_for
from skill.playing.stories import seconds
from skill.playing.touch import tap, with_screen

LONGEST_SAY = 500


def saying(handler: Handler) -> Blueprint:
    """Return the routes that answer what is said."""
    routes = Blueprint("saying", __name__)

    @routes.post("/say")
    def say() -> ResponseReturnValue:
        return jsonify(_reply(handler, body()))

    return routes


def _reply(handler: Handler, content: Json) -> Json:
    """Return the skill's reply to words or a tap, and what can be said next."""
    locale = locale_of(content)
    request = _request(content, locale)
    answer = handler(request.envelope, None)
    response = answer["response"]
    ended = response.get("shouldEndSession", True)
    attributes = {} if ended else answer.get("sessionAttributes", {})
    kind = expected(attributes)
    text = spoken(response)
    return {
        "heard": request.heard,
        "text": text,
        "ended": ended,
        "attributes": attributes,
        "expects": kind,
        "choices": [{"say": say, "label": label} for say, label in offers(locale, attributes)],
        "seconds": round(seconds(text), 1),
        "request": request.envelope,
        "response": answer,
    }


def _request(content: Json, locale: str) -> Request:
    """Return the request that a body stands for."""
    attributes = field(content, "attributes", Json())
    tapped: list[Any] = field(content, "tap", [])
    if tapped:
        return with_screen(tap(tapped, attributes, locale))
    request = request_for(_said(content), attributes, locale)
    return with_screen(request) if field(content, "screen", default=False) else request


def _said(content: Json) -> str:
    """Return the words that were said."""
    said = field(content, "say", "")
    if not said.strip():
        abort(400, '"say" is missing or empty.')
    if len(said) > LONGEST_SAY:
        abort(400, f'"say" is longer than {LONGEST_SAY} characters.')
    return said

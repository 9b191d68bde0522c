"""What the page says, by word or by tap, and what comes back.

Beside the answer stand the request that Amazon would send and what it would get, so that whoever
wants it can look behind the words.
"""

from typing import Any

from flask import Blueprint, abort, jsonify
from flask.typing import ResponseReturnValue

from skill import library
from skill.dialogue.acts import Act
from skill.doors.alexa.front import arguments_of
from skill.doors.alexa.handler import answer
from skill.doors.alexa.models import written
from skill.doors.alexa.screens import directive
from skill.doors.terminal.hints import offers
from skill.doors.web.bodies import Json, body, field, locale_of
from skill.doors.web.speaker import request_of
from skill.doors.web.touch import tap, with_screen
from skill.hearing.taps import act_of_tap
from skill.playing.stories import seconds
from skill.saying import Door, Said, expected, say

LONGEST_SAY = 500

saying = Blueprint("saying", __name__)


@saying.post("/say")
def replied() -> ResponseReturnValue:
    """Return the skill's reply to words or a tap, and what can be said next."""
    return jsonify(_reply(body()))


def _reply(content: Json) -> Json:
    locale, attributes = locale_of(content), field(content, "attributes", Json())
    tapped: list[Any] = field(content, "tap", [])
    screen = bool(tapped) or field(content, "screen", default=False)
    said = _pressed(tapped, attributes) if tapped else _said(content)
    told = say(said, attributes, locale, Door(card=True, screen=screen))
    sent = (
        tap(tapped, attributes, locale)
        if tapped
        else request_of(told.heard, _said(content), attributes, locale)
    )
    request = with_screen(sent) if screen else sent
    return {
        "heard": request.heard,
        "text": told.speech.text,
        "ended": told.ended,
        "attributes": told.state,
        "expects": expected(told.state),
        "choices": [{"say": say, "label": label} for say, label in offers(locale, told.state)],
        "seconds": round(seconds(told.speech.text), 1),
        "request": request.envelope,
        "response": _response(told, locale),
    }


def _response(told: Said, locale: str) -> Json:
    """Return what Amazon would get."""
    if not told.speech.ssml:
        return {"version": "1.0", "response": {}}
    texts = library.locale_texts(locale)
    shown = directive(library.knowledge(), told.shows, told.state, texts) if told.shows else None
    response: Json = written(answer(told.speech, told.state, shown))
    return response


def _pressed(tapped: list[Any], attributes: Json) -> Act:
    """Return the act of a tap."""
    return act_of_tap(library.knowledge(), attributes, arguments_of(tapped))


def _said(content: Json) -> str:
    """Return the words that were said."""
    said = field(content, "say", "")
    if not said.strip():
        abort(400, '"say" is missing or empty.')
    if len(said) > LONGEST_SAY:
        abort(400, f'"say" is longer than {LONGEST_SAY} characters.')
    return said

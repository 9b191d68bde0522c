"""The Flask app: Alexa's JSON at /alexa, the page at /, and what the page says at /say.

It keeps no state and logs nothing that was said: the session attributes travel with whoever
asks, as they do with Alexa.
"""

import json
import logging
import os
from functools import cache
from typing import Any, NoReturn, TypeVar

from flask import Flask, Response, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, HTTPException

from skill import library
from skill.alexa import build_handler
from skill.alexa.front import application_id
from skill.dialogue.questions import expects
from skill.dialogue.session import load
from skill.simulator.hearing import spoken
from skill.simulator.terminal import Handler, turn
from skill.web.local import refusal
from skill.web.voice import voice

Json = dict[str, Any]
Field = TypeVar("Field", str, Json)

LOCALE = "en-US"
"""Spoken on the page, and to a client of /say that names no locale."""

LARGEST_BODY = 128 * 1024
LONGEST_SAY = 500

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

_KINDS = {str: "text", dict: "an object"}

logger = logging.getLogger(__name__)


def create_app(skill_id: str | None = None) -> Flask:
    """Return the app, in local mode.

    With a skill id, from the argument or ALEXA_SKILL_ID, /alexa answers for that skill only.
    """
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.before_request(_guard)
    app.after_request(_add_headers)
    app.register_error_handler(HTTPException, _told)
    app.register_error_handler(RecursionError, _nested)
    app.register_error_handler(Exception, _failed)
    _add_routes(app, build_handler(), skill_id or os.environ.get("ALEXA_SKILL_ID") or "")
    app.register_blueprint(voice)
    return app


def _add_routes(app: Flask, handler: Handler, skill_id: str) -> None:
    @app.post("/alexa")
    def alexa() -> ResponseReturnValue:
        event = _body()
        if not _is_alexas(event):
            abort(400, "The body is not a request from Alexa: it has no request type.")
        if skill_id and application_id(event) != skill_id:
            abort(400, "The request is for another skill.")
        return jsonify(handler(event, None))

    @app.post("/say")
    def say() -> ResponseReturnValue:
        return jsonify(_reply(handler, _body()))

    @app.get("/")
    def page() -> ResponseReturnValue:
        return render_template("page.html", locale=LOCALE, longest=LONGEST_SAY)

    @app.get("/healthz")
    def healthz() -> ResponseReturnValue:
        return jsonify(status="ok")


# --- what the page says ---------------------------------------------------------------------


def _reply(handler: Handler, body: Json) -> Json:
    """Return the skill's reply to words, and what can be said next."""
    said = _field(body, "say", "")
    attributes = _field(body, "attributes", Json())
    locale = _field(body, "locale", LOCALE)
    if not said.strip():
        abort(400, '"say" is missing or empty.')
    if len(said) > LONGEST_SAY:
        abort(400, f'"say" is longer than {LONGEST_SAY} characters.')
    if locale not in library.locales():
        abort(400, f'"locale" must be one of: {", ".join(library.locales())}.')
    heard = turn(handler, said, attributes, locale)
    kind = _expects(heard.attributes)
    return {
        "heard": heard.intent,
        "text": heard.text,
        "ended": heard.ended,
        "attributes": heard.attributes,
        "expects": kind,
        "choices": choices(locale, kind),
    }


def _field(body: Json, name: str, default: Field) -> Field:
    """Return a field of a body, of the default's type; the default when it is left out."""
    value = body.get(name, default)
    if not isinstance(value, type(default)):
        abort(400, f'"{name}" must be {_KINDS[type(default)]}.')
    return value


def _expects(attributes: Json) -> str:
    """Return what kind of reply the session waits for; "launch" when there is none."""
    session = load(library.knowledge(), attributes)
    return expects(library.knowledge(), session) if session else "launch"


@cache
def choices(locale: str, kind: str) -> tuple[Json, ...]:
    """Return the values that answer this kind of question, each as it is said first."""
    hears = library.locale_hears(locale)
    values = hears["slots"].get(kind, {}).values()
    words = (next(iter(spoken(hears, templates[:1]))) for templates in values)
    return tuple({"say": word, "label": word} for word in words)


# --- requests in, errors out ----------------------------------------------------------------


def _guard() -> None:
    """Refuse what does not come from this machine."""
    if reason := refusal(request):
        abort(403, reason)


def _body() -> Json:
    """Return the JSON object that was sent."""
    if request.mimetype != "application/json":
        abort(415, "Send JSON, with Content-Type: application/json.")
    try:
        text = request.get_data().decode("utf-8")
        body = json.loads(text, parse_constant=_no_number)
    except ValueError:
        raise BadRequest("The body is not JSON in UTF-8.") from None
    if not isinstance(body, dict):
        abort(400, "The body is not a JSON object.")
    return body


def _is_alexas(event: Json) -> bool:
    """Return whether a body has what every request of Alexa's has."""
    asked = event.get("request")
    return isinstance(asked, dict) and isinstance(asked.get("type"), str)


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(name)


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response


def _told(error: HTTPException) -> ResponseReturnValue:
    """Return an HTTP error as JSON, with the headers that belong to it."""
    response = error.get_response()
    response.data = json.dumps({"error": error.description})
    response.content_type = "application/json"
    return response


def _nested(_: RecursionError) -> ResponseReturnValue:
    return jsonify(error="The body is nested too deep."), 400


def _failed(error: Exception) -> ResponseReturnValue:
    """Tell of a fault of ours; logs the type only, as a message can hold what was said."""
    logger.error("A request failed: %s", type(error).__name__)
    return jsonify(error="Something went wrong here. The request was not answered."), 500

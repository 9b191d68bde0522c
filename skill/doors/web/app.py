"""The Flask app: Alexa's JSON at /alexa, the page at /, and what the page needs beside it.

It keeps no state and logs nothing that was said: the session attributes travel with whoever
asks, as they do with Alexa.
"""

import logging
import os

from flask import Flask, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from skill import library
from skill.doors.alexa import build_handler
from skill.doors.alexa.front import application_id
from skill.doors.web.answering import answer_of, lock_down, told
from skill.doors.web.bodies import LARGEST_BODY, LOCALE, Json, body, known_locale, request_of
from skill.doors.web.inside import inside
from skill.doors.web.local import refusal
from skill.doors.web.saying import LONGEST_SAY, saying
from skill.doors.web.stories import stories
from skill.doors.web.voice import voice

logger = logging.getLogger(__name__)


def create_app(skill_id: str | None = None) -> Flask:
    """Return the app, in local mode.

    With a skill id, from the argument or ALEXA_SKILL_ID, /alexa answers for that skill only.
    """
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.before_request(_guard)
    app.after_request(lock_down)
    app.register_error_handler(HTTPException, told)
    app.register_error_handler(RecursionError, _nested)
    app.register_error_handler(Exception, _failed)
    _add_routes(app, skill_id or os.environ.get("ALEXA_SKILL_ID") or "")
    for routes in (saying, inside(), stories(), voice):
        app.register_blueprint(routes)
    return app


def _add_routes(app: Flask, skill_id: str) -> None:
    handler = build_handler()

    @app.post("/alexa")
    def alexa() -> ResponseReturnValue:
        event = body()
        request_of(event)
        if skill_id and application_id(event) != skill_id:
            abort(400, "The request is for another skill.")
        return answer_of(handler(event, None))

    @app.get("/")
    def page() -> ResponseReturnValue:
        locale = known_locale(request.args.get("locale", LOCALE))
        return render_template("page.html", **_shown(locale))

    @app.get("/healthz")
    def healthz() -> ResponseReturnValue:
        return jsonify(status="ok")


def _shown(locale: str) -> Json:
    """Return what the page shows in a locale before anything is said."""
    said = library.locale_texts(locale)
    return {
        "locale": locale,
        "locales": library.locales(),
        "longest": LONGEST_SAY,
        "name": said["skill_name"],
        "launch": f"open {said['invocation']}",
        "texts": library.locale_page(locale),
    }


def _guard() -> None:
    """Refuse what does not come from this machine."""
    if reason := refusal(request):
        abort(403, reason)


def _nested(_: RecursionError) -> ResponseReturnValue:
    return jsonify(error="The body is nested too deep."), 400


def _failed(error: Exception) -> ResponseReturnValue:
    """Tell of a fault of ours; logs the type only, as a message can hold what was said."""
    logger.error("A request failed: %s", type(error).__name__)
    return jsonify(error="Something went wrong here. The request was not answered."), 500

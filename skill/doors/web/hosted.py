"""The Alexa endpoint for others to reach: it answers what Amazon signed for this skill, or 400.

There is no page here and nothing of what it needs. What is refused is told to the log, not to
whoever asked. For gunicorn: ``skill.doors.web.hosted:app()``.
"""

import logging
import os
import sys
import time
from collections.abc import Callable

from flask import Flask, Response, g, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from skill.doors.alexa import build_handler
from skill.doors.web.answering import answer_of, lock_down, told
from skill.doors.web.bodies import LARGEST_BODY, Json
from skill.doors.web.certificates import Certificates, download, roots_of, trust
from skill.doors.web.request_log import line
from skill.doors.web.signature import KeyAt, Reason, RefusedError, Sent, verified

Clock = Callable[[], float]
"""Seconds since 1970."""

logger = logging.getLogger(__name__)


def app() -> Flask:
    """Return the app as the environment says; without ALEXA_SKILL_ID, end with a sentence.

    ALEXA_EXTRA_ROOTS may name a PEM file of further roots to trust.
    """
    skill_id = os.environ.get("ALEXA_SKILL_ID")
    if not skill_id:
        raise SystemExit("Set ALEXA_SKILL_ID to the id of your skill, such as amzn1.ask.skill.…")
    extra = os.environ.get("ALEXA_EXTRA_ROOTS")
    try:
        context = trust(extra)
    except OSError:
        raise SystemExit(f"ALEXA_EXTRA_ROOTS: {extra} is no PEM file of certificates.") from None
    certificates = Certificates(roots_of(context), lambda address: download(address, context))
    log_to_stdout()
    return create_hosted(skill_id, certificates.key_at)


def log_to_stdout() -> None:
    """Write the log's lines, and no others, to standard output."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def create_hosted(skill_id: str, key_at: KeyAt, clock: Clock = time.time) -> Flask:
    """Return the app that answers for a skill, and trusts the keys that ``key_at`` returns."""
    hosted = Flask(__name__, static_folder=None)
    hosted.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    hosted.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    hosted.before_request(_begin)
    hosted.after_request(_end)
    hosted.after_request(lock_down)
    hosted.register_error_handler(HTTPException, told)
    hosted.register_error_handler(Exception, _refused)
    handler = build_handler(failed=_note)

    @hosted.post("/alexa")
    def alexa() -> ResponseReturnValue:
        g.event = verified(_sent(), key_at, skill_id, clock())
        return answer_of(handler(g.event, None))

    @hosted.get("/healthz")
    def healthz() -> ResponseReturnValue:
        return jsonify(status="ok")

    return hosted


def _sent() -> Sent:
    """Return what the signature is about; a header that was sent twice is one text with a comma."""
    try:
        body = request.get_data()
    except RequestEntityTooLarge:
        raise RefusedError(Reason.TOO_LARGE) from None
    headers = request.headers
    address, signature = headers.get("SignatureCertChainUrl"), headers.get("Signature-256")
    return Sent(address or "", signature or "", body)


def _refused(error: Exception) -> ResponseReturnValue:
    """Refuse a request, also where a fault of ours is the cause: nobody learns which it was."""
    if isinstance(error, RefusedError):
        g.error = f"refused: {error.reason}"
    else:
        _note(error)
    return jsonify(error="The request was refused."), 400


def _note(error: Exception) -> None:
    """Keep the type of a fault for the log: its message can hold what was said."""
    g.error = type(error).__name__


def _begin() -> None:
    g.began = time.perf_counter()
    g.event, g.error = None, ""


def _end(response: Response) -> Response:
    """Log a request of Alexa's; others say nothing about the skill."""
    if request.endpoint == "alexa":
        event: Json | None = g.event
        logger.info(line(event, g.error, time.perf_counter() - g.began))
    return response

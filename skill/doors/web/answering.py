"""What the answers of every web door have: headers that lock them down, and errors as JSON.

The skill's answers are written here too. On a screen nine tenths of one are the document, which
is always the same, so its JSON is made once.
"""

import json
from functools import cache

from flask import Response
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from skill.doors.alexa.front import Json
from skill.doors.alexa.screens import document

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


def lock_down(response: Response) -> Response:
    """Return a response that no browser keeps, frames, or runs anything foreign from."""
    response.headers.update(HEADERS)
    return response


_JSON = json.JSONEncoder(separators=(",", ":"))
_DOCUMENT = "\0document"
"""Stands for the document in what is written anew; no wording has such a character."""


def answer_of(answer: Json) -> Response:
    """Return the skill's answer as JSON."""
    text = _JSON.encode(_without_document(answer))
    text = text.replace(_JSON.encode(_DOCUMENT), _document(), 1)
    return Response(text, mimetype="application/json")


def _without_document(answer: Json) -> Json:
    """Return an answer that has the mark in the document's place."""
    response = answer["response"]
    if "directives" not in response:
        return answer
    directives = [{**one, "document": _DOCUMENT} for one in response["directives"]]
    return {**answer, "response": {**response, "directives": directives}}


@cache
def _document() -> str:
    return _JSON.encode(document())


def told(error: HTTPException) -> ResponseReturnValue:
    """Return an HTTP error as JSON, with the headers that belong to it."""
    response = error.get_response()
    response.data = json.dumps({"error": error.description})
    response.content_type = "application/json"
    return response

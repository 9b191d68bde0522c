"""What the answers of every web door have: headers that lock them down, and errors as JSON."""

import json

from flask import Response
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

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


def told(error: HTTPException) -> ResponseReturnValue:
    """Return an HTTP error as JSON, with the headers that belong to it."""
    response = error.get_response()
    response.data = json.dumps({"error": error.description})
    response.content_type = "application/json"
    return response

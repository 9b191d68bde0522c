"""What the page sends: JSON objects whose fields are checked before anything reads them."""

import json
from typing import Any, NoReturn, TypeVar

from flask import abort, request
from werkzeug.exceptions import BadRequest

from skill import library

Json = dict[str, Any]
Field = TypeVar("Field", str, bool, int, Json, list[Any])

LARGEST_BODY = 128 * 1024
"""Of a request, in bytes: ten times what Alexa sends."""

LOCALE = "en-US"
"""Spoken on the page, and to a client that names no locale."""


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(name)


_JSON = json.JSONDecoder(parse_constant=_no_number)
_KINDS = {str: "text", bool: "true or false", int: "a number", dict: "an object", list: "a list"}


class BodyError(BadRequest):
    """Bytes that are no request; the description says why, and nothing of what they are."""


def body() -> Json:
    """Return the JSON object that was sent."""
    if request.mimetype != "application/json":
        abort(415, "Send JSON, with Content-Type: application/json.")
    return read_json(request.get_data())


def read_json(data: bytes) -> Json:
    """Return the JSON object that bytes are; raise BodyError when they are none."""
    try:
        content = _JSON.decode(data.decode("utf-8"))
    except ValueError:
        raise BodyError("The body is not JSON in UTF-8.") from None
    except RecursionError:
        raise BodyError("The body is nested too deep.") from None
    if not isinstance(content, dict):
        raise BodyError("The body is not a JSON object.")
    return content


def request_of(event: Json) -> Json:
    """Return what an envelope of Alexa's asks; raise BodyError when it is none."""
    asked = event.get("request")
    if not isinstance(asked, dict) or not isinstance(asked.get("type"), str):
        raise BodyError("The body is not a request from Alexa: it has no request type.")
    return asked


def field(content: Json, name: str, default: Field) -> Field:
    """Return a field of a body, of the default's type; the default when it is left out."""
    value = content.get(name, default)
    if not isinstance(value, type(default)):
        abort(400, f'"{name}" must be {_KINDS[type(default)]}.')
    return value


def locale_of(content: Json) -> str:
    """Return the locale that a body names."""
    return known_locale(field(content, "locale", LOCALE))


def known_locale(name: str) -> str:
    """Return a locale that there is, by its name."""
    if name not in library.locales():
        abort(400, f'"locale" must be one of: {", ".join(library.locales())}.')
    return name

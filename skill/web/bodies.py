"""What the page sends: JSON objects whose fields are checked before anything reads them."""

import json
from typing import Any, NoReturn, TypeVar

from flask import abort, request
from werkzeug.exceptions import BadRequest

from skill import library

Json = dict[str, Any]
Field = TypeVar("Field", str, bool, Json, list[Any])

LOCALE = "en-US"
"""Spoken on the page, and to a client that names no locale."""

_KINDS = {str: "text", bool: "true or false", dict: "an object", list: "a list"}


def body() -> Json:
    """Return the JSON object that was sent."""
    if request.mimetype != "application/json":
        abort(415, "Send JSON, with Content-Type: application/json.")
    try:
        text = request.get_data().decode("utf-8")
        content = json.loads(text, parse_constant=_no_number)
    except ValueError:
        raise BadRequest("The body is not JSON in UTF-8.") from None
    if not isinstance(content, dict):
        abort(400, "The body is not a JSON object.")
    return content


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


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(name)

"""The Flask endpoint in process, beside what flask-ask-sdk's SkillAdapter does.

That package cannot be imported where OpenSSL's version has two digits in its last part, and was
not released since; so its road is walked here without it: text to model, skill, model to text.
"""

import json
from collections.abc import Callable, Iterable
from io import BytesIO, StringIO
from typing import Any

from ask_sdk_model import RequestEnvelope
from flask import Flask, Response, jsonify, request

from benchmarks.events import SKILL_ID, Json
from benchmarks.hello import builder
from skill.doors.web.app import create_app

Call = Callable[[], object]
Sign = Callable[[bytes], dict[str, str]]
"""A body -> the headers that its sender adds."""


def adapter() -> Flask:
    """Return a Flask app that serves the hello world as SkillAdapter does, verifiers off."""
    app = Flask("hello")
    skill = builder().create()

    @app.post("/alexa")
    def alexa() -> Response:
        body = request.data.decode("utf-8")
        envelope = skill.serializer.deserialize(payload=body, obj_type=RequestEnvelope)
        answer = skill.invoke(request_envelope=envelope, context=None)
        return jsonify(skill.serializer.serialize(answer))

    return app


def product() -> Flask:
    """Return the product's own app in local mode, which takes unsigned requests."""
    return create_app(SKILL_ID)


def post(app: Flask, event: Json, sign: Sign = lambda _: {}) -> Call:
    """Return what posts a request to an app when it is called, without a socket."""
    body = json.dumps(event).encode()
    signed = {f"HTTP_{name.upper().replace('-', '_')}": text for name, text in sign(body).items()}

    def answer() -> None:
        environ = {**_environ(body), **signed}
        answered: Iterable[bytes] = app.wsgi_app(environ, lambda *_: lambda _: None)
        if b'"response"' not in b"".join(answered):
            raise RuntimeError("The endpoint did not answer.")

    answer()
    return answer


def _environ(body: bytes) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/alexa",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "5000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:5000",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }

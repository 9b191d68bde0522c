"""The Flask endpoint with signatures checked, beside the SDK's own verifier.

Both trust certifi's roots and one of ours, and get the certificates from memory, not from Amazon.
Needs the tests' certificates and what ``benchmarks/verifier.py`` gets on the path.
"""

import logging
import os
import urllib.request
import warnings
from datetime import UTC, datetime
from email.message import Message
from io import BytesIO
from pathlib import Path
from urllib.response import addinfourl

import certifi
from ask_sdk_webservice_support.webservice_handler import WebserviceSkillHandler
from flask import Flask, Response, jsonify, request
from pki import ADDRESS, NOW, authority, headers, leaf

from benchmarks.endpoint import Call, post
from benchmarks.events import SKILL_ID, Json
from benchmarks.hello import builder
from skill.doors.web import hosted
from skill.doors.web.certificates import Certificates, roots_of, trust

AGE = (datetime.now(UTC) - NOW).days
"""The tests' certificates are of another day."""
ROOT = authority("Benchmark Root", ends=AGE + 1000)
BETWEEN = authority("Benchmark Authority", ROOT, ends=AGE + 1000)
CHAIN = leaf(BETWEEN, starts=AGE - 1, ends=AGE + 30).pem + BETWEEN.pem


def calls(event: Json, folder: Path) -> tuple[Call, Call]:
    """Return what posts a signed request to our app, and to the SDK's."""
    roots = folder / "roots.pem"
    roots.write_bytes(Path(certifi.where()).read_bytes() + b"\n" + ROOT.pem)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    event = {**event, "request": {**event["request"], "timestamp": now}}
    apps = _product(roots), _adapter(roots)
    ours, theirs = (post(app, event, sign=headers) for app in apps)
    return ours, theirs


def _product(roots: Path) -> Flask:
    """Return the hosted app, whose log goes nowhere but is written."""
    nowhere = logging.StreamHandler(Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    hosted.logger.addHandler(nowhere)
    hosted.logger.setLevel(logging.INFO)
    certificates = Certificates(roots_of(trust(str(roots))), lambda _: CHAIN)
    return hosted.create_hosted(SKILL_ID, certificates.key_at)


def _adapter(roots: Path) -> Flask:
    """Return a Flask app that serves the hello world as SkillAdapter does, verifiers on."""
    os.environ["SSL_CERT_FILE"] = str(roots)
    opener = urllib.request.OpenerDirector()
    opener.add_handler(_FromMemory())
    urllib.request.install_opener(opener)
    warnings.filterwarnings("ignore", message=".*not_valid_|datetime.datetime.utcnow")
    app = Flask("hello")
    handler = WebserviceSkillHandler(builder().create())

    @app.post("/alexa")
    def alexa() -> Response:
        body = request.data.decode("utf-8")
        return jsonify(handler.verify_request_and_dispatch(request.headers, body))

    return app


class _FromMemory(urllib.request.HTTPSHandler):
    """Answers for Amazon's address with the certificates."""

    def https_open(self, req: urllib.request.Request) -> addinfourl:  # type: ignore[override]
        """Return the certificates, for that address only."""
        if req.full_url != ADDRESS:
            raise OSError(req.full_url)
        return addinfourl(BytesIO(CHAIN), Message(), req.full_url, 200)

"""The hosted endpoint as it is served: by gunicorn, for requests that the tests sign.

Only the root that is trusted, what is fetched and the time are the tests'; gunicorn loads
``app()`` from here. Keys are made once and reach it through a file.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

from cryptography import x509
from flask import Flask
from pki import ADDRESS, NOW, headers, pki

from skill.doors.web.certificates import Certificates
from skill.doors.web.hosted import create_hosted, log_to_stdout
from skill.doors.web.speaker import SKILL_ID

Json = dict[str, Any]

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "gunicorn", "--config", "python:skill.doors.web.gunicorn_conf"]
_PKI = "NERVE_CHECK_TEST_PKI"


def app() -> Flask:
    """Return the hosted app for gunicorn."""
    chain, root = Path(os.environ[_PKI]).read_bytes().split(b"\n\n")
    log_to_stdout()
    roots = x509.load_pem_x509_certificates(root)
    return create_hosted(SKILL_ID, Certificates(roots, lambda _: chain).key_at, NOW.timestamp)


class Gunicorn(NamedTuple):
    """A running server."""

    process: "subprocess.Popen[bytes]"
    port: int
    out: Path
    err: Path

    def connection(self, timeout: float = 20) -> HTTPConnection:
        """Return a new connection to it."""
        return HTTPConnection("127.0.0.1", self.port, timeout=timeout)


@contextmanager
def gunicorn(folder: Path, **more: str) -> Iterator[Gunicorn]:
    """Run the server in a folder of its own until the block ends; more is for its environment."""
    chain = folder / "pki.pem"
    chain.write_bytes(pki().chain + b"\n" + pki().root.pem)
    paths = os.pathsep.join([str(folder), str(ROOT), str(ROOT / "tests")])
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": paths, _PKI: str(chain)}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    out, err = folder / "out", folder / "err"
    with (
        socket.create_server(("127.0.0.1", 0), backlog=64) as listener,
        out.open("w") as stdout,
        err.open("w") as stderr,
        subprocess.Popen(
            [*COMMAND, "--bind", f"fd://{listener.fileno()}", "hosting:app()"],
            cwd=folder,
            env=environment | more,
            stdout=stdout,
            stderr=stderr,
            pass_fds=[listener.fileno()],
        ) as process,
    ):
        try:
            yield Gunicorn(process, listener.getsockname()[1], out, err)
        finally:
            process.terminate()


def dated(event: Json, when: datetime = NOW) -> bytes:
    """Return the body of a request that is sent now."""
    asked = event["request"] | {"timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ")}
    return json.dumps(event | {"request": asked}).encode()


def post(connection: HTTPConnection, body: bytes, address: str = ADDRESS) -> tuple[int, Json]:
    """Send a signed body; return the status, and the JSON that came back."""
    kind = {"Content-Type": "application/json; charset=utf-8"}
    connection.request("POST", "/alexa", body, headers(body, address) | kind)
    response = connection.getresponse()
    return response.status, json.loads(response.read())

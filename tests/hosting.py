"""The hosted endpoint as it is served: by gunicorn, for requests that the tests sign.

Only the root that is trusted, what is fetched and the time are the tests'; gunicorn loads
``app()`` from here. Keys are made once and reach it through a file.
"""

import json
import os
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

from skill.simulator.speaker import SKILL_ID
from skill.web.certificates import Certificates
from skill.web.hosted import create_hosted, log_to_stdout

Json = dict[str, Any]

ROOT = Path(__file__).parents[1]
CONFIG = "python:skill.web.gunicorn_conf"
_PKI = "NERVE_CHECK_TEST_PKI"


def app() -> Flask:
    """Return the hosted app for gunicorn."""
    chain, root = Path(os.environ[_PKI]).read_bytes().split(b"\n\n")
    watch_files()
    log_to_stdout()
    roots = x509.load_pem_x509_certificates(root)
    return create_hosted(SKILL_ID, Certificates(roots, lambda _: chain).key_at, NOW.timestamp)


def watch_files() -> None:
    """Say on standard error when a file is opened for writing from now on."""

    def hook(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            os.write(2, f"WRITES {given[0]}\n".encode())

    sys.addaudithook(hook)


class Gunicorn(NamedTuple):
    """A running server."""

    process: "subprocess.Popen[str]"
    port: int
    out: Path
    err: Path

    def connection(self, timeout: float = 20) -> HTTPConnection:
        """Return a new connection to it."""
        return HTTPConnection("127.0.0.1", self.port, timeout=timeout)


@contextmanager
def gunicorn(folder: Path, *more: str) -> Iterator[Gunicorn]:
    """Run the server in a folder of its own on a free port, until the block ends."""
    chain = folder / "pki.pem"
    chain.write_bytes(pki().chain + b"\n" + pki().root.pem)
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": paths, _PKI: str(chain)}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "gunicorn", "--config", CONFIG]
    command += ["--bind", "127.0.0.1:0", "--log-level", "info", *more, "hosting:app()"]
    out, err = folder / "out", folder / "err"
    with (
        out.open("w") as stdout,
        err.open("w") as stderr,
        subprocess.Popen(
            command, cwd=folder, env=environment, stdout=stdout, stderr=stderr, text=True
        ) as process,
    ):
        try:
            yield Gunicorn(process, _port(process, err), out, err)
        finally:
            process.terminate()


def _port(process: "subprocess.Popen[str]", err: Path) -> int:
    """Return where it listens, once it says so."""
    while process.poll() is None:
        for line in err.read_text().splitlines():
            if "Listening at: http://127.0.0.1:" in line:
                return int(line.split("127.0.0.1:")[1].split()[0])
    raise AssertionError(err.read_text())


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

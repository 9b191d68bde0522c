"""AWS's own runtime client on this machine: a stand-in for Lambda's Runtime API on loopback.

Only the interface that AWS publishes is stood in for; what runs the handler is ``awslambdaric``.
"""

import json
import os
import subprocess
import tempfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, NamedTuple

Json = dict[str, Any]

HANDLER = "lambda_function.lambda_handler"
LONGEST = 60
"""Seconds until a run is given up."""


class Invoked(NamedTuple):
    """What came back for one event."""

    where: str
    """``response``, or ``error``."""
    body: Any


class _Api(ThreadingHTTPServer):
    """Hands out events one by one, and keeps what comes back."""

    daemon_threads = True

    def __init__(self, events: list[bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.todo: SimpleQueue[bytes] = SimpleQueue()
        for event in events:
            self.todo.put(event)
        self.came: list[Invoked] = []
        self.done = Event()


class _Asked(BaseHTTPRequestHandler):
    """One call of the runtime client."""

    protocol_version = "HTTP/1.1"
    server: _Api

    def do_GET(self) -> None:
        """Answer "what is next?"; with nothing left, the run is over.

        Who starts from a picture of an earlier start asks first whether it is to go on.
        """
        if "/restore/" in self.path:
            self._send(200, b"")
            return
        try:
            event = self.server.todo.get_nowait()
        except Empty:
            self.close_connection = True
            self.server.done.set()
            return
        self._send(200, event, **{"Lambda-Runtime-Aws-Request-Id": str(len(self.server.came))})

    def do_POST(self) -> None:
        """Keep a response or an error; one while starting ends the run."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        kind = self.path.rpartition("/")[2]
        self.server.came.append(Invoked(kind, json.loads(body)))
        self._send(202, b"")
        if "/init/" in self.path:
            self.server.done.set()

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        arn = "arn:aws:lambda:us-east-1:000000000000:function:nerve-check"
        told = {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "Lambda-Runtime-Invoked-Function-Arn": arn,
            "Lambda-Runtime-Deadline-Ms": "4102444800000",
            **headers,
        }
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Keep nothing."""


def run(python: str, folder: Path, events: list[bytes], **variables: str) -> list[Invoked]:
    """Return what the code in a folder answers to events under ``awslambdaric``, in order."""
    api = _Api(events)
    Thread(target=api.serve_forever, daemon=True).start()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": tempfile.gettempdir(),
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{api.server_port}",
        "AWS_LAMBDA_FUNCTION_NAME": "nerve-check",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
        "AWS_REGION": "us-east-1",
        "LAMBDA_TASK_ROOT": str(folder),
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "_HANDLER": HANDLER,
        **variables,
    }
    command = [python, "-m", "awslambdaric", HANDLER]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet)
    try:
        assert api.done.wait(LONGEST), "the runtime client did not come to an end"
    finally:
        process.kill()
        process.wait()
        api.shutdown()
        api.server_close()
    return api.came

"""Serves the app from this machine to this machine."""

import sys
from threading import Thread

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from skill.doors.web.app import create_app
from skill.doors.web.bodies import LOCALE
from skill.doors.web.local import require_loopback
from skill.saying import ears

_PORTS = range(65536)


class _Silent(WSGIRequestHandler):
    """Handles requests without a log: an address can hold what a person said."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's name
        """Keep nothing."""


def serve(host: str, port: int, skill_id: str | None = None) -> None:
    """Serve until interrupted; what ``bind`` raises ends it before it begins."""
    server = bind(host, port, skill_id)
    shown = f"[{host}]" if ":" in host else host
    sys.stdout.write(f"Nerve Check is at http://{shown}:{server.server_port}/ (Ctrl-C stops it)\n")
    sys.stdout.flush()
    # Ready before somebody has read the page and says the first word.
    Thread(target=ears, args=(LOCALE,), daemon=True).start()
    server.serve_forever()


def bind(host: str, port: int, skill_id: str | None = None) -> BaseWSGIServer:
    """Return a server at an address; raise NotLoopbackError if other machines reach it.

    An address that cannot be bound, such as a port in use, ends the program with status 1 and
    a sentence.
    """
    require_loopback(host)
    if port not in _PORTS:
        raise SystemExit(f"There is no port {port}: use --port with 0 to {_PORTS[-1]}.")
    app = create_app(skill_id)
    return make_server(host, port, app, threaded=True, request_handler=_Silent)

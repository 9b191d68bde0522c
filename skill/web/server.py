"""Serves the app from this machine to this machine."""

import sys

from werkzeug.serving import WSGIRequestHandler, make_server

from skill.web.app import create_app
from skill.web.local import require_loopback

_PORTS = range(65536)


class _Silent(WSGIRequestHandler):
    """Handles requests without a log: an address can hold what a person said."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's name
        """Keep nothing."""


def serve(host: str, port: int, skill_id: str | None = None) -> None:
    """Serve until interrupted; raise NotLoopbackError for a host that other machines reach.

    An address that cannot be bound, such as a port in use, ends the program with status 1 and
    a sentence.
    """
    require_loopback(host)
    if port not in _PORTS:
        raise SystemExit(f"There is no port {port}: use --port with 0 to {_PORTS[-1]}.")
    app = create_app(skill_id)
    server = make_server(host, port, app, threaded=True, request_handler=_Silent)
    shown = f"[{host}]" if ":" in host else host
    sys.stdout.write(f"Nerve Check is at http://{shown}:{server.server_port}/ (Ctrl-C stops it)\n")
    sys.stdout.flush()
    server.serve_forever()

"""Local mode: who may talk to a server that does not ask for Amazon's signatures.

Being bound to a loopback address is not enough. A tunnel or a proxy on this machine brings in
strangers, and a web page elsewhere can have a name of its own point here. Both can be told from
what they send.
"""

import re
from ipaddress import ip_address

from flask import Request

_HOST = re.compile(r"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_PROXY_HEADERS = {
    f"HTTP_{name.upper().replace('-', '_')}": name
    for name in ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
}
"""Each under the name that WSGI gives it."""


class NotLoopbackError(Exception):
    """A bind to an address that other machines reach; the message says what to do."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f'Local mode does not ask for Amazon\'s signature, so "{host}" may not be served: '
            "use --host 127.0.0.1, ::1 or localhost. docs/self-hosting.md says how to serve others."
        )


def require_loopback(host: str) -> None:
    """Raise NotLoopbackError unless only this machine reaches a server bound to the host."""
    if host != "localhost" and not _is_loopback(host):
        raise NotLoopbackError(host)


def refusal(request: Request) -> str:
    """Return why a request may not be answered in local mode, or "" when it may."""
    if not _is_loopback(request.remote_addr or ""):
        return "Local mode: only this machine may ask."
    if not _HOST.fullmatch(request.headers.get("Host", "")):
        return "Local mode: the Host header must be localhost or a loopback address."
    for key, name in _PROXY_HEADERS.items():
        if key in request.environ:
            return f"Local mode: a request through a proxy is not answered (it has {name})."
    return ""


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False

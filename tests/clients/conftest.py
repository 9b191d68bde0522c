"""The endpoint that the outside clients talk to, on loopback."""

from collections.abc import Iterator
from threading import Thread

import pytest

from skill.web.server import bind


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    """Return the address of the skill's own endpoint, as ``make run`` serves it."""
    server = bind("127.0.0.1", 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/alexa"
    server.shutdown()

"""What several test modules need."""

from collections.abc import Iterator
from threading import Thread

import pytest
from signals import heard_again

from skill import library
from skill.triage.knowledge import Knowledge


@pytest.fixture(scope="session", autouse=True)
def what_ends_a_child_is_heard() -> None:
    """Let children end by the signals that tests send, however the tests were started."""
    heard_again()


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Forget what earlier tests had worked out: each test stands on what the core makes now.

    `make mutants` plays only the tests that called a function, and would miss what is made once.
    """
    vars(library.knowledge()).clear()


@pytest.fixture
def knowledge() -> Knowledge:
    """Return the medicine as it ships."""
    return library.knowledge()


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    """Return the address of the skill's own endpoint, served on loopback as ``make run`` does."""
    from skill.doors.web.server import bind  # noqa: PLC0415 - most tests need no server

    server = bind("127.0.0.1", 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/alexa"
    server.shutdown()

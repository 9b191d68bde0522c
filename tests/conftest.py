"""What several test modules need."""

import pytest

from skill import library
from skill.triage.knowledge import Knowledge


@pytest.fixture
def knowledge() -> Knowledge:
    """Return the medicine as it ships."""
    return library.knowledge()

"""What was once taken for something else is heard as what it is, and its kind with it."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from skill.saying import ears
from skill.workshop.corpus import Line, measure

ROWS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "expected/phrases.toml").read_text(encoding="utf-8")
)


def lines(row: dict[str, Any]) -> list[Line]:
    """Return each phrase of a row as it is said in each state."""
    turns = [one.partition("=") for one in row["states"]]
    return [
        Line(said, state, "", (), tuple(signs.split("+")) if signs else ())
        for state, _, signs in turns
        for said in row["phrases"]
    ]


@pytest.mark.parametrize("kind", ROWS)
def test_a_phrase_is_heard_as_its_kind(kind: str) -> None:
    """Wherever it is said."""
    row = ROWS[kind]
    assert not [
        (one.line.say, one.line.after, one.found)
        for one in measure(ears("en-US"), lines(row))
        if not any(fnmatch(one.found, way) for way in row["may_be"])
    ]

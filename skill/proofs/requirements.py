"""What the proofs hold the rules and the interview to, as ``requirements.toml`` says it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from skill.triage.knowledge import Condition, Level

FILE = Path(__file__).parent / "requirements.toml"


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def limits() -> list[tuple[str, Condition]]:
    """Return (why, condition) of everything that keeps a caller from self-care."""
    return [
        (entry["why"], tuple((name, (value,)) for name, value in entry["when"].items()))
        for entry in _read()["limit"]
    ]


def reaching() -> list[tuple[str, Level]]:
    """Return (finding, level) of what reaches a level by its yes alone."""
    levels = {one.id: one for one in Level}
    return [(name, levels[level]) for level, names in _read()["reaches"].items() for name in names]


def forbidden() -> list[tuple[str, str]]:
    """Return (item, finding) of what must keep an item from being read, when yes or not sure."""
    return [(item, name) for item, names in _read()["forbids"].items() for name in names]


@cache
def must_ask(place: str) -> tuple[str, ...]:
    """Return what must have an answer before a mild result of pain in a place, or "unsure"."""
    asked = _read()["asked"]
    return (*asked["everyone"], *asked["place"][place])

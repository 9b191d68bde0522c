"""What the proofs hold the rules and the interview to, as ``requirements.toml`` says it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from skill.triage.knowledge import Condition, Level

FILE = Path(__file__).parent / "requirements.toml"


class Limit(NamedTuple):
    """What keeps a caller from self-care."""

    why: str
    when: Condition


class Demand(NamedTuple):
    """What must have an answer before a mild result of whoever meets a condition."""

    name: str
    when: Condition


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def limits() -> list[Limit]:
    """Return everything that keeps a caller from self-care."""
    return [Limit(entry["why"], _condition(entry["when"])) for entry in _read()["limit"]]


def own_signs() -> dict[str, list[str]]:
    """Return nerve, muscle -> the signs of which one must be a yes before it is named."""
    return dict(_read()["own"])


def sides_named() -> dict[str, list[str]]:
    """Return label -> which of the two its sentence names as likely."""
    return dict(_read()["names"])


def unheard() -> list[str]:
    """Return the labels that are never told, and only keep others from being told."""
    return list(_read()["unheard"]["labels"])


def told_urgently() -> dict[str, list[Condition]]:
    """Return leaning -> the signs beside which it must not be told within a day's wait."""
    return {
        leaning: [_condition(sign) for sign in signs]
        for entry in _read()["urgent"]
        for leaning in entry["leanings"]
        for signs in [[*({name: ["yes", "unsure"]} for name in entry["beside"]), *entry["at"]]]
    }


def reaching() -> list[tuple[str, Level]]:
    """Return (finding, level) of what reaches a level by its yes alone."""
    levels = {one.id: one for one in Level}
    return [(name, levels[level]) for level, names in _read()["reaches"].items() for name in names]


def forbidden() -> list[tuple[str, str]]:
    """Return (item, finding) of what must keep an item from being read, when yes or not sure."""
    return [(item, name) for item, names in _read()["forbids"].items() for name in names]


@cache
def must_ask(place: str) -> tuple[Demand, ...]:
    """Return what must have an answer before a mild result of pain in a place, or "unsure"."""
    asked = _read()["asked"]
    of_all = (Demand(name, ()) for name in (*asked["everyone"], *asked["place"][place]))
    of_some = (
        Demand(name, _condition(entry["when"])) for entry in asked["when"] for name in entry["ask"]
    )
    return (*of_all, *of_some)


def _condition(when: dict[str, str | list[str]]) -> Condition:
    return tuple(
        (name, (values,) if isinstance(values, str) else tuple(values))
        for name, values in when.items()
    )

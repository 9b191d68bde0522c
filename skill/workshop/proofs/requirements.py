"""What the proofs hold the rules and the interview to, as ``requirements.toml`` says it."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from skill.triage.knowledge import YES, Condition, Level

FILE = Path(__file__).parent / "requirements.toml"


class Limit(NamedTuple):
    """What keeps a caller from self-care."""

    why: str
    when: Condition
    but: Condition


class Demand(NamedTuple):
    """What must have an answer before a result below emergency of whoever meets a condition."""

    name: str
    when: Condition


class Least(NamedTuple):
    """Answers that reach at least a level, whatever else was said."""

    line: str
    level: Level
    when: Condition


class Asked(NamedTuple):
    """Where a sign that reaches a level is asked: of whoever meets one of the conditions."""

    where: tuple[Condition, ...]
    open: str
    """What is not settled about it yet, or ""."""


class Net(NamedTuple):
    """A sign that a sentence of the safety net names, and the level that it names for it."""

    entry: str
    level: Level
    sign: Condition


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def written() -> dict[str, Any]:
    """Return all of it as it is written."""
    return dict(_read())


def named() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every (finding, values) that a requirement names; () where it names no value."""
    yield from ((name, ()) for name in directions())
    yield from orders().items()
    yield from ((name, (value,)) for name, value in unsure_as().items())
    yield from ((name, (YES,)) for name, _ in (*reaching(), *harmless(), *as_denied()))
    yield from ((name, ()) for names in no_part().values() for name in names)
    yield from ((name, ()) for name in (*unasked(), *(one.name for one in demands())))
    conditions = [one.when for one in demands()]
    conditions += [one.when for one in leasts()]
    conditions += [when for one in limits() for when in (one.when, one.but)]
    conditions += [when for _, when in (*harmless(), *as_denied())]
    conditions += [when for one in unasked().values() for when in one.where]
    conditions += [one.sign for one in net_names()]
    yield from (part for condition in conditions for part in condition)


def limits() -> list[Limit]:
    """Return everything that keeps a caller from self-care."""
    return [
        Limit(entry["why"], _condition(entry["when"]), _condition(entry.get("but", {})))
        for entry in _read()["limit"]
    ]


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


def leasts() -> Iterator[Least]:
    """Yield what no rule may lose: answers, and the level that they reach at least."""
    levels = {one.id: one for one in Level}
    for entry in _read()["least"]:
        for each in entry.get("each", [{}]):
            told = {each: YES} if isinstance(each, str) else each
            yield Least(
                entry["line"], levels[entry["level"]], _condition({**entry["when"], **told})
            )


def harmless() -> list[tuple[str, Condition]]:
    """Return (danger sign, answers beside which its yes reaches no level by law)."""
    return [(entry["sign"], _condition(entry["when"])) for entry in _read()["harmless"]]


def as_denied() -> list[tuple[str, Condition]]:
    """Return (danger sign, of whom a "not sure" of it counts as its no by law)."""
    return [(entry["sign"], _condition(entry["when"])) for entry in _read()["as_denied"]]


def directions() -> dict[str, str]:
    """Return finding -> "danger", "easing" or "none"."""
    return {name: way for way, names in _read()["directions"].items() for name in names}


def orders() -> dict[str, tuple[str, ...]]:
    """Return choice -> its values, the mildest first."""
    return {name: tuple(values) for name, values in _read()["orders"].items()}


def no_part() -> dict[str, tuple[str, ...]]:
    """Return finding -> what only its yes makes the skill ask, so that it is no part of the law."""
    return {name: tuple(asked) for name, asked in _read()["no_part"].items()}


def unsure_as() -> dict[str, str]:
    """Return finding -> the answer as which "not sure" of it counts."""
    return dict(_read()["unsure_as"])


def unasked() -> dict[str, Asked]:
    """Return sign -> where alone it is asked; a sign that is not among them is asked everywhere."""
    return {
        name: Asked(
            tuple(_condition(one) for one in entry["asked"]),
            entry["why"] if entry.get("open") else "",
        )
        for entry in _read()["unasked"]
        for name in entry["signs"]
    }


def net_names() -> list[Net]:
    """Return every sign that a sentence of the safety net names."""
    levels = {one.id: one for one in Level}
    return [
        Net(entry["entry"], levels[entry["level"]], _condition(sign))
        for entry in _read()["net"]
        for sign in entry["signs"]
    ]


def net_entries() -> set[str]:
    """Return the sentences of the safety net of which it is written down what they name."""
    return {entry["entry"] for entry in _read()["net"]}


def forbidden() -> list[tuple[str, str]]:
    """Return (item, finding) of what must keep an item from being read, when yes or not sure."""
    return [(item, name) for item, names in _read()["forbids"].items() for name in names]


def demands() -> list[Demand]:
    """Return what must have an answer before a result below emergency."""
    asked = _read()["asked"]
    found = [Demand(name, ()) for name in asked["everyone"]]
    for entry in asked["when"]:
        found += [Demand(name, _condition(entry["when"])) for name in entry["ask"]]
    return found


def _condition(when: dict[str, str | list[str]]) -> Condition:
    return tuple((name, _values(name, values)) for name, values in when.items())


def _values(name: str, values: str | list[str]) -> tuple[str, ...]:
    """Return the values, those of a group in its place."""
    groups = _read()["group"].get(name, {})
    one_by_one = [values] if isinstance(values, str) else values
    return tuple(value for one in one_by_one for value in groups.get(one, [one]))

"""The only module that opens compiled content.

Plain ``open`` and ``json``: importlib.resources costs more at start-up than the rest of the
skill. Everything that comes back is immutable and may be shared between requests.
"""

import json
import os
from functools import cache
from typing import Any

from skill.triage.knowledge import (
    Answer,
    Derived,
    Discriminator,
    Finding,
    Group,
    Item,
    Knowledge,
    Label,
    Level,
    Professional,
    Rule,
    SafetyNet,
    Settings,
    Step,
    Words,
)

_LEVELS = tuple(Level)
_NESTED = (list, dict)

COMPILED = os.path.join(os.path.dirname(__file__), "content", "compiled")


@cache
def knowledge() -> Knowledge:
    """Return the medicine."""
    return knowledge_from(_open("knowledge"))


@cache
def sources() -> dict[str, Any]:
    """Return where the medicine comes from; only who looks behind the words needs it."""
    return _open("sources")


@cache
def locale_texts(locale: str) -> dict[str, str]:
    """Return the texts of a locale by flat key; raise FileNotFoundError for an unknown locale."""
    texts: dict[str, str] = _open(locale)
    return texts


@cache
def locale_hears(locale: str) -> dict[str, Any]:
    """Return the templates of what a locale hears; only the simulator needs them."""
    return _open(f"{locale}.hear")


@cache
def locale_page(locale: str) -> dict[str, str]:
    """Return what a locale says around the conversation; only the simulator page needs it."""
    texts: dict[str, str] = _open(f"{locale}.page")
    return texts


@cache
def locales() -> tuple[str, ...]:
    """Return the locales there are, such as ``en-US``."""
    names = [name.removesuffix(".json") for name in os.listdir(COMPILED)]
    return tuple(sorted(name for name in names if "-" in name and "." not in name))


def _open(name: str) -> dict[str, Any]:
    with open(os.path.join(COMPILED, f"{name}.json"), encoding="utf-8") as file:
        content: dict[str, Any] = json.load(file)
    return content


def knowledge_from(content: dict[str, Any]) -> Knowledge:
    """Return the core's values from the JSON that ``skill.authoring.compiling`` writes."""
    c = {name: _frozen(value) for name, value in content.items()}
    return Knowledge(
        version=c["version"],
        findings={
            name: Finding._make((*row[:4], _level(row[4]), *row[5:]))
            for name, row in c["findings"].items()
        },
        derived=tuple([Derived(*row) for row in c["derived"]]),
        rules=tuple([Rule(name, _LEVELS[level], *row) for name, level, *row in c["rules"]]),
        steps=tuple([Step._make((*row[:4], _level(row[4]), *row[5:])) for row in c["steps"]]),
        discriminators=tuple([Discriminator(*row) for row in c["discriminators"]]),
        groups={name: Group(*row) for name, row in c["groups"].items()},
        start=c["start"],
        labels=tuple([Label._make((*row[:5], _LEVELS[row[5]], *row[6:])) for row in c["labels"]]),
        professionals=tuple(
            [Professional(name, _levels(of), *row) for name, of, *row in c["professionals"]]
        ),
        safety_net=tuple(
            [SafetyNet(name, _levels(of), *row) for name, of, *row in c["safety_net"]]
        ),
        items=tuple([Item(*row) for row in c["items"]]),
        words=tuple([Words(name, _LEVELS[level], *row) for name, level, *row in c["words"]]),
        answers={name: Answer(*row) for name, row in c["answers"].items()},
        settings=_settings(*c["settings"]),
    )


def _settings(*row: Any) -> Settings:  # noqa: ANN401 - any JSON
    settings = Settings(*row)
    return settings._replace(
        unsure_many_level=_LEVELS[settings.unsure_many_level],
        advice_levels=_levels(settings.advice_levels),
    )


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON with every list as a tuple."""
    if type(value) is list:
        return tuple([_frozen(one) if type(one) in _NESTED else one for one in value])
    if type(value) is dict:
        return {key: _frozen(one) for key, one in value.items()}
    return value


def _level(number: int | None) -> Level | None:
    return None if number is None else _LEVELS[number]


def _levels(numbers: tuple[int, ...]) -> tuple[Level, ...]:
    return tuple([_LEVELS[number] for number in numbers])

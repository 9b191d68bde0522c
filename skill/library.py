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
    rules = (Rule(*row) for row in c["rules"])
    steps = (Step(*row) for row in c["steps"])
    labels = (Label(*row) for row in c["labels"])
    professionals = (Professional(*row) for row in c["professionals"])
    nets = (SafetyNet(*row) for row in c["safety_net"])
    findings = (Finding(*row) for row in c["findings"].values())
    words = (Words(*row) for row in c["words"])
    settings = Settings(*c["settings"])
    return Knowledge(
        version=c["version"],
        findings={one.id: one._replace(unsure=_level(one.unsure)) for one in findings},
        derived=tuple(Derived(*row) for row in c["derived"]),
        rules=tuple(one._replace(level=Level(one.level)) for one in rules),
        steps=tuple(one._replace(at_once=_level(one.at_once)) for one in steps),
        discriminators=tuple(Discriminator(*row) for row in c["discriminators"]),
        groups={name: Group(*row) for name, row in c["groups"].items()},
        start=c["start"],
        labels=tuple(one._replace(floor=Level(one.floor)) for one in labels),
        professionals=tuple(one._replace(levels=_levels(one.levels)) for one in professionals),
        safety_net=tuple(one._replace(levels=_levels(one.levels)) for one in nets),
        items=tuple(Item(*row) for row in c["items"]),
        words=tuple(one._replace(level=Level(one.level)) for one in words),
        answers={name: Answer(*row) for name, row in c["answers"].items()},
        settings=settings._replace(
            unsure_many_level=Level(settings.unsure_many_level),
            advice_levels=_levels(settings.advice_levels),
        ),
    )


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON with every list as a tuple."""
    kind = type(value)
    if kind is list:
        return tuple([_frozen(one) if type(one) in _NESTED else one for one in value])
    if kind is dict:
        return {key: _frozen(one) for key, one in value.items()}
    return value


def _level(value: int | None) -> Level | None:
    return None if value is None else Level(value)


def _levels(values: tuple[int, ...]) -> tuple[Level, ...]:
    return tuple(Level(value) for value in values)

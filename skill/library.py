"""The only module that opens compiled content.

Plain ``open`` and ``json``: importlib.resources costs more at start-up than the rest of the
skill. Everything that comes back is immutable and may be shared between requests.
"""

import json
import os
from collections.abc import Iterable
from functools import cache
from typing import Any

from skill.triage.knowledge import (
    Answer,
    Condition,
    Derived,
    Discriminator,
    Finding,
    Group,
    Item,
    Knowledge,
    Label,
    Level,
    Professional,
    Range,
    Rule,
    SafetyNet,
    Settings,
    Step,
    Words,
)

_LEVELS = tuple(Level)

LOCALE = "en-US"
"""Whose words apologise, and tell callers of a country that the skill does not know."""

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
    """Return the templates of what a locale hears; no speaker needs them."""
    return _open(f"{locale}.hear")


@cache
def locale_ears(locale: str) -> dict[str, Any]:
    """Return the tables with which a locale's free speech is heard."""
    return _open(f"{locale}.ears")


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
    """Return the core's values from the JSON that ``skill.workshop.authoring.compiling`` writes."""
    c = content
    return Knowledge(
        version=c["version"],
        findings={name: _finding(row) for name, row in c["findings"].items()},
        derived=tuple([Derived(name, _all(when)) for name, when in c["derived"]]),
        rules=tuple(
            [
                Rule(name, _LEVELS[level], _all(when), _all(unless), says)
                for name, level, when, unless, says in c["rules"]
            ]
        ),
        steps=tuple(
            [
                Step(
                    name, tuple(ask), _all(when), late, _level(at_once), _told(told), words, source
                )
                for name, ask, when, late, at_once, told, words, source in c["steps"]
            ]
        ),
        discriminators=tuple(
            [
                Discriminator(finding, group, _range(nerve), _range(muscle), _all(when))
                for finding, group, nerve, muscle, when in c["discriminators"]
            ]
        ),
        groups={name: Group(_range(n), _range(m)) for name, (n, m) in c["groups"].items()},
        labels=tuple([_label(row) for row in c["labels"]]),
        other_causes={
            name: tuple([_all(when) for when in signs]) for name, signs in c["other_causes"].items()
        },
        professionals=tuple(
            [
                Professional(name, _levels(of), tuple(labels), _all(when), no_red_flag, later)
                for name, of, labels, when, no_red_flag, later in c["professionals"]
            ]
        ),
        safety_net=tuple(
            [
                SafetyNet(name, _levels(of), _all(when), _all(unless))
                for name, of, when, unless in c["safety_net"]
            ]
        ),
        items=tuple(
            [
                Item(name, kind, tuple(labels), _all(when), tuple(blocked_by))
                for name, kind, labels, when, blocked_by in c["items"]
            ]
        ),
        words=tuple(
            [Words(name, _LEVELS[level], says, act) for name, level, says, act in c["words"]]
        ),
        answers={name: Answer(*row) for name, row in c["answers"].items()},
        settings=_settings(c["settings"]),
    )


def _finding(row: list[Any]) -> Finding:
    name, values, offers, *kinds, unsure, as_, twice, weighed, advice, only_if, means, source = row
    start = (name, tuple(values), tuple(offers), *kinds, _level(unsure))
    return Finding._make((*start, as_, twice, weighed, advice, _all(only_if), means, source))


def _label(row: list[Any]) -> Label:
    name, degree, leaning, when, unless, *bounds, weigh = row
    nerve, muscle, lead = (one and _range(one) for one in bounds)
    conditions = (_all(when), _all(unless))
    return Label(name, degree, leaning, *conditions, nerve, muscle, lead, _range(weigh))


def _settings(row: list[Any]) -> Settings:
    settings = Settings._make(row)
    bands = settings.bands.items()
    return settings._replace(
        read_back=tuple(settings.read_back),
        unsure_many_level=_LEVELS[settings.unsure_many_level],
        bands={name: tuple([(value, least) for value, least in each]) for name, each in bands},
        advice_levels=_levels(settings.advice_levels),
    )


def _all(when: list[Any]) -> Condition:
    return tuple([(finding, tuple(values)) for finding, values in when])


def _told(choices: dict[str, list[Any]]) -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        value: tuple([(finding, said) for finding, said in told]) for value, told in choices.items()
    }


def _range(bounds: list[float]) -> Range:
    low, high = bounds
    return (low, high)


def _level(number: int | None) -> Level | None:
    return None if number is None else _LEVELS[number]


def _levels(numbers: Iterable[int]) -> tuple[Level, ...]:
    return tuple([_LEVELS[number] for number in numbers])

"""The signs as a table for a terminal, as JSON, and as lines for a page: what is alike together."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import fill
from typing import Any, NamedTuple

from skill.telling.signs import (
    AFTER,
    AGE,
    ASKED,
    NEVER,
    OPEN,
    OTHERS,
    TIPS,
    Sign,
    Way,
    asks_on,
    caller_of,
)
from skill.telling.words import NOT_SURE, names
from skill.triage.knowledge import UNSURE, YES, Knowledge, Level

WIDTH = 100
LOST, MILDER = "!!", "<<"
ASKED_WORDS = {
    ASKED: "asked",
    OPEN: "asked while it is open whether it is nerve or muscle",
    TIPS: "ONLY WITH TIPS, AFTER THE RESULT",
    OTHERS: "not asked at this age",
    NEVER: "NEVER ASKED",
}


class Where(NamedTuple):
    """Places, and the ages at which it holds there; none when at every age."""

    places: tuple[str, ...]
    ages: tuple[int, ...]
    but: bool = False
    """Everywhere but in these places."""


class Line(NamedTuple):
    """Where an answer reaches the same level and is asked alike."""

    finding: str
    value: str
    level: Level | None
    """None: no more than the place and the age reach alone."""
    way: Way | None
    """None where it reaches no level, so that it matters less how it is asked."""
    where: tuple[Where, ...]
    lost: bool
    """Whether nothing before the result makes the interview ask it there."""
    milder: bool
    """Whether this is a yes to danger that reaches less than "not sure"."""


def lines(signs: Sequence[Sign]) -> list[Line]:
    """Return the signs of every finding that reaches a level by itself, grouped.

    Where the place alone already reaches as much, there is nothing to see, and it is left out.
    """
    milder = milder_yeses(signs)
    return [
        line
        for _, answers in telling(signs)
        for answer in answers
        for line in _lines(answer, milder)
    ]


def telling(signs: Iterable[Sign]) -> list[tuple[str, list[list[Sign]]]]:
    """Return each finding that reaches a level by itself, with its signs by value."""
    findings: dict[str, dict[str, list[Sign]]] = {}
    for one in signs:
        findings.setdefault(one.finding, {}).setdefault(one.value, []).append(one)
    return [
        (finding, list(values.values()))
        for finding, values in findings.items()
        if any(one.reaches for answer in values.values() for one in answer)
    ]


def milder_yeses(signs: Sequence[Sign]) -> set[Sign]:
    """Return each yes to danger that reaches less than "not sure" in the same place and age.

    Of what eases or explains the pain, a yes is rightly the milder one.
    """
    unsure = {(one.finding, one.place, one.age): one.level for one in signs if one.value == UNSURE}
    return {
        one
        for one in signs
        if one.danger
        and one.value == YES
        and one.level < unsure.get((one.finding, one.place, one.age), one.level)
    }


def _lines(answer: list[Sign], milder: set[Sign]) -> list[Line]:
    """Return the lines of one answer, the most urgent first."""
    seen = [
        one for one in answer if one.reaches or one.alone == Level.SELF_CARE or one in milder
    ] or answer
    groups: dict[tuple[Level | None, Way | None, bool], list[Sign]] = {}
    for one in seen:
        told = (one.level, one.way) if one.reaches else (None, None)
        groups.setdefault((*told, one in milder), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: _urgency(item[0][0]), reverse=True)
    return [
        Line(
            finding=group[0].finding,
            value=group[0].value,
            level=level,
            way=way,
            where=_where(group, seen),
            lost=any(one.lost for one in group),
            milder=mild,
        )
        for (level, way, mild), group in ordered
    ]


def _urgency(level: Level | None) -> int:
    return -1 if level is None else level


def _where(group: list[Sign], seen: list[Sign]) -> tuple[Where, ...]:
    """Return where a group holds, the places of the same ages together."""
    if len(group) == len(seen):
        return (Where((), (), but=True),)
    here, of_all = _ages(group), _ages(seen)
    places: dict[tuple[int, ...], list[str]] = {}
    for place, ages in here.items():
        places.setdefault(() if ages == of_all[place] else tuple(ages), []).append(place)
    rest = tuple(place for place in of_all if place not in places.get((), []))
    if len(places) == 1 and () in places and len(rest) < len(here):
        return (Where(rest, (), but=True),)
    return tuple(Where(tuple(names), ages) for ages, names in places.items())


def _ages(signs: Iterable[Sign]) -> dict[str, list[int]]:
    """Return the ages of each place."""
    ages: dict[str, list[int]] = {}
    for one in signs:
        ages.setdefault(one.place, []).append(one.age)
    return ages


def quiet(knowledge: Knowledge, signs: Iterable[Sign]) -> list[str]:
    """Return the findings that reach no level by themselves, whatever is answered."""
    of_caller = caller_of(knowledge, UNSURE, 0)
    told = {one.finding: False for one in signs if one.finding not in of_caller}
    told |= {one.finding: True for one in signs if one.reaches}
    return [name for name, reaches in told.items() if not reaches]


def signs_json(signs: Iterable[Sign]) -> str:
    """Return the signs as JSON: a list of rows."""
    return json.dumps([_row(one) for one in signs])


def _row(one: Sign) -> dict[str, Any]:
    row = one._asdict() | {"level": one.level.id, "asked": one.asked}
    return {name: row[name] for name in ("finding", "value", "place", "age", "level", "asked")}


# --- for a terminal -------------------------------------------------------------------------


def signs_text(knowledge: Knowledge, signs: Sequence[Sign]) -> str:
    """Return the signs as a table, a line for what is alike."""
    table = lines(signs)
    wide = max((len(one.finding) for one in table), default=0)
    body: list[str] = []
    for finding, group in groupby(table, lambda one: one.finding):
        first = finding
        for value, answer in groupby(group, lambda one: one.value):
            for number, line in enumerate(answer):
                asks = asks_on(knowledge, finding, value) if not number else ()
                body.append(_text_line(line, f"{first:<{wide}} {_said(value, number)}", asks))
                first = ""
    return "\n".join([*_head(knowledge, signs), "", *body, "", *_foot(knowledge, signs, table)])


def _said(value: str, number: int) -> str:
    said = NOT_SURE if value == UNSURE else value
    return f"{'' if number else said:<9}"


def _text_line(line: Line, start: str, asks: tuple[str, ...]) -> str:
    marks = LOST if line.lost else MILDER if line.milder else "  "
    level = f"{names()['mark'][line.level.id] if line.level is not None else '-':<4}"
    told = [way_words(line.way)] if line.way else []
    milder = ["MILDER THAN NOT SURE"] if line.milder else []
    then = [f"then asks {', '.join(asks)}"] if asks else []
    text = "; ".join([_where_words(line), *told, *milder, *then])
    head = f"{marks} {start} {level} "
    return fill(text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head))


def way_words(way: Way) -> str:
    """Return how it is asked, in words."""
    if way.kind != AFTER:
        return ASKED_WORDS[way.kind]
    told = (f"{name}={'/'.join(values)}" for name, values in way.after)
    return f"asked after {' and '.join(told)}"


def _where_words(line: Line) -> str:
    return "; ".join(_place_words(one) for one in line.where)


def _place_words(where: Where) -> str:
    places = ", ".join(where.places)
    if where.but:
        return f"everywhere but {places}" if places else "everywhere"
    return f"{places} at {', '.join(map(str, where.ages))}" if where.ages else places


def _head(knowledge: Knowledge, signs: Sequence[Sign]) -> list[str]:
    marks = ", ".join(f"{mark} {level}" for level, mark in _marks().items())
    years = dict.fromkeys(one.age for one in signs)
    ages = ", ".join(f"{age} ({caller_of(knowledge, UNSURE, age)[AGE]})" for age in years)
    told = (
        "Every sign by itself: nothing else is told, and nothing more is asked.",
        f"{marks}; - no more than the place alone.",
        f"Ages {ages}.",
        f"Left out is where the place alone reaches as much: {_alone_words(signs)}.",
        f"{LOST} reaches a level, but nothing before the result makes the interview ask it there.",
        f"{MILDER} a yes to danger that is milder than a not sure.",
    )
    return [fill(one, WIDTH, subsequent_indent="   ") for one in told]


def _marks() -> dict[str, str]:
    return dict(reversed(names()["mark"].items()))


def _alone_words(signs: Iterable[Sign]) -> str:
    """Return what the places reach without any sign."""
    alone = {
        one.place: names()["mark"][one.alone.id] for one in signs if one.alone > Level.SELF_CARE
    }
    return ", ".join(f"{place} {mark}" for place, mark in alone.items()) or "nothing"


def _foot(knowledge: Knowledge, signs: Sequence[Sign], table: Sequence[Line]) -> list[str]:
    lost = len({line.finding for line in table if line.lost})
    milder = len({line.finding for line in table if line.milder})
    counts = f"{LOST} in {lost} findings, {MILDER} in {milder}."
    still = f"No level by themselves, whatever is answered: {', '.join(quiet(knowledge, signs))}."
    return [counts, fill(still, WIDTH, subsequent_indent="   ")]

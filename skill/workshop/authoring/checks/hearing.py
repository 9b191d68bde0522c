"""What a locale's hearing looks for and never finds: a filler, a spelling, a trigger has its words.

A template is tried by saying it: in its shortest way, and once with each word that may stand in it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hassil.errors import HassilError
from hassil.parser import ParseError

from skill.hearing.context import PAST, STORY, SUPPOSED, Context
from skill.hearing.normal import Normal
from skill.hearing.patterns import ANY, END, FAR, GAP, RULE, START, WAYS, Patterns
from skill.workshop.authoring.hearing import compile_hearing
from skill.workshop.authoring.reading import ContentError, read_hearing, shown

BEFORE = "zz"
"""A word of no table: what is said after it is not all that is said."""
BETWEEN = "zzz"
"""Another, which stands where any word may."""
ALARMS = frozenset({"emergency", "self_harm"})
UNHEARD = frozenset({PAST, STORY, SUPPOSED})
"""What an emergency may not be by its own words."""

Rules = Mapping[str, Any]


def hearing_problems(path: Path) -> list[str]:
    """Return what is wrong with a file of a locale's hearing, one line each."""
    try:
        tables = compile_hearing(read_hearing(path.stem, path.parent), path.stem)
    except ContentError as error:
        return error.problems
    except (HassilError, ParseError, ValueError) as error:
        return [f"{shown(path)}: {error}. Mend it."]
    return [f"{shown(path)}: {line}" for line in (*_eaten(tables), *_unfound(tables))]


def _eaten(tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield the templates of which a word never comes through to be heard."""
    normal = Normal(tables["normal"])
    for name, row in tables["concepts"]:
        for ways in _tries(row, tables["rules"]):
            heard = [(said, " ".join(normal(f"{BEFORE} {said}")[1:])) for said in ways]
            said, instead = heard[0]
            if said != instead and not any(one == as_said for one, as_said in heard):
                yield (
                    f'[concept] {name}: "{said}" is never found: it is heard as "{instead}". '
                    "Change the template, or what [normal] makes of it."
                )


def _unfound(tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield the templates that are parted, or emergencies that a trigger makes none."""
    lists = {name: frozenset(said) for name, said in tables["words"].items()}
    loose = frozenset(tables["loose"])
    context = Context(Patterns(tables, loose), lists | {"loose": loose})
    for name, row in tables["concepts"]:
        if name.startswith("context."):
            continue
        words = [word for word in _shortest(row, tables["rules"]) if word != BETWEEN]
        found = [one for clause in context.read(words) for one in clause.mentions if one.id == name]
        said = " ".join(words)
        if not found:
            yield (
                f'[concept] {name}: "{said}" is never found: it is parted, or a shorter one '
                "goes before it. Change the template."
            )
        elif name.partition(".")[0] in ALARMS and all(one.marks & UNHEARD for one in found):
            marks = ", ".join(sorted(found[0].marks & UNHEARD))
            yield (
                f'[concept] {name}: "{said}" never acts: a trigger makes it {marks}. '
                "Change the template, or the trigger."
            )


def _tries(row: list[Any], rules: Rules) -> Iterator[list[str]]:
    """Yield, for each way of each item of a row, the sentences in which it could be said.

    The shortest comes first; then those with another way of the item before it, or after it.
    """
    yield [" ".join(_shortest(row, rules))]
    each = [_ways(item, rules) for item in row]
    for place, ways in enumerate(each):
        if len(ways) < 2:  # noqa: PLR2004  no choice
            continue
        for way in ways:
            sentences = [
                [*chosen[:place], way, *chosen[place + 1 :]]
                for beside in (place, place - 1, place + 1)
                if 0 <= beside < len(each)
                for chosen in _with_each(each, beside)
            ]
            yield list(dict.fromkeys(" ".join(filter(None, one)) for one in sentences))


def _with_each(each: list[list[str]], place: int) -> Iterator[list[str]]:
    """Yield the shortest way of every item, with each way of one of them."""
    shortest = [min(ways, key=len) for ways in each]
    yield from ([*shortest[:place], way, *shortest[place + 1 :]] for way in each[place])


def _ways(item: Any, rules: Rules) -> list[str]:  # noqa: ANN401  an item of a row
    """Return every way to say an item, of a rule and of longer ways the shortest."""
    if isinstance(item, list) and item[0] == ANY:
        return item[1:]
    if isinstance(item, list) and item[0] == WAYS:
        return [
            said
            for way in item[1:]
            for said in (
                _ways(way[0], rules) if len(way) == 1 else [" ".join(_shortest(way, rules))]
            )
        ]
    return [" ".join(_words(item, rules))]


def _shortest(row: list[Any], rules: Rules) -> list[str]:
    """Return the words of a row with the first of its shortest ways."""
    return [word for item in row for word in _words(item, rules)]


def _words(item: Any, rules: Rules) -> list[str]:  # noqa: ANN401  an item of a row
    if isinstance(item, str):
        return [BETWEEN] if item in (GAP, FAR) else [] if item in (START, END) else [item]
    if item[0] == ANY:
        return [item[1]]
    if item[0] == RULE:
        return _shortest(rules[item[1]], rules)
    return min((_shortest(way, rules) for way in item[1:]), key=len)

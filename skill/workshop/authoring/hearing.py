"""Compiles what a locale hears: its templates into the patterns that are looked for.

A template is in hassil's syntax, with three signs more: ``..`` stands for up to four words,
`` + `` joins parts that stand in the clause in any order, ``$`` is its end. A word's ending may
stand in brackets: ``cramp[s|ing]``. What two templates share is a rule: ``<limb>``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, permutations
from typing import Any

from hassil import parse_sentence
from hassil.expression import Alternative, Expression, Group, RuleReference, TextChunk
from hassil.numbers import get_rbnf_engine
from hassil.sample import sample_sentence

from skill.hearing.normal import Normal
from skill.hearing.patterns import ANY, END, FAR, GAP, RULE, START, WAYS

OLDEST = 120
"""The numbers that are heard as words."""
_ENDING = re.compile(r"(\w+)\[([\w|]+)\]")
_JOIN = " + "
Row = list[Any]


def compile_hearing(tables: Mapping[str, Any], locale: str) -> dict[str, Any]:
    """Return the tables that hearing loads."""
    normal = _normal(tables["normal"], locale) | {
        "contracted": [one for said in tables["words"]["contracted"] for one in _spoken(said)]
    }
    spell = Normal(normal)
    rules = {name: _row(body, spell) for name, body in tables["rules"].items()}
    concepts: list[tuple[str, Row]] = [
        (name, row)
        for name, templates in _flat(tables["concept"])
        for template in templates
        for row in _rows(template, spell)
    ]
    first: dict[str, list[int]] = {}
    for place, (name, row) in enumerate(concepts):
        for word in sorted(_first(row, rules, name)):
            first.setdefault(word, []).append(place)
    lists = {name: _spelled(said, spell) for name, said in tables["words"].items()}
    normal["vocabulary"] = sorted(
        {
            word
            for row in (*rules.values(), *(row for _, row in concepts))
            for word in _words_of(row)
        }
        | {word for said in (*lists.values(), _spelled(tables["loose"], spell)) for word in said}
    )
    return {
        "normal": normal,
        "loose": _spelled(tables["loose"], spell),
        "words": lists,
        "rules": rules,
        "concepts": concepts,
        "first": first,
        "amounts": tables["amounts"],
        "means": tables["means"],
    }


def _normal(tables: Mapping[str, Any], locale: str) -> dict[str, Any]:
    """Return the tables of the normal form, each as phrase -> what is said instead."""
    engine = get_rbnf_engine(locale)
    numbers = {
        engine.format_number(number).text.replace("-", " "): str(number)
        for number in range(OLDEST + 1)
    }
    return {
        "spelling": _turned(tables["spelling"]),
        "numbers": numbers | {str(phrase): said for phrase, said in tables["numbers"].items()},
        "confused": _turned(tables["confused"]),
        "alone": _turned(tables["alone"]),
        "leading": _turned(tables["leading"]),
        "written": tables["written"],
        "courtesy": [one for said in tables["courtesy"] for one in _spoken(said)],
        "fillers": [one for said in tables["fillers"] for one in _spoken(said)],
    }


def _turned(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return phrase -> what it stands for, from what stands for it -> phrases."""
    return {one: name for name, said in table.items() for each in said for one in _spoken(each)}


def _spoken(template: str) -> Iterator[str]:
    """Yield every phrase of a template without rules."""
    for one in sample_sentence(parse_sentence(_endings(template))):
        yield " ".join(one.split())


def _spelled(said: Iterable[str], spell: Normal) -> list[str]:
    return list(dict.fromkeys(" ".join(spell.words(one)) for each in said for one in _spoken(each)))


def _flat(tables: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield (concept, templates): ``[concept.say] yes`` is "say.yes"."""
    for name, inside in tables.items():
        if isinstance(inside, Mapping):
            yield from _flat(inside, f"{before}{name}.")
        else:
            yield f"{before}{name}", inside


def _endings(template: str) -> str:
    """Return a template with each word's endings written as words."""

    def words(match: re.Match[str]) -> str:
        return f"({'|'.join((match[1], *(match[1] + end for end in match[2].split('|'))))})"

    return _ENDING.sub(words, template)


def _rows(template: str, spell: Normal) -> Iterator[Row]:
    """Yield the rows of a template: of joined parts, one for each order."""
    parts = [_row(part, spell) for part in template.split(_JOIN)]
    for order in permutations(parts):
        row = [*order[0]]
        for part in order[1:]:
            row += [FAR, *part]
        yield row


def _row(template: str, spell: Normal) -> Row:
    marked = (
        _endings(template)
        .replace("...", " FAR ")
        .replace("..", " GAP ")
        .replace("$", " END ")
        .replace("^", " START ")
    )
    return _items(parse_sentence(marked).expression, spell)


def _items(part: Expression, spell: Normal) -> Row:
    if isinstance(part, TextChunk):
        return _chunk(part.text, spell)
    if isinstance(part, RuleReference):
        return [[RULE, part.rule_name]]
    if isinstance(part, Alternative):
        return _ways([_items(item, spell) for item in part.items])
    if isinstance(part, Group):
        return [one for item in _joined(part.items) for one in _items(item, spell)]
    raise ValueError(f"{part} cannot stand in a template that is looked for")


def _joined(items: Iterable[Expression]) -> Iterator[Expression]:
    """Yield the items with words that follow each other in one: some have a form together."""
    for text, group in groupby(items, key=lambda item: isinstance(item, TextChunk)):
        if text:
            yield TextChunk("".join(item.text for item in group if isinstance(item, TextChunk)))
        else:
            yield from group


def _chunk(text: str, spell: Normal) -> Row:
    signs = {"GAP": GAP, "FAR": FAR, "END": END, "START": START}
    row: Row = []
    for piece in re.split(r"\b(GAP|FAR|END|START)\b", text):
        row += [signs[piece]] if piece in signs else spell.words(piece)
    return row


def _ways(ways: list[Row]) -> Row:
    """Return several ways as one item: a set where each of them is one word."""
    if all(len(way) == 1 and isinstance(way[0], str) and way[0][0].isalnum() for way in ways):
        return [[ANY, *dict.fromkeys(way[0] for way in ways)]]
    single = [way[0] for way in ways if len(way) == 1 and _is_word(way[0])]
    others = [way for way in ways if not (len(way) == 1 and _is_word(way[0]))]
    return [[WAYS, *([[[ANY, *dict.fromkeys(single)]]] if single else []), *others]]


def _is_word(item: Any) -> bool:  # noqa: ANN401  an item of a row
    return isinstance(item, str) and item[0].isalnum()


def _words_of(row: Row) -> Iterator[str]:
    """Yield every word that stands in a row."""
    for item in row:
        if isinstance(item, str):
            yield item
        elif item[0] == ANY:
            yield from item[1:]
        elif item[0] == WAYS:
            for way in item[1:]:
                yield from _words_of(way)


def _first(row: Row, rules: Mapping[str, Row], name: str) -> set[str]:
    """Return the words with which a match of a row can begin."""
    found, empty = _begins(row, rules)
    if empty:
        raise ValueError(f"[concept] {name}: a template matches nothing at all: {row}")
    return found


def _begins(row: Row, rules: Mapping[str, Row]) -> tuple[set[str], bool]:
    """Return the words that can come first, and whether the row may be empty."""
    found: set[str] = set()
    for item in row:
        if item == START:
            continue
        if item in (GAP, FAR, END):
            return found, True
        if isinstance(item, str):
            return found | {item}, False
        if item[0] == ANY:
            return found | {*item[1:]}, False
        if item[0] == RULE and item[1] not in rules:
            raise ValueError(f"[rules]: there is no <{item[1]}>")
        inside = [rules[item[1]]] if item[0] == RULE else item[1:]
        parts = [_begins(way, rules) for way in inside]
        found |= {word for words, _ in parts for word in words}
        if not any(empty for _, empty in parts):
            return found, False
    return found, True

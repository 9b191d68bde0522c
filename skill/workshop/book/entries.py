"""Every entry of the medicine with its reference, its sources and its state of review."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, NamedTuple

from skill.telling.words import anchor
from skill.triage.knowledge import Knowledge
from skill.workshop.authoring.reading import numbered
from skill.workshop.authoring.schema import Entry, Medicine

KINDS = {
    "finding": "Q",
    "rule": "R",
    "words": "W",
    "step": "S",
    "derived": "F",
    "group": "G",
    "discriminator": "E",
    "label": "L",
    "other_cause": "C",
    "professional": "D",
    "safety_net": "N",
    "item": "H",
    "answer": "A",
    "setting": "X",
}
"""Kind of entry -> the letter its references begin with, in the order of the book."""

KNOWN = {
    "finding": "findings",
    "rule": "rules",
    "words": "words",
    "step": "steps",
    "derived": "derived",
    "discriminator": "discriminators",
    "label": "labels",
    "professional": "professionals",
    "safety_net": "safety_net",
    "item": "items",
    "answer": "answers",
}
"""Kind of entry -> what the core calls them."""

LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"
"""Of references: none that looks like another, and too few vowels for a word."""
LENGTH = 4


class Filed(NamedTuple):
    """An entry as the book files it."""

    kind: str
    name: str
    """Unique within its kind: the second "primary_care" is "primary_care (2)"."""
    reference: str
    anchor: str
    content: Any
    """The entry as it was written, a model of ``skill.workshop.authoring.schema``."""
    known: Any
    """The entry as the core knows it, or None for what it knows by other names."""

    @property
    def reviewed(self) -> bool:
        """Return whether a clinician signed it."""
        return bool(self.content.review == "reviewed")


def filed_entries(medicine: Medicine, knowledge: Knowledge) -> list[Filed]:
    """Return every entry of the medicine, in the order of the files."""
    return [
        Filed(kind, name, reference(kind, name), anchor(kind, name), content, known)
        for file, tables in medicine
        for kind, table in tables
        if kind in KINDS
        for (name, content), known in zip(
            _named(file, kind, table), _known(knowledge, kind), strict=kind in KNOWN
        )
    ]


def _known(knowledge: Knowledge, kind: str) -> Iterable[Any]:
    """Return the core's values of a kind, in the order of the file."""
    if kind not in KNOWN:
        return repeat(None)
    values = getattr(knowledge, KNOWN[kind])
    return values.values() if isinstance(values, dict) else values


def _named(file: str, kind: str, table: object) -> Iterator[tuple[str, Entry]]:
    """Yield the entries of a table with their names; a setting is named by its file."""
    if isinstance(table, list):
        ids = [one.finding if kind == "discriminator" else one.id for one in table]
        yield from zip(numbered(ids), table, strict=True)
    elif isinstance(table, dict):
        yield from ((name, one) for name, one in table.items() if isinstance(one, Entry))
    elif isinstance(table, Entry):
        yield file, table


def reference(kind: str, name: str) -> str:
    """Return the reference of an entry: it stays when entries are added, moved or reworded."""
    number = int.from_bytes(hashlib.sha256(f"{kind} {name}".encode()).digest()[:8])
    code = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        code += LETTERS[place]
    return f"{KINDS[kind]}-{code}"

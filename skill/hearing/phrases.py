"""The words a locale hears, and finding them.

Owns how templates become sentences and the phrases of a slot, and how these are found in a row of
words. Knows no intent.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from hassil import parse_sentence
from hassil.expression import Sentence
from hassil.numbers import get_rbnf_engine
from hassil.sample import sample_sentence

Hear = Mapping[str, Any]
"""The ``[hear]`` part of a locale."""

NUMBER_SLOTS = {"age": range(121), "number": range(121), "count": range(1, 10)}

LENGTH = "length"
"""The slot of a number with a unit of time, which Amazon's own type fills."""
LENGTHS = {
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}
"""Unit -> how ISO 8601 writes so many of it."""
MOST_OF_A_UNIT = 99

SAME_WORDS = {"othersymptom": "symptom", "before": "catch", "after": "catch"}
"""A slot that takes the words of another: two values of a kind need two slot names."""


class Slot(NamedTuple):
    """A value that was heard: as spoken, a number in digits, and its id ("" for a number)."""

    value: str
    id: str


class Heard(NamedTuple):
    """An intent with its slots by name, as Alexa would send it."""

    intent: str
    slots: dict[str, Slot]


class Templates:
    """Every whole sentence that is understood, as a tree of words; a slot is a branch."""

    def __init__(
        self, samples: Mapping[str, Iterable[str]], words: Mapping[str, list[tuple[str, Slot]]]
    ) -> None:
        self._root: dict[str, Any] = {}
        self._phrases = {slot: Phrases(said) for slot, said in words.items()}
        for intent, sentences in samples.items():
            for sentence in sentences:
                node = self._root
                for word in sentence.split():
                    branches = node.setdefault("{", {}) if word[0] == "{" else node
                    node = branches.setdefault(word.strip("{}"), {})
                node.setdefault("", set()).add(intent)

    def readings(self, said: str) -> list[Heard]:
        """Return every intent that has these words, with the values of its slots."""
        return list(self._walk(self._root, said.split(), {})) if said else []

    def _walk(
        self, node: dict[str, Any], left: list[str], slots: dict[str, Slot]
    ) -> Iterator[Heard]:
        """Yield the readings of the words that are left, from a node of the tree on."""
        if not left:
            yield from (Heard(intent, slots) for intent in node.get("", ()))
            return
        if left[0] in node:
            yield from self._walk(node[left[0]], left[1:], slots)
        for name, child in node.get("{", {}).items():
            for length, slot in self._phrases[name].starting(left):
                yield from self._walk(child, left[length:], {**slots, name: slot})


class Phrases:
    """The phrases of a slot, found at the start of a list of words."""

    def __init__(self, words: Iterable[tuple[str, Slot]]) -> None:
        self._slots = {tuple(phrase.split()): slot for phrase, slot in words}
        lengths: dict[str, set[int]] = {}
        for phrase in self._slots:
            if phrase:
                lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def starting(self, left: list[str]) -> Iterator[tuple[int, Slot]]:
        """Yield each phrase that the words start with: how long it is and its value."""
        for length in self._lengths.get(left[0], ()):
            if length <= len(left) and (slot := self._slots.get(tuple(left[:length]))):
                yield length, slot


def slot_words(hear: Hear, locale: str) -> dict[str, list[tuple[str, Slot]]]:
    """Return, by slot, every phrase that stands for a value, with the value."""
    choices = {
        slot: [
            (phrase, Slot(phrase, value))
            for value, templates in values.items()
            for phrase in spoken(hear, templates)
        ]
        for slot, values in hear["slots"].items()
    }
    numbers = {
        slot: [(in_words(number, locale), Slot(str(number), "")) for number in allowed]
        for slot, allowed in NUMBER_SLOTS.items()
    }
    found = choices | numbers | {LENGTH: list(_lengths(hear, locale))}
    twins = {slot: found[other] for slot, other in SAME_WORDS.items() if other in found}
    return found | twins


def _lengths(hear: Hear, locale: str) -> Iterator[tuple[str, Slot]]:
    """Yield every number with a unit of time: "three weeks" is P3W."""
    for unit, form in LENGTHS.items():
        for name in spoken(hear, hear["lengths"][unit]):
            for count in range(1, MOST_OF_A_UNIT + 1):
                yield f"{in_words(count, locale)} {name}", Slot(form.format(count), "")


def spoken(hear: Hear, templates: Iterable[str]) -> Iterator[str]:
    """Yield every sentence the templates allow, each once, slots left in braces."""
    yield from _sentences((*templates,), (*hear["rules"].items(),))


@cache
def _sentences(templates: tuple[str, ...], rules: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return the same; checking, building and hearing ask for it again and again."""
    taken_apart = {name: parsed(body) for name, body in rules}
    sentences = (
        " ".join(sentence.split())
        for template in templates
        for sentence in sample_sentence(
            parsed(template), expansion_rules=taken_apart, expand_lists=False
        )
    )
    return (*dict.fromkeys(sentences),)


@cache
def parsed(template: str) -> Sentence:
    """Return a template taken apart, which takes longer than using it."""
    return parse_sentence(template)


@cache
def in_words(number: int, locale: str) -> str:
    """Return a number as it is said, without hyphens."""
    return get_rbnf_engine(locale).format_number(number).text.replace("-", " ")

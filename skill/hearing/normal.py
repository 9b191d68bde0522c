"""Normal form: what was said, in the words of the lexicon.

Owns spelling, contractions, numbers, what recognisers confuse, and fillers. Each is a table of the
locale; the medicine's own words are looked for only afterwards.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

ENDS = frozenset(".?!")
"""Marks that end a sentence; a question mark also says that it asks."""
COMMA = ","
_MARKS = re.compile(r"[^\w.?!,;:]|_")
_APOSTROPHE = re.compile(r"['\u2019`]")
_CONTRACTED = re.compile(r"\w+['\u2019`]\w+")
_POSSESSIVE = re.compile(r"(\w+)['\u2019`]s\b")
_IN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
_TOKEN = re.compile(r"\w+|[.?!,]")
_AGAIN = re.compile(r"\b([^\W\d]+)(?: \1){3,}\b")
"""A word said four times or more in a row: three say as much, and "nine nine nine" is a number."""

Words = tuple[str, ...]


class Normal:
    """Brings a locale's sentences into normal form."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._spelling, self._numbers = Replacing(tables["spelling"]), Replacing(tables["numbers"])
        self._confused = Replacing(tables["confused"])
        self._alone: Mapping[str, str] = tables["alone"]
        self._fillers = Replacing(dict.fromkeys(tables["fillers"], ""))
        self._leading = Replacing(tables["leading"])
        self._courtesy = frozenset(tables["courtesy"])
        self._written: Mapping[str, str] = tables["written"]
        self._contracted = frozenset(tables["contracted"])
        self._vocabulary = frozenset(tables.get("vocabulary", ()))

    def __call__(self, text: str) -> list[str]:
        """Return the words, numbers in digits, with the marks that end a sentence, and commas."""
        words = self._started([self._known(word) for word in self._fillers(self.words(text))])
        bare = " ".join(word for word in words if word.isalnum() and word not in self._courtesy)
        return self._alone[bare].split() if bare in self._alone else words

    def _started(self, words: list[str]) -> list[str]:
        """Return the words with what they begin with as it is meant."""
        found = self._leading.at(words, 0) if words else None
        return [*found[1], *words[len(found[0]) :]] if found else words

    def _known(self, word: str) -> str:
        """Return a word as the tables have it: "hangin" as "hanging", "epidurals" as "epidural"."""
        if word in self._vocabulary or not word.isalpha():
            return word
        forms = [f"{word}g"] if word.endswith("in") else []
        forms += (
            [word.removesuffix("s"), word.removesuffix("es")]
            if word.endswith("s")
            else [f"{word}s"]
        )
        return next((one for one in forms if one in self._vocabulary), word)

    def words(self, text: str) -> list[str]:
        """Return the same with its fillers."""
        return self._confused(self._numbers(self._spelling(self._tokens(text))))

    def _tokens(self, text: str) -> list[str]:
        """Return the small words of a text and its marks; an apostrophe joins, a hyphen parts.

        But for those in which it stands for "is", a word and its possessive are two.
        """
        whole = _CONTRACTED.sub(self._in_full, text.lower())
        possessive = _POSSESSIVE.sub(self._owned, whole)
        joined = _APOSTROPHE.sub("", possessive)
        marked = _MARKS.sub(" ", _IN_NUMBER.sub("", joined))
        return _TOKEN.findall(_AGAIN.sub(r"\1 \1 \1", re.sub(r"[;:]", ".", marked)))

    def _in_full(self, match: re.Match[str]) -> str:
        return self._written.get(match[0].replace("\u2019", "'"), match[0])

    def _owned(self, match: re.Match[str]) -> str:
        return match[0] if match[1] in self._contracted else f"{match[1]} s"


class Replacing:
    """A table of phrases, each with what is said instead; at each place the longest counts."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[Words, Words]]] = {}
        for phrase, instead in table.items():
            words = (*phrase.split(),)
            self._by_first.setdefault(words[0], []).append((words, (*instead.split(),)))
        for found in self._by_first.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def __call__(self, words: Sequence[str]) -> list[str]:
        """Return the words with every phrase of the table replaced, once."""
        kept: list[str] = []
        place = 0
        while place < len(words):
            found = self.at(words, place)
            kept += found[1] if found else (words[place],)
            place += len(found[0]) if found else 1
        return kept

    def at(self, words: Sequence[str], place: int) -> tuple[Words, Words] | None:
        """Return the longest phrase that stands at a place, and what is said instead."""
        phrases = self._by_first.get(words[place], ())
        return next(
            (one for one in phrases if (*words[place : place + len(one[0])],) == one[0]), None
        )

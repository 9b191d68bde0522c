"""Amounts in a row of words: how long it has lasted, how old somebody is, how bad of ten."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from skill.hearing.normal import Replacing

HALF = 0.5
YEAR = 365
MOST_DAYS = 40000
MOST_DIGITS = 6


class Amount(NamedTuple):
    """A number in a row of words, with the unit of time that follows it or ""."""

    start: int
    end: int
    number: float
    unit: str
    days: int
    """Whole days of a length of time; -1 of a bare number."""
    is_years: bool = False
    """Whether the unit is years."""


class Amounts:
    """Finds a locale's numbers and lengths of time."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._days: Mapping[str, float] = tables["days"]
        self._vague: Mapping[str, int] = tables["vague"]
        self._more: Mapping[str, int] = tables["more"]
        self._between, self._articles = frozenset(tables["between"]), frozenset(tables["articles"])
        self._padding, self._since = frozenset(tables["padding"]), frozenset(tables["since"])
        self._adds = frozenset(tables["adds"])
        self._half, self._of = frozenset(tables["half"]), frozenset(tables["of"])
        self._and_half = Replacing(dict.fromkeys(tables["and_half"], ""))

    def within(self, words: Sequence[str]) -> Iterator[Amount]:
        """Yield every number, alone or with its unit: "2 or 3 weeks" is one of two and a half."""
        place = 0
        while place < len(words):
            found = self._at(words, place)
            if found:
                yield found
            place = found.end if found else place + 1

    def _at(self, words: Sequence[str], start: int) -> Amount | None:
        number, end = self._number(words, start)
        if number is None:
            return None
        number, end = self._range(words, number, end)
        more, end = self._half_more(words, end)
        number += more
        if words[end : end + 1] and words[end] in self._of:
            end += words[end + 1 : end + 2] != [] and words[end + 1] in self._days
        unit = words[end] if end < len(words) and words[end] in self._days else ""
        if not unit:
            vague = words[start] in self._vague or words[start] in self._half
            return None if vague else Amount(start, end, number, "", -1)
        more, after = self._half_more(words, end + 1)
        days = (number + more) * self._days[unit] + self._leaning(words[max(0, start - 2) : start])
        is_years = self._days[unit] == YEAR
        return Amount(start, after, number, unit, min(max(0, int(days)), MOST_DAYS), is_years)

    def _range(self, words: Sequence[str], number: float, end: int) -> tuple[float, int]:
        """Return the middle of "2 or 3", and the word after it."""
        while end + 1 < len(words) and words[end] in self._between:
            more, then = self._number(words, end + 1)
            if more is None:
                break
            joined = words[end] in self._adds and number % 10 == 0 and more < 10  # noqa: PLR2004
            number, end = (number + more if joined else (number + more) / 2), then
        return number, end

    def _half_more(self, words: Sequence[str], place: int) -> tuple[float, int]:
        """Return the half that "and a half" adds, and the word after it."""
        found = self._and_half.at(words, place) if place < len(words) else None
        return (HALF, place + len(found[0])) if found else (0, place)

    def _number(self, words: Sequence[str], place: int) -> tuple[float | None, int]:
        """Return the number at a place and the word after it; "a couple of" is two."""
        after = words[place + 1] if place + 1 < len(words) else ""
        if place >= len(words):
            return None, place
        if words[place] in self._articles:
            return self._after_article(words, place + 1)
        if words[place] in self._half:
            end = place + 1 + (after in self._articles)
            counts = end < len(words) and words[end] in self._days
            return (HALF, end) if counts else (None, place)
        if words[place] in self._vague:
            return self._vague[words[place]], place + 1
        if words[place] in self._days:
            return (1, place) if after in self._since else (None, place)
        if words[place].isdecimal() and len(words[place]) <= MOST_DIGITS:
            return int(words[place]), place + 1
        return None, place

    def _after_article(self, words: Sequence[str], place: int) -> tuple[float | None, int]:
        """Return the one of "a week", the number of "a good 3 weeks" or of "a few"."""
        word = words[place] if place < len(words) else ""
        if word in self._padding:
            return self._after_article(words, place + 1)
        if word in self._days:
            return 1, place
        return (self._vague[word], place + 1) if word in self._vague else (None, place)

    def _leaning(self, before: Sequence[str]) -> float:
        """Return the day more, or less, that "over" or "almost" makes of a length."""
        return next((self._more[word] for word in reversed(before) if word in self._more), 0)

"""Patterns: what a concept looks like in a row of words, and finding it.

A pattern is compiled from a template (``skill.workshop.authoring.hearing``) into nested lists,
which JSON holds: a word, a set of words, several ways, a rule by its name, a gap. Loose words may
stand between any two of its words. Here it becomes a net of steps, walked from word to word.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

GAP, FAR, START, END = "..", "...", "^", "$"
"""Up to four words; any number of them; the clause's beginning, and its end."""
NEAR = 4
ANY, WAYS, RULE = "|", "(", "<"
"""How compiled items begin: a set of words, several ways, a rule."""

Found = tuple[int, tuple[int, ...]]
"""The word after a match, and the words that its gaps passed over."""


class Span(NamedTuple):
    """A concept in a row of words."""

    start: int
    end: int
    """The word after it."""
    id: str
    gaps: tuple[int, ...] = ()
    """The words in it that no part of it named."""

    def better(self, other: "Span") -> bool:
        """Tell whether it says more than another that begins there, or the same in fewer words."""
        return (self.end, -len(self.gaps)) > (other.end, -len(other.gaps))


class Step(NamedTuple):
    """One step of a net: what has to stand here, and the step after it."""

    kind: str
    """ "" for words, else GAP, FAR, START, END or WAYS."""
    words: frozenset[str]
    ways: tuple["Step | None", ...]
    """The steps that may follow; None: the match is complete."""


class Patterns:
    """Finds the concepts of a locale."""

    def __init__(self, compiled: Mapping[str, Any], loose: frozenset[str]) -> None:
        self._loose = loose
        self._rules: Mapping[str, Any] = compiled["rules"]
        self._rows: Sequence[tuple[str, Any]] = compiled["concepts"]
        self._first: Mapping[str, Sequence[int]] = compiled["first"]
        self._nets: dict[int, Step | None] = {}

    def _at(self, word: str) -> Iterator[tuple[str, Step | None]]:
        """Yield the concepts that can begin with a word; a net is made when it is first needed."""
        for place in self._first.get(word, ()):
            name, row = self._rows[place]
            if place not in self._nets:
                self._nets[place] = _net(row, self._rules, None)
            yield name, self._nets[place]

    def within(self, words: Sequence[str]) -> list[Span]:
        """Return every concept in a row of words, at each place as long as it can be."""
        every: list[Span] = []
        for place, word in enumerate(words):
            longest: dict[str, Span] = {}
            for name, net in self._at(word):
                for end, gaps in self._ends(net, words, place, ()):
                    found = Span(place, end, name, gaps)
                    if name not in longest or found.better(longest[name]):
                        longest[name] = found
            every += longest.values()
        return every

    def _ends(
        self, step: Step | None, words: Sequence[str], place: int, gaps: tuple[int, ...]
    ) -> Iterator[Found]:
        """Yield where a match may end that has come to a step and a place."""
        if step is None:
            yield place, gaps
            return
        for then, over in self._past(step, words, place):
            for way in step.ways:
                yield from self._ends(way, words, then, (*gaps, *over))

    def _past(self, step: Step, words: Sequence[str], place: int) -> Iterator[tuple[int, range]]:
        """Yield the places where a step is done, with the words that it passed over."""
        nothing = range(0)
        if step.kind == "":
            if end := self._after(step.words, words, place):
                yield end, nothing
        elif step.kind in (GAP, FAR):
            most = len(words) if step.kind == FAR else min(len(words), place + NEAR)
            yield from ((then, range(place, then)) for then in range(place, most + 1))
        elif self._stands(step.kind, words, place):
            yield place, nothing

    def _after(self, wanted: frozenset[str], words: Sequence[str], place: int) -> int:
        """Return the place after one of these words, which loose ones may stand before, or 0."""
        for at in range(place, len(words)):
            if words[at] in wanted:
                return at + 1
            if words[at] not in self._loose:
                break
        return 0

    def _stands(self, kind: str, words: Sequence[str], place: int) -> bool:
        """Tell whether a place is as the step wants it: first, or last but for loose words."""
        if kind == START:
            return place == 0
        return kind == WAYS or self._loose.issuperset(words[place:])


def _net(row: Sequence[Any], rules: Mapping[str, Any], after: Step | None) -> Step | None:
    """Return the first step of a row that goes on with another step."""
    step = after
    for item in reversed(row):
        if item in (GAP, FAR, START, END):
            step = Step(item, frozenset(), (step,))
        elif isinstance(item, str):
            step = Step("", frozenset((item,)), (step,))
        elif item[0] == ANY:
            step = Step("", frozenset(item[1:]), (step,))
        elif item[0] == RULE:
            step = _net(rules[item[1]], rules, step)
        else:
            step = Step(WAYS, frozenset(), tuple([_net(way, rules, step) for way in item[1:]]))
    return step

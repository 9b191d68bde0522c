"""Kinds of phrasing: templates that are looked for inside a sentence.

Owns how a template becomes a search, so that one line covers very many sentences. A template is in
hassil's syntax, as those of whole sentences are, with two signs more: ``..`` stands for up to four
words that turn nothing, and `` + `` joins parts that stand in the sentence in any order. It is
never spelled out and never given to Amazon.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from hassil.expression import Alternative, Expression, Group, RuleReference, TextChunk

from skill.hearing.phrases import Hear, Slot, outermost, parsed, spoken

SPACE = r"\b *\b"
"""Between two words; where an optional word is left out, nothing."""
WORD = r"(?<!\\)[^\W_]"
"""What is left of a choice that has a word: one whose words never matter is no choice."""


class Span(NamedTuple):
    """Where something was found in a text: its first character, the one after it, and what."""

    start: int
    end: int
    id: str


class Search:
    """The templates of one meaning."""

    def __init__(self, hear: Hear, templates: Iterable[str], trim: Callable[[str], str]) -> None:
        self._rules = hear["rules"]
        self._trim = trim
        apart = "|".join(spoken(hear, hear["sentences"]["apart"]))
        self._gap = rf"(?:(?!(?:{apart})\b)\w+{SPACE}){{0,4}}?"
        several = [one.split(" + ") for one in templates]
        alone = [parts[0] for parts in several if len(parts) == 1]
        self._alone = self._pattern(f"({'|'.join(alone)})") if alone else None
        self._joined = [
            [self._pattern(part) for part in parts] for parts in several if len(parts) > 1
        ]

    def _pattern(self, template: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self._source(parsed(template).expression)})\b")

    def _source(self, part: Expression) -> str:
        """Return a part of a template as a regular expression; raise ValueError for a slot."""
        if isinstance(part, TextChunk):
            return self._words(part.text)
        if isinstance(part, RuleReference):
            rule = parsed(self._rules[part.rule_name])
            return f"(?:{self._source(rule.expression)})"
        if isinstance(part, Alternative):
            ways = [self._source(item) for item in part.items]
            kept = ways if part.is_optional else [way for way in ways if re.search(WORD, way)]
            return f"(?:{'|'.join(kept)})"
        if isinstance(part, Group):
            return f"(?:{''.join(map(self._source, part.items))})"
        raise ValueError(f"{part} cannot stand in a template that is looked for")

    def _words(self, text: str) -> str:
        """Return words as they are looked for, without those that never matter."""
        trimmed = self._trim(text) if text.strip() else text
        inner = re.sub(r"\\ | +", lambda _: SPACE, re.sub(r"[^\w .$]", "", trimmed))
        return inner.replace("..", self._gap)

    def found(self, said: str) -> Iterator[tuple[int, int]]:
        """Yield where the templates are in a text; of joined parts, from the first to the last."""
        if self._alone:
            for match in self._alone.finditer(said):
                yield _inner(match)
        for parts in self._joined:
            matches = [part.search(said) for part in parts]
            spans = [_inner(match) for match in matches if match]
            if len(spans) == len(parts):
                yield min(start for start, _ in spans), max(end for _, end in spans)

    def explains(self, said: str) -> int:
        """Return how many letters of a text the best template has of its own; 0 for none."""
        alone = [len(match[0]) for match in self._alone.finditer(said)] if self._alone else []
        joined = [[part.search(said) for part in parts] for parts in self._joined]
        whole = [sum(len(one[0]) for one in parts if one) for parts in joined if all(parts)]
        return max(alone + whole, default=0)

    def at_start(self, said: str) -> int:
        """Return where the templates' part ends that the text begins with; 0 when with none."""
        match = self._alone.match(said) if self._alone else None
        return match.end() if match else 0

    def first(self, said: str) -> int:
        """Return where the first template begins in a text; its length when none does."""
        return min((start for start, _ in self.found(said)), default=len(said))

    def without(self, said: str) -> str:
        """Return a text without what is found."""
        for start, end in sorted(self.found(said), reverse=True):
            said = f"{said[:start]}{said[end:]}"
        return " ".join(said.split())

    def __call__(self, said: str) -> bool:
        """Tell whether the text has it."""
        return any(True for _ in self.found(said))


def _inner(match: re.Match[str]) -> tuple[int, int]:
    """Return where a match begins and ends without the spaces around it."""
    text = match[0]
    return match.end() - len(text.lstrip()), match.start() + len(text.rstrip())


class Frames:
    """A table of templates, by the meaning that they have."""

    def __init__(
        self, hear: Hear, table: Mapping[str, Iterable[str]], trim: Callable[[str], str]
    ) -> None:
        self._searches = {name: Search(hear, said, trim) for name, said in table.items()}

    def within(self, said: str) -> list[Span]:
        """Return what is found in the order of the text, nothing that is part of a longer find."""
        return outermost(
            Span(start, end, name)
            for name, search in self._searches.items()
            for start, end in search.found(said)
        )

    def names(self, said: str) -> list[str]:
        """Return the meanings that are found, in the order of the table."""
        return [name for name, search in self._searches.items() if search(said)]

    def best(self, said: str) -> str:
        """Return the meaning that explains most of a text; "" for none, or when two do so."""
        shares = {name: search.explains(said) for name, search in self._searches.items()}
        most = max(shares.values(), default=0)
        winners = [name for name, share in shares.items() if share == most]
        return winners[0] if most and len(winners) == 1 else ""


def placed(frames: Frames, said: str) -> Iterator[tuple[int, int, Slot]]:
    """Yield what frames find in a text by the places of its words: first, after the last, value."""
    for start, end, name in frames.within(said):
        first = said.count(" ", 0, start)
        yield first, first + said.count(" ", start, end) + 1, Slot(said[start:end], name)

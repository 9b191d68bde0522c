"""Which question of their own a caller asks, in whatever words.

Owns how questions are told apart: by words that belong to one alone, or by those they share.
"""

from collections.abc import Iterable

from skill.hearing.frames import Frames, Search
from skill.hearing.phrases import Hear, Slot, any_of, spoken

ENOUGH = 0.7
"""The share of words that two questions have in common to be the same."""
SHORT = 3
"""Words up to this length keep their last letter: "gas", "its"."""


class Questions:
    """Finds the question that a caller asks in other words, by the words they share."""

    def __init__(self, hear: Hear, words: Iterable[tuple[str, Slot]]) -> None:
        free = hear["sentences"]
        self._same = {word: name for name, others in free["same"].items() for word in others}
        self._idle = frozenset(spoken(hear, free["idle"]))
        self._question = any_of(spoken(hear, free["question"]))
        self._asking = Search(hear, free["asking"], str)
        self._frames = Frames(hear, hear["frames"]["question"], str)
        self._bags: dict[frozenset[str], set[str]] = {}
        for phrase, slot in words:
            self._bags.setdefault(self._bag(phrase), set()).add(slot.id)

    def _bag(self, said: str) -> frozenset[str]:
        """Return the words that tell questions apart, each in one form."""
        return frozenset(
            self._same.get(word, word.removesuffix("s") if len(word) > SHORT else word)
            for word in said.split()
            if word not in self._idle
        )

    def asked(self, said: str) -> Slot | None:
        """Return the one question whose words a sentence has that asks, or None."""
        asks = self._asking(said) or self._question.match(said)
        question = self._frames.best(said) if asks else ""
        return Slot(said, question) if question else None

    def nearest(self, said: str) -> Slot | None:
        """Return the one question that shares enough of the words, or None."""
        bag = self._bag(said)
        if all(self._question.match(word) for word in bag):
            return None
        near = [
            (len(bag & other) / len(bag | other), ids)
            for other, ids in self._bags.items()
            if not bag.isdisjoint(other)
        ]
        best = max((share for share, _ in near), default=0.0)
        found = {one for share, ids in near if share == best for one in ids}
        return Slot(said, found.pop()) if best >= ENOUGH and len(found) == 1 else None

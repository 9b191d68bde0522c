"""A sentence with all that it mentions, ready to be asked what it says.

Owns which mention counts where two share words, what a correction leaves, and which yes or no is
the verdict of a reply.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from skill.hearing.amounts import Amount, Amounts
from skill.hearing.context import OTHER, PAST, Clause, Mention

ALARMS = frozenset({"emergency", "self_harm"})
SMALL = frozenset({"say", "act", "command", "part"})
"""Kinds whose words mean nothing by themselves within a longer concept."""
SIGNS = frozenset({"sign", "well"})
TAKES_SMALL = frozenset({"sign", "well", "grade", "half_place", "place", "time"})
OPEN = frozenset({"question", "option"})
"""Kinds that may share their words with another: the state says which of them counts."""
ORDINALS = frozenset({"first", "second", "third", "last"})
"""Which of several."""
STANDING = frozenset({"say.unsure", "say.repair"})
"""What counts in whatever words it stands."""

KINDS = (
    "launch", "yesno", "screen", "region", "duration", "age", "pain", "option", "readback", "result"
)  # fmt: skip
"""What sort of reply a turn waits for. Five of them are the names of slots."""

Words = Mapping[str, frozenset[str]]
"""A locale's lists of words, by name."""


class Asked(NamedTuple):
    """What is pending, as hearing needs it."""

    kind: str = "launch"
    """What sort of reply fits: one of KINDS."""
    signs: Mapping[str, str] = {}
    """A sign that may be named -> the pending finding that it is there."""
    values: tuple[str, ...] = ()
    """The values of the choice that is pending."""
    which: bool = False
    """Whether one of several signs is to be named."""
    means: frozenset[str] = frozenset()
    """The places and times that stand for a value of the choice."""
    choice_of: Mapping[str, str] = {}
    """A sign -> the one value of the choice with which it is there."""


class Sentence:
    """A sentence with all that it mentions."""

    def __init__(
        self, clauses: Sequence[Clause], lists: Words, *, is_corrected: bool = False
    ) -> None:
        self.clauses, self._lists, self.is_corrected = clauses, lists, is_corrected
        self.words = [word for clause in clauses for word in clause.words]
        every = [one for clause in clauses for one in clause.mentions]
        self.every = every
        self.mentions = [one for one in every if not _hidden(one, every)]

    @property
    def asks(self) -> bool:
        """Tell whether a clause of it asks."""
        return any(clause.asks for clause in self.clauses)

    def has(self, name: str) -> bool:
        """Tell whether a word of a list stands in it."""
        return not self._lists[name].isdisjoint(self.words)

    def is_in(self, name: str, words: Iterable[str]) -> bool:
        """Tell whether any of these words is in a list."""
        return not self._lists[name].isdisjoint(words)

    def clause_of(self, one: Mention) -> Clause:
        """Return the clause that a mention stands in."""
        return self.clauses[one.clause]

    def of(self, kind: str, *names: str) -> list[Mention]:
        """Return the mentions of a kind, in their order."""
        return [
            one for one in self.mentions if one.kind == kind and (not names or one.name in names)
        ]

    def within(self, one: Mention) -> list[Mention]:
        """Return what a mention's own words mention besides, hidden or not."""
        return [each for each in self.every if each is not one and within(each, one)]

    def longest(self, kind: str) -> Mention | None:
        """Return the mention of a kind that names most words; of two, the first."""
        return max(self.of(kind), key=lambda one: one.named, default=None)

    def is_unsure(self) -> bool:
        """Tell whether it says in more than one word that somebody does not know."""
        return any(one.named > 1 for one in self.of("say", "unsure"))

    def matters(self, words: Iterable[str]) -> int:
        """Return how many of these words are not loose."""
        return len([word for word in words if word not in self._lists["loose"]])

    def is_verdict(self, one: Mention) -> bool:
        """Tell whether a yes or no answers: first, last, or nearly all that its clause says."""
        begins = sum(len(each.words) for each in self.clauses[: one.clause])
        steers = {at for each in self.of("act") for at in range(each.start, each.end)}
        before = [word for at, word in enumerate(self.words[: one.start]) if at not in steers]
        clause = self.clause_of(one).words
        beside = self.matters(clause) - (one.end - one.start)
        contrast = (
            one.name == "none" and one.start == begins + 1 and clause[0] in self._lists["parts"]
        )
        starts = one.start == begins and one.end - one.start > _BRIEF
        first = self.matters(before) <= 1 or starts or contrast
        return first or one.end == len(self.words) or beside <= 1

    def amounts(self, amounts: Amounts) -> list[Amount]:
        """Return every number in it that is no pronoun and no "wait 1 minute"."""
        waits = self.of("act", "wait")
        return [
            one
            for one in amounts.within(self.words)
            if not self._is_pronoun(one)
            and not any(each.start <= one.start < each.end for each in waits)
        ]

    def _is_pronoun(self, one: Amount) -> bool:
        """Tell whether a one is no number: "the last one", "skip this one"."""
        return (
            one.number == 1
            and not one.unit
            and (
                self.is_in("points", self.words[max(0, one.start - 1) : one.start])
                or self.is_in("points_after", self.words[one.end : one.end + 1])
            )
        )

    def is_of_another(self, place: int) -> bool:
        """Tell whether a word's clause tells of somebody else, or of an emergency long ago."""
        ends = 0
        for number, clause in enumerate(self.clauses):
            ends += len(clause.words)
            if place < ends:
                mentions = [one for one in self.mentions if one.clause == number]
                return any(
                    OTHER in one.marks or (one.kind in ALARMS and PAST in one.marks)
                    for one in mentions
                )
        return False

    def corrected(self) -> "Sentence":
        """Return what follows the last correction; all of it when nothing does."""
        ends = [one.end for one in self.of("say", "repair") if one.end < len(self.words)]
        return self._from(ends[-1]) if ends else self

    def _from(self, place: int) -> "Sentence":
        clauses: list[Clause] = []
        start = 0
        for clause in self.clauses:
            skip = max(0, place - start)
            start += len(clause.words)
            if skip >= len(clause.words):
                continue
            kept = [
                one._replace(start=one.start - place, end=one.end - place, clause=len(clauses))
                for one in clause.mentions
                if one.start >= place
            ]
            clauses.append(Clause(clause.words[skip:], clause.asks, tuple(kept)))
        return Sentence(clauses, self._lists, is_corrected=True)


_BRIEF = 2
"""A yes or no of more words answers wherever its clause begins."""


def outermost(found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions that are no part of a longer one."""
    for one in found:
        if not any(within(one, other) and _longer(other, one) for other in found):
            yield one


def within(one: Mention, other: Mention) -> bool:
    """Tell whether a mention is part of another's words, or has the same."""
    return other.start <= one.start and one.end <= other.end


def _longer(other: Mention, one: Mention) -> bool:
    return other.end - other.start > one.end - one.start


def _hidden(one: Mention, every: Iterable[Mention]) -> bool:
    """Tell whether a mention is no more than a part of another's words."""
    return one.id not in STANDING and any(
        other is not one and within(one, other) and _outranks(other, one) for other in every
    )


def _outranks(other: Mention, one: Mention) -> bool:
    """Tell whether a concept takes the words of one within it."""
    if other.kind in ALARMS:
        louder = _longer(other, one) and other.holds >= one.holds
        return one.kind not in ALARMS | OPEN | {"named"} or (one.kind in ALARMS and louder)
    return _longer(other, one) and _takes(other, one)


def _takes(longer: Mention, one: Mention) -> bool:
    """Tell whether a longer concept's kind takes one's."""
    if one.kind == "emergency":
        return longer.kind == "sign" and longer.name.startswith("gate_")
    if one.kind in SMALL:
        steers = one.kind in {"say", "act"} and longer.kind in {"say", "act", "command"}
        same = one.kind == longer.kind
        return longer.kind in TAKES_SMALL or same or (steers and longer.name != "hedge")
    return (
        one.kind == longer.kind
        or {one.kind, longer.kind} <= SIGNS
        or (one.kind == "half_place" and longer.kind in {"place", "well"})
    )

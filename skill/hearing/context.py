"""What the words around a concept make of it: denied, doubted, past, another's, supposed, asked.

This is ConText (Harkema and others, J Biomed Inform 2009; 42: 839): triggers with a direction, and
a reach that ends with the clause. The clauses are found first.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from skill.hearing.normal import COMMA, ENDS
from skill.hearing.patterns import Patterns, Span

REACH = 7
"""Words that a denial reaches over."""
DENIED, DOUBTED, PAST, OLD, OTHER = "denied", "doubted", "past", "old", "other"
SUPPOSED, CONDITIONAL, STORY, ASKED, ONLY = "supposed", "conditional", "story", "asked", "only"
VALUES = frozenset({"place", "time", "grade", "option"})
DOUBTS = frozenset({"say.unsure", "context.doubted"})
CONDITIONALLY = "context.conditional"
UNDOUBTED = frozenset({"context.denied_after", "context.denied_before", CONDITIONALLY})
"""Triggers that are none within a doubt: "I'm not sure if ..."."""
NONE_SUCH, REPAIR = "context.none_such", "say.repair"
"""Words in which a trigger is none."""
ANYWHERE = frozenset({PAST, OLD, DOUBTED, STORY})
"""Triggers that take their whole clause."""
REAL = ("sign.", "emergency.", "self_harm.", "half_place.")
CARRIED = frozenset({"context.past", "context.old"})
"""Triggers that take the clause after them where they are a clause of their own."""
SPANNING = frozenset({"context.story", "context.supposed"})
"""Triggers that may have the concept's own words: "I'm going to have a stroke"."""
AHEAD = frozenset({ONLY, OTHER, SUPPOSED, CONDITIONAL})
"""Triggers that take what follows."""
UNREAL = frozenset({PAST, OTHER, SUPPOSED, STORY, ASKED})
"""Not here and now, or not of the caller."""


class Mention(NamedTuple):
    """A concept in its context."""

    id: str
    start: int
    end: int
    """The words of the sentence it covers: first, and after the last."""
    clause: int
    marks: frozenset[str]
    words: tuple[str, ...]
    named: int = 0
    """How many of its words a template names; the others are passed over."""

    @property
    def kind(self) -> str:
        """Return what sort of thing it is: "sign" of "sign.gate_fever"."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """Return which one it is: "gate_fever" of "sign.gate_fever"."""
        return self.id.partition(".")[2]

    @property
    def holds(self) -> bool:
        """Tell whether it is so, now, of the person in pain."""
        return self.marks.isdisjoint({DENIED, *UNREAL})

    @property
    def is_denied(self) -> bool:
        """Tell whether it is said not to be so."""
        return DENIED in self.marks and self.marks.isdisjoint({SUPPOSED, ASKED, OTHER})


class Clause(NamedTuple):
    """A part of a sentence that says one thing."""

    words: tuple[str, ...]
    asks: bool
    mentions: tuple[Mention, ...]
    carried: frozenset[str] = frozenset()
    """What it makes of the clause after it, where it says nothing else: "two years ago"."""


class Clauses:
    """Parts a locale's sentences."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        self._subject, self._weak = lists["subject"], lists["weak_subject"]
        self._fronts = lists["fronts"]
        self._verbs, self._joins = lists["verbs"], lists["joins"]
        self._parts, self._openers = lists["parts"], lists["openers"]
        self._heads, self._leads = lists["heads"], lists["leads"]
        self._asks, self._stated = lists["asks"], lists["stated"]
        self._asks_after_have = lists["asks_after_have"]
        self._was, self._was_who = lists["was"], lists["was_who"]
        self._stated_after_be = lists["stated_after_be"]
        self._be, self._have = lists["be"], lists["have"]
        self._goes_on, self._either = lists["goes_on"], lists["either"]

    def asks_from(self, words: Sequence[str]) -> int | None:
        """Return the place of the verb that a clause begins with which asks: "does it ...?"."""
        place = next((at for at, word in enumerate(words) if word not in self._leads), len(words))
        if place + 1 >= len(words) or words[place] not in self._asks:
            return None
        if words[place] in self._have:
            return place if words[place + 1] in self._asks_after_have else None
        if words[place] in self._was and words[place + 1] not in self._was_who:
            return None
        if words[place] in self._be and words[place + 1] in self._stated_after_be:
            return None
        return None if words[place + 1] in self._stated else place

    def continues(self, word: str) -> bool:
        """Tell whether a clause that begins with a word goes on with the one before it."""
        return word in self._goes_on or word in self._either

    def of(self, words: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
        """Yield (the words of a clause, whether a question mark ends it)."""
        clause: list[str] = []
        for place, word in enumerate(words):
            if word in ENDS:
                if clause:
                    yield clause, word == "?"
                clause = []
                continue
            opened = all(one in self._openers for one in clause)
            if word == COMMA:
                if clause and opened:
                    yield clause, False
                    clause = []
                continue
            if clause and self._parted(words, place, clause, opened=opened):
                yield clause, False
                clause = []
            clause.append(word)
        if clause:
            yield clause, False

    def _parted(self, words: Sequence[str], place: int, clause: list[str], *, opened: bool) -> bool:
        """Tell whether a clause ends before a word; one that opens with "when" has more to come."""
        if words[place] in self._parts and clause[-1] not in self._joins:
            return True
        waits = clause[0] in self._heads and not opened and words[place] not in self._goes_on
        return not waits and self._begins(words, place, opened=opened)

    def _begins(self, words: Sequence[str], place: int, *, opened: bool) -> bool:
        """Tell whether a new clause begins at a word that somebody can be the subject with."""
        word, before = words[place], words[place - 1]
        after = words[place + 1 : place + 5]
        if word in self._goes_on or word in self._either:
            return bool(after) and self._is_subject(after[0], after[1:])
        if before in self._joins:
            return False
        if opened:
            return word in self._subject | self._weak | self._fronts
        return self._is_subject(word, after)

    def _is_subject(self, word: str, after: Sequence[str]) -> bool:
        return word in self._subject or (
            word in self._weak and any(one in self._verbs for one in after[:3])
        )


class Context:
    """Finds the mentions of a sentence, clause by clause."""

    def __init__(self, patterns: Patterns, lists: Mapping[str, frozenset[str]]) -> None:
        self._patterns, self._clauses = patterns, Clauses(lists)
        self._negative, self._loose = lists["negative"], lists["loose"]

    def read(self, words: Sequence[str]) -> list[Clause]:
        """Return the clauses of a sentence in normal form, with what each mentions."""
        parted = list(self._clauses.of(words))
        clauses: list[Clause] = []
        start = 0
        for number, (said, asks) in enumerate(parted):
            clause = self._clause(said, number, start, asks=asks)
            if clauses and self._clauses.continues(said[0]):
                clause = _joined(clauses[-1], clause)
            if clauses and clauses[-1].carried:
                clause = _marked(clause, clauses[-1].carried)
            clauses.append(clause)
            start += len(said)
        return clauses

    def _clause(self, words: list[str], number: int, start: int, *, asks: bool) -> Clause:
        spans = self._patterns.within(words)
        found = [one for one in spans if not one.id.startswith("context.")]
        triggers = list(_triggers(spans))
        begun = self._clauses.asks_from(words)
        asks = asks or any(
            at is not None and not any(_answers(each, at) for each in found)
            for at in (begun, *(one.start for one in triggers if one.id == "context.asked"))
        )
        mentions = [
            Mention(
                one.id,
                start + one.start,
                start + one.end,
                number,
                frozenset(_marks(one, self._taking(one, triggers, words), found))
                | ({ASKED} if asks else frozenset()),
                tuple(words[one.start : one.end]),
                one.end - one.start - len(one.gaps),
            )
            for one in found
        ]
        return Clause(tuple(words), asks, tuple(mentions), self._carried(words, spans))

    def _carried(self, words: list[str], spans: list[Span]) -> frozenset[str]:
        """Return the marks of a clause that is nothing but a time."""
        marks = [one for one in spans if one.id in CARRIED]
        told = {at for one in spans if _tells_time(one) for at in range(one.start, one.end)}
        alone = all(at in told or word in self._loose for at, word in enumerate(words))
        return frozenset(one.id.partition(".")[2] for one in marks) if alone else frozenset()

    def _taking(self, one: Span, triggers: list[Span], words: list[str]) -> list[Span]:
        """Return the triggers that can take a concept; what denies itself is not denied again."""
        if words[one.start] not in self._negative:
            return triggers
        return [each for each in triggers if each.id != "context.denied_after"]


def _triggers(spans: list[Span]) -> Iterator[Span]:
    """Yield the triggers of a clause but for those that only look like one.

    A doubt has no denial in it, and asks with the "if" that follows: "I'm not sure if ...".
    """
    doubts = [one for one in spans if one.id in DOUBTS]
    for one in spans:
        masks = [each for each in spans if _within(one, each)]
        masked = any(
            each.id == NONE_SUCH or (each.id == REPAIR and one.id != "context.asked")
            for each in masks
        )
        doubted = one.id in UNDOUBTED and any(_within(one, each) for each in doubts)
        if one.id == CONDITIONALLY and any(each.end == one.start for each in doubts):
            yield one._replace(id="context.doubted")
        elif one.id.startswith("context.") and not masked and not doubted:
            yield one


def _joined(before: Clause, clause: Clause) -> Clause:
    """Return a clause that goes on with what the one before it supposes: "if A or B"."""
    marks = [one.marks for one in before.mentions]
    shared = frozenset({SUPPOSED, CONDITIONAL}) & frozenset().union(*marks)
    kept = tuple(one._replace(marks=one.marks | shared) for one in clause.mentions)
    return clause._replace(mentions=kept)


def _marked(clause: Clause, marks: frozenset[str]) -> Clause:
    kept = tuple(one._replace(marks=one.marks | marks) for one in clause.mentions)
    return clause._replace(mentions=kept)


def _tells_time(one: Span) -> bool:
    return one.id in CARRIED or one.id.partition(".")[0] in {"time", "half_time"}


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _kept(one: Span, trigger: Span, found: list[Span]) -> bool:
    """Tell whether another value takes a denial: "not my neck, my lower back"."""
    kind = one.id.partition(".")[0]
    return kind in VALUES and any(
        each.id.partition(".")[0] == kind and trigger.end <= each.start and each.end <= one.start
        for each in found
    )


def _answers(one: Span, place: int) -> bool:
    """Tell whether an answer has the word that seems to ask: "how would I know"."""
    doubts = one.id == "say.unsure"
    return (doubts or one.id in {"say.hedge", "say.go"}) and one.start <= place + doubts < one.end


def _marks(one: Span, triggers: list[Span], found: list[Span]) -> Iterator[str]:
    """Yield what the triggers of its clause make of a concept."""
    own = set(range(one.start, one.end)) - set(one.gaps)
    free = [
        each
        for each in triggers
        if (each.id in SPANNING and one.id.startswith(REAL))
        or own.isdisjoint(range(each.start, each.end))
    ]
    ends = [each.start for each in free if each.id == "context.only"]
    for each in free:
        name = each.id.partition(".")[2]
        if name == "denied_after":
            stopped = any(each.end <= end < one.start for end in ends)
            if _reaches(each, one) and not stopped and not _kept(one, each, found):
                yield DENIED
        elif name == "denied_before":
            again = any(one.end <= other.start < each.start for other in free if _denies(other))
            nearer = any(
                one.end <= other.start and other.end <= each.start
                for other in found
                if other.id.startswith(REAL)
            )
            if each.start >= one.end and not again and not nearer:
                yield DENIED
        elif name in ANYWHERE or (name in AHEAD and each.start < _least(name, one)):
            yield name


def _denies(trigger: Span) -> bool:
    return trigger.id == "context.denied_after"


def _reaches(denial: Span, one: Span) -> bool:
    """Tell whether a denial stands before a concept, or in a gap of it, and near enough."""
    return denial.end <= one.end and one.start - denial.end < REACH


def _least(name: str, one: Span) -> int:
    """Return the place before which a trigger has to begin to take a concept."""
    return {ONLY: one.start, OTHER: one.start + 1}.get(name, one.end)

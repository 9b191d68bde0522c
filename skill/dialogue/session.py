"""What is remembered between two turns, and its form as Alexa's session attributes.

The form is three characters an answer, in the order of answering, because going back needs
the order: 50 answers stay below 256 bytes. It holds nothing that can be derived, no words
and no locale. What cannot be trusted is not loaded, because replaying a wrong answer is
worse than asking again.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from skill.triage.assessment import PAGES
from skill.triage.interview import HEDGED, READ_BACK
from skill.triage.knowledge import (
    EACH,
    LOST,
    NO,
    UNHEARD,
    UNSURE,
    YES,
    Answers,
    Knowledge,
)

Key = TypeVar("Key")
Value = TypeVar("Value")

RESULT, SELF_CARE, EMERGENCY = "result", "self_care", "emergency"
"""What is pending once the interview is over: the answer to an offer."""

Breath = tuple[tuple[str, str], ...]
"""What one reply recorded: (finding, screen or mark; value)."""

OPEN = "open"
"""What a refused read-back records of itself, and then of each answer that it opens again."""
REFUSED = (READ_BACK, OPEN)


class Session(NamedTuple):
    """An interview under way."""

    history: tuple[Breath, ...] = ()
    asking: str = ""
    """The finding, screen or offer that the next reply answers."""
    told: Breath = ()
    """What was said out of turn, which counts once it is confirmed."""
    misses: int = 0
    """Replies in a row that were not understood."""
    doubt: str = ""
    """"unsure" or "no": a first such reply that is asked once more before it counts."""
    slow: bool = False
    """Whether the caller asked for slower speech."""
    offered: int = -1
    """Which value of a choice is offered for a yes or no; -1 when none is."""

    @property
    def answers(self) -> Answers:
        """Return every answer that counts, in the order of answering: of two, the later one."""
        answers: Answers = {}
        for breath in self.history:
            for name, value in breath:
                if name in answers:
                    del answers[name]
                if value != OPEN:
                    answers[name] = value
        return answers

    @property
    def reopened(self) -> bool:
        """Return whether the read-back was refused once."""
        return any(REFUSED in breath for breath in self.history)

    def record(self, *breath: tuple[str, str]) -> "Session":
        """Return the session after a reply that counts."""
        return self.with_history((*self.history, breath))

    def with_history(self, history: tuple[Breath, ...]) -> "Session":
        """Return the session with other answers, and nothing pending."""
        return Session(history=history, slow=self.slow)


NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~+*=^"
"""Codes of marks, after "!"; of findings two of them, in their order."""
MOST_FINDINGS = len(NAMES) ** 2
FIRST, _NEXT = "0123456789ABCDEF", "abcdefghijklmnop"
"""Codes of values: of the first answer of a breath, and of those that follow it."""
MOST_VALUES = len(FIRST) - 2
"""Of a choice: "not sure" and "open again" need a code as well."""
_DOUBTS = ("", UNSURE, NO)
_ANSWER = re.compile(r"..[0-9A-Fa-p]")


class _Made(dict[Key, Value]):
    """Key -> what is made of it, when it is first needed: making all would lengthen a start."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        self._make = make

    def __missing__(self, key: Key) -> Value:
        value = self[key] = self._make(key)
        return value


class _Codes:
    """How everything that can be answered or be pending is written."""

    def __init__(self, knowledge: Knowledge) -> None:
        screens = [step.id for step in knowledge.steps if len(step.ask) > 1]
        words = [one.id for one in knowledge.words]
        marks = [*screens, *PAGES, READ_BACK, HEDGED, RESULT, SELF_CARE, EMERGENCY, *words]
        marked = ((name, f"!{code}") for code, name in zip(NAMES, marks, strict=False))
        self._knowledge = knowledge
        self.names = {**dict(zip(knowledge.findings, _pairs(), strict=False)), **dict(marked)}
        self.name_of = {code: name for name, code in self.names.items()}
        self.first = _Made[tuple[str, str], str](lambda answer: self._written(answer, FIRST))
        """(name, value) -> its code as the first answer of a breath."""
        self.later = _Made[tuple[str, str], str](lambda answer: self._written(answer, _NEXT))
        """The same for the answers that follow it."""
        self.read = _Made[str, Breath](self._read)
        """Code of an answer -> the breath that it begins, or what it adds to one."""

    def _written(self, answer: tuple[str, str], digits: str) -> str:
        name, value = answer
        return self.names[name] + digits[self._values(name).index(value)]

    def _read(self, code: str) -> Breath:
        name, digit = self.name_of[code[:-1]], code[-1]
        place = (FIRST if digit in FIRST else _NEXT).index(digit)
        return ((name, self._values(name)[place]),)

    def _values(self, name: str) -> tuple[str, ...]:
        """Return the values that a name can have, and that it is open again."""
        finding = self._knowledge.findings.get(name)
        usual = (YES, NO, UNHEARD, LOST) if finding else (YES, NO, EACH)
        return (*(finding.values if finding and finding.values else usual), UNSURE, OPEN)


def _pairs() -> Iterator[str]:
    """Yield the codes of findings."""
    return (one + other for one in NAMES for other in NAMES)


def dump(knowledge: Knowledge, session: Session) -> dict[str, str]:
    """Return the session as attributes that Alexa hands back."""
    codes = knowledge.once(_Codes)
    doubt, slow = _DOUBTS.index(session.doubt), int(session.slow)
    counters = f"{session.misses}{doubt}{slow}{FIRST[session.offered + 1]}"
    history, told = _written(codes, *session.history), _written(codes, session.told)
    state = "|".join((history, codes.names[session.asking], told, counters))
    return {"version": knowledge.version, "state": state}


def _written(codes: _Codes, *breaths: Breath) -> str:
    written = []
    for breath in breaths:
        table = codes.first
        for answer in breath:
            written.append(table[answer])
            table = codes.later
    return "".join(written)


def load(knowledge: Knowledge, attributes: object) -> Session | None:
    """Return the session of the attributes, or None when there is none that can be trusted."""
    if not isinstance(attributes, dict) or attributes.get("version") != knowledge.version:
        return None
    if not isinstance(state := attributes.get("state"), str):
        return None
    try:
        return _session(knowledge.once(_Codes), state)
    except (KeyError, IndexError, ValueError):
        return None


def _session(codes: _Codes, state: str) -> Session:
    """Return the session of its form; raise KeyError, IndexError or ValueError for what is none."""
    history, asking, told, counters = state.split("|")
    misses, doubt, slow, offered = map(FIRST.index, counters)
    (told_breath,) = _history(codes, told) or ((),)
    return Session(
        history=_history(codes, history),
        asking=codes.name_of[asking],
        told=told_breath,
        misses=(0, 1, 2)[misses],
        doubt=_DOUBTS[doubt],
        slow=(False, True)[slow],
        offered=offered - 1,
    )


def _history(codes: _Codes, text: str) -> tuple[Breath, ...]:
    """Return the breaths of their code."""
    found = _ANSWER.findall(text)
    if "".join(found) != text:
        raise ValueError
    breaths: list[Breath] = []
    for code in found:
        if code[-1] in FIRST:
            breaths.append(codes.read[code])
        else:
            breaths[-1] += codes.read[code]
    return tuple(breaths)

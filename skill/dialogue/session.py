"""What is remembered between two turns, and its form as Alexa's session attributes.

The form is two characters an answer, in the order of answering, because going back needs
the order: 50 answers stay below 256 bytes. It holds nothing that can be derived, no words
and no locale. What cannot be trusted is not loaded, because replaying a wrong answer is
worse than asking again.
"""

import re
from typing import NamedTuple

from skill.triage.assessment import ADVICE, PAGES
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Knowledge

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
"""Codes of findings, and after "!" of marks, in their order."""
FIRST, _NEXT = "0123456789", "abcdefghij"
"""Codes of values: of the first answer of a breath, and of those that follow it."""
_DOUBTS = ("", UNSURE, NO)
_NAME = re.compile(r"!?[^!()]")
_ANSWER = re.compile(r"!?[^!()][0-9a-j]|\((?:!?[^!()])*\)(?!!?[^!()|][a-j])")
"""An answer, or in brackets what a refused read-back opens; nothing goes on with that."""
_FORM = re.compile(
    rf"(?P<history>(?:{_ANSWER.pattern})*)\|(?P<asking>!?.)\|(?P<told>(?:!?.[0-9a-j])*)\|"
    r"(?P<misses>[0-2])(?P<doubt>[0-2])(?P<slow>[01])(?P<offered>\d?)"
)


class _Codes(NamedTuple):
    """How everything that can be answered or be pending is written."""

    names: dict[str, str]
    """Name -> its code."""
    first: dict[tuple[str, str], str]
    """(name, value) -> its code as the first answer of a breath."""
    later: dict[tuple[str, str], str]
    """The same for the answers that follow it."""
    name_of: dict[str, str]
    first_of: dict[str, Breath]
    """Code -> the breath that it begins."""
    later_of: dict[str, Breath]
    """Code -> what it adds to a breath."""


def dump(knowledge: Knowledge, session: Session) -> dict[str, str]:
    """Return the session as attributes that Alexa hands back."""
    codes = knowledge.once(_codes)
    counters = f"{session.misses}{_DOUBTS.index(session.doubt)}{int(session.slow)}"
    offered = "" if session.offered < 0 else str(session.offered)
    history, told = _written(codes, *session.history), _written(codes, session.told)
    state = "|".join((history, codes.names[session.asking], told, counters + offered))
    return {"version": knowledge.version, "state": state}


def _written(codes: _Codes, *breaths: Breath) -> str:
    written = []
    for breath in breaths:
        if REFUSED in breath:
            written.append(f"({''.join(codes.names[name] for name, _ in breath[1:])})")
            continue
        table = codes.first
        for answer in breath:
            written.append(table[answer])
            table = codes.later
    return "".join(written)


def load(knowledge: Knowledge, attributes: object) -> Session | None:
    """Return the session of the attributes, or None when there is none that can be trusted."""
    if not isinstance(attributes, dict) or attributes.get("version") != knowledge.version:
        return None
    form = _FORM.fullmatch(state) if isinstance(state := attributes.get("state"), str) else None
    if form is None:
        return None
    codes = knowledge.once(_codes)
    try:
        return Session(
            history=_history(codes, form["history"]),
            asking=codes.name_of[form["asking"]],
            told=next(iter(_history(codes, form["told"])), ()),
            misses=int(form["misses"]),
            doubt=_DOUBTS[int(form["doubt"])],
            slow=form["slow"] == "1",
            offered=int(form["offered"] or -1),
        )
    except (KeyError, IndexError):
        return None


def _history(codes: _Codes, text: str) -> tuple[Breath, ...]:
    """Return the breaths of their code; raise KeyError or IndexError for what is none."""
    breaths: list[Breath] = []
    for code in _ANSWER.findall(text):
        if breath := codes.first_of.get(code):
            breaths.append(breath)
        elif code[0] == "(":
            opened = (codes.name_of[name] for name in _NAME.findall(code[1:-1]))
            breaths.append((REFUSED, *((name, OPEN) for name in opened)))
        else:
            breaths[-1] += codes.later_of[code]
    return tuple(breaths)


def _codes(knowledge: Knowledge) -> _Codes:
    screens = [step.id for step in knowledge.steps if len(step.ask) > 1]
    words = [one.id for one in knowledge.words]
    marks = [*screens, ADVICE, *PAGES, READ_BACK, RESULT, SELF_CARE, EMERGENCY, *words]
    marked = ((name, f"!{code}") for code, name in zip(NAMES, marks, strict=False))
    names = {**dict(zip(knowledge.findings, NAMES, strict=False)), **dict(marked)}
    first, later = (
        {
            (name, value): code + digit
            for name, code in names.items()
            for digit, value in zip(digits, _values(knowledge, name), strict=False)
        }
        for digits in (FIRST, _NEXT)
    )
    return _Codes(
        names=names,
        first=first,
        later=later,
        name_of={code: name for name, code in names.items()},
        first_of={code: (answer,) for answer, code in first.items()},
        later_of={code: (answer,) for answer, code in later.items()},
    )


def _values(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Return the values that a name can have, "not sure" last."""
    finding = knowledge.findings.get(name)
    return (*(finding.values if finding and finding.values else (YES, NO)), UNSURE)

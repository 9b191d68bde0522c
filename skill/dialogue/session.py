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
    reopened: bool = False
    """Whether the read-back was refused once."""
    slow: bool = False
    """Whether the caller asked for slower speech."""
    offered: int = -1
    """Which value of a choice is offered for a yes or no; -1 when none is."""

    @property
    def answers(self) -> Answers:
        """Return every answer that counts, in the order of answering: of two, the later one."""
        answers: Answers = {}
        for name, value in (one for breath in self.history for one in breath):
            answers.pop(name, None)
            answers[name] = value
        return answers

    def record(self, *breath: tuple[str, str]) -> "Session":
        """Return the session after a reply that counts."""
        return self.with_history((*self.history, breath))

    def with_history(self, history: tuple[Breath, ...]) -> "Session":
        """Return the session with other answers, and nothing pending."""
        return Session(history=history, reopened=self.reopened, slow=self.slow)


NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~+*=^"
"""Codes of findings, and after "!" of marks, in their order."""
FIRST, _NEXT = "0123456789", "abcdefghij"
"""Codes of values: of the first answer of a breath, and of those that follow it."""
_DOUBTS = ("", UNSURE, NO)
_FORM = re.compile(
    r"(?P<history>(?:!?.[0-9a-j])*)\|(?P<asking>!?.)\|(?P<told>(?:!?.[0-9a-j])*)\|"
    r"(?P<misses>[0-2])(?P<doubt>[0-2])(?P<reopened>[01])(?P<slow>[01])(?P<offered>\d?)"
)


def dump(knowledge: Knowledge, session: Session) -> dict[str, str]:
    """Return the session as attributes that Alexa hands back."""
    codes = {name: code for code, name in _codes(knowledge).items()}

    def written(*breaths: Breath) -> str:
        return "".join(
            codes[name] + (_NEXT if place else FIRST)[_values(knowledge, name).index(value)]
            for breath in breaths
            for place, (name, value) in enumerate(breath)
        )

    counters = f"{session.misses}{_DOUBTS.index(session.doubt)}"
    flags = f"{int(session.reopened)}{int(session.slow)}"
    offered = "" if session.offered < 0 else str(session.offered)
    parts = (written(*session.history), codes[session.asking], written(session.told))
    state = "|".join((*parts, counters + flags + offered))
    return {"version": knowledge.version, "state": state}


def load(knowledge: Knowledge, attributes: object) -> Session | None:
    """Return the session of the attributes, or None when there is none that can be trusted."""
    if not isinstance(attributes, dict) or attributes.get("version") != knowledge.version:
        return None
    form = _FORM.fullmatch(state) if isinstance(state := attributes.get("state"), str) else None
    if form is None:
        return None
    try:
        return Session(
            history=_history(knowledge, form["history"]),
            asking=_codes(knowledge)[form["asking"]],
            told=next(iter(_history(knowledge, form["told"])), ()),
            misses=int(form["misses"]),
            doubt=_DOUBTS[int(form["doubt"])],
            reopened=form["reopened"] == "1",
            slow=form["slow"] == "1",
            offered=int(form["offered"] or -1),
        )
    except (KeyError, IndexError):
        return None


def _history(knowledge: Knowledge, text: str) -> tuple[Breath, ...]:
    """Return the breaths of their code; raise KeyError or IndexError for what is none."""
    names = _codes(knowledge)
    breaths: list[list[tuple[str, str]]] = []
    for code, value in re.findall(r"(!?.)([0-9a-j])", text):
        name = names[code]
        answer = (name, _values(knowledge, name)[(FIRST + _NEXT).index(value) % len(FIRST)])
        if value in FIRST:
            breaths.append([answer])
        else:
            breaths[-1].append(answer)
    return tuple(tuple(breath) for breath in breaths)


def _codes(knowledge: Knowledge) -> dict[str, str]:
    """Return code -> name of everything that can be answered or be pending."""
    screens = [step.id for step in knowledge.steps if len(step.ask) > 1]
    words = [one.id for one in knowledge.words]
    marks = [*screens, ADVICE, *PAGES, READ_BACK, RESULT, SELF_CARE, EMERGENCY, *words]
    return {
        **dict(zip(NAMES, knowledge.findings, strict=False)),
        **{f"!{code}": name for code, name in zip(NAMES, marks, strict=False)},
    }


def _values(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Return the values that a name can have, "not sure" last."""
    finding = knowledge.findings.get(name)
    return (*(finding.values if finding and finding.values else (YES, NO)), UNSURE)

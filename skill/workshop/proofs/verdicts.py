"""What a proof comes to."""

from typing import NamedTuple

from skill.triage.knowledge import Answers


class Broken(NamedTuple):
    """One thing that does not hold, and the fewest answers that show it, in order."""

    about: str
    answers: Answers


class Verdict(NamedTuple):
    """Whether a statement was proved, and over how much."""

    statement: str
    """Its letter."""
    over: str
    """How many claims or states were looked at: "344 claims"."""
    seconds: float
    broken: tuple[Broken, ...] = ()
    found: tuple[str, ...] = ()
    """What the proof also tells, a line each."""

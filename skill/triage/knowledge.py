"""What the core knows: the medicine as immutable values.

The values are made from the TOML in ``skill/content/knowledge`` by ``skill.workshop.authoring``
and opened by ``skill.library``. Nothing here knows a word of any language.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, NamedTuple, Self, TypeVar

Made = TypeVar("Made")


class Level(IntEnum):
    """How soon to act, after Infermedica's five levels of triage; higher is more urgent."""

    SELF_CARE = 0
    CONSULTATION = 1
    CONSULTATION_24 = 2
    EMERGENCY = 3
    EMERGENCY_AMBULANCE = 4

    @property
    def id(self) -> str:
        """Return the long name, as content and tools write it: ``self_care``."""
        return self.name.lower()


YES, NO, UNSURE = "yes", "no", "unsure"
UNHEARD, LOST = "unheard", "lost"
"""A gate that nobody understood, and that is asked once more; and one that nobody did then."""
EACH = "each"
"""Of a step with several signs: they are asked one by one."""

Answers = dict[str, str]
"""Finding id -> "yes", "no", "unsure" or the value of a choice; opened screens are among them."""

Condition = tuple[tuple[str, tuple[str, ...]], ...]
"""All of these findings must have one of these values."""


class Finding(NamedTuple):
    """One thing that can be asked."""

    id: str
    values: tuple[str, ...]
    """Of a choice; empty for a yes/no question. "unsure" can always be answered."""
    offers: tuple[str, ...]
    """The values that are offered one by one, where need be: none that is two others at once."""
    gate: bool
    easing: bool
    """A yes points away from danger, and "not sure" of it counts as its no."""
    narrow: bool
    """Named among several signs it is asked by itself, in narrower words, before it counts."""
    no_is_sign: bool
    """A no to it is what points to danger, so that a caller who is well says yes."""
    red_flag: str
    """"danger": a yes points to danger; "raiser": it raises others; "" otherwise."""
    unsure: Level | None
    """The level that "not sure" reaches by itself."""
    unsure_as: str
    """What "not sure" is recorded as, or ""."""
    asked_twice: bool
    discriminator: bool
    advice_safety: bool
    only_if: Condition
    means: dict[str, str]
    """What else is named -> the answer that it stands for here: "the leg" is worse.

    A value of another choice, or a sign that is called alike: "the headache", of two kinds of it.
    """
    source: str
    """The source that stands first behind asking it."""


class Rule(NamedTuple):
    """A red-flag rule: its level is reached when ``when`` holds and ``unless`` is ruled out."""

    id: str
    level: Level
    when: Condition
    unless: Condition
    says: str


class Words(NamedTuple):
    """A kind of words that acts at once, whenever it is said; ``act`` may replace what to do."""

    id: str
    level: Level
    says: str
    act: str


class Derived(NamedTuple):
    """A finding that follows from others and is never asked; entries of one id are alternatives."""

    id: str
    when: Condition


class Step(NamedTuple):
    """Findings that are asked together: one is a question, several are signs of one kind.

    With ``choices`` they are one idea with a few values: one leg, both, or neither.
    """

    id: str
    ask: tuple[str, ...]
    when: Condition
    follow_up: bool
    at_once: Level | None
    """The emergency that one yes to the whole step reaches, if all its signs reach the same."""
    choices: dict[str, tuple[tuple[str, str], ...]]
    """Value -> what it records; "no" is what a plain no means, "unsure" what "not sure" records."""
    words: str
    """The step with whose words it is asked: itself, or one that asks the same of others."""
    source: str

    @property
    def values(self) -> tuple[str, ...]:
        """Return the values that a caller can choose; none of a step that is no choice."""
        return tuple(value for value in self.choices if value != UNSURE)


Range = tuple[float, float]


class Discriminator(NamedTuple):
    """How an answer moves the two scales: likelihood ratios of (yes, no)."""

    finding: str
    group: str
    nerve: Range
    muscle: Range
    when: Condition


class Group(NamedTuple):
    """Bounds of the product of the ratios of one group, whose answers overlap: (least, most)."""

    nerve: Range
    muscle: Range


class Label(NamedTuple):
    """A leaning: the first that holds by its conditions and by the two scales is spoken.

    A range is (at least, at most) of a sum of logarithms of ratios; None where any will do.
    """

    id: str
    degree: str
    """How strongly it is said: "clearly", "somewhat", or "" where there is only one way."""
    leaning: str
    when: Condition
    unless: Condition
    nerve: Range | None
    muscle: Range | None
    lead: Range | None
    """Of the nerve scale over the muscle scale: their difference."""
    weigh: Range
    """How the (nerve, muscle) ratios of an answer speak for this label."""

    @property
    def weighed(self) -> bool:
        """Return whether the scales decide it, and not an answer alone."""
        return bool(self.nerve or self.muscle or self.lead)


class Professional(NamedTuple):
    """Whom to see; ``later`` ones only through the first."""

    id: str
    levels: tuple[Level, ...]
    labels: tuple[str, ...]
    when: Condition
    no_red_flag: bool
    later: bool


class SafetyNet(NamedTuple):
    """A warning that is read at the end of results of these levels."""

    id: str
    levels: tuple[Level, ...]
    when: Condition
    unless: Condition


class Item(NamedTuple):
    """A piece of self-care and what forbids it."""

    id: str
    kind: str
    labels: tuple[str, ...]
    when: Condition
    blocked_by: tuple[str, ...]


class Answer(NamedTuple):
    """The answer to a question of the caller's own."""

    advice: bool
    """Whether it speaks of care."""
    part: str
    """The part of the result that answers it once there is one, or ""."""


class Settings(NamedTuple):
    """The numbers of the interview."""

    read_back: tuple[str, ...]
    unsure_many: int
    unsure_many_level: Level
    adult_from: int
    bands: dict[str, tuple[tuple[str, int], ...]]
    """Choice -> (value, the least number that falls into it): years, days, or of ten."""
    most: dict[str, int]
    """Choice -> the greatest number that is taken for it."""
    most_asked: int
    least_answered: int
    advice_levels: tuple[Level, ...]
    advice_most: int


class _Medicine(NamedTuple):
    """All that is written down. ``version`` changes whenever any of it does."""

    version: str
    findings: dict[str, Finding]
    derived: tuple[Derived, ...]
    rules: tuple[Rule, ...]
    steps: tuple[Step, ...]
    discriminators: tuple[Discriminator, ...]
    groups: dict[str, Group]
    labels: tuple[Label, ...]
    other_causes: dict[str, tuple[Condition, ...]]
    """Leaning -> the signs of another cause, each of which keeps it from being told when a
    clinician is needed within a day; a leaning that is not here is never told then."""
    professionals: tuple[Professional, ...]
    safety_net: tuple[SafetyNet, ...]
    items: tuple[Item, ...]
    words: tuple[Words, ...]
    answers: dict[str, Answer]
    """By question of the caller's own."""
    settings: Settings


class Keeps:
    """A value that keeps what follows from it, with it and no longer than it."""

    kept: dict[Any, Any]

    def once(self, make: Callable[[Self], Made]) -> Made:
        """Return ``make`` of this value, which is made when it is first asked for.

        It can never be stale: the value does not change, and another one has kept nothing yet.
        """
        kept: dict[Callable[[Self], Made], Made] | None = getattr(self, "kept", None)
        if kept is None:
            kept = self.kept = {}
        if make not in kept:
            kept[make] = make(self)
        return kept[make]


class Knowledge(Keeps, _Medicine):
    """The whole medicine, with what follows from it."""

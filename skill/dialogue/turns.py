"""What a turn is made of: phrases by name, never words."""

from typing import NamedTuple, Union

from skill.dialogue.session import Session
from skill.triage.assessment import Assessment

Fill = Union["Phrase", tuple["Phrase", ...], str]


class Phrase(NamedTuple):
    """A named utterance of the locale, with what fills its placeholders."""

    key: str
    fill: tuple[tuple[str, Fill], ...] = ()


def phrase(key: str, **fill: Fill) -> Phrase:
    """Return the named utterance: ``phrase("say.because", first=phrase("question.x.yes"))``."""
    return Phrase(key, tuple(fill.items()))


class Turn(NamedTuple):
    """One reply of the skill."""

    say: tuple[Phrase, ...]
    """What is said before the question, or all there is when the conversation ends."""
    ask: tuple[Phrase, ...] = ()
    """The question; the microphone opens if and only if there is one."""
    reprompt: Phrase | None = None
    session: Session | None = None
    """None: the conversation is over, and nothing is remembered."""
    asked: tuple[str, ...] = ()
    """The findings that the question is about."""
    result: Assessment | None = None
    """The result, on the turns that tell it."""
    card: tuple[Phrase, ...] = ()
    """A title and a text for the caller's app: the result, or a note that was asked for."""
    slow: bool = False
    """Whether the caller asked for slower speech."""

"""The whole skill in one call: words or an act in, and out what is said.

Every door calls it; Alexa's, for which Amazon hears, brings its own acts in, and the words that
Amazon made nothing of. Hearing is loaded when words first need it.
"""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.conversation import attributes_of, reply
from skill.dialogue.questions import expects
from skill.dialogue.session import load
from skill.dialogue.turns import Turn, phrase
from skill.wording import Speech, render

if TYPE_CHECKING:
    from skill.hearing.ears import Ears

State = dict[str, Any]
"""What is remembered between two turns: whoever asks hands it back as it was, empty at first."""


class Door(NamedTuple):
    """What a way in can do beside talking."""

    card: bool = False
    """Show a note that stays."""
    screen: bool = False
    """Show what is asked, with buttons."""


TALKS = Door()
"""A way in that talks, and no more."""


class Said(NamedTuple):
    """What the skill says to something that was said."""

    heard: Act | None
    """The act that was said or understood; None where the skill is left without asking it."""
    speech: Speech
    state: State
    shows: Turn | None = None
    """What a screen shows, where there is one."""

    @property
    def ended(self) -> bool:
        """Return whether the conversation is over: nothing more is asked."""
        return not self.speech.reprompt_ssml


SILENCE = Speech("", "", "", "", "", "")
_WRONG_COUNTRY = Turn(say=(phrase("say.wrong_country"),))


def say(said: str | Act, state: State | None, locale: str, door: Door = TALKS) -> Said:
    """Return what the skill says to words, or to an act, in a state of the conversation.

    A state that cannot be trusted has lost its place, which is told. To a locale that is not there
    the skill says so, in words that it has.
    """
    if locale not in library.locales():
        return _said(None, _WRONG_COUNTRY, library.LOCALE, door)
    act = understood(said, state, locale) if isinstance(said, str) else said
    if act is None:
        return Said(None, SILENCE, {})
    before = {} if act == acts.LAUNCH else state
    return _said(act, reply(library.knowledge(), before, act), locale, door)


def _said(heard: Act | None, turn: Turn, locale: str, door: Door) -> Said:
    speech = render(turn, library.locale_texts(locale))
    if not door.card:
        speech = speech._replace(card_title="", card_text="")
    state = attributes_of(library.knowledge(), turn)
    return Said(heard, speech, state, turn if door.screen else None)


# --- words in -----------------------------------------------------------------------------------


def understood(said: str, state: State | None, locale: str) -> Act | None:
    """Return the act that words stand for; None where they leave without asking the skill."""
    from skill.hearing.opening import LAUNCH, opened_or_left
    from skill.hearing.pending import asked_in

    spoken = opened_or_left(said, library.locale_texts(locale)["invocation"])
    if spoken:
        return acts.LAUNCH if spoken == LAUNCH else None
    session = load(library.knowledge(), state)
    return ears(locale).hear(said, asked_in(library.knowledge(), session)).act


def expected(state: State | None) -> str:
    """Return what kind of reply a state waits for."""
    session = load(library.knowledge(), state)
    return expects(library.knowledge(), session) if session else "launch"


_building = Lock()


def ears(locale: str) -> "Ears":
    """Return what hears a locale's free speech, made once; others wait for it."""
    with _building:
        return _made(locale)


@cache
def _made(locale: str) -> "Ears":
    from skill.hearing.ears import Ears

    return Ears(library.locale_ears(locale))

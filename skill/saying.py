"""The whole skill in one call: words or an act in, and out what is said.

Every door calls it but Alexa's, for which Amazon hears: that one brings its own acts in.
"""

from functools import cache
from threading import Lock
from typing import Any, NamedTuple, cast

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.conversation import attributes_of, reply
from skill.dialogue.questions import expects
from skill.dialogue.session import load
from skill.dialogue.turns import Turn, phrase
from skill.hearing.hearing import Expects, Heard, Hearing
from skill.hearing.intents import act_of
from skill.hearing.opening import ENDED, LAUNCH, opened_or_left
from skill.wording import Speech, render

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

    heard: Heard | None
    """The intent that words were understood as; None for an act, which nobody had to hear."""
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
    heard = hear(said, state, locale) if isinstance(said, str) else None
    act = _meant(heard) if heard else cast("Act", said)
    if act is None:
        return Said(heard, SILENCE, {})
    before = {} if act == acts.LAUNCH else state
    return _said(heard, reply(library.knowledge(), before, act), locale, door)


def _said(heard: Heard | None, turn: Turn, locale: str, door: Door) -> Said:
    speech = render(turn, library.locale_texts(locale))
    if not door.card:
        speech = speech._replace(card_title="", card_text="")
    state = attributes_of(library.knowledge(), turn)
    return Said(heard, speech, state, turn if door.screen else None)


# --- words in -----------------------------------------------------------------------------------


def understood(said: str, state: State | None, locale: str) -> Act | None:
    """Return the act that words stand for; None where they leave without asking the skill."""
    return _meant(hear(said, state, locale))


def hear(said: str, state: State | None, locale: str) -> Heard:
    """Return the intent that words are understood as, where this is asked."""
    name = library.locale_texts(locale)["invocation"]
    return opened_or_left(said, name) or hearing(locale).hear(said, expected(state))


def expected(state: State | None) -> Expects:
    """Return what kind of reply a state waits for."""
    session = load(library.knowledge(), state)
    return cast("Expects", expects(library.knowledge(), session) if session else "launch")


def _meant(heard: Heard) -> Act | None:
    if heard.intent in {LAUNCH, ENDED}:
        return acts.LAUNCH if heard.intent == LAUNCH else None
    return act_of(heard.intent, {name: one.id or one.value for name, one in heard.slots.items()})


_building = Lock()


def hearing(locale: str) -> Hearing:
    """Return the matcher of a locale, built once, which takes seconds; others wait for it."""
    with _building:
        return _built(locale)


@cache
def _built(locale: str) -> Hearing:
    return Hearing(library.locale_hears(locale), locale)

"""Talks with the skill by microphone and speaker; where that cannot be, by typing.

A yes or a no that was not heard for sure is asked back before it counts. Whatever was heard is
said back before the skill replies, so that "go back" can undo it.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

from skill import library
from skill.doors.terminal.chat import Handler, Heard, chat, opened, turn
from skill.doors.voice.card import Card, NoSoundCardError
from skill.doors.voice.listening import NOTHING, NoEarsError, hear, recogniser_for
from skill.doors.voice.sound import Sound, of_wav, wav_of
from skill.doors.voice.speaking import NoSpeakerError, say
from skill.hearing.hearing import YES_INTENTS
from skill.playing.speaker import expected, hearing

CANNOT = (NoSoundCardError, NoEarsError, NoSpeakerError)
"""Why people type in the end."""


def talk(
    handler: Handler, locale: str, card: Callable[[], Card], lines: Iterable[str] = sys.stdin
) -> None:
    """Talk until the conversation ends; where speech fails, say why and go on by typing."""
    heard = None
    try:
        recogniser_for(locale)
        conversation = Conversation(handler, locale, card())
        print(f"({library.locale_texts(locale)['talk.speaking']})\n")
        for heard in conversation.turns():
            print(f"skill  {heard.text}\n")
    except CANNOT as reason:
        print(reason)
        chat(handler, locale, lines, heard)


class Conversation:
    """One conversation by ear."""

    def __init__(self, handler: Handler, locale: str, card: Card) -> None:
        self._handler = handler
        self._locale = locale
        self._card = card
        self._texts = library.locale_texts(locale)

    def turns(self) -> Iterator[Heard]:
        """Yield each turn of the skill before it is said, until it ends or nobody answers."""
        heard = opened(self._handler, self._locale)
        while True:
            yield heard
            self._play(heard.ssml)
            said = None if heard.ended else self._answer(heard)
            if said is None:
                return
            heard = turn(self._handler, said, heard.attributes, self._locale)

    def _answer(self, heard: Heard) -> str | None:
        """Return what is answered, "" for what is not understood; None when nobody answers."""
        sound = self._recorded(heard.reprompt)
        if sound is None:
            self._aloud("talk.silence")
            return None
        said = hear(wav_of(sound), expected(heard.attributes), self._locale)
        if said.text and not said.sure and not self._confirmed(said.text):
            said = NOTHING
        if said.text:
            self._aloud("talk.heard", said=said.text)
        return said.text

    def _recorded(self, reprompt: str) -> Sound | None:
        """Return the answer; after silence the question is put once more, shortly."""
        sound = self._card.record()
        if sound.samples:
            return sound
        self._play(reprompt)
        sound = self._card.record()
        return sound if sound.samples else None

    def _confirmed(self, text: str) -> bool:
        """Ask back what was heard, and tell whether it was right."""
        self._aloud("talk.check", said=text)
        said = hear(wav_of(self._card.record()), "readback", self._locale)
        return hearing(self._locale).hear(said.text, "readback").intent in YES_INTENTS

    def _aloud(self, key: str, **fill: str) -> None:
        """Say one of the terminal's own sentences, and show it."""
        numbers = {name: self._texts[name] for name in ("emergency_number", "crisis_line")}
        text = self._texts[key].format(**numbers, **fill)
        print(f"       {text}\n")
        self._play(f"<speak>{escape(text)}</speak>")

    def _play(self, ssml: str) -> None:
        self._card.play(of_wav(say(ssml, self._locale)))

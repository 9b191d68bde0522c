"""Talks with the skill by microphone and speaker; where that cannot be, by typing.

A yes or a no that was not heard for sure is asked back before it counts. Whatever was heard is
said back before the skill replies, so that "go back" can undo it.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

from skill import library
from skill.dialogue.answers import SAYS_YES
from skill.doors.terminal.chat import chat, opened
from skill.doors.voice import speaking
from skill.doors.voice.card import Card, NoSoundCardError
from skill.doors.voice.listening import NOTHING, NoEarsError, deafness, hear, recogniser_for
from skill.doors.voice.sound import Sound, of_wav, wav_of
from skill.doors.voice.speaking import NoSpeakerError
from skill.doors.voice.whisper import is_named
from skill.hearing.sentence import Asked
from skill.saying import Said, ears, expected, say

CANNOT = (NoSoundCardError, NoEarsError, NoSpeakerError)
"""Why people type in the end."""


def talk(locale: str, card: Callable[[], Card], lines: Iterable[str] = sys.stdin) -> None:
    """Talk until the conversation ends; where speech fails, say why and go on by typing."""
    told = None
    try:
        recogniser_for(locale)
        conversation = Conversation(locale, card())
        texts = library.locale_texts(locale)
        print(f"({texts['talk.speaking']})\n")
        if why := deafness():
            warning = texts["talk.may_miss"].format(emergency_number=texts["emergency_number"])
            print(f"({warning})\n" + (f"({why})\n" if is_named() else ""))
        for told in conversation.turns():
            print(f"skill  {told.speech.text}\n")
    except CANNOT as reason:
        print(reason)
        chat(locale, lines, told)


class Conversation:
    """One conversation by ear."""

    def __init__(self, locale: str, card: Card) -> None:
        self._locale = locale
        self._card = card
        self._texts = library.locale_texts(locale)

    def turns(self) -> Iterator[Said]:
        """Yield each turn of the skill before it is said, until it ends or nobody answers."""
        told = opened(self._locale)
        while True:
            yield told
            self._play(told.speech.ssml)
            said = None if told.ended else self._answer(told)
            if said is None:
                return
            told = say(said, told.state, self._locale)

    def _answer(self, told: Said) -> str | None:
        """Return what is answered, "" for what is not understood; None when nobody answers."""
        sound = self._recorded(told.speech.reprompt_ssml)
        if sound is None:
            self._aloud("talk.silence")
            return None
        said = hear(wav_of(sound), expected(told.state), self._locale)
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
        return ears(self._locale).hear(said.text, Asked("readback")).act.name in SAYS_YES

    def _aloud(self, key: str, **fill: str) -> None:
        """Say one of the terminal's own sentences, and show it."""
        numbers = {name: self._texts[name] for name in ("emergency_number", "crisis_line")}
        text = self._texts[key].format(**numbers, **fill)
        print(f"       {text}\n")
        self._play(f"<speak>{escape(text)}</speak>")

    def _play(self, ssml: str) -> None:
        self._card.play(of_wav(speaking.say(ssml, self._locale)))

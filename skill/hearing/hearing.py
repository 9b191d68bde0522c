"""From what a person said to the intent Alexa would send.

Owns the local stand-in for Alexa's understanding, built from the locale's templates. Knows nothing
of what an intent means beyond yes and no, nor which question was asked: only what kind of answer
the turn expects.
"""

import re
from typing import Any

from skill.hearing.phrases import (
    LENGTH,
    NUMBER_SLOTS,
    SAME_WORDS,
    Expects,
    Hear,
    Heard,
    Slot,
    Templates,
    any_of,
    in_words,
    slot_words,
    spoken,
)
from skill.hearing.sentences import EMERGENCY, PLACED, SELF_HARM, Respelling, Sentences
from skill.hearing.values import Values

__all__ = [
    "FALLBACK",
    "NO_INTENTS",
    "NUMBER_SLOTS",
    "SAME_WORDS",
    "YES_INTENTS",
    "Expects",
    "Hear",
    "Heard",
    "Hearing",
    "Slot",
    "slot_words",
    "spoken",
]

YES_INTENTS = frozenset({"AMAZON.YesIntent", "HedgedYesIntent"})
NO_INTENTS = frozenset({"AMAZON.NoIntent", "HedgedNoIntent", "NoneOfTheseIntent"})

ALARMS = frozenset({EMERGENCY, SELF_HARM})

FALLBACK = Heard("AMAZON.FallbackIntent", {})


class Hearing:
    """Understands one locale's sentences, or says that it did not.

    An emergency is heard inside any sentence, unless something undoes it. Otherwise only whole
    sentences that a template spells out are understood; then, in longer ones, a value that the
    turn waits for, a symptom that is not denied, and a plain yes or no with a tail.
    """

    def __init__(self, hear: Hear, locale: str) -> None:
        self._locale = locale
        bare = _without_apostrophes(hear)
        words = slot_words(bare, locale)
        self._templates = Templates(
            {name: spoken(bare, said) for name, said in bare["intents"].items()}, words
        )
        self._skipped = any_of(spoken(bare, bare["skip_words"]))
        self._denial = any_of(spoken(bare, bare["guard"]["no"]))
        self._consent = any_of(spoken(bare, bare["guard"]["yes"]))
        waited = {**words, "duration": words[LENGTH] + words["duration"]}
        respelling = Respelling(bare)
        self._values = Values(bare, waited, respelling)
        self._sentences = Sentences(bare, waited, respelling, self._values)
        self._respelled = respelling
        self._turns = {
            slot: {
                phrase: Slot(phrase, value)
                for value, said in values.items()
                for phrase in spoken(bare, said)
            }
            for slot, values in bare["turns"].items()
        }

    def hear(self, text: str, expects: Expects) -> Heard:
        """Return what was said, on a turn that expects this kind of answer.

        What nothing matches, two intents match, or contradicts itself is the fallback intent.
        """
        return _placed(self._understood(self._normal(text), expects), expects)

    def _understood(self, said: str, expects: Expects) -> Heard:
        return (
            self._sentences.alarm(said)
            or self._on_turn(said, expects)
            or self._templated(said, expects)
            or self._freely(self._respelled(said), expects)
            or FALLBACK
        )

    def _templated(self, said: str, expects: Expects) -> Heard | None:
        """Return the reading of a whole template; of what is told, the kinds may say more."""
        heard = self._by_template(said)
        tells = heard is not None and heard.intent == "TellIntent"
        return (self._sentences.told(self._respelled(said), expects) if tells else None) or heard

    def _freely(self, respelled: str, expects: Expects) -> Heard | None:
        """Return what a respelled sentence means that no template has."""
        said = self._shorter(respelled)
        return (
            self._by_template(said)
            or (self._sentences.result(respelled) if expects == "result" else None)
            or self._sentences.asked(respelled)
            or self._sentences.steers(respelled)
            or (self._sign_told(said, expects) if expects == "region" else None)
            or self._values.answer(said, expects)
            or self._sentences.nearly_asked(said)
            or self._sentences.told(said, expects)
            or self._answer(respelled, expects)
            or self._sentences.other(said, expects)
        )

    def _sign_told(self, said: str, expects: Expects) -> Heard | None:
        """Return what is told beside a place: "my neck, after a car crash" is more than a place."""
        told = self._sentences.told(said, expects)
        return told if told and "symptom" in told.slots else None

    def _normal(self, text: str) -> str:
        """Return the text in small letters, numbers as words, without punctuation."""
        text = re.sub(r"['\u2019]", "", text.lower())
        text = re.sub(r"\b\d{1,3}\b", lambda number: in_words(int(number[0]), self._locale), text)
        return " ".join(re.sub(r"[\W_]", " ", text).split())

    def _on_turn(self, said: str, expects: Expects) -> Heard | None:
        """Return the value that a sentence means on this turn alone: "five" is a pain or an age.

        Of several signs, one may be named, or counted: "the second one".
        """
        if expects == "screen":
            if sign := self._turns["which"].get(self._shorter(said)):
                return Heard("TellIntent", {"symptom": sign})
            place = self._turns["screen"].get(self._shorter(said))
            return Heard("OptionIntent", {"option": place}) if place else None
        slot = self._turns.get(expects, {}).get(self._shorter(said))
        return Heard(f"{expects.capitalize()}Intent", {expects: slot}) if slot else None

    def _answer(self, said: str, expects: Expects) -> Heard | None:
        """Return yes, no or unsure; on a turn for a value, only when no value is there."""
        if self._values.torn(said, expects):
            return None
        return self._sentences.answer(said, expects)

    def _shorter(self, said: str) -> str:
        """Return the sentence without fillers."""
        return " ".join(self._skipped.sub(" ", said).split())

    def _by_template(self, said: str) -> Heard | None:
        """Return the one reading that a whole template gives, or None; fillers may stand in it.

        A time that the locale names comes before the same one as a number with a unit.
        """
        readings = self._read(said) or self._read(self._shorter(said))
        readings = [one for one in readings if LENGTH not in one.slots] or readings
        if not readings or any(other != readings[0] for other in readings):
            return None
        return None if self._contradicts(readings[0].intent, said) else readings[0]

    def _read(self, said: str) -> list[Heard]:
        """Return the readings of a whole sentence; alarms are found before, and may be undone."""
        return [one for one in self._templates.readings(said) if one.intent not in ALARMS]

    def _contradicts(self, intent: str, said: str) -> bool:
        """Tell whether a yes holds a no, or a no a yes."""
        return bool(
            (intent in YES_INTENTS and self._denial.search(said))
            or (intent in NO_INTENTS and self._consent.search(said))
        )


def _placed(heard: Heard, expects: Expects) -> Heard:
    """Return the intent with its place as the turn needs it.

    The first words tell a place, they answer nothing yet; later, where a symptom is felt is not
    where it mainly hurts.
    """
    if heard.intent == "RegionIntent" and expects == "launch":
        return heard._replace(intent="TellIntent")
    if heard.intent == "TellIntent" and expects not in PLACED and "symptom" in heard.slots:
        return heard._replace(slots={k: v for k, v in heard.slots.items() if k != "region"})
    return heard


def _without_apostrophes(part: Any) -> Any:  # noqa: ANN401  TOML is of any shape
    """Return the same content without apostrophes, which typing and recognisers drop at will."""
    match part:
        case str():
            return part.replace("'", "")
        case list():
            return [_without_apostrophes(item) for item in part]
        case dict():
            return {key: _without_apostrophes(value) for key, value in part.items()}
        case _:
            return part

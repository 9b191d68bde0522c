"""From what a person said to the intent Alexa would send.

Owns the local stand-in for Alexa's understanding, built from the locale's templates. Knows nothing
of what an intent means beyond yes and no, nor which question was asked: only what kind of answer
the turn expects.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from hassil import Intents, parse_sentence, recognize_all
from hassil.numbers import get_rbnf_engine
from hassil.recognize import RecognizeResult
from hassil.sample import sample_sentence

Hear = Mapping[str, Any]
"""The ``[hear]`` part of a locale."""

Expects = Literal[
    "launch", "yesno", "screen", "region", "duration", "age", "pain", "readback", "result"
]
"""What kind of answer the turn waits for. Four of them are the names of slots."""

NUMBER_SLOTS = {"age": range(121)}
YES_INTENTS = frozenset({"AMAZON.YesIntent", "HedgedYesIntent"})
NO_INTENTS = frozenset({"AMAZON.NoIntent", "HedgedNoIntent", "NoneOfTheseIntent"})


class Slot(NamedTuple):
    """A value that was heard: as spoken, a number in digits, and its id ("" for a number)."""

    value: str
    id: str


class Heard(NamedTuple):
    """An intent with its slots by name, as Alexa would send it."""

    intent: str
    slots: dict[str, Slot]


FALLBACK = Heard("AMAZON.FallbackIntent", {})


class Hearing:
    """Understands one locale's sentences, or says that it did not.

    Only whole sentences that a template spells out are understood. Around a value that the turn
    waits for, other words may stand, unless they negate or change it.
    """

    def __init__(self, hear: Hear, locale: str) -> None:
        self._locale = locale
        bare = _without_apostrophes(hear)
        self._intents = intents_of(bare, locale)
        self._denial = _any_of(spoken(bare, bare["guard"]["no"]))
        self._consent = _any_of(spoken(bare, bare["guard"]["yes"]))
        self._spotters = {
            slot: Spotter(words, spoken(bare, bare["spoilers"][slot] + bare["guard"]["no"]))
            for slot, words in slot_words(bare, locale).items()
        }
        self._intent_with = {
            slot: next(name for name, said in hear["intents"].items() if f"{{{slot}}}" in str(said))
            for slot in self._spotters
        }

    def hear(self, text: str, expects: Expects) -> Heard:
        """Return what was said, on a turn that expects this kind of answer.

        What nothing matches, two intents match, or contradicts itself is the fallback intent.
        """
        said = self._normal(text)
        return self._by_template(said) or self._by_spotting(said, expects) or FALLBACK

    def _normal(self, text: str) -> str:
        """Return the text in small letters, numbers as words, without punctuation."""
        text = re.sub(r"['\u2019]", "", text.lower())
        text = re.sub(r"\b\d{1,3}\b", lambda number: _in_words(int(number[0]), self._locale), text)
        return " ".join(re.sub(r"[\W_]", " ", text).split())

    def _by_template(self, said: str) -> Heard | None:
        """Return the one reading that a whole template gives, or None."""
        readings = [_heard(result) for result in recognize_all(said, self._intents)]
        if not readings or any(other != readings[0] for other in readings):
            return None
        return None if self._contradicts(readings[0].intent, said) else readings[0]

    def _contradicts(self, intent: str, said: str) -> bool:
        """Tell whether a yes holds a no, or a no a yes."""
        return bool(
            (intent in YES_INTENTS and self._denial.search(said))
            or (intent in NO_INTENTS and self._consent.search(said))
        )

    def _by_spotting(self, said: str, expects: Expects) -> Heard | None:
        """Return the value the turn waits for, when exactly one stands in the sentence."""
        spotter = self._spotters.get(expects)
        slot = spotter.spot(said) if spotter else None
        return Heard(self._intent_with[expects], {expects: slot}) if slot else None


class Spotter:
    """Finds the one value of a slot inside a longer sentence."""

    def __init__(self, words: list[tuple[str, Slot]], spoilers: Iterable[str]) -> None:
        spoiling = set(spoilers)
        self._slots = dict(words)
        self._values = _any_of(self._slots.keys() - spoiling)
        self._spoilers = _any_of(spoiling)

    def spot(self, said: str) -> Slot | None:
        """Return the value, or None when there are none or several, or another word changes it."""
        found = [self._slots[phrase] for phrase in self._values.findall(said)]
        different = {slot.id or slot.value for slot in found}
        spoilt = self._spoilers.search(self._values.sub("|", said))
        return found[0] if len(different) == 1 and not spoilt else None


def intents_of(hear: Hear, locale: str) -> Intents:
    """Return the templates as hassil's intents, with the words of every slot."""
    return Intents.from_dict(
        {
            "language": locale,
            "intents": {
                name: {"data": [{"sentences": templates}]}
                for name, templates in hear["intents"].items()
            },
            "lists": {
                slot: {"values": [{"in": phrase, "out": value} for phrase, value in words]}
                for slot, words in slot_words(hear, locale).items()
            },
            "expansion_rules": hear["rules"],
            "skip_words": hear["skip_words"],
        }
    )


def slot_words(hear: Hear, locale: str) -> dict[str, list[tuple[str, Slot]]]:
    """Return, by slot, every phrase that stands for a value, with the value."""
    choices = {
        slot: [
            (phrase, Slot(phrase, value))
            for value, templates in values.items()
            for phrase in spoken(hear, templates)
        ]
        for slot, values in hear["slots"].items()
    }
    numbers = {
        slot: [(_in_words(number, locale), Slot(str(number), "")) for number in allowed]
        for slot, allowed in NUMBER_SLOTS.items()
    }
    return choices | numbers


def spoken(hear: Hear, templates: Iterable[str]) -> Iterator[str]:
    """Yield every sentence the templates allow, each once, slots left in braces."""
    rules = {name: parse_sentence(body) for name, body in hear["rules"].items()}
    sentences = (
        " ".join(sentence.split())
        for template in templates
        for sentence in sample_sentence(
            parse_sentence(template), expansion_rules=rules, expand_lists=False
        )
    )
    yield from dict.fromkeys(sentences)


def _heard(result: RecognizeResult) -> Heard:
    """Return what hassil recognised in our own words."""
    return Heard(result.intent.name, {slot.name: slot.value for slot in result.entities_list})


def _in_words(number: int, locale: str) -> str:
    """Return a number as it is said, without hyphens."""
    return get_rbnf_engine(locale).format_number(number).text.replace("-", " ")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole phrases, preferring the longest."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?!\S)")


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

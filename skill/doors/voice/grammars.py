"""What may be said on a turn, as a grammar that a speech recogniser listens with.

Owns which sentences of a locale a recogniser listens for, by the kind of answer that the turn
expects. They come from the templates that Alexa's samples and the text matcher are made of, so
what is heard is understood. Questions of one's own and telling more are typed: they have too many
words to be told apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from skill import library
from skill.hearing.opening import LAUNCH, OPENERS
from skill.hearing.phrases import (
    LENGTH,
    NUMBER_SLOTS,
    Heard,
    Slot,
    Templates,
    in_words,
    slot_words,
    spoken,
)

Tree = dict[str, Any]
"""Words that begin a sentence -> the words that go on; "" where a sentence may end."""

LONGEST = 30
"""Of a unit of time: "thirty days" is listened for, "ninety nine minutes" is not."""

WORST = 10
"""The pain beyond which there is none."""

_ANSWERS = ("AMAZON.YesIntent", "AMAZON.NoIntent", "HedgedYesIntent", "HedgedNoIntent")
_ALARMS = ("EmergencyIntent", "SelfHarmIntent")
_STEERS = (
    "UnsureIntent",
    "AMAZON.RepeatIntent",
    "RephraseIntent",
    "SlowerIntent",
    "NormalSpeedIntent",
    "WhyIntent",
    "BackIntent",
    "SkipIntent",
    "AMAZON.StartOverIntent",
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "HowManyLeftIntent",
)
_RESULTS = ("ResultWhoIntent", "ResultHomeIntent", "ResultWhyIntent", "ResultWarnIntent")

INTENTS: Mapping[str, tuple[str, ...]] = {
    "launch": (),
    "yesno": (*_ANSWERS, *_STEERS, *_ALARMS),
    "screen": (*_ANSWERS, "NoneOfTheseIntent", *_STEERS, *_ALARMS),
    "region": ("RegionIntent", *_STEERS, *_ALARMS),
    "duration": ("DurationIntent", *_STEERS, *_ALARMS),
    "age": ("NumberIntent", "AgeIntent", *_STEERS, *_ALARMS),
    "pain": ("PainIntent", "NumberIntent", *_STEERS, *_ALARMS),
    "option": ("OptionIntent", *_STEERS, *_ALARMS),
    "readback": (*_ANSWERS, *_STEERS, *_ALARMS),
    "result": (*_ANSWERS, *_RESULTS, "SendIntent", *_STEERS, *_ALARMS),
}
"""The kind of answer that a turn expects -> what is listened for."""


def grammar(locale: str, kind: str) -> str:
    """Return the grammar of a kind of turn, in the JSpeech Grammar Format."""
    listened = listens(locale)
    sentences = listened.sentences(kind)
    used = sorted({name for said in sentences for name in _slots_in(said)})
    rules = {"public <turn>": sentences} | {f"<{slot}>": listened.slots[slot] for slot in used}
    lines = (f"{name} = {_alternatives(_tree(said))};" for name, said in rules.items())
    return "\n".join([f"#JSGF V1.0 UTF-8 {locale};", f"grammar {kind};", *lines, ""])


class Machine(NamedTuple):
    """The states between words, and the words that lead from one to the next."""

    start: int
    end: int
    words: tuple[tuple[int, int, str], ...]


def machine(locale: str, kind: str) -> Machine:
    """Return a grammar as the smallest machine that takes its sentences and no others.

    A recogniser that reads it has a quarter of the work that it has with the written grammar.
    """
    states: dict[frozenset[tuple[str, int]], int] = {}
    words: list[tuple[int, int, str]] = []
    end = 0

    def state(node: Tree) -> int:
        """Return the state that a node is: nodes with the same sentences left are one."""
        after = {word: state(rest) for word, rest in node.items() if word}
        ways = {(word, at) for word, at in after.items() if at}
        ways |= {(word, end) for word, rest in node.items() if "" in rest}
        known = frozenset(ways)
        if known and known not in states:
            states[known] = len(states) + 1
            words.extend((states[known], to, word) for word, to in sorted(known))
        return states.get(known, end)

    start = state(_tree(said for said, _ in listens(locale).readings(kind)))
    return Machine(start, end, tuple(words))


@cache
def listens(locale: str) -> "Listened":
    """Return what is listened for in a locale, made once."""
    return Listened(locale)


class Listened:
    """The sentences of one locale that a recogniser listens for, and the phrases of its slots."""

    def __init__(self, locale: str) -> None:
        self._hear = hear = library.locale_hears(locale)
        self._name = library.locale_texts(locale)["invocation"]
        self._most: int = hear["speech"]["most"]
        self._never = frozenset(spoken(hear, hear["speech"]["never"]))
        self.asked_back = frozenset(spoken(hear, hear["speech"]["asked_back"]))
        """Sentences that sound like their opposite: they never count at once."""
        self.words = frozenset(" ".join(hear["speech"]["words"]).split())
        """All that is listened for, but for numbers."""
        self._named = self.words.union(" ".join(hear["speech"]["named"]).split())
        numbers = " ".join(in_words(number, locale) for number in range(LONGEST + 1))
        counted = self.words.union(numbers.split())
        allowed: dict[str, frozenset[str] | None] = dict.fromkeys(NUMBER_SLOTS)
        allowed |= {LENGTH: counted, "duration": counted, "option": self._named}
        self.slots = {
            slot: {
                phrase: value
                for phrase, value in _of_words(said, allowed.get(slot, self.words))
                if phrase not in self._never
            }
            for slot, said in slot_words(hear, locale).items()
        }

    def slots_of(self, kind: str) -> dict[str, dict[str, Slot]]:
        """Return slot -> what is listened for on a turn; a pain is a number up to ten."""
        if kind != "pain":
            return self.slots
        grades = {
            said: one for said, one in self.slots["number"].items() if int(one.value) <= WORST
        }
        return {**self.slots, "number": grades}

    def sentences(self, kind: str) -> dict[str, str]:
        """Return the sentences of a turn, slots in braces, each with the intent that it means."""
        if kind == "launch":
            return dict.fromkeys((f"{opener} {self._name}" for opener in OPENERS), LAUNCH)
        return {
            said: intent
            for intent in INTENTS[kind]
            for said in spoken(self._hear, self._hear["intents"][intent])
            if len(said.split()) <= self._most and self._sayable(said) and said not in self._never
        } | {phrase: heard.intent for phrase, heard in self._on_turn(kind).items()}

    def _sayable(self, said: str) -> bool:
        """Tell whether all words of a sentence are listened for, and its slots have phrases."""
        return all(
            self.slots[word.strip("{}")] if word[0] == "{" else word in self.words
            for word in said.split()
        )

    def _on_turn(self, kind: str) -> dict[str, Heard]:
        """Return what a short reply means on this turn alone: a value, or which of the signs."""
        names = {"screen": ("which", "TellIntent", "symptom")}
        turn, intent, slot = names.get(kind, (kind, f"{kind.capitalize()}Intent", kind))
        return {
            phrase: Heard(intent, {slot: Slot(phrase, value)})
            for value, templates in self._hear["turns"].get(turn, {}).items()
            for phrase in spoken(self._hear, templates)
            if self._named.issuperset(phrase.split())
        }

    def readings(self, kind: str) -> Iterator[tuple[str, Heard]]:
        """Yield every sentence of a turn with the words of its slots, and what it means."""
        alone = self._on_turn(kind)
        for said, intent in self.sentences(kind).items():
            if said in alone:
                yield said, alone[said]
            else:
                yield from self._filled(said, intent, kind)

    def holds(self, said: str, kind: str) -> bool:
        """Tell whether a sentence is one of a turn's, and not only the beginning of one."""
        return bool(self._whole(kind).readings(said))

    @cache  # noqa: B019 - there is one for each locale, for good
    def _whole(self, kind: str) -> Templates:
        slots = {slot: list(said.items()) for slot, said in self.slots_of(kind).items()}
        return Templates({"": self.sentences(kind)}, slots)

    def _filled(self, said: str, intent: str, kind: str) -> Iterator[tuple[str, Heard]]:
        names = _slots_in(said)
        for filled in product(*(self.slots_of(kind)[name].items() for name in names)):
            words = {name: phrase for name, (phrase, _) in zip(names, filled, strict=True)}
            slots = {name: value for name, (_, value) in zip(names, filled, strict=True)}
            yield said.format(**words), Heard(intent, slots)


def _of_words(
    said: Iterable[tuple[str, Slot]], words: frozenset[str] | None
) -> Iterator[tuple[str, Slot]]:
    """Yield the phrases that hold these words alone; all of them when any words will do."""
    for phrase, value in said:
        if words is None or words.issuperset(phrase.split()):
            yield phrase, value


def _slots_in(said: str) -> list[str]:
    return [word.strip("{}") for word in said.split() if word[0] == "{"]


def _tree(sentences: Iterable[str]) -> Tree:
    """Return sentences as a tree, so that what begins alike is searched once."""
    root: Tree = {}
    for sentence in sentences:
        node = root
        for word in sentence.split():
            node = node.setdefault(word, {})
        node[""] = {}
    return root


def _alternatives(tree: Tree) -> str:
    """Return a tree as the body of a rule; a slot is a reference to its own rule."""
    return " | ".join(
        f"{word.replace('{', '<').replace('}', '>')}{_rest(after)}"
        for word, after in tree.items()
        if word
    )


def _rest(tree: Tree) -> str:
    """Return what follows a word: nothing, or alternatives that may be left out at an end."""
    after = _alternatives(tree)
    if not after:
        return ""
    return f" [{after}]" if "" in tree else f" ({after})"

"""What counts wherever it stands in a longer sentence.

Owns how an emergency, a wish to die, a symptom, or a plain yes or no with a tail is found, and
what undoes it: a denial, a supposition, something that is over.
"""

from collections.abc import Iterable, Iterator, Mapping

from skill.simulator.phrases import (
    Expects,
    Hear,
    Heard,
    Phrases,
    Slot,
    any_of,
    masked,
    spoken,
)

EMERGENCY, SELF_HARM = "EmergencyIntent", "SelfHarmIntent"
ANSWERED = frozenset({"yesno", "screen", "readback", "result"})
PLACED = frozenset({"launch", "region"})
"""Turns on which a symptom's place is the pain's place; elsewhere "my hand is numb" is not."""

ENOUGH = 0.7
"""The share of words that two questions have in common to be the same."""
SHORT = 3
"""Words up to this length keep their last letter: "gas", "its"."""

Found = tuple[int, int, Slot]
"""A phrase in a sentence: its first word, the word after it, its value."""


class Sentences:
    """Finds in a longer sentence what counts wherever it stands.

    Articles and strengthening words are left out of the sentence and of the phrases, so that
    "pain in my chest" is also found in "this really bad pain in the chest".
    """

    def __init__(self, hear: Hear, words: Mapping[str, list[tuple[str, Slot]]]) -> None:
        free = {name: list(spoken(hear, said)) for name, said in hear["sentences"].items()}
        self._loose = any_of(free["loose"])
        self._idioms = any_of(free["idioms"])
        self._undoing = Undoing(free)
        self._question = any_of(free["question"])
        self._others = any_of(free["others"])
        self._leads = {
            "AMAZON.YesIntent": (any_of(free["yes"]), any_of(free["no_yes"])),
            "AMAZON.NoIntent": (any_of(free["no"]), any_of(free["no_no"])),
        }
        said = spoken(hear, hear["intents"].get(SELF_HARM, ()))
        self._alarms = {
            EMERGENCY: self._phrases(words.get("emergency", ())),
            SELF_HARM: self._phrases((phrase, Slot(phrase, "")) for phrase in said),
        }
        self._symptoms = self._phrases(words.get("symptom", ()))
        self._questions = Questions(hear, words.get("question", ()))
        self._values = {
            slot: Phrases(self._kept(words.get(slot, ()))) for slot in ("duration", "pain")
        } | {"region": self._phrases(words.get("region", ()))}
        self._spoilers = {
            slot: any_of(spoken(hear, hear["spoilers"].get(slot, []))) for slot in self._values
        }

    def _phrases(self, words: Iterable[tuple[str, Slot]]) -> Phrases:
        """Return the phrases without the words that never matter."""
        return Phrases((" ".join(self._loosened(phrase)), slot) for phrase, slot in words)

    def _kept(self, words: Iterable[tuple[str, Slot]]) -> Iterator[tuple[str, Slot]]:
        """Yield the phrases that stay whole; "a day" would become any day."""
        for phrase, slot in words:
            left = self._loosened(phrase)
            if left == phrase.split() or (len(left) > 1 and "bad" not in left):
                yield " ".join(left), slot

    def asks(self, said: str) -> bool:
        """Tell whether a sentence begins as a question."""
        return bool(self._question.match(said))

    def asked(self, said: str) -> Heard | None:
        """Return the question that has the same words, in whatever order, or nearly the same."""
        slot = self._questions.nearest(said) if self.asks(said) else None
        return Heard("AskIntent", {"question": slot}) if slot else None

    def _loosened(self, said: str) -> list[str]:
        """Return the words without those that never matter."""
        return self._loose.sub(" ", said).split()

    def _words(self, said: str) -> list[str]:
        """Return the words of a sentence that matter, a bar for each figure of speech."""
        return self._loosened(self._idioms.sub(" | ", said))

    def alarm(self, said: str) -> Heard | None:
        """Return the emergency in a sentence, or the wish to die, unless it is undone."""
        words = self._words(said)
        for intent, phrases in self._alarms.items():
            for start, end, slot in phrases.within(words):
                if not self._undoing.undone(words, start, end):
                    return Heard(intent, {"emergency": slot} if slot.id else {})
        return None

    def told(self, said: str, expects: Expects) -> Heard | None:
        """Return the symptoms that a sentence tells, at the start with the place and the time.

        A sentence that asks, or denies one of them, tells nothing.
        """
        if self.asks(said) or (expects in ANSWERED and self._only_yes(said)):
            return None
        words = self._words(said)
        found = list(self._symptoms.within(words))
        if any(self._undoing.undone(words, start, end) for start, end, _ in found):
            return None
        symptoms = {slot.id: slot for _, _, slot in found}
        slots = dict(zip(("symptom", "othersymptom"), symptoms.values(), strict=False))
        if expects in PLACED:
            slots |= self._around(masked(words, found).split(), expects, several=bool(found))
        return Heard("TellIntent", slots) if slots.keys() - {"duration", "pain"} else None

    def _only_yes(self, said: str) -> bool:
        """Tell whether a yes comes first and nothing is added to it: "yes, when I look up"."""
        begins, turns = self._leads["AMAZON.YesIntent"]
        lead = begins.match(said)
        return bool(lead and not turns.search(said[lead.end() :])) and not self._undoing.joins(said)

    def _around(self, words: list[str], expects: Expects, *, several: bool) -> dict[str, Slot]:
        """Return the place that is told, and at the start since when and how bad."""
        wanted = ("region", "duration", "pain") if expects == "launch" else ("region",)
        slots = {}
        for name in wanted:
            if slot := self._value(name, words, several=several and name == "region"):
                slots[name] = slot
        return slots

    def _value(self, name: str, words: list[str], *, several: bool) -> Slot | None:
        """Return the one value of a slot in a sentence, or of several the first."""
        found = list(self._values[name].within(words))
        if not found or self._spoilers[name].search(masked(words, found)):
            return None
        kept = [one for one in found if not self._undoing.undone(words, one[0], one[1])]
        different = {slot.id for _, _, slot in kept}
        return kept[0][2] if kept and (several or len(different) == 1) else None

    def answer(self, said: str, expects: Expects) -> Heard | None:
        """Return a plain yes or no that more words follow, when none of them turns it."""
        if expects not in ANSWERED:
            return None
        for intent, (begins, turns) in self._leads.items():
            lead = begins.match(said)
            if lead and not turns.search(said[lead.end() :]):
                return None if expects == "screen" and "No" in intent else Heard(intent, {})
        return None

    def other(self, said: str, expects: Expects) -> Heard | None:
        """Return that somebody else is in pain, when the first turn names them."""
        names = expects == "launch" and self._others.search(said) and not self.asks(said)
        return Heard("ForOtherIntent", {}) if names else None


class Questions:
    """Finds the question that a caller asks in other words, by the words they share."""

    def __init__(self, hear: Hear, words: Iterable[tuple[str, Slot]]) -> None:
        free = hear["sentences"]
        self._same = {word: name for name, others in free["same"].items() for word in others}
        self._idle = frozenset(spoken(hear, free["idle"]))
        self._question = any_of(spoken(hear, free["question"]))
        self._bags: dict[frozenset[str], set[str]] = {}
        for phrase, slot in words:
            self._bags.setdefault(self._bag(phrase), set()).add(slot.id)

    def _bag(self, said: str) -> frozenset[str]:
        """Return the words that tell questions apart, each in one form."""
        return frozenset(
            self._same.get(word, word.removesuffix("s") if len(word) > SHORT else word)
            for word in said.split()
            if word not in self._idle
        )

    def nearest(self, said: str) -> Slot | None:
        """Return the one question that shares enough of the words, or None."""
        bag = self._bag(said)
        if all(self._question.match(word) for word in bag):
            return None
        near = [
            (len(bag & other) / len(bag | other), ids)
            for other, ids in self._bags.items()
            if not bag.isdisjoint(other)
        ]
        best = max((share for share, _ in near), default=0.0)
        found = {one for share, ids in near if share == best for one in ids}
        return Slot(said, found.pop()) if best >= ENOUGH and len(found) == 1 else None


class Undoing:
    """Tells whether a phrase is denied, only supposed, or over."""

    def __init__(self, free: Mapping[str, list[str]]) -> None:
        self._clause = frozenset(free["clause"])
        self._subject = frozenset(free["subject"])
        self._denial = frozenset(free["denial"])
        self._before = any_of(free["before"])
        self._despite = any_of(free["despite"])
        self._after = any_of(free["after"])

    def joins(self, said: str) -> bool:
        """Tell whether a sentence has a word that begins a new clause."""
        return not self._clause.isdisjoint(said.split())

    def undone(self, words: list[str], start: int, end: int) -> bool:
        """Tell whether the words around a phrase take it back."""
        clause = list(self._clause_before(words, start))[::-1]
        before = self._despite.sub(" ", " ".join(clause))
        return (
            bool(self._before.search(before))
            or bool(self._after.search(" ".join(words[end:])))
            or self._denied(before.split())
            or words[end:] in [[word] for word in self._denial]
        )

    def _clause_before(self, words: list[str], start: int) -> Iterator[str]:
        """Yield the words before a phrase, backwards to one that begins a new clause."""
        for word in reversed(words[:start]):
            if word in self._clause:
                return
            yield word

    def _denied(self, clause: list[str]) -> bool:
        """Tell whether a denial stands before a phrase, with nobody speaking anew between."""
        for word in reversed(clause):
            if word in self._denial:
                return True
            if word in self._subject:
                return False
        return False

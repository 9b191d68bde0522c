"""What counts wherever it stands in a longer sentence.

Owns how an emergency, a wish to die, a symptom, or a plain yes or no with a tail is found, and
what undoes it: a denial, a supposition, something that is over.
"""

from collections.abc import Iterable, Iterator, Mapping

from skill.hearing.frames import Frames, Search, placed
from skill.hearing.phrases import (
    Expects,
    Found,
    Hear,
    Heard,
    Phrases,
    Slot,
    any_of,
    masked,
    outermost,
    spoken,
)
from skill.hearing.polarity import ANSWERED, Polarity
from skill.hearing.questions import Questions
from skill.hearing.values import Values

NEAR = 6
"""What makes a phrase supposed or past stands within so many words before it."""
EMERGENCY, SELF_HARM = "EmergencyIntent", "SelfHarmIntent"
ABOUT_RESULT = ("Result", "Send")
"""Intents that mean something after the result alone begin like this."""
PLACED = frozenset({"launch", "region"})
"""Turns on which a symptom's place is the pain's place; elsewhere "my hand is numb" is not."""


class Sentences:
    """Finds in a longer sentence what counts wherever it stands.

    Articles and strengthening words are left out of the sentence and of the phrases, so that
    "pain in my chest" is also found in "this really bad pain in the chest".
    """

    def __init__(
        self,
        hear: Hear,
        words: Mapping[str, list[tuple[str, Slot]]],
        respelling: "Respelling",
        values: Values,
    ) -> None:
        free = {name: list(spoken(hear, said)) for name, said in hear["sentences"].items()}
        self._respelling = respelling
        self._values = values
        self._loose = any_of(free["loose"])
        self._idioms = Search(hear, hear["sentences"]["idioms"], self._respelling)
        self._undoing = Undoing(free)
        self._lasting = frozenset(free["lasting"])
        self._question = any_of(free["question"])
        self._asks_back = Search(hear, hear["sentences"]["asks_back"], respelling)
        self._others = Search(hear, hear["sentences"]["others"], self._respelling)
        self._polarity = Polarity(hear)
        self._yes, self._not_only_yes = any_of(free["yes"]), any_of(free["no_yes"])
        self._alarms = {
            SELF_HARM: self._phrases(
                (phrase, Slot(phrase, ""))
                for phrase in spoken(hear, hear["intents"].get(SELF_HARM, ()))
            ),
            EMERGENCY: self._phrases(words.get("emergency", ())),
        }
        frames = hear["frames"]
        self._alarming = {
            SELF_HARM: Frames(hear, {"": frames["self_harm"]}, self._trimmed),
            EMERGENCY: Frames(hear, frames["emergency"], self._trimmed),
        }
        self._symptoms = self._phrases(words.get("symptom", ()))
        self._telling = Frames(hear, frames["symptom"], self._trimmed)
        self._questions = Questions(hear, words.get("question", ()))
        self._cues = Frames(hear, hear["cues"], self._respelling)
        self._places = Frames(hear, frames["region"], self._trimmed)
        self._no_place = any_of(spoken(hear, hear["spoilers"]["region"]))

    def _trimmed(self, text: str) -> str:
        """Return a text respelled and without the words that never matter, its edges kept."""
        return self._loose.sub(" ", self._respelling(text))

    def _phrases(self, words: Iterable[tuple[str, Slot]]) -> Phrases:
        """Return the phrases without the words that never matter."""
        return Phrases((" ".join(self._loosened(phrase)), slot) for phrase, slot in words)

    def asks(self, said: str) -> bool:
        """Tell whether a sentence begins as a question."""
        return bool(self._question.match(said))

    def asked(self, said: str) -> Heard | None:
        """Return the question whose own words a sentence has that asks."""
        return _question(self._questions.asked(said))

    def nearly_asked(self, said: str) -> Heard | None:
        """Return the question that has nearly the same words, in whatever order."""
        return _question(self._questions.nearest(said) if self.asks(said) else None)

    def result(self, said: str) -> Heard | None:
        """Return what somebody wants to hear of the result."""
        names = (name for name in self._cues.names(said) if name.startswith(ABOUT_RESULT))
        return next((Heard(name, {}) for name in names), None)

    def steers(self, said: str) -> Heard | None:
        """Return the command whose cue stands in a sentence, of two the first in the table."""
        names = (name for name in self._cues.names(said) if not name.startswith(ABOUT_RESULT))
        return next((Heard(name, {}) for name in names), None)

    def _loosened(self, said: str) -> list[str]:
        """Return the words without those that never matter."""
        return self._trimmed(said).split()

    def _words(self, said: str) -> list[str]:
        """Return the words of a sentence that matter, a bar for each figure of speech."""
        said = self._respelling(said)
        for start, end in sorted(self._idioms.found(said), reverse=True):
            said = f"{said[:start]}|{said[end:]}"
        return self._loose.sub(" ", said).split()

    def alarm(self, said: str) -> Heard | None:
        """Return the wish to die in a sentence, or the emergency, unless it is undone."""
        words = self._words(said)
        for intent, phrases in self._alarms.items():
            found = [*phrases.within(words), *placed(self._alarming[intent], " ".join(words))]
            for start, end, slot in sorted(found):
                if not self._undoing.undone(words, start, end, meant=intent == SELF_HARM):
                    return Heard(intent, {"emergency": slot} if slot.id else {})
        return None

    def told(self, said: str, expects: Expects) -> Heard | None:
        """Return the symptoms that a sentence tells, at the start with the place and the time.

        A sentence that asks, or denies one of them, tells nothing.
        """
        if (
            self.asks(said)
            or self._asks_back(said)
            or (expects in ANSWERED and self._only_yes(said))
        ):
            return None
        words = self._words(said)
        phrases = list(self._symptoms.within(words))
        found = outermost([*phrases, *placed(self._telling, " ".join(words))])
        if any(self._takes_back(words, one) for one in found):
            return None
        symptoms = {slot.id: slot for _, _, slot in found}
        slots = dict(zip(("symptom", "othersymptom"), symptoms.values(), strict=False))
        if expects in PLACED:
            slots |= self._around(said, words, expects, found)
        if expects == "region" and slots.keys() == {"region"}:
            return Heard("RegionIntent", slots)
        return Heard("TellIntent", slots) if slots.keys() - {"duration", "pain"} else None

    def _takes_back(self, words: list[str], found: Found) -> bool:
        """Tell whether a symptom is denied or over; some count however long ago they were."""
        start, end, slot = found
        return self._undoing.undone(words, start, len(words) if slot.id in self._lasting else end)

    def _only_yes(self, said: str) -> bool:
        """Tell whether a yes comes first and nothing is added to it: "yes, when I look up"."""
        lead = self._yes.match(said)
        alone = lead and not self._not_only_yes.search(said[lead.end() :])
        return bool(alone) and not self._undoing.joins(said)

    def _around(
        self, said: str, words: list[str], expects: Expects, symptoms: list[Found]
    ) -> dict[str, Slot]:
        """Return the place that is told, and at the start since when and how bad."""
        place = self._place(words, symptoms)
        slots = {"region": place} if place else {}
        return slots | self._values.beside(said) if expects == "launch" else slots

    def _place(self, words: list[str], symptoms: list[Found]) -> Slot | None:
        """Return the one place in a sentence, or of several the first."""
        found = list(placed(self._places, " ".join(words)))
        if not found or self._no_place.search(masked(words, [*found, *symptoms])):
            return None
        kept = [one for one in found if not self._undoing.undone(words, one[0], one[1])]
        different = {slot.id for _, _, slot in kept}
        return kept[0][2] if kept and (symptoms or len(different) == 1) else None

    def answer(self, said: str, expects: Expects) -> Heard | None:
        """Return yes, no or unsure, when the sentence says one of them plainly."""
        return self._polarity.answer(said, expects)

    def other(self, said: str, expects: Expects) -> Heard | None:
        """Return that somebody else is in pain, when the first turn names them."""
        names = expects == "launch" and self._others(said) and not self.asks(said)
        return Heard("ForOtherIntent", {}) if names else None


def _question(slot: Slot | None) -> Heard | None:
    return Heard("AskIntent", {"question": slot}) if slot else None


class Respelling:
    """Writes words as the tables do: "wanna" as "want to", "do not" as "dont"."""

    def __init__(self, hear: Hear) -> None:
        self._as = {
            word: one for one, said in hear["respell"].items() for word in spoken(hear, said)
        }
        self._words = any_of(self._as)

    def __call__(self, text: str) -> str:
        """Return a text, or a part of a template, respelled."""
        return self._words.sub(lambda word: self._as[word[0]], text)


class Undoing:
    """Tells whether a phrase is denied, only supposed, or over."""

    def __init__(self, free: Mapping[str, list[str]]) -> None:
        self._clause = frozenset(free["clause"])
        self._subject = frozenset(free["subject"])
        self._denial = frozenset(free["denial"])
        self._refusals = [[word] for word in free["refusal"]]
        self._before = any_of(free["before"])
        self._despite = any_of(free["despite"])
        self._after = any_of(free["after"])

    def joins(self, said: str) -> bool:
        """Tell whether a sentence has a word that begins a new clause."""
        return not self._clause.isdisjoint(said.split())

    def undone(self, words: list[str], start: int, end: int, *, meant: bool = False) -> bool:
        """Tell whether the words around a phrase take it back.

        What is ``meant`` even when it is supposed, is taken back by a denial alone: "they would be
        better off without me".
        """
        clause = list(self._clause_before(words, start))[::-1]
        before = self._despite.sub(" ", " ".join(clause))
        return (
            (not meant and bool(self._before.search(" ".join(before.split()[-NEAR:]))))
            or bool(self._after.search(" ".join(words[end:])))
            or self._denied(before.split())
            or words[end:] in self._refusals
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

"""The one value that an answer holds: a place, a time, an age, a grade of pain.

Owns how a value is found in a longer answer, and what makes it another one: a correction, a
denial, a second value, a word that changes it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from skill.hearing.frames import Frames, placed
from skill.hearing.phrases import (
    Expects,
    Found,
    Hear,
    Heard,
    Phrases,
    Slot,
    any_of,
    covers,
    masked,
    outermost,
    spoken,
)

PATTERN = "keeps_coming_back"
"""A duration that says more than a time beside it: "on and off for years"."""


class Spotter:
    """Finds the one value of a slot inside a longer sentence."""

    def __init__(
        self, words: Iterable[tuple[str, Slot]], spoilers: Iterable[str], frames: Frames | None
    ) -> None:
        spoiling = set(spoilers)
        self._phrases = Phrases(one for one in words if one[0] not in spoiling)
        self._spoilers = any_of(spoiling)
        self._frames = frames

    def spot(self, said: str) -> Slot | None:
        """Return the value, or None when there are none or several, or another word changes it."""
        words, found = said.split(), self._found(said)
        kept = [one for one in found if not _denied(words, one)]
        denied = [(at - 1, end, slot) for at, end, slot in found if (at, end, slot) not in kept]
        different = {slot.id or slot.value: slot for _, _, slot in kept}
        if PATTERN in different:
            return different[PATTERN]
        if len(different) != 1 or self._spoilers.search(masked(words, [*kept, *denied])):
            return None
        return kept[0][2]

    def _found(self, said: str) -> list[Found]:
        """Return what is found by whole phrases, and by kinds of phrasing that say more."""
        phrases = list(self._phrases.within(said.split()))
        framed = [
            one
            for one in self._framed(said)
            if not phrases or any(covers(one, phrase) for phrase in phrases)
        ]
        return outermost([*phrases, *framed])

    def _framed(self, said: str) -> Iterator[Found]:
        return placed(self._frames, said) if self._frames else iter(())

    def last(self, said: str) -> str:
        """Return a sentence from the last value on; "" when there is none."""
        found = self._found(said)
        return " ".join(said.split()[found[-1][0] :]) if found else ""

    def has(self, said: str) -> bool:
        """Tell whether there is any value, and be it two."""
        return bool(self._found(said))


def _denied(words: list[str], found: Found) -> bool:
    """Tell whether a value is what it is not: "sixty, not sixteen"."""
    return words[max(found[0] - 1, 0) : found[0]] == ["not"]


class Values:
    """Finds the value that a turn waits for, and at the start the time and the pain besides."""

    def __init__(
        self,
        hear: Hear,
        words: Mapping[str, list[tuple[str, Slot]]],
        respelled: Callable[[str], str],
    ) -> None:
        free = hear["sentences"]
        never = hear["guard"]["no"]
        same = {slot: [(respelled(one), value) for one, value in words[slot]] for slot in words}
        spoilers = {
            name: list(spoken(hear, said + never)) for name, said in hear["spoilers"].items()
        }
        self._spotters = {
            slot: Spotter(
                same[slot], spoilers[slot], Frames(hear, hear["frames"].get(slot, {}), respelled)
            )
            for slot in ("region", "duration", "age", "pain")
        }
        times = {name: said for name, said in hear["frames"]["duration"].items() if name != PATTERN}
        self._beside = {
            "duration": Spotter(
                same["duration"], spoilers["duration"], Frames(hear, times, respelled)
            ),
            "pain": Spotter(same["pain"], spoilers["pain"], None),
        }
        self._grades = Spotter(words["number"], spoilers["grade"], None)
        self._scale = any_of(spoken(hear, free["scale"]))
        self._repair = any_of(spoken(hear, free["repair"]))
        self._no = any_of(spoken(hear, ["<no>"]))
        self._asks = any_of(spoken(hear, free["no_value"]))
        self._tails = {
            slot: any_of(spoken(hear, free[f"tail_{slot}"])) for slot in ("age", "duration")
        }

    def answer(self, said: str, expects: Expects) -> Heard | None:
        """Return the value the turn waits for, when exactly one stands in the sentence."""
        spotter = self._spotters.get(expects)
        if not spotter or self._asks.match(said):
            return None
        for part in (*self._repaired(said, spotter), *self._cut(said, expects), said):
            if slot := spotter.spot(part):
                return Heard(f"{expects.capitalize()}Intent", {expects: slot})
        grade = self._grades.spot(self._scale.sub("", said)) if expects == "pain" else None
        return Heard("NumberIntent", {"number": grade}) if grade else None

    def torn(self, said: str, expects: Expects) -> bool:
        """Tell whether a turn's answer holds a value after all: "three days, maybe four"."""
        spotter = self._spotters.get(expects)
        return bool(spotter and spotter.has(said))

    def beside(self, said: str) -> dict[str, Slot]:
        """Return since when and how bad, as far as a sentence tells."""
        return {slot: one for slot in self._beside if (one := self._beside[slot].spot(said))}

    def _repaired(self, said: str, spotter: Spotter) -> list[str]:
        """Return what somebody corrects a value to: what follows the last repair."""
        parts = [part for part in map(str.strip, self._repair.split(said)) if part]
        if self._repair.search(said):
            return [*parts[-1:], spotter.last(parts[-1])] if parts else []
        kept = [part for part in map(str.strip, self._no.split(said)) if spotter.spot(part)]
        return kept[-1:] if len(kept) > 1 else []

    def _cut(self, said: str, expects: Expects) -> list[str]:
        """Return the answer without what ends it: "thirty eight going on eighty"."""
        tail = self._tails.get(expects)
        return [tail.split(said)[0].strip()] if tail else []

"""Values in a sentence: an age, how long, how bad, where, and which of a choice.

Knows what was mentioned and which values are pending; yes and no are for others.
"""

from collections.abc import Mapping
from typing import Any

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.hearing.amounts import Amount, Amounts
from skill.hearing.context import DENIED, STORY, SUPPOSED, Mention
from skill.hearing.sentence import ORDINALS, Asked, Sentence, within

OLDEST = 120
"""The greatest number that is an age, or how bad it is: what is above is neither."""
NO_PLACE = frozenset({DENIED, SUPPOSED, STORY})
GRADES = ("severe", "moderate", "mild", "strong")
"""Of several that are told the first counts."""


MANY = 3
"""So many places that have nothing to do with each other are all of the body."""


class Values:
    """Finds the values in a locale's sentences."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.amounts = Amounts(tables["amounts"])
        self._decades: Mapping[str, int] = tables["amounts"]["decades"]
        self._shifts: Mapping[str, int] = tables["amounts"]["shifts"]
        self._times = {name for name, _ in tables["concepts"] if name.startswith("time.")}
        self._together: dict[frozenset[str], str] = {
            frozenset(parts): name for name, parts in tables["means"]["together"].items()
        }

    def age(self, said: Sentence) -> Act | None:
        """Return the age that is told; months are no years."""
        found = sorted([*self._counted(said), *self._by_decade(said)])
        kept = [
            years
            for place, years in found
            if not said.is_in("no_age", said.words[max(0, place - 2) : place])
        ]
        if not kept:
            return None
        last = said.is_corrected or said.has("turns")
        return acts.age(str(kept[-1 if last else 0]))

    def _counted(self, said: Sentence) -> list[tuple[int, int]]:
        """Return (place, years) of the numbers that may be an age."""
        return [
            (one.start, int(one.number) if one.days < 0 or one.is_years else 0)
            for one in said.amounts(self.amounts)
            if one.number <= OLDEST
        ]

    def _by_decade(self, said: Sentence) -> list[tuple[int, int]]:
        """Return (place, years) of decades: in the late fifties somebody is 58."""
        words = said.words
        return [
            (place, self._decades[word] + self._shifts.get(words[place - 1] if place else "", 0))
            for place, word in enumerate(words)
            if word in self._decades
        ]

    def duration(self, said: Sentence) -> Act | None:
        """Return how long it has hurt, a half of it ("a while"), or that nobody knows."""
        if said.of("sign", "keeps_coming_back"):
            return acts.choose("duration", "keeps_coming_back")
        lengths = self._lengths(said) or self._lengths(said, of_all=True)
        if not lengths and said.is_unsure():
            return acts.UNSURE
        values = [(one.start, str(one.days)) for one in lengths] + self._named_times(said)
        if values:
            ordered = [value for _, value in sorted(values)]
            last = said.is_corrected or said.has("refuses")
            return acts.choose("duration", ordered[-1 if last else 0])
        halves = said.of("half_time")
        return acts.half("duration", halves[0].name) if halves else None

    def _named_times(self, said: Sentence) -> list[tuple[int, str]]:
        """Return (place, value) of times that have a name, where no number counts them."""
        counted = [one for one in said.amounts(self.amounts) if one.unit]
        return [
            (one.start, one.name)
            for one in said.of("time")
            if DENIED not in one.marks
            and not said.is_of_another(one.start)
            and not any(each.start < one.end and one.start < each.end for each in counted)
        ]

    def _lengths(self, said: Sentence, *, of_all: bool = False) -> list[Amount]:
        """Return the lengths of time that tell how long it has hurt, in their order.

        Not those of somebody else, unless they are all that was said.
        """
        words = said.words
        return [
            one
            for one in said.amounts(self.amounts)
            if one.unit
            and (of_all or not said.is_of_another(one.start))
            and not said.is_in("old", words[one.end : one.end + 2])
            and not said.is_in("no_time", words[max(0, one.start - 1) : one.start])
        ]

    def time(self, said: Sentence) -> str:
        """Return the time that is told, by name or as days in digits, or ""."""
        lasted = self.duration(said)
        others = self._lengths(said, of_all=True) and not self._lengths(said)
        return lasted.value if lasted and lasted.name == "choose" and not others else ""

    def pain(self, said: Sentence) -> Act | None:
        """Return how bad it is: a number, or a grade; a mere cry is strong."""
        numbers = [
            one
            for one in said.amounts(self.amounts)
            if not one.unit
            and one.number <= OLDEST
            and not said.is_in("points_after", said.words[max(0, one.start - 1) : one.start])
        ]
        if numbers and not said.of("grade", "moderate"):
            return acts.number(str(int(numbers[-1 if said.has("refuses") else 0].number)))
        grades = self.grades(said)
        for grade in GRADES:
            if grade in grades:
                return acts.choose("pain_level", grade)
        return acts.choose("pain_level", "strong") if said.of("act", "cry") else None

    def grades(self, said: Sentence) -> list[str]:
        """Return the grades that are told and not denied."""
        return [one.name for one in said.of("grade") if DENIED not in one.marks]

    def region(self, said: Sentence) -> Act | None:
        """Return where it hurts, or the half of a place."""
        if place := self.place(said):
            return acts.choose("main_region", place)
        halves = [one for one in said.of("half_place") if one.holds]
        return acts.half("main_region", halves[0].name) if halves else None

    def place(self, said: Sentence) -> str:
        """Return the place that is told: the one, or two that belong together, or ""."""
        places = [one for one in said.of("place") if one.marks.isdisjoint(NO_PLACE)]
        signs = said.of("sign")
        outside = [one for one in places if not any(within(one, sign) for sign in signs)]
        names = list(dict.fromkeys(one.name for one in outside or places[:1]))
        runs = [one for one in signs if one.name == "travels_line" and one.holds]
        along = [one.name for one in places if any(within(one, sign) for sign in runs)]
        for name in along:
            if both := self._together.get(frozenset((*names, name))):
                return both
        backs = [one for one in said.of("half_place", "back") if one.holds]
        if "widespread" in names or len(names) + bool(backs) >= MANY:
            return "widespread"
        if names == ["leg"] and backs:
            names = ["lower_back", "leg"]
        both = self._together.get(frozenset(names))
        both = both or next((one for one in names if one in self._together.values()), "")
        return both or (names[0] if len(names) == 1 else "")

    def option(self, said: Sentence, asked: Asked) -> Act | None:
        """Return the value of the choice that is pending, by name, by number, or by its place."""
        if value := self._chosen(said, asked):
            return acts.choose(acts.OPTION, value.name)
        signs = [one.name for one in said.of("sign") if one.holds and one.name in asked.choice_of]
        named = acts.choose(acts.OPTION, asked.choice_of[signs[0]]) if signs else None
        return self.meant(said, asked) or named

    def meant(self, said: Sentence, asked: Asked) -> Act | None:
        """Return the place or the time that stands for an answer: "my arm" to "the arm or neck"."""
        time, place = self.time(said), self.place(said)
        counted = time.isdecimal() and any(f"time.{one}" in self._times for one in asked.means)
        if counted or (time and time in asked.means):
            return acts.choose("duration", time)
        return acts.choose("main_region", place) if place and place in asked.means else None

    def _chosen(self, said: Sentence, asked: Asked) -> Mention | None:
        """Return the value that names most words; one that is pending before one that is not."""
        if said.of("act", "wait") or said.is_unsure():
            return None
        wanted = [
            one
            for one in said.of("option")
            if DENIED not in one.marks
            and (one.name in asked.values or one.name in ORDINALS or not asked.values)
        ]
        return max(
            wanted, key=lambda one: (one.end - one.start, one.name in asked.values), default=None
        )

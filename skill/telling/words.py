"""Conditions, ratios and answers in the words of a locale, each with the entry it is about."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from skill.telling.flow import PLACE
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import NO, UNSURE, YES, Condition, Knowledge, Label, Level, Step
from skill.wording import Texts

Names = Mapping[str, Mapping[str, str]]
"""Short names of what has no words in a locale, by table of ``names.toml``."""

STRONG, MODERATE, NOTHING = 2.5, 1.5, 1.1
"""Where a ratio is called strong or moderate, and below which it says next to nothing."""

NOT_SURE = "not sure"


class Term(NamedTuple):
    """One thing that was told, as a clause, and the entry it is about."""

    text: str
    anchor: str


class Strength(NamedTuple):
    """How strongly an answer speaks for one side: in words, as a number, and as a shade 0 to 3."""

    text: str
    ratio: float
    shade: int
    against: bool


@cache
def names() -> dict[str, dict[str, str]]:
    """Return the short names of what nobody hears."""
    file = Path(__file__).with_name("names.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def anchor(kind: str, name: str) -> str:
    """Return where an entry stands in a page."""
    return f"{kind}-{name}".replace(" (", "-").replace(")", "")


class Words:
    """The words of a locale for what the medicine names by id."""

    def __init__(self, knowledge: Knowledge, texts: Texts, names: Names) -> None:
        self._knowledge = knowledge
        self._texts = texts
        self._names = names

    def text(self, key: str) -> str:
        """Return a sentence of the locale; what differs from turn to turn is shown as "..."."""
        known = {name: self._texts[name] for name in ("emergency_number", "crisis_line")}
        filled = self._texts[key].format(**known | _open(self._texts[key], known))
        return filled[:1].upper() + filled[1:]

    def clause(self, key: str) -> str:
        """Return a part of a sentence of the locale, beginning as it is written."""
        return self._texts[key]

    def has(self, key: str) -> bool:
        """Return whether the locale has such a text."""
        return key in self._texts

    def name(self, table: str, one: str) -> str:
        """Return the short name of something that has no words in the locale."""
        name = self._names.get(table, {}).get(one) or one.replace("_", " ")
        return name.format(emergency_number=self._texts["emergency_number"])

    def level(self, level: Level) -> str:
        """Return the title of a level, as the locale's card shows it."""
        return self.text(f"level.{level.id}.title")

    def short_level(self, level: Level) -> str:
        """Return the name of a level in two or three words."""
        return self.name("level", level.id)

    def leaning(self, label: Label) -> str:
        """Return the name of a label, with how strongly it is said."""
        name = self.name("label", label.id)
        return f"{name}, {self.name('degree', label.degree)}" if label.degree else name

    def question(self, finding: str) -> str:
        """Return a question as it is asked alone."""
        return self.text(f"question.{finding}.ask")

    def asked(self, step: Step) -> str:
        """Return the question of a step: of its one finding, or of all that it asks together."""
        if len(step.ask) == 1:
            return self.question(step.ask[0])
        return self.text(f"screen.{step.words}.ask")

    def option(self, step: Step, value: str) -> str:
        """Return the name of a value of a choice over several findings."""
        return self.clause(f"screen.{step.words}.value.{value}.name")

    def item(self, finding: str) -> str:
        """Return a finding as briefly as the locale says it."""
        for part in ("note", "ask"):
            if self.has(key := f"question.{finding}.{part}"):
                return self.text(key)
        raise KeyError(finding)

    def value(self, finding: str, value: str) -> str:
        """Return the name of a value of a choice."""
        if finding == "age_band":
            return self._ages((value,))
        return self.clause(f"question.{finding}.value.{value}.name")

    def _ages(self, bands: tuple[str, ...]) -> str:
        """Return which ages bands hold that follow each other."""
        starts = dict(self._knowledge.settings.bands["age_band"])
        least, last = starts[bands[0]], starts[bands[-1]]
        above = [start for start in starts.values() if start > last]
        if not above:
            return f"{least} or older" if least else "any"
        return f"{least} to {min(above) - 1}" if least else f"under {min(above)}"

    def _runs(self, bands: Iterable[str]) -> list[tuple[str, ...]]:
        """Return bands of age, those that follow each other together."""
        order = [band for band, _ in self._knowledge.settings.bands["age_band"]]
        runs: list[tuple[str, ...]] = []
        for band in sorted(bands, key=order.index):
            follows = runs and order.index(runs[-1][-1]) + 1 == order.index(band)
            runs[-1:] = [(*runs[-1], band)] if follows else [*runs[-1:], (band,)]
        return runs

    def terms(self, condition: Condition) -> list[Term]:
        """Return what must have been told for a condition to hold, all of it."""
        return [self._term(finding, values) for finding, values in condition]

    def _term(self, finding: str, values: tuple[str, ...]) -> Term:
        if finding == READ_BACK:
            return Term("what was read back is wrong, even the second time", "read-back")
        known = self._knowledge.findings.get(finding)
        if known is None:
            first = next(one for one in self._knowledge.derived if one.id == finding)
            return Term(self.name("derived", finding), anchor("derived", first.id))
        told = self._choice if known.values else self._yes_no
        return Term(told(finding, values), anchor("finding", finding))

    def _choice(self, finding: str, values: tuple[str, ...]) -> str:
        sure = [one for one in values if one != UNSURE]
        unsure = [NOT_SURE] if UNSURE in values else []
        not_known = ["not known" for _ in unsure]
        if finding == "age_band":
            return f"the age is {_or([self._ages(run) for run in self._runs(sure)] + not_known)}"
        if finding == PLACE and len(values) > 1:
            return f"the place is {_or([self.value(finding, one) for one in sure] + not_known)}"
        if not sure:
            return f"{NOT_SURE} about this question: {self.question(finding)}"
        clauses = [self.clause(f"question.{finding}.value.{one}.clause") for one in sure]
        return _or(clauses + [f"the person is {NOT_SURE}" for _ in unsure])

    def _yes_no(self, finding: str, values: tuple[str, ...]) -> str:
        yes = self.clause(f"question.{finding}.yes")
        said = {YES: yes, UNSURE: f"{NOT_SURE} whether {yes}", NO: self._denial(finding, yes)}
        if set(values) == {YES, UNSURE}:
            return f"{yes}, or {NOT_SURE}"
        return _or([said[one] for one in values])

    def _denial(self, finding: str, yes: str) -> str:
        for part in (NO, "denied"):
            if self.has(key := f"question.{finding}.{part}"):
                return self.clause(key)
        return f"not true that {yes}"


def _open(text: str, known: Mapping[str, str]) -> dict[str, str]:
    return {name: "…" for name in re.findall(r"{(\w+)}", text) if name not in known}


def _or(parts: Iterable[str]) -> str:
    *first, last = parts
    if not first:
        return last
    return f"{', '.join(first)}, or {last}"


def strength(ratio: float, side: str) -> Strength:
    """Return how strongly an answer of this ratio speaks for or against a side."""
    against = ratio < 1
    size = 1 / ratio if against else ratio
    steps = ((STRONG, "strongly", 3), (MODERATE, "moderately", 2), (NOTHING, "slightly", 1))
    for least, word, shade in steps:
        if size >= least - 1e-9:
            return Strength(
                f"{word} {'against' if against else 'for'} {side}", ratio, shade, against
            )
    return Strength("says next to nothing" if size > 1 else "says nothing", ratio, 0, against=False)

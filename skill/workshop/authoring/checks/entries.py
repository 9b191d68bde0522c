"""The entries of the knowledge files: how each is called, what it names, and how to find it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

from skill.dialogue.session import EMERGENCY, RESULT, SELF_CARE
from skill.triage.assessment import TIPS
from skill.triage.interview import READ_BACK
from skill.workshop.authoring.reading import did_you_mean, numbered
from skill.workshop.authoring.schema import FindingEntry, LevelName, Medicine, StepEntry, When

PLACE, AGE, ADULT, TIME = "main_region", "age_band", "adult_18_plus", "duration"
MARKS = (TIPS, READ_BACK, RESULT, SELF_CARE, EMERGENCY)
"""What can be pending or recorded besides findings and screens."""

LEVELS: tuple[str, ...] = get_args(LevelName)
EMERGENCIES = ("emergency", "emergency_ambulance")


class Problem(NamedTuple):
    """What is wrong with an entry of a knowledge file, and what to do."""

    file: str
    entry: str
    wrong: str


class Placed(NamedTuple):
    """An entry of a knowledge file, and how it is called."""

    file: str
    name: str
    content: Any

    def has(self, wrong: str) -> Problem:
        """Return a problem of this entry."""
        return Problem(self.file, self.name, wrong)


def entries_of(medicine: Medicine, *tables: str) -> Iterator[Placed]:
    """Yield every entry of these tables, or of all, in the order of the files."""
    for file, content in medicine:
        for table, inside in content:
            if not tables or table in tables:
                yield from (Placed(file, name, one) for name, one in _named(table, inside))


def _named(table: str, inside: object) -> Iterator[tuple[str, Any]]:
    if isinstance(inside, list):
        names = numbered([one.finding if table == "discriminator" else one.id for one in inside])
        yield from ((f"[[{table}]] {name}", one) for name, one in zip(names, inside, strict=True))
    elif isinstance(inside, dict):
        yield from ((f"[{table}.{name}]", one) for name, one in inside.items())
    else:
        yield f"[{table}]", inside


def findings_of(medicine: Medicine) -> dict[str, FindingEntry]:
    """Return the findings by id."""
    return {one.id: one for one in medicine.findings.finding}


def derived_of(medicine: Medicine) -> set[str]:
    """Return the ids of what follows from other findings."""
    return {one.id for one in medicine.regions.derived}


def labels_of(medicine: Medicine) -> list[str]:
    """Return the ids of the labels, in their order."""
    return [one.id for one in medicine.leaning.label]


def places_of(medicine: Medicine) -> list[str]:
    """Return every place where it can hurt."""
    return [place for one in medicine.findings.finding if one.id == PLACE for place in one.values]


def screens_of(medicine: Medicine) -> list[StepEntry]:
    """Return the steps that ask several findings together."""
    return [step for step in medicine.interview.step if len(step.ask) > 1]


def advice_findings_of(medicine: Medicine) -> list[str]:
    """Return the findings that may be asked just before advice, by name or behind a derived one."""
    items = medicine.self_care.item
    named = {name for item in items for name in (*item.blocked_by, *item.when)}
    behind = {name for one in medicine.regions.derived if one.id in named for name in one.when}
    advice = [one.id for one in medicine.findings.finding if one.advice_safety]
    return [name for name in advice if name in named | behind]


def spelled_out(medicine: Medicine, when: When) -> dict[str, set[str]]:
    """Return a condition with its groups of values spelled out."""
    groups = medicine.regions.group
    return {
        finding: {one for value in values for one in groups.get(finding, {}).get(value, [value])}
        for finding, values in when.items()
    }


def conditions_of(entry: Placed) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (key, finding, values) of an entry's conditions."""
    for key in ("only_if", "when", "unless", "also_when"):
        for finding, values in getattr(entry.content, key, {}).items():
            yield key, finding, values


def findings_named_in(entry: Placed) -> Iterator[tuple[str, str]]:
    """Yield (key, finding) wherever an entry names one."""
    for key in ("ask", "blocked_by", "read_back", "danger_but", "also", "but_at"):
        yield from ((key, finding) for finding in getattr(entry.content, key, []))
    if finding := getattr(entry.content, "finding", ""):
        yield "finding", finding
    yield from ((key, finding) for key, finding, _ in conditions_of(entry))


def hint_for(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return what to do about an unknown name: take the closest that is known, or otherwise."""
    return did_you_mean(name, known) or f" {otherwise}"

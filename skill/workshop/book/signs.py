"""Every sign by itself as a table: a row an answer, a column a place."""

from typing import NamedTuple

from skill.telling.signs import AFTER, NEVER, OPEN, OTHERS, TIPS, Sign, signs
from skill.telling.signs_table import milder_yeses, telling
from skill.triage.knowledge import Condition, Knowledge, Level

MARKS = {AFTER: "→", OPEN: "→", TIPS: "!", NEVER: "!", OTHERS: "○"}
"""How it comes to be asked, where it is not asked of who denies all else -> its mark."""


class Cell(NamedTuple):
    """What an answer reaches in a place, at some ages or, with none named, at all of them."""

    ages: tuple[int, ...]
    level: Level | None
    """None: no more than the place alone."""
    mark: str
    milder: bool


class Row(NamedTuple):
    """An answer in every place."""

    value: str
    after: tuple[Condition, ...]
    """What it is asked after, where it is asked after another answer only."""
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def lost(self) -> list[Level]:
        """Return the levels that it reaches in places where it is never asked."""
        told = (cell for cells in self.cells for cell in cells if cell.mark == MARKS[NEVER])
        return [cell.level for cell in told if cell.level is not None]

    @property
    def milder(self) -> bool:
        """Return whether it is a yes that is milder than a not sure, in any place."""
        return any(cell.milder for cells in self.cells for cell in cells)


class SignTable(NamedTuple):
    """The signs that reach a level by themselves."""

    places: tuple[str, ...]
    """The last is "unsure"."""
    ages: tuple[int, ...]
    alone: dict[str, Level]
    """Place -> what it reaches by itself, where that is more than self-care."""
    findings: list[tuple[str, list[Row]]]

    def lost(self) -> list[tuple[str, Level]]:
        """Return what reaches a level in a place where it is never asked, the most urgent first."""
        most = {name: [level for row in rows for level in row.lost] for name, rows in self.findings}
        found = [(name, max(levels)) for name, levels in most.items() if levels]
        return sorted(found, key=lambda one: one[1], reverse=True)

    def milder(self) -> list[str]:
        """Return the findings whose yes is milder than a not sure."""
        return [name for name, rows in self.findings if any(row.milder for row in rows)]


def sign_table(knowledge: Knowledge) -> SignTable:
    """Return the table of a medicine."""
    found = knowledge.once(signs)
    milder = milder_yeses(found)
    return SignTable(
        places=tuple(dict.fromkeys(one.place for one in found)),
        ages=tuple(dict.fromkeys(one.age for one in found)),
        alone={one.place: one.alone for one in found if one.alone > Level.SELF_CARE},
        findings=[
            (name, [_row(answer, milder) for answer in answers]) for name, answers in telling(found)
        ],
    )


def _row(answer: list[Sign], milder: set[Sign]) -> Row:
    places: dict[str, list[Sign]] = {}
    for one in answer:
        places.setdefault(one.place, []).append(one)
    after = (one.way.after for one in answer if one.reaches and one.way.after)
    return Row(
        value=answer[0].value,
        after=tuple(dict.fromkeys(after)),
        cells=tuple(_cells(here, milder) for here in places.values()),
    )


def _cells(here: list[Sign], milder: set[Sign]) -> tuple[Cell, ...]:
    """Return what a place holds, the ages of the same together."""
    groups: dict[tuple[Level | None, str, bool], list[int]] = {}
    for one in here:
        told = (one.level, MARKS.get(one.way.kind, "")) if one.reaches else (None, "")
        groups.setdefault((*told, one in milder), []).append(one.age)
    return tuple(
        Cell(tuple(ages) if len(ages) < len(here) else (), *told) for told, ages in groups.items()
    )

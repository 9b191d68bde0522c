"""Lays a flow out as boxes, words, pills and lines on a sheet, from the top down.

Owns where things stand, in a width that fits A4 and Letter; the template owns what they look like.
"""

import textwrap
from collections.abc import Iterable
from typing import NamedTuple

from skill.book.flow import LEANING, PLACE, Group, Reach, Stage, reach, stages
from skill.book.words import Words
from skill.triage.knowledge import YES, Condition, Knowledge, Level, Step

WIDTH = 720
MAIN, SIDE = 410, 278
"""Widths of the main line on the left and of the follow-ups on the right."""
SIDE_LEFT = WIDTH - SIDE
BUS = (MAIN + SIDE_LEFT) / 2
"""Where the line runs from which the follow-ups branch off."""
PILL = 80
LINE, PAD, GAP = 13, 6, 14
BULLET = 9
LETTER = 5.5
"""Width of a letter on average, at the size of a row."""


class Text(NamedTuple):
    """A line of words; ``look`` is a class of the style sheet."""

    x: float
    y: float
    words: str
    look: str


class Box(NamedTuple):
    """A rectangle; ``look`` is a class of the style sheet."""

    x: float
    y: float
    width: float
    height: float
    look: str


class Pill(NamedTuple):
    """A level that an answer reaches; ``sure`` when it does so by itself."""

    x: float
    y: float
    level: str
    words: str
    sure: bool


class Line(NamedTuple):
    """A line through points, with an arrow at its end or not."""

    points: tuple[tuple[float, float], ...]
    arrow: bool


class Row(NamedTuple):
    """One sign or answer in a box."""

    text: str
    reach: Reach


class Block(NamedTuple):
    """What a box holds."""

    head: str
    note: str
    rows: tuple[Row, ...]
    look: str


class Picture(NamedTuple):
    """A drawing, and the same in words for those who do not see it."""

    name: str
    title: str
    height: float
    boxes: list[Box]
    texts: list[Text]
    pills: list[Pill]
    lines: list[Line]
    description: str


class Sheet:
    """What has been drawn so far."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.boxes: list[Box] = []
        self.texts: list[Text] = []
        self.pills: list[Pill] = []
        self.lines: list[Line] = []

    def block(self, block: Block, x: float, y: float, width: float) -> float:
        """Draw a block at a place; return where it ends."""
        below = y + PAD
        for line in _wrapped(block.head, width - 2 * PAD, bold=True):
            below = self._line(x, below, line, "head")
        for line in _wrapped(block.note, width - 2 * PAD):
            below = self._line(x, below, line, "note")
        for row in block.rows:
            below = self._row(row, x, below, width)
        self.boxes.append(Box(x, y, width, below + PAD - y, block.look))
        return below + PAD

    def _line(self, x: float, y: float, words: str, look: str) -> float:
        self.texts.append(Text(x + PAD, y + LINE - 3, words, look))
        return y + LINE

    def _row(self, row: Row, x: float, y: float, width: float) -> float:
        pills = _pills(row.reach, both=width == MAIN)
        room = width - 2 * PAD - len(pills) * (PILL + 4) - BULLET
        lines = _wrapped(row.text, room)
        self.texts.append(Text(x + PAD, y + LINE - 3, "•", "row"))
        for number, line in enumerate(lines):
            self.texts.append(Text(x + PAD + BULLET, y + (number + 1) * LINE - 3, line, "row"))
        for place, (level, sure) in enumerate(reversed(pills), 1):
            if level is not None:
                left = x + width - place * (PILL + 4)
                self.pills.append(Pill(left, y, level.id, self.words.short_level(level), sure))
        return y + max(1, len(lines)) * LINE + 3

    def down(self, y: float, to: float) -> None:
        """Draw an arrow down the main line."""
        self.lines.append(Line(((MAIN / 2, y), (MAIN / 2, to)), arrow=True))

    def branch(self, y: float, to: float) -> None:
        """Draw an arrow from the main line to a follow-up."""
        self.lines.append(Line(((MAIN, y), (BUS, y), (BUS, to), (SIDE_LEFT, to)), arrow=True))


def _pills(reached: Reach, *, both: bool) -> list[tuple[Level | None, bool]]:
    """Return (level, whether by itself) of the pills of a row; a narrow box has room for one."""
    if reached.most is None:
        return []
    if not both:
        return [(reached.most, reached.alone == reached.most)]
    higher = None if reached.alone == reached.most else reached.most
    return [(reached.alone, True), (higher, False)]


def _wrapped(text: str, width: float, *, bold: bool = False) -> list[str]:
    return textwrap.wrap(text, int(width / (LETTER * (1.08 if bold else 1))))


class Drawing:
    """Draws the flow of a place, or of everyone before the place is known."""

    def __init__(self, knowledge: Knowledge, words: Words, place: str = "") -> None:
        self._knowledge = knowledge
        self._words = words
        self._place = place
        self._sheet = Sheet(words)

    def picture(self) -> Picture:
        """Return the finished picture."""
        blocks = [(self._main(one), self._sides(one)) for one in stages(self._knowledge, self._place)]
        if self._place:
            blocks = [(self._start(), []), *blocks, *self._end(asks=bool(blocks))]
        y = 2.0
        for number, (main, sides) in enumerate(blocks):
            end = self._stage(main, sides, y)
            if number + 1 < len(blocks):
                self._sheet.down(self._main_end(y), end + GAP)
            y = end + GAP
        sheet = self._sheet
        return Picture(
            name=self._place or "everyone",
            title=self._title(),
            height=y,
            boxes=sheet.boxes,
            texts=sheet.texts,
            pills=sheet.pills,
            lines=sheet.lines,
            description=_described(blocks, self._words),
        )

    def _main_end(self, y: float) -> float:
        """Return where the main box that begins at a height ends."""
        return next(one.y + one.height for one in self._sheet.boxes if one.x == 0 and one.y == y)

    def _stage(self, main: Block, sides: list[Block], y: float) -> float:
        """Draw a stage; return where the lower of its columns ends."""
        end = self._sheet.block(main, 0, y, MAIN)
        side_end = y
        for number, side in enumerate(sides):
            top = side_end + (GAP / 2 if number else 0)
            self._sheet.branch(y + 2 * PAD, top + 2 * PAD)
            side_end = self._sheet.block(side, SIDE_LEFT, top, SIDE)
        return max(end, side_end)

    def _title(self) -> str:
        if not self._place:
            return "Asked of everyone, before the place is known"
        name = self._words.value(PLACE, self._place)
        return f"When the pain is mainly in {name}" if name.startswith("your") else f"When the pain is {name}"

    def _start(self) -> Block:
        clause = self._words.clause(f"question.{PLACE}.value.{self._place}.clause")
        head = f"The questions asked of everyone, and then: {clause}"
        return Block(head, "", (), "mark")

    def _main(self, stage: Stage) -> Block:
        if stage.step.id == LEANING:
            most = self._knowledge.settings.most_asked
            note = f"At most {most}: each time the one that can still change most, and only if it fits."
            return Block("Nerve or muscle?", note, self._rows(stage.step, ()), "leaning")
        only = self._condition(stage.when)
        return Block(self._head(stage.step), only, self._rows(stage.step, stage.when), "step")

    def _head(self, step: Step) -> str:
        if len(step.ask) > 1:
            stem = self._words.text(f"screen.{step.id}.stem")
            return f"{stem} … {self._words.text(f'screen.{step.id}.close')}"
        return self._words.question(step.ask[0])

    def _condition(self, when: Condition) -> str:
        return "; ".join(one.text for one in self._words.terms(when)).join(("Only if: ", "")) if when else ""

    def _rows(self, step: Step, given: Condition) -> tuple[Row, ...]:
        finding = self._knowledge.findings[step.ask[0]]
        if len(step.ask) > 1 or not finding.values:
            return tuple(self._row(name, given, alone=len(step.ask) == 1) for name in step.ask)
        return tuple(
            Row(self._words.value(finding.id, value), self._reach(finding.id, value, given))
            for value in finding.values
        )

    def _row(self, name: str, given: Condition, *, alone: bool = False) -> Row:
        text = "Yes" if alone else self._words.item(name).rstrip(".?")
        if only := self._knowledge.findings[name].only_if:
            text += f" (only if {self._words.terms(only)[0].text})"
        return Row(text, self._reach(name, YES, given))

    def _reach(self, finding: str, value: str, given: Condition) -> Reach:
        return reach(self._knowledge, finding, value, self._place, given)

    def _sides(self, stage: Stage) -> list[Block]:
        return [self._side(group) for group in stage.follow_ups]

    def _side(self, group: Group) -> Block:
        told = "; ".join(one.text for one in self._words.terms(group.when))
        rows = tuple(
            self._asked(name, group.when) for step in group.steps for name in step.ask
        )
        return Block(f"If {told}:", "", rows, "follow-up")

    def _asked(self, name: str, given: Condition) -> Row:
        finding = self._knowledge.findings[name]
        if not finding.values:
            return Row(self._words.question(name), self._reach(name, YES, given))
        if name == PLACE:
            return Row(self._words.question(name).split(":")[0] + "?", Reach(None, None))
        reached = [self._reach(name, value, given).most for value in finding.values]
        most = max((one for one in reached if one is not None), default=None)
        return Row(self._words.question(name).split(":")[0] + "?", Reach(None, most))

    def _end(self, *, asks: bool) -> list[tuple[Block, list[Block]]]:
        """Return what follows the questions: the read-back and the result."""
        day = self._words.short_level(Level.CONSULTATION_24)
        back = Block("What was denied is read back: right?", f"Not when “{day}” or more was reached.", (), "mark")
        levels = tuple(Row(self._words.level(one), Reach(one, one)) for one in reversed(Level))
        head = "The result: the highest level that any answer reached"
        return [(back, []), (Block(head, "", levels, "result"), [self._labels()])]

    def _labels(self) -> Block:
        rows = {
            one.id: Row(self._words.name("label", one.id), Reach(None, one.floor or None))
            for one in self._knowledge.labels
            if all(self._place in values for name, values in one.when if name == PLACE)
        }
        return Block("And, unless it is an emergency, what it sounds like:", "", tuple(rows.values()), "leaning")


def _described(blocks: Iterable[tuple[Block, list[Block]]], words: Words) -> str:
    """Return a picture as sentences, in the order of asking."""
    said = []
    for number, (main, sides) in enumerate(blocks, 1):
        said.append(f"{number}. {_sentences(main, words)}")
        said += [f"Then: {_sentences(side, words)}" for side in sides]
    return " ".join(said)


def _sentences(block: Block, words: Words) -> str:
    rows = "; ".join(
        f"{row.text} ({words.short_level(row.reach.most)})" if row.reach.most is not None else row.text
        for row in block.rows
    )
    return " ".join(filter(None, (block.head, block.note, f"{rows}." if rows else "")))

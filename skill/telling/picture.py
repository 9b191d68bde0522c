"""Lays a flow out as boxes, words, pills and lines on a sheet, from the top down.

Owns where things stand, in a width that fits A4 and Letter; the template owns what they look like.
"""

import textwrap
from collections.abc import Iterable
from typing import NamedTuple

from skill.telling import flow
from skill.telling.flow import LEANING, PLACE, Group, Reach, called_by, reach, stages
from skill.telling.words import Words
from skill.triage.knowledge import NO, UNSURE, YES, Condition, Knowledge, Label, Level, Step

WIDTH = 720
MAIN, SIDE = 410, 278
"""Widths of the main line on the left and of the follow-ups on the right."""
SIDE_LEFT = WIDTH - SIDE
BUS = (MAIN + SIDE_LEFT) / 2
"""Where the line runs from which the follow-ups branch off."""
PILL = 80
LINE, PAD, GAP = 13, 6, 14
BULLET = 9
LETTER = 5.0
"""Width of a letter on average, at the size of a row."""
NOWHERE = Reach(None, None)
AGE = "age_band"
_ANSWERS = ((YES, "Yes"), (NO, "No"))

TALLEST = 880
"""What fits a page of A4 or Letter at full width; more goes on another sheet."""


class Text(NamedTuple):
    """A line of words; ``look`` is a class of the style sheet."""

    x: float
    y: float
    words: str
    look: str
    about: Condition = ()
    """The answers that this row is."""
    when: Condition = ()
    """Of whom it is asked, if it stands in a follow-up."""


class Box(NamedTuple):
    """A rectangle; ``look`` is a class of the style sheet."""

    x: float
    y: float
    width: float
    height: float
    look: str
    about: tuple[str, ...] = ()
    """The findings and the steps that are asked in it."""
    when: Condition = ()
    """Of whom it is asked, if it is a follow-up."""


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
    about: Condition = ()
    inner: bool = False
    """Whether it belongs to the question above it."""


class Block(NamedTuple):
    """What a box holds."""

    head: str
    note: str
    rows: tuple[Row, ...]
    look: str
    about: tuple[str, ...] = ()
    when: Condition = ()


class Stage(NamedTuple):
    """A box of the main line, and beside it those that its answers call for."""

    main: Block
    sides: list[Block]


class Picture(NamedTuple):
    """A sheet of a drawing, and the same in words for those who do not see it."""

    name: str
    title: str
    part: int
    parts: int
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
        self.main_end = 0.0

    def block(self, block: Block, x: float, y: float, width: float) -> float:
        """Draw a block at a place; return where it ends."""
        below, first = y + PAD, len(self.texts)
        for line in _wrapped(block.head, width - 2 * PAD, bold=True):
            below = self._line(x, below, line, "head")
        for line in _wrapped(block.note, width - 2 * PAD):
            below = self._line(x, below, line, "note")
        for row in block.rows:
            below = self._row(row, x, below, width)
        self.texts[first:] = [text._replace(when=block.when) for text in self.texts[first:]]
        height = below + PAD - y
        self.boxes.append(Box(x, y, width, height, block.look, block.about, block.when))
        return below + PAD

    def _line(self, x: float, y: float, words: str, look: str) -> float:
        self.texts.append(Text(x + PAD, y + LINE - 3, words, look))
        return y + LINE

    def _row(self, row: Row, x: float, y: float, width: float) -> float:
        pills = _pills(row.reach, both=width == MAIN)
        left = x + PAD + BULLET * row.inner
        room = x + width - PAD - left - len(pills) * (PILL + 4) - BULLET
        lines = _wrapped(row.text, room)
        self.texts.append(Text(left, y + LINE - 3, "–" if row.inner else "•", "row"))  # noqa: RUF001 - a dash
        for number, line in enumerate(lines):
            top = y + (number + 1) * LINE - 3
            self.texts.append(Text(left + BULLET, top, line, "row", row.about))
        for place, (level, sure) in enumerate(reversed(pills), 1):
            if level is not None:
                begin = x + width - place * (PILL + 4)
                self.pills.append(Pill(begin, y, level.id, self.words.short_level(level), sure))
        return y + max(1, len(lines)) * LINE + 3

    def stages(self, rows: Iterable[Stage]) -> float:
        """Draw stages from the top down, joined by arrows; return where they end."""
        y = 2.0
        for row in rows:
            if self.main_end:
                self.down(y)
            self.main_end = self.block(row.main, 0, y, MAIN)
            y = max(self.main_end, self._branches(row.sides, y)) + GAP
        return y

    def _branches(self, sides: Iterable[Block], y: float) -> float:
        """Draw the follow-ups of a stage below each other; return where they end."""
        top = y
        for side in sides:
            self.branch(y + 2 * PAD, top + 2 * PAD)
            top = self.block(side, SIDE_LEFT, top, SIDE) + GAP / 2
        return top - GAP / 2

    def down(self, to: float) -> None:
        """Draw an arrow down the main line, from its last box."""
        self.lines.append(Line(((MAIN / 2, self.main_end), (MAIN / 2, to)), arrow=True))

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
        self._stages = stages(knowledge, place)

    def sheets(self) -> list[Picture]:
        """Return the finished picture, on as many sheets as it takes."""
        rows = [Stage(self._main(one), self._sides(one)) for one in self._stages]
        if self._place:
            at_once = [self._side(one) for one in called_by(self._knowledge, self._place)]
            rows = [Stage(self._start(), at_once), *rows, *self._end()]
        rows = [part for row in rows for part in _cut(row, self._words)]
        parts = _split(rows, self._words)
        return [self._sheet(part, number, len(parts)) for number, part in enumerate(parts, 1)]

    def _sheet(self, rows: list[Stage], part: int, parts: int) -> Picture:
        sheet = Sheet(self._words)
        y = sheet.stages(rows)
        if part < parts:
            sheet.down(y)
        return Picture(
            name=f"{self._place or 'everyone'}-{part}",
            title=self._title(),
            part=part,
            parts=parts,
            height=y + 2,
            boxes=sheet.boxes,
            texts=sheet.texts,
            pills=sheet.pills,
            lines=sheet.lines,
            description=_described(rows, self._words),
        )

    def _title(self) -> str:
        if not self._place:
            return "Asked of everyone, before the place is known"
        name = self._words.value(PLACE, self._place)
        return (
            f"When the pain is mainly in {name}"
            if name.startswith("your")
            else f"When the pain is {name}"
        )

    def _start(self) -> Block:
        clause = self._words.clause(f"question.{PLACE}.value.{self._place}.clause")
        head = f"The questions asked of everyone, and then: {clause}"
        return Block(head, "", (), "mark")

    def _main(self, stage: flow.Stage) -> Block:
        step = stage.step
        if step.id == LEANING:
            most = self._knowledge.settings.most_asked
            note = f"At most {most} of these, if they fit; first the one that can change most."
            return Block("Nerve or muscle?", note, self._rows(step, ()), "leaning", step.ask)
        only = stage.when
        if len(step.ask) == 1:
            only += self._knowledge.findings[step.ask[0]].only_if
        rows = self._rows(step, stage.when)
        head = self._words.asked(step)
        return Block(head, self._only(only), rows, "step", (step.id, *step.ask))

    def _only(self, when: Condition) -> str:
        return f"Only if {self._told(when)}" if when else ""

    def _told(self, when: Condition) -> str:
        return "; ".join(one.text for one in self._words.terms(when))

    def _rows(self, step: Step, given: Condition) -> tuple[Row, ...]:
        finding = self._knowledge.findings[step.ask[0]]
        if len(step.ask) > 1 and step.choices:
            return tuple(self._option(step, one, given) for one in step.values)
        if len(step.ask) > 1:
            return tuple(self._sign(name, given) for name in step.ask)
        if finding.values:
            return tuple(self._choice(finding.id, one, given) for one in finding.values)
        return tuple(
            Row(said, self._reach(finding.id, one, given), ((finding.id, (one,)),))
            for one, said in _ANSWERS
        )

    def _option(self, step: Step, value: str, given: Condition) -> Row:
        """Return one value of a choice over several findings: what it records decides."""
        told = tuple((name, (said,)) for name, said in step.choices[value])
        reached = [self._reach(name, said, given) for name, said in step.choices[value]]
        return Row(self._words.option(step, value), _highest(reached), told)

    def _choice(self, name: str, value: str, given: Condition) -> Row:
        """Return one value of a choice; age and place only frame what others reach."""
        text = self._words.value(name, value)
        if name == PLACE:
            number = self._knowledge.findings[PLACE].values.index(value) + 2
            return Row(f"{text}: go on with picture {number}", NOWHERE, ((name, (value,)),))
        reached = NOWHERE if name == AGE else self._reach(name, value, given)
        return Row(text, reached, ((name, (value,)),))

    def _sign(self, name: str, given: Condition) -> Row:
        """Return one of several signs."""
        text = self._words.item(name).rstrip(".?")
        if only := self._knowledge.findings[name].only_if:
            text += f" ({self._only(only).lower()})"
        return Row(text, self._reach(name, YES, given), ((name, (YES,)),))

    def _reach(self, finding: str, value: str, given: Condition) -> Reach:
        return reach(self._knowledge, finding, value, self._place, given)

    def _sides(self, stage: flow.Stage) -> list[Block]:
        return [self._side(group) for group in stage.follow_ups]

    def _side(self, group: Group) -> Block:
        rows = tuple(row for step in group.steps for row in self._follow_up(step, group.when))
        about = tuple(name for step in group.steps for name in (step.id, *step.ask))
        return Block("", f"If {self._told(group.when)}:", rows, "follow-up", about, group.when)

    def _follow_up(self, step: Step, given: Condition) -> tuple[Row, ...]:
        """Return the question of a step beside the main line, and its signs below, if several."""
        if len(step.ask) == 1:
            return (self._asked(step.ask[0], given),)
        inner = (row._replace(inner=True) for row in self._rows(step, given))
        return (Row(self._words.asked(step), NOWHERE), *inner)

    def _brief(self, name: str) -> str:
        """Return the question of a choice without the values that it names."""
        return self._words.question(name).split(":")[0].rstrip("?") + "?"

    def _asked(self, name: str, given: Condition) -> Row:
        finding = self._knowledge.findings[name]
        if not finding.values:
            yes = ((name, (YES,)),)
            return Row(self._words.question(name), self._reach(name, YES, given), yes)
        any_value = ((name, (*finding.values, UNSURE)),)
        if name == PLACE:
            return Row(self._brief(name), NOWHERE, any_value)
        most = _highest([self._reach(name, value, given) for value in finding.values]).most
        return Row(self._brief(name), Reach(None, most), any_value)

    def _end(self) -> list[Stage]:
        """Return what follows the questions: the read-back and the result."""
        day = self._words.short_level(Level.CONSULTATION_24)
        note = f"Not when “{day}” or more was reached."
        back = Block("What was denied is read back: is that right?", note, (), "mark")
        levels = tuple(Row(self._words.level(one), Reach(one, one)) for one in reversed(Level))
        result = Block(
            "The result: the highest level that any answer reached", "", levels, "result"
        )
        return [Stage(back, []), Stage(result, [self._labels()])]

    def _labels(self) -> Block:
        """Return what it may sound like at the place."""
        ids = dict.fromkeys(one.id for one in self._knowledge.labels if self._may(one))
        rows = tuple(Row(self._words.name("label", one), NOWHERE) for one in ids)
        return Block("", "And, if not an emergency, what it sounds like:", rows, "leaning")

    def _may(self, label: Label) -> bool:
        """Return whether a label can be reached by what is asked at the place."""
        derived = {one.id for one in self._knowledge.derived}
        asked = _asked_in(self._stages) | _asked_in(stages(self._knowledge)) | derived
        return all(
            self._place in values if name == PLACE else name in asked for name, values in label.when
        )


def _highest(reached: Iterable[Reach]) -> Reach:
    """Return the highest levels that any of several answers reaches."""
    alone, most = zip(*reached, strict=True)
    return Reach(
        max((one for one in alone if one is not None), default=None),
        max((one for one in most if one is not None), default=None),
    )


def _asked_in(line: Iterable[flow.Stage]) -> set[str]:
    """Return every finding that some stage or follow-up asks."""
    steps = [step for one in line for step in (one.step, *_steps(one.follow_ups))]
    return {name for step in steps for name in step.ask}


def _steps(groups: Iterable[Group]) -> list[Step]:
    return [step for group in groups for step in group.steps]


def _cut(row: Stage, words: Words) -> list[Stage]:
    """Return a stage in parts that fit a page: what follows on it may be longer than that."""
    again = row.main._replace(note="What else follows on it:", rows=())
    parts = [Stage(row.main, [])]
    for side in row.sides:
        longer = parts[-1]._replace(sides=[*parts[-1].sides, side])
        fits = Sheet(words).stages([longer]) <= TALLEST
        parts[-1:] = [longer] if fits else [parts[-1], Stage(again, [side])]
    return parts


def _split(rows: list[Stage], words: Words) -> list[list[Stage]]:
    """Return the stages sheet by sheet, each no taller than a page, and about as tall."""
    heights = [Sheet(words).stages([row]) for row in rows]
    fewest = len(_filled(rows, heights, TALLEST))
    limits = (limit for limit in range(0, TALLEST, 20) if limit >= max(heights))
    parts = (_filled(rows, heights, limit) for limit in limits)
    return next((one for one in parts if len(one) == fewest), _filled(rows, heights, TALLEST))


def _filled(rows: list[Stage], heights: list[float], limit: float) -> list[list[Stage]]:
    """Return the stages sheet by sheet, each filled up to a limit."""
    parts: list[list[Stage]] = []
    left = 0.0
    for row, height in zip(rows, heights, strict=True):
        if not parts or height > left:
            parts.append([])
            left = limit
        parts[-1].append(row)
        left -= height
    return parts


def _described(rows: Iterable[Stage], words: Words) -> str:
    """Return a picture as sentences, in the order of asking."""
    said = []
    for number, row in enumerate(rows, 1):
        said.append(f"{number}. {_sentences(row.main, words)}")
        said += [f"Then: {_sentences(side, words)}" for side in row.sides]
    return " ".join(said)


def _sentences(block: Block, words: Words) -> str:
    """Return what a box holds, with the level that each row reaches."""
    rows = (
        row.text if row.reach.most is None else f"{row.text} ({words.short_level(row.reach.most)})"
        for row in block.rows
    )
    told = "; ".join(rows)
    return " ".join(filter(None, (block.head, block.note, f"{told}." if told else "")))

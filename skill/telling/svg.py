"""Writes a picture as SVG; its looks are classes, for the style sheet of whoever shows it.

With a trail, what an interview has passed is marked: boxes as "passed" or "now", answers as
"told" or "other".
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from skill.telling.picture import Box, Line, Picture, Pill, Text
from skill.triage.knowledge import Answers
from skill.triage.rules import met


class Trail(NamedTuple):
    """How far an interview has come."""

    answers: Answers
    """By finding or step, with what follows from them."""
    now: str = ""
    """The finding or step that is pending."""


NO_TRAIL = Trail({})


def svg(picture: Picture, trail: Trail = NO_TRAIL) -> str:
    """Return a picture as an element of SVG with its name and its description."""
    name = f"picture-{picture.name}"
    size = f'viewBox="-1 0 722 {picture.height:.0f}"'
    named = f'role="img" aria-labelledby="{name}-name {name}-words"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named}>',
            f'<title id="{name}-name">{_escaped(picture.title)}</title>',
            f'<desc id="{name}-words">{_escaped(picture.description)}</desc>',
            *(part for line in picture.lines for part in _line(line)),
            *(_box(one, trail) for one in picture.boxes),
            *(_text(one, trail) for one in picture.texts),
            *(part for pill in picture.pills for part in _pill(pill)),
            "</svg>",
        )
    )


def is_on(picture: Picture, trail: Trail) -> bool:
    """Return whether what is pending stands in a picture."""
    return any(_passed(box, trail) == "now" for box in picture.boxes)


def _line(line: Line) -> Iterator[str]:
    points = "".join(f"{x:.1f},{y:.1f} " for x, y in line.points)
    yield f'<polyline class="line" points="{points}"/>'
    if line.arrow:
        x, y = line.points[-1]
        head = "l-4 -7h8z" if line.points[-2][0] == x else "l-7 -4v8z"
        yield f'<path class="head" d="M{x:.1f} {y:.1f}{head}"/>'


def _box(box: Box, trail: Trail) -> str:
    looks = " ".join(filter(None, ("box", box.look, _passed(box, trail))))
    size = f'width="{box.width}" height="{box.height:.1f}"'
    return f'<rect class="{looks}" x="{box.x}" y="{box.y:.1f}" {size} rx="5"/>'


def _passed(box: Box, trail: Trail) -> str:
    """Return how a box stands on the trail: pending, passed, or ""."""
    if not met(box.when, trail.answers):
        return ""
    if trail.now in box.about and trail.now:
        return "now"
    return "passed" if any(name in trail.answers for name in box.about) else ""


def _text(text: Text, trail: Trail) -> str:
    looks = " ".join(filter(None, (text.look, _told(text, trail))))
    return f'<text class="{looks}" x="{text.x}" y="{text.y:.1f}">{_escaped(text.words)}</text>'


def _told(text: Text, trail: Trail) -> str:
    """Return whether a row is the answer that was given, another one, or has none yet."""
    if not text.about or not met(text.when, trail.answers):
        return ""
    looks = {None: "", True: "told", False: "other"}
    return looks[met(text.about, trail.answers)]


def _pill(pill: Pill) -> Iterator[str]:
    looks = pill.level if pill.sure else f"{pill.level} unsure"
    place = f'x="{pill.x}" y="{pill.y:.1f}"'
    yield f'<rect class="level {looks}" {place} width="80" height="13" rx="6"/>'
    middle = f'x="{pill.x + 40}" y="{pill.y + 9.7:.1f}"'
    yield f'<text class="on {looks}" {middle}>{_escaped(pill.words)}</text>'


def _escaped(words: str) -> str:
    return escape(words, quote=False)

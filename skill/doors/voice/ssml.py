"""What a piece of SSML says, taken apart for a speaker that has no SSML of its own.

Owns which SSML is taken: what the skill makes, and refused is what Alexa refuses too. Amazon's own
tags colour a voice, which no other voice can; their words are said plainly.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

_AMAZON = "amazon"
_NAMESPACE = "urn:amazon"
_RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "default": 1.0, "fast": 1.25, "x-fast": 1.5}
_LEAST_RATE = 20
"""Per cent; Alexa speaks no slower."""
_STRENGTHS = {
    "none": 0.0,
    "x-weak": 0.0,
    "weak": 0.25,
    "medium": 0.5,
    "strong": 0.7,
    "x-strong": 1.0,
}
_LONGEST_BREAK = 10.0
_PARAGRAPH, _SENTENCE = 0.7, 0.35
_LONGEST = 8000
"""Characters that Alexa takes."""
_PLAIN = frozenset({"speak", "prosody", "p", "s", "emphasis", "w", "lang"})


class SsmlError(Exception):
    """SSML that Alexa would not speak either; the message says what is wrong with it."""


class Piece(NamedTuple):
    """Words to say in one go, then silence."""

    text: str
    rate: float
    pause: float
    """In seconds, after the words."""


def pieces(ssml: str) -> list[Piece]:
    """Return what SSML says, in order; raise SsmlError for what Alexa refuses."""
    return _joined(_said(_root(ssml), 1.0))


def _root(ssml: str) -> Element:
    """Return the parsed SSML; Amazon's prefix needs no declaration, as with Alexa."""
    if len(ssml) > _LONGEST:
        raise SsmlError(f"The SSML is longer than {_LONGEST} characters.")
    if "<!" in ssml:
        raise SsmlError("The SSML holds a declaration or a comment.")
    declared = re.sub(r"^\s*<speak\b", f'<speak xmlns:{_AMAZON}="{_NAMESPACE}"', ssml, count=1)
    try:
        root = fromstring(declared)  # noqa: S314 - no declarations, so no entities to blow up
    except ParseError as error:
        raise SsmlError(f"The SSML is not well formed: {error}.") from None
    if root.tag != "speak":
        raise SsmlError("The SSML has to begin with <speak>.")
    return root


def _said(element: Element, rate: float) -> Iterator[Piece]:
    """Yield the words and silences of an element, without what follows it."""
    tag = element.tag
    if tag == "break":
        yield Piece("", rate, _break(element))
        return
    if tag == "sub":
        yield Piece(element.get("alias", ""), rate, 0)
        return
    if tag not in _PLAIN and not tag.startswith(f"{{{_NAMESPACE}}}"):
        raise SsmlError(f"There is no <{tag}> here.")
    inner = rate * _rate(element) if tag == "prosody" else rate
    yield Piece(element.text or "", inner, 0)
    for child in element:
        yield from _said(child, inner)
        yield Piece(child.tail or "", inner, 0)
    yield Piece("", inner, {"p": _PARAGRAPH, "s": _SENTENCE}.get(tag, 0))


def _break(element: Element) -> float:
    """Return how many seconds a break lasts."""
    time = element.get("time")
    if time is None:
        return _of(_STRENGTHS, element.get("strength", "medium"), "a break's strength")
    form = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s)", time)
    seconds = float(form[1]) / (1000 if form[2] == "ms" else 1) if form else -1.0
    if not 0 <= seconds <= _LONGEST_BREAK:
        raise SsmlError(f'A break lasts up to {_LONGEST_BREAK:g} seconds, not "{time}".')
    return seconds


def _rate(element: Element) -> float:
    """Return how much faster than usual an element is said."""
    rate = element.get("rate", "default")
    form = re.fullmatch(r"(\d{1,3})%", rate)
    if not form:
        return _of(_RATES, rate, "a rate")
    if int(form[1]) < _LEAST_RATE:
        raise SsmlError(f"A rate is {_LEAST_RATE}% at least.")
    return int(form[1]) / 100


def _of(table: dict[str, float], name: str, what: str) -> float:
    if name not in table:
        raise SsmlError(f'"{name}" is not {what}.')
    return table[name]


def _joined(parts: Iterator[Piece]) -> list[Piece]:
    """Return parts as few pieces: words of one rate that no silence divides are said together."""
    joined: list[Piece] = []
    for part in parts:
        last = joined[-1] if joined else Piece("", 1.0, 0)
        together = not part.text.strip() or (not last.pause and last.rate == part.rate)
        if joined and together:
            joined[-1] = Piece(last.text + part.text, last.rate, last.pause + part.pause)
        elif part.text.strip() or part.pause:
            joined.append(part)
    return [one._replace(text=" ".join(one.text.split())) for one in joined]

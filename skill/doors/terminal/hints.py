"""What can be said now, for somebody who types: the answers that fit, and what fits always."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from skill import library
from skill.dialogue import acts
from skill.dialogue.questions import name_of, opened, pending, values_pending
from skill.dialogue.session import load
from skill.dialogue.turns import phrase
from skill.hearing.intents import CHOICES
from skill.hearing.phrases import spoken
from skill.playing.replies import words_for
from skill.saying import expected
from skill.triage.knowledge import YES, Knowledge
from skill.wording import sentence

Json = dict[str, Any]

_ANSWERS = {
    "yesno": ("yes", "no", "unsure"),
    "screen": ("yes", "none", "unsure"),
    "readback": ("yes", "no"),
    "result": ("yes", "no", "result_why", "result_who", "result_warn", "result_send"),
}
"""What a turn expects -> the answers to it, by their names in the locale."""
_ALWAYS = ("repeat", "rephrase", "why", "back", "slower", "over", "stop")


def answers(locale: str, attributes: Json) -> list[str]:
    """Return the answers to what is pending, as they are said; none to a first word."""
    if offered := [say for say, _ in offers(locale, attributes)]:
        return [*offered, *_said(locale, ("unsure",))]
    kind = expected(attributes)
    if kind == "age":
        return [library.locale_texts(locale)["talk.number"]]
    return _said(locale, _ANSWERS.get(kind, ()))


def offers(locale: str, attributes: Json) -> list[tuple[str, str]]:
    """Return what is said, and what it is called, for each value or sign that can be named now."""
    kind = expected(attributes)
    if kind not in {"option", "screen"}:
        return [(word, word) for word in choices(locale, kind)]
    named = _named(library.knowledge(), attributes, locale)
    return [(said, name) for said, name in named if said]


def _named(knowledge: Knowledge, attributes: Json, locale: str) -> Iterator[tuple[str, str]]:
    """Yield words and name of the values of a choice, or of the signs once it is asked which."""
    session, texts = load(knowledge, attributes), library.locale_texts(locale)
    if session is None:
        return
    for value in values_pending(knowledge, session):
        said = words_for(acts.choose(session.asking, value), attributes, locale)
        yield said, sentence(name_of(knowledge, session.asking, value), texts)
    for sign in pending(knowledge, session).findings if opened(session) else ():
        said = words_for(acts.tell((sign, YES)), attributes, locale)
        yield said, sentence(phrase(f"question.{sign}.note"), texts)


@cache
def choices(locale: str, kind: str) -> tuple[str, ...]:
    """Return the values that answer this kind of question, each as it is said first."""
    hears = library.locale_hears(locale)
    slots, asking = hears["slots"].get(kind, {}), dict(CHOICES.values()).get(kind, "")
    finding = library.knowledge().findings.get(asking)
    values = [one for one in (finding.values if finding else ()) if one in slots]
    return tuple(next(iter(spoken(hears, slots[value][:1]))) for value in values)


def commands(locale: str) -> list[str]:
    """Return what can be said at any time."""
    return _said(locale, _ALWAYS)


def _said(locale: str, names: tuple[str, ...]) -> list[str]:
    words = library.locale_page(locale)
    return [words[f"says.{name}"] for name in names]

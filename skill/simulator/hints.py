"""What can be said now, for somebody who types: the answers that fit, and what fits always."""

from functools import cache

from skill import library
from skill.simulator.hearing import Expects, spoken

_ANSWERS = {
    "yesno": ("yes", "no", "unsure"),
    "screen": ("yes", "none", "unsure"),
    "readback": ("yes", "no"),
    "result": ("yes", "no", "result_why", "result_who", "result_warn", "result_send"),
}
"""What a turn expects -> the answers to it, by their names in the locale."""
_ALWAYS = ("repeat", "rephrase", "why", "back", "slower", "over", "stop")


def answers(locale: str, kind: Expects) -> list[str]:
    """Return the answers to this kind of question, as they are said; none to a first word."""
    if names := _ANSWERS.get(kind):
        return _said(locale, names)
    if kind == "age":
        return [library.locale_texts(locale)["talk.number"]]
    first = choices(locale, kind)
    return [*first, *_said(locale, ("unsure",))] if first else []


@cache
def choices(locale: str, kind: str) -> tuple[str, ...]:
    """Return the values that answer this kind of question, each as it is said first."""
    hears = library.locale_hears(locale)
    values = hears["slots"].get(kind, {}).values()
    return tuple(next(iter(spoken(hears, templates[:1]))) for templates in values)


def commands(locale: str) -> list[str]:
    """Return what can be said at any time."""
    return _said(locale, _ALWAYS)


def _said(locale: str, names: tuple[str, ...]) -> list[str]:
    words = library.locale_page(locale)
    return [words[f"says.{name}"] for name in names]

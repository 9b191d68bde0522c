"""Reads all that the book shows, and refuses content that is broken or stale."""

from pathlib import Path
from typing import Any, NamedTuple

from skill import library
from skill.hearing.phrases import Hear
from skill.playing.stories import CasesError
from skill.telling.words import Words, names
from skill.triage.knowledge import Knowledge
from skill.wording import Texts
from skill.workshop.authoring.checks import problems
from skill.workshop.authoring.compiling import compile_knowledge, compile_locale
from skill.workshop.authoring.reading import LOCALES, ContentError, read_locale, read_medicine
from skill.workshop.authoring.schema import Medicine
from skill.workshop.book.coverage import Coverage, read_coverage
from skill.workshop.book.entries import Filed, filed_entries


class BookError(Exception):
    """A book that cannot be made; the message says why and what to do."""


class Book(NamedTuple):
    """All that the book shows."""

    locale: str
    medicine: Medicine
    knowledge: Knowledge
    texts: Texts
    hear: Hear
    words: Words
    filed: list[Filed]
    coverage: Coverage | None
    """None: no stories were given."""
    date: str
    """As it was given, or ""; there is no clock in a book."""


def read_book(locale: str, cases: Path | None = None, *, date: str = "") -> Book:
    """Return what the book of a locale shows; raise BookError saying what to do first."""
    try:
        medicine, wording = _content(locale)
        coverage = read_coverage(cases) if cases else None
    except (ContentError, CasesError) as error:
        raise BookError(str(error)) from error
    knowledge, texts = library.knowledge(), library.locale_texts(locale)
    return Book(
        locale=locale,
        medicine=medicine,
        knowledge=knowledge,
        texts=texts,
        hear=wording["hear"],
        words=Words(knowledge, texts, names()),
        filed=filed_entries(medicine, knowledge),
        coverage=coverage,
        date=date,
    )


def _content(locale: str) -> tuple[Medicine, dict[str, Any]]:
    """Return what the authors wrote, if it is right and the compiled content is made from it."""
    if found := problems():
        raise ContentError(found)
    medicine, wording = read_medicine(), read_locale(LOCALES / f"{locale}.toml")
    same_medicine = compile_knowledge(medicine).version == library.knowledge().version
    if not same_medicine or compile_locale(wording) != library.locale_texts(locale):
        raise BookError("The compiled content is stale. Run: python -m skill build")
    return medicine, wording

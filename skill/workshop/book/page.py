"""Fills the templates of the book: one page without anything from elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from math import log
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from skill.dialogue.acts import emergency
from skill.dialogue.results import label_key
from skill.hearing.phrases import spoken
from skill.telling.flow import PLACE
from skill.telling.picture import Drawing
from skill.telling.svg import svg
from skill.telling.words import NOT_SURE, Term, strength
from skill.triage.assessment import QUESTIONS_MOST
from skill.triage.knowledge import UNSURE, Condition, Level, Range, Rule, Step
from skill.triage.rules import doubts, heavy
from skill.workshop.authoring.schema import ANY, Source
from skill.workshop.book.entries import KINDS, Filed
from skill.workshop.book.examples import play, read_examples
from skill.workshop.book.reading import Book
from skill.workshop.book.signs import Row, sign_table

CHAPTERS = {
    "guide": "How to read this book",
    "pictures": "The flow in pictures",
    "questions": "The questions",
    "rules": "The rules",
    "signs": "Every sign by itself",
    "words": "Words that act at once",
    "leaning": "Nerve or muscle",
    "results": "What a result says",
    "home": "Help at home",
    "people": "Whom to see, and what to watch for",
    "answers": "The caller's own questions",
    "sentences": "Everything else that is said",
    "coverage": "What the patient stories reach",
    "sources": "Sources",
    "review": "State of review",
}
"""Name of a chapter's template and anchor -> its title, in order."""

PAPERS = ("A4", "Letter")


class Section(NamedTuple):
    """A part of the questions: steps in their order."""

    anchor: str
    title: str
    steps: list[Filed]


def book_html(book: Book, paper: str = "A4", pages: Mapping[str, int] | None = None) -> str:
    """Return the book as one page of HTML; the same content gives the same bytes.

    ``pages`` says on which page of a print each anchor stands, once that is known.
    """
    environment = Environment(
        loader=PackageLoader("skill.workshop.book"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "Level": Level,
        "strength": strength,
        "span_words": span_words,
        "moved": moved,
        "label_key": label_key,
        "split_url": split_url,
    }
    environment.filters["lower_first"] = lower_first
    return environment.get_template("book.html").render(
        _context(book), paper=paper, pages=pages or {}
    )


def _context(book: Book) -> dict[str, Any]:
    """Return what the templates use besides the book itself."""
    places = book.knowledge.findings[PLACE].values
    return book._asdict() | {
        "chapters": CHAPTERS,
        "entries": partial(_entries, book),
        "kinds": KINDS,
        "entry_named": partial(_entry, book),
        "sections": _sections(book),
        "first_asked": _first_asked(book),
        "records": partial(_records, book),
        "unsure_levels": partial(_unsure_levels, book),
        "heavy": heavy(book.knowledge),
        "tips_questions": QUESTIONS_MOST,
        "rules_of": partial(_rules_of, book),
        "items_of": partial(_items_of, book),
        "sourced": partial(_sourced, book),
        "cited": partial(_cited, book),
        "samples": partial(_samples, book),
        "asked_as": partial(_asked_as, book),
        "pictures": [
            Drawing(book.knowledge, book.words, place).sheets() for place in ("", *places)
        ],
        "svg": svg,
        "signs": sign_table(book.knowledge),
        "sign_afters": sign_afters,
        "answer_name": partial(_answer_name, book),
        "place_name": partial(_answer_name, book, PLACE),
        "examples": [play(book.knowledge, book.texts, one) for one in read_examples()],
    }


def _entries(book: Book, kind: str) -> list[Filed]:
    """Return the entries of a kind."""
    return [one for one in book.filed if one.kind == kind]


def _entry(book: Book, kind: str, name: str) -> Filed:
    """Return an entry by its name."""
    return next(one for one in book.filed if (one.kind, one.name) == (kind, name))


def _sections(book: Book) -> list[Section]:
    """Return the steps by whom they are asked, in the order of asking."""
    steps = _entries(book, "step")
    main = [one for one in steps if not one.known.follow_up]
    first = next(place for place, one in enumerate(main) if PLACE in one.known.ask) + 1
    placed = next(place for place, one in enumerate(main) if PLACE in dict(one.known.when))
    return [
        Section("asked-first", "Asked of everyone, danger first", main[:first]),
        Section("asked-next", "Asked of everyone, after the place", main[first:placed]),
        Section("asked-by-place", "Asked by place, age and time", main[placed:]),
        Section(
            "asked-after",
            "Asked right after an answer that calls for it",
            [one for one in steps if one.known.follow_up],
        ),
    ]


def _first_asked(book: Book) -> dict[str, list[Filed]]:
    """Return the questions that a step is the first to ask, by the step's name.

    Under "leaning" are those that only nerve or muscle asks, under "advice" those that only
    help at home does, under "told" those that nobody asks: they can only be told.
    """
    left = {one.name: one for one in _entries(book, "finding")}
    first: dict[str, list[Filed]] = {}
    for section in _sections(book):
        for step in section.steps:
            first[step.name] = [left.pop(name) for name in step.known.ask if name in left]
    weighed = {one.finding for one in book.knowledge.discriminators}
    first["leaning"] = [left.pop(name) for name in list(left) if name in weighed]
    first["advice"] = [left.pop(name) for name in list(left) if left[name].known.advice_safety]
    first["told"] = list(left.values())
    return first


def _records(book: Book, step: Step, value: str) -> list[Term]:
    """Return what a value of a choice over several findings records."""
    return book.words.terms(tuple((name, (said,)) for name, said in step.choices[value]))


def _unsure_levels(book: Book, finding: str) -> list[Level]:
    """Return the levels that "not sure" of a finding reaches, the most urgent first."""
    own = book.knowledge.findings[finding].unsure
    below = {one.level for one in doubts(book.knowledge) if one.id == f"unsure.{finding}"}
    return sorted(below if own is None else {own}, reverse=True)


def _rules_of(book: Book, finding: str) -> list[Filed]:
    """Return the rules that a finding is part of, the most urgent first."""
    rules = [one for one in _entries(book, "rule") if _names(one.known, finding)]
    return sorted(rules, key=lambda one: -one.known.level)


def _names(rule: Rule, finding: str) -> bool:
    return any(name == finding for name, _ in rule.when)


def _items_of(book: Book, finding: str) -> list[Filed]:
    """Return the items for home that a yes to a finding forbids."""
    return [one for one in _entries(book, "item") if finding in one.known.blocked_by]


def _sourced(book: Book, entry: Filed) -> list[tuple[str, Source]]:
    """Return the sources of an entry: (key, source)."""
    known = book.medicine.sources.source
    return [(key, known[key]) for key in entry.content.sources]


def _cited(book: Book, key: str) -> list[Filed]:
    """Return the entries that name a source."""
    return [one for one in book.filed if key in one.content.sources]


def _samples(book: Book, words: str) -> list[str]:
    """Return what a person may say that acts at once: one sentence of each template."""
    acts = {emergency(kind).value: said for kind, said in book.hear["slots"]["emergency"].items()}
    templates = acts.get(words) or book.hear["intents"]["SelfHarmIntent"]
    return list(_firsts(book, templates))


def _firsts(book: Book, templates: Iterable[str]) -> Iterator[str]:
    """Yield the first sentence of each template."""
    for template in templates:
        yield next(spoken(book.hear, [template]))


def _asked_as(book: Book, answer: str) -> str:
    """Return how a caller asks a question of their own."""
    said = next(_firsts(book, book.hear["slots"]["question"][answer]))
    return f"{said[:1].upper()}{said[1:]}?"


def _answer_name(book: Book, finding: str, value: str) -> str:
    """Return an answer in a few words."""
    if value == UNSURE:
        return NOT_SURE
    if not book.knowledge.findings[finding].values:
        return value
    return book.words.value(finding, value).removeprefix("your ")


def sign_afters(rows: Iterable[Row]) -> list[Condition]:
    """Return what a finding is asked after, each once."""
    return list(dict.fromkeys(after for row in rows for after in row.after))


def span_words(span: Range) -> str:
    """Return a range of a scale, or of the difference of both, in words."""
    least, most = span
    told = [f"{least:g} or more"] if least > -ANY else []
    told += [f"{most:g} or less"] if most < ANY else []
    return ", and ".join(told)


def moved(ratio: float) -> str:
    """Return how far a likelihood ratio moves a scale."""
    return f"{log(ratio) + 0.0:+.2f}" if ratio != 1 else "0"


def split_url(url: str) -> tuple[str, str]:
    """Return the address in a line of a source, or "", and what the line says besides."""
    if url.startswith("doi "):
        return f"https://doi.org/{url.removeprefix('doi ')}", ""
    address, _, rest = url.partition(" ")
    return (address, rest) if address.startswith(("http://", "https://")) else ("", url)


def lower_first(text: str) -> str:
    """Return a sentence's words as they stand within another sentence."""
    return text[:1].lower() + text[1:]

"""The review book: a clinician finds everything in it, and can trust that it is all there."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from skill import library
from skill.__main__ import main
from skill.dialogue.results import label_key
from skill.telling.flow import LEANING, PLACE, Stage, called_by, stages
from skill.telling.picture import AGE, TALLEST, Drawing
from skill.telling.signs import signs
from skill.telling.signs_table import milder_yeses
from skill.telling.words import Words, names, strength
from skill.triage.interview import READ_BACK, next_ask
from skill.triage.knowledge import (
    EACH,
    NO,
    UNSURE,
    YES,
    Answers,
    Condition,
    Knowledge,
    Level,
    Step,
)
from skill.triage.rules import met
from skill.workshop.authoring.reading import read_medicine
from skill.workshop.book.entries import KINDS, reference
from skill.workshop.book.examples import Example, play, read_examples
from skill.workshop.book.page import CHAPTERS, book_html, span_words, split_url
from skill.workshop.book.pdf import NO_BROWSER, browser, pages_of
from skill.workshop.book.reading import Book, BookError, read_book
from skill.workshop.book.signs import sign_table
from skill.workshop.book.writing import write_pdf

ROOT = Path(__file__).parents[1]
STORIES = ROOT / "tests/cases/dev.jsonl"
PLACES = library.knowledge().findings[PLACE].values
VOID = {"meta", "br"}
"""Elements that HTML leaves open; of the pictures' every empty one is closed."""

each_place = pytest.mark.parametrize("place", PLACES)


class Page(HTMLParser):
    """A page taken apart: its ids, its links, the text below each id, and what is wrong."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.texts: dict[str, str] = {}
        self.wrong: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        self.wrong += [f"<{tag}> is never closed" for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is called, leads to and loads."""
        self._note(dict(attrs))
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("id") or ""))

    def handle_startendtag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the same of an element that closes itself."""
        self._note(dict(attrs))

    def _note(self, attrs: dict[str, str | None]) -> None:
        if name := attrs.get("id"):
            self.ids[name] += 1
        if link := attrs.get("href"):
            self.links.append(link)
        self.loaded += [
            attrs[name] or "" for name in ("src", "data", "xlink:href") if name in attrs
        ]

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last; a cell ends a word."""
        self._keep(" " if tag in {"td", "th", "dd", "dt", "li"} else "")
        if not self._open or self._open.pop()[0] != tag:
            self.wrong.append(f"</{tag}> closes something else, at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        """Keep a text under every id that it stands below."""
        if [tag for tag, _ in self._open][-1:] == ["style"]:
            return
        if "&" in data or "<" in data:
            self.wrong.append(f"{data!r} is not escaped")
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        """Keep an escaped character."""
        self._keep({"amp": "&", "lt": "<", "gt": ">", "quot": '"'}[name])

    def handle_charref(self, name: str) -> None:
        """Keep a character that is escaped by its number."""
        self._keep(chr(int(name)))

    def _keep(self, data: str) -> None:
        for _, name in self._open:
            if name:
                self.texts[name] = self.texts.get(name, "") + data

    def text(self, name: str) -> str:
        """Return the text below an id, in one line."""
        return " ".join(self.texts.get(name, "").split())


@pytest.fixture(scope="module")
def book() -> Book:
    """Return all that the book shows, with the stories."""
    return read_book("en-US", STORIES)


@pytest.fixture(scope="module")
def html(book: Book) -> str:
    """Return the book as it is written."""
    return book_html(book)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    """Return the book taken apart."""
    return Page(html)


# --- everything is there ------------------------------------------------------------------------


def everything(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, id, key of what is said) of all that the compiled medicine knows."""
    for finding in knowledge.findings:
        yield "finding", finding, f"question.{finding}.ask"
    for rule in knowledge.rules:
        yield "rule", rule.id, f"level.{rule.level.id}.title"
    for step in knowledge.steps:
        several = len(step.ask) > 1
        asks = f"screen.{step.words}.ask" if several else f"question.{step.ask[0]}.ask"
        yield "step", step.id, asks
    yield from (("label", one.id, label_key(one.id, one.degree)) for one in knowledge.labels)
    for kind, entries, key in (
        ("item", knowledge.items, "self_care.{}.says"),
        ("safety_net", knowledge.safety_net, "safety_net.{}.says"),
        ("professional", knowledge.professionals, "professional.{}.see"),
    ):
        yield from ((kind, one.id, key.format(one.id)) for one in entries)
    for words in knowledge.words:
        yield (
            "words",
            words.id,
            f"crisis.{words.act}.act" if words.act else f"level.{words.level.id}.act",
        )
    yield from (("answer", one, f"answer.{one}.says") for one in knowledge.answers)


def test_everything_the_medicine_knows_is_in_the_book(
    knowledge: Knowledge, book: Book, page: Page
) -> None:
    """Each entry at its own place, with the words that a person hears of it."""
    seen: Counter[tuple[str, str]] = Counter()
    for kind, name, key in everything(knowledge):
        seen[kind, name] += 1
        nth = f"-{seen[kind, name]}" if seen[kind, name] > 1 else ""
        text = page.text(f"{kind}-{name}{nth}")
        assert text, f"{kind} {name} is missing"
        if key in book.texts:
            assert book.words.text(key) in text


def test_every_rule_is_told_with_all_its_conditions(
    knowledge: Knowledge, book: Book, page: Page
) -> None:
    """What must have been told, what is excepted, and what is said besides."""
    for rule in knowledge.rules:
        text = page.text(f"rule-{rule.id}")
        for term in book.words.terms(rule.when + rule.unless):
            assert term.text in text
        assert ("Unless:" in text) == bool(rule.unless)
        assert f"then: {book.words.level(rule.level)}" in text
        assert ("Also said:" in text) == bool(rule.says)


def test_a_needless_rule_says_in_the_book_why_it_stays(page: Page) -> None:
    """A clinician can judge the reason, and no other rule gives one."""
    for rule in read_medicine().red_flags.rule:
        text = page.text(f"rule-{rule.id}")
        assert ("Why it stays:" in text) == bool(rule.stays)
        assert rule.stays in text


def test_every_source_is_in_the_book_with_its_links(page: Page) -> None:
    """Whoever doubts a statement can read where it comes from."""
    for key, source in read_medicine().sources.source.items():
        assert source.title in page.text(f"source-{key}")
        for url in source.urls:
            assert split_url(url)[0] in page.links


def test_every_number_of_the_leaning_is_in_the_book(knowledge: Knowledge, page: Page) -> None:
    """Both ratios of yes and of no, and where each place begins."""
    seen: Counter[str] = Counter()
    for one in knowledge.discriminators:
        seen[one.finding] += 1
        nth = f"-{seen[one.finding]}" if seen[one.finding] > 1 else ""
        numbers = re.findall(
            r"\d+(?:\.\d+)?(?= |$)", page.text(f"discriminator-{one.finding}{nth}")
        )
        told = [f"{each:g}" for pair in zip(one.nerve, one.muscle, strict=True) for each in pair]
        assert numbers[-4:] == told


def test_every_question_names_what_not_knowing_leads_to(
    knowledge: Knowledge, book: Book, page: Page
) -> None:
    """A clinician must see that "not sure" is never taken for no."""
    for one in knowledge.findings.values():
        text = page.text(f"finding-{one.id}")
        if one.unsure is not None:
            assert f"reaches {book.words.short_level(one.unsure)}" in text


def test_every_item_for_home_names_exactly_what_forbids_it(
    knowledge: Knowledge, book: Book, page: Page
) -> None:
    """And nothing else."""
    seen: Counter[str] = Counter()
    for one in knowledge.items:
        seen[one.id] += 1
        nth = f"-{seen[one.id]}" if seen[one.id] > 1 else ""
        told = " ".join(
            term.text for name in one.blocked_by for term in book.words.terms(((name, (YES,)),))
        )
        assert f"Forbidden by {told or 'no answer'} " in page.text(f"item-{one.id}{nth}")


def test_an_entry_is_found_by_its_reference(book: Book, page: Page) -> None:
    """Each has one of its own, which stands at the entry and in the index."""
    assert len({one.reference for one in book.filed}) == len(book.filed)
    for one in book.filed:
        assert one.reference in page.text(one.anchor)
        assert one.reference in page.text("review")


def test_a_reference_stays() -> None:
    """Notes on paper must lead to the same entry after others were added."""
    assert reference("finding", "gate_fever") == "Q-NBBR"
    assert reference("rule", "R07.2") == "R-JVPK"


def test_names_of_the_book_name_something(book: Book) -> None:
    """No name is left behind by an entry that was removed."""
    knowledge = book.knowledge
    known = {
        "level": {level.id for level in Level},
        "mark": {level.id for level in Level},
        "derived": {one.id for one in knowledge.derived},
        "ratio_group": set(knowledge.groups),
        "item": {one.id for one in knowledge.items},
        "item_kind": {one.kind for one in knowledge.items},
        "professional": {one.id for one in knowledge.professionals},
        "label": {one.id for one in knowledge.labels},
        "words": {one.id for one in knowledge.words},
        "kind": set(KINDS),
        "other_cause": {one.id for one in book.medicine.leaning.other_cause},
        "degree": {one.degree for one in knowledge.labels if one.degree},
    }
    for table, named in names().items():
        assert set(named) <= known[table]


def test_a_signed_entry_shows_who_and_when(book: Book) -> None:
    """And is counted."""
    first, *others = book.filed
    content = first.content.model_copy(
        update={"review": "reviewed", "reviewed_by": "a clinician", "reviewed_on": "2020-02-02"}
    )
    signed = Page(book_html(book._replace(filed=[first._replace(content=content), *others])))
    assert "Reviewed by a clinician on 2020-02-02" in signed.text(first.anchor)
    assert f"All {len(book.filed)} 1 {len(book.filed) - 1}" in signed.text("review")


# --- the page is sound --------------------------------------------------------------------------


def test_the_page_is_well_formed(page: Page) -> None:
    """Every element is closed where it should be, and no text is taken for one."""
    assert page.wrong == []


def test_no_text_can_break_the_page(book: Book) -> None:
    """Whatever a translator writes is shown as it is."""
    hostile = "<script>alert('&')</script> \"x\""
    texts = {**book.texts, "answer.q1.says": hostile, "question.gate_fever.note": hostile}
    changed = book._replace(texts=texts, words=Words(book.knowledge, texts, names()))
    page = Page(book_html(changed))
    assert page.wrong == []
    assert hostile in page.text("answer-q1")


def test_no_place_in_the_page_is_named_twice(page: Page) -> None:
    """A link must lead to one place only."""
    assert [name for name, count in page.ids.items() if count > 1] == []


def test_every_link_inside_leads_somewhere(page: Page) -> None:
    """From the contents, the rules, the sources, the stories, the index."""
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert sorted({link for link in inside if link not in page.ids}) == []
    assert set(CHAPTERS) <= set(inside)


def test_the_page_loads_nothing(html: str, page: Page) -> None:
    """No font, no script, no picture from elsewhere: it can be read offline, and tells nobody."""
    assert page.loaded == []
    assert not re.search(r"<script|<link|<iframe|@import|url\(", html)


def test_every_picture_can_be_heard(page: Page, html: str) -> None:
    """Its name and its content in words, for those who do not see it."""
    pictures = re.findall(r'<svg[^>]*role="img"\s+aria-labelledby="(\S+) (\S+)"', html)
    assert len(pictures) == html.count("<svg") > len(PLACES)
    for name, described in pictures:
        assert page.text(name)
        assert page.text(described).startswith("1. ")


def test_every_table_says_what_it_holds(html: str) -> None:
    """Its columns have heads, and a caption names it; the cover's needs none."""
    for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
        assert 'scope="' in table
        assert "<caption" in table or 'class="facts' in table


def test_the_same_content_gives_the_same_file(tmp_path: Path, book: Book) -> None:
    """To the byte, in another process, whatever order sets and dictionaries have there."""
    out = tmp_path / "book.html"
    command = [sys.executable, "-m", "skill", "book", "--out", str(out)]
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert out.read_bytes() == book_html(book._replace(coverage=None)).encode()


def test_a_date_is_shown_only_when_it_is_given(book: Book) -> None:
    """A book has no clock."""
    assert ">Date<" not in book_html(book)
    assert "2 February 2020" in book_html(book._replace(date="2 February 2020"))


# --- every sign by itself -----------------------------------------------------------------------


def test_every_sign_that_reaches_a_level_stands_in_the_table_of_places(
    book: Book, page: Page
) -> None:
    """With the mark of every level that it reaches, and no other sign."""
    found = signs(book.knowledge)
    levels: dict[str, set[str]] = {}
    for one in found:
        if one.reaches:
            levels.setdefault(one.finding, set()).add(book.words.name("mark", one.level.id))
    for name in book.knowledge.findings:
        told = page.text(f"sign-{name}")
        assert bool(told) == (name in levels)
        assert levels.get(name, set()) <= set(re.findall(r"\w+", told))


def with_a_mild_yes(book: Book) -> Book:
    """Return a book in which a yes to a sign of danger is milder than a not sure of it."""
    known = book.knowledge
    urine = known.findings["dark_urine"]._replace(unsure=Level.EMERGENCY_AMBULANCE)
    return book._replace(knowledge=known._replace(findings={**known.findings, urine.id: urine}))


@pytest.mark.parametrize("change", [lambda book: book, with_a_mild_yes], ids=["ours", "mild yes"])
def test_a_sign_that_is_never_asked_where_it_hurts_leaps_to_the_eye(
    book: Book, change: Callable[[Book], Book]
) -> None:
    """A mark in the table, a place in the list above it; the same for a yes that is too mild."""
    changed = change(book)
    page = Page(book_html(changed))
    found = signs(changed.knowledge)
    lost = {one.finding for one in found if one.lost}
    milder = {one.finding for one in milder_yeses(found)}
    assert lost
    assert milder == ({"dark_urine"} if change is with_a_mild_yes else set())
    table = sign_table(changed.knowledge)
    assert {name for name, _ in table.lost()} == lost
    assert set(table.milder()) == milder
    for name in changed.knowledge.findings:
        told = page.text(f"sign-{name}")
        assert ("!" in told) == (name in lost)
        assert ("▼" in told) == (name in milder)


def test_a_medicine_in_which_no_sign_reaches_a_level_has_an_empty_table(book: Book) -> None:
    """Nothing leaps to the eye for no reason."""
    known = book.knowledge
    silent = known._replace(
        rules=(),
        findings={name: one._replace(unsure=None) for name, one in known.findings.items()},
    )
    table = sign_table(silent)
    assert (table.findings, table.lost(), table.milder()) == ([], [], [])


# --- the stories --------------------------------------------------------------------------------


def test_a_rule_names_the_stories_that_fire_it(book: Book, page: Page) -> None:
    """As the real interview plays them."""
    assert book.coverage
    rules = {one.id for one in book.knowledge.rules}
    for story in book.coverage.stories:
        for rule in rules & set(story.outcome.rules):
            assert re.search(rf"fired in [^.]*\b{story.id}\b", page.text(f"rule-{rule}"))
        assert book.words.short_level(story.outcome.level) in page.text(f"story-{story.id}")


def test_a_sign_told_by_a_yes_to_several_counts(book: Book, page: Page) -> None:
    """Nobody asks which sign it was, so that its rule cannot fire."""
    assert book.coverage
    told = [one for one in book.knowledge.rules if book.coverage.of_several(one)]
    assert any(not book.coverage.fired(one.id) for one in told)
    for one in told:
        assert "Told by a yes to signs that are asked together" in page.text(f"rule-{one.id}")


def test_rules_without_a_story_are_listed(book: Book, page: Page) -> None:
    """These are the ones that nothing but reading can check."""
    assert book.coverage
    silent = {one.id for one in book.coverage.unreached(book.knowledge.rules)}
    assert silent
    for rule in book.knowledge.rules:
        assert ("Stories: none." in page.text(f"rule-{rule.id}")) == (rule.id in silent)


def test_without_stories_the_book_says_so(book: Book) -> None:
    """Instead of showing that nothing is reached."""
    page = Page(book_html(book._replace(coverage=None)))
    assert "No patient stories were given" in page.text("coverage")
    assert "Stories:" not in page.text("rules")
    assert page.wrong == []


# --- the pictures -------------------------------------------------------------------------------


def line(knowledge: Knowledge, place: str) -> list[Stage]:
    """Return what the two pictures of a place show together."""
    return stages(knowledge) + stages(knowledge, place)


def drawn_steps(knowledge: Knowledge, place: str) -> list[Step]:
    """Return every step in the two pictures of a place, each follow-up after its stage."""
    beside = [step for group in called_by(knowledge, place) for step in group.steps]
    return beside + [
        step
        for one in line(knowledge, place)
        for step in (one.step, *(step for group in one.follow_ups for step in group.steps))
    ]


def asked(knowledge: Knowledge, told: Answers) -> Iterator[tuple[str, Answers]]:
    """Yield the steps that the real interview asks a person who denies all but what is told.

    Each with the answers, which grow as it goes on.
    """
    answers: Answers = {}
    while ask := next_ask(knowledge, answers):
        if ask.step == READ_BACK:
            return
        yield ask.step, answers
        step = next((one for one in knowledge.steps if one.id == ask.step), None)
        if step and ask.is_screen and not step.choices and told.keys() & ask.findings:
            answers[step.id] = EACH
            continue
        for name in ask.findings:
            answers[name] = told.get(name) or usual(knowledge, name)


def usual(knowledge: Knowledge, name: str) -> str:
    """Return the answer of somebody middling."""
    return {AGE: "25_39", "adult_18_plus": YES}.get(
        name, (knowledge.findings[name].values or (NO, NO))[1]
    )


@each_place
def test_the_picture_asks_nobody_twice(knowledge: Knowledge, place: str) -> None:
    """In the main line, as in an interview: who meets a condition has not met one before it."""
    steps = [one.step for one in stages(knowledge, place)]
    for number, step in enumerate(steps):
        for earlier in (one for one in steps[:number] if set(one.ask) & set(step.ask)):
            whom = {name: set(values) for name, values in earlier.when if name != PLACE}
            mine = {name: set(values) for name, values in step.when}
            assert any(not mine.get(name, values | {""}) <= values for name, values in whom.items())


def test_every_step_stands_in_a_picture(knowledge: Knowledge) -> None:
    """But what follows only from something that nobody is asked."""
    drawn = {step.id for place in PLACES for step in drawn_steps(knowledge, place)}
    asks = {name for step in knowledge.steps for name in step.ask}
    asks |= {one.id for one in knowledge.derived}
    left = {step.id for step in knowledge.steps if dict(step.when).keys() <= asks}
    assert left - drawn == set()


@pytest.mark.parametrize("place", ["", *PLACES])
def test_a_sheet_fits_a_page(book: Book, place: str) -> None:
    """Else its words would be printed smaller than the others'."""
    sheets = Drawing(book.knowledge, book.words, place).sheets()
    assert max(sheet.height for sheet in sheets) <= TALLEST + 2
    assert [sheet.part for sheet in sheets] == list(range(1, len(sheets) + 1))


def test_no_question_has_two_marks(html: str) -> None:
    """A choice is told without the values that it names."""
    assert "??" not in html


@pytest.mark.parametrize("age", ["lt_12", "25_39", "50_55", "56_64", "65_plus", UNSURE])
@each_place
def test_the_picture_shows_the_order_of_asking(knowledge: Knowledge, place: str, age: str) -> None:
    """A person who denies everything is asked the main line, from the top down."""
    main = [one.step for one in line(knowledge, place) if one.step.id != LEANING]
    adult = NO if age == "lt_12" else YES
    heard = list(asked(knowledge, {PLACE: place, AGE: age, "adult_18_plus": adult}))
    answers = heard[-1][1]
    real = [step for step, _ in heard if step in {one.id for one in main}]
    due: list[str] = []
    known: set[str] = set()
    for step in main:
        fits = [name for name in step.ask if met(knowledge.findings[name].only_if, answers)]
        if met(step.when, answers) and not known.issuperset(fits):
            due.append(step.id)
            known.update(fits)
    assert real == due


@each_place
def test_the_picture_shows_whatever_an_answer_calls_for(knowledge: Knowledge, place: str) -> None:
    """A person who tells any one thing is asked nothing that is not drawn."""
    weighed = {name for one in stages(knowledge, place) for name in one.step.ask}
    shown = weighed | {step.id for step in drawn_steps(knowledge, place)}
    for name, finding in knowledge.findings.items():
        for value in finding.values or (YES, UNSURE):
            if name != PLACE:
                heard = asked(knowledge, {PLACE: place, name: value})
                assert {step for step, _ in heard} <= shown


# --- the conversations --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Return the conversations, played."""
    knowledge, texts = library.knowledge(), library.locale_texts("en-US")
    return [play(knowledge, texts, one) for one in read_examples()]


def test_every_level_and_every_leaning_is_heard_once(
    knowledge: Knowledge, examples: list[Example]
) -> None:
    """A clinician must hear each result as a whole."""
    assert {one.result.level for one in examples} == set(Level)
    spoken = {one.result.label.id for one in examples if one.result.decided}
    assert spoken == {one.id for one in knowledge.labels} - {"skin"}


def test_conversations_are_shown_to_their_end(examples: list[Example], page: Page) -> None:
    """From the result to the parting."""
    for one in examples:
        assert one.turns[-1].person == ""
        for turn in one.turns:
            assert turn.skill in page.text("results")


# --- words and numbers --------------------------------------------------------------------------

RATIOS = [
    (4, "strongly for nerve"),
    (2.5, "strongly for nerve"),
    (2.2, "moderately for nerve"),
    (1.5, "moderately for nerve"),
    (1.2, "slightly for nerve"),
    (1.05, "says next to nothing"),
    (1, "says nothing"),
    (0.85, "slightly against nerve"),
    (0.5, "moderately against nerve"),
    (0.4, "strongly against nerve"),
]


@pytest.mark.parametrize(("ratio", "text"), RATIOS)
def test_a_ratio_is_told_in_words(ratio: float, text: str) -> None:
    """The further from one, the stronger."""
    assert strength(ratio, "nerve").text == text


SPANS = [
    ((0.45, 99), "0.45 or more"),
    ((-99, -0.5), "-0.5 or less"),
    ((-0.3, 1.6), "-0.3 or more, and 1.6 or less"),
]


@pytest.mark.parametrize(("span", "text"), SPANS)
def test_a_range_is_told_in_words(span: tuple[float, float], text: str) -> None:
    """With what is included."""
    assert span_words(span) == text


TERMS: list[tuple[Condition, str]] = [
    ((("gate_fever", (YES,)),), "<question.gate_fever.yes>"),
    ((("numb_tingling", (NO,)),), "<question.numb_tingling.no>"),
    ((("gate_fever", (NO,)),), "<question.gate_fever.denied>"),
    ((("pregnant", (NO,)),), "not true that <question.pregnant.yes>"),
    ((("worsening", ("worse",)),), "<question.worsening.value.worse.clause>"),
    ((("limb_weakness", (YES, UNSURE)),), "<question.limb_weakness.yes>, or not sure"),
    ((("pregnant", (UNSURE,)),), "not sure whether <question.pregnant.yes>"),
    ((("age_band", ("56_64", "lt_12")),), "the age is under 12, or 56 to 64"),
    ((("age_band", ("18_24", "25_39", "40_49")),), "the age is 18 to 49"),
    (
        (("age_band", ("50_55", "65_plus", UNSURE)),),
        "the age is 50 to 55, 65 or older, or not known",
    ),
    ((("age_band", ("lt_12", "12_17")),), "the age is under 18"),
    (((PLACE, ("neck",)),), "<question.main_region.value.neck.clause>"),
    (
        ((PLACE, ("neck", "leg")),),
        f"the place is <question.{PLACE}.value.neck.name>, or <question.{PLACE}.value.leg.name>",
    ),
    (
        (("duration", ("gt_6w", UNSURE)),),
        "<question.duration.value.gt_6w.clause>, or the person is not sure",
    ),
    ((("read_back", (NO,)),), "what was read back is wrong, even the second time"),
    ((("nerve_sign", (YES,)),), "there is any sign of a nerve"),
]


@pytest.mark.parametrize(("condition", "text"), TERMS)
def test_a_condition_is_told_in_the_words_of_the_locale(
    book: Book, condition: Condition, text: str
) -> None:
    """As the skill itself would say it back."""
    expected = re.sub(r"<(.*?)>", lambda key: book.texts[key[1]], text)
    assert [term.text for term in book.words.terms(condition)] == [expected]


# --- the command --------------------------------------------------------------------------------


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into a folder that it makes if need be."""
    out = tmp_path / "new" / "book.html"
    assert main(["book", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out == f"wrote {out}\n"


def test_stories_that_cannot_be_played_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the line, and no book is written."""
    bad, out = tmp_path / "bad.jsonl", tmp_path / "book.html"
    bad.write_text("{}\n", encoding="utf-8")
    assert main(["book", "--out", str(out), "--cases", str(bad)]) == 1
    assert "line 1: no patient story" in capsys.readouterr().err
    assert not out.exists()


def test_stale_content_makes_no_book(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A book must show what the skill says, not what it will say after the next build."""
    for path in Path(library.COMPILED).glob("*.json"):
        text = path.read_text(encoding="utf-8").replace("you be pregnant", "you be expecting")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(library, "COMPILED", str(tmp_path))
    library.locale_texts.cache_clear()
    try:
        with pytest.raises(BookError, match=r"stale\. Run: python -m skill build"):
            read_book("en-US")
    finally:
        library.locale_texts.cache_clear()


def test_without_a_chromium_the_page_is_written_and_the_lack_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    out, pdf = tmp_path / "book.html", tmp_path / "book.pdf"
    assert main(["book", "--out", str(out), "--pdf", str(pdf)]) == 1
    assert NO_BROWSER in capsys.readouterr().err
    assert out.exists()
    assert not pdf.exists()


@pytest.mark.skipif(browser() is None, reason="no Chromium is installed, so no PDF can be printed")
def test_the_print_numbers_its_pages(tmp_path: Path, book: Book) -> None:
    """The contents and the index say on which page each chapter and entry stands."""
    pdf = tmp_path / "book.pdf"
    write_pdf(book._replace(coverage=None), pdf, "Letter")
    assert pdf.read_bytes().startswith(b"%PDF-")
    pages = pages_of(pdf)
    chapters = [pages[name] for name in CHAPTERS]
    assert chapters == sorted(set(chapters))
    assert {one.anchor for one in book.filed} <= set(pages)

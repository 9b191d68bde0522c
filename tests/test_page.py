"""The page in a real browser: whole conversations by button, by typing and by voice."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Served, chromium, press, said, serious, settle, type_in, visit
from playwright.sync_api import Browser, BrowserContext, Page, expect

from skill.alexa import build_handler
from skill.simulator.terminal import turn

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

BY_BUTTON = [
    "Start",
    "age 38",
    "None of these",
    "None of these",
    "None of these",
    "lower back",
    "None of these",
    "None of these",
    "None of these",
    "moderate",
    "under two weeks",
    "Yes",
    "No",
    "Yes",
    "Yes",
]
"""A simple spasm; "age 38" is typed, as ages have no buttons."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser for all tests of the module."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """Return the server of the page."""
    server = Served()
    yield server
    server.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser window that knows nothing yet."""
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, served: Served) -> Page:
    """Return the page as it opens."""
    return visit(context, served.address)


def answer(page: Page, word: str) -> None:
    """Answer by the button of a name, or by typing an age."""
    if word.startswith("age "):
        type_in(page, word.removeprefix("age "))
    else:
        press(page, word)


def speaker(*words: str) -> str:
    """Return what a speaker says at the end of these words."""
    handler, attributes, text = build_handler(), dict[str, Any](), ""
    for one in words:
        heard = turn(handler, one, attributes, "en-US")
        attributes, text = heard.attributes, heard.text
    return text


# --- a conversation -----------------------------------------------------------------------------


def test_a_whole_interview_by_buttons(page: Page) -> None:
    """From the start to the result, and out by its last button."""
    for word in BY_BUTTON:
        answer(page, word)
    assert said(page).startswith("Looking after it at home sounds right for now.")
    press(page, "Warning signs")
    assert "These need the emergency room or 911." in said(page)
    press(page, "Stop")
    expect(page.locator("#log")).to_contain_text("The conversation has ended.")
    expect(page.get_by_role("button", name="Start again")).to_be_visible()


def test_a_whole_interview_by_typing(page: Page) -> None:
    """In free words, with the keyboard alone, and with the words of a speaker."""
    words = ["open nerve check", "i'm 44", "none", "neither", "none of those", "it's my neck"]
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to your reply")).to_be_focused()
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    settle(page)
    for one in words[1:]:
        type_in(page, one)
    assert said(page) == speaker(*words)
    for one in ["no", "none of these", "none", "no", "moderate", "three weeks"]:
        type_in(page, one)
    assert page.locator("#log .you").count() == 12


def test_an_emergency(page: Page) -> None:
    """Words that act at once do so on the page."""
    press(page, "Start")
    type_in(page, "I can't breathe")
    assert "call 911 now" in said(page)


def test_go_back_and_a_choice(page: Page) -> None:
    """The question before comes again, and a choice is taken by its button."""
    for word in BY_BUTTON[:6]:
        answer(page, word)
    assert said(page).startswith("With back pain, I check these.")
    press(page, "Go back")
    assert said(page).startswith("Okay, going back. Where is it mainly")
    press(page, "neck")
    assert "neck" in page.locator("#log .you").last.inner_text()
    assert said(page).startswith("With neck pain")


def test_repeat_why_and_in_other_words(page: Page) -> None:
    """What may be said at any time has a button, and the question comes again."""
    press(page, "Start")
    question = "How old is the person with the pain?"
    for word in ("Repeat", "Why do you ask?", "In other words", "Slower"):
        press(page, word)
        assert said(page).endswith("?"), word
    press(page, "Start over")
    assert said(page).endswith(question)


# --- nothing is lost ---------------------------------------------------------------------------


def test_a_reload_loses_nothing(page: Page) -> None:
    """The page holds the session as Alexa would, in this tab."""
    for word in BY_BUTTON[:3]:
        answer(page, word)
    before = page.locator("#log").inner_text()
    page.reload()
    assert page.locator("#log").inner_text() == before
    press(page, "None of these")
    assert said(page) == speaker("open nerve check", "38", "none", "none")


def test_a_server_that_goes_down_and_comes_back_loses_nothing(page: Page, served: Served) -> None:
    """A clear message meanwhile; what was said is sent once the server answers again."""
    for word in BY_BUTTON[:3]:
        answer(page, word)
    before = page.locator("#log .skill").count()
    served.stop()
    press(page, "None of these")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Nerve Check does not answer.")
    expect(alert).to_contain_text("In an emergency, do not wait")
    assert page.locator("#log .skill").count() == before
    expect(page.get_by_role("button", name="Try again")).to_be_focused()
    served.start()
    expect(alert).to_be_hidden()
    assert said(page) == speaker("open nerve check", "38", "none", "none")


def test_a_new_conversation_forgets_the_old_one(page: Page) -> None:
    """Also for a reload."""
    press(page, "Start")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#log .item")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()


# --- for everyone ------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, served: Served, scheme: Any) -> None:  # noqa: ANN401 - playwright's literal
    """Names, roles, contrast: at the opening, at a screen, at a choice and at a result."""
    context = browser.new_context(viewport=WIDE, color_scheme=scheme)  # type: ignore[arg-type]
    page = visit(context, served.address)
    assert serious(page) == []
    for place, word in enumerate(BY_BUTTON, 1):
        answer(page, word)
        if place in {3, 5, len(BY_BUTTON)}:
            assert serious(page) == [], word
    context.close()


def test_nothing_is_cut_off_on_a_phone(browser: Browser, served: Served) -> None:
    """No sideways scrolling, and every button is big enough for a thumb."""
    context = browser.new_context(viewport=PHONE, has_touch=True)  # type: ignore[arg-type]
    page = visit(context, served.address)
    for word in BY_BUTTON[:6]:
        answer(page, word)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], word
        boxes = [one.bounding_box() for one in page.locator("#reply button:visible").all()]
        assert all(box and box["height"] >= 44 for box in boxes), word
    context.close()

"""The page in a real browser: whole conversations by button, by typing and by voice."""

import json
import re
import wave
from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from browsing import FAULTS, Served, chromium, press, said, serious, settle, type_in, until, visit
from callers import words_until
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from skill.doors.alexa import build_handler
from skill.doors.web.speaker import request_for

Json = dict[str, Any]

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

BUTTONS = {"none of these": "None of these", "yes": "Yes", "no": "No", "38": "age 38"}
"""What is said -> its button, where that is written otherwise; an age has none and is typed."""


def by_button(question: str, who: str = "spasm") -> list[str]:
    """Return what is pressed, one after the other, until something is asked of this caller."""
    return ["Start", *(BUTTONS.get(words, words) for words in words_until(question, who))]


STICKING_OUT = """[...stage.querySelectorAll("*")]
    .filter((one) => one.getBoundingClientRect().right > device.getBoundingClientRect().right)
    .map((one) => one.textContent)"""


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


@pytest.fixture(autouse=True)
def no_faults() -> Iterator[None]:
    """Fail a test in which a script of the page failed."""
    FAULTS.clear()
    yield
    assert FAULTS == []


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
    """Answer by the button of a name or of a value, or by typing an age."""
    values = page.locator("#choices button")
    says = [one.get_attribute("data-say") for one in values.all()]
    if word.startswith("age "):
        type_in(page, word.removeprefix("age "))
    elif word in says or (word == "No" and says):
        values.nth(says.index(word) if word in says else len(says) - 1).click()
        settle(page)
    else:
        press(page, word)


def speaker(*words: str) -> str:
    """Return what a speaker says at the end of these words."""
    handler, attributes, ssml = build_handler(), dict[str, Any](), ""
    for one in words:
        answer = handler(request_for(one, attributes, "en-US").envelope, None)
        attributes = answer["sessionAttributes"]
        ssml = answer["response"]["outputSpeech"]["ssml"]
    text: str = unescape(re.sub("<[^>]+>", "", ssml))
    return text


# --- a conversation -----------------------------------------------------------------------------


def test_a_whole_interview_by_buttons(page: Page) -> None:
    """From the start to the result, and out by its last button."""
    for word in by_button("result"):
        answer(page, word)
    assert said(page).startswith("Home care sounds right for now.")
    press(page, "Warning signs")
    assert "These signs need the emergency room or 911" in said(page)
    press(page, "Stop")
    expect(page.locator("#log")).to_contain_text("The conversation has ended.")
    expect(page.get_by_role("button", name="Start again")).to_be_visible()


def test_a_whole_interview_by_typing(page: Page) -> None:
    """In free words, with the keyboard alone, and with the words of a speaker."""
    words = ["open nerve check", "i'm 44", *words_until("main_region")[1:], "it's my neck"]
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to your reply")).to_be_focused()
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    settle(page)
    for one in words[1:]:
        type_in(page, one)
    assert said(page) == speaker(*words)
    more = [*words_until("duration", "neck")[len(words) - 1 :], "three weeks"]
    for one in more:
        type_in(page, one)
    assert page.locator("#log .you").count() == len(words) + len(more)


def test_an_emergency(page: Page) -> None:
    """Words that act at once do so on the page."""
    press(page, "Start")
    type_in(page, "I can't breathe")
    assert "call 911 now" in said(page)
    expect(page.locator("#log .banner")).to_have_text("Call 911 now")
    press(page, "Yes")
    expect(page.locator("#log .banner")).to_have_count(1)


def test_go_back_and_a_choice(page: Page) -> None:
    """The question before comes again, and a choice is taken by its button."""
    for word in [*by_button("main_region"), "lower back"]:
        answer(page, word)
    assert said(page) == speaker("open nerve check", *words_until("main_region"), "lower back")
    press(page, "Go back")
    assert said(page) == "Okay, going back. Where does it hurt most?"
    press(page, "neck")
    assert "neck" in page.locator("#log .you").last.inner_text()
    assert said(page).startswith("What set it off:")


def test_repeat_why_and_in_other_words(page: Page) -> None:
    """What may be said at any time has a button, and the question comes again."""
    press(page, "Start")
    question = "How old is the person in pain?"
    for word in ("Repeat", "Why do you ask?", "In other words", "Slower"):
        press(page, word)
        assert said(page).endswith("?"), word
    press(page, "Start over")
    assert said(page).endswith(question)


# --- by voice -----------------------------------------------------------------------------------

BROWSERS_VOICE = """
  window.saidAloud = [];
  window.answers = [];
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [{ lang: "en-US", name: "stand-in" }],
    speak: (one) => { saidAloud.push([one.text, one.rate]); setTimeout(() => one.onend(), 5); },
    cancel: () => {},
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.SpeechRecognition = class {
    start() {
      const transcript = answers.shift();
      if (transcript === undefined) return;
      setTimeout(() => transcript.error ? this.onerror(transcript)
        : this.onresult({ results: [[{ transcript }]] }), 5);
    }
    abort() { this.onend?.(); }
  };
"""
"""A stand-in for the speech of a browser that has it: it says nothing and hears what it is told."""

BY_VOICE = words_until("main_region")


def no_voice(route: Route) -> None:
    """Answer as a server without the extra for speech."""
    route.fulfill(status=404, json={"error": "not found"})


def with_voice(context: BrowserContext, served: Served, answers: list[Any]) -> Page:
    """Open the page in a browser that speaks, and that hears these answers."""
    context.add_init_script(BROWSERS_VOICE)
    page = visit(context, served.address)
    page.evaluate("(answers) => window.answers.push(...answers)", answers)
    page.get_by_role("button", name="Speak and listen").click()
    return page


def test_a_conversation_by_the_browsers_own_voice(context: BrowserContext, served: Served) -> None:
    """It says each turn, shows what it heard, and goes on by itself."""
    page = with_voice(context, served, [*BY_VOICE, "my lower back"])
    press(page, "Start")
    expect(page.locator("#log .you")).to_have_count(1 + len(BY_VOICE) + 1)
    expect(page.locator("#log .you").last).to_contain_text("You, as heard")
    assert said(page) == speaker("open nerve check", *BY_VOICE, "my lower back")
    expect(page.locator("#voice-status")).to_have_text("Listening…")
    aloud = page.evaluate("saidAloud.map(([text]) => text)")
    assert (
        "With this pain, have you passed out, become confused, or been too dizzy to stand?" in aloud
    )
    assert said(page).endswith(aloud[-1])


def test_slower_is_audible(context: BrowserContext, served: Served) -> None:
    """The voice slows down with the skill."""
    page = with_voice(context, served, ["slower"])
    press(page, "Start")
    expect(page.locator("#log .skill").last).to_contain_text("Okay, I'll go slower.")
    until(page, "saidAloud.length > 1")
    rates = page.evaluate("saidAloud.map(([, rate]) => rate)")
    assert (rates[0], rates[-1]) == (1, 0.75)


def test_silence_prompts_again_and_then_leaves_it(context: BrowserContext, served: Served) -> None:
    """As a speaker would: the short question once, then no more."""
    silence = {"error": "no-speech"}
    page = with_voice(context, served, [silence, silence])
    press(page, "Start")
    expect(page.locator("#voice-status")).to_contain_text("Nothing was heard.")
    assert page.evaluate("saidAloud.length") == 2
    assert page.evaluate("saidAloud[1][0]") == "How old? Just a number."
    page.evaluate("answers.push('38')")
    page.get_by_role("button", name="Talk now").click()
    expect(page.locator("#log .you").last).to_contain_text("38")


def test_a_browser_that_cannot_hear_says_so(context: BrowserContext, served: Served) -> None:
    """Its recogniser fails and the server has none: one types on, and is still spoken to."""
    context.route("**/voice?*", no_voice)
    page = with_voice(context, served, [{"error": "network"}])
    press(page, "Start")
    expect(page.locator("#voice-note")).to_contain_text("It can speak here but not listen")
    type_in(page, "38")
    until(page, "saidAloud.at(-1)[0].includes('chest pain, trouble breathing')")


def test_without_any_voice_it_says_so(page: Page) -> None:
    """This Chromium has no voices, its recogniser reaches nobody, and the server has neither."""
    page.route("**/voice?*", no_voice)
    page.evaluate("SpeechRecognition = webkitSpeechRecognition = undefined")
    page.get_by_role("button", name="Speak and listen").click()
    expect(page.locator("#voice-note")).to_contain_text("There is no voice here")
    press(page, "Start")
    assert said(page).endswith("How old is the person in pain?")


def tone() -> bytes:
    """Return a tenth of a second of sound."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16000)
        sound.writeframes(b"\x00\x10" * 1600)
    return file.getvalue()


TONE = tone()
SERVERS_VOICE = """
  window.SpeechRecognition = window.webkitSpeechRecognition = undefined;
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const tone = new OscillatorNode(context);
    const loudness = new GainNode(context, { gain: 0 });
    const out = context.createMediaStreamDestination();
    tone.connect(loudness).connect(out);
    tone.start();
    loudness.gain.setValueAtTime(0.5, context.currentTime + 0.4);
    loudness.gain.setValueAtTime(0, context.currentTime + 1);
    return out.stream;
  };
"""
"""A microphone that hears a tone of 0.6 seconds after some quiet."""


def test_a_conversation_by_the_servers_voice(context: BrowserContext, served: Served) -> None:
    """The page plays its sound, records one reply, and asks back what was not heard for sure."""
    heard: list[Json] = []
    replies = iter([{"text": "38"}, {"text": "yes", "sure": False}, {"text": "no", "sure": True}])

    def listen(route: Route) -> None:
        body = json.loads(route.request.post_data or "")
        heard.append(body)
        route.fulfill(json=next(replies, {"text": ""}))

    context.route("**/voice?*", lambda route: route.fulfill(json={"speaks": True, "listens": True}))
    context.route("**/speak", lambda route: route.fulfill(body=TONE, content_type="audio/wav"))
    context.route("**/listen", listen)
    context.add_init_script(SERVERS_VOICE)
    page = visit(context, served.address)
    page.get_by_role("button", name="Speak and listen").click()
    press(page, "Start")
    expect(page.locator("#voice-note")).to_contain_text("I may have heard “yes”.")
    expect(page.locator("#say")).to_have_value("yes")
    expect(page.locator("#log .you").nth(2)).to_contain_text("no")
    expect(page.locator("#voice-note")).to_be_empty()
    assert heard[0]["locale"] == "en-US"
    assert heard[0]["attributes"]["asked"] == ["age_band"]
    with wave.open(BytesIO(b64decode(heard[0]["wav"]))) as sound:
        shape = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
        assert shape == (1, 2, 16000)
        assert 0.6 < sound.getnframes() / 16000 < 2.5


# --- the Echo Show beside it ---------------------------------------------------------------------


def test_the_screen_shows_the_turn_and_its_buttons_work(page: Page) -> None:
    """A tap on "none of these", on choices, and on a sign that is then done."""
    for word in by_button("faint"):
        answer(page, word)
    device = page.locator("#device")
    expect(device).to_contain_text("With this pain, have you passed out")
    press(page, "None of these", "#device")
    expect(page.locator("#log .you").last).to_contain_text("You, by a tap")
    for word in ("No", "No", "Your lower back", "That it came on its own"):
        press(page, word, "#device")
    assert said(page).startswith("Do you have a fever")
    press(page, "Done", "#device")
    assert said(page).startswith("Tap a sign, or None of these. Do you have a fever")
    signs = device.get_by_role("button", name="Feeling very ill")
    signs.click()
    tick = device.get_by_text("✓").nth(1).locator("..")
    expect(tick).to_have_css("opacity", "1")
    signs.click()
    expect(tick).to_have_css("opacity", "0")
    signs.click()
    press(page, "Done", "#device")
    sent = page.evaluate("JSON.parse(sessionStorage['nerve-check']).last.request.request")
    assert "very_ill" in sent["arguments"]
    assert "fever" not in said(page)


@pytest.mark.parametrize(("shape", "ratio"), [("Wide", 1.6), ("Round", 1.0)])
def test_the_screen_has_the_proportions_of_a_device(page: Page, shape: str, ratio: float) -> None:
    """Every turn of an interview is drawn, and nothing of it sticks out sideways."""
    press(page, shape, "#show")
    for word in by_button("result"):
        answer(page, word)
        box = page.evaluate("[device.clientWidth, device.clientHeight]")
        assert box[0] / box[1] == pytest.approx(ratio, rel=0.02)
        assert page.evaluate(STICKING_OUT) == [], word
    assert "Home care sounds right" in page.locator("#device").inner_text()


# --- behind the words ----------------------------------------------------------------------------


def unfold(page: Page, part: str) -> Locator:
    """Open a part beside the conversation and return it."""
    page.locator(f"#{part} > summary").click()
    return page.locator(f"#{part}")


def test_the_panel_tells_what_is_behind_a_turn(page: Page) -> None:
    """The rule that fired with its source, the scales, the session, and the JSON of the turn."""
    behind = unfold(page, "behind")
    expect(behind).to_contain_text("There is no conversation now.")
    press(page, "Start")
    type_in(page, "I can't breathe")
    expect(behind.locator("li").first).to_contain_text("Fired because: Trouble breathing.")
    behind.get_by_text("Sources", exact=True).click()
    expect(behind.locator("li li").first).not_to_be_empty()
    press(page, "Start over")
    for word in by_button("saddle_open", "numb_tingling")[1:]:
        answer(page, word)
    expect(behind.locator("table").nth(1)).to_contain_text("Numbness, tingling, or pins")
    expect(behind.locator(".chart polyline")).to_have_count(2)
    behind.locator("[data-fold=session] summary").click()
    expect(behind.locator("[data-fold=session]")).to_contain_text("your lower back")
    behind.locator("[data-fold=request] summary").click()
    expect(behind.locator("[data-fold=request]")).to_contain_text("TellIntent")


def test_the_map_shows_the_path(page: Page) -> None:
    """What was asked is marked, what is asked now is framed, also in the place's own picture."""
    chart = unfold(page, "map")
    for word in [*by_button("main_region"), "lower back"]:
        answer(page, word)
    expect(chart.locator("h3")).to_have_text("When the pain is mainly in your lower back")
    expect(chart.locator("rect.now")).to_have_count(1)
    press(page, "Part 1: Asked of everyone, before the place is known", "#sheets")
    expect(chart.locator("rect.passed").first).to_be_visible()
    expect(chart.locator("text.told").first).to_have_text("25 to 39")


# --- stories and recordings ----------------------------------------------------------------------


def test_a_story_is_watched(page: Page) -> None:
    """It plays by itself, can be stopped, and goes on step by step to its end."""
    stories = unfold(page, "stories")
    stories.get_by_label("A patient story").select_option("E08")
    expect(page.locator("#story-text")).not_to_be_empty()
    stories.get_by_role("button", name="Watch it played").click()
    expect(page.locator("#log .you").first).to_contain_text("open nerve check")
    stories.get_by_role("button", name="Pause").click()
    for _ in range(40):
        if page.locator("#script-note").inner_text():
            break
        press(page, "Next step", "#stories")
    expect(page.locator("#script-note")).to_contain_text("The story expects: Call 911 now.")
    assert said(page).startswith("Please go to the emergency room now.")


@pytest.mark.parametrize(("button", "name"), [("replay", ".json"), ("test dialog", ".toml")])
def test_a_conversation_is_saved_and_stepped_through(page: Page, button: str, name: str) -> None:
    """As a file of the ASK CLI, and as a dialog of the tests."""
    pressed = by_button("main_region")
    for word in pressed:
        answer(page, word)
    press(page, "Your lower back", "#device")
    before, stories = said(page), unfold(page, "stories")
    stories.get_by_label("Name of the conversation").fill("So far")
    with page.expect_download() as download:
        stories.get_by_role("button", name=f"Save as a {button}", exact=False).click()
    assert download.value.suggested_filename.endswith(name)
    file = download.value.path().rename(download.value.path().with_suffix(name))
    page.locator("#file").set_input_files(file)
    expect(page.locator("#progress")).to_have_text(f"Step 0 of {len(pressed) + 1}")
    for _ in [*pressed, "your lower back"]:
        press(page, "Next step", "#stories")
    expect(page.locator("#script-note")).to_have_text("All is said; you can go on from here.")
    assert said(page) == before


def test_a_file_that_is_none_is_told(page: Page, tmp_path: Path) -> None:
    """And the conversation stays as it is."""
    press(page, "Start")
    unfold(page, "stories")
    bad = tmp_path / "bad.toml"
    bad.write_text("[[dialog]]", encoding="utf-8")
    page.locator("#file").set_input_files(bad)
    expect(page.locator("#save-note")).to_contain_text("it needs a title")
    assert page.locator("#log .item").count() == 2


# --- nothing is lost ---------------------------------------------------------------------------


def test_a_reload_loses_nothing(page: Page) -> None:
    """The page holds the session as Alexa would, in this tab."""
    for word in by_button("main_region"):
        answer(page, word)
    before = page.locator("#log").inner_text()
    page.reload()
    assert page.locator("#log").inner_text() == before
    press(page, "lower back")
    assert said(page) == speaker("open nerve check", *words_until("main_region"), "lower back")


def test_a_server_that_goes_down_and_comes_back_loses_nothing(page: Page, served: Served) -> None:
    """A clear message meanwhile; what was said is sent once the server answers again."""
    for word in by_button("main_region"):
        answer(page, word)
    before = page.locator("#log .skill").count()
    served.stop()
    press(page, "lower back")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Nerve Check does not answer.")
    expect(alert).to_contain_text("In an emergency, do not wait")
    assert page.locator("#log .skill").count() == before
    expect(page.get_by_role("button", name="Try again")).to_be_focused()
    served.start()
    expect(alert).to_be_hidden()
    assert said(page) == speaker("open nerve check", *words_until("main_region"), "lower back")


def test_a_new_conversation_forgets_the_old_one(page: Page) -> None:
    """Also for a reload."""
    press(page, "Start")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#log .item")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()


# --- for everyone ------------------------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "rules"), [("light", ()), ("dark", ("color-contrast",))])
def test_axe_finds_nothing_serious(
    browser: Browser,
    served: Served,
    scheme: Any,  # noqa: ANN401 - playwright's literal
    rules: tuple[str, ...],
) -> None:
    """Names, roles, contrast: at the opening, at a choice, and at a result with all parts open."""
    context = browser.new_context(viewport=WIDE, color_scheme=scheme)  # type: ignore[arg-type]
    page = visit(context, served.address)
    assert serious(page, *rules) == []
    for word in by_button("main_region"):
        answer(page, word)
    assert serious(page, *rules) == []
    for word in by_button("result")[len(by_button("main_region")) :]:
        answer(page, word)
    for part in ("behind", "map", "stories"):
        unfold(page, part)
    expect(page.locator("#sheet svg")).to_be_visible()
    expect(page.locator("#story option").first).to_be_attached()
    assert serious(page, *rules) == []
    context.close()


def test_nothing_is_cut_off_on_a_phone(browser: Browser, served: Served) -> None:
    """No sideways scrolling, also with all parts open; buttons are big enough for a thumb."""
    context = browser.new_context(viewport=PHONE, has_touch=True)  # type: ignore[arg-type]
    page = visit(context, served.address)
    for part in ("show", "behind", "map", "stories"):
        unfold(page, part)
    for word in by_button("main_region"):
        answer(page, word)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], word
        boxes = [one.bounding_box() for one in page.locator("#reply button:visible").all()]
        assert all(box and box["height"] >= 44 for box in boxes), word
    context.close()

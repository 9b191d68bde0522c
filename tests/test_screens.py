"""Screens: they show what is said, and a tap does what the word does."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from callers import (
    KNOWLEDGE,
    SIMPLE_SPASM,
    TEXTS,
    after,
    attributes,
    interview,
    launched,
    tips,
)
from test_alexa import LAUNCH, SKILL, envelope, intent, is_valid, words

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.conversation import attributes_of
from skill.dialogue.session import dump, load
from skill.dialogue.turns import Turn
from skill.doors.alexa import build_handler
from skill.doors.alexa.front import APL, sift
from skill.doors.alexa.screens import COLOURS, MOST_SIGNS, document, shown
from skill.hearing.taps import act_of_tap
from skill.triage.knowledge import NO, YES, Level
from skill.wording import render

Json = dict[str, Any]

handle = build_handler()

INTERFACES = {APL: {"runtime": {"maxVersion": "2024.3"}}, "AudioPlayer": {}, "Alexa.New": {}}
LARGEST = 24_000
TEMPLATES = {
    "Container",
    "Frame",
    "ScrollView",
    "SendEvent",
    "SetValue",
    "Text",
    "TouchWrapper",
}
"""What the document is made of, besides its own layouts; all of it is in APL 1.4."""


def states() -> list[Turn]:
    """Return turns of every kind: as asked, doubted, misheard, offered, told, and the result."""
    patients: list[dict[str, str]] = [
        *({**SIMPLE_SPASM, "main_region": place} for place in ("leg", "neck", "widespread")),
        {**SIMPLE_SPASM, "main_region": "lower_back", "gate_fever": "yes"},
        {**SIMPLE_SPASM, "main_region": "leg", "limb_threat": "yes"},
        {**SIMPLE_SPASM, "main_region": "leg", "gate_stroke": "yes"},
        {**SIMPLE_SPASM, "main_region": "neck", "limb_weakness": "yes"},
    ]
    turns = [one.turn for patient in patients for one in interview(patient)]
    turns += [one.turn for one in tips(interview(patients[0]), patients[0])]
    odd = (acts.MISHEARD, acts.UNSURE, acts.HEDGED_NO, acts.choose("main_region", "jaw_face"))
    turns += [after(turn, act) for turn in turns for act in odd]
    kinds = {
        (turn.session and turn.session._replace(history=()), turn.asked): turn for turn in turns
    }
    return [turn for turn in kinds.values() if turn.session]


STATES = states()


def with_screen(request: Json, stored: object = None) -> Json:
    """Return a request from a device with a screen."""
    event = envelope(request, stored)
    event["context"]["System"]["device"]["supportedInterfaces"] = INTERFACES
    return event


def tap(*arguments: object) -> Json:
    """Return the request of a tap, as Amazon sends it."""
    return {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": "nerve-check",
        "arguments": list(arguments),
        "source": {"type": "TouchWrapper", "handler": "Press", "id": "", "value": False},
        "components": {},
    }


def directives(answer: Json) -> list[Json]:
    """Return the directives of a response."""
    found: list[Json] = answer["response"].get("directives", [])
    return found


def data(turn: Turn) -> Json:
    """Return what a screen shows of a turn."""
    return shown(KNOWLEDGE, turn, attributes_of(KNOWLEDGE, turn), TEXTS)


def pressed(turn: Turn) -> Iterator[tuple[list[str], Act]]:
    """Yield what each button of a turn sends, and the act of the word that it stands for."""
    screen = data(turn)
    for button in [*screen["choices"], *screen["buttons"]]:
        kind, *values = button["send"]
        sent = [*button["send"], screen["state"]]
        if kind == "act":
            yield (
                sent,
                {act.name: act for act in (acts.YES, acts.NO, acts.UNSURE, acts.NONE)}[values[0]],
            )
        elif kind == "choose":
            yield sent, acts.choose(*values)
        else:
            blanks = [""] * MOST_SIGNS
            yield ["items", *blanks, screen["state"]], acts.NOTHING_TICKED
            signs = [sign["id"] for sign in screen["signs"]]
            for ticked in (signs[:1], signs[-1:], signs):
                row = [*(sign if sign in ticked else "" for sign in signs), *blanks][:MOST_SIGNS]
                told = acts.tell(*((sign, YES) for sign in ticked))
                yield ["items", *row, screen["state"]], told


# --- who gets a screen ------------------------------------------------------------------------


def test_a_document_only_for_a_device_with_a_screen() -> None:
    """Others get none, and a device that only calls itself something like it gets none."""
    (shown_,) = directives(handle(with_screen(LAUNCH), None))
    assert shown_["type"] == "Alexa.Presentation.APL.RenderDocument"
    assert shown_["document"] == document()
    assert not directives(handle(envelope(LAUNCH), None))
    event = envelope(LAUNCH)
    without: list[object] = [{"Display": {}}, {f"{APL}T": {}}, [APL], APL, None, 7]
    for interfaces in without:
        event["context"]["System"]["device"]["supportedInterfaces"] = interfaces
        assert not directives(handle(event, None))


@pytest.mark.parametrize("value", [{}, None, [], "x", {"runtime": 7}, {"runtime": {"new": "x"}}])
def test_nothing_of_the_device_is_let_in_but_its_screen(value: object) -> None:
    """Whatever it says of itself."""
    event = with_screen(LAUNCH)
    event["context"]["System"]["device"]["supportedInterfaces"] = {APL: value}
    let_in = sift(event)
    assert let_in is not None
    assert let_in["context"]["System"]["device"] == {"supportedInterfaces": {APL: {}}}
    assert directives(handle(event, None))


def test_nothing_of_a_tap_is_let_in_but_its_arguments() -> None:
    """No token, no source, no components."""
    let_in = sift(with_screen(tap("act", "yes"), {}))
    assert let_in is not None
    assert set(let_in["request"]) == {"type", "locale", "arguments"}
    assert let_in["request"]["arguments"] == ["act", "yes"]


@pytest.mark.parametrize("name", ["AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.StopIntent"])
def test_speech_does_not_depend_on_a_screen(name: str) -> None:
    """A screen adds the document and changes nothing else, at any turn."""
    for turn in STATES:
        stored = attributes(turn)
        seen = handle(with_screen(intent(name), stored), None)
        assert len(directives(seen)) == 1
        del seen["response"]["directives"]
        assert seen == handle(envelope(intent(name), stored), None)


# --- what a tap means -------------------------------------------------------------------------


def test_every_button_does_what_the_word_does() -> None:
    """In every state: the same words, and the same session."""
    for turn in STATES:
        stored = attributes(turn)
        sent = list(pressed(turn))
        assert sent, stored
        for arguments, act in sent:
            assert act_of_tap(KNOWLEDGE, stored, arguments) == act
            answer = handle(with_screen(tap(*arguments), stored), None)
            word = after(turn, act)
            assert is_valid({**answer, "response": {**answer["response"], "directives": []}})
            expected = dump(KNOWLEDGE, word.session) if word.session else {}
            assert {**answer.get("sessionAttributes", {}), **expected} == answer.get(
                "sessionAttributes", {}
            )
            assert word.session or not answer.get("sessionAttributes")
            (seen,) = directives(answer)
            assert seen["datasources"]["screen"] == data(word)


def test_a_button_answers_as_the_intent() -> None:
    """The same response as to the spoken word."""
    spoken = {"yes": "AMAZON.YesIntent", "no": "AMAZON.NoIntent", "unsure": "UnsureIntent"}
    for turn in STATES:
        stored = attributes(turn)
        for button in data(turn)["buttons"]:
            if (name := spoken.get(button["send"][1])) and button["send"][0] == "act":
                heard = handle(with_screen(intent(name), stored), None)
                assert handle(with_screen(tap(*button["send"]), stored), None) == heard


def test_an_answer_that_was_tapped_needs_no_mark() -> None:
    """A bare button, such as another client may send, answers what is pending."""
    turn = launched()
    answer = handle(with_screen(tap("choose", "age_band", "35"), attributes(turn)), None)
    session = load(KNOWLEDGE, answer["sessionAttributes"])
    assert session is not None
    assert session.answers["age_band"] == "25_39"


def test_done_with_nothing_ticked_denies_nothing() -> None:
    """It says what to tap and asks again; what denies all signs is a button of its own."""
    turns = [turn for turn in STATES if data(turn)["signs"]]
    assert turns
    for turn in turns:
        blanks = [""] * MOST_SIGNS
        answer = handle(with_screen(tap("items", *blanks), attributes(turn)), None)
        assert answer["sessionAttributes"]["state"] == attributes(turn)["state"]
        assert TEXTS["say.nothing_ticked"] in words(answer)
        assert TEXTS["screen_words.none"] in TEXTS["say.nothing_ticked"]
        buttons = {button["label"]: button["send"] for button in data(turn)["buttons"]}
        assert buttons[TEXTS["screen_words.none"]][:2] == ["act", "none"]
        denied = after(turn, acts.NONE)
        if turn.session and not turn.session.answers.get(turn.session.asking) and denied.session:
            assert all(denied.session.answers[name] == NO for name in turn.asked)


def test_a_second_tap_does_not_answer_the_next_question() -> None:
    """It has not been read: it is asked again, and nothing is recorded."""
    for turn in STATES:
        screen, stored = data(turn), attributes(turn)
        for arguments, act in pressed(turn):
            following = after(turn, act)
            if following.session is None or attributes(following) == stored:
                continue
            again = act_of_tap(KNOWLEDGE, attributes(following), arguments)
            assert again == acts.REPEAT, (screen["ask"], arguments)


MALFORMED: list[object] = [
    None,
    "act",
    7,
    {},
    {"act": "yes"},
    [],
    ["act"],
    ["act", "maybe"],
    ["act", "launch"],
    ["act", "yes", "no"],
    ["act", 7],
    ["act", ["yes"]],
    ["act", None],
    ["act", 7, "yes"],
    ["yes"],
    ["x"],
    ["choose"],
    ["choose", "main_region"],
    ["choose", "main_region", "aura"],
    ["choose", "aura", "neck"],
    ["choose", "main_region", "neck", "leg"],
    ["items"],
    ["items", "gate_fever"],
    ["items", "aura"],
    ["items", {"id": "gate_fever"}],
    ["act", "yes" * 400],
    ["act", *["yes"] * 40],
    [{}] * 3,
    [[[[]]]],
]


@pytest.mark.parametrize("arguments", MALFORMED, ids=lambda one: str(one)[:30])
def test_what_no_button_sends_is_misheard(arguments: object) -> None:
    """Asked again, never an exception, and nothing is recorded."""
    turn = next(turn for turn in STATES if turn.asked == ("constant_night_pain",))
    stored = attributes(turn)
    answer = handle(with_screen({**tap(), "arguments": arguments}, stored), None)
    expected = attributes(after(turn, acts.MISHEARD))
    assert {name: answer["sessionAttributes"][name] for name in expected} == expected


@pytest.mark.parametrize("arguments", MALFORMED, ids=lambda one: str(one)[:30])
def test_what_no_button_sends_is_answered_in_every_state(arguments: object) -> None:
    """Without a session, and with one of every kind."""
    for stored in ({}, {"state": 7}, "x", *(attributes(turn) for turn in STATES[::5])):
        answer = handle(with_screen({**tap(), "arguments": arguments}, stored), None)
        assert answer["response"]["outputSpeech"]["ssml"]


def test_a_tap_without_arguments_is_misheard() -> None:
    """They are simply not there."""
    request = tap()
    del request["arguments"]
    assert words(handle(with_screen(request, attributes(STATES[1])), None))


@pytest.mark.parametrize("new", [{}, None])
def test_a_tap_after_the_end_opens_the_skill(new: object) -> None:
    """A screen can outlive its session."""
    answer = handle(with_screen(tap("act", "yes", "@|a||0000"), new), None)
    assert words(answer) == words(handle(envelope(LAUNCH), None))


def test_another_skill_s_tap_is_for_another_skill() -> None:
    """A tap says whose it is as any request does."""
    assert words(build_handler(SKILL)(with_screen(tap("act", "yes"), {}), None))


# --- what is shown ----------------------------------------------------------------------------


def test_a_screen_shows_what_is_said() -> None:
    """The same words, in the same order, and the signs that are asked together, to be ticked."""
    for turn in STATES:
        screen = data(turn)
        said = render(turn, TEXTS).text
        assert said.startswith(screen["said"])
        assert said.endswith(screen["ask"].rsplit(". ")[-1])
        notes = [TEXTS[f"question.{sign['id']}.note"] for sign in screen["signs"]]
        assert [sign["label"].lower() for sign in screen["signs"]] == [one.lower() for one in notes]
        together = len(turn.asked) > 1 and not screen["choices"]
        assert [sign["id"] for sign in screen["signs"]] == (list(turn.asked) if together else [])


def test_each_kind_of_turn_has_its_buttons() -> None:
    """A question, signs to tick, choices, an age, the read-back and an offer."""
    hedging = {**SIMPLE_SPASM, "main_region": "leg", "gate_chest_breath_tearing": "hedged_no"}
    said = {one.asking: data(one.turn) for one in interview(hedging)}

    def labels(name: str, row: str = "buttons") -> list[str]:
        return [button["label"] for button in said[name][row]]

    assert labels("constant_night_pain") == ["Yes", "No", "Not sure"]
    assert labels("faint") == ["None of these", "Not sure", "Done"]
    assert labels("main_region") == labels("age_band") == labels("leg_spread") == ["Not sure"]
    ages = ["0–11", "12–17", "18–24", "25–39", "40–49", "50–55", "56–64", "65+"]  # noqa: RUF001 - as shown
    assert labels("age_band", "choices") == ages
    spread = ["Down one leg", "Down both legs", "Down neither leg"]
    assert labels("leg_spread", "choices") == spread
    assert "Your leg" in labels("main_region", "choices")
    assert labels("read_back") == labels("result") == ["Yes", "No"]


def test_a_result_shows_its_level() -> None:
    """In words and in a colour; also on the offers after it, and not before."""
    for turn in STATES:
        screen = data(turn)
        if turn.result:
            title = TEXTS[f"level.{turn.result.level.id}.title"].format(emergency_number="911")
            assert (screen["title"], screen["colour"]) == (title, COLOURS[turn.result.level.id][0])
        if turn.asked:
            assert screen["title"] == TEXTS["skill_name"]


def test_the_last_words_have_no_buttons() -> None:
    """Nobody would hear them."""
    for turn in STATES:
        last = data(after(turn, acts.STOP))
        assert not last["buttons"] + last["choices"] + last["signs"]
        assert last["said"]
        assert not last["state"]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_words_can_be_read_on_their_colour() -> None:
    """Each level has a colour of its own, and its words stand out (large text: 3 to 1)."""
    assert set(COLOURS) == {"", *(level.id for level in Level)}
    assert len({colour for colour, _ in COLOURS.values()}) == len(COLOURS)
    assert min(contrast(*pair) for pair in COLOURS.values()) > 4.5
    colours = document()["resources"][0]["colors"]
    for ink in ("ink", "soft"):
        for ground in ("ground", "button"):
            assert contrast(colours[ink], colours[ground]) > 7


# --- the document -----------------------------------------------------------------------------


def tables(part: object) -> Iterator[Json]:
    """Yield every table in JSON."""
    if isinstance(part, dict):
        yield part
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for one in inside:
        yield from tables(one)


def test_the_document_imports_nothing() -> None:
    """And is made of what every device with APL 1.4 has."""
    content = document()
    assert content["version"] == "1.4"
    assert not {"import", "extensions", "extension", "graphics"} & set(content)
    parts = [*tables(content["mainTemplate"]), *tables(content["layouts"])]
    kinds = {str(part["type"]) for part in parts if "type" in part}
    named = {"any", "number", "dimension", "boolean"}
    assert kinds - named == TEMPLATES | (set(content["layouts"]) & kinds)
    assert "http" not in json.dumps(content)


def test_what_is_tapped_is_large_enough() -> None:
    """No target is lower than 96 dp."""
    assert document()["resources"][0]["dimensions"]["touch"] == "96dp"
    touched = [part for part in tables(document()) if part.get("type") == "TouchWrapper"]
    faces = json.dumps([part["item"] for part in touched] + [document()["layouts"]["ButtonFace"]])
    assert len(touched) == 3
    assert faces.count('"minHeight": "@touch"') >= 3


def test_the_document_holds_every_sign() -> None:
    """Of the most that are asked together."""
    assert max(len(step.ask) for step in KNOWLEDGE.steps) <= MOST_SIGNS
    ticked = [bind["name"] for bind in document()["mainTemplate"]["items"][0]["bind"]]
    assert ticked == [f"ticked{place}" for place in range(MOST_SIGNS)]


def test_a_response_stays_small() -> None:
    """With the document, at every turn, and every turn's end."""
    for turn in STATES:
        for name in ("AMAZON.RepeatIntent", "AMAZON.YesIntent", "AMAZON.NoIntent"):
            answer = handle(with_screen(intent(name), attributes(turn)), None)
            assert len(json.dumps(answer).encode()) < LARGEST

"""The dialogs: each asks what it says, ends where it says, and sounds the same at each door."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from amazon import Door, Json, lambda_door, request_of

from skill import library
from skill.__main__ import main
from skill.dialogue.conversation import attributes_of
from skill.dialogue.turns import Turn
from skill.doors.web.app import create_app
from skill.doors.web.speaker import envelope
from skill.playing.dialogs import (
    Dialog,
    DialogError,
    act_of,
    dialogs_in,
    play,
    read_dialogs,
)
from skill.triage.interview import READ_BACK, reached
from skill.triage.knowledge import Knowledge, Level
from skill.wording import render
from skill.workshop.transcripts import record

TESTS = Path(__file__).parent
DIALOGS = read_dialogs(TESTS / "dialogs")
LOCALES = library.locales()

MOST_WORDS = 90
MOST_ATTRIBUTES = 256
MANY_ANSWERS, LONGEST_CODE = 50, 3
"""So many answers fit into the attributes; each further one takes its code."""
MOST_RESPONSE = 24_000

each_dialog = pytest.mark.parametrize(
    "dialog", DIALOGS, ids=lambda one: f"{Path(one.file).stem}: {one.title}"
)
each_locale = pytest.mark.parametrize("locale", LOCALES)


class Said(NamedTuple):
    """What a door gave back in one turn."""

    ssml: str
    reprompt: str
    card: tuple[str, str]
    attributes: Json
    ended: bool


@cache
def turns_of(dialog: Dialog) -> tuple[Turn, ...]:
    """Return what the core replies; played once, as turns are immutable."""
    return tuple(play(dialog))


# --- the core -------------------------------------------------------------------------------


@each_dialog
def test_asks_what_it_says(dialog: Dialog) -> None:
    """After each act, the dialog's question is pending, or the conversation is over."""
    asked = [turn.session.asking if turn.session else "" for turn in turns_of(dialog)]
    assert asked == list(dialog.asks)


@each_dialog
def test_ends_where_it_says(dialog: Dialog) -> None:
    """The last result has the dialog's level, and speaks the dialog's leaning."""
    results = [turn.result for turn in turns_of(dialog) if turn.result]
    level = results[-1].level.id if results else ""
    label = results[-1].label.id if results and results[-1].decided else ""
    assert (level, label) == (dialog.level, dialog.label)


@each_dialog
def test_a_level_once_reached_is_only_lowered_by_taking_answers_back(
    dialog: Dialog, knowledge: Knowledge
) -> None:
    """Going back, starting over and refusing the read-back take answers back; nothing else does."""
    before = Level.SELF_CARE
    asking = ""
    for heard, turn in zip(dialog.hears, turns_of(dialog), strict=True):
        session = turn.session
        level = reached(knowledge, session.answers) if session else before
        taken_back = heard in {"back", "start_over", "launch"} or asking == READ_BACK
        assert level >= before or taken_back, heard
        before, asking = (level, session.asking) if session else (Level.SELF_CARE, "")


def test_every_rule_that_can_decide_is_met_in_a_dialog(knowledge: Knowledge) -> None:
    """No rule is left untried."""
    results = [turn.result for dialog in DIALOGS for turn in turns_of(dialog) if turn.result]
    met = {fired.id for result in results for fired in result.fired}
    # They hold only until the question that follows at once has its answer.
    shadowed = {"R03", "R16.5"}
    assert {rule.id for rule in knowledge.rules} - met <= shadowed


def test_every_level_leaning_and_step_is_met_in_a_dialog(knowledge: Knowledge) -> None:
    """The dialogs reach every level, speak every leaning, and ask every finding."""
    turns = [turn for dialog in DIALOGS for turn in turns_of(dialog)]
    results = [turn.result for turn in turns if turn.result]
    assert len({result.level for result in results}) == 5
    spoken = {result.label.id for result in results if result.decided}
    # A rash is seen within a day, and is the reason then: no leaning is told.
    assert spoken == {label.id for label in knowledge.labels} - {"skin"}
    asked = {finding for turn in turns for finding in turn.asked}
    # Pain relief is never among the first three tips for those whom ibuprofen does not suit; a neck
    # hurt within two days is an emergency before it is asked how far one fell; and that it keeps
    # coming back, or acts up overhead, is heard, not asked. Of five questions about nerve or
    # muscle, coughing and the turned head are never one.
    unasked = {"paracetamol_risk", "injury_high", "keeps_coming_back", "arm_overhead_worse"}
    unasked |= {"cough_worse", "neck_move_arm"}
    assert set(knowledge.findings) - asked <= unasked


# --- the words ------------------------------------------------------------------------------


@each_locale
def test_the_transcript_is_current(locale: str) -> None:
    """What the dialogs say is reviewed as a diff of the transcript."""
    path = TESTS / "transcripts" / f"{locale}.txt"
    assert path.read_text(encoding="utf-8") == record(TESTS / "dialogs", locale), (
        f"Run: python -m skill transcripts --locale {locale} > tests/transcripts/{locale}.txt"
    )


@each_locale
@each_dialog
def test_the_microphone_opens_for_a_question_and_only_then(dialog: Dialog, locale: str) -> None:
    """A turn asks if and only if the conversation goes on, and then has a reprompt."""
    for turn in turns_of(dialog):
        speech = render(turn, library.locale_texts(locale))
        goes_on = turn.session is not None
        assert ("?" in speech.text) == goes_on, speech.text
        assert bool(speech.reprompt_text) == goes_on, speech.text
        assert ("?" in speech.reprompt_text) == goes_on, speech.reprompt_text


@each_locale
@each_dialog
def test_no_turn_is_longer_than_a_person_can_bear_to_hear(dialog: Dialog, locale: str) -> None:
    """Ninety words a turn at most."""
    for turn in turns_of(dialog):
        text = render(turn, library.locale_texts(locale)).text
        assert len(text.split()) <= MOST_WORDS, text


@each_dialog
def test_little_is_remembered(dialog: Dialog, knowledge: Knowledge) -> None:
    """The attributes stay small, and name the findings that the question is about."""
    for turn in turns_of(dialog):
        attributes = attributes_of(knowledge, turn)
        asked = attributes.pop("asked", [])
        assert isinstance(asked, list)
        assert set(asked) <= set(knowledge.findings)
        recorded = sum(map(len, turn.session.history)) if turn.session else 0
        more = LONGEST_CODE * max(0, recorded - MANY_ANSWERS)
        assert len(json.dumps(attributes).encode()) <= MOST_ATTRIBUTES + more


# --- the doors ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def by_lambda() -> Door:
    """Return the function that AWS calls, loaded as AWS loads it."""
    return lambda_door()


@pytest.fixture(scope="module")
def by_web() -> Door:
    """Return the web endpoint, asked from this machine without a signature."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("ALEXA_SKILL_ID", raising=False)
        client = create_app().test_client()

    def door(event: Json) -> Json:
        response = client.post("/alexa", json=event)
        assert response.status_code == 200, response.get_data(as_text=True)
        answer: Json = response.get_json()
        return answer

    return door


@each_locale
@each_dialog
def test_lambda_says_what_the_core_says(dialog: Dialog, locale: str, by_lambda: Door) -> None:
    """AWS gives the same words, reprompts, cards and attributes, turn by turn."""
    assert list(through(by_lambda, dialog, locale)) == list(from_core(dialog, locale))


@each_locale
@each_dialog
def test_web_says_what_the_core_says(dialog: Dialog, locale: str, by_web: Door) -> None:
    """The web endpoint gives the same words, reprompts, cards and attributes, turn by turn."""
    assert list(through(by_web, dialog, locale)) == list(from_core(dialog, locale))


def from_core(dialog: Dialog, locale: str) -> Iterator[Said]:
    """Yield what the core says, in the form of a response."""
    for turn in turns_of(dialog):
        yield _said_by_core(turn, locale)


def _said_by_core(turn: Turn, locale: str) -> Said:
    speech = render(turn, library.locale_texts(locale))
    return Said(
        ssml=speech.ssml,
        reprompt=speech.reprompt_ssml,
        card=(speech.card_title, speech.card_text),
        attributes=attributes_of(library.knowledge(), turn),
        ended=turn.session is None,
    )


def through(door: Door, dialog: Dialog, locale: str) -> Iterator[Said]:
    """Yield what a door answers; the attributes travel from response to request as with Alexa."""
    attributes: Json = {}
    for heard in dialog.hears:
        act = act_of(heard)
        assert act
        if act.name == "launch":
            attributes = {}
        answer = door(envelope(request_of(act), attributes, locale))
        assert len(json.dumps(answer).encode()) < MOST_RESPONSE
        said = _said(answer)
        yield said
        attributes = said.attributes


def _said(answer: Json) -> Said:
    response = answer["response"]
    assert isinstance(response["shouldEndSession"], bool)
    assert response["outputSpeech"]["type"] == "SSML"
    card = response.get("card") or {}
    return Said(
        ssml=response["outputSpeech"]["ssml"],
        reprompt=response.get("reprompt", {}).get("outputSpeech", {}).get("ssml", ""),
        card=(card.get("title", ""), card.get("text", "")),
        attributes=answer.get("sessionAttributes") or {},
        ended=response["shouldEndSession"],
    )


# --- faulty dialogs ---------------------------------------------------------------------------

GOOD = '[[dialog]]\ntitle = "One"\nhears = ["launch"]\nasks = ["age_band"]\n'


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("[[dialog", "cannot be read as TOML"),
        ('title = "no table"', "holds something else than [[dialog]] tables"),
        (GOOD + 'more = "x"', "One: unknown key 'more'"),
        ('[[dialog]]\nhears = ["launch"]', "dialog 1: it needs a title"),
        (GOOD.replace('["age_band"]', "[]"), "One: 'hears' and 'asks' must be of one length"),
        (GOOD.replace('["age_band"]', '"age_band"'), "One: 'asks' must be a list of texts"),
        (GOOD.replace("launch", "lunch"), "One: 'lunch' is no act"),
        (GOOD + 'level = "urgent"', "One: level 'urgent' is none of"),
        (GOOD + 'label = "nerv"', "One: label 'nerv' is none of"),
        (GOOD + GOOD, "One: another dialog has the same title"),
        (GOOD + "caller = 38", "One: 'caller' must be a text"),
        (GOOD + 'caller = "neck stif"', "One: 'stif' says nothing of a caller"),
        (GOOD + 'caller = "age old"', "One: 'age old' says nothing of a caller"),
        (GOOD + 'caller = "legs_since old"', "One: 'legs_since old' says nothing of a caller"),
        (GOOD + 'caller = "no main_region"', "One: 'no main_region' says nothing of a caller"),
        (GOOD.replace("launch", "stif until age_band"), "One: 'stif' says nothing of a caller"),
        (GOOD.replace("launch", "until lunch"), "nothing that is asked is named 'lunch'"),
        (GOOD.replace("launch", "until duration"), "comes 'duration' in 'asks', not 'age_band'"),
    ],
)
def test_a_faulty_dialog_is_told_without_a_traceback(
    content: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command exits 1 and names the file, the dialog, and what is wrong with it."""
    (tmp_path / "faulty.toml").write_text(content, encoding="utf-8")
    assert main(["transcripts", "--dialogs", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert not told.out
    assert "faulty.toml: " in told.err
    assert complaint in told.err


@pytest.mark.parametrize(
    ("hears", "asks", "where"),
    [
        (["until cough_worse"], ["cough_worse"], "result"),
        (["until duration", "until age_band"], ["duration", "age_band"], "result"),
        (["until result", "no", "until duration"], ["result", "", "duration"], ""),
        (["until self_care", "until result"], ["self_care", "result"], "self_care"),
        (["until duration", "repeat"], ["duration", "next"], "duration"),
        (["until result", "no"], ["result", "next"], ""),
        (["launch", "yes"], ["next", "next"], "age_band"),
    ],
)
def test_a_caller_who_does_not_come_to_a_question_is_seen_to_be_elsewhere(
    hears: list[str], asks: list[str], where: str
) -> None:
    """Nothing is asked in vain for ever, and what the dialog says stays to be compared with it."""
    text = f'[[dialog]]\ntitle = "One"\nhears = {hears}\nasks = {asks}\n'
    (dialog,) = dialogs_in(text, "one.toml")
    session = play(dialog)[-1].session
    assert (dialog.asks[-1], session.asking if session else "") == (asks[-1], where)


def test_a_caller_answers_what_is_asked_as_the_caller_is() -> None:
    """What is named is said, whether it is asked on a screen or alone; all else is denied."""
    text = """[[dialog]]
title = "One"
caller = "neck days 21 unsure gate_fever numb_tingling spasm"
hears = ["until main_region", "severe until cramp", "no on_off_spasm until result"]
asks = ["main_region", "cramp", "result"]
"""
    (dialog,) = dialogs_in(text, "one.toml")
    session = play(dialog)[-1].session
    said = {name: value for breath in session.history for name, value in breath} if session else {}
    told = {"main_region": "neck", "pain_level": "severe", "gate_fever": "unsure"}
    told |= {"numb_tingling": "yes", "on_off_spasm": "no", "gate_stroke": "no"}
    assert {name: said.get(name) for name in told} == told
    assert {"neck", "severe", "days 21", "none", "unsure", "yes"} <= set(dialog.hears)
    assert dialog.asks[-1] == (session.asking if session else "")


def test_an_empty_folder_and_an_unknown_locale_are_told(tmp_path: Path) -> None:
    """Neither is an empty transcript."""
    with pytest.raises(DialogError, match="there is no dialog"):
        record(tmp_path, LOCALES[0])
    with pytest.raises(DialogError, match="There is no locale 'tlh'"):
        record(TESTS / "dialogs", "tlh")

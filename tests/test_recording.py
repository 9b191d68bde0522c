"""A conversation can be saved, loaded and played again: in words, by taps, and as a story."""

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from callers import KNOWLEDGE, after, attributes, until, words_until
from flask.testing import FlaskClient

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.conversation import attributes_of, reply
from skill.dialogue.questions import pending, values_pending
from skill.doors.terminal.hints import offers
from skill.doors.web.app import create_app
from skill.doors.web.stories import STORIES, patient_acts, rows
from skill.hearing.phrases import spoken as phrasings
from skill.playing.dialogs import Dialog, act_of, dialogs_in, play, read_dialogs
from skill.playing.recording import script_of, scripted, written
from skill.playing.stories import play as played
from skill.playing.stories import read_cases
from skill.saying import understood

Json = dict[str, Any]

ROOT = Path(__file__).parents[1]
DIALOGS = read_dialogs(ROOT / "tests/dialogs")
EVERYDAY = [one for one in DIALOGS if one.file.endswith("everyday.toml")]
CASES = read_cases(STORIES)


@pytest.fixture
def client() -> FlaskClient:
    """Return a browser on this machine."""
    return create_app().test_client()


def sent(client: FlaskClient, path: str, body: Json) -> Json:
    """Post a body and return the answer to it."""
    response = client.post(path, json=body)
    assert response.status_code == 200, response.text
    content: Json = json.loads(response.text)
    return content


def attributes_after(said: list[Any], client: FlaskClient) -> list[Json]:
    """Return the answers to a conversation, said turn by turn as the page does."""
    answers: list[Json] = []
    for one in said:
        stored = answers[-1]["attributes"] if answers else {}
        how = {"say": one} if isinstance(one, str) else {"tap": one}
        answers.append(sent(client, "/say", {**how, "attributes": stored, "screen": True}))
    return answers


# --- acts and their names ----------------------------------------------------------------------


def test_every_act_of_the_dialogs_is_written_as_it_is_read() -> None:
    """What ``act_of`` reads, ``written`` writes."""
    for heard in {heard for dialog in DIALOGS for heard in dialog.hears}:
        act = act_of(heard)
        assert act is not None
        assert act_of(written(act)) == act, heard


@pytest.mark.parametrize("dialog", EVERYDAY, ids=lambda one: one.title)
def test_a_dialog_has_words(dialog: Dialog) -> None:
    """Said in words to the simulator, it goes as its acts do."""
    script = scripted(dialog.title, (act_of(one) or Act("none") for one in dialog.hears), "en-US")
    assert (script.missing, len(script.says)) == ("", len(dialog.hears))


@pytest.mark.parametrize("odd", ["tells gate_stroke", "days 0"])
def test_an_act_without_words_is_named(odd: str) -> None:
    """The script breaks off there, and says at what: nobody tells days who is asked an age."""
    meant = (act_of(one) or Act("none") for one in ("launch", odd))
    script = scripted("odd", meant, "en-US")
    assert (script.says, script.missing) == (("open nerve check",), odd)


# --- what is offered ---------------------------------------------------------------------------

WHICH = [
    *(("limb", ""), ("fever", ""), ("head", "neck"), ("heart", "neck"), ("leg_danger", "leg")),
    *(("arm_danger", "shoulder_arm"), ("jaw_danger", "jaw_face"), ("gca", "age 62 jaw_face")),
    *(
        ("all_danger", "widespread"),
        ("stiff_rash", "neck gate_fever"),
        ("hard", "leg on_off_spasm"),
    ),
]
"""Questions of several signs, and who is asked them; some signs are called alike."""


@pytest.mark.parametrize(("question", "who"), WHICH)
def test_each_sign_is_offered_and_taken_by_every_name(question: str, who: str) -> None:
    """Once it is asked which one, whatever else is called the same."""
    turn = after(until(question, who)[-1].turn, acts.YES)
    assert turn.session is not None
    stored, signs = attributes(turn), pending(KNOWLEDGE, turn.session).findings
    hears = library.locale_hears("en-US")
    assert len(offers("en-US", stored)) == len(signs)
    for sign, (said, _) in zip(signs, offers("en-US", stored), strict=True):
        meant = after(turn, acts.tell((sign, "yes")))
        for name in (said, *phrasings(hears, hears["turns"]["which"].get(sign, ()))):
            heard = understood(name, stored, "en-US")
            assert heard is not None
            assert after(turn, heard) == meant, name


@pytest.mark.parametrize("case", CASES[::9], ids=lambda one: one.id)
def test_each_value_is_offered_and_can_be_gone_back_from(case: Any) -> None:  # noqa: ANN401 - a Case
    """At every choice of a story: its words answer it, and that answer is taken back again."""
    turn = reply(KNOWLEDGE, {}, acts.LAUNCH)
    for act in list(patient_acts(case))[1:]:
        assert turn.session is not None
        session, stored = turn.session, attributes(turn)
        values = () if session.asking == "age_band" else values_pending(KNOWLEDGE, session)
        said_of = offers("en-US", stored) if values and session.offered < 0 else []
        assert len(said_of) == len(values) * (session.offered < 0)
        for value, (said, _) in zip(values, said_of, strict=False):
            heard = understood(said, stored, "en-US")
            assert heard is not None
            chosen = after(turn, heard)
            assert chosen == after(turn, acts.choose(session.asking, value)), said
            assert chosen.session is not None
            assert chosen.session.history != session.history
            back = after(chosen, acts.BACK).session
            assert back is not None
            assert back.history == session.history[: len(back.history)]
        turn = after(turn, act)


# --- saved and loaded ----------------------------------------------------------------------------


@pytest.mark.parametrize("dialog", EVERYDAY[:6], ids=lambda one: one.title)
def test_a_conversation_is_saved_as_the_dialog_it_is(client: FlaskClient, dialog: Dialog) -> None:
    """What was asked, where it ended, and what it came to."""
    text = Path(dialog.file).read_text(encoding="utf-8")
    titles = [one.title for one in dialogs_in(text, dialog.file)]
    load = {"name": "x.toml", "text": text, "place": titles.index(dialog.title)}
    loaded = sent(client, "/load", load)
    assert loaded["titles"] == titles
    body = {"said": loaded["says"], "kind": "dialog", "title": dialog.title}
    (saved,) = dialogs_in(sent(client, "/save", body)["text"], dialog.file)
    assert (saved.title, saved.asks) == (dialog.title, dialog.asks)
    assert saved.level == (dialog.level or saved.level)
    assert saved.label == (dialog.label or saved.label)
    again, before = play(saved), play(dialog)
    assert [one.session for one in again] == [one.session for one in before]


def test_a_conversation_with_taps_is_saved_as_words(client: FlaskClient) -> None:
    """A replay file holds words only, so that the ASK CLI can play it."""
    before = ["open nerve check", *words_until("main_region")]
    state = f"@{attributes_after(before, client)[-1]['attributes']['state']}"
    said = [*before, ["choose", "main_region", "lower_back", state], "why"]
    expected = attributes_after(said, client)[-1]["attributes"]
    saved = sent(client, "/save", {"said": said, "kind": "replay"})
    script = json.loads(saved["text"])
    assert script["userInput"] == [*before, "lower back", "why"]
    assert (script["locale"], script["type"]) == ("en-US", "text")
    assert attributes_after(script["userInput"], client)[-1]["attributes"] == expected
    loaded = sent(client, "/load", {"name": saved["name"], "text": saved["text"]})
    assert loaded["says"] == script["userInput"]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/replays").glob("*.json")), ids=lambda p: p.name
)
def test_every_replay_file_can_be_loaded(client: FlaskClient, path: Path) -> None:
    """Up to where it quits."""
    body = {"name": path.name, "text": path.read_text(encoding="utf-8")}
    assert sent(client, "/load", body)["says"][0].endswith("open nerve check")


BAD: list[tuple[str, Json]] = [
    ("/load", {"name": "x.json", "text": "{"}),
    ("/load", {"name": "x.json", "text": "[]"}),
    ("/load", {"name": "x.toml", "text": "[[dialog]]"}),
    ("/load", {"name": "x.toml", "text": 'title = "x"'}),
    ("/load", {"name": "x.txt", "text": "hello"}),
    ("/load", {}),
    ("/save", {}),
    ("/save", {"said": []}),
    ("/save", {"said": [7]}),
    ("/save", {"said": [["act", 7]]}),
    ("/save", {"said": ["yes"] * 201}),
    ("/save", {"said": ["yes"], "locale": "tlh-QO"}),
]


@pytest.mark.parametrize(("path", "body"), BAD)
def test_a_file_that_is_none_is_told(client: FlaskClient, path: str, body: Json) -> None:
    """With what is wrong about it."""
    response = client.post(path, json=body)
    assert response.status_code == 400
    assert json.loads(response.text)["error"]


@pytest.mark.parametrize("place", [-1, 1])
def test_a_place_outside_a_file_is_told(client: FlaskClient, place: int) -> None:
    """As there is no conversation there."""
    dialog = '[[dialog]]\ntitle = "x"\nhears = ["launch"]\nasks = ["age_band"]\n'
    body = {"name": "x.toml", "text": dialog, "place": place}
    assert client.post("/load", json=body).status_code == 400


# --- the stories ---------------------------------------------------------------------------------


def test_every_story_is_listed_with_its_words(client: FlaskClient) -> None:
    """Those of the file, in its order."""
    listed = client.get("/stories").json["stories"]  # type: ignore[index]
    assert [one["id"] for one in listed] == [one["id"] for one in rows(STORIES)]
    assert all(one["title"] and one["story"] for one in listed)


@pytest.mark.parametrize("case", CASES[::6], ids=lambda one: one.id)
def test_a_story_is_played_as_it_is_evaluated(client: FlaskClient, case: Any) -> None:  # noqa: ANN401 - a Case
    """In words, through the page's own door, to the same level."""
    story = sent(client, "/story", {"id": case.id})
    assert story["missing"] == ""
    answers = attributes_after(story["says"], client)
    outcome = played(case)
    told = answers[-1]["response"]["response"]["card"]["title"]
    texts = library.locale_texts("en-US")
    title = texts[f"level.{outcome.level.id}.title"].format_map(texts)
    assert title in told
    assert story["reached"] == title
    assert story["expected"] in story["accepted"] or case.expected not in case.accept
    assert len(answers) == len(list(patient_acts(case)))
    ssml = answers[-1]["response"]["response"]["outputSpeech"]["ssml"]
    assert ssml == f"<speak>{escape(answers[-1]['text'])}</speak>"


def test_an_unknown_story_is_told(client: FlaskClient) -> None:
    """Nothing is played."""
    assert client.post("/story", json={"id": "N00"}).status_code == 404


def test_without_the_file_there_are_no_stories(tmp_path: Path) -> None:
    """As in an installed package."""
    assert rows(tmp_path / "none.jsonl") == []


def test_a_script_in_words_leads_where_the_acts_lead(client: FlaskClient) -> None:
    """Also a long one, with asides and going back."""
    dialog = next(one for one in DIALOGS if "back" in one.hears and len(one.hears) > 8)
    text = Path(dialog.file).read_text(encoding="utf-8")
    titles = [one.title for one in dialogs_in(text, dialog.file)]
    script = script_of(text, dialog.file, titles.index(dialog.title), "en-US")
    assert len(script.says) == len(dialog.hears)
    for answer, turn in zip(attributes_after([*script.says], client), play(dialog), strict=True):
        assert answer["attributes"] == attributes_of(KNOWLEDGE, turn)

"""Conversations to watch: the patient stories, and files that a conversation was saved in."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, jsonify
from flask.typing import ResponseReturnValue

from skill import library
from skill.dialogue.acts import LAUNCH, Act
from skill.dialogue.conversation import step
from skill.doors.web.bodies import Json, body, field, locale_of
from skill.playing.dialogs import DialogError
from skill.playing.recording import (
    Said,
    Script,
    dialog_file,
    replay_file,
    script_of,
    scripted,
    titles_in,
)
from skill.playing.replay import ReplayError
from skill.playing.stories import Case, patient_act, play, read_cases

STORIES = Path(__file__).parents[3] / "tests/cases/dev.jsonl"
"""Where the stories are in a clone; an installed package has none."""

MOST_SAID = 200


def stories(path: Path = STORIES) -> Blueprint:
    """Return the routes of the stories of a file, and of files that are saved and loaded."""
    routes = Blueprint("stories", __name__)

    @routes.get("/stories")
    def listed() -> ResponseReturnValue:
        return jsonify(stories=[_told(row) for row in rows(path)])

    @routes.post("/story")
    def story() -> ResponseReturnValue:
        content = body()
        return jsonify(_story(path, field(content, "id", ""), locale_of(content)))

    @routes.post("/save")
    def save() -> ResponseReturnValue:
        return jsonify(_saved(body()))

    @routes.post("/load")
    def load() -> ResponseReturnValue:
        return jsonify(_loaded(body()))

    return routes


# --- the stories --------------------------------------------------------------------------------


def rows(path: Path) -> list[Json]:
    """Return the stories as they are written; none where there is no file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _told(row: Json) -> Json:
    return {name: row[name] for name in ("id", "title", "story")}


def _story(path: Path, name: str, locale: str) -> Json:
    """Return a story as a conversation, with what it expects and what the interview reaches."""
    case = (
        next((one for one in read_cases(path) if one.id == name), None) if path.exists() else None
    )
    if case is None:
        abort(404, "There is no such story.")
    texts = library.locale_texts(locale)
    return {
        **_script(scripted(case.id, patient_acts(case), locale)),
        "expected": texts[f"level.{case.expected.id}.title"].format_map(texts),
        "accepted": [
            texts[f"level.{one.id}.title"].format_map(texts) for one in sorted(case.accept)
        ],
        "reached": texts[f"level.{play(case).level.id}.title"].format_map(texts),
    }


def patient_acts(case: Case) -> Iterator[Act]:
    """Yield what the patient of a story does, up to the result."""
    knowledge = library.knowledge()
    yield LAUNCH
    turn = step(knowledge, None, LAUNCH)
    while turn.result is None and turn.session is not None:
        act = patient_act(knowledge, turn.session, case)
        yield act
        turn = step(knowledge, turn.session, act)


# --- files --------------------------------------------------------------------------------------


def _saved(content: Json) -> Json:
    """Return a conversation as a file of the kind that was asked for."""
    locale, said = locale_of(content), _said(field(content, "said", list[Any]()))
    if field(content, "kind", "replay") == "replay":
        return {"name": "conversation.json", "text": replay_file(said, locale)}
    title = field(content, "title", "") or "A conversation"
    return {"name": "conversation.toml", "text": dialog_file(said, locale, title)}


def _said(rows: list[Any]) -> list[Said]:
    """Return words and taps, or tell what they must be."""

    def is_said(one: object) -> bool:
        texts = one if isinstance(one, list) else [one]
        return bool(texts) and all(isinstance(text, str) for text in texts)

    if not rows or len(rows) > MOST_SAID or not all(is_said(one) for one in rows):
        abort(400, f'"said" must hold words or taps, {MOST_SAID} at most.')
    return rows


def _loaded(content: Json) -> Json:
    """Return the titles in a file, and the conversation at one place of it."""
    locale, name, text = locale_of(content), field(content, "name", ""), field(content, "text", "")
    place = field(content, "place", 0)
    try:
        titles = titles_in(text, name)
        if not 0 <= place < len(titles):
            abort(400, f'"place" must be 0 to {len(titles) - 1}.')
        return {"titles": titles, **_script(script_of(text, name, place, locale))}
    except (ReplayError, DialogError) as error:
        abort(400, str(error))


def _script(script: Script) -> Json:
    return {"title": script.title, "says": script.says, "missing": script.missing}

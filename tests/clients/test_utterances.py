"""virtual-alexa: what people say, by the interaction model that Amazon gets, to our endpoint."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from outside import HERE, ROOT, needs_node, node_json

from skill import library
from skill.playing.replay import script_in
from skill.saying import State, say

Json = dict[str, Any]
MODEL = ROOT / "interaction_models/en-US.json"
TEXTS = library.locale_texts("en-US")
PATHS = tomllib.loads((HERE / "paths.toml").read_text(encoding="utf-8"))["path"]
REPLAYS = sorted((ROOT / "tests/replays").glob("*.json"))
DIGITS = {"fifty two": "52", "thirty": "30", "thirty eight": "38"}
"""Alexa fills a number slot with digits; virtual-alexa leaves the words."""
NAMED = {one["title"]: one["says"] for one in PATHS} | {
    one.stem: [
        DIGITS.get(said, said) for said in script_in(one.read_text("utf-8"), "")["userInput"]
    ]
    for one in REPLAYS
}

pytestmark = needs_node


@pytest.fixture(scope="module")
def said(endpoint: str) -> dict[str, list[Json]]:
    """Return the turns of every path, as virtual-alexa had them."""
    told = {"model": str(MODEL), "url": endpoint, "name": TEXTS["invocation"]}
    turns = node_json("utterances.cjs", told=told | {"paths": list(NAMED.values())})
    return dict(zip(NAMED, turns, strict=True))


@pytest.mark.parametrize("title", NAMED)
def test_every_sentence_is_understood(title: str, said: dict[str, list[Json]]) -> None:
    """By a sample of the model, but for what is meant not to be."""
    missed = {one["said"] for one in said[title] if one["intent"] == "AMAZON.FallbackIntent"}
    assert missed <= {"purple elephants"}


@pytest.mark.parametrize("title", NAMED)
def test_the_speaker_says_what_the_simulator_says(title: str, said: dict[str, list[Json]]) -> None:
    """Word for word, turn by turn: one engine behind every door."""
    state: State = {}
    for one in said[title]:
        words = one["said"].removeprefix("ask nerve check ")
        told = say(words, state, "en-US")
        assert (one["speech"], one["ended"]) == (told.speech.text, told.ended), one["said"]
        state = told.state


@pytest.mark.parametrize("title", NAMED)
def test_the_microphone_is_open_for_a_question(title: str, said: dict[str, list[Json]]) -> None:
    """With a reprompt, and for nothing else."""
    for one in said[title]:
        assert one["ended"] is ("?" not in one["speech"])
        assert bool(one["reprompt"]) is not one["ended"]


@pytest.mark.parametrize("path", PATHS, ids=lambda one: one["title"])
def test_a_path_ends_where_the_table_says(path: Json, said: dict[str, list[Json]]) -> None:
    """At the level that it names, or at none."""
    speech = " ".join(one["speech"] for one in said[path["title"]])
    number = TEXTS["emergency_number"]
    acts = {
        key.split(".")[1]: text.replace("{emergency_number}", number)
        for key, text in TEXTS.items()
        if key.startswith("level.") and key.endswith(".act")
    }
    told = [level for level, act in acts.items() if act in speech]
    assert told == ([path["ends"]] if path["ends"] else [])


def test_there_are_paths_to_say() -> None:
    """The table and every replay file."""
    assert len(NAMED) >= 14
    assert all(Path(one).suffix == ".json" for one in REPLAYS)

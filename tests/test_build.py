"""What is generated from the content is current, complete, and agrees with the code."""

import json
import shutil
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from callers import KNOWLEDGE

from skill import library
from skill.dialogue.acts import OPTION
from skill.dialogue.answers import LAST, ORDINALS
from skill.doors.alexa.intents import AFTER, BEFORE
from skill.hearing.intents import ACTS, CHOICES
from skill.triage.knowledge import YES
from skill.workshop.authoring import building
from skill.workshop.authoring.building import build, stale
from skill.workshop.authoring.compiling import compile_knowledge
from skill.workshop.authoring.reading import COMPILED, read_medicine

MODELS = sorted(building.MODELS.glob("*.json"))

each_model = pytest.mark.parametrize("path", MODELS, ids=lambda one: one.name)


def language_model(path: Path) -> dict[str, Any]:
    """Return the language model of a file."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    model: dict[str, Any] = found["interactionModel"]["languageModel"]
    return model


def test_generated_files_are_current() -> None:
    """As they would be written now; otherwise: python -m skill build."""
    assert stale() == []


def test_what_is_opened_is_what_was_compiled() -> None:
    """To the last tuple: a list that was left one would be no equal, and could be changed."""
    assert compile_knowledge(read_medicine()) == KNOWLEDGE
    assert "[" not in repr(KNOWLEDGE)


def test_there_is_a_model_for_every_locale() -> None:
    """And for no other."""
    assert [path.stem for path in MODELS] == list(library.locales())


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with copies of the generated files, which building now writes to."""
    for name, folder in (("COMPILED", COMPILED), ("MODELS", building.MODELS)):
        target = tmp_path / folder.relative_to(building.MODELS.parent)
        shutil.copytree(folder, target)
        monkeypatch.setattr(building, name, target)
    return tmp_path


def test_what_is_old_stray_or_missing_is_found_and_put_right(copied: Path) -> None:
    """A model edited by hand, a locale that no longer exists, a file that somebody deleted."""
    old = copied / "interaction_models/en-US.json"
    stray = copied / "skill/content/compiled/xx-XX.hear.json"
    missing = copied / "skill/content/compiled/knowledge.json"
    text = old.read_text(encoding="utf-8")
    old.write_text(text + "\n", encoding="utf-8")
    stray.write_text("{}", encoding="utf-8")
    missing.unlink()
    paths = {old, stray, missing}
    names = {path.relative_to(copied).as_posix() for path in paths}
    assert set(stale()) == {f"{name} is stale. Run: python -m skill build" for name in names}
    assert set(build()) == paths
    assert old.read_text(encoding="utf-8") == text
    assert missing.exists()
    assert not stray.exists()
    assert build() == [], "the same content gives the same bytes"


# --- the interaction model and the code ---------------------------------------------------------

FREE = {
    "AskIntent",
    "BackIntent",
    "EmergencyIntent",
    "ForOtherIntent",
    "NumberIntent",
    "SaidIntent",
    "TellIntent",
}
"""The intents whose slots are no answer to a choice."""


@each_model
def test_no_utterance_belongs_to_two_intents(path: Path) -> None:
    """Alexa would take either."""
    said: dict[str, str] = {}
    for intent in language_model(path)["intents"]:
        for sample in intent["samples"]:
            assert said.setdefault(sample, intent["name"]) == intent["name"], sample
        assert len(set(intent["samples"])) == len(intent["samples"])


@each_model
def test_every_intent_means_something_and_every_meaning_can_be_said(path: Path) -> None:
    """The tables of the code and the model name the same intents."""
    named = {one["name"] for one in language_model(path)["intents"]}
    assert named == {*ACTS, *CHOICES, *FREE}


BESIDE = {"duration": ("keeps_coming_back",)}
"""What is told in reply to a choice, and is a finding of its own."""


@each_model
def test_the_values_of_a_slot_are_values_of_its_finding(path: Path) -> None:
    """Every value can be said, and nothing else but what is told in place of one.

    Of a choice without a slot of its own the option is named, or a time that means it.
    """
    model = language_model(path)
    types = {one["name"]: [value["id"] for value in one["values"]] for one in model["types"]}
    options = set(types.pop("OPTION"))
    meant = {value for one in KNOWLEDGE.findings.values() for value in one.means.values()}
    sayable = options | meant
    for slot, finding in CHOICES.values():
        if finding not in {"age_band", OPTION}:
            values = [*KNOWLEDGE.findings[finding].values, *BESIDE.get(finding, ())]
            assert sorted(types.pop(slot.upper())) == sorted(values)
            sayable |= set(values)
    every = {value for step in KNOWLEDGE.steps for value in step.values}
    for name in KNOWLEDGE.findings.keys() - {"age_band"}:
        every |= set(KNOWLEDGE.findings[name].values)
    assert every <= sayable
    assert options <= {*every, *ORDINALS, LAST}
    assert types.pop("QUESTION") == [f"q{number}" for number in range(1, 34)]
    findings = KNOWLEDGE.findings.values()
    told = {one.id for one in findings if not one.values or YES in one.means}
    assert set(types.pop("SYMPTOM")) <= told
    assert types.keys() == {"CATCH", "EMERGENCY", "KIN"}


@each_model
def test_every_choice_has_its_slot_in_every_sample(path: Path) -> None:
    """A choice without its value would be asked again."""
    for intent in language_model(path)["intents"]:
        if intent["name"] in FREE:
            continue
        slots = {one["name"] for one in intent.get("slots", [])} - {BEFORE, AFTER}
        wanted = {CHOICES[intent["name"]][0]} if intent["name"] in CHOICES else set()
        wanted |= {"length"} if "duration" in wanted else set()
        assert slots == wanted
        for sample in intent["samples"]:
            assert not wanted or sum(f"{{{slot}}}" in sample for slot in wanted) == 1, sample


@each_model
def test_no_word_of_a_slot_stands_for_two_values(path: Path) -> None:
    """Each phrase has one meaning."""
    for one in language_model(path)["types"]:
        names = list(
            chain.from_iterable(
                (value["name"]["value"], *value["name"]["synonyms"]) for value in one["values"]
            )
        )
        assert len(set(names)) == len(names), one["name"]


@each_model
def test_the_invocation_name_is_as_amazon_wants_it(path: Path) -> None:
    """Two words at least, in small letters, none of Alexa's own."""
    name = language_model(path)["invocationName"]
    assert name == name.lower()
    assert len(name.split()) >= 2
    taken = {"alexa", "amazon", "echo", "computer", "launch", "ask", "tell", "open", "the", "a"}
    assert not taken & set(name.split())

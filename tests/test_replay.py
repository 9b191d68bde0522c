"""Replay files in the ASK CLI's form: whole conversations in words, through the simulator."""

import json
from pathlib import Path

import pytest

from skill.__main__ import main

REPLAYS = sorted((Path(__file__).parent / "replays").glob("*.json"))
GOOD = {"skillId": "amzn1.ask.skill.any", "locale": "en-US", "type": "text", "userInput": []}


@pytest.mark.parametrize("path", REPLAYS, ids=lambda path: path.stem)
def test_a_conversation_in_words_is_understood_to_its_end(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every turn is understood, and the last one ends the session."""
    assert main(["chat", "--replay", str(path)]) == 0
    told = capsys.readouterr().out
    assert told.count("[ends]") == 1
    assert told.endswith("[ends]\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("self_care", "sound more like a muscle spasm"),
        ("nerve", "sound more like a pinched nerve"),
        ("emergency", "Please go to the emergency room now."),
    ],
)
def test_each_path_ends_in_its_result(
    name: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Home, a visit, or the emergency room."""
    path = next(path for path in REPLAYS if path.stem == name)
    main(["chat", "--replay", str(path)])
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    "said", [["open nerve check", "purple elephants"], ["open nerve check", "stop", "yes"]]
)
def test_a_turn_that_is_not_understood_or_comes_too_late_fails(
    said: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The turn is marked, and the exit status says so."""
    assert main(["chat", "--replay", written(tmp_path, GOOD | {"userInput": said})]) == 1
    assert f"you    {said[-1]}   [FAILED]" in capsys.readouterr().out


def test_what_comes_after_quit_is_not_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the ASK CLI leaves its prompt at ".quit"."""
    script = GOOD | {"userInput": ["open nerve check", ".quit", "purple elephants"]}
    assert main(["chat", "--replay", written(tmp_path, script)]) == 0
    assert "elephants" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{not json", "cannot be read as JSON"),
        ("[]", '"skillId" is missing'),
        (json.dumps({**GOOD, "userInput": "open nerve check"}), '"userInput" is missing'),
        (json.dumps({**GOOD, "userInput": [1]}), "something that is no text"),
    ],
)
def test_a_broken_file_is_told_in_a_sentence(
    content: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is named with what is wrong, and nothing is played."""
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    assert main(["chat", "--replay", str(path)]) == 1
    told = capsys.readouterr()
    assert not told.out
    assert str(path) in told.err
    assert complaint in told.err


def test_a_file_that_is_not_there_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback for a slip of the finger."""
    assert main(["chat", "--replay", str(tmp_path / "none.json")]) == 1
    assert "none.json" in capsys.readouterr().err


def written(folder: Path, script: object) -> str:
    """Return the path of a replay file with this content."""
    path = folder / "replay.json"
    path.write_text(json.dumps(script), encoding="utf-8")
    return str(path)

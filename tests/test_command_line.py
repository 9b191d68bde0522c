"""The command line: what each command prints, and with which status it ends."""

import json
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from callers import SIMPLE_SPASM, attributes, interview

from skill import library
from skill.__main__ import main
from skill.dialogue.acts import MISHEARD
from skill.dialogue.session import load
from skill.doors.terminal.chat import chat
from skill.doors.terminal.hints import answers, commands
from skill.doors.voice.grammars import grammar
from skill.hearing.pending import asked_in
from skill.hearing.sentence import KINDS
from skill.saying import ears, expected

ROOT = Path(__file__).parents[1]
STORIES = ROOT / "tests/cases/dev.jsonl"


def run(*arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """Return what ``python -m skill`` did, run as people run it."""
    return subprocess.run(
        [sys.executable, "-m", "skill", *arguments],
        cwd=ROOT,
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_check_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """The content as it ships has no problems, and that is said."""
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "The content has no problems.\n"


def test_build_has_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    """The generated files are current."""
    assert main(["build"]) == 0
    assert "wrote" not in capsys.readouterr().out


def one_story(folder: Path) -> Path:
    """Return a file with the first of the stories."""
    file = folder / "one.jsonl"
    first = STORIES.read_text(encoding="utf-8").splitlines()[0]
    file.write_text(first + "\n", encoding="utf-8")
    return file


def test_evaluate_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Per level."""
    assert main(["evaluate", str(one_story(tmp_path))]) == 0
    out = capsys.readouterr().out
    assert out.startswith("| expected level | cases |")
    assert "| self_care | 1 | 1 |" in out


@pytest.mark.parametrize("silent", ["no", "unsure"])
@pytest.mark.parametrize("gates", ["no", "unsure"])
def test_evaluate_prints_json(
    silent: str, gates: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object, whatever silence means."""
    file = str(one_story(tmp_path))
    asked = ["evaluate", file, "--json", "--silent", silent, "--silent-gates", gates]
    assert main(asked) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["cases"]] == ["N01"]


USAGE = [
    [],
    ["no-such-command"],
    ["evaluate"],
    ["evaluate", "x", "--silent", "perhaps"],
    ["serve", "--port", "many"],
    ["check", "extra"],
    ["chat", "--no-such-option"],
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_bad_usage_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With status 2 and how to use it."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m skill" in capsys.readouterr().err


COMMANDS = ["", "check", "build", "chat", "talk", "grammars", "serve", "evaluate"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence each."""
    with pytest.raises(SystemExit) as ended:
        main([*filter(None, [command]), "--help"])
    assert ended.value.code == 0
    assert "usage: python -m skill" in capsys.readouterr().out


def test_chat_talks_until_the_end_of_the_conversation() -> None:
    """From the opening to what an emergency calls for, and then it ends by itself."""
    done = run("chat", said="forty\nyes\nno\nthis is not heard any more\n")
    assert done.returncode == 0, done.stderr
    assert "I'm Nerve Check" in done.stdout
    assert "Please call 911 now." in done.stdout
    assert "not heard" not in done.stdout
    assert not done.stderr


CAN_SAY = [
    ("the age", [], ["a number"]),
    ("one question", ["forty"], ["yes", "no", "not sure"]),
    ("several signs", ["forty", "no", "no"], ["yes", "none of these", "not sure"]),
    (
        "a choice",
        ["forty", *["no"] * 5, "leg"],
        ["a fall", "slept wrong", "nothing at all", "not sure"],
    ),
    (
        "which of them",
        ["forty", *["no"] * 5, "leg", "nothing", "yes"],
        ["a fever", "seriously ill", "dark pee", "not sure"],
    ),
    (
        "the place",
        ["forty", "no", "no", "no", "no", "no"],
        ["neck", "shoulder or arm", "upper back or ribs", "lower back", "leg", "jaw or face"],
    ),
    ("an emergency", ["i can't breathe"], ["yes", "no"]),
]


@pytest.mark.parametrize(("reason", "said", "now"), CAN_SAY, ids=[row[0] for row in CAN_SAY])
def test_chat_shows_what_can_be_said_now(
    reason: str, said: list[str], now: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """In the words of the locale, each of which is understood."""
    chat("en-US", said)
    shown = capsys.readouterr().out
    assert "At any time: repeat, say it differently, why do you ask, go back," in shown
    hint = shown.rstrip("> \n").rpartition("[")[2].rstrip("]")
    assert hint.startswith(", ".join(now)), reason


def test_what_can_be_said_is_understood() -> None:
    """Whatever the chat offers, on each turn that offers it; an age is any number."""
    patients = ({**SIMPLE_SPASM, "main_region": place} for place in ("leg", "neck"))
    hedging = {**SIMPLE_SPASM, "main_region": "leg", "gate_chest_breath_tearing": "hedged_no"}
    weak = {**SIMPLE_SPASM, "main_region": "neck", "limb_weakness": "yes", "gate_injury": "yes"}
    kinds: set[str] = set()
    for one in chain(*map(interview, (*patients, hedging, weak))):
        stored = attributes(one.turn)
        kind = expected(stored)
        kinds.add(kind)
        offered = [*answers("en-US", stored), *commands("en-US")]
        pending = asked_in(library.knowledge(), load(library.knowledge(), stored))
        heard = {said: ears("en-US").hear(said, pending).act for said in offered}
        missed = [said for said, act in heard.items() if act == MISHEARD]
        assert missed == (["a number"] if kind == "age" else []), one.asking
    assert kinds == {*KINDS} - {"launch"}


def test_grammars_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One for each kind of turn, in a folder that is made."""
    folder = tmp_path / "new/grammars"
    assert main(["grammars", "--out", str(folder)]) == 0
    assert sorted(path.stem for path in folder.iterdir()) == sorted(KINDS)
    assert capsys.readouterr().out.count("wrote") == len(KINDS)
    assert (folder / "age.jsgf").read_text("utf-8") == grammar("en-US", "age")


def test_grammars_that_cannot_be_written_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence."""
    (tmp_path / "file").touch()
    assert main(["grammars", "--out", str(tmp_path / "file")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_chat_leaves_at_the_end_of_input() -> None:
    """Ctrl-D, at once or after blank lines, is no fault."""
    for said in ("", "\n\n"):
        done = run("chat", said=said)
        assert (done.returncode, done.stderr) == (0, "")


def test_chat_stops_when_told_to() -> None:
    """With a goodbye."""
    done = run("chat", said="stop\n")
    assert done.returncode == 0
    assert "goodbye" in done.stdout


REPLAYS = [
    ("whole", {"userInput": ["open nerve check", "forty", "stop", ".quit"]}, 0),
    ("something that nobody understands", {"userInput": ["open nerve check", "blorp"]}, 1),
    ("more than the session lasts", {"userInput": ["open nerve check", "stop", "yes"]}, 1),
    ("no input", {"userInput": None}, 1),
    ("input that is no text", {"userInput": [1]}, 1),
]


@pytest.mark.parametrize(("reason", "script", "status"), REPLAYS, ids=[row[0] for row in REPLAYS])
def test_a_replay_ends_with_its_status(
    reason: str,
    script: dict[str, object],
    status: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """0 when every turn was answered, 1 when one failed or the file is none."""
    file = tmp_path / "replay.json"
    whole = {"skillId": "x", "locale": "en-US", "type": "text", **script}
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert main(["chat", "--replay", str(file)]) == status, reason
    printed = capsys.readouterr()
    assert printed.out or printed.err


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_replay_that_cannot_be_read_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence."""
    assert main(["chat", "--replay", str(tmp_path / name)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_an_unknown_locale_is_told() -> None:
    """In a sentence, not a traceback."""
    done = run("chat", "--locale", "xx-XX", said="")
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr


def test_the_module_runs_as_a_command() -> None:
    """``python -m skill`` passes its status on."""
    assert run().returncode == 2
    assert run("evaluate", "missing.jsonl").returncode == 1

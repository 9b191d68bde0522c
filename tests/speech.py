"""Answers spoken by espeak-ng, as a microphone would bring them."""

import array
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec

import pytest

from skill.doors.voice.sound import BYTES, RATE, Sound, of_wav, silence, wav_of

VOICE = "en-us"
"""Whose answers are heard in the tests; always the same, so always heard the same."""
OTHER_VOICE = "en-us+f3"
BEFORE_AND_AFTER = 0.5
"""Seconds of silence around an answer."""

speaks = pytest.mark.skipif(
    not shutil.which("espeak-ng"), reason="needs espeak-ng: apt-get install espeak-ng"
)
listens = pytest.mark.skipif(
    not find_spec("pocketsphinx"), reason='needs pocketsphinx: pip install "nerve-check[voice]"'
)


@cache
def spoken(text: str, voice: str = VOICE) -> Sound:
    """Return words as somebody says them, 16,000 samples a second, with silence around."""
    command = ["espeak-ng", "-v", voice, "-s", "160", "--stdin", "--stdout"]
    said = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout
    around = silence(BEFORE_AND_AFTER, RATE)
    return Sound(around + resampled(of_wav(said)).samples + around, RATE)


def recording(text: str, voice: str = VOICE) -> bytes:
    """Return the same as a WAV file."""
    return wav_of(spoken(text, voice))


def resampled(sound: Sound) -> Sound:
    """Return sound with 16,000 samples a second, each on the line between its neighbours."""
    given = array.array("h", sound.samples)
    steps = len(given) * RATE // sound.rate - 1
    places = (divmod(at * sound.rate, RATE) for at in range(steps))
    drawn = (given[at] + (given[at + 1] - given[at]) * part // RATE for at, part in places)
    return Sound(array.array("h", drawn).tobytes()[: steps * BYTES], RATE)

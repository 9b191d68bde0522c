"""Says SSML aloud with espeak-ng, a program that many systems have.

It is called and not linked, and nothing else needs it. Its own SSML is not used: it says numbers
to call as amounts, and takes what Alexa refuses.
"""

import re
import shutil
import subprocess

from skill import library
from skill.doors.voice.sound import Sound, of_wav, silence, wav_of
from skill.doors.voice.ssml import Piece, pieces

PROGRAM = "espeak-ng"
_WORDS_A_MINUTE = 165
_SLOWEST = 80
"""What the program speaks at least, in words a minute."""
_SLOW = 0.75
_QUIET_RATE = 22_050
"""Samples a second of what holds nothing but silence."""
_LONGEST = 30
"""Seconds that the program may take for one piece; it takes some hundredths of one."""


class NoSpeakerError(Exception):
    """There is no program to speak with, or it failed; the message says what to do."""


def can_speak() -> bool:
    """Return whether there is a program to speak with."""
    return shutil.which(PROGRAM) is not None


def say(ssml: str, locale: str, *, slow: bool = False) -> bytes:
    """Return SSML as speech in a WAV file, the same for the same words.

    Raise SsmlError for what Alexa would not speak, NoSpeakerError without espeak-ng. ``slow``
    slows down once more what the SSML may slow down itself.
    """
    spoken = [_spoken(one, locale, _SLOW if slow else 1.0) for one in pieces(ssml)]
    rate = spoken[0].rate if spoken else _QUIET_RATE
    return wav_of(Sound(b"".join(one.samples for one in spoken), rate))


def _spoken(piece: Piece, locale: str, factor: float) -> Sound:
    """Return one piece with the silence after it."""
    if not piece.text:
        return Sound(silence(piece.pause, _QUIET_RATE), _QUIET_RATE)
    speed = max(_SLOWEST, round(_WORDS_A_MINUTE * piece.rate * factor))
    said = of_wav(_run(_digit_by_digit(piece.text, locale), locale, speed))
    return Sound(said.samples + silence(piece.pause, said.rate), said.rate)


def _run(text: str, locale: str, speed: int) -> bytes:
    """Return what the program writes for a text, on standard input so that no list shows it."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise NoSpeakerError(
            f"There is no {PROGRAM} to speak with. Install it: apt-get install {PROGRAM}."
        )
    command = [program, "-v", locale.lower(), "-s", str(speed), "--stdin", "--stdout"]
    try:
        done = subprocess.run(  # noqa: S603 - the program's path, a locale that there is, a number
            command, input=text.encode(), capture_output=True, timeout=_LONGEST, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NoSpeakerError(
            f"{PROGRAM} could not speak {locale}: {type(error).__name__}. Is it installed whole?"
        ) from None
    return done.stdout


def _digit_by_digit(text: str, locale: str) -> str:
    """Return a text with the numbers to call as they are said: "9 1 1"."""
    texts = library.locale_texts(locale)
    numbers = {texts["emergency_number"], texts["crisis_line"]}
    return re.sub(
        r"\d+", lambda found: " ".join(found[0]) if found[0] in numbers else found[0], text
    )

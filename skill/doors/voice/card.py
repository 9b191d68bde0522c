"""The microphone and the speaker of this machine."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from skill.doors.voice.listening import Ears, with_floor
from skill.doors.voice.sound import BYTES, RATE, Sound

PATIENCE = 8.0
"""Seconds that somebody has to begin an answer, as with Alexa."""
LONGEST = 20.0
"""Seconds that an answer is listened to."""


class NoSoundCardError(Exception):
    """There is no microphone or no speaker; the message says what to do."""


class Card(Protocol):
    """What plays and records."""

    def play(self, sound: Sound) -> None:
        """Play sound, and return when it has ended."""

    def record(self) -> Sound:
        """Return an answer, from now until somebody stops speaking; empty after silence."""


class SoundCard:
    """The sound card that the system uses; raises NoSoundCardError without one."""

    def __init__(self) -> None:
        try:
            import sounddevice  # noqa: PLC0415 - the extra is optional
        except ImportError:
            raise NoSoundCardError(
                'A microphone needs sounddevice. Install it: pip install "nerve-check[voice]".'
            ) from None
        except OSError:
            raise NoSoundCardError(
                "A microphone needs PortAudio. Install it: apt-get install libportaudio2."
            ) from None
        self._driver = sounddevice
        with self._told():
            for kind in ("input", "output"):
                sounddevice.query_devices(kind=kind)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the driver raises into a sentence."""
        try:
            yield
        except (self._driver.PortAudioError, ValueError):
            raise NoSoundCardError(
                "There is no microphone and speaker that can be used on this machine."
            ) from None

    def play(self, sound: Sound) -> None:
        """Play sound, and return when it has ended."""
        driver = self._driver
        with (
            self._told(),
            driver.RawOutputStream(samplerate=sound.rate, channels=1, dtype="int16") as speaker,
        ):
            speaker.write(sound.samples)

    def record(self) -> Sound:
        """Return an answer, from now until somebody stops speaking; empty after silence."""
        driver, size = self._driver, Ears().frame_bytes
        with (
            self._told(),
            driver.RawInputStream(samplerate=RATE, channels=1, dtype="int16") as microphone,
        ):
            frames = (bytes(microphone.read(size // BYTES)[0]) for _ in iter(int, 1))
            return Sound(answer(frames), RATE)


def answer(frames: Iterable[bytes]) -> bytes:
    """Return the frames up to the end of an answer; nothing when nobody begins one in time."""
    ears, taken = Ears(), bytearray()
    for frame in frames:
        ears.take(with_floor(frame, len(taken) // BYTES))
        taken += frame
        seconds = len(taken) / (RATE * BYTES)
        if not (ears.speaking or ears.spans) and seconds >= PATIENCE:
            return b""
        if (ears.spans and not ears.speaking) or seconds >= LONGEST:
            break
    return bytes(taken)

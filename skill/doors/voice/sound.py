"""Sound as this package passes it around: 16-bit samples of one channel, and WAV files of them."""

import io
import wave
from typing import NamedTuple

BYTES = 2
"""Of a sample."""
RATE = 16_000
"""Samples a second that are listened to."""


class SoundError(Exception):
    """A WAV file that is not listened to; the message says what it has to be."""


class Sound(NamedTuple):
    """Samples of 16 bits, little-endian, and how many there are in a second."""

    samples: bytes
    rate: int

    @property
    def seconds(self) -> float:
        """Return how long it lasts."""
        return len(self.samples) / (BYTES * self.rate)


def silence(seconds: float, rate: int) -> bytes:
    """Return the samples of a silence."""
    return bytes(BYTES * round(seconds * rate))


def wav_of(sound: Sound) -> bytes:
    """Return sound as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(BYTES)
        written.setframerate(sound.rate)
        written.writeframes(sound.samples)
    return file.getvalue()


def of_wav(file: bytes) -> Sound:
    """Return the sound of a WAV file of one channel and 16 bits; raise SoundError for any other.

    The samples may end before the header says so: a program that writes to a pipe cannot know.
    """
    try:
        with wave.open(io.BytesIO(file)) as read:
            form = read.getnchannels(), read.getsampwidth()
            rate, samples = read.getframerate(), read.readframes(len(file))
    except (wave.Error, EOFError) as error:
        raise SoundError(
            f"The sound is no WAV file: {str(error) or 'it ends too early'}."
        ) from None
    if form != (1, BYTES):
        raise SoundError("The sound has to be of one channel and 16 bits.")
    return Sound(samples[: len(samples) - len(samples) % BYTES], rate)

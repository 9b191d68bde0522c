"""Hears speech with pocketsphinx, which runs on this machine and keeps nothing.

Owns the settings that decide how well it hears (docs/decisions/0011-speech.md), and what is not
taken at its word: speech outside the grammar, and a yes or a no that a second hearing turns round.
"""

import array
import random
import threading
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from skill.simulator.hearing import NO_INTENTS, YES_INTENTS, Expects
from skill.simulator.speaker import hearing
from skill.voice.grammars import grammar, listens
from skill.voice.sound import BYTES, RATE, Sound, SoundError, of_wav

if TYPE_CHECKING:
    from pocketsphinx import Decoder

LOCALES = ("en-US",)
"""Whose sounds the recogniser knows: its model of US English comes with it."""

_PADDING = 0.3
"""Seconds before and after speech that are listened to as well: sounds begin and end quietly."""
_FLOOR = 40
"""How loud the noise is that is laid under all sound: digital silence confuses the models."""
_SEED = 20
_MORE_WORDS = 2
"""So many words more in the free hearing, and what was said is no sentence of the grammar."""

_STRICT = {"silprob": 0.5, "wip": 0.2}
_FREE = {"fwdflat": False, "bestpath": False, "ds": 2, "maxwpf": 10, "maxhmmpf": 3000}
"""The free hearing only has to tell how much was said, so it is hurried."""


class NoEarsError(Exception):
    """There is no recogniser for a locale; the message says what to do."""


def can_listen(locale: str) -> bool:
    """Return whether there is a recogniser for a locale."""
    return locale in LOCALES and find_spec("pocketsphinx") is not None


def hear(wav: bytes, kind: Expects, locale: str) -> str:
    """Return what was said on a turn that expects this kind of answer; "" for nothing understood.

    The WAV file has one channel of 16 bits, 16,000 samples a second; else SoundError is raised,
    and NoEarsError without a recogniser. The same sound is always heard the same.
    """
    sound = of_wav(wav)
    if sound.rate != RATE:
        raise SoundError(f"The sound has to have {RATE} samples a second, not {sound.rate}.")
    speech = spoken_part(sound.samples)
    return _recogniser(locale).hear(speech, kind) if speech else ""


@cache
def _recogniser(locale: str) -> "Recogniser":
    return Recogniser(locale)


class Recogniser:
    """Hears one locale, one turn at a time."""

    def __init__(self, locale: str) -> None:
        if not can_listen(locale):
            raise NoEarsError(_missing(locale))
        self._locale = locale
        self._strict, self._free = _decoder(**_STRICT), _decoder(lm=_model("en-us.lm.bin"), **_FREE)
        self._kinds: set[str] = set()
        self._lock = threading.Lock()

    def hear(self, speech: bytes, kind: Expects) -> str:
        """Return what was said, or "" when it is not to be relied on."""
        with self._lock:
            self._listen_for(kind)
            said = _decoded(self._strict, speech)
            freely = _decoded(self._free, speech) if said else ""
        return said if self._reliable(said, freely, kind) else ""

    def _listen_for(self, kind: Expects) -> None:
        if kind not in self._kinds:
            self._strict.add_jsgf_string(kind, grammar(self._locale, kind))
            self._kinds.add(kind)
        self._strict.activate_search(kind)

    def _reliable(self, said: str, freely: str, kind: Expects) -> bool:
        """Tell whether a second hearing, free of the grammar, bears the first one out."""
        if len(freely.split()) >= len(said.split()) + _MORE_WORDS:
            return False
        intents = {hearing(self._locale).hear(one, kind).intent for one in (said, freely)}
        return not (intents & YES_INTENTS and intents & NO_INTENTS)


def _missing(locale: str) -> str:
    if locale not in LOCALES:
        return f"There is no model to hear {locale} with, only {', '.join(LOCALES)}."
    return 'Listening needs pocketsphinx. Install it: pip install "nerve-check[voice]".'


def _model(name: str) -> str:
    from pocketsphinx import get_model_path  # noqa: PLC0415 - the extra is optional

    path: str = get_model_path(f"en-us/{name}")
    return path


def _decoder(lm: str | None = None, **settings: Any) -> "Decoder":  # noqa: ANN401 - its settings
    from pocketsphinx import Decoder  # noqa: PLC0415 - the extra is optional

    words = _model("cmudict-en-us.dict")
    return Decoder(hmm=_model("en-us"), dict=words, lm=lm, loglevel="FATAL", **settings)


def _decoded(decoder: "Decoder", speech: bytes) -> str:
    """Return what a decoder makes of speech, as if it had heard nothing before."""
    decoder.reinit_feat()
    decoder.start_utt()
    decoder.process_raw(speech, full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    return found.hypstr if found else ""


# --- the part of a recording that is speech ---------------------------------------------------


def spoken_part(samples: bytes) -> bytes:
    """Return what lies between the first and the last speech in a recording, or nothing."""
    noisy = with_floor(samples)
    spans = list(_spans(noisy))
    if not spans:
        return b""
    first, last = (round(one * RATE) * BYTES for one in (spans[0][0] - _PADDING, spans[-1][1] + _PADDING))
    return noisy[max(first, 0) : last]


def _spans(samples: bytes) -> Iterator[tuple[float, float]]:
    """Yield the beginning and the end of each stretch of speech, in seconds."""
    from pocketsphinx import Endpointer  # noqa: PLC0415 - the extra is optional

    ears = Endpointer(sample_rate=RATE)
    size = ears.frame_bytes
    whole = len(samples) - len(samples) % size
    for at in range(0, whole, size):
        if ears.process(samples[at : at + size]) is not None and not ears.in_speech:
            yield ears.speech_start, ears.speech_end
    if ears.in_speech:
        yield ears.speech_start, len(samples) / (RATE * BYTES)


def with_floor(samples: bytes) -> bytes:
    """Return samples with quiet noise under them, always the same."""
    sound, noise = array.array("h", samples), _noise()
    loud = (
        max(-32768, min(32767, one + noise[at % RATE])) for at, one in enumerate(sound)
    )
    return array.array("h", loud).tobytes()


@cache
def _noise() -> "array.array[int]":
    """Return a second of noise."""
    chance = random.Random(_SEED)  # noqa: S311 - noise, no secret
    return array.array("h", (round(chance.gauss(0, _FLOOR)) for _ in range(RATE)))

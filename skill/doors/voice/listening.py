"""Hears speech with pocketsphinx, which runs on this machine and keeps nothing.

Beside it Whisper hears freely, where a model is named: an emergency stands in no grammar.

Owns the settings that decide how well it hears (docs/decisions/0011-speech.md), and what is not
taken at its word: speech outside the grammar, half a sentence of it, and a yes, a no or an end
that a second hearing does not bear out.
"""

import array
import random
import threading
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from skill.dialogue.acts import MISHEARD
from skill.dialogue.answers import SAYS_NO, SAYS_YES
from skill.doors.voice import whisper
from skill.doors.voice.grammars import listens, machine
from skill.doors.voice.sound import BYTES, RATE, SoundError, of_wav
from skill.hearing.sentence import Asked
from skill.saying import ears

if TYPE_CHECKING:
    from pocketsphinx import Decoder

LOCALES = ("en-US",)
"""Whose sounds the recogniser knows: its model of US English comes with it."""

_PADDING = 0.3
"""Seconds before and after speech that are listened to as well: sounds begin and end quietly."""
_FLOOR = 40
"""How loud the noise is that is laid under all sound: digital silence confuses the models."""
_SEED = 20
_LEAST, _MOST = -(2**15), 2**15 - 1
"""What a sample can hold."""
_MORE_WORDS = 2
"""So many words more in the free hearing, and what was said is no sentence of the grammar."""

_ENDS = frozenset({"start_over", "stop"})
"""What loses all answers."""

_STRICT = {"silprob": 0.5, "wip": 0.2}
_FREE = {"fwdflat": False, "bestpath": False, "ds": 2, "maxwpf": 10, "maxhmmpf": 3000}
"""The free hearing only has to tell how much was said, so it is hurried."""


class Said(NamedTuple):
    """What was said, and whether it may be taken at its word."""

    text: str
    """"" when nothing was understood."""
    sure: bool = True
    """False for a yes, a no or an end that one of two hearings alone made out: to be asked back."""


NOTHING = Said("")


class NoEarsError(Exception):
    """There is no recogniser for a locale; the message says what to do."""


def can_listen(locale: str) -> bool:
    """Return whether there is a recogniser for a locale."""
    return locale in LOCALES and find_spec("pocketsphinx") is not None


def hear(wav: bytes, kind: str, locale: str) -> Said:
    """Return what was said on a turn that expects this kind of answer.

    The WAV file has one channel of 16 bits, 16,000 samples a second; else SoundError is raised,
    and NoEarsError without a recogniser. The same sound is always heard the same.
    """
    sound = of_wav(wav)
    if sound.rate != RATE:
        raise SoundError(f"The sound has to have {RATE} samples a second, not {sound.rate}.")
    recogniser = recogniser_for(locale)
    speech = spoken_part(sound.samples)
    if not speech:
        return NOTHING
    whole = Said(*whisper.transcribed(speech, locale)) if hears_freely() else None
    return recogniser.hear(speech, kind, whole)


def hears_freely() -> bool:
    """Return whether whole sentences are heard, not only those of a grammar."""
    return not deafness()


def deafness() -> str:
    """Return why only the sentences of a grammar are heard, or "" when more are."""
    if not whisper.is_named():
        return f"{whisper.FOLDER} names no model."
    try:
        whisper.ready()
    except whisper.NoWhisperError as error:
        return str(error)
    return ""


_building = threading.Lock()


def recogniser_for(locale: str) -> "Recogniser":
    """Return the recogniser of a locale, made once; raise NoEarsError when there is none."""
    with _building:
        return _made(locale)


@cache
def _made(locale: str) -> "Recogniser":
    return Recogniser(locale)


class Recogniser:
    """Hears one locale, one turn at a time."""

    def __init__(self, locale: str) -> None:
        if not can_listen(locale):
            raise NoEarsError(_missing(locale))
        self._locale = locale
        self._strict = _decoder(lm=None, **_STRICT)
        self._free = _decoder(lm=_model("en-us.lm.bin"), **_FREE)
        self._kinds: set[str] = set()
        self._lock = threading.Lock()

    def hear(self, speech: bytes, kind: str, whole: Said | None = None) -> Said:
        """Return what was said, unless a second hearing speaks against it.

        ``whole`` is what free hearing made of the same sound, where there is one.
        """
        with self._lock:
            self._listen_for(kind)
            said = _decoded(self._strict, speech)
            if whole is not None:
                plain = said if listens(self._locale).holds(said, kind) else ""
                return self._compared(plain, whole, kind)
            if not listens(self._locale).holds(said, kind):
                return NOTHING
            freely = _decoded(self._free, speech)
        return self._weighed(said, freely, kind)

    def _listen_for(self, kind: str) -> None:
        if kind not in self._kinds:
            start, end, words = machine(self._locale, kind)
            ways = [(one, other, 1.0, word) for one, other, word in words]
            self._strict.add_fsg(kind, self._strict.create_fsg(kind, start, end, ways))
            self._kinds.add(kind)
        self._strict.activate_search(kind)

    def _compared(self, plain: str, whole: Said, kind: str) -> Said:
        """Return what both hearings agree on; else what one of them heard, to be asked back.

        A plain answer is the grammar's, a sentence the free hearing's. An emergency that was made
        out counts at once: what is heard is said back.
        """
        if not plain:
            return whole._replace(sure=whole.sure and not self._weight(whole.text, kind))
        hearing, pending = ears(self._locale), Asked(kind)
        act, freely = (hearing.hear(one, pending).act for one in (plain, whole.text))
        if freely == MISHEARD:
            return Said(plain, sure=not self._weight(plain, kind))
        if act == freely:
            return Said(plain, sure=plain not in listens(self._locale).asked_back)
        if freely.name == "emergency":
            return whole
        longer = len(whole.text.split()) >= len(plain.split()) + _MORE_WORDS
        return whole._replace(sure=False) if longer else Said(plain, sure=False)

    def _weighed(self, said: str, freely: str, kind: str) -> Said:
        """Return what was heard by the grammar, in the light of a hearing free of it."""
        if len(freely.split()) >= len(said.split()) + _MORE_WORDS:
            return NOTHING
        first, second = (self._weight(one, kind) for one in (said, freely))
        if {first, second} == {"yes", "no"}:
            return NOTHING
        plain = said not in listens(self._locale).asked_back
        return Said(said, sure=not first or (first == second and plain))

    def _weight(self, said: str, kind: str) -> str:
        """Return what a mishearing would cost most, a yes, a no or an end; "" for all else."""
        name = ears(self._locale).hear(said, Asked(kind)).act.name
        if name in SAYS_YES or name in SAYS_NO:
            return "yes" if name in SAYS_YES else "no"
        return name if name in _ENDS else ""


def _missing(locale: str) -> str:
    if locale not in LOCALES:
        return f"There is no model to hear {locale} with, only {', '.join(LOCALES)}."
    return 'Listening needs pocketsphinx. Install it: pip install "nerve-check[voice]".'


def _model(name: str) -> str:
    from pocketsphinx import get_model_path  # noqa: PLC0415 - the extra is optional

    path: str = get_model_path(f"en-us/{name}")
    return path


def _decoder(**settings: Any) -> "Decoder":  # noqa: ANN401 - the recogniser's own settings
    from pocketsphinx import Decoder  # noqa: PLC0415 - the extra is optional

    words = _model("cmudict-en-us.dict")
    return Decoder(hmm=_model("en-us"), dict=words, loglevel="FATAL", **settings)


def _decoded(decoder: "Decoder", speech: bytes) -> str:
    """Return what a decoder makes of speech, as if it had heard nothing before."""
    decoder.reinit_feat()
    decoder.start_utt()
    decoder.process_raw(speech, full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    return found.hypstr if found else ""


# --- where speech begins and ends -------------------------------------------------------------


class Ears:
    """Takes sound piece by piece, and tells when somebody has spoken and stopped."""

    def __init__(self) -> None:
        from pocketsphinx import Endpointer  # noqa: PLC0415 - the extra is optional

        self._endpointer = Endpointer(sample_rate=RATE)
        self.frame_bytes: int = self._endpointer.frame_bytes
        self.spans: list[tuple[float, float]] = []
        """The beginning and the end of each stretch of speech, in seconds."""

    @property
    def speaking(self) -> bool:
        """Return whether somebody speaks."""
        return bool(self._endpointer.in_speech)

    @property
    def began(self) -> float:
        """Return when the speech began that is going on, in seconds."""
        return float(self._endpointer.speech_start)

    def take(self, frame: bytes) -> None:
        """Listen to one frame."""
        heard = self._endpointer.process(frame)
        if heard is not None and not self.speaking:
            self.spans.append((self.began, float(self._endpointer.speech_end)))


def spoken_part(samples: bytes) -> bytes:
    """Return what lies between the first and the last speech in a recording, or nothing."""
    noisy = with_floor(samples)
    ears = Ears()
    for at in range(0, len(noisy) - ears.frame_bytes + 1, ears.frame_bytes):
        ears.take(noisy[at : at + ears.frame_bytes])
    spans = ears.spans
    if ears.speaking:
        spans.append((ears.began, len(noisy) / (RATE * BYTES)))
    if not spans:
        return b""
    first, last = max(spans[0][0] - _PADDING, 0), spans[-1][1] + _PADDING
    return noisy[round(first * RATE) * BYTES : round(last * RATE) * BYTES]


def with_floor(samples: bytes, start: int = 0) -> bytes:
    """Return samples with quiet noise under them; at the same place it is always the same."""
    sound, noise = array.array("h", samples), _noise()
    loud = (max(_LEAST, min(_MOST, one + noise[at % RATE])) for at, one in enumerate(sound, start))
    return array.array("h", loud).tobytes()


@cache
def _noise() -> "array.array[int]":
    """Return a second of noise."""
    chance = random.Random(_SEED)  # noqa: S311 - noise, no secret
    return array.array("h", (round(chance.gauss(0, _FLOOR)) for _ in range(RATE)))

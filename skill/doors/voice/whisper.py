"""Hears whole sentences with Whisper, where faster-whisper is installed and a model is named.

The grammar hears plain answers better and at once; what no grammar has, an emergency above all,
only free hearing can know. No words are given to it beforehand: on bad sound it would hear those.
"""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

FOLDER = "NERVE_CHECK_WHISPER"
"""The variable that names the folder of a model in CTranslate2's form."""
MODEL = "model.bin"

SILENT = 0.6
"""From this likelihood on nobody spoke, whatever was made out."""
UNLIKELY, DOUBTFUL = -1.0, -0.7
"""Mean log probabilities: below the first nothing was heard, below the second ask back."""
LOUDEST = 2**15


class NoWhisperError(Exception):
    """A model was named and cannot be used; the message says why and what to do."""


def is_named() -> bool:
    """Return whether somebody named a model."""
    return bool(os.environ.get(FOLDER))


def transcribed(speech: bytes, locale: str) -> tuple[str, bool]:
    """Return what was said in 16-bit samples, 16,000 a second, and whether it is to be trusted.

    ("", True) where nobody spoke. Raises NoWhisperError where the model cannot be used.
    """
    import numpy as np  # noqa: PLC0415 - it comes with faster-whisper, which is optional

    samples = np.frombuffer(speech, dtype=np.int16).astype(np.float32) / LOUDEST
    found, _ = _model(os.environ.get(FOLDER, "")).transcribe(
        samples,
        language=locale[:2],
        beam_size=1,
        temperature=0.0,
        condition_on_previous_text=False,
        without_timestamps=True,
    )
    return _believed(list(found))


def _believed(found: Iterable[Any]) -> tuple[str, bool]:
    """Return the text of what was made out, without what is likelier noise."""
    kept = [one for one in found if one.no_speech_prob < SILENT and one.avg_logprob > UNLIKELY]
    text = " ".join(one.text.strip() for one in kept)
    return text, all(one.avg_logprob > DOUBTFUL for one in kept)


def ready() -> None:
    """Load the model that is named; raise NoWhisperError where it cannot be used."""
    _model(os.environ.get(FOLDER, ""))


@cache
def _model(folder: str) -> "WhisperModel":
    if not (Path(folder) / MODEL).is_file():
        raise NoWhisperError(
            f"{FOLDER} names {folder}, which holds no model: it needs a {MODEL} in CTranslate2's "
            "form, with its config and vocabulary. Plain answers are heard without it."
        )
    try:
        from faster_whisper import WhisperModel  # noqa: PLC0415 - it is optional
    except ImportError:
        raise NoWhisperError(
            f"{FOLDER} is set, but faster-whisper is not installed. Install it: "
            "pip install faster-whisper. Plain answers are heard without it."
        ) from None
    try:
        return WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True)
    except (RuntimeError, ValueError, OSError) as error:
        raise NoWhisperError(
            f"{FOLDER}: the model in {folder} cannot be loaded ({type(error).__name__}). "
            "Plain answers are heard without it."
        ) from error

"""Speech for a page whose browser has none: what it says, what it hears, and whether it can.

Neither the words that are said nor what is heard is kept or logged.
"""

from base64 import b64decode

from flask import Blueprint, Response, abort, jsonify, request
from flask.typing import ResponseReturnValue

from skill import library
from skill.doors.voice.listening import NoEarsError, can_listen, deafness, hear, hears_freely
from skill.doors.voice.sound import BYTES, RATE, SoundError
from skill.doors.voice.speaking import NoSpeakerError, can_speak, say
from skill.doors.voice.ssml import SsmlError
from skill.doors.voice.whisper import is_named
from skill.doors.web.bodies import LOCALE, Json, body, field, known_locale, locale_of
from skill.saying import expected

LONGEST_SAID = 20
"""Seconds of sound that are listened to."""
LARGEST_SOUND = LONGEST_SAID * RATE * BYTES + 1024
"""Bytes of a WAV file: its samples and what stands before them."""
_LARGEST_BODY = LARGEST_SOUND * 4 // 3 + 32 * 1024
"""Of a request to listen: the sound in base64, the attributes, and some room."""
_MISSING = 501
"""Not implemented: what is missing can be installed."""

voice = Blueprint("voice", __name__)


@voice.get("/voice")
def able() -> ResponseReturnValue:
    """Return what this machine can do in a locale."""
    locale = known_locale(request.args.get("locale", LOCALE))
    listens = can_listen(locale)
    warning = "" if not listens or hears_freely() else _warning(locale)
    return jsonify(speaks=can_speak(), listens=listens, warning=warning)


def _warning(locale: str) -> str:
    """Return that an emergency may not be heard, with the number, and why."""
    texts = library.locale_texts(locale)
    told = texts["talk.may_miss"].format(emergency_number=texts["emergency_number"])
    return f"{told} {deafness()}" if is_named() else told


@voice.post("/speak")
def speak() -> ResponseReturnValue:
    """Return SSML as sound."""
    content = body()
    ssml, slow = field(content, "ssml", ""), field(content, "slow", default=False)
    try:
        return Response(say(ssml, locale_of(content), slow=slow), mimetype="audio/wav")
    except SsmlError as error:
        abort(400, str(error))
    except NoSpeakerError as error:
        abort(_MISSING, str(error))


@voice.post("/listen")
def listen() -> ResponseReturnValue:
    """Return what was said, as the session's question expects it; "" for nothing understood.

    What is not ``sure`` is to be asked back before it counts.
    """
    request.max_content_length = _LARGEST_BODY
    content = body()
    kind = expected(field(content, "attributes", Json()))
    try:
        said = hear(_sound(field(content, "wav", "")), kind, locale_of(content))
    except SoundError as error:
        abort(400, str(error))
    except NoEarsError as error:
        abort(_MISSING, str(error))
    return jsonify(text=said.text, sure=said.sure)


def _sound(encoded: str) -> bytes:
    """Return the WAV file that was sent in base64."""
    try:
        sound = b64decode(encoded, validate=True)
    except ValueError:
        raise SoundError('"wav" is no base64.') from None
    if len(sound) > LARGEST_SOUND:
        raise SoundError(f'"wav" is longer than {LONGEST_SAID} seconds.')
    return sound

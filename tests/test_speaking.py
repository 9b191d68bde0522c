"""What is spoken is what the SSML says: as long, as slow and as silent, or it is refused."""

import struct
from pathlib import Path

import pytest
from speech import speaks

from skill import library, saying
from skill.doors.terminal.chat import opened
from skill.doors.voice.sound import BYTES, Sound, SoundError, of_wav, silence, wav_of
from skill.doors.voice.speaking import NoSpeakerError, can_speak, say
from skill.doors.voice.ssml import Piece, SsmlError, pieces

LOCALE = "en-US"
QUESTION = "Does a muscle suddenly tighten and then let go by itself?"

PIECES = [
    ("<speak>One.</speak>", [("One.", 1, 0)]),
    ("<speak> One\n two. </speak>", [("One two.", 1, 0)]),
    ("<speak>A &amp; B &lt; &quot;C&quot;</speak>", [('A & B < "C"', 1, 0)]),
    ('<speak>One.<break time="350ms"/> Two.</speak>', [("One.", 1, 0.35), ("Two.", 1, 0)]),
    ('<speak><break time="1.5s"/>One.</speak>', [("", 1, 1.5), ("One.", 1, 0)]),
    ('<speak>One.<break time="1s"/><break/></speak>', [("One.", 1, 1.5)]),
    ('<speak>One.<break strength="none"/></speak>', [("One.", 1, 0)]),
    ('<speak><prosody rate="slow">One.</prosody></speak>', [("One.", 0.75, 0)]),
    (
        '<speak>One <prosody rate="50%">2 <prosody rate="x-fast">3</prosody></prosody></speak>',
        [("One", 1, 0), ("2", 0.5, 0), ("3", 0.75, 0)],
    ),
    ('<speak>One <prosody pitch="high">two</prosody> three</speak>', [("One two three", 1, 0)]),
    ("<speak><p>One.</p><p>Two.</p></speak>", [("One.", 1, 0.7), ("Two.", 1, 0.7)]),
    ("<speak>a<emphasis>b</emphasis>c <w>d</w> <w>e</w></speak>", [("abc d e", 1, 0)]),
    ('<speak><sub alias="for example">e.g.</sub> this</speak>', [("for example this", 1, 0)]),
    (
        '<speak><amazon:emotion name="excited">Oh</amazon:emotion> no</speak>',
        [("Oh no", 1, 0)],
    ),
    ("<speak></speak>", []),
]


@pytest.mark.parametrize(("ssml", "expected"), PIECES, ids=[row[0] for row in PIECES])
def test_ssml_is_taken_apart(ssml: str, expected: list[tuple[str, float, float]]) -> None:
    """Into words, how fast they are said, and the silence after them."""
    assert pieces(ssml) == [Piece(*one) for one in expected]


REFUSED = [
    ("", "not well formed"),
    ("One.", "not well formed"),
    ("<speak>A & B</speak>", "not well formed"),
    ("<speak>One.", "not well formed"),
    ("<speak>One.</speak><speak>Two.</speak>", "not well formed"),
    ("<say>One.</say>", "has to begin with <speak>"),
    ("<speak><b>One.</b></speak>", "no <b> here"),
    ('<speak><audio src="https://example.org/a.mp3"/></speak>', "no <audio> here"),
    ('<speak><break time="11s"/></speak>', "up to 10 seconds"),
    ('<speak><break time="soon"/></speak>', "up to 10 seconds"),
    ('<speak><break strength="huge"/></speak>', '"huge" is not a break'),
    ('<speak><prosody rate="snail">One.</prosody></speak>', '"snail" is not a rate'),
    ('<speak><prosody rate="19%">One.</prosody></speak>', "20% at least"),
    ('<!DOCTYPE speak [<!ENTITY a "b">]><speak>&a;</speak>', "a declaration"),
    (f"<speak>{'a' * 8000}</speak>", "longer than 8000"),
]


@pytest.mark.parametrize(("ssml", "reason"), REFUSED, ids=[row[0][:40] for row in REFUSED])
def test_what_alexa_refuses_is_refused(ssml: str, reason: str) -> None:
    """With a sentence that says what is wrong."""
    with pytest.raises(SsmlError, match=reason):
        pieces(ssml)


def seconds(ssml: str, *, slow: bool = False) -> float:
    """Return how long SSML takes to say."""
    return of_wav(say(ssml, LOCALE, slow=slow)).seconds


@speaks
def test_all_that_the_skill_says_can_be_spoken() -> None:
    """Every SSML of a conversation, and its reprompts."""
    told = opened(LOCALE)
    for said in ("forty", "slower", "no", "help", "why", "yes", "yes"):
        assert pieces(told.speech.ssml)
        assert pieces(told.speech.reprompt_ssml)
        told = saying.say(said, told.state, LOCALE)


@speaks
def test_speech_is_a_wav_file_whose_header_is_true() -> None:
    """A browser trusts the length that it names."""
    file = say(f"<speak>{QUESTION}</speak>", LOCALE)
    size, data = struct.unpack("<I", file[4:8])[0], struct.unpack("<I", file[40:44])[0]
    assert (size, data) == (len(file) - 8, len(file) - 44)
    assert 2 < of_wav(file).seconds < 6
    assert max(file[44:]) > 0


@speaks
def test_the_same_words_are_said_the_same() -> None:
    """To the byte."""
    assert say(f"<speak>{QUESTION}</speak>", LOCALE) == say(f"<speak>{QUESTION}</speak>", LOCALE)


@speaks
def test_slow_is_slower() -> None:
    """By the SSML, by the one who asks for the sound, and by both."""
    usual = seconds(f"<speak>{QUESTION}</speak>")
    slow = f'<speak><prosody rate="slow">{QUESTION}</prosody></speak>'
    assert usual * 1.2 < seconds(slow) < usual * 1.5
    assert usual * 1.2 < seconds(f"<speak>{QUESTION}</speak>", slow=True) < usual * 1.5
    assert seconds(slow, slow=True) > seconds(slow) * 1.2


@speaks
def test_the_slow_mode_of_the_skill_is_audible() -> None:
    """After "slower", a question takes longer than before."""
    asked = saying.say("forty", opened(LOCALE).state, LOCALE)
    slower = saying.say("slower", asked.state, LOCALE)
    again = saying.say("repeat", slower.state, LOCALE)
    assert again.speech.text == asked.speech.text
    assert seconds(again.speech.ssml) > seconds(asked.speech.ssml) * 1.15


@speaks
def test_a_break_is_silence_of_its_length() -> None:
    """Between the items of a screen, so that each can be weighed."""
    whole = of_wav(say('<speak>One.<break time="2s"/>Two.</speak>', LOCALE))
    parts = [of_wav(say(f"<speak>{word}</speak>", LOCALE)) for word in ("One.", "Two.")]
    first, second = (one.samples for one in parts)
    assert whole.samples == first + silence(2, whole.rate) + second


@speaks
@pytest.mark.parametrize("number", ["911", "988"])
def test_a_number_to_call_is_said_digit_by_digit(number: str) -> None:
    """Nobody calls nine hundred and eleven; an amount stays one."""
    assert number in library.locale_texts(LOCALE).values()
    digits = " ".join(number)
    called = say(f"<speak>Call {number} now.</speak>", LOCALE)
    assert called == say(f"<speak>Call {digits} now.</speak>", LOCALE)
    assert say("<speak>About 912 pounds.</speak>", LOCALE) != say(
        "<speak>About 9 1 2 pounds.</speak>", LOCALE
    )


@speaks
def test_nothing_to_say_is_an_empty_sound() -> None:
    """And no fault."""
    assert seconds("<speak></speak>") == 0
    assert seconds('<speak><break time="1s"/></speak>') == 1


def test_a_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence, without what should have been said."""
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoSpeakerError, match="could not speak en-US: CalledProcessError"):
        say("<speak>One.</speak>", LOCALE)


def test_without_the_program_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that has no espeak-ng."""
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not can_speak()
    with pytest.raises(NoSpeakerError, match="apt-get install espeak-ng"):
        say("<speak>One.</speak>", LOCALE)


BAD_SOUND = [
    (b"", "no WAV file"),
    (b"RIFF", "no WAV file"),
    (b"\0" * 100, "no WAV file"),
    (wav_of(Sound(b"", 16_000))[:40], "no WAV file"),
]


@pytest.mark.parametrize(("file", "reason"), BAD_SOUND)
def test_what_is_no_sound_is_refused(file: bytes, reason: str) -> None:
    """With a sentence."""
    with pytest.raises(SoundError, match=reason):
        of_wav(file)


@pytest.mark.parametrize("place", [22, 34], ids=["two channels", "8 bits"])
def test_sound_of_another_form_is_refused(place: int) -> None:
    """One channel of 16 bits is listened to."""
    file = bytearray(wav_of(Sound(silence(0.1, 16_000), 16_000)))
    file[place] = {22: 2, 34: 8}[place]
    with pytest.raises(SoundError, match="one channel and 16 bits"):
        of_wav(bytes(file))


def test_sound_goes_through_a_file_unchanged() -> None:
    """But for half a sample at its end."""
    sound = Sound(bytes(range(200)), 16_000)
    assert of_wav(wav_of(sound)) == sound
    assert sound.seconds == len(sound.samples) / BYTES / 16_000
    assert of_wav(wav_of(sound)[:-1]).samples == sound.samples[:-2]

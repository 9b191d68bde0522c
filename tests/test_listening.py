"""What is heard in a recording: the words of the turn, or nothing; never half a sentence."""

import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from speech import OTHER_VOICE, listens, recording, speaks, spoken

from skill import library
from skill.dialogue.questions import value_of
from skill.doors.voice import whisper
from skill.doors.voice.card import LONGEST, PATIENCE, answer
from skill.doors.voice.grammars import grammar, machine
from skill.doors.voice.grammars import listens as listened
from skill.doors.voice.listening import (
    NOTHING,
    Ears,
    NoEarsError,
    Recogniser,
    Said,
    can_listen,
    deafness,
    hear,
    spoken_part,
    with_floor,
)
from skill.doors.voice.sound import BYTES, RATE, Sound, SoundError, silence, wav_of
from skill.hearing.sentence import KINDS, Asked
from skill.saying import ears as ears_of

pytestmark = listens

LOCALE = "en-US"

HEARD: list[tuple[str, str]] = [
    ("launch", "open nerve check"),
    ("yesno", "yes"),
    ("yesno", "no"),
    ("yesno", "yes it does"),
    ("yesno", "i don't know"),
    ("yesno", "repeat that"),
    ("yesno", "why do you ask"),
    ("yesno", "go back"),
    ("screen", "i can't breathe"),
    ("region", "my lower back"),
    ("duration", "three weeks"),
    ("duration", "a few days"),
    ("age", "thirty eight"),
    ("pain", "moderate"),
    ("readback", "that's right"),
    ("result", "any home tips"),
]

OUTSIDE = [
    "what time is the football tonight",
    "i really need to clean this kitchen",
    "the weather will be fine tomorrow morning",
]


@speaks
@pytest.mark.parametrize(("kind", "said"), HEARD, ids=[" ".join(row) for row in HEARD])
def test_an_answer_is_heard(kind: str, said: str) -> None:
    """On its kind of turn."""
    assert hear(recording(said), kind, LOCALE) == Said(said)


@speaks
@pytest.mark.parametrize("said", OUTSIDE)
def test_talk_in_the_room_is_no_answer(said: str) -> None:
    """What is no sentence of the turn is not taken for the one that sounds most like it."""
    assert hear(recording(said), "screen", LOCALE) == NOTHING


@speaks
@pytest.mark.parametrize("said", ["don't think", "i think one of", "it really"])
def test_half_a_sentence_is_nothing(said: str) -> None:
    """A recogniser that is cut off in the middle of its grammar says what it has."""
    assert hear(recording(said, OTHER_VOICE), "screen", LOCALE) == NOTHING


@speaks
def test_what_sounds_like_its_opposite_is_not_sure() -> None:
    """It has to be asked back."""
    said = hear(recording("no none of these", OTHER_VOICE), "screen", LOCALE)
    assert said == Said("no none of these", sure=False)


@speaks
def test_a_turn_is_heard_the_same_whatever_came_before() -> None:
    """To the last digit of how sure the recogniser is: it carries nothing from turn to turn."""
    ears = Recogniser(LOCALE)
    speech, other = (spoken_part(spoken(one).samples) for one in ("yes it does", "my lower back"))

    def score() -> float:
        ears.hear(speech, "yesno")
        found: float = ears._strict.hyp().best_score  # noqa: SLF001 - nobody else needs it
        return found

    first = score()
    ears.hear(other, "region")
    assert score() == first


@speaks
@pytest.mark.parametrize("seconds", [0, 0.5, 3])
def test_silence_around_an_answer_changes_nothing(seconds: float) -> None:
    """It is cut off, but for a little."""
    around = silence(seconds, RATE)
    longer = around + spoken("yes it does").samples + around
    assert hear(wav_of(Sound(longer, RATE)), "yesno", LOCALE) == Said("yes it does")
    assert len(spoken_part(longer)) < len(spoken("yes it does").samples)


@pytest.mark.parametrize("seconds", [0, 0.01, 1])
def test_silence_is_nothing(seconds: float) -> None:
    """However long."""
    assert hear(wav_of(Sound(silence(seconds, RATE), RATE)), "yesno", LOCALE) == NOTHING


def test_noise_is_laid_under_all_sound_and_never_overflows() -> None:
    """The same noise each time, at the same place."""
    loudest = b"\xff\x7f" * RATE + b"\x00\x80" * RATE
    noisy = with_floor(loudest)
    assert len(noisy) == len(loudest)
    assert noisy == with_floor(loudest)
    assert with_floor(loudest[RATE:], RATE // BYTES) == noisy[RATE:]
    assert with_floor(silence(1, RATE)) != silence(1, RATE)


def test_another_rate_is_refused() -> None:
    """With a sentence that says which is wanted."""
    with pytest.raises(SoundError, match="16000 samples a second, not 8000"):
        hear(wav_of(Sound(silence(1, 8000), 8000)), "yesno", LOCALE)


def test_a_language_without_a_model_is_told() -> None:
    """In a sentence."""
    assert not can_listen("de-DE")
    with pytest.raises(NoEarsError, match="no model to hear de-DE"):
        hear(wav_of(Sound(silence(1, RATE), RATE)), "yesno", "de-DE")


def test_without_the_recogniser_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra was not installed."""
    monkeypatch.setitem(sys.modules, "pocketsphinx", None)
    assert not can_listen(LOCALE)
    with pytest.raises(NoEarsError, match=r'pip install "nerve-check\[voice\]"'):
        Recogniser(LOCALE)


# --- an answer at the microphone --------------------------------------------------------------


def frames(samples: bytes) -> list[bytes]:
    """Return samples as a microphone brings them."""
    size = Ears().frame_bytes
    return [samples[at : at + size] for at in range(0, len(samples) - size + 1, size)]


@speaks
def test_an_answer_ends_soon_after_the_speech() -> None:
    """Not at once, and not when the microphone is switched off."""
    said = spoken("yes it does")
    taken = len(answer(frames(said.samples + silence(30, RATE)))) / (RATE * BYTES)
    assert said.seconds - 0.5 < taken < said.seconds + 0.5


@speaks
def test_an_endless_answer_is_cut() -> None:
    """Somebody who goes on talking is not listened to for ever."""
    without_pause = spoken_part(spoken("no").samples)[RATE // 2 : -RATE // 2]
    taken = answer(frames(without_pause * 100))
    assert len(taken) / (RATE * BYTES) == pytest.approx(LONGEST, abs=0.1)


def test_nobody_answers() -> None:
    """Then nothing was recorded, after as long as a speaker waits."""
    assert answer(frames(silence(PATIENCE + 1, RATE))) == b""


# --- grammars and the recogniser --------------------------------------------------------------


@pytest.fixture(scope="module")
def decoder() -> Any:  # noqa: ANN401 - the recogniser has no types
    """Return the recogniser that a person would start with the written grammars."""
    from pocketsphinx import Decoder, get_model_path  # noqa: PLC0415 - an extra

    words = get_model_path("en-us/cmudict-en-us.dict")
    model = get_model_path("en-us/en-us")
    return Decoder(hmm=model, dict=words, lm=None, loglevel="FATAL", silprob=0.5, wip=0.2)


@pytest.mark.parametrize("locale", [one for one in library.locales() if can_listen(one)])
def test_every_word_that_is_listened_for_has_its_sounds(locale: str, decoder: Any) -> None:  # noqa: ANN401
    """A word that the recogniser cannot pronounce would break its grammar."""
    words = {word for kind in KINDS for _, _, word in machine(locale, kind).words}
    assert [word for word in sorted(words) if decoder.lookup_word(word) is None] == []


@pytest.mark.parametrize("kind", KINDS[1:])
def test_no_two_sentences_sound_the_same_and_differ(kind: str, decoder: Any) -> None:  # noqa: ANN401
    """As "I don't know" and "I don't, no" do."""
    meant = defaultdict(set)
    ears = ears_of(LOCALE)
    for said, _ in listened(LOCALE).readings(kind):
        sounds = " | ".join(decoder.lookup_word(word) for word in said.split())
        act = ears.hear(said, Asked(kind)).act
        value = value_of(library.knowledge(), act.finding, act.value) or act.value
        meant[sounds].add((act._replace(value=value), said))
    alike = [same for same in meant.values() if len({act for act, _ in same}) > 1]
    assert alike == []


@speaks
@pytest.mark.parametrize(("kind", "said"), HEARD[:3] + HEARD[9:12])
def test_the_written_grammar_is_the_one_that_is_listened_with(
    kind: str,
    said: str,
    decoder: Any,  # noqa: ANN401
) -> None:
    """A recogniser that reads JSGF hears the same."""
    decoder.add_jsgf_string(kind, grammar(LOCALE, kind))
    decoder.activate_search(kind)
    decoder.reinit_feat()
    decoder.start_utt()
    decoder.process_raw(spoken_part(spoken(said).samples), full_utt=True)
    decoder.end_utt()
    assert decoder.hyp().hypstr == said


# --- free hearing that is not there --------------------------------------------------------------


def test_without_a_model_an_emergency_may_be_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which is told wherever the skill itself listens."""
    monkeypatch.delenv(whisper.FOLDER, raising=False)
    assert deafness() == f"{whisper.FOLDER} names no model."


@pytest.mark.parametrize("made", [False, True], ids=["no folder", "an empty folder"])
def test_a_folder_without_a_model_is_told_and_the_grammar_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, made: bool
) -> None:
    """A sentence says what is missing; a plain answer is heard as before."""
    folder = tmp_path / "model"
    if made:
        folder.mkdir()
    monkeypatch.setenv(whisper.FOLDER, str(folder))
    assert str(folder) in deafness()
    assert "holds no model" in deafness()
    assert hear(recording("yes"), "yesno", LOCALE).text == "yes"


def test_a_model_without_its_program_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The weights are there, the program is not: how to install it is said."""
    if find_spec("faster_whisper"):
        pytest.skip("faster-whisper is installed here")
    (tmp_path / whisper.MODEL).write_bytes(b"weights")
    monkeypatch.setenv(whisper.FOLDER, str(tmp_path))
    assert "pip install faster-whisper" in deafness()

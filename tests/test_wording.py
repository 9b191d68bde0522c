"""Named utterances become words: safe, whole, and there for everything that can be said."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from callers import (
    KNOWLEDGE,
    REGIONS,
    TEXTS,
    Said,
    after,
    answer_to,
    chance,
    interview,
    launched,
    phrase_keys,
    tips,
)

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act, age, choose
from skill.dialogue.turns import Phrase, Turn, phrase
from skill.wording import plain, render, sentence

NASTY = "Tom & Jerry <b>say</b> \"no\" & 'yes' &amp; 3 < 4 > 2"
OWN = {
    "emergency_number": "1 & 2",
    "crisis_line": "9",
    "list_and": "and",
    "a": NASTY,
    "b": "bees",
    "c": "see <c>",
    "list": "You said {items}.",
    "call": "call {emergency_number} or {crisis_line}",
    "frame.item": "{item}.",
    "accent": "élan first",
}


def heard(ssml: str) -> str:
    """Return what a voice would say of SSML; raise when it is no XML."""
    return "".join(ET.fromstring(ssml).itertext())  # noqa: S314 - our own text


def test_a_locale_text_with_markup_is_said_as_it_stands() -> None:
    """Whatever a translator writes, the response stays valid and nothing becomes a tag."""
    speech = render(Turn(say=(phrase("a"),), ask=(phrase("c"),), reprompt=phrase("a")), OWN)
    assert heard(speech.ssml) == f"{NASTY} See <c>"
    assert heard(speech.reprompt_ssml) == NASTY
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;)", speech.ssml)
    assert speech.text == f"{NASTY} See <c>"


def test_what_fills_a_placeholder_is_escaped_as_well() -> None:
    """Numbers and phrases inside a sentence too, once."""
    ask = (phrase("list", items=phrase("a")), phrase("call"))
    speech = render(Turn(say=(), ask=ask, reprompt=phrase("call")), OWN)
    assert heard(speech.ssml) == f"You said {NASTY}. Call 1 & 2 or 9"
    assert "&amp;amp;amp;" not in speech.ssml


LISTS = [
    ((), ""),
    (("b",), "bees"),
    (("b", "accent"), "bees and élan first"),
    (("b", "accent", "b"), "bees, élan first, and bees"),
    (("b", "accent", "b", "c"), "bees, élan first, bees, and see <c>"),
]


@pytest.mark.parametrize(("keys", "words"), LISTS)
def test_a_list_is_joined_as_one_speaks(keys: tuple[str, ...], words: str) -> None:
    """One, two with "and", more with commas."""
    one = phrase("list", items=tuple(map(phrase, keys)))
    assert sentence(one, OWN) == f"You said {words}."


def test_a_sentence_begins_with_a_capital() -> None:
    """The first letter only, whatever its accent, and an empty text is no fault."""
    assert sentence(phrase("accent"), OWN) == "Élan first"
    assert sentence(phrase("x"), {**OWN, "x": ""}) == ""
    assert plain([phrase("b"), phrase("b")], OWN) == "Bees Bees"


@pytest.mark.parametrize(
    ("signs", "words"),
    [(1, "One: bees?"), (2, "One: bees or bees?"), (3, "One: bees, bees, or bees?")],
)
def test_signs_are_joined_by_or(signs: int, words: str) -> None:
    """One of them is meant, not all."""
    own = {**OWN, "list_or": "or", "which": "One: {signs}?"}
    one = phrase("which", signs=tuple(phrase("b") for _ in range(signs)))
    assert sentence(one, own) == words


def test_a_turn_without_a_question_has_no_reprompt_and_no_card() -> None:
    """What ends says its words and shows nothing."""
    speech = render(Turn(say=(phrase("b"),)), OWN)
    assert (speech.reprompt_text, speech.reprompt_ssml) == ("", "")
    assert (speech.card_title, speech.card_text) == ("", "")


def test_a_card_has_its_title_first() -> None:
    """The rest is one text."""
    card = (phrase("b"), phrase("a"), phrase("accent"))
    speech = render(Turn(say=(), card=card), OWN)
    assert (speech.card_title, speech.card_text) == ("Bees", f"{NASTY} Élan first")


def test_a_missing_utterance_is_a_fault() -> None:
    """Never silence in its place."""
    with pytest.raises(KeyError, match="nowhere"):
        render(Turn(say=(Phrase("nowhere"),)), OWN)


# --- everything that can be said --------------------------------------------------------------

COMMANDS = [acts.REPEAT, acts.REPHRASE, acts.WHY, acts.HELP, acts.MISHEARD, acts.SKIP]
SAID_OUT_OF_TURN: list[Act] = [
    *(choose(n, v) for n in ("main_region", "duration", "pain_level") for v in ("neck", "lt_2d")),
    choose("main_region", "leg"),
    choose("duration", "2_6w"),
    choose("pain_level", "severe"),
    age("80"),
]


def some_talk(seed: int) -> Iterator[Turn]:
    """Yield the turns of a caller who answers at random and asks back."""
    dice = chance(seed)
    turn = launched()
    patient = {
        name: dice.choice(("yes", "unsure"))
        for name, one in KNOWLEDGE.findings.items()
        if not one.values and not one.gate and dice.random() < 0.1
    } | {name: dice.choice(one.values) for name, one in KNOWLEDGE.findings.items() if one.values}
    for _ in range(70):
        yield turn
        if turn.session is None:
            return
        if dice.random() < 0.3:
            act = dice.choice([*COMMANDS, *SAID_OUT_OF_TURN, acts.BACK, acts.NO])
        elif turn.asked:
            act = answer_to(turn, patient)
        else:
            act = dice.choice((acts.YES, acts.YES, acts.NO))
        turn = after(turn, act)


@pytest.mark.parametrize("locale", library.locales())
def test_there_are_words_for_all_that_is_ever_said(locale: str) -> None:
    """Every utterance that many mixed conversations reach exists in every locale."""
    texts = library.locale_texts(locale)
    keys = {key for seed in range(60) for turn in some_talk(seed) for key in phrase_keys(turn)}
    assert len(keys) > 250, "the conversations reach too little"
    assert not keys - set(texts)


def results() -> Iterator[Said]:
    """Yield results of every level, and what follows them."""
    for seed in range(90):
        dice = chance(f"result {seed}")
        patient = {"main_region": dice.choice(REGIONS), "age_band": dice.choice(("35", "57", "72"))}
        patient |= {"duration": dice.choice(KNOWLEDGE.findings["duration"].values)}
        patient |= {"pain_level": dice.choice(("mild", "moderate", "severe"))}
        patient |= dict.fromkeys(dice.sample(sorted(KNOWLEDGE.findings), 4), "yes") | patient
        said = interview(patient)
        yield from said[-1:]
        if "say.offer_tips" in {one.key for one in said[-1].turn.ask}:
            yield from tips(said, patient)[-1:]


def test_every_result_is_valid_speech() -> None:
    """Results, tips and cards in words; no placeholder left open, no tag inside."""
    for one in results():
        speech = render(one.turn, TEXTS)
        assert heard(speech.ssml) == speech.text
        assert not re.search(r"[{}]", speech.text + speech.card_text)
        assert set(re.findall(r"<[^>]*>", speech.ssml)) <= {"<speak>", "</speak>"}

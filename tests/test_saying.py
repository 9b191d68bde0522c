"""One call is the whole skill: every door says the same, and nothing that comes in breaks it."""

from typing import Any

import pytest
from callers import until, words_until
from recorded import DIALOGS, Exchange, conversations, states

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.conversation import attributes_of
from skill.playing.dialogs import act_of
from skill.saying import SILENCE, TALKS, Door, Said, expected, say, understood

LOCALE = "en-US"
TEXTS = library.locale_texts(LOCALE)
KNOWLEDGE = library.knowledge()
EVERYTHING = Door(card=True, screen=True)
Json = dict[str, Any]

ASKED: dict[str, Json] = {expected(state): state for state in states()}
"""Kind of question -> a state in which one is asked."""
OPENING = ["open nerve check", "Alexa, start the nerve check.", " RUN NERVE CHECK! "]
NO_WORDS = ["", " ", "\0\n", "?!", "blorp " * 500, "\U0001f600", "{state}", "<speak>"]
PEOPLE = ["spasm", "neck numb_tingling", "age 70 days 21", "unsure gate_fever"]
SAID = ["yes", "go back", "blorp", acts.NO, acts.tell(("numb_tingling", "yes"))]


# --- one way from words to an answer ------------------------------------------------------------


@pytest.mark.parametrize("number", range(len(DIALOGS)), ids=lambda one: DIALOGS[one].title)
def test_it_says_what_alexa_says(number: int) -> None:
    """Turn by turn: the same words, reprompt, card and state, and the same end."""
    dialog, alexa = DIALOGS[number], conversations()[number]
    state: Json = {}
    for heard, exchange in zip(dialog.hears, alexa, strict=True):
        told = say(act_of(heard) or acts.MISHEARD, state, LOCALE, EVERYTHING)
        assert in_alexas_form(told) == form_of(exchange), heard
        state = told.state


def in_alexas_form(told: Said) -> tuple[object, ...]:
    """Return what is said as a response has it."""
    speech = told.speech
    card = (speech.card_title, speech.card_text) if speech.card_text else ("", "")
    return speech.ssml, speech.reprompt_ssml, card, told.state, told.ended


def form_of(exchange: Exchange) -> tuple[object, ...]:
    """Return the same of what Alexa's door answered."""
    response = exchange.response
    reprompt = response.get("reprompt", {}).get("outputSpeech", {}).get("ssml", "")
    card = response.get("card", {})
    shown = (card.get("title", ""), card.get("text", ""))
    return exchange.speech, reprompt, shown, exchange.attributes, response["shouldEndSession"]


@pytest.mark.parametrize("who", PEOPLE)
def test_words_lead_where_their_acts_lead(who: str) -> None:
    """And say as which act they were heard."""
    by_word = by_act = say(acts.LAUNCH, None, LOCALE)
    meant = [one.act for one in until("result", who)][1:]
    for words, act in zip(words_until("result", who), meant, strict=True):
        by_word, by_act = say(words, by_word.state, LOCALE), say(act, by_act.state, LOCALE)
        assert by_word.heard
        assert by_word._replace(heard=act) == by_act._replace(heard=act)


@pytest.mark.parametrize("words", OPENING)
@pytest.mark.parametrize("kind", ASKED)
def test_the_skill_opens_anew_whatever_was_asked(words: str, kind: str) -> None:
    """A conversation under way is not taken up again by its name."""
    assert understood(words, ASKED[kind], LOCALE) == acts.LAUNCH
    told = say(words, ASKED[kind], LOCALE)
    assert told.speech == say(acts.LAUNCH, {}, LOCALE).speech


@pytest.mark.parametrize("words", ["exit", "Quit."])
@pytest.mark.parametrize("kind", ASKED)
def test_who_leaves_is_not_asked_anything_more(words: str, kind: str) -> None:
    """As on a speaker, which ends the session and does not ask the skill."""
    told = say(words, ASKED[kind], LOCALE)
    assert (told.speech, told.state, told.ended) == (SILENCE, {}, True)


# --- what a way in can do -----------------------------------------------------------------------


def test_a_card_and_a_screen_are_for_who_can_show_them() -> None:
    """What is said does not hang on it."""
    result = until("result", "spasm")
    state = attributes_of(KNOWLEDGE, result[-2].turn)
    act = result[-1].act
    talks = say(act, state, LOCALE, TALKS)
    assert (talks.speech.card_title, talks.speech.card_text, talks.shows) == ("", "", None)
    card = say(act, state, LOCALE, Door(card=True))
    assert card.speech.card_title
    assert card.speech.card_text
    assert card.shows is None
    screen = say(act, state, LOCALE, Door(screen=True))
    assert screen.shows == result[-1].turn
    assert screen._replace(shows=None) == talks
    assert card._replace(speech=talks.speech) == talks


# --- what nobody should send --------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["", "en", "en-us", "xx-XX", "../en-US", "en-US.hear", "\0"])
@pytest.mark.parametrize("said", ["yes", acts.YES, acts.LAUNCH, acts.emergency("chest")])
def test_to_a_country_that_it_does_not_know_it_says_so(locale: str, said: str | Act) -> None:
    """In words that it has, and asks nothing: its number for emergencies may be another there."""
    told = say(said, ASKED["yesno"], locale, EVERYTHING)
    assert told.speech.text == TEXTS["say.wrong_country"].format_map(TEXTS)
    assert (told.state, told.ended) == ({}, True)


GOOD = ASKED["yesno"]
STATES: list[object] = [
    *(None, 5, [], {}, "", "|||", "x" * 5000, "\0|a|b|c"),
    *(GOOD["state"][1:], GOOD["state"] + "|", GOOD["state"].replace("|", "", 1)),
    GOOD["state"][::-1],
]
DAMAGED: list[Any] = [
    {"version": GOOD["version"]},
    {"state": GOOD["state"]},
    {"version": "another", "state": GOOD["state"]},
    *({"version": GOOD["version"], "state": state} for state in STATES),
    ["a list"],
    "a text",
]


@pytest.mark.parametrize("state", DAMAGED, ids=lambda one: str(one)[:40])
@pytest.mark.parametrize("said", SAID)
def test_a_damaged_state_has_lost_its_place(said: str | Act, state: Any) -> None:  # noqa: ANN401 - whatever is sent
    """It begins anew and says so: a wrong answer in its place would be worse."""
    told = say(said, state, LOCALE)
    assert told.speech.text.startswith(TEXTS["say.lost_place"])
    assert told.state == attributes_of(KNOWLEDGE, until("age_band")[-1].turn)


@pytest.mark.parametrize("said", ["yes", acts.YES, "blorp", "my neck hurts"])
def test_no_state_is_the_first_word(said: str | Act) -> None:
    """None and an empty one are the same: whatever is said opens the skill."""
    told = say(said, None, LOCALE)
    assert told == say(said, {}, LOCALE)
    assert not told.ended


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("words", NO_WORDS)
def test_words_that_are_none_are_asked_again(words: str, kind: str) -> None:
    """Whatever is pending; nothing of them is said back."""
    told = say(words, ASKED[kind], LOCALE)
    assert told.heard == acts.MISHEARD
    assert told == say(acts.MISHEARD, ASKED[kind], LOCALE)
    assert "blorp" not in told.speech.text


@pytest.mark.parametrize("kind", [kind for kind in ASKED if kind != "launch"])
def test_an_act_that_there_is_not_is_not_understood(kind: str) -> None:
    """A door that makes one up gets what somebody gets who mumbles."""
    made_up = Act("made_up")
    mumbled = say(acts.MISHEARD, ASKED[kind], LOCALE)
    assert say(made_up, ASKED[kind], LOCALE) == mumbled._replace(heard=made_up)

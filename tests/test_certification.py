"""Amazon's certification, item by item: what its testers try, as far as a machine can.

Each test is one item of Amazon's policy, functional, voice interface or security tests.
"Everywhere" is every state that a dialog of ``tests/dialogs`` reaches. What only a person can
judge, such as whether asking about symptoms is collecting health information, is in
``docs/deploy.md``.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from ask_sdk_core.exceptions import AskSdkException
from callers import words_until
from recorded import Exchange, ask, conversations, door, exchanges, intent, states

from skill import library
from skill.doors.terminal.chat import opened
from skill.doors.web.speaker import envelope, request_for
from skill.saying import say
from skill.wording import Texts
from skill.workshop.authoring.models import said_by
from skill.workshop.authoring.reading import LOCALES, read_locale
from skill.workshop.packaging.listing import Owner, manifest_of

Json = dict[str, Any]
ROOT = Path(__file__).parents[1]
LOCALE = "en-US"
TEXTS: Texts = library.locale_texts(LOCALE)
SOURCE = read_locale(LOCALES / f"{LOCALE}.toml")
MANIFEST = manifest_of([SOURCE], Owner())
LISTING = MANIFEST["publishingInformation"]["locales"][LOCALE]
NUMBER = TEXTS["emergency_number"]
LAUNCH = {"type": "LaunchRequest"}


def words(ssml: str) -> str:
    """Return what is heard of SSML."""
    return " ".join("".join(ET.fromstring(ssml).itertext()).split())  # noqa: S314 - our own


def spoken(turn: Exchange) -> str:
    """Return what is heard in a turn."""
    return words(turn.speech)


@cache
def everywhere(name: str) -> tuple[Exchange, ...]:
    """Return what an intent brings in every state."""
    return tuple(ask(intent(name), attributes) for attributes in states())


def test_there_is_much_to_look_at() -> None:
    """So that none of the tests below passes on nothing."""
    assert len(exchanges()) > 1000
    assert len(states()) > 500


# --- the voice interface --------------------------------------------------------------------------


def test_the_microphone_opens_if_and_only_if_a_question_is_asked() -> None:
    """Open without a question, or a question to a closed microphone: both are refused."""
    for turn in exchanges():
        assert isinstance(turn.response["shouldEndSession"], bool)
        assert turn.is_open is ("?" in spoken(turn)), spoken(turn)


def test_silence_after_a_question_is_asked_again() -> None:
    """An open microphone always has its reprompt, a closed one never."""
    for turn in exchanges():
        assert ("reprompt" in turn.response) is turn.is_open
        if turn.is_open:
            assert "?" in words(turn.response["reprompt"]["outputSpeech"]["ssml"])


@pytest.mark.parametrize("name", ["AMAZON.StopIntent", "AMAZON.CancelIntent"])
def test_stop_and_cancel_end_the_skill_everywhere(name: str) -> None:
    """And nothing is kept."""
    for turn in everywhere(name):
        assert not turn.is_open
        assert turn.attributes == {}
        assert "?" not in spoken(turn)


def test_home_ends_the_skill_everywhere() -> None:
    """As it is said, or tapped, on a device with a screen."""
    assert not [turn for turn in everywhere("AMAZON.NavigateHomeIntent") if turn.is_open]


def test_help_instructs_and_asks_on_everywhere() -> None:
    """It says what can be answered, ends in a question, and keeps the microphone open."""
    instructions = [text for key, text in TEXTS.items() if key.startswith("help.")]
    told = [one.replace("{emergency_number}", NUMBER) for one in instructions]
    for turn in everywhere("AMAZON.HelpIntent")[1:]:
        assert turn.is_open
        assert spoken(turn).endswith("?")
        assert any(one in spoken(turn) for one in told), spoken(turn)


def test_help_without_a_session_opens_the_skill() -> None:
    """It is a beginning: "Alexa, ask nerve check for help"."""
    turn = everywhere("AMAZON.HelpIntent")[0]
    assert turn.is_open
    assert spoken(turn).endswith("?")


def test_what_is_not_understood_is_asked_again() -> None:
    """Everywhere; who is never understood is not kept for ever, and hears whom to call."""
    turns = everywhere("AMAZON.FallbackIntent")
    closed = [turn for turn in turns if not turn.is_open]
    assert len(closed) < len(turns) / 10
    assert not [turn for turn in closed if NUMBER not in spoken(turn)]


def test_the_intents_that_amazon_demands_are_there() -> None:
    """In the model of every locale."""
    for path in (ROOT / "interaction_models").glob("*.json"):
        model = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
        names = {f"AMAZON.{one}Intent" for one in ("Stop", "Cancel", "Help", "Fallback")}
        assert names | {"AMAZON.NavigateHomeIntent"} <= {one["name"] for one in model["intents"]}


FORBIDDEN = set(
    "alexa amazon echo computer launch ask tell load begin enable open start the a an for to of"
    " from by if and whether skill app cure doctor"
)
"""Amazon's own words, words between them and a name, and promises to health."""


def test_the_invocation_name_is_allowed() -> None:
    """Two words or more, of small letters, without a word that Alexa or the law keeps."""
    name = TEXTS["invocation"]
    assert re.fullmatch(r"[a-z.' ]{2,50}", name)
    assert len(name.split()) >= 2
    assert not FORBIDDEN & set(name.split())


# --- example phrases ------------------------------------------------------------------------------


def said_in(example: str) -> str:
    """Return what an example says after the name of the skill, "" for nothing."""
    return example.lower().rpartition(TEXTS["invocation"])[2].strip()


def test_the_first_example_opens_the_skill_by_its_name() -> None:
    """Wake word, launch word, invocation name, and nothing else."""
    assert re.fullmatch(rf"Alexa, (open|start|launch) {TEXTS['invocation']}", EXAMPLES[0])


EXAMPLES: list[str] = LISTING["examplePhrases"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_works_word_for_word(example: str) -> None:
    """What follows the name is a sample utterance, and the skill answers it with a question."""
    said = said_in(example)
    assert not said or said_by(SOURCE["hear"], LOCALE).readings(said)
    request = request_for(said, {}, LOCALE) if said else None
    assert request is None or request.heard != "AMAZON.FallbackIntent"
    sent = request.envelope if request else envelope(LAUNCH, {}, LOCALE)
    turn = Exchange(sent, door()(sent))
    assert turn.is_open
    assert "?" in spoken(turn)


def test_there_are_as_many_examples_as_the_store_shows() -> None:
    """Three, all different."""
    assert len(set(EXAMPLES)) == 3


# --- health ---------------------------------------------------------------------------------------


def test_the_disclaimer_is_spoken_before_anything_else() -> None:
    """That it informs only, that it is no doctor, and the emergency number."""
    said = spoken(ask(LAUNCH, {}))
    assert "for information only" in said
    assert "not a doctor" in said
    assert NUMBER in said


def test_the_disclaimer_is_spoken_with_every_result() -> None:
    """With a mild one that it is no diagnosis; with an emergency that nobody is called."""
    disclaimers = (TEXTS["say.disclaimer"], TEXTS["say.cannot_call"])
    assert "for information only" in disclaimers[0]
    assert "can't call" in disclaimers[1]
    acts = {
        key: sentence.replace("{emergency_number}", NUMBER)
        for key, sentence in TEXTS.items()
        if re.fullmatch(r"level\.\w+\.act", key)
    }
    told = [turn for turn in exchanges() if any(act in spoken(turn) for act in acts.values())]
    first = [turn for turn in told if "card" in turn.response]
    assert len(first) > 100
    for turn in first:
        assert any(one in spoken(turn) for one in disclaimers), spoken(turn)


def test_the_disclaimer_stands_in_the_store() -> None:
    """That it replaces no professional, and whom to call."""
    told = LISTING["description"]
    assert "not a substitute for professional medical advice" in told
    assert "does not provide medical advice" in told
    assert f"call {NUMBER}" in told


def test_nothing_claims_to_save_to_cure_or_to_diagnose() -> None:
    """Neither the store nor the name."""
    told = " ".join((LISTING["name"], LISTING["summary"], SOURCE["store"]["description"]))
    claims = re.compile(
        r"\b(sav(e|es|ing) lives|life.?saving|cures?|heals?|diagnos\w+|treats?)\b", re.IGNORECASE
    )
    assert not claims.search(told)


def test_nobody_is_told_what_they_have() -> None:
    """No speech says "you have" a condition."""
    told = r"\byou('ve got| have) (a |an )?(pinched|muscle|sciatica|nerve)"
    wrong = re.compile(told, re.IGNORECASE)
    assert not [spoken(turn) for turn in exchanges() if wrong.search(spoken(turn))]


def test_nobody_can_be_called() -> None:
    """Emergency services may be named, never contacted."""
    for turn in exchanges():
        assert turn.response.get("directives", []) == []
    assert "permissions" not in MANIFEST
    assert set(MANIFEST["apis"]) == {"custom"}
    assert set(MANIFEST["apis"]["custom"]) == {"interfaces"}


def test_no_health_information_is_collected() -> None:
    """Nothing is processed for a hospital, nothing outlives the session, nobody is a child."""
    compliance = MANIFEST["privacyAndCompliance"]
    for key in ("usesHealthInfo", "usesPersonalInfo", "isChildDirected", "allowsPurchases"):
        assert compliance[key] is False
    for conversation in conversations():
        assert conversation[-1].is_open or conversation[-1].attributes == {}


# --- the store ------------------------------------------------------------------------------------


def test_the_store_gets_all_that_it_demands() -> None:
    """In every language that the skill speaks."""
    told = MANIFEST["publishingInformation"]
    assert told["category"] == "HEALTH_AND_FITNESS"
    assert told["testingInstructions"]
    assert set(told["locales"]) == set(library.locales())
    for listing in told["locales"].values():
        assert all(listing.values())


IN_OTHER_WORDS = {
    "lower back": "my lower back",
    "none of these": "none",
    "nothing at all": "nothing",
    "under a week": "a few days",
}
TESTED = [IN_OTHER_WORDS.get(said, said) for said in words_until("result", "spasm")]


def test_the_testing_instructions_lead_where_they_say() -> None:
    """To a result for home care, then to tips."""
    told = SOURCE["store"]["testing"]
    assert [said for said in TESTED if f'"{said}"' not in told] == []
    heard = opened(LOCALE)
    for said in TESTED:
        heard = say(said, heard.state, LOCALE)
    assert TEXTS["level.self_care.act"] in heard.speech.text
    assert TEXTS["say.offer_tips"] in heard.speech.text
    chest = say("chest pain", heard.state, LOCALE)
    assert NUMBER in chest.speech.text


def test_every_language_has_its_privacy_policy() -> None:
    """An address; the package tells its owner when it is still the example."""
    locales = MANIFEST["privacyAndCompliance"]["locales"]
    assert set(locales) == set(library.locales())
    assert all(one["privacyPolicyUrl"].startswith("https://") for one in locales.values())


def test_a_skill_is_offered_only_where_its_numbers_are_right() -> None:
    """The emergency number of one country misleads in another."""
    told = MANIFEST["publishingInformation"]
    assert told["isAvailableWorldwide"] is False
    assert told["distributionCountries"] == ["US"]


MOST: dict[str, int] = {"name": 50, "summary": 160, "description": 4000}


@pytest.mark.parametrize(("key", "most"), MOST.items())
def test_a_text_fits_into_the_store(key: str, most: int) -> None:
    """In characters."""
    assert 2 <= len(LISTING[key]) <= most


# --- functions and limits -------------------------------------------------------------------------


def test_no_speech_and_no_card_is_too_long() -> None:
    """8,000 characters each, 24 kB in all, also with a screen."""
    for turn in exchanges():
        card = turn.response.get("card", {})
        assert len(turn.speech) <= 8000
        assert len(card.get("title", "")) + len(card.get("text", "")) <= 8000
    for attributes in states()[::5]:
        shown = ask(intent("AMAZON.RepeatIntent"), attributes, screen=True)
        assert len(json.dumps(shown.answer).encode()) < 24_000


TAGS = {"speak", "break", "prosody", "say-as"}


def test_speech_is_ssml_that_alexa_knows() -> None:
    """Well-formed, and of few tags; an "&" would silence the whole response."""
    for turn in exchanges():
        tree = ET.fromstring(turn.speech)  # noqa: S314 - our own
        assert {one.tag for one in tree.iter()} <= TAGS


SILENT = [
    {"type": "SessionEndedRequest", "reason": "USER_INITIATED"},
    {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "INVALID_RESPONSE"}},
    {"type": "AlexaSkillEvent.SkillDisabled"},
    {"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE"}},
]


@pytest.mark.parametrize("request_", SILENT, ids=lambda one: one["type"])
def test_nothing_is_said_where_speech_is_not_allowed(request_: Json) -> None:
    """In no state."""
    for attributes in states()[::20]:
        assert ask(request_, attributes).answer == {"version": "1.0", "response": {}}


def with_inventions(value: object) -> object:
    """Return JSON with an unknown property in every table."""
    if isinstance(value, dict):
        return {**{key: with_inventions(one) for key, one in value.items()}, "notYet": {"a": [1]}}
    return value


def test_unknown_properties_change_nothing() -> None:
    """Amazon adds some at any time, and tests that they are borne."""
    for turn in exchanges()[::20]:
        sent = with_inventions(turn.request)
        assert isinstance(sent, dict)
        sent["session"]["attributes"] = turn.request["session"]["attributes"]
        sent["request"].get("intent", {}).get("slots", {}).pop("notYet", None)
        assert door()(sent) == turn.answer


def test_another_skill_s_request_is_refused() -> None:
    """Whoever finds the address."""
    sent = envelope(LAUNCH, {}, LOCALE)
    sent["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.another"
    sent["session"]["application"]["applicationId"] = "amzn1.ask.skill.another"
    with pytest.raises(AskSdkException, match="for another skill"):
        door()(sent)


def test_a_screen_only_gets_what_it_can_show() -> None:
    """A device without one gets no document."""
    for attributes in states()[::20]:
        shown = ask(intent("AMAZON.RepeatIntent"), attributes, screen=True)
        heard = ask(intent("AMAZON.RepeatIntent"), attributes)
        kinds = [one["type"] for one in shown.response["directives"]]
        assert kinds == ["Alexa.Presentation.APL.RenderDocument"]
        assert "directives" not in heard.response
        assert shown.speech == heard.speech

"""What people say is heard as what they mean, or asked again: never as the opposite."""

import re
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from skill.hearing.hearing import NO_INTENTS, YES_INTENTS, Expects, Heard, Hearing, Slot
from skill.workshop.authoring.models import interaction_model, model_problems

LOCALE = Path(__file__).parents[1] / "skill/content/locales/en-US.toml"

YES, NO = "AMAZON.YesIntent", "AMAZON.NoIntent"
HEDGED_YES, HEDGED_NO = "HedgedYesIntent", "HedgedNoIntent"
UNSURE, NONE, NUMBER = "UnsureIntent", "NoneOfTheseIntent", "NumberIntent"
REGION, DURATION, AGE, PAIN = "RegionIntent", "DurationIntent", "AgeIntent", "PainIntent"
TELL, OPTION = "TellIntent", "OptionIntent"
FALLBACK = "AMAZON.FallbackIntent"

Row = tuple[str, Expects, str, str, str]

# said, on a turn that expects, intent, slot id (an age: its number), why
ROWS: list[Row] = [
    # A plain yes.
    ("yes", "yesno", YES, "", "the word itself"),
    ("Yes.", "yesno", YES, "", "capitals and a full stop"),
    ("YEAH!!", "yesno", YES, "", "shouted"),
    ("yep", "screen", YES, "", "slang"),
    ("it does", "yesno", YES, "", "answers 'does it'"),
    ("yes it does", "yesno", YES, "", "both"),
    ("Yes, I do.", "yesno", YES, "", "a comma"),
    ("there is", "yesno", YES, "", "answers 'is there'"),
    ("um yes", "yesno", YES, "", "a filler before"),
    ("well, you know, yes please", "result", YES, "", "three fillers"),
    ("that's right", "readback", YES, "", "confirms"),
    ("That\u2019s right", "readback", YES, "", "a curly apostrophe"),
    ("thats right", "readback", YES, "", "no apostrophe"),
    ("yes one of those", "screen", YES, "", "one item of a screen is a yes"),
    ("all of them", "screen", YES, "", "so are all items"),
    ("go ahead", "result", YES, "", "takes an offer"),
    # A plain no.
    ("no", "yesno", NO, "", "the word itself"),
    ("nope", "screen", NO, "", "slang"),
    ("uh, no", "yesno", NO, "", "a filler before"),
    ("it does not", "yesno", NO, "", "never a yes"),
    ("it doesn't", "yesno", NO, "", "contracted"),
    ("it doesnt", "yesno", NO, "", "as typed in haste"),
    ("i do not", "yesno", NO, "", "never 'i do'"),
    ("no i don't", "yesno", NO, "", "both"),
    ("I haven't", "yesno", NO, "", "answers 'have you'"),
    ("there isn't", "yesno", NO, "", "answers 'is there'"),
    ("not at all", "yesno", NO, "", "strong"),
    ("definitely not", "yesno", NO, "", "never 'definitely'"),
    ("of course not", "yesno", NO, "", "never 'of course'"),
    ("not that I know of", "yesno", NO, "", "decided: a no"),
    ("no thank you", "result", NO, "", "declines an offer"),
    ("that's not right", "readback", NO, "", "never 'that's right'"),
    ("that's wrong", "readback", NO, "", "a read-back is denied, nothing is undone"),
    # Neither.
    ("i don't know", "yesno", UNSURE, "", "never a no"),
    ("dont know", "yesno", UNSURE, "", "no apostrophe"),
    ("not sure", "yesno", UNSURE, "", "never a no"),
    ("I'm not sure", "screen", UNSURE, "", "never 'i'm not'"),
    ("not really sure", "yesno", UNSURE, "", "never 'not really'"),
    ("I'm not certain", "region", UNSURE, "", "on a choice too"),
    ("hard to say", "yesno", UNSURE, "", "no word of doubt in it"),
    ("no idea", "yesno", UNSURE, "", "never 'no'"),
    ("I can't tell", "yesno", UNSURE, "", "never 'i can't'"),
    ("maybe", "yesno", UNSURE, "", "maybe is not sure"),
    ("maybe not", "yesno", UNSURE, "", "so is its opposite"),
    ("possibly", "yesno", UNSURE, "", "not a yes"),
    ("i hope not", "yesno", UNSURE, "", "hoping is not knowing"),
    ("sort of", "yesno", HEDGED_YES, "", "a weak yes"),
    ("a little bit", "yesno", HEDGED_YES, "", "a weak yes"),
    ("sometimes", "yesno", HEDGED_YES, "", "a weak yes"),
    ("i think so", "yesno", HEDGED_YES, "", "a weak yes"),
    ("yes i think so", "yesno", HEDGED_YES, "", "the yes does not make it strong"),
    ("yeah sometimes", "yesno", HEDGED_YES, "", "the yes does not make it strong"),
    ("i think it does", "yesno", HEDGED_YES, "", "never the plain 'it does'"),
    ("not really", "yesno", HEDGED_NO, "", "a weak no"),
    ("no not really", "yesno", HEDGED_NO, "", "the no does not make it strong"),
    ("i don't think so", "yesno", HEDGED_NO, "", "never 'i think so'"),
    ("I don't think it does", "yesno", HEDGED_NO, "", "never 'it does'"),
    ("probably not", "yesno", HEDGED_NO, "", "never 'probably'"),
    ("hardly", "yesno", HEDGED_NO, "", "a weak no"),
    ("none of these", "screen", NONE, "", "the offered words"),
    ("none", "screen", NONE, "", "short"),
    ("neither", "screen", NONE, "", "of two items"),
    ("no none of them", "screen", NONE, "", "with a no"),
    ("nothing like that", "screen", NONE, "", "in other words"),
    # What contradicts itself, or was never a template, is asked again.
    ("yes no", "yesno", FALLBACK, "", "both words"),
    ("no yes", "yesno", FALLBACK, "", "both words"),
    ("no wait yes", "yesno", YES, "", "the last one counts"),
    ("yes i mean no", "yesno", NO, "", "the last one counts"),
    ("yes it does not", "yesno", FALLBACK, "", "a yes with a negation"),
    ("yes I don't", "yesno", FALLBACK, "", "a yes with a negation"),
    ("no it does", "yesno", FALLBACK, "", "a no with a yes"),
    ("yes and no", "yesno", UNSURE, "", "both is neither"),
    ("yes i'm not sure", "yesno", UNSURE, "", "never a yes"),
    ("why not", "yesno", "WhyIntent", "", "asks; never a yes"),
    ("no doubt", "yesno", YES, "", "a yes that looks like a no"),
    ("uh huh", "yesno", FALLBACK, "", "sounds like its opposite"),
    ("I can't", "yesno", FALLBACK, "", "asked about walking, worse than a yes"),
    ("it's not right", "yesno", FALLBACK, "", "may well be a yes"),
    ("uh uh", "yesno", FALLBACK, "", "sounds like its opposite"),
    ("not", "yesno", FALLBACK, "", "half a sentence"),
    ("know", "yesno", FALLBACK, "", "sounds like no"),
    ("yesterday", "yesno", DURATION, "lt_2d", "never 'yes'"),
    ("note", "yesno", FALLBACK, "", "never 'no'"),
    ("it does when i walk not when i sit", "yesno", FALLBACK, "", "not ours to untangle"),
    ("purple elephant", "yesno", FALLBACK, "", "nonsense"),
    ("purple elephant", "region", FALLBACK, "", "nonsense where a place is spotted"),
    ("", "yesno", FALLBACK, "", "nothing"),
    ("um", "age", FALLBACK, "", "a filler alone"),
    ("?!", "launch", FALLBACK, "", "signs alone"),
    # Where.
    ("lower back", "region", REGION, "lower_back", "the name"),
    ("my neck", "region", REGION, "neck", "with an article"),
    ("it's mainly in my shoulder", "region", REGION, "shoulder_arm", "a sentence"),
    ("my left calf hurts", "region", REGION, "leg", "a side"),
    ("both my wrists", "region", REGION, "shoulder_arm", "spotted"),
    ("um it's kind of in my lower back I guess", "region", REGION, "lower_back", "a long answer"),
    ("yes, the nape of my neck", "region", REGION, "neck", "a yes before the place"),
    ("between my shoulder blades", "region", REGION, "upper_back_ribs", "not the shoulder"),
    ("somewhere under one shoulder blade", "region", REGION, "upper_back_ribs", "spotted whole"),
    ("the ribs on my right side", "region", REGION, "upper_back_ribs", "spotted"),
    ("small of my back", "region", REGION, "lower_back", "idiom"),
    ("my tailbone", "region", REGION, "lower_back", "end of the spine"),
    ("left buttock mostly", "region", REGION, "lower_back", "decided: with the lower back"),
    ("back of my thigh", "region", REGION, "leg", "not the back"),
    ("foot", "region", REGION, "leg", "part for the whole"),
    ("jaw", "region", REGION, "jaw_face", "the name"),
    ("it's all over", "region", REGION, "widespread", "a phrase"),
    ("everywhere", "region", REGION, "widespread", "one word"),
    ("my neck", "yesno", REGION, "neck", "a template holds on any turn"),
    ("um it's kind of in my lower back I guess", "yesno", FALLBACK, "", "spotted on its turn only"),
    ("back", "region", FALLBACK, "", "upper or lower: not ours to guess"),
    ("my back hurts", "region", FALLBACK, "", "upper or lower: not ours to guess"),
    ("my back and my leg", "region", REGION, "lower_back_leg", "half would lose the spine"),
    ("neck and arm", "region", REGION, "neck_arm", "a spine region and its limb"),
    ("it's in my left leg and my lower back", "region", REGION, "lower_back_leg", "either first"),
    ("my neck and my right hand", "region", REGION, "neck_arm", "spotted"),
    ("my lower back and both calves", "region", REGION, "lower_back_leg", "spotted"),
    ("back pain with leg pain", "region", REGION, "lower_back_leg", "the lower one meant"),
    ("my hip and my lower back", "region", REGION, "lower_back_leg", "the limb first"),
    ("the thigh and also the back", "region", REGION, "lower_back_leg", "the limb first"),
    ("my hand and my neck", "region", REGION, "neck_arm", "the limb first"),
    ("it's my neck and shoulder", "region", REGION, "neck_arm", "the shoulder is its limb"),
    ("my neck and my shoulder blade", "region", FALLBACK, "", "the upper back"),
    ("my neck and arm pit", "region", FALLBACK, "", "not the arm"),
    ("upper and lower back and leg", "region", FALLBACK, "", "three places"),
    ("my neck, after a car crash", "region", "TellIntent", "gate_injuryneck", "not a place alone"),
    (
        *("my lower back and leg and I have a fever", "region", "TellIntent"),
        *("gate_feverlower_back_leg", "a danger sign beside two places"),
    ),
    (
        *("from my lower back down my leg", "region", "TellIntent"),
        *("travels_linelower_back_leg", "two places, and what joins them"),
    ),
    ("it goes from my neck into my hand", "launch", "TellIntent", "travels_lineneck_arm", "so too"),
    ("the lower back, low down", "region", REGION, "lower_back", "one place"),
    ("my upper back and my leg", "region", FALLBACK, "", "not its limb"),
    ("my neck and my lower back", "region", FALLBACK, "", "two of the spine"),
    ("my arm and my leg", "region", FALLBACK, "", "two limbs"),
    ("not my neck", "region", FALLBACK, "", "denied"),
    ("I can't feel my legs", "region", "EmergencyIntent", "paralysis", "no place"),
    ("my chest and my neck", "region", FALLBACK, "", "the chest is not swallowed"),
    ("armchair", "region", FALLBACK, "", "whole words only"),
    ("three weeks", "region", DURATION, "2_6w", "another slot's word, by its template"),
    # How long.
    ("since yesterday", "duration", DURATION, "lt_2d", "one day"),
    ("it just started", "duration", DURATION, "lt_2d", "now"),
    ("a few hours ago", "duration", DURATION, "lt_2d", "ago"),
    ("under two days", "duration", DURATION, "lt_2d", "the offered words"),
    ("two days", "duration", DURATION, "lt_1w", "two days are not under two days"),
    ("a few days", "duration", DURATION, "lt_1w", "vague but within"),
    ("it's been three days now", "duration", DURATION, "P3D", "spotted"),
    ("a week", "duration", DURATION, "lt_2w", "seven days"),
    ("ten days", "duration", DURATION, "lt_2w", "counted in days"),
    ("less than two weeks", "duration", DURATION, "lt_2w", "never 'two weeks'"),
    ("two weeks", "duration", DURATION, "2_6w", "two weeks exactly"),
    ("3 weeks", "duration", DURATION, "2_6w", "digits"),
    ("about three weeks I think", "duration", DURATION, "2_6w", "spotted"),
    ("a month", "duration", DURATION, "2_6w", "four weeks"),
    ("2 to 6 weeks", "duration", DURATION, "2_6w", "the offered words, typed"),
    ("longer", "duration", DURATION, "gt_6w", "the offered word"),
    ("twenty-two weeks", "duration", DURATION, "gt_6w", "never 'two weeks'"),
    ("two months", "duration", DURATION, "gt_6w", "eight weeks"),
    ("for years", "duration", DURATION, "gt_6w", "years"),
    ("it comes and goes", "duration", DURATION, "keeps_coming_back", "the pattern, not the time"),
    (
        "it keeps coming back",
        "duration",
        DURATION,
        "keeps_coming_back",
        "the pattern, not the time",
    ),
    ("more than two weeks", "duration", FALLBACK, "", "three, or thirty?"),
    ("two or ten weeks", "duration", FALLBACK, "", "a number is left over"),
    ("a hundred and two weeks", "duration", FALLBACK, "", "never 'two weeks'"),
    ("it's worse today", "duration", FALLBACK, "", "not when it began"),
    ("not two weeks", "duration", FALLBACK, "", "denied"),
    ("my knee", "duration", REGION, "leg", "another slot's word, by its template"),
    # How old.
    ("45", "age", NUMBER, "45", "digits"),
    ("forty five", "age", NUMBER, "45", "words"),
    ("forty-five", "age", NUMBER, "45", "a hyphen"),
    ("I'm 45 years old", "age", AGE, "45", "a sentence"),
    ("he's seven", "age", AGE, "7", "for a child"),
    ("My mother is eighty-one", "age", AGE, "81", "for another"),
    ("she turned sixty, I believe", "age", AGE, "60", "spotted"),
    ("0", "age", NUMBER, "0", "the least"),
    ("one hundred twenty", "age", NUMBER, "120", "the most"),
    ("121", "age", FALLBACK, "", "nobody"),
    ("1970", "age", FALLBACK, "", "a year"),
    ("nineteen seventy", "age", FALLBACK, "", "a year in words"),
    ("I was born in fifty six", "age", FALLBACK, "", "a year again"),
    ("six months old", "age", FALLBACK, "", "never six years"),
    ("almost sixty five", "age", FALLBACK, "", "still sixty four"),
    ("I'll be 65 in May", "age", FALLBACK, "", "still sixty four"),
    ("which one", "age", FALLBACK, "", "a pronoun"),
    ("I'm fifty and he's sixty", "age", FALLBACK, "", "two people"),
    ("not fifty", "age", FALLBACK, "", "denied"),
    ("I am 45", "region", AGE, "45", "a template holds on any turn"),
    ("45.5", "age", FALLBACK, "", "two numbers"),
    # How bad.
    # One of several signs, and a value of a choice.
    ("the fever", "screen", TELL, "gate_fever", "names the sign that was asked"),
    ("the second one", "screen", OPTION, "second", "by its place"),
    ("yes to the last", "screen", OPTION, "last", "the yes says no more"),
    ("both legs", "option", OPTION, "both", "the name"),
    ("just the left leg", "option", OPTION, "one", "never the place"),
    ("nothing at all", "option", OPTION, "itself", "offered in these words"),
    ("i fell off a ladder", "option", OPTION, "injury", "how it happened"),
    ("it comes and goes", "option", DURATION, "keeps_coming_back", "a time, told"),
    ("mild", "pain", PAIN, "mild", "the name"),
    ("not too bad", "pain", PAIN, "mild", "a negation inside the words"),
    ("it's medium", "pain", PAIN, "moderate", "a sentence"),
    ("mild to moderate", "pain", PAIN, "moderate", "the worse of two"),
    ("really bad", "pain", PAIN, "severe", "in other words"),
    ("it's unbearable", "pain", PAIN, "severe", "in other words"),
    ("so bad I can't think", "pain", PAIN, "severe", "a negation inside the words"),
    ("honestly it's the worst pain of my life right now", "pain", PAIN, "severe", "spotted"),
    ("not really bad", "pain", PAIN, "mild", "never 'really bad'"),
    ("it isn't severe", "pain", FALLBACK, "", "denied"),
    ("it was severe", "pain", FALLBACK, "", "past"),
    ("mild at rest, severe when I move", "pain", FALLBACK, "", "two grades"),
    ("bad", "pain", FALLBACK, "", "bad, but how bad?"),
    # Steering.
    ("why do you ask", "yesno", "WhyIntent", "", "asks for the reason"),
    ("Go back", "region", "BackIntent", "", "never a place"),
    ("that was wrong", "readback", "BackIntent", "", "about the answer before"),
    ("I made a mistake", "yesno", "BackIntent", "", "about the answer before"),
    ("say it another way", "yesno", "RephraseIntent", "", "other words wanted"),
    ("i don't understand", "screen", "RephraseIntent", "", "never a no"),
    ("skip this one", "yesno", "SkipIntent", "", "leaves it out"),
    ("help", "age", "AMAZON.HelpIntent", "", "help"),
    ("can you repeat that please", "yesno", "AMAZON.RepeatIntent", "", "politely"),
    ("start over", "result", "AMAZON.StartOverIntent", "", "from the beginning"),
    ("stop", "pain", "AMAZON.StopIntent", "", "leaves"),
    ("never mind", "launch", "AMAZON.CancelIntent", "", "never 'never'"),
]


@pytest.fixture(scope="module")
def hear() -> dict[str, Any]:
    """What the locale hears."""
    part: dict[str, Any] = tomllib.loads(LOCALE.read_text("utf-8"))["hear"]
    return part


@pytest.fixture(scope="module")
def ears(hear: dict[str, Any]) -> Hearing:
    """The locale's hearing."""
    return Hearing(hear, "en-US")


@pytest.fixture(scope="module")
def samples(hear: dict[str, Any]) -> dict[str, list[str]]:
    """The samples Alexa gets, by intent, each slot filled with one of its words.

    Those that only say another word for yes or no are left out: there are very many.
    """
    model = interaction_model(hear, invocation="nerve check", locale="en-US")
    words = {
        "region": "leg",
        "duration": "since last week",
        "length": "three weeks",
        "number": "seven",
        "count": "two",
        "age": "forty",
        "pain": "severe",
        "option": "both legs",
        "question": "what is sciatica",
        "kin": "mother",
        "emergency": "chest pain",
        "symptom": "pins and needles",
        "othersymptom": "pregnant",
    }
    return {
        intent["name"]: [
            sample.format(**words)
            for sample in intent["samples"]
            if not sample.startswith(("yeah ", "yep ", "yup ", "yea ", "nope ", "nah "))
        ]
        for intent in model["interactionModel"]["languageModel"]["intents"]
    }


@pytest.mark.parametrize(("said", "expects", "intent", "value", "why"), ROWS)
def test_a_sentence_is_heard_as_meant(  # noqa: PLR0913, PLR0917  the columns of the table
    ears: Hearing, said: str, expects: Expects, intent: str, value: str, why: str
) -> None:
    """Each row of the table holds."""
    heard = ears.hear(said, expects)
    values = "".join(slot.id or slot.value for slot in heard.slots.values())
    assert (heard.intent, values) == (intent, value), why


def test_the_slot_holds_what_was_said(ears: Hearing) -> None:
    """A choice is passed on in the words used, a number in digits as Alexa sends it."""
    assert ears.hear("it's my Nape", "region") == Heard(REGION, {"region": Slot("nape", "neck")})
    assert ears.hear("forty five", "age") == Heard(NUMBER, {"number": Slot("45", "")})


def test_every_sample_is_heard_as_its_own_intent(
    ears: Hearing, samples: dict[str, list[str]]
) -> None:
    """What Alexa is taught, the simulator understands the same way."""
    wrong = [
        (said, heard.intent)
        for intent, sentences in samples.items()
        for said in sentences
        if (heard := ears.hear(said, "yesno")).intent != intent
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "pattern", ["not {}", "{} not", "no {}", "{} no", "i don't {}", "never {}"]
)
def test_a_negated_yes_is_never_a_yes(
    ears: Hearing, samples: dict[str, list[str]], pattern: str
) -> None:
    """No way of saying yes survives a negation, but "no, yeah" is a yes in American speech."""
    said = [
        pattern.format(yes)
        for intent in YES_INTENTS
        for yes in samples[intent]
        if not (pattern == "no {}" and yes.endswith(("yeah", "yea")))
    ]
    assert [text for text in said if ears.hear(text, "yesno").intent in YES_INTENTS] == []


@pytest.mark.parametrize("pattern", ["yes {}", "{} yes", "yep {}"])
def test_an_affirmed_no_is_never_a_no(
    ears: Hearing, samples: dict[str, list[str]], pattern: str
) -> None:
    """No way of saying no survives a yes; of "yeah, no" the last word counts."""
    said = [pattern.format(no) for intent in NO_INTENTS for no in samples[intent]]
    assert [text for text in said if ears.hear(text, "yesno").intent in NO_INTENTS] == []


@pytest.mark.parametrize(
    ("intent", "template", "said"),
    [
        (YES, "yes [it does] [not]", "yes it does not"),
        (HEDGED_YES, "i [don't] think so too", "I don't think so too"),
        (NO, "no [but yes]", "no but yes"),
        (HEDGED_NO, "[yes] not so very", "yes not so very"),
        (NONE, "none [yeah]", "none yeah"),
    ],
)
def test_a_contradiction_is_never_taken_even_when_a_template_allows_it(
    hear: dict[str, Any], intent: str, template: str, said: str
) -> None:
    """A translator's slip cannot turn a no into a yes."""
    slipped = hear | {"intents": {intent: [template]} | _values(hear)}
    heard = Hearing(slipped, "en-US").hear(said, "yesno").intent
    assert heard not in (YES_INTENTS if intent in YES_INTENTS else NO_INTENTS)


def test_two_readings_are_asked_again(hear: dict[str, Any]) -> None:
    """What two intents claim is neither."""
    torn = hear | {"intents": {YES: ["fine"], "SkipIntent": ["fine"]} | _values(hear)}
    assert Hearing(torn, "en-US").hear("fine", "yesno").intent == FALLBACK


def _values(hear: dict[str, Any]) -> dict[str, list[str]]:
    """The intents that carry a value, which Hearing cannot do without."""
    return {name: hear["intents"][name] for name in (REGION, DURATION, AGE, PAIN)}


# --- the interaction model -------------------------------------------------------------------


def test_the_model_declares_its_slots_and_values(hear: dict[str, Any]) -> None:
    """A value carries the finding's value as id, its first phrase as name, the rest as synonyms."""
    model = interaction_model(hear, invocation="nerve check", locale="en-US")
    language = model["interactionModel"]["languageModel"]
    slots = {slot["name"]: slot["type"] for i in language["intents"] for slot in i.get("slots", [])}
    assert slots == {
        "age": "AMAZON.NUMBER",
        "count": "AMAZON.NUMBER",
        "duration": "DURATION",
        "emergency": "EMERGENCY",
        "kin": "KIN",
        "length": "AMAZON.DURATION",
        "number": "AMAZON.NUMBER",
        "option": "OPTION",
        "othersymptom": "SYMPTOM",
        "pain": "PAIN",
        "question": "QUESTION",
        "region": "REGION",
        "symptom": "SYMPTOM",
    }
    ids = {kind["name"]: [value["id"] for value in kind["values"]] for kind in language["types"]}
    assert ids.pop("QUESTION") == [f"q{number}" for number in range(1, 34)]
    assert ids.pop("OPTION")[:3] == ["one", "both", "here"]
    assert ids.pop("SYMPTOM")[:2] == ["numb_tingling", "touch_hurts"]
    assert ids == {
        "DURATION": ["lt_2d", "lt_1w", "lt_2w", "2_6w", "gt_6w", "keeps_coming_back"],
        "EMERGENCY": ["chest", "breath", "stroke", "cauda", "paralysis", "faint", "overdose"],
        "KIN": ["another"],
        "PAIN": ["mild", "moderate", "strong", "severe"],
        "REGION": [
            "neck",
            "shoulder_arm",
            "upper_back_ribs",
            "lower_back",
            "leg",
            "jaw_face",
            "neck_arm",
            "lower_back_leg",
            "widespread",
        ],
    }
    names = [value["name"] for kind in language["types"] for value in kind["values"]]
    assert all(name["synonyms"] and name["value"] not in name["synonyms"] for name in names)


def test_the_model_holds_every_intent_sorted(samples: dict[str, list[str]]) -> None:
    """The same content gives the same file; Fallback and NavigateHome need no samples."""
    assert list(samples) == sorted(samples)
    assert {name for name, said in samples.items() if not said} == {
        FALLBACK,
        "AMAZON.NavigateHomeIntent",
    }


@pytest.mark.parametrize(
    ("place", "words", "line"),
    [
        (("intents", "SkipIntent"), ["maybe"], '"maybe" is in UnsureIntent and in SkipIntent'),
        (("intents", "SkipIntent"), ["my neck"], '"my neck" is in SkipIntent and in RegionIntent'),
        (("intents", "SkipIntent"), ["ten years"], "is in SkipIntent and in DurationIntent"),
        (("intents", "SkipIntent"), ["Skip"], 'SkipIntent: "Skip" needs small letters'),
        (("intents", "SkipIntent"), ["skip 2"], '"skip 2" needs small letters, and numbers'),
        (("intents", "SkipIntent"), ["skip [it]", "[it]"], 'SkipIntent: "" needs'),
        (("intents", "SkipIntent"), ["skip {what}"], "there is no [hear.slots.what] for {what}"),
        (("intents", "Skip2Intent"), ["skip"], '"Skip2Intent": an intent is named with letters'),
        (("slots", "pain2"), {}, "[hear.slots.pain2]: a slot is named with small letters"),
        (("slots", "pain"), {"mild": ["ok!"]}, '[hear.slots.pain] mild: "ok!" needs'),
        (("slots", "pain"), {"mild": ["ow"], "bad": ["ow"]}, '"ow" is in mild and in bad'),
    ],
)
def test_a_bad_template_is_refused(
    hear: dict[str, Any], place: tuple[str, str], words: object, line: str
) -> None:
    """Refused with the sentence at fault and where it stands."""
    broken = deepcopy(hear)
    broken[place[0]][place[1]] = words
    with pytest.raises(ValueError, match=re.escape(line)):
        interaction_model(broken, invocation="nerve check", locale="en-US")


def test_the_locale_has_no_problems(hear: dict[str, Any]) -> None:
    """What we ship, Amazon takes."""
    assert model_problems(hear, "en-US") == []

"""What Amazon sends for an act, by the skill's own tables, and the way AWS calls it."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill import library
from skill.dialogue.acts import OPTION, Act
from skill.doors.web.speaker import SKILL_ID
from skill.hearing.intents import ACTS, CHOICES
from skill.hearing.phrases import SAME_WORDS, spoken

Json = dict[str, Any]
Door = Callable[[Json], Json]

ENTRY = Path(__file__).parents[1] / "lambda" / "lambda_function.py"

COUNTED = {"number": ("NumberIntent", "number"), "back": ("BackIntent", "count")}
"""Act with a number -> the intent and slot that carry it."""


def request_of(act: Act) -> Json:
    """Return the request that Amazon sends for an act, by the skill's own tables."""
    if act.name == "launch":
        return {"type": "LaunchRequest"}
    slots: Json = {}
    if act.name in {"ask", "emergency", "tell"} and act.value != "said_self_harm":
        name, slots = own_words(act)
    elif act.name in COUNTED:
        name, slot = COUNTED[act.name]
        slots = {slot: slot_of(slot, act.value, number=True)}
    elif act.finding == "duration" and act.value.isdecimal():
        name, slots = "DurationIntent", {"length": slot_of("length", f"P{act.value}D", number=True)}
    elif act.name == "choose":
        intents = {finding: (name, slot) for name, (slot, finding) in CHOICES.items()}
        name, slot = intents.get(act.finding, intents[OPTION])
        slots = {slot: slot_of(slot, act.value, number=act.finding == "age_band")}
    else:
        name = next(name for name, known in ACTS.items() if known == act)
    intent = {"name": name, "confirmationStatus": "NONE", "slots": slots}
    return {"type": "IntentRequest", "dialogState": "COMPLETED", "intent": intent}


def own_words(act: Act) -> tuple[str, Json]:
    """Return the intent and slots of a question, of words that act at once, or of telling more."""
    if act.name == "ask":
        return "AskIntent", {"question": slot_of("question", act.value)}
    if act.name == "emergency":
        kind = act.value.removeprefix("said_")
        return "EmergencyIntent", {"emergency": slot_of("emergency", kind)}
    symptoms = iter(("symptom", "othersymptom"))
    slots = {"main_region": "region", "duration": "duration"}
    filled = {
        slots.get(finding) or next(symptoms): finding if value == "yes" else value
        for finding, value in act.told
    }
    return "TellIntent", {slot: slot_of(slot, value) for slot, value in filled.items()}


def slot_of(slot: str, value: str, *, number: bool = False) -> Json:
    """Return a slot as Alexa fills it: a number as spoken, any other word with its resolution."""
    filled: Json = {
        "name": slot,
        "value": value,
        "confirmationStatus": "NONE",
        "source": "USER",
    }
    if number:
        return filled
    resolved = {
        "authority": f"amzn1.er-authority.echo-sdk.{SKILL_ID}.{slot}",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": "as the model names it", "id": value}}],
    }
    return filled | {
        "value": spoken_for(slot, value),
        "resolutions": {"resolutionsPerAuthority": [resolved]},
    }


def spoken_for(slot: str, value: str) -> str:
    """Return the words that stand first for a value."""
    hears = library.locale_hears("en-US")
    return next(spoken(hears, hears["slots"][SAME_WORDS.get(slot, slot)].get(value, ())), value)


def lambda_door() -> Door:
    """Return the function that AWS calls, loaded as AWS loads it; what comes back is plain JSON."""
    spec = importlib.util.spec_from_file_location("lambda_function", ENTRY)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ALEXA_SKILL_ID", SKILL_ID)
        spec.loader.exec_module(module)

    def door(event: Json) -> Json:
        answer: Json = json.loads(json.dumps(module.lambda_handler(event, None)))
        return answer

    return door

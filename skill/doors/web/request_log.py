"""The log of the hosted endpoint: one line of JSON a request, which holds nothing of anybody.

Every word in a line is one of a closed list, so nothing that was sent can get into it. Acts are
told by their kind only: a row of yes and no, in order, would be somebody's answers.
"""

import json

from skill import library
from skill.doors.alexa.front import ENDED, INTENT, LAUNCH, TAP, Json
from skill.doors.alexa.intents import CATCH_ALL
from skill.hearing.intents import ACTS, CHOICES

OTHER = "other"
"""A request type, locale or intent that is none of ours."""

EVENTS = ("SkillEnabled", "SkillDisabled", "SkillPermissionAccepted", "SkillPermissionChanged")
TYPES = {LAUNCH, INTENT, ENDED, TAP, "System.ExceptionEncountered"}
TYPES |= {f"AlexaSkillEvent.{event}" for event in EVENTS}

_KIND = {
    "answer": "yes no unsure hedged_yes hedged_no none skip",
    "tell": "emergency for_other",
    "ask": "why how_many_left result_who result_home result_why result_warn send help",
    "again": "repeat rephrase slower normal_speed",
    "back": "back start_over",
    "stop": "stop",
    "misheard": "misheard",
}
_KINDS = {act: kind for kind, acts in _KIND.items() for act in acts.split()}

KINDS = {
    **{intent: _KINDS[act.name] for intent, act in ACTS.items()},
    **dict.fromkeys((*CHOICES, "NumberIntent"), "answer"),
    **dict.fromkeys(("TellIntent", "EmergencyIntent"), "tell"),
    "AskIntent": "ask",
    CATCH_ALL: "said",
}
"""Intent -> the kind of act that it is."""


def line(event: Json | None, error: str, seconds: float) -> str:
    """Return the log's line for a request; a refused one was not read, and has no event."""
    asked = event["request"] if event else {}
    return json.dumps(
        {
            "type": _listed(asked.get("type"), TYPES) if event else "",
            "locale": _listed(asked.get("locale"), library.locales()) if event else "",
            "act": _act(asked),
            "ms": round(seconds * 1000, 1),
            "error": error,
        }
    )


def _act(asked: Json) -> str:
    """Return the kind of act: for what is said or tapped only."""
    match asked.get("type"):
        case "LaunchRequest":
            return "launch"
        case "IntentRequest":
            intent = asked.get("intent")
            name = intent.get("name") if isinstance(intent, dict) else None
            return KINDS.get(name, OTHER) if isinstance(name, str) else OTHER
        case _:
            return "tap" if asked.get("type") == TAP else ""


def _listed(word: object, known: "set[str] | tuple[str, ...]") -> str:
    return word if isinstance(word, str) and word in known else OTHER

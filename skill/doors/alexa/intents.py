"""What an intent says, as an act: as Amazon resolved it, or as its words are heard.

Amazon hands over the words of a slot whether they stand for one of its values or not. What it did
not resolve goes through the skill's own hearing, and what it did is held against its words: "no
chest pain" must not lose its no.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.doors.alexa.front import Json
from skill.hearing import intents

CATCH_ALL, CATCH = "SaidIntent", "catch"
"""The intent that takes whatever was said, and its one slot."""
BEFORE, AFTER = "before", "after"
"""Slots that take what stands beside the words of an intent."""
NUMBERED = frozenset({"number", "age", "count", "length"})
"""Slots of Amazon's own types, which have no values of ours."""
ALARMS = frozenset({acts.emergency("self_harm")})
"""What an intent without a value of its own is believed, also when its words are not understood."""
UNHEARD = frozenset({acts.MISHEARD, acts.emergency("")})
"""What words are that hearing makes nothing of."""
CHECKED = frozenset({"EmergencyIntent", "TellIntent"})
"""Intents that must not act on words that deny them."""
ASKING = frozenset({"ask", "emergency", "check"})
"""What the words of a question can be: never an answer."""

UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "H": "hours"}
PARTS = re.compile(r"(\d+)([YMWDH])")
"""Of a length of time as Amazon writes it."""

Hear = Callable[[str], Act]
"""Makes an act of words, where they are said."""


class Spoken(NamedTuple):
    """What stands in a slot."""

    id: str
    """Of the value that Amazon resolved it to, or ""."""
    words: str


def act_of(name: str, slots: Mapping[str, Spoken], hear: Hear, expects: Callable[[], str]) -> Act:
    """Return the act of an intent; what is neither resolved nor understood is misheard.

    A value that is not what is asked for fills nothing by itself: its words are heard.
    """
    if name in intents.ACTS and (not slots or _is_fixed(name, slots)):
        return intents.ACTS[name]
    words = _joined(slots)
    named = [one for slot, one in slots.items() if slot not in NUMBERED and one.words]
    free = any(not one.id for one in named)
    if name == CATCH_ALL:
        return hear(words)
    ids = {slot: one.id or one.words for slot, one in slots.items() if one.id or slot in NUMBERED}
    act = intents.act_of(name, ids)
    if words and (free or not _fits(name, expects)):
        heard = _heard(name, hear(words))
        known = any(ids.values()) or act in ALARMS
        return act if known and heard in UNHEARD else heard
    if name not in CHECKED or not words:
        return act
    heard = hear(words)
    doubted = heard.name == "check" and name == "EmergencyIntent"
    return heard if doubted or _denies(heard) else act


def _is_fixed(name: str, slots: Mapping[str, Spoken]) -> bool:
    """Tell whether an intent means the same whatever stands in its slots, or nothing does."""
    return name.startswith("AMAZON.") or not any(one.words for one in slots.values())


def _fits(name: str, expects: Callable[[], str]) -> bool:
    """Tell whether an intent is one of a value that is asked for, or none of a value."""
    return name not in intents.CHOICES or intents.CHOICES[name][0] == expects()


def _joined(slots: Mapping[str, Spoken]) -> str:
    """Return all words of an intent in their order, those that stand in two slots once."""
    order = {BEFORE: -1, AFTER: 1}
    spoken = sorted(slots.items(), key=lambda one: order.get(one[0], 0))
    parts = [words for words in map(_words, spoken) if words]
    return " ".join(
        one
        for place, one in enumerate(parts)
        if one not in parts[:place]
        and not any(one != other and f" {one} " in f" {other} " for other in parts)
    )


def _words(spoken: tuple[str, Spoken]) -> str:
    """Return the words of a slot; a length of time as it is said."""
    slot, one = spoken
    if slot != "length":
        return one.words
    return " ".join(f"{count} {UNITS[unit]}" for count, unit in PARTS.findall(one.words))


def _heard(name: str, act: Act) -> Act:
    """Return the act of words that Amazon took for an intent's.

    A question stays one, whatever words are in it. An emergency that is not understood is asked
    about.
    """
    if name == "AskIntent":
        return act if act.name in ASKING else acts.ask("")
    if name == "EmergencyIntent" and act == acts.MISHEARD:
        return acts.emergency("")
    return act


def _denies(act: Act) -> bool:
    """Tell whether words deny what they name."""
    denied = act.name == "tell" and all(value == "no" for _, value in act.told)
    return denied or act.name in {"no", "none", "hedged_no"}


def slots_of(intent: Json) -> dict[str, Spoken]:
    """Return what stands in the slots of an intent that was sifted."""
    slots: dict[str, Json] = intent.get("slots") or {}
    return {name: Spoken(one.get("id", ""), one.get("value", "")) for name, one in slots.items()}

"""Words for acts: what a person would say, so that a story or a dialog can be played aloud.

The words are the locale's own, and each is tried on the hearing in the state where it is said:
what comes back is heard as the act it stands for.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.conversation import reply
from skill.hearing.intents import ACTS, CHOICES, TOLD
from skill.hearing.phrases import Hear, spoken
from skill.saying import understood

Json = dict[str, Any]

MOST_TRIED = 400
"""Ways to say an act that are tried before it is given up."""
MOST_TOLD = 20
"""Ways to tell each of several findings that are tried."""
MUMBLED = "…"
"""Said for an act that was not understood."""


def words_for(act: Act, attributes: Json, locale: str) -> str:
    """Return words that lead a session where an act leads it, or "" when there are none."""
    knowledge = library.knowledge()
    meant = reply(knowledge, attributes, act)
    for words in islice(_ways(act, locale), MOST_TRIED):
        heard = understood(words, attributes, locale)
        if heard and reply(knowledge, attributes, heard) == meant:
            return words
    return ""


def _ways(act: Act, locale: str) -> Iterator[str]:
    """Yield what may stand for an act, the plainest first."""
    hears = library.locale_hears(locale)
    if act == acts.LAUNCH:
        yield f"open {library.locale_texts(locale)['invocation']}"
    if act == acts.MISHEARD:
        yield MUMBLED
    plain = library.locale_page(locale).get(f"says.{act.name}")
    if plain:
        yield plain
    yield from _valued(act, hears)
    yield from (_filled(said, act, hears) for said in _said_of(act, hears))


def _said_of(act: Act, hears: Hear) -> Iterator[str]:
    """Yield the sentences of the intents that stand for an act."""
    named = [name for name, one in ACTS.items() if one == act]
    for name in ["BackIntent"] if act.name == "back" else named:
        yield from spoken(hears, hears["intents"][name])


def _filled(said: str, act: Act, hears: Hear) -> str:
    """Return a sentence with a count in its place, and with the first word of any other slot."""

    def word(slot: re.Match[str]) -> str:
        values = hears["slots"].get(slot[1], {}).values()
        return next((one for said in values for one in spoken(hears, said)), act.value)

    return re.sub(r"\{(\w+)\}", word, said)


def _valued(act: Act, hears: Hear) -> Iterator[str]:
    """Yield the words of the value that an act carries: a number, or a value of a slot."""
    if act.value.isdecimal() and act.name != "back":
        yield from (act.value, f"{act.value} days")
    if act.name == "tell":
        yield from _told(act, hears)
    elif act.name == "choose":
        yield from _chosen(act, hears)
    elif act.name in {"ask", "emergency"}:
        slot = {"ask": "question"}.get(act.name, act.name)
        yield from spoken(hears, hears["slots"][slot].get(act.value.removeprefix("said_"), ()))


def _chosen(act: Act, hears: Hear) -> Iterator[str]:
    """Yield the words of a value: its own, and those of a time or a place that means it."""
    choice = {finding: slot for slot, finding in CHOICES.values()}
    slot = choice.get(act.finding, acts.OPTION)
    if slot == acts.OPTION:
        yield from spoken(hears, hears["turns"][slot].get(act.value, ()))
    yield from spoken(hears, hears["slots"][slot].get(act.value, ()))
    finding = library.knowledge().findings.get(act.finding)
    for meaning, meant in finding.means.items() if finding else ():
        if meant == act.value:
            for other in ("duration", "region"):
                yield from spoken(hears, hears["slots"][other].get(meaning, ()))


def _told(act: Act, hears: Hear) -> Iterator[str]:
    """Yield what tells several findings: one way for each, joined; one sign also by its name."""
    slots = hears["slots"]
    ways: list[list[str]] = []
    for finding, value in act.told:
        slot = next((slot for slot, one in TOLD.items() if one == finding), "symptom")
        templates = slots[slot].get(finding if slot == "symptom" else value, ())
        ways.append([*islice(spoken(hears, templates), MOST_TOLD)])
    yield from (" and ".join(row) for row in zip(*ways, strict=False))
    yield from (" ".join(row) for row in zip(*ways, strict=False))
    if len(act.told) == 1:
        yield from _by_name(act.told[0][0], hears)


def _by_name(sign: str, hears: Hear) -> Iterator[str]:
    """Yield how a sign is named once it is asked which one: as itself, or as one called alike."""
    finding = library.knowledge().findings.get(sign)
    for name in (sign, *(finding.means if finding else ())):
        yield from spoken(hears, hears["turns"]["which"].get(name, ()))

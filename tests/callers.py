"""Callers played by the tests: each knows its own answers and replies to what is asked of it."""

import random
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from skill import library
from skill.dialogue.acts import LAUNCH, NONE, YES, Act
from skill.dialogue.conversation import reply
from skill.dialogue.patient import reply_of
from skill.dialogue.session import EMERGENCY, RESULT, SELF_CARE, dump
from skill.dialogue.turns import Turn
from skill.playing.callers import caller
from skill.playing.dialogs import act_of, answers, asking
from skill.playing.recording import scripted
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import Answers, Knowledge

KNOWLEDGE: Knowledge = library.knowledge()
TEXTS = library.locale_texts("en-US")

REGIONS = KNOWLEDGE.findings["main_region"].values
SPINE = ("neck", "upper_back_ribs", "lower_back", "neck_arm", "lower_back_leg")
GATES = tuple(name for name, one in KNOWLEDGE.findings.items() if one.gate)
RED_FLAGS = tuple(name for name, one in KNOWLEDGE.findings.items() if one.red_flag)
OFFERS = (RESULT, SELF_CARE, EMERGENCY)

MOST_TURNS = 150

SIMPLE_SPASM = {
    "age_band": "under_50",
    "duration": "lt_1w",
    "pain_level": "moderate",
    "recent_overuse": "yes",
    "hard_knot": "yes",
    "tender_press": "yes",
    "on_off_spasm": "yes",
}
"""Clinical knowledge base, 3e: everything else is no."""

YEARS = {
    "under_50": "35",
    "50_64": "57",
    "65_plus": "72",
    "lt_12": "9",
    "12_17": "15",
    "18_24": "21",
    "25_39": "30",
    "40_49": "45",
    "50_55": "52",
    "56_64": "60",
}


class Said(NamedTuple):
    """A turn of the skill, and what the caller had replied to get it."""

    act: Act
    turn: Turn

    @property
    def asking(self) -> str:
        """Return what is pending after the turn, or "" when the conversation is over."""
        return self.turn.session.asking if self.turn.session else ""


def attributes(turn: Turn) -> dict[str, Any]:
    """Return what Alexa hands back after a turn."""
    return dict(dump(KNOWLEDGE, turn.session)) if turn.session else {}


def after(turn: Turn, act: Act) -> Turn:
    """Return the turn that answers an act, by way of the session attributes."""
    return reply(KNOWLEDGE, attributes(turn), act)


def launched() -> Turn:
    """Return the first turn."""
    return reply(KNOWLEDGE, None, LAUNCH)


def answer_to(turn: Turn, patient: Mapping[str, str], silent: str = "no") -> Act:
    """Return what this patient says to a turn that asks for an answer."""
    session = turn.session
    assert session is not None
    if session.asking == READ_BACK:
        return YES
    return reply_of(KNOWLEDGE, session, lambda name: _told(name, patient, silent))


def _told(name: str, patient: Mapping[str, str], silent: str) -> str:
    said = patient.get(name, "unsure" if KNOWLEDGE.findings[name].values else silent)
    return YEARS.get(said, said) if name == "age_band" else said


def interview(patient: Mapping[str, str], silent: str = "no") -> list[Said]:
    """Return the turns of this patient's interview, the first telling of the result last."""
    said = [Said(LAUNCH, launched())]
    while said[-1].asking not in {*OFFERS, ""}:
        act = answer_to(said[-1].turn, patient, silent)
        said.append(Said(act, after(said[-1].turn, act)))
        assert len(said) < MOST_TURNS, f"no end for {dict(patient)}"
    return said


def until(question: str, who: str = "") -> list[Said]:
    """Return the turns up to where something is asked of a caller who is told as in a dialog.

    ``until("duration", "neck spasm")`` needs no edit when the questions before it are others.
    """
    heard = answers(None, caller(who), question)
    said = [Said(act_of(one) or NONE, turn) for one, turn in heard]
    assert asking(said[-1].turn) == question, f"{who or 'well'} never comes to {question}"
    return said


def words_until(question: str, who: str = "") -> list[str]:
    """Return what this caller says to come there, once the skill is opened."""
    opening, *more = scripted("", (one.act for one in until(question, who)), "en-US").says
    assert opening == "open nerve check"
    return more


def tips(said: list[Said], patient: Mapping[str, str], silent: str = "no") -> list[Said]:
    """Return the turns from taking up the offer after a result to the next offer."""
    more = [Said(YES, after(said[-1].turn, YES))]
    while more[-1].asking not in {*OFFERS, ""}:
        act = answer_to(more[-1].turn, patient, silent)
        more.append(Said(act, after(more[-1].turn, act)))
        assert len(more) < MOST_TURNS, f"no end of tips for {dict(patient)}"
    return more


def questions(said: list[Said]) -> list[tuple[str, ...]]:
    """Return what each turn before the result asked about."""
    return [one.turn.asked for one in said if one.turn.asked]


def answers_after(one: Said) -> Answers:
    """Return the answers that count after a turn."""
    return one.turn.session.answers if one.turn.session else {}


def phrase_keys(turn: Turn) -> Iterator[str]:
    """Yield the names of everything that a turn says, inside placeholders as well."""
    todo: list[Any] = [*turn.say, *turn.ask, *turn.card]
    todo += [turn.reprompt] if turn.reprompt else []
    while todo:
        one = todo.pop()
        yield one.key
        for _, fill in one.fill:
            todo += [fill] if hasattr(fill, "key") else list(fill)


def keys_said(turn: Turn) -> list[str]:
    """Return the names of what a turn says, in order, without what fills placeholders."""
    return [one.key for one in (*turn.say, *turn.ask)]


def chance(seed: str | int) -> random.Random:
    """Return the same chances for the same seed."""
    return random.Random(seed)  # noqa: S311 - fixed test data, no secret

"""What to ask next: danger first, then the place, then which of the two (design, 3a to 3e)."""

from typing import NamedTuple

from skill.triage.knowledge import EACH, NO, UNHEARD, YES, Answers, Knowledge, Level, Step
from skill.triage.leaning import next_discriminator
from skill.triage.rules import (
    Facts,
    Places,
    begun_places,
    by_first_part,
    fired,
    met,
    with_derived,
)

READ_BACK = "read_back"
HEDGED = "hedged"
"""The mark among the answers that a danger sign was denied with a hedge."""


class Ask(NamedTuple):
    """What is asked next: one finding is a question, several are asked together by ``step``."""

    step: str
    findings: tuple[str, ...]

    @property
    def is_screen(self) -> bool:
        """Return whether several findings are asked together."""
        return len(self.findings) > 1


def next_ask(knowledge: Knowledge, answers: Answers) -> Ask | None:
    """Return what to ask next, or None when the result is due.

    An emergency ends the interview; a level of consultation within 24 hours ends it once
    the red flags are through; before any lower one, denials are read back where one was hedged
    (second edition, F).
    """
    facts = with_derived(knowledge, answers)
    return ask_at(knowledge, facts, reached(knowledge, facts))


def ask_at(knowledge: Knowledge, answers: Answers, level: Level) -> Ask | None:
    """Return what to ask next at the level that the answers have reached."""
    facts = with_derived(knowledge, answers)
    if level >= Level.EMERGENCY:
        return None
    if step := _due_step(facts) or _unheard_gate(facts):
        return step
    if level >= Level.CONSULTATION_24:
        return None
    child = facts.get("adult_18_plus") == NO  # only danger signs are asked of them
    if not child and (finding := next_discriminator(knowledge, facts)):
        return Ask(finding, (finding,))
    doubted = HEDGED in facts and READ_BACK not in facts
    if doubted and level_of(knowledge, facts) < Level.CONSULTATION_24:
        return Ask(READ_BACK, ())
    return None


def _due_step(facts: Facts) -> Ask | None:
    """Return the follow-up that the answers call for, else the next step in order."""
    knowledge = facts.knowledge
    steps = knowledge.once(_by_turn)
    for place in begun_places(facts, knowledge.once(_turns_by_first_part)):
        step, asked = steps[place]
        if facts.keys() >= asked or not met(step.when, facts):
            continue
        if findings := open_findings(knowledge, facts, step):
            one_by_one = facts.get(step.id) == EACH  # once nobody could say which
            return Ask(step.id, findings[:1] if one_by_one else findings)
    return None


def _unheard_gate(facts: Facts) -> Ask | None:
    """Return the gate that was not understood: it is asked once more before any result (A1c)."""
    for name, answer in facts.items():
        if answer == UNHEARD:
            return Ask(name, (name,))
    return None


def _by_turn(knowledge: Knowledge) -> list[tuple[Step, frozenset[str]]]:
    """Return the steps in the order in which they come up, each with all that it asks."""
    steps = sorted(knowledge.steps, key=lambda step: not step.follow_up)
    return [(step, frozenset(step.ask)) for step in steps]


def _turns_by_first_part(knowledge: Knowledge) -> Places:
    return by_first_part(step.when for step, _ in knowledge.once(_by_turn))


def open_findings(knowledge: Knowledge, facts: Answers, step: Step) -> tuple[str, ...]:
    """Return the findings of a step that fit this caller and have no answer yet."""
    return tuple(
        finding
        for finding in step.ask
        if finding not in facts and met(knowledge.findings[finding].only_if, facts)
    )


def reached(knowledge: Knowledge, answers: Answers) -> Level:
    """Return the level that the rules have reached so far; it never falls but by taking back."""
    found = fired(knowledge, answers)
    return found[0].level if found else Level.SELF_CARE


def level_of(knowledge: Knowledge, answers: Answers) -> Level:
    """Return the level of the result if the interview ended here; no leaning bears on it."""
    found = fired(knowledge, answers, final=True)
    return found[0].level if found else Level.SELF_CARE


def denials(knowledge: Knowledge, answers: Answers) -> tuple[str, ...]:
    """Return the findings to read back: those of the list that were really answered no."""
    return tuple(name for name in knowledge.settings.read_back if answers.get(name) == NO)


def questions_left(knowledge: Knowledge, answers: Answers) -> int:
    """Return how many questions a caller would still hear who denies all that is asked."""
    return len(questions_ahead(knowledge, answers))


def questions_ahead(knowledge: Knowledge, answers: Answers) -> list[Ask]:
    """Return what a caller would still hear who denies all that is asked, in its order."""
    ahead = dict(answers)
    asks: list[Ask] = []
    while ask := next_ask(knowledge, ahead):
        asks.append(ask)
        for name in ask.findings or (ask.step,):
            ahead[name] = likely(knowledge, name)
    return asks


def likely(knowledge: Knowledge, name: str) -> str:
    """Return the harmless answer, which leads on: mostly no, or the second value of a choice."""
    finding = knowledge.findings.get(name)
    if finding is None or finding.no_is_sign or name == "adult_18_plus":
        return YES
    return finding.values[1] if finding.values else NO

"""Patients whose interviews are played: for everything that is written down, and some by chance."""

import random
from collections.abc import Iterator

from skill.triage.interview import HEDGED, READ_BACK
from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Condition,
    Discriminator,
    Knowledge,
)
from skill.workshop.proofs.interviews import ADULT, AGE, PLACE, Patient, adult_at, values_of

BY_CHANCE = 400
"""How many are drawn of each kind; the same ones every time."""

AGES = ("25_39", "65_plus", "12_17")
OLD = {"duration": "gt_6w", "worsening": "better"}
LEANINGS = ((1, 0), (0, 1), (1, 1), (-1, -1))
"""Which way every answer that is weighed speaks, of (nerve, muscle)."""


def patients(knowledge: Knowledge) -> Iterator[Patient]:
    """Yield patients of all that is written down, of every place and leaning, and by chance."""
    yield from directed(knowledge)
    yield from leaning(knowledge)
    yield from (drawn(knowledge, seed) for seed in range(BY_CHANCE))
    yield from (between(knowledge, seed) for seed in range(BY_CHANCE))


def directed(knowledge: Knowledge) -> Iterator[Patient]:
    """Yield whom each rule and step is about: its condition holds, and its exception with it."""
    for rule in knowledge.rules:
        yield from ways(knowledge, rule.when)
        if rule.unless:
            yield {**next(ways(knowledge, rule.when)), **next(ways(knowledge, rule.unless))}
    for step in knowledge.steps:
        met = next(ways(knowledge, step.when))
        yield from ({**met, name: v} for name in step.ask for v in values_of(knowledge, name))
    for name in knowledge.findings:
        yield from ({name: said} for said in values_of(knowledge, name))
    yield from ({one.id: YES} for one in knowledge.words)
    yield {HEDGED: YES}
    yield {HEDGED: YES, READ_BACK: NO}


def leaning(knowledge: Knowledge) -> Iterator[Patient]:
    """Yield whom each label, professional and tip is for, of every place, age and leaning."""
    conditions = [_as_weighed(knowledge, one.when) for one in knowledge.labels]
    conditions += [one.when for one in knowledge.professionals]
    conditions += [one.when for one in knowledge.items]
    for base in _bases(knowledge):
        for condition in dict.fromkeys(conditions):
            for told in ways(knowledge, condition):
                if base[PLACE] == told.get(PLACE, base[PLACE]):
                    yield _of_age(knowledge, {**base, **told})


def _as_weighed(knowledge: Knowledge, condition: Condition) -> Condition:
    """Return a condition with what makes a question of the leaning be asked, before it."""
    named = {name for name, _ in condition}
    weighed = [one.when for one in knowledge.discriminators if one.finding in named]
    return (*(part for when in weighed for part in when), *condition)


def _bases(knowledge: Knowledge) -> Iterator[Answers]:
    for place in knowledge.findings[PLACE].values:
        for says in LEANINGS:
            yield {PLACE: place, AGE: AGES[0], **_weighed(knowledge, says)}
        yield {PLACE: place, AGE: AGES[0], **OLD, **_weighed(knowledge, (1, 1))}
        yield from ({PLACE: place, AGE: age} for age in AGES)


def _weighed(knowledge: Knowledge, says: tuple[int, int]) -> Answers:
    """Return the answers of which each speaks for, or against, what is wanted of both scales.

    No danger sign is among them: it would call for more than a leaning.
    """
    findings = knowledge.findings
    return {
        one.finding: YES if _speaks(one, says) > 0 else NO
        for one in knowledge.discriminators
        if not findings[one.finding].red_flag
    }


def _speaks(one: Discriminator, says: tuple[int, int]) -> float:
    """Return how far a yes moves the scales towards what is wanted."""
    nerve, muscle = one.nerve[0] - one.nerve[1], one.muscle[0] - one.muscle[1]
    return says[0] * nerve + says[1] * muscle


def _of_age(knowledge: Knowledge, patient: Answers) -> Patient:
    """Return a patient who is an adult or not by the age."""
    age = patient.get(AGE, UNSURE)
    return patient if age == UNSURE else {**patient, ADULT: adult_at(knowledge, age)}


def drawn(knowledge: Knowledge, seed: int) -> Patient:
    """Return a patient by chance, who denies most of what is asked."""
    luck = random.Random(seed)  # noqa: S311 - the same patients every time, no secret
    denied = luck.choice((0.8, 0.93, 0.98))
    patient: Answers = {}
    for name in knowledge.findings:
        values = values_of(knowledge, name)
        if NO not in values or luck.random() > denied:
            patient[name] = luck.choice(values)
    return _of_age(knowledge, patient)


def between(knowledge: Knowledge, seed: int) -> Patient:
    """Return a patient without danger whose weighed answers speak by chance for this and that."""
    luck = random.Random(seed)  # noqa: S311 - the same patients every time, no secret
    place = luck.choice(knowledge.findings[PLACE].values)
    names = dict.fromkeys(one.finding for one in knowledge.discriminators)
    weighed = [name for name in names if not knowledge.findings[name].red_flag]
    return {PLACE: place, **{name: luck.choice((YES, NO, UNSURE)) for name in weighed}}


def ways(knowledge: Knowledge, condition: Condition) -> Iterator[Answers]:
    """Yield answers that meet a condition, derived findings by each of their ways."""
    met: list[Answers] = [{}]
    for finding, values in condition:
        behind = [one.when for one in knowledge.derived if one.id == finding]
        more = [way for when in behind for way in ways(knowledge, when)]
        if not behind:
            more = [{finding: one} for one in values]
        elif YES not in values:  # nothing that it follows from was said
            more = [{}]
        met = [{**told, **way} for told in met for way in more]
    yield from met

"""What is asked in which order, as stages with their follow-ups: for everyone, then by place."""

from collections.abc import Iterable
from typing import NamedTuple

from skill.triage.knowledge import Condition, Knowledge, Level, Rule, Step
from skill.triage.leaning import label_of
from skill.triage.rules import spelled_out

PLACE = "main_region"
LEANING = "leaning"
"""The stage that asks about nerve or muscle, the finding that tells most first."""

Placed = dict[str, tuple[Step, int]]
"""Id of a follow-up -> itself, and the number of the stage whose answers call for it."""


class Reach(NamedTuple):
    """Which levels an answer can reach: by itself, and at most with others."""

    alone: Level | None
    most: Level | None


class Group(NamedTuple):
    """Steps that are asked under one condition, one after the other."""

    when: Condition
    steps: tuple[Step, ...]


class Stage(NamedTuple):
    """A step of the main line and what its answers may call for at once."""

    step: Step
    when: Condition
    """Without the place, which the picture is about."""
    follow_ups: tuple[Group, ...]


def called_by(knowledge: Knowledge, place: str) -> tuple[Group, ...]:
    """Return the follow-ups that a place calls for as soon as it is told."""
    return _grouped(_placed(knowledge, _main(knowledge, place), place), -1)


def stages(knowledge: Knowledge, place: str = "") -> list[Stage]:
    """Return the main line of a place from the place on; without one, of everyone up to it."""
    main = _main(knowledge, place)
    placed = _placed(knowledge, main, place)
    return [
        Stage(step, _rest(step.when), _grouped(placed, number)) for number, step in enumerate(main)
    ]


def _main(knowledge: Knowledge, place: str = "") -> list[Step]:
    steps = [one for one in knowledge.steps if not one.follow_up]
    first = next(number for number, step in enumerate(steps) if PLACE in step.ask) + 1
    if not place:
        return steps[:first]
    here = _not_yet([step for step in steps[first:] if _fits(step.when, place)])
    asked = _leaning(knowledge, place, [name for step in here for name in step.ask])
    return [*here, _leaning_step(asked)] if asked else here


def _leaning_step(asked: tuple[str, ...]) -> Step:
    """Return the stage about nerve or muscle in the form of a step."""
    return Step(
        LEANING,
        asked,
        when=(),
        follow_up=False,
        at_once=None,
        choices={},
        words=LEANING,
        source="",
    )


def _not_yet(steps: list[Step]) -> list[Step]:
    """Return steps without what an earlier one has asked of all whom they would ask.

    Of two places, both ask of both legs.
    """
    left: list[Step] = []
    for step in steps:
        of_all = [one for one in left if _implies(_rest(step.when), _rest(one.when))]
        asked = {name for one in of_all for name in one.ask}
        if ask := tuple(name for name in step.ask if name not in asked):
            left.append(step._replace(ask=ask))
    return left


def _leaning(knowledge: Knowledge, place: str, asked: Iterable[str]) -> tuple[str, ...]:
    """Return what may still be asked about nerve or muscle: nothing where the place decides."""
    if label_of(knowledge, {PLACE: place}).when:
        return ()
    names = (one.finding for one in knowledge.discriminators if _fits(one.when, place))
    return tuple(dict.fromkeys(name for name in names if name not in asked))


def _fits(when: Condition, place: str) -> bool:
    return all(place in values for finding, values in when if finding == PLACE)


def _rest(when: Condition) -> Condition:
    return tuple((finding, values) for finding, values in when if finding != PLACE)


def _placed(knowledge: Knowledge, main: list[Step], place: str) -> Placed:
    """Return each follow-up with the number of the stage whose answers call for it.

    What the place calls for by itself has stage -1.
    """
    early = _placed(knowledge, _main(knowledge), "") if place else {}
    before = {name: (step, -1) for name, (step, _) in early.items()}
    follow_ups = [one for one in knowledge.steps if one.follow_up and _may(one, place)]
    placed: Placed = {}
    while True:
        found = {
            step.id: (step, number)
            for step in follow_ups
            if (number := _stage_of(knowledge, step, main, before | placed, place)) is not None
        }
        if found == placed:
            return found
        placed = found


def _may(step: Step, place: str) -> bool:
    """Return whether a follow-up can be asked at a place, or before there is one."""
    return _fits(step.when, place) if place else _rest(step.when) == step.when


def _stage_of(
    knowledge: Knowledge, step: Step, main: list[Step], placed: Placed, place: str
) -> int | None:
    """Return the first stage whose answers can call for a follow-up; -1 is the place itself.

    What is derived can follow from answers of several stages.
    """
    ways = spelled_out(knowledge, step.when)
    numbers = [_stage_for(knowledge, when, main, placed, place) for when in ways]
    return min((one for one in numbers if one is not None), default=None)


def _stage_for(
    knowledge: Knowledge, when: Condition, main: list[Step], placed: Placed, place: str
) -> int | None:
    """Return the stage after which everything that a condition depends on has been asked."""
    earlier = {name for one in _main(knowledge) for name in one.ask} if place else set()
    numbers: list[int] = []
    for name, _ in _rest(when):
        number = _known_at(knowledge, when, name, main, placed)
        if number is None and name not in earlier:
            return None
        numbers.append(-1 if number is None else number)
    last = max(numbers, default=-1)
    return last if last >= 0 or _rest(when) != when else None


def _known_at(
    knowledge: Knowledge, when: Condition, name: str, main: list[Step], placed: Placed
) -> int | None:
    """Return the stage that asks a finding, for those who meet the condition."""
    askers = [(one, number) for one, number in placed.values() if name in one.ask]
    certain = [number for one, number in askers if _implies(when, one.when)]
    in_line = [number for number, one in enumerate(main) if name in one.ask]
    of_all = any(name in one.ask and not one.when and not one.follow_up for one in knowledge.steps)
    possible = [] if of_all else [number for _, number in askers]
    return min(certain or in_line + possible, default=None)


def _implies(narrow: Condition, wide: Condition) -> bool:
    """Return whether everyone who meets the first condition meets the second."""
    values = {name: set(told) for name, told in narrow}
    return all(name in values and values[name] <= set(told) for name, told in wide)


def _grouped(placed: Placed, number: int) -> tuple[Group, ...]:
    """Return the follow-ups of a stage, those of one condition together."""
    groups: dict[Condition, list[Step]] = {}
    for step, stage in placed.values():
        if stage == number:
            groups.setdefault(_rest(step.when), []).append(step)
    return tuple(Group(when, tuple(steps)) for when, steps in groups.items())


def reach(
    knowledge: Knowledge, finding: str, value: str, place: str, given: Condition = ()
) -> Reach:
    """Return what an answer can reach in a place, where ``given`` has been told already."""
    rules = [one for one in knowledge.once(_rules) if _names(one, finding, value, place)]
    known = {name: set(values) for name, values in given} | {finding: {value}}
    if place:
        known[PLACE] = {place}
    alone = [one.level for one in rules if not one.unless and _met_by(one.when, known)]
    return Reach(max(alone, default=None), max((one.level for one in rules), default=None))


def _rules(knowledge: Knowledge) -> list[Rule]:
    """Return the rules over what can be answered: one for each way in which one can be met."""
    return [
        rule._replace(when=when)
        for rule in knowledge.rules
        for when in spelled_out(knowledge, rule.when)
    ]


def _names(rule: Rule, finding: str, value: str, place: str) -> bool:
    if place and not _fits(rule.when, place):
        return False
    return any(name == finding and value in values for name, values in rule.when)


def _met_by(when: Condition, known: dict[str, set[str]]) -> bool:
    return all(name in known and known[name] <= set(values) for name, values in when)

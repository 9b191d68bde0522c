"""Every sign by itself: the level it reaches, by place and age, and whether it is asked there.

A row is one answer of one caller. Its answers are ``{age, adult, place, finding: value}``, the
value recorded as the interview records it ("not sure" of the pain counts as moderate). Its level
is what these answers reach when nothing more will be asked: the most urgent rule. Nothing else is
answered, neither yes nor no. So an exception that was never told does not hold (``unless``), and
what a sign reaches only with a time or another answer is not counted.

``asked`` plays the interview with a caller of that age and place who denies all else.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from skill.telling.flow import LEANING, PLACE, stages
from skill.triage.interview import level_of, likely, next_ask
from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Condition,
    Finding,
    Knowledge,
    Level,
)
from skill.triage.rules import met, spelled_out

AGE, ADULT = "age_band", "adult_18_plus"
AGES = (30, 57, 72)
"""Years; the knowledge's own bands say what they count as."""

ASKED = "asked"
AFTER = "after"
OPEN = "open"
TIPS = "tips"
OTHERS = "others"
NEVER = "never"


class Way(NamedTuple):
    """How a caller comes to be asked a finding.

    ``asked`` of who denies all else; ``after`` another answer; while it is ``open`` whether it is
    nerve or muscle; with the ``tips`` for home, after the result; of ``others`` only, whose age
    it fits; ``never`` in this place.
    """

    kind: str
    after: Condition = ()
    """The answers that call for it, where it is asked after others only."""


class Sign(NamedTuple):
    """What one answer reaches by itself, for a caller of one place and age."""

    finding: str
    value: str
    place: str
    age: int
    level: Level
    alone: Level
    """The level that the place and the age reach without the sign."""
    way: Way
    danger: bool
    """Whether a yes to it points to danger, and so must be no milder than a not sure."""

    @property
    def asked(self) -> bool:
        """Return whether the interview asks it of a caller who denies all else."""
        return self.way.kind == ASKED

    @property
    def reaches(self) -> bool:
        """Return whether the sign reaches more than the place and the age alone."""
        return self.level > self.alone

    @property
    def lost(self) -> bool:
        """Return whether it reaches a level that no answer before the result can bring out."""
        return self.reaches and self.way.kind in {TIPS, NEVER}


class _Caller(NamedTuple):
    place: str
    age: int
    known: Answers
    alone: Level
    ways: dict[str, Way]


def signs(knowledge: Knowledge, ages: Iterable[int] = AGES) -> list[Sign]:
    """Return every answer by itself, in every place and at every age.

    By finding and value, then place, then age. An answer that contradicts the caller (another
    place, another age) is left out. A no is among them only where it reaches a level.
    """
    callers = [
        _caller(knowledge, place, age)
        for place, age in product((*knowledge.findings[PLACE].values, UNSURE), ages)
    ]
    rows = [
        _sign(knowledge, caller, finding, value)
        for finding in knowledge.findings.values()
        for value in (*(finding.values or (YES, NO)), UNSURE)
        for caller in callers
        if caller.known.get(finding.id, value) == value
    ]
    told = {(row.finding, row.value) for row in rows if row.value != NO or row.reaches}
    return [row for row in rows if (row.finding, row.value) in told]


def _caller(knowledge: Knowledge, place: str, age: int) -> _Caller:
    known = caller_of(knowledge, place, age)
    return _Caller(place, age, known, level_of(knowledge, known), _ways(knowledge, known))


def _sign(knowledge: Knowledge, caller: _Caller, finding: Finding, value: str) -> Sign:
    recorded = finding.unsure_as or UNSURE if value == UNSURE else value
    return Sign(
        finding=finding.id,
        value=value,
        place=caller.place,
        age=caller.age,
        level=level_of(knowledge, {**caller.known, finding.id: recorded}),
        alone=caller.alone,
        way=caller.ways[finding.id],
        danger=not finding.easing and bool(finding.red_flag or finding.unsure),
    )


def caller_of(knowledge: Knowledge, place: str, age: int) -> Answers:
    """Return what is known of an adult or a child of an age, in a place."""
    settings = knowledge.settings
    band = [value for value, least in settings.bands[AGE] if age >= least][-1]
    return {AGE: band, ADULT: YES if age >= settings.adult_from else NO, PLACE: place}


# --- what is asked --------------------------------------------------------------------------


def asked_of(knowledge: Knowledge, said: Answers) -> set[str]:
    """Return the findings that the interview asks of a caller who says this and denies all else."""
    answers: Answers = {}
    asked: set[str] = set()
    while due := next_ask(knowledge, answers):
        asked.update(due.findings)
        for name in due.findings or (due.step,):
            answers[name] = said.get(name) or likely(knowledge, name)
        if AGE in due.findings and said.get(AGE, UNSURE) != UNSURE:
            answers[ADULT] = said.get(ADULT, YES)
    return asked


def _ways(knowledge: Knowledge, caller: Answers) -> dict[str, Way]:
    """Return how a caller comes to be asked each finding."""
    asked, weighed = asked_of(knowledge, caller), _weighed(knowledge, caller)
    tips = level_of(knowledge, caller) in knowledge.settings.advice_levels

    def way(finding: Finding) -> Way:
        if finding.id in asked:
            return Way(ASKED)
        if met(finding.only_if, caller) is False:
            return Way(OTHERS)
        if after := _after(knowledge, caller, asked, finding.id):
            return Way(AFTER, after)
        if finding.id in weighed:
            return Way(OPEN)
        return Way(TIPS if tips and finding.advice_safety else NEVER)

    return {finding.id: way(finding) for finding in knowledge.findings.values()}


def _weighed(knowledge: Knowledge, caller: Answers) -> set[str]:
    """Return what may still be asked about nerve or muscle: nothing once a day is too long."""
    if level_of(knowledge, caller) >= Level.CONSULTATION_24:
        return set()
    line = stages(knowledge, caller[PLACE])
    return {name for one in line if one.step.id == LEANING for name in one.step.ask}


def _after(knowledge: Knowledge, caller: Answers, asked: set[str], finding: str) -> Condition:
    """Return the answers after which the interview asks a finding, or () where it never does.

    Of several ways the first that the interview really goes, in the order of the steps.
    """
    for when, said in _calling(knowledge, caller, asked, finding, ()):
        if finding in asked_of(knowledge, {**said, **caller}):
            return when
    return ()


def _calling(
    knowledge: Knowledge,
    caller: Answers,
    asked: set[str],
    finding: str,
    seen: tuple[str, ...],
) -> Iterator[tuple[Condition, Answers]]:
    """Yield what else must be told for a step to ask a finding, and answers that tell it all.

    What must be told may itself be asked only after something else, and so on.
    """
    for when in _called_on(knowledge, caller, finding):
        said = {name: values[0] for name, values in when}
        missing = [name for name in said if name not in asked]
        if finding in said or not set(seen).isdisjoint(missing):
            continue
        further = (
            [one for _, one in _calling(knowledge, caller, asked, name, (*seen, finding))]
            for name in missing
        )
        for ways in product(*further):
            yield when, {name: value for way in (*ways, said) for name, value in way.items()}


def _called_on(knowledge: Knowledge, caller: Answers, finding: str) -> Iterator[Condition]:
    """Yield on which answers a step asks a finding, besides place and age, derived spelled out."""
    for step in knowledge.steps:
        if finding in step.ask:
            for way in spelled_out(knowledge, step.when):
                when = tuple(part for part in way if part[0] not in caller)
                if when and met(way, caller) is not False:
                    yield when


def asks_on(knowledge: Knowledge, finding: str, value: str) -> tuple[str, ...]:
    """Return what an answer may make the interview ask at once, in any place."""
    called = (
        step.ask
        for step in knowledge.steps
        if step.follow_up
        and any(
            name == finding and value in told
            for way in spelled_out(knowledge, step.when)
            for name, told in way
        )
    )
    return tuple(dict.fromkeys(name for ask in called for name in ask if name != PLACE))

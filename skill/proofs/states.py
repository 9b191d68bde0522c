"""When two sets of answers are one state: whatever is asked next, both lead to the same.

An interview has far too many sets of answers to visit one by one. But most of what was said no
longer matters: a rule that is contradicted, a step that is done, a level already passed, a sign
that nobody will ask about any more. What is left of a condition is its residue: None once it is
contradicted, else the parts that still wait for an answer. Equal residues have equal futures;
that equal keys have them is tested with random interviews as well (``tests/test_proofs.py``).
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from skill.proofs.requirements import must_ask
from skill.triage.interview import reached
from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Condition,
    Discriminator,
    Knowledge,
    Label,
    Level,
    Rule,
    Step,
)
from skill.triage.leaning import NOTHING, Sums, caps_of, has_moves, moved

PLACE = "main_region"

_DIGITS = 9
"""Ratios are added up in the order of asking; beyond these digits only that order shows."""


class Wait(NamedTuple):
    """A part of a condition that has no answer yet."""

    finding: str
    values: tuple[str, ...]
    alternatives: tuple[tuple["Wait", ...], ...] = ()
    """Of a derived finding: what each way to meet it still waits for."""


Waits = tuple[Wait, ...]


class Ahead(NamedTuple):
    """What may still matter after some answers; what no longer does is gone for good."""

    steps: tuple[Step, ...]
    rules: tuple[Rule, ...]
    rows: tuple[Discriminator, ...]


class _Due(NamedTuple):
    """A step that may still come, and what it would ask, each with what that depends on."""

    step: Step
    opened: bool
    when: Waits
    asks: tuple[tuple[str, Waits], ...]


class _Raising(NamedTuple):
    """A rule that may still raise the level, and what it waits for."""

    rule: Rule
    when: Waits
    unless: Waits | None


class _Weighed(NamedTuple):
    """A discriminator that fits or may still fit, and its answer if it has one."""

    row: Discriminator
    when: Waits
    said: str | None

    @property
    def waits(self) -> bool:
        """Return whether it may still count for more than it does."""
        return bool(self.when) or self.said is None


class _Open(NamedTuple):
    """What is still open after some answers."""

    due: list[_Due]
    raising: list[_Raising]
    weighed: list[_Weighed] | None
    """None where nothing is asked about the leaning any more."""
    coming: set[str]
    """What may still be asked."""

    def ahead(self) -> Ahead:
        """Return it without what it waits for."""
        return Ahead(
            tuple(one.step for one in self.due),
            tuple(one.rule for one in self.raising),
            tuple(one.row for one in self.weighed or ()),
        )

    def key(self) -> tuple[Hashable, ...]:
        """Return what is asked and what raises the level, as far as it is not decided."""
        steps = tuple((one.step.id, one.when, one.asks, one.opened) for one in self.due)
        rules = frozenset((one.rule.level, one.when, one.unless) for one in self.raising)
        return steps, rules


class States:
    """Tells which answers come to the same, in interviews about pain of one place."""

    def __init__(self, knowledge: Knowledge, place: str) -> None:
        self._knowledge = knowledge
        self.place = place
        self._derived: dict[str, list[Condition]] = {}
        for one in knowledge.derived:
            self._derived.setdefault(one.id, []).append(one.when)
        self._moving = {one.finding for one in knowledge.discriminators if has_moves(one)}
        self._asking = [
            one
            for one in knowledge.steps
            if not one.follow_up and not self._moving.isdisjoint(one.ask)
        ]
        urgent = tuple(one for one in knowledge.rules if one.level >= Level.CONSULTATION_24)
        self.start = Ahead(knowledge.steps, urgent, knowledge.discriminators)

    def key(self, answers: Answers, before: Ahead) -> tuple[Hashable, Ahead]:
        """Return what of the answers still matters to what is asked, and to how urgent it is.

        Self-care and a visit are one here: what is asked does not depend on which it is.
        ``before`` is what was ahead before the last answer; what now is comes back as well.
        """
        level = reached(self._knowledge, answers)
        if level >= Level.EMERGENCY:
            return level, before
        now = self._open(answers, before, level)
        if level >= Level.CONSULTATION_24:
            return (level, *now.key()), now.ahead()
        return (*now.key(), *self._mild(answers, now)), now.ahead()

    def _open(self, answers: Answers, before: Ahead, level: Level) -> _Open:
        """Return what may still come of what was ahead before the last answer."""
        leans = level < Level.CONSULTATION_24 and not self._label_stands(answers)
        due = list(self._due(answers, before.steps))
        weighed = list(self._rows(answers, before.rows)) if leans else None
        coming = _coming(due, weighed or [])
        return _Open(
            [one for one in due if _may_come(one.when, coming)],
            list(self._raising(answers, before.rules, level, coming)),
            weighed and [one for one in weighed if _may_come(one.when, coming)],
            coming,
        )

    def _mild(self, answers: Answers, now: _Open) -> Iterator[Hashable]:
        """Yield what matters besides, as long as the result may be a mild one."""
        yield self._doubts(answers, now.coming)
        if now.weighed is not None:
            yield tuple(self._leaning(answers, now.coming, now.weighed))
        yield tuple(self._lost(answers, now))

    def _label_stands(self, answers: Answers) -> bool:
        """Return whether a label holds whatever else is said: nothing is asked about it then."""
        for label in self._knowledge.labels:
            waits, exception = self.residue(label.when, answers), self._exception(label, answers)
            if waits is not None and exception != ():
                return not (waits or label.weighed or exception)
        return False

    def residue(self, condition: Condition, answers: Answers) -> Waits | None:
        """Return what a condition still waits for: () once it holds, None once it cannot."""
        waits: list[Wait] = []
        for finding, values in condition:
            if finding == PLACE and self.place not in values:
                return None
            found = self._found(finding, answers)
            if not isinstance(found, str):
                waits.append(Wait(finding, values, found))
            elif found not in values:
                return None
        return tuple(waits)

    def _found(self, finding: str, answers: Answers) -> str | tuple[Waits, ...]:
        """Return the value of a finding, or what each way to get one still waits for."""
        if finding not in self._derived:
            return answers.get(finding) or ()
        left = [self.residue(when, answers) for when in self._derived[finding]]
        if () in left:
            return YES
        return tuple(one for one in left if one is not None) or NO

    def _due(self, answers: Answers, steps: Iterable[Step]) -> Iterator[_Due]:
        findings = self._knowledge.findings
        for step in steps:
            if (when := self.residue(step.when, answers)) is None:
                continue
            fits = (
                (name, self.residue(findings[name].only_if, answers))
                for name in step.ask
                if name not in answers
            )
            if asks := tuple((name, fit) for name, fit in fits if fit is not None):
                yield _Due(step, step.id in answers, when, asks)

    def _rows(self, answers: Answers, rows: Iterable[Discriminator]) -> Iterator[_Weighed]:
        for row in rows:
            if (when := self.residue(row.when, answers)) is not None:
                yield _Weighed(row, when, answers.get(row.finding))

    def _raising(
        self, answers: Answers, rules: Iterable[Rule], level: Level, coming: set[str]
    ) -> Iterator[_Raising]:
        for rule in rules:
            when = self.residue(rule.when, answers) if rule.level > level else None
            if when is None or not _may_come(when, coming):
                continue
            unless = self.residue(rule.unless, answers) if rule.unless else None
            if unless != ():
                yield _Raising(rule, when, unless)

    def _lost(self, answers: Answers, now: _Open) -> Iterator[Hashable]:
        """Yield what must be asked of this caller, or may have to be, and is not sure to be."""
        findings = self._knowledge.findings
        for name, condition in must_ask(self.place):
            if name in answers or self.residue(findings[name].only_if, answers) is None:
                continue
            when = self.residue(condition, answers)
            if when is not None and _may_come(when, now.coming) and not _is_sure(name, when, now):
                yield name, when

    def _doubts(self, answers: Answers, coming: set[str]) -> int:
        """Return how many red flags are not sure, as long as there may be more."""
        flags = {one.id for one in self._knowledge.findings.values() if one.red_flag}
        return sum(answers.get(name) == UNSURE for name in flags) if flags & coming else 0

    def _leaning(
        self, answers: Answers, coming: set[str], weighed: list[_Weighed]
    ) -> Iterator[Hashable]:
        """Return the labels still possible by their conditions, the counts, and the evidence.

        Beyond the least that is needed, and the most that is asked, no count makes a difference.
        """
        for label in self._knowledge.labels:
            when = self.residue(label.when, answers)
            possible = when is not None and _may_come(when, coming)
            yield (when, self._exception(label, answers)) if possible else None
        settings = self._knowledge.settings
        said = {one.row.finding for one in weighed if self._counts(one)}
        asked = self._moving & answers.keys() - self._in_steps(answers)
        yield min(len(said), settings.least_answered), min(len(asked), settings.most_asked)
        yield tuple((one.row.finding, one.when, one.said) for one in weighed if one.waits)
        yield self._evidence(weighed)

    def _exception(self, label: Label, answers: Answers) -> Waits | None:
        """Return what an exception of a label still waits for; None where it cannot hold."""
        return self.residue(label.unless, answers) if label.unless else None

    def _in_steps(self, answers: Answers) -> set[str]:
        """Return what the steps ask of this caller anyway."""
        steps = (one for one in self._asking if self.residue(one.when, answers) == ())
        return {name for one in steps for name in one.ask}

    def _counts(self, one: _Weighed) -> bool:
        """Return whether an answer is one of those that a label from the scales needs."""
        return not one.when and one.said in {YES, NO} and one.row.finding in self._moving

    def _evidence(self, weighed: list[_Weighed]) -> Hashable:
        """Return the sums of each open group, and of all the others together."""
        settled, open_ones = [0.0, 0.0], list[float]()
        for name, caps in caps_of(self._knowledge).items():
            mine = [one for one in weighed if one.row.group == name]
            sums = self._sums(mine)
            if any(one.waits for one in mine):
                open_ones += sums
            else:
                settled = [
                    all_others + min(max(now, least), greatest)
                    for all_others, now, (least, greatest) in zip(settled, sums, caps, strict=True)
                ]
        return tuple(round(one, _DIGITS) for one in (*open_ones, *settled))

    def _sums(self, weighed: list[_Weighed]) -> Sums:
        """Return the (nerve, muscle) sums of what counts already."""
        nerve, muscle = NOTHING
        for one in weighed:
            if not one.when:
                move = moved(self._knowledge, one.row, one.said)
                nerve, muscle = nerve + move[0], muscle + move[1]
        return nerve, muscle


def _is_sure(name: str, when: Waits, now: _Open) -> bool:
    """Return whether a step that asks it comes as soon as its condition holds."""
    return any(
        set(one.when) <= set(when) and any(name == asked for asked, _ in one.asks)
        for one in now.due
    )


def _may_come(waits: Waits, coming: set[str]) -> bool:
    """Return whether all that is waited for may still be answered."""
    return all(
        any(one.finding in coming for way in wait.alternatives for one in way)
        if wait.alternatives
        else wait.finding in coming
        for wait in waits
    )


def _coming(due: list[_Due], weighed: list[_Weighed]) -> set[str]:
    """Return what may still be asked: by what is due, and by what its answers may call for."""
    asks = [(one.when, name, only_if) for one in due for name, only_if in one.asks]
    asks += [(one.when, one.row.finding, ()) for one in weighed if one.said is None]
    coming: set[str] = set()
    while True:
        reachable = {
            name
            for when, name, only_if in asks
            if name not in coming and _may_come(when, coming) and _may_come(only_if, coming)
        }
        if not reachable:
            return coming
        coming |= reachable

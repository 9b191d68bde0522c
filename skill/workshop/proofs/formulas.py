"""The rules as formulas: every set of answers at once, as a solver sees it.

It says again, for a solver, what ``skill.triage.rules`` says of one set of answers; that both
say the same is tested with thousands of answers (``tests/test_proofs.py``).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import z3

from skill.triage.interview import READ_BACK
from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Condition,
    Item,
    Knowledge,
    Label,
    Level,
    Rule,
    Step,
)
from skill.triage.rules import doubts, heavy
from skill.workshop.proofs.interviews import ADULT, AGE, adult_at, values_of


class Reason(NamedTuple):
    """Something that reaches a level, and the answers for which it does."""

    id: str
    level: Level
    holds: z3.BoolRef
    says: str
    rule: Rule | None = None
    made: bool = False
    """Whether it follows from the rules: of a "not sure" of one of their signs."""


class Sheet:
    """One unknown set of answers."""

    def __init__(self, knowledge: Knowledge, name: str = "") -> None:
        self.knowledge = knowledge
        self.given = {
            (finding, value): z3.Bool(f"{name}{finding}={value}")
            for finding, values in _answerable(knowledge).items()
            for value in values
        }
        self._of: dict[str, list[z3.BoolRef]] = {}
        for (finding, _), given in self.given.items():
            self._of.setdefault(finding, []).append(given)
        self.name = name
        self.definitions: list[z3.BoolRef] = []
        """What the names of levels and of being through stand for; the solver has to be told."""
        self._named: dict[str, z3.BoolRef] = {}
        self._known: dict[tuple[str, tuple[str, ...]], z3.BoolRef] = {}
        self._behind: dict[str, list[Condition]] = {}
        for one in knowledge.derived:
            self._behind.setdefault(one.id, []).append(one.when)

    @property
    def findings(self) -> Iterable[str]:
        """Return everything that can be answered."""
        return self._of

    def consistent(self) -> z3.BoolRef:
        """Return that nothing has two answers."""
        return _all(z3.AtMost(*one, 1) for one in self._of.values())

    def possible(self) -> z3.BoolRef:
        """Return that nothing has two answers, and that an age says whether it is an adult's."""
        said = [
            z3.Implies(self.has(AGE, band), self.has(ADULT, adult_at(self.knowledge, band)))
            for band, _ in self.knowledge.settings.bands[AGE]
        ]
        return z3.And(self.consistent(), *said)

    def has(self, finding: str, *values: str) -> z3.BoolRef:
        """Return that a finding has one of these values; derived ones included."""
        if (finding, values) not in self._known:
            self._known[finding, values] = self._has(finding, values)
        return self._known[finding, values]

    def _has(self, finding: str, values: tuple[str, ...]) -> z3.BoolRef:
        if alternatives := self._behind.get(finding):
            yes = _any(self.holds(when) for when in alternatives)
            no = _all(self.fails(when) for when in alternatives)
            return _any(formula for value, formula in ((YES, yes), (NO, no)) if value in values)
        return _any(self.given[finding, v] for v in values if (finding, v) in self.given)

    def answered(self, finding: str) -> z3.BoolRef:
        """Return that a finding has an answer, or for a derived one that it is decided."""
        return _any(self._of[finding]) if finding in self._of else self.has(finding, YES, NO)

    def holds(self, condition: Condition) -> z3.BoolRef:
        """Return that a condition is met."""
        return _all(self.has(finding, *values) for finding, values in condition)

    def fails(self, condition: Condition) -> z3.BoolRef:
        """Return that an answer contradicts a condition."""
        return _any(
            z3.And(self.answered(finding), z3.Not(self.has(finding, *values)))
            for finding, values in condition
        )

    def extends(self, other: "Sheet") -> z3.BoolRef:
        """Return that every answer of the other sheet is on this one too."""
        return _all(z3.Implies(other.given[key], self.given[key]) for key in self.given)

    def same_but_for(self, finding: str, other: "Sheet") -> z3.BoolRef:
        """Return that both sheets are the same but for one finding."""
        return _all(self.given[key] == other.given[key] for key in self.given if key[0] != finding)

    def reasons(self, *, final: bool) -> list[Reason]:
        """Return everything that can reach a level, as ``skill.triage.rules.fired`` does."""
        return [
            *(self._rule(rule, final=final) for rule in self.knowledge.rules),
            *(
                Reason(step.id, step.at_once, self.has(step.id, YES), "")
                for step in self.knowledge.steps
                if step.at_once is not None
            ),
            *(
                Reason(one.id, one.level, self.has(one.id, YES), one.says + one.act)
                for one in self.knowledge.words
            ),
            *self._unsure(final=final),
        ]

    def _rule(self, rule: Rule, *, final: bool) -> Reason:
        fires = self._fires(rule.when, rule.unless, final=final)
        return Reason(rule.id, rule.level, fires, rule.says, rule)

    def _fires(self, when: Condition, unless: Condition, *, final: bool) -> z3.BoolRef:
        """Return that a condition holds, and that the exception to it is ruled out."""
        ruled_out = z3.Not(self.holds(unless)) if final else self.fails(unless)
        return z3.And(self.holds(when), ruled_out) if unless else self.holds(when)

    def _unsure(self, *, final: bool) -> Iterator[Reason]:
        for finding in self.knowledge.findings.values():
            if finding.unsure is not None:
                unsure = self.has(finding.id, UNSURE)
                yield Reason(f"unsure.{finding.id}", finding.unsure, unsure, "")
        for rule in doubts(self.knowledge):
            doubted = self._fires(rule.when, rule.unless, final=final)
            yield Reason(rule.id, rule.level, doubted, "", rule, made=True)
        settings = self.knowledge.settings
        many = z3.AtLeast(*self._doubted_questions(final=final), settings.unsure_many)
        yield Reason("unsure.many", settings.unsure_many_level, many, "could_not_rule_out")

    def _doubted_questions(self, *, final: bool) -> list[z3.BoolRef]:
        """Return of each question that one of its signs is not sure whose yes is urgent here."""
        asked_by = {
            name: step.words for step in reversed(self.knowledge.steps) for name in step.ask
        }
        doubted: dict[str, list[z3.BoolRef]] = {}
        for name, whose in heavy(self.knowledge).items():
            if (name, UNSURE) in self.given:
                weighs = _any(self._fires(*one, final=final) for one in whose)
                doubt = z3.And(self.has(name, UNSURE), weighs)
                doubted.setdefault(asked_by.get(name, name), []).append(doubt)
        return [_any(signs) for signs in doubted.values()]

    def at_least(self, level: Level, *, final: bool = True) -> z3.BoolRef:
        """Return that the rules alone reach a level, by a name that stands for it."""
        when = "in the end" if final else "so far"
        return self._by_name(
            f"{level.id} {when}",
            lambda: _any(one.holds for one in self.reasons(final=final) if one.level >= level),
        )

    def _by_name(self, name: str, make: Callable[[], z3.BoolRef]) -> z3.BoolRef:
        """Return a name for a formula, which is made once and told to the solver once."""
        if name not in self._named:
            self._named[name] = z3.Bool(f"{self.name}{name}")
            self.definitions.append(self._named[name] == make())
        return self._named[name]

    def may_lean(self, label: Label) -> z3.BoolRef:
        """Return that a label may be the one that is told, at whatever level.

        What the scales say is left open, and which label comes first: this is never too narrow.
        """
        excepted = self.holds(label.unless) if label.unless else z3.BoolVal(val=False)
        return z3.And(self.holds(label.when), z3.Not(excepted))

    def told_urgently(self, label: Label) -> z3.BoolRef:
        """Return that a label may be told where a clinician is needed within a day."""
        signs = self.knowledge.other_causes.get(label.leaning)
        if signs is None:
            return z3.BoolVal(val=False)
        urgent = z3.And(
            self.at_least(Level.CONSULTATION_24), z3.Not(self.at_least(Level.EMERGENCY))
        )
        another = [self.holds(sign) for sign in signs]
        refused = self.has(READ_BACK, NO)
        return z3.And(urgent, self.may_lean(label), z3.Not(_any([*another, refused])))

    def through(self) -> z3.BoolRef:
        """Return that no step is due: what is asked of this caller has its answers.

        So it is at every result below emergency, whatever was told out of turn.
        """
        return self._by_name(
            "through", lambda: _all(z3.Not(self.due(step)) for step in self.knowledge.steps)
        )

    def due(self, step: Step) -> z3.BoolRef:
        """Return that a step would ask something of this caller."""
        findings = self.knowledge.findings
        open_ones = [
            z3.And(z3.Not(self.answered(name)), self.holds(findings[name].only_if))
            for name in step.ask
        ]
        return z3.And(self.holds(step.when), _any(open_ones))

    def fits(self, finding: str) -> z3.BoolRef:
        """Return that a question fits this caller, as far as is known."""
        return z3.Not(self._does_not_fit(finding))

    def _does_not_fit(self, finding: str) -> z3.BoolRef:
        """Return that a question does not fit this caller."""
        return self.fails(self.knowledge.findings[finding].only_if)

    def raised(self) -> z3.BoolRef:
        """Return that a red flag forbids advice: a danger sign yes, or any "not sure"."""
        flags = red_flags(self.knowledge)
        unsure = [self.has(name, UNSURE) for name in flags]
        return _any([*unsure, *(self.has(name, YES) for name in flags if flags[name] == "danger")])

    def spoken(self, item: Item) -> z3.BoolRef:
        """Return that an item may be read: whom it suits, and all that forbids it ruled out.

        Its label and its place among four are left open, so this is never too narrow.
        """
        ruled_out = [self._ruled_out(name) for name in item.blocked_by]
        return _all([self.advice_allowed(), self.holds(item.when), *ruled_out])

    def _ruled_out(self, name: str) -> z3.BoolRef:
        """Return that what forbids an item is known not to be there (knowledge base, 6)."""
        forbidden = self.has(name, YES, UNSURE)
        finding = self.knowledge.findings.get(name)
        if finding is None:
            return z3.And(z3.Not(forbidden), self.answered(name))
        if not finding.advice_safety:
            return z3.Not(forbidden)
        known = z3.Or(self.answered(name), self._does_not_fit(name))
        return z3.And(z3.Not(forbidden), known)

    def advice_allowed(self) -> z3.BoolRef:
        """Return that self-care may be read at all, as far as the rules decide it."""
        above = min(level for level in Level if level > max(self.knowledge.settings.advice_levels))
        adult = self.has("adult_18_plus", YES)
        return z3.And(z3.Not(self.at_least(above)), adult, z3.Not(self.raised()))

    def of(self, answers: Answers) -> list[z3.BoolRef]:
        """Return that the sheet holds these answers and no others."""
        return [
            given if answers.get(finding) == value else z3.Not(given)
            for (finding, value), given in self.given.items()
        ]

    def read(self, model: z3.ModelRef) -> Answers:
        """Return the answers that a model gives."""
        return {
            finding: value
            for (finding, value), given in self.given.items()
            if z3.is_true(model.eval(given, model_completion=True))
        }


def red_flags(knowledge: Knowledge) -> dict[str, str]:
    """Return red flag -> "danger" or "raiser"."""
    return {one.id: one.red_flag for one in knowledge.findings.values() if one.red_flag}


def _answerable(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Return everything that can be among the answers and bears on a level, with its values."""
    at_once = [step.id for step in knowledge.steps if step.at_once is not None]
    return {
        **{name: values_of(knowledge, name) for name in knowledge.findings},
        **dict.fromkeys(at_once, (YES, UNSURE)),
        **{one.id: (YES,) for one in knowledge.words},
        READ_BACK: (YES, NO),
    }


def _all(formulas: Iterable[z3.BoolRef]) -> z3.BoolRef:
    return z3.And([*formulas])


def _any(formulas: Iterable[z3.BoolRef]) -> z3.BoolRef:
    return z3.Or([*formulas])

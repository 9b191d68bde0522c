"""What is proved over every set of answers, by a solver.

A set of answers is anything that could be said: in any order, out of turn, with questions left
open. So these statements are stronger than what an interview can reach. What is about results is
about all answers after which nothing that the steps ask is due.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from time import perf_counter
from typing import NamedTuple

import z3

from skill.library import sources
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Condition, Knowledge, Level, Rule
from skill.triage.rules import WHO_AND_WHERE, spelled_out
from skill.workshop.proofs.formulas import Reason, Sheet, red_flags
from skill.workshop.proofs.interviews import AGE
from skill.workshop.proofs.requirements import (
    as_denied,
    demands,
    directions,
    forbidden,
    harmless,
    leasts,
    limits,
    net_entries,
    net_names,
    no_part,
    orders,
    own_signs,
    reaching,
    sides_named,
    told_urgently,
    unasked,
    unheard,
    unsure_as,
)
from skill.workshop.proofs.verdicts import Broken, Verdict

PATIENCE = 60_000
"""Milliseconds that the solver may think about one claim; each takes it far less."""

ABOVE_HOME = tuple(level for level in Level if level > Level.SELF_CARE)


class Claim(NamedTuple):
    """Answers that must not exist; or, of a rule that must be able to act, that must."""

    about: str
    case: z3.BoolRef
    shown: Sheet
    """The answers to show."""
    beside: Sheet | None = None
    """The answers that they are compared with."""
    wanted: bool = False
    """Whether such answers must exist."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return all the answers that it is about."""
        return (self.shown, self.beside) if self.beside else (self.shown,)


Claims = Iterator[Claim]


def rules_hold(knowledge: Knowledge) -> Claims:
    """Claim (a): what acts alone reaches its level, and no rule that fired is lost later."""
    before, after = Sheet(knowledge, "before."), Sheet(knowledge, "after.")
    for name, level in reaching():
        lower = z3.Not(before.at_least(level))
        yield Claim(f"{name} = yes", z3.And(before.has(name, YES), lower), before)
    later = after.extends(before)
    for one in before.reasons(final=False):
        lower = z3.Not(after.at_least(one.level))
        case = z3.And(later, one.holds, lower)
        yield Claim(f"{one.id}, and more is said", case, after, before)


def doubt_is_a_visit(knowledge: Knowledge) -> Claims:
    """Claim (b): where a yes to a sign is a visit at least, a "not sure" is one too."""
    doubted, sure = Sheet(knowledge, "unsure."), Sheet(knowledge, "yes.")
    home = z3.Not(doubted.at_least(Level.CONSULTATION))
    seen = sure.at_least(Level.CONSULTATION)
    for name, way in directions().items():
        if way == "danger" and not knowledge.findings[name].values:
            excepted = [doubted.holds(when) for sign, when in as_denied() if sign == name]
            turned = [*_turned(doubted, sure, name, UNSURE, YES), doubted.answered(AGE)]
            case = z3.And(*turned, home, seen, z3.Not(z3.Or(excepted)))
            yield Claim(name, case, doubted, sure)


def advice_is_safe(knowledge: Knowledge) -> Claims:
    """Claim (c): no item is read to somebody to whom one of its contraindications may apply."""
    sheet = Sheet(knowledge)
    items = [(item.id, item) for item in knowledge.items]
    for item, name in forbidden():
        for spoken in [sheet.spoken(one) for its, one in items if its == item]:
            case = z3.And(spoken, sheet.has(name, YES, UNSURE))
            yield Claim(f"{item} with {name}", case, sheet)


def self_care_is_limited(knowledge: Knowledge) -> Claims:
    """Claim (d): nobody beyond the limits is left to self-care; with a red flag, no tips either.

    It holds of results. The rules alone see to it. A raiser's yes is left to the rules that name it
    (docs/decisions/0004), and a "not sure" to (b).
    """
    sheet = Sheet(knowledge)
    home = z3.Not(sheet.at_least(Level.CONSULTATION))
    for why, limit, but in limits():
        excepted = sheet.holds(but) if but else z3.BoolVal(val=False)
        case = z3.And(sheet.through(), sheet.holds(limit), z3.Not(excepted), home)
        yield Claim(why, case, sheet)
    for flag, kind in red_flags(knowledge).items():
        tips = z3.And(sheet.through(), sheet.advice_allowed())
        yield Claim(f"tips with {flag} = {UNSURE}", z3.And(tips, sheet.has(flag, UNSURE)), sheet)
        if kind == "danger":
            yield Claim(f"tips with {flag} = {YES}", z3.And(tips, sheet.has(flag, YES)), sheet)
            excepted = [sheet.holds(when) for name, when in harmless() if name == flag]
            case = z3.And(sheet.through(), sheet.has(flag, YES), home, z3.Not(z3.Or(excepted)))
            yield Claim(f"{flag} = {YES}", case, sheet)


def asked_before_a_result(knowledge: Knowledge) -> Claims:
    """Claim (e): no result below emergency while something that must be asked has no answer."""
    sheet = Sheet(knowledge)
    for name, when in demands():
        missing = z3.And(z3.Not(sheet.answered(name)), sheet.fits(name))
        case = z3.And(_result(sheet), sheet.holds(when), missing)
        yield Claim(f"{name} of {_said(when)}", case, sheet)


def rules_agree(knowledge: Knowledge) -> Claims:
    """Claim (h): every rule can decide the level, none is needless, every exception can hold.

    A rule that a more urgent one overrules whenever it fires is dead, or the two contradict
    each other. One that others of its level make needless must have a sentence of its own to
    say, or the content a reason for it to stay.
    """
    sheet = Sheet(knowledge)
    reasons = sheet.reasons(final=True)
    written = [one for one in reasons if not one.made]
    for one in written:
        above = [other for other in reasons if other.level > one.level]
        yield Claim(f"{one.id} decides", _alone(one, above), sheet, wanted=True)
    yield from _none_is_needless(sheet, written, reasons)
    for rule in knowledge.rules:
        if rule.unless:
            excepted = z3.And(sheet.holds(rule.when), sheet.holds(rule.unless))
            yield Claim(f"{rule.id} has an exception", excepted, sheet, wanted=True)


def _none_is_needless(sheet: Sheet, written: list[Reason], reasons: list[Reason]) -> Claims:
    """Claim that each is at times the only one to reach its level; one that stays, never."""
    stays = sources()["stays"]
    for one in written:
        others = [other for other in reasons if other.level >= one.level and other.id != one.id]
        alone = _alone(one, others)
        if one.id in stays:
            yield Claim(f"{one.id} says why it stays, but is needed", alone, sheet)
        elif not one.says:
            yield Claim(f"{one.id} is needed", alone, sheet, wanted=True)


def _alone(one: Reason, others: list[Reason]) -> z3.BoolRef:
    """Return that something reaches its level, and none of the others does."""
    return z3.And(one.holds, *(z3.Not(other.holds) for other in others))


def yes_is_never_milder(knowledge: Knowledge) -> Claims:
    """Claim (l): all else equal, no <= not sure <= yes of danger, and yes <= not sure of easing.

    A choice rises along its order; what counts as another answer is equal to it (A1). All else
    are the facts, asked or not, of a caller whose age was asked.
    """
    milder, worse = Sheet(knowledge, "milder."), Sheet(knowledge, "worse.")
    ways = directions()
    yield from _directions_differ(knowledge, milder, ways)
    for name in ways.keys() | orders().keys():
        for one, other in _steps_up(knowledge, name, ways.get(name, "")):
            turned = _turned(milder, worse, name, one, other)
            turned += [z3.Not(milder.answered(open_one)) for open_one in no_part().get(name, ())]
            falls = z3.Or([_is_lower(worse, milder, level) for level in ABOVE_HOME])
            case = z3.And(*turned, milder.answered(AGE), falls)
            yield Claim(f"{name}: {one} <= {other}", case, milder, worse)


def _directions_differ(knowledge: Knowledge, sheet: Sheet, ways: dict[str, str]) -> Claims:
    """Claim that every finding has a direction, and that the content's agrees with it."""
    for name, one in knowledge.findings.items():
        way = "easing" if one.easing else "danger" if one.red_flag else ""
        known = name in ways or name in orders()
        if not known or (way and ways.get(name) != way):
            about = f"{name}: {way or 'no direction'} in the content, {ways.get(name)} by law"
            yield Claim(about, z3.BoolVal(val=True), sheet)


def _steps_up(knowledge: Knowledge, name: str, way: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of answers of which the second is no milder."""
    counts_as = unsure_as().get(name)
    can_doubt = not knowledge.findings[name].unsure_as
    if values := orders().get(name):
        yield from pairwise(values)
        if can_doubt and not counts_as:
            yield from ((values[0], UNSURE), (UNSURE, values[-1]))
    elif way == "danger":
        yield from ((NO, UNSURE), (UNSURE, YES))
    elif way == "easing":
        yield (YES, UNSURE) if can_doubt else (YES, NO)
    if can_doubt and counts_as:
        yield from ((counts_as, UNSURE), (UNSURE, counts_as))


def _turned(one: Sheet, other: Sheet, name: str, was: str, now: str) -> list[z3.BoolRef]:
    """Return that two sheets differ in one answer and in nothing else."""
    return [one.has(name, was), other.has(name, now), other.same_but_for(name, one)]


def _is_lower(one: Sheet, other: Sheet, level: Level) -> z3.BoolRef:
    """Return that one sheet stays below a level that the other reaches."""
    return z3.And(other.at_least(level), z3.Not(one.at_least(level)))


def danger_is_asked(knowledge: Knowledge) -> Claims:
    """Claim (m): a sign that reaches a level by a yes alone in a place and age is asked there.

    Or it stands, with the reason, among those that are asked of some only (A2).
    """
    yield from _rules_are_asked(knowledge, alone=True)


def _rules_are_asked(knowledge: Knowledge, *, alone: bool) -> Claims:
    """Claim that no finding of a rule is open at a result that the rule could still raise."""
    sheet = Sheet(knowledge)
    for rule in knowledge.rules:
        for when in spelled_out(knowledge, rule.when):
            signs = [name for name, _ in when if name in knowledge.findings]
            signs = [name for name in signs if name not in WHO_AND_WHERE]
            if (len(signs) == 1) == alone:
                yield from (_is_open(sheet, rule, when, name) for name in signs)


def _is_open(sheet: Sheet, rule: Rule, when: Condition, name: str) -> Claim:
    """Return that a finding has no answer, and a rule all else that it wants, at a lower result."""
    asked = unasked().get(name)
    where = z3.Or([sheet.holds(one) for one in asked.where]) if asked else z3.BoolVal(val=True)
    others = tuple(one for one in when if one[0] != name)
    could = [sheet.holds(others), z3.Not(sheet.at_least(rule.level))]
    if rule.unless:
        could.append(z3.Not(sheet.holds(rule.unless)))
    missing = [z3.Not(sheet.answered(name)), sheet.fits(name), where]
    case = z3.And(_result(sheet), *could, *missing)
    return Claim(f"{name} of {rule.id} beside {_said(others)}", case, sheet)


def net_names_no_other_level(knowledge: Knowledge) -> Claims:
    """Claim (n): no sentence of the safety net names a sign that its hearer has, otherwise (A3)."""
    sheet = Sheet(knowledge)
    for name in {one.id for one in knowledge.safety_net} - net_entries():
        yield Claim(f"{name}: nobody says what it names", z3.BoolVal(val=True), sheet)
    for entry, level, sign in net_names():
        for one in [one for one in knowledge.safety_net if one.id == entry]:
            given = [_is_level(sheet, other) for other in one.levels if other != level]
            spared = sheet.holds(one.unless) if one.unless else z3.BoolVal(val=False)
            read = z3.And(_result(sheet), sheet.holds(one.when), z3.Not(spared), z3.Or(given))
            yield Claim(f"{entry}: {_said(sign)}", z3.And(read, sheet.holds(sign)), sheet)


def _is_level(sheet: Sheet, level: Level) -> z3.BoolRef:
    """Return that the rules come to exactly this level."""
    above = [sheet.at_least(one) for one in Level if one == level + 1]
    reached = [sheet.at_least(level)] if level > Level.SELF_CARE else []
    return z3.And(*reached, *(z3.Not(one) for one in above))


def tips_raise_no_level(knowledge: Knowledge) -> Claims:
    """Claim (o): the level is the same whether or not tips are asked for (A4).

    What only advice asks is in no rule; no answer that advice may ask for raises a result; and
    what a rule of several signs wants is asked before the result.
    """
    before, after = Sheet(knowledge, "before."), Sheet(knowledge, "after.")
    advice = [name for name, one in knowledge.findings.items() if one.advice_safety]
    asked = {name for step in knowledge.steps for name in step.ask}
    weighed = {one.finding for one in knowledge.discriminators}
    for rule in knowledge.rules:
        for name in {name for name, _ in rule.when} & {*advice} - asked - weighed:
            yield Claim(f"{name} is in {rule.id}", z3.BoolVal(val=True), before)
    tips = z3.And(_result(before), before.advice_allowed())
    for name in advice:
        open_one = z3.And(z3.Not(before.answered(name)), before.fits(name))
        rises = z3.Or([_is_lower(before, after, level) for level in ABOVE_HOME])
        same = after.same_but_for(name, before)
        yield Claim(f"tips ask {name}", z3.And(tips, open_one, same, rises), after, before)
    yield from _rules_are_asked(knowledge, alone=False)


def nothing_is_lost(knowledge: Knowledge) -> Claims:
    """Claim (q): whoever gave these answers reaches at least this level, whatever else was said."""
    sheet = Sheet(knowledge)
    for line, level, when in leasts():
        case = z3.And(_result(sheet), sheet.holds(when), z3.Not(sheet.at_least(level)))
        yield Claim(f"{line}: {level.id} with {_said(when)}", case, sheet)


def _result(sheet: Sheet) -> z3.BoolRef:
    """Return that nothing that the steps ask is due, and no emergency ended it before."""
    return z3.And(sheet.through(), z3.Not(sheet.at_least(Level.EMERGENCY, final=False)))


def _said(condition: Condition) -> str:
    """Return a condition in words."""
    parts = [f"{name} = {' or '.join(values)}" for name, values in condition]
    return ", ".join(parts) or "everyone"


def leaning_has_its_sign(knowledge: Knowledge) -> Claims:
    """Claim (j): no nerve, no muscle and not both without a yes to a sign of its own.

    Of every label it is written down which of the two its sentence names.
    """
    sheet = Sheet(knowledge)
    own, named = own_signs(), sides_named()
    for at, label in enumerate(knowledge.labels):
        if label.id not in named:
            yield Claim(f"{label.id}: nobody says what it names", z3.BoolVal(val=True), sheet)
        for side in named.get(label.id, ()):
            signs = [sheet.has(name, YES) for name in own[side]]
            case = z3.And(sheet.consistent(), sheet.may_lean(label), z3.Not(z3.Or(signs)))
            yield Claim(f"{label.id} ({at}) names the {side}", case, sheet)


def urgent_leaning_stands_alone(knowledge: Knowledge) -> Claims:
    """Claim (k): within 24 hours only nerve, muscle or both is told, none beside another cause."""
    sheet = Sheet(knowledge)
    allowed = told_urgently()
    for at, label in enumerate(knowledge.labels):
        told = z3.And(sheet.consistent(), sheet.told_urgently(label))
        if label.id in unheard():
            mild = z3.Not(sheet.at_least(Level.CONSULTATION_24))
            yield Claim(
                f"{label.id} ({at}) is told",
                z3.And(sheet.consistent(), sheet.may_lean(label), mild),
                sheet,
            )
        if label.leaning not in allowed:
            yield Claim(f"{label.id} ({at}) within 24 hours", told, sheet)
        for sign in allowed.get(label.leaning, ()):
            about = f"{label.id} ({at}) beside {sign[0][0]}"
            yield Claim(about, z3.And(told, sheet.holds(sign)), sheet)


THEOREMS: dict[str, Callable[[Knowledge], Claims]] = {
    "a": rules_hold,
    "b": doubt_is_a_visit,
    "c": advice_is_safe,
    "d": self_care_is_limited,
    "e": asked_before_a_result,
    "h": rules_agree,
    "j": leaning_has_its_sign,
    "k": urgent_leaning_stands_alone,
    "l": yes_is_never_milder,
    "m": danger_is_asked,
    "n": net_names_no_other_level,
    "o": tips_raise_no_level,
    "q": nothing_is_lost,
}


def prove(knowledge: Knowledge, letter: str) -> Verdict:
    """Return whether a theorem holds; raise ValueError if the solver cannot tell."""
    return settle(letter, list(THEOREMS[letter](knowledge)))


def settle(letter: str, claims: list[Claim]) -> Verdict:
    """Return whether all claims of a statement hold, and few answers against each other."""
    started = perf_counter()
    solvers: dict[tuple[Sheet, ...], z3.Solver] = {}
    broken = []
    for one in claims:
        if one.sheets not in solvers:
            solvers[one.sheets] = _solver(one.sheets)
        if not _is_so(solvers[one.sheets], one):
            broken.append(_broken(solvers[one.sheets], one))
    return Verdict(letter, f"{len(claims)} claims", perf_counter() - started, tuple(broken))


def _solver(sheets: tuple[Sheet, ...]) -> z3.Solver:
    """Return a solver that knows what these sheets can be, and what their names stand for."""
    solver = z3.SolverFor("QF_FD")
    solver.set("timeout", PATIENCE)
    for sheet in sheets:
        solver.add(sheet.possible(), *sheet.definitions)
    return solver


def _is_so(solver: z3.Solver, claim: Claim) -> bool:
    """Return whether a claim holds; raise ValueError if the solver cannot tell."""
    solver.push()
    solver.add(claim.case)
    found = solver.check()
    solver.pop()
    if found == z3.unknown:
        raise ValueError(f"the solver could not decide: {claim.about}")
    return bool(found == z3.sat) == claim.wanted


def _broken(solver: z3.Solver, claim: Claim) -> Broken:
    """Return what does not hold, with few answers that show it, if any do."""
    return Broken(claim.about, {} if claim.wanted else _fewest(solver, claim))


def _fewest(solver: z3.Solver, claim: Claim) -> Answers:
    """Return answers of which none can be left out, all others left as they are."""
    solver.push()
    solver.add(claim.case)
    solver.check()
    told = claim.shown.read(solver.model())
    for name in list(told):
        if name in told:
            told = _without(solver, claim.shown, told, name)
    solver.pop()
    return told


def _without(solver: z3.Solver, sheet: Sheet, told: Answers, name: str) -> Answers:
    """Return answers without one of them, and with no others; or all, if it is needed."""
    given = sheet.given.items()
    out = [one for (finding, value), one in given if finding == name or told.get(finding) != value]
    solver.push()
    solver.add(z3.Not(z3.Or(out)))
    fewer = sheet.read(solver.model()) if solver.check() == z3.sat else told
    solver.pop()
    return fewer

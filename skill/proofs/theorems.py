"""What is proved over every set of answers, by a solver.

A set of answers is anything that could be said: in any order, out of turn, with questions left
open. So these statements are stronger than what an interview can reach.
"""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import NamedTuple

import z3

from skill.library import sources
from skill.proofs.formulas import Reason, Sheet, red_flags
from skill.proofs.requirements import (
    forbidden,
    limits,
    own_signs,
    reaching,
    sides_named,
    told_urgently,
    unheard,
)
from skill.proofs.verdicts import Broken, Verdict
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Knowledge, Level

PATIENCE = 60_000
"""Milliseconds that the solver may think about one claim; each takes it far less."""


class Claim(NamedTuple):
    """Answers that must not exist; or, of a rule that must be able to act, that must."""

    about: str
    case: z3.BoolRef
    shown: Sheet
    """The answers to show."""
    wanted: bool = False
    """Whether such answers must exist."""


Claims = Iterator[Claim]


def rules_hold(knowledge: Knowledge) -> Claims:
    """Claim (a): what acts alone reaches its level, and no rule that fired is lost later."""
    before, after = Sheet(knowledge, "before."), Sheet(knowledge, "after.")
    for name, level in reaching():
        lower = z3.Not(before.at_least(level))
        case = z3.And(before.consistent(), before.has(name, YES), lower)
        yield Claim(f"{name} = yes", case, before)
    later = z3.And(before.consistent(), after.consistent(), after.extends(before))
    for one in before.reasons(final=False):
        lower = z3.Not(after.at_least(one.level))
        yield Claim(f"{one.id}, and more is said", z3.And(later, one.holds, lower), after)


def doubt_is_no_denial(knowledge: Knowledge) -> Claims:
    """Claim (b): turning a red flag from no to "not sure" never lowers, and is a visit at least."""
    denied, doubted = Sheet(knowledge, "no."), Sheet(knowledge, "unsure.")
    both = z3.And(denied.consistent(), doubted.consistent())
    lower = [
        z3.And(denied.at_least(level), z3.Not(doubted.at_least(level)))
        for level in Level
        if level > Level.SELF_CARE
    ]
    home = z3.Not(doubted.at_least(Level.CONSULTATION))
    for flag in red_flags(knowledge):
        turned = z3.And(denied.has(flag, NO), doubted.has(flag, UNSURE))
        same = doubted.same_but_for(flag, denied)
        yield Claim(flag, z3.And(both, turned, same, z3.Or(home, *lower)), doubted)


def advice_is_safe(knowledge: Knowledge) -> Claims:
    """Claim (c): no item is read to somebody to whom one of its contraindications may apply."""
    sheet = Sheet(knowledge)
    items = {item.id: item for item in knowledge.items}
    for item, name in forbidden():
        if item in items:
            spoken = z3.And(sheet.consistent(), sheet.spoken(items[item]))
            case = z3.And(spoken, sheet.has(name, YES, UNSURE))
            yield Claim(f"{item} with {name}", case, sheet)


def self_care_is_limited(knowledge: Knowledge) -> Claims:
    """Claim (d): nobody beyond the limits is left to self-care; with a red flag, no tips either.

    It holds once the follow-ups are answered, which the interview sees to. The rules alone see
    to it. A raiser's yes is left to the rules that name it (docs/decisions/0004).
    """
    sheet = Sheet(knowledge)
    known = z3.And(sheet.consistent(), sheet.settled())
    home = z3.Not(sheet.at_least(Level.CONSULTATION))
    for why, limit in limits():
        yield Claim(why, z3.And(known, sheet.holds(limit), home), sheet)
    for flag, kind in red_flags(knowledge).items():
        for value in (YES, UNSURE) if kind == "danger" else (UNSURE,):
            cared_for = z3.Or(home, sheet.advice_allowed())
            case = z3.And(known, sheet.has(flag, value), cared_for)
            yield Claim(f"{flag} = {value}", case, sheet)


def rules_agree(knowledge: Knowledge) -> Claims:
    """Claim (h): every rule can decide the level, none is needless, every exception can hold.

    A rule that a more urgent one overrules whenever it fires is dead, or the two contradict
    each other. One that others of its level make needless must have a sentence of its own to
    say, or the content a reason for it to stay.
    """
    sheet = Sheet(knowledge)
    reasons = sheet.reasons(final=True)
    for one in reasons:
        above = [other for other in reasons if other.level > one.level]
        yield Claim(f"{one.id} decides", _alone(sheet, one, above), sheet, wanted=True)
    yield from _none_is_needless(sheet, reasons)
    for rule in knowledge.rules:
        if rule.unless:
            excepted = z3.And(sheet.holds(rule.when), sheet.holds(rule.unless))
            case = z3.And(sheet.consistent(), excepted)
            yield Claim(f"{rule.id} has an exception", case, sheet, wanted=True)


def _none_is_needless(sheet: Sheet, reasons: list[Reason]) -> Claims:
    """Claim that each is at times the only one to reach its level; one that stays, never."""
    stays = sources()["stays"]
    for one in reasons:
        others = [other for other in reasons if other.level >= one.level and other.id != one.id]
        alone = _alone(sheet, one, others)
        if one.id in stays:
            yield Claim(f"{one.id} says why it stays, but is needed", alone, sheet)
        elif not one.says:
            yield Claim(f"{one.id} is needed", alone, sheet, wanted=True)


def _alone(sheet: Sheet, one: Reason, others: list[Reason]) -> z3.BoolRef:
    """Return that something reaches its level, and none of the others does."""
    none = [z3.Not(other.holds) for other in others]
    return z3.And(sheet.consistent(), one.holds, *none)


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
    "b": doubt_is_no_denial,
    "c": advice_is_safe,
    "d": self_care_is_limited,
    "h": rules_agree,
    "j": leaning_has_its_sign,
    "k": urgent_leaning_stands_alone,
}


def prove(knowledge: Knowledge, letter: str) -> Verdict:
    """Return whether a theorem holds; raise ValueError if the solver cannot tell."""
    return settle(letter, list(THEOREMS[letter](knowledge)))


def settle(letter: str, claims: list[Claim]) -> Verdict:
    """Return whether all claims of a statement hold, and the fewest answers against each other."""
    started = perf_counter()
    solver = z3.SolverFor("QF_FD")
    broken = [_broken(one) for one in claims if _exists(solver, one) != one.wanted]
    return Verdict(letter, f"{len(claims)} claims", perf_counter() - started, tuple(broken))


def _exists(solver: z3.Solver, claim: Claim) -> bool:
    """Return whether there are such answers; raise ValueError if the solver cannot tell."""
    solver.push()
    solver.set("timeout", PATIENCE)
    solver.add(claim.case)
    found = solver.check()
    solver.pop()
    if found == z3.unknown:
        raise ValueError(f"the solver could not decide: {claim.about}")
    return bool(found == z3.sat)


def _broken(claim: Claim) -> Broken:
    """Return what does not hold, with the fewest answers that show it, if any do."""
    return Broken(claim.about, {} if claim.wanted else _fewest(claim))


def _fewest(claim: Claim) -> Answers:
    search = z3.Optimize()
    search.add(claim.case)
    search.minimize(z3.Sum([z3.If(given, 1, 0) for given in claim.shown.given.values()]))
    if search.check() != z3.sat:
        raise ValueError(f"the solver found no answers for: {claim.about}")
    return claim.shown.read(search.model())

"""Conditions and red-flag rules over the answers given so far."""

from collections.abc import Iterable
from typing import NamedTuple

from skill.triage.knowledge import (
    LOST,
    NO,
    UNHEARD,
    UNSURE,
    YES,
    Answers,
    Condition,
    Keeps,
    Knowledge,
    Level,
    Rule,
)

WHO_AND_WHERE = frozenset({"main_region", "age_band", "adult_18_plus"})
"""What says whom a rule is about, and is no sign."""

Places = dict[tuple[str, str], list[int]]
"""(Finding, value) -> where the conditions are that begin with it."""


class Fired(NamedTuple):
    """A rule that reached its level, with the answers that made it so."""

    id: str
    level: Level
    because: tuple[str, ...]
    """Finding ids, in the rule's order."""
    says: str
    act: str = ""
    """What to do instead of the level's own sentence, or ""."""


class Weight(NamedTuple):
    """Of whom a yes alone is urgent; an exception that holds makes it none."""

    when: Condition
    unless: Condition


def met(condition: Condition, answers: Answers) -> bool | None:
    """Return whether the condition holds: None while an answer that it needs is missing."""
    known = True
    for finding, values in condition:
        answer = answers.get(finding)
        if answer is None:
            known = False
        elif answer not in values:
            return False
    return True if known else None


class Facts(Keeps, dict[str, str]):
    """A caller's answers and every derived finding that they decide; nobody may change them.

    What follows from them is kept with them, so that a turn works it out once. It is gone when
    they are: nothing of a caller outlives the turn.
    """

    def __init__(self, knowledge: Knowledge, answers: Answers) -> None:
        super().__init__(answers)
        self.knowledge, self.answers = knowledge, answers
        told = answers.items()
        for name, singles, enough, joint in knowledge.once(_follows):
            known = NO if answers.keys() >= singles else ""
            if not enough.isdisjoint(told):
                known = YES
            for way in joint:
                if known == YES:
                    break
                holds = met(way, answers)
                known = YES if holds else known if holds is False else ""
            if known:
                self[name] = known


class _Follows(NamedTuple):
    """How a derived finding follows from what can be answered."""

    name: str
    singles: frozenset[str]
    """What may decide it alone."""
    enough: frozenset[tuple[str, str]]
    """The answers to those, one of which is enough."""
    joint: list[Condition]
    """The conditions of several parts, one of which is enough as well."""


def _follows(knowledge: Knowledge) -> list[_Follows]:
    found: list[_Follows] = []
    for name, ways in knowledge.once(_ways):
        singles = [way[0] for way in ways if len(way) == 1]
        enough = frozenset([(part, value) for part, values in singles for value in values])
        joint = [way for way in ways if len(way) != 1]
        found.append(_Follows(name, frozenset(dict(singles)), enough, joint))
    return found


def _ways(knowledge: Knowledge) -> list[tuple[str, list[Condition]]]:
    """Return (derived finding, the conditions that it follows from, each by itself)."""
    ways: dict[str, list[Condition]] = {}
    for derived in knowledge.derived:
        ways.setdefault(derived.id, []).append(derived.when)
    return list(ways.items())


def with_derived(knowledge: Knowledge, answers: Answers) -> Facts:
    """Return the answers and every derived finding that is decided by them."""
    if not isinstance(answers, Facts):
        return Facts(knowledge, answers)
    return answers if answers.knowledge is knowledge else Facts(knowledge, answers.answers)


def fired(knowledge: Knowledge, answers: Answers, *, final: bool = False) -> list[Fired]:
    """Return every rule that has reached its level, most urgent first.

    A rule with an exception counts once the exception is ruled out by an answer, or,
    when ``final``, once nothing more will be asked (clinical knowledge base, 3b).
    """
    facts = with_derived(knowledge, answers)
    return facts.once(_fired_in_the_end) if final else _fired(facts, final=False)


def _fired_in_the_end(facts: Facts) -> list[Fired]:
    return _fired(facts, final=True)


def _fired(facts: Facts, *, final: bool) -> list[Fired]:
    found = [
        Fired(rule.id, rule.level, tuple([finding for finding, _ in rule.when]), rule.says)
        for rule in facts.once(_holding)
        if _ruled_out(rule.unless, facts, final=final)
    ]
    found += facts.once(_said_at_once) + _unsure(facts, final=final)
    found += _not_heard(facts, final=final)
    return sorted(found, key=lambda one: -one.level)


def _holding(facts: Facts) -> list[Rule]:
    """Return the rules that hold but for their exceptions."""
    rules = facts.knowledge.rules
    begun = begun_places(facts, facts.knowledge.once(_by_first_part))
    return [rules[place] for place in begun if met(rules[place].when, facts)]


def _by_first_part(knowledge: Knowledge) -> Places:
    return by_first_part(rule.when for rule in knowledge.rules)


def by_first_part(conditions: Iterable[Condition]) -> Places:
    """Return (finding, value) -> places of the conditions that begin with it; ("", "") with none.

    Few begin with anything that a caller said, and the others need no look.
    """
    places: Places = {("", ""): []}
    for place, condition in enumerate(conditions):
        finding, values = condition[0] if condition else ("", ("",))
        for value in dict.fromkeys(values):
            places.setdefault((finding, value), []).append(place)
    return places


def begun_places(facts: Facts, places: Places) -> list[int]:
    """Return the places of the conditions whose first part holds, in their order."""
    begun = [*places["", ""]]
    for fact in facts.items() & places.keys():
        begun += places[fact]
    return sorted(begun)


def _ruled_out(unless: Condition, facts: Answers, *, final: bool) -> bool:
    if not unless:
        return True
    holds = met(unless, facts)
    return not holds if final else holds is False


def _said_at_once(facts: Facts) -> list[Fired]:
    """Return what a screen or words reach by themselves."""
    return [one for name, one in facts.knowledge.once(_at_once) if facts.get(name) == YES]


def _not_heard(facts: Facts, *, final: bool) -> list[Fired]:
    """Return what a gate reaches that nobody could understand: a miss is no "not sure" (A1c)."""
    lost = {LOST, UNHEARD} if final else {LOST}
    names = [name for name, answer in facts.items() if answer in lost]
    return [Fired("unheard", Level.CONSULTATION_24, (name,), "") for name in names]


def _at_once(knowledge: Knowledge) -> list[tuple[str, Fired]]:
    """Return (name, what one yes to it reaches): a screen, whichever item was meant, or words."""
    screens = [
        Fired(step.id, step.at_once, (step.id,), "")
        for step in knowledge.steps
        if step.at_once is not None
    ]
    words = [Fired(one.id, one.level, (one.id,), one.says, one.act) for one in knowledge.words]
    return [(one.id, one) for one in (*screens, *words)]


def _unsure(facts: Facts, *, final: bool) -> list[Fired]:
    """Return what "not sure" reaches: per sign, and for many heavy ones together (3b).

    An exception is ruled out as that of a rule is.
    """
    if UNSURE not in facts.values():
        return []
    knowledge = facts.knowledge
    unsure = [name for name, answer in facts.items() if answer == UNSURE]
    findings = knowledge.findings
    found = [
        Fired(f"unsure.{name}", level, (name,), "")
        for name in unsure
        if (finding := findings.get(name)) and (level := finding.unsure) is not None
    ]
    found += [
        Fired(one.id, one.level, (one.id.removeprefix("unsure."),), "")
        for one in knowledge.once(doubts)
        if met(one.when, facts) and _ruled_out(one.unless, facts, final=final)
    ]
    weighty = knowledge.once(heavy)
    many = tuple(
        name
        for name in unsure
        if any(
            met(when, facts) and _ruled_out(unless, facts, final=final)
            for when, unless in weighty.get(name, ())
        )
    )
    asked = knowledge.once(_asked_by)
    if len({asked.get(name, name) for name in many}) >= knowledge.settings.unsure_many:
        level = knowledge.settings.unsure_many_level
        found.append(Fired("unsure.many", level, many, "could_not_rule_out"))
    return found


def _asked_by(knowledge: Knowledge) -> dict[str, str]:
    """Return finding -> the question that asks it first: two signs of one are one doubt (A1b)."""
    return {name: step.words for step in reversed(knowledge.steps) for name in step.ask}


def doubts(knowledge: Knowledge) -> tuple[Rule, ...]:
    """Return the rules with one of their signs "not sure": one level below, never below a visit.

    So a "not sure" is never milder than a no, nor more urgent than a yes (3b). A finding with a
    level of its own for it, such as a gate, has that one.
    """
    found: dict[Rule, None] = {}
    for rule in knowledge.rules:
        for when in spelled_out(knowledge, rule.when):
            for place, (name, values) in enumerate(when):
                sign = knowledge.findings.get(name)
                if sign and sign.red_flag and sign.unsure is None and values == (YES,):
                    doubted = (*when[:place], (name, (UNSURE,)), *when[place + 1 :])
                    below = max(Level.CONSULTATION, Level(rule.level - 1))
                    found[Rule(f"unsure.{name}", below, doubted, rule.unless, "")] = None
    return tuple(found)


def heavy(knowledge: Knowledge) -> dict[str, list[Weight]]:
    """Return finding -> of whom its yes alone reaches a consultation within 24 hours (A1b)."""
    found: dict[str, list[Weight]] = {}
    for rule in knowledge.rules:
        if rule.level < Level.CONSULTATION_24:
            continue
        for when in spelled_out(knowledge, rule.when):
            signs = [name for name, values in when if name not in WHO_AND_WHERE and YES in values]
            others = tuple([one for one in when if one[0] in WHO_AND_WHERE])
            if len(signs) == 1 and len(others) == len(when) - 1:
                found.setdefault(signs[0], []).append(Weight(others, rule.unless))
    return found


def spelled_out(knowledge: Knowledge, when: Condition) -> list[Condition]:
    """Return the conditions over what can be answered that come to a condition, each by itself."""
    found: list[Condition] = [()]
    for name, values in when:
        ways = dict(knowledge.once(_ways)).get(name) if values == (YES,) else None
        more = ways or [((name, values),)]
        found = [(*before, *way) for before in found for way in more]
    return found


def rests_on(knowledge: Knowledge, answers: Answers, name: str) -> list[str]:
    """Return the findings whose answers show what a rule names; of one that is asked, itself."""
    ways = dict(knowledge.once(_ways)).get(name)
    if ways is None:
        return [name]
    shown = [part for way in ways if met(way, answers) for part, _ in way]
    return [one for part in shown for one in rests_on(knowledge, answers, part)]


def red_flag_raised(knowledge: Knowledge, answers: Answers) -> bool:
    """Return whether a danger sign was answered yes, or any red flag "not sure"."""
    return not knowledge.once(_raising).isdisjoint(answers.items())


def _raising(knowledge: Knowledge) -> frozenset[tuple[str, str]]:
    """Return the (red flag, answer) that raise one."""
    flags = [one for one in knowledge.findings.values() if one.red_flag]
    yes = [(one.id, YES) for one in flags if one.red_flag == "danger"]
    return frozenset([*yes, *((one.id, UNSURE) for one in flags)])

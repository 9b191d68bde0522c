"""Conditions and red-flag rules over the answers given so far."""

from typing import NamedTuple

from skill.triage.knowledge import UNSURE, YES, Answers, Condition, Knowledge, Level, Rule


class Fired(NamedTuple):
    """A rule that reached its level, with the answers that made it so."""

    id: str
    level: Level
    because: tuple[str, ...]
    """Finding ids, in the rule's order."""
    says: str
    act: str = ""
    """What to do instead of the level's own sentence, or ""."""


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


def with_derived(knowledge: Knowledge, answers: Answers) -> Answers:
    """Return the answers and every derived finding that is decided by them."""
    facts = dict(answers)
    open_ids = set()
    for derived in knowledge.derived:
        holds = met(derived.when, answers)
        if holds:
            facts[derived.id] = YES
        elif holds is None:
            open_ids.add(derived.id)
        facts.setdefault(derived.id, "no")
    for name in open_ids:
        if facts[name] != YES:
            del facts[name]
    return facts


def fired(knowledge: Knowledge, answers: Answers, *, final: bool = False) -> list[Fired]:
    """Return every rule that has reached its level, most urgent first.

    A rule with an exception counts once the exception is ruled out by an answer, or,
    when ``final``, once nothing more will be asked (clinical knowledge base, 3b).
    """
    facts = with_derived(knowledge, answers)
    found = [
        Fired(rule.id, rule.level, tuple(finding for finding, _ in rule.when), rule.says)
        for rule in _begun(knowledge, facts)
        if met(rule.when, facts) and _ruled_out(rule.unless, facts, final=final)
    ]
    found += _one_yes_acts(knowledge, answers)
    found += [
        Fired(one.id, one.level, (one.id,), one.says, one.act)
        for one in knowledge.words
        if answers.get(one.id) == YES
    ]
    found += _unsure(knowledge, answers)
    return sorted(found, key=lambda one: -one.level)


def _begun(knowledge: Knowledge, facts: Answers) -> list[Rule]:
    """Return the rules whose first part holds, in their order: few do."""
    starts = knowledge.once(_by_first_part)
    places = list(starts["", ""])
    for fact in facts.items():
        if fact in starts:
            places += starts[fact]
    return [knowledge.rules[place] for place in sorted(places)]


def _by_first_part(knowledge: Knowledge) -> dict[tuple[str, str], list[int]]:
    """Return (finding, value) -> places of the rules that begin with it; ("", "") with nothing."""
    starts: dict[tuple[str, str], list[int]] = {("", ""): []}
    for place, rule in enumerate(knowledge.rules):
        finding, values = rule.when[0] if rule.when else ("", ("",))
        for value in dict.fromkeys(values):
            starts.setdefault((finding, value), []).append(place)
    return starts


def _ruled_out(unless: Condition, facts: Answers, *, final: bool) -> bool:
    if not unless:
        return True
    holds = met(unless, facts)
    return not holds if final else holds is False


def _one_yes_acts(knowledge: Knowledge, answers: Answers) -> list[Fired]:
    """Return the screens on which one yes acts at once, though nobody said to which item."""
    return [
        Fired(name, level, (name,), "")
        for name, level in knowledge.once(_at_once)
        if answers.get(name) == YES
    ]


def _at_once(knowledge: Knowledge) -> list[tuple[str, Level]]:
    """Return (screen, the level that one yes to it reaches)."""
    return [(step.id, step.at_once) for step in knowledge.steps if step.at_once is not None]


def _unsure(knowledge: Knowledge, answers: Answers) -> list[Fired]:
    """Return what "not sure" reaches: per red flag, and for many of them together (3b)."""
    unsure = [name for name, answer in answers.items() if answer == UNSURE]
    found = [
        Fired(f"unsure.{name}", level, (name,), "")
        for name in unsure
        if (finding := knowledge.findings.get(name)) and (level := finding.unsure) is not None
    ]
    flags = _red_flags(knowledge, unsure)
    if len(flags) >= knowledge.settings.unsure_many:
        level = knowledge.settings.unsure_many_level
        found.append(Fired("unsure.many", level, flags, "could_not_rule_out"))
    return found


def _red_flags(knowledge: Knowledge, names: list[str]) -> tuple[str, ...]:
    findings = knowledge.findings
    return tuple(name for name in names if name in findings and findings[name].red_flag)


def unsure_red_flags(knowledge: Knowledge, answers: Answers) -> tuple[str, ...]:
    """Return the red flags that were answered "not sure", in the order of asking."""
    unsure = [name for name, answer in answers.items() if answer == UNSURE]
    return _red_flags(knowledge, unsure)


def red_flag_raised(knowledge: Knowledge, answers: Answers) -> bool:
    """Return whether a danger sign was answered yes, or any red flag "not sure"."""
    return any(
        answer == UNSURE or (answer == YES and knowledge.findings[name].red_flag == "danger")
        for name, answer in answers.items()
        if name in knowledge.findings and knowledge.findings[name].red_flag
    )

"""Every small mistake that could be made in the medicine, one at a time.

Each kind yields (what is wrong, the whole medicine with it). Nothing here says what is right.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from oracles import values

from skill.triage.knowledge import Condition, Finding, Item, Knowledge, Level, Settings, Step

Mutants = Iterator[tuple[str, Knowledge]]
Kind = Callable[[Knowledge], Mutants]
T = TypeVar("T")


def put(rows: tuple[T, ...], at: int, *instead: T) -> tuple[T, ...]:
    """Return the rows with another, or none, in one place."""
    return (*rows[:at], *instead, *rows[at + 1 :])


def lower(level: Level) -> Level:
    """Return the level below."""
    return Level(level - 1)


def with_finding(knowledge: Knowledge, finding: Finding) -> Knowledge:
    """Return the medicine with another finding of the same name."""
    return knowledge._replace(findings=knowledge.findings | {finding.id: finding})


def with_settings(knowledge: Knowledge, settings: Settings) -> Knowledge:
    """Return the medicine with other numbers."""
    return knowledge._replace(settings=settings)


# --- conditions -------------------------------------------------------------------------------


def looser(knowledge: Knowledge, condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Yield the condition without one of its findings, and with one more value for one."""
    for at, (name, allowed) in enumerate(condition):
        yield f"without {name}", put(condition, at)
        for value in values(knowledge, name):
            if value not in allowed:
                yield f"also with {name} {value}", put(condition, at, (name, (*allowed, value)))


def tighter(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Yield the condition with one value less, where it has several for a finding."""
    for at, (name, allowed) in enumerate(condition):
        for which, value in enumerate(allowed if len(allowed) > 1 else ()):
            yield f"not with {name} {value}", put(condition, at, (name, put(allowed, which)))


# --- rules and words --------------------------------------------------------------------------


def rules_dropped(knowledge: Knowledge) -> Mutants:
    """Yield the medicine without a rule."""
    for at, rule in enumerate(knowledge.rules):
        yield rule.id, knowledge._replace(rules=put(knowledge.rules, at))


def rules_lowered(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a rule that reaches one level less."""
    for at, rule in enumerate(knowledge.rules):
        milder = rule._replace(level=lower(rule.level))
        yield rule.id, knowledge._replace(rules=put(knowledge.rules, at, milder))


def rules_loosened(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a rule that catches more callers."""
    for at, rule in enumerate(knowledge.rules):
        for how, when in looser(knowledge, rule.when):
            more = rule._replace(when=when)
            yield f"{rule.id} {how}", knowledge._replace(rules=put(knowledge.rules, at, more))


def rules_tightened(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a rule that catches fewer callers."""
    for at, rule in enumerate(knowledge.rules):
        for how, when in tighter(rule.when):
            fewer = rule._replace(when=when)
            yield f"{rule.id} {how}", knowledge._replace(rules=put(knowledge.rules, at, fewer))


def exceptions_changed(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with an exception dropped, loosened or tightened."""
    for at, rule in enumerate(knowledge.rules):
        ways = [("always", ()), *looser(knowledge, rule.unless), *tighter(rule.unless)]
        for how, unless in ways if rule.unless else ():
            changed = rule._replace(unless=unless)
            name = f"{rule.id} spares {how}"
            yield name, knowledge._replace(rules=put(knowledge.rules, at, changed))


def words_changed(knowledge: Knowledge) -> Mutants:
    """Yield the medicine without words that act at once, or with a lower level for them."""
    for at, one in enumerate(knowledge.words):
        yield f"{one.id} dropped", knowledge._replace(words=put(knowledge.words, at))
        milder = one._replace(level=lower(one.level))
        yield f"{one.id} lowered", knowledge._replace(words=put(knowledge.words, at, milder))


def derived_changed(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a derived finding that follows from other answers."""
    for at, one in enumerate(knowledge.derived):
        yield f"{one.id} dropped", knowledge._replace(derived=put(knowledge.derived, at))
        for how, when in (*looser(knowledge, one.when), *tighter(one.when)):
            changed = put(knowledge.derived, at, one._replace(when=when))
            yield f"{one.id} {how}", knowledge._replace(derived=changed)


# --- findings ---------------------------------------------------------------------------------


def doubts_changed(knowledge: Knowledge) -> Mutants:
    """Yield the medicine in which "not sure" of a finding reaches less, or nothing."""
    for one in knowledge.findings.values():
        if one.unsure is not None:
            yield f"{one.id} dropped", with_finding(knowledge, one._replace(unsure=None))
            milder = one._replace(unsure=lower(one.unsure))
            yield f"{one.id} lowered", with_finding(knowledge, milder)
        if one.asked_twice:
            once = one._replace(asked_twice=False)
            yield f"{one.id} asked once", with_finding(knowledge, once)
        if one.unsure_as:
            kept = one._replace(unsure_as="")
            yield f"{one.id} left not sure", with_finding(knowledge, kept)


def red_flags_unmarked(knowledge: Knowledge) -> Mutants:
    """Yield the medicine in which a danger sign or a raiser is no red flag."""
    for one in knowledge.findings.values():
        if one.red_flag:
            yield one.id, with_finding(knowledge, one._replace(red_flag=""))


def callers_changed(knowledge: Knowledge) -> Mutants:
    """Yield the medicine in which a finding is asked of other callers."""
    for one in knowledge.findings.values():
        for how, only_if in (*looser(knowledge, one.only_if), *tighter(one.only_if)):
            yield f"{one.id} {how}", with_finding(knowledge, one._replace(only_if=only_if))


# --- steps ------------------------------------------------------------------------------------


def with_step(knowledge: Knowledge, at: int, *instead: Step) -> Knowledge:
    """Return the medicine with another step, or none, in one place."""
    return knowledge._replace(steps=put(knowledge.steps, at, *instead))


def steps_dropped(knowledge: Knowledge) -> Mutants:
    """Yield the medicine without a step: a screen, a question, or a follow-up."""
    for at, step in enumerate(knowledge.steps):
        yield step.id, with_step(knowledge, at)


def screens_shortened(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a gate or a sign taken out of its screen."""
    for at, step in enumerate(knowledge.steps):
        for which, name in enumerate(step.ask if len(step.ask) > 1 else ()):
            fewer = step._replace(ask=put(step.ask, which))
            yield f"{step.id} without {name}", with_step(knowledge, at, fewer)


def steps_of_fewer(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a step that fewer callers are asked."""
    for at, step in enumerate(knowledge.steps):
        for how, when in tighter(step.when):
            yield f"{step.id} {how}", with_step(knowledge, at, step._replace(when=when))


def steps_that_wait(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a screen that does not act at once, or a follow-up that waits."""
    for at, step in enumerate(knowledge.steps):
        if step.at_once is not None:
            yield f"{step.id} asks on", with_step(knowledge, at, step._replace(at_once=None))
            milder = step._replace(at_once=lower(step.at_once))
            yield f"{step.id} lowered", with_step(knowledge, at, milder)
        if step.follow_up:
            yield f"{step.id} waits", with_step(knowledge, at, step._replace(follow_up=False))


# --- leaning, advice and numbers ----------------------------------------------------------------


def labels_dropped(knowledge: Knowledge) -> Mutants:
    """Yield the medicine without a leaning, or without the stronger degree of one."""
    for at, label in enumerate(knowledge.labels[:-1]):
        yield f"{label.id} {at}", knowledge._replace(labels=put(knowledge.labels, at))


def other_causes_dropped(knowledge: Knowledge) -> Mutants:
    """Yield the medicine in which a leaning is told beside a sign of another cause."""
    for leaning, signs in knowledge.other_causes.items():
        for at, sign in enumerate(signs):
            fewer = knowledge.other_causes | {leaning: put(signs, at)}
            yield f"{leaning} beside {sign[0][0]}", knowledge._replace(other_causes=fewer)


def with_item(knowledge: Knowledge, at: int, item: Item) -> Knowledge:
    """Return the medicine with another piece of self-care in one place."""
    return knowledge._replace(items=put(knowledge.items, at, item))


def contraindications_dropped(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a piece of self-care that one thing less forbids."""
    for at, item in enumerate(knowledge.items):
        for which, name in enumerate(item.blocked_by):
            fewer = item._replace(blocked_by=put(item.blocked_by, which))
            yield f"{item.id} despite {name}", with_item(knowledge, at, fewer)


def advice_for_more(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a piece of self-care that more callers hear."""
    for at, item in enumerate(knowledge.items):
        for how, when in looser(knowledge, item.when):
            yield f"{item.id} {how}", with_item(knowledge, at, item._replace(when=when))
        if item.labels:
            anyone = item._replace(labels=())
            yield f"{item.id} with any leaning", with_item(knowledge, at, anyone)


def numbers_changed(knowledge: Knowledge) -> Mutants:
    """Yield the medicine with a number of the interview that is less careful."""
    now = knowledge.settings
    for at, name in enumerate(now.read_back):
        fewer = now._replace(read_back=put(now.read_back, at))
        yield f"{name} not read back", with_settings(knowledge, fewer)
    more = now._replace(unsure_many=now.unsure_many + 1)
    yield "one doubt more", with_settings(knowledge, more)
    milder = now._replace(unsure_many_level=lower(now.unsure_many_level))
    yield "many doubts lowered", with_settings(knowledge, milder)
    for level in set(Level) - {*now.advice_levels}:
        wider = now._replace(advice_levels=(*now.advice_levels, level))
        yield f"advice at {level.id}", with_settings(knowledge, wider)
    longer = now._replace(advice_most=now.advice_most + 1)
    yield "a tip more", with_settings(knowledge, longer)
    younger = now._replace(adult_from=now.adult_from - 1)
    yield "adult a year earlier", with_settings(knowledge, younger)


def bands_moved(knowledge: Knowledge) -> Mutants:
    """Yield the medicine in which an age, a time or a pain falls into another band."""
    now = knowledge.settings
    for choice, band in now.bands.items():
        for at, (value, least) in enumerate(band):
            for by in (-1, 1) if least else ():
                moved = put(band, at, (value, least + by))
                settings = now._replace(bands=now.bands | {choice: moved})
                yield f"{value} from {least + by}", with_settings(knowledge, settings)


KINDS: tuple[Kind, ...] = (
    rules_dropped,
    rules_lowered,
    rules_loosened,
    rules_tightened,
    exceptions_changed,
    words_changed,
    derived_changed,
    doubts_changed,
    red_flags_unmarked,
    callers_changed,
    steps_dropped,
    screens_shortened,
    steps_of_fewer,
    steps_that_wait,
    labels_dropped,
    other_causes_dropped,
    contraindications_dropped,
    advice_for_more,
    numbers_changed,
    bands_moved,
)

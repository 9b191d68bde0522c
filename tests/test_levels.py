"""Every line of the page of medicine reaches the level that it names, and the laws over all rules.

The tables of under-triage and over-triage were typed from the second edition's sections B and C
before the rules were seen. A row names its line; a mistake is told with every row that it touches.
"""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from callers import KNOWLEDGE
from expected import over_triage as c
from expected import under_triage as b
from expected.directions import DANGER, EASING, FOLLOW_UPS, NONE, ORDERS, UNSURE_AS
from expected.needs import WITHOUT
from expected.not_asked import NOT_ASKED
from expected.results import spasm
from expected.well import AGES, CHILDREN, UNDER_65, WELL, Law, caller
from expected.writing import REGIONS, C, E, Row, S

from skill.triage.assessment import PAGES, assess
from skill.triage.interview import level_of
from skill.triage.knowledge import Answers, Level
from skill.triage.rules import fired, met

EXACT: list[Row] = [
    *(*b.REACHES_B, *b.SHORT_B, *b.OPEN_B, *b.MANY_B, *b.PLAIN_D),
    *(*c.REACHES_C, *c.SHORT_C, *c.OPEN_C),
]
RANGES = [*b.RANGES_B, *c.RANGES_C]
LAWS: list[Law] = [*b.LAWS_B, *c.LAWS_C]
EVERYBODY = [(place, age) for place in REGIONS for age in AGES]
GROWN = tuple(age for age in AGES if age not in CHILDREN)


def by_rules(answers: Answers, *, final: bool = True) -> Level:
    """Return the level that rules alone reach, at the end unless said otherwise."""
    found = fired(KNOWLEDGE, answers, final=final)
    return found[0].level if found else S


def told_by(answers: Answers) -> str:
    """Return the answers that differ from somebody who is well, for a message."""
    return ", ".join(f"{name}={said}" for name, said in answers.items() if WELL.get(name) != said)


def rising(levels: Iterable[Level]) -> bool:
    """Return whether no level is milder than the one before it."""
    return all(earlier <= later for earlier, later in pairwise(levels))


# --- the lines of B and C ---------------------------------------------------------------------


def test_a_line_reaches_its_level_and_no_other() -> None:
    """What a line names reaches its level; one answer less, another place or age does not."""
    wrong = [
        f"{row}: {by_rules(row.answers).name}, not {row.level.name} ({told_by(row.answers)})"
        for row in EXACT
        if by_rules(row.answers) != row.level
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_open_stays_within_its_bounds() -> None:
    """Where the page leaves a level open, and for every "not sure", the bounds hold."""
    wrong = [
        f"{row}: {by_rules(row.answers).name}, not {row.least.name} to {row.most.name}"
        f" ({told_by(row.answers)})"
        for row in RANGES
        if not row.least <= by_rules(row.answers) <= row.most
    ]
    assert not wrong, "\n".join(wrong)


def test_levels_only_rise_along_the_values() -> None:
    """A yes is never milder than a "not sure", a "not sure" never milder than a no (A1, A6)."""
    wrong = []
    for row in LAWS:
        levels = [by_rules(row.answers | {row.finding: value}) for value in row.values]
        if not rising(levels):
            names = [one.name for one in levels]
            wrong.append(f"{row}: {names} ({told_by(row.answers)})")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("line", "answers", "follow_up", "calmest"), b.WAITS)
def test_no_emergency_is_spoken_before_its_time_is_asked(
    line: str, answers: Answers, follow_up: str, calmest: str
) -> None:
    """An old thing is not today's (A6): the time is asked first, and unanswered it counts."""
    assert by_rules(answers, final=False) < E, f"{line}: {follow_up} is still to come"
    assert by_rules(answers | {follow_up: calmest}, final=False) < E
    assert by_rules(answers) >= E


@pytest.mark.parametrize(("line", "level", "answers"), b.AT_ONCE)
def test_an_emergency_waits_for_nothing_else(line: str, level: Level, answers: Answers) -> None:
    """What has been said is enough, whatever is still to be asked (F)."""
    assert by_rules(answers, final=False) == level, line


def test_a_plain_strain_stays_at_home() -> None:
    """The caller of all these tables is well: what a row adds is what its level comes from."""
    levels = {place: {by_rules(caller(place, age)) for age in GROWN} for place in REGIONS}
    assert levels == {place: {C if place == "widespread" else S} for place in REGIONS}


# --- the laws (A) -----------------------------------------------------------------------------


def test_every_finding_has_a_direction() -> None:
    """Danger, easing, an order of values, or none; the content says the same of easing."""
    known = [*DANGER, *EASING, *NONE, *ORDERS]
    told_apart = {"effort_rest", "standing_eases", "cough_worse"}
    assert set(known) | told_apart == set(KNOWLEDGE.findings)
    assert len(known) == len(set(known))
    easing = {name for name, one in KNOWLEDGE.findings.items() if one.easing}
    assert easing == {*EASING, "adult_18_plus"}
    flags = {name for name, one in KNOWLEDGE.findings.items() if one.red_flag}
    assert flags <= set(DANGER)


def swept(finding: str) -> list[Answers]:
    """Return everybody who is well, everywhere and of every age, and every ninth row.

    The follow-ups of the finding are left open, since nobody need have answered them.
    """
    everybody = [caller(*one) for one in EVERYBODY] + [row.answers for row in EXACT[::9]]
    later = {finding, *FOLLOW_UPS.get(finding, ())}
    return [{name: one[name] for name in one if name not in later} for one in everybody]


def not_rising(finding: str, values: tuple[str, ...]) -> list[str]:
    """Return the callers for whom a value reaches less than the one before it."""
    wrong = []
    for answers in swept(finding):
        levels = [by_rules(answers | {finding: value}) for value in values]
        if not rising(levels):
            names = [one.name for one in levels]
            wrong.append(f"{finding} {values}: {names} ({told_by(answers)})")
    return wrong


def test_a_danger_sign_is_never_milder_than_its_doubt_nor_its_doubt_than_its_no() -> None:
    """Over everybody who is well and the callers of the tables, raisers included (A1)."""
    wrong = [one for name in DANGER for one in not_rising(name, ("no", "unsure", "yes"))]
    assert not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:20])


def test_of_an_easing_answer_a_doubt_is_its_no() -> None:
    """Nobody is calmed by what he is not sure of, and a yes never raises a level (A1)."""
    wrong = [one for name in EASING for one in not_rising(name, ("yes", "unsure", "no"))]
    wrong += [one for name in EASING for one in not_rising(name, ("no", "unsure"))]
    assert not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:20])


def test_a_doubt_that_counts_as_an_answer_reaches_what_that_answer_does() -> None:
    """Unsure of the time counts as new, of an easing answer as no (A6)."""
    wrong = [
        f"{name}: {told_by(answers)}"
        for name, value in UNSURE_AS.items()
        for answers in swept(name)
        if name != "adult_18_plus"
        and by_rules(answers | {name: "unsure"}) != by_rules(answers | {name: value})
    ]
    assert not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:20])


def test_an_injury_not_sure_before_65_counts_as_its_no() -> None:
    """Not being sure what set it off means by itself (A1b)."""
    for place in REGIONS:
        for age in UNDER_65:
            doubtful = by_rules(caller(place, age, injury="unsure"))
            assert doubtful == by_rules(caller(place, age, injury="no")), (place, age)


ADVICE_ONLY = ("nsaid_risk", "area_heat_unsafe")


def test_the_level_does_not_depend_on_whether_tips_are_wanted() -> None:
    """Asking for them, and all that is asked for them alone, raises nothing (A4)."""
    wanted = dict.fromkeys(PAGES, "yes")
    wrong = [
        f"{row}: {name} {said}"
        for row in EXACT
        for name in ADVICE_ONLY
        for said in ("yes", "unsure")
        if by_rules(row.answers | wanted | {name: said}) != row.level
    ]
    assert not wrong, "\n".join(wrong[:20])


WEIGHED = {
    name for name, one in KNOWLEDGE.findings.items() if one.discriminator and not one.red_flag
}
"""What may be asked while it is open which of the two it sounds more like."""


def can_be_asked(known: Answers) -> set[str]:
    """Return what the interview may ask of a caller of a place and an age, whatever the answers."""
    behind: dict[str, list[set[str]]] = {}
    for one in KNOWLEDGE.derived:
        behind.setdefault(one.id, []).append({name for name, _ in one.when})
    steps = [one for one in KNOWLEDGE.steps if met(one.when, known) is not False]
    fitting = {
        name for name, one in KNOWLEDGE.findings.items() if met(one.only_if, known) is not False
    }
    found = {*known, *WEIGHED}
    while True:
        derived = {name for name, ways in behind.items() if any(one <= found for one in ways)}
        due = [one for one in steps if {name for name, _ in one.when} <= found | derived]
        more = {name for one in due for name in one.ask} & fitting
        if more <= found:
            return found
        found |= more


def never_asked() -> set[tuple[str, str, str]]:
    """Return (sign, place, age) where a yes reaches a level and the question never comes."""
    found = set()
    for place, age in EVERYBODY:
        well = caller(place, age)
        asked = can_be_asked({name: well[name] for name in ("main_region", "age_band")})
        for name, one in KNOWLEDGE.findings.items():
            if one.values or name in asked or name == "adult_18_plus":
                continue
            if by_rules(well | {name: "yes"}) > by_rules(well):
                found.add((name, place, age))
    return found


def test_a_danger_sign_is_asked_wherever_it_can_hurt() -> None:
    """Or the table says why not (A2), and says so of no sign that is asked."""
    unasked, excused = never_asked(), set()
    for row in NOT_ASKED:
        rows = {
            (sign, place, age) for sign in row.signs for place in row.places for age in row.ages
        }
        assert rows & unasked, f"asked after all: {row.signs}, {row.reason}"
        excused |= rows
    assert not unasked - excused, sorted(unasked - excused)


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize("risk", [*WITHOUT, ""])
def test_a_fever_is_what_the_safety_net_says_of_it(place: str, risk: str) -> None:
    """Who hears that a fever is an emergency comes to one with a fever, and nobody else (A3)."""
    told = spasm(main_region=place, gate_fever="no", **WITHOUT)
    told |= {risk: "yes", "shot_since": "yes"} if risk else {}
    net = assess(KNOWLEDGE, told).safety_net
    feverish = level_of(KNOWLEDGE, told | {"gate_fever": "yes"})
    assert ("risk_fever" in net) is (feverish == Level.EMERGENCY)
    assert ("new_fever" in net) is (feverish == Level.CONSULTATION_24)

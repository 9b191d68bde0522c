"""Every sign by itself: what it reaches in every place, and whether the interview asks it there."""

import json
from itertools import product
from time import process_time

import pytest

from skill import library
from skill.__main__ import main
from skill.playing.stories import Case, play
from skill.telling.signs import (
    AFTER,
    AGES,
    ASKED,
    NEVER,
    OTHERS,
    TIPS,
    Sign,
    caller_of,
    signs,
)
from skill.telling.signs_table import LOST, MILDER, WIDTH, lines, milder_yeses, quiet, signs_text
from skill.triage.assessment import assess
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Finding, Knowledge, Level, Rule
from skill.triage.rules import fired
from skill.workshop.proofs.interviews import interview

MEDICINE = library.knowledge()
SIGNS = signs(MEDICINE)
PLACES = (*MEDICINE.findings["main_region"].values, UNSURE)
CALLERS = list(product(PLACES, AGES))
HARMLESS = {"duration": "lt_1w", "pain_level": "moderate"}

each_caller = pytest.mark.parametrize(("place", "age"), CALLERS)


def sign(finding: str, value: str, place: str, age: int, of: list[Sign] = SIGNS) -> Sign:
    """Return one sign."""
    wanted = (finding, value, place, age)
    return next(one for one in of if (one.finding, one.value, one.place, one.age) == wanted)


# --- the rows -----------------------------------------------------------------------------------


@each_caller
def test_every_answer_has_one_row_in_every_place_and_at_every_age(place: str, age: int) -> None:
    """Yes and not sure, and every value of a choice; no other place or age than the caller's."""
    here = [(one.finding, one.value) for one in SIGNS if (one.place, one.age) == (place, age)]
    known = caller_of(MEDICINE, place, age)
    expected = [
        (finding.id, value)
        for finding in MEDICINE.findings.values()
        for value in (*(finding.values or (YES,)), UNSURE)
        if known.get(finding.id, value) == value
    ]
    assert here == expected
    assert len(expected) > 2 * len(MEDICINE.findings)


LEVELS = [
    ("gate_stroke", YES, "leg", 30, "EMERGENCY_AMBULANCE"),
    ("gate_stroke", UNSURE, UNSURE, 72, "EMERGENCY_AMBULANCE"),
    ("gate_saddle_bladder_bowel", UNSURE, "lower_back", 30, "EMERGENCY"),
    ("injury_serious", YES, "leg", 57, "EMERGENCY"),
    ("injury_serious", YES, "leg", 72, "EMERGENCY_AMBULANCE"),
    ("both_legs_symptoms", YES, "lower_back", 30, "EMERGENCY"),
    ("pain_level", "severe", "leg", 30, "CONSULTATION_24"),
    ("pain_level", UNSURE, "leg", 30, "SELF_CARE"),
    ("duration", "gt_6w", "neck", 30, "CONSULTATION"),
    ("sock_glove", YES, "leg", 57, "CONSULTATION"),
    ("tender_press", YES, "neck", 30, "SELF_CARE"),
    ("tender_press", YES, "neck", 72, "CONSULTATION"),  # from 50 on, where no strain explains it
    ("recent_overuse", YES, "neck", 72, "SELF_CARE"),
    ("tender_press", YES, "widespread", 72, "CONSULTATION"),
    ("tender_press", YES, UNSURE, 72, "CONSULTATION_24"),
]
"""Read off the rules by hand: an exception that was never told does not hold."""


@pytest.mark.parametrize(("finding", "value", "place", "age", "level"), LEVELS)
def test_a_level_is_what_the_rules_say(
    finding: str, value: str, place: str, age: int, level: str
) -> None:
    """Of the sign and nothing else."""
    assert sign(finding, value, place, age).level == Level[level]


def test_levels_agree_with_the_engine() -> None:
    """A level is that of the most urgent rule, and that of the result; no leaning bears on it."""
    for one in SIGNS:
        finding = MEDICINE.findings[one.finding]
        value = finding.unsure_as or UNSURE if one.value == UNSURE else one.value
        answers = {**caller_of(MEDICINE, one.place, one.age), one.finding: value}
        found = fired(MEDICINE, answers, final=True)
        by_rule = found[0].level if found else Level.SELF_CARE
        assert one.level == by_rule == assess(MEDICINE, answers).level


# --- what is asked ------------------------------------------------------------------------------


def played(told: Answers) -> tuple[str, ...]:
    """Return what the whole conversation asks a caller who denies all but what is told."""
    adult = Case("", Level.SELF_CARE, frozenset(Level), (), {**HARMLESS, **told})
    return play(adult).asked


@each_caller
def test_asked_is_what_the_conversation_asks_of_who_denies_all_else(place: str, age: int) -> None:
    """Played turn by turn, screens and all."""
    asked = {one.finding for one in SIGNS if (one.place, one.age) == (place, age) and one.asked}
    assert asked == set(played(caller_of(MEDICINE, place, age)))


@each_caller
def test_what_is_asked_after_another_answer_is_asked_after_it(place: str, age: int) -> None:
    """And of nobody who denies that."""
    ways = {one.finding: one.way for one in SIGNS if (one.place, one.age) == (place, age)}

    def called_for(finding: str) -> Answers:
        told = {name: values[0] for name, values in ways[finding].after}
        behind = [called_for(name) for name in told if ways[name].kind == AFTER]
        return {name: value for one in (*behind, told) for name, value in one.items()}

    caller = caller_of(MEDICINE, place, age)
    after = [name for name, way in ways.items() if way.kind == AFTER]
    assert len(after) > 5
    for name in after:
        assert name in played({**called_for(name), **caller})


@each_caller
def test_what_is_never_asked_is_asked_after_no_single_answer(place: str, age: int) -> None:
    """Each answer that is asked for is tried."""
    here = [one for one in SIGNS if (one.place, one.age) == (place, age)]
    silent = {one.finding for one in here if one.way.kind in {NEVER, TIPS, OTHERS}}
    assert silent
    caller = caller_of(MEDICINE, place, age)
    for one in here:
        if one.asked and one.finding not in caller:
            patient = {**caller, one.finding: one.value}
            asked = {name for due in interview(MEDICINE, patient) for name in due.due.findings}
            assert asked.isdisjoint(silent)


WAYS = [
    ("gate_fever", "jaw_face", 30, ASKED),
    ("exertional_pain", "shoulder_arm", 30, ASKED),
    ("one_leg_swollen", "upper_back_ribs", 30, AFTER),
    ("pregnant", "lower_back", 30, ASKED),
    ("pregnant", "lower_back", 57, OTHERS),
    ("pregnant", "neck", 30, ASKED),
    ("pregnant", "jaw_face", 30, TIPS),
    ("nsaid_risk", "leg", 30, TIPS),
    ("nsaid_risk", UNSURE, 30, NEVER),
    ("meningitis_signs", "leg", 30, AFTER),  # after what a fever or feeling very ill comes to
    ("jaw_lock_swallow", "leg", 30, AFTER),  # after an infection, which is asked after a fever
]


@pytest.mark.parametrize(("finding", "place", "age", "kind"), WAYS)
def test_how_it_is_asked(finding: str, place: str, age: int, kind: str) -> None:
    """Read off the order of asking by hand."""
    assert sign(finding, YES, place, age).way.kind == kind


# --- another medicine ---------------------------------------------------------------------------


def with_finding(finding: Finding, medicine: Knowledge = MEDICINE) -> Knowledge:
    """Return a medicine with a finding put in."""
    return medicine._replace(findings={**medicine.findings, finding.id: finding})


def with_rule(level: Level, *when: tuple[str, tuple[str, ...]]) -> Knowledge:
    """Return a medicine with one rule more."""
    return MEDICINE._replace(rules=(*MEDICINE.rules, Rule("new", level, when, (), "")))


def test_finer_bands_of_age_just_work() -> None:
    """An age is a number; what it counts as is the medicine's own."""
    ages = MEDICINE.findings["age_band"]
    bands = (("under_50", 0), ("50_64", 50), ("65_69", 65), ("70_plus", 70))
    medicine = with_finding(ages._replace(values=tuple(value for value, _ in bands)))
    settings = medicine.settings
    finer = medicine._replace(
        settings=settings._replace(bands={**settings.bands, "age_band": bands})
    )
    assert caller_of(finer, "leg", 72)["age_band"] == "70_plus"
    assert caller_of(finer, "leg", 12)["adult_18_plus"] == NO
    found = signs(finer)
    assert sign("age_band", "70_plus", "leg", 72, found).age == 72
    assert sign("injury_serious", YES, "leg", 57, found).level == Level.EMERGENCY


def test_a_new_place_and_a_new_sign_just_work() -> None:
    """Both have rows, and a rule that names them reaches its level."""
    place = MEDICINE.findings["main_region"]
    medicine = with_finding(place._replace(values=(*place.values, "hand")))
    new = with_finding(MEDICINE.findings["tender_press"]._replace(id="ring_stuck"), medicine)
    when = (("ring_stuck", (YES,)), ("main_region", ("hand",)))
    rule = Rule("new", Level.EMERGENCY, when, (), "")
    found = signs(new._replace(rules=(*new.rules, rule)))
    assert sign("ring_stuck", YES, "hand", 30, found).level == Level.EMERGENCY
    assert sign("ring_stuck", YES, "hand", 30, found).lost
    assert not sign("ring_stuck", YES, "leg", 30, found).reaches


def test_a_no_that_reaches_a_level_has_rows() -> None:
    """A limb that cannot be used is a no; most denials are harmless and would only be noise."""
    found = signs(with_rule(Level.EMERGENCY, ("tender_press", (NO,))))
    assert {one.finding for one in found if one.value == NO} == {"tender_press"}
    assert sign("tender_press", NO, "leg", 30, found).level == Level.EMERGENCY


def test_a_question_taken_out_is_seen() -> None:
    """Its rule still reaches a level, but nobody is asked any more."""
    steps = tuple(
        step._replace(ask=tuple(name for name in step.ask if name != "dark_urine"))
        for step in MEDICINE.steps
    )
    changed = MEDICINE._replace(steps=steps)
    found = signs(changed)
    assert not sign("dark_urine", YES, "leg", 30).lost
    assert sign("dark_urine", YES, "leg", 30, found).way.kind == NEVER
    assert sign("dark_urine", YES, "leg", 30, found).lost
    text = signs_text(changed, found).splitlines()
    assert any(line.startswith(f"{LOST} dark_urine") for line in text)
    counted = {one.finding for one in found if one.lost}
    assert any(line.startswith(f"{LOST} in {len(counted)} findings") for line in text)


def test_whom_a_question_does_not_fit_loses_nothing() -> None:
    """It is not asked of them on purpose; for others it is still asked, and seen."""
    urine = MEDICINE.findings["dark_urine"]._replace(only_if=(("age_band", ("25_39", "40_49")),))
    found = signs(with_finding(urine))
    assert sign("dark_urine", YES, "leg", 30, found).asked
    old = sign("dark_urine", YES, "leg", 72, found)
    assert (old.way.kind, old.reaches, old.lost) == (OTHERS, True, False)


def test_what_is_asked_only_with_the_tips_is_lost() -> None:
    """The level is spoken before it."""
    found = signs(with_rule(Level.EMERGENCY, ("nsaid_risk", (YES,))))
    assert sign("nsaid_risk", YES, "leg", 30, found).lost
    assert not sign("nsaid_risk", YES, "leg", 30).lost


def test_not_sure_is_what_the_interview_records() -> None:
    """Of the pain it counts as moderate."""
    found = signs(with_rule(Level.EMERGENCY, ("pain_level", ("moderate",))))
    assert sign("pain_level", UNSURE, "leg", 30, found).level == Level.EMERGENCY
    assert sign("pain_level", "mild", "leg", 30, found).level == Level.SELF_CARE


def test_a_yes_that_is_milder_only_where_the_place_reaches_as_much_is_seen() -> None:
    """It is hidden by the place's own level, but the not sure is not."""
    changed = with_rule(Level.EMERGENCY, ("tender_press", (YES,)), ("main_region", PLACES[:-1]))
    tender = MEDICINE.findings["tender_press"]._replace(unsure=Level.EMERGENCY)
    found = signs(with_finding(tender, changed))
    assert {one.place for one in milder_yeses(found) if one.finding == "tender_press"} == {UNSURE}
    milder = [line for line in lines(found) if line.milder and line.finding == "tender_press"]
    assert [line.where[0].places for line in milder] == [(UNSURE,)]


def test_a_yes_that_is_milder_than_a_not_sure_is_seen() -> None:
    """In whatever place, and at whatever level; the same level is not milder."""
    assert {"dark_urine", "gate_stroke"}.isdisjoint(one.finding for one in milder_yeses(SIGNS))
    urine = MEDICINE.findings["dark_urine"]._replace(unsure=Level.EMERGENCY_AMBULANCE)
    changed = with_finding(urine)
    assert len([one for one in milder_yeses(signs(changed)) if one.finding == "dark_urine"]) == 30
    text = signs_text(changed, signs(changed))
    assert any(line.startswith(f"{MILDER} dark_urine") for line in text.splitlines())


def test_a_yes_that_explains_the_pain_is_rightly_the_milder_one() -> None:
    """From 50 on, a knot or a strain is what makes a visit needless."""
    by_answer = {
        (one.finding, one.value): one.level
        for one in SIGNS
        if (one.place, one.age) == ("neck", 72) and one.finding in {"hard_knot", "recent_overuse"}
    }
    for finding in ("hard_knot", "recent_overuse"):
        assert by_answer[finding, YES] < by_answer[finding, UNSURE]
    assert milder_yeses(SIGNS) == set()


# --- what is printed ----------------------------------------------------------------------------


def test_the_json_has_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    """With these six keys, the age as a number and the level by its long name."""
    assert main(["signs", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(SIGNS)
    for row, one in zip(rows, SIGNS, strict=True):
        assert list(row) == ["finding", "value", "place", "age", "level", "asked"]
        assert row == {
            "finding": one.finding,
            "value": one.value,
            "place": one.place,
            "age": one.age,
            "level": one.level.name.lower(),
            "asked": one.way.kind == ASKED,
        }
    assert {row["age"] for row in rows} == {30, 57, 72}


def test_the_text_is_narrow_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """Every finding but the caller's own place and age once, in a terminal of 100 columns."""
    assert main(["signs"]) == 0
    text = capsys.readouterr().out
    assert max(map(len, text.splitlines())) <= WIDTH == 100
    last = text.split("\n\n")[-1]
    table = [line[3:].split(" ")[0] for line in text.split("\n\n")[1].splitlines()]
    named = [name for name in table if name]
    silent = quiet(MEDICINE, SIGNS)
    assert all(name in last for name in silent)
    known = caller_of(MEDICINE, UNSURE, 30)
    assert sorted([*named, *silent]) == sorted(MEDICINE.findings.keys() - known.keys())


def test_where_all_places_and_ages_agree_there_is_one_line() -> None:
    """Else they are grouped, the most urgent first."""
    told = [line for line in lines(SIGNS) if (line.finding, line.value) == ("gate_stroke", YES)]
    assert [(line.level, line.where[0].places, line.where[0].but) for line in told] == [
        (Level.EMERGENCY_AMBULANCE, (), True)
    ]
    injury = [line for line in lines(SIGNS) if (line.finding, line.value) == ("gate_injury", YES)]
    levels = [-1 if line.level is None else line.level for line in injury]
    assert levels[0] == Level.EMERGENCY_AMBULANCE
    assert len(levels) > 2
    assert levels == sorted(levels, reverse=True)


def test_the_lines_lose_no_sign() -> None:
    """Each level that a finding reaches somewhere stands on a line."""
    reached = {(one.finding, one.value, one.level, one.lost) for one in SIGNS if one.reaches}
    told = {(one.finding, one.value, one.level, one.lost) for one in lines(SIGNS) if one.way}
    assert reached == told


def test_a_line_says_how_it_is_asked_and_what_it_asks_next() -> None:
    """In words, with the answers that call for it."""
    text = " ".join(signs_text(MEDICINE, SIGNS).split())
    assert "NEVER ASKED" in text
    assert "asked after gate_injury=yes;" in text
    assert "asked after injury_serious=yes/unsure" in text
    assert "asked; then asks injury_serious, injury_when, steroid_pills, osteoporosis" in text


def test_it_is_quick() -> None:
    """Three seconds at most, for all of it."""
    vars(MEDICINE).clear()
    begun = process_time()
    signs_text(MEDICINE, signs(MEDICINE))
    assert process_time() - begun < 3

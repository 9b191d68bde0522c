"""Each red-flag rule is reached by what it names, by nothing less, and never lost to "not sure".

The rows are read from the clinical knowledge base, 3b and 3c; the ids are its own.
"""

import pytest
from callers import KNOWLEDGE
from expected.doubts import (
    DERIVED,
    HELD,
    MISSES,
    SAYS,
    TWO_DOUBTS,
    UNSURE_ALONE,
    UNSURE_BY_PLACE,
)
from expected.rules import FIRES, SIGN_ALONE
from expected.writing import C24, EA, C, E, Row, S, told

from skill.triage.interview import level_of, reached
from skill.triage.knowledge import LOST, UNHEARD, Answers, Level
from skill.triage.rules import Fired, fired, heavy, with_derived


def by_rules(answers: Answers, *, final: bool = True) -> Level:
    """Return the level that rules reach."""
    found = fired(KNOWLEDGE, answers, final=final)
    return found[0].level if found else S


def names(answers: Answers) -> set[str]:
    """Return the rules that fired, by the id of the clinical knowledge base."""
    return {one.id.split(".")[0] for one in fired(KNOWLEDGE, answers, final=True)}


@pytest.mark.parametrize("row", FIRES, ids=str)
def test_a_rule_reaches_its_level(row: Row) -> None:
    """What a rule names reaches the level that it says, and the rule is told as the reason."""
    assert row.rule in names(row.answers)
    assert by_rules(row.answers) == row.level


@pytest.mark.parametrize("row", MISSES, ids=str)
def test_a_rule_is_not_reached_by_less(row: Row) -> None:
    """One answer short, or in another place, the rule is not told as a reason."""
    assert by_rules(row.answers) == row.level
    assert row.rule not in names(row.answers)


def test_every_rule_of_the_knowledge_base_has_a_row() -> None:
    """No rule of 3c is left out, and the knowledge has no rule that 3c does not know."""
    known = {one.id.split(".")[0] for one in KNOWLEDGE.rules} - {"heard_wrong", "sign_alone"}
    assert {row.rule for row in FIRES} == known
    assert {row.rule for row in MISSES} == known


@pytest.mark.parametrize("row", SIGN_ALONE, ids=str)
def test_a_danger_sign_of_another_place_is_not_lost(row: Row) -> None:
    """Told out of turn it is no milder than "not sure" (3b), and never ends in self-care (5a)."""
    assert row.rule in names(row.answers)
    assert by_rules(row.answers) == row.level


@pytest.mark.parametrize(("rule", "before", "held", "last", "then"), HELD)
def test_an_open_exception_holds_a_level_back(
    rule: str, before: Answers, held: Level, last: Answers, then: Level
) -> None:
    """A level waits for the exception of its rule; unanswered at the end, it counts."""
    assert by_rules(before, final=False) == held
    assert by_rules(before | last, final=False) == then
    if rule != "R06x":
        assert rule in names(before), "at the end an open exception is none"


@pytest.mark.parametrize(("finding", "level"), UNSURE_ALONE.items())
def test_not_sure_is_never_a_no(finding: str, level: Level) -> None:
    """Not being sure of a red flag reaches the level of 3b by itself."""
    assert by_rules({finding: "unsure"}) == level


@pytest.mark.parametrize("row", UNSURE_BY_PLACE, ids=str)
def test_not_sure_counts_by_the_place(row: Row) -> None:
    """What not being sure reaches may depend on where it hurts."""
    assert by_rules(row.answers) == row.level


def test_three_red_flags_not_sure_reach_a_day_and_say_so() -> None:
    """Many doubts together cannot rule out something serious (3b)."""
    two = dict.fromkeys(TWO_DOUBTS, "unsure")
    assert by_rules(two) == C
    found = fired(KNOWLEDGE, two | {"one_side_rash": "unsure"})
    assert (found[0].level, found[0].says) == (C24, "could_not_rule_out")


DOUBTED = [
    # sign, how it was answered, what else is so, level, id of what fired
    ("autonomic_with_pain", "unsure", {"main_region": "neck"}, E, "unsure.autonomic_with_pain"),
    ("gate_faint_seizure", "unsure", {}, EA, "unsure.gate_faint_seizure"),
    ("gate_stroke", LOST, {}, C24, "unheard"),
    ("gate_stroke", UNHEARD, {}, C24, "unheard"),
]


@pytest.mark.parametrize(("sign", "answer", "more", "level", "name"), DOUBTED)
def test_a_doubt_has_its_sign_as_the_reason_and_no_sentence(
    sign: str, answer: str, more: Answers, level: Level, name: str
) -> None:
    """Whether by its own level, by its rule, or because nobody understood the answer."""
    found = fired(KNOWLEDGE, {sign: answer, **more}, final=True)
    assert Fired(name, level, (sign,), "") in found


def test_a_heavy_question_reaches_a_day_by_its_yes_alone() -> None:
    """Of the callers that its weight names (A1b); an answer no can be none."""
    weights = heavy(KNOWLEDGE)
    assert {"one_side_rash", "new_lump"} <= weights.keys()
    for name, each in weights.items():
        for when, _ in each:
            said = {name: "yes", **{one: values[0] for one, values in when}}
            assert by_rules(said, final=False) >= C24 or by_rules(said) >= C24, name


def test_many_doubts_are_named_together() -> None:
    """The signs are the reason, and it is said that they could not be ruled out (A1b)."""
    three = dict.fromkeys((*TWO_DOUBTS, "one_side_rash"), "unsure")
    found = next(one for one in fired(KNOWLEDGE, three) if one.id == "unsure.many")
    assert found == Fired("unsure.many", C24, found.because, "could_not_rule_out")
    assert {*found.because} == {*three}


def test_discriminators_not_sure_are_no_red_flags() -> None:
    """Not being sure how it feels is no danger sign."""
    vague = dict.fromkeys(("burn_or_shock", "hard_knot", "tender_press", "touch_hurts"), "unsure")
    assert by_rules(vague) == S


@pytest.mark.parametrize(("sentence", "answers"), SAYS)
def test_a_rule_adds_its_sentence(sentence: str, answers: Answers) -> None:
    """Rules that demand a sentence of their own carry it (3c: "always add")."""
    assert sentence in {one.says for one in fired(KNOWLEDGE, answers, final=True)}


@pytest.mark.parametrize(("finding", "answers", "value"), DERIVED)
def test_a_derived_finding_follows_from_the_answers(
    finding: str, answers: Answers, value: str | None
) -> None:
    """What is never asked follows once it is decided, and not before (2e)."""
    assert with_derived(KNOWLEDGE, answers).get(finding) == value


def test_the_level_of_a_result_is_that_of_the_rules() -> None:
    """The highest of them; no leaning bears on it (3b; second edition, D)."""
    mild = told(numb_tingling="no", travels_line="no", limb_weakness="no", place="neck")
    assert (reached(KNOWLEDGE, mild), level_of(KNOWLEDGE, mild)) == (S, S)
    doubtful = mild | told(travels_line="unsure")
    assert (reached(KNOWLEDGE, doubtful), level_of(KNOWLEDGE, doubtful)) == (C, C)
    assert level_of(KNOWLEDGE, doubtful | told(pain="severe")) == C24


def test_a_read_back_refused_twice_needs_a_clinician_within_a_day() -> None:
    """What was heard cannot be trusted (3a, 8)."""
    assert by_rules({"read_back": "no"}) == C24
    assert by_rules({"read_back": "yes"}) == S


def test_what_follows_from_answers_is_worked_out_once() -> None:
    """Facts are taken as they are, and keep what was made of them."""
    facts = with_derived(KNOWLEDGE, {"numb_tingling": "yes"})
    assert with_derived(KNOWLEDGE, facts) is facts
    assert facts.once(list) is facts.once(list)
    assert "kept" not in vars(with_derived(KNOWLEDGE, dict(facts)))


def test_facts_do_not_outlive_the_medicine_that_made_them() -> None:
    """Another medicine starts from the answers."""
    answers = {"numb_tingling": "yes"}
    facts = with_derived(KNOWLEDGE, answers)
    assert facts["nerve_sign"] == "yes"
    assert with_derived(KNOWLEDGE._replace(derived=()), facts) == answers

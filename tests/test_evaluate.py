"""The patient stories: how the real interview does on them, and how it is reported.

The expected levels were not set by a clinician; the limits are what the project promises itself.
"""

import json
from pathlib import Path
from typing import Any, Literal

import pytest

from skill import library
from skill.__main__ import main
from skill.playing.stories import (
    Case,
    CasesError,
    Outcome,
    Silence,
    evaluate,
    levels,
    read_cases,
    report,
    report_json,
    seconds,
    translated,
)
from skill.triage.knowledge import Level

STORIES = Path(__file__).parent / "cases/dev.jsonl"
CASES = read_cases(STORIES)
EVALUATED: dict[Silence, list[Outcome]] = {}
SURE = Silence()
VAGUE = Silence(leaning="unsure")


def played(silence: Silence = SURE) -> list[Outcome]:
    """Return the outcomes of all stories, played once."""
    if silence not in EVALUATED:
        EVALUATED[silence] = evaluate(CASES, silence)
    return EVALUATED[silence]


OVERRULED = {
    # story: the level that the knowledge base wants, and where it says so
    "N11": (Level.EMERGENCY, "C2: a crash within two days, and the neck"),
    "N31": (Level.CONSULTATION_24, "B22 and D: a clumsy hand may be a squeezed cord"),
    "N74": (Level.CONSULTATION_24, "B12: a new lump, in every place"),
    "N77": (Level.EMERGENCY, "A6 and R36: a child with weak legs, newly unsteady"),
    "E04": (Level.EMERGENCY, "R09: weak, suddenly or severely"),
    "E38": (Level.CONSULTATION_24, "B27: what nothing changes is an emergency from fifty on only"),
}
"""Stories that accept another level than the knowledge base, which holds."""


def of(*expected: Level) -> list[Outcome]:
    """Return the outcomes of the stories that expect one of these levels."""
    return [one for one in played() if one.case.expected in expected]


def missed(*expected: Level) -> list[str]:
    """Return the stories of these levels that came to one that they do not accept.

    What the knowledge base overrules is held to it by ``test_what_is_overruled_differs``.
    """
    outside = [one.case.id for one in of(*expected) if one.level not in one.case.accept]
    return [name for name in outside if name not in OVERRULED]


def test_there_are_82_stories() -> None:
    """Of every level."""
    assert len(CASES) == 82
    assert [len(of(level)) for level in Level] == [13, 27, 16, 11, 15]


@pytest.mark.parametrize("name", OVERRULED)
def test_what_is_overruled_differs(name: str) -> None:
    """It comes to the level of the knowledge base, which the story does not accept."""
    (found,) = [one for one in played() if one.case.id == name]
    level, _ = OVERRULED[name]
    assert found.level == level
    assert level not in found.case.accept


def test_emergencies_are_found() -> None:
    """All of them, and none comes out more than one level too low."""
    urgent = (Level.EMERGENCY, Level.EMERGENCY_AMBULANCE)
    assert missed(*urgent) == []
    assert all(one.level >= min(one.case.accept) - 1 for one in of(*urgent))


def test_who_can_stay_at_home_is_sent_home_or_to_a_visit() -> None:
    """All are, nine of thirteen home."""
    assert missed(Level.SELF_CARE) == []
    assert sum(one.level == Level.SELF_CARE for one in of(Level.SELF_CARE)) >= 9


def test_visits_and_days() -> None:
    """All of those who need a visit but one, and all who need one within a day."""
    assert len(missed(Level.CONSULTATION)) <= 1
    assert missed(Level.CONSULTATION_24) == []


LEANS_OTHERWISE = {
    # story: the leaning that the knowledge base wants, and where it says so
    "N51": ("other", "4d.1: cramps in several places, here of both feet and legs"),
    "N61": ("other", "D1: pain all over"),
}
"""Stories that expect another leaning than the knowledge base, which holds."""
WORTH_TELLING = {"nerve", "muscle", "mixed"}


def wrongly_told(told: list[Outcome]) -> list[str]:
    """Return the stories that hear a leaning that is none of theirs; what is open is not wrong."""
    wrong = [one for one in told if one.leaning not in {"unclear", "neither", *one.case.leaning}]
    return [one.case.id for one in wrong if one.case.id not in LEANS_OTHERWISE]


@pytest.mark.parametrize("name", LEANS_OTHERWISE)
@pytest.mark.parametrize("silence", [SURE, VAGUE])
def test_what_leans_otherwise_differs(name: str, silence: Silence) -> None:
    """It hears the leaning of the knowledge base, which the story does not expect."""
    (found,) = [one for one in played(silence) if one.case.id == name]
    leaning, _ = LEANS_OTHERWISE[name]
    assert found.leaning == leaning
    assert leaning not in found.case.leaning


def test_the_leaning_is_rarely_wrong() -> None:
    """Over self-care and consultation; unclear is not wrong."""
    assert len(wrongly_told(of(Level.SELF_CARE) + of(Level.CONSULTATION))) <= 4


@pytest.mark.parametrize(("silence", "least"), [(SURE, 0.5), (VAGUE, 0.6)])
def test_the_leaning_is_told_and_mostly_right(silence: Silence, least: float) -> None:
    """Whatever silence about it means: right in half or more, wrong in nine of a hundred (D).

    Of those who end where a leaning is told of everyone, and whose own is worth telling.
    """
    mild = {Level.SELF_CARE, Level.CONSULTATION}
    told = [
        one
        for one in played(silence)
        if one.level in mild
        and WORTH_TELLING & {*one.case.leaning}
        and one.case.id not in LEANS_OTHERWISE
    ]
    assert len(told) >= 20
    assert sum(one.leaning in one.case.leaning for one in told) / len(told) >= least
    assert len(wrongly_told(told)) / len(told) <= 0.09


def test_what_a_story_leaves_open_about_the_leaning_moves_no_level() -> None:
    """Not being sure of it reaches nothing; what one is asked and the other is not may, if told."""
    for outcomes in zip(played(), played(VAGUE), strict=True):
        lower, higher = sorted(outcomes, key=lambda one: one.level)
        more = [one for one in higher.asked if one not in lower.asked]
        told = [one for one in more if higher.case.answers.get(one) == "yes"]
        assert lower.level == higher.level or told, lower.case.id


NOBODY = Case("", Level.SELF_CARE, frozenset(), (), {})


def test_silence_about_the_leaning_is_of_what_serves_only_it() -> None:
    """Numbness, a line and weakness reach a level by not being sure; shocks and cramps do not."""
    knowledge = library.knowledge()
    silence = Silence("no", "no", "unsure")
    for name in ("on_off_spasm", "burn_or_shock", "past_knee_elbow", "hard_knot"):
        assert silence.answer(knowledge, NOBODY, name) == "unsure"
    for name in ("numb_tingling", "travels_line", "limb_weakness", "gate_stroke", "dark_urine"):
        assert silence.answer(knowledge, NOBODY, name) == "no"
    assert Silence("unsure", "no", "no").answer(knowledge, NOBODY, "dark_urine") == "unsure"
    assert Silence("no", "unsure", "no").answer(knowledge, NOBODY, "gate_stroke") == "unsure"
    assert silence.answer(knowledge, NOBODY, "duration") == "unsure"


DEGREES = [
    ("nerve", "numb_tingling travels_line past_knee_elbow", "nerve", "clearly", "right"),
    ("muscle", "tender_press", "muscle", "somewhat", "right"),
    ("mixed", "numb_tingling on_off_spasm hard_knot tender_press", "mixed", "", "right"),
    ("other", "", "neither", "", "right"),
    ("nerve", "", "neither", "", "wrong"),
]


@pytest.mark.parametrize(("expected", "yes", "leaning", "degree", "counted"), DEGREES)
def test_a_leaning_is_told_with_its_degree(
    expected: str, yes: str, leaning: str, degree: str, counted: str
) -> None:
    """Where a story allows another cause, that it is neither is right."""
    answers = {"main_region": "lower_back", "age_band": "under_50", "duration": "lt_2w"}
    answers |= {"pain_level": "mild", **dict.fromkeys(yes.split(), "yes")}
    case = Case("X", Level.SELF_CARE, frozenset(Level), (expected,), answers)
    (found,) = evaluate([case])
    assert (found.leaning, found.degree) == (leaning, degree)
    assert levels([found])["self_care"]["leaning"][counted] == 1


@pytest.mark.parametrize("gates", ["no", "unsure"])
def test_not_sure_is_never_milder_than_no(gates: Literal["no", "unsure"]) -> None:
    """Unless both are emergencies, no story comes out lower for being less sure."""
    doubtful = Silence("unsure", gates, "unsure")
    for sure, unsure in zip(played(), played(doubtful), strict=True):
        both_urgent = min(sure.level, unsure.level) >= Level.EMERGENCY
        assert both_urgent or unsure.level >= sure.level, sure.case.id


def test_nothing_is_asked_twice_of_a_story() -> None:
    """And the questions come from the real interview, age first."""
    for one in played():
        assert one.asked[0] == "age_band"
        assert len(set(one.asked)) == len(one.asked)


# --- the report ------------------------------------------------------------------------------


def test_the_json_has_the_promised_form() -> None:
    """One object: the stories, and the counts by the long names of the levels."""
    found: dict[str, Any] = json.loads(report_json(played()))
    assert set(found) == {"cases", "levels"}
    assert [one["id"] for one in found["cases"]] == [one.id for one in CASES]
    fields = {"id", "level", "leaning", "degree", "asked", "rules", "turns", "seconds"}
    for one in found["cases"]:
        assert set(one) == fields
        assert one["level"] in {level.id for level in Level}
        assert one["leaning"] in {*WORTH_TELLING, "other", "mimic", "neither", "unclear"}
        assert one["degree"] in {"clearly", "somewhat", ""}
        assert isinstance(one["asked"], list)
        assert isinstance(one["rules"], list)
        assert one["turns"] > 0
        assert one["seconds"] > 0
    assert list(found["levels"]) == [level.id for level in Level]
    emergency = found["levels"]["emergency"]
    assert {"cases", "accepted", "exact", "under", "over", "leaning", "asked", "seconds"} <= set(
        emergency
    )
    assert set(emergency["leaning"]) == {"right", "wrong", "unclear"}
    assert set(emergency["asked"]) == {"median", "p90", "max"}


def test_the_counts_add_up() -> None:
    """Accepted, under and over are all there is; right, wrong and unclear too."""
    for name, one in levels(played()).items():
        assert one["accepted"] + one["under"] + one["over"] == one["cases"], name
        assert sum(one["leaning"].values()) == one["cases"], name


def test_the_table_names_what_is_outside() -> None:
    """Every level in a row, and each story that is not accepted with its reasons."""
    text = report(played())
    for level in Level:
        assert f"| {level.id} |" in text
    outside = [one.case.id for one in played() if one.level not in one.case.accept]
    for name in outside:
        assert f"\n{name}: " in text
    assert "Outside" not in report([one for one in played() if one.level in one.case.accept])


def test_no_stories_give_an_empty_table() -> None:
    """An empty file is no fault."""
    assert json.loads(report_json([]))["cases"] == []
    assert "| self_care | 0 |" in report([])


def test_longer_texts_take_longer() -> None:
    """Seconds grow with letters and stops, and are never below nothing."""
    assert seconds("") == 0
    assert 0 < seconds("Yes.") < seconds("Yes. No.") < seconds("Yes, I think so. No, never.")
    assert seconds("This takes about two seconds to say.") == pytest.approx(2.2, abs=0.5)


# --- files that cannot be played ---------------------------------------------------------------

OF_AN_EARLIER_FORM = [
    # what a story says, what is played, the old names in it
    (
        "a split sign, denied: all of its parts are",
        {"weight_loss_or_lump": "no"},
        {"weight_loss": "no", "new_lump": "no"},
        ("weight_loss_or_lump",),
    ),
    (
        "a split sign that is so: its first part",
        {"weight_loss_or_lump": "yes"},
        {"weight_loss": "yes", "new_lump": "no"},
        ("weight_loss_or_lump",),
    ),
    (
        "not sure of it",
        {"heart_flutter_mouth_tingle": "unsure"},
        {"heart_flutter": "unsure", "mouth_tingle": "no"},
        ("heart_flutter_mouth_tingle",),
    ),
    (
        "a part that the story tells by its own name stays",
        {"new_lump": "yes", "weight_loss_or_lump": "no"},
        {"new_lump": "yes", "weight_loss": "no"},
        ("weight_loss_or_lump",),
    ),
    *(
        (
            "two signs that are one now: what is so of either",
            {"burning_pain": one, "electric_shooting": other},
            {"burn_or_shock": "yes"},
            ("burning_pain", "electric_shooting"),
        )
        for one, other in (("yes", "no"), ("no", "yes"))
    ),
    ("today's form", {"weight_loss": "yes"}, {"weight_loss": "yes"}, ()),
]


@pytest.mark.parametrize(("reason", "told", "now", "old"), OF_AN_EARLIER_FORM)
def test_a_story_of_an_earlier_form_is_translated(
    reason: str, told: dict[str, str], now: dict[str, str], old: tuple[str, ...]
) -> None:
    """And says which of its names are old."""
    assert translated(told) == (now, old), reason


def test_no_old_name_is_a_finding_of_today() -> None:
    """So that nothing is translated that means itself."""
    findings = library.knowledge().findings
    assert not [
        old for olds in library.sources()["was"].values() for old in olds if old in findings
    ]


GOOD = {
    "id": "x",
    "expected": "S",
    "accept": ["S"],
    "leaning": ["muscle"],
    "answers": {"age_band": "under_50", "main_region": "leg", "duration": "lt_2w"},
}
BAD = [
    ("no JSON", "{"),
    ("no table", "[1]"),
    ("a text", '"x"'),
    ("no id", json.dumps({k: v for k, v in GOOD.items() if k != "id"})),
    ("no answers", json.dumps({k: v for k, v in GOOD.items() if k != "answers"})),
    ("an unknown level", json.dumps({**GOOD, "expected": "Z"})),
    ("an unknown accepted level", json.dumps({**GOOD, "accept": ["S", "Z"]})),
    ("answers that are a list", json.dumps({**GOOD, "answers": ["x"]})),
]


@pytest.mark.parametrize(("reason", "line"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_line_is_told_with_its_number(reason: str, line: str, tmp_path: Path) -> None:
    """Where it is, and what a story needs."""
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{json.dumps(GOOD)}\n\n{line}\n", encoding="utf-8")
    with pytest.raises(CasesError, match=r"cases\.jsonl, line 3: .*needs id, expected"):
        read_cases(file)
    assert reason


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence, with exit status 1, and no traceback."""
    assert main(["evaluate", str(tmp_path / name)]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    """Bytes that are no UTF-8."""
    file = tmp_path / "cases.jsonl"
    file.write_bytes(b"\xff\xfe{")
    with pytest.raises(CasesError, match="cannot be read"):
        read_cases(file)


UNPLAYABLE = [
    ("a place that does not exist", {"answers": {**GOOD["answers"], "main_region": "tail"}}),  # type: ignore[dict-item]
    ("an answer that is none", {"answers": {**GOOD["answers"], "limb_weakness": "maybe"}}),  # type: ignore[dict-item]
    ("a finding that does not exist", {"answers": {"no_such_finding": "yes"}}),
    ("nothing that is accepted", {"accept": []}),
    ("a leaning that is a text", {"leaning": "muscle"}),
]


@pytest.mark.parametrize(("reason", "more"), UNPLAYABLE, ids=[row[0] for row in UNPLAYABLE])
def test_a_story_with_impossible_answers_is_told(
    reason: str, more: dict[str, Any], tmp_path: Path
) -> None:
    """A misspelt answer would count as no; a story says so instead of playing something else."""
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps({**GOOD, **more}), encoding="utf-8")
    try:
        status = main(["evaluate", str(file)])
    except (AssertionError, KeyError, ValueError) as error:
        raise AssertionError(reason) from error
    assert status == 1

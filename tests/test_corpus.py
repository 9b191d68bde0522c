"""What was written down without seeing the templates is heard as it was meant."""

import json
import time
from pathlib import Path

import pytest

from skill.__main__ import main
from skill.dialogue.acts import tell
from skill.hearing.ears import Ears
from skill.hearing.sentence import KINDS
from skill.saying import ears as ears_of
from skill.workshop.corpus import (
    CorpusError,
    Line,
    Outcome,
    act_of,
    count,
    is_alarm,
    measure,
    read,
    report,
    safety,
)

CORPUS = Path(__file__).parent / "utterances/en-US.jsonl"

MODEL = Path(__file__).parents[1] / "interaction_models/en-US.json"

RIGHT, WRONG, TOUCHING = 0.95, 0.05, 0.015
"""The least share that is right, the greatest that is wrong, and wrong where it could hurt."""


@pytest.fixture(scope="module")
def ears() -> Ears:
    """The locale's hearing, as the skill uses it."""
    return ears_of("en-US")


def found(ears: Ears, said: str, after: str) -> str:
    """Return the name of the act that is heard on a turn."""
    (outcome,) = measure(ears, [Line(said, after, "", ())])
    return outcome.found


@pytest.fixture(scope="module")
def outcomes(ears: Ears) -> list[Outcome]:
    """How every line of the corpus is heard."""
    return measure(ears, read(CORPUS))


def _swapped(outcomes: list[Outcome], meant: str, found: set[str]) -> list[str]:
    """Return what is meant as one thing and heard as one of others that nobody allows."""
    return [
        one.line.say
        for one in outcomes
        if one.line.act == meant and one.verdict == "wrong" and one.found in found
    ]


def test_nearly_all_is_heard_right_and_hardly_anything_wrong(outcomes: list[Outcome]) -> None:
    """What is asked again is neither."""
    counts = count(outcomes)
    assert counts["right"] >= RIGHT * len(outcomes), report(outcomes)
    assert counts["wrong"] <= WRONG * len(outcomes), report(outcomes)
    assert safety(outcomes)["touching"] <= TOUCHING * len(outcomes), report(outcomes)


def test_hearing_takes_no_time(ears: Ears) -> None:
    """A corpus in a moment: five milliseconds a line at most, on average."""
    lines = read(CORPUS)
    begun = time.perf_counter()
    measure(ears, lines)
    assert (time.perf_counter() - begun) / len(lines) < 0.005


def test_the_interaction_model_stays_well_under_what_amazon_takes() -> None:
    """Amazon takes no more than about one and a half."""
    assert MODEL.stat().st_size < 1_200_000


def test_yes_and_no_are_never_swapped(outcomes: list[Outcome]) -> None:
    """Not even once."""
    assert _swapped(outcomes, "yes", {"no", "none"}) == []
    assert _swapped(outcomes, "no", {"yes"}) == []
    assert _swapped(outcomes, "none", {"yes"}) == []


def test_not_sure_is_never_a_no(outcomes: list[Outcome]) -> None:
    """A danger sign that nobody is sure of stays open."""
    assert _swapped(outcomes, "unsure", {"no", "none"}) == []


def test_no_emergency_is_heard_as_harmless(outcomes: list[Outcome]) -> None:
    """It is an emergency, or asked back as one; asking the question again is not enough."""
    counts = safety(outcomes)
    assert (counts["lost_as_answer"], counts["lost"]) == (0, 0)


def test_nothing_harmless_is_heard_as_an_emergency(outcomes: list[Outcome]) -> None:
    """Nobody is sent to call an ambulance for a figure of speech."""
    assert safety(outcomes)["false_alarms"] == 0


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("i think i'm having a heart attack", "emergency:chest"),
        ("um sorry but I've got this really bad pain in my chest", "emergency:chest"),
        ("no I have chest pain", "emergency:chest"),
        ("no but I can't breathe", "emergency:breath"),
        ("I can't breathe but no chest pain", "emergency:breath"),
        ("my face is drooping", "emergency:stroke"),
        ("i can't pee", "emergency:cauda"),
        ("I don't want to bother you but I can't feel my legs", "emergency:paralysis"),
        ("i passed out", "emergency:faint"),
        ("i took too many pills", "emergency:overdose"),
        ("to be honest I just want to die", "self_harm"),
        ("i don't want to live any more", "self_harm"),
    ],
)
@pytest.mark.parametrize("expects", KINDS)
def test_an_emergency_is_heard_on_every_turn(ears: Ears, expects: str, said: str, act: str) -> None:
    """Also inside other words."""
    assert found(ears, said, expects) == act


@pytest.mark.parametrize(
    "said",
    [
        "no chest pain",
        "I don't have chest pain",
        "I don't have any chest pain or trouble breathing",
        "neither chest pain nor shortness of breath",
        "chest pain no",
        "I don't think I'm having a heart attack",
        "what if I can't breathe",
        "when should I worry about chest pain",
        "I used to have chest pain",
        "I fainted years ago",
        "my uncle had a stroke when I was a kid",
        "my aunt died of a heart attack",
        "my leg fell asleep",
        "i could die for a massage",
        "my heart's not in it",
        "what a stroke of luck",
        "this pain is killing me",
        "I don't want to die",
        "I've never wanted to kill myself",
    ],
)
@pytest.mark.parametrize("expects", KINDS)
def test_what_is_denied_supposed_or_over_is_no_emergency(
    ears: Ears, expects: str, said: str
) -> None:
    """Nor is a figure of speech."""
    assert not is_alarm(found(ears, said, expects))


@pytest.mark.parametrize(
    ("said", "expects", "act"),
    [
        ("and my hand is prickly", "readback", "tell:numb_tingling"),
        ("I forgot, I'm also pregnant", "yesno", "tell:pregnant"),
        ("yes and I've had a fever", "yesno", "tell:gate_fever"),
        ("yes when I look up", "yesno", "yes"),
        ("no I don't have a fever", "yesno", "no"),
        ("no I don't have a fever", "screen", "no"),
        ("no I'm not sure", "yesno", "unsure"),
        ("is numbness dangerous", "yesno", "asked_unknown"),
        ("I'm not sure if I had a stroke", "yesno", "tell:gate_stroke"),
        ("who should I see", "result", "result_who"),
        ("who should I see", "launch", "ask:25"),
        ("five", "pain", "pain:moderate"),
        ("five", "age", "age:5"),
        ("two days, no sorry, three weeks", "duration", "duration:2_6w"),
    ],
)
def test_a_longer_sentence_is_heard_as_its_turn_needs(
    ears: Ears, said: str, expects: str, act: str
) -> None:
    """What a turn cannot take safely is asked again."""
    assert found(ears, said, expects) == act


def test_what_was_told_is_named_by_its_findings() -> None:
    """A value that is no yes carries an equals sign; the order does not matter."""
    told = tell(("numb_tingling", "yes"), ("main_region", "leg"))
    assert act_of(told, Line("", "yesno", "", ())) == "tell:main_region=leg+numb_tingling"


# --- the command -----------------------------------------------------------------------------


def test_the_command_prints_counts_and_misses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row an act, and a line a miss."""
    corpus = tmp_path / "corpus.jsonl"
    lines = [
        {"say": "yes", "after": "yesno", "act": "yes", "also": []},
        {"say": "purple elephant", "after": "yesno", "act": "no"},
        {"say": "purple elephant", "after": "yesno", "act": "out_of_scope"},
    ]
    corpus.write_text("\n".join(map(json.dumps, lines)))
    assert main(["hear", str(corpus)]) == 0
    out = capsys.readouterr().out
    assert "| yes | 1 | 0 | 0 |" in out
    assert "| all | 2 | 0 | 1 |" in out
    assert '"purple elephant" after yesno: fallback, not no' in out


def test_the_command_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The act found for each line, in order."""
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"say": "my neck", "after": "region", "act": "region:neck"}\n')
    assert main(["hear", str(corpus), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [line["found"] for line in printed["lines"]] == ["region:neck"]
    assert {printed["counts"][name] for name in printed["counts"] if name != "right"} == {0}
    assert printed["counts"]["right"] == 1
    assert printed["lines"][0]["certain"]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "3",
        "{}",
        '{"say": "yes", "after": "nowhere", "act": "yes"}',
        '{"say": 3, "after": "yesno", "act": "yes"}',
        '{"say": "yes", "after": "yesno", "act": "yes", "also": [1]}',
        '{"say": "yes", "after": [], "act": "yes"}',
        '{"say": "yes", "after": "yesno", "act": "yes", "also": 3}',
        '{"say": "yes", "after": "yesno", "act": "yes", "asked": ["nothing_known"]}',
        '{"say": "yes", "after": "yesno", "act": "tell:nothing_known=no"}',
        '{"say": "yes", "after": "yesno", "act": "yes", "also": ["tell:nothing_known"]}',
        '{"say": "yes", "after": "yesno", "act": "yes", "intent": {"name": "NoSuchIntent"}}',
    ],
)
def test_a_bad_line_is_named_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    """With its number; exit status 1."""
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(text)
    assert main(["hear", str(corpus)]) == 1
    told = capsys.readouterr().err
    assert "line 1" in told
    assert len(told.splitlines()) == 1
    with pytest.raises(CorpusError):
        read(corpus)


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, exit status 1."""
    assert main(["hear", str(tmp_path / "none.jsonl")]) == 1
    assert "cannot be read" in capsys.readouterr().err

"""The README promises only what the commands print."""

import re
from pathlib import Path

from skill.playing.stories import evaluate, read_cases, report
from skill.saying import State, say

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_is_what_the_command_prints() -> None:
    """Copied by hand once, compared ever after."""
    table = report(evaluate(read_cases(ROOT / "tests/cases/dev.jsonl"))).split("\n\n")[0]
    assert table in README


def test_the_conversation_is_what_the_skill_says() -> None:
    """Word for word, as somebody hears it who types."""
    shown = README.split("```\nyou ")[1].split("```")[0]
    exchanges = re.findall(r"(?:^|you) {4}(.*)\nskill  ((?:.*\n)(?: {7}.*\n)*)", f"   {shown}")
    assert len(exchanges) > 10
    state: State = {}
    for said, answer in exchanges:
        told = say(said, state, "en-US")
        state = told.state
        assert told.speech.text == " ".join(answer.split())
    assert told.ended

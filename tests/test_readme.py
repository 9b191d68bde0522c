"""The README promises only what the commands print."""

import re
from pathlib import Path

from skill.doors.alexa import build_handler
from skill.doors.terminal.chat import turn
from skill.playing.stories import evaluate, read_cases, report

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_is_what_the_command_prints() -> None:
    """Copied by hand once, compared ever after."""
    table = report(evaluate(read_cases(ROOT / "tests/cases/dev.jsonl"))).split("\n\n")[0]
    assert table in README


def test_the_conversation_is_what_the_skill_says() -> None:
    """Word for word, through the handler that answers on AWS."""
    told = README.split("```\nyou ")[1].split("```")[0]
    exchanges = re.findall(r"(?:^|you) {4}(.*)\nskill  ((?:.*\n)(?: {7}.*\n)*)", f"   {told}")
    assert len(exchanges) > 10
    handler = build_handler()
    attributes: dict[str, str] = {}
    for said, answer in exchanges:
        heard = turn(handler, said, attributes, "en-US")
        attributes = heard.attributes
        assert heard.text == " ".join(answer.split())
    assert heard.ended

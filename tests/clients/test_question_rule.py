"""ask-sdk-test: its certification rule over every dialog, and proof that it looks."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from outside import MODULES, needs_node, node
from recorded import DIALOGS, conversations

pytestmark = needs_node

MOCHA = MODULES / "mocha/bin/mocha.js"
Json = dict[str, Any]


def sequences() -> list[Json]:
    """Return every dialog as ask-sdk-test plays it."""
    return [
        {
            "title": dialog.title,
            "turns": [
                {
                    "request": turn.request,
                    "shouldEndSession": turn.response["shouldEndSession"],
                    "saysNothing": False,
                }
                for turn in turns
            ],
        }
        for dialog, turns in zip(DIALOGS, conversations(), strict=True)
    ]


def mocha(told: list[Json], folder: Path, endpoint: str) -> str:
    """Return what mocha says of these conversations; a failure of any is one here."""
    file = folder / "sequences.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    script = str(Path(__file__).parent / "rules.spec.cjs")
    options = ("--reporter", "dot", "--timeout", "20000")
    return node(str(MOCHA), *options, script, SEQUENCES=str(file), ENDPOINT=endpoint)


def test_every_dialog_keeps_the_rules(tmp_path: Path, endpoint: str) -> None:
    """No question to a closed microphone, and none open without one."""
    said = mocha(sequences(), tmp_path, endpoint)
    assert re.search(rf"\b{len(DIALOGS)} passing", said), said[-500:]


def test_the_rules_are_looked_at(tmp_path: Path, endpoint: str) -> None:
    """A conversation that ends otherwise than was said fails."""
    wrong = sequences()[:1]
    wrong[0]["turns"][-1]["shouldEndSession"] = False
    with pytest.raises(AssertionError, match="the response ended the session"):
        mocha(wrong, tmp_path, endpoint)

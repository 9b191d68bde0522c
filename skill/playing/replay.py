"""The ASK CLI's replay files: a conversation in words, and what makes a file one."""

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SKILL_ID = "amzn1.ask.skill.simulator"
"""Of the skill that is talked with here: a replay file names one."""
QUIT = ".quit"
"""Ends a script, whatever stands after it."""


class ReplayError(Exception):
    """A replay file that cannot be played; the message says why and what to do."""


def script_at(path: Path) -> Json:
    """Return a replay file's content; raise ReplayError when it is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ReplayError(f"{path}: cannot be read as JSON: {error}") from error
    return script_in(text, str(path))


def script_in(text: str, path: str) -> Json:
    """Return the content of a replay file of this name; raise ReplayError when it is none."""
    try:
        script: object = json.loads(text)
    except ValueError as error:
        raise ReplayError(f"{path}: cannot be read as JSON: {error}") from error
    wanted = {"skillId": str, "locale": str, "type": str, "userInput": list}
    for key, kind in wanted.items():
        if not isinstance(script, dict) or not isinstance(script.get(key), kind):
            raise ReplayError(
                f'{path}: "{key}" is missing or no {kind.__name__}. A replay file looks like '
                '{"skillId": "…", "locale": "en-US", "type": "text", "userInput": ["open …"]}.'
            )
    checked: Json = script if isinstance(script, dict) else {}
    if not all(isinstance(said, str) for said in checked["userInput"]):
        raise ReplayError(f'{path}: "userInput" holds something that is no text.')
    return checked

"""AWS Lambda entry point; set the handler to ``lambda_function.lambda_handler``."""

import gc
import os

BESIDE = os.path.join(os.path.dirname(__file__), "skill_id.txt")
"""Where packaging leaves the id of the skill that the ASK CLI has just made."""


def _skill_id() -> str:
    """Return the id of the only skill to answer for: the variable's, else the file's."""
    if not os.environ.get("ALEXA_SKILL_ID") and os.path.exists(BESIDE):
        with open(BESIDE, encoding="utf-8") as file:
            return file.read().strip()
    return os.environ.get("ALEXA_SKILL_ID", "")


if not _skill_id():
    raise RuntimeError("Set ALEXA_SKILL_ID to the id of your skill, such as amzn1.ask.skill.…")

# What a start makes is made to stay: to look for garbage among it takes a tenth of the start.
gc.disable()
from skill.doors.alexa import build_handler, primed  # noqa: E402 - after the line above

lambda_handler = primed(build_handler(_skill_id()), _skill_id())
gc.freeze()
gc.enable()

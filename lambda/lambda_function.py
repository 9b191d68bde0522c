"""AWS Lambda entry point; set the handler to ``lambda_function.lambda_handler``."""

import os

from skill.alexa import build_handler, primed

if not os.environ.get("ALEXA_SKILL_ID"):
    raise RuntimeError("Set ALEXA_SKILL_ID to the id of your skill, such as amzn1.ask.skill.…")

SKILL_ID = os.environ["ALEXA_SKILL_ID"]
lambda_handler = primed(build_handler(SKILL_ID), SKILL_ID)

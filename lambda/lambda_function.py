"""AWS Lambda entry point; set the handler to ``lambda_function.lambda_handler``."""

import os

from skill.alexa import build_handler

if not os.environ.get("ALEXA_SKILL_ID"):
    raise RuntimeError("Set ALEXA_SKILL_ID to the id of your skill, such as amzn1.ask.skill.…")

lambda_handler = build_handler(skill_id=os.environ["ALEXA_SKILL_ID"])

"""The Alexa door: a request becomes an act, a turn becomes a response."""

from skill.alexa.handler import build_handler

__all__ = ["build_handler"]

"""The Alexa door: a request becomes an act, a turn becomes a response."""

from skill.alexa.handler import build_handler, primed

__all__ = ["build_handler", "primed"]

"""The Alexa door: a request becomes an act, a turn becomes a response."""

from skill.doors.alexa.handler import build_handler, primed

__all__ = ["build_handler", "primed"]

"""The web door: the Alexa endpoint and the page to try the skill with, on this machine only."""

from skill.web.app import create_app
from skill.web.local import NotLoopbackError
from skill.web.server import serve

__all__ = ["NotLoopbackError", "create_app", "serve"]

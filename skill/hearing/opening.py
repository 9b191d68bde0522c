"""The words that open a skill and leave it, which no locale lists: a speaker itself hears them."""

import re

LAUNCH, ENDED = "LaunchRequest", "SessionEndedRequest"
"""What Amazon sends for them, instead of an intent."""
OPENERS = ("open", "launch", "start", "begin", "run", "use", "talk to")
"""Words that open a skill, before its name."""

_OPENING = rf"(?:alexa[, ]+)?(?:{'|'.join(OPENERS)})\s+(?:the\s+)?"
_QUITTERS = frozenset({"exit", "quit"})


def opened_or_left(said: str, name: str) -> str:
    """Return that the skill of this name is opened, or left without asking it; "" for neither."""
    words = re.sub(r"[.!?]+$", "", said.strip().lower())
    if re.fullmatch(_OPENING + re.escape(name), words):
        return LAUNCH
    return ENDED if words in _QUITTERS else ""

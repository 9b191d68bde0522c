"""What the ASK CLI wrote down about the skills it deployed."""

import json
from pathlib import Path


def skill_id(states: Path) -> str:
    """Return the id of the one skill that a states file knows, or "" for none or several."""
    try:
        profiles = json.loads(states.read_text(encoding="utf-8"))["profiles"]
        found = {one.get("skillId") for one in profiles.values()} - {None, ""}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ""
    return str(found.pop()) if len(found) == 1 else ""

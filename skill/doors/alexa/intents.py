"""What a request of the SDK's says, as an act."""

from ask_sdk_model import IntentRequest, Request

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.hearing import intents


def act_of(request: Request | None) -> Act:
    """Return the act of a request; one without an intent opens the skill."""
    if not isinstance(request, IntentRequest) or request.intent is None:
        return acts.LAUNCH
    slots = request.intent.slots or {}
    said = {slot: one.value or "" for slot, one in slots.items()}
    return intents.act_of(request.intent.name or "", said)

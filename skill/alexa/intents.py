"""The table of intents: what each means as an act. What an act means is the conversation's."""

from ask_sdk_model import IntentRequest, Request

from skill.dialogue import acts
from skill.dialogue.acts import Act

ACTS = {
    "AMAZON.YesIntent": acts.YES,
    "AMAZON.NoIntent": acts.NO,
    "AMAZON.HelpIntent": acts.HELP,
    "AMAZON.StopIntent": acts.STOP,
    "AMAZON.CancelIntent": acts.STOP,
    "AMAZON.NavigateHomeIntent": acts.STOP,
    "AMAZON.RepeatIntent": acts.REPEAT,
    "AMAZON.StartOverIntent": acts.START_OVER,
    "AMAZON.FallbackIntent": acts.MISHEARD,
    "UnsureIntent": acts.UNSURE,
    "HedgedYesIntent": acts.HEDGED_YES,
    "HedgedNoIntent": acts.HEDGED_NO,
    "NoneOfTheseIntent": acts.NONE,
    "WhyIntent": acts.WHY,
    "BackIntent": acts.BACK,
    "RephraseIntent": acts.REPHRASE,
    "SkipIntent": acts.SKIP,
}

CHOICES = {
    "RegionIntent": ("region", "main_region"),
    "DurationIntent": ("duration", "duration"),
    "PainIntent": ("pain", "pain_level"),
    "AgeIntent": ("age", "age_band"),
}
"""Intent -> (its slot, the finding that the slot's value answers)."""


def act_of(request: Request | None) -> Act:
    """Return the act of a request; an unknown intent or a choice without value is misheard."""
    if not isinstance(request, IntentRequest) or request.intent is None:
        return acts.LAUNCH
    name = request.intent.name or ""
    if name in CHOICES:
        slot, finding = CHOICES[name]
        value = (request.intent.slots or {}).get(slot)
        return acts.choose(finding, value.value) if value and value.value else acts.MISHEARD
    return ACTS.get(name, acts.MISHEARD)

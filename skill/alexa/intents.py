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
    "SlowerIntent": acts.SLOWER,
    "NormalSpeedIntent": acts.NORMAL_SPEED,
    "HowManyLeftIntent": acts.HOW_MANY_LEFT,
    "ForOtherIntent": acts.FOR_OTHER,
    "ResultWhoIntent": acts.RESULT_WHO,
    "ResultHomeIntent": acts.RESULT_HOME,
    "ResultWhyIntent": acts.RESULT_WHY,
    "ResultWarnIntent": acts.RESULT_WARN,
    "SendIntent": acts.SEND,
    "SelfHarmIntent": acts.emergency("self_harm"),
}

CHOICES = {
    "RegionIntent": ("region", "main_region"),
    "DurationIntent": ("duration", "duration"),
    "PainIntent": ("pain", "pain_level"),
    "AgeIntent": ("age", "age_band"),
}
"""Intent -> (its slot, the finding that the slot's value answers)."""


TOLD = {
    "symptom": "",
    "othersymptom": "",
    "region": "main_region",
    "duration": "duration",
    "pain": "pain_level",
}
"""The slots of TellIntent -> the finding that a value answers; "": the value is the finding."""


def act_of(request: Request | None) -> Act:
    """Return the act of a request; an unknown intent or a choice without value is misheard."""
    if not isinstance(request, IntentRequest) or request.intent is None:
        return acts.LAUNCH
    name = request.intent.name or ""
    said = {slot: one.value or "" for slot, one in (request.intent.slots or {}).items()}
    if name in CHOICES:
        slot, finding = CHOICES[name]
        return acts.choose(finding, said[slot]) if said.get(slot) else acts.MISHEARD
    if name == "EmergencyIntent":
        return acts.emergency(said.get("emergency", ""))
    if name == "AskIntent":
        return acts.ask(said.get("question", ""))
    if name == "TellIntent":
        return acts.tell(*_told(said))
    return ACTS.get(name, acts.MISHEARD)


def _told(said: dict[str, str]) -> list[tuple[str, str]]:
    """Return what the slots of TellIntent tell, as (finding, value), each finding once."""
    told = {
        finding or said[slot]: said[slot] if finding else "yes"
        for slot, finding in TOLD.items()
        if said.get(slot)
    }
    return list(told.items())

"""The table of intents: what each means as an act. What an act means is the conversation's.

An intent is the name of what a locale hears, and so of what Alexa hears: its samples are made of
the locale's. Where Alexa hears, this table and what a tap means are all that is loaded of hearing.
"""

import re
from collections.abc import Mapping

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
    "OptionIntent": ("option", acts.OPTION),
}
"""Intent -> (its slot, the finding that the slot's value answers)."""

_AMOUNT = r"(?:([0-9]{1,5}(?:[.][0-9]{1,3})?)%s)?"
LENGTH = (
    f"P(?=.){''.join(_AMOUNT % unit for unit in 'YMWD')}"
    f"(?:T{''.join(_AMOUNT % unit for unit in 'HMS')})?"
)
"""What AMAZON.DURATION fills: an amount of time as ISO 8601 writes it; compiled once it is said."""
DAYS = (365, 30, 7, 1, 1 / 24, 1 / 1440, 1 / 86400)
"""Of a year, month, week, day, hour, minute, second."""

TOLD = {
    "symptom": "",
    "othersymptom": "",
    "region": "main_region",
    "duration": "duration",
    "pain": "pain_level",
}
"""The slots of TellIntent -> the finding that a value answers; "": the value is the finding."""


def act_of(name: str, slots: Mapping[str, str]) -> Act:
    """Return the act of an intent; an unknown one or a choice without value is misheard.

    A slot has the id of the value that was said, or the words when they stand for none.
    """
    said = _with_days(slots)
    if name in CHOICES:
        slot, finding = CHOICES[name]
        return acts.choose(finding, said[slot]) if said.get(slot) else acts.MISHEARD
    if name == "NumberIntent":
        return acts.number(said.get("number", ""))
    if name == "BackIntent" and said.get("count"):
        return acts.back(said["count"])
    if name == "EmergencyIntent":
        return acts.emergency(said.get("emergency", ""))
    if name == "AskIntent":
        return acts.ask(said.get("question", ""))
    if name == "TellIntent":
        told = _told(said)
        return acts.tell(*told) if told else acts.MISHEARD
    return ACTS.get(name, acts.MISHEARD)


def _with_days(slots: Mapping[str, str]) -> dict[str, str]:
    """Return the slots, a length of time in Amazon's own type as a duration."""
    duration = slots.get("duration") or slots.get("length", "")
    return {**slots, "duration": days(duration) or duration}


def days(length: str) -> str:
    """Return the whole days of a length of time as ISO 8601 writes it ("P3W"), or ""."""
    form = re.fullmatch(LENGTH, length) if length else None
    if form is None:
        return ""
    parts = zip(DAYS, form.groups(), strict=True)
    return str(int(sum(each * float(count) for each, count in parts if count)))


def _told(said: dict[str, str]) -> list[tuple[str, str]]:
    """Return what the slots of TellIntent tell, as (finding, value), each finding once."""
    told = {
        finding or said[slot]: said[slot] if finding else "yes"
        for slot, finding in TOLD.items()
        if said.get(slot)
    }
    return list(told.items())

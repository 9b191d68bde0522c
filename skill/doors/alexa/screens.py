"""What a turn shows on a device with a screen; what a tap there means is ``skill.hearing.taps``'.

The screen adds nothing to what is said: its words are the locale's, and each button stands for
a word. The document is ``screen.json``, the same for every turn; what differs is its data.
"""

import json
import os
from functools import cache

from skill.dialogue.questions import (
    NO_CHOICE,
    OFFERS,
    expects,
    name_of,
    pending,
    values_pending,
)
from skill.dialogue.session import Session
from skill.dialogue.turns import Phrase, Turn
from skill.doors.alexa.front import APL, Json
from skill.hearing.taps import mark
from skill.triage.interview import level_of
from skill.triage.knowledge import Knowledge
from skill.wording import Texts, plain, sentence

MOST_SIGNS = 6
"""The signs that the document can hold ticked at once."""

DOCUMENT = os.path.join(os.path.dirname(__file__), "screen.json")  # noqa: PTH118, PTH120 - pathlib starts slower

COLOURS = {
    "": ("#1d2b31", "#c3cdd2"),
    "self_care": ("#1b6b3a", "#ffffff"),
    "consultation": ("#14598c", "#ffffff"),
    "consultation_24": ("#ffc233", "#1a1200"),
    "emergency": ("#e8590c", "#140600"),
    "emergency_ambulance": ("#b3141d", "#ffffff"),
}
"""Level -> (colour, colour of the words on it); "" while there is none."""

_BUTTONS = {
    "screen": ("none", "unsure", "done"),
    "result": ("yes", "no"),
    "readback": ("yes", "no"),
}
_OF_A_CHOICE = ("unsure",)
_OF_A_QUESTION = ("yes", "no", "unsure")


# --- what is shown --------------------------------------------------------------------------


def directive(knowledge: Knowledge, turn: Turn, attributes: Json, texts: Texts) -> Json:
    """Return the directive that shows a turn, which leaves these session attributes."""
    return {
        "type": f"{APL}.RenderDocument",
        "token": "nerve-check",
        "document": document(),
        "datasources": {"screen": shown(knowledge, turn, attributes, texts)},
    }


@cache
def document() -> Json:
    """Return the document; it is read only once a screen is there."""
    with open(DOCUMENT, encoding="utf-8") as file:  # noqa: PTH123 - as above
        content: Json = json.load(file)
    return content


def shown(knowledge: Knowledge, turn: Turn, attributes: Json, texts: Texts) -> Json:
    """Return the data of the document for a turn."""
    session = turn.session
    level = _level(knowledge, turn)
    colour, ink = COLOURS[level]
    told = not session or (session.asking in OFFERS and not session.told)
    kind = expects(knowledge, session) if session else ""
    signs = _signs(knowledge, session, texts) if session and kind == "screen" else []
    choices = _choices(knowledge, session, texts) if session and kind not in NO_CHOICE else []
    return {
        "title": _title(level, texts),
        "colour": colour,
        "ink": ink,
        "told": told,
        "alone": not (told or signs or choices),
        "said": plain(turn.say, texts),
        "ask": plain(turn.ask, texts),
        "signs": signs,
        "choices": choices,
        "buttons": _buttons(kind, texts) if session else [],
        "done": texts["screen_words.done"],
        "state": mark(attributes) if session else "",
    }


def _level(knowledge: Knowledge, turn: Turn) -> str:
    """Return the level that a turn is about: of the result, or of the last words; "" for none."""
    if turn.result:
        return turn.result.level.id
    if turn.session and turn.session.asking in OFFERS:
        return level_of(knowledge, turn.session.answers).id
    acted = [one.key.split(".")[1] for one in turn.say if one.key.startswith("level.")]
    return acted[-1] if acted and not turn.session else ""


def _title(level: str, texts: Texts) -> str:
    key = f"level.{level}.title" if level else "skill_name"
    return sentence(Phrase(key), texts)


def _signs(knowledge: Knowledge, session: Session, texts: Texts) -> list[Json]:
    """Return the signs that are asked together, to be ticked: each finding and its words."""
    return [
        {"id": name, "label": sentence(Phrase(f"question.{name}.note"), texts)}
        for name in pending(knowledge, session).findings
    ]


def _choices(knowledge: Knowledge, session: Session, texts: Texts) -> list[Json]:
    """Return the values of a choice as buttons, or the ages in ranges."""
    if session.asking == "age_band":
        return knowledge.once(_ages)
    asking = session.asking
    return [
        _button(sentence(name_of(knowledge, asking, value), texts), "choose", asking, value)
        for value in values_pending(knowledge, session)
    ]


def _ages(knowledge: Knowledge) -> list[Json]:
    """Return ranges of age that differ in what follows; each stands for its lowest age."""
    settings = knowledge.settings
    starts = sorted({0, settings.adult_from, *(least for _, least in settings.bands["age_band"])})
    ends = [f"–{start - 1}" for start in starts[1:]]  # noqa: RUF001 - the dash of a range
    labels = [f"{start}{end}" for start, end in zip(starts, [*ends, "+"], strict=True)]
    pairs = zip(labels, starts, strict=True)
    return [_button(label, "choose", "age_band", str(start)) for label, start in pairs]


def _buttons(kind: str, texts: Texts) -> list[Json]:
    """Return the buttons below: the words that answer whatever is pending."""
    usual = _OF_A_QUESTION if kind in NO_CHOICE else _OF_A_CHOICE
    return [
        _button(texts[f"screen_words.{word}"], *(("items",) if word == "done" else ("act", word)))
        for word in _BUTTONS.get(kind, usual)
    ]


def _button(label: str, *send: str) -> Json:
    return {"label": label, "send": [*send, "", ""][:3]}

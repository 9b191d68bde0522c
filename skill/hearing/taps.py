"""What a tap on a button means as an act, by what is pending. The buttons are the screen's."""

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.questions import expects, pending
from skill.dialogue.session import load
from skill.triage.knowledge import YES, Knowledge

WORDS = {act.name: act for act in (acts.YES, acts.NO, acts.UNSURE, acts.NONE)}
"""The acts that a button can stand for by name."""

_MARK = "@"
"""Before the state that a button was made for."""


def mark(attributes: object) -> str:
    """Return what a button sends last: the state that it was made for."""
    state = attributes.get("state") if isinstance(attributes, dict) else None
    return f"{_MARK}{state}"


def act_of_tap(knowledge: Knowledge, attributes: object, arguments: object) -> Act:
    """Return the act of a button's arguments; what no button sends is misheard.

    A second tap on a screen that was already answered must not answer the next question,
    which nobody has seen: that one is asked again.
    """
    sent = arguments if isinstance(arguments, list) else []
    words = [one for one in sent if isinstance(one, str) and one]
    if words and words[-1].startswith(_MARK) and words.pop() != mark(attributes):
        return acts.REPEAT
    match words:
        case ["act", name]:
            return WORDS.get(name, acts.MISHEARD)
        case ["choose", finding, value]:
            return acts.choose(finding, value)
        case ["items", *names]:
            return _ticked(knowledge, attributes, names)
    return acts.MISHEARD


def _ticked(knowledge: Knowledge, attributes: object, names: list[str]) -> Act:
    """Return the act of a checklist that is done: telling its signs, or none of them."""
    session = load(knowledge, attributes)
    if session is None or expects(knowledge, session) != "screen":
        return acts.MISHEARD
    if not set(names) <= set(pending(knowledge, session).findings):
        return acts.MISHEARD
    told = dict.fromkeys(names, YES)
    return acts.tell(*told.items()) if told else acts.NOTHING_TICKED

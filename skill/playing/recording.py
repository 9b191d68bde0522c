"""A conversation as a file: an ASK CLI replay file, or a dialog of the tests; and back again.

A replay file holds words, a dialog acts. Where one has what the other lacks, a tap or an act,
the locale's own words stand for it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.conversation import attributes_of, reply
from skill.dialogue.turns import Turn
from skill.hearing.taps import act_of_tap
from skill.playing.dialogs import ACTS, act_of, dialogs_in
from skill.playing.replay import QUIT, SKILL_ID, script_in
from skill.playing.replies import words_for
from skill.saying import understood

Json = dict[str, Any]
Said = str | list[str]
"""Words, or the arguments of a tap."""


class Heard(NamedTuple):
    """One reply of a person, and the turn that answered it."""

    words: str
    act: Act
    turn: Turn


class Script(NamedTuple):
    """A conversation that can be played: what the person says, one reply after the other."""

    title: str
    says: tuple[str, ...]
    missing: str = ""
    """The act for which there are no words, where the script breaks off; or ""."""


# --- out ----------------------------------------------------------------------------------------


def replay_file(said: Iterable[Said], locale: str) -> str:
    """Return a conversation as an ASK CLI replay file."""
    words = [one.words for one in _played(said, locale)]
    script = {"skillId": SKILL_ID, "locale": locale, "type": "text", "userInput": words}
    return json.dumps(script, ensure_ascii=False, indent=2) + "\n"


def dialog_file(said: Iterable[Said], locale: str, title: str) -> str:
    """Return a conversation as a dialog of the tests."""
    heard = list(_played(said, locale))
    results = [one.turn.result for one in heard if one.turn.result]
    lines = [
        "[[dialog]]",
        f"title = {_quoted(title)}",
        f"hears = [{', '.join(_quoted(written(one.act)) for one in heard)}]",
        f"asks = [{', '.join(_quoted(_asking(one.turn)) for one in heard)}]",
    ]
    if results:
        lines.append(f"level = {_quoted(results[-1].level.id)}")
    if results and results[-1].decided:
        lines.append(f"label = {_quoted(results[-1].label.id)}")
    return "\n".join(lines) + "\n"


def _played(said: Iterable[Said], locale: str) -> Iterator[Heard]:
    """Yield what was said, as it is heard again from the start; what ends a session is left out."""
    knowledge, attributes = library.knowledge(), Json()
    for one in said:
        act = _act_in(one, attributes, locale)
        if act is None:
            return
        before = {} if act == acts.LAUNCH else attributes
        words = one if isinstance(one, str) else words_for(act, before, locale)
        turn = reply(knowledge, before, act)
        yield Heard(words, act, turn)
        attributes = attributes_of(knowledge, turn)


def _act_in(one: Said, attributes: Json, locale: str) -> Act | None:
    """Return the act of words or of a tap; None for what ends a session."""
    if isinstance(one, str):
        return understood(one, attributes, locale)
    return act_of_tap(library.knowledge(), attributes, one)


def _asking(turn: Turn) -> str:
    return turn.session.asking if turn.session else ""


def _quoted(text: str) -> str:
    """Return a text as TOML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False)


def written(act: Act) -> str:
    """Return how a dialog names an act; ``transcripts.act_of`` reads it."""
    match act:
        case Act("choose", "age_band", value):
            return f"age {value}"
        case Act("choose", "duration", value) if value.isdecimal():
            return f"days {value}"
        case Act("choose", finding, value):
            return value if act_of(value) else f"{finding} {value}"
        case Act("ask", _, value):
            return f"ask {value}"
        case Act("emergency", _, value):
            return f"says {value.removeprefix('said_')}"
        case Act("tell", _, _, told):
            return f"tells {' '.join(name if value == 'yes' else value for name, value in told)}"
        case Act("number" | "back", _, value) if act not in ACTS.values():
            return f"{act.name} {value}"
    return act.name


# --- in -----------------------------------------------------------------------------------------


def titles_in(text: str, name: str) -> list[str]:
    """Return the titles of what a file holds; raise ReplayError or DialogError for a faulty one."""
    if name.endswith(".toml"):
        return [one.title for one in dialogs_in(text, name)]
    script_in(text, name)
    return [name]


def script_of(text: str, name: str, place: int, locale: str) -> Script:
    """Return the conversation at a place of a file."""
    if not name.endswith(".toml"):
        says = script_in(text, name)["userInput"]
        return Script(name, tuple(says[: says.index(QUIT)] if QUIT in says else says))
    dialog = list(dialogs_in(text, name))[place]
    return scripted(dialog.title, (act_of(one) or acts.MISHEARD for one in dialog.hears), locale)


def scripted(title: str, meant: Iterable[Act], locale: str) -> Script:
    """Return acts as a conversation in words, up to the first for which there are none."""
    knowledge, attributes = library.knowledge(), Json()
    says: list[str] = []
    for act in meant:
        before = {} if act == acts.LAUNCH else attributes
        words = words_for(act, before, locale)
        if not words:
            return Script(title, tuple(says), written(act))
        says.append(words)
        attributes = attributes_of(knowledge, reply(knowledge, before, act))
    return Script(title, tuple(says))

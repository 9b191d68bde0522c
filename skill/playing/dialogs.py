"""Plays the dialogs of the tests through the core.

A dialog is written by hand in TOML, without a word of any language: what is heard, what is
asked after each act, and where it ends. What it is not about it leaves to its caller, who answers
"until" a question is asked.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from skill import library
from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.dialogue.answers import LAST, ORDINALS
from skill.dialogue.conversation import attributes_of, reply
from skill.dialogue.questions import OFFERS
from skill.dialogue.session import RESULT, SELF_CARE
from skill.dialogue.turns import Turn
from skill.playing.callers import Caller, answer, caller, told_by
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import Knowledge, Level

ACTS = {act.name: act for act in vars(acts).values() if isinstance(act, Act)}
_NUMBERED = {"age": acts.age, "days": acts.lasted, "number": acts.number, "back": acts.back}
"""How an act with a number is written -> the act."""
_TEXTS, _LISTS, _OPTIONAL = {"title", "caller"}, {"hears", "asks"}, {"level", "label"}
_UNTIL = re.compile(r"(?:(.+) )?until (\w+)")
"""How a caller is left to answer until something is asked, and what more is told of them."""
_SPOKEN_BY_NAME = {"main_region", "duration", "pain_level"}
"""Choices whose values say by themselves what they answer."""
_NEXT = "next"
"""Asked after an act: a question, whichever the interview comes to."""
_AFTER_RESULT = {SELF_CARE}
_HEDGED_ABOUT = "gate_chest_breath_tearing"
"""What somebody denies with a hedge to whom denials are to be read back."""
_MOST_ANSWERS = 200


class Dialog(NamedTuple):
    """A conversation as it should go."""

    file: str
    title: str
    hears: tuple[str, ...]
    """Every act, also those that the dialog leaves to its caller."""
    asks: tuple[str, ...]
    """What is asked after each act; "" when the conversation has ended."""
    level: str
    """Of the last result, or "" where none is reached."""
    label: str
    """The leaning that the last result speaks, or ""."""


class DialogError(Exception):
    """A dialog that cannot be played; the message says where, what, and what to do."""


def read_dialogs(folder: Path) -> list[Dialog]:
    """Return the dialogs of every TOML file in a folder; raise DialogError for a faulty one."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise DialogError(f"{folder}: there is no dialog. Put files like everyday.toml there.")
    dialogs = [dialog for file in files for dialog in _dialogs_of(file)]
    first: dict[str, Dialog] = {}
    for dialog in dialogs:
        if first.setdefault(dialog.title, dialog) is not dialog:
            raise _wrong(dialog.file, dialog.title, "another dialog has the same title")
    return dialogs


def _dialogs_of(file: Path) -> Iterator[Dialog]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise DialogError(f"{file}: cannot be read as TOML: {error}") from error
    yield from dialogs_in(text, str(file))


def dialogs_in(text: str, file: str) -> Iterator[Dialog]:
    """Yield the dialogs of a file of this name; raise DialogError for a faulty one."""
    try:
        content = tomllib.loads(text)
    except ValueError as error:
        raise DialogError(f"{file}: cannot be read as TOML: {error}") from error
    rows = content.get("dialog")
    if set(content) != {"dialog"} or not isinstance(rows, list):
        raise DialogError(f"{file}: holds something else than [[dialog]] tables.")
    for number, row in enumerate(rows, 1):
        yield _dialog(file, number, row)


def _dialog(file: str, number: int, row: Any) -> Dialog:  # noqa: ANN401 - any TOML
    """Return one dialog; raise DialogError that names what is wrong with it."""
    if not isinstance(row, dict) or not isinstance(title := row.get("title"), str) or not title:
        raise _wrong(file, f"dialog {number}", 'it needs a title = "…"')
    if odd := set(row) - _TEXTS - _LISTS - _OPTIONAL:
        raise _wrong(file, title, f"unknown key {min(odd)!r}")
    for key in sorted(_LISTS):
        values = row.get(key)
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise _wrong(file, title, f"{key!r} must be a list of texts")
    if not row["hears"] or len(row["hears"]) != len(row["asks"]):
        counts = f"{len(row['hears'])} acts are heard, {len(row['asks'])} answers to them given"
        raise _wrong(file, title, f"'hears' and 'asks' must be of one length, at least 1: {counts}")
    knowledge = library.knowledge()
    known = {
        "level": {level.id for level in Level},
        "label": {label.id for label in knowledge.labels},
    }
    for key in sorted(_OPTIONAL & set(row)):
        if row[key] not in known[key]:
            raise _wrong(file, title, f"{key} {row[key]!r} is none of {', '.join(known[key])}")
    person = _caller(file, title, row.get("caller", ""))
    for heard, asked in zip(row["hears"], row["asks"], strict=True):
        _check(file, title, heard, asked)
    level, label = row.get("level", ""), row.get("label", "")
    hears, asks = _played_out(person, row["hears"], row["asks"])
    return Dialog(file, title, hears, asks, level, label)


def _caller(file: str, title: str, words: Any) -> Caller:  # noqa: ANN401 - any TOML
    """Return the caller of a dialog."""
    if not isinstance(words, str):
        raise _wrong(file, title, "'caller' must be a text")
    try:
        return caller(words)
    except ValueError as error:
        raise _wrong(file, title, f"'{error}' says nothing of a caller") from error


def _check(file: str, title: str, heard: str, asked: str) -> None:
    """Raise DialogError for what is no act."""
    if not (until := _UNTIL.fullmatch(heard)):
        if act_of(heard) is None:
            raise _wrong(file, title, f"{heard!r} is no act, no value of a choice, and no age")
        return
    words, question = until.groups()
    _caller(file, title, words or "")
    if question not in _questions(library.knowledge()):
        raise _wrong(file, title, f"{heard!r}: nothing that is asked is named {question!r}")
    if asked != question:
        raise _wrong(file, title, f"after {heard!r} comes {question!r} in 'asks', not {asked!r}")


def _questions(knowledge: Knowledge) -> set[str]:
    """Return everything that can be pending."""
    steps = {step.id for step in knowledge.steps}
    return {*knowledge.findings, *steps, READ_BACK, *OFFERS}


def _wrong(file: str, title: str, what: str) -> DialogError:
    return DialogError(f"{file}: {title}: {what}.")


def act_of(heard: str) -> Act | None:
    """Return the act that a dialog names; None for what is none.

    "yes", "lower_back", "age 38", "days 21", "number 7", "back 2", "ask q5", "says chest",
    "tells numb_tingling neck", "duration keeps_coming_back".
    """
    if heard in ACTS:
        return ACTS[heard]
    kind, _, rest = heard.partition(" ")
    if kind in _NUMBERED:
        return _NUMBERED[kind](rest)
    if kind == "ask" and rest in library.knowledge().answers:
        return acts.ask(rest)
    if kind == "says" and f"said_{rest}" in {one.id for one in library.knowledge().words}:
        return acts.emergency(rest)
    if kind == "tells" and all(told := [told_by(word) for word in rest.split()]):
        return acts.tell(*(one for one in told if one))
    if kind in _SPOKEN_BY_NAME and told_by(rest):
        return acts.choose(kind, rest)
    told_one = told_by(heard)
    if told_one and told_one[0] in _SPOKEN_BY_NAME:
        return acts.choose(*told_one)
    return acts.choose(acts.OPTION, heard) if heard in _options(library.knowledge()) else None


def _options(knowledge: Knowledge) -> set[str]:
    """Return the values whose question is not named with them."""
    values = {value for one in knowledge.findings.values() for value in one.values}
    return {*ORDINALS, LAST, *values, *(value for one in knowledge.steps for value in one.values)}


def _played_out(
    person: Caller, hears: Iterable[str], asks: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return every act of a dialog and what is asked after it, with the answers of its caller.

    Where the caller does not come to a question, or nothing is asked next, the dialog's own word
    stays in its place, so that it is seen not to go as it says.
    """
    heard: list[str] = []
    asked: list[str] = []
    turn: Turn | None = None
    for one, wanted in zip(hears, asks, strict=True):
        before = asking(turn)
        for act, after in _acts(turn, one, person):
            heard.append(act)
            asked.append(asking(after))
            turn = after
        goes_on = asking(turn) not in {before, "", *OFFERS}
        asked[-1] = asking(turn) if wanted == _NEXT and goes_on else wanted
    return tuple(heard), tuple(asked)


def _acts(turn: Turn | None, heard: str, person: Caller) -> Iterator[tuple[str, Turn]]:
    """Yield the act, or all that a caller answers until a question, with the turns after them."""
    if until := _UNTIL.fullmatch(heard):
        yield from answers(turn, caller(until[1] or "", person), until[2])
    else:
        yield heard, _after(turn, heard)


def answers(turn: Turn | None, person: Caller, question: str) -> Iterator[tuple[str, Turn]]:
    """Yield what a caller says until a question is pending, or else no question is.

    Who has not begun opens the skill; who is to hear the read-back hedges. Of what is offered only
    the tips are taken up, once, on the way to what comes after the result.
    """
    if question == READ_BACK:
        person = {**person, _HEDGED_ABOUT: acts.HEDGED_NO.name}
    ends = {"", question, *OFFERS} - ({RESULT} if question in _AFTER_RESULT else set())
    for _ in range(_MOST_ANSWERS):
        if turn and asking(turn) in ends:
            return
        if asking(turn) == RESULT:
            ends.add(RESULT)
        session = turn.session if turn else None
        act = answer(library.knowledge(), session, person) if session else acts.LAUNCH.name
        turn = _after(turn, act)
        yield act, turn


def asking(turn: Turn | None) -> str:
    """Return what is pending after a turn; "" when the conversation has not begun or has ended."""
    return turn.session.asking if turn and turn.session else ""


def _after(turn: Turn | None, heard: str) -> Turn:
    """Return the turn after an act; the attributes travel as Alexa would hand them back."""
    knowledge = library.knowledge()
    act = act_of(heard) or acts.MISHEARD
    fresh = turn is None or act is acts.LAUNCH
    return reply(knowledge, {} if fresh or not turn else attributes_of(knowledge, turn), act)


def play(dialog: Dialog) -> list[Turn]:
    """Return the core's turns."""
    turns: list[Turn] = []
    for heard in dialog.hears:
        turns.append(_after(turns[-1] if turns else None, heard))
    return turns

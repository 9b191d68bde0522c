"""Talks with the skill in the terminal, and plays ASK CLI replay files."""

import sys
from collections.abc import Iterable
from pathlib import Path

from skill import library
from skill.dialogue.acts import LAUNCH, MISHEARD
from skill.doors.terminal.hints import answers, commands
from skill.playing.replay import QUIT, script_at
from skill.saying import Said, State, say


def opened(locale: str) -> Said:
    """Return the first turn of a conversation."""
    return say(LAUNCH, {}, locale)


def chat(locale: str, lines: Iterable[str] = sys.stdin, told: Said | None = None) -> None:
    """Talk until the conversation ends or there is no more input; go on after what was told."""
    told = told or opened(locale)
    texts = library.locale_texts(locale)
    always = texts["talk.always"].format(said=", ".join(commands(locale)))
    print(f"\n{told.speech.text}\n\n({texts['talk.typing']} {always})\n")
    _prompt(told, locale)
    for line in lines:
        if line.strip():
            told = say(line, told.state, locale)
            print(f"\n{told.speech.text or texts['talk.ended']}\n")
            if told.ended:
                return
        _prompt(told, locale)
    print()


def _prompt(told: Said, locale: str) -> None:
    """Show what can be said now, and wait for it."""
    now = ", ".join(answers(locale, told.state))
    print(f"[{now}]\n> ", end="", flush=True)


def replay(path: Path) -> bool:
    """Play an ASK CLI replay file and print each turn; return whether every turn was answered.

    A turn fails when the words match nothing that the skill understands, or when the session
    is over before the file is.
    """
    script = script_at(path)
    state: State = {}
    ended, fine = False, True
    for said in script["userInput"]:
        if said == QUIT:
            break
        told = say(said, state, script["locale"])
        failed = ended or told.heard in (None, MISHEARD)
        fine = fine and not failed
        print(f"you    {said}{'   [FAILED]' if failed else ''}")
        print(f"skill  {told.speech.text}{'  [ends]' if told.ended else ''}")
        state, ended = told.state, told.ended
    return fine

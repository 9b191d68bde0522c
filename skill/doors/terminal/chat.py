"""Talks with the skill in the terminal, and plays ASK CLI replay files."""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from skill import library
from skill.doors.terminal.hints import answers, commands
from skill.playing.replay import QUIT, script_at
from skill.playing.speaker import request_for

Json = dict[str, Any]
Handler = Callable[[object, object], Json]


class Heard(NamedTuple):
    """One turn as it came back."""

    intent: str
    text: str
    ended: bool
    attributes: Json
    ssml: str = ""
    reprompt: str = ""
    """What is said after silence, as SSML."""


def turn(handler: Handler, said: str, attributes: Json, locale: str) -> Heard:
    """Return the skill's reply to these words, through the same handler as on AWS."""
    request = request_for(said, attributes, locale)
    answer = handler(request.envelope, None)
    response = answer["response"]
    ended = response.get("shouldEndSession", True)
    return Heard(
        intent=request.heard,
        text=spoken(response),
        ended=ended,
        attributes={} if ended else answer.get("sessionAttributes", {}),
        ssml=_ssml(response),
        reprompt=_ssml(response.get("reprompt", {})),
    )


def spoken(response: Json) -> str:
    """Return the words of a response's speech."""
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", _ssml(response))).strip()
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def _ssml(speaking: Json) -> str:
    ssml: str = speaking.get("outputSpeech", {}).get("ssml", "")
    return ssml


def opened(handler: Handler, locale: str) -> Heard:
    """Return the first turn of a conversation."""
    return turn(handler, f"open {library.locale_texts(locale)['invocation']}", {}, locale)


def chat(
    handler: Handler, locale: str, lines: Iterable[str] = sys.stdin, heard: Heard | None = None
) -> None:
    """Talk until the conversation ends or there is no more input; go on after what was heard."""
    heard = heard or opened(handler, locale)
    texts = library.locale_texts(locale)
    always = texts["talk.always"].format(said=", ".join(commands(locale)))
    print(f"\n{heard.text}\n\n({texts['talk.typing']} {always})\n")
    _prompt(heard, locale)
    for line in lines:
        if line.strip():
            heard = turn(handler, line, heard.attributes, locale)
            print(f"\n{heard.text or texts['talk.ended']}\n")
            if heard.ended:
                return
        _prompt(heard, locale)
    print()


def _prompt(heard: Heard, locale: str) -> None:
    """Show what can be said now, and wait for it."""
    now = ", ".join(answers(locale, heard.attributes))
    print(f"[{now}]\n> ", end="", flush=True)


def replay(handler: Handler, path: Path) -> bool:
    """Play an ASK CLI replay file and print each turn; return whether every turn was answered.

    A turn fails when the words match nothing that the skill understands, or when the session
    is over before the file is.
    """
    script = script_at(path)
    attributes: Json = {}
    ended, fine = False, True
    for said in script["userInput"]:
        if said == QUIT:
            break
        heard = turn(handler, said, attributes, script["locale"])
        failed = ended or heard.intent == "AMAZON.FallbackIntent"
        fine = fine and not failed
        print(f"you    {said}{'   [FAILED]' if failed else ''}")
        print(f"skill  {heard.text}{'  [ends]' if heard.ended else ''}")
        attributes, ended = heard.attributes, heard.ended
    return fine

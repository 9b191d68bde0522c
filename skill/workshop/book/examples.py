"""Real conversations: what a person hears from the result on, played turn by turn."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from skill.dialogue.acts import LAUNCH, NO, YES, Act, tell
from skill.dialogue.conversation import step
from skill.dialogue.patient import reply_of
from skill.dialogue.questions import OFFERS
from skill.dialogue.session import RESULT, Session
from skill.dialogue.turns import Turn
from skill.telling.flow import PLACE
from skill.triage.assessment import Assessment, next_page
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import NO as DENIED
from skill.triage.knowledge import UNSURE, Knowledge
from skill.wording import Texts, plain

MOST_TURNS = 80


class Said(NamedTuple):
    """One turn: what the skill says, and what the person answers, or "" at the end."""

    skill: str
    person: str


class Example(NamedTuple):
    """A conversation from the result on, and what was told before it."""

    title: str
    told: tuple[tuple[str, str], ...]
    """(finding, value) of what was not answered with no."""
    words: str
    """The words that acted at once, or ""."""
    result: Assessment
    turns: tuple[Said, ...]
    asked: int
    """How many questions were heard before the result."""


def read_examples() -> list[dict[str, Any]]:
    """Return the conversations to play, as ``examples.toml`` lists them."""
    path = Path(__file__).parent / "examples.toml"
    examples: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["example"]
    return examples


def play(knowledge: Knowledge, texts: Texts, example: Mapping[str, Any]) -> Example:
    """Return an example as it is heard; raise ValueError saying what is wrong with it."""
    says, words = example.get("says", {}), example.get("words", "")
    tells = dict.fromkeys(example.get("tells", ()), YES.name)
    if unknown := {*says, *tells} - knowledge.findings.keys():
        raise ValueError(f'the example "{example["title"]}" says {", ".join(sorted(unknown))}')
    turns = list(_turns(knowledge, says, words, tells))
    for asked, (turn, _) in enumerate(turns):
        if turn.result:
            said = tuple(_said(one, act, texts) for one, act in turns[asked:])
            told = (*says.items(), *tells.items())
            return Example(example["title"], told, words, turn.result, said, asked)
    raise ValueError(f'the example "{example["title"]}" comes to no result')


def _turns(
    knowledge: Knowledge, says: Mapping[str, str], words: str, tells: Mapping[str, str]
) -> Iterator[tuple[Turn, Act]]:
    """Yield every turn of a conversation with the act that answers it.

    What is told unasked comes once the place is known, and is confirmed.
    """
    turn = step(knowledge, None, LAUNCH)
    for _ in range(MOST_TURNS):
        if turn.session is None:
            yield turn, Act("")
            return
        act = Act("emergency", value=words) if words else _reply(knowledge, turn.session, says)
        words = ""
        if tells and PLACE in turn.session.answers:
            act, tells = tell(*tells.items()), {}
        yield turn, act
        turn = step(knowledge, turn.session, act)


def _reply(knowledge: Knowledge, session: Session, says: Mapping[str, str]) -> Act:
    """Return what the person of an example answers."""
    if session.asking in OFFERS:
        wanted = session.asking == RESULT and next_page(knowledge, session.answers)
        return YES if wanted else NO
    if session.asking == READ_BACK or session.told:
        return YES

    def answer(name: str) -> str:
        return says.get(name, UNSURE if knowledge.findings[name].values else DENIED)

    return reply_of(knowledge, session, answer)


def _said(turn: Turn, act: Act, texts: Texts) -> Said:
    return Said(plain((*turn.say, *turn.ask), texts), _SPOKEN.get(act.name, ""))


_SPOKEN = {"yes": "Yes.", "no": "No.", "none": "None of these.", "unsure": "Not sure."}
"""What the answers after a result are shown as."""

"""Callers who are told in a few words, and answer whatever the interview comes to ask them.

So a dialog need not list the questions that it is not about, nor in which order they come.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from skill import library
from skill.dialogue.acts import Act
from skill.dialogue.patient import reply_of
from skill.dialogue.session import RESULT, Session
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import NO, UNSURE, YES, Knowledge

Caller = Mapping[str, str]
"""What somebody says, by finding: an age is in years; what is not named is denied."""

_NUMBERS = {"age": "age_band", "days": "duration"}
"""The word before a number -> what the number answers."""


@cache
def named() -> Mapping[str, Caller]:
    """Return the callers who have a name."""
    text = Path(__file__).with_name("callers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def caller(words: str, like: Caller | None = None) -> Caller:
    """Return the caller of whom these words tell, in all else ``like`` another, or well.

    "spasm", "neck numb_tingling", "age 70 days 21", "unsure gate_fever", "spasm no tender_press",
    "gate_legs_gait legs_since steady".
    Raise ValueError that names a word which tells nothing.
    """
    said = dict(named()["well"] if like is None else like)
    words_left = iter(words.split())
    for word in words_left:
        said.update(named().get(word) or _said(word, words_left))
    return said


def _said(word: str, words_left: Iterator[str]) -> Caller:
    """Return what a word says, where need be with the next one."""
    findings = library.knowledge().findings
    if word in {*_NUMBERS, NO, UNSURE}:
        what = next(words_left, "")
        if word in _NUMBERS and what.isdecimal():
            return {_NUMBERS[word]: what}
        if what in findings and (word == UNSURE or not findings[what].values):
            return {what: word}
        raise ValueError(f"{word} {what}".strip())
    if word in findings and (values := findings[word].values):
        if (value := next(words_left, "")) in values:
            return {word: value}
        raise ValueError(f"{word} {value}".strip())
    if told := told_by(word):
        return dict([told])
    raise ValueError(word)


def told_by(word: str) -> tuple[str, str] | None:
    """Return the finding and value that a word of a dialog stands for: a value, or a finding."""
    findings = library.knowledge().findings
    for finding in findings.values():
        if finding.id != "age_band" and word in finding.values:
            return finding.id, word
    return (word, YES) if word in findings else None


def answer(knowledge: Knowledge, session: Session, person: Caller) -> str:
    """Return the act, as a dialog writes it, by which this caller answers what is pending.

    The read-back and what was understood are confirmed, and tips are welcome.
    """
    if session.told or session.asking in {READ_BACK, RESULT}:
        return YES
    return _written(
        reply_of(knowledge, session, lambda name: person.get(name, _harmless(knowledge, name)))
    )


def _harmless(knowledge: Knowledge, name: str) -> str:
    """Return what a caller says of what nothing is told of: no, where that is no sign itself."""
    return YES if knowledge.findings[name].no_is_sign else NO


def _written(act: Act) -> str:
    """Return an act as a dialog writes it."""
    if act.name == "tell":
        return " ".join(("tells", *(name for name, _ in act.told)))
    if act.name != "choose":
        return act.name
    number = next((one for one, what in _NUMBERS.items() if what == act.finding), "")
    return f"{number} {act.value}" if number and act.value.isdecimal() else act.value

"""What a recogniser listens for is understood as what it means, on every kind of turn."""

import re
from itertools import groupby

import pytest

from skill import library
from skill.doors.voice.grammars import KINDS, grammar, listens
from skill.doors.web.speaker import request_for
from skill.hearing.hearing import Expects
from skill.saying import hearing
from skill.workshop.corpus import act_of

TURNS = [(locale, kind) for locale in library.locales() for kind in KINDS]

LISTENED: list[tuple[Expects, str]] = [
    ("launch", "open nerve check"),
    ("yesno", "yes it does"),
    ("yesno", "no it doesn't"),
    ("yesno", "i don't know"),
    ("yesno", "go back two questions"),
    ("yesno", "i can't breathe"),
    ("yesno", "i want to die"),
    ("screen", "none of these"),
    ("screen", "tingling"),
    ("option", "both legs"),
    ("option", "getting worse"),
    ("option", "the second one"),
    ("option", "neither"),
    ("option", "i don't know"),
    ("region", "my lower back"),
    ("duration", "about three weeks"),
    ("duration", "since yesterday"),
    ("age", "forty"),
    ("age", "i'm forty years old"),
    ("pain", "seven out of ten"),
    ("pain", "not too bad"),
    ("readback", "that's right"),
    ("result", "any home tips"),
]
"""On this turn, somebody must be able to say this."""


@pytest.mark.parametrize(("locale", "kind"), TURNS)
def test_all_that_is_listened_for_is_understood(locale: str, kind: Expects) -> None:
    """Every sentence of a grammar means to the text matcher what its template means."""
    wrong = []
    for said, meant in listens(locale).readings(kind):
        if kind == "launch":
            heard, wanted = request_for(said, {}, locale).heard, meant.intent
        else:
            heard = act_of(hearing(locale).hear(said, kind), kind)
            wanted = act_of(meant, kind)
        if heard != wanted:
            wrong.append(f'"{said}" is heard as {heard}, and means {wanted}')
    assert not wrong


@pytest.mark.parametrize(("kind", "said"), LISTENED, ids=[" ".join(row) for row in LISTENED])
def test_what_people_say_is_listened_for(kind: Expects, said: str) -> None:
    """The usual answers and commands, and the words that act at once."""
    assert said in dict(listens("en-US").readings(kind))


@pytest.mark.parametrize(("locale", "kind"), TURNS)
def test_a_grammar_is_whole(locale: str, kind: Expects) -> None:
    """It has a header, a public rule, and every rule that it refers to, once."""
    header, name, *rules = grammar(locale, kind).splitlines()
    assert header == f"#JSGF V1.0 UTF-8 {locale};"
    assert name == f"grammar {kind};"
    made = [rule.partition(" = ")[0].removeprefix("public ") for rule in rules]
    assert made[0] == "<turn>"
    assert len(set(made)) == len(made), "two rules of one name are one rule that calls itself"
    assert set(made) >= {f"<{used}>" for rule in rules for used in re.findall(r"<(\w+)>", rule)}
    assert all(rule.endswith(";") for rule in rules)


@pytest.mark.parametrize(("locale", "kind"), TURNS)
def test_a_grammar_begins_each_word_once(locale: str, kind: Expects) -> None:
    """What begins alike is one branch: nothing is searched twice."""
    public = grammar(locale, kind).splitlines()[2].partition(" = ")[2].rstrip(";")
    tops, depth = [], 0
    for part in re.findall(r"[\[(]|[\])]|\||[^\s|()\[\]]+", public):
        depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(part, 0)
        if not depth and part not in "])|":
            tops.append(part)
    repeated = [word for word, same in groupby(sorted(tops)) if len(list(same)) > 1]
    assert tops
    assert not repeated

"""What a recogniser listens for is understood as what it means, on every kind of turn."""

import re
from itertools import groupby

import pytest

from skill import library
from skill.dialogue.acts import LAUNCH, Act
from skill.doors.voice.grammars import grammar, listens
from skill.hearing.intents import act_of
from skill.hearing.pending import asked_about
from skill.hearing.sentence import KINDS, Asked
from skill.saying import ears, understood
from skill.workshop.corpus import OPEN, Line
from skill.workshop.corpus import act_of as name_of

KNOWLEDGE = library.knowledge()
TURNS = [(locale, kind) for locale in library.locales() for kind in KINDS]

LISTENED: list[tuple[str, str]] = [
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
def test_all_that_is_listened_for_is_understood(locale: str, kind: str) -> None:
    """Every sentence of a grammar means to free hearing what its template means."""
    wrong = []
    for said, meant in listens(locale).readings(kind):
        if kind == "launch" and understood(said, {}, locale) == LAUNCH:
            continue
        wanted = act_of(
            meant.intent, {name: one.id or one.value for name, one in meant.slots.items()}
        )
        pending = asking(kind, wanted)
        heard = ears(locale).hear(said, pending).act
        if called(heard, pending) != called(wanted, pending):
            wrong.append(f'"{said}" is heard as {called(heard, pending)}, and means {wanted}')
    assert not wrong


NONE_NAMED = ("left", "right")
"""Values of a choice whose values are counted, as none is named so."""


def asking(kind: str, wanted: Act) -> Asked:
    """Return a question that an act can answer: the choice of its value, or the sign it names."""
    if kind == "screen" and wanted.name == "tell":
        return asked_about(KNOWLEDGE, kind, [name for name, _ in wanted.told], which=True)
    if kind == "option" and wanted.name == "choose":
        choices = [one.values for one in KNOWLEDGE.findings.values() if one.values]
        choices += [one.values for one in KNOWLEDGE.steps if one.choices]
        return Asked(
            kind, values=next((each for each in choices if wanted.value in each), NONE_NAMED)
        )
    return Asked(kind)


def called(act: Act, pending: Asked) -> str:
    """Return the name of an act, where a sentence and its template may differ in degree.

    An emergency may be asked back, whichever it is; where several signs or one are asked about,
    none of them is a no.
    """
    name = name_of(act, Line("", pending.kind, "", ()))
    if act.name == "check" or name.startswith("emergency:"):
        return "emergency"
    if name == "none" and pending.kind not in OPEN:
        return "no"
    return f"age:{act.value}" if act.finding == "age_band" or act.name == "number" else name


@pytest.mark.parametrize(("kind", "said"), LISTENED, ids=[" ".join(row) for row in LISTENED])
def test_what_people_say_is_listened_for(kind: str, said: str) -> None:
    """The usual answers and commands, and the words that act at once."""
    assert said in dict(listens("en-US").readings(kind))


@pytest.mark.parametrize(("locale", "kind"), TURNS)
def test_a_grammar_is_whole(locale: str, kind: str) -> None:
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
def test_a_grammar_begins_each_word_once(locale: str, kind: str) -> None:
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

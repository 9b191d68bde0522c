"""What is heard in a list of sentences, without an interview.

Owns the names of the acts that a line of the list may expect, and the counting. A line is right
when the act that was heard is the expected one or one it also allows, a fallback when it is asked
again, else wrong. What would first be asked back is right where the act that is asked about is.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

from skill import library
from skill.dialogue.acts import OPTION, Act
from skill.dialogue.answers import LAST, ORDINALS
from skill.dialogue.questions import value_of
from skill.doors.alexa.front import intent_of
from skill.doors.alexa.intents import act_of as alexa_act_of
from skill.doors.alexa.intents import slots_of
from skill.hearing.ears import Ears, Heard
from skill.hearing.pending import asked_about, choices_of
from skill.hearing.sentence import KINDS, Asked
from skill.triage.knowledge import NO, YES, Knowledge

Verdict = Literal["right", "wrong", "fallback"]

VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "fallback")
FALLBACK_ACT = "fallback"
OUT_OF_SCOPE = "out_of_scope"
NOTHING_DONE = (FALLBACK_ACT, "asked_unknown", "wait", "cry")
"""What is as good as not understood where somebody speaks of something else."""
WHICH = "which"
"""After "Which one: ...?": heard as any reply to several signs."""
AFTER = (*KINDS, WHICH)
OPEN = frozenset({"readback", "result"})
"""Where a no and none of them are not the same."""
NAMES = {
    "hedged_yes": "yes",
    "hedged_no": "no",
    "misheard": FALLBACK_ACT,
}
"""Acts that a list calls otherwise. A hedged yes is a yes, a hedged no is a no."""
CHOSEN = {"main_region": "region", "pain_level": "pain", "age_band": "age", OPTION: "option"}
ANSWERS = frozenset({"yes", "no", "none", "unsure", "region", "duration", "pain", "age", "option"})


class Line(NamedTuple):
    """A sentence, what was being asked, and what it should be heard as."""

    say: str
    after: str
    """One of AFTER."""
    act: str
    also: tuple[str, ...]
    asked: tuple[str, ...] = ()
    """The findings that are pending."""
    intent: dict[str, Any] | None = None
    """What Amazon made of it, as in an IntentRequest; without one it is heard as text."""

    @property
    def pending(self) -> Asked:
        """Return what hearing is told of the turn."""
        knowledge = library.knowledge()
        kind = "screen" if self.after == WHICH else self.after
        values = choices_of(knowledge, self.asked) if kind == "option" else ()
        return asked_about(knowledge, kind, self.asked, values, which=self.after == WHICH)


class Outcome(NamedTuple):
    """How a sentence was heard."""

    line: Line
    found: str
    verdict: Verdict
    certain: bool = True


class CorpusError(Exception):
    """A list of sentences that cannot be measured; the message says where and what to do."""


def read(path: Path) -> list[Line]:
    """Return the lines of a file of JSON lines; raise CorpusError naming the line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: cannot be read: {error}") from error
    return [_line(path, number, text) for number, text in enumerate(lines, 1) if text.strip()]


def _line(path: Path, number: int, text: str) -> Line:
    where = f"{path}, line {number}"
    try:
        raw = json.loads(text)
        line = Line(
            raw["say"], raw["after"], raw["act"], tuple(raw.get("also", ())),
            tuple(raw.get("asked") or ()), raw.get("intent"),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorpusError(
            f"{where}: no utterance: {error!r}. It needs say, after and act."
        ) from error
    texts = (line.say, line.act, *line.also, *line.asked)
    if line.after not in AFTER or not all(isinstance(one, str) for one in texts):
        raise CorpusError(
            f"{where}: say and act are texts, also and asked lists of texts, and after is "
            f"one of {', '.join(AFTER)}. Mend it."
        )
    if line.intent is not None and intent_of(line.intent)["name"] not in _intents():
        raise CorpusError(
            f"{where}: intent: the interaction model has no {line.intent!r:.60}. Mend it."
        )
    for part, names in (
        ("asked", line.asked),
        ("act", _tellings(line.act)),
        ("also", _tellings(*line.also)),
    ):
        unknown = [one for one in names if one not in library.knowledge().findings]
        if unknown:
            raise CorpusError(f"{where}: {part}: there is no finding {unknown[0]!r}. Mend it.")
    return line


def _tellings(*acts: str) -> list[str]:
    """Return the findings that acts tell: those of "tell:gate_fever+limp=no"."""
    tellings = [one.removeprefix("tell:") for one in acts if one.startswith("tell:")]
    return [part.partition("=")[0] for told in tellings for part in told.split("+")]


@cache
def _intents() -> frozenset[str]:
    return frozenset(library.locale_hears(library.LOCALE)["intents"])


def measure(ears: Ears, lines: Iterable[Line]) -> list[Outcome]:
    """Return how each line is heard."""
    return [_outcome(ears, line) for line in lines]


def _outcome(ears: Ears, line: Line) -> Outcome:
    heard = _heard(ears, line)
    found = act_of(heard.act, line)
    allowed = allowed_of(line)
    asks_of = "" if heard.certain else found.removeprefix("tell:")
    right = any(_is(found, one) or _asks_about(asks_of, one) for one in allowed)
    verdict: Verdict = "right" if right else "fallback" if found == FALLBACK_ACT else "wrong"
    return Outcome(line, found, verdict, heard.certain)


def _heard(ears: Ears, line: Line) -> Heard:
    """Return what is heard of a line's text, or what the Alexa door makes of its intent."""
    if line.intent is None:
        return ears.hear(line.say, line.pending)
    intent = intent_of(line.intent)
    hear = partial(_act, ears, line.pending)
    act = alexa_act_of(intent["name"], slots_of(intent), hear, lambda: line.pending.kind)
    return Heard(act, act.name != "check")


def _act(ears: Ears, pending: Asked, words: str) -> Act:
    return ears.hear(words, pending).act


def _asks_about(sign: str, wanted: str) -> bool:
    """Tell whether the sign that is asked back is the emergency that was meant."""
    return bool(sign) and is_alarm(wanted) and sign == _gates().get(wanted.partition(":")[2])


@cache
def _gates() -> dict[str, str]:
    gates: dict[str, str] = library.locale_ears(library.LOCALE)["means"]["emergency"]
    return gates


def allowed_of(line: Line) -> list[str]:
    """Return every act that is right, in the names that hearing gives."""
    allowed = [
        "self_harm" if one == "emergency:self_harm" else one for one in (line.act, *line.also)
    ]
    if OUT_OF_SCOPE in allowed:
        allowed += NOTHING_DONE
    if line.after not in OPEN and not {"no", "none"}.isdisjoint(allowed):
        allowed += ["no", "none"]
    if line.after == "yesno" and len(line.asked) == 1:
        (sign,) = line.asked
        same = {f"tell:{sign}": "yes", f"tell:{sign}=no": "no"}
        allowed += [same[one] for one in allowed if one in same]
    return allowed


def _is(found: str, wanted: str) -> bool:
    """Return whether an act is the wanted one; a part of a finding is, where the whole is wanted.

    So a list that names findings of an earlier form is measured by what they have become. Of which
    kind an emergency is changes little of what is said: help is called for.
    """
    (name, told), (kind, findings) = _parts(found), _parts(wanted)
    if name == kind == "emergency":
        return True
    was = library.sources()["was"]
    wholes = {whole for one in told for whole in was.get(one, ()) if one not in findings}
    named = {one for one in told if one in findings or findings.isdisjoint(was.get(one, ()))}
    return name == kind and named | (wholes & findings) == findings


def _parts(act: str) -> tuple[str, frozenset[str]]:
    """Return the name of an act, and all that it is about."""
    name, _, findings = act.partition(":")
    return name, frozenset(findings.split("+"))


def act_of(act: Act, line: Line) -> str:
    """Return the name that a list has for an act, on the turn of a line."""
    knowledge = library.knowledge()
    match act.name:
        case "number":
            return _number(knowledge, act.value, line.after)
        case "choose":
            return _chosen(knowledge, act, line)
        case "ask":
            return _question(knowledge, act.value, line.after)
        case "tell" | "check":
            return f"tell:{'+'.join(sorted(_told(knowledge, *one) for one in act.told))}"
        case "emergency":
            kind = act.value.removeprefix("said_")
            return kind if kind == "self_harm" else f"emergency:{kind}"
        case "half":
            return f"half:{act.finding}={act.value}"
        case name:
            return NAMES.get(name, name)


def _number(knowledge: Knowledge, number: str, after: str) -> str:
    """Return what a bare number answers, as the conversation takes it."""
    if after == "age":
        return f"age:{number}"
    grade = value_of(knowledge, "pain_level", number) if after == "pain" else ""
    return f"pain:{grade}" if grade else FALLBACK_ACT


def _chosen(knowledge: Knowledge, act: Act, line: Line) -> str:
    """Return a value that was chosen, the one that it stands for where another is asked."""
    if act.value in {*ORDINALS, LAST} and line.asked and line.after in {"screen", WHICH}:
        place = ORDINALS.index(act.value) if act.value != LAST else len(line.asked) - 1
        if place < len(line.asked):
            return f"tell:{line.asked[place]}"
    if line.after == "option" and len(line.asked) == 1:
        finding = knowledge.findings[line.asked[0]]
        value = value_of(knowledge, act.finding, act.value) or act.value
        if meant := finding.means.get(value):
            return f"option:{meant}"
    if act.finding == "duration":
        return f"duration:{value_of(knowledge, 'duration', act.value) or act.value}"
    return f"{CHOSEN[act.finding]}:{act.value}"


def _question(knowledge: Knowledge, question: str, after: str) -> str:
    if not question:
        return "asked_unknown"
    part = knowledge.answers[question].part if after == "result" else ""
    return f"result_{part}" if part else f"ask:{question.removeprefix('q')}"


def _told(knowledge: Knowledge, name: str, value: str) -> str:
    """Return a finding that was told; one that is no yes with its value."""
    if name == "worsening":
        return name if value == "worse" else f"{name}={value}"
    if name == "duration":
        value = value_of(knowledge, name, value) or value
    return name if value == YES else f"{name}={value}"


# --- counting -------------------------------------------------------------------------------------


def safety(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """Return how often hearing was wrong in a way that could hurt, by kind.

    An emergency lost as an answer, or otherwise; a false alarm; a yes for a no or the other way
    round; anything wrong that touches an answer or an alarm; and what was asked back.
    """
    counts = dict.fromkeys(
        ("lost_as_answer", "lost", "false_alarms", "swapped", "touching", "asked_back"), 0
    )
    for one in outcomes:
        counts["asked_back"] += not one.certain
        for name in _harms(one):
            counts[name] += 1
    return counts


def _harms(one: Outcome) -> Iterable[str]:
    if one.verdict == "right":
        return
    name = one.found.partition(":")[0]
    allowed = {each.partition(":")[0] for each in allowed_of(one.line)}
    if is_alarm(one.line.act) and one.certain:
        yield "lost_as_answer" if name in ANSWERS else "lost"
    if is_alarm(one.found):
        yield "false_alarms"
    if {name, *allowed} >= {"yes", "no"} and name in {"yes", "no", "none"} and name not in allowed:
        yield "swapped"
    if name in ANSWERS or is_alarm(one.found) or f"={NO}" in one.found:
        yield "touching"


def is_alarm(act: str) -> bool:
    """Return whether an act is an emergency, or the wish to die."""
    return act.startswith("emergency:") or act == "self_harm"


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the counts by act as a table in Markdown, what could hurt, and every miss."""
    rows = ["| act | right | wrong | fallback |", "| --- | --: | --: | --: |"]
    acts = list(dict.fromkeys(_kind(one) for one in outcomes))
    rows.extend(_row(act, [one for one in outcomes if _kind(one) == act]) for act in acts)
    rows.append(_row("all", outcomes))
    harms = ", ".join(f"{name.replace('_', ' ')} {n}" for name, n in safety(outcomes).items())
    misses = [
        f'"{one.line.say}" after {one.line.after}: {one.found}, not {one.line.act}'
        for one in outcomes
        if one.verdict != "right"
    ]
    return "\n".join(
        [*rows, "", f"Of these: {harms}.", *(["", "Misses:", *misses] if misses else [])]
    )


def _kind(outcome: Outcome) -> str:
    return outcome.line.act.partition(":")[0]


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    counts = count(outcomes)
    return f"| {name} | {' | '.join(str(counts[verdict]) for verdict in VERDICTS)} |"


def count(outcomes: Iterable[Outcome]) -> dict[Verdict, int]:
    """Return how many are right, wrong, asked again."""
    verdicts = [one.verdict for one in outcomes]
    return {verdict: verdicts.count(verdict) for verdict in VERDICTS}


def report_json(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes and the counts as one JSON object."""
    lines: list[dict[str, Any]] = [
        {
            "say": one.line.say,
            "after": one.line.after,
            "asked": list(one.line.asked),
            "act": one.line.act,
            "found": one.found,
            "certain": one.certain,
            "verdict": one.verdict,
        }
        for one in outcomes
    ]
    counts = {str(name): number for name, number in count(outcomes).items()} | safety(outcomes)
    return json.dumps({"lines": lines, "counts": counts}, ensure_ascii=False)

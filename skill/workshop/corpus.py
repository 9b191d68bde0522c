"""What the simulator makes of a list of sentences, without an interview.

Owns the names of the acts that a line of the list may expect, and the counting. A line is right
when the act that was heard is the expected one or one it also allows, a fallback when it is asked
again, else wrong.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, get_args

from skill import library
from skill.dialogue.questions import value_of
from skill.hearing.hearing import Expects, Heard, Hearing, Slot
from skill.hearing.intents import days
from skill.triage.knowledge import Knowledge

Verdict = Literal["right", "wrong", "fallback"]

VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "fallback")
FALLBACK_ACT = "fallback"
OUT_OF_SCOPE = "out_of_scope"

ACTS = {
    "AMAZON.YesIntent": "yes",
    "HedgedYesIntent": "yes",
    "AMAZON.NoIntent": "no",
    "HedgedNoIntent": "no",
    "UnsureIntent": "unsure",
    "NoneOfTheseIntent": "none",
    "AMAZON.RepeatIntent": "repeat",
    "RephraseIntent": "rephrase",
    "SlowerIntent": "slower",
    "NormalSpeedIntent": "normal_speed",
    "WhyIntent": "why",
    "BackIntent": "back",
    "SkipIntent": "skip",
    "AMAZON.StartOverIntent": "start_over",
    "AMAZON.HelpIntent": "help",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "stop",
    "AMAZON.NavigateHomeIntent": "stop",
    "HowManyLeftIntent": "how_many_left",
    "SelfHarmIntent": "self_harm",
    "ForOtherIntent": "for_other",
    "ResultWhoIntent": "result_who",
    "ResultHomeIntent": "result_home",
    "ResultWhyIntent": "result_why",
    "ResultWarnIntent": "result_warn",
    "SendIntent": "send",
    "AMAZON.FallbackIntent": FALLBACK_ACT,
}
"""Intent -> act, for those without a value. A hedged yes is a yes, a hedged no is a no."""

VALUED = {
    "RegionIntent": "region",
    "AgeIntent": "age",
    "PainIntent": "pain",
    "OptionIntent": "option",
    "EmergencyIntent": "emergency",
}
"""Intent -> its slot, which is also the act's name."""

WHICH = "which"
"""After "Which one: ...?": heard as any reply to several signs."""

AFTER = (*get_args(Expects), WHICH)

TOLD = {
    "region": "main_region",
    "duration": "duration",
    "length": "duration",
    "pain": "pain_level",
}
"""A slot of what is told that is no symptom -> the finding it answers."""


class Line(NamedTuple):
    """A sentence, what was being asked, and what it should be heard as."""

    say: str
    after: str
    """One of AFTER."""
    act: str
    also: tuple[str, ...]

    @property
    def expects(self) -> Expects:
        """Return what kind of answer the turn waits for."""
        return cast("Expects", "screen" if self.after == WHICH else self.after)


class Outcome(NamedTuple):
    """How a sentence was heard."""

    line: Line
    found: str
    verdict: Verdict


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
    try:
        raw = json.loads(text)
        line = Line(raw["say"], raw["after"], raw["act"], tuple(raw.get("also", ())))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorpusError(
            f"{path}, line {number}: no utterance: {error!r}. It needs say, after and act."
        ) from error
    texts = (line.say, line.act, *line.also)
    if line.after not in AFTER or not all(isinstance(one, str) for one in texts):
        raise CorpusError(
            f"{path}, line {number}: say and act are texts, also a list of texts, and after is "
            f"one of {', '.join(AFTER)}. Mend it."
        )
    return line


def measure(hearing: Hearing, lines: Iterable[Line]) -> list[Outcome]:
    """Return how each line is heard."""
    heard = [(line, hearing.hear(line.say, line.expects)) for line in lines]
    return [_outcome(line, act_of(one, line.expects)) for line, one in heard]


def _outcome(line: Line, found: str) -> Outcome:
    allowed = [line.act, *line.also]
    if OUT_OF_SCOPE in allowed:
        allowed.append(FALLBACK_ACT)
    right = any(_is(found, act) for act in allowed)
    return Outcome(
        line, found, "right" if right else "fallback" if found == FALLBACK_ACT else "wrong"
    )


def _is(found: str, wanted: str) -> bool:
    """Return whether an act is the wanted one; a part of a finding is, where the whole is wanted.

    So a list that names findings of an earlier form is measured by what they have become.
    """
    (name, told), (kind, findings) = _parts(found), _parts(wanted)
    was = library.sources()["was"]
    wholes = {whole for one in told for whole in was.get(one, ()) if one not in findings}
    named = {one for one in told if one in findings or findings.isdisjoint(was.get(one, ()))}
    return name == kind and named | (wholes & findings) == findings


def _parts(act: str) -> tuple[str, frozenset[str]]:
    """Return the name of an act, and all that it is about."""
    name, _, findings = act.partition(":")
    return name, frozenset(findings.split("+"))


def act_of(heard: Heard, after: Expects) -> str:
    """Return the name of the act that an intent with its slots stands for on a turn."""
    knowledge = library.knowledge()
    if heard.intent == "NumberIntent":
        return _number(knowledge, heard.slots["number"].value, after)
    if heard.intent == "DurationIntent":
        return f"duration:{_duration(knowledge, *heard.slots.values())}"
    if slot := VALUED.get(heard.intent):
        value = heard.slots[slot]
        return f"{slot}:{value.id or value.value}"
    if heard.intent == "AskIntent":
        question = heard.slots["question"].id
        part = knowledge.answers[question].part if after == "result" else ""
        return f"result_{part}" if part else f"ask:{question.removeprefix('q')}"
    if heard.intent == "TellIntent":
        return f"tell:{'+'.join(sorted(_told(knowledge, heard)))}"
    return ACTS[heard.intent]


def _number(knowledge: Knowledge, number: str, after: Expects) -> str:
    """Return what a bare number answers, as the conversation takes it."""
    if after == "age":
        return f"age:{number}"
    grade = value_of(knowledge, "pain_level", number) if after == "pain" else ""
    return f"pain:{grade}" if grade else FALLBACK_ACT


def _duration(knowledge: Knowledge, slot: Slot) -> str:
    """Return the duration that a slot stands for, by its id or as a length of time."""
    return slot.id or value_of(knowledge, "duration", days(slot.value))


def _told(knowledge: Knowledge, heard: Heard) -> Iterator[str]:
    """Yield the findings that were told, those that are no yes with their value."""
    for name, slot in heard.slots.items():
        finding = TOLD.get(name)
        if finding == "duration":
            yield f"{finding}={_duration(knowledge, slot)}"
        else:
            yield f"{finding}={slot.id}" if finding else slot.id


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the counts by act as a table in Markdown, and every miss."""
    rows = ["| act | right | wrong | fallback |", "| --- | --: | --: | --: |"]
    acts = list(dict.fromkeys(_kind(one) for one in outcomes))
    rows.extend(_row(act, [one for one in outcomes if _kind(one) == act]) for act in acts)
    rows.append(_row("all", outcomes))
    misses = [
        f'"{one.line.say}" after {one.line.after}: {one.found}, not {one.line.act}'
        for one in outcomes
        if one.verdict != "right"
    ]
    return "\n".join([*rows, *(["", "Misses:", *misses] if misses else [])])


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
            "act": one.line.act,
            "found": one.found,
            "verdict": one.verdict,
        }
        for one in outcomes
    ]
    return json.dumps({"lines": lines, "counts": count(outcomes)}, ensure_ascii=False)

"""Plays patient stories through the real interview and counts how it did.

A story gives the answers that a patient would give. It is played turn by turn, by what the
skill asks, as any outside client would. What a story leaves open is answered by ``Silence``.
The stories' expected levels were not set by a clinician.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Literal, NamedTuple

from skill import library
from skill.dialogue.acts import LAUNCH, YES, Act
from skill.dialogue.conversation import step
from skill.dialogue.patient import AGE, reply_of
from skill.dialogue.session import Session
from skill.triage.assessment import Assessment
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import Answers, Finding, Knowledge, Level
from skill.wording import render

Silent = Literal["no", "unsure"]

SHORT = {"S": 0, "C": 1, "C24": 2, "E": 3, "EA": 4}
"""The stories' names of the levels."""
YEARS = {"under_50": 35, "50_64": 57, "65_plus": 72}
"""What the stories' bands of age are said as; an age in years may stand there as well."""
CHILD = 12
COMES_BACK = ("duration", "recurring")
"""How the stories say that a pain keeps coming back, which tells nothing of this bout."""
MOST_TURNS = 120
LOCALE = "en-US"
THINKING = 3.5
"""Seconds a turn beside speech: thinking, answering, end-pointing, the start of speech."""


class Silence(NamedTuple):
    """How a question is answered that a story does not cover."""

    others: Silent = "no"
    gates: Silent = "no"
    leaning: Silent = "no"
    """Of what serves only the leaning: nobody comes to another level by not being sure of it."""

    def answer(self, knowledge: Knowledge, case: "Case", name: str) -> str:
        """Return the answer to a question that a story leaves open.

        A time that is no other than the pain's is told by how long the pain has lasted; of another
        choice it is "unsure", where no value stands for a no.
        """
        finding = knowledge.findings[name]
        silent = self._of(knowledge, finding)
        if name in library.sources()["as_old"]:
            return finding.means.get(case.answers.get("duration", ""), "unsure")
        if finding.values:
            return finding.means.get(silent, "unsure")
        return "yes" if finding.no_is_sign and silent == "no" else silent

    def _of(self, knowledge: Knowledge, finding: Finding) -> Silent:
        if finding.gate:
            return self.gates
        return self.leaning if finding.id in knowledge.once(_for_the_leaning) else self.others


def _for_the_leaning(knowledge: Knowledge) -> set[str]:
    """Return the findings that serve only the leaning: no doubt of them is more than a no."""
    weighed = {one.finding for one in knowledge.discriminators}
    raising = {
        name
        for rule in knowledge.rules
        for name, values in rule.when
        if "unsure" in values and "no" not in values
    }
    return {
        one.id
        for one in knowledge.findings.values()
        if one.id in weighed - raising and not one.red_flag and one.unsure is None
    }


HARMLESS = Silence()


class Case(NamedTuple):
    """A patient story."""

    id: str
    expected: Level
    accept: frozenset[Level]
    leaning: tuple[str, ...]
    answers: Answers


class Outcome(NamedTuple):
    """How a story was answered."""

    case: Case
    level: Level
    leaning: str
    degree: str
    """How strongly the leaning is told: clearly, somewhat, or "" where it has no degree."""
    asked: tuple[str, ...]
    rules: tuple[str, ...]
    turns: int
    seconds: float


class CasesError(Exception):
    """A file of stories that cannot be played; the message says where and what to do."""


def read_cases(path: Path) -> list[Case]:
    """Return the stories of a file of JSON lines; raise CasesError naming the line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CasesError(f"{path}: cannot be read: {error}") from error
    return [_case(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _case(path: Path, number: int, line: str) -> Case:
    try:
        raw = json.loads(line)
        case = Case(
            id=str(raw["id"]),
            expected=Level(SHORT[raw["expected"]]),
            accept=frozenset(Level(SHORT[name]) for name in raw["accept"]),
            leaning=tuple(raw["leaning"]),
            answers=translated(dict(raw["answers"]))[0],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise CasesError(
            f"{path}, line {number}: no patient story: {error!r}. It needs id, expected, accept "
            "(S, C, C24, E, EA), leaning and answers."
        ) from error
    if wrong := _unplayable(case) or ("leaning" if isinstance(raw["leaning"], str) else ""):
        raise CasesError(f"{path}, line {number}: {case.id}: {wrong} cannot be played. Mend it.")
    return case


def _unplayable(case: Case) -> str:
    """Return what no patient could answer: a misspelt answer would count as silence."""
    findings = library.knowledge().findings
    for name, value in case.answers.items():
        finding = findings.get(name)
        known = (*(finding.values or ("yes", "no")), *finding.means) if finding else ()
        if name == AGE:
            known = (*known, *YEARS)
        if value not in (*known, "unsure") and (name, value) != COMES_BACK:
            return f'the answer {name} = "{value}"'
    return "" if case.accept else "an empty accept"


def translated(answers: Answers) -> tuple[Answers, tuple[str, ...]]:
    """Return the answers of a story in today's form, and the old ids among them.

    An answer to a finding that was split counts for its parts: no for all, anything else for the
    first; one to what was merged, for the whole.
    """
    parts: dict[str, list[str]] = {}
    for part, olds in library.sources()["was"].items():
        for old in olds:
            parts.setdefault(old, []).append(part)
    old = tuple(name for name in answers if name in parts)
    now = {name: value for name, value in answers.items() if name not in parts}
    for name in old:
        for place, part in enumerate(parts[name]):
            value = answers[name] if place == 0 or answers[name] == "no" else "no"
            if now.get(part, "no") == "no":
                now[part] = value
    return now, old


def evaluate(cases: Iterable[Case], silence: Silence = HARMLESS) -> list[Outcome]:
    """Return the outcome of every story."""
    return [play(case, silence) for case in cases]


def play(case: Case, silence: Silence = HARMLESS) -> Outcome:
    """Return how the interview answers one story, up to the result."""
    knowledge, texts = library.knowledge(), library.locale_texts(LOCALE)
    asked: dict[str, None] = {}
    spoken: list[float] = []
    turn = step(knowledge, None, LAUNCH)
    while turn.result is None:
        if turn.session is None or len(spoken) > MOST_TURNS:
            raise AssertionError(f"story {case.id} came to no result in {len(spoken)} turns")
        spoken.append(seconds(render(turn, texts).text) + THINKING)
        asked |= dict.fromkeys(turn.asked)
        act = patient_act(knowledge, turn.session, case, silence)
        turn = step(knowledge, turn.session, act)
    return _outcome(case, turn.result, asked, spoken)


def _outcome(case: Case, result: Assessment, asked: Iterable[str], spoken: list[float]) -> Outcome:
    return Outcome(
        case=case,
        level=result.level,
        leaning=result.label.leaning if result.decided else "unclear",
        degree=result.label.degree if result.decided else "",
        asked=tuple(asked),
        rules=tuple(one.id for one in result.fired),
        turns=len(spoken),
        seconds=round(sum(spoken), 1),
    )


def patient_act(
    knowledge: Knowledge, session: Session, case: Case, silence: Silence = HARMLESS
) -> Act:
    """Return what the patient of a story does on a turn."""

    def answer(name: str) -> str:
        said = case.answers.get(name) or silence.answer(knowledge, case, name)
        if (name, said) == COMES_BACK:
            return "unsure" if "keeps_coming_back" in session.answers else "keeps_coming_back"
        if name == AGE and said != "unsure":
            return _in_years(case, said)
        return knowledge.findings[name].means.get(said, said)

    if session.asking == READ_BACK:
        return YES
    return reply_of(knowledge, session, answer)


def _in_years(case: Case, band: str) -> str:
    """Return the age in years that a patient of a band says."""
    adult = case.answers.get("adult_18_plus", "yes") == "yes"
    lowest = dict(library.knowledge().settings.bands[AGE])
    years = YEARS.get(band, lowest.get(band, 0))
    return str(years if adult else min(years, CHILD))


def seconds(text: str) -> float:
    """Return the seconds that a text takes to say, estimated by its letters and stops.

    Fitted to espeak-ng at 175 words a minute: 6 % off on average, 29 % at worst.
    """
    letters = sum(character.isalpha() for character in text)
    ends = sum(text.count(mark) for mark in ".?!:")
    return max(0.0, 0.067 * letters + 0.717 * ends + 0.226 * text.count(",") - 0.471)


# --- the report -----------------------------------------------------------------------------


def levels(outcomes: Sequence[Outcome]) -> dict[str, dict[str, Any]]:
    """Return the counts by expected level, by its long name."""
    return {
        level.id: _counts([one for one in outcomes if one.case.expected == level])
        for level in Level
    }


def _counts(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    asked = sorted(len(one.asked) for one in outcomes)
    turns = sorted(one.turns for one in outcomes)
    return {
        "cases": len(outcomes),
        "accepted": sum(one.level in one.case.accept for one in outcomes),
        "exact": sum(one.level == one.case.expected for one in outcomes),
        "under": sum(one.level < min(one.case.accept) for one in outcomes),
        "over": sum(one.level > max(one.case.accept) for one in outcomes),
        "leaning": {kind: sum(_leaning(one) == kind for one in outcomes) for kind in _KINDS},
        "asked": _spread(asked),
        "turns": _spread(turns),
        "seconds": _spread(sorted(one.seconds for one in outcomes)),
    }


_KINDS = ("right", "wrong", "unclear")
"""Of a leaning; where it is told that it cannot be told, it is unclear."""


def _leaning(one: Outcome) -> str:
    if one.leaning == "unclear":
        return "unclear"
    allowed = {*one.case.leaning, *(("neither",) if "other" in one.case.leaning else ())}
    return "right" if one.leaning in allowed else "wrong"


def _spread(values: Sequence[float]) -> dict[str, float]:
    if not values:
        return {"median": 0, "p90": 0, "max": 0}
    p90 = values[min(len(values) - 1, int(0.9 * len(values)))]
    return {"median": median(values), "p90": p90, "max": values[-1]}


_HEAD = (
    "| expected level | cases | accepted | exact | under | over "
    "| leaning right / wrong / unclear | questions: median, p90, max | turns | seconds |"
)


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the counts as a table in Markdown, and the stories outside what is accepted."""
    rows = [_HEAD, "| --- | --: | --: | --: | --: | --: | --- | --- | --- | --- |"]
    for name, one in levels(outcomes).items():
        leaning = " / ".join(str(one["leaning"][kind]) for kind in _KINDS)
        spreads = (_shown(one[key]) for key in ("asked", "turns", "seconds"))
        cells = (name, one["cases"], one["accepted"], one["exact"], one["under"], one["over"])
        rows.append(f"| {' | '.join(map(str, (*cells, leaning, *spreads)))} |")
    outside = [
        f"{one.case.id}: {one.level.id}, accepted "
        f"{', '.join(level.id for level in sorted(one.case.accept))} ({', '.join(one.rules[:3])})"
        for one in outcomes
        if one.level not in one.case.accept
    ]
    return "\n".join([*rows, *(["", "Outside what is accepted:", *outside] if outside else [])])


def _shown(spread: dict[str, float]) -> str:
    return ", ".join(f"{spread[key]:g}" for key in ("median", "p90", "max"))


def report_json(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes and the counts as one JSON object."""
    cases = [
        {
            "id": one.case.id,
            "level": one.level.id,
            "leaning": one.leaning,
            "degree": one.degree,
            "asked": list(one.asked),
            "rules": list(one.rules),
            "turns": one.turns,
            "seconds": one.seconds,
        }
        for one in outcomes
    ]
    return json.dumps({"cases": cases, "levels": levels(outcomes)})

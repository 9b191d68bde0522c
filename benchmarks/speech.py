"""How many seconds of a caller's time an interview takes: what is said, and the caller's part.

Speech is measured with espeak-ng at 175 words a minute; each turn adds 3.5 seconds for thinking,
answering, and the start of speech (the reference figures that the goals were set with). Callers
are of three kinds: simple spasms, patients drawn by chance from the likelihood ratios, and the
stories of tests/cases. Prints tables, or writes them between the marks of docs/interview-length.md.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, pairwise, product
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from benchmarks.pairs import percentile
from skill import library
from skill.dialogue.acts import LAUNCH, NONE, Act
from skill.dialogue.conversation import step
from skill.dialogue.turns import Turn
from skill.doors.voice.sound import of_wav
from skill.playing.stories import THINKING, Case, patient_act, read_cases
from skill.triage.knowledge import NO, YES, Discriminator, Level, Range
from skill.triage.rules import met
from skill.wording import plain
from skill.workshop.progress import track

REPOSITORY = Path(__file__).parent.parent
PAGE = REPOSITORY / "docs" / "interview-length.md"
CASES = REPOSITORY / "tests" / "cases" / "dev.jsonl"
MARKS = "<!-- measured -->\n", "<!-- end -->\n"
KNOWLEDGE, TEXTS = library.knowledge(), library.locale_texts("en-US")
REGIONS = KNOWLEDGE.findings["main_region"].values
ONE_PLACE = KNOWLEDGE.findings["main_region"].offers
"""The others are two places at once, of which more is asked."""
SIMPLE_SPASM = {
    "age_band": "25_39",
    "duration": "lt_1w",
    "pain_level": "moderate",
    "worsening": "same",
    **dict.fromkeys(("recent_overuse", "hard_knot", "tender_press", "on_off_spasm"), YES),
}
"""Clinical knowledge base, 3e: everything else is no."""
NERVE = {
    "age_band": "40_49",
    "duration": "2_6w",
    "pain_level": "moderate",
    "worsening": "same",
    **dict.fromkeys(("numb_tingling", "travels_line", "past_knee_elbow"), YES),
}
"""Nothing set it off, and it goes into one limb."""
KINDS_OF_CALLER = {
    "nerve": NERVE,
    "65 and older": SIMPLE_SPASM | {"age_band": "65_plus"},
    "pregnant": SIMPLE_SPASM | {"pregnant": YES},
    "under 18": {
        "age_band": "12_17",
        "adult_18_plus": NO,
        "duration": "lt_1w",
        "pain_level": "moderate",
    },
}
"""Kind of caller -> what they say, in every place, with a cramp and without (second edition, F)."""
WORDS_A_MINUTE = 175
DRAWN = 25
"""Patients of each kind and place."""
SEED = "interview length"
KINDS = {
    "nerve": (True, False),
    "muscle": (False, True),
    "both": (True, True),
    "neither": (False, False),
}
"""Kind of patient -> whether a nerve is involved, and whether a muscle is in spasm."""

Patient = Mapping[str, str]

Said = tuple[Act, Turn]
"""What a caller replied, and the turn that it brought."""


class Heard(NamedTuple):
    """An interview up to its result."""

    turns: int
    seconds: float
    level: Level
    wait: float
    """In an emergency: seconds from the yes that shows it until what to do has been said."""


def main() -> None:
    """Measure, and print or write the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speech", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write into {PAGE.name}")
    arguments = parser.parse_args()
    report = "\n".join(_report())
    if arguments.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        PAGE.write_text(f"{before}{MARKS[0]}\n{report}\n\n{MARKS[1]}{after}", encoding="utf-8")
    sys.stdout.write(f"{report}\n")


def _report() -> Iterator[str]:
    spasms = {region: _heard(simple_spasms(region)) for region in REGIONS}
    one_place = [*chain(*(spasms[region] for region in ONE_PLACE))]
    yield from _table("Simple spasm", {"one place, whichever": one_place, **spasms})
    yield ""
    kinds = {kind: _heard(in_every_place(told)) for kind, told in KINDS_OF_CALLER.items()}
    yield from _table("Other callers, in every place", kinds)
    yield ""
    drawn = {kind: _heard(patients(kind)) for kind in KINDS}
    yield from _table("Drawn from the ratios", drawn)
    yield ""
    stories = [one.answers for one in read_cases(CASES)]
    heard = _heard(stories)
    by_level = {
        level.id: [one for one in heard if one.level == level]
        for level in Level
        if any(one.level == level for one in heard)
    }
    yield from _table("Stories, by the level they come to", {"all": heard, **by_level})
    yield ""
    waits = [one.wait for one in (*_heard(lone_signs()), *heard) if one.level >= Level.EMERGENCY]
    words = [
        len(TEXTS[key].split())
        for key in TEXTS
        if key.startswith("question.") and key.endswith(".ask")
    ]
    yield (
        "From the answer that shows an emergency until what to do has been said: "
        f"{max(waits):.0f} s "
        f"at most, {median(waits):.0f} s median ({len(waits)} callers: every sign that is an "
        "emergency by itself, in every place, and the stories)."
    )
    yield f"A single question has {median(words):.0f} words (median), {max(words)} at most."


def _table(title: str, rows: Mapping[str, list[Heard]]) -> Iterator[str]:
    yield f"| {title} | callers | turns: median | most | seconds: median | p90 | most |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, heard in rows.items():
        turns, seconds = [one.turns for one in heard], [one.seconds for one in heard]
        yield (
            f"| {name.replace('_', ' ')} | {len(heard)} | {median(turns):.0f} | {max(turns)} | "
            f"{median(seconds):.0f} | {percentile(seconds, 90):.0f} | {max(seconds):.0f} |"
        )


# --- callers --------------------------------------------------------------------------------


def simple_spasms(region: str) -> Iterator[Patient]:
    """Yield the simple spasms of a place (clinical knowledge base, 3e)."""
    for spasm, pain, lasted in product((YES, NO), ("mild", "moderate"), ("lt_2d", "lt_1w")):
        said = {"main_region": region, "on_off_spasm": spasm}
        yield {**SIMPLE_SPASM, **said, "pain_level": pain, "duration": lasted}


def in_every_place(told: Patient) -> Iterator[Patient]:
    """Yield somebody who has this in every place, with a cramp and without."""
    for region, spasm in product(REGIONS, (YES, NO)):
        yield {**told, "main_region": region, "on_off_spasm": spasm}


def patients(kind: str) -> Iterator[Patient]:
    """Yield patients without danger signs whose answers are drawn from the likelihood ratios."""
    random = Random(f"{SEED} {kind}")  # noqa: S311 - fixed callers, no secret
    for region in REGIONS:
        for _ in range(DRAWN):
            patient = {
                "main_region": region,
                "age_band": random.choice(("25_39", "56_64", "65_plus")),
                "pain_level": random.choice(("mild", "moderate")),
                "duration": random.choice(("lt_2d", "lt_2w", "2_6w", "gt_6w")),
                "worsening": "same",
            }
            for one in KNOWLEDGE.discriminators:
                if met(one.when, patient) is not False:
                    said_yes = random.random() < _yes(one, *KINDS[kind])
                    patient.setdefault(one.finding, YES if said_yes else NO)
            yield patient


def _yes(one: Discriminator, nerve: bool, muscle: bool) -> float:  # noqa: FBT001 - a kind's two halves
    """Return how likely a yes is: of the two scales, the one that says more."""
    chances = (_share(one.nerve, ill=nerve), _share(one.muscle, ill=muscle))
    return max(chances, key=lambda share: abs(share - 0.5))


def _share(ratios: Range, *, ill: bool) -> float:
    """Return the share of yes among those who have it, or have not, by LR+ and LR-."""
    plus, minus = ratios
    if plus == minus:
        return 0.5
    false = (1 - minus) / (plus - minus)
    return plus * false if ill else false


def lone_signs() -> Iterator[Patient]:
    """Yield callers with one sign each, in every place; those who come to no emergency as well."""
    yes_or_no = [one.id for one in KNOWLEDGE.findings.values() if one.red_flag and not one.values]
    for region, sign in product(REGIONS, yes_or_no):
        yield {**SIMPLE_SPASM, "main_region": region, sign: YES}


# --- measuring ------------------------------------------------------------------------------


def _heard(patients: Iterable[Patient]) -> list[Heard]:
    return [heard(patient) for patient in track(list(patients), "listening")]


def heard(patient: Patient) -> Heard:
    """Return how long a patient's interview is, in turns and seconds before the result is told."""
    said = interview(patient)
    *asked, (_, told) = said
    result = told.result
    level = result.level if result else Level.SELF_CARE
    return Heard(
        turns=len(asked),
        seconds=sum(_seconds(turn) for _, turn in asked),
        level=level,
        wait=_wait(said) if level >= Level.EMERGENCY else 0.0,
    )


def interview(patient: Patient) -> list[Said]:
    """Return the turns of a patient's interview, the telling of the result last."""
    case = Case("", Level.SELF_CARE, frozenset(), (), dict(patient))
    said = [(LAUNCH, step(KNOWLEDGE, None, LAUNCH))]
    while (turn := said[-1][1]).result is None and turn.session is not None:
        act = patient_act(KNOWLEDGE, turn.session, case)
        said.append((act, step(KNOWLEDGE, turn.session, act)))
    return said


def _wait(said: list[Said]) -> float:
    """Return the seconds from the answer that shows an emergency until what to do has been said.

    A yes to several signs shows it as soon as one of them is what the level rests on.
    """
    told = said[-1][1]
    fired = told.result.fired if told.result else ()
    signs = [set(one.because) for one in fired if one.level >= Level.EMERGENCY]
    shown = min(max(_shown(said, name) for name in because) for because in signs)
    between = sum(_seconds(turn) for _, turn in said[shown + 1 : -1])
    return between + _spoken(plain(told.say[:1], TEXTS))


def _shown(said: list[Said], name: str) -> int:
    """Return the turn whose reply showed a finding, or the last that it follows from."""
    ways = [one.when for one in KNOWLEDGE.derived if one.id == name] or [((name, ()),)]
    told = [[_told(said, part) for part, _ in way] for way in ways]
    return min((max(at) for at in told if all(at)), default=0)


def _told(said: list[Said], name: str) -> int:
    """Return the turn whose reply first spoke of a finding or step, other than by a no; else 0."""
    for at, ((_, turn), (act, _)) in enumerate(pairwise(said)):
        pending = turn.session.asking if turn.session else ""
        if name in {*turn.asked, pending} and act.name not in {NO, NONE.name}:
            return at
    return 0


def _seconds(turn: Turn) -> float:
    """Return what a turn takes: its words, and the caller's part."""
    spoken = (*turn.say, *turn.ask)
    return _spoken(plain(spoken, TEXTS)) + THINKING


@cache
def _spoken(text: str) -> float:
    """Return the seconds that espeak-ng takes to say a text."""
    spoken = text.replace("911", "9 1 1")
    command = ["espeak-ng", "-v", "en-us", "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout"]
    said = subprocess.run(command, input=spoken.encode(), capture_output=True, check=True).stdout  # noqa: S603
    return of_wav(said).seconds


if __name__ == "__main__":
    main()

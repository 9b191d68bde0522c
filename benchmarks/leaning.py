"""How often a caller hears which of the two it is: callers drawn by chance from the ratios.

That those who decide by the ratios are right about callers drawn from the ratios is circular; what
it measures is the rule of comparing, and the few questions that are asked for it. Of a caller with
both, either cause can bring a sign. Prints a table.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from math import log, prod
from random import Random

from benchmarks.speech import KINDS, KNOWLEDGE, REGIONS, Patient, interview
from skill.triage.knowledge import NO, YES, Discriminator
from skill.triage.rules import met
from skill.workshop.progress import track

CALLERS = 300
"""Of each kind, over all places but all over the body, which decides by itself."""
SEED = "leaning"
RIGHT = {"nerve": "nerve", "muscle": "muscle", "both": "mixed", "neither": "neither"}
TOLD = ("nerve", "muscle", "mixed", "other", "neither", "unclear")


def main() -> None:
    """Measure, and print the table."""
    sys.stdout.write("\n".join(report()) + "\n")


def report() -> Iterator[str]:
    """Yield the table: of each kind, the share of what is told, in per cent."""
    yield f"| callers with | {' | '.join(TOLD)} | told right | told one of the three |"
    yield "| --- " * (len(TOLD) + 3) + "|"
    for kind, right in RIGHT.items():
        heard = Counter(leaning(one) for one in track(list(drawn(kind)), kind))
        shares = {name: 100 * heard[name] / heard.total() for name in TOLD}
        three = sum(shares[name] for name in ("nerve", "muscle", "mixed"))
        told = " | ".join(f"{shares[name]:.0f}" for name in TOLD)
        yield f"| {kind} | {told} | {shares[right]:.0f} | {three:.0f} |"


def leaning(patient: Patient) -> str:
    """Return the leaning that a caller is told, or "unclear"."""
    *_, (_, turn) = interview(patient)
    result = turn.result
    return result.label.leaning if result and result.decided else "unclear"


def drawn(kind: str) -> Iterator[Patient]:
    """Yield callers of a kind without danger signs, their answers drawn from the ratios."""
    random = Random(f"{SEED} {kind}")  # noqa: S311 - fixed callers, no secret
    places = [place for place in REGIONS if place != "widespread"]
    for number in range(CALLERS):
        patient = {
            "main_region": places[number % len(places)],
            "age_band": random.choice(("under_50", "50_64", "65_plus")),
            "pain_level": random.choice(("mild", "moderate")),
            "duration": random.choice(("lt_2d", "lt_2w", "2_6w", "gt_6w")),
        }
        for one in KNOWLEDGE.discriminators:
            if met(one.when, patient) is not False:
                said_yes = random.random() < chance_of_yes(one, *KINDS[kind])
                patient.setdefault(one.finding, YES if said_yes else NO)
        yield patient


def chance_of_yes(one: Discriminator, nerve: bool, muscle: bool) -> float:  # noqa: FBT001 - a kind's two halves
    """Return how likely a yes is: each cause that a caller has multiplies its odds.

    Of those who have neither, as many say yes as the ratios of the scale that says more allow.
    """
    telling = [
        (of, ill) for of, ill in ((one.nerve, nerve), (one.muscle, muscle)) if of[0] != of[1]
    ]
    if not telling:
        return 0.0
    (plus, minus), _ = max(telling, key=lambda each: abs(log(each[0][0] / each[0][1])))
    without = (1 - minus) / (plus - minus)
    odds = without / (1 - without) * prod(yes / no for (yes, no), ill in telling if ill)
    return odds / (1 + odds)


if __name__ == "__main__":
    main()

"""Nerve or muscle: the two scales, the label they give, and which answer could still change it.

Likelihood ratios, caps, starting odds and the order of decision are content (clinical
knowledge base, 4c and 4d); the arithmetic is here.
"""

from math import inf, log, prod
from typing import NamedTuple

from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Discriminator,
    Knowledge,
    Label,
    Range,
)
from skill.triage.rules import Facts, met, with_derived

NERVE, MUSCLE = 0, 1
SAYS_NOTHING: Range = (1.0, 1.0)
"""Ratios that move a scale neither way."""


class Evidence(NamedTuple):
    """How much has been answered, and the range that each scale can still end in."""

    nerve: Range
    muscle: Range
    enough: bool | None
    """Whether the answers suffice for a label from the scales; None: further ones may."""


class Outlook(NamedTuple):
    """What may still be asked about nerve or muscle, and what it could lead to."""

    ahead: list[Discriminator]
    evidence: Evidence
    labels: list[Label]
    """Every label that is still possible, in the order of decision; that of now is among them."""


def applicable(knowledge: Knowledge, answers: Answers) -> list[Discriminator]:
    """Return the discriminators that fit this caller, answered or not."""
    return with_derived(knowledge, answers).once(_applicable)


def _applicable(facts: Facts) -> list[Discriminator]:
    return [one for one in facts.knowledge.discriminators if not one.when or met(one.when, facts)]


def unanswered(knowledge: Knowledge, answers: Answers) -> list[Discriminator]:
    """Return the discriminators that may still be asked: none once the most have been."""
    if _left(knowledge, answers) <= 0:
        return []
    return [one for one in applicable(knowledge, answers) if one.finding not in answers]


def ratio(one: Discriminator, scale: int, answer: str) -> float:
    """Return the likelihood ratio of an answer on a scale; 1 when it says nothing."""
    yes, no = (one.nerve, one.muscle)[scale]
    return yes if answer == YES else no if answer == NO else 1.0


def weigh(knowledge: Knowledge, answers: Answers, ahead: list[Discriminator]) -> Evidence:
    """Return the evidence, with both scales spanning what the questions ahead could do."""
    facts = with_derived(knowledge, answers)
    most = min(_left(knowledge, facts), len(ahead))
    nerve, muscle = (_span(facts, ahead, most, scale) for scale in (NERVE, MUSCLE))
    return Evidence(nerve, muscle, _enough(knowledge, facts, most))


def _left(knowledge: Knowledge, answers: Answers) -> int:
    """Return how many discriminators may still be asked; the steps' own do not count."""
    asked = answers.keys() & knowledge.once(_asked_last)
    return knowledge.settings.most_asked - len(asked)


def _asked_last(knowledge: Knowledge) -> set[str]:
    """Return the discriminators that no step asks, but a follow-up."""
    in_steps = {f for step in knowledge.steps if not step.follow_up for f in step.ask}
    return {one.finding for one in knowledge.discriminators} - in_steps


def _enough(knowledge: Knowledge, answers: Answers, most: int) -> bool | None:
    """Return whether enough was answered, and little enough "not sure", for the scales (4d)."""
    said = [answers[name] for name in answers.keys() & knowledge.once(_for_the_scales)]
    unsure = said.count(UNSURE)
    settings = knowledge.settings

    def suffices(more: int) -> bool:
        total = len(said) + more
        return total - unsure >= settings.least_answered and unsure < settings.unsure_share * total

    if suffices(0):
        return True
    return None if suffices(most) else False


def _for_the_scales(knowledge: Knowledge) -> set[str]:
    return {name for name, finding in knowledge.findings.items() if finding.discriminator}


def _span(facts: Facts, ahead: list[Discriminator], most: int, scale: int) -> Range:
    """Return the least and greatest probability of a scale after at most ``most`` answers.

    Each group takes its own best answers, so the range is never too narrow.
    """
    knowledge, so_far = facts.knowledge, facts.once(_so_far)
    start = knowledge.start.get(facts.get("main_region", UNSURE), (0.5, 0.5))[scale]
    low = high = start / (1 - start)
    reaches = knowledge.once(_reaches)
    coming: dict[str, list[Range]] = {}
    for one in ahead:
        if reach := reaches[(one.nerve, one.muscle)[scale]]:
            coming.setdefault(one.group, []).append(reach)
    for name, group in knowledge.groups.items():
        bounds, now = group[scale], so_far[name][scale]
        if name in coming:
            down, up = _together(coming[name], most)
            low *= _within(now * down, bounds)
            high *= _within(now * up, bounds)
        else:
            here = _within(now, bounds)
            low *= here
            high *= here
    return low / (1 + low), high / (1 + high)


def _so_far(facts: Facts) -> dict[str, list[float]]:
    """Return group -> the products of the [nerve, muscle] ratios of its answers."""
    products = {name: [1.0, 1.0] for name in facts.knowledge.groups}
    for one in facts.once(_applicable):
        if (answer := facts.get(one.finding)) is not None:
            product = products[one.group]
            product[NERVE] *= ratio(one, NERVE, answer)
            product[MUSCLE] *= ratio(one, MUSCLE, answer)
    return products


def _reaches(knowledge: Knowledge) -> dict[Range, Range | None]:
    """Return ratios of (yes, no) -> how far (down, up) an answer can move a scale, if it can."""
    pairs = {pair for one in knowledge.discriminators for pair in (one.nerve, one.muscle)}
    moving = {pair: (min(1.0, *pair), max(1.0, *pair)) for pair in pairs - {SAYS_NOTHING}}
    return {SAYS_NOTHING: None, **moving}


def _together(reaches: list[Range], most: int) -> Range:
    """Return the least and greatest product that at most ``most`` of these answers can have."""
    downs = sorted([down for down, _ in reaches])
    ups = sorted([up for _, up in reaches], reverse=True)
    return prod(downs[:most]), prod(ups[:most])


def _within(value: float, bounds: Range) -> float:
    """Return the value, or the bound that it lies beyond."""
    least, greatest = bounds
    if least <= value <= greatest:
        return value
    return least if value < least else greatest


def possible_labels(
    knowledge: Knowledge, answers: Answers, ahead: list[Discriminator]
) -> list[Label]:
    """Return every label that the questions ahead could lead to, in the order of decision."""
    facts = with_derived(knowledge, answers)
    return _possible(facts, weigh(knowledge, facts, ahead), {one.finding for one in ahead})


def _possible(facts: Facts, evidence: Evidence, coming: set[str]) -> list[Label]:
    found: list[Label] = []
    for label in facts.knowledge.labels:
        holds = _holds(label, evidence, facts, coming)
        if holds is not False:
            found.append(label)
        if holds:
            break
    return found


def _holds(label: Label, evidence: Evidence, facts: Facts, coming: set[str]) -> bool | None:
    """Return whether a label holds: None when only the questions ahead will tell."""
    known = met(label.when, facts)
    if known is None and coming.isdisjoint([name for name, _ in label.when]):
        known = False
    if known is False or not (label.nerve or label.muscle):
        return known
    if evidence.enough is False:
        return False
    sure = known and evidence.enough
    for span, wanted in ((evidence.nerve, label.nerve), (evidence.muscle, label.muscle)):
        inside = not wanted or _inside(span, wanted)
        if inside is False:
            return False
        sure = sure and inside
    return sure


def _inside(span: Range, wanted: Range) -> bool | None:
    (low, high), (least, below) = span, wanted
    if least <= low and high < below:
        return True
    return False if high < least or low >= below else None


def outlook(knowledge: Knowledge, answers: Answers) -> Outlook:
    """Return what the questions that may still be asked could lead to."""
    return with_derived(knowledge, answers).once(_outlook)


def _outlook(facts: Facts) -> Outlook:
    ahead = unanswered(facts.knowledge, facts)
    evidence = weigh(facts.knowledge, facts, ahead)
    return Outlook(ahead, evidence, _possible(facts, evidence, {one.finding for one in ahead}))


def label_of(knowledge: Knowledge, answers: Answers) -> Label:
    """Return the label that the answers given so far lead to."""
    return with_derived(knowledge, answers).once(_label)


def _label(facts: Facts) -> Label:
    """Return the label: where only one is possible any more, it is that one."""
    labels = facts.once(_outlook).labels
    return labels[0] if len(labels) == 1 else possible_labels(facts.knowledge, facts, [])[0]


def next_discriminator(knowledge: Knowledge, answers: Answers) -> str | None:
    """Return the finding to ask next, or None when no set of answers could change the label.

    It is the one that shifts the undecided scales most; one that decides a label by
    itself comes first.
    """
    ahead, evidence, labels = outlook(knowledge, answers)
    if len({(label.id, label.floor) for label in labels}) == 1:
        return None
    deciding = {finding for label in labels for finding, _ in label.when}
    scales = _undecided(evidence, labels)
    return max(
        ahead, key=lambda one: inf if one.finding in deciding else _shift(one, scales)
    ).finding


def _undecided(evidence: Evidence, labels: list[Label]) -> list[int]:
    """Return the scales that still decide between the labels."""
    ranges = ([label.nerve for label in labels], [label.muscle for label in labels])
    spans = (evidence.nerve, evidence.muscle)
    return [
        scale
        for scale in (NERVE, MUSCLE)
        if any(wanted and _inside(spans[scale], wanted) is None for wanted in ranges[scale])
    ]


def _shift(one: Discriminator, scales: list[int]) -> float:
    """Return how far an answer could move the scales."""
    return sum(abs(_swing(one, scale)) for scale in scales)


def _swing(one: Discriminator, scale: int) -> float:
    """Return how far apart yes and no lie on a scale; above 0 if yes is the higher."""
    yes, no = (one.nerve, one.muscle)[scale]
    return log(yes / no)


def unknown(knowledge: Knowledge, answers: Answers, weigh: Range) -> list[tuple[str, float]]:
    """Return (finding, strength) of what has no yes or no, the one that could say most first.

    ``weigh`` says how the (nerve, muscle) ratios count.
    """
    nerve, muscle = weigh
    strengths = {
        one.finding: abs(nerve * _swing(one, NERVE) + muscle * _swing(one, MUSCLE))
        for one in applicable(knowledge, answers)
        if answers.get(one.finding) not in {YES, NO}
    }
    return sorted(strengths.items(), key=lambda pair: -pair[1])


def reasons(knowledge: Knowledge, answers: Answers, weigh: Range) -> list[tuple[str, float]]:
    """Return (finding, strength) of the answers, strongest first; below 0 they speak against.

    ``weigh`` says how the (nerve, muscle) ratios count.
    """
    nerve, muscle = weigh
    given = [one for one in applicable(knowledge, answers) if answers.get(one.finding) in {YES, NO}]
    strengths = {
        one.finding: nerve * log(ratio(one, NERVE, answers[one.finding]))
        + muscle * log(ratio(one, MUSCLE, answers[one.finding]))
        for one in given
    }
    return sorted(strengths.items(), key=lambda pair: -pair[1])

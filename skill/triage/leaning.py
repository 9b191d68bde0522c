"""Nerve or muscle: the two scales, the label they give, and which answer could still change it.

Likelihood ratios, caps, and the order of decision are content (clinical knowledge base, 4c and
its second edition, D); the arithmetic is here. A scale is the sum of the logarithms of the ratios
of the answers, each group within its cap; the two are compared, and nothing is presumed.
"""

from collections.abc import Iterable
from math import inf, log
from typing import NamedTuple

from skill.triage.knowledge import (
    NO,
    YES,
    Answers,
    Condition,
    Discriminator,
    Knowledge,
    Label,
    Range,
)
from skill.triage.rules import Facts, met, with_derived

Sums = tuple[float, float]
"""What the (nerve, muscle) scales stand at, or how far something moves them."""
NOTHING: Sums = (0.0, 0.0)


class Evidence(NamedTuple):
    """How much has been answered, and the range that each scale can still end in."""

    nerve: Range
    muscle: Range
    lead: Range
    """Of nerve over muscle: their difference."""
    enough: bool | None
    """Whether the answers suffice for a label from the scales; None: further ones may."""


class Outlook(NamedTuple):
    """What may still be asked about nerve or muscle, and what it could lead to."""

    ahead: list[Discriminator]
    evidence: Evidence
    labels: list[Label]
    """Every label that is still possible, in the order of decision; that of now is among them."""


class Part(NamedTuple):
    """What one answer moves, as if no other of its group were given."""

    finding: str
    answer: str
    nerve: float
    muscle: float


def applicable(knowledge: Knowledge, answers: Answers) -> list[Discriminator]:
    """Return the discriminators that fit this caller, answered or not."""
    return with_derived(knowledge, answers).once(_applicable)


def _applicable(facts: Facts) -> list[Discriminator]:
    return [one for one in facts.knowledge.discriminators if not one.when or met(one.when, facts)]


def unanswered(knowledge: Knowledge, answers: Answers) -> list[Discriminator]:
    """Return the discriminators that may still be asked.

    Once the most have been asked, only those are left that do not count: a yes to one of them
    decides a label by itself.
    """
    facts = with_derived(knowledge, answers)
    left = _left(facts) > 0
    moving = knowledge.once(_moving)
    return [
        one
        for one in applicable(knowledge, facts)
        if one.finding not in facts and (left or one.finding not in moving)
    ]


def _moving(knowledge: Knowledge) -> set[str]:
    """Return the findings whose answers move a scale; the others count nowhere."""
    return {one.finding for one in knowledge.discriminators if has_moves(one)}


def has_moves(one: Discriminator) -> bool:
    """Return whether an answer moves a scale; where none does, a yes decides a label by itself."""
    return any(ratio != 1 for ratio in (*one.nerve, *one.muscle))


def _moves(knowledge: Knowledge, one: Discriminator) -> list[Sums]:
    """Return how far a yes and a no move the scales; neither where both say nothing."""
    return knowledge.once(_all_moves)[one.nerve, one.muscle]


def _all_moves(knowledge: Knowledge) -> dict[tuple[Range, Range], list[Sums]]:
    return {
        (one.nerve, one.muscle): [
            (log(nerve), log(muscle))
            for nerve, muscle in zip(one.nerve, one.muscle, strict=True)
            if has_moves(one)
        ]
        for one in knowledge.discriminators
    }


def moved(knowledge: Knowledge, one: Discriminator, answer: str | None) -> Sums:
    """Return how far an answer moves the scales: not at all if it says nothing."""
    moves = _moves(knowledge, one)
    return moves[answer == NO] if moves and answer in {YES, NO} else NOTHING


def weigh(knowledge: Knowledge, answers: Answers, ahead: list[Discriminator]) -> Evidence:
    """Return the evidence, with the scales spanning what the questions ahead could do."""
    facts = with_derived(knowledge, answers)
    counted = sum(bool(_moves(knowledge, one)) for one in ahead)
    most = min(_left(facts), counted)
    so_far, coming = facts.once(_so_far), _coming(facts, ahead)
    low, high = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    for name, bounds in caps_of(knowledge).items():
        for at, (least, greatest) in enumerate(
            _reach(so_far[name], coming.get(name, ()), bounds, most)
        ):
            low[at] += least
            high[at] += greatest
    nerve, muscle, lead = zip(low, high, strict=True)
    return Evidence(nerve, muscle, lead, _enough(facts, most))


def caps_of(knowledge: Knowledge) -> dict[str, tuple[Range, Range]]:
    """Return group -> the bounds of its (nerve, muscle) sums."""
    return knowledge.once(_caps)


def _caps(knowledge: Knowledge) -> dict[str, tuple[Range, Range]]:

    def bounds(of: Range) -> Range:
        least, most = of
        return (log(least) if least else -inf, log(most))

    return {name: (bounds(one.nerve), bounds(one.muscle)) for name, one in knowledge.groups.items()}


def _so_far(facts: Facts) -> dict[str, Sums]:
    """Return group -> the (nerve, muscle) sums of its answers, not yet within its caps."""
    knowledge = facts.knowledge
    sums = dict.fromkeys(knowledge.groups, NOTHING)
    for one in facts.once(_applicable):
        if one.finding in facts:
            sums[one.group] = _plus(sums[one.group], moved(knowledge, one, facts[one.finding]))
    return sums


def _plus(sums: Sums, move: Sums) -> Sums:
    return sums[0] + move[0], sums[1] + move[1]


def _coming(facts: Facts, ahead: list[Discriminator]) -> dict[str, list[list[Sums]]]:
    """Return group -> the moves of each question ahead, and of what it may let count besides."""
    knowledge = facts.knowledge
    coming: dict[str, list[list[Sums]]] = {}
    for one in ahead:
        if moves := _moves(knowledge, one):
            coming.setdefault(one.group, []).append(moves)
    names = {one.finding for one in ahead}
    for one in knowledge.once(_bound_to_others):
        waits = met(one.when, facts) is None and not names.isdisjoint(_behind(knowledge, one.when))
        if waits and facts.get(one.finding) in {YES, NO}:
            coming.setdefault(one.group, []).append([moved(knowledge, one, facts[one.finding])])
    return coming


def _bound_to_others(knowledge: Knowledge) -> list[Discriminator]:
    """Return the discriminators that count only with another one's answer."""
    weighed = {one.finding for one in knowledge.discriminators}
    return [
        one
        for one in knowledge.discriminators
        if not weighed.isdisjoint(_behind(knowledge, one.when))
    ]


def _behind(knowledge: Knowledge, condition: Condition) -> set[str]:
    """Return the findings that a condition rests on, those behind derived ones included."""
    ways = knowledge.once(_ways_behind)
    return {behind for name, _ in condition for behind in (name, *ways.get(name, ()))}


def _ways_behind(knowledge: Knowledge) -> dict[str, set[str]]:
    ways: dict[str, set[str]] = {}
    for one in knowledge.derived:
        ways.setdefault(one.id, set()).update(name for name, _ in one.when)
    return ways


def _reach(
    now: Sums, coming: Iterable[list[Sums]], bounds: tuple[Range, Range], most: int
) -> tuple[Range, Range, Range]:
    """Return the range of a group on the nerve scale, the muscle scale, and of the difference.

    The difference is taken over both scales at once: one answer cannot speak for a nerve on the
    one and against a muscle on the other as if it were two.
    """
    points = [(now, 0)]
    for moves in coming:
        points += [
            (_plus(sums, move), used + 1) for sums, used in points if used < most for move in moves
        ]
    within = [(_within(n, bounds[0]), _within(m, bounds[1])) for (n, m), _ in points]
    nerve, muscle = [n for n, _ in within], [m for _, m in within]
    lead = [n - m for n, m in within]
    return (min(nerve), max(nerve)), (min(muscle), max(muscle)), (min(lead), max(lead))


def _within(value: float, bounds: Range) -> float:
    """Return the value, or the bound that it lies beyond."""
    least, greatest = bounds
    if least <= value <= greatest:
        return value
    return least if value < least else greatest


def _left(facts: Facts) -> int:
    """Return how many discriminators may still be asked; what the steps ask does not count."""
    asked = facts.knowledge.once(_moving) & facts.keys() - facts.once(_in_steps)
    return facts.knowledge.settings.most_asked - len(asked)


def _in_steps(facts: Facts) -> set[str]:
    """Return what the steps ask this caller anyway, but for follow-ups."""
    steps = (one for one in facts.knowledge.steps if not one.follow_up)
    return {name for one in steps if met(one.when, facts) for name in one.ask}


def _enough(facts: Facts, most: int) -> bool | None:
    """Return whether enough was answered yes or no for a label from the scales."""
    said = {
        one.finding
        for one in facts.once(_applicable)
        if facts.get(one.finding) in {YES, NO} and _moves(facts.knowledge, one)
    }
    missing = facts.knowledge.settings.least_answered - len(said)
    if missing <= 0:
        return True
    return None if missing <= most else False


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
    known = _met(label.when, facts, coming)
    excepted = bool(label.unless) and _met(label.unless, facts, coming)
    if known is False or excepted is True:
        return False
    told = None if excepted is None else known
    if not label.weighed:
        return told
    if evidence.enough is False:
        return False
    inside = [told, evidence.enough, *_each_inside(label, evidence)]
    return False if False in inside else None if None in inside else True


def _met(condition: Condition, facts: Facts, coming: set[str]) -> bool | None:
    """Return whether a condition holds, where what is not coming will never be known."""
    known = met(condition, facts)
    if known is None and coming.isdisjoint(_behind(facts.knowledge, condition)):
        return False
    return known


def _each_inside(label: Label, evidence: Evidence) -> list[bool | None]:
    """Return of each range of a label whether the scales will end in it."""
    wanted = (label.nerve, label.muscle, label.lead)
    spans = (evidence.nerve, evidence.muscle, evidence.lead)
    return [_inside(span, want) for span, want in zip(spans, wanted, strict=True) if want]


def _inside(span: Range, wanted: Range) -> bool | None:
    (low, high), (least, most) = span, wanted
    if least <= low and high <= most:
        return True
    return False if high < least or low > most else None


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
    return possible_labels(facts.knowledge, facts, [])[0]


def next_discriminator(knowledge: Knowledge, answers: Answers) -> str | None:
    """Return the finding to ask next, or None when none can change the label or its degree.

    It is the one that moves the difference of the scales most; one that decides a label by
    itself comes first, and one that moves nothing is asked for its label only.
    """
    facts = with_derived(knowledge, answers)
    ahead, _, labels = outlook(knowledge, facts)
    if len({(label.id, label.degree) for label in labels}) == 1:
        return None
    deciding = {name for label in labels if not label.weighed for name, _ in label.when}
    worth = {
        one.finding: inf if one.finding in deciding else _shift(facts, one)
        for one in ahead
        if one.finding in deciding or _moves(knowledge, one)
    }
    return max(worth, key=worth.__getitem__, default=None)


def _shift(facts: Facts, one: Discriminator) -> float:
    """Return how far apart a yes and a no would leave the difference of the scales."""
    now, caps = facts.once(_so_far)[one.group], caps_of(facts.knowledge)[one.group]
    leads = [_lead(_plus(now, move), caps) for move in _moves(facts.knowledge, one)]
    return abs(leads[0] - leads[1])


def _lead(sums: Sums, caps: tuple[Range, Range]) -> float:
    return _within(sums[0], caps[0]) - _within(sums[1], caps[1])


def unknown(knowledge: Knowledge, answers: Answers, weigh: Range) -> list[tuple[str, float]]:
    """Return (finding, strength) of what has no yes or no, the one that could say most first.

    ``weigh`` says how the (nerve, muscle) scales count.
    """
    strengths = {}
    for one in applicable(knowledge, answers):
        if answers.get(one.finding) not in {YES, NO} and (moves := _moves(knowledge, one)):
            yes, no = (_counted(move, weigh) for move in moves)
            strengths[one.finding] = abs(yes - no)
    return sorted(strengths.items(), key=lambda pair: -pair[1])


def reasons(knowledge: Knowledge, answers: Answers, weigh: Range) -> list[tuple[str, float]]:
    """Return (finding, strength) of the answers, strongest first; below 0 they speak against.

    ``weigh`` says how the (nerve, muscle) scales count.
    """
    parts = parts_of(knowledge, answers)
    strengths = {one.finding: _counted((one.nerve, one.muscle), weigh) for one in parts}
    return sorted(strengths.items(), key=lambda pair: -pair[1])


def _counted(sums: Sums, weigh: Range) -> float:
    return sums[0] * weigh[0] + sums[1] * weigh[1]


def parts_of(knowledge: Knowledge, answers: Answers) -> list[Part]:
    """Return what each yes or no among the answers moves, in the order of the content."""
    facts = with_derived(knowledge, answers)
    return [
        Part(one.finding, facts[one.finding], *moved(knowledge, one, facts[one.finding]))
        for one in applicable(knowledge, facts)
        if facts.get(one.finding) in {YES, NO} and _moves(knowledge, one)
    ]

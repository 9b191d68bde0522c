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
    UNSURE,
    YES,
    Answers,
    Condition,
    Discriminator,
    Knowledge,
    Label,
    Range,
    Step,
)
from skill.triage.rules import Facts, met, with_derived

PLACE = "main_region"
Sums = tuple[float, float]
"""What the (nerve, muscle) scales stand at, or how far something moves them."""
NOTHING: Sums = (0.0, 0.0)
NO_BOUNDS = (None, None, None)
ANSWERS = frozenset((YES, NO))


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


class Coming(NamedTuple):
    """What may still move a group, or may not."""

    moves: list[Sums]
    """Of each answer that it can have."""
    counts: bool
    """Whether it takes one of the questions that may be asked."""


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
    rows = facts.knowledge.once(_rows_of_places)
    return [one for one, rest in rows.get(facts.get(PLACE, ""), ()) if not rest or met(rest, facts)]


def _rows_of_places(knowledge: Knowledge) -> dict[str, list[tuple[Discriminator, Condition]]]:
    """Return place, or "" -> its discriminators, each with what it asks for besides the place."""
    rows: dict[str, list[tuple[Discriminator, Condition]]] = {}
    for place in (*knowledge.findings[PLACE].values, UNSURE, ""):
        for one in knowledge.discriminators:
            if all(place in values for name, values in one.when if name == PLACE):
                rest = tuple(part for part in one.when if part[0] != PLACE)
                rows.setdefault(place, []).append((one, rest))
    return rows


def unanswered(knowledge: Knowledge, answers: Answers) -> list[Discriminator]:
    """Return the discriminators that may still be asked.

    Once the most have been asked, only those are left that do not count: a yes to one of them
    decides a label by itself, or a step asks it of everyone.
    """
    facts = with_derived(knowledge, answers)
    left, counted = _left(facts) > 0, facts.once(_counted_ones)
    return [
        one
        for one in applicable(knowledge, facts)
        if one.finding not in facts and (left or one.finding not in counted)
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


def weigh(knowledge: Knowledge, answers: Answers, ahead: list[Discriminator]) -> Evidence:
    """Return the evidence, with the scales spanning what the questions ahead could do."""
    facts = with_derived(knowledge, answers)
    so_far, caps = facts.once(_so_far), caps_of(knowledge)
    if not ahead:
        nerve, muscle = _stand(so_far, caps)
        lead = nerve - muscle
        return Evidence((nerve, nerve), (muscle, muscle), (lead, lead), _enough(facts, 0))
    coming = _coming(facts, ahead)
    most = max(_left(facts), 0)
    low, high = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    for name, bounds in caps.items():
        reach = _reach(so_far[name], coming.get(name, ()), bounds, most)
        for at, (least, greatest) in enumerate(reach):
            low[at] += least
            high[at] += greatest
    nerve_span, muscle_span, lead_span = zip(low, high, strict=True)
    moving = {one.finding for one in ahead} & knowledge.once(_moving)
    counted = len(moving & facts.once(_counted_ones))
    enough = _enough(facts, len(moving) - counted + min(most, counted))
    return Evidence(nerve_span, muscle_span, lead_span, enough)


def _stand(sums: dict[str, Sums], caps: dict[str, tuple[Range, Range]]) -> Sums:
    """Return what both scales come to, each group within its caps."""
    nerve = muscle = 0.0
    for name, (nerve_caps, muscle_caps) in caps.items():
        n, m = sums[name]
        nerve += min(max(n, nerve_caps[0]), nerve_caps[1])
        muscle += min(max(m, muscle_caps[0]), muscle_caps[1])
    return nerve, muscle


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
    all_moves = facts.knowledge.once(_all_moves)
    sums = dict.fromkeys(facts.knowledge.groups, NOTHING)
    for one in facts.once(_applicable):
        answer, moves = facts.get(one.finding), all_moves[one.nerve, one.muscle]
        if moves and answer in ANSWERS:
            (nerve, muscle), (n, m) = sums[one.group], moves[answer == NO]
            sums[one.group] = nerve + n, muscle + m
    return sums


def _coming(facts: Facts, ahead: list[Discriminator]) -> dict[str, list[Coming]]:
    """Return group -> each question ahead, and what it may let count besides."""
    all_moves, counted = facts.knowledge.once(_all_moves), facts.once(_counted_ones)
    coming: dict[str, list[Coming]] = {}
    for one in ahead:
        if moves := all_moves[one.nerve, one.muscle]:
            coming.setdefault(one.group, []).append(Coming(moves, one.finding in counted))
    for one in facts.knowledge.once(_bound_to_others):
        answer = facts.get(one.finding)
        if answer in ANSWERS and met(one.when, facts) is None:
            said = _moves(facts.knowledge, one)[answer == NO]
            coming.setdefault(one.group, []).append(Coming([said], counts=False))
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
    now: Sums, coming: Iterable[Coming], bounds: tuple[Range, Range], most: int
) -> tuple[Range, Range, Range]:
    """Return the range of a group on the nerve scale, the muscle scale, and of the difference.

    The difference is taken over both scales at once: one answer cannot speak for a nerve on the
    one and against a muscle on the other as if it were two.
    """
    points = [(*now, 0)]
    for moves, counts in coming:
        for n, m, used in points[:]:
            if used + counts <= most:
                for more_n, more_m in moves:
                    points.append((n + more_n, m + more_m, used + counts))
    (low_n, high_n), (low_m, high_m) = bounds
    nerve, muscle, lead = [], [], []
    for sum_n, sum_m, _ in points:
        n, m = min(max(sum_n, low_n), high_n), min(max(sum_m, low_m), high_m)
        nerve.append(n)
        muscle.append(m)
        lead.append(n - m)
    return (min(nerve), max(nerve)), (min(muscle), max(muscle)), (min(lead), max(lead))


def _left(facts: Facts) -> int:
    """Return how many of the discriminators that count may still be asked."""
    return facts.knowledge.settings.most_asked - len(facts.once(_counted_ones) & facts.keys())


def _counted_ones(facts: Facts) -> set[str]:
    """Return what moves a scale and no step asks of this caller, but as a follow-up."""
    steps = facts.knowledge.once(_steps_that_move)
    asked = {name for one in steps if met(one.when, facts) for name in one.ask}
    return facts.knowledge.once(_moving) - asked


def _steps_that_move(knowledge: Knowledge) -> list[Step]:
    moving = knowledge.once(_moving)
    return [one for one in knowledge.steps if not one.follow_up and moving & {*one.ask}]


def _enough(facts: Facts, most: int) -> bool | None:
    """Return whether enough was answered yes or no for a label from the scales."""
    all_moves = facts.knowledge.once(_all_moves)
    said = {
        one.finding
        for one in facts.once(_applicable)
        if all_moves[one.nerve, one.muscle] and facts.get(one.finding) in ANSWERS
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
    for label, rests_on in facts.knowledge.once(_plans):
        known = met(label.when, facts)
        if known is False or (known is None and coming.isdisjoint(rests_on)):
            continue
        if label.unless and met(label.unless, facts):
            continue
        holds = _by_scales(label, evidence, known=known)
        if holds is not False:
            found.append(label)
        if holds:
            break
    return found


def _plans(knowledge: Knowledge) -> list[tuple[Label, set[str]]]:
    """Return the labels, each with what its condition rests on.

    Exceptions are danger signs, which are asked before: no question ahead can bring one.
    """
    return [(one, _behind(knowledge, one.when)) for one in knowledge.labels]


def _by_scales(label: Label, evidence: Evidence, *, known: bool | None) -> bool | None:
    """Return whether a label holds whose condition does, or may: None when what comes will tell."""
    bounds = (label.nerve, label.muscle, label.lead)
    if bounds == NO_BOUNDS:
        return known
    if evidence.enough is False:
        return False
    sure = known and evidence.enough
    for span, wanted in zip(evidence[:3], bounds, strict=True):
        if wanted:
            (low, high), (least, most) = span, wanted
            if high < least or low > most:
                return False
            sure = sure and least <= low and high <= most
    return sure or None


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
    (now_n, now_m), caps = facts.once(_so_far)[one.group], caps_of(facts.knowledge)[one.group]
    leads = []
    for n, m in _moves(facts.knowledge, one):
        (low_n, high_n), (low_m, high_m) = caps
        nerve, muscle = min(max(now_n + n, low_n), high_n), min(max(now_m + m, low_m), high_m)
        leads.append(nerve - muscle)
    return abs(leads[0] - leads[1])


def unknown(knowledge: Knowledge, answers: Answers, weigh: Range) -> list[tuple[str, float]]:
    """Return (finding, strength) of what has no yes or no, the one that could say most first.

    ``weigh`` says how the (nerve, muscle) scales count.
    """
    strengths, all_moves = {}, knowledge.once(_all_moves)
    for one in applicable(knowledge, answers):
        moves = all_moves[one.nerve, one.muscle]
        if moves and answers.get(one.finding) not in ANSWERS:
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
    facts, all_moves = with_derived(knowledge, answers), knowledge.once(_all_moves)
    return [
        Part(one.finding, answer, *moves[answer == NO])
        for one in applicable(knowledge, facts)
        if (answer := facts.get(one.finding)) in ANSWERS
        and (moves := all_moves[one.nerve, one.muscle])
    ]

"""The result: level, leaning with reasons, whom to see, safety net, and what helps at home."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from skill.triage.interview import READ_BACK, Ask, level_of
from skill.triage.knowledge import (
    NO,
    UNSURE,
    YES,
    Answers,
    Item,
    Knowledge,
    Label,
    Level,
    Professional,
)
from skill.triage.leaning import label_of, reasons, unknown
from skill.triage.rules import Facts, Fired, fired, met, red_flag_raised, with_derived

PAGES = ("tips", "tips_2", "tips_3", "tips_4")
"""The marks among the answers that tips are wanted, and then more of them."""
TIPS = PAGES[0]
UNCLEAR = "unclear"
EACH_SCALE = ((1, 0), (0, 1))
"""How the ratios speak for a nerve alone, and for a muscle alone."""
QUESTIONS_MOST = 3
"""Questions before a page of tips."""


class Assessment(NamedTuple):
    """What the answers come to."""

    level: Level
    fired: tuple[Fired, ...]
    label: Label
    decided: bool
    """Whether the label is spoken."""
    for_it: tuple[str, ...]
    """At most two findings, the strongest first."""
    against: str
    """The finding that speaks most against the label, or ""."""
    unknown: str
    """The finding without a yes or no that could say most about the label, or ""."""
    professional: str
    later: str
    safety_net: tuple[str, ...]


def assess(knowledge: Knowledge, answers: Answers) -> Assessment:
    """Return the result of the answers; its level is the highest that any rule reaches."""
    return with_derived(knowledge, answers).once(_assess)


def _assess(facts: Facts) -> Assessment:
    knowledge = facts.knowledge
    label, level = label_of(knowledge, facts), level_of(knowledge, facts)
    for_it, against = _reasons(facts, label)
    first, later = _professionals(facts, level, label)
    return Assessment(
        level=level,
        fired=tuple(fired(knowledge, facts, final=True)),
        label=label,
        decided=_decided(knowledge, facts, level, label),
        for_it=for_it,
        against=against,
        unknown=_unknown_sign(knowledge, facts, label),
        professional=first,
        later=later,
        safety_net=tuple(
            dict.fromkeys(
                [
                    one.id
                    for one in knowledge.safety_net
                    if level in one.levels
                    and met(one.when, facts)
                    and not (one.unless and met(one.unless, facts))
                ]
            )
        ),
    )


def _decided(knowledge: Knowledge, answers: Answers, level: Level, label: Label) -> bool:
    """Return whether the leaning is spoken.

    Not in an emergency, not on answers that cannot be trusted, and not that it cannot be told
    where a danger sign gives another reason. Where a clinician is needed within a day, only some
    leanings are, and none beside a sign of another cause (second edition, D).
    """
    if level >= Level.EMERGENCY or answers.get(READ_BACK) == NO:
        return False
    if level < Level.CONSULTATION_24:
        return label.leaning != UNCLEAR or not red_flag_raised(knowledge, answers)
    causes = knowledge.other_causes.get(label.leaning)
    return causes is not None and not any(met(sign, answers) for sign in causes)


def _reasons(facts: Facts, label: Label) -> tuple[tuple[str, ...], str]:
    """Return the two strongest reasons for a label and the strongest against it.

    A label that speaks of both has one reason from each scale. What is derived is no reason:
    nobody said it.
    """
    if not label.weighed:
        told = [name for name, _ in label.when if facts.answers.get(name) == YES]
        return tuple(told[:2]), ""
    strengths = reasons(facts.knowledge, facts, label.weigh)
    if max(label.weigh) <= 0:
        # It is told that it is neither: what was denied speaks for that, what was so against it.
        strengths = [
            (name, strength)
            for name, strength in strengths
            if (strength > 0) is (facts.answers[name] == NO)
        ]
    name, strength = strengths[-1]
    against = name if strength < 0 else ""
    if min(label.weigh) > 0:
        each = [reasons(facts.knowledge, facts, weigh)[0][0] for weigh in EACH_SCALE]
        return tuple(dict.fromkeys(each)), against
    return tuple(name for name, strength in strengths if strength > 0)[:2], against


def _unknown_sign(knowledge: Knowledge, answers: Answers, label: Label) -> str:
    """Return the sign that would say most about a label from the scales, and is not known."""
    open_signs = [name for name, strength in unknown(knowledge, answers, label.weigh) if strength]
    return open_signs[0] if open_signs else ""


def _professionals(facts: Facts, level: Level, label: Label) -> tuple[str, str]:
    """Return the first door, and the one that a doctor may open later or ""."""
    raised = red_flag_raised(facts.knowledge, facts)

    def fits(one: Professional) -> bool:
        return (
            level in one.levels
            and (not one.labels or label.id in one.labels)
            and met(one.when, facts) is True
            and not (one.no_red_flag and raised)
        )

    fitting = [one for one in facts.knowledge.professionals if fits(one)]
    first = next((one.id for one in fitting if not one.later), "")
    later = next((one.id for one in fitting if one.later), "")
    return first, later


def advice_allowed(knowledge: Knowledge, answers: Answers) -> bool:
    """Return whether self-care may be read: level, adult, and no red flag yes or unsure (6)."""
    facts = with_derived(knowledge, answers)
    return (
        facts.get("adult_18_plus") == YES
        and not red_flag_raised(knowledge, facts)
        and level_of(knowledge, facts) in knowledge.settings.advice_levels
    )


def advice_ask(knowledge: Knowledge, answers: Answers) -> Ask | None:
    """Return the next thing that the first items depend on and is not answered yet, or None.

    The items are those that fitted when these tips were asked for, so that the questions stay few
    (clinical knowledge base, 6).
    """
    before = _before_page(answers)
    wanted = _wanted(knowledge, before, _told_before(knowledge, answers))
    for name in wanted:
        if name not in answers:
            return Ask(name, (name,))
    return None


def _wanted(knowledge: Knowledge, answers: Answers, told: tuple[str, ...]) -> list[str]:
    """Return the findings on which the next items depend, after those that were told."""
    facts = with_derived(knowledge, answers)
    hoped = (item for item in _fitting_items(facts, hoped=True) if item.id not in told)
    wanted = dict.fromkeys(
        finding
        for item in islice(hoped, knowledge.settings.advice_most)
        for finding in _depends_on(knowledge, item)
        if finding in knowledge.findings and _unknown(facts, finding)
    )
    return list(wanted)[:QUESTIONS_MOST]


def advice(knowledge: Knowledge, answers: Answers) -> tuple[str, ...]:
    """Return the self-care items to read, most useful first; none whose block is not ruled out.

    Once more tips were asked for, those that follow the ones already read.
    """
    facts = with_derived(knowledge, answers)
    if not advice_allowed(knowledge, facts):
        return ()
    safe = _safe_items(facts, _told_before(knowledge, facts))
    return tuple(islice(safe, knowledge.settings.advice_most))


def _safe_items(facts: Facts, told: tuple[str, ...]) -> Iterator[str]:
    """Yield the items to read, after those that were told."""
    for item in _fitting_items(facts):
        if item.id not in told and not any(_unknown(facts, name) for name in item.blocked_by):
            yield item.id


def next_page(knowledge: Knowledge, answers: Answers) -> str:
    """Return the mark that asks for more tips, or "" when there are no more that could be safe."""
    facts = with_derived(knowledge, answers)
    left = [page for page in PAGES if page not in facts]
    if not left or not advice_allowed(knowledge, facts):
        return ""
    told = _told(knowledge, facts)
    return left[0] if any(_safe_items(facts, told)) or _wanted(knowledge, facts, told) else ""


def _before_page(answers: Answers) -> Answers:
    """Return the answers before the last time that tips were asked for; all when never."""
    names = list(answers)
    places = [names.index(page) for page in PAGES if page in answers]
    return {name: answers[name] for name in names[: places[-1]]} if places else answers


def _told_before(knowledge: Knowledge, answers: Answers) -> tuple[str, ...]:
    """Return the items that were read before more tips were asked for."""
    return _told(knowledge, _before_page(answers))


def _told(knowledge: Knowledge, answers: Answers) -> tuple[str, ...]:
    """Return the items that were read so far, those of the last page among them."""
    if TIPS not in answers:
        return ()
    return _told_before(knowledge, answers) + advice(knowledge, answers)


def _depends_on(knowledge: Knowledge, item: Item) -> list[str]:
    """Return what an item's blocks and conditions rest on, derived or not."""
    suits = [name for name, _ in item.when]
    named = {*item.blocked_by, *suits}
    behind = [f for one in knowledge.derived if one.id in named for f, _ in one.when]
    return [*behind, *suits, *item.blocked_by]


def _may_suit(facts: Facts, item: Item) -> bool:
    """Return whether advice-safety findings alone decide if an item suits the caller."""
    if met(item.when, facts) is not None:
        return False
    findings = facts.knowledge.findings
    behind = [name for name in _depends_on(facts.knowledge, item) if name not in item.blocked_by]
    asked = (name for name in behind if name in findings and name not in facts)
    return all(findings[name].advice_safety for name in asked)


def _fitting_items(facts: Facts, *, hoped: bool = False) -> Iterator[Item]:
    """Yield the items that suit the caller and that no answer forbids, one of a kind.

    With ``hoped``, those that an answer still to come may make suit are among them.
    """
    label = label_of(facts.knowledge, facts).id
    kinds: set[str] = set()
    for item in facts.knowledge.items:
        if item.kind in kinds or (item.labels and label not in item.labels):
            continue
        suits = met(item.when, facts) or (hoped and _may_suit(facts, item))
        if suits and not _forbidden(facts, item):
            kinds.add(item.kind)
            yield item


def _forbidden(facts: Facts, item: Item) -> bool:
    """Return whether what is known speaks against an item."""
    return not facts.once(_not_denied).isdisjoint(item.blocked_by)


def _not_denied(facts: Facts) -> set[str]:
    return {name for name, answer in facts.items() if answer in {YES, UNSURE}}


def _unknown(facts: Facts, name: str) -> bool:
    """Return whether a block is open: an advice-safety finding of this caller without an answer.

    A red flag of another place that was never asked counts as no (clinical knowledge base, 6).
    """
    finding = facts.knowledge.findings.get(name)
    if finding is None:
        return name not in facts
    asked_of_caller = met(finding.only_if, facts) is not False
    return finding.advice_safety and asked_of_caller and name not in facts

"""That every interview ends: each reply records something, and there is only so much to record."""

from collections.abc import Callable, Iterator
from itertools import combinations
from time import perf_counter

from skill.triage.interview import Ask
from skill.triage.knowledge import EACH, NO, UNSURE, YES, Answers, Condition, Knowledge, Step
from skill.triage.rules import met
from skill.workshop.proofs.interviews import PLACE, Reply, replies
from skill.workshop.proofs.verdicts import Broken, Verdict

STAGES = {"": 0, NO: 0, YES: 1, UNSURE: 1, EACH: 2}
"""What opened the signs of a step goes on, or back once one of them has its answer."""

Replies = Callable[[Knowledge, Ask, str], Iterator[Reply]]


def ends(knowledge: Knowledge, to: Replies = replies) -> Verdict:
    """Return whether every reply to every kind of question gets on (f), and the most replies.

    A step is asked as long as one of its findings has no answer, a question of the leaning until
    it has one, and the read-back once. So what gets on with each of them comes to an end.
    """
    started = perf_counter()
    count, stuck = 0, []
    for due, opened in questions(knowledge):
        for reply in to(knowledge, due, opened):
            count += 1
            if not _gets_on(due, opened, dict(reply)):
                stuck.append(Broken(f"{due.step}: a reply that records nothing", dict(reply)))
    places = (*knowledge.findings[PLACE].values, UNSURE)
    found = tuple(f"{place}: at most {most_replies(knowledge, place)} replies" for place in places)
    seconds = perf_counter() - started
    return Verdict("f", f"{count:,} replies", seconds, tuple(stuck), found)


def questions(knowledge: Knowledge) -> Iterator[tuple[Ask, str]]:
    """Yield every question that steps and leaning can ask, with what opened its signs, or ""."""
    yield from ((Ask(name, (name,)), "") for name in knowledge.findings)
    for step in knowledge.steps:
        if step.choices:
            yield Ask(step.id, step.ask), ""
            continue
        for many in range(2, len(step.ask) + 1):
            for signs in combinations(step.ask, many):
                yield from ((Ask(step.id, signs), opened) for opened in ("", YES, UNSURE))


def _gets_on(due: Ask, opened: str, reply: Answers) -> bool:
    """Return whether a reply answers something that is open, or opens it further."""
    further = STAGES.get(reply.get(due.step, ""), 0) > STAGES[opened]
    return further or not reply.keys().isdisjoint(due.findings)


def most_replies(knowledge: Knowledge, place: str) -> int:
    """Return more replies than any interview about a place can take.

    Every finding of a step that fits the place, each step of several signs opened before each of
    them, and every question of the leaning, though no caller hears them all.
    """
    steps = [step for step in knowledge.steps if _may_fit(step.when, place)]
    several = [step for step in steps if len(step.ask) > 1 and not step.choices]
    asked = {name for step in steps for name in _asks(knowledge, step, place)}
    weighed = {one.finding for one in knowledge.discriminators if _may_fit(one.when, place)}
    return len(asked | weighed) + sum(len(step.ask) for step in several) + 1


def _asks(knowledge: Knowledge, step: Step, place: str) -> list[str]:
    findings = knowledge.findings
    return [name for name in step.ask if _may_fit(findings[name].only_if, place)]


def _may_fit(condition: Condition, place: str) -> bool:
    """Return whether the place does not rule a condition out."""
    return met(condition, {PLACE: place}) is not False

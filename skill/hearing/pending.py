"""What is pending, as hearing needs it: which signs and values a reply may name."""

from collections.abc import Iterable

from skill.dialogue.questions import expects, opened, pending, step_of, values_pending
from skill.dialogue.session import Session
from skill.hearing.sentence import Asked
from skill.triage.knowledge import YES, Finding, Knowledge


def asked_in(knowledge: Knowledge, session: Session | None) -> Asked:
    """Return what a session waits for; None waits for the first words."""
    if session is None:
        return Asked()
    kind = expects(knowledge, session)
    due = () if session.told else pending(knowledge, session).findings
    values = values_pending(knowledge, session) if kind == "option" else ()
    return asked_about(
        knowledge, kind, due, values, which=kind == "screen" and bool(opened(session))
    )


def asked_about(
    knowledge: Knowledge,
    kind: str,
    findings: Iterable[str],
    values: tuple[str, ...] = (),
    *,
    which: bool = False,
) -> Asked:
    """Return what is pending where these findings are asked about, in a reply of this kind."""
    due = [knowledge.findings[name] for name in findings]
    named = {
        said: finding.id
        for finding in due
        for said, meant in finding.means.items()
        if meant == YES and said in knowledge.findings
    }
    signs = named | {finding.id: finding.id for finding in due if not finding.values}
    means = frozenset(said for finding in due for said in finding.means)
    if kind == "yesno":
        # Values that are offered one by one: who says no may name the right one at once.
        means = means.union(*(finding.values for finding in due))
    if kind == "option":
        values = values or next((one.values for one in due if one.values), ())
        return Asked(kind, {}, values, which, means, _choice_of(knowledge, due))
    return Asked(kind, signs, values, which, means)


def _choice_of(knowledge: Knowledge, due: Iterable[Finding]) -> dict[str, str]:
    """Return each finding of a choice that is there with one of its values alone."""
    names = {one.id for one in due}
    choices = next((one.choices for one in knowledge.steps if {*one.ask} == names), {})
    with_it = {
        name: [value for value, rows in choices.items() if (name, YES) in rows] for name in names
    }
    return {name: values[0] for name, values in with_it.items() if len(values) == 1}


def choices_of(knowledge: Knowledge, findings: Iterable[str]) -> tuple[str, ...]:
    """Return the values of the choice that records all these findings, or nothing."""
    names = {*findings}
    steps = (step_of(knowledge, one.id) for one in knowledge.steps)
    return next((one.values for one in steps if one and one.choices and {*one.ask} == names), ())

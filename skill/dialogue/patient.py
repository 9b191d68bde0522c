"""What somebody replies whose answers are known: a patient of a story, a caller of a dialog.

Owns how answers by finding become a reply to one question, to several signs, or to a choice.
"""

from collections.abc import Callable

from skill.dialogue.acts import NONE, UNSURE, YES, Act, age, choose, lasted, tell
from skill.dialogue.questions import opened, pending, step_of
from skill.dialogue.session import Session
from skill.triage import knowledge as core
from skill.triage.knowledge import Answers, Knowledge, Step

AGE = "age_band"

Says = Callable[[str], str]
"""Finding -> "yes", "no", "unsure", a value, or a number where one fits."""


def reply_of(knowledge: Knowledge, session: Session, says: Says) -> Act:
    """Return the reply to the question that is pending: a finding, several signs or a choice.

    What was told, the read-back and an offer are no such question.
    """
    due = pending(knowledge, session)
    said = {name: says(name) for name in due.findings}
    if len(said) > 1:
        return _to_several(knowledge, session, said)
    ((name, value),) = said.items()
    finding = knowledge.findings[name]
    if session.offered >= 0:
        return YES if finding.offers[session.offered] == value else Act(core.NO)
    if value == core.UNSURE:
        return UNSURE
    if not finding.values:
        return Act(value)
    numbered = {AGE: age, "duration": lasted}.get(name)
    return numbered(value) if numbered else choose(name, value)


def _to_several(knowledge: Knowledge, session: Session, said: Answers) -> Act:
    """Return the reply to several findings that are asked in one question."""
    step = step_of(knowledge, session.asking)
    if step is not None and step.choices:
        return _to_choice(step, said)
    values = said.values()
    if how := opened(session):
        named = [(name, core.YES) for name, value in said.items() if value == how]
        return tell(*named) if named else NONE
    return YES if core.YES in values else UNSURE if core.UNSURE in values else NONE


def _to_choice(step: Step, said: Answers) -> Act:
    """Return the value of a choice that fits the answers, or what no single value says."""
    for value in step.values:
        if dict(step.choices[value]) == said:
            return choose(step.id, value)
    if yes := [(name, core.YES) for name, value in said.items() if value == core.YES]:
        return tell(*yes)
    return UNSURE

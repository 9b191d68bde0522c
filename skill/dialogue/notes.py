"""The note for a professional, which a caller can ask for: plain words, no advice."""

from collections.abc import Iterator

from skill.dialogue.turns import Phrase, phrase
from skill.triage.assessment import assess
from skill.triage.knowledge import NO, UNSURE, YES, Answers, Knowledge

ADULT = "adult_18_plus"


def note(knowledge: Knowledge, answers: Answers) -> tuple[Phrase, ...]:
    """Return the title of a card, then its text: how soon, who, where, how long, and the signs."""
    level = assess(knowledge, answers).level
    return (
        phrase("say.card_title_send"),
        phrase("say.note_intro", level=phrase(f"level.{level.id}.title")),
        *_who_and_where(knowledge, answers),
        *_signs(knowledge, answers),
        phrase("say.disclaimer"),
    )


def _who_and_where(knowledge: Knowledge, answers: Answers) -> Iterator[Phrase]:
    """Yield age, place, time and grade of pain, as far as they are known."""
    if answers.get(ADULT) == NO:
        yield phrase(f"question.{ADULT}.note")
    for name, value in answers.items():
        if name in knowledge.findings and value in knowledge.findings[name].values:
            yield phrase(f"question.{name}.value.{value}.note")


def _signs(knowledge: Knowledge, answers: Answers) -> Iterator[Phrase]:
    """Yield the signs by answer; of the denied ones only those that a professional asks first."""
    asked = [knowledge.findings[name] for name in answers if name in knowledge.findings]
    signs = [one for one in asked if not one.values and one.id != ADULT]
    for answer in (YES, UNSURE, NO):
        for one in signs:
            if answers[one.id] == answer and (answer != NO or one.gate or one.discriminator):
                yield phrase(f"say.note_{answer}", sign=phrase(f"question.{one.id}.note"))

"""Behind the words: what the core makes of a session, in the words of a locale.

Everything here is worked out again from the session attributes; nothing is kept. It shows the
conversation what it is made of and changes nothing.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from skill import library
from skill.dialogue.session import Session, load
from skill.doors.web.bodies import Json, body, field, locale_of
from skill.telling.picture import Drawing
from skill.telling.svg import Trail, is_on, svg
from skill.telling.words import Words, names
from skill.triage.interview import Ask, level_of, questions_ahead, reached
from skill.triage.knowledge import EACH, NO, UNSURE, YES, Answers, Discriminator, Knowledge, Level
from skill.triage.leaning import label_of, parts_of, possible_labels, unanswered, weigh
from skill.triage.rules import Fired, fired, with_derived

PLACE = "main_region"
ONE_BY_ONE = "asked one by one"


class Inside(NamedTuple):
    """What is looked at: the medicine, its words, and a session."""

    knowledge: Knowledge
    words: Words
    session: Session

    @property
    def answers(self) -> Answers:
        """Return the answers that count."""
        return self.session.answers


def inside() -> Blueprint:
    """Return the routes that look behind the words."""
    routes = Blueprint("inside", __name__)

    @routes.post("/inside")
    def shown() -> ResponseReturnValue:
        return jsonify(look(_opened()))

    @routes.post("/map")
    def drawn() -> ResponseReturnValue:
        return jsonify(pictures=pictures(_opened()))

    return routes


def _opened() -> Inside:
    """Return what the body's session and locale lead to; a new session when it has none."""
    content = body()
    locale, knowledge = locale_of(content), library.knowledge()
    session = load(knowledge, field(content, "attributes", Json())) or Session()
    return Inside(knowledge, Words(knowledge, library.locale_texts(locale), names()), session)


def look(opened: Inside) -> Json:
    """Return everything that the panel shows, but the JSON that went in and out."""
    return {
        "session": session_told(opened),
        "level": _level(opened, reached(opened.knowledge, opened.answers)),
        "rules": [_rule(opened, one) for one in fired(opened.knowledge, opened.answers)],
        "scales": scales(opened),
        "labels": labels(opened),
        "remaining": remaining(opened),
        "ahead": [_ask(opened, one) for one in questions_ahead(opened.knowledge, opened.answers)],
    }


# --- the session --------------------------------------------------------------------------------


def session_told(opened: Inside) -> Json:
    """Return the session in words: each answer, and what else is remembered."""
    session = opened.session
    rest = session._asdict()
    del rest["history"]
    return {
        "answers": [_answer(opened, *one) for breath in session.history for one in breath],
        "rest": {name: value for name, value in rest.items() if value not in ("", (), False)},
    }


def _answer(opened: Inside, name: str, value: str) -> Json:
    return {"id": name, "asked": _named(opened, name), "answer": _said(opened, name, value)}


def _said(opened: Inside, name: str, value: str) -> str:
    """Return an answer as it is told: the name of a choice's value, or yes, no, unsure."""
    finding = opened.knowledge.findings.get(name)
    if finding and value in finding.values:
        return opened.words.value(name, value)
    return ONE_BY_ONE if value == EACH else value


def _named(opened: Inside, name: str) -> str:
    """Return a finding, step, kind of words or mark as briefly as there are words for it."""
    words = opened.words
    if name in opened.knowledge.findings:
        return words.item(name)
    if step := next((one for one in opened.knowledge.steps if one.id == name), None):
        return words.asked(step)
    return words.name("words", name)


def _ask(opened: Inside, ask: Ask) -> Json:
    name = ask.step if ask.is_screen or not ask.findings else ask.findings[0]
    return {"id": ask.step, "asked": _named(opened, name), "items": len(ask.findings)}


# --- the rules ----------------------------------------------------------------------------------


def _level(opened: Inside, level: Level) -> Json:
    return {"id": level.id, "name": opened.words.level(level)}


def _rule(opened: Inside, one: Fired) -> Json:
    """Return a rule that reached its level: its condition in words, its reason, its sources."""
    sources = library.sources()
    return {
        "id": one.id,
        "level": _level(opened, one.level),
        "told": list(_told(opened, one)),
        "why": sources["why"].get(one.id, ""),
        "sources": [sources["source"][key] for key in _source_keys(one)],
    }


def _told(opened: Inside, one: Fired) -> Iterator[str]:
    """Yield what made a rule reach its level, in words."""
    rule = next((rule for rule in opened.knowledge.rules if rule.id == one.id), None)
    if rule:
        yield from (term.text for term in opened.words.terms(rule.when))
    elif one.id.startswith("unsure."):
        yield from (
            term.text for name in one.because for term in opened.words.terms(((name, (UNSURE,)),))
        )
    else:
        yield _named(opened, one.id)


def _source_keys(one: Fired) -> list[str]:
    """Return the keys of the sources behind a rule, words, step, or "not sure"."""
    sources = library.sources()
    for kind in ("rule", "words", "step"):
        if one.id in sources[kind]:
            return list(sources[kind][one.id])
    keys = (key for name in one.because for key in sources["finding"].get(name, ()))
    return list(dict.fromkeys(keys))


# --- nerve or muscle ----------------------------------------------------------------------------


def scales(opened: Inside) -> Json:
    """Return both scales after each reply, what each answer moved, and where each can still end.

    A scale is a sum of logarithms of ratios: 0 says nothing either way.
    """
    evidence = weigh(opened.knowledge, opened.answers, coming(opened))
    return {
        "moves": [_point(opened, length) for length in range(len(opened.session.history) + 1)],
        "parts": parts(opened),
        "nerve": [_rounded(one) for one in evidence.nerve],
        "muscle": [_rounded(one) for one in evidence.muscle],
        "enough": evidence.enough,
    }


def parts(opened: Inside) -> list[Json]:
    """Return what each answer moved, the one that moved the difference of the scales most first."""
    told = sorted(
        parts_of(opened.knowledge, opened.answers), key=lambda one: -abs(one.nerve - one.muscle)
    )
    return [
        {
            "id": one.finding,
            "asked": opened.words.item(one.finding),
            "answer": one.answer,
            "nerve": _rounded(one.nerve),
            "muscle": _rounded(one.muscle),
        }
        for one in told
    ]


def _point(opened: Inside, length: int) -> Json:
    """Return where the scales stood after the first replies, and what the last was about."""
    history = opened.session.history[:length]
    answers = opened.session.with_history(history).answers
    nerve, muscle = _scales(opened, answers)
    last = history[-1][-1][0] if history else ""
    about = _named(opened, last) if last else ""
    return {"nerve": _rounded(nerve), "muscle": _rounded(muscle), "about": about}


def labels(opened: Inside) -> Json:
    """Return the leaning as the answers stand, and every one that is still possible."""
    knowledge, answers = opened.knowledge, opened.answers
    possible = possible_labels(knowledge, answers, coming(opened))
    return {
        "now": opened.words.leaning(label_of(knowledge, answers)),
        "possible": list(dict.fromkeys(opened.words.leaning(one) for one in possible)),
        "level": _level(opened, level_of(knowledge, answers)),
    }


def coming(opened: Inside) -> list[Discriminator]:
    """Return the discriminators that may still be asked of this caller.

    Once the level calls for a clinician within a day, only those that a step asks anyway.
    """
    knowledge, answers = opened.knowledge, opened.answers
    ahead = {name for ask in questions_ahead(knowledge, answers) for name in ask.findings}
    urgent = reached(knowledge, answers) >= Level.CONSULTATION_24
    open_ones = unanswered(knowledge, answers) if ahead else []
    return [one for one in open_ones if one.finding in ahead or not urgent]


def remaining(opened: Inside) -> list[Json]:
    """Return the open questions about nerve or muscle, the one that could move most first."""
    told = [_moved(opened, one) for one in coming(opened)]
    return sorted(told, key=lambda one: -one["most"])


def _moved(opened: Inside, one: Discriminator) -> Json:
    """Return where a yes and a no to a question would move both scales, and the label.

    ``most`` is how far apart they would leave the difference of the scales.
    """
    moved: dict[str, Any] = {"id": one.finding, "asked": opened.words.item(one.finding)}
    leads = []
    for value in (YES, NO):
        answers = {**opened.answers, one.finding: value}
        nerve, muscle = _scales(opened, answers)
        label = opened.words.leaning(label_of(opened.knowledge, answers))
        moved[value] = {"nerve": _rounded(nerve), "muscle": _rounded(muscle), "label": label}
        leads.append(nerve - muscle)
    return moved | {"most": _rounded(abs(leads[0] - leads[1]))}


def _scales(opened: Inside, answers: Answers) -> tuple[float, float]:
    """Return the (nerve, muscle) scales as the answers stand."""
    evidence = weigh(opened.knowledge, answers, [])
    return evidence.nerve[0], evidence.muscle[0]


def _rounded(sums: float) -> float:
    return round(sums, 1) + 0.0


# --- the map ------------------------------------------------------------------------------------


def pictures(opened: Inside) -> list[Json]:
    """Return the flow as pictures with the path so far: of everyone, then of the place."""
    place = opened.answers.get(PLACE, "")
    known = place in opened.knowledge.findings[PLACE].values
    trail = Trail(with_derived(opened.knowledge, opened.answers), opened.session.asking)
    sheets = [
        sheet
        for one in ("", place)[: 1 + known]
        for sheet in Drawing(opened.knowledge, opened.words, one).sheets()
    ]
    return [
        {
            "title": sheet.title,
            "svg": svg(sheet, trail),
            "now": is_on(sheet, trail),
        }
        for sheet in sheets
    ]

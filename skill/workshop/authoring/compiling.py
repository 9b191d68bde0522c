"""Turns checked content into what the runtime loads: plain JSON, no pydantic, no TOML."""

import hashlib
import json
from typing import Any

from skill.triage.knowledge import (
    UNSURE,
    YES,
    Answer,
    Condition,
    Derived,
    Discriminator,
    Finding,
    Group,
    Item,
    Knowledge,
    Label,
    Professional,
    Range,
    Rule,
    SafetyNet,
    Settings,
    Step,
    Words,
)
from skill.workshop.authoring.schema import Bounds, Medicine, OtherCauseEntry, When, level

PLACE = "main_region"


def compile_knowledge(medicine: Medicine) -> Knowledge:
    """Return the medicine as the core's values, with its version made from all of them."""
    groups = medicine.regions.group

    def condition(when: When) -> Condition:
        return tuple(
            (finding, tuple(v for value in values for v in groups_of(finding).get(value, [value])))
            for finding, values in when.items()
        )

    def groups_of(finding: str) -> dict[str, list[str]]:
        return groups.get(finding, {})

    def spelled(values: list[str]) -> list[str]:
        every = {name: inside for each in groups.values() for name, inside in each.items()}
        return [one for value in values for one in every.get(value, [value])]

    leaning = medicine.leaning
    knowledge = Knowledge(
        version="",
        findings={
            one.id: Finding(
                one.id,
                tuple(one.values),
                tuple(value for value in one.values if value not in one.together),
                one.gate,
                one.easing,
                one.narrow,
                one.no_is_sign,
                one.red_flag,
                level(one.unsure) if one.unsure else None,
                one.unsure_as,
                one.asked_twice,
                one.discriminator,
                one.advice_safety,
                condition(one.only_if),
                {
                    value: answer
                    for answer, values in one.means.items()
                    for value in spelled(values)
                },
                one.sources[0],
            )
            for one in medicine.findings.finding
        },
        derived=tuple(Derived(one.id, condition(one.when)) for one in medicine.regions.derived),
        rules=tuple(
            Rule(one.id, level(one.level), condition(one.when), condition(one.unless), one.says)
            for one in medicine.red_flags.rule
        ),
        steps=tuple(
            Step(
                one.id,
                tuple(one.ask),
                condition(one.when),
                one.follow_up,
                level(one.at_once) if one.at_once else None,
                {value: tuple(told.items()) for value, told in one.choices.items()},
                one.words or one.id,
                one.sources[0],
            )
            for one in medicine.interview.step
        ),
        discriminators=tuple(
            Discriminator(one.finding, one.group, one.nerve, one.muscle, condition(one.when))
            for one in leaning.discriminator
        ),
        groups={name: Group(one.nerve, one.muscle) for name, one in leaning.group.items()},
        labels=tuple(
            Label(
                one.id,
                one.degree,
                one.leaning,
                condition(one.when),
                condition(one.unless),
                _range(one.nerve),
                _range(one.muscle),
                _range(one.lead),
                (one.weigh.nerve, one.weigh.muscle),
            )
            for one in leaning.label
        ),
        other_causes={
            name: tuple(condition(when) for when in _signs(medicine, one))
            for one in leaning.other_cause
            for name in one.leanings
        },
        professionals=tuple(
            Professional(
                one.id,
                tuple(level(name) for name in one.levels),
                tuple(one.labels),
                condition(one.when),
                one.no_red_flag,
                one.later,
            )
            for one in medicine.dispositions.professional
        ),
        safety_net=tuple(
            SafetyNet(
                one.id,
                tuple(level(n) for n in one.levels),
                condition(one.when),
                condition(one.unless),
            )
            for one in medicine.dispositions.safety_net
        ),
        items=tuple(
            Item(
                one.id,
                one.kind,
                tuple(one.labels),
                condition(one.when),
                tuple(one.blocked_by),
            )
            for one in medicine.self_care.item
        ),
        words=tuple(
            Words(one.id, level(one.level), one.says, one.act) for one in medicine.red_flags.words
        ),
        answers={one.id: Answer(one.advice, one.part) for one in medicine.answers.answer},
        settings=_settings(medicine),
    )
    return knowledge._replace(version=fingerprint(knowledge._asdict()))


def compile_sources(medicine: Medicine) -> dict[str, Any]:
    """Return where the medicine comes from, for those who look behind the words.

    The sources by key, by kind of entry which keys each names, and a rule's reason, and why
    it stays though others do the same.
    """
    flags = medicine.red_flags
    return {
        "source": {
            key: {"title": one.title, "urls": one.urls}
            for key, one in medicine.sources.source.items()
        },
        "rule": {one.id: one.sources for one in flags.rule},
        "why": {one.id: one.why for one in flags.rule},
        "stays": {one.id: one.stays for one in flags.rule if one.stays},
        "words": {one.id: one.sources for one in flags.words},
        "as_old": {one.id: [] for one in medicine.findings.finding if one.as_old},
        "was": {one.id: one.was for one in medicine.findings.finding if one.was},
        "step": {one.id: one.sources for one in medicine.interview.step},
        "finding": {one.id: one.sources for one in medicine.findings.finding},
    }


def _range(bounds: Bounds | None) -> Range | None:
    return (bounds.least, bounds.most) if bounds else None


def _signs(medicine: Medicine, cause: OtherCauseEntry) -> list[When]:
    """Return the signs of another cause, as conditions: a danger sign in doubt is one as well."""
    dangers = [one.id for one in medicine.findings.finding if one.red_flag == "danger"]
    named = [*(name for name in dangers if name not in cause.danger_but), *cause.also]
    told = [{name: values} for name, values in cause.also_when.items()]
    signs = {name: _elsewhere(medicine, cause.but_at.get(name)) for name in named}
    return [*({name: [YES, UNSURE], **place} for name, place in signs.items()), *told]


def _elsewhere(medicine: Medicine, places: list[str] | None) -> When:
    """Return the condition that the place is none of these; {} where none is named."""
    if places is None:
        return {}
    groups = medicine.regions.group.get(PLACE, {})
    here = {one for name in places for one in groups.get(name, [name])}
    values = next(one.values for one in medicine.findings.finding if one.id == PLACE)
    return {PLACE: [one for one in (*values, UNSURE) if one not in here]}


def _settings(medicine: Medicine) -> Settings:
    interview = medicine.interview.setting
    leaning = medicine.leaning.setting
    advice = medicine.self_care.setting
    return Settings(
        tuple(interview.read_back),
        interview.unsure_many,
        level(interview.unsure_many_level),
        interview.adult_from,
        {name: tuple(bands.items()) for name, bands in interview.bands.items()},
        interview.most,
        leaning.most_asked,
        leaning.least_answered,
        tuple(level(name) for name in advice.levels),
        advice.most,
    )


def fingerprint(content: object) -> str:
    """Return eight characters that change whenever the content does."""
    return hashlib.sha256(as_json(content).encode()).hexdigest()[:8]


def as_json(content: object) -> str:
    """Return the content as JSON, one line a top-level entry, so that changes can be reviewed."""
    if not isinstance(content, dict):
        return json.dumps(content, ensure_ascii=False)
    lines = ",\n".join(
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in content.items()
    )
    return "{\n" + lines + "\n}\n"


def compile_locale(locale: dict[str, Any]) -> dict[str, Any]:
    """Return the spoken half of a locale as flat keys: ``question.gate_fever.ask`` -> text."""
    unsaid = {"hear", "page", "store"}
    return _flat({key: value for key, value in locale.items() if key not in unsaid})


def compile_page(locale: dict[str, Any]) -> dict[str, Any]:
    """Return what a locale says around the conversation, on the page, as flat keys."""
    return _flat(locale.get("page", {}))


def _flat(content: dict[str, Any]) -> dict[str, Any]:
    """Return nested tables as one, each key with the names of its tables before it."""
    flat: dict[str, Any] = {}

    def walk(prefix: str, value: object) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(f"{prefix}.{key}" if prefix else key, inner)
        else:
            flat[prefix] = value

    walk("", content)
    return flat

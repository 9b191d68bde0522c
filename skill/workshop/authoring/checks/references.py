"""What the knowledge files name: it has to exist, once, and to be of the right kind."""

from collections.abc import Callable, Iterable, Iterator

from skill.dialogue.results import TOLD_CHOICES
from skill.triage.interview import READ_BACK
from skill.triage.knowledge import NO, UNSURE, YES
from skill.workshop.authoring.checks.entries import (
    ADULT,
    AGE,
    MARKS,
    PLACE,
    TIME,
    Placed,
    Problem,
    conditions_of,
    derived_of,
    entries_of,
    findings_named_in,
    findings_of,
    hint_for,
    labels_of,
)
from skill.workshop.authoring.schema import DerivedEntry, Medicine, RuleEntry


def unknown_sources(medicine: Medicine) -> Iterator[Problem]:
    """Yield each source that an entry names and ``sources.toml`` does not."""
    known = medicine.sources.source
    for entry in entries_of(medicine):
        for source in getattr(entry.content, "sources", []):
            if source not in known:
                hint = hint_for(source, known, "Add it to sources.toml.")
                yield entry.has(f'there is no source "{source}".{hint}')


def unused_sources(medicine: Medicine) -> Iterator[Problem]:
    """Yield each source that no entry names."""
    used = {one for entry in entries_of(medicine) for one in getattr(entry.content, "sources", [])}
    for name in medicine.sources.source:
        if name not in used:
            wrong = "no entry names this source. Remove it, or name it where it is used."
            yield Problem("sources", f"[source.{name}]", wrong)


def unknown_findings(medicine: Medicine) -> Iterator[Problem]:
    """Yield each finding that an entry names and that there is not, or not there."""
    for entry in entries_of(medicine):
        for key, finding in findings_named_in(entry):
            known = _nameable(medicine, entry, key)
            if finding not in known:
                hint = hint_for(finding, known, "Add it to findings.toml.")
                yield entry.has(f'{key}: there is no finding "{finding}" to name.{hint}')
    for name in (PLACE, AGE, ADULT, *TOLD_CHOICES):
        if name not in findings_of(medicine):
            yield Problem("findings", "[[finding]]", f'the program needs "{name}". Restore it.')


def _nameable(medicine: Medicine, entry: Placed, key: str) -> set[str]:
    """Return what may stand under a key: derived findings never where something is asked."""
    names = set(findings_of(medicine))
    asks = key in {"ask", "finding", "read_back"}
    if not asks and not isinstance(entry.content, DerivedEntry):
        names |= derived_of(medicine)
    return names | {READ_BACK} if isinstance(entry.content, RuleEntry) else names


def unknown_values(medicine: Medicine) -> Iterator[Problem]:
    """Yield each value that an entry names and its finding does not have."""
    for entry in entries_of(medicine):
        for key, finding, values in conditions_of(entry):
            known = _values(medicine, finding)
            for value in values:
                if value not in known:
                    hint = hint_for(value, known, f"It has: {', '.join(known)}.")
                    yield entry.has(f'{key}: {finding} has no value "{value}".{hint}')
    for entry in entries_of(medicine, "finding"):
        for value in set(entry.content.together) - set(entry.content.values):
            yield entry.has(f'together: it has no value "{value}". Name one that it has.')
        yield from _unmeant(medicine, entry)
        if entry.content.unsure_as not in {"", *_values(medicine, entry.content.id)}:
            wrong = f'it has no value "{entry.content.unsure_as}". Name one that it has.'
            yield entry.has(f"unsure_as: {wrong}")


def _unmeant(medicine: Medicine, entry: Placed) -> Iterator[Problem]:
    """Yield what cannot be meant in reply to a finding, and what is no value and no sign."""
    findings = findings_of(medicine)
    choices = (value for one in findings.values() for value in one.values)
    groups = (*_values(medicine, PLACE), *_values(medicine, TIME))
    known = list(dict.fromkeys((*groups, *choices, YES, NO, *findings)))
    for answer, values in entry.content.means.items():
        yield from _strangers(entry, "answer", [answer], entry.content.values or (YES, NO))
        yield from _strangers(entry, "value or sign", values, known)


def unknown_choices(medicine: Medicine) -> Iterator[Problem]:
    """Yield each choice of a step that records what the step does not ask, or no value of it."""
    for entry in entries_of(medicine, "step"):
        for value, told in entry.content.choices.items():
            yield from _strangers(entry, f"finding of choice {value}", told, entry.content.ask)
            for finding, said in told.items():
                yield from _strangers(entry, "value", [said], _values(medicine, finding))


def _values(medicine: Medicine, name: str) -> list[str]:
    finding = findings_of(medicine).get(name)
    groups = medicine.regions.group.get(name, {})
    return [*(finding.values if finding and finding.values else (YES, NO)), *groups, UNSURE]


def unknown_names(medicine: Medicine) -> Iterator[Problem]:
    """Yield each place, age band, group of ratios or label that is named and does not exist."""
    leaning = medicine.leaning
    yield from _strange_groups(medicine)
    for entry in entries_of(medicine, "discriminator"):
        yield from _strangers(entry, "group", [entry.content.group], leaning.group)
    for entry in entries_of(medicine, "professional", "item"):
        yield from _strangers(entry, "label", entry.content.labels, labels_of(medicine))
    for entry in entries_of(medicine, "other_cause"):
        named = [place for places in entry.content.but_at.values() for place in places]
        yield from _strangers(entry, "place", named, _values(medicine, PLACE))
    setting = Placed("interview", "[setting]", None)
    for name, bands in medicine.interview.setting.bands.items():
        yield from _strangers(setting, f"value of {name}", bands, _values(medicine, name))


def _strange_groups(medicine: Medicine) -> Iterator[Problem]:
    """Yield what a group names that its finding does not have."""
    for finding, groups in medicine.regions.group.items():
        entry = Placed("regions", f"[group.{finding}]", None)
        values = findings_of(medicine)[finding].values if finding in findings_of(medicine) else []
        for name, inside in groups.items():
            yield from _strangers(entry, f"value of {finding} for {name}", inside, values)


def _strangers(
    entry: Placed, kind: str, named: Iterable[str], known: Iterable[str]
) -> Iterator[Problem]:
    for name in named:
        if name not in known:
            hint = hint_for(name, known, f"There are: {', '.join(known)}.")
            yield entry.has(f'there is no {kind} "{name}".{hint}')


def repeated_ids(medicine: Medicine) -> Iterator[Problem]:
    """Yield each id that must be an entry's own and is not."""
    findings, steps = set(findings_of(medicine)), {step.id for step in medicine.interview.step}
    taken = {
        "finding": {*MARKS},
        "derived": {*MARKS, *findings},
        "step": {*MARKS, *findings, *derived_of(medicine)},
        "rule": steps,
    }
    for table, others in taken.items():
        seen: set[str] = set()
        for entry in entries_of(medicine, table):
            if entry.content.id in others:
                yield entry.has("this name is taken by something else. Give it another.")
            elif entry.content.id in seen and table != "derived":
                yield entry.has("the id is there twice. Give it another.")
            seen.add(entry.content.id)


REFERENCES: tuple[Callable[[Medicine], Iterable[Problem]], ...] = (
    unknown_sources,
    unused_sources,
    unknown_findings,
    unknown_values,
    unknown_names,
    unknown_choices,
    repeated_ids,
)

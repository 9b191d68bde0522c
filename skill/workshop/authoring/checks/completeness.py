"""What the knowledge files leave open: entries without effect, and callers without an answer."""

from collections.abc import Callable, Iterable, Iterator

from skill.dialogue.session import MOST_FINDINGS, MOST_VALUES, NAMES
from skill.triage.knowledge import UNSURE, YES
from skill.workshop.authoring.checks.entries import (
    EMERGENCIES,
    LEVELS,
    MARKS,
    PLACE,
    Problem,
    advice_findings_of,
    entries_of,
    findings_of,
    places_of,
    screens_of,
    spelled_out,
)
from skill.workshop.authoring.schema import FindingEntry, Medicine, RuleEntry, StepEntry, When


def never_asked(medicine: Medicine) -> Iterator[Problem]:
    """Yield each finding that nothing asks."""
    for entry in entries_of(medicine, "finding"):
        if not (entry.content.told_only or _askers(medicine, entry.content)):
            yield entry.has("nothing asks it. Name it in a step of interview.toml, or remove it.")


def _askers(medicine: Medicine, finding: FindingEntry) -> list[list[When]]:
    """Return of whom each place asks a finding: conditions that all hold."""
    steps = [step.when for step in medicine.interview.step if finding.id in step.ask]
    found = [one.when for one in medicine.leaning.discriminator if one.finding == finding.id]
    advice: list[When] = [{}] if finding.id in advice_findings_of(medicine) else []
    return [[when, finding.only_if] for when in (*steps, *found, *advice)]


def unsure_means_nothing(medicine: Medicine) -> Iterator[Problem]:
    """Yield each danger sign whose "not sure" has no consequence."""
    for entry in entries_of(medicine, "finding"):
        finding = entry.content
        if finding.asked_twice and not finding.red_flag:
            yield entry.has(
                'asked twice, and still "not sure" reaches nothing. Make it a red flag.'
            )


def unreachable_rules(medicine: Medicine) -> Iterator[Problem]:
    """Yield each finding of a rule that nobody is asked to whom the rest of the rule applies."""
    findings = findings_of(medicine)
    for entry in entries_of(medicine, "rule"):
        rule = entry.content
        for name in dict.fromkeys(_underlying(medicine, [*rule.when, *rule.unless])):
            askers = _askers(medicine, findings[name])
            if askers and not any(_meets(medicine, rule.when, asker) for asker in askers):
                wrong = f'"{name}" is never asked of those whom "when" describes.'
                yield entry.has(f"{wrong} Add a step to interview.toml, or remove it here.")


def _underlying(medicine: Medicine, names: list[str]) -> Iterator[str]:
    """Yield the findings behind names, some of which may be derived."""
    for name in names:
        if name in findings_of(medicine):
            yield name
        for one in medicine.regions.derived:
            if one.id == name:
                yield from (finding for finding in one.when if finding in findings_of(medicine))


def _meets(medicine: Medicine, when: When, others: list[When]) -> bool:
    """Return whether one caller can fit all of these conditions."""
    wanted = spelled_out(medicine, when)
    return all(
        values & wanted.get(finding, values)
        for other in others
        for finding, values in spelled_out(medicine, other).items()
    )


def dead_rules(medicine: Medicine) -> Iterator[Problem]:
    """Yield each rule that a rule of the same condition always outranks."""
    for entry in entries_of(medicine, "rule"):
        rule = entry.content
        for other in medicine.red_flags.rule:
            outranks = LEVELS.index(other.level) > LEVELS.index(rule.level) and not other.unless
            if outranks and spelled_out(medicine, other.when) == spelled_out(medicine, rule.when):
                yield entry.has(f"{other.id} has the same when and a higher level. Remove one.")


def at_once_without_rule(medicine: Medicine) -> Iterator[Problem]:
    """Yield each item whose yes does not by itself reach what its screen reaches at once."""
    for entry in entries_of(medicine, "step"):
        step = entry.content
        for item in step.ask if step.at_once else []:
            if not any(_suffices(medicine, rule, step, item) for rule in medicine.red_flags.rule):
                wrong = f'no rule reaches {step.at_once} by "{item}" alone.'
                yield entry.has(f"at_once: {wrong} Take at_once or the item away.")


def _suffices(medicine: Medicine, rule: RuleEntry, step: StepEntry, item: str) -> bool:
    """Return whether yes to an item of a step meets a rule of exactly the step's level."""
    when = spelled_out(medicine, rule.when)
    here = spelled_out(medicine, step.when).get(PLACE, {*places_of(medicine), UNSURE})
    place_fits = here <= when.pop(PLACE, here)
    return rule.level == step.at_once and not rule.unless and place_fits and when == {item: {YES}}


def no_last_resort(medicine: Medicine) -> Iterator[Problem]:
    """Yield what may leave a caller without a label, a door or a warning."""
    label = medicine.leaning.label[-1] if medicine.leaning.label else None
    if label is None or label.when or label.nerve or label.muscle or label.lead:
        wrong = "the last label has conditions. End with one that has none."
        yield Problem("leaning", "[[label]]", wrong)
    doors = medicine.dispositions.professional
    always = [one for one in doors if not (one.when or one.labels or one.no_red_flag or one.later)]
    nets = [one for one in medicine.dispositions.safety_net if not one.when]
    for level in LEVELS:
        if not any(level in one.levels for one in always):
            wrong = f"{level} has no first door for everyone. Add one without conditions."
            yield Problem("dispositions", "[[professional]]", wrong)
        if level not in EMERGENCIES and not any(level in one.levels for one in nets):
            wrong = f"{level} has no warning for everyone. Add one without conditions."
            yield Problem("dispositions", "[[safety_net]]", wrong)


def uncounted_discriminators(medicine: Medicine) -> Iterator[Problem]:
    """Yield each discriminator whose finding is not marked as one."""
    for entry in entries_of(medicine, "discriminator"):
        finding = findings_of(medicine).get(entry.content.finding)
        if finding and not finding.discriminator:
            yield entry.has(
                "a no to it is left out of the note. Set discriminator = true in findings.toml."
            )


def too_many(medicine: Medicine) -> Iterator[Problem]:
    """Yield what the session's form has no code for."""
    marks = len(screens_of(medicine)) + len(MARKS) + len(medicine.red_flags.words)
    for file, entry, count, most in (
        ("findings", "[[finding]]", len(medicine.findings.finding), MOST_FINDINGS),
        ("interview", "[[step]]", marks, len(NAMES)),
    ):
        if count > most:
            wrong = f"{count} need a code, and the session has {most}."
            yield Problem(file, entry, f"{wrong} Lengthen NAMES in skill/dialogue/session.py.")
    for one in entries_of(medicine, "finding"):
        if len(one.content.values) > MOST_VALUES:
            yield one.has(f"{len(one.content.values)} values. Keep to {MOST_VALUES}.")


COMPLETENESS: tuple[Callable[[Medicine], Iterable[Problem]], ...] = (
    never_asked,
    unsure_means_nothing,
    unreachable_rules,
    dead_rules,
    at_once_without_rule,
    no_last_resort,
    uncounted_discriminators,
    too_many,
)

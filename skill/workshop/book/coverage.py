"""Which patient stories reach what: played through the real interview."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from skill import library
from skill.playing.stories import Outcome, evaluate, read_cases
from skill.triage.knowledge import YES, Rule


class Story(NamedTuple):
    """A patient story and what became of it."""

    id: str
    title: str
    outcome: Outcome

    @property
    def accepted(self) -> bool:
        """Return whether it ended at a level that the story allows."""
        return self.outcome.level in self.outcome.case.accept


class Coverage(NamedTuple):
    """The stories of a file, in its order."""

    file: str
    stories: list[Story]

    def asked(self, finding: str) -> list[str]:
        """Return the stories that were asked a finding, alone or with others."""
        return [one.id for one in self.stories if finding in one.outcome.asked]

    def told(self, finding: str) -> list[str]:
        """Return the stories that were asked a finding and did not answer no."""
        known = {one.id: one.outcome.case.answers for one in self.stories}
        return [one for one in self.asked(finding) if known[one].get(finding, "no") != "no"]

    def fired(self, rule: str) -> list[str]:
        """Return the stories in which a rule reached its level."""
        return [one.id for one in self.stories if rule in one.outcome.rules]

    def of_several(self, rule: Rule) -> list[str]:
        """Return the stories that met a rule by a yes to several signs that are asked together.

        Such a yes acts at once, so that nobody asks which sign it was, and the rule never fires.
        """
        signs = [name for name, values in rule.when if YES in values]
        steps = [
            step.id
            for step in library.knowledge().steps
            if step.at_once == rule.level and len(signs) == 1 and signs[0] in step.ask
        ]
        return [
            one.id
            for one in self.stories
            if set(steps) & set(one.outcome.rules) and one.outcome.case.answers.get(signs[0]) == YES
        ]

    def unreached(self, rules: Iterable[Rule]) -> list[Rule]:
        """Return the rules that no story meets in any way."""
        return [one for one in rules if not self.fired(one.id) and not self.of_several(one)]


def read_coverage(path: Path) -> Coverage:
    """Return the stories of a file, played; raise CasesError naming the line that cannot be."""
    cases = read_cases(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    titles = {
        str(raw["id"]): str(raw.get("title", ""))
        for raw in map(json.loads, filter(str.strip, lines))
    }
    outcomes = evaluate(cases)
    return Coverage(path.name, [Story(one.case.id, titles[one.case.id], one) for one in outcomes])

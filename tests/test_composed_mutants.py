"""The composed sentences see it when a trigger, or what bounds its reach, is taken out."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

import pytest
import test_composed

from skill import library
from skill.hearing.ears import Ears

pytestmark = pytest.mark.long

LOCALE = "en-US"
TRIGGERS = [
    *("asked", "conditional", "denied_after", "denied_before", "doubted", "none_such", "old"),
    *("only", "other", "past", "story", "supposed"),
]
"""Kinds of context; without one of them, what it turns is taken as it stands."""
BOUNDS = ["asks", "joins", "negative", "openers", "parts", "stated", "subject", "weak_subject"]
"""Lists that say where a clause begins and ends, and so how far a trigger reaches."""
OTHERS = ["say.unsure", "say.hedge", "say.repair", "say.none", "act.wait", "act.cry"]

Tables = Mapping[str, Any]


def without_concept(name: str) -> Tables:
    """Return the tables without a concept."""
    tables = library.locale_ears(LOCALE)
    places = {at for at, (concept, _) in enumerate(tables["concepts"]) if concept == name}
    assert places, name
    first = {word: [at for at in ats if at not in places] for word, ats in tables["first"].items()}
    return {**tables, "first": first}


def without_list(name: str) -> Tables:
    """Return the tables with a list of words empty."""
    tables = library.locale_ears(LOCALE)
    assert tables["words"][name]
    return {**tables, "words": {**tables["words"], name: []}}


MUTANTS = {
    **{f"no {name}": without_concept(f"context.{name}") for name in TRIGGERS},
    **{f"no {name}": without_concept(name) for name in OTHERS},
    **{f"no list {name}": without_list(name) for name in BOUNDS},
}


def cases_of(check: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """Yield the arguments of each case of a test, as its marks spell them out."""
    marks = [one for one in getattr(check, "pytestmark", ()) if one.name == "parametrize"]
    rows = [
        [
            {mark.args[0]: row}
            if isinstance(mark.args[0], str)
            else dict(zip(mark.args[0], row, strict=True))
            for row in mark.args[1]
        ]
        for mark in marks
    ]
    for chosen in product(*rows):
        yield {name: value for one in chosen for name, value in one.items()}


def notices(check: Callable[..., None], ears: Ears) -> bool:
    """Tell whether a check of the composed sentences fails, in any of its cases."""
    for case in cases_of(check):
        try:
            check(ears, **case)
        except AssertionError:
            return True
    return False


CHECKS = [
    check
    for name, check in vars(test_composed).items()
    if name.startswith("test_") and "ears" in inspect.signature(check).parameters
]


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_mistake_of_the_tables_is_noticed(mutant: str) -> None:
    """By some sentence or other."""
    ears = Ears(MUTANTS[mutant])
    assert any(notices(check, ears) for check in CHECKS)


def test_what_is_shipped_is_right() -> None:
    """Else every mutant were noticed."""
    assert not any(notices(check, Ears(library.locale_ears(LOCALE))) for check in CHECKS)

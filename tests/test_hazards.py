"""The hazard log: what it says is shown by a test is shown by a test that exists."""

import ast
import re
from pathlib import Path

import pytest

from skill.workshop.proofs.report import STATEMENTS

ROOT = Path(__file__).parents[1]
LOG = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/\w+\.py)::(\w+)`", LOG)
HAZARDS = re.split(r"^### ", LOG, flags=re.MULTILINE)[1:]
FIELDS = ("Cause", "Control", "Shown by", "Remains")


def names_in(path: Path) -> set[str]:
    """Return what a test file defines at its top."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assigned = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    defined = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return assigned | defined


@pytest.mark.parametrize(("file", "test"), sorted(set(NAMED)))
def test_a_test_that_the_log_names_exists(file: str, test: str) -> None:
    """A control without its test is a hope."""
    assert test in names_in(ROOT / file)


def test_a_proof_that_the_log_names_exists() -> None:
    """Its letter is one of the statements that are proved."""
    named = set(re.findall(r"proof \((\w)\)", LOG))
    assert named
    assert named <= set(STATEMENTS)


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda text: text.split("\n", 1)[0])
def test_every_hazard_is_told_in_full(hazard: str) -> None:
    """Cause, control, what shows it, what remains; and how bad it would be."""
    assert re.match(r"H\d+ .+ \([ABC]\)\n", hazard)
    fields = re.findall(r"^- \*\*(.+?)\*\*: (.+)", hazard, flags=re.MULTILINE)
    assert tuple(name for name, _ in fields) == FIELDS


def test_the_hazards_are_numbered_in_order() -> None:
    """So that others can refer to them."""
    numbers = [int(text[1 : text.index(" ")]) for text in HAZARDS]
    assert numbers == list(range(1, len(HAZARDS) + 1))

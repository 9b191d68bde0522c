"""What every change waits for is short, all is run before it is taken, and anywhere alike."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from signals import ENDING

TESTS = Path(__file__).parent
ROOT = TESTS.parent
MARK = "@pytest.mark." + "long"

LONG = {"test_knowledge_mutants.py", "test_proofs.py"}
"""Where a test may be long: it proves that a proof or a table would see a mistake."""


def recipe(target: str) -> str:
    """Return what make would run for a target."""
    command = ["make", "--dry-run", "--no-print-directory", target]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_all_of_it_is_run_before_a_change_is_taken() -> None:
    """With the clients that other people wrote."""
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert re.findall("^make .*", script, re.MULTILINE) == ["make test-all", "make test-clients"]


def test_the_short_run_leaves_out_nothing_but_what_is_long() -> None:
    """Both look at the same in the same way."""
    assert recipe("test") == recipe("test-all").rstrip("\n") + ' -m "not long"\n'
    for word in ("ruff check", "ruff format --check", "mypy", "lint-imports", "skill check"):
        assert word in recipe("test")


def test_only_proofs_that_something_would_be_seen_are_long() -> None:
    """Whatever else gets slow is to be made fast: somebody waits for it with every change."""
    marked = {path.name for path in TESTS.rglob("test_*.py") if MARK in path.read_text("utf-8")}
    assert marked == LONG


BLOCKING = "signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)"
IGNORING = "[signal.signal(one, signal.SIG_IGN) for one in ENDING]"
STARTED = """
import signal, subprocess, sys
from signals import ENDING, heard_again
{before}
heard_again()
child = "import signal; signal.raise_signal({number})"
sys.exit(subprocess.run([sys.executable, "-c", child], stderr=subprocess.DEVNULL).returncode)
"""


@pytest.mark.parametrize("before", [IGNORING, BLOCKING], ids=["ignored", "blocked"])
@pytest.mark.parametrize("ending", ENDING)
def test_a_child_ends_by_a_signal_however_the_tests_were_started(
    ending: signal.Signals, before: str
) -> None:
    """In the background, for one, where Ctrl-C is ignored."""
    code = STARTED.format(before=before, number=int(ending))
    ended = subprocess.run([sys.executable, "-c", code], cwd=TESTS, check=False, timeout=60)
    assert ended.returncode in {-ending, 256 - ending}

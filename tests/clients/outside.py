"""The clients that other people wrote: whether they are here, and how they are run."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
ROOT = HERE.parents[1]
LONGEST = 300
"""Seconds for one run of a client."""


def missing() -> str:
    """Return why the clients cannot be run, or "" when they can."""
    if "CLIENTS" not in os.environ:
        return "the outside clients are left out here: make test-clients runs them"
    if shutil.which("node") is None:
        return "Node is missing: the clients that are written in it are left out"
    return "" if MODULES.is_dir() else "the clients are not installed: make test-clients does it"


needs_node = pytest.mark.skipif(bool(missing()), reason=missing())
needs_clients = pytest.mark.skipif(
    "CLIENTS" not in os.environ,
    reason="the outside clients are left out here: make test-clients runs them",
)


def node(script: str, *arguments: str, told: object = None, **variables: str) -> str:
    """Return what a script of this folder prints, with JSON on its standard input."""
    done = subprocess.run(
        [str(shutil.which("node")), str(HERE / script), *arguments],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        env={**os.environ, **variables},
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def node_json(script: str, *arguments: str, told: object = None) -> Any:  # noqa: ANN401 - any JSON
    """Return the JSON that a script of this folder prints."""
    return json.loads(node(script, *arguments, told=told))

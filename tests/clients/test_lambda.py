"""AWS's own tools: the zip under the runtime client in Lambda's Python, and the template."""

import json
import os
import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from outside import ROOT, needs_clients
from recorded import exchanges
from runtime import run

from skill.doors.web.speaker import SKILL_ID
from skill.workshop.packaging.bundle import write_bundle
from skill.workshop.packaging.bytecode import MISSING, interpreter

pytestmark = needs_clients

NAMES = ("awslambdaric", "simplejson", "snapshot-restore-py")
"""AWS's runtime client, and what it needs."""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return Lambda's Python, with AWS's runtime client and nothing else."""
    found = interpreter()
    if found is None:
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("runtime")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    rows = [re.search(rf"^{one}==.*(?:\n    --hash=.*)+", lock, re.MULTILINE) for one in NAMES]
    pins = folder / "requirements.txt"
    pins.write_text("\n".join(row[0] for row in rows if row) + "\n", encoding="utf-8")
    subprocess.run([found, "-m", "venv", folder / "env"], check=True)
    there = str(folder / "env/bin/python")
    install = ("-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(pins))
    subprocess.run([there, *install], check=True)
    return there


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what is in the zip."""
    place = tmp_path_factory.mktemp("zip")
    write_bundle(place / "lambda.zip")
    with ZipFile(place / "lambda.zip") as archive:
        archive.extractall(place / "inside")
    return place / "inside"


@pytest.mark.parametrize("start", ["on-demand", "snap-start"])
def test_lambda_says_what_the_skill_says(python: str, folder: Path, start: str) -> None:
    """Turn by turn, in Lambda's Python; also when it wakes from a picture of its start."""
    turns = exchanges()[::10]
    events = [json.dumps(turn.request).encode() for turn in turns]
    variables = {"ALEXA_SKILL_ID": SKILL_ID, "AWS_LAMBDA_INITIALIZATION_TYPE": start}
    answers = run(python, folder, events, **variables)
    assert [one.where for one in answers] == ["response"] * len(turns)
    for turn, answer in zip(turns, answers, strict=True):
        assert answer.body["response"] == turn.response


def test_lambda_compiles_nothing(python: str, folder: Path) -> None:
    """Every module comes from its bytecode: without the sources it still starts."""
    for source in folder.rglob("*.py"):
        source.write_text("raise AssertionError('compiled anew')", encoding="utf-8")
    environment = {**os.environ, "ALEXA_SKILL_ID": SKILL_ID, "PYTHONPATH": str(folder)}
    command = [python, "-W", "error", "-c", "import lambda_function"]
    subprocess.run(command, env=environment, check=True)


def test_the_template_is_as_aws_wants_it() -> None:
    """By AWS's own linter, which transforms it as AWS SAM does."""
    lint = os.environ.get("CFN_LINT", "")
    if not lint:
        pytest.skip("cfn-lint is not installed (CFN_LINT): make test-clients does it")
    subprocess.run([lint, "--non-zero-exit-code", "warning", ROOT / "template.yaml"], check=True)


def test_a_fault_in_the_template_is_found(tmp_path: Path) -> None:
    """So that the linter is known to look."""
    lint = os.environ.get("CFN_LINT", "")
    if not lint:
        pytest.skip("cfn-lint is not installed (CFN_LINT): make test-clients does it")
    wrong = tmp_path / "template.yaml"
    text = (ROOT / "template.yaml").read_text(encoding="utf-8")
    wrong.write_text(text.replace("MemorySize: 256", "MemorySize: 1"), encoding="utf-8")
    done = subprocess.run([lint, wrong], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode != 0

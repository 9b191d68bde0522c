"""The ASK CLI itself, from a clone to a speaker, against stand-ins on loopback."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from outside import MODULES, ROOT, needs_node
from runtime import HANDLER, run
from stand_in import ARN, SKILL, StandIn

from skill.__main__ import main
from skill.doors.web.speaker import envelope
from skill.workshop.packaging.bundle import SKILL_ID

pytestmark = needs_node

Json = dict[str, Any]
ASK = MODULES / ".bin/ask"
CLONE = (
    "ask-resources.json",
    "hooks",
    "interaction_models",
    "lambda",
    "requirements.lock",
    "skill",
)
PROFILE = {
    "aws_profile": "default",
    "vendor_id": "V",
    "token": {
        "access_token": "a",
        "refresh_token": "r",
        "token_type": "bearer",
        "expires_in": 3600,
        "expires_at": "2100-01-01T00:00:00.000Z",
    },
}
"""As ``ask configure`` leaves it."""


@pytest.fixture(scope="module")
def amazon() -> Iterator[StandIn]:
    """Return the stand-in for Amazon."""
    server = StandIn()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a clone holds of what the ASK CLI reads, with its package, and a home."""
    folder = tmp_path_factory.mktemp("clone")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in CLONE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder)
    assert main(["package", "--out", str(folder / "build")]) == 0
    home = folder / "home"
    (home / ".ask").mkdir(parents=True)
    profiles = json.dumps({"profiles": {"default": PROFILE}})
    (home / ".ask/cli_config").write_text(profiles, encoding="utf-8")
    (home / ".aws").mkdir()
    keys = "[default]\naws_access_key_id = x\naws_secret_access_key = x\n"
    (home / ".aws/credentials").write_text(keys, encoding="utf-8")
    return folder


def ask(amazon: StandIn, clone: Path, *arguments: str) -> str:
    """Return what the ASK CLI says; it may talk to the stand-in alone."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "ASK_"))}
    environment = kept | {
        "HOME": str(clone / "home"),
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "ASK_SMAPI_SERVER_BASE_URL": amazon.url,
        "ASK_LWA_TOKEN_HOST": amazon.url,
        "ASK_SHARE_USAGE": "false",
        "ASK_SKIP_NEW_VERSION_REMINDER": "true",
        "AWS_ENDPOINT_URL": amazon.url,
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    done = subprocess.run(
        [ASK, *arguments],
        cwd=clone,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    assert amazon.unknown == []
    assert done.returncode == 0, done.stdout[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def deployed(amazon: StandIn, clone: Path) -> str:
    """Return what ``ask deploy`` said on the first deployment."""
    return ask(amazon, clone, "deploy")


def test_deploy_brings_the_package_and_the_lambda(deployed: str, amazon: StandIn) -> None:
    """In one command; the skill is then on the owner's own speakers."""
    assert "Skill package deployed and all models built successfully" in deployed
    assert "Skill infrastructures deployed successfully" in deployed
    assert "The skill has been enabled" in deployed
    assert amazon.function["Runtime"] == "python3.13"
    assert amazon.function["Handler"] == HANDLER
    assert (amazon.function["MemorySize"], amazon.function["Timeout"]) == (256, 7)


def test_only_alexa_may_call_the_lambda(deployed: str, amazon: StandIn) -> None:
    """And for this skill only."""
    assert deployed
    (permission,) = amazon.permissions
    assert permission["Principal"] == "alexa-appkit.amazon.com"
    assert permission["EventSourceToken"] == SKILL


def test_the_skill_knows_where_its_lambda_is(deployed: str, amazon: StandIn) -> None:
    """The address is in the manifest that Amazon has, and survives a new package."""
    assert deployed
    assert amazon.manifest["manifest"]["apis"]["custom"]["endpoint"] == {"uri": ARN}


def test_the_lambda_that_was_sent_answers(deployed: str, amazon: StandIn, tmp_path: Path) -> None:
    """For the skill that was just made, without a variable set by hand."""
    assert deployed
    with ZipFile(io.BytesIO(amazon.code)) as archive:
        archive.extractall(tmp_path)
    assert (tmp_path / SKILL_ID).read_text(encoding="utf-8").strip() == SKILL
    launch = envelope({"type": "LaunchRequest"}, {}, "en-US")
    launch["context"]["System"]["application"]["applicationId"] = SKILL
    launch["session"]["application"]["applicationId"] = SKILL
    (answer,) = run(sys.executable, tmp_path, [json.dumps(launch).encode()])
    assert answer.where == "response"
    assert answer.body["response"]["shouldEndSession"] is False


def test_a_second_deployment_changes_nothing(deployed: str, amazon: StandIn, clone: Path) -> None:
    """A new package keeps the address, and the zip is the same."""
    assert deployed
    code = amazon.code
    assert main(["package", "--out", str(clone / "build")]) == 0
    said = ask(amazon, clone, "deploy")
    assert "The hash of current skill package folder does not change" in said
    assert amazon.code == code


@pytest.mark.parametrize(
    "replay", sorted((ROOT / "tests/replays").glob("*.json")), ids=lambda p: p.stem
)
def test_dialog_plays_a_replay_file(
    replay: Path, deployed: str, amazon: StandIn, clone: Path, tmp_path: Path
) -> None:
    """To its end: what the ASK CLI hears is what our handler says."""
    assert deployed
    told = json.loads(replay.read_text(encoding="utf-8"))
    said = [one for one in told["userInput"] if one != ".quit"]
    told |= {"skillId": SKILL, "userInput": [*said, ".quit"]}
    file, heard = tmp_path / "replay.json", tmp_path / "heard.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    before = len(amazon.turns)
    ask(amazon, clone, "dialog", "--replay", str(file), "--save-skill-io", str(heard))
    assert len(amazon.turns) - before == len(said)
    last = json.loads(heard.read_text(encoding="utf-8"))["invocations"][-1]["response"]["body"]
    (invocation,) = last["result"]["skillExecutionInfo"]["invocations"]
    assert invocation["invocationResponse"]["body"]["response"]["shouldEndSession"] is True

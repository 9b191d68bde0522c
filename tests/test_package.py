"""What ``python -m skill package`` writes: the store's texts, the models, and the zip."""

import importlib.util
import json
import os
import re
import struct
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import grimp
import pytest
from runtime import HANDLER, Invoked, run

from skill.__main__ import main
from skill.doors.web.speaker import SKILL_ID as ID
from skill.doors.web.speaker import envelope
from skill.workshop.authoring.checks.store import store_problems
from skill.workshop.authoring.reading import LOCALES, ContentError, read_locale
from skill.workshop.packaging.bundle import (
    LICENCES,
    PARTS,
    SKILL_ID,
    WHEELS,
    BundleError,
    requirements,
    write_bundle,
)
from skill.workshop.packaging.bytecode import RUNTIME, interpreter
from skill.workshop.packaging.listing import NO_PRIVACY, Owner, write_package
from skill.workshop.packaging.states import skill_id

Json = dict[str, Any]
ROOT = Path(__file__).parents[1]
EN_US = LOCALES / "en-US.toml"


class Zipped(NamedTuple):
    """The zip, and a folder with what is in it."""

    path: Path
    folder: Path


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> Zipped:
    """Return the zip for AWS Lambda, unpacked."""
    folder = tmp_path_factory.mktemp("lambda")
    path, inside = folder / "lambda.zip", folder / "inside"
    try:
        write_bundle(path)
    except BundleError as error:
        if "CI" in os.environ:
            raise
        pytest.skip(f"the wheels for the Lambda cannot be had: {error}")
    with ZipFile(path) as archive:
        archive.extractall(inside)
    return Zipped(path, inside)


# --- the zip ------------------------------------------------------------------------------------

EVENTS: list[Any] = [
    envelope({"type": "LaunchRequest"}, {}, "en-US"),
    envelope({"type": "IntentRequest", "intent": {"name": "AMAZON.YesIntent"}}, {}, "en-US"),
    envelope({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}, {}, "en-US"),
    {"junk": [1, {"a": None}]},
    [],
    None,
]


def on_a_screen(event: Json) -> Json:
    """Return a request as an Echo Show sends it."""
    shown: Json = json.loads(json.dumps(event))
    interfaces = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}
    shown["context"]["System"]["device"] = {"deviceId": "d", "supportedInterfaces": interfaces}
    return shown


def body_of(event: object) -> bytes:
    """Return an event as it travels."""
    return json.dumps(event).encode()


@pytest.fixture(scope="module")
def answers(zipped: Zipped) -> list[Invoked]:
    """Return what the zip answers under AWS's own runtime client."""
    if importlib.util.find_spec("awslambdaric") is None:
        pytest.skip("awslambdaric runs on Linux only: the zip is not run as Lambda runs it")
    events = [*EVENTS, on_a_screen(EVENTS[0])]
    return run(sys.executable, zipped.folder, [*map(body_of, events)], ALEXA_SKILL_ID=ID)


def test_lambda_gets_an_answer_to_everything(answers: list[Invoked]) -> None:
    """No event ends in an error."""
    assert [one.where for one in answers] == ["response"] * (len(EVENTS) + 1)


def test_lambda_opens_and_goes_on(answers: list[Invoked]) -> None:
    """A launch and a yes are spoken to, and the microphone opens."""
    for one in answers[:2]:
        assert one.body["response"]["outputSpeech"]["ssml"].startswith("<speak>")
        assert one.body["response"]["shouldEndSession"] is False


def test_lambda_is_silent_where_nothing_may_be_said(answers: list[Invoked]) -> None:
    """The end of a session, and what is no request."""
    for one in answers[2:6]:
        assert one.body == {"version": "1.0", "response": {}}


def test_lambda_shows_a_screen(answers: list[Invoked]) -> None:
    """The document comes along in the zip."""
    (directive,) = answers[-1].body["response"]["directives"]
    assert directive["type"] == "Alexa.Presentation.APL.RenderDocument"


ALONE = """
import sys
sys.path.insert(0, sys.argv[1])
import lambda_function
answer = lambda_function.lambda_handler({"request": {"type": "LaunchRequest", "locale": "en-US"},
    "context": {"System": {"application": {"applicationId": "x"}}}}, None)
assert answer["response"]["outputSpeech"], answer
print("\\n".join(name for name in sys.modules))
"""


def test_the_zip_needs_nothing_else(zipped: Zipped) -> None:
    """It answers where no package is installed, and loads none of the tools."""
    command = [sys.executable, "-I", "-S", "-W", "ignore", "-c", ALONE, str(zipped.folder)]
    environment = {"ALEXA_SKILL_ID": "x"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "skill.doors.alexa.handler" in loaded
    assert not {"requests", "pydantic", "flask", "skill.workshop", "hassil"} & set(loaded)


def test_the_zip_carries_only_what_it_needs(zipped: Zipped) -> None:
    """The skill's own modules, three files of content, and the wheels."""
    names = ZipFile(zipped.path).namelist()
    tops = {name.partition("/")[0] for name in names if not name.startswith("__pycache__")}
    licences = {top for top in tops if top.endswith(".dist-info")}
    assert tops - licences == {
        "lambda_function.py",
        "skill",
        "ask_sdk_core",
        "ask_sdk_model",
        "ask_sdk_runtime",
        "dateutil",
        "six.py",
    }
    data = [one for one in names if one.startswith("skill/") and not one.endswith((".py", ".pyc"))]
    assert data == [
        "skill/content/compiled/en-US.ears.json",
        "skill/content/compiled/en-US.json",
        "skill/content/compiled/knowledge.json",
        "skill/doors/alexa/screen.json",
    ]


def test_the_zip_has_every_module_that_the_door_imports() -> None:
    """The list of parts is what the imports say, no more and no less."""
    graph = grimp.build_graph("skill")
    loaded = {"skill.doors.alexa"} | graph.find_descendants("skill.doors.alexa")
    upstream = {one for module in loaded for one in graph.find_upstream_modules(module)}
    needed = {part_of(name) for name in loaded | upstream if "." in name}
    needed |= {"__init__", "doors/__init__", "hearing/__init__"}
    assert needed == {part.removesuffix(".py") for part in PARTS}


def part_of(module: str) -> str:
    """Return the part of the package that a module is in: a file, a room, or what is in it."""
    _, room, *inside = module.split(".")
    return f"{room}/{inside[0]}" if room in {"doors", "hearing"} else room


def test_the_zip_keeps_every_licence_it_has(zipped: Zipped) -> None:
    """What other people wrote goes with the words under which they gave it."""
    kept = [one for one in ZipFile(zipped.path).namelist() if ".dist-info/" in one]
    assert kept
    assert all(LICENCES.match(Path(one).name) for one in kept)


def test_the_zip_is_the_same_every_time(zipped: Zipped, tmp_path: Path) -> None:
    """So that a deployment of nothing new changes nothing."""
    again = tmp_path / "again.zip"
    write_bundle(again)
    assert again.read_bytes() == zipped.path.read_bytes()


def test_anybody_may_read_what_is_in_the_zip(zipped: Zipped) -> None:
    """Lambda runs as another user than the one who owns the files."""
    modes = {entry.external_attr >> 16 & 0o777 for entry in ZipFile(zipped.path).infolist()}
    assert modes == {0o644}


UNCHECKED_HASH = 1


def test_every_module_is_compiled_for_the_python_of_lambda(zipped: Zipped) -> None:
    """And never looked at again: a zip rounds the dates that other bytecode goes by.

    Docstrings stay behind, in the bytecode of everyone else's modules as well.
    """
    if interpreter() is None:
        pytest.skip(f"there is no Python {RUNTIME} here (LAMBDA_PYTHON names one)")
    tag = f"cpython-{RUNTIME.replace('.', '')}"
    for module in zipped.folder.rglob("*.py"):
        compiled = module.parent / "__pycache__" / f"{module.stem}.{tag}.pyc"
        (flags,) = struct.unpack("<I", compiled.read_bytes()[4:8])
        assert flags == UNCHECKED_HASH, compiled
        assert b"Return the session as attributes" not in compiled.read_bytes()
    assert not list(zipped.folder.rglob("*.opt-*.pyc"))


def test_without_that_python_the_zip_says_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is written all the same."""
    monkeypatch.setenv("LAMBDA_PYTHON", str(tmp_path / "no-python"))
    assert main(["bundle", str(tmp_path / "one.zip")]) == 0
    said = capsys.readouterr()
    assert "no bytecode" in said.out
    assert "LAMBDA_PYTHON=" in said.err
    assert not [one for one in ZipFile(tmp_path / "one.zip").namelist() if one.endswith(".pyc")]


def test_every_wheel_is_pinned() -> None:
    """With its hashes, from the one lock file."""
    pins = requirements((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert re.findall(r"^([\w-]+)==", pins, re.MULTILINE) == list(WHEELS)
    assert len(re.findall("--hash=sha256:", pins)) >= len(WHEELS)


# --- what the tools of Amazon are told ------------------------------------------------------------


def test_the_tools_make_the_lambda_that_the_zip_is_for() -> None:
    """The ASK CLI and SAM agree with the bytecode, with each other, and with Alexa's patience."""
    told = json.loads((ROOT / "ask-resources.json").read_text(encoding="utf-8"))
    profile = told["profiles"]["default"]
    lambda_ = profile["skillInfrastructure"]["userConfig"]
    template = (ROOT / "template.yaml").read_text(encoding="utf-8")
    sam = dict(re.findall(r"^      (\w+): (\S+)", template, re.MULTILINE))
    assert lambda_["runtime"] == sam["Runtime"] == f"python{RUNTIME}"
    assert lambda_["handler"] == sam["Handler"] == HANDLER
    assert lambda_["lambda"]["memorySize"] == int(sam["MemorySize"]) == 256
    assert lambda_["lambda"]["timeout"] == int(sam["Timeout"]) < 8
    assert sam["CodeUri"] == "build/lambda.zip"
    assert profile["skillMetadata"]["src"] == "./build/skill-package"


def test_no_secret_is_in_what_the_tools_are_told() -> None:
    """No key, no account, no skill of anybody's."""
    secret = re.compile(r"AKIA|secret_|token|password|\b(?!0{12})\d{12}\b|skill\.[1-9a-f]{8}-")
    for name in ("ask-resources.json", "template.yaml", "hooks/build.sh"):
        assert not secret.search((ROOT / name).read_text(encoding="utf-8")), name


def test_the_hook_of_the_ask_cli_writes_the_zip(tmp_path: Path) -> None:
    """With the skill's files and wheels, wherever it is called from."""
    target = tmp_path / "build.zip"
    subprocess.run([ROOT / "hooks/build.sh", target, "false"], cwd=tmp_path, check=True)
    names = set(ZipFile(target).namelist())
    assert {"lambda_function.py", "skill/doors/alexa/handler.py", "ask_sdk_core/skill.py"} <= names


# --- the id of the skill that the ASK CLI made ----------------------------------------------------


STATES = [
    ('{"profiles": {"default": {"skillId": "amzn1.ask.skill.one"}}}', "amzn1.ask.skill.one"),
    ('{"profiles": {"a": {"skillId": "x"}, "b": {"skillId": "x"}}}', "x"),
    ('{"profiles": {"a": {"skillId": "x"}, "b": {"skillId": "y"}}}', ""),
    ('{"profiles": {"default": {"skillId": ""}}}', ""),
    ('{"profiles": []}', ""),
    ("[]", ""),
    ("no JSON", ""),
]


@pytest.mark.parametrize(("states", "found"), STATES)
def test_the_skill_that_was_just_made_is_known(states: str, found: str, tmp_path: Path) -> None:
    """One skill, or none: several profiles may not be mixed up."""
    file = tmp_path / "ask-states.json"
    file.write_text(states, encoding="utf-8")
    assert skill_id(file) == found


def test_without_states_no_skill_is_known(tmp_path: Path) -> None:
    """Before the first deployment."""
    assert skill_id(tmp_path / "none.json") == ""


def test_the_entry_point_answers_for_the_skill_in_the_zip(tmp_path: Path) -> None:
    """No variable has to be set after ``ask deploy``; where one is, it counts."""
    folder = tmp_path / "inside"
    write_bundle(tmp_path / "one.zip", "amzn1.ask.skill.mine")
    with ZipFile(tmp_path / "one.zip") as archive:
        archive.extractall(folder)
    assert (folder / SKILL_ID).read_text(encoding="utf-8") == "amzn1.ask.skill.mine\n"
    events = [body_of(EVENTS[0])]
    if importlib.util.find_spec("awslambdaric"):
        assert [one.where for one in run(sys.executable, folder, events)] == ["error"]
        (same,) = run(sys.executable, folder, events, ALEXA_SKILL_ID=ID)
        assert same.where == "response"


# --- the skill package ----------------------------------------------------------------------------


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return the folder of a package without an owner."""
    write_package(tmp_path, Owner())
    return tmp_path


def manifest(folder: Path) -> Json:
    """Return the manifest in a package."""
    found: Json = json.loads((folder / "skill.json").read_text(encoding="utf-8"))["manifest"]
    return found


def test_a_package_has_the_form_that_the_ask_cli_wants(package: Path) -> None:
    """These files, and no others."""
    files = {one.relative_to(package).as_posix() for one in package.rglob("*") if one.is_file()}
    assert files == {
        "skill.json",
        "interactionModels/custom/en-US.json",
        "assets/images/small.png",
        "assets/images/large.png",
    }


def test_the_models_are_those_of_the_project(package: Path) -> None:
    """Byte for byte."""
    for path in (ROOT / "interaction_models").glob("*.json"):
        copy = package / "interactionModels/custom" / path.name
        assert copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("icon", "side"), [("small", 108), ("large", 512)])
def test_an_icon_has_its_size(package: Path, icon: str, side: int) -> None:
    """As the store shows it."""
    png = (package / f"assets/images/{icon}.png").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (side, side)
    uri = manifest(package)["publishingInformation"]["locales"]["en-US"][f"{icon}IconUri"]
    assert (package / uri.removeprefix("file://")).is_file()


def test_the_owner_s_own_addresses_are_in_the_package(tmp_path: Path) -> None:
    """A privacy policy and a place of one's own; then there is nothing to note."""
    assert write_package(tmp_path, Owner("https://a.test/privacy", "https://a.test/alexa")) == []
    told = manifest(tmp_path)
    privacy = told["privacyAndCompliance"]["locales"]["en-US"]["privacyPolicyUrl"]
    assert privacy == "https://a.test/privacy"
    endpoint = told["apis"]["custom"]["endpoint"]
    assert endpoint == {"uri": "https://a.test/alexa", "sslCertificateType": "Trusted"}


def test_a_lambda_has_no_certificate(tmp_path: Path) -> None:
    """Its address alone, as AWS SAM prints it."""
    write_package(tmp_path, Owner(endpoint="arn:aws:lambda:x:live"))
    assert manifest(tmp_path)["apis"]["custom"]["endpoint"] == {"uri": "arn:aws:lambda:x:live"}


@pytest.mark.parametrize("option", ["--privacy-url", "--endpoint"])
def test_an_address_that_amazon_refuses_is_told(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is written."""
    assert main(["package", "--out", str(tmp_path), option, "http://a.test/"]) == 1
    assert f"{option} http://a.test/: Amazon takes https://" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_missing_privacy_policy_is_told(tmp_path: Path) -> None:
    """The store would refuse it much later."""
    (note,) = write_package(tmp_path, Owner())
    assert NO_PRIVACY in note
    assert "--privacy-url" in note


def test_what_the_ask_cli_noted_is_kept(package: Path) -> None:
    """The Lambda's address survives a new package."""
    file = package / "skill.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    told["manifest"]["apis"]["custom"]["endpoint"] = {"uri": "arn:aws:lambda:x"}
    file.write_text(json.dumps(told), encoding="utf-8")
    write_package(package, Owner())
    assert manifest(package)["apis"]["custom"]["endpoint"] == {"uri": "arn:aws:lambda:x"}


@pytest.mark.parametrize("text", ["", "[]", '{"manifest": {"apis": []}}', '{"manifest": 1}'])
def test_a_broken_package_is_written_anew(package: Path, text: str) -> None:
    """Whatever stands there."""
    (package / "skill.json").write_text(text, encoding="utf-8")
    write_package(package, Owner())
    assert "endpoint" not in manifest(package)["apis"]["custom"]


def test_a_draft_says_so_in_the_store(package: Path, tmp_path: Path) -> None:
    """Until somebody has reviewed the texts, and no longer."""
    draft = read_locale(EN_US)["store"]["draft"]
    told = manifest(package)["publishingInformation"]["locales"]["en-US"]["description"]
    assert told.endswith(draft)
    reviewed = EN_US.read_text(encoding="utf-8").replace(
        'review           = "draft"', 'review           = "reviewed"'
    )
    folder = tmp_path / "locales"
    folder.mkdir()
    (folder / "en-US.toml").write_text(reviewed, encoding="utf-8")
    write_package(package, Owner(), folder)
    told = manifest(package)["publishingInformation"]["locales"]["en-US"]["description"]
    assert draft not in told


# --- what the store would refuse ------------------------------------------------------------------

WRONG: list[tuple[Json, str]] = [
    ({"summary": "x" * 161}, "[store] summary: 161 characters. Keep to 160."),
    ({"description": ""}, "[store] description: this is no text."),
    ({"testing": ["x"]}, "[store] testing: this is no text."),
    ({"disclaimer": "Call a doctor."}, "[store] disclaimer: it does not tell whom to call."),
    ({"draft": "{odd}"}, "[store] draft: a brace is odd."),
    ({"keywords": "pain"}, "[store] keywords: this is no list of texts."),
    ({"keywords": ["x"] * 31}, "[store] keywords: 31 entries. Write 1 to 30."),
    ({"keywords": ["x" * 151]}, f'[store] keywords: "{"x" * 40}" is too long or empty.'),
    ({"examples": ["Alexa, open nerve check"]}, "[store] examples: 1 entries. Write 3 to 3."),
    ({"summry": "x"}, "[store] summry: nothing shows it. Remove it."),
]


@pytest.mark.parametrize(("change", "line"), WRONG, ids=lambda one: str(one)[:40])
def test_what_the_store_would_refuse_is_told(change: Json, line: str) -> None:
    """In one line, with what to do."""
    locale = read_locale(EN_US)
    locale["store"] |= change
    (found,) = store_problems(locale)
    assert found.startswith(line)


EXAMPLES = [
    ("Alexa, open pain check", "does not name the skill"),
    ("Alexa, open nerve check now", "the first opens the skill"),
]


@pytest.mark.parametrize(("example", "line"), EXAMPLES)
def test_a_first_example_that_does_not_open_the_skill_is_told(example: str, line: str) -> None:
    """Testers say it word for word."""
    locale = read_locale(EN_US)
    locale["store"]["examples"][0] = example
    (found,) = store_problems(locale)
    assert line in found


def test_an_example_that_nobody_understands_is_told() -> None:
    """It has to be one of the sample utterances."""
    locale = read_locale(EN_US)
    locale["store"]["examples"][2] = "Alexa, ask nerve check to sing"
    (found,) = store_problems(locale)
    assert 'no intent has "to sing"' in found


def test_a_missing_text_is_told_and_the_misspelt_one_named() -> None:
    """Both lines, so that one look is enough."""
    locale = read_locale(EN_US)
    locale["store"]["sumary"] = locale["store"].pop("summary")
    lines = store_problems(locale)
    assert "[store] summary: missing; the skill store shows it. Add it." in lines
    assert '[store] sumary: nothing shows it. Did you mean "summary"?' in lines


def test_a_locale_without_a_store_is_told() -> None:
    """In one line."""
    locale = read_locale(EN_US)
    del locale["store"]
    assert store_problems(locale) == ["[store]: missing; the skill store shows it. Add it."]


def test_a_package_with_wrong_texts_is_not_written(tmp_path: Path) -> None:
    """What stood there before stays."""
    folder = tmp_path / "locales"
    folder.mkdir()
    wrong = EN_US.read_text(encoding="utf-8").replace("summary     =", "sumary     =")
    (folder / "en-US.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(ContentError, match=r"en-US\.toml: \[store\] summary: missing"):
        write_package(tmp_path / "package", Owner(), folder)
    assert not (tmp_path / "package").exists()


def test_no_word_of_the_store_goes_to_lambda(zipped: Zipped) -> None:
    """It would be paid for at every start."""
    store = tomllib.loads(EN_US.read_text(encoding="utf-8"))["store"]
    texts = (zipped.folder / "skill/content/compiled/en-US.json").read_text(encoding="utf-8")
    assert store["summary"] not in texts
    assert '"store' not in texts

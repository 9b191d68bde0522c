"""What a start and a turn may cost, counted and not timed: a loaded machine counts the same.

How long they take is measured by ``make bench``; docs/performance.md has the figures. A guard
that fails names what got in. Words per prompt have their own limits in test_wording_limits.py.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from benchmarks.child import RUNTIME
from benchmarks.events import DEVICES, KNOWLEDGE, LONG, SKILL_ID, again, answered, moments
from skill.dialogue.session import load
from skill.doors.alexa import build_handler
from skill.hearing.intents import LENGTH
from skill.workshop.packaging.bundle import PARTS

Json = dict[str, Any]

REPOSITORY = Path(__file__).parents[1]

MODULES = 130
"""That a start and its first turn may load beside the runtime's; the hello world loads 441."""
MODELS = 60
"""Of them the SDK's models."""
LATE = frozenset(
    f"skill.hearing.{name}"
    for name in (
        *("amounts", "context", "ears", "normal", "opening", "patterns"),
        *("pending", "replies", "sentence", "values"),
    )
)
"""Loaded when words first need them."""
FORBIDDEN = (
    *sorted(LATE),
    "ask_sdk_core.handler_input",
    "ask_sdk_core.serialize",
    "ask_sdk_core.skill",
    "ask_sdk_model.services",
    "asyncio",
    "boto3",
    "dateutil",
    "flask",
    "hassil",
    "html",
    "importlib.metadata",
    "importlib.resources",
    "pathlib",
    "pydantic",
    "random",
    "requests",
    "skill.doors.terminal",
    "skill.doors.voice",
    "skill.doors.web",
    "skill.hearing.phrases",
    "skill.playing",
    "skill.telling",
    "skill.workshop",
    "socket",
    "statistics",
    "tomllib",
    "urllib",
    "urllib3",
    "xml",
    "yaml",
    "zoneinfo",
)

STATE = 256
"""Bytes of session attributes, ``asked`` not counted."""

START = """
import gc, importlib, json, os, re, sys
runtime, paths, skill_id, events = json.loads(sys.argv[1])
for name in runtime.split():
    importlib.import_module(name)
sys.path[:0] = paths
os.environ["ALEXA_SKILL_ID"] = skill_id
before = set(sys.modules)
re.purge()
from lambda_function import lambda_handler
for event in events:
    lambda_handler(event, None)
print(json.dumps({
    "modules": sorted(set(sys.modules) - before),
    "patterns": sorted(str(pattern) for _, pattern, _ in re._cache),
    "collects": gc.isenabled(),
    "kept": gc.get_freeze_count(),
}))
"""


@pytest.fixture(scope="module")
def started() -> Json:
    """Return what a fresh interpreter tells after it started and answered on both devices."""
    events = [event for device in DEVICES for event in moments(device).values()]
    paths = [str(REPOSITORY / "lambda"), str(REPOSITORY)]
    told = json.dumps([RUNTIME, paths, SKILL_ID, events])
    command = [sys.executable, "-I", "-W", "ignore", "-c", START, told]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    answer: Json = json.loads(done.stdout)
    return answer


@pytest.fixture(scope="module")
def loaded(started: Json) -> list[str]:
    """Return the modules that a start and its first turns load."""
    names: list[str] = started["modules"]
    return names


def test_a_start_loads_few_modules(loaded: list[str]) -> None:
    """Each costs a file to open, on the way to the first word."""
    assert len(loaded) <= MODULES, loaded
    models = [name for name in loaded if name.split(".")[0] == "ask_sdk_model"]
    assert len(models) <= MODELS, models


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_start_loads_nothing_heavy(loaded: list[str], name: str) -> None:
    """Not itself, and nothing inside it."""
    assert not [one for one in loaded if one == name or one.startswith(f"{name}.")]


PARTLY = ("doors", "hearing")
"""The rooms of which a start loads a part."""


def inside(folder: Path) -> set[str]:
    """Return what code is right inside a folder of the skill, by dotted names."""
    found = {one.parent for one in folder.glob("*/__init__.py")}
    found |= {one.with_suffix("") for one in folder.glob("*.py") if one.stem[0] != "_"}
    return {".".join(one.relative_to(REPOSITORY).parts) for one in found}


def test_every_room_is_brought_along_or_forbidden() -> None:
    """A room that is moved or new would else be in no list, and a list that names none passes."""
    skill = REPOSITORY / "skill"
    names = {part.removesuffix(".py").replace("/", ".") for part in PARTS}
    brought = {f"skill.{name}" for name in names if not name.endswith("__init__")}
    forbidden = {name for name in FORBIDDEN if name.partition(".")[0] == "skill"}
    whole = inside(skill) - {f"skill.{room}" for room in PARTLY}
    parts = (inside(skill / room) for room in PARTLY)
    assert brought | forbidden == whole.union(*parts)
    assert brought & forbidden == LATE


def test_a_start_compiles_no_pattern_that_nobody_needs_yet(started: Json) -> None:
    """That of a length of time takes longer to compile than a turn, and few say one."""
    assert LENGTH not in started["patterns"]


def test_a_start_leaves_the_collector_on(started: Json) -> None:
    """It is off during the start only, and never looks through what the start made."""
    assert started["collects"]
    assert started["kept"] > 10_000


def calls(call: Callable[[], object]) -> int:
    """Return how many Python functions a call enters."""
    count = 0

    def entered(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(entered)
    try:
        call()
    finally:
        sys.setprofile(before)
    return count


MOST_CALLS = {
    ("Show", "launch"): 260,
    ("Show", "yes in the middle"): 316,
    ("Show", "yes to the result"): 705,
    ("Dot", "launch"): 220,
    ("Dot", "yes in the middle"): 250,
    ("Dot", "yes to the result"): 650,
}
"""The hello world makes about 1,000 on a Show and 450 on a Dot, whatever is said.

What follows in the middle is a choice now, and a screen has a button for each of its values.
"""


@pytest.mark.parametrize(("device", "moment"), MOST_CALLS)
def test_a_turn_makes_few_calls(device: str, moment: str) -> None:
    """A tenth more than when they were counted, on Python 3.11, which counts the most."""
    handler, event = build_handler(SKILL_ID), moments(device)[moment]
    handler(event, None)
    assert calls(lambda: handler(event, None)) <= MOST_CALLS[device, moment]


def test_the_number_of_answers_hardly_counts() -> None:
    """The same question is put again after none and after many: few calls more.

    Not at the first time, when the codes of the answers are looked up.
    """
    handler = build_handler(SKILL_ID)
    none, many = (again("Dot", answered(count)) for count in (0, LONG))
    for event in (none, many):
        handler(event, None)
    few = calls(lambda: handler(none, None))
    assert calls(lambda: handler(many, None)) <= 1.15 * few


def test_the_state_of_a_long_interview_is_small() -> None:
    """It travels with every request and every response."""
    state = answered(LONG)
    assert len(json.dumps(state)) <= STATE
    session = load(KNOWLEDGE, state)
    assert session is not None
    assert len(session.answers) == LONG


MOST_BYTES = {"launch": 600, "yes in the middle": 600, "yes to the result": 1_800}


@pytest.mark.parametrize("moment", MOST_BYTES)
def test_a_response_is_small(moment: str) -> None:
    """On a speaker; with a screen it brings the document, which test_screens.py limits."""
    answer = build_handler(SKILL_ID)(moments("Dot")[moment], None)
    assert len(json.dumps(answer)) <= MOST_BYTES[moment]

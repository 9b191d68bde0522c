"""Starts of fresh interpreters, ours and the reference's in turns."""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.events import SKILL_ID, Json

CHILD = Path(__file__).with_name("child.py")


class Variant(NamedTuple):
    """A skill to start: the folder it is in, its module, and the requests it answers."""

    root: Path
    module: str
    events: tuple[Json, ...]
    runtime: bool = True
    """Whether what AWS Lambda's runtime has loaded is loaded before the clock starts."""


class Start(NamedTuple):
    """What one start took: seconds of CPU unless ``wall`` is said."""

    begin: float
    first: float
    wall: float
    whole: float
    whole_wall: float
    memory: int
    modules: tuple[str, ...]
    new: int

    @property
    def cold(self) -> float:
        """Return start and first answer together."""
        return self.begin + self.first


def start(variant: Variant) -> Start:
    """Return what it takes to start a variant and to get its first answer."""
    job = {**variant._asdict(), "root": str(variant.root)}
    command = [sys.executable, "-I", "-S", "-B", "-W", "ignore", str(CHILD), json.dumps(job)]
    environment = {**os.environ, "ALEXA_SKILL_ID": SKILL_ID}
    began, before = time.perf_counter(), _children()
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)  # noqa: S603
    wall, cpu = time.perf_counter() - began, _children() - before
    told: dict[str, Any] = json.loads(done.stdout)
    return Start(
        begin=told["cpu"][0],
        first=told["cpu"][1],
        wall=sum(told["wall"][:2]),
        whole=cpu,
        whole_wall=wall,
        memory=told["memory"],
        modules=tuple(told["modules"]),
        new=told["new"],
    )


def _children() -> float:
    """Return the seconds of CPU of all children so far; os.times() tells hundredths only."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def in_turns(runs: int, *variants: Variant) -> list[list[Start]]:
    """Return the starts of each variant, one of each after the other; the first round warms up."""
    rounds = [[start(one) for one in variants] for _ in range(runs + 1)][1:]
    return [list(series) for series in zip(*rounds, strict=True)]

"""Holds many interviews at once with the hosted endpoint, and kills a worker in the middle.

``PYTHONPATH=.:tests python benchmarks/load.py``: gunicorn with its two workers, on this machine
only. What every turn says is compared with what it says in a quiet run. A turn whose connection
breaks is sent again, as somebody would say it again; how many were is told. Exits 1 when an
interview does not end as in the quiet run.
"""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPException
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Lock
from time import perf_counter, sleep
from typing import Any, NamedTuple

from amazon import request_of
from hosting import Gunicorn, dated, gunicorn, post

from skill.doors.alexa import build_handler
from skill.doors.web.speaker import envelope
from skill.doors.web.stories import STORIES, patient_acts
from skill.playing.stories import read_cases

Json = dict[str, Any]

MOST_TRIES = 20
WORKERS = 2
"""As the server's own configuration says."""


class Interview(NamedTuple):
    """What somebody does, and what is answered in a quiet run."""

    asked: list[Json]
    answers: list[Json]


class Tally:
    """What is counted, by all connections together; kills a worker when it is time."""

    def __init__(self, server: Gunicorn, kill_at: int) -> None:
        self.server = server
        self.kill_at = kill_at
        self.times: list[float] = []
        self.again = 0
        self.killed = 0
        self._lock = Lock()

    def turn(self, seconds: float) -> None:
        """Count a turn."""
        with self._lock:
            self.times.append(seconds)
            if len(self.times) == self.kill_at:
                self.killed = workers(self.server)[0]
                os.kill(self.killed, signal.SIGKILL)

    def repeat(self) -> None:
        """Count a turn whose connection broke."""
        with self._lock:
            self.again += 1


def workers(server: Gunicorn) -> list[int]:
    """Return the processes that answer."""
    pid = server.process.pid
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def quiet() -> list[Interview]:
    """Return the interviews of all stories, one after another and without a server."""
    handler = build_handler()

    def played(asked: list[Json]) -> Iterator[Json]:
        attributes: Json = {}
        for one in asked:
            answer = handler(envelope(one, attributes, "en-US"), None)
            yield answer
            attributes = answer.get("sessionAttributes", {})

    stories = [[request_of(act) for act in patient_acts(case)] for case in read_cases(STORIES)]
    return [Interview(asked, list(played(asked))) for asked in stories]


class Caller:
    """One connection, opened again when it breaks."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.connection = tally.server.connection()

    def hold(self, interview: Interview) -> bool:
        """Return whether every turn of an interview is as in the quiet run."""
        attributes: Json = {}
        for one, expected in zip(interview.asked, interview.answers, strict=True):
            answer = self.say(dated(envelope(one, attributes, "en-US")))
            if answer != expected:
                return False
            attributes = answer.get("sessionAttributes", {})
        return True

    def say(self, body: bytes) -> Json | None:
        """Return the answer to a turn; None when it cannot be had."""
        for _ in range(MOST_TRIES):
            began = perf_counter()
            try:
                status, answer = post(self.connection, body)
            except (OSError, HTTPException):
                self.connection.close()
                self.connection = self.tally.server.connection()
                self.tally.repeat()
                continue
            self.tally.turn(perf_counter() - began)
            return answer if status == 200 else None  # noqa: PLR2004 - as HTTP calls success
        return None


def shared(interviews: list[Interview], turns: int) -> list[Interview]:
    """Return interviews, over and over, until there are so many turns."""
    chosen: list[Interview] = []
    for one in cycle(interviews):
        if turns <= 0:
            return chosen
        chosen.append(one)
        turns -= len(one.asked)
    return chosen


def run(server: Gunicorn, interviews: list[Interview], connections: int) -> tuple[Tally, int]:
    """Hold the interviews; return what was counted, and how many ended as they should."""
    tally = Tally(server, sum(len(one.asked) for one in interviews) // 2)
    todo, lock = iter(interviews), Lock()

    def work(_: int) -> int:
        caller, held = Caller(tally), 0
        with closing(Hung(caller)):
            while True:
                with lock:
                    interview = next(todo, None)
                if interview is None:
                    return held
                held += caller.hold(interview)

    with ThreadPoolExecutor(connections) as pool:
        return tally, sum(pool.map(work, range(connections)))


class Hung(NamedTuple):
    """Hangs up for a caller, whichever connection it has by then."""

    caller: Caller

    def close(self) -> None:
        """Hang up."""
        self.caller.connection.close()


def told(name: str, times: list[float]) -> str:
    """Return a line about times in milliseconds."""
    cuts = quantiles(times, n=100)
    return (
        f"{name}: median {cuts[49]:.1f} ms, 95th percentile {cuts[94]:.1f} ms, "
        f"99th {cuts[98]:.1f} ms, longest {max(times):.1f} ms"
    )


def main() -> int:
    """Print what was counted; return 1 when an interview was lost."""
    parser = argparse.ArgumentParser(description="Loads the hosted endpoint.")
    parser.add_argument("--turns", type=int, default=10_000)
    parser.add_argument("--connections", type=int, default=8)
    parsed = parser.parse_args()
    interviews = shared(quiet(), parsed.turns)
    with TemporaryDirectory() as folder, gunicorn(Path(folder)) as server:
        ready(server)
        began, first = perf_counter(), workers(server)
        tally, held = run(server, interviews, parsed.connections)
        seconds, last = perf_counter() - began, workers(server)
        lines = [json.loads(line) for line in server.out.read_text().splitlines()]
    print(f"{len(tally.times)} turns in {seconds:.1f} s, {len(tally.times) / seconds:.0f} a second")
    print(told("seen by the caller", [1000 * one for one in tally.times]))
    print(told("in the server", [line["ms"] for line in lines]))
    print(f"workers {first}, then {last}; killed {tally.killed}; turns sent again: {tally.again}")
    print(f"interviews: {len(interviews)}, as in the quiet run: {held}")
    return 0 if held == len(interviews) and tally.killed in set(first) - set(last) else 1


def ready(server: Gunicorn) -> None:
    """Wait until it answers with all its workers."""
    with closing(server.connection()) as connection:
        connection.request("GET", "/healthz")
        connection.getresponse().read()
    while len(workers(server)) < WORKERS:
        sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())

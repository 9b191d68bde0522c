"""Runs in a fresh interpreter: starts one skill, answers requests, prints what it took.

``python -I -S -B child.py '{"root": …, "module": …, "events": [...], "runtime": true}'``
It imports next to nothing itself, since what it imports would not be counted.
"""

import gc
import json
import sys
import time

RUNTIME = (
    "__future__ atexit collections.abc contextlib decimal enum functools importlib json logging "
    "math numbers os re reprlib string textwrap threading traceback types warnings weakref"
)
"""What awslambdaric 4.2.2 has loaded of the standard library before it imports a skill."""


def main(job: dict) -> dict:  # type: ignore[type-arg]
    """Return seconds of wall clock and CPU: [start, first answer, further answers...]."""
    for name in RUNTIME.split() if job["runtime"] else ():
        __import__(name)
    sys.path.insert(0, job["root"])
    before = len(sys.modules)
    gc.collect()
    clocks = [_now()]
    handler = __import__(job["module"]).lambda_handler
    clocks.append(_now())
    for event in job["events"]:
        handler(event, None)
        clocks.append(_now())
    wall, cpu = (
        [clocks[at][which] - clocks[at - 1][which] for at in range(1, len(clocks))]
        for which in (0, 1)
    )
    loaded = sorted(sys.modules)
    return {
        "wall": wall,
        "cpu": cpu,
        "memory": _memory(),
        "modules": loaded,
        "new": len(loaded) - before,
    }


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _memory() -> int:
    """Return the resident memory in KiB, 0 where it cannot be read."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - loads less
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(json.loads(sys.argv[1]))))

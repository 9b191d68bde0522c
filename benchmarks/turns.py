"""Warm turns in one process, in blocks of ours and the reference's; CPU time of each call."""

import gc
from collections.abc import Callable
from time import thread_time_ns

from benchmarks.events import Json

Handler = Callable[[Json, object], object]
Call = Callable[[], object]

CALLS = 100
"""In a block."""


def call(handler: Handler, event: Json) -> Call:
    """Return what answers a request when it is called."""
    return lambda: handler(event, None)


def block(answer: Call) -> list[int]:
    """Return the nanoseconds of each call of a block."""
    gc.collect()
    took = []
    for _ in range(CALLS):
        began = thread_time_ns()
        answer()
        took.append(thread_time_ns() - began)
    return took


def in_turns(runs: int, *calls: Call) -> list[list[list[int]]]:
    """Return the blocks of each call, one of each after the other; the first round warms up."""
    rounds = [[block(one) for one in calls] for _ in range(runs + 1)][1:]
    return [list(series) for series in zip(*rounds, strict=True)]

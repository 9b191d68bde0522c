"""A bar on the terminal for commands that take a while; a file or a pipe gets none."""

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TextIO, TypeVar

One = TypeVar("One")

WIDTH = 30


def track(items: Iterable[One], label: str, stream: TextIO = sys.stderr) -> Iterator[One]:
    """Yield the items, showing how many of them are done; the bar is wiped at the end.

    The items must have a length.
    """
    total = len(items) if isinstance(items, Sized) else 0
    if not stream.isatty() or not total:
        yield from items
        return
    try:
        for done, item in enumerate(items):
            show(f"{label} {bar(done, total)}", stream)
            yield item
    finally:
        show("", stream)


def bar(done: int, total: int) -> str:
    """Return a bar with its counts: ``[#####.....] 5 of 10``."""
    full = WIDTH * done // total
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {done} of {total}"


def show(line: str, stream: TextIO = sys.stderr) -> None:
    """Put a line in place of the one that stands there, on a terminal."""
    if stream.isatty():
        stream.write(f"\r\x1b[K{line}")
        stream.flush()

"""The bar: shown on a terminal, never in a file, and it loses no item."""

import io

from skill.workshop.progress import bar, track


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return yes."""
        return True


def test_a_terminal_sees_how_far_it_is() -> None:
    """Item by item; at the end the line is empty again."""
    seen = Terminal()
    assert list(track("abc", "counting", seen)) == ["a", "b", "c"]
    lines = seen.getvalue().split("\r\x1b[K")
    assert lines[1] == f"counting [{'.' * 30}] 0 of 3"
    assert lines[3] == f"counting [{'#' * 20}{'.' * 10}] 2 of 3"
    assert lines[-1] == ""


def test_a_file_sees_nothing() -> None:
    """What is piped on stays clean."""
    seen = io.StringIO()
    assert list(track([1, 2], "counting", seen)) == [1, 2]
    assert not seen.getvalue()


def test_the_bar_is_wiped_when_work_is_left() -> None:
    """As when an item fails."""
    seen = Terminal()
    items = track([1, 2], "counting", seen)
    next(items)
    items.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert seen.getvalue().endswith("\r\x1b[K")


def test_bars() -> None:
    """Empty, half, full."""
    assert bar(0, 2) == f"[{'.' * 30}] 0 of 2"
    assert bar(1, 2) == f"[{'#' * 15}{'.' * 15}] 1 of 2"
    assert bar(2, 2) == f"[{'#' * 30}] 2 of 2"

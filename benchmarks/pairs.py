"""Two things measured in turns, and what a pair says: a ratio, the median of many, its spread."""

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import NamedTuple

Measure = Callable[[], float]


class Ratio(NamedTuple):
    """How much of the other's cost something has: the median of pairs, and their quartiles."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return it as the report writes it: ``0.35 (0.33-0.38)``."""
        digits = 2 if self.middle >= 0.1 else 3  # noqa: PLR2004 - two figures that count
        low, middle, high = (f"{one:.{digits}f}" for one in (self.low, self.middle, self.high))
        return f"{middle} ({low}-{high})"


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Return the ratio of two series that were measured in turns."""
    each = [one / other for one, other in zip(ours, theirs, strict=True)]
    low, _, high = quantiles(each, n=4)
    return Ratio(median(each), low, high)


def percentile(values: Sequence[float], per_hundred: int) -> float:
    """Return the value below which so many of a hundred lie."""
    return sorted(values)[min(len(values) - 1, len(values) * per_hundred // 100)]

"""What it costs to hear words: the tables once, when words first need them, then each sentence."""

from collections.abc import Callable
from statistics import median, quantiles
from time import thread_time

from skill import library
from skill.hearing.ears import LONGEST, Ears
from skill.hearing.sentence import Asked

LOCALE = "en-US"
SAID: dict[str, Asked] = {
    "yes": Asked("yesno", {"gate_fever": "gate_fever"}),
    "no i don't have a fever but my left leg has been numb since tuesday": Asked("region"),
    "my lower back after i lifted a box and it shoots down my leg": Asked("launch"),
    "is that bad or no": Asked("yesno", {"gate_fever": "gate_fever"}),
    "i think my dad is having a stroke": Asked("duration"),
}
LONG = "my back hurts and i do not know what to do about it and what it is"


def loading(runs: int) -> str:
    """Return the milliseconds of CPU that it takes to read a locale's tables."""
    return _spread([_took(_load) for _ in range(runs)])


def sentence(runs: int) -> str:
    """Return the milliseconds of CPU of a sentence as people say it."""
    ears = _load()
    took = [
        _took(lambda: [ears.hear(said, asked) for said, asked in SAID.items()]) for _ in range(runs)
    ]
    return _spread([one / len(SAID) for one in took])


def longest(runs: int) -> str:
    """Return the milliseconds of CPU of the longest sentence that is heard at all."""
    ears = _load()
    said = (f"{LONG} " * LONGEST)[:LONGEST]
    return _spread([_took(lambda: ears.hear(said, Asked())) for _ in range(runs)])


def _load() -> Ears:
    library.locale_ears.cache_clear()
    return Ears(library.locale_ears(LOCALE))


def _took(call: Callable[[], object]) -> float:
    began = thread_time()
    call()
    return 1000 * (thread_time() - began)


def _spread(took: list[float]) -> str:
    low, _, high = quantiles(took, n=4)
    return f"{median(took):.1f} ms ({low:.1f}-{high:.1f})"

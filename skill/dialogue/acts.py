"""What a caller can do in a turn, whatever words or buttons it took."""

from typing import NamedTuple


class Act(NamedTuple):
    """One act; ``finding`` and ``value`` are filled by the acts that carry a value."""

    name: str
    finding: str = ""
    value: str = ""


LAUNCH = Act("launch")
YES = Act("yes")
NO = Act("no")
UNSURE = Act("unsure")
HEDGED_YES = Act("hedged_yes")
HEDGED_NO = Act("hedged_no")
NONE = Act("none")
REPEAT = Act("repeat")
REPHRASE = Act("rephrase")
WHY = Act("why")
BACK = Act("back")
SKIP = Act("skip")
START_OVER = Act("start_over")
HELP = Act("help")
STOP = Act("stop")
MISHEARD = Act("misheard")


def choose(finding: str, value: str) -> Act:
    """Return the act of naming a value of a choice: ``choose("main_region", "neck")``."""
    return Act("choose", finding, value)


def age(years: str) -> Act:
    """Return the act of saying an age; what is no age in years is not understood."""
    return Act("choose", "age_band", years)

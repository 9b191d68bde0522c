"""What a caller can do in a turn, whatever words or buttons it took."""

from typing import NamedTuple


class Act(NamedTuple):
    """One act; the other fields are filled by the acts that carry a value."""

    name: str
    finding: str = ""
    value: str = ""
    told: tuple[tuple[str, str], ...] = ()


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
BACK = Act("back", value="1")
SKIP = Act("skip")
START_OVER = Act("start_over")
HELP = Act("help")
STOP = Act("stop")
SLOWER = Act("slower")
NORMAL_SPEED = Act("normal_speed")
HOW_MANY_LEFT = Act("how_many_left")
FOR_OTHER = Act("for_other")
RESULT_WHO = Act("result_who")
RESULT_HOME = Act("result_home")
RESULT_WHY = Act("result_why")
RESULT_WARN = Act("result_warn")
SEND = Act("send")
MISHEARD = Act("misheard")
WAIT = Act("wait")
"""Somebody needs a moment: no answer, and no miss."""
CRY = Act("cry")
"""It hurts: said of pain, and no answer."""
CORRECT = Act("correct")
"""What was recorded last is not what was said."""
ONE_BY_ONE = Act("one_by_one")
"""Several signs at once are too many."""
NOTHING_TICKED = Act("nothing_ticked")
"""A list of signs that is done with none of them ticked: it denies none of them."""
OPTION = "option"
"""What a value is chosen of whose question is not named: "both", "the second one"."""


def choose(finding: str, value: str) -> Act:
    """Return the act of naming a value of a choice: ``choose("main_region", "neck")``."""
    return Act("choose", finding, value)


def back(times: str) -> Act:
    """Return the act of going back several questions; what is no number is not understood."""
    return Act("back", value=times)


def age(years: str) -> Act:
    """Return the act of saying an age; what is no age in years is not understood."""
    return choose("age_band", years)


def lasted(days: str) -> Act:
    """Return the act of saying for how many days it has hurt."""
    return choose("duration", days)


def half(finding: str, part: str) -> Act:
    """Return the act of saying half a value: ``half("main_region", "back")``, upper or lower."""
    return Act("half", finding, part)


def check(*told: tuple[str, str]) -> Act:
    """Return the act of saying what may be a sign: it is asked back before it counts."""
    return Act("check", told=told)


def number(said: str) -> Act:
    """Return the act of saying a bare number: an age, or a pain of ten, by what was asked."""
    return Act("number", value=said)


def tell(*told: tuple[str, str]) -> Act:
    """Return the act of telling findings in one's own words: ``tell(("numb_tingling", "yes"))``."""
    return Act("tell", told=told)


def ask(question: str) -> Act:
    """Return the act of asking a question of one's own: ``ask("q5")``."""
    return Act("ask", value=question)


def emergency(kind: str) -> Act:
    """Return the act of saying words that act at once: ``emergency("chest")``."""
    return Act("emergency", value=f"said_{kind}")

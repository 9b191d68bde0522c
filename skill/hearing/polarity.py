"""Whether a reply says yes, no, or that nobody knows.

Owns how the words of a yes, a no and a doubt are weighed against each other. A no that holds a
doubt or a yes is never a no; what contradicts itself is neither, and is asked again.
"""

from skill.hearing.frames import Search
from skill.hearing.phrases import Expects, Hear, Heard

ANSWERED = frozenset({"yesno", "screen", "readback", "result"})
CONFIRMS = frozenset({"readback", "result"})
"""Turns on which a no is always safe: it opens the answers again, or declines an offer."""

NAMED = 5
"""A thing that there is none of has no more words than that."""

UNSURE = Heard("UnsureIntent", {})
NONE = Heard("NoneOfTheseIntent", {})
SAYS = {
    ("yes", False): Heard("AMAZON.YesIntent", {}),
    ("yes", True): Heard("HedgedYesIntent", {}),
    ("no", False): Heard("AMAZON.NoIntent", {}),
    ("no", True): Heard("HedgedNoIntent", {}),
}
"""What is said, and whether it is hedged -> what Alexa would send."""

HEDGED = {SAYS[one, False].intent: SAYS[one, True] for one in ("yes", "no")}
"""A plain yes or no, and the same hedged."""


TABLES = (
    "agree",
    "aside",
    "casual",
    "courtesy",
    "deny",
    "doubt",
    "doubtless",
    "ends_no",
    "ends_yes",
    "excepts",
    "filler",
    "fine",
    "gone",
    "hedge",
    "keeps",
    "lead",
    "negation",
    "no",
    "nones",
    "plain_no",
    "polite",
    "repair",
    "subject",
    "turns_no",
    "turns_yes",
    "whole",
    "yes",
)
"""The parts of ``[hear.polarity]``."""


class Polarity:
    """Reads yes, no and doubt out of a sentence without fillers."""

    def __init__(self, hear: Hear) -> None:
        self._has = {name: Search(hear, hear["polarity"][name], str) for name in TABLES}

    def answer(self, said: str, expects: Expects) -> Heard | None:
        """Return what is answered on this turn, or None when that is not plain."""
        has = self._has
        said = has["filler"].without(said)
        if has["doubt"](said) and not has["doubtless"](said):
            return UNSURE
        if expects not in ANSWERED:
            return None
        last = self._corrected(said)
        return self._of(last, expects) or self._at_last(last, expects)

    def _corrected(self, said: str) -> str:
        """Return what follows the last correction; all but the corrections when nothing does."""
        repair = self._has["repair"]
        ends = sorted((end for _, end in repair.found(said)), reverse=True)
        after = (repair.without(said[end:]) for end in ends)
        return next((part for part in after if part), repair.without(said))

    def _at_last(self, said: str, expects: Expects) -> Heard | None:
        """Return the answer after a "but" that nothing answered before: "once, but not now, no"."""
        before, but, after = said.rpartition(" but ")
        settled = self._has["yes"](before) or self._has["negation"](before)
        answer = self._of(after, expects) if but and not settled else None
        return HEDGED.get(answer.intent, answer) if answer else None

    def _of(self, said: str, expects: Expects) -> Heard | None:
        """Return the answer of a sentence in which nothing is corrected."""
        has = self._has
        for one in ("yes", "no"):
            other = {"yes": "no", "no": "yes"}[one]
            reason = self._without_verdict(said, one)
            against = "negation" if one == "yes" else other
            if reason != said and not has[other](reason) and not has[against](reason):
                return SAYS[one, False]
        lead = has["lead"].at_start(said)
        if not lead:
            return self._stated(said, expects)
        run, tail = said[:lead], said[lead:].strip()
        spoken = self._spoken(run)
        if spoken == "yes":
            return self._yes(said, tail, run)
        return self._no(said, tail, expects, run) if spoken else None

    def _without_verdict(self, said: str, one: str) -> str:
        """Return what comes before the yes or no that ends a sentence; all of it without one."""
        return said[: self._has[f"ends_{one}"].first(said)]

    def _spoken(self, run: str) -> str:
        """Return what the words of yes and no at the beginning say: of both, the last."""
        both = [name for name in ("yes", "no") if self._has[name](run)]
        if len(both) == 1:
            return both[0]
        if not self._has["casual"](run):
            return ""
        last = {name: max(end for _, end in self._has[name].found(run)) for name in both}
        return max(last, key=lambda name: last[name])

    def _yes(self, said: str, tail: str, run: str) -> Heard | None:
        """Return a yes with its tail, unless the tail may turn it."""
        has = self._has
        mixed = has["no"](run)
        if has["no"](tail) or has["turns_yes"](tail):
            return None
        if has["negation"].first(tail) < has["aside"].first(tail):
            return None
        return SAYS["yes", mixed or has["hedge"](said)]

    def _no(self, said: str, tail: str, expects: Expects, run: str) -> Heard | None:
        """Return a no with its tail, when the tail denies as well."""
        has = self._has
        if has["yes"](tail) or has["turns_no"](said):
            return None
        mixed = has["yes"](run)
        if expects == "screen":
            if has["whole"](tail) and not has["excepts"](tail):
                return NONE
            if tail and not has["polite"].at_start(tail):
                return None
        elif expects == "readback" and self._thing(tail):
            return None
        elif tail and expects not in CONFIRMS:
            if not (has["courtesy"].at_start(tail) or has["negation"](tail) or self._thing(tail)):
                return None
            if has["keeps"](said):
                return None
        return SAYS["no", mixed or has["hedge"](said) or self._thing(tail)]

    def _thing(self, tail: str) -> bool:
        """Tell whether what follows a no is what there is none of: "no fever or chills"."""
        subject = self._has["subject"].at_start(tail) or self._has["courtesy"].at_start(tail)
        return bool(tail) and not subject and len(tail.split()) <= NAMED

    def _stated(self, said: str, expects: Expects) -> Heard | None:
        """Return what a statement says that does not begin with yes or no."""
        return self._agrees(said) or self._denies(said, expects) or self._amid(said, expects)

    def _agrees(self, said: str) -> Heard | None:
        """Return a yes for a statement that agrees: "it does that"."""
        has = self._has
        turned = has["negation"](said) or has["turns_yes"](said)
        return (
            SAYS["yes", has["hedge"](said)] if has["agree"].at_start(said) and not turned else None
        )

    def _denies(self, said: str, expects: Expects) -> Heard | None:
        """Return a no for a statement that denies: "never had it", "it is fine", "not any more"."""
        has = self._has
        if has["yes"](said):
            return None
        if expects == "screen":
            return NONE if self._denies_all(said) else None
        if has["gone"](said):
            return SAYS["no", True]
        if has["turns_no"](said) or has["keeps"](said):
            return None
        if has["fine"](said) and not has["negation"](said):
            return SAYS["no", True]
        return SAYS["no", has["hedge"](said)] if has["deny"].at_start(said) else None

    def _denies_all(self, said: str) -> bool:
        """Tell whether a statement denies every sign that was asked."""
        has = self._has
        if has["excepts"](said):
            return False
        whole = has["deny"].at_start(said) and has["whole"](said) and not has["turns_no"](said)
        return bool(has["nones"](said) or (whole and not has["keeps"](said)))

    def _amid(self, said: str, expects: Expects) -> Heard | None:
        """Return the yes or no that stands amid a statement, when nothing speaks against it."""
        has = self._has
        if has["yes"](said) and not has["negation"](said) and not has["turns_yes"](said):
            return SAYS["yes", True]
        turned = has["yes"](said) or has["turns_no"](said) or has["keeps"](said)
        if has["plain_no"](said) and not turned and expects != "screen":
            return SAYS["no", True]
        return None

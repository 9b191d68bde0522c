"""What a reply says: yes, no, doubt, or signs by name; those that are asked, and others.

Knows which findings are pending and nothing of what they mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.hearing.context import (
    ASKED,
    CONDITIONAL,
    DENIED,
    DOUBTED,
    OLD,
    ONLY,
    OTHER,
    PAST,
    STORY,
    SUPPOSED,
    UNREAL,
    Mention,
)
from skill.hearing.sentence import ORDINALS, Asked, Sentence, outermost, within
from skill.hearing.values import Values

YES, NO, NONE, SOME, UNSURE, HEDGE = "yes", "no", "none", "some", "unsure", "hedge"
VERDICTS = frozenset({YES, NO, NONE})
LOOSE_TALK = frozenset({ASKED, SUPPOSED, CONDITIONAL})
"""In these a yes or a no answers nothing."""
FEW = 3
"""A hedge beside so many words is the answer."""
NAMING = 4
"""Words with which one of several signs is counted: "I think the second one"."""
GOES_ON = frozenset({"readback", "result", "launch"})
"""Where "go on" agrees."""
SURE = {YES: acts.YES, NO: acts.NO, NONE: acts.NONE}
HEDGED = {YES: acts.HEDGED_YES, NO: acts.HEDGED_NO, NONE: acts.NONE}


class Replies:
    """Finds what a locale's replies say of what is asked."""

    def __init__(self, tables: Mapping[str, Any], values: Values) -> None:
        means = tables["means"]
        self._values = values
        self._gates: Mapping[str, str] = means["emergency"]
        self._lasting = frozenset(means["lasting"])
        self._asked_only = frozenset(means["asked_only"])
        self._new = frozenset(means["new"])

    def reply(self, said: Sentence, asked: Asked) -> Act | None:
        """Return the answer to what is asked, or what is told instead."""
        return (
            self._named(said, asked)
            or self._besides(said)
            or self.polarity(said, asked)
            or self.told(said)
        )

    # --- the signs that are asked ----------------------------------------------------------------

    def _named(self, said: Sentence, asked: Asked) -> Act | None:
        """Return what is said of the very signs that are pending."""
        several = asked.which or asked.kind == "screen"
        if several and (counted := self._counted(said, asked)):
            return counted
        so, not_so = self._of_pending(said, asked)
        if so:
            return _so(said, asked, so)
        return self._not_so(said, asked, not_so) if not_so else None

    def _counted(self, said: Sentence, asked: Asked) -> Act | None:
        """Return the sign that is counted ("the second one"), or all of them ("both")."""
        ordinals = [one for one in said.of("option", *ORDINALS) if DENIED not in one.marks]
        short = said.matters(said.words) <= NAMING or (ordinals and ordinals[0].start <= 1)
        if ordinals and not said.of("act", "wait") and short:
            return acts.choose(acts.OPTION, ordinals[0].name)
        every = said.of("say", SOME) or said.of("option", "both")
        if asked.which and asked.signs and every and said.is_in("every", every[0].words):
            return _tell(asked.signs.values(), YES)
        return None

    def _not_so(self, said: Sentence, asked: Asked, not_so: set[str]) -> Act | None:
        """Return that pending signs are not there; a yes beside it is more than a denial."""
        plain = _plain(said)
        if asked.kind == "readback" and not said.of("say", YES):
            return acts.NONE
        if asked.kind in {"readback", "result"}:
            return None
        if asked.kind == "yesno" and (well := said.of("well")):
            return acts.HEDGED_NO if self._goes_on(said, well) else acts.NO
        if plain == YES:
            return None
        pending = {*asked.signs.values()}
        if pending and pending <= not_so:
            return self._whole_no(said, asked, plain)
        if said.of("say", NONE) or (plain == NO and asked.kind == "yesno"):
            return None
        return _tell(sorted(not_so), NO)

    def _goes_on(self, said: Sentence, well: list[Mention]) -> bool:
        """Tell whether more follows than that something is well: "I can pee, but it feels odd"."""
        last = said.clauses[-1]
        more = said.is_in("contrasts", last.words[:1]) and well[-1].clause < len(said.clauses) - 1
        return more and not any(
            one.kind in {"well", "say"} or one.is_denied for one in last.mentions
        )

    def _whole_no(self, said: Sentence, asked: Asked, plain: str) -> Act:
        """Return the no to all that is asked; soft where an emergency is only a part of it.

        "No chest pain" says nothing yet of trouble breathing, which one question asks about too.
        """
        if asked.kind != "yesno":
            return acts.NONE
        parts = [one for one in said.of("emergency") if one.is_denied]
        whole = plain == NO or said.of("say", NONE) or len(parts) != 1
        return acts.NO if whole else acts.HEDGED_NO

    def _of_pending(self, said: Sentence, asked: Asked) -> tuple[list[str], set[str]]:
        """Return the pending signs that are affirmed, and those that are denied."""
        so: dict[str, set[int]] = {}
        not_so: set[str] = set()
        for one in [*self._asked_for("sign", said, asked), *self._by_name(said, asked)]:
            finding = asked.signs.get(one.name)
            if finding and (one.is_denied or self._is_over(one)):
                not_so.add(finding)
            elif finding and self._counts(one) and DOUBTED not in one.marks:
                so.setdefault(finding, set()).add(one.clause)
        denied = [
            one.name
            for one in self._asked_for("well", said, asked)
            if one.holds
            and asked.signs.get(one.name, one.name) == one.name
            and so.get(one.name, set()) <= {one.clause}
        ]
        for name in denied:
            so.pop(name, None)
        denied += [self._gates.get(one.name, "") for one in said.of("emergency") if one.is_denied]
        known = [one for one in denied if one and (one in asked.signs or not asked.signs)]
        not_so |= {asked.signs.get(one, one) for one in known}
        over = [self._gates.get(one.name, "") for one in said.of("emergency") if self._is_over(one)]
        not_so |= {asked.signs[one] for one in over if one in asked.signs}
        if asked.which:
            return [*so], not_so - {*so}
        return [one for one in so if one not in not_so], not_so - {*so}

    def _asked_for(self, kind: str, said: Sentence, asked: Asked) -> list[Mention]:
        """Return the signs that are said; where none of them is asked for, those within them too.

        "The worst headache" is a sudden one, and the answer to "a new headache?".
        """
        found = said.of(kind)
        if any(one.name in asked.signs for one in found):
            return found
        inner = [each for one in found for each in said.within(one) if each.kind == kind]
        return [*found, *inner]

    def _by_name(self, said: Sentence, asked: Asked) -> list[Mention]:
        """Return the signs that a word of the question names, where one of them is asked for.

        Beside a yes to several signs, the only one that is named.
        """
        named = [one for one in said.of("named") if one.name in asked.signs]
        if asked.which:
            return named
        one_of_them = asked.kind == "screen" and len({one.name for one in named}) == 1
        return named if one_of_them and said.of("say", YES) else []

    def _is_over(self, one: Mention) -> bool:
        """Tell whether a sign was there once, and does not count whenever it was, or is not new."""
        if one.name in self._new and OLD in one.marks:
            return True
        over = PAST in one.marks and one.marks.isdisjoint({ASKED, SUPPOSED, STORY, DENIED, OTHER})
        return over and one.name not in self._lasting

    def _counts(self, one: Mention) -> bool:
        """Tell whether a sign is so, now, of the person in pain; some count whenever they were."""
        past = UNREAL - {PAST} if one.name in self._lasting else UNREAL
        return one.marks.isdisjoint({DENIED, *past}) and not self._is_over(one)

    # --- yes and no ------------------------------------------------------------------------------

    def polarity(self, said: Sentence, asked: Asked) -> Act | None:
        """Return the yes, the no, or the doubt of a reply."""
        found = _spoken_for(said)
        kinds = {one.name for one in found}
        if "leave" in kinds and asked.kind == "result":
            return acts.NO
        if "go" in kinds and NO not in kinds:
            whole = sum(one.named for one in found if one.name == "go") >= len(said.words)
            leads = any(one.start <= 1 for one in found if one.name == "go")
            if (asked.kind in GOES_ON and leads) or whole:
                return acts.YES
        answers = [one for one in found if one.name in VERDICTS]
        if UNSURE in kinds:
            doubted = _doubted(said, found, answers)
            if doubted:
                return doubted
        if not answers:
            alone = HEDGE in kinds and not said.of("sign") and said.matters(said.words) <= FEW
            return acts.HEDGED_YES if alone else None
        both = {YES, NO} <= {one.name for one in answers} and not said.is_corrected
        return (HEDGED if HEDGE in kinds or both else SURE).get(_verdict(answers, said))

    # --- what is told ----------------------------------------------------------------------------

    def _besides(self, said: Sentence) -> Act | None:
        """Return what is told instead of an answer, or in a clause of its own after one."""
        answers = said.of("say", YES, NO, NONE, SOME)
        answered = bool(answers or said.of("say", UNSURE))
        told = self.signs(said, only=not answered)
        if not told or not answered:
            return acts.tell(*told.items()) if told else None
        end = max((one.end for one in answers), default=0)
        joined = any(
            said.is_in("adds", said.words[end : one.start])
            or said.is_in("adds_after", said.clause_of(one).words)
            for one in said.of("sign")
            if one.name in told and one.start >= end
        )
        return acts.tell(*told.items()) if joined else None

    def opening(self, said: Sentence, asked: Asked) -> Act | None:
        """Return what somebody begins with: signs, a place, since when, how bad."""
        told = self.signs(said)
        if place := self._values.place(said):
            told["main_region"] = place
        if not told:
            return self.polarity(said, asked)
        if lasted := self._values.time(said):
            told["duration"] = lasted
        grades = self._values.grades(said)
        if worst := [one for one in ("severe", "mild") if one in grades]:
            told["pain_level"] = worst[0]
        return acts.tell(*told.items())

    def signs(self, said: Sentence, *, only: bool = False) -> dict[str, str]:
        """Return the signs that are told; a mere one ("just sore") where nothing else is said."""
        signs = [
            one
            for one in said.of("sign")
            if self._counts(one)
            and one.name not in self._asked_only
            and (only or ONLY not in one.marks)
        ]
        told = dict.fromkeys((one.name for one in outermost(signs)), YES)
        if any(one.holds and one.named > 1 for one in said.of("option", "worse")):
            told["worsening"] = "worse"
        return told

    def told(self, said: Sentence) -> Act | None:
        """Return the signs that are told beside what is asked."""
        told = self.signs(said)
        return acts.tell(*told.items()) if told else None

    def beside_place(self, said: Sentence) -> Act | None:
        """Return the place with the signs that are told with it, where any is: "after a car crash".

        A sign that a place's own words seem to name is none: "from head to toe".
        """
        place, told = self._values.place(said), self.signs(said)
        places = said.of("place")
        signs = [one for one in said.of("sign") if one.name in told]
        more = any(not any(within(one, each) for each in places) for one in signs)
        return acts.tell(*told.items(), ("main_region", place)) if place and more else None


def _so(said: Sentence, asked: Asked, so: list[str]) -> Act:
    """Return that pending signs are there; the one that is asked alone is a yes."""
    if asked.kind == "yesno" and {*asked.signs.values()} == {*so}:
        if any(one.end == len(said.words) and one.named > 1 for one in said.of("say", UNSURE)):
            return acts.UNSURE
        if any(one.end == len(said.words) for one in said.of("say", NO)):
            return acts.HEDGED_NO
        return acts.HEDGED_YES if said.of("say", HEDGE) else acts.YES
    return _tell(so, YES)


def _tell(signs: Iterable[str], value: str) -> Act:
    return acts.tell(*((one, value) for one in dict.fromkeys(signs)))


def _plain(said: Sentence) -> str:
    """Return "yes" or "no" where the reply begins with one of them alone, or ""."""
    names = {one.name for one in said.of("say", YES, NO) if one.start == 0}
    denies = any(
        one.clause == 0 and DENIED in one.marks for one in [*said.of("sign"), *said.of("emergency")]
    )
    return names.pop() if len(names) == 1 and not (NO in names and denies) else ""


def _spoken_for(said: Sentence) -> list[Mention]:
    """Return what may be a yes, a no, or a doubt; "some of them" is a yes where nothing denies."""
    doubts = said.of("say", UNSURE)
    found = [
        one
        for one in said.of("say")
        if one.name == UNSURE
        or (
            (one.name == HEDGE or one.marks.isdisjoint(LOOSE_TALK))
            and not any(_touches(one, each) for each in doubts)
        )
    ]
    if any(one.name in {NO, NONE} for one in found):
        found = [one for one in found if one.name != SOME]
    found = [one._replace(id=f"say.{YES}") if one.name == SOME else one for one in found]
    return [one for one in found if one.name not in VERDICTS or said.is_verdict(one)]


def _touches(one: Mention, doubt: Mention) -> bool:
    """Tell whether one begins in the other."""
    return doubt.start <= one.start < doubt.end or one.start <= doubt.start < one.end


def _doubted(said: Sentence, found: Sequence[Mention], answers: Sequence[Mention]) -> Act | None:
    """Return the doubt of a reply, unless it is settled by what follows: "not sure, but yes"."""
    names = [one.name for one in answers]
    if any(one.name == UNSURE and one.end == len(said.words) for one in found):
        return acts.UNSURE
    ends = any(one.end == len(said.words) for one in said.of("say", YES, NO))
    slight = all(one.named == 1 for one in found if one.name == UNSURE)
    if ends and slight and names and names[-1] in {YES, NO}:
        return HEDGED[names[-1]]
    settled = names and answers[0].start == 0 and len({*names}) == 1
    return None if settled else acts.UNSURE


def _verdict(answers: list[Mention], said: Sentence) -> str:
    """Return what a reply comes to: its last word where the first ones contradict each other."""
    names = [one.name for one in sorted(answers, key=lambda one: one.start)]
    kinds = set(names)
    if len(kinds) == 1:
        return names[0]
    if NONE in kinds and YES not in kinds:
        return NONE
    last = max(answers, key=lambda one: (one.end, one.start))
    if said.is_corrected or last.end >= len(said.words):
        return last.name
    lead = [one for one in answers if one.clause == 0]
    return max(lead, key=lambda one: one.end).name if lead else ""

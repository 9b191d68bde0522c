"""What words mean where something is asked: the act that a caller's sentence is.

Owns what counts first: an emergency, a command, a question, then an answer, then what is told.
Knows neither intents nor the medicine's rules: only which findings and values are pending.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from skill.dialogue import acts
from skill.dialogue.acts import Act
from skill.hearing.context import (
    ASKED,
    CONDITIONAL,
    DENIED,
    DOUBTED,
    OLD,
    OTHER,
    PAST,
    STORY,
    SUPPOSED,
    Context,
    Mention,
)
from skill.hearing.normal import Normal
from skill.hearing.patterns import Patterns
from skill.hearing.replies import Replies
from skill.hearing.sentence import Asked, Sentence
from skill.hearing.values import Values

ASKING_FOR_HELP = frozenset({"help", "er"})
"""Emergencies that are one also when they are asked about: "should I call 911"."""
NOT_NOW = frozenset({DENIED, SUPPOSED, PAST, STORY, CONDITIONAL})
UNCERTAIN = frozenset({OLD, DOUBTED})
DANGEROUS = {"": ("chest",), "launch": ("chest", "cauda"), "region": ("chest", "cauda")}
"""Places that are a danger sign by themselves, where any is told: at some questions more."""
ENDS = frozenset({"readback", "result"})
"""Where something was told back: an objection is one to all of it."""
FOR_ANOTHER = frozenset({"for_other", "speaks_for"})
ALONE, BESIDE = 2, 5
"""Words that may stand beside a command of one word, and beside one of two words."""
LONGEST = 600
"""Characters of a sentence: more than anybody says in one breath to a speaker."""
MOST_BACK = 9
"""So many questions can be gone back at once."""
COMMANDS = {
    "repeat": acts.REPEAT,
    "rephrase": acts.REPHRASE,
    "slower": acts.SLOWER,
    "normal_speed": acts.NORMAL_SPEED,
    "one_by_one": acts.ONE_BY_ONE,
    "why": acts.WHY,
    "skip": acts.SKIP,
    "start_over": acts.START_OVER,
    "help": acts.HELP,
    "stop": acts.STOP,
    "how_many_left": acts.HOW_MANY_LEFT,
    "for_other": acts.FOR_OTHER,
    "speaks_for": acts.FOR_OTHER,
}
PARTS = {
    "send": acts.SEND,
    "warn": acts.RESULT_WARN,
    "why": acts.RESULT_WHY,
    "who": acts.RESULT_WHO,
    "home": acts.RESULT_HOME,
}


class Heard(NamedTuple):
    """What was understood."""

    act: Act
    certain: bool = True
    """Whether it may count at once, where a danger sign or an emergency hangs on it."""


class Ears:
    """Understands one locale's sentences, or says that it did not."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        lists = {name: frozenset(said) for name, said in tables["words"].items()}
        self._lists = lists | {"loose": frozenset(tables["loose"])}
        self._normal = Normal(tables["normal"])
        patterns = Patterns(tables, self._lists["loose"])
        self._context = Context(patterns, self._lists)
        self._gates: Mapping[str, str] = tables["means"]["emergency"]
        self._values = Values(tables)
        self._replies = Replies(tables, self._values)

    def hear(self, text: str, asked: Asked) -> Heard:
        """Return the act of a sentence where something is asked; misheard when it is none."""
        words = self._normal(text) if len(text) <= LONGEST else []
        if not any(word.isalnum() for word in words):
            return Heard(acts.MISHEARD)
        said = Sentence(self._context.read(words), self._lists)
        if alarm := self._alarm(said, asked):
            return alarm
        corrected = said.corrected()
        act = (
            self._value(corrected, asked)
            or self._steered(said, asked)
            or self._question(said)
            or self._answer(corrected, asked)
            or self._aside(said, asked)
        )
        return Heard(act or acts.MISHEARD)

    # --- emergencies -----------------------------------------------------------------------------

    def _alarm(self, said: Sentence, asked: Asked) -> Heard | None:
        """Return the wish to die, or an emergency; one that is not sure as a sign to be asked."""
        if any(one.marks.isdisjoint({DENIED, STORY}) for one in said.of("self_harm")):
            return Heard(acts.emergency("self_harm"))
        doubtful = ""
        for one in said.of("emergency"):
            now = self._is_now(one, said)
            if now:
                return Heard(acts.emergency(one.name))
            if now is None:
                doubtful = doubtful or self._gates.get(one.name, "")
        for one in said.of("half_place", *DANGEROUS.get(asked.kind, DANGEROUS[""])):
            doubtful = doubtful or (self._gates[one.name] if one.holds else "")
        return Heard(acts.check((doubtful, "yes")), certain=False) if doubtful else None

    def _is_now(self, one: Mention, said: Sentence) -> bool | None:
        """Tell whether an emergency is one now; None: it has to be asked."""
        words = said.clause_of(one).words
        if one.name in ASKING_FOR_HELP and one.marks.isdisjoint({DENIED, PAST, STORY}):
            return not (ASKED in one.marks and self._only_times(words))
        if one.marks & NOT_NOW or (OTHER in one.marks and said.is_in("over", words)):
            return False
        if ASKED in one.marks:
            return True if said.is_in("presumes", words) else None
        past = said.is_in("had", words) and said.is_in("event", one.words)
        loose_talk = said.matters(one.words) <= 1 and not said.is_in("self", words)
        doubted = one.marks & UNCERTAIN or self._is_disputed(one, said)
        return None if doubted or past or loose_talk else True

    def _is_disputed(self, one: Mention, said: Sentence) -> bool:
        """Tell whether its own words say that it was, or is well: "chest is fine, ribs hurt"."""
        well = f"well.{self._gates.get(one.name)}"
        return any(
            (each.id == one.id and PAST in each.marks)
            or (each.id == well and each.named == each.end - each.start)
            for each in said.within(one)
        )

    def _only_times(self, words: Sequence[str]) -> bool:
        """Tell whether a clause only asks for a time: "so when should I call 911"."""
        first = next((one for one in words if one not in self._lists["leads"]), "")
        return first in self._lists["times"]

    # --- commands and questions ------------------------------------------------------------------

    def _steered(self, said: Sentence, asked: Asked) -> Act | None:
        """Return the command, the call for time, or the objection that a sentence is."""
        objections = said.of("act", "correct")
        if asked.kind in ENDS and objections:
            return acts.NO if asked.kind == "readback" else acts.CORRECT
        if asked.kind == "result" and (part := self._part(said)):
            return part
        for one in sorted(said.of("command"), key=lambda one: -one.named):
            speaks = one.name == "speaks_for" and asked.kind != "launch"
            if not speaks and self._is_whole(one, said):
                return self._command(one, said, asked)
        return acts.CORRECT if objections and self._is_whole(objections[0], said) else None

    def _part(self, said: Sentence) -> Act | None:
        """Return the part of a result that is asked for, where no longer command is."""
        parts = [] if said.is_unsure() else [*said.of("command"), *said.of("part")]
        best = max(parts, key=lambda one: one.named, default=None)
        return PARTS[best.name] if best and best.kind == "part" else None

    def _command(self, one: Mention, said: Sentence, asked: Asked) -> Act | None:
        """Return the act of a command; that it is for another may go with what is told."""
        told = any(each.holds for each in [*said.of("sign"), *said.of("place")])
        if one.name in FOR_ANOTHER and told and (one.name, asked.kind) != ("for_other", "launch"):
            return None
        if one.name == "back":
            numbers = (
                int(each.number) for each in said.amounts(self._values.amounts) if not each.unit
            )
            return acts.back(str(next((each for each in numbers if 1 <= each <= MOST_BACK), 1)))
        return COMMANDS[one.name]

    def _is_whole(self, one: Mention, said: Sentence) -> bool:
        """Tell whether a command is nearly the whole sentence, or long enough to stand in one."""
        beside = [
            word
            for word in (*said.words[: one.start], *said.words[one.end :])
            if not said.is_in("polite", (word,))
        ]
        most = {1: ALONE, 2: BESIDE}.get(len(one.words), len(said.words))
        return said.matters(beside) <= most

    def _question(self, said: Sentence) -> Act | None:
        """Return the question of a clause that asks; a question is never an answer."""
        topic = said.longest("question")
        return acts.ask(topic.name if topic else "") if said.asks else None

    # --- answers ---------------------------------------------------------------------------------

    def _value(self, said: Sentence, asked: Asked) -> Act | None:
        """Return the value that is waited for, where no clause asks; a half of it only later."""
        if said.asks:
            return None
        if asked.kind == "age" and not said.of("command", "back"):
            return self._values.age(said)
        if asked.kind == "duration" and not said.of("say", "unsure"):
            lasted = self._values.duration(said)
            return lasted if lasted and lasted.name == "choose" else None
        if asked.kind == "pain" and not said.of("command"):
            return self._values.pain(said)
        if asked.kind == "region" and all(one.named == 1 for one in said.of("command")):
            half = self._values.region(said)
            return half if half and half.name == "half" else None
        return None

    def _answer(self, said: Sentence, asked: Asked) -> Act | None:
        """Return what answers the kind of question that is asked, or is told instead."""
        if asked.kind == "launch":
            return self._replies.opening(said, asked) or self._values.region(said)
        if asked.kind == "option":
            return self._values.option(said, asked) or self._replies.reply(said, asked)
        valued: Mapping[str, Callable[[Sentence], Act | None]] = {
            "age": self._values.age,
            "duration": self._values.duration,
            "pain": self._values.pain,
            "region": self._values.region,
        }
        if asked.kind not in valued:
            meant = self._values.meant(said, asked) if asked.kind == "yesno" else None
            return meant or self._replies.reply(said, asked)
        beside = self._replies.beside_place(said) if asked.kind == "region" else None
        told = None if asked.kind == "age" else self._replies.told(said)
        return beside or valued[asked.kind](said) or told or _unsure(said)

    def _aside(self, said: Sentence, asked: Asked) -> Act | None:
        """Return what is left: a cry of pain, a topic that is named, somebody else in pain."""
        if said.of("act", "cry"):
            return acts.CRY
        if said.of("act", "wait"):
            return acts.WAIT
        topic = said.longest("question")
        if topic and topic.named > 1:
            return acts.ask(topic.name)
        others = any(OTHER in one.marks for one in said.mentions)
        return acts.FOR_OTHER if others and asked.kind == "launch" else None


def _unsure(said: Sentence) -> Act | None:
    if said.of("say", "unsure"):
        return acts.UNSURE
    return acts.NONE if said.of("say", "none") else None

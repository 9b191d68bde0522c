"""Callers who do anything at all, through the function that AWS calls, with real requests.

After every turn the promises of design.md are checked on what came back, not on what the core
meant: words, reprompt, microphone, card, attributes. Attributes also come back broken.
"""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from amazon import Json, lambda_door, request_of
from callers import KNOWLEDGE, OFFERS, TEXTS, YEARS, chance
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from skill.dialogue import acts
from skill.dialogue.acts import OPTION, Act, age, choose
from skill.dialogue.questions import can_be_put, is_choice, values_pending
from skill.dialogue.session import EMERGENCY, Session, load
from skill.doors.web.speaker import SKILL_ID, envelope
from skill.triage.interview import READ_BACK, reached
from skill.triage.knowledge import UNSURE, YES, Level
from skill.triage.rules import with_derived

LOCALE = "en-US"
MOST_WORDS, MOST_ATTRIBUTES = 90, 256
MANY_ANSWERS, LONGEST_CODE = 50, 3
"""So many answers fit into the attributes; each further one takes its code."""

PLAIN = [acts.YES, acts.NO, acts.UNSURE, acts.NONE, acts.HEDGED_YES, acts.HEDGED_NO, acts.SKIP]
ASIDES = [
    *(acts.REPEAT, acts.REPHRASE, acts.WHY, acts.HELP, acts.SLOWER, acts.NORMAL_SPEED),
    *(acts.HOW_MANY_LEFT, acts.SEND, acts.MISHEARD),
    *(acts.RESULT_WHO, acts.RESULT_HOME, acts.RESULT_WHY, acts.RESULT_WARN),
]
QUESTIONS = [acts.ask(question) for question in KNOWLEDGE.answers]
ALARMS = [acts.emergency(one.id.removeprefix("said_")) for one in KNOWLEDGE.words]
TELLING = [acts.tell((name, YES)) for name, one in KNOWLEDGE.findings.items() if not one.values] + [
    acts.tell(("numb_tingling", YES), ("main_region", "leg"), ("duration", "gt_6w"))
]
NAMED = ("main_region", "duration", "pain_level")
"""Choices whose values name the question; of the others Alexa hears the value alone."""
VALUES = [choose(name, value) for name in NAMED for value in KNOWLEDGE.findings[name].values]
MOSTLY_NO = st.sampled_from([acts.NONE] * 40 + PLAIN)
TAKES_BACK = {"back", "start_over", "for_other", "launch"}

NAMES_A_DISEASE = re.compile(
    r"\b(aneurysm|meningitis|tumou?r|tetanus|cauda|shingles|blood clot|(?<!do )you have a)\b",
    re.IGNORECASE,
)
NOT_IN_AN_EMERGENCY = [
    words for key, words in TEXTS.items() if key.startswith(("label.", "self_care."))
]
BROKEN: list[object] = [
    None,
    [],
    {"version": "older", "state": "a0|b||0000"},
    {"version": KNOWLEDGE.version, "state": "a0|b||0000|"},
    {"version": KNOWLEDGE.version, "state": "a0a0a0|~||9999"},
    {"version": KNOWLEDGE.version, "state": 7},
    {"version": KNOWLEDGE.version, "state": "!!" * 400},
    {"state": {"deep": ["er"]}},
]


class Caller(RuleBasedStateMachine):
    """One caller, several conversations."""

    def __init__(self) -> None:
        super().__init__()
        self.door = lambda_door()
        self.attributes: object = {}
        self.answer: Json = {}
        self.lowered = True
        self.level = Level.SELF_CARE

    # --- what a caller does ---------------------------------------------------------------

    @precondition(lambda self: not self.open())
    @rule()
    def launch(self) -> None:
        """Open the skill."""
        self.attributes = {}
        self.send(acts.LAUNCH)

    @precondition(lambda self: not self.open())
    @rule(act=st.sampled_from([*QUESTIONS, *ALARMS, *TELLING, *ASIDES, *PLAIN, acts.FOR_OTHER]))
    def first_words(self, act: Act) -> None:
        """Say something with the opening words."""
        self.attributes = {}
        self.send(act)

    @precondition(lambda self: self.open())
    @rule(replies=st.lists(st.tuples(st.integers(0, 20), MOSTLY_NO), min_size=1, max_size=9))
    def reply(self, replies: list[tuple[int, Act]]) -> None:
        """Answer what is asked for a while, mostly with no."""
        for which, act in replies:
            if self.open():
                self.send(self.fitting(which, act))

    @precondition(lambda self: self.open())
    @rule(act=st.sampled_from([*ASIDES, *QUESTIONS, acts.FOR_OTHER]))
    def say_aside(self, act: Act) -> None:
        """Say what answers nothing."""
        self.send(act)

    @precondition(lambda self: self.open())
    @rule(act=st.sampled_from([*TELLING, *VALUES, age("70"), acts.number("7"), acts.lasted("20")]))
    def tell(self, act: Act) -> None:
        """Tell what was not asked."""
        self.send(act)

    @precondition(lambda self: self.open())
    @rule(times=st.sampled_from("1239"))
    def go_back(self, times: str) -> None:
        """Undo one or several answers."""
        self.send(acts.back(times))

    @precondition(lambda self: self.open())
    @rule(act=st.sampled_from([*ALARMS, acts.STOP, acts.START_OVER]))
    def act_at_once(self, act: Act) -> None:
        """Say an emergency, stop, or start over."""
        self.send(act)

    @precondition(lambda self: self.open())
    @rule(broken=st.sampled_from(BROKEN), act=st.sampled_from([*PLAIN, *ASIDES]))
    def lose_the_state(self, broken: object, act: Act) -> None:
        """Come back with attributes that no session wrote."""
        self.attributes = broken
        self.send(act)

    @precondition(lambda self: self.open() and self.session() is not None)
    @rule(seed=st.integers(0, 10_000), act=st.sampled_from(PLAIN))
    def come_back_damaged(self, seed: int, act: Act) -> None:
        """Come back with one character of the state changed."""
        assert isinstance(self.attributes, dict)
        dice, state = chance(seed), str(self.attributes["state"])
        place = dice.randrange(len(state))
        damaged = state[:place] + chr(dice.randrange(32, 127)) + state[place + 1 :]
        self.attributes = {**self.attributes, "state": damaged}
        self.send(act)

    # --- how it is done -------------------------------------------------------------------

    def open(self) -> bool:
        """Return whether the microphone is open."""
        return bool(self.answer) and not self.answer["response"]["shouldEndSession"]

    def session(self) -> Session | None:
        """Return what the attributes hold, where the skill can go on from it."""
        session = load(KNOWLEDGE, self.attributes)
        return session if session and can_be_put(KNOWLEDGE, session) else None

    def fitting(self, which: int, otherwise: Act) -> Act:
        """Return a reply that fits what is pending."""
        session = self.session()
        if session is None:
            return otherwise
        if is_choice(KNOWLEDGE, session):
            if session.asking == "age_band":
                return age([*YEARS.values()][which % len(YEARS)])
            values = values_pending(KNOWLEDGE, session)
            named = session.asking if session.asking in NAMED else OPTION
            return choose(named, values[which % len(values)])
        if session.asking in {*OFFERS, READ_BACK} or session.told:
            return acts.YES if which % 3 else otherwise
        return otherwise

    def send(self, act: Act) -> None:
        """Send the request for an act, and keep what came back."""
        before = self.session()
        self.level = reached(KNOWLEDGE, before.answers) if before else Level.SELF_CARE
        reopened = before is not None and before.reopened
        self.answer = self.door(envelope(request_of(act), self.sent(), LOCALE))
        self.attributes = self.answer.get("sessionAttributes") or {}
        now = self.session()
        self.lowered = act.name in TAKES_BACK or (now is not None and now.reopened and not reopened)
        self.keeps_its_promises()

    def sent(self) -> Json:
        """Return the attributes as they travel."""
        attributes: Json = self.attributes  # type: ignore[assignment]  # also what no session wrote
        return attributes

    # --- what holds -----------------------------------------------------------------------

    def text(self) -> str:
        """Return the words of the last turn."""
        ssml = self.answer["response"]["outputSpeech"]["ssml"]
        return " ".join("".join(ET.fromstring(ssml).itertext()).split())  # noqa: S314 - our own

    def keeps_its_promises(self) -> None:
        """Check the turn that came back."""
        self.can_be_heard()
        self.remembers_little()
        self.never_gets_milder()
        self.an_emergency_says_what_to_do_and_nothing_else()
        self.says_no_frightening_name()
        self.tips_are_safe()

    def can_be_heard(self) -> None:
        """It is valid SSML, short, and asks if and only if the microphone opens."""
        response, text = self.answer["response"], self.text()
        assert text
        assert len(text.split()) <= MOST_WORDS
        assert ("?" in text) is self.open()
        assert ("reprompt" in response) is self.open()
        assert isinstance(response["shouldEndSession"], bool)

    def remembers_little(self) -> None:
        """The attributes are small, can be read again, and vanish with the conversation."""
        attributes = self.sent()
        if not self.open():
            assert not attributes
            return
        session = self.session()
        assert session is not None
        more = max(0, len(session.answers) - MANY_ANSWERS)
        assert len(str({**attributes, "asked": []})) <= MOST_ATTRIBUTES + LONGEST_CODE * more
        assert set(attributes["asked"]) <= set(KNOWLEDGE.findings)

    def never_gets_milder(self) -> None:
        """A level that was reached stays, unless its answer was taken back."""
        now = self.session()
        if now is not None and not self.lowered:
            assert reached(KNOWLEDGE, now.answers) >= self.level

    def an_emergency_says_what_to_do_and_nothing_else(self) -> None:
        """The number, that the skill cannot call, no leaning, no tips."""
        session = self.session()
        if session is None or session.asking != EMERGENCY or session.told:
            return
        text = self.text()
        if TEXTS["say.cannot_call"] not in text:
            assert text.endswith(TEXTS["say.offer_repeat"])
            return
        assert TEXTS["emergency_number"] in text
        assert not [words for words in NOT_IN_AN_EMERGENCY if words in text]

    def says_no_frightening_name(self) -> None:
        """No disease is named as a possibility, and nothing is diagnosed.

        What is said back is the caller's own: "you have a fever" was told.
        """
        session = self.session()
        if session is not None and session.told:
            return
        assert not NAMES_A_DISEASE.search(self.text())

    def tips_are_safe(self) -> None:
        """No tip is spoken that an answer forbids, nor to whom none may be read."""
        session = self.session()
        if session is None:
            return
        text = self.text()
        items = [one for one in KNOWLEDGE.items if TEXTS[f"self_care.{one.id}.says"] in text]
        facts = with_derived(KNOWLEDGE, session.answers)
        for item in items:
            assert not [name for name in item.blocked_by if facts.get(name) in {YES, UNSURE}]
            assert is_free_of_danger(facts)
            assert facts.get("adult_18_plus") == YES
            assert reached(KNOWLEDGE, facts) <= Level.CONSULTATION


def is_free_of_danger(facts: Mapping[str, str]) -> bool:
    """Return whether no danger sign is yes and no red flag "not sure"."""
    flags = {name: one.red_flag for name, one in KNOWLEDGE.findings.items() if one.red_flag}
    told = {name: facts[name] for name in flags if name in facts}
    return not any(
        said == UNSURE or (said == YES and flags[name] == "danger") for name, said in told.items()
    )


TestCaller = Caller.TestCase
TestCaller.settings = settings(
    derandomize=True,
    deadline=None,
    max_examples=60,
    stateful_step_count=50,
    phases=[Phase.explicit, Phase.generate],
)


def test_the_entry_point_takes_this_skill_only() -> None:
    """The conversations above went to the skill that the door was opened for."""
    door = lambda_door()
    answer = door(envelope(request_of(acts.LAUNCH), {}, LOCALE))
    assert SKILL_ID
    assert TEXTS["skill_name"] in answer["response"]["outputSpeech"]["ssml"]

"""What holds in every state, whatever a caller does: random acts, and every red flag in turn.

design.md, "Rules that hold in every state, and are tested as such".
"""

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from typing import NamedTuple

import pytest
from callers import (
    KNOWLEDGE,
    OFFERS,
    RED_FLAGS,
    REGIONS,
    SIMPLE_SPASM,
    TEXTS,
    after,
    answers_after,
    attributes,
    interview,
    keys_said,
    launched,
    questions,
    tips,
)
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from skill.dialogue import acts
from skill.dialogue.acts import Act, age, choose
from skill.dialogue.conversation import reply
from skill.dialogue.session import EMERGENCY, Breath, Session
from skill.dialogue.turns import Turn
from skill.triage.assessment import PAGES
from skill.triage.interview import READ_BACK, level_of, reached
from skill.triage.knowledge import LOST, UNHEARD, Answers, Level
from skill.wording import render

MOST_WORDS = 90

MANY = [Phase.explicit, Phase.generate]
"""A failing conversation is shown as it was found: making it smaller takes minutes."""

fixed = settings(derandomize=True, deadline=None, max_examples=200, phases=MANY)
fewer = settings(fixed, max_examples=60)

ANSWERS = [acts.YES, acts.NO, acts.UNSURE, acts.NONE, acts.HEDGED_YES, acts.HEDGED_NO, acts.SKIP]
COMMANDS = [acts.REPEAT, acts.REPHRASE, acts.WHY, acts.HELP, acts.BACK, acts.MISHEARD]
ASIDES = [
    *(acts.SLOWER, acts.NORMAL_SPEED, acts.HOW_MANY_LEFT, acts.FOR_OTHER, acts.SEND),
    *(acts.RESULT_WHO, acts.RESULT_HOME, acts.RESULT_WHY, acts.RESULT_WARN),
    *(acts.ask(question) for question in ("q5", "q16", "q21", "q25", "q99")),
]
TELLING = [
    acts.tell(("numb_tingling", "yes")),
    acts.tell(("gate_fever", "yes"), ("main_region", "neck")),
    acts.tell(("recent_overuse", "yes"), ("duration", "21")),
    acts.tell(("gate_fever", "no")),
    acts.tell(("pain_level", "mild"), ("limb_weakness", "yes")),
]
NUMBERS = [
    *(acts.number(said) for said in ("0", "7", "66", "999", "x", "")),
    *(acts.lasted(days) for days in ("0", "13", "14", "43", "99999999")),
    *(acts.back(times) for times in ("2", "3", "9", "0", "x")),
]
VALUES = [
    choose(name, value)
    for name in ("main_region", "duration", "pain_level")
    for value in KNOWLEDGE.findings[name].values
]
AGES = [age(years) for years in ("0", "17", "18", "49", "50", "64", "65", "120", "121", "x")]

REPLIES = {*ANSWERS, *VALUES, *AGES, *TELLING, *NUMBERS, acts.MISHEARD} - {
    one for one in NUMBERS if one.name == "back"
}

mostly_no = st.sampled_from([acts.NO] * 12 + ANSWERS)
any_act = st.sampled_from([*ANSWERS, *COMMANDS, *ASIDES, *VALUES, *AGES, acts.START_OVER])
any_act |= st.sampled_from([*TELLING, *NUMBERS])
fitting = st.just(None) | st.just(None) | st.just(None) | st.just(None) | any_act
doings = st.lists(st.tuples(fitting, mostly_no, st.integers(0, 9)), min_size=20, max_size=45)


class Move(NamedTuple):
    """A turn, what was done then, and the turn that came of it."""

    before: Turn
    act: Act
    then: Turn


def fits(turn: Turn, answer: Act, which: int) -> Act:
    """Return an act that fits what is asked."""
    session = turn.session
    assert session is not None
    finding = KNOWLEDGE.findings.get(session.asking)
    if finding and finding.values and session.offered < 0 and not session.told:
        if finding.id == "age_band":
            return AGES[which % 8]
        return choose(finding.id, finding.values[which % len(finding.values)])
    if session.asking in {*OFFERS, READ_BACK}:
        return acts.YES if which < 7 else answer
    return answer


def conversation(done: list[tuple[Act | None, Act, int]]) -> Iterator[Move]:
    """Yield the moves of a caller who mostly answers and sometimes does anything at all."""
    turn = launched()
    for odd, answer, which in done:
        if turn.session is None:
            return
        act = odd or fits(turn, answer, which)
        then = after(turn, act)
        yield Move(turn, act, then)
        turn = then


def can_be_said(move: Move) -> None:
    """It renders, asks if and only if the microphone opens, and a person can bear to hear it."""
    speech = render(move.then, TEXTS)
    is_open = move.then.session is not None
    assert ("?" in speech.text) is is_open
    assert bool(move.then.ask) is is_open
    assert bool(speech.reprompt_text) is is_open
    assert len(speech.text.split()) <= MOST_WORDS, keys_said(move.then)
    assert len(str(attributes(move.then))) <= 256


def never_falls(move: Move) -> None:
    """A level once reached falls only by taking answers back: an age may have been another's."""
    before, now = move.before.session, move.then.session
    if before is None or now is None or move.act.name in {"back", "start_over", "for_other"}:
        return
    if before.reopened or not now.reopened:
        assert reached(KNOWLEDGE, now.answers) >= reached(KNOWLEDGE, before.answers)


def is_told_in_full(move: Move) -> None:
    """A result is what was reached or more; an emergency tells no leaning and no tips."""
    result, session = move.then.result, move.then.session
    if result is None or session is None:
        return
    keys = keys_said(move.then)
    assert result.level >= reached(KNOWLEDGE, session.answers)
    assert result.level == level_of(KNOWLEDGE, session.answers)
    if result.level >= Level.EMERGENCY:
        assert not [key for key in keys if key.startswith(("label.", "self_care."))]
        assert "say.cannot_call" in keys
    else:
        assert "say.disclaimer" in keys


def is_asked_as_told(move: Move) -> None:
    """What is asked or said back is not recorded yet, no reply is empty, and clients know it."""
    session, asked = move.then.session, move.then.asked
    if session is None:
        assert asked == ()
        return
    known = {name for name, answer in session.answers.items() if answer != UNHEARD}
    assert not set(asked) & known
    assert not set(session.told) & set(session.answers.items())
    assert all(session.history)
    if session.told or session.asking in {*OFFERS, READ_BACK}:
        assert asked == ()
    elif session.asking in KNOWLEDGE.findings:
        assert asked == (session.asking,)


def leads_on(move: Move) -> None:
    """A reply gets on or adds a miss, so that no turn comes for ever; saying back is neither."""
    before, now = move.before.session, move.then.session
    if before is None or now is None or move.act not in REPLIES:
        return
    if before.asking in OFFERS and not before.told and move.act in ANSWERS:
        return
    got_on = now._replace(misses=0, told=()) != before._replace(misses=0, told=())
    assert now != before
    assert got_on or now.misses > before.misses or (now.told and now.misses == before.misses)


@fixed
@given(doings)
def test_every_turn_keeps_the_promises(done: list[tuple[Act | None, Act, int]]) -> None:
    """Sayable, never milder, told in full, asked as told, no standstill: after any acts at all."""
    for move in conversation(done):
        can_be_said(move)
        never_falls(move)
        is_told_in_full(move)
        is_asked_as_told(move)
        leads_on(move)


@fewer
@given(doings)
def test_a_turn_depends_on_nothing_else(done: list[tuple[Act | None, Act, int]]) -> None:
    """The same session and act give the same turn, again and again."""
    for move in conversation(done):
        assert after(move.before, move.act) == move.then


@fewer
@given(doings)
def test_going_back_and_answering_the_same_gives_the_same_turn(
    done: list[tuple[Act | None, Act, int]],
) -> None:
    """Undoing an answer leaves no trace."""
    undone = 0
    for before, act, then in conversation(done):
        if then.session is None or act.name in {"back", "start_over"}:
            continue
        back = after(then, acts.BACK)
        if back.session == before.session and then.session != before.session:
            assert after(back, act) == then
            undone += 1
    assert undone or len(done) < 25


@fewer
@given(doings, st.integers(2, 9))
def test_going_back_several_and_answering_the_same_gives_the_same_result(
    done: list[tuple[Act | None, Act, int]], times: int
) -> None:
    """However many answers are undone at once: since the last time that any was undone."""
    moves: list[Move] = []
    for move in conversation(done):
        moves = [] if move.act.name in {"back", "start_over"} else [*moves, move]
    if not moves or moves[-1].then.session is None:
        return
    now = after(moves[-1].then, acts.back(str(times)))
    places = [place for place, move in enumerate(moves) if move.before.session == now.session]
    for move in moves[places[-1] :] if places else []:
        assert now.session is not None
        now = after(now, move.act)
    assert not places or now == moves[-1].then


@fewer
@given(doings)
def test_stop_ends_everywhere(done: list[tuple[Act | None, Act, int]]) -> None:
    """Without a question, without a session, with the emergency rule."""
    for move in conversation(done):
        if move.then.session is not None:
            ended = after(move.then, acts.STOP)
            assert (ended.session, ended.ask, ended.reprompt) == (None, (), None)
            assert "911" in render(ended, TEXTS).text


@fewer
@given(doings)
def test_three_misses_in_a_row_close_and_never_two(
    done: list[tuple[Act | None, Act, int]],
) -> None:
    """An odd reply is asked again, then plainly, then the skill closes with the emergency rule.

    At a gate it says that rule as well, and goes on without an answer (A1c).
    """
    for move in list(conversation(done))[::4]:
        turn, heard = move.then, move.then.session
        if heard is None or heard.misses:
            continue
        for _ in range(2):
            turn = after(turn, acts.MISHEARD)
            assert turn.session is not None
            found = {name for name in turn.session.answers if name in KNOWLEDGE.findings}
            assert found == {name for name in heard.answers if name in KNOWLEDGE.findings}
        third = after(turn, acts.MISHEARD)
        assert "911" in render(third, TEXTS).text
        assert third.session is None or left_open(turn, third)


def left_open(turn: Turn, then: Turn) -> bool:
    """Return whether the conversation went on from a gate that was not understood, noting it.

    Once it is asked again, and then it is lost; neither is taken for a "not sure".
    """
    assert turn.session is not None
    assert then.session is not None
    again = set(turn.asked) & turn.session.answers.keys()
    noted = dict.fromkeys(turn.asked, LOST if again else UNHEARD)
    assert any(KNOWLEDGE.findings[name].gate for name in turn.asked)
    assert then.session.answers == turn.session.answers | noted
    return then.session.misses == 0


@pytest.mark.parametrize("act", [acts.LAUNCH, acts.START_OVER], ids=str)
def test_starting_over_forgets_everything(act: Act) -> None:
    """From an emergency as well."""
    for one in interview({**SIMPLE_SPASM, "main_region": "leg", "limb_threat": "yes"}):
        assert reply(KNOWLEDGE, attributes(one.turn), act).session == launched().session


# --- every red flag in turn ----------------------------------------------------------------------

DANGER = [name for name in RED_FLAGS if KNOWLEDGE.findings[name].red_flag == "danger"]


@cache
def outcome(place: str, flag: str, answer: str) -> tuple[Level, bool]:
    """Return the level of an otherwise simple spasm, and whether the red flag was asked.

    Rest eases what effort brings on, and the pain is worse since a spine shot: only a yes asks
    it, and the other answers make both none (B1, B30).
    """
    since = {"effort_rest": "yes", "shot_since": "yes"}
    said = interview({**SIMPLE_SPASM, **since, "main_region": place, flag: answer})
    result = said[-1].turn.result
    assert result is not None
    asked = {name for ask in questions(said) for name in ask}
    return result.level, flag in asked


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize("flag", DANGER)
def test_no_red_flag_ends_in_self_care(place: str, flag: str) -> None:
    """A yes to any danger sign is never looked after at home."""
    level, asked = outcome(place, flag, "yes")
    assert level > Level.SELF_CARE or not asked


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize("flag", RED_FLAGS)
def test_not_sure_of_a_red_flag_is_never_a_no(place: str, flag: str) -> None:
    """It never ends in self-care where a yes does not, and never lower than a no (A1)."""
    level, asked = outcome(place, flag, "unsure")
    assert not asked or level > Level.SELF_CARE or outcome(place, flag, "yes")[0] == level
    assert level >= outcome(place, flag, "no")[0]


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_yes_is_never_milder_than_not_sure(place: str, flag: str) -> None:
    """Whoever knows that a danger is there is not sent home sooner than who is not sure.

    Of a raiser neither (A1).
    """
    yes, unsure = outcome(place, flag, "yes")[0], outcome(place, flag, "unsure")[0]
    assert yes >= unsure


def test_sharp_on_breathing_in_perhaps_is_not_a_no() -> None:
    """Not being sure of its sign may not end in self-care, unless the rib-joint test passes."""
    patient = {**SIMPLE_SPASM, "main_region": "upper_back_ribs", "deep_breath_sharp": "unsure"}
    levels = {}
    for strain in ("yes", "no"):
        result = interview({**patient, "recent_overuse": strain})[-1].turn.result
        assert result is not None
        levels[strain] = result.level
    assert levels == {"yes": Level.SELF_CARE, "no": Level.CONSULTATION}


# --- telling more ------------------------------------------------------------------------------


def at(place: str, asking: str, **more: str) -> Turn:
    """Return the turn of a simple spasm's interview on which something is asked."""
    said = interview({**SIMPLE_SPASM, "main_region": place, **more})
    return next(one.turn for one in said if one.asking == asking)


CORRECTIONS = [
    ("pain", at("neck", "cramp", pain_level="moderate"), choose("pain_level", "severe")),
    ("time", at("neck", "cramp"), choose("duration", "gt_6w")),
    ("place", at("neck", "cramp"), choose("main_region", "leg")),
]


@pytest.mark.parametrize(("what", "turn", "act"), CORRECTIONS, ids=[row[0] for row in CORRECTIONS])
def test_telling_more_counts_only_once_confirmed(what: str, turn: Turn, act: Act) -> None:
    """It is said back; a no leaves everything as it was, and counts as a miss."""
    said_back = after(turn, act)
    assert keys_said(said_back) == ["say.told_check"], what
    assert turn.session is not None
    dropped = after(said_back, acts.NO)
    assert dropped.session == turn.session._replace(misses=1)
    kept = after(said_back, acts.YES)
    assert kept.session is not None
    assert kept.session.answers[act.finding] == act.value


@pytest.mark.parametrize("later", ["mild", "moderate"])
def test_telling_of_milder_pain_later_does_not_lower_the_level(later: str) -> None:
    """Only taking the answer back does."""
    said = interview({**SIMPLE_SPASM, "main_region": "lower_back", "pain_level": "severe"})
    turn = next(one.turn for one in said if one.asking == "duration")
    told = after(after(turn, choose("pain_level", later)), acts.YES)
    assert told.session is not None
    assert reached(KNOWLEDGE, told.session.answers) >= Level.CONSULTATION_24


# --- telling what is recorded, whole or in part, with yes, no or not sure -----------------------

SIGNS = [
    name for name, one in KNOWLEDGE.findings.items() if not one.values and name != "adult_18_plus"
]
CHOICES = ("main_region", "duration", "pain_level")


def told_as(session: Session, sign: str, value: str) -> Answers:
    """Return the answers with one sign changed; the tips are to be asked for anew."""
    left = {name: said for name, said in session.answers.items() if name not in PAGES}
    return {**left, sign: value}


def turns_that_ask(place: str) -> Iterator[tuple[Turn, Session]]:
    """Yield each turn of a simple spasm in a place, those of its tips as well."""
    patient = {**SIMPLE_SPASM, "main_region": place}
    said = interview(patient)
    for one in (*said, *tips(said, patient)):
        if one.turn.session is not None:
            yield one.turn, one.turn.session


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_told_again_loses_nothing_that_was_told_with_it(sign: str) -> None:
    """A place and a time in one breath with it: confirmed, and told again before and after."""
    breath = ((sign, "yes"), ("main_region", "neck"), ("duration", "lt_2w"))
    said_back = after(launched(), acts.tell(*breath))
    for part in (acts.tell(breath[0]), choose(*breath[1]), acts.tell(breath[2], breath[0])):
        again = after(said_back, part)
        assert keys_said(again) == ["say.misheard_offer", *keys_said(said_back)]
        assert again.session is not None
        assert again.session.told == breath
        assert again.session.misses == 1
    kept = after(said_back, acts.YES)
    then = after(kept, acts.tell(breath[0]))
    for turn in (kept, then):
        assert turn.session is not None
        assert turn.session.history == (breath,)


@pytest.mark.parametrize("place", REGIONS)
def test_what_is_recorded_is_not_said_back_again(place: str) -> None:
    """Any sign, place, time or pain, on any turn: it is noted, and thrice of it closes."""
    for turn, session in turns_that_ask(place):
        known = [one for one in session.answers.items() if one[0] in CHOICES or one[1] == "yes"]
        for one in known:
            if one[0] not in {*SIGNS, *CHOICES}:
                continue
            noted = after(turn, acts.tell(one))
            assert keys_said(noted)[0] == "say.told_known"
            assert noted.session == session._replace(misses=1)
            assert after(after(noted, acts.tell(one)), acts.tell(one)).session is None


@pytest.mark.parametrize("place", REGIONS)
def test_of_several_told_only_what_is_new_is_said_back(place: str) -> None:
    """Whatever is recorded already of it."""
    for turn, session in turns_that_ask(place):
        known = [(name, "yes") for name in SIGNS if session.answers.get(name) == "yes"]
        new = next((name, "yes") for name in SIGNS if session.answers.get(name, "no") == "no")
        if known and new[0] not in turn.asked:
            said_back = after(turn, acts.tell(*known, new))
            assert said_back.session is not None
            assert said_back.session.told == (new,)


@pytest.mark.parametrize("place", REGIONS)
def test_a_denied_sign_that_is_told_is_asked_about(place: str) -> None:
    """Alone or of a screen: only a yes changes it, and it alone; going back opens it alone."""
    for turn, session in turns_that_ask(place):
        for sign in SIGNS:
            if session.answers.get(sign) != "no":
                continue
            said_back = after(turn, acts.tell((sign, "yes")))
            assert keys_said(said_back) == ["say.told_denied"]
            for drop in (acts.NO, acts.UNSURE):
                assert after(said_back, drop).session == session._replace(misses=1)
            kept = after(said_back, acts.YES).session
            assert kept is not None
            assert kept.answers == told_as(session, sign, "yes")
            back = after(after(said_back, acts.YES), acts.BACK).session
            assert back is not None
            assert {**back.answers, sign: "yes"} == kept.answers
            assert sign not in back.answers


@pytest.mark.parametrize("place", REGIONS)
def test_a_sign_denied_and_one_never_asked_are_asked_about_together(place: str) -> None:
    """In words that say that one of them was denied."""
    for turn, session in turns_that_ask(place):
        denied = [name for name in SIGNS if session.answers.get(name) == "no"]
        new = [name for name in SIGNS if name not in session.answers]
        if denied and new:
            said_back = after(turn, acts.tell((denied[0], "yes"), (new[0], "yes")))
            assert keys_said(said_back) == ["say.told_partly"]


def not_sure_of(place: str, *signs: str) -> tuple[Turn, Session] | None:
    """Return the last turn of a simple spasm that is not sure of signs, if it is asked them all."""
    said = interview({**SIMPLE_SPASM, "main_region": place, **dict.fromkeys(signs, "unsure")})
    turn, session = said[-1].turn, said[-1].turn.session
    assert session is not None
    all_asked = all(session.answers.get(sign) == "unsure" for sign in signs)
    return (turn, session) if all_asked and session.asking != EMERGENCY else None


@pytest.mark.parametrize("place", REGIONS)
def test_a_sign_that_was_not_sure_is_never_lowered_by_telling(place: str) -> None:
    """A yes takes its place, since it is never milder (A1); a no is not taken out of turn."""
    kept = set()
    for sign in SIGNS:
        if not (found := not_sure_of(place, sign)):
            continue
        turn, session = found
        assert after(turn, acts.tell((sign, "no"))).session == session._replace(misses=1)
        said_back = after(turn, acts.tell((sign, "yes")))
        assert keys_said(said_back) == ["say.told_list"]
        then = after(said_back, acts.YES)
        assert then.session is not None
        assert then.session.answers == told_as(session, sign, "yes")
        assert reached(KNOWLEDGE, then.session.answers) >= reached(KNOWLEDGE, session.answers)
        kept.add(sign)
    assert kept


MILDER = [
    (at("lower_back", "duration", pain_level="severe"), ("pain_level", "mild")),
    (at("lower_back", "low_mood", duration="gt_6w"), ("duration", "lt_2w")),
]


@pytest.mark.parametrize(("turn", "milder"), MILDER, ids=["pain", "time"])
@pytest.mark.parametrize("sign", SIGNS)
def test_what_would_lower_takes_no_sign_with_it_that_was_told_beside_it(
    sign: str, turn: Turn, milder: tuple[str, str]
) -> None:
    """It stays as it was and the sign is recorded, in whichever order they were told."""
    assert turn.session is not None
    refused = after(after(turn, acts.tell(milder)), acts.YES)
    assert keys_said(refused)[0] == "say.told_before"
    assert refused.session == turn.session._replace(misses=1)
    if sign in turn.asked or turn.session.answers.get(sign) == "yes":
        return
    for told in permutations((milder, (sign, "yes"))):
        kept = after(after(turn, acts.tell(*told)), acts.YES)
        assert kept.session is not None
        assert keys_said(kept)[0] == "say.told_part"
        assert kept.session.answers == told_as(turn.session, sign, "yes")


BOTH_RAISE = at("neck", "cramp", osteoporosis="yes", duration="lt_2w", pain_level="severe")
EITHER = (("duration", "2_6w"), ("pain_level", "mild"))
"""New pain with thin bones and severe pain reach a day each: one of them may be told anew."""


@pytest.mark.parametrize("told", [*permutations(EITHER)])
def test_what_lowers_only_with_another_is_kept_without_it(told: Breath) -> None:
    """Of two answers that each hold a level, told milder in one breath, the first is taken."""
    turn = BOTH_RAISE
    assert turn.session is not None
    before = reached(KNOWLEDGE, turn.session.answers)
    assert reached(KNOWLEDGE, turn.session.answers | dict(told)) < before
    kept = after(after(turn, acts.tell(*told)), acts.YES)
    assert kept.session is not None
    assert keys_said(kept)[0] == "say.told_part"
    assert kept.session.answers == told_as(turn.session, *told[0])
    assert reached(KNOWLEDGE, kept.session.answers) == before


def test_what_is_denied_whenever_it_is_said_back_leads_on() -> None:
    """Told and denied three times in a row is not understood three times in a row."""
    denied = acts.tell(("both_legs_symptoms", "yes"))
    closed = 0
    for turn, _ in turns_that_ask("neck"):
        now = turn
        for misses in (1, 2):
            now = after(after(now, denied), acts.NO)
            assert now.session is not None
            assert now.session.misses == misses
        third = after(after(now, denied), acts.NO)
        assert third.session is None or left_open(now, third)
        closed += third.session is None
    assert closed


def test_the_answers_of_an_interview_are_those_that_were_given() -> None:
    """No answer is invented on the way to a result."""
    patient = {**SIMPLE_SPASM, "age_band": "25_39", "main_region": "leg"}
    kept = answers_after(interview(patient)[-1])
    for name, value in kept.items():
        if name in KNOWLEDGE.findings and name != "adult_18_plus":
            assert value == patient.get(name, "no")

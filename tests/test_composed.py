"""Sentences put together, each with the meaning that it was made with.

One loop for each kind, not one test case for each sentence: a failure names the sentences.
"""

from collections.abc import Iterable, Iterator, Sequence

import pytest
from expected.said import (
    AGES,
    ANSWER_AROUND,
    AROUND,
    ASKED_BACK_WITH,
    ASKED_WITH,
    CORRECTED,
    CRIES,
    EMERGENCIES,
    EMERGENCY_NAMED,
    FIGURES,
    GRADES,
    HARMLESS_WITH,
    INSTEAD_WITH,
    NO,
    NO_WITH,
    NONE,
    NOT_AGREEING,
    NOT_AROUND,
    OPENED_WITH,
    OTHER_NOW,
    OTHERS_WITH,
    PLACES,
    QUESTIONS,
    SIGN_SAID,
    SIGNS,
    SOFT_NO,
    SOFT_YES,
    STATED_WITH,
    SUPPOSED_WITH,
    TIMES,
    UNSURE,
    WAITS,
    YES,
    YES_WITH,
)

from skill import library
from skill.dialogue.acts import Act
from skill.dialogue.questions import value_of
from skill.hearing.ears import Ears
from skill.hearing.sentence import Asked
from skill.saying import ears as ears_of

KNOWLEDGE = library.knowledge()
STATES = (
    "launch", "age", "region", "duration", "pain", "yesno", "screen", "option", "readback", "result"
)  # fmt: skip
ANSWERED = ("yesno", "screen", "readback", "result")
SAID = frozenset({"yes", "hedged_yes", "no", "hedged_no", "none", "unsure"})
STEERED = frozenset({"ask", "why", "rephrase", "help", "how_many_left"})
LEAST = 20_000
"""Sentences that all the kinds have together."""

LIMBS = frozenset({"foot", "leg", "fingers", "hands"})
"""Of these a sign names a place of its own, which is told beside another."""

Case = tuple[str, Asked]


@pytest.fixture(scope="module")
def ears() -> Ears:
    """The locale's hearing, as the skill uses it."""
    return ears_of("en-US")


def asked(kind: str, *signs: str) -> Asked:
    """Return a question about these signs."""
    return Asked(kind, {sign: sign for sign in signs})


def each(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (meaning, words) for each way to say it."""
    for meaning, ways in table.items():
        for words in ways.split("|"):
            yield meaning, words


def in_each(frames: Iterable[str], words: str) -> Iterator[str]:
    """Yield the words in each of the frames."""
    return (frame.format(words) for frame in frames)


def heard(ears: Ears, case: Case) -> Act:
    """Return the act that is heard."""
    said, pending = case
    return ears.hear(said, pending).act


def is_told(act: Act, sign: str, answer: str) -> bool:
    """Tell whether a sign is told with an answer."""
    return act.name in {"tell", "check"} and (sign, answer) in act.told


def acts_at_once(act: Act) -> bool:
    """Tell whether an act calls for help."""
    return act.name == "emergency"


# --- signs --------------------------------------------------------------------------------------


def signs(frames: Sequence[str], *beside: str) -> Iterator[tuple[str, Case]]:
    """Yield (sign, case) where a sign is asked about, alone or beside another."""
    kind = "screen" if beside else "yesno"
    for sign, noun in each(SIGNS):
        for said in in_each(frames, noun):
            yield sign, (said, asked(kind, sign, *beside))


def test_a_sign_that_is_named_is_a_yes(ears: Ears) -> None:
    """To the question about it."""
    wrong = [case for _, case in signs(YES_WITH) if not heard(ears, case).name.endswith("yes")]
    assert not wrong


def test_of_several_signs_the_named_one_is_told(ears: Ears) -> None:
    """And no other."""
    cases = signs(YES_WITH[2:], "gate_stroke")
    wrong = [case for sign, case in cases if not is_told(heard(ears, case), sign, "yes")]
    assert not wrong


def test_a_sign_that_is_denied_is_a_no(ears: Ears) -> None:
    """Whatever the words of the denial."""
    wrong = [case for _, case in signs(NO_WITH) if not heard(ears, case).name.endswith("no")]
    assert not wrong


def test_of_several_signs_the_denied_one_is_denied(ears: Ears) -> None:
    """The rest of what was asked stays open."""
    cases = signs(NO_WITH, "gate_stroke")
    wrong = [case for sign, case in cases if not is_told(heard(ears, case), sign, "no")]
    assert not wrong


def test_a_sign_of_somebody_else_is_no_yes(ears: Ears) -> None:
    """Nor is it told."""
    wrong = [
        case
        for sign, case in signs(OTHERS_WITH)
        if (act := heard(ears, case)).name.endswith("yes") or is_told(act, sign, "yes")
    ]
    assert not wrong


def test_a_sign_that_is_supposed_answers_nothing(ears: Ears) -> None:
    """Nor is it told."""
    wrong = [
        case
        for sign, case in signs(SUPPOSED_WITH)
        if (act := heard(ears, case)).name in SAID or is_told(act, sign, "yes")
    ]
    assert not wrong


@pytest.mark.parametrize("beside", [(), ("gate_stroke",)])
def test_a_question_about_a_sign_is_never_an_answer(ears: Ears, beside: tuple[str, ...]) -> None:
    """Alone or among several."""
    wrong = [
        case for _, case in signs(ASKED_WITH, *beside) if heard(ears, case).name not in STEERED
    ]
    assert not wrong


def test_a_sign_said_in_a_sentence_is_heard(ears: Ears) -> None:
    """As the answer to its question, and as something told at another."""
    frames = ("{}", "yes {}", "um {}", "yeah {}", "i think {}", "actually {}")
    wrong = [
        said
        for sign, words in each(SIGN_SAID)
        for said in in_each(frames, words)
        if not heard(ears, (said, asked("yesno", sign))).name.endswith("yes")
    ]
    also = [
        said
        for sign, words in each(SIGN_SAID)
        for said in in_each(("{}", "and {}", "oh and {}", "yes and {}"), words)
        if not is_told(heard(ears, (said, asked("yesno", "standing_eases"))), sign, "yes")
    ]
    assert not wrong
    assert not also


def test_a_sign_instead_of_another_is_told(ears: Ears) -> None:
    """What is denied reaches to "just", and no further."""
    wrong = [
        (said, act)
        for sign, noun in each(SIGNS)
        for other, instead in (("dark_urine", "dark pee"), ("new_headache", "a headache"))
        for frame in INSTEAD_WITH
        if sign != other
        and (
            not is_told(
                act := heard(
                    ears, (said := frame.format(noun, instead), asked("screen", sign, other))
                ),
                other,
                "yes",
            )
            or is_told(act, sign, "yes")
        )
    ]
    assert not wrong


def test_a_statement_that_begins_as_a_question_answers(ears: Ears) -> None:
    """Its subject is left out."""
    frames = (*STATED_WITH, *(f"yes {one}" for one in STATED_WITH))
    said = [one for words in ("numb", "tingly") for one in in_each(frames, words)]
    numb = asked("yesno", "numb_tingling")
    assert not [one for one in said if not heard(ears, (one, numb)).name.endswith("yes")]


@pytest.mark.parametrize("state", ["region", "launch"])
def test_a_place_after_an_opener_is_told(ears: Ears, state: str) -> None:
    """A no before it denies what was asked before, and not the place."""
    wrong = [
        (said, act)
        for words in ("neck", "shoulder", "lower back", "leg")
        for said in in_each(OPENED_WITH, words)
        if (act := heard(ears, (said, asked(state)))).finding != "main_region"
        and "main_region" not in dict(act.told)
    ]
    assert not wrong


def test_a_sign_beside_a_place_is_told_with_it(ears: Ears) -> None:
    """Where the place is asked, and where nothing is yet."""
    frames = (
        "{place} and also {sign}",
        "{place} and i have {sign}",
        "it's {place} and there's {sign}",
    )
    wrong = [
        (said, act)
        for kind in ("launch", "region")
        for place in ("my neck", "my lower back", "my leg")
        for sign, noun in each(SIGNS)
        if LIMBS.isdisjoint(noun.split())
        for frame in frames
        if not is_told(
            act := heard(ears, (said := frame.format(place=place, sign=noun), asked(kind))),
            sign,
            "yes",
        )
        or "main_region" not in dict(act.told)
    ]
    assert not wrong


# --- emergencies ---------------------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES)
def test_an_emergency_acts_in_every_state(ears: Ears, state: str) -> None:
    """Whatever stands around it; the wish to die is heard as that."""
    wrong = [
        said
        for kind, words in each(EMERGENCIES)
        for frame in AROUND
        if (
            frame not in NOT_AROUND.get(kind, ())
            and not acts_at_once(act := heard(ears, (said := frame.format(words), asked(state))))
        )
        or (kind == "self_harm" and act.value != "said_self_harm")
    ]
    assert not wrong


@pytest.mark.parametrize("state", STATES)
def test_a_no_does_not_take_back_what_follows_it(ears: Ears, state: str) -> None:
    """It is said by who cannot: "no, can't breathe", "no, my chest hurts"."""
    cannot = [words for _, words in each(EMERGENCIES) if words.startswith(("i can't ", "my "))]
    wrong = [
        said
        for words in cannot
        for said in in_each(("no {}", "nope {}"), words.removeprefix("i "))
        if not acts_at_once(heard(ears, (said, asked(state))))
    ]
    assert cannot
    assert not wrong


@pytest.mark.parametrize("state", STATES)
def test_no_emergency_of_then_or_perhaps_or_another_acts(ears: Ears, state: str) -> None:
    """Denied, of somebody else and over, long past, or only feared."""
    wrong = [
        (said, act)
        for _, noun in each(EMERGENCY_NAMED)
        for said in in_each(HARMLESS_WITH, noun)
        if acts_at_once(act := heard(ears, (said, asked(state))))
        or any(is_told(act, one.id, "yes") for one in KNOWLEDGE.findings.values() if one.gate)
    ]
    assert not wrong


@pytest.mark.parametrize("state", STATES)
def test_an_emergency_that_is_asked_about_is_no_answer_and_does_not_act(
    ears: Ears, state: str
) -> None:
    """It may be asked back."""
    wrong = [
        (said, act)
        for _, noun in each(EMERGENCY_NAMED)
        for said in in_each(ASKED_BACK_WITH, noun)
        if acts_at_once(act := heard(ears, (said, asked(state)))) or act.name in SAID
    ]
    assert not wrong


@pytest.mark.parametrize("state", STATES)
def test_an_emergency_of_somebody_there_acts(ears: Ears, state: str) -> None:
    """Whoever is in danger now."""
    assert not [said for said in OTHER_NOW if not acts_at_once(heard(ears, (said, asked(state))))]


@pytest.mark.parametrize("state", STATES)
def test_a_figure_of_speech_does_nothing(ears: Ears, state: str) -> None:
    """It neither calls for help nor answers."""
    wrong = [
        (said, act)
        for said in FIGURES
        if acts_at_once(act := heard(ears, (said, asked(state)))) or act.name in {"yes", "no"}
    ]
    assert not wrong


# --- answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((*YES, *SOFT_YES), {"yes", "hedged_yes"}),
        ((*NO, *SOFT_NO), {"no", "hedged_no", "none"}),
    ],
    ids=["yes", "no"],
)
@pytest.mark.parametrize("state", ANSWERED)
def test_a_yes_and_a_no_are_heard(
    ears: Ears, state: str, words: tuple[str, ...], names: set[str]
) -> None:
    """Plain and soft, with the words of courtesy around."""
    wrong = [
        said
        for word in words
        for said in in_each(ANSWER_AROUND, word)
        if heard(ears, (said, asked(state))).name not in names
    ]
    assert not wrong


@pytest.mark.parametrize("state", ["yesno", "screen", "region", "duration", "pain"])
def test_not_knowing_is_heard(ears: Ears, state: str) -> None:
    """It is no answer of another kind."""
    wrong = [
        said
        for word in UNSURE
        for said in in_each(ANSWER_AROUND, word)
        if heard(ears, (said, asked(state))).name != "unsure"
    ]
    assert not wrong


def test_none_of_several_is_heard(ears: Ears) -> None:
    """It denies them all."""
    wrong = [
        said
        for word in NONE
        for said in in_each(ANSWER_AROUND, word)
        if heard(ears, (said, asked("screen", "gate_fever", "dark_urine"))).name != "none"
    ]
    assert not wrong


@pytest.mark.parametrize("state", ["yesno", "screen", "readback"])
def test_a_correction_wins(ears: Ears, state: str) -> None:
    """What is said last is what was meant."""
    pairs = (("yes", "no"), ("no", "yes"), ("yeah", "nope"), ("it does", "it doesn't"))
    wrong = [
        said
        for frame in CORRECTED
        for first, last in pairs
        if not heard(
            ears, (said := frame.format(wrong=first, right=last), asked(state))
        ).name.endswith("yes" if last == "yes" else "no")
    ]
    assert not wrong


def value(act: Act, finding: str) -> str:
    """Return the value of a finding that an act names."""
    if act.name == "number" or finding == "age_band":
        return act.value if finding == "age_band" else value_of(KNOWLEDGE, finding, act.value)
    return value_of(KNOWLEDGE, finding, act.value) if act.finding == finding else ""


VALUES = [
    ("age", "age_band", {words: str(years) for words, years in AGES.items()}),
    ("region", "main_region", PLACES),
    ("duration", "duration", TIMES),
    ("pain", "pain_level", GRADES),
]


@pytest.mark.parametrize(("kind", "finding", "table"), VALUES)
def test_a_value_is_heard(ears: Ears, kind: str, finding: str, table: dict[str, str]) -> None:
    """With the words of courtesy around."""
    frames = (*ANSWER_AROUND, "it's {}", "i'd say {}", "maybe {}")
    wrong = [
        said
        for words, meant in table.items()
        for said in in_each(frames, words)
        if value(heard(ears, (said, asked(kind))), finding) != meant
    ]
    assert not wrong


@pytest.mark.parametrize(("kind", "finding", "table"), VALUES)
def test_a_corrected_value_is_the_last(
    ears: Ears, kind: str, finding: str, table: dict[str, str]
) -> None:
    """Each with the five that follow it in the table."""
    items = list(table.items())
    wrong = [
        said
        for place, (first, one) in enumerate(items)
        for last, meant in items[place + 1 : place + 6]
        if meant != one
        for frame in CORRECTED[:5]
        if value(heard(ears, (said := frame.format(wrong=first, right=last), asked(kind))), finding)
        != meant
    ]
    assert not wrong


# --- what is no answer ---------------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES)
def test_a_question_is_never_an_answer(ears: Ears, state: str) -> None:
    """Whatever words it ends with."""
    frames = ("{}", "um {}", "okay but {}", "{} please", "yes but {}", "no i mean {}")
    wrong = [
        (said, act)
        for question in QUESTIONS
        for said in in_each(frames, question)
        if (act := heard(ears, (said, asked(state)))).name not in STEERED
        and not act.name.startswith("result")
    ]
    assert not wrong


@pytest.mark.parametrize("state", STATES[1:])
def test_who_needs_a_moment_has_it(ears: Ears, state: str) -> None:
    """It is no answer, and no miss."""
    assert not [said for said in WAITS if heard(ears, (said, asked(state))).name != "wait"]


@pytest.mark.parametrize("state", ANSWERED)
def test_a_cry_of_pain_is_no_yes(ears: Ears, state: str) -> None:
    """Nor is what agrees with nothing."""
    assert not [said for said in CRIES if heard(ears, (said, asked(state))).name != "cry"]
    assert not [said for said in NOT_AGREEING if heard(ears, (said, asked(state))).name in SAID]


def test_so_many_sentences_are_put_together() -> None:
    """The kinds above, counted by their frames."""
    named, nouns = len(list(each(SIGNS))), len(list(each(EMERGENCY_NAMED)))
    frames = 2 * len(YES_WITH) - 2 + 2 * len(NO_WITH) + len(OTHERS_WITH) + len(SUPPOSED_WITH)
    frames += 2 * len(ASKED_WITH)
    acting = len(list(each(EMERGENCIES))) * len(AROUND) * len(STATES)
    harmless = nouns * (len(HARMLESS_WITH) + len(ASKED_BACK_WITH)) * len(STATES)
    asking = len(QUESTIONS) * 6 * len(STATES)
    assert named * frames + acting + harmless + asking > LEAST


@pytest.mark.parametrize(
    "said", ["", "   ", "?!", "no " * 700, "\u0436" * 2000, "\u75db\u3044", "\u0000", "\U0001f642"]
)
def test_what_is_no_sentence_is_not_understood(ears: Ears, said: str) -> None:
    """Nothing, another script, or more than anybody says."""
    assert not [state for state in STATES if heard(ears, (said, asked(state))).name != "misheard"]

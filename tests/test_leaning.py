"""Nerve or muscle: ratios, caps, labels and the stop rule, as the knowledge base computes them.

The tables are typed from the clinical knowledge base, 4c and 4d, and the arithmetic is done
here a second time; neither looks at the TOML.
"""

import itertools
import random
from collections.abc import Iterable, Iterator
from functools import cache
from math import log, prod

import pytest
from callers import KNOWLEDGE, REGIONS, SIMPLE_SPASM, chance, interview, questions
from expected.leanings import FLOORS, LABELS, MUSCLE, sounds

from skill.triage.interview import READ_BACK, next_ask, reached
from skill.triage.knowledge import Answers, Discriminator, Group, Knowledge, Label, Level
from skill.triage.leaning import (
    Evidence,
    label_of,
    next_discriminator,
    outlook,
    possible_labels,
    unanswered,
    weigh,
)

Pair = tuple[float, float]

YES, NO, UNSURE = "yes", "no", "unsure"
LEG, ARM = ("lower_back", "leg", "lower_back_leg"), ("neck", "shoulder_arm", "neck_arm")

RATIOS: dict[str, tuple[str, Pair, Pair]] = {
    # finding: group, nerve (yes, no), muscle (yes, no)
    "numb_tingling": ("quality", (2.5, 0.4), (0.8, 1.1)),
    "electric_shooting": ("quality", (2.2, 0.85), (0.8, 1.1)),
    "burning_pain": ("quality", (1.8, 0.9), (0.9, 1.0)),
    "touch_hurts": ("quality", (1.5, 0.95), (1.0, 1.0)),
    "travels_line": ("spread", (2.5, 0.4), (0.7, 1.3)),
    "limb_worse_than_spine": ("spread", (1.8, 0.75), (0.9, 1.0)),
    "cough_worse": ("provoke", (1.6, 0.85), (1.0, 1.0)),
    "neck_move_arm": ("provoke", (1.8, 0.8), (1.0, 1.0)),
    "walk_bend_relief": ("provoke", (2.5, 0.7), (0.7, 1.0)),
    "limb_weakness": ("motor", (2.0, 0.85), (0.8, 1.0)),
    "on_off_spasm": ("feel", (1.0, 1.0), (3.0, 0.5)),
    "hard_knot": ("feel", (1.0, 1.0), (2.5, 0.5)),
    "tender_press": ("feel", (0.8, 1.1), (2.0, 0.6)),
    "recent_overuse": ("setting", (0.9, 1.05), (1.6, 0.75)),
}
KNEE: tuple[str, Pair, Pair] = ("spread", (1.8, 0.5), (0.8, 1.1))
ELBOW: tuple[str, Pair, Pair] = ("spread", (1.5, 0.8), (0.8, 1.1))
NERVE_CAPS = {"quality": (0.3, 5), "spread": (0.3, 4), "provoke": (0.6, 3), "motor": (0.85, 2)}
MUSCLE_CAPS = {"feel": (0.2, 8)}
ALWAYS: Pair = (0, 1.01)
"""The range in which every probability lies."""
STARTS: dict[str, Pair] = {
    "neck": (0.25, 0.5),
    "shoulder_arm": (0.40, 0.4),
    "upper_back_ribs": (0.15, 0.5),
    "lower_back": (0.25, 0.5),
    "leg": (0.40, 0.5),
    "jaw_face": (0.05, 0.5),
    "neck_arm": (0.25, 0.5),
    "lower_back_leg": (0.25, 0.5),
    "widespread": (0.05, 0.5),
}
SCREENED = {"limb_weakness", "numb_tingling", "travels_line"}
"""Asked of everyone, as one screen."""


def by_hand(answers: Answers) -> Pair:
    """Return (nerve, muscle) by the tables above."""
    place = answers["main_region"]
    table = RATIOS | {"past_knee_elbow": KNEE if place in LEG else ELBOW}
    result = []
    for scale, caps in ((0, NERVE_CAPS), (1, MUSCLE_CAPS)):
        start = STARTS[place][scale]
        odds = start / (1 - start)
        for group in ("quality", "spread", "provoke", "motor", "feel", "setting"):
            change = prod(
                pairs[scale][0 if answers[name] == YES else 1]
                for name, (of, *pairs) in table.items()
                if of == group and answers.get(name) in {YES, NO}
            )
            least, most = caps.get(group, (0, 1e9))
            odds *= min(max(change, least), most)
        result.append(odds / (1 + odds))
    return result[0], result[1]


def probability(answers: Answers) -> Pair:
    """Return (nerve, muscle) as the skill has them with nothing more to ask."""
    nerve, muscle, _ = weigh(KNOWLEDGE, answers, [])
    assert nerve[0] == nerve[1]
    assert muscle[0] == muscle[1]
    return nerve[0], muscle[0]


HAND_CHECK = [
    (
        "typical sciatica",
        sounds(
            "leg",
            "numb_tingling electric_shooting travels_line past_knee_elbow limb_worse_than_spine "
            "cough_worse",
            "limb_weakness on_off_spasm hard_knot tender_press recent_overuse",
        ),
        (0.95, 0.05),
        "nerve",
    ),
    (
        "typical arm radiculopathy",
        sounds(
            "shoulder_arm",
            "numb_tingling electric_shooting travels_line past_knee_elbow limb_worse_than_spine "
            "neck_move_arm",
            "limb_weakness on_off_spasm hard_knot",
        ),
        (0.95, 0.06),
        "nerve",
    ),
    (
        "neck spasm after exercise",
        sounds(
            "neck",
            "on_off_spasm hard_knot tender_press recent_overuse",
            "numb_tingling travels_line limb_weakness electric_shooting burning_pain",
        ),
        (0.02, 0.95),
        "muscle",
    ),
    (
        "calf cramp",
        sounds(
            "leg",
            "on_off_spasm hard_knot tender_press recent_overuse",
            "numb_tingling travels_line limb_weakness electric_shooting burning_pain",
        ),
        (0.04, 0.96),
        "muscle",
    ),
    (
        "back-leg pain with tingling and a hard tight muscle",
        sounds(
            "leg",
            "numb_tingling travels_line on_off_spasm hard_knot tender_press",
            "limb_weakness",
        ),
        (0.74, 0.82),
        "mixed",
    ),
    (
        "neck-arm tingling and a knot",
        sounds(
            "neck",
            "numb_tingling travels_line on_off_spasm hard_knot tender_press recent_overuse",
            "limb_weakness electric_shooting",
        ),
        (0.51, 0.90),
        "mixed",
    ),
    (
        "thigh ache that is sore to press, and nothing else",
        sounds(
            "leg",
            "tender_press",
            "numb_tingling travels_line limb_weakness electric_shooting on_off_spasm hard_knot",
        ),
        (0.05, 0.43),
        "unclear",
    ),
    ("no answers", sounds("lower_back", ""), (0.25, 0.5), "unclear"),
]


@pytest.mark.parametrize(
    ("answers", "documented", "label"),
    [row[1:] for row in HAND_CHECK],
    ids=[row[0] for row in HAND_CHECK],
)
def test_the_hand_check_of_the_knowledge_base(
    answers: Answers, documented: Pair, label: str
) -> None:
    """Typical callers get the documented figures and label (4d)."""
    assert probability(answers) == pytest.approx(documented, abs=0.02)
    assert probability(answers) == pytest.approx(by_hand(answers))
    assert label_of(KNOWLEDGE, answers).id == label


def full_of(place: str, dice: random.Random) -> Answers:
    """Return some answers that fit the place and each other."""
    fitting = {*RATIOS, "past_knee_elbow"}
    if place not in LEG:
        fitting -= {"walk_bend_relief"}
    if place not in ARM:
        fitting -= {"neck_move_arm"}
    if place not in (*LEG, *ARM):
        fitting -= {"past_knee_elbow", "limb_worse_than_spine", "cough_worse"}
    names = dice.sample(sorted(fitting), dice.randint(0, len(fitting)))
    said = {name: dice.choice((YES, YES, NO, UNSURE)) for name in names}
    return {"main_region": place, **said, "travels_line": YES, "numb_tingling": YES}


@pytest.mark.parametrize("place", REGIONS)
def test_the_scales_follow_the_documented_ratios_and_caps(place: str) -> None:
    """Any answers give what the tables give, in every place."""
    dice = chance(place)
    for _ in range(100):
        answers = full_of(place, dice)
        assert probability(answers) == pytest.approx(by_hand(answers)), answers


@pytest.mark.parametrize("place", [{}, {"main_region": UNSURE}])
def test_where_the_place_is_not_known_both_are_as_likely_as_not(place: Answers) -> None:
    """Nothing is presumed of a caller who has not said, or cannot say, where it hurts."""
    assert probability(place) == (0.5, 0.5)


CAPS = [
    ("quality", "numb_tingling electric_shooting burning_pain touch_hurts", YES, 5),
    ("quality", "numb_tingling electric_shooting burning_pain touch_hurts", NO, 0.3),
    ("spread", "travels_line past_knee_elbow limb_worse_than_spine", YES, 4),
    ("provoke", "walk_bend_relief cough_worse", YES, 3),
    ("provoke", "walk_bend_relief cough_worse", NO, 0.6),
]


@pytest.mark.parametrize(("group", "names", "answer", "cap"), CAPS)
def test_answers_that_overlap_count_no_more_than_their_cap(
    group: str, names: str, answer: str, cap: float
) -> None:
    """Answers of one group are clipped, so that the same thing said four ways counts once."""
    ground = {"main_region": "leg", "limb_weakness": UNSURE, "travels_line": UNSURE}
    ground |= {"numb_tingling": UNSURE}
    start, _ = probability(ground)
    nerve, _ = probability(ground | dict.fromkeys(names.split(), answer))
    assert (nerve / (1 - nerve)) / (start / (1 - start)) == pytest.approx(cap), group


def test_the_feel_of_a_muscle_is_capped_both_ways() -> None:
    """Tightening, knot and soreness together count eightfold at most, a fifth at least."""
    feel = ("on_off_spasm", "hard_knot", "tender_press")
    for answer, cap in ((YES, 8), (NO, 0.2)):
        _, muscle = probability({"main_region": "leg", **dict.fromkeys(feel, answer)})
        assert muscle / (1 - muscle) == pytest.approx(cap)


# --- labels ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "answers", "reason"), LABELS)
def test_the_first_label_that_fits_is_spoken(label: str, answers: Answers, reason: str) -> None:
    """The labels are tried in the order of 4d."""
    assert label_of(KNOWLEDGE, answers).id == label, reason


@pytest.mark.parametrize("label", FLOORS)
def test_a_label_has_its_floor(label: str) -> None:
    """A nerve, both, or a cause in the whole body is never looked after at home alone."""
    assert {one.floor for one in KNOWLEDGE.labels if one.id == label} == {FLOORS[label]}


def test_unclear_allows_self_care_only_if_all_nerve_signs_are_denied() -> None:
    """Not being sure of one of the three keeps the caller from self-care (4d, 8)."""
    denied = sounds("leg", "", "numb_tingling travels_line limb_weakness")
    assert label_of(KNOWLEDGE, denied).floor == Level.SELF_CARE
    for name in SCREENED:
        for answers in (denied | {name: UNSURE}, {k: v for k, v in denied.items() if k != name}):
            assert label_of(KNOWLEDGE, answers).id == "unclear"
            assert label_of(KNOWLEDGE, answers).floor == Level.CONSULTATION


EVIDENCE = [
    (4, 0, "unclear", "four answers are too few"),
    (4, 1, "unclear", "and not being sure of a fifth is no answer"),
    (5, 0, "muscle", "five are enough"),
    (5, 3, "muscle", "three of eight not sure: 37 %"),
    (5, 4, "unclear", "four of nine not sure: 44 %"),
    (6, 4, "unclear", "four of ten not sure: 40 % exactly is too many"),
    (7, 4, "muscle", "four of eleven not sure: 36 %"),
]


@pytest.mark.parametrize(("said", "unsure", "label", "reason"), EVIDENCE)
def test_a_leaning_needs_enough_answers(said: int, unsure: int, label: str, reason: str) -> None:
    """Fewer than five answers, or 40 % not sure, and nothing is leant to (4d)."""
    strong = ("numb_tingling", "travels_line", "limb_weakness", "on_off_spasm", "hard_knot")
    more = ("tender_press", "recent_overuse")
    vague = ("burning_pain", "touch_hurts", "electric_shooting", "cough_worse")
    plain = dict(MUSCLE, main_region="neck")
    answers = {name: plain[name] for name in ("main_region", *(*strong, *more)[:said])}
    answers |= dict.fromkeys(vague[:unsure], UNSURE)
    assert label_of(KNOWLEDGE, answers).id == label, reason


def test_more_is_asked_while_too_few_have_answers() -> None:
    """With three of five answers nothing can be leant to yet; two more may change that (4d)."""
    denied = sounds("neck", "", "numb_tingling travels_line limb_weakness")
    assert next_discriminator(KNOWLEDGE, denied) is not None


def test_no_answer_decides_alone() -> None:
    """One yes among no answers is unclear, whichever it is (4a)."""
    for name in RATIOS:
        if name != "walk_bend_relief":  # a pinch point of its own
            assert label_of(KNOWLEDGE, {"main_region": "leg", name: YES}).id == "unclear"


# --- what could still come ----------------------------------------------------------------------


def medicine(pair: Pair, *, nerve: Pair = ALWAYS, muscle: Pair = ALWAYS) -> Knowledge:
    """Return a medicine that starts even, in which one question with these ratios is left.

    Half of all is exact in floating point, so that what is even lies on a border at 0.5.
    """
    said = Discriminator("hard_knot", "feel", (1, 1), (1, 1), ())
    ahead = Discriminator("on_off_spasm", "feel", pair, pair, ())
    label = Label("muscle", "muscle", (), nerve, muscle, Level.SELF_CARE, (1, 1))
    unclear = Label("unclear", "unclear", (), None, None, Level.SELF_CARE, (0, 0))
    return KNOWLEDGE._replace(
        discriminators=(said, ahead),
        groups={"feel": Group((0, 9), (0, 9))},
        labels=(label, unclear),
        settings=KNOWLEDGE.settings._replace(least_answered=1),
    )


SPANS = [
    ((2, 0.5), (1 / 3, 2 / 3), "yes raises it, no lowers it"),
    ((0.5, 2), (1 / 3, 2 / 3), "the other way round"),
    ((2, 1.5), (1 / 2, 2 / 3), "both raise it; not sure leaves it"),
    ((0.8, 0.5), (1 / 3, 1 / 2), "both lower it; not sure leaves it"),
]


@pytest.mark.parametrize(("pair", "span", "reason"), SPANS)
def test_a_question_ahead_may_be_answered_yes_no_or_not_sure(
    pair: Pair, span: Pair, reason: str
) -> None:
    """The range of what may come reaches as far as the answers do, and no further."""
    small = medicine(pair)
    nerve, muscle, _ = weigh(small, {"hard_knot": YES}, unanswered(small, {"hard_knot": YES}))
    assert nerve == pytest.approx(span), reason
    assert muscle == pytest.approx(span), reason


BORDERS = [
    # ratios of what is ahead, the range that the label wants, what may come, reason
    ((1, 1), (0.5, 1.01), "muscle", "at least: the border belongs to it"),
    ((1, 1), (0, 0.5), "unclear", "less than: the border does not"),
    ((2, 1), (0.5, 1.01), "muscle", "from the border up"),
    ((2, 1), (0, 0.5), "unclear", "from the border up it is never less"),
    ((1, 0.5), (0.5, 1.01), "muscle unclear", "up to the border it can be reached"),
    ((1, 0.5), (0, 0.5), "muscle unclear", "up to the border it can be missed"),
]


@pytest.mark.parametrize(("pair", "wanted", "labels", "reason"), BORDERS)
def test_a_border_belongs_to_the_range_above_it(
    pair: Pair, wanted: Pair, labels: str, reason: str
) -> None:
    """A label wants at least the one figure and less than the other, on either scale."""
    answers = {"hard_knot": YES}
    for small in (medicine(pair, nerve=wanted), medicine(pair, muscle=wanted)):
        found = possible_labels(small, answers, unanswered(small, answers))
        assert [one.id for one in found] == labels.split(), reason


# --- what to ask, and when to stop ------------------------------------------------------------


@cache
def settled(seed: int) -> tuple[Answers, list[str]]:
    """Return the answers of a random interview when its label is settled, and what was asked."""
    dice = chance(seed)
    answers: Answers = {}
    asked: list[str] = []
    while (due := next_ask(KNOWLEDGE, answers)) and due.step != READ_BACK:
        for name in due.findings:
            finding = KNOWLEDGE.findings[name]
            if name == "age_band":
                answers["adult_18_plus"] = YES
            if finding.discriminator and name != "widespread_spasms":
                asked += [name] if len(due.findings) == 1 else []
                answers[name] = dice.choice((YES, YES, NO, NO, UNSURE))
                if name == "limb_weakness":
                    answers[name] = NO
            elif finding.values:
                mild = {"duration": "lt_2w", "pain_level": "mild", "age_band": "under_50"}
                answers[name] = mild.get(name) or dice.choice(REGIONS)
            else:
                answers[name] = NO
    return answers, asked


def most_left(asked: Iterable[str]) -> int:
    """Return how many may still be asked of eight, beside the screen of nerve signs."""
    return max(0, 8 - len({*asked} & {*RATIOS, "past_knee_elbow"} - SCREENED))


def completions(ahead: list[str], most: int) -> Iterator[Answers]:
    """Yield ways to answer what is left, at most so many of it, yes or no."""
    whole = [ahead] if len(ahead) <= min(most, 5) else list(itertools.combinations(ahead, 2))
    for names in whole:
        for said in itertools.product((YES, NO), repeat=len(names)):
            yield dict(zip(names, said, strict=True))
    for toward in range(2):  # the strongest that each scale can still be pushed, both ways
        for sign in (1, -1):

            def push(name: str, toward: int = toward, sign: int = sign) -> tuple[float, str]:
                pairs = (RATIOS | {"past_knee_elbow": KNEE}).get(name, ("", (1, 1), (1, 1)))
                yes, no = pairs[1:][toward]
                return max((sign * log(yes), YES), (sign * log(no), NO))

            best = sorted(ahead, key=push, reverse=True)[:most]
            yield {name: push(name)[1] for name in best}


@pytest.mark.parametrize(("asked", "more"), [(6, True), (7, False)])
def test_the_seventh_may_still_be_asked(asked: int, *, more: bool) -> None:
    """Cramps, asked of everyone, are the eighth; no ninth is, though not all have been (4d)."""
    names = [name for name in RATIOS if name not in SCREENED]
    answers = sounds("leg", "numb_tingling travels_line", " ".join(names[:asked]))
    assert bool(unanswered(KNOWLEDGE, answers)) is more


@pytest.mark.parametrize("place", REGIONS)
def test_the_range_of_what_may_come_is_never_too_narrow(place: str) -> None:
    """However the questions ahead are answered, both scales end inside it."""
    dice = chance(place)
    for _ in range(8):
        answers = full_of(place, dice)
        ahead = unanswered(KNOWLEDGE, answers)
        before = weigh(KNOWLEDGE, answers, ahead)
        room = most_left(answers.keys())
        for more in completions([one.finding for one in ahead], room):
            if len(more) <= room:
                assert_inside(weigh(KNOWLEDGE, answers | more, []), before)


def assert_inside(later: Evidence, before: Evidence) -> None:
    """Hold that both scales ended in the range that they had."""
    for (end, _), (low, high) in ((later.nerve, before.nerve), (later.muscle, before.muscle)):
        assert low - 1e-9 <= end <= high + 1e-9


@pytest.mark.parametrize("seed", range(60))
def test_it_stops_only_when_no_further_answer_could_change_the_label(seed: int) -> None:
    """Every way of answering what is left, up to the cap, leads to the same label and floor."""
    answers, asked = settled(seed)
    if reached(KNOWLEDGE, answers) >= Level.CONSULTATION_24:
        assert seed, "a random interview may end early"
        return
    assert next_discriminator(KNOWLEDGE, answers) is None
    ahead = sorted({one.finding for one in unanswered(KNOWLEDGE, answers)})
    most = most_left(asked)
    now = label_of(KNOWLEDGE, answers)
    for more in completions(ahead, most):
        if len(more) <= most:
            then = label_of(KNOWLEDGE, answers | more)
            assert (then.id, then.floor) == (now.id, now.floor), more


@pytest.mark.parametrize("seed", range(60))
def test_the_label_of_now_is_the_one_that_nothing_further_would_change(seed: int) -> None:
    """After every answer; where one alone is left, the questions ahead have told which."""
    answers, _ = settled(seed)
    for count in range(len(answers) + 1):
        so_far = dict(list(answers.items())[:count])
        now = possible_labels(KNOWLEDGE, so_far, [])
        assert label_of(KNOWLEDGE, so_far) == now[0]
        assert now[0] in outlook(KNOWLEDGE, so_far).labels


def test_at_most_eight_discriminators_are_asked() -> None:
    """Beside the screen of nerve signs, eight is the cap (4d)."""
    asked_of = {one.finding for one in KNOWLEDGE.discriminators} - SCREENED
    most = max(len(set(asked) & asked_of) for _, asked in map(settled, range(150)))
    assert most <= 8


DECIDES = [
    # place, what is so, what is not, what is asked next
    ("neck", "numb_tingling hand_shake_relief", "", "sock_glove"),
    ("shoulder_arm", "numb_tingling travels_line hand_shake_relief", "", "sock_glove"),
    ("leg", "travels_line", "numb_tingling", "walk_bend_relief"),
    ("lower_back", "numb_tingling travels_line", "sock_glove", "walk_bend_relief"),
]


@pytest.mark.parametrize(("place", "yes", "no", "asked"), DECIDES)
def test_what_decides_by_itself_is_asked_first(place: str, yes: str, no: str, asked: str) -> None:
    """A sign of the whole body, or of a pinch point, comes before what only shifts a scale."""
    answers = sounds(place, yes, f"limb_weakness {no}")
    assert next_discriminator(KNOWLEDGE, answers) == asked


SHIFTS = [
    # place, what is not so, what is asked next, reason
    ("leg", "", "on_off_spasm", "six to one, before the knee with less than four to one"),
    ("leg", "on_off_spasm", "hard_knot", "then five to one"),
    (
        "neck",
        "on_off_spasm hard_knot tender_press",
        "electric_shooting",
        "its yes says much and its no little; what counts is how far apart they are",
    ),
]


@pytest.mark.parametrize(("place", "no", "asked", "reason"), SHIFTS)
def test_else_what_can_shift_most_is_asked(place: str, no: str, asked: str, reason: str) -> None:
    """With numbness along a line, and no pinch point, the two scales are left (4d)."""
    denied = f"limb_weakness sock_glove walk_bend_relief hand_shake_relief arm_overhead_worse {no}"
    answers = sounds(place, "numb_tingling travels_line", denied)
    assert next_discriminator(KNOWLEDGE, answers) == asked, reason


@pytest.mark.parametrize("place", REGIONS)
def test_the_first_question_is_the_one_that_can_shift_most(place: str) -> None:
    """With the nerve signs denied, whether a muscle tightens and lets go comes first."""
    said = interview({**SIMPLE_SPASM, "main_region": place})
    asked = [one for ask in questions(said) for one in ask if one in RATIOS and one not in SCREENED]
    assert asked[:1] == ([] if place == "widespread" else ["on_off_spasm"])

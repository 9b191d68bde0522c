"""Nerve or muscle: ratios, caps, labels, degrees and the stop rule, as the knowledge base has them.

The tables are typed from the clinical knowledge base (4c, and D of its second edition), and the
arithmetic and the order of decision are done here a second time; neither looks at the TOML.
"""

import itertools
import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from math import log

import pytest
from callers import KNOWLEDGE, REGIONS, SIMPLE_SPASM, TEXTS, chance, interview, questions
from expected.leanings import (
    ALL_DENIED,
    ANOTHER_CAUSE,
    BOTH,
    DENIED,
    LABELS,
    MUSCLE,
    NERVE,
    NOT_BESIDE_A_MUSCLE,
    OF_A_NERVE,
    OLDER,
    RIB,
    SEVERE,
    TEXTBOOK,
    Caller,
    sounds,
)

from skill.dialogue.results import label_key
from skill.triage.assessment import assess
from skill.triage.interview import READ_BACK, level_of, next_ask, reached
from skill.triage.knowledge import Answers, Discriminator, Group, Knowledge, Label, Level
from skill.triage.leaning import (
    Evidence,
    label_of,
    next_discriminator,
    outlook,
    parts_of,
    possible_labels,
    unanswered,
    weigh,
)

Pair = tuple[float, float]

YES, NO, UNSURE = "yes", "no", "unsure"
LEG, ARM = ("lower_back", "leg", "lower_back_leg"), ("neck", "shoulder_arm", "neck_arm")
SPINE = ("neck", "neck_arm", "upper_back_ribs", "lower_back", "lower_back_leg")
FROM_FIFTY = ("50_55", "56_64", "65_plus")
AGES = ("18_24", "25_39", "40_49", *FROM_FIFTY)

RATIOS: dict[str, tuple[str, Pair, Pair]] = {
    # finding: group, nerve (yes, no), muscle (yes, no)
    "numb_tingling": ("quality", (2.5, 0.6), (0.8, 1.1)),
    "burn_or_shock": ("quality", (2.0, 0.8), (0.85, 1.05)),
    "touch_hurts": ("quality", (1.5, 0.95), (1.0, 1.0)),
    "travels_line": ("spread", (2.5, 0.8), (0.7, 1.3)),
    "limb_worse_than_spine": ("spread", (1.8, 0.75), (0.9, 1.0)),
    "cough_worse": ("provoke", (1.6, 0.85), (1.0, 1.0)),
    "neck_move_arm": ("provoke", (1.8, 0.8), (1.0, 1.0)),
    "walk_bend_relief": ("provoke", (2.5, 1.0), (0.7, 1.0)),
    "limb_weakness": ("motor", (2.0, 0.85), (0.8, 1.0)),
    "on_off_spasm": ("feel", (1.0, 1.0), (3.0, 0.7)),
    "hard_knot": ("feel", (1.0, 1.0), (2.5, 0.7)),
    "tender_press": ("feel", (0.8, 1.1), (2.0, 0.6)),
    "recent_overuse": ("setting", (0.9, 1.05), (1.6, 0.75)),
}
MOST_ASKED = 3
"""Of five that the knowledge base allows: more were right about no more callers (decision 16)."""
KNEE: tuple[str, Pair, Pair] = ("spread", (1.8, 0.5), (0.8, 1.1))
ELBOW: tuple[str, Pair, Pair] = ("spread", (1.5, 0.8), (0.8, 1.1))
NUMB_FACE: tuple[str, Pair, Pair] = ("quality", (2.5, 1.0), (0.8, 1.1))
LINE_OF_THE_SPINE: tuple[str, Pair, Pair] = ("spread", (2.5, 0.4), (0.7, 1.3))
NERVE_CAPS = {"quality": (0.3, 5), "spread": (0.3, 6), "provoke": (0.6, 3), "motor": (0.85, 2)}
MUSCLE_CAPS = {"feel": (0.2, 8)}
ALWAYS: Pair = (-99, 99)
"""The range in which every sum lies."""
SCREENED = {"limb_weakness", "numb_tingling", "travels_line"}
"""Asked of everyone, as one screen."""
OF_EVERYONE = SCREENED | {"on_off_spasm", "recent_overuse"}
"""By the steps, whatever is open."""
OF_THE_FACE = {"burn_or_shock", "touch_hurts"}
"""Asked of everyone whose face hurts."""
DECIDING = {"hand_shake_relief", "sock_glove"}
"""They move no scale, and do not count."""
OWN_NERVE = (*sorted(SCREENED), "burn_or_shock", "touch_hurts")
FELT = ("on_off_spasm", "hard_knot", "tender_press")
OWN_MUSCLE = (*FELT, "recent_overuse")


# --- by hand ------------------------------------------------------------------------------------


def table_of(answers: Answers) -> dict[str, tuple[str, Pair, Pair]]:
    """Return the ratios that count for a caller."""
    place = answers["main_region"]
    table = RATIOS | {"past_knee_elbow": KNEE if place in LEG else ELBOW}
    if place == "jaw_face":
        table["numb_tingling"] = NUMB_FACE
        if answers.get("burn_or_shock") != YES:
            del table["touch_hurts"]
    if place in SPINE:
        table["travels_line"] = LINE_OF_THE_SPINE
    canal = place in LEG and answers.get("age_band") in FROM_FIFTY
    if not canal or not any(answers.get(name) in {YES, UNSURE} for name in SCREENED):
        del table["walk_bend_relief"]
    if answers.get("travels_line") not in {YES, UNSURE}:
        for name in ("past_knee_elbow", "limb_worse_than_spine", "cough_worse", "neck_move_arm"):
            del table[name]
    return table


def by_hand(answers: Answers) -> Pair:
    """Return the (nerve, muscle) scales by the tables above."""
    table = table_of(answers)
    result = []
    for scale, caps in ((0, NERVE_CAPS), (1, MUSCLE_CAPS)):
        total = 0.0
        for group in ("quality", "spread", "provoke", "motor", "feel", "setting"):
            change = 1.0
            for name, (of, *pairs) in table.items():
                if of == group and answers.get(name) in {YES, NO}:
                    change *= pairs[scale][0 if answers[name] == YES else 1]
            least, most = caps.get(group, (1e-9, 1e9))
            total += log(min(max(change, least), most))
        result.append(total)
    return result[0], result[1]


def decided_by_hand(answers: Answers) -> tuple[str, str]:
    """Return (label, degree) by the list of D, without the labels that one answer decides."""
    n, m = by_hand(answers)
    said = {name for name in table_of(answers) if answers.get(name) in {YES, NO}}

    def yes(*names: str) -> bool:
        return any(answers.get(name) == YES for name in names)

    def no(*names: str) -> bool:
        return all(answers.get(name) == NO for name in names)

    face = answers["main_region"] == "jaw_face"
    nerve_own = yes(*(name for name in OWN_NERVE if not (face and name == "touch_hurts")))
    muscle_own = yes(*OWN_MUSCLE)
    if len(said) < 3:
        return "unclear", ""
    both = (nerve_own and n >= 0.5 and m >= 0.7) or (yes("numb_tingling") and m >= 0.7)
    both |= (yes("limb_weakness") or (yes("numb_tingling") and yes("travels_line"))) and m >= 0.5
    if muscle_own and both:
        return "mixed", ""
    if nerve_own and n - m >= 0.45 and n >= -0.3:
        return "nerve", "clearly" if n - m >= 1.6 and n >= 0.9 else "somewhat"
    if muscle_own and no("numb_tingling", "limb_weakness") and m - n >= 0.45 and m > 0:
        strong = m - n >= 1.6 and m >= 0.9 and no("travels_line") and yes(*FELT)
        return "muscle", "clearly" if strong else "somewhat"
    denied = no("numb_tingling", "travels_line", "limb_weakness")
    if denied and n <= -0.5 and m <= -0.5:
        return "neither", ""
    if denied and n <= -0.9:
        return ("unclear_strain" if muscle_own and m > -0.5 else "unclear_no_nerve"), ""
    return "unclear", ""


def scales(answers: Answers) -> Pair:
    """Return (nerve, muscle) as the skill has them with nothing more to ask."""
    nerve, muscle, lead, _ = weigh(KNOWLEDGE, answers, [])
    assert nerve[0] == nerve[1]
    assert muscle[0] == muscle[1]
    assert lead[0] == lead[1] == pytest.approx(nerve[0] - muscle[0])
    return nerve[0], muscle[0]


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
    yes, no = dice.choice(((3, 2), (1, 4), (2, 2)))
    said = {name: dice.choice((*[YES] * yes, *[NO] * no, UNSURE)) for name in names}
    return {"main_region": place, "age_band": dice.choice(AGES), **said}


@pytest.mark.parametrize("place", REGIONS)
def test_the_scales_follow_the_documented_ratios_and_caps(place: str) -> None:
    """Any answers give what the tables give, in every place."""
    dice = chance(place)
    for _ in range(200):
        answers = full_of(place, dice)
        assert scales(answers) == pytest.approx(by_hand(answers)), answers


@pytest.mark.parametrize("place", [one for one in REGIONS if one != "widespread"])
def test_the_label_and_its_degree_follow_the_documented_list(place: str) -> None:
    """Any answers lead where the list leads, in every place; each label comes up."""
    dice = chance(f"labels {place}")
    seen = set()
    for _ in range(600):
        answers = full_of(place, dice)
        found = label_of(KNOWLEDGE, answers)
        assert (found.id, found.degree) == decided_by_hand(answers), answers
        seen.add((found.id, found.degree))
    expected = {"mixed", "nerve", "muscle", "unclear"}
    assert expected <= {name for name, _ in seen}
    assert {("nerve", "clearly"), ("nerve", "somewhat"), ("muscle", "somewhat")} <= seen


def test_nothing_is_presumed_of_a_place() -> None:
    """Before any answer both scales say nothing, wherever it hurts."""
    for place in ({}, *({"main_region": one} for one in (*REGIONS, UNSURE))):
        assert scales(place) == (0, 0)


def test_each_part_is_what_its_answer_moves() -> None:
    """And not being sure moves nothing."""
    answers = sounds("leg", "numb_tingling", "travels_line", "on_off_spasm")
    parts = {
        one.finding: (one.answer, one.nerve, one.muscle) for one in parts_of(KNOWLEDGE, answers)
    }
    assert parts == {  # type: ignore[comparison-overlap]
        "numb_tingling": (YES, pytest.approx(log(2.5)), pytest.approx(log(0.8))),
        "travels_line": (NO, pytest.approx(log(0.8)), pytest.approx(log(1.3))),
    }


CAPS = [
    ("quality", "numb_tingling burn_or_shock touch_hurts", YES, 5),
    ("quality", "numb_tingling burn_or_shock touch_hurts", NO, 0.6 * 0.8 * 0.95),
    ("spread", "travels_line past_knee_elbow limb_worse_than_spine", YES, 6),
    ("provoke", "walk_bend_relief cough_worse", YES, 3),
    ("motor", "limb_weakness", YES, 2),
]


@pytest.mark.parametrize(("group", "names", "answer", "cap"), CAPS)
def test_answers_that_overlap_count_no_more_than_their_cap(
    group: str, names: str, answer: str, cap: float
) -> None:
    """Answers of one group are clipped, so that the same thing said four ways counts once."""
    ground = {"main_region": "leg", "limb_weakness": UNSURE, "travels_line": UNSURE, **OLDER}
    ground |= {"numb_tingling": UNSURE}
    nerve, _ = scales(ground | dict.fromkeys(names.split(), answer))
    assert nerve == pytest.approx(log(cap)), group


def test_the_feel_of_a_muscle_is_capped() -> None:
    """Tightening, knot and soreness together count eightfold at most."""
    _, muscle = scales({"main_region": "leg", **dict.fromkeys(FELT, YES)})
    assert muscle == pytest.approx(log(8))


# --- labels ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "degree", "answers", "reason"), LABELS)
def test_the_first_label_that_fits_is_spoken(
    label: str, degree: str, answers: Answers, reason: str
) -> None:
    """The labels are tried in the order of D."""
    found = label_of(KNOWLEDGE, answers)
    assert (found.id, found.degree) == (label, degree), reason


@pytest.mark.parametrize("sign", [*OWN_MUSCLE, *OWN_NERVE])
def test_without_a_sign_of_its_own_nothing_is_told(sign: str) -> None:
    """What is missing on one side speaks for nobody; one own sign may."""
    denied = sounds("leg", "", f"{ALL_DENIED} {' '.join((*OWN_MUSCLE, *OWN_NERVE))}")
    assert label_of(KNOWLEDGE, denied).leaning not in {"nerve", "muscle", "mixed"}
    alone = label_of(KNOWLEDGE, denied | {sign: YES})
    assert alone.leaning in {"nerve" if sign in OWN_NERVE else "muscle", "neither", "unclear"}


def test_a_leaning_needs_three_answers() -> None:
    """Yes or no; not being sure is no answer, and what moves nothing does not count."""
    two = sounds("shoulder_arm", "on_off_spasm", "limb_weakness", "travels_line numb_tingling")
    vague = dict.fromkeys(("burn_or_shock", "touch_hurts", "tender_press"), UNSURE)
    nothing = dict.fromkeys(DECIDING, NO)
    nerve = sounds("leg", "numb_tingling travels_line")
    for answers in (two, two | vague, two | nothing, nerve, nerve | nothing):
        assert label_of(KNOWLEDGE, answers).id == "unclear"
    assert label_of(KNOWLEDGE, nerve | {"limb_weakness": NO}).id == "nerve"


def test_no_level_hangs_on_the_leaning() -> None:
    """Whatever the labels are, the level is that of the rules."""
    silent = KNOWLEDGE._replace(labels=(KNOWLEDGE.labels[-1],))
    for answers in (NERVE, MUSCLE, BOTH, RIB, DENIED, NERVE | OLDER, DENIED | OLDER):
        assert level_of(KNOWLEDGE, answers) == level_of(silent, answers)


STAYS = [
    ({}, Level.SELF_CARE, "all of it denied, and young"),
    ({"numb_tingling": YES}, Level.CONSULTATION, "numbness"),
    ({"numb_tingling": UNSURE}, Level.CONSULTATION, "perhaps numb"),
    ({"travels_line": YES}, Level.CONSULTATION, "a line"),
    ({"travels_line": UNSURE}, Level.CONSULTATION, "perhaps a line"),
    ({"limb_weakness": UNSURE}, Level.CONSULTATION, "perhaps weak"),
    ({"burn_or_shock": YES}, Level.CONSULTATION, "shocks"),
    ({"sock_glove": YES}, Level.CONSULTATION, "socks"),
    ({"main_region": "widespread"}, Level.CONSULTATION, "all over"),
    (OLDER, Level.CONSULTATION, "older, and nothing set it off"),
    ({"age_band": "65_plus"}, Level.CONSULTATION, "old, and nothing set it off"),
    (OLDER | {"recent_overuse": UNSURE}, Level.CONSULTATION, "not sure is by itself"),
    (OLDER | {"recent_overuse": YES}, Level.SELF_CARE, "older, after a strain"),
    (OLDER | {"on_off_spasm": YES}, Level.SELF_CARE, "older, with a cramp"),
    (OLDER | {"hard_knot": YES}, Level.SELF_CARE, "older, with a knot"),
    (OLDER | {"tender_press": YES}, Level.CONSULTATION, "sore to press is no explanation"),
]


@pytest.mark.parametrize(("more", "level", "reason"), STAYS)
def test_who_may_stay_at_home_is_plain_rules(more: Answers, level: Level, reason: str) -> None:
    """What the leaning held before, rules hold (D)."""
    denied = DENIED | {"on_off_spasm": NO, "recent_overuse": NO, "age_band": "25_39"}
    assert level_of(KNOWLEDGE, denied | more) == level, reason


# --- when it is told --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "told"), [(NERVE, "nerve"), (BOTH, "mixed"), (MUSCLE, "muscle")]
)
def test_at_a_day_it_is_told_unless_another_cause_is_shown(answers: Answers, told: str) -> None:
    """Severe pain is none; a sign of another cause, or a doubt about one, is what matters then."""
    answers = answers | SEVERE
    assert heard(answers) == (Level.CONSULTATION_24, told)
    for sign in ANOTHER_CAUSE:
        level, leaning = heard(answers | sign)
        assert leaning == "", sign
        assert level >= Level.CONSULTATION_24
    assert heard(answers | {READ_BACK: NO})[1] == ""


def heard(answers: Answers) -> tuple[Level, str]:
    """Return the level and the leaning that is told."""
    found = assess(KNOWLEDGE, answers)
    return found.level, found.label.leaning if found.decided else ""


OF_A_MUSCLE = [("weak", "mixed"), ("worse", ""), ("pregnant", "muscle")]


@pytest.mark.parametrize(("sign", "told"), OF_A_MUSCLE)
def test_some_danger_signs_belong_to_a_nerve(sign: str, told: str) -> None:
    """Weakness, worsening and pregnancy are no other cause; of a muscle only the last is none."""
    assert heard(NERVE | SEVERE | OF_A_NERVE[sign]) == (Level.CONSULTATION_24, "nerve")
    assert heard(MUSCLE | SEVERE | OF_A_NERVE[sign])[1] == told


@pytest.mark.parametrize("sign", NOT_BESIDE_A_MUSCLE, ids=str)
def test_of_a_muscle_only_pregnancy_is_no_other_cause(sign: Answers) -> None:
    """What may be a nerve, or both legs, or what grows worse, is no muscle then."""
    assert heard(MUSCLE | SEVERE | sign)[1] != "muscle"


@pytest.mark.parametrize(
    ("sign", "since"), [("both_legs_symptoms", "spread_since"), ("gate_legs_gait", "legs_since")]
)
def test_legs_belong_to_a_nerve_of_the_lower_back_only(sign: str, since: str) -> None:
    """With neck, arm, ribs or face they speak for the cord."""
    old = {"duration": "gt_6w", "worsening": "same", since: "steady"}
    old |= dict.fromkeys((one for one in KNOWLEDGE.findings if one.startswith("gate_")), NO)
    nerve = {**NERVE, **old, "pain_level": "severe", sign: YES}
    for place in LEG:
        assert heard(nerve | {"main_region": place}) == (Level.CONSULTATION_24, "nerve")
    for place in (*ARM, "upper_back_ribs", "jaw_face"):
        assert heard(nerve | {"main_region": place}) == (Level.CONSULTATION_24, "")


@pytest.mark.parametrize(
    "answers", [DENIED | {"on_off_spasm": NO}, RIB, NERVE | {"sock_glove": YES}]
)
def test_nothing_else_is_told_at_a_day(answers: Answers) -> None:
    """Neither, a joint, the whole body: the level has its reason."""
    assert heard(answers)[1] != ""
    assert heard(answers | SEVERE) == (Level.CONSULTATION_24, "")


def test_no_question_is_asked_for_it_at_a_day() -> None:
    """The danger signs go on; nothing about nerve or muscle does."""
    said = interview({**SIMPLE_SPASM, "main_region": "leg", "pain_level": "severe"})
    asked = {one for ask in questions(said) for one in ask}
    assert not asked & ({*RATIOS} - OF_EVERYONE)
    assert said[-1].turn.result


NAMES = re.compile(r"nerve|muscle|spasm", re.IGNORECASE)


def test_only_an_exam_can_tell() -> None:
    """Every sentence that names one of the two says so, and none says "clearly"."""
    for label in KNOWLEDGE.labels:
        said = TEXTS[label_key(label.id, label.degree)]
        assert "clearly" not in said
        if NAMES.search(said) and label.id != "skin":
            assert "nly an exam can" in said, label.id


def test_the_weaker_degree_is_a_little() -> None:
    """And the other one is not."""
    for name in ("nerve", "muscle"):
        assert " a little more like " in TEXTS[label_key(name, "somewhat")]
        assert " sound more like " in TEXTS[label_key(name, "clearly")]


@pytest.mark.parametrize("caller", TEXTBOOK, ids=str)
def test_no_textbook_caller_hears_the_wrong_one(caller: Caller) -> None:
    """By the real interview."""
    assert told_to(caller) in {caller.leaning, "unclear", "neither"}


def test_textbook_callers_hear_the_right_one() -> None:
    """At least fourteen of sixteen."""
    right = sum(told_to(caller) == caller.leaning for caller in TEXTBOOK)
    assert len(TEXTBOOK) >= 16
    assert right / len(TEXTBOOK) >= 14 / 16


@cache
def _told(what: str) -> str:
    caller = next(one for one in TEXTBOOK if one.what == what)
    result = interview(caller.answers)[-1].turn.result
    assert result
    return result.label.leaning if result.decided else "unclear"


def told_to(caller: Caller) -> str:
    """Return the leaning that a caller hears, or "unclear"."""
    return _told(caller.what)


# --- what could still come ----------------------------------------------------------------------


def medicine(pair: Pair, *, nerve: Pair = ALWAYS, muscle: Pair = ALWAYS) -> Knowledge:
    """Return a medicine in which one question with these ratios is left."""
    said = Discriminator("hard_knot", "feel", (1, 1), (2, 2), ())
    other = Discriminator("tender_press", "other", (1, 1), (0.5, 0.5), ())
    ahead = Discriminator("on_off_spasm", "feel", pair, pair, ())
    label = Label("muscle", "", "muscle", (), (), nerve, muscle, None, (1, 1))
    unclear = Label("unclear", "", "unclear", (), (), None, None, None, (0, 0))
    return KNOWLEDGE._replace(
        discriminators=(said, other, ahead),
        groups={"feel": Group((0, 9), (0, 9)), "other": Group((0, 9), (0, 9))},
        labels=(label, unclear),
        steps=(),
        settings=KNOWLEDGE.settings._replace(least_answered=1),
    )


SAID = {"hard_knot": YES, "tender_press": YES}
SPANS = [
    ((2, 0.5), (-log(2), log(2)), "yes raises it, no lowers it"),
    ((0.5, 2), (-log(2), log(2)), "the other way round"),
    ((2, 1.5), (0, log(2)), "both raise it; not sure leaves it"),
    ((0.8, 0.5), (-log(2), 0), "both lower it; not sure leaves it"),
]


@pytest.mark.parametrize(("pair", "span", "reason"), SPANS)
def test_a_question_ahead_may_be_answered_yes_no_or_not_sure(
    pair: Pair, span: Pair, reason: str
) -> None:
    """The range of what may come reaches as far as the answers do, and no further."""
    small = medicine(pair)
    nerve, muscle, lead, _ = weigh(small, SAID, unanswered(small, SAID))
    assert nerve == pytest.approx(span), reason
    assert muscle == pytest.approx(span), reason
    assert lead == pytest.approx((0, 0)), "what moves both alike leaves their difference"


BORDERS = [
    # ratios of what is ahead, the range that the label wants, what may come, reason
    ((1.0, 1.000001), (0, 9), "muscle", "at least: the border belongs to it"),
    ((1, 0.999999), (-9, 0), "muscle", "at most: and so does this one"),
    ((2, 1), (0, 9), "muscle", "from the border up"),
    ((2, 1), (-9, -0.01), "unclear", "from the border up it is never less"),
    ((1, 0.5), (0, 9), "muscle unclear", "down from the border it can be missed"),
    ((1, 0.5), (-9, -0.5), "muscle unclear", "down from the border it can be reached"),
]


@pytest.mark.parametrize(("pair", "wanted", "labels", "reason"), BORDERS)
def test_a_border_belongs_to_its_range(pair: Pair, wanted: Pair, labels: str, reason: str) -> None:
    """A label wants at least the one figure and at most the other, on either scale."""
    for small in (medicine(pair, nerve=wanted), medicine(pair, muscle=wanted)):
        found = possible_labels(small, SAID, unanswered(small, SAID))
        assert [one.id for one in found] == labels.split(), reason


# --- what to ask, and when to stop ------------------------------------------------------------


MILD = {"duration": "lt_2w", "pain_level": "mild", "age_band": "25_39", "worsening": "better"}


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
                answers[name] = MILD.get(name) or dice.choice(finding.values)
            else:
                answers[name] = YES if finding.no_is_sign else NO
    return answers, asked


def most_left(asked: Iterable[str], place: str) -> int:
    """Return how many may still be asked, beside what everybody is asked."""
    counted = {*RATIOS, "past_knee_elbow"} - OF_EVERYONE
    if place == "jaw_face":
        counted = counted - OF_THE_FACE | {"travels_line"}
    if place == "widespread":
        counted |= {"travels_line", "on_off_spasm"}
    return max(0, MOST_ASKED - len({*asked} & counted))


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


@pytest.mark.parametrize(("asked", "more"), [(MOST_ASKED - 1, True), (MOST_ASKED, False)])
def test_few_are_asked_for_it(asked: int, *, more: bool) -> None:
    """Beside the signs and cramps, which everybody is asked about; of what counts (D)."""
    names = [name for name in RATIOS if name not in OF_EVERYONE]
    answers = sounds("leg", "numb_tingling", " ".join(("travels_line", *names[:asked]))) | OLDER
    ahead = {one.finding for one in unanswered(KNOWLEDGE, answers)}
    assert (not ahead.isdisjoint(names)) is more
    assert ahead >= {"sock_glove", "limb_weakness", "on_off_spasm"}, "asked all the same"


@pytest.mark.parametrize("place", REGIONS)
def test_the_range_of_what_may_come_is_never_too_narrow(place: str) -> None:
    """However the questions ahead are answered, both scales end inside it."""
    dice = chance(place)
    for _ in range(8):
        answers = full_of(place, dice)
        ahead = unanswered(KNOWLEDGE, answers)
        before = weigh(KNOWLEDGE, answers, ahead)
        room = most_left(answers.keys(), place)
        for more in completions([one.finding for one in ahead], room):
            if len(more) <= room:
                assert_inside(weigh(KNOWLEDGE, answers | more, []), before)


@pytest.mark.parametrize("asked", ["tender_press", "tender_press hard_knot travels_line"])
def test_what_was_told_before_takes_no_question_of_those_ahead(asked: str) -> None:
    """In the face a touch that hurts counts once it burns, which is asked of everyone there."""
    told = sounds("jaw_face", "touch_hurts", f"numb_tingling {asked}") | {"age_band": "25_39"}
    ahead = unanswered(KNOWLEDGE, told)
    burning = [one for one in ahead if one.finding == "burn_or_shock"]
    assert burning
    low, high = weigh(KNOWLEDGE, told, burning).nerve
    burns = weigh(KNOWLEDGE, told | {"burn_or_shock": YES}, []).nerve
    not_so = weigh(KNOWLEDGE, told | {"burn_or_shock": NO}, []).nerve
    assert high == pytest.approx(burns[0])
    assert high > not_so[0] >= low


def assert_inside(later: Evidence, before: Evidence) -> None:
    """Hold that both scales, and their difference, ended in the range that they had."""
    for (end, _), (low, high) in zip(later[:3], before[:3], strict=True):
        assert low - 1e-9 <= end <= high + 1e-9


@pytest.mark.parametrize("seed", range(60))
def test_it_stops_only_when_no_further_answer_could_change_the_label(seed: int) -> None:
    """Every way of answering what is left, up to the cap, leads to the same label and degree."""
    answers, asked = settled(seed)
    if reached(KNOWLEDGE, answers) >= Level.CONSULTATION_24:
        assert seed, "a random interview may end early"
        return
    assert next_discriminator(KNOWLEDGE, answers) is None
    ahead = sorted({one.finding for one in unanswered(KNOWLEDGE, answers)})
    most = most_left(asked, answers["main_region"])
    now = label_of(KNOWLEDGE, answers)
    for more in completions(ahead, most):
        if len(more) <= most:
            then = label_of(KNOWLEDGE, answers | more)
            assert (then.id, then.degree) == (now.id, now.degree), more


@pytest.mark.parametrize("seed", range(60))
def test_the_label_of_now_is_the_one_that_nothing_further_would_change(seed: int) -> None:
    """After every answer; where one alone is left, the questions ahead have told which."""
    answers, _ = settled(seed)
    for count in range(len(answers) + 1):
        so_far = dict(list(answers.items())[:count])
        now = possible_labels(KNOWLEDGE, so_far, [])
        assert label_of(KNOWLEDGE, so_far) == now[0]
        assert now[0] in outlook(KNOWLEDGE, so_far).labels


def test_nobody_is_asked_more() -> None:
    """Beside what everybody is asked, and what moves nothing (D)."""
    asked_of = {one.finding for one in KNOWLEDGE.discriminators} - OF_EVERYONE - DECIDING
    found = [len(set(asked) & asked_of) for _, asked in map(settled, range(150))]
    assert max(found) == MOST_ASKED


DECIDES = [
    # place, what is so, what is not, what is asked next
    ("neck", "numb_tingling", "travels_line", "hand_shake_relief"),
    ("neck_arm", "numb_tingling travels_line", "", "hand_shake_relief"),
    ("lower_back", "numb_tingling", "travels_line", "sock_glove"),
]


@pytest.mark.parametrize(("place", "yes", "no", "asked"), DECIDES)
def test_what_decides_by_itself_is_asked_first(place: str, yes: str, no: str, asked: str) -> None:
    """A sign of the whole body, or of a pinch point, comes before what only shifts a scale."""
    answers = sounds(place, yes, f"limb_weakness on_off_spasm {no}")
    assert next_discriminator(KNOWLEDGE, answers) == asked


def test_what_moves_nothing_is_asked_for_its_own_label_only() -> None:
    """Once the wrist is sure, nothing more; without numbness, not of it."""
    wrist = sounds("shoulder_arm", "numb_tingling hand_shake_relief", "gate_legs_gait")
    assert next_discriminator(KNOWLEDGE, wrist) is None
    plain = sounds("shoulder_arm", "travels_line", "numb_tingling limb_weakness on_off_spasm")
    while name := next_discriminator(KNOWLEDGE, plain):
        assert name not in DECIDING
        plain[name] = NO


@pytest.mark.parametrize("place", REGIONS)
def test_the_collarbone_is_heard_and_never_asked_about(place: str) -> None:
    """It costs more than it finds (F)."""
    numb = sounds(place, "numb_tingling")
    assert "arm_overhead_worse" not in {one.finding for one in unanswered(KNOWLEDGE, numb)}
    heard = label_of(KNOWLEDGE, numb | {"arm_overhead_worse": YES}).id
    assert (heard == "pinch_collarbone") is (place in ARM)


def test_socks_are_asked_of_legs_only() -> None:
    """So that carpal tunnel on both sides is a nerve (D), and not where one leg has a line."""
    for place in REGIONS:
        for travels in (YES, NO, UNSURE):
            numb = sounds(place, "numb_tingling") | {"travels_line": travels}
            asked = "sock_glove" in {one.finding for one in unanswered(KNOWLEDGE, numb)}
            assert asked is (place in LEG and travels != YES)


def test_the_narrowed_canal_is_asked_from_fifty_on() -> None:
    """Of legs and the lower back."""
    for place, age in itertools.product(REGIONS, AGES):
        numb = sounds(place, "numb_tingling") | {"age_band": age}
        asked = "walk_bend_relief" in {one.finding for one in unanswered(KNOWLEDGE, numb)}
        assert asked is (place in LEG and age in FROM_FIFTY)


SHIFTS = [
    # place, what is not so, what is asked next, reason
    ("leg", "", "past_knee_elbow", "less than four to one, and against a muscle besides"),
    ("leg", "past_knee_elbow", "tender_press", "sore to press speaks on both scales"),
    ("neck", "", "tender_press", "past the elbow says less than past the knee"),
]


@pytest.mark.parametrize(("place", "no", "asked", "reason"), SHIFTS)
def test_else_what_moves_the_difference_most_is_asked(
    place: str, no: str, asked: str, reason: str
) -> None:
    """With numbness along a line, and no pinch point, the two scales are left."""
    denied = f"limb_weakness on_off_spasm sock_glove hand_shake_relief {no}"
    answers = sounds(place, "numb_tingling travels_line", denied)
    assert next_discriminator(KNOWLEDGE, answers) == asked, reason


def test_what_a_cap_cuts_off_moves_nothing() -> None:
    """After cramps and a knot, sore to press could say more than it moves: eight is the cap."""
    answers = sounds("leg", "on_off_spasm hard_knot", "numb_tingling limb_weakness", "travels_line")
    cut = log(8 / 7.5) - log(0.6)
    assert log(2 / 0.6) > cut
    worth = {
        name: abs(difference(answers | {name: YES}) - difference(answers | {name: NO}))
        for name in ("tender_press", "burn_or_shock", "past_knee_elbow")
    }
    assert next_discriminator(KNOWLEDGE, answers) == max(worth, key=lambda name: worth[name])
    assert next_discriminator(KNOWLEDGE, answers) != "tender_press"


def difference(answers: Answers) -> float:
    """Return how far the nerve scale stands above the other."""
    nerve, muscle = scales(answers)
    return nerve - muscle


@pytest.mark.parametrize("place", REGIONS)
def test_the_first_question_is_the_one_that_can_shift_most(place: str) -> None:
    """After what everybody is asked; all over, nothing is open."""
    said = interview({**SIMPLE_SPASM, "main_region": place})
    counted = {*RATIOS} - OF_EVERYONE
    if place == "jaw_face":
        counted = counted - OF_THE_FACE | {"travels_line"}
    asked = [one for ask in questions(said) for one in ask if one in counted]
    first = {"widespread": [], "jaw_face": ["travels_line"]}
    assert asked[:1] == first.get(place, ["tender_press"])


def test_once_the_most_are_asked_the_scales_stand_still() -> None:
    """What is left decides by itself; what a follow-up asked counts among them (D)."""
    of_everyone = "travels_line limb_weakness on_off_spasm recent_overuse"
    old = sounds("leg", "numb_tingling walk_bend_relief", of_everyone)
    told = old | {"age_band": "50_55", "tender_press": YES, "hard_knot": NO}
    ahead = unanswered(KNOWLEDGE, told)
    assert not {one.finding for one in ahead} & {*RATIOS}
    for low, high in weigh(KNOWLEDGE, told, ahead)[:3]:
        assert low == high


def test_nothing_more_counts_once_the_most_are_asked() -> None:
    """Were a further question put, it would move no scale (D)."""
    names = [name for name in RATIOS if name not in OF_EVERYONE]
    told = sounds("leg", "numb_tingling travels_line", " ".join(names[:MOST_ASKED])) | OLDER
    more = [one for one in KNOWLEDGE.discriminators if one.finding == "hard_knot"]
    assert "hard_knot" not in told
    for low, high in weigh(KNOWLEDGE, told, more)[:3]:
        assert low == high


def test_no_exception_of_a_label_is_among_what_is_asked_for_it() -> None:
    """So that what is still to come can only bring a label, never take one back."""
    asked = {one.finding for one in KNOWLEDGE.discriminators if not is_danger(one.finding)}
    excepted = {name for label in KNOWLEDGE.labels for name, _ in label.unless}
    behind = {
        part for one in KNOWLEDGE.derived if one.id in excepted for part, _ in one.when
    } | excepted
    assert excepted
    assert behind.isdisjoint(asked)


def is_danger(name: str) -> bool:
    """Return whether a finding is a danger sign, which is asked before."""
    return KNOWLEDGE.findings[name].red_flag == "danger"


@pytest.mark.parametrize(
    ("said", "ahead", "enough"),
    [
        ("numb_tingling travels_line limb_weakness", "", True),
        ("numb_tingling travels_line limb_weakness", "hard_knot", True),
        ("numb_tingling travels_line", "hard_knot", None),
        ("numb_tingling travels_line", "", False),
        ("numb_tingling", "hard_knot", False),
        ("numb_tingling", "hard_knot tender_press", None),
    ],
)
def test_enough_is_known_as_soon_as_it_can_be(said: str, ahead: str, enough: bool | None) -> None:  # noqa: FBT001  a column
    """Three answers are; else it hangs on whether so many may still come."""
    answers = {"main_region": "leg", **dict.fromkeys(said.split(), YES)}
    more = [one for one in KNOWLEDGE.discriminators if one.finding in ahead.split()]
    assert weigh(KNOWLEDGE, answers, more).enough is enough


def test_three_answers_are_enough_and_two_are_not() -> None:
    """Of those that move a scale; as long as the third may come, the label may."""
    two = {"main_region": "leg", "numb_tingling": YES, "travels_line": YES}
    assert label_of(KNOWLEDGE, two).id == "unclear"
    assert label_of(KNOWLEDGE, two | {"limb_weakness": NO}).id == "nerve"
    assert "nerve" in {one[0] for one in outlook(KNOWLEDGE, two).labels}

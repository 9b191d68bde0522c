"""Every mistake in the content is told in a line that says where, what, and what to do."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.workshop.authoring import checks, models
from skill.workshop.authoring.checks import FIXED, hearing, locale, problems
from skill.workshop.authoring.reading import CONTENT, ContentError, read_medicine

SKILL = CONTENT.parent
MANY_VALUES = ", ".join(f'"v{n}"' for n in range(15))
MANY_STEPS = "".join(
    f'\n[[step]]\nid = "s{n}"\nask = ["gate_fever", "very_ill"]\n'
    'sources = ["MI"]\nreview = "draft"\n'
    for n in range(60)
)
WORSE_RULE = """
[[rule]]
id = "X"
level = "consultation"
when = { gate_chest_breath_tearing = "yes" }
why = "No use: the same calls an ambulance."
sources = ["MI"]
review = "draft"
"""
CHOOSY_LABEL = """
[[label]]
id = "unclear"
leaning = "unclear"
when = { numb_tingling = "no" }
sources = ["TRIG"]
review = "draft"
"""
NEW_SOURCE = '\n[source.NEW]\ntitle = "Read by nobody"\nurls = []\n'

Change = tuple[str, str, str]
"""(file, text, what it becomes); what becomes of no text is added at the end."""
Row = tuple[str, str, str, str, str]

# file, text, what it becomes, part of the line that tells it, why it matters
FORM: list[Row] = [
    ("findings", "gate = true", "gaet = true", 'no "gaet". Did you mean "gate"?', "a slip"),
    ("red_flags", "[[rule]]", "[[rul]]\n[[rule]]", 'no "rul". Did you mean "rule"?', "a table"),
    (
        "leaning",
        "weigh = { nerve =",
        "weigh = { nerv =",
        '[[label]] mixed: there is no "weigh.nerv". Did you mean "nerve"?',
        "a slip inside an entry",
    ),
    (
        "red_flags",
        'level = "emergency_ambulance"',
        'level = "ambulance"',
        "[[rule]] R01: \"level\": Input should be 'self_care',",
        "a level that there is not",
    ),
    ("interview", "adult_from = 18", "", '[setting]: "adult_from" is missing. Add it.', "a gap"),
    (
        "leaning",
        "muscle = { least = 0.7 }",
        'muscle = { least = "x" }',
        '[[label]] mixed: "muscle.least": Input should be a valid number',
        "an entry among several of one id",
    ),
    (
        "red_flags",
        'each other."\nsources = ["S2"]\nreview = "draft"',
        'each other."\nsources = ["S2"]\nreview = "reviewed"',
        '[[rule]] R45: review = "reviewed" needs reviewed_by and reviewed_on.',
        "a review that nobody signed",
    ),
    ("regions", "[group.main_region]", "[group.main_region", "not valid TOML", "broken"),
]
KNOWLEDGE: list[Row] = [
    (
        "red_flags",
        '["BACKNHS", "AAA", "MI"]',
        '["BAKNHS", "AAA", "MI"]',
        '[[rule]] R01: there is no source "BAKNHS". Did you mean "BACKNHS"?',
        "a rule must rest on something",
    ),
    ("sources", "", NEW_SOURCE, "[source.NEW]: no entry names this source", "a dead entry"),
    (
        "red_flags",
        'when = { gate_stroke = ["yes", "unsure"] }',
        'when = { gate_strok = ["yes", "unsure"] }',
        '[[rule]] R04: when: there is no finding "gate_strok" to name. Did you mean "gate_stroke"?',
        "the rule would never fire",
    ),
    (
        "red_flags",
        'unless = { pain_never_changes = "no" }',
        'unless = { pain_changes = "no" }',
        'unless: there is no finding "pain_changes"',
        "the exception would never hold",
    ),
    (
        "findings",
        'only_if = { age_band = "unsure" }',
        'only_if = { age_bnd = "unsure" }',
        '[[finding]] adult_18_plus: only_if: there is no finding "age_bnd"',
        "it would never be asked",
    ),
    ("interview", ', "dark_urine"]', ', "dark_urin"]', 'ask: there is no finding "dark_urin"', "?"),
    (
        "interview",
        'read_back = ["',
        'read_back = ["gate_fevr", "',
        '[setting]: read_back: there is no finding "gate_fevr"',
        "nothing would be read back",
    ),
    (
        "self_care",
        'blocked_by = ["limb_weakness"]',
        'blocked_by = ["limb_weak"]',
        '[[item]] keep_active: blocked_by: there is no finding "limb_weak"',
        "unsafe advice would be given",
    ),
    (
        "leaning",
        'finding = "burn_or_shock"',
        'finding = "burn_or_shok"',
        '[[discriminator]] burn_or_shok: finding: there is no finding "burn_or_shok"',
        "nothing to ask",
    ),
    (
        "regions",
        'when = { travels_line = ["yes", "unsure"] }',
        'when = { fresh_48h = "yes" }',
        '[[derived]] nerve_sign (3): when: there is no finding "fresh_48h" to name',
        "derived findings follow from answers only",
    ),
    (
        "interview",
        'ask = ["low_mood"]',
        'ask = ["nerve_sign"]',
        '[[step]] mood: ask: there is no finding "nerve_sign" to name',
        "a derived finding is never asked",
    ),
    (
        "interview",
        'when = { spine_shot = "yes" }',
        'when = { read_back = "no" }',
        '[[step]] ask_shot_since: when: there is no finding "read_back" to name',
        "only rules may name the read-back",
    ),
    (
        "findings",
        'id = "pain_level"',
        'id = "pain_levl"',
        'the program needs "pain_level"',
        "the program names it",
    ),
    (
        "red_flags",
        'duration = "gt_6w", worsening = [',
        'duration = "gt6w", worsening = [',
        'duration has no value "gt6w". Did you mean "gt_6w"?',
        "the rule would never fire",
    ),
    (
        "red_flags",
        'age_band = "65_plus" }',
        'age_band = "spine" }',
        '[[rule]] R11.3: when: age_band has no value "spine"',
        "groups are groups of places",
    ),
    (
        "findings",
        'unsure_as = "moderate"',
        'unsure_as = "medium"',
        '[[finding]] pain_level: unsure_as: it has no value "medium"',
        "no rule knows the value",
    ),
    (
        "regions",
        'spine = ["neck"',
        'spine = ["nek"',
        '[group.main_region]: there is no value of main_region for spine "nek". Did',
        "the neck would lose its rules",
    ),
    (
        "leaning",
        'danger_but = ["pregnant"]',
        'danger_but = ["pregnent"]',
        'danger_but: there is no finding "pregnent" to name. Did you mean "pregnant"?',
        "a sign of another cause that nobody knows",
    ),
    (
        "leaning",
        'both_legs_symptoms = ["any_lower_back", "leg"]',
        'both_legs_symptoms = ["any_lower_bak", "leg"]',
        'place "any_lower_bak". Did you mean "any_lower_back"?',
        "where legs are no other cause",
    ),
    (
        "leaning",
        'group = "motor"',
        'group = "moter"',
        '[[discriminator]] limb_weakness: there is no group "moter". Did you mean "motor"?',
        "the answer would not count",
    ),
    (
        "self_care",
        'labels = ["pinch_wrist"]',
        'labels = ["pinch_rist"]',
        '[[item]] stretch_hand: there is no label "pinch_rist"',
        "advice that nobody gets",
    ),
    (
        "interview",
        "lt_12 = 0",
        "lt_13 = 0",
        '[setting]: there is no value of age_band "lt_13". Did you mean "lt_12"?',
        "an age without a value",
    ),
    ("red_flags", 'id = "R01b"', 'id = "R01"', "[[rule]] R01 (2): the id is there twice", "twice"),
    ("findings", 'id = "gate_fever"', 'id = "gate_injury"', "gate_injury (2): the id is", "twice"),
    ("interview", 'id = "adult"', 'id = "age"', "[[step]] age (2): the id is there", "twice"),
    (
        "interview",
        'id = "mood"',
        'id = "low_mood"',
        "[[step]] low_mood: this name is taken by something else",
        "an answer and the mark of a step would mix",
    ),
    (
        "interview",
        'one = { travels_line = "yes"',
        'one = { travels_lin = "yes"',
        '[[step]] leg_spread: there is no finding of choice one "travels_lin"',
        "the answer would be lost",
    ),
    (
        "interview",
        'both_legs_symptoms = "yes" }',
        'both_legs_symptoms = "maybe" }',
        '[[step]] leg_spread: there is no value "maybe"',
        "no rule knows the value",
    ),
    ("interview", 'id = "mood"', 'id = "tips"', "[[step]] tips: this name is taken", "a mark"),
    (
        "interview",
        'ask = ["dirty_wound", "muscle_thinning"]',
        'ask = ["dirty_wound"]',
        "[[finding]] muscle_thinning: nothing asks it",
        "its rule would never fire",
    ),
    (
        "findings",
        'id = "burn_or_shock"',
        'id = "burn_or_shock"\nasked_twice = true',
        "[[finding]] burn_or_shock: asked twice, and still",
        "asked again for nothing",
    ),
    (
        "red_flags",
        'when = { limb_threat = "yes" }',
        'when = { limb_threat = "yes", main_region = "neck" }',
        '[[rule]] R22: "limb_threat" is never asked of those whom "when" describes',
        "the rule would never fire",
    ),
    (
        "red_flags",
        'unless = { duration = "gt_6w" }',
        'unless = { head_eyes_pulled = "no" }',
        '[[rule]] R38c: "head_eyes_pulled" is never asked of those',
        "the exception would never hold",
    ),
    ("red_flags", "", WORSE_RULE, "[[rule]] X: R01 has the same when and a higher level", "dead"),
    (
        "interview",
        'at_once = "emergency_ambulance"',
        'at_once = "emergency"',
        '[[step]] faint: at_once: no rule reaches emergency by "gate_faint_seizure" alone',
        "the step and its rules would differ",
    ),
    (
        "red_flags",
        'too_dizzy_to_stand = "yes"',
        'too_dizzy_to_stand = "yes", main_region = "shoulder_arm"',
        '[[step]] faint: at_once: no rule reaches emergency_ambulance by "too_dizzy_to_stand"',
        "the rule is for another place",
    ),
    ("leaning", "", CHOOSY_LABEL, "[[label]]: the last label has conditions", "no label at all"),
    (
        "dispositions",
        'id = "same_day_care"',
        'id = "same_day_care"\nlater = true',
        "[[professional]]: consultation_24 has no first door for everyone",
        "nobody to see",
    ),
    (
        "dispositions",
        '["self_care", "consultation", "consultation_24"]',
        '["self_care", "consultation"]',
        "[[safety_net]]: consultation_24 has no warning for everyone",
        "no word on when to come back",
    ),
    (
        "findings",
        '"electric_shooting"]\ndiscriminator = true',
        '"electric_shooting"]',
        "[[discriminator]] burn_or_shock: a no to it is left out of the note",
        "a note to the doctor that says too little",
    ),
    ("interview", "", MANY_STEPS, "need a code, and the session has 70", "room"),
    (
        "findings",
        'means = { yes = ["shoulder_arm", "leg"], no = "spine" }',
        'means = { yes = ["shoulder_arm", "legs"], no = "spine" }',
        "[[finding]] limb_worse_than_spine:",
        "a place that nobody can name",
    ),
    (
        "findings",
        'means = { yes = ["shoulder_arm", "leg"], no = "spine" }',
        'means = { yes = ["shoulder_arm", "leg"], maybe = "spine" }',
        '[[finding]] limb_worse_than_spine: there is no answer "maybe".',
        "an answer that a yes/no question has not",
    ),
    (
        "findings",
        'together = ["neck_arm", "lower_back_leg"]',
        'together = ["neck_and_arm", "lower_back_leg"]',
        '[[finding]] main_region: together: it has no value "neck_and_arm". Name one',
        "a value that nobody can have",
    ),
    (
        "findings",
        'values = ["mild", "moderate", "strong", "severe"]',
        f"values = [{MANY_VALUES}]",
        "[[finding]] pain_level: 15 values. Keep to 14.",
        "room in the session",
    ),
]
WORDING: list[Row] = [
    ("en-US", "list_and ", "list_ant ", "list_and: missing; the conversation needs it", "a gap"),
    ("en-US", "list_and ", "list_ant ", 'list_ant: nothing says it. Did you mean "list_and"?', "?"),
    (
        "en-US",
        "[question.gate_fever]",
        "[question.gate_fevr]",
        "[question.gate_fever]: missing; findings.toml asks it. Add it, with ask, again, why",
        "a gate without words",
    ),
    (
        "en-US",
        "[question.gate_fever]",
        "[question.gate_fevr]",
        '[question.gate_fevr]: nothing says what stands here. Did you mean "question.gate_fever"?',
        "words without a question",
    ),
    ("en-US", "denied =", "deneid =", 'deneid: nothing says it. Did you mean "denied"?', "a slip"),
    ("en-US", '= "en-US"', '= "en-GB"', 'locale: it says "en-GB". Write "en-US"', "a copy"),
    ("en-US", '= "988"', "= 988", "crisis_line: this is no text", "a number"),
    (
        "en-US",
        '"Sorry, I didn\'t catch that."',
        '" "',
        "[say] misheard: this is no text",
        "silence",
    ),
    (
        "en-US",
        "Did you mean {what}?",
        "Did you mean it?",
        "[say] told_check: {what} is filled in",
        "lost",
    ),
    (
        "en-US",
        "You told me {first}. You",
        "You told me {frist}. You",
        '[say] reasons_two: nobody fills {frist}. Did you mean "first"?',
        "the turn would fail",
    ),
    (
        "en-US",
        "call {emergency_number} now. Do",
        "call {number} now. Do",
        "[level.emergency_ambulance] act: nobody fills {number}",
        "the turn would fail",
    ),
    (
        "en-US",
        '"And {signs}?"',
        '"And {signs?"',
        "[say] and_these: a brace is odd",
        "it would fail",
    ),
    (
        "en-US",
        "Please book a visit",
        "Please drop in & book a visit",
        '[level.consultation] act: "&" breaks the speech',
        "broken SSML",
    ),
    (
        "en-US",
        "Yes, no, or not sure?",
        "Y\u0435s, no, or not sure?",
        '[reprompt] yes_no: "\u0435" is CYRILLIC SMALL LETTER IE. Type the Latin letter.',
        "spoken as another letter",
    ),
    (
        "en-US",
        "Just say yes",
        "Just\u200b say yes",
        "[help] yes_no: the sign U+200B cannot be seen",
        "nobody would find it",
    ),
    (
        "en-US",
        "very low or hopeless?",
        "very low or hopeless.",
        '[question.low_mood] ask: it is a question and does not end in "?"',
        "the microphone is open",
    ),
    (
        "en-US",
        "That's the first question.",
        "That's the first question?",
        "[say] back_at_start: nobody waits for an answer here",
        "the microphone is closed",
    ),
    (
        "en-US",
        "How old? Just a number.",
        "Just a number.",
        '[question.age_band] reprompt: it asks and has no "?"',
        "the microphone is open",
    ),
    (
        "en-US",
        "Is it all over your body?",
        f"Is it{' all' * 20} over?",
        "[question.main_region.value.widespread] offer: 23 words. Keep to 22.",
        "too long to keep in mind",
    ),
    (
        "en-US",
        '"the fever"',
        '"a really very, very, very high fever or chills"',
        "[question.gate_fever] item: 9 words. Keep to 8.",
        "too long to keep in mind",
    ),
    (
        "en-US",
        '"Do you have a fever, feel very ill,',
        '"Please tell me now: do you, by any chance, have a fever, feel very ill,',
        "[screen.fever] ask: 23 words. Keep to 22.",
        "too long to keep in mind",
    ),
    (
        "en-US",
        "Your answers sound more like a muscle spasm than",
        "You have a muscle spasm and not",
        '[label.muscle] says: "You have a muscle spasm" is a diagnosis',
        "not for a skill to say",
    ),
]

HEARING: list[Row] = [
    (
        "en-US",
        '"AMAZON.NoIntent" = [',
        '"AMAZON.NoIntent" = ["yes", ',
        '[hear.intents] "yes" is in AMAZON.YesIntent and in AMAZON.NoIntent',
        "a yes would be a no",
    ),
    (
        "en-US",
        'mild = [\n  "mild"',
        'mild = [\n  "severe", "mild"',
        '[hear.slots.pain]: "severe" is in mild and in severe',
        "the worst pain would be the least",
    ),
    (
        "en-US",
        "SkipIntent = [",
        'SkipIntent = ["Skip it", ',
        '[hear.intents] SkipIntent: "Skip it" needs small letters',
        "Amazon refuses it",
    ),
    (
        "en-US",
        "my {region} (is|are)",
        "my {regoin} (is|are)",
        "[hear.intents] RegionIntent: there is no [hear.slots.regoin] for {regoin}.",
        "Amazon refuses it",
    ),
    (
        "en-US",
        "SkipIntent = [",
        "Skip_Intent = [",
        '[hear.intents] "Skip_Intent": an intent is named with letters only.',
        "Amazon refuses it",
    ),
    (
        "en-US",
        "[hear.slots.pain]",
        "[hear.slots.Pain]",
        "[hear.slots.Pain]: a slot is named with small letters only.",
        "a slip",
    ),
    (
        "en-US",
        "SkipIntent = [",
        'SkipIntent = ["(skip", ',
        "[hear]: Unable to find end of group",
        "the template cannot be read",
    ),
    (
        "en-US",
        "SkipIntent = [",
        'SkipIntent = ["skip <tihs>", ',
        "[hear]: Missing expansion rule <tihs>. Mend it.",
        "the template cannot be read",
    ),
    ("en-US", "[hear.lengths]", "[hear.lenghts]", "[hear]", "a slip"),
]
EARS: list[Row] = [
    (
        "ears",
        "[normal]\nfillers = [",
        '[normal]\nfillers = ["fever", ',
        '[concept] sign.gate_fever: "fever" is never found: it is heard as "".',
        "a filler has the word",
    ),
    (
        "ears",
        "story = [",
        'story = ["incontinent", ',
        'emergency.cauda: "incontinent" never acts: a trigger makes it story.',
        "a trigger has the word",
    ),
    ("ears", "[concept.emergency]", "[concept.emergency", "not valid TOML", "broken"),
    ("ears", "limp = [", 'limp = ["(a|b", ', "Mend it.", "the template cannot be read"),
    ("ears", "limp = [", 'limp = ["[a]", ', "a template matches nothing at all", "it takes all"),
]
"""What is looked for in what is said, and can never be found."""
ROWS = [*FORM, *KNOWLEDGE, *WORDING, *HEARING, *EARS]
FILES = {"en-US": "locales/en-US.toml", "ears": "hearing/en-US.toml"}
"""The file that a row names; others are of the knowledge."""


def file_of(name: str) -> str:
    """Return the file that a row names, in the content."""
    return FILES.get(name, f"knowledge/{name}.toml")


@pytest.fixture(scope="module", autouse=True)
def _each_hearing_is_checked_once() -> Iterator[None]:
    """Most rows leave the heard part as it is, and checking it takes most of the time."""
    checked: dict[str, list[str]] = {}

    def remembered(hear: dict[str, Any], name: str) -> list[str]:
        key = json.dumps([hear, name])
        if key not in checked:
            checked[key] = models.model_problems(hear, name)
        return checked[key]

    def heard(path: Path) -> list[str]:
        key = path.read_text("utf-8")
        if key not in checked:
            checked[key] = hearing.hearing_problems(path)
        return checked[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locale, "model_problems", remembered)
        patch.setattr(checks, "hearing_problems", heard)
        yield


@pytest.fixture(scope="module")
def found_in_ours() -> list[str]:
    """What the checks find in the content as it is."""
    return problems()


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """A way to get a copy of the content with changes."""

    def copy(*changes: Change) -> Path:
        content = tmp_path / "content"
        shutil.copytree(CONTENT, content)
        for file, text, becomes in changes:
            path = content / file_of(file)
            before = path.read_text("utf-8")
            assert text in before, f"the test needs another text of {file}.toml: {text}"
            after = before.replace(text, becomes, 1) if text else before + becomes
            path.write_text(after, "utf-8")
        return content

    return copy


def test_our_content_has_no_problems(found_in_ours: list[str]) -> None:
    """What we ship is in order."""
    assert found_in_ours == []


@pytest.mark.parametrize(("file", "text", "becomes", "line", "why"), ROWS)
def test_a_mistake_is_told(  # noqa: PLR0913, PLR0917  the columns of the table
    changed: Callable[..., Path],
    found_in_ours: list[str],
    file: str,
    text: str,
    becomes: str,
    line: str,
    why: str,
) -> None:
    """Each row of the tables is told, in a line of the right file that our content lacks."""
    where = f"skill/content/{Path(file_of(file)).parent}/"
    told = [
        one
        for one in problems(changed((file, text, becomes)))
        if one not in found_in_ours and one.startswith(where) and line in one
    ]
    assert told, why


@pytest.mark.parametrize("rows", [FORM, [*KNOWLEDGE[:6], *WORDING[4:9]]], ids=["form", "sense"])
def test_several_mistakes_are_told_at_once(changed: Callable[..., Path], rows: list[Row]) -> None:
    """Nobody has to mend one mistake to hear of the next, and files keep their order."""
    content = changed(*(row[:3] for row in rows))
    found = problems(content)
    if rows == FORM:  # one of these breaks a whole file, and all of them hide what comes after
        rows = [row for row in rows if row[0] != "regions"]
    missing = [row[3] for row in rows if not any(row[3] in line for line in found)]
    assert missing == []
    files = list(dict.fromkeys(line.split(":")[0] for line in found))
    places = [line.split(":")[0] for line in found]
    assert places == sorted(places, key=files.index)


def test_a_line_says_where_what_and_what_to_do(changed: Callable[..., Path]) -> None:
    """Each line names the file and the entry, and ends in a sentence or a question."""
    rows = [row for row in [*KNOWLEDGE, *WORDING] if row[1]]
    first = {row[1]: row for row in reversed(rows) if row[4] != "twice"}
    for line in problems(changed(*(row[:3] for row in list(first.values())[:12]))):
        assert re.match(r"skill/content/\w+/[\w-]+\.toml: [^:]+: .+[.?]$", line), line


def test_files_that_cannot_be_read_are_told(changed: Callable[..., Path]) -> None:
    """A file that is missing or in another encoding is named."""
    content = changed()
    (content / "knowledge/regions.toml").unlink()
    (content / "knowledge/sources.toml").write_bytes(b"\xff")
    with pytest.raises(ContentError) as error:
        read_medicine(content / "knowledge")
    assert error.value.problems == [
        "skill/content/knowledge/sources.toml: byte 0 is not UTF-8. Save it as UTF-8.",
        "skill/content/knowledge/regions.toml: the file is missing. Restore it.",
    ]


def test_a_locale_that_is_no_toml_hides_nothing_else(changed: Callable[..., Path]) -> None:
    """The knowledge is checked all the same."""
    found = problems(changed(("en-US", "[say]", "[say"), ("sources", "", NEW_SOURCE)))
    assert any("[source.NEW]" in line for line in found)
    assert any(line.startswith("skill/content/locales/en-US.toml: not valid") for line in found)


def test_a_locale_that_hears_nothing_is_told(changed: Callable[..., Path]) -> None:
    """Its texts are checked all the same."""
    path = changed(("en-US", "list_and ", "list_ant ")) / "locales/en-US.toml"
    path.write_text(path.read_text("utf-8").partition("[hear]")[0], "utf-8")
    found = problems(path.parents[1])
    assert "skill/content/locales/en-US.toml: [hear]: missing" in found[-1]
    assert any("list_and: missing" in line for line in found)


def _named_by(key: str) -> str:
    """Return the name in the code that a key is made of: "back" of "say.half_back"."""
    name = key.partition(".")[2]
    return name.removeprefix("offer_").removeprefix("half_")


def test_what_a_locale_has_to_say_is_what_the_program_says() -> None:
    """The list of fixed sentences and the code agree, both ways."""
    code = "".join(
        path.read_text("utf-8")
        for path in SKILL.rglob("*.py")
        if path.parent.name not in {"authoring", "hearing"}
    )
    listed = {f"{table}.{name}" for table, names in FIXED.items() for name in names.split()}
    spoken = set(re.findall(r"""['"]((?:say|help|reprompt|frame|talk)\.\w+)['"]""", code))
    assert spoken - listed == set()
    unspoken = [
        key for key in listed - spoken if not re.search(rf"""['"]{_named_by(key)}['"]""", code)
    ]
    assert unspoken == []

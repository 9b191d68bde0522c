"""One line of a table covers a kind of phrasing, and never what turns it around."""

import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from skill.hearing.frames import Frames, Search
from skill.hearing.hearing import Expects, Hearing
from skill.saying import hearing
from skill.workshop.authoring.models import model_problems
from skill.workshop.corpus import act_of

LOCALE = Path(__file__).parents[1] / "skill/content/locales/en-US.toml"


@pytest.fixture(scope="module")
def hear() -> dict[str, Any]:
    """What the locale hears."""
    part: dict[str, Any] = tomllib.loads(LOCALE.read_text("utf-8"))["hear"]
    return part


@pytest.fixture(scope="module")
def ears() -> Hearing:
    """The locale's hearing, as the skill uses it."""
    return hearing("en-US")


def _search(*templates: str, loose: str = "") -> Search:
    table = {"rules": {"limb": "(arm|leg)"}, "sentences": {"apart": ["(not|no|but)"]}}
    return Search(table, templates, lambda text: text.replace(loose, "") if loose else text)


@pytest.mark.parametrize(
    ("template", "said", "found"),
    [
        ("<limb> .. numb", "my arm has gone numb", True),
        ("<limb> .. numb", "my arm numb", True),
        ("<limb> .. numb", "numb arm", False),
        ("<limb> .. numb", "my arm is not numb", False),
        ("<limb> .. numb", "my arm but also my foot is numb", False),
        ("<limb> .. numb", "my arm and then one two three it is numb", False),
        ("<limb> .. numb[ness]", "arm with numbness", True),
        ("<limb> .. numb", "armchair is numb", False),
        ("<limb> + numb", "numb all down this one leg", True),
        ("<limb> + numb", "numb all down", False),
        ("stop$", "please stop", True),
        ("stop$", "stop it", False),
    ],
)
def test_a_template_is_found_where_its_words_stand(
    template: str, said: str, *, found: bool
) -> None:
    """A gap holds four words at most, and none that turns a sentence."""
    assert _search(template)(said) is found


def test_a_choice_of_words_that_never_matter_is_no_choice() -> None:
    """Else "took (too|many) pills" would be found in "took pills"."""
    assert not _search("took (too|many) pills", loose="too")("took pills")


def test_a_slot_cannot_be_looked_for() -> None:
    """It is told, not passed over."""
    with pytest.raises(ValueError, match="cannot stand in a template"):
        _search("go back {count}")


def test_of_two_finds_the_longer_one_counts() -> None:
    """Both feet numb is more than numb."""
    table = {"rules": {}, "sentences": {"apart": ["not"]}}
    frames = Frames(table, {"numb": ["numb"], "both": ["both feet .. numb"]}, str)
    assert [one.id for one in frames.within("both feet are numb")] == ["both"]


@pytest.mark.parametrize(
    ("said", "expects", "act"),
    [
        # Corrections, and a yes or no amid other words.
        ("yes hang on a second", "readback", "fallback"),
        ("no wait it hurts", "yesno", "yes"),
        ("no sorry yes", "yesno", "yes"),
        ("yeah no", "yesno", "no"),
        ("no yeah it does", "yesno", "yes"),
        ("mom says nope", "yesno", "no"),
        ("it used to but not anymore", "yesno", "no"),
        ("i'd be lying if i said no", "yesno", "yes"),
        ("no doubt about it", "yesno", "yes"),
        ("no matter how i sit", "yesno", "tell:pain_never_changes"),
        ("it never stops", "yesno", "fallback"),
        ("no feeling in my hand", "yesno", "tell:numb_tingling"),
        ("no maybe", "yesno", "unsure"),
        ("no chest pain that's right", "readback", "fallback"),
        # A screen is denied as a whole, or not.
        ("no fever", "screen", "fallback"),
        ("never passed out", "screen", "fallback"),
        ("none of those except the first", "screen", "fallback"),
        ("no chest pain or anything like that", "screen", "none"),
        # Values.
        ("my neck no my shoulder", "region", "region:shoulder_arm"),
        ("sixty not sixteen", "age", "age:60"),
        ("thirty eight going on eighty", "age", "age:38"),
        ("i'll be fifty next month", "age", "fallback"),
        ("on and off for years", "duration", "duration:keeps_coming_back"),
        ("i have four kids and this is worse", "pain", "fallback"),
        ("like a three out of ten", "pain", "pain:mild"),
        # Questions are told apart, and a question tells nothing.
        ("is my twitching dangerous", "yesno", "ask:30"),
        ("when you say numb do you mean asleep", "yesno", "rephrase"),
        # Emergencies and what only looks like one.
        ("mommy is talking funny and her arm won't move", "age", "emergency:stroke"),
        ("never mind the pain my legs won't move", "pain", "emergency:paralysis"),
        ("when i wipe i don't feel anything", "yesno", "emergency:cauda"),
        ("i can't stand the sheets touching it", "yesno", "tell:touch_hurts"),
        ("i don't know where it is", "yesno", "unsure"),
        ("everybody would be better off if i was gone", "screen", "self_harm"),
        ("kill me now how many more questions", "screen", "how_many_left"),
        ("i took my pills this morning", "yesno", "fallback"),
    ],
)
def test_a_kind_of_phrasing_is_heard_as_meant(
    ears: Hearing, said: str, expects: Expects, act: str
) -> None:
    """Each row stands for many sentences."""
    assert act_of(ears.hear(said, expects), expects) == act


@pytest.mark.parametrize(
    ("table", "name", "line"),
    [
        ("cues", "SkippIntent", "[hear.cues] SkippIntent: there is no such intent"),
        ("polarity", "", "[hear] doubt: missing; hearing needs it."),
    ],
)
def test_a_table_that_hearing_cannot_use_is_told(
    hear: dict[str, Any], table: str, name: str, line: str
) -> None:
    """With the place at fault."""
    broken = deepcopy(hear)
    if name:
        broken[table][name] = ["skip"]
    else:
        del broken[table]["doubt"]
    assert any(line in problem for problem in model_problems(broken, "en-US"))

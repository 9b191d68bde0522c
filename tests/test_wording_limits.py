"""What the skill says in US English can be understood by ear, at once, by nearly everyone.

The limits are ours; the checks hold those that every locale has to keep.
"""

import re
from collections.abc import Iterator
from statistics import median

import pytest
import textstat

from skill.workshop.authoring.compiling import compile_locale
from skill.workshop.authoring.reading import LOCALES, read_locale

TEXTS: dict[str, str] = compile_locale(read_locale(LOCALES / "en-US.toml"))
SPOKEN = {key: text for key, text in TEXTS.items() if "." in key}

MEDIAN_GRADE, WORST_GRADE = 6, 8
EXEMPT = re.compile(r"\b(acetaminophen|ibuprofen)\b", re.IGNORECASE)
"""Names of medicines, which people know by sight and nobody can shorten."""

FILLS = {
    "emergency_number": "911",
    "crisis_line": "988",
    "what": "your lower back",
    "denials": "no fever",
    "first": "it hurts",
    "second": "it tingles",
    "level": "Book a visit",
    "count": "5",
    "signs": "the fever, feeling ill, or the pee",
    "sign": "a fever",
    "why": "It helps.",
    "source": "the NHS",
    "said": "yes",
}
CLAUSES = {
    "item": "Which one: {}?",
    "yes": "That's because you told me {}.",
    "no": "You told me {}.",
    "denied": "You told me {}.",
    "name": "I heard {}.",
    "clause": "That's because you told me {}.",
}
"""The sentence that a clause of a question is heard in."""
SOURCE = "That comes from {}."

MOST_WORDS = {
    r"question\.\w+\.why|screen\.\w+\.why": 20,
    r"(question|screen)\.\w+\.(ask|again)": 22,
    r"screen\.\w+\.reprompt": 12,
    r"level\.\w+\.title": 6,
    r"level\.\w+\.act": 25,
    r"label\.\w+\.says": 20,
    r"professional\.\w+\.say": 20,
    r"professional\.\w+\.see": 18,
    r"self_care\.\w+\.says": 25,
    r"safety_net\.any_time\.says": 35,
    r"safety_net\.(?!any_time)\w+\.says": 14,
    r"say\.opening": 28,
    r"say\.goodbye_result": 25,
    r"say\.disclaimer": 12,
}
"""How many words fit in one breath of attention."""

FORMS = {
    r"question\.(.*)\.(item|yes|no|denied|name|clause)": r"[a-z].*[^.?!]",
    r"question\.\w+\.denied": r"no .+",
    r"(question|screen)\.\w+\.why": r"[^.]+\.",
    r"(question|screen)\.\w+\.(ask|again)": r"[A-Z].+\?",
    r"(say|label|extra|self_care|safety_net|professional|help)\.\w+(\.\w+)?": r"[A-Z{].*[.?}]",
}
"""A clause has no end, a statement ends in a full stop, and so on."""

FRIGHTENING = re.compile(
    r"\b(stroke|heart attack|aneurysm|meningitis|tumou?r|metasta\w+|tetanus|cauda|paraly\w+"
    r"|blood clot|shingles|sclerosis|spread of cancer)\b",
    re.IGNORECASE,
)


def matching(pattern: str) -> dict[str, str]:
    """The texts whose keys match."""
    return {key: text for key, text in SPOKEN.items() if re.fullmatch(pattern, key)}


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence as it is heard, with its key; titles and notes are read, not heard."""
    for key, text in SPOKEN.items():
        if key.endswith((".title", ".note")) or key.startswith(("say.card_title", "say.note_")):
            continue
        said = CLAUSES.get(key.rpartition(".")[2], "{}") if key.startswith("question.") else "{}"
        said = SOURCE if key.startswith("source.") else said
        heard = EXEMPT.sub("pills", said.format(text.format(**FILLS)))
        for one in re.split(r"(?<=[.?!])\s+", heard.replace("110", "one hundred ten")):
            yield key, one[0].upper() + one[1:]


GRADES = [(textstat.flesch_kincaid_grade(text), key, text) for key, text in sentences()]


def test_half_of_all_sentences_are_for_sixth_graders() -> None:
    """The median US school grade is at most six."""
    assert median(grade for grade, *_ in GRADES) <= MEDIAN_GRADE


def test_no_sentence_is_beyond_the_eighth_grade() -> None:
    """Nobody is lost on a single hard sentence."""
    assert [row for row in GRADES if row[0] > WORST_GRADE] == []


@pytest.mark.parametrize(("keys", "most"), MOST_WORDS.items())
def test_a_text_is_short_enough_to_keep_in_mind(keys: str, most: int) -> None:
    """Each kind of text keeps to its number of words."""
    texts = matching(keys)
    assert texts, "no text of this kind is left; remove the limit"
    lengths = {key: len(text.format(**FILLS).split()) for key, text in texts.items()}
    assert {key: length for key, length in lengths.items() if length > most} == {}


@pytest.mark.parametrize(("keys", "form"), FORMS.items())
def test_a_text_has_the_form_of_its_kind(keys: str, form: str) -> None:
    """Clauses fit into their sentences, statements end."""
    wrong = {key: text for key, text in matching(keys).items() if not re.fullmatch(form, text)}
    assert wrong == {}


def test_the_same_question_is_put_in_other_words_the_second_time() -> None:
    """Who did not understand it once is not helped by the same words."""
    same = [
        key
        for key, text in matching(r"(question|screen)\.\w+\.again").items()
        if text == SPOKEN.get(key.replace(".again", ".ask"))
    ]
    assert same == []


def test_nothing_frightens() -> None:
    """No dreaded disease is named to somebody who may not have it."""
    assert {key: text for key, text in SPOKEN.items() if FRIGHTENING.search(text)} == {}


def test_numbers_to_call_are_the_regions_own() -> None:
    """They are filled in, so that a new locale cannot inherit them by mistake."""
    number = re.compile(rf"\b({TEXTS['emergency_number']}|{TEXTS['crisis_line']})\b")
    assert {key: text for key, text in SPOKEN.items() if number.search(text)} == {}


@pytest.mark.parametrize("key", ["opening", "goodbye", "goodbye_result", "sorry", "misheard_close"])
def test_whoever_leaves_or_is_left_hears_the_emergency_number(key: str) -> None:
    """The number is said whenever the skill can no longer listen."""
    assert "{emergency_number}" in SPOKEN[f"say.{key}"]


def test_only_plain_signs_are_used() -> None:
    """Signs that cannot be spoken or typed do not get in."""
    odd = re.compile(r"[^\x20-\x7e]|[;()/\[\]&<>]")
    assert {key: text for key, text in SPOKEN.items() if odd.search(text)} == {}


def test_an_answer_and_the_longest_screen_fit_into_a_turn() -> None:
    """A question of the caller's own may be asked on any screen, which comes again whole."""
    answers = [len(text.split()) for text in matching(r"answer\.\w+\.says").values()]
    assert max(answers) + 40 <= 90

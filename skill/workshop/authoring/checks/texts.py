"""What a text may hold: placeholders, signs, letters, length, and how it ends."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from string import Formatter

from skill.workshop.authoring.checks.entries import hint_for

ANYWHERE = {"emergency_number", "crisis_line"}
"""What the program fills in wherever it stands in a sentence."""

FILLED = {
    "say.told_check": {"what"},
    "say.read_back": {"denials"},
    "say.told_list": {"what"},
    "say.told_denied": {"what"},
    "say.told_partly": {"what"},
    "say.left_some": {"count"},
    "say.reasons_two": {"first", "second"},
    "say.because_two": {"first", "second"},
    "say.reasons_one": {"first"},
    "say.reason_against": {"first"},
    "say.reason_unknown": {"first"},
    "say.because": {"first"},
    "say.because_unheard": {"sign"},
    "say.because_unsure": {"sign"},
    "say.why": {"why", "source"},
    "say.note_intro": {"level"},
    "say.note_yes": {"sign"},
    "say.note_unsure": {"sign"},
    "say.note_no": {"sign"},
    "say.card_title_result": {"level"},
    "say.which": {"signs"},
    "say.which_unsure": {"signs"},
    "say.which_again": {"signs"},
    "say.and_these": {"signs"},
    "page.rule_told": {"told"},
    "page.rule_why": {"why"},
    "page.scale_now": {"now", "least", "most"},
    "page.leaning_now": {"now"},
    "page.leaning_open": {"names"},
    "page.moved": {"nerve", "muscle", "label"},
    "page.ahead_items": {"asked", "items"},
    "page.seconds_all": {"seconds", "turns"},
    "page.map_part": {"number", "title"},
    "page.progress": {"at", "all"},
    "page.script_missing": {"act"},
    "page.heard_unsure": {"words"},
    "page.story_end": {"expected", "accepted", "reached"},
    "talk.always": {"said"},
    "talk.heard": {"said"},
    "talk.check": {"said"},
}
"""What the program fills in, by key."""

ENDS_ASKING = re.compile(
    r"question\.\w+\.(ask|again|value\.\w+\.offer)|screen\.\w+\.(ask|again|reprompt)|reprompt\.\w+"
    r"|say\.(told_(check|list|denied|partly)|read_back|which\w*|and_these|offer_\w+|sorry)|talk\.check"
)
ASKS = re.compile(r"question\.\w+\.reprompt")
"""Asks, and may go on with an example."""

WORDS_OF_QUESTION, WORDS_OF_ITEM = 22, 8

TELLS = re.compile(
    r"(label|level)\.\w+\.\w+|say\.(because|reason)\w*|question\..*\.(yes|no|clause)"
)
DIAGNOSIS = re.compile(
    r"\b(you have|you've got)(\s+\w+){0,3}\s+(pinched|nerves?|muscles?|spasms?|sciatica"
    r"|shingles|sprain\w*|strain\w*|cancer|diabetes|osteoporosis|infections?|diseases?|carpal"
    r"|herniat\w+|slipped|arthritis|neuropathy|radiculopathy|clots?|fractures?)\b",
    re.IGNORECASE,
)

_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Zl", "Zp"}
"""Unicode's categories of signs that cannot be seen."""

Texts = Mapping[str, str]
Wrong = Iterator[tuple[str, str]]
"""(key, what is wrong with its text and what to do)."""


def text_problems(texts: Texts) -> Wrong:
    """Yield everything that is wrong with texts, whose keys may be too many or too few."""
    for check in TEXT_CHECKS:
        yield from check(texts)


def where(key: str) -> str:
    """Return a key as a translator finds it: ``[question.gate_fever] ask``."""
    table, _, leaf = key.rpartition(".")
    return f"[{table}] {leaf}" if table else leaf


def table_of(key: str) -> str:
    """Return the table that a key stands in."""
    return key.rpartition(".")[0]


def leaf_of(key: str) -> str:
    """Return what a key is called in its table."""
    return key.rpartition(".")[2]


def _placeholders(texts: Texts) -> Wrong:
    """Yield each placeholder that nobody fills, and each that a text drops."""
    for key, text in texts.items():
        try:
            used = {name for _, name, *_ in Formatter().parse(text) if name is not None}
            odd = any(spec or conversion for *_, spec, conversion in Formatter().parse(text))
        except ValueError:
            used, odd = set(), True
        if odd:
            yield where(key), "a brace is odd. Write placeholders as {name}, and no other braces."
            continue
        filled = FILLED.get(key, set())
        known = filled | ANYWHERE if "." in key else set()
        for name in sorted(used - known):
            hint = hint_for(name, known, "Write it out.")
            yield where(key), f"nobody fills {{{name}}}.{hint}"
        for name in sorted(filled - used):
            yield where(key), f"{{{name}}} is filled in and has no place. Add it."


def _signs(texts: Texts) -> Wrong:
    """Yield each text with a sign that breaks speech or cannot be seen."""
    for key, text in texts.items():
        for sign in sorted({*text} & {*"&<>"}):
            yield where(key), f'"{sign}" breaks the speech. Write a word.'
        for sign in sorted({one for one in text if unicodedata.category(one) in _UNSEEN}):
            yield where(key), f"the sign U+{ord(sign):04X} cannot be seen. Remove it."


def _letters(texts: Texts) -> Wrong:
    """Yield each text with letters of another script than the locale's, which may look alike."""
    letters = Counter("".join(texts.values()))
    scripts = Counter[str]()
    for letter, count in letters.items():
        if letter.isalpha():
            scripts[_script(letter)] += count
    own = scripts.most_common(1)[0][0] if scripts else ""
    for key, text in texts.items():
        for sign in sorted({one for one in text if one.isalpha() and _script(one) != own}):
            name = unicodedata.name(sign, "a letter without name")
            yield where(key), f'"{sign}" is {name}. Type the {own.capitalize()} letter.'


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


def _question_marks(texts: Texts) -> Wrong:
    """Yield each question without its mark, and each statement with one.

    The microphone opens for a question and for nothing else. What the page shows is not said.
    """
    for key, text in texts.items():
        if key.startswith("page."):
            continue
        if ENDS_ASKING.fullmatch(key):
            if not text.endswith("?"):
                yield where(key), 'it is a question and does not end in "?". Mend its end.'
        elif ASKS.fullmatch(key):
            if "?" not in text:
                yield where(key), 'it asks and has no "?". Make it a question.'
        elif "?" in text:
            yield where(key), 'nobody waits for an answer here. Say it without "?".'


def _long_texts(texts: Texts) -> Wrong:
    """Yield each question and item that is too long to keep in mind."""
    for key, text in texts.items():
        kind = leaf_of(key) if key.startswith(("question.", "screen.")) else ""
        most = WORDS_OF_ITEM if kind == "item" else WORDS_OF_QUESTION
        if kind in {"ask", "again", "offer", "item"} and len(text.split()) > most:
            yield where(key), f"{len(text.split())} words. Keep to {most}."


def _diagnoses(texts: Texts) -> Wrong:
    """Yield each text that tells people what they have."""
    for key, text in texts.items():
        if TELLS.fullmatch(key) and (found := DIAGNOSIS.search(text)):
            yield where(key), f'"{found[0]}" is a diagnosis. Say what it sounds like.'


TEXT_CHECKS: tuple[Callable[[Texts], Wrong], ...] = (
    _placeholders,
    _signs,
    _letters,
    _question_marks,
    _long_texts,
    _diagnoses,
)

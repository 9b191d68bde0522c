"""Turns named utterances into a locale's words: plain text, SSML and card.

The only place that makes SSML. Text becomes SSML by escaping alone, and the only tags are
made here, so no wording can break a response.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from skill.dialogue.turns import Fill, Phrase, Turn

Texts = Mapping[str, str]

_LISTS = {"signs": "list_or"}
"""Placeholder -> how its list is joined, where by anything but "and": one of the signs is meant."""

SLOW = '<prosody rate="slow">{}</prosody>'

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
"""In the order in which they are made: the sign that begins an escape first."""


class Speech(NamedTuple):
    """What a turn says, and shows."""

    text: str
    ssml: str
    reprompt_text: str
    reprompt_ssml: str
    card_title: str
    card_text: str


def render(turn: Turn, texts: Texts) -> Speech:
    """Return a turn in a locale's words; raise KeyError for an utterance that it lacks."""
    text, ssml = _spoken((*turn.say, *turn.ask), texts, slow=turn.slow)
    again = (turn.reprompt,) if turn.reprompt else ()
    reprompt_text, reprompt_ssml = _spoken(again, texts, slow=turn.slow)
    title, *body = turn.card or (None,)
    return Speech(
        text=text,
        ssml=ssml,
        reprompt_text=reprompt_text,
        reprompt_ssml=reprompt_ssml if again else "",
        card_title=sentence(title, texts) if title else "",
        card_text=plain(body, texts),
    )


def plain(phrases: Iterable[Phrase], texts: Texts) -> str:
    """Return phrases as one text for the eye."""
    return " ".join(sentence(one, texts) for one in phrases)


def sentence(one: Phrase, texts: Texts) -> str:
    """Return a phrase with its placeholders filled and its first letter a capital."""
    text = _words(one, texts)
    return text[:1].upper() + text[1:]


def _spoken(phrases: Sequence[Phrase], texts: Texts, *, slow: bool) -> tuple[str, str]:
    """Return phrases as one text for the eye, and as SSML."""
    text = plain(phrases, texts)
    said = _escaped(text)
    return text, f"<speak>{SLOW.format(said) if slow else said}</speak>"


def _escaped(words: str) -> str:
    for mark, escape in _ESCAPES:
        words = words.replace(mark, escape)
    return words


def _words(one: Phrase, texts: Texts) -> str:
    words = texts[one.key]
    if "{" not in words:
        return words
    filled = {name: _filled(fill, texts, _LISTS.get(name, "list_and")) for name, fill in one.fill}
    return words.format(
        emergency_number=texts["emergency_number"], crisis_line=texts["crisis_line"], **filled
    )


def _filled(fill: Fill, texts: Texts, joined: str) -> str:
    """Return one phrase, or several as a spoken list: "a, b, and c"; a text as it is."""
    if isinstance(fill, str):
        return fill
    if isinstance(fill, Phrase):
        return _words(fill, texts)
    words = [_words(one, texts) for one in fill]
    apart = (
        ", " if joined == "list_or" else " "
    )  # "weakness, or being clumsy": a sign may hold "or"
    if len(words) < 3:  # noqa: PLR2004 - of two, only a choice needs a comma
        return f"{apart}{texts[joined]} ".join(words)
    return f"{', '.join(words[:-1])}, {texts[joined]} {words[-1]}"

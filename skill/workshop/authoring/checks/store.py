"""What a locale tells in the skill store, and Amazon's limits for it.

Owns the list of ``[store]``'s keys. What the ASK CLI gets is ``skill.workshop.packaging``'s.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from skill.workshop.authoring.checks.entries import hint_for
from skill.workshop.authoring.models import said_by

TEXTS = {"summary": 160, "description": 3000, "disclaimer": 700, "draft": 200, "testing": 4000}
"""Text -> its most characters. Description, disclaimer and draft share Amazon's 4,000."""
LISTS = {"examples": (3, 3, 200), "keywords": (1, 30, 150)}
"""List -> its fewest and most entries, and the most characters of each."""
NUMBER = "{emergency_number}"


def store_problems(locale: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with what a locale tells in the store, one line each."""
    store = locale.get("store")
    if not isinstance(store, dict):
        return ["[store]: missing; the skill store shows it. Add it."]
    return [*_lacking(store), *_strangers(store), *_texts(store), *_lists(store)] or [
        *_disclaimer(store),
        *_examples(store["examples"], locale),
    ]


def _lacking(store: Mapping[str, object]) -> Iterator[str]:
    for key in (*TEXTS, *LISTS):
        if key not in store:
            yield f"[store] {key}: missing; the skill store shows it. Add it."


def _strangers(store: Mapping[str, object]) -> Iterator[str]:
    lacking = [key for key in (*TEXTS, *LISTS) if key not in store]
    for key in store:
        if key not in {*TEXTS, *LISTS}:
            yield f"[store] {key}: nothing shows it.{hint_for(key, lacking, 'Remove it.')}"


def _texts(store: Mapping[str, object]) -> Iterator[str]:
    for key, most in TEXTS.items():
        text = store.get(key, "-")
        if not isinstance(text, str) or not text.strip():
            yield f"[store] {key}: this is no text. Write a sentence in quotes."
        elif len(text) > most:
            yield f"[store] {key}: {len(text)} characters. Keep to {most}."
        elif re.search(r"[{}]", text.replace(NUMBER, "")):
            yield f"[store] {key}: a brace is odd. {NUMBER} is all that is filled in."


def _lists(store: Mapping[str, object]) -> Iterator[str]:
    for key, (fewest, most, longest) in LISTS.items():
        entries = store.get(key, ["-"] * fewest)
        if not isinstance(entries, list) or not all(isinstance(one, str) for one in entries):
            yield f"[store] {key}: this is no list of texts. Write [ ] around texts in quotes."
            continue
        if not fewest <= len(entries) <= most:
            yield f"[store] {key}: {len(entries)} entries. Write {fewest} to {most}."
        for entry in entries:
            if not 0 < len(entry) <= longest:
                yield f'[store] {key}: "{entry[:40]}" is too long or empty. Keep to {longest}.'


def _disclaimer(store: Mapping[str, str]) -> Iterator[str]:
    if NUMBER not in store["disclaimer"]:
        yield f"[store] disclaimer: it does not tell whom to call. Name {NUMBER}."


def _examples(examples: list[str], locale: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each example that would not work word for word."""
    name = str(locale.get("invocation", ""))
    utterances = said_by(locale["hear"], str(locale.get("locale", "")))
    for place, example in enumerate(examples):
        _, named, said = example.lower().rpartition(name)
        if not named or not name:
            yield f'[store] examples: "{example}" does not name the skill. Write {name}.'
        elif place == 0 and said:
            yield f'[store] examples: the first opens the skill. End "{example}" with {name}.'
        elif said and not utterances.readings(said.strip()):
            yield f'[store] examples: no intent has "{said.strip()}". Take one of [hear.intents].'

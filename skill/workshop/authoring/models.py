"""The interaction model that Amazon gets, made from what a locale hears.

Owns the form of that JSON and Amazon's rules for what may stand in it. The words are the locale's;
what an intent means is nobody's business here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from skill.doors.alexa.intents import AFTER, BEFORE, CATCH, CATCH_ALL
from skill.hearing.phrases import (
    LENGTH,
    NUMBER_SLOTS,
    SAME_WORDS,
    Hear,
    Slot,
    Templates,
    slot_words,
    spoken,
)

NOT_SAYABLE = re.compile(r"[^\w '.{}-]|[\d_]")
"""What Amazon refuses in a sample besides capitals. A slot's braces are allowed."""


EARS = ("samples", "catch-all")
"""What Amazon hears with: intents with samples and one catch-all, or that one alone."""


def interaction_model(
    hear: Hear, *, invocation: str, locale: str, ears: str = EARS[0]
) -> dict[str, Any]:
    """Return the interaction model as the ASK CLI deploys it; the same content, the same bytes.

    With the ears of a catch-all only Amazon's own intents stay beside it, which are heard exactly.

    Raises:
        ValueError: naming, a line each, every problem that Amazon or a listener would stumble over.
    """
    if problems := model_problems(hear, locale):
        raise ValueError("\n".join(problems))

    def kept(name: str) -> bool:
        return ears == EARS[0] or name in {CATCH_ALL, CATCH} or name.startswith("AMAZON.")

    language_model = {
        "invocationName": invocation,
        "intents": [_intent(hear, name) for name in sorted(hear["intents"]) if kept(name)],
        "types": [_slot_type(hear, slot) for slot in sorted(hear["slots"]) if kept(slot)],
        "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
    }
    return {"interactionModel": {"languageModel": language_model}}


def model_problems(hear: Hear, locale: str) -> list[str]:
    """Return what is wrong with the templates, one line each.

    Shared utterances are looked for only when each template is right in itself.
    """
    return [*_misnamed(hear), *_unsayable(hear), *_undeclared(hear)] or [
        *_shared_words(hear, locale),
        *_shared_utterances(hear, locale),
    ]


def said_by(hear: Hear, locale: str) -> Templates:
    """Return the sample utterances, the words of slots filled in, for words to be looked up in."""
    samples = {name: spoken(hear, templates) for name, templates in hear["intents"].items()}
    return Templates(samples, slot_words(hear, locale))


def _intent(hear: Hear, name: str) -> dict[str, Any]:
    """Return one intent with its samples and the slots they use."""
    samples = sorted(spoken(hear, hear["intents"][name]))
    samples += _with_words_beside(name, samples)
    slots = [{"name": slot, "type": _type_name(slot)} for slot in _slots_in(samples)]
    return {"name": name, "samples": samples} | ({"slots": slots} if slots else {})


def _with_words_beside(name: str, samples: list[str]) -> list[str]:
    """Return two samples more that take along what is said before or after the plainest one.

    Amazon picks an intent of ours for much that no sample has, and would keep those words.
    """
    if name.startswith("AMAZON.") or name == CATCH_ALL:
        return []
    plain = min(samples, key=lambda one: (one.count("{") != bool(_slots_in(samples)), len(one)))
    return [f"{plain} {{{AFTER}}}", f"{{{BEFORE}}} {plain}"]


def _slot_type(hear: Hear, slot: str) -> dict[str, Any]:
    """Return one slot type; a value's id is the finding's, its first phrase the name."""
    values = []
    for value, templates in hear["slots"][slot].items():
        name, *synonyms = spoken(hear, templates)
        values.append({"id": value, "name": {"value": name, "synonyms": sorted(synonyms)}})
    return {"name": _type_name(slot), "values": values}


def _type_name(slot: str) -> str:
    """Return the type of a slot: Amazon's own for a number or a time, one for two of a kind."""
    own = {**dict.fromkeys(NUMBER_SLOTS, "AMAZON.NUMBER"), LENGTH: "AMAZON.DURATION"}
    return own.get(slot) or SAME_WORDS.get(slot, slot).upper()


def _slots_in(samples: Iterable[str]) -> list[str]:
    """Return the names of the slots the samples use, in order of the alphabet."""
    return sorted({slot for sample in samples for slot in re.findall(r"{(.*?)}", sample)})


def _misnamed(hear: Hear) -> Iterator[str]:
    """Yield a line for each intent or slot whose name Amazon refuses."""
    for name in hear["intents"]:
        if not re.fullmatch(r"(AMAZON\.)?[A-Za-z]+", name):
            yield f'[hear.intents] "{name}": an intent is named with letters only.'
    for slot in hear["slots"]:
        if not re.fullmatch(r"[a-z]+", slot):
            yield f"[hear.slots.{slot}]: a slot is named with small letters only."


def _unsayable(hear: Hear) -> Iterator[str]:
    """Yield a line for each sentence with characters that Amazon refuses."""
    parts = {f"[hear.intents] {name}": said for name, said in hear["intents"].items()} | {
        f"[hear.slots.{slot}] {value}": said
        for slot, values in hear["slots"].items()
        for value, said in values.items()
    }
    for place, templates in parts.items():
        for sentence in spoken(hear, templates):
            if sentence != sentence.lower() or NOT_SAYABLE.search(sentence) or not sentence:
                yield f'{place}: "{sentence}" needs small letters, and numbers written out.'


def _undeclared(hear: Hear) -> Iterator[str]:
    """Yield a line for each slot that a sample uses and nobody declares."""
    for name, templates in hear["intents"].items():
        for slot in _slots_in(spoken(hear, templates)):
            if SAME_WORDS.get(slot, slot) not in {*hear["slots"], *NUMBER_SLOTS, LENGTH}:
                yield f"[hear.intents] {name}: there is no [hear.slots.{slot}] for {{{slot}}}."


def _shared_words(hear: Hear, locale: str) -> Iterator[str]:
    """Yield a line for each phrase that stands for two values of a slot."""
    for slot, words in slot_words(hear, locale).items():
        first: dict[str, str] = {}
        for phrase, value in words:
            if first.setdefault(phrase, value.id) != value.id:
                yield f'[hear.slots.{slot}]: "{phrase}" is in {first[phrase]} and in {value.id}.'


def _shared_utterances(hear: Hear, locale: str) -> Iterator[str]:
    """Yield a line for each utterance of two intents, the words of slots filled in."""
    words = slot_words(hear, locale)
    samples = {name: list(spoken(hear, said)) for name, said in hear["intents"].items()}
    templates = Templates(samples, words)
    order = list(samples)
    seen = set()
    for utterance in _utterances(samples, words):
        intents = {reading.intent for reading in templates.readings(utterance)}
        if len(intents) > 1 and utterance not in seen:
            seen.add(utterance)
            one, other, *_ = sorted(intents, key=order.index)
            yield f'[hear.intents] "{utterance}" is in {one} and in {other}.'


def _utterances(
    samples: Mapping[str, list[str]], words: Mapping[str, list[tuple[str, Slot]]]
) -> Iterator[str]:
    """Yield what the samples allow: of a slot alone every phrase, else one of each value.

    Of several slots in a sample, the first phrases only; the other intents' utterances are held
    against every phrase.
    """
    for sample in (one for said in samples.values() for one in said):
        slots = _slots_in([sample])
        firsts = [_phrases(words[slot], every=sample == f"{{{slot}}}") for slot in slots]
        chosen = zip(*firsts, strict=True) if len(slots) == 1 else [[one[0] for one in firsts]]
        for phrases in chosen:
            yield sample.format(**dict(zip(slots, phrases, strict=True)))


def _phrases(words: Iterable[tuple[str, Slot]], *, every: bool) -> list[str]:
    """Return the phrases of a slot, or only the first of each value."""
    said = list(words)
    firsts = {slot.id or slot.value: phrase for phrase, slot in reversed(said)}
    return [phrase for phrase, _ in said] if every else list(firsts.values())

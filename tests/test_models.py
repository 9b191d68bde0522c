"""The lean road reads and writes what the SDK's own serializer does, odd envelopes included."""

import copy
import json
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Context, Request, RequestEnvelope
from ask_sdk_model.ui import StandardCard
from callers import KNOWLEDGE, SIMPLE_SPASM, TEXTS, attributes, chance, interview

from benchmarks.events import DEVICES, moments, yes
from skill.dialogue.acts import YES
from skill.dialogue.conversation import attributes_of
from skill.dialogue.turns import Turn
from skill.doors.alexa import build_handler
from skill.doors.alexa.front import sift
from skill.doors.alexa.models import LateContext, envelope_of, written
from skill.doors.alexa.screens import directive
from skill.wording import render

Json = dict[str, Any]

SDK = DefaultSerializer()
MUTANTS = 1_500
"""Of each seed."""
JUNK: tuple[Any, ...] = (
    None,
    True,
    0,
    -1.5,
    "",
    "x",
    "2026-11-21T12:00:00Z",
    "IN_PROGRESS",
    [],
    ["a", 1],
    {},
    {"type": "x"},
    {"a": {"b": None}},
)
TYPES = (*Request.discriminator_value_class_map, "None.Of.These")
SLOT: Json = {
    "name": "region",
    "value": "neck",
    "confirmationStatus": "NONE",
    "source": "USER",
    "slotValue": {"type": "Simple", "value": "neck", "resolutions": {}},
    "resolutions": {
        "resolutionsPerAuthority": [
            {
                "authority": "a",
                "status": {"code": "ER_SUCCESS_MATCH"},
                "values": [{"value": {"name": "neck", "id": "neck"}}],
            }
        ]
    },
}


def wholes() -> list[Json]:
    """Return whole envelopes of both devices, with slots and a tap among them."""
    found = [event for device in DEVICES for event in moments(device).values()]
    spoken, tapped = copy.deepcopy(found[1]), copy.deepcopy(found[1])
    spoken["request"]["intent"]["slots"] = {"region": SLOT}
    tapped["request"] = {
        "type": "Alexa.Presentation.APL.UserEvent",
        "requestId": "1",
        "timestamp": "2026-11-21T12:00:00Z",
        "locale": "en-US",
        "token": "t",
        "arguments": ["act", "yes", 3],
        "components": {"a": None},
        "source": {"type": "TouchWrapper"},
    }
    return [*found, spoken, tapped]


WHOLES = wholes()


def mutants(seed: int) -> Iterator[Json]:
    """Yield envelopes that are odd in one to three places."""
    dice = chance(seed)
    for _ in range(MUTANTS):
        event = copy.deepcopy(dice.choice(WHOLES))
        for _ in range(dice.randint(1, 3)):
            mutate(event, dice)
        yield event


def mutate(event: Json, dice: Random) -> None:
    """Change one place of an envelope."""
    if dice.random() < 0.1 and isinstance(event.get("request"), dict):
        event["request"]["type"] = dice.choice(TYPES)
        return
    holder, key = dice.choice(list(places(event)))
    what = dice.choice(("drop", "replace", "rename", "add"))
    if what == "drop":
        del holder[key]
    elif what == "rename" and isinstance(holder, dict):
        holder[dice.choice((f"{key}x", "request_id", "timestamp", "objectType"))] = holder.pop(key)
    elif what == "add" and isinstance(holder, dict):
        holder["invented"] = copy.deepcopy(dice.choice(JUNK))
    else:
        holder[key] = copy.deepcopy(dice.choice(JUNK))


def places(value: object) -> Iterator[tuple[Any, Any]]:
    """Yield (table or list, key) of everything in an envelope."""
    inside = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value))
        if isinstance(value, list)
        else []
    )
    for key, one in inside:
        yield value, key
        yield from places(one)


def by_sdk(event: Json) -> RequestEnvelope | None:
    """Return what the SDK reads, or None where it fails."""
    try:
        envelope: RequestEnvelope = SDK.deserialize(json.dumps(event), RequestEnvelope)
    except SerializationException:
        return None
    return envelope


def by_plan(event: Json) -> RequestEnvelope | None:
    """Return what the lean road reads, its context too, or None where it fails."""
    try:
        envelope = envelope_of(event)
        if envelope.context is not None:
            _ = envelope.context.system
    except SerializationException:
        return None
    return envelope


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_envelope_is_read_as_the_sdk_reads_it(seed: int) -> None:
    """The same models, field by field, and a fault for the same envelopes."""
    read = failed = 0
    for event in (*WHOLES, *mutants(seed)):
        expected, found = by_sdk(event), by_plan(event)
        assert found == expected, event
        assert (expected is None) or type(found.request) is type(expected.request)  # type: ignore[union-attr]
        read, failed = read + (found is not None), failed + (found is None)
    assert min(read, failed) > 200


@pytest.mark.parametrize("seed", [4, 5])
def test_any_model_is_written_as_the_sdk_writes_it(seed: int) -> None:
    """Whatever was read: times, words of a fixed list, tables and lists of models."""
    models = [one for one in map(by_sdk, mutants(seed)) if one is not None]
    assert len(models) > 200
    for model in models:
        assert written(model) == SDK.serialize(model)


def test_what_is_sifted_is_read_without_the_slow_road(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK's own serializer is not needed for what the skill lets in."""
    monkeypatch.delattr("ask_sdk_core.serialize.DefaultSerializer")
    for event in WHOLES:
        assert envelope_of(sift(event)).request is not None


def test_a_context_is_read_when_it_is_asked_for() -> None:
    """Until then it is as it came, and a fault in it harms nobody who does not look."""
    context = envelope_of(moments("Show")["launch"]).context
    assert isinstance(context, LateContext)
    assert not vars(context)
    assert context.viewport is not None
    assert context.viewport.dpi == 160.0
    assert context.to_dict().keys() == Context().to_dict().keys()
    assert not hasattr(context, "invented")
    odd = moments("Show")["launch"] | {"context": {"Viewport": {"mode": "OF_TOMORROW"}}}
    late = envelope_of(odd).context
    with pytest.raises(SerializationException):
        getattr(late, "viewport")  # noqa: B009 - reading it is the point


def test_responses_are_those_of_the_sdks_own_builder() -> None:
    """Speech, reprompt, card, screen and the open microphone, in every turn of an interview."""
    handle = build_handler()
    said = interview({**SIMPLE_SPASM, "main_region": "leg"})
    for before, now in pairwise(said):
        if now.act == YES:
            answer = handle(yes("Show", attributes(before.turn)), None)
            assert answer["response"] == built(now.turn)
    assert now.turn.card


def built(turn: Turn) -> Any:  # noqa: ANN401 - JSON
    """Return the response of a turn, made with the SDK's builder and serializer."""
    speech = render(turn, TEXTS)
    builder = ResponseFactory().speak(speech.ssml).set_should_end_session(True)
    if speech.reprompt_ssml:
        builder.ask(speech.reprompt_ssml)
    if speech.card_text:
        builder.set_card(StandardCard(title=speech.card_title, text=speech.card_text))
    response: Any = builder.response
    response.directives = [directive(KNOWLEDGE, turn, attributes_of(KNOWLEDGE, turn), TEXTS)]
    return SDK.serialize(response)

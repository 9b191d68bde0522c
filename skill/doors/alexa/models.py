"""JSON to the SDK's models and back, as the SDK's own serializer does it, by plans made once.

What each class is made of is read from the SDK's classes when the first of it comes by. What
is out of the ordinary is left to the SDK's own serializer, which loads slowly and is right.
tests/test_models.py compares the two.
"""

import json
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from ask_sdk_model import Context, RequestEnvelope

from skill.doors.alexa.front import Json

Read = Callable[[Any], Any]
"""Makes a value of the SDK's out of JSON."""

_NATIVE = {"str": str, "bool": bool, "int": int, "float": float}
_PLAIN = frozenset({*_NATIVE.values(), type(None)})
_CONTEXT = "ask_sdk_model.context.Context"


class Ready(dict[str, Any]):
    """A table that is JSON already: it is written as it is, not copied, so nobody may change it."""


class LateContext(Context):
    """A context whose parts are read when one is first asked for; ``sent`` is its JSON."""

    __slots__ = ("sent",)

    def __init__(self, sent: Json) -> None:
        self.sent = sent

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever part it is
        """Read all parts: one that is not there then is nowhere."""
        if name == "sent" or vars(self):
            raise AttributeError(name)
        vars(self).update(vars(_filled(Context, self.sent)))
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Context):
            return False
        return bool((self.system, vars(self)) == (other.system, vars(other)))

    __hash__ = None  # type: ignore[assignment]


class _Plan(NamedTuple):
    """What a class is made of."""

    blank: dict[str, Any]
    """The attributes of a new one."""
    parts: dict[str, tuple[str, Read]]
    """Key in the JSON -> (attribute, how its value is read)."""


# --- reading --------------------------------------------------------------------------------


def envelope_of(event: object) -> RequestEnvelope:
    """Return a request; raise SerializationException for what the SDK does not know."""
    envelope: RequestEnvelope = _filled(RequestEnvelope, event)
    return envelope


def _read(sent: Any, kind: str) -> Any:  # noqa: ANN401 - any JSON
    return None if sent is None else _reader(kind)(sent)


@cache
def _reader(kind: str) -> Read:
    """Return how a value is read, by the SDK's name of its type."""
    if kind == "object":
        return lambda sent: sent
    if kind in _NATIVE:
        plain = _NATIVE[kind]
        return lambda sent: sent if type(sent) is plain else _slow(sent, kind)
    if kind == _CONTEXT:
        return lambda sent: LateContext(sent) if isinstance(sent, dict) else _slow(sent, kind)
    if kind.startswith("dict(str, "):
        one = kind.removeprefix("dict(str, ").removesuffix(")")
        return lambda sent: (
            {key: _read(value, one) for key, value in sent.items()}
            if isinstance(sent, dict)
            else _slow(sent, kind)
        )
    if kind == "list[object]":
        return lambda sent: sent if isinstance(sent, list) else _slow(sent, kind)
    return _model(kind) if "[" not in kind and "." in kind else lambda sent: _slow(sent, kind)


def _model(kind: str) -> Read:
    """Return how a model is read; of several classes, the one that the JSON names."""
    base = _class(kind)
    if not hasattr(base, "deserialized_types"):
        return lambda sent: _slow(sent, kind)
    if not hasattr(base, "get_real_child_model"):
        return lambda sent: _filled(base, sent)
    key = base.json_discriminator_key

    def read(sent: Any) -> Any:  # noqa: ANN401 - any JSON
        named = isinstance(sent, dict) and isinstance(sent.get(key), str)
        name = base.get_real_child_model(sent) if named else None
        return _filled(_class(name), sent) if name else _slow(sent, kind)

    return read


def _filled(kind: Any, sent: Any) -> Any:  # noqa: ANN401 - the SDK's classes, and any JSON
    """Return a model of one class; a field that the class does not know is kept as it came."""
    if not isinstance(sent, dict):
        return _slow(sent, kind)
    blank, parts = _plan(kind)
    fields = {**blank}
    unknown = {}
    for key, value in sent.items():
        if key in parts:
            name, read = parts[key]
            fields[name] = None if value is None else read(value)
        else:
            unknown[key] = value
    fields.update(unknown)
    model = kind.__new__(kind)
    model.__dict__ = fields
    return model


@cache
def _plan(kind: Any) -> _Plan:  # noqa: ANN401 - the SDK's classes have no base in common
    kinds = kind.deserialized_types
    return _Plan(
        blank=vars(kind()),
        parts={key: (name, _reader(kinds[name])) for name, key in _keys(kind)},
    )


@cache
def _keys(kind: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - as above
    """Return (attribute, key in the JSON) of a class."""
    keys = getattr(kind, "attribute_map", {})
    return tuple((name, keys.get(name, name)) for name in kind.deserialized_types)


@cache
def _class(name: str) -> Any:  # noqa: ANN401 - as above
    module, _, own = name.rpartition(".")
    return getattr(__import__(module, fromlist=[own]), own)


def _slow(sent: object, kind: object) -> Any:  # noqa: ANN401 - whatever the SDK makes of it
    """Return what the SDK's own serializer makes of any JSON."""
    from ask_sdk_core.exceptions import SerializationException  # noqa: PLC0415 - rarely raised
    from ask_sdk_core.serialize import DefaultSerializer  # noqa: PLC0415 - loads every client

    try:
        return DefaultSerializer().deserialize(json.dumps(sent), kind)
    except Exception as fault:  # whatever is wrong in a model is the same fault to the SDK
        raise SerializationException(str(fault)) from fault


# --- writing --------------------------------------------------------------------------------


def written(value: Any) -> Any:  # noqa: ANN401 - any model
    """Return a model as JSON."""
    kind: Any = type(value)
    if kind in _PLAIN or kind is Ready:
        return value
    if kind is dict:
        return {key: written(one) for key, one in value.items()}
    if kind is list:
        return [written(one) for one in value]
    if not hasattr(kind, "deserialized_types"):
        return _slowly_written(value)
    return {
        key: written(one) for name, key in _keys(kind) if (one := getattr(value, name)) is not None
    }


def _slowly_written(value: object) -> Any:  # noqa: ANN401 - whatever the SDK makes of it
    from ask_sdk_core.serialize import DefaultSerializer  # noqa: PLC0415 - loads every client

    return DefaultSerializer().serialize(value)

"""Requests as Amazon sends them in the middle of interviews, and the same ones damaged.

Each damaged one has a number, and the same number is always the same request.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any, NamedTuple

from amazon import request_of
from callers import chance
from pki import NOW

from skill.doors.alexa import build_handler
from skill.doors.web.speaker import SKILL_ID, envelope
from skill.doors.web.stories import STORIES, patient_acts
from skill.playing.stories import read_cases

Json = dict[str, Any]
Place = tuple[Any, Any]
"""A container, and the key or index of something in it."""

TOLD = 16
"""Stories whose interviews are damaged, at every turn."""

handle = build_handler()


class Scene(NamedTuple):
    """A whole request in the middle of an interview, and what it is answered with."""

    event: Json
    answer: Json


class Damaged(NamedTuple):
    """A request that was damaged, and the scene that it was made of."""

    scene: Scene
    body: bytes
    how: tuple[str, ...]


@cache
def scenes() -> tuple[Scene, ...]:
    """Return every turn of some stories."""
    return tuple(scene for case in read_cases(STORIES)[:: 82 // TOLD] for scene in _played(case))


def _played(case: Any) -> Iterator[Scene]:  # noqa: ANN401 - a story, whatever its form
    attributes: Json = {}
    for act in patient_acts(case):
        event = full(envelope(request_of(act), attributes, "en-US"))
        answer = handle(event, None)
        yield Scene(event, answer)
        attributes = answer.get("sessionAttributes", {})


def full(event: Json) -> Json:
    """Return a request with everything that Amazon's documentation shows, sent now."""
    allowed = {"scopes": {"alexa::profile:given_name:read": {"status": "GRANTED"}}}
    user = {"userId": "amzn1.ask.account.A", "permissions": allowed, "accessToken": "t"}
    system = event["context"]["System"]
    system |= {"user": user, "person": {"personId": "amzn1.ask.person.A"}, "apiAccessToken": "t"}
    system["device"]["supportedInterfaces"] = {"AudioPlayer": {}, "Geolocation": {}}
    event["session"]["user"] = user
    event["context"]["Viewport"] = {
        "experiences": [{"canRotate": False, "canResize": False}],
        "mode": "HUB",
        "shape": "RECTANGLE",
        "dpi": 160,
        "touch": ["SINGLE"],
        "keyboard": ["DIRECTION"],
    }
    event["context"]["Viewports"] = [{"type": "APL", "id": "main", "shape": "RECTANGLE"}]
    event["context"]["Extensions"] = {"available": {"aplext:backstack:10": {}}}
    event["context"]["AudioPlayer"] = {"playerActivity": "IDLE", "offsetInMilliseconds": 0}
    event["request"]["timestamp"] = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    return event


def damaged(number: int) -> Damaged:
    """Return the damaged request of a number."""
    rolled = chance(f"envelope {number}")
    scene = rolled.choice(scenes())
    event: Any = deepcopy(scene.event)
    done = []
    for _ in range(rolled.choice((1, 1, 2, 3))):
        damage = rolled.choice(DAMAGES)
        damage(rolled, event)
        done.append(damage.__name__)
    body = json.dumps(event).replace(f'"{DEEP}"', _nested(rolled)).encode()
    if rolled.random() < BY_BYTES:
        body, done = _bytes(rolled, body), [*done, "bytes"]
    return Damaged(scene, body, tuple(done))


BY_BYTES = 0.1
"""How many are damaged as text too."""

DEEP, _DEEPEST = "@deep@", 30_000
"""Stands for what is nested deeper than a writer of JSON goes."""
JUNK: tuple[object, ...] = (
    *(None, True, False, 0, -1, 7, 3.5, 1e308, 10**30, "", " ", "x", "null", "ER_TOMORROW"),
    *("\ud800", "\0", "é" * 9, "<speak>&", "9" * 400, "x" * 9000, DEEP, [], {}, [None], [[]]),
    *({"a": None}, {"": ""}, {"type": DEEP}, [{}] * 50, {str(n): n for n in range(200)}),
)
"""What stands where something else should."""
TYPES = (
    *("SessionEndedRequest", "AlexaSkillEvent.SkillEnabled", "AlexaSkillEvent.Tomorrow"),
    *("System.ExceptionEncountered", "Connections.Response", "CanFulfillIntentRequest"),
    *("Alexa.Presentation.APL.UserEvent", "Alexa.Presentation.APL.RuntimeError"),
    *("intentrequest", "IntentRequest ", "Tomorrow.Request", "", "Dialog.InputRequest"),
)
ENUMS = ("confirmationStatus", "dialogState", "mode", "shape", "status", "code", "playerActivity")
ELSEWHERE: tuple[Json, ...] = (
    {"userProfile": {"name": "somebody", "visits": 12, "last": None}},
    {"version": "0", "state": "|a||0000"},
    {"version": 1, "state": ["yes", "no"]},
    {"state": {"answers": {"chest_pain": "no"}}, "version": None},
    {"STATE": "_QUIZ", "quizItem": {"Name": "Ohio"}, "counter": 3},
)
"""Attributes as other skills keep them, and as no version of ours does."""


def places(value: Any, deep: int = 0) -> Iterator[Place]:  # noqa: ANN401 - any JSON
    """Yield the place of everything in an envelope."""
    keys: Any = value if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        yield value, key
        if isinstance(value[key], (dict, list)) and deep < 30:
            yield from places(value[key], deep + 1)


def _anywhere(rolled: Random, event: Any) -> Place:  # noqa: ANN401 - any JSON
    found = list(places(event))
    return rolled.choice(found) if found else ({"": ""}, "")


def _tables(event: Any) -> list[Json]:  # noqa: ANN401 - any JSON
    return [event, *(box[key] for box, key in places(event) if isinstance(box[key], dict))]


def _junk(rolled: Random) -> Any:  # noqa: ANN401 - any JSON
    """Return a copy, which may be damaged further."""
    return deepcopy(rolled.choice(JUNK))


def junk(rolled: Random, event: Json) -> None:
    """Put something else in a place."""
    box, key = _anywhere(rolled, event)
    box[key] = _junk(rolled)


def gone(rolled: Random, event: Json) -> None:
    """Leave something out."""
    box, key = _anywhere(rolled, event)
    del box[key]


def more(rolled: Random, event: Json) -> None:
    """Add fields that nobody knows, at any depth."""
    table = rolled.choice(_tables(event))
    for _ in range(rolled.choice((1, 1, 30))):
        table[f"tomorrow{rolled.randrange(1000)}"] = _junk(rolled)


def wrapped(rolled: Random, event: Json) -> None:
    """Put something into a list or a table of its own."""
    box, key = _anywhere(rolled, event)
    box[key] = rolled.choice(([box[key]], {"value": box[key]}, [box[key]] * 3))


def moved(rolled: Random, event: Json) -> None:
    """Put a copy of something elsewhere."""
    (source, key), (box, other) = _anywhere(rolled, event), _anywhere(rolled, event)
    if source and box:
        box[other] = deepcopy(source[key])


def kind(rolled: Random, event: Json) -> None:
    """Make it a request of another type."""
    if isinstance(event.get("request"), dict):
        event["request"]["type"] = rolled.choice(TYPES)


def enum(rolled: Random, event: Json) -> None:
    """Put a value of tomorrow where today's SDK knows all."""
    found = [(box, key) for box, key in places(event) if key in ENUMS]
    for box, key in found:
        if rolled.random() < 0.5:
            box[key] = rolled.choice(("TOMORROW", "", 7, None, []))


def attributes(rolled: Random, event: Json) -> None:
    """Give it the attributes of somebody or something else."""
    huge = {"version": "x" * 60_000, "state": "y" * rolled.randrange(50_000)}
    others = (*ELSEWHERE, huge, rolled.choice(scenes()).answer.get("sessionAttributes", {}))
    if isinstance(event.get("session"), dict):
        event["session"]["attributes"] = deepcopy(rolled.choice(others))


def state(rolled: Random, event: Json) -> None:
    """Change some characters of the state."""
    box = event.get("session")
    kept = box.get("attributes") if isinstance(box, dict) else None
    if isinstance(kept, dict) and isinstance(kept.get("state"), str):
        text = list(kept["state"])
        for _ in range(rolled.randint(1, 3)):
            text[rolled.randrange(len(text)) : rolled.randint(0, len(text))] = rolled.choice(
                "|!a0Z9~"
            )
        kept["state"] = "".join(text)


def interface(rolled: Random, event: Json) -> None:
    """Ask from a device with interfaces that nobody knows, or with a screen."""
    names = ("Alexa.Presentation.APL", "Alexa.Tomorrow", "Display", "CanFulfillIntentRequest")
    given = {name: _junk(rolled) for name in rolled.sample(names, rolled.randint(1, 3))}
    for table in _tables(event):
        if "supportedInterfaces" in table:
            table["supportedInterfaces"] = given


DAMAGES: tuple[Callable[[Random, Json], None], ...] = (
    *(junk, junk, junk, gone, gone, more, more, wrapped, moved),
    *(kind, enum, attributes, state, interface),
)


def _nested(rolled: Random) -> str:
    deep = rolled.choice((10, 300, 2000, _DEEPEST))
    left, right = rolled.choice((("[", "]"), ('{"a":', "}")))
    return left * deep + "1" + right * deep


def _bytes(rolled: Random, body: bytes) -> bytes:
    """Cut, double or change some bytes."""
    place = rolled.randrange(len(body))
    match rolled.randrange(4):
        case 0:
            return body[:place]
        case 1:
            return body[:place] + rolled.randbytes(3) + body[place:]
        case 2:
            return body + body
        case _:
            return (
                body[:place] + rolled.choice((b"", b'"', b"}", b"\xff", b"0")) + body[place + 1 :]
            )


__all__ = ["SKILL_ID", "Damaged", "Scene", "damaged", "scenes"]

"""Amazon's own schemas: of models and manifests (SMAPI), and of every recorded envelope."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from outside import MODULES, ROOT, needs_node, node_json
from recorded import DIALOGS, exchanges, played
from referencing import Registry
from referencing.jsonschema import DRAFT4

from skill.workshop.packaging.listing import Owner, write_package

pytestmark = needs_node

Json = dict[str, Any]
KINDS = {
    "interactionModel": "v1.skill.interactionModel.InteractionModelData",
    "manifest": "v1.skill.Manifest.SkillManifestEnvelope",
}
HABIT = "'synonyms' is a required property"
"""Amazon's schema wants it; Amazon's console does not."""


@pytest.fixture(scope="module")
def smapi() -> Json:
    """Return Amazon's description of its Skill Management API."""
    file = MODULES / "ask-smapi-model/spec.json"
    found: Json = json.loads(file.read_text(encoding="utf-8"))
    return found


def errors(smapi: Json, document: Json) -> list[str]:
    """Return what Amazon's schema finds wrong, and every property that it does not know."""
    kind = next(name for key, name in KINDS.items() if key in document)
    registry = Registry().with_resource("urn:smapi", DRAFT4.create_resource(smapi))
    schema = {"$ref": f"urn:smapi#/definitions/{kind}"}
    found = [
        f"{'/'.join(map(str, one.path))}: {one.message[:200]}"
        for one in Draft4Validator(schema, registry=registry).iter_errors(document)
        if HABIT not in one.message
    ]
    return found + list(strangers(document, smapi["definitions"][kind], smapi, ""))


def strangers(node: object, schema: Json, smapi: Json, place: str) -> Iterator[str]:
    """Yield each property that a schema does not name: it would be ignored without a word."""
    while "$ref" in schema:
        schema = smapi["definitions"][schema["$ref"].rpartition("/")[2]]
    if isinstance(node, list):
        for one in node:
            yield from strangers(one, schema.get("items", {}), smapi, place)
    elif isinstance(node, dict) and not {"discriminator", "allOf"} & set(schema):
        known, others = schema.get("properties", {}), schema.get("additionalProperties")
        for key, value in node.items():
            if key in known or isinstance(others, dict):
                yield from strangers(value, known.get(key, others), smapi, f"{place}/{key}")
            elif known:
                yield f"{place}/{key}: not in Amazon's schema"


ADDRESSES = [
    "",
    "https://example.com/alexa",
    "arn:aws:lambda:us-east-1:000000000000:function:f:live",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_package_is_as_amazon_wants_it(smapi: Json, tmp_path: Path, address: str) -> None:
    """The manifest, and a model for each locale."""
    write_package(tmp_path, Owner(endpoint=address))
    files = sorted(tmp_path.rglob("*.json"))
    assert len(files) == 1 + len(list((ROOT / "interaction_models").glob("*.json")))
    for file in files:
        assert errors(smapi, json.loads(file.read_text(encoding="utf-8"))) == []


def test_a_fault_in_a_package_is_found(smapi: Json, tmp_path: Path) -> None:
    """Of form, and of name."""
    write_package(tmp_path, Owner(endpoint="https://example.com/alexa"))
    text = (tmp_path / "skill.json").read_text(encoding="utf-8")
    document = json.loads(text.replace("https://example.com/alexa", "http://example.com/alexa"))
    document["manifest"]["privacyAndCompliance"]["usesHealthInformation"] = False
    found = "\n".join(errors(smapi, document))
    assert "http://example.com/alexa" in found
    assert "usesHealthInformation: not in Amazon's schema" in found


def typed(request: Json) -> Json:
    """Return a request without the one property that Amazon sends and its types lack."""
    known: Json = json.loads(json.dumps(request))
    for slot in known["request"].get("intent", {}).get("slots", {}).values():
        slot.pop("source", None)
    return known


def test_every_envelope_is_of_amazon_s_types(tmp_path: Path) -> None:
    """Every recorded response and request, with a screen and without."""
    shown = [turn for dialog in DIALOGS[::4] for turn in played(dialog, screen=True)]
    turns = [*exchanges(), *shown]
    told = {
        "ResponseEnvelope": [turn.answer for turn in turns],
        "RequestEnvelope": [typed(turn.request) for turn in turns],
    }
    found = node_json("envelopes.cjs", str(tmp_path), told=told)
    assert found["wrong"] == {}
    assert found["checked"] == 2 * len(turns) > 2000


def test_a_fault_in_an_envelope_is_found(tmp_path: Path) -> None:
    """A property that Amazon does not know."""
    answer = json.loads(json.dumps(exchanges()[0].answer))
    answer["response"]["shouldEndSesion"] = True
    found = node_json("envelopes.cjs", str(tmp_path), told={"ResponseEnvelope": [answer]})
    assert "shouldEndSesion" in json.dumps(found["wrong"])

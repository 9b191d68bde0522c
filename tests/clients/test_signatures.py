"""Two verifiers of signatures that other people wrote, on our vectors.

They are looser than we are: neither brings an address into its normal form before it looks at it,
neither minds a time ahead, and alexa-verifier does not follow a chain to a root. So what we answer
they must answer too, and what they refuse we must refuse.
"""

import importlib
import importlib.util
from typing import Any

import pytest
from outside import needs_node, node_json

Json = dict[str, Any]

pytestmark = [
    needs_node,
    pytest.mark.skipif(
        importlib.util.find_spec("test_signature") is None,
        reason="there are no vectors of signatures yet (tests/test_signature.py)",
    ),
]

STRICTER = {"an event 30 minutes old", "an event an hour old", "a certificate too many"}
"""Amazon sends events for up to an hour, which neither knows; the adapter takes every certificate
in the file for a part of the chain."""


@pytest.fixture(scope="module")
def vectors() -> Any:  # noqa: ANN401 - a module
    """Return the module that makes the vectors."""
    return importlib.import_module("test_signature")


@pytest.fixture(scope="module")
def said(vectors: Any) -> dict[str, dict[str, str]]:  # noqa: ANN401 - a module
    """Return what the verifiers say of each vector that can be sent as text."""
    told = {
        "root": vectors.pki().root.pem.decode(),
        "now": int(vectors.NOW.timestamp() * 1000),
        "vectors": [row for vector in vectors.VECTORS if (row := as_text(vectors, vector))],
    }
    found: dict[str, dict[str, str]] = node_json("verdicts.cjs", told=told)
    return found


def as_text(vectors: Any, vector: Any) -> Json | None:  # noqa: ANN401 - a module, and its rows
    """Return a vector as JSON, or None for one that is no text."""
    try:
        return {
            "name": vector.title,
            "url": vector.address,
            "signature": vector.signature(vector.body),
            "body": vector.body.decode(),
            "chain": vectors.chain(vector.chain).decode(),
        }
    except UnicodeDecodeError:
        return None


def test_what_we_answer_they_answer(vectors: Any, said: dict[str, dict[str, str]]) -> None:  # noqa: ANN401
    """Both, but for what they are stricter in."""
    ours = {one.title for one in vectors.VECTORS if one.reason is None} & said.keys()
    assert len(ours) >= 3
    refused = {name: said[name] for name in ours - STRICTER if any(said[name].values())}
    assert refused == {}


def test_what_both_refuse_we_refuse(vectors: Any, said: dict[str, dict[str, str]]) -> None:  # noqa: ANN401
    """But for the same."""
    theirs = {name for name, one in said.items() if all(one.values())}
    ours = {one.title for one in vectors.VECTORS if one.reason is not None}
    assert theirs - ours <= STRICTER
    assert len(theirs & ours) >= 5

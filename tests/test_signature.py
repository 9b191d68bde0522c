"""Only what Amazon signed, just now, for this skill is answered: everything else gets a 400."""

import json
import logging
import time
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any, NamedTuple

import pytest
from callers import chance
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA1
from pki import ADDRESS, AMAZON, CLIENT, NOW, Signer, authority, key, leaf, pki, signature

from skill.doors.web.certificates import Certificates
from skill.doors.web.hosted import create_hosted
from skill.doors.web.signature import (
    Reason,
    RefusedError,
    Sent,
    certificate_address,
    check_time,
    verified,
)

SKILL = "amzn1.ask.skill.of-the-tests"
HOST = "https://s3.amazonaws.com"
FILE = "/echo.api/echo-api-cert.pem"


def body(seconds: float = 0, kind: str = "LaunchRequest", **more: object) -> bytes:
    """Return a request that was sent so many seconds from now; None leaves a field out."""
    asked = {"type": kind, "requestId": "r", "locale": "en-US", "timestamp": stamp(seconds), **more}
    asked = {name: value for name, value in asked.items() if value is not None}
    return envelope(asked)


def envelope(asked: object, skill: str = SKILL) -> bytes:
    """Return an envelope around what is asked."""
    system = {"application": {"applicationId": skill}}
    return json.dumps({"version": "1.0", "context": {"System": system}, "request": asked}).encode()


def stamp(seconds: float = 0) -> str:
    """Return a time stamp as Amazon writes it."""
    return (NOW + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


# --- chains ---------------------------------------------------------------------------------------


def pem(*signers: Signer) -> bytes:
    """Return the file that holds these certificates."""
    return b"".join(one.pem for one in signers)


@cache
def curve() -> ec.EllipticCurvePrivateKey:
    """Return a key that is not of RSA."""
    return ec.generate_private_key(ec.SECP256R1())


def other_key() -> Signer:
    """Return Amazon's certificate for a key that signed nothing."""
    return leaf(pki().between, own=key("another"))


def old_authority() -> bytes:
    """Return a chain by an authority that is valid no more."""
    old = authority("Test Old Authority", pki().root, ends=-1)
    return pem(leaf(old), old)


def strange_root(name: str = "Test Root of Nobody") -> bytes:
    """Return a whole chain up to a root that nobody trusts."""
    root = authority(name)._replace(key=key("nobody"))
    between = authority("Test Authority of Nobody", root)
    return pem(leaf(between), between, root)


def weak_authority() -> bytes:
    """Return a chain by an authority whose key can be broken."""
    weak = authority("Test Weak Authority", pki().root, bits=1024)
    return pem(leaf(weak), weak)


def by_a_leaf() -> bytes:
    """Return a certificate that was signed by one which may sign none."""
    middle = leaf(pki().between, own=key("middle"))
    return pem(leaf(middle), middle, pki().between)


CHAINS: dict[str, Callable[[], bytes]] = {
    "amazon": lambda: pki().chain,
    "with the root": lambda: pki().chain + pki().root.pem,
    "with a stranger behind": lambda: pki().chain + other_key().pem,
    "no usage": lambda: pem(leaf(pki().between, usage=()), pki().between),
    "more names": lambda: pem(leaf(pki().between, names=("a.example", AMAZON)), pki().between),
    "expired": lambda: pem(leaf(pki().between, starts=-60, ends=-1), pki().between),
    "of tomorrow": lambda: pem(leaf(pki().between, starts=1), pki().between),
    "another name": lambda: pem(leaf(pki().between, names=("evil.example",)), pki().between),
    "a wildcard": lambda: pem(leaf(pki().between, names=("*.amazon.com",)), pki().between),
    "no name": lambda: pem(leaf(pki().between, names=()), pki().between),
    "a longer name": lambda: pem(leaf(pki().between, names=(f"{AMAZON}.x.org",)), pki().between),
    "no authority": lambda: pki().amazon.pem,
    "cut off": lambda: pki().chain[:-200],
    "cut in the first": lambda: pki().chain[:400],
    "authority first": lambda: pki().between.pem + pki().amazon.pem,
    "another key": lambda: other_key().pem + pki().between.pem,
    "old authority": old_authority,
    "self-signed": lambda: leaf(Signer(pki().amazon.certificate, key("leaf"))).pem,
    "a strange root": strange_root,
    "a root of the same name": lambda: strange_root("Test Root"),
    "by a leaf": by_a_leaf,
    "for clients": lambda: pem(leaf(pki().between, usage=CLIENT), pki().between),
    "a weak key": lambda: pem(leaf(pki().between, own=key("weak", 1024)), pki().between),
    "a weak authority": weak_authority,
    "a key of another kind": lambda: pem(leaf(pki().between, own=curve()), pki().between),
    "nothing": lambda: b"",
    "a page": lambda: b"<html>Access denied</html>",
    "junk in PEM": lambda: b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
}


@cache
def chain(name: str) -> bytes:
    """Return what is served in a vector."""
    return CHAINS[name]()


# --- vectors --------------------------------------------------------------------------------------

GOOD = body()
OUT = {"type": "LaunchRequest"}


class Vector(NamedTuple):
    """A request, and why it is refused; "" when it is answered."""

    title: str
    reason: Reason | None = None
    body: bytes = GOOD
    address: str = ADDRESS
    signature: Callable[[bytes], str] = signature
    chain: str = "amazon"


R = Reason
SHARED = [
    Vector("good"),
    Vector("tampered", R.SIGNATURE, GOOD + b" ", signature=lambda _: signature(GOOD)),
    Vector("SHA-1", R.SIGNATURE, signature=lambda sent: signature(sent, by=SHA1())),  # noqa: S303
    Vector("expired", R.EXPIRED, chain="expired"),
    Vector("another name", R.NAME, chain="another name"),
    Vector("no authority between", R.NOT_TRUSTED, chain="no authority"),
    Vector("151 seconds old", R.TIME, body(-151)),
    Vector("140 seconds old", None, body(-140)),
    Vector("160 seconds ahead", R.TIME, body(160)),
    Vector("an event 30 minutes old", None, body(-1800, "AlexaSkillEvent.SkillDisabled")),
    Vector("port 563", R.ADDRESS, address=f"{HOST}:563{FILE}"),
    Vector("the folder in other letters", R.ADDRESS, address=f"{HOST}/EcHo.aPi/echo-api-cert.pem"),
    Vector("dots that lead back", address=f"{HOST}/echo.api/..{FILE}"),
    Vector("dots that lead out", R.ADDRESS, address=f"{HOST}/echo.api/../x/echo-api-cert.pem"),
    Vector("http", R.ADDRESS, address=f"http://s3.amazonaws.com{FILE}"),
    Vector("another host", R.ADDRESS, address=f"https://notamazon.com{FILE}"),
    Vector("capitals", address=f"HTTPS://S3.AMAZONAWS.COM{FILE}"),
    Vector("no base64", R.NOT_BASE64, signature=lambda _: "@@@"),
]
"""What Amazon's documentation says; decision 12 tells where two other verifiers differ."""

ADDRESSES = [
    Vector("no address", R.NO_ADDRESS, address=""),
    Vector("the port of https", address=f"{HOST}:443{FILE}"),
    Vector("a query", address=f"{HOST}{FILE}?versionId=1"),
    Vector("a null byte", R.ADDRESS, address=f"{HOST}{FILE}\0.evil.example"),
    Vector("a null byte in the host", R.ADDRESS, address=f"{HOST}\0.evil.example{FILE}"),
    Vector("punycode", R.ADDRESS, address=f"https://xn--s3-amazonaws-abc.com{FILE}"),
    Vector("a long s for an s", R.ADDRESS, address=f"https://\u017f3.amazonaws.com{FILE}"),
    Vector("a user", R.ADDRESS, address=f"https://user@s3.amazonaws.com{FILE}"),
    Vector("a password", R.ADDRESS, address=f"https://user:pw@s3.amazonaws.com{FILE}"),
    Vector("Amazon as user", R.ADDRESS, address=f"{HOST}@evil.example{FILE}"),
    Vector("dots in code", R.ADDRESS, address=f"{HOST}/echo.api/%2e%2e/evil/cert.pem"),
    Vector("a slash in code", R.ADDRESS, address=f"{HOST}/echo.api/..%2fevil/cert.pem"),
    Vector("a backslash", R.ADDRESS, address=f"{HOST}/echo.api/..\\evil\\cert.pem"),
    Vector("a fragment", R.ADDRESS, address=f"{HOST}{FILE}#x"),
    Vector("a tab", R.ADDRESS, address=f"{HOST}/echo\t.api/cert.pem"),
    Vector("a line break", R.ADDRESS, address=f"{ADDRESS}\n"),
    Vector("a blank before", R.ADDRESS, address=f" {ADDRESS}"),
    Vector("a dot behind the host", R.ADDRESS, address=f"{HOST}.{FILE}"),
    Vector("a longer host", R.ADDRESS, address=f"{HOST}.evil.example{FILE}"),
    Vector("a host in front", R.ADDRESS, address=f"https://evil-s3.amazonaws.com{FILE}"),
    Vector("a port of letters", R.ADDRESS, address=f"{HOST}:abc{FILE}"),
    Vector("an empty port", R.ADDRESS, address=f"{HOST}:{FILE}"),
    Vector("two slashes", R.ADDRESS, address=f"{HOST}/{FILE}"),
    Vector("the folder itself", R.ADDRESS, address=f"{HOST}/echo.api/"),
    Vector("a folder that begins so", R.ADDRESS, address=f"{HOST}/echo.api.evil/cert.pem"),
    Vector("no path", R.ADDRESS, address=HOST),
    Vector("no scheme", R.ADDRESS, address=f"//s3.amazonaws.com{FILE}"),
    Vector("a file", R.ADDRESS, address=f"file://s3.amazonaws.com{FILE}"),
    Vector("sent twice", R.ADDRESS, address=f"{ADDRESS},{ADDRESS}"),
]

CERTIFICATES = [
    Vector("the root is sent too", chain="with the root"),
    Vector("a certificate too many", chain="with a stranger behind"),
    Vector("for any use", chain="no usage"),
    Vector("one name of two", chain="more names"),
    Vector("valid from tomorrow", R.EXPIRED, chain="of tomorrow"),
    Vector("a wildcard that fits", R.NAME, chain="a wildcard"),
    Vector("the name as subject only", R.NAME, chain="no name"),
    Vector("a longer name", R.NAME, chain="a longer name"),
    Vector("the chain is cut off", R.NOT_TRUSTED, chain="cut off"),
    Vector("the first certificate is cut off", R.NOT_CERTIFICATES, chain="cut in the first"),
    Vector("the wrong one first", R.NAME, chain="authority first"),
    Vector("the leaf is another's", R.SIGNATURE, chain="another key"),
    Vector("an authority that expired", R.NOT_TRUSTED, chain="old authority"),
    Vector("signed by itself", R.NOT_TRUSTED, chain="self-signed"),
    Vector("a root of nobody", R.NOT_TRUSTED, chain="a strange root"),
    Vector("a root with a trusted name", R.NOT_TRUSTED, chain="a root of the same name"),
    Vector("signed by one that may not", R.NOT_TRUSTED, chain="by a leaf"),
    Vector("for clients only", R.NOT_TRUSTED, chain="for clients"),
    Vector("a key of 1024 bits", R.NOT_TRUSTED, chain="a weak key"),
    Vector("an authority with a key of 1024 bits", R.NOT_TRUSTED, chain="a weak authority"),
    Vector("a key of another kind", R.NOT_TRUSTED, chain="a key of another kind"),
    Vector("an empty file", R.NOT_CERTIFICATES, chain="nothing"),
    Vector("a page instead", R.NOT_CERTIFICATES, chain="a page"),
    Vector("junk as a certificate", R.NOT_CERTIFICATES, chain="junk in PEM"),
]


def url_safe(sent: bytes) -> str:
    """Return the signature in the other alphabet of base64."""
    return signature(sent).replace("+", "-").replace("/", "_") + "--__"


SIGNATURES = [
    Vector("no signature", R.NO_SIGNATURE, signature=lambda _: ""),
    Vector("a blank signature", R.NOT_BASE64, signature=lambda _: " "),
    Vector("url-safe base64", R.NOT_BASE64, signature=url_safe),
    Vector("letters of no alphabet", R.NOT_BASE64, signature=lambda _: "é" * 344),
    Vector(
        "sent twice", R.NOT_BASE64, signature=lambda sent: f"{signature(sent)},{signature(sent)}"
    ),
    Vector("half of it", R.SIGNATURE, signature=lambda sent: signature(sent)[:172]),
    Vector("too long", R.SIGNATURE, signature=lambda _: b64encode(bytes(4096)).decode()),
    Vector("all zeros", R.SIGNATURE, signature=lambda _: b64encode(bytes(256)).decode()),
    Vector("by another key", R.SIGNATURE, signature=lambda sent: signature(sent, key("another"))),
    Vector(
        "the same JSON, written otherwise",
        R.SIGNATURE,
        GOOD.replace(b'": ', b'":'),
        signature=lambda _: signature(GOOD),
    ),
]

BODIES = [
    Vector("an empty body", R.NO_REQUEST, b""),
    Vector("no JSON", R.NO_REQUEST, b"open nerve check"),
    Vector("a list", R.NO_REQUEST, b"[]"),
    Vector("latin-1", R.NO_REQUEST, '{"request": "é"}'.encode("latin-1")),
    Vector("a number JSON does not have", R.NO_REQUEST, b'{"request": NaN}'),
    Vector("an endless number", R.NO_REQUEST, b'{"a": ' + b"9" * 5000 + b"}"),
    Vector("nested too deep", R.NO_REQUEST, b"[" * 100_000),
    Vector("no request type", R.NO_REQUEST, envelope({"timestamp": stamp()})),
    Vector("no time stamp", R.NO_TIME, envelope(OUT)),
    Vector("a time stamp of null", R.NO_TIME, envelope(OUT | {"timestamp": None})),
    Vector("a time stamp as a number", R.NO_TIME, body(timestamp=NOW.timestamp())),
    Vector("a time stamp in words", R.NO_TIME, body(timestamp="now")),
    Vector("a year that there is not", R.NO_TIME, body(timestamp="0000-01-01T00:00:00Z")),
    Vector("the first year", R.TIME, body(timestamp="0001-01-01T00:00:00+14:00")),
    Vector("the last year", R.TIME, body(timestamp="9999-12-31T23:59:59-14:00")),
    Vector("a fraction of a second", None, body(timestamp="2026-11-21T12:00:00.123Z")),
    Vector("another time zone", None, body(timestamp="2026-11-21T14:00:00+02:00")),
    Vector("no time zone", None, body(timestamp="2026-11-21T12:00:00")),
    Vector("150 seconds old", None, body(-150)),
    Vector("150 seconds ahead", None, body(150)),
    Vector("an event an hour old", None, body(-3600, "AlexaSkillEvent.SkillEnabled")),
    Vector("an older event", R.TIME, body(-3601, "AlexaSkillEvent.SkillEnabled")),
    Vector("an event to come", R.TIME, body(151, "AlexaSkillEvent.SkillEnabled")),
    Vector("another skill", R.OTHER_SKILL, envelope(OUT | {"timestamp": stamp()}, "amzn1.other")),
    Vector("no skill", R.OTHER_SKILL, envelope(OUT | {"timestamp": stamp()}, "")),
]

VECTORS = [*SHARED, *ADDRESSES, *CERTIFICATES, *SIGNATURES, *BODIES]
each_vector = pytest.mark.parametrize("vector", VECTORS, ids=lambda one: one.title)


def sent(vector: Vector) -> Sent:
    """Return what arrives."""
    return Sent(vector.address, vector.signature(vector.body), vector.body)


def certificates(name: str = "amazon") -> Certificates:
    """Return the certificates of a chain, wherever it is looked for."""
    return Certificates([pki().root.certificate], lambda _: chain(name))


@each_vector
def test_every_vector_gets_its_verdict(vector: Vector) -> None:
    """Answered, or refused for the right reason."""
    keys = certificates(vector.chain)
    if vector.reason is None:
        verified(sent(vector), keys.key_at, SKILL, NOW.timestamp())
        return
    with pytest.raises(RefusedError) as refused:
        verified(sent(vector), keys.key_at, SKILL, NOW.timestamp())
    assert refused.value.reason == vector.reason


@each_vector
def test_whoever_asks_gets_a_400_and_only_the_log_says_why(
    vector: Vector, caplog: pytest.LogCaptureFixture
) -> None:
    """By HTTP, with the headers as they come."""
    caplog.set_level(logging.INFO)
    app = create_hosted(SKILL, certificates(vector.chain).key_at, NOW.timestamp)
    address, signed, data = sent(vector)
    given: Any = {"HTTP_SIGNATURECERTCHAINURL": address, "HTTP_SIGNATURE_256": signed}
    response = app.test_client().post("/alexa", data=data, environ_overrides=given)
    (line,) = [json.loads(one) for one in caplog.messages]
    if vector.reason is None:
        assert (response.status_code, line["error"]) == (200, "")
        return
    assert response.status_code == 400
    assert response.json == {"error": "The request was refused."}
    assert line["error"] == f"refused: {vector.reason}"


def test_every_reason_has_a_vector() -> None:
    """But two that need a network and a large body, which have tests of their own."""
    assert {one.reason for one in VECTORS} == {*Reason, None} - {R.NOT_FETCHED, R.TOO_LARGE}


def test_a_time_without_zone_is_utc_wherever_the_server_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not the machine's own."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        check_time({"type": "LaunchRequest", "timestamp": "2026-11-21T12:00:00"}, NOW.timestamp())
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "given",
    [
        {"SignatureCertChainUrl": ADDRESS, "Signature": signature(GOOD)},
        {"SIGNATURECERTCHAINURL": ADDRESS, "signature-256": signature(GOOD), "Signature": "old"},
    ],
    ids=["the old header alone", "letters of any case"],
)
def test_the_header_is_signature_256(given: dict[str, str]) -> None:
    """The old one, of SHA-1, counts for nothing; names have no case."""
    app = create_hosted(SKILL, certificates().key_at, NOW.timestamp)
    response = app.test_client().post("/alexa", data=GOOD, headers=given)
    assert response.status_code == (400 if len(given) == 2 else 200)


def test_the_normalised_address_is_fetched() -> None:
    """Not the text of the header."""
    assert certificate_address(f"HTTPS://S3.amazonaws.com:443/x/..{FILE}?a=1") == f"{ADDRESS}?a=1"


def test_no_mangled_header_is_more_than_refused() -> None:
    """Any bytes as address and signature: refused, and nothing else."""
    rolled, keys = chance("headers"), certificates()
    for _ in range(2000):
        parts = [bytearray(ADDRESS.encode()), bytearray(signature(GOOD), "ascii")]
        for part in rolled.sample(parts, rolled.randint(1, 2)):
            place = rolled.randrange(len(part))
            part[place : place + rolled.randint(0, 3)] = rolled.randbytes(rolled.randint(1, 3))
        address, signed = (part.decode("latin-1") for part in parts)
        if same(address, signed):
            continue
        with pytest.raises(RefusedError):
            verified(Sent(address, signed, GOOD), keys.key_at, SKILL, NOW.timestamp())


def same(address: str, signed: str) -> bool:
    """Return whether mangling left a header that means the same."""
    try:
        return b64decode(signed, validate=True) == b64decode(signature(GOOD)) and bool(
            certificate_address(address)
        )
    except (RefusedError, ValueError):
        return False

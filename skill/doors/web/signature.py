"""Whether Amazon sent a request, just now, for this skill: Amazon's own checks, in its order.

Nothing here has a clock or a network: the time is passed in, and so is what finds the key that
an address stands for. The signature is over the bytes as they came, so they are read as JSON
only after it was checked.
"""

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from posixpath import normpath
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from skill.doors.alexa.front import application_id
from skill.doors.web.bodies import BodyError, Json, read_json, request_of

TOLERANCE, EVENT_TOLERANCE = 150, 3600
"""Seconds that a request, and a skill event, may be old; no request may be more ahead."""
EVENT = "AlexaSkillEvent."

FOLDER = "/echo.api/"
_ADDRESS = re.compile(
    r"(?i:https://s3\.amazonaws\.com)(?::443)?(?P<path>/[\w.~/-]*)(?P<query>\?[\w.~=&-]*)?",
    re.ASCII,
)
"""Only characters that mean themselves: no user, no escape, no fragment, no blank."""


class Reason(StrEnum):
    """Why a request is refused: for the log, and without a word of the request."""

    NO_ADDRESS = "there is no SignatureCertChainUrl header"
    NO_SIGNATURE = "there is no Signature-256 header"
    ADDRESS = "SignatureCertChainUrl is no address that Amazon keeps certificates at"
    NOT_FETCHED = "the certificates could not be fetched"
    NOT_CERTIFICATES = "what was fetched is no chain of certificates"
    EXPIRED = "the certificate is not valid at this time"
    NAME = "the certificate is not for echo-api.amazon.com"
    NOT_TRUSTED = "the certificates do not lead to a trusted root, or are not fit to"
    NOT_BASE64 = "the signature is not base64"
    SIGNATURE = "the signature is not of this body by this certificate"
    TOO_LARGE = "the body is too large"
    NO_REQUEST = "the body is no request"
    NO_TIME = "the request has no time stamp"
    TIME = "the request is too old, or from the future"
    OTHER_SKILL = "the request is for another skill"


class RefusedError(Exception):
    """A request that is not answered."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Sent(NamedTuple):
    """What of a request its signature is about; a header that is not there is empty."""

    address: str
    signature: str
    body: bytes


KeyAt = Callable[[str, float], RSAPublicKey]
"""Address and time -> the trusted key that is there; raises RefusedError when there is none."""


def verified(sent: Sent, key_at: KeyAt, skill_id: str, now: float) -> Json:
    """Return the request's envelope; raise RefusedError unless every check holds."""
    if not sent.address:
        raise RefusedError(Reason.NO_ADDRESS)
    if not sent.signature:
        raise RefusedError(Reason.NO_SIGNATURE)
    key = key_at(certificate_address(sent.address), now)
    check_signature(key, sent.signature, sent.body)
    try:
        event = read_json(sent.body)
        asked = request_of(event)
    except BodyError:
        raise RefusedError(Reason.NO_REQUEST) from None
    check_time(asked, now)
    if application_id(event) != skill_id:
        raise RefusedError(Reason.OTHER_SKILL)
    return event


def certificate_address(header: str) -> str:
    """Return the address to fetch, normalised; raise RefusedError unless it is Amazon's."""
    form = _ADDRESS.fullmatch(header)
    if form is None or not (path := normpath(form["path"])).startswith(FOLDER):
        raise RefusedError(Reason.ADDRESS)
    return f"https://s3.amazonaws.com{path}{form['query'] or ''}"


def check_signature(key: RSAPublicKey, signature: str, body: bytes) -> None:
    """Raise RefusedError unless the key signed exactly these bytes."""
    try:
        key.verify(b64decode(signature, validate=True), body, PKCS1v15(), SHA256())
    except InvalidSignature:
        raise RefusedError(Reason.SIGNATURE) from None
    except ValueError:
        raise RefusedError(Reason.NOT_BASE64) from None


def check_time(asked: Json, now: float) -> None:
    """Raise RefusedError unless the request is of now; a skill event may come late."""
    try:
        sent = datetime.fromisoformat(asked["timestamp"])
    except (KeyError, TypeError, ValueError):
        raise RefusedError(Reason.NO_TIME) from None
    age = now - (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).timestamp()
    oldest = EVENT_TOLERANCE if asked["type"].startswith(EVENT) else TOLERANCE
    if not -TOLERANCE <= age <= oldest:
        raise RefusedError(Reason.TIME)

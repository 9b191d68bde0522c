"""The keys that Amazon signs with: fetched, checked up to a trusted root, and kept for a while."""

import ssl
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from threading import Lock
from time import monotonic
from typing import NamedTuple
from urllib.parse import urlsplit

import certifi
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.doors.web.signature import Reason, RefusedError

NAME = "echo-api.amazon.com"

SHORTEST_KEY = 2048
"""Bits; the chain's own check looks at those of authorities only."""

TIMEOUT = 3.0
"""Seconds for a connection, for each answer on it, and for all that is read; Alexa waits eight."""
LARGEST_CHAIN = 64 * 1024
"""Bytes; Amazon's is about eight thousand."""
KEPT = 24 * 3600
"""Seconds until a chain is fetched again, however long it is valid."""
MOST_KEPT = 8

Fetch = Callable[[str], bytes]
"""Address -> what is there; raises OSError when that cannot be had."""

_OK = 200
_PIECE = 8192
_UNREADABLE = (
    ValueError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)


class Chain(NamedTuple):
    """A chain that was trusted once: its key, and when all of it is valid, in seconds."""

    key: RSAPublicKey
    since: float
    until: float
    fetched: float

    def holds(self, now: float) -> bool:
        """Return whether it can be trusted still without fetching it again."""
        return self.since <= now <= self.until and 0 <= now - self.fetched < KEPT


class Certificates:
    """Finds the key at an address, and keeps the last few."""

    def __init__(self, roots: Sequence[x509.Certificate], fetch: Fetch) -> None:
        self._store = Store(list(roots))
        self._fetch = fetch
        self._kept: dict[str, Chain] = {}
        self._lock = Lock()

    def key_at(self, address: str, now: float) -> RSAPublicKey:
        """Return the key of a chain that is trusted now; raise RefusedError when none is."""
        with self._lock:
            chain = self._kept.pop(address, None)
        if chain is None or not chain.holds(now):
            chain = trusted(self._fetched(address), self._store, now)
        with self._lock:
            self._kept[address] = chain  # the last used last
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return chain.key

    def _fetched(self, address: str) -> bytes:
        try:
            return self._fetch(address)
        except OSError:
            raise RefusedError(Reason.NOT_FETCHED) from None


def trusted(pem: bytes, store: Store, now: float) -> Chain:
    """Return the chain of certificates, the signer's first; raise RefusedError for any other."""
    moment = datetime.fromtimestamp(now, UTC)
    try:
        leaf, *others = x509.load_pem_x509_certificates(pem)
        key, names = leaf.public_key(), _names(leaf)
    except _UNREADABLE:
        raise RefusedError(Reason.NOT_CERTIFICATES) from None
    if not leaf.not_valid_before_utc <= moment <= leaf.not_valid_after_utc:
        raise RefusedError(Reason.EXPIRED)
    if NAME not in names:
        raise RefusedError(Reason.NAME)
    policy = PolicyBuilder().store(store).time(moment)
    try:
        path = policy.build_server_verifier(x509.DNSName(NAME)).verify(leaf, others)
    except VerificationError:
        raise RefusedError(Reason.NOT_TRUSTED) from None
    if not isinstance(key, RSAPublicKey) or key.key_size < SHORTEST_KEY:
        raise RefusedError(Reason.NOT_TRUSTED)
    since = max(one.not_valid_before_utc for one in path).timestamp()
    return Chain(key, since, min(one.not_valid_after_utc for one in path).timestamp(), now)


def _names(leaf: x509.Certificate) -> list[str]:
    """Return the names that a certificate is for, as they are written: a wildcard is none."""
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    return [name.lower() for name in names.get_values_for_type(x509.DNSName)]


# --- the network --------------------------------------------------------------------------------


def trust(extra: str | None = None) -> ssl.SSLContext:
    """Return whom to trust: certifi's roots, and those of a PEM file.

    Raises OSError for a file that holds none.
    """
    context = ssl.create_default_context(cafile=certifi.where())
    if extra:
        context.load_verify_locations(cafile=extra)
    return context


def roots_of(context: ssl.SSLContext) -> list[x509.Certificate]:
    """Return the roots that a context trusts, without those that cannot be read."""
    with warnings.catch_warnings():
        # Some old roots have a serial number of zero, and will not be read one day.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        return list(readable(context.get_ca_certs(binary_form=True)))


def readable(certificates: Iterable[bytes]) -> Iterator[x509.Certificate]:
    """Yield those of some certificates that can be read."""
    for der in certificates:
        with suppress(ValueError):
            yield x509.load_der_x509_certificate(der)


def download(address: str, context: ssl.SSLContext, timeout: float = TIMEOUT) -> bytes:
    """Return what is at an https address; raise OSError for anything but all of it, in time.

    A redirect is not followed, no proxy is asked, and what is too large is not read.
    """
    end = monotonic() + timeout
    parts = urlsplit(address)
    connection = HTTPSConnection(parts.netloc, timeout=timeout, context=context)
    try:
        connection.request("GET", parts._replace(scheme="", netloc="").geturl())
        return _read(connection.getresponse(), end)
    except HTTPException as error:
        raise OSError(type(error).__name__) from None
    finally:
        connection.close()


def _read(response: HTTPResponse, end: float) -> bytes:
    if response.status != _OK:
        raise OSError(f"answered {response.status}")
    body = b""
    while piece := response.read1(_PIECE):
        body += piece
        if len(body) > LARGEST_CHAIN or monotonic() > end:
            raise OSError("too much, or too slow")
    return body

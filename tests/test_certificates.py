"""Certificates are fetched with care, kept while they are valid, and trusted by few."""

import ssl
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from callers import chance
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.verification import Store
from pki import ADDRESS, NOW, Signer, authority, leaf, pki

from skill.doors.web.certificates import (
    KEPT,
    LARGEST_CHAIN,
    MOST_KEPT,
    Certificates,
    download,
    readable,
    roots_of,
    trust,
    trusted,
)
from skill.doors.web.signature import Reason, RefusedError

START = NOW.timestamp()
DAY = 24 * 3600
PUBLIC = pki().amazon.certificate.public_key()


class Served:
    """What is at every address, and which were asked for."""

    def __init__(self, chain: bytes) -> None:
        self.chain = chain
        self.asked: list[str] = []

    def __call__(self, address: str) -> bytes:
        """Return it; no bytes at all stand for a network that fails."""
        self.asked.append(address)
        if not self.chain:
            raise OSError
        return self.chain


def kept(chain: bytes) -> tuple[Certificates, Served]:
    """Return certificates that trust the root of the tests, and what they fetch."""
    served = Served(chain)
    return Certificates([pki().root.certificate], served), served


# --- the cache ------------------------------------------------------------------------------------


def test_a_chain_is_fetched_once_a_day() -> None:
    """However often its key is asked for."""
    certificates, served = kept(pki().chain)
    for seconds in (0, 1, KEPT - 1, KEPT, KEPT + 5, 2 * KEPT):
        certificates.key_at(ADDRESS, START + seconds)
    assert len(served.asked) == 3


def test_a_kept_chain_is_not_trusted_a_second_longer_than_it_is_valid() -> None:
    """Nor before it is, should the clock be set back; the next one is taken at once."""
    ending = leaf(pki().between, ends=1)
    certificates, served = kept(ending.pem + pki().between.pem)
    certificates.key_at(ADDRESS, START + DAY)
    for moment in (START + DAY + 1, START - 2 * DAY):
        with pytest.raises(RefusedError) as refused:
            certificates.key_at(ADDRESS, moment)
        assert refused.value.reason == Reason.EXPIRED
    served.chain = pki().chain
    assert certificates.key_at(ADDRESS, START + DAY + 1) == PUBLIC


def test_a_chain_is_valid_as_long_as_all_of_it() -> None:
    """An authority that ends before the certificate ends the trust in it."""
    short = authority("Test Short Authority", pki().root, ends=1)
    pem = leaf(short, ends=30).pem + short.pem
    chain = trusted(pem, Store([pki().root.certificate]), START)
    assert chain.until == START + DAY
    assert not chain.holds(START + DAY + 1)


def test_a_failure_is_not_kept() -> None:
    """The next request tries again."""
    certificates, served = kept(b"")
    with pytest.raises(RefusedError) as refused:
        certificates.key_at(ADDRESS, START)
    assert refused.value.reason == Reason.NOT_FETCHED
    served.chain = pki().chain
    assert certificates.key_at(ADDRESS, START) == PUBLIC


def test_few_chains_are_kept_and_those_in_use_stay() -> None:
    """Whoever makes up addresses fills nothing and drives nobody out."""
    certificates, served = kept(pki().chain)
    for number in range(5 * MOST_KEPT):
        certificates.key_at(ADDRESS, START)
        certificates.key_at(f"{ADDRESS}?{number}", START)
    assert served.asked.count(ADDRESS) == 1
    assert len(served.asked) == 1 + 5 * MOST_KEPT
    certificates.key_at(f"{ADDRESS}?0", START)
    assert served.asked.count(f"{ADDRESS}?0") == 2


def test_threads_share_the_cache() -> None:
    """Eight at once all get the key."""
    certificates, _ = kept(pki().chain)
    addresses = [f"{ADDRESS}?{number % 20}" for number in range(2000)]
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda one: certificates.key_at(one, START), addresses))
    assert keys == [PUBLIC] * 2000


def test_no_damaged_chain_is_more_than_refused() -> None:
    """Certificates with bytes changed anywhere: trusted as they were, or refused."""
    rolled, store = chance("certificates"), Store([pki().root.certificate])
    parts = [one.certificate.public_bytes(Encoding.DER) for one in (pki().amazon, pki().between)]
    verdicts = set()
    for _ in range(1500):
        damaged = [bytearray(part) for part in parts]
        for _ in range(rolled.randint(1, 3)):
            part = rolled.choice(damaged)
            place = rolled.randrange(len(part))
            part[place : place + rolled.randint(0, 2)] = rolled.randbytes(rolled.randint(0, 2))
        pem = "".join(ssl.DER_cert_to_PEM_cert(bytes(part)) for part in damaged)
        try:
            trusted(pem.encode(), store, START)
        except RefusedError as error:
            verdicts.add(error.reason)
    assert {Reason.NOT_CERTIFICATES, Reason.NOT_TRUSTED} <= verdicts


# --- whom to trust --------------------------------------------------------------------------------


def test_the_roots_that_amazon_uses_are_trusted() -> None:
    """Its own four, and many others; the test's is none of them."""
    names = {root.subject.rfc4514_string().split(",")[0] for root in roots_of(trust())}
    assert {f"CN=Amazon Root CA {number}" for number in range(1, 5)} <= names
    assert len(names) > 80
    assert "CN=Test Root" not in names


def test_a_root_that_cannot_be_read_is_left_out() -> None:
    """One bad one in the bundle must not keep the server from starting."""
    root = pki().root.certificate
    assert list(readable([b"junk", root.public_bytes(Encoding.DER)])) == [root]


def test_a_root_can_be_added(tmp_path: Path) -> None:
    """For the day on which Amazon uses one that the bundle does not have yet."""
    file = tmp_path / "roots.pem"
    file.write_bytes(pki().root.pem)
    certificates = Certificates(roots_of(trust(str(file))), lambda _: pki().chain)
    assert certificates.key_at(ADDRESS, START) == PUBLIC


# --- the network ----------------------------------------------------------------------------------


class Shelf(BaseHTTPRequestHandler):
    """Serves what the tests fetch."""

    def do_GET(self) -> None:
        """Answer by the path."""
        match self.path:
            case "/chain.pem?a=1":
                self.answer(200, b"a chain")
            case "/moved":
                self.answer(302, b"", Location="/chain.pem?a=1")
            case "/large":
                self.answer(200, b"x" * (LARGEST_CHAIN + 1))
            case "/largest":
                self.answer(200, b"x" * LARGEST_CHAIN)
            case "/slow":
                self.drip()
            case "/silent":
                time.sleep(1)
            case "/junk":
                self.wfile.write(b"what?\r\n\r\n")
            case _:
                self.answer(404, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """Send a whole response."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Send a byte now and then, each in time, for longer than anybody would wait."""
        self.answer(200, b"")
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def shelf(folder: Path, signer: Signer) -> Iterator[str]:
    """Serve by https on this machine; yield the address."""
    file = folder / "server.pem"
    secret = signer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(signer.pem + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with Quiet(("127.0.0.1", 0), Shelf) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"https://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


class Quiet(HTTPServer):
    """A server to which clients may hang up."""

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


LONG = 36500
"""Days: TLS has a clock of its own."""


@pytest.fixture(scope="module")
def tls_root() -> Signer:
    """Return the root that the shelf's certificate is by."""
    return authority("Test TLS Root", ends=LONG)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, tls_root: Signer) -> Iterator[str]:
    """Serve as localhost."""
    server = leaf(tls_root, names=("localhost",), starts=-300, ends=LONG)
    with shelf(tmp_path_factory.mktemp("shelf"), server) as found:
        yield found


@pytest.fixture
def context(tls_root: Signer, tmp_path: Path) -> ssl.SSLContext:
    """Return the trust in that root."""
    file = tmp_path / "root.pem"
    file.write_bytes(tls_root.pem)
    return trust(str(file))


@pytest.mark.parametrize(
    ("path", "body"), [("/chain.pem?a=1", b"a chain"), ("/largest", b"x" * LARGEST_CHAIN)]
)
def test_what_is_there_is_fetched(
    address: str, context: ssl.SSLContext, path: str, body: bytes
) -> None:
    """By https, to the last byte."""
    assert download(address + path, context) == body


@pytest.mark.parametrize("path", ["/moved", "/large", "/slow", "/silent", "/junk", "/nothing"])
def test_anything_else_is_not_fetched(address: str, context: ssl.SSLContext, path: str) -> None:
    """Redirects are not followed; nobody waits long or reads much."""
    began = time.monotonic()
    with pytest.raises(OSError, match=r"\S"):
        download(address + path, context, 0.5)
    assert time.monotonic() - began < 3


def stranger(address: str) -> str:
    """Return the address under a name that the certificate is not for."""
    return address.replace("localhost", "127.0.0.1")


def nobody(address: str) -> str:
    """Return an address where nothing listens."""
    return address.rsplit(":", 1)[0] + ":1"


@pytest.mark.parametrize("change", [stranger, nobody])
def test_only_the_right_server_is_asked(
    address: str, context: ssl.SSLContext, change: Callable[[str], str]
) -> None:
    """Another name, or nobody there."""
    with pytest.raises(OSError, match=r"\S"):
        download(change(address) + "/chain.pem?a=1", context, 0.5)


def test_a_server_that_is_not_trusted_is_not_read(address: str) -> None:
    """Its certificate leads to no root that ships."""
    with pytest.raises(ssl.SSLCertVerificationError):
        download(f"{address}/chain.pem?a=1", trust())

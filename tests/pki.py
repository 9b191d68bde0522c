"""Certificates and signatures as Amazon would make them, by keys made once a run."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256, HashAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
"""When every test takes place."""
ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"
AMAZON = "echo-api.amazon.com"
SERVER = (ExtendedKeyUsageOID.SERVER_AUTH,)
CLIENT = (ExtendedKeyUsageOID.CLIENT_AUTH,)

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def key(name: str, bits: int = 2048) -> rsa.RSAPrivateKey:
    """Return the RSA key of a name."""
    assert name
    return rsa.generate_private_key(65537, bits)


class Signer(NamedTuple):
    """A certificate, and the key to it."""

    certificate: x509.Certificate
    key: Key

    @property
    def pem(self) -> bytes:
        """Return the certificate as it is served."""
        return self.certificate.public_bytes(Encoding.PEM)


def named(name: str) -> x509.Name:
    """Return a name as certificates have it."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def authority(name: str, by: Signer | None = None, *, ends: int = 1000, bits: int = 2048) -> Signer:
    """Return an authority: a root, or one that another vouches for."""
    own = key(name, bits)
    builder = _begun(name, own, by, -300, ends).add_extension(
        _usage("digital_signature", "key_cert_sign", "crl_sign"), critical=True
    )
    return _signed(builder.add_extension(x509.BasicConstraints(True, None), critical=True), own, by)  # noqa: FBT003


def leaf(  # noqa: PLR0913 - one keyword for each thing that can be wrong
    by: Signer,
    *,
    names: Sequence[str] = (AMAZON,),
    usage: Sequence[x509.ObjectIdentifier] = SERVER,
    own: Key | None = None,
    starts: int = -1,
    ends: int = 30,
) -> Signer:
    """Return a certificate to sign requests with; the days count from NOW."""
    own = own or key("leaf")
    builder = _begun(AMAZON, own, by, starts, ends)
    builder = builder.add_extension(x509.BasicConstraints(False, None), critical=True)  # noqa: FBT003
    builder = builder.add_extension(_usage("digital_signature", "key_encipherment"), critical=True)
    if names:
        listed = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        builder = builder.add_extension(listed, critical=False)
    if usage:
        builder = builder.add_extension(x509.ExtendedKeyUsage(usage), critical=False)
    return _signed(builder, own, by)


def _usage(*allowed: str) -> x509.KeyUsage:
    """Return what a key may be used for."""
    uses = (
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement "
        "key_cert_sign crl_sign encipher_only decipher_only"
    )
    return x509.KeyUsage(**{use: use in allowed for use in uses.split()})


def _begun(
    name: str, own: Key, by: Signer | None, starts: int, ends: int
) -> x509.CertificateBuilder:
    issuer = by.certificate.subject if by else named(name)
    identifier = x509.SubjectKeyIdentifier.from_public_key(own.public_key())
    public = (by.key if by else own).public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(issuer)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=starts))
        .not_valid_after(NOW + timedelta(days=ends))
        .add_extension(identifier, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
    )


def _signed(builder: x509.CertificateBuilder, own: Key, by: Signer | None) -> Signer:
    return Signer(builder.sign(by.key if by else own, SHA256()), own)


class Pki(NamedTuple):
    """A root that is trusted, an authority below it, and Amazon's certificate."""

    root: Signer
    between: Signer
    amazon: Signer

    @property
    def chain(self) -> bytes:
        """Return what Amazon serves."""
        return self.amazon.pem + self.between.pem


@cache
def pki() -> Pki:
    """Return the certificates of this run."""
    root = authority("Test Root")
    between = authority("Test Authority", root)
    return Pki(root, between, leaf(between))


def signature(body: bytes, own: Key | None = None, by: HashAlgorithm | None = None) -> str:
    """Return what the Signature-256 header says of a body."""
    own = own or key("leaf")
    assert isinstance(own, rsa.RSAPrivateKey)
    return b64encode(own.sign(body, PKCS1v15(), by or SHA256())).decode()


def headers(body: bytes, address: str = ADDRESS) -> dict[str, str]:
    """Return the headers that Amazon sends with a body."""
    return {"SignatureCertChainUrl": address, "Signature-256": signature(body)}

"""Certificates: an authority that can speak for a stadium's machines and for nobody else, and what it signs.

Source: RFC 5280 (4.2.1.10 name constraints, 4.2.1.6 names); CA/Browser Forum Baseline Requirements, 6.3.2;
NIST SP 800-57 part 1, table 2 (P-256: 128 bits).
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pacelight.errors import OutputError
from pacelight.web.addresses import is_number

__all__ = ["AUTHORITY_DAYS", "LEAF_DAYS", "Signed", "fingerprint", "names_of", "new_authority", "new_leaf"]

AUTHORITY_DAYS = 5 * 365
LEAF_DAYS = 30
"""A certificate that is stolen is worth little for long; browsers take none of more than 825 days from an
authority that a person has installed."""

_NEAR = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16")
_NEAR_6 = ("fc00::/7", "fe80::/10", "::1/128")
"""Numbers of networks that are nobody else's. Source: RFC 1918, RFC 4193, RFC 4291, RFC 3927."""

_BEFORE = timedelta(hours=1)
"""Clocks of phones without a network are behind now and then."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """The certificate, as files have it."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """The key, for its owner alone."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def new_authority(name: str, names: Iterable[str], now: datetime) -> Signed:
    """An authority that can vouch for these names, for ``.local`` and for numbers of private networks alone.

    Args:
        name: by which phones list it.
        names: hosts outside those networks, if any.
        now: from when it is good.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name[:64]),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Pacelight"),
        ]
    )
    public = key.public_key()
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        _begun(subject, subject, public, now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints(_permitted(names), None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Signed(certificate, key)


def new_leaf(authority: Signed, names: Sequence[str], now: datetime) -> Signed:
    """What the web process shows to browsers: good for these names and numbers.

    Raises:
        OutputError: one of them is none, or the authority cannot vouch for it.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    public = key.public_key()
    for name in names:
        if not _vouches(authority.certificate, name):
            raise OutputError(
                f"this authority cannot vouch for '{name}': begin another one with --name {name}"
            )
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    issuer = authority.certificate.subject
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    certificate = (
        _begun(subject, issuer, public, now, LEAF_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_name(name) for name in names]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False
        )
        .sign(authority.key, hashes.SHA256())
    )
    return Signed(certificate, key)


def names_of(leaf: x509.Certificate) -> tuple[str, ...]:
    """The names and numbers that a certificate is good for."""
    found = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return tuple(str(one.value) for one in found)


def fingerprint(certificate: x509.Certificate) -> str:
    """By which people compare a certificate: SHA-256, as phones show it."""
    digest = hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest().upper()
    return ":".join(digest[at : at + 2] for at in range(0, len(digest), 2))


def _begun(
    subject: x509.Name, issuer: x509.Name, public: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + timedelta(days=days))
    )


def _permitted(names: Iterable[str]) -> list[x509.GeneralName]:
    nets: list[IPv4Network | IPv6Network] = [ip_network(net) for net in (*_NEAR, *_NEAR_6)]
    hosts = ["local", "localhost"]
    for name in names:
        if not is_number(name):
            hosts.append(name)
        elif not any(ip_address(name) in net for net in nets):
            nets.append(ip_network(name))
    return [*map(x509.DNSName, dict.fromkeys(hosts)), *map(x509.IPAddress, nets)]


def _vouches(authority: x509.Certificate, name: str) -> bool:
    permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
    for one in permitted or ():
        if isinstance(one, x509.IPAddress):
            net = ip_network(str(one.value))
            if is_number(name) and ip_address(name) in net:
                return True
        elif not is_number(name) and f".{name}".endswith(f".{one.value}"):
            return True
    return False


def _name(text: str) -> x509.GeneralName:
    if is_number(text):
        return x509.IPAddress(ip_address(text))
    try:
        return x509.DNSName(text)
    except ValueError as error:
        raise OutputError(f"not the name of a machine: '{text}' (write laptop.local)") from error

"""The folder in which an authority and the certificate that it signed are kept."""

import os
import re
import ssl
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from pacelight.errors import OutputError, StoreError
from pacelight.web.addresses import is_number
from pacelight.web.tls.certificate import Signed, fingerprint, names_of, new_authority, new_leaf

__all__ = ["Folder", "Shown"]

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is in the folder, to be shown.

    Attributes:
        fingerprint: of the authority, SHA-256, as phones show it.
        names: what the certificate is good for.
        signs: the authority's key is here, so that certificates can be renewed here.
    """

    authority: str
    fingerprint: str
    authority_until: datetime
    names: tuple[str, ...]
    until: datetime
    signs: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the files are: `authority.pem`, `authority.key`, `server.pem`, `server.key`.

    Keys are readable to their owner alone.
    """

    path: Path

    @property
    def authority(self) -> Path:
        """The authority's certificate: public, for phones to install."""
        return self.path / "authority.pem"

    @property
    def authority_key(self) -> Path:
        """Its key; only who renews needs it."""
        return self.path / "authority.key"

    @property
    def server(self) -> Path:
        """The certificate of the web process."""
        return self.path / "server.pem"

    @property
    def server_key(self) -> Path:
        """Its key."""
        return self.path / "server.key"

    def begin(self, name: str, names: Sequence[str], now: datetime) -> Shown:
        """A new authority, and its first certificate.

        Args:
            name: by which phones list the authority.
            names: of the machine, and its numbers.
            now: from when they are good.

        Raises:
            OutputError: there is one already, or a name is none.
            StoreError: the folder cannot be written.
        """
        wanted = _checked(names)
        if self.authority.exists():
            raise OutputError(
                f"{self.path} holds an authority that phones may trust: renew it, or name another"
            )
        signer = new_authority(name, wanted, now)
        leaf = new_leaf(signer, wanted, now)
        self._write(self.authority_key, signer.key_pem, 0o600)
        self._write(self.authority, signer.pem, 0o644)
        self._keep(leaf)
        return self.show()

    def renew(self, now: datetime, names: Sequence[str] = ()) -> Shown:
        """A new certificate for the names of the last one and these.

        Raises:
            OutputError: no authority with its key is there, or it cannot vouch for a name.
            StoreError: the folder cannot be written.
        """
        signer = Signed(_certificate(self.authority), _key(self.authority_key))
        wanted = tuple(dict.fromkeys((*names_of(_certificate(self.server)), *_checked(names))))
        self._keep(new_leaf(signer, wanted, now))
        return self.show()

    def show(self) -> Shown:
        """What is there.

        Raises:
            OutputError: nothing, or something else.
        """
        authority, server = _certificate(self.authority), _certificate(self.server)
        name = authority.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value
        return Shown(
            authority=str(name),
            fingerprint=fingerprint(authority),
            authority_until=authority.not_valid_after_utc,
            names=names_of(server),
            until=server.not_valid_after_utc,
            signs=self.authority_key.exists(),
        )

    def der(self) -> bytes:
        """The authority's certificate, as phones install it."""
        return _certificate(self.authority).public_bytes(Encoding.DER)

    def context(self, now: datetime) -> ssl.SSLContext:
        """What a server speaks TLS with: 1.2 or 1.3.

        Raises:
            OutputError: nothing to speak it with, or the certificate is good no more.
        """
        until = self.show().until
        if until <= now:
            raise OutputError(
                f"the certificate in {self.path} was good until {until:%Y-%m-%d}"
                f" (write: pacelight tls renew {self.path})"
            )
        _refuse_readable(self.server_key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.options |= ssl.OP_NO_RENEGOTIATION
        try:
            context.load_cert_chain(self.server, self.server_key)
        except (OSError, ssl.SSLError) as error:
            raise OutputError(f"the key in {self.path} is not that of its certificate: {error}") from error
        return context

    def _keep(self, leaf: Signed) -> None:
        self._write(self.server_key, leaf.key_pem, 0o600)
        self._write(self.server, leaf.pem, 0o644)

    def _write(self, path: Path, content: bytes, mode: int) -> None:
        """Whole or not at all."""
        new = path.with_suffix(f"{path.suffix}.new")
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            new.unlink(missing_ok=True)
            number = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
            with os.fdopen(number, "wb") as opened:
                opened.write(content)
            new.replace(path)
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}") from error


def _checked(names: Sequence[str]) -> tuple[str, ...]:
    lowered = tuple(dict.fromkeys(name.strip().lower().rstrip(".") for name in names))
    for name in lowered:
        if not (is_number(name) or (len(name) <= 253 and _LABEL.fullmatch(name))):  # noqa: PLR2004  # RFC 1035
            raise OutputError(f"not the name of a machine: '{name}' (write laptop.local, or 10.0.0.5)")
    return lowered


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        begin = f"begin with: pacelight tls init {path.parent}"
        raise OutputError(f"no {path.name} in {path.parent}: {error.strerror} ({begin})") from error


def _certificate(path: Path) -> x509.Certificate:
    content = _read(path)
    try:
        return x509.load_pem_x509_certificate(content)
    except ValueError as error:
        raise OutputError(f"{path} is no certificate") from error


def _key(path: Path) -> ec.EllipticCurvePrivateKey:
    content = _read(path)
    _refuse_readable(path)
    try:
        key = load_pem_private_key(content, None)
    except (ValueError, TypeError) as error:
        raise OutputError(f"{path} is no key") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise OutputError(f"{path} is not the key of an authority of ours")
    return key


def _refuse_readable(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise OutputError(f"no {path.name} in {path.parent}: {error.strerror}") from error
    if mode & _OTHERS:
        raise OutputError(f"others can read the key {path} (write: chmod 600 {path})")

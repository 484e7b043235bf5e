import os
import shutil
import socket
import ssl
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pacelight.errors import OutputError, StoreError
from pacelight.web.tls import certificate
from pacelight.web.tls.certificate import AUTHORITY_DAYS, LEAF_DAYS
from pacelight.web.tls.folder import Folder

NOW = datetime.now(UTC).replace(microsecond=0)
NAMES = ("tower.local", "localhost", "127.0.0.1", "::1", "10.0.0.5")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "tls")
    made.begin("Pacelight, tower", NAMES, NOW)
    return made


def spoken(folder: Folder, name: str, trusted: Path, **client: ssl.TLSVersion) -> str:
    """The version in which a client that trusts this authority and a server of this folder speak."""
    here, there = socket.socketpair()
    context = folder.context(NOW)

    def serve() -> None:
        try:
            with context.wrap_socket(there, server_side=True) as server:
                server.recv(1)
        except OSError:
            there.close()

    thread = threading.Thread(target=serve)
    thread.start()
    trusting = ssl.create_default_context(cafile=trusted)
    for option, value in client.items():
        setattr(trusting, option, value)
    try:
        with trusting.wrap_socket(here, server_hostname=name) as connection:
            return connection.version() or ""
    finally:
        here.close()
        thread.join()


@pytest.mark.parametrize("name", NAMES)
def test_who_trusts_the_authority_trusts_the_page_by_each_of_its_names(folder: Folder, name: str) -> None:
    assert spoken(folder, name, folder.authority) == "TLSv1.3"


def test_who_does_not_trust_it_does_not(folder: Folder, tmp_path: Path) -> None:
    other = Folder(tmp_path / "other")
    other.begin("Pacelight, other", NAMES, NOW)
    with pytest.raises(ssl.SSLCertVerificationError, match="unable to get local issuer"):
        spoken(folder, "tower.local", other.authority)
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        spoken(folder, "bank.example", folder.authority)


def test_tls_of_before_1_2_is_not_spoken(folder: Folder) -> None:
    assert folder.context(NOW).minimum_version is ssl.TLSVersion.TLSv1_2
    assert (
        spoken(folder, "tower.local", folder.authority, maximum_version=ssl.TLSVersion.TLSv1_2) == "TLSv1.2"
    )
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"), pytest.raises(ssl.SSLError):
        spoken(folder, "tower.local", folder.authority, maximum_version=ssl.TLSVersion.TLSv1_1)


def test_keys_are_their_owners_alone_whatever_the_mask(tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        made = Folder(tmp_path / "tls")
        made.begin("Pacelight", NAMES, NOW)
        made.renew(NOW)
    finally:
        os.umask(umask)
    modes = {path.name: path.stat().st_mode & 0o777 for path in made.path.iterdir()}
    assert modes == {"authority.key": 0o600, "authority.pem": 0o644, "server.key": 0o600, "server.pem": 0o644}
    assert made.path.stat().st_mode & 0o777 == 0o700


def test_a_key_that_others_can_read_is_refused(folder: Folder) -> None:
    folder.server_key.chmod(0o644)
    with pytest.raises(OutputError, match=r"others can read the key .*server\.key \(write: chmod 600"):
        folder.context(NOW)
    folder.authority_key.chmod(0o640)
    with pytest.raises(OutputError, match=r"others can read the key .*authority\.key"):
        folder.renew(NOW)


def test_what_is_signed_is_short_lived_and_can_be_renewed(folder: Folder) -> None:
    shown = folder.show()
    assert shown.until == NOW + timedelta(days=LEAF_DAYS)
    assert shown.authority_until == NOW + timedelta(days=AUTHORITY_DAYS)
    late = NOW + timedelta(days=LEAF_DAYS)
    with pytest.raises(OutputError, match=r"was good until .* \(write: pacelight tls renew"):
        folder.context(late)
    again = folder.renew(late, ["10.0.0.9"])
    assert again.names == (*shown.names, "10.0.0.9")
    assert (again.fingerprint, again.until) == (shown.fingerprint, late + timedelta(days=LEAF_DAYS))
    folder.context(late)


def test_an_authority_is_not_begun_over_another(folder: Folder) -> None:
    with pytest.raises(OutputError, match="holds an authority that phones may trust: renew it"):
        folder.begin("Pacelight", NAMES, NOW)


def test_without_the_authoritys_key_pages_are_served_and_nothing_is_signed(folder: Folder) -> None:
    folder.authority_key.unlink()
    assert not folder.show().signs
    folder.context(NOW)
    with pytest.raises(OutputError, match=r"no authority\.key"):
        folder.renew(NOW)


@pytest.mark.parametrize("name", ["bank.example", "8.8.8.8", "2001:db8::5"])
def test_an_authority_vouches_for_what_it_was_begun_for_and_private_networks_alone(
    folder: Folder, name: str
) -> None:
    with pytest.raises(OutputError, match=f"cannot vouch for '{name}'"):
        folder.renew(NOW, [name])


@pytest.mark.parametrize("name", ["bank.example", "8.8.8.8"])
def test_a_stolen_authority_is_believed_by_nobody_for_other_names(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Name constraints (RFC 5280, 4.2.1.10), as OpenSSL holds them."""
    monkeypatch.setattr(certificate, "_vouches", lambda *_: True)  # the thief does not ask
    folder.renew(NOW, [name])
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        spoken(folder, name, folder.authority)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here (Debian: openssl)")
def test_openssl_reads_the_same(folder: Folder) -> None:
    verified = subprocess.run(
        ["openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", folder.authority,
         folder.server],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert verified.stdout.strip().endswith(": OK"), verified.stderr
    told = subprocess.run(
        ["openssl", "x509", "-in", folder.authority, "-noout", "-fingerprint", "-sha256"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip().partition("=")[2] == folder.show().fingerprint


@pytest.mark.parametrize("name", ["", "a b", "-a", "a" * 64, "tower_local", "*.local", "a..b", "http://a"])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="not the name of a machine"):
        Folder(tmp_path / "x").begin("Pacelight", [name], NOW)


def test_what_is_not_there_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no authority.pem .* \(begin with: pacelight tls init"):
        Folder(tmp_path).show()
    (tmp_path / "authority.pem").write_text("nothing")
    with pytest.raises(OutputError, match="is no certificate"):
        Folder(tmp_path).show()
    with pytest.raises(StoreError, match="cannot be written: Not a directory"):
        Folder(tmp_path / "authority.pem" / "x").begin("Pacelight", ["a.local"], NOW)


def test_a_key_of_another_certificate_is_refused(folder: Folder, tmp_path: Path) -> None:
    other = Folder(tmp_path / "other")
    other.begin("Pacelight, other", NAMES, NOW)
    shutil.copy(other.server_key, folder.server_key)
    with pytest.raises(OutputError, match="is not that of its certificate"):
        folder.context(NOW)
    folder.authority_key.write_text("nothing")
    with pytest.raises(OutputError, match="is no key"):
        folder.renew(NOW)

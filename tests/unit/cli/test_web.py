"""`pacelight web`: a race, the record book, or both."""

import json
import os
import pty
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest


@contextmanager
def shown(folder: Path, *arguments: str) -> Iterator[str]:
    """The address of the pages, served from a folder with a home of its own."""
    environment = os.environ | dict.fromkeys(("XDG_DATA_HOME", "XDG_STATE_HOME"), str(folder / "home"))
    command = [sys.executable, "-m", "pacelight", "web", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder, env=environment) as web:
        assert web.stdout is not None
        yield web.stdout.readline().strip()
        web.terminate()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as page:  # noqa: S310  # our own
        text: str = page.read().decode()
        return text


def test_without_a_race_ones_own_book_is_shown(folder: Path) -> None:
    with shown(folder) as address:
        assert (folder / "home" / "pacelight" / "book.sqlite").is_file()
        page = read(f"{address}book/event/MILEsh/men?as_of=2025-02-12")
        assert "3:46.63" in page
        assert "The race</a>" not in page


def test_a_race_and_a_book_are_shown_together_and_know_each_other(folder: Path) -> None:
    from pacelight.book.asking.lists import Book

    Book.starter(folder / "one.sqlite").close()
    with shown(folder, "--bus", "bus", "--book", "one.sqlite") as address:
        assert '<a href="/book">The record book</a>' in read(f"{address}results")
        assert '<a href="/">The race</a>' in read(f"{address}book")
    assert not (folder / "home" / "pacelight" / "book.sqlite").exists()


def test_what_is_no_book_is_refused_at_once(refused: Callable[..., str]) -> None:
    assert "no book at nowhere.sqlite" in refused("web", "--port", "0", "--book", "nowhere.sqlite")


def test_who_sits_at_the_terminal_is_told_the_first_secret(folder: Path) -> None:
    """On a terminal of its own, as a real one sees it: the secret, used once, makes the director."""
    here, there = pty.openpty()
    access = folder / "access.sqlite"
    command = [
        sys.executable,
        "-m",
        "pacelight",
        "web",
        "--port",
        "0",
        "--bus",
        "bus",
        "--access",
        str(access),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=there, stdin=there, text=True, cwd=folder
    ) as web:
        os.close(there)
        assert web.stdout is not None
        address = web.stdout.readline().strip()
        said = ""
        while not (found := re.search(r"(http://127\.0\.0\.1:\d+/pair)#([0-9A-Z-]{19})\r\n", said)):
            said += os.read(here, 4096).decode()
        assert found[1] == f"{address}pair"
        assert "Nobody is director yet. Whoever opens this first is, within ten minutes" in said
        sign_in = urllib.request.Request(  # noqa: S310  # our own
            f"{address}api/session",
            json.dumps({"code": found[2]}).encode(),
            {"Content-Type": "application/json", "X-Pacelight": "1"},
        )
        with urllib.request.urlopen(sign_in, timeout=30) as answer:  # noqa: S310  # our own
            assert json.load(answer)["role"] == "director"
            cookie = answer.headers["set-cookie"]
        assert re.fullmatch(r"pacelight=[\w-]{43}; Path=/; Max-Age=64800; HttpOnly; SameSite=Strict", cookie)
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(sign_in, timeout=30)  # noqa: S310  # our own
        web.terminate()
    os.close(here)


def test_a_log_is_told_no_secret(folder: Path) -> None:
    command = [sys.executable, "-m", "pacelight", "web", "--port", "0", "--bus", "bus", "--access", "a"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder
    ) as web:
        assert web.stdout is not None
        assert web.stderr is not None
        web.stdout.readline()
        line = web.stderr.readline()
        web.terminate()
    assert (
        line
        == "pacelight: nobody is director yet (write: pacelight access pair --role director --access a)\n"
    )


def test_for_the_network_the_secret_is_a_picture_that_a_phone_reads(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pacelight.cli.web import opening
    from pacelight.meet.desk.roles import Role
    from pacelight.web.rights.session import Invitation
    from pacelight.web.tls.folder import Folder

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    Folder(folder / "keys").begin("Pacelight", ["10.0.0.5"], datetime.now(UTC))
    how = opening(folder / "a", folder / "keys", 8380, [], "10.0.0.5", trusts_network=False, asks=True)
    assert how.welcome is not None
    how.welcome(Invitation("K7QM2XNPK7QM2XNP", Role.DIRECTOR, "director", 0), "https://10.0.0.5:8370/")
    said = capsys.readouterr().err
    assert "https://10.0.0.5:8370/pair#K7QM-2XNP-K7QM-2XNP" in said
    assert "█" in said
    assert "A phone that does not trust it yet: http://10.0.0.5:8380/authority\n" in said


def test_opening_to_the_network_says_what_that_means(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pacelight.cli.web import opening
    from pacelight.web.tls.folder import Folder

    Folder(folder / "keys").begin("Pacelight", ["tower.local"], datetime.now(UTC))
    opening(folder / "a", None, None, [], "10.0.0.5", trusts_network=False, asks=True)
    assert "others see the page, and only this machine may ask anything" in capsys.readouterr().err
    for host, tls in (("127.0.0.1", None), ("10.0.0.5", folder / "keys")):
        opening(folder / "a", tls, None, [], host, trusts_network=False, asks=True)
        assert capsys.readouterr().err == ""


def test_a_certificate_that_is_soon_good_no_more_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from pacelight.cli.web import opening
    from pacelight.web.tls.folder import Folder

    for days, said in ((29, 1), (1, 0)):
        keys = folder / f"keys-{days}"
        Folder(keys).begin("Pacelight", ["tower.local"], datetime.now(UTC) - timedelta(days=days))
        opening(folder / "a", keys, None, [], "10.0.0.5", trusts_network=False, asks=True)
        assert capsys.readouterr().err.count(f"days more (write: pacelight tls renew {keys})") == said


def test_what_does_not_fit_together_is_refused(folder: Path, refused: Callable[..., str]) -> None:
    assert "name the certificate with --tls DIR" in refused("web", "--bus", "b", "--http-redirect", "80")
    assert "begin with: pacelight tls init nowhere" in refused("web", "--bus", "b", "--tls", "nowhere")
    (folder / "open").write_text("")
    (folder / "open").chmod(0o644)
    assert "chmod 600 open" in refused("web", "--bus", "b", "--port", "0", "--access", "open")


def test_of_others_nobody_reaches_a_page_that_was_not_opened_to_them(folder: Path) -> None:
    """Loopback by default; even there it is one number alone."""
    with shown(folder, "--bus", "bus", "--access", "a") as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)), pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port))


def test_where_people_only_watch_nobody_signs_in(folder: Path) -> None:
    with shown(folder, "--bus", "bus", "--watch-only") as address:
        assert "Results" in read(f"{address}results")
        for path in ("pair", "api/session"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                read(f"{address}{path}")
    assert not (folder / "home").exists()

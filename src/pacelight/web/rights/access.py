"""Who is signed in, and which codes let somebody in: one file that several web processes share.

Only hashes are kept of what lets anybody in. The file is its owner's alone.
Times are whole seconds since 1970 in UTC, and arguments.
"""

import hashlib
import os
import secrets
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Self

from pacelight.errors import OutputError, StoreError
from pacelight.meet.desk.roles import Role
from pacelight.web.addresses import is_loopback
from pacelight.web.rights import code
from pacelight.web.rights.session import IDLE_S, LONGEST_S, Invitation, Session, post
from pacelight.web.transaction import transaction

__all__ = ["EACH_ADDRESS", "EVERYBODY", "PAIRING_S", "WINDOW_S", "Access"]

PAIRING_S = 600
"""How long a code is good. Source: OWASP ASVS 5.0.0, 6.5.5 (at most 10 minutes)."""

WINDOW_S = 60
EACH_ADDRESS = 10
"""Attempts to pair in a minute from one address."""

EVERYBODY = 120
"""The same from all addresses of the network: at 40 bits a code is guessed once in 10^9 such codes.
This machine itself is not counted among them, so that nobody can keep the director out of it."""

_TOKEN = 32
"""Bytes of what a session is known by: 256 bits. Source: OWASP ASVS 5.0.0, 7.2.3 (at least 128)."""

_SEEN_EVERY_S = 60
_CODES = 256
"""Codes that may wait at once."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_VERSION = 1
_TABLES = """
CREATE TABLE salt (salt BLOB NOT NULL);
CREATE TABLE codes (
    digest BLOB PRIMARY KEY, role TEXT NOT NULL, by TEXT NOT NULL, until_s INTEGER NOT NULL,
    first INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE sessions (
    digest BLOB PRIMARY KEY, id TEXT NOT NULL UNIQUE, client TEXT NOT NULL, role TEXT NOT NULL,
    by TEXT NOT NULL, address TEXT NOT NULL, made_s INTEGER NOT NULL, seen_s INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE attempts (address TEXT NOT NULL, near INTEGER NOT NULL, at_s INTEGER NOT NULL);
"""
_SESSION = "id, client, role, by, address, made_s, seen_s"


class Access:
    """The file.

    Args:
        path: made if it is not there, for its owner alone.

    Raises:
        OutputError: others can read it, or it is something else.
        StoreError: it cannot be opened or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        _make(path)
        with _telling(path):
            # Each statement alone, transactions where they are written; requests come in several threads.
            self._file = sqlite3.connect(path, timeout=2, isolation_level=None, check_same_thread=False)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = FULL")
        try:
            self._salt = self._begun()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._file.close()

    def invite(self, role: Role, by: str, now_s: int) -> Invitation:
        """A code that lets somebody in, once and soon.

        Raises:
            OutputError: the name is none, or too many codes wait to be used.
        """
        return self._invite(role, post(by), now_s, first=False)

    def first(self, now_s: int) -> Invitation | None:
        """The secret with which everything begins; None where a director is signed in.

        What was drawn before and not used is good no more.
        """
        if any(one.role is Role.DIRECTOR for one in self.sessions(now_s)):
            return None
        with self._change() as file:
            file.execute("DELETE FROM codes WHERE first")
        return self._invite(Role.DIRECTOR, "director", now_s, first=True)

    def attempt(self, address: str, now_s: int) -> bool:
        """Whether one more attempt to pair may be made from there now; if so it counts."""
        near = is_loopback(address)
        with self._change() as file:
            file.execute("DELETE FROM attempts WHERE NOT at_s BETWEEN ? AND ?", (now_s - WINDOW_S, now_s))
            (here,) = file.execute("SELECT count(*) FROM attempts WHERE address = ?", (address,)).fetchone()
            (all_,) = file.execute("SELECT count(*) FROM attempts WHERE NOT near").fetchone()
            if here >= EACH_ADDRESS or (not near and all_ >= EVERYBODY):
                return False
            file.execute("INSERT INTO attempts VALUES (?, ?, ?)", (address, near, now_s))
        return True

    def pair(self, typed: str, address: str, now_s: int, *, before: str = "") -> tuple[str, Session] | None:
        """Let in who knows a code; it is used up. None where it lets nobody in.

        Args:
            typed: as it came.
            address: from where.
            now_s: when.
            before: the token of a session that this one takes the place of.

        Returns:
            a token that was never given before, and the session.
        """
        kept = code.digest(code.written(typed[: code.LONGEST]), self._salt)
        token = secrets.token_urlsafe(_TOKEN)
        with self._change() as file:
            row = file.execute(
                "DELETE FROM codes WHERE digest = ? AND until_s > ? RETURNING role, by", (kept, now_s)
            ).fetchone()
            if row is None:
                return None
            made = Session(
                secrets.token_hex(4), secrets.token_hex(8), Role(row[0]), row[1], address, now_s, now_s
            )
            file.execute("DELETE FROM sessions WHERE digest = ?", (_hashed(before),))
            values = (
                _hashed(token), made.id, made.client, made.role.value, made.by, address, now_s, now_s,
            )  # fmt: skip
            file.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        return token, made

    def session(self, token: str, now_s: int) -> Session | None:
        """Whose token this is; None where it is nobody's any more."""
        if not token:
            return None
        with self._ask() as file:
            row = file.execute(
                f"SELECT {_SESSION} FROM sessions WHERE digest = ?",  # noqa: S608  # names of columns
                (_hashed(token),),
            ).fetchone()
        found = None if row is None else _session(row)
        if found is None or not found.lives(now_s):
            return None
        if now_s - found.seen_s >= _SEEN_EVERY_S:
            # A disk that is full ends the session earlier; it does not keep anybody from a blackout.
            with suppress(StoreError), self._change() as file:
                file.execute("UPDATE sessions SET seen_s = ? WHERE id = ?", (now_s, found.id))
        return found

    def sessions(self, now_s: int) -> list[Session]:
        """Everybody who is signed in, the newest first."""
        with self._ask() as file:
            rows = file.execute(
                f"SELECT {_SESSION} FROM sessions ORDER BY made_s DESC, id"  # noqa: S608  # names of columns
            ).fetchall()
        return [one for one in map(_session, rows) if one.lives(now_s)]

    def revoke(self, identity: str) -> bool:
        """End a session at once; whether there was one."""
        with self._change() as file:
            return file.execute("DELETE FROM sessions WHERE id = ?", (identity,)).rowcount > 0

    def revoke_all(self, *, but: str = "") -> int:
        """End every session but that one, and every code that waits; how many sessions there were."""
        with self._change() as file:
            file.execute("DELETE FROM codes")
            return file.execute("DELETE FROM sessions WHERE id != ?", (but,)).rowcount

    def _invite(self, role: Role, by: str, now_s: int, *, first: bool) -> Invitation:
        made = Invitation(code.fresh(code.FIRST if first else code.LENGTH), role, by, now_s + PAIRING_S)
        kept = code.digest(made.code, self._salt)
        with self._change() as file:
            file.execute("DELETE FROM codes WHERE until_s <= ?", (now_s,))
            file.execute(
                "DELETE FROM sessions WHERE seen_s <= ? OR made_s <= ?", (now_s - IDLE_S, now_s - LONGEST_S)
            )
            if file.execute("SELECT count(*) FROM codes").fetchone()[0] >= _CODES:
                raise OutputError(f"{_CODES} codes wait to be used: use one, or wait some minutes")
            file.execute(
                "INSERT INTO codes VALUES (?, ?, ?, ?, ?)", (kept, role.value, by, made.until_s, first)
            )
        return made

    def _begun(self) -> bytes:
        """The salt of this file, whose tables are made if they are not there yet."""
        with self._change() as file:
            (version,) = file.execute("PRAGMA user_version").fetchone()
            if version not in {0, _VERSION}:
                raise OutputError(f"{self.path} is of another version of Pacelight: name another --access")
            if version == 0:
                for statement in _TABLES.split(";"):
                    file.execute(statement)
                file.execute("INSERT INTO salt VALUES (?)", (secrets.token_bytes(code.SALT),))
                file.execute(f"PRAGMA user_version = {_VERSION}")
            return bytes(file.execute("SELECT salt FROM salt").fetchone()[0])

    @contextmanager
    def _ask(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _telling(self.path):
            yield self._file

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction, whole or not at all."""
        with self._ask() as file, transaction(file):
            yield file


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"who is signed in cannot be kept in {path}: {error}") from error


def _make(path: Path) -> None:
    """An empty file for its owner alone, where there is none; one that others can read is refused."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreError(f"who is signed in cannot be kept in {path}: {error.strerror}") from error
    with closing(os.fdopen(number, "rb")) as opened:
        if os.fstat(opened.fileno()).st_mode & _OTHERS:
            raise OutputError(f"others can read who is signed in in {path} (write: chmod 600 {path})")


def _hashed(token: str) -> bytes:
    """What is kept of a token: with 256 bits it needs no salt and no slowness."""
    return hashlib.sha256(token.encode()).digest()


def _session(row: tuple[str, str, str, str, str, int, int]) -> Session:
    identity, client, role, by, address, made_s, seen_s = row
    return Session(identity, client, Role(role), by, address, made_s, seen_s)

"""The displays there are and what each shows: one file that several web processes share.

Times are whole seconds since 1970 in UTC, and arguments.
"""

import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from pacelight.errors import OutputError, StoreError
from pacelight.web.transaction import transaction

__all__ = ["ALIVE_S", "LONGEST_NAME", "LONGEST_TEXT", "MOST", "Display", "Displays", "Shows"]

MOST = 64
"""Displays at once: nobody fills the list from outside."""

ALIVE_S = 5
"""A display that has not asked for so long is taken to be off."""

FORGOTTEN_S = 18 * 3600
"""One that nobody has named or filled is forgotten after so long: a day of competition."""

LONGEST_NAME = 40
LONGEST_TEXT = 200

_SEEN_EVERY_S = 2
_TABLE = """
CREATE TABLE IF NOT EXISTS displays (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, shows TEXT NOT NULL,
    text TEXT NOT NULL, seen_s INTEGER NOT NULL
) WITHOUT ROWID
"""
_COLUMNS = "id, number, name, shows, text, seen_s"
_ALL = f"SELECT {_COLUMNS} FROM displays ORDER BY number"  # noqa: S608 - columns of our own
_ONE = f"SELECT {_COLUMNS} FROM displays WHERE id = ?"  # noqa: S608
_NEW = f"INSERT INTO displays ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608


class Shows(StrEnum):
    """What a display can show."""

    NUMBER = "number"
    """Which one it is: until somebody fills it."""
    SCOREBOARD = "scoreboard"
    """Clock, laps to go, and who is where."""
    CLOCK = "clock"
    START_LIST = "start-list"
    RESULTS = "results"
    RECORDS = "records"
    CODE = "code"
    """The public page as a QR code."""
    TEXT = "text"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Display:
    """A screen.

    Attributes:
        id: by which it asks; whoever knows it can be that display, and nothing else.
        number: by which people call it.
        name: where it hangs; empty until somebody says.
        text: of a message.
        seen_s: when it asked last.
    """

    id: str
    number: int
    name: str
    shows: Shows
    text: str
    seen_s: int


class Displays:
    """The file.

    Args:
        path: made if it is not there.

    Raises:
        StoreError: it cannot be opened or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        with self._telling():
            self._file = sqlite3.connect(path, timeout=2, isolation_level=None, check_same_thread=False)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute(_TABLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._file.close()

    def all(self) -> list[Display]:
        """All that are known, by number."""
        with self._telling(), self._lock:
            return [_display(row) for row in self._file.execute(_ALL)]

    def open(self, now_s: int) -> Display:
        """One more, with the lowest number that is free.

        Raises:
            OutputError: there are too many.
        """
        with self._telling(), self._lock, transaction(self._file):
            self._file.execute(
                "DELETE FROM displays WHERE seen_s < ? AND name = '' AND shows = ?",
                (now_s - FORGOTTEN_S, Shows.NUMBER),
            )
            taken = {number for (number,) in self._file.execute("SELECT number FROM displays")}
            if len(taken) >= MOST:
                raise OutputError(f"there are {MOST} displays already: take one away first")
            number = next(one for one in range(1, MOST + 1) if one not in taken)
            made = Display(secrets.token_urlsafe(16), number, "", Shows.NUMBER, "", now_s)
            values = (made.id, made.number, made.name, made.shows, made.text, made.seen_s)
            self._file.execute(_NEW, values)
        return made

    def ask(self, identity: str, now_s: int) -> Display | None:
        """What a display is to show, asked by itself; None where it is not known any more."""
        with self._telling(), self._lock:
            found = self._find(identity)
            if found is not None and now_s - found.seen_s >= _SEEN_EVERY_S:
                self._file.execute("UPDATE displays SET seen_s = ? WHERE id = ?", (now_s, identity))
        return found

    def fill(self, identity: str, shows: Shows, text: str, name: str) -> Display | None:
        """Say what a display shows, and where it hangs; None where it is not known any more.

        Raises:
            OutputError: the name or the text is too long, or has what cannot be printed.
        """
        name, text = _plain(name, "name", LONGEST_NAME), _plain(text, "text", LONGEST_TEXT)
        if shows is Shows.TEXT and not text:
            raise OutputError("a message has a text: write one, or show something else")
        with self._telling(), self._lock:
            self._file.execute(
                "UPDATE displays SET shows = ?, text = ?, name = ? WHERE id = ?",
                (shows, text, name, identity),
            )
            return self._find(identity)

    def remove(self, identity: str) -> bool:
        """Take a display away; whether it was there. One that is still on gets another number."""
        with self._telling(), self._lock:
            return bool(self._file.execute("DELETE FROM displays WHERE id = ?", (identity,)).rowcount)

    def _find(self, identity: str) -> Display | None:
        row = self._file.execute(_ONE, (identity,)).fetchone()
        return None if row is None else _display(row)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self._path} does not keep the displays: {error}") from error


def _display(row: tuple[str, int, str, str, str, int]) -> Display:
    identity, number, name, shows, text, seen_s = row
    return Display(identity, number, name, Shows(shows), text, seen_s)


def _plain(text: str, what: str, most: int) -> str:
    """Without blanks around it.

    Raises:
        OutputError: too long, or not printable.
    """
    plain = text.strip()
    if len(plain) > most or not plain.isprintable():
        raise OutputError(f"a {what} has at most {most} characters that can be printed, on one line")
    return plain

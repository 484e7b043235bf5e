"""A book on SQLite: one file, that any number of processes may read while one writes; or memory."""

import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from pacelight.book.store import schema
from pacelight.book.store.derived import drop
from pacelight.errors import BookError, PacelightError, StoreError

__all__ = ["OnFile"]

_PATIENCE_S = 10
"""How long a writer waits for another; none holds the book longer than one transaction."""

_ANY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_ALONE = {"pacelight_begin": ""}
"""Of a statement that stands in no transaction."""


@dataclass(frozen=True, slots=True)
class OnFile:
    """One file: write-ahead log and ``synchronous=FULL``, so that what was written is on the disk.

    Attributes:
        path: of the file; None keeps the book in memory.
    """

    path: Path | None

    reading: ClassVar[Mapping[str, Any]] = {"pacelight_begin": "BEGIN"}
    # A writer asks for the book at once: one that only asks when it writes may find its view outdated.
    writing: ClassVar[Mapping[str, Any]] = {"pacelight_begin": "BEGIN IMMEDIATE"}
    instead: ClassVar[str] = "name a file that `pacelight book` made"

    @property
    def name(self) -> str:
        """As errors show it."""
        return "memory" if self.path is None else str(self.path)

    @property
    def mirror(self) -> Path | None:
        """A folder beside the file, where both can be written; nowhere for a book that is only read."""
        if self.path is None or not self.path.is_file() or not self.path.stat().st_mode & _ANY_WRITES:
            return None
        return self._beside if all(os.access(one, os.W_OK) for one in (self.path, self.path.parent)) else None

    @property
    def _beside(self) -> Path | None:
        return None if self.path is None else self.path.absolute().with_name(f"{self.path.name}.mirror")

    def engine(self, *, migrates: bool = False) -> Engine:
        """Connections to the file; while tables are made anew, rows may point to what is not there."""
        if self.path is None:
            # One connection for all threads, or each would see an empty book of its own.
            shared = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
            engine = create_engine("sqlite://", **shared)
        else:
            place = URL.create(
                "sqlite", database=str(self.path.absolute())
            )  # a name may hold a question mark
            engine = create_engine(place, connect_args={"timeout": _PATIENCE_S})
        event.listen(engine, "connect", _prepare_to_migrate if migrates else _prepare)
        event.listen(engine, "begin", _begin)
        return engine

    def check_free(self) -> None:
        """Refuse a file that is there already."""
        if self.path is not None and self.path.exists():
            raise BookError(f"there is a file already: {self.path} (name another, or open it)")

    def check_there(self) -> None:
        """Refuse a file that is not there."""
        if self.path is None or not self.path.is_file():
            how = f"pacelight book create --book {self.name}"
            raise BookError(f"no book at {self.name} (make one with: {how})")

    def prepare(self, engine: Engine) -> None:
        """Before the first transaction of a new book."""
        with engine.connect().execution_options(**_ALONE) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")

    def claim(self, connection: Connection) -> None:
        """Mark the file as a book."""
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")

    def is_book(self, connection: Connection) -> bool:
        """Whether the file is marked as one."""
        return connection.exec_driver_sql("PRAGMA application_id").scalar() == schema.APPLICATION_ID

    def trace(self, connection: Connection) -> int:
        """Another number after a transaction has changed something than before."""
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)  # noqa: S101  # the driver of every engine made here
        return raw.total_changes

    def which(self, connection: Connection) -> tuple[int, ...]:  # noqa: ARG002  # the file says it
        """What the file system says of the file: no copy and no backup put in its place has the same."""
        if self.path is None:
            return ()
        try:
            told = self.path.stat()
        except OSError:  # taken away from under us
            return (0,)
        return told.st_dev, told.st_ino, told.st_size, told.st_ctime_ns

    def failed(self, what: str, error: DBAPIError) -> PacelightError:
        """The error in one line: the book cannot be read, written, made or migrated."""
        if what == "made":
            return StoreError(f"no book can be written at {self.name} (is the folder there, and yours?)")
        return StoreError(f"the book cannot be {what} ({error.orig})")

    def unrecognised(self, error: StoreError) -> PacelightError:
        """What cannot be read from the start is a file of another kind."""
        return BookError(f"{self.name}: {error}; {self.instead}")

    @contextmanager
    def kept(self, version: int) -> Iterator[Path | None]:
        """A copy of the book as it is, beside it as ``NAME.before-VERSION``; none is left if this fails.

        Raises:
            BookError: there is such a copy already.
            StoreError: it cannot be written.
        """
        if self.path is None:
            yield None
            return
        copy = self.path.with_name(f"{self.path.name}.before-{version}")
        _copy(self.path, copy)
        with ExitStack() as undo:
            undo.callback(copy.unlink)
            yield copy
            undo.pop_all()

    def check_whole(self, connection: Connection) -> None:
        """Refuse, before a migration ends, a row that points to what is not there.

        Raises:
            StoreError: there is one.
        """
        if (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first()) is not None:
            raise StoreError(
                f"the migration would leave a row of {lost[0]} without its {lost[2]} (report this)"
            )

    def scrub(self, engine: Engine) -> None:
        """Leave nothing in the write-ahead log of what was erased, nor in what was derived from the book."""
        with engine.connect().execution_options(**_ALONE) as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        drop(self._beside)


def _copy(path: Path, copy: Path) -> None:
    """One view of the book, whole or not at all, whatever is written meanwhile."""
    try:
        with tempfile.TemporaryDirectory(prefix=".book-", dir=path.parent) as folder:
            new = Path(folder) / path.name
            with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(new)) as target:
                source.backup(target)
            copy.hardlink_to(new)
    except FileExistsError as error:
        raise BookError(f"there is a copy already: {copy} (move it away, then migrate)") from error
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"no copy can be written at {copy} ({error})") from error


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy says when a transaction begins
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # of a person who was erased no byte is left


def _prepare_to_migrate(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    _prepare(connection, entry)
    connection.execute("PRAGMA foreign_keys = OFF")


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("pacelight_begin", "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)

"""The book's file: opened, refused, read and written in transactions that hold all or nothing."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from pacelight.book import schema
from pacelight.errors import BookError, StoreError

__all__ = ["Store"]

_PATIENCE_S = 10
"""How long a writer waits for another; none holds the book longer than one transaction."""


class Store:
    """One book on disk, or in memory. Any number of processes may read it while one writes.

    What `writing` has left is on the disk: SQLite with write-ahead log and ``synchronous=FULL``.

    Args:
        engine: to a database that holds the tables; made by `create` and `open`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def create(cls, path: Path | None) -> Self:
        """A new, empty book; None makes one in memory.

        Raises:
            BookError: there is a file already.
            StoreError: it cannot be written.
        """
        if path is not None and path.exists():
            raise BookError(f"there is a file already: {path} (name another, or open it)")
        store = cls(_engine(path))
        try:
            with closing(store._engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            with store.writing() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                schema.METADATA.create_all(connection)
                connection.execute(insert(schema.book).values(version=schema.VERSION))
        except (OperationalError, sqlite3.OperationalError, StoreError) as error:
            store.close()
            raise StoreError(f"no book can be written at {path} (is the folder there, and yours?)") from error
        return store

    @classmethod
    def open(cls, path: Path) -> Self:
        """The book in that file.

        Raises:
            BookError: no such file, not a book, or a book of another version.
        """
        if not path.is_file():
            raise BookError(f"no book at {path} (name a file that is there)")
        store = cls(_engine(path))
        try:
            store._recognise(path)
        except BookError:
            store.close()
            raise
        return store

    @staticmethod
    def publish(path: Path, make: Callable[[Path], None]) -> None:
        """Make a book beside its place, then put it there whole; one that is there by then is kept.

        Raises:
            StoreError: it cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".book-", dir=path.parent) as folder:
                new = Path(folder) / path.name
                make(new)
                with suppress(FileExistsError):
                    path.hardlink_to(new)
        except OSError as error:
            raise StoreError(f"no book can be written at {path} ({error.strerror})") from error

    def _recognise(self, path: Path) -> None:
        try:
            with self.reading() as connection:
                mine = connection.exec_driver_sql("PRAGMA application_id").scalar() == schema.APPLICATION_ID
                version = connection.execute(select(schema.book.c.version)).scalar() if mine else None
        except StoreError as error:
            raise BookError(f"{path}: {error}; name a file that `pacelight book` made") from error
        if not mine:
            raise BookError(f"{path} is not a book (name a file that `pacelight book` made)")
        if version != schema.VERSION:
            raise BookError(f"{path} is a book of version {version}; this program reads {schema.VERSION}")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the book, whatever is written meanwhile.

        Raises:
            StoreError: the file is damaged, or gone.
        """
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise StoreError(f"the book cannot be read ({error.orig})") from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is in the book when this ends, or none if it raises.

        Raises:
            StoreError: the disk refuses, or another writer holds the book.
        """
        try:
            with (
                self._engine.connect().execution_options(pacelight_writes=True) as connection,
                connection.begin(),
            ):
                yield connection
        except DatabaseError as error:
            raise StoreError(f"the book cannot be written ({error.orig})") from error


def _engine(path: Path | None) -> Engine:
    if path is None:
        # One connection for all threads, or each would see an empty book of its own.
        shared = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
        engine = create_engine("sqlite://", **shared)
    else:
        place = URL.create("sqlite", database=str(path.absolute()))  # a name may hold a question mark
        engine = create_engine(place, connect_args={"timeout": _PATIENCE_S})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy says when a transaction begins
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    """A writer asks for the book at once: one that only asks when it writes may find its view outdated."""
    writes = connection.get_execution_options().get("pacelight_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

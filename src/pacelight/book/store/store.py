"""The book, opened, refused, read and written in transactions that hold all or nothing."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import DBAPIError

from pacelight.book.store import persons, schema
from pacelight.book.store.places import Place, place_of
from pacelight.book.store.rows import revision
from pacelight.errors import BookError, PacelightError, StoreError

__all__ = ["Migration", "Store"]


class Migration(NamedTuple):
    """What a migration did.

    Attributes:
        was: the version before.
        now: the version after; the same where there was nothing to do.
        copy: the book as it was, where it is a file and something was done.
    """

    was: int
    now: int
    copy: Path | None


class Store:
    """One book in a file, in memory or on a server; any number of processes may read it while one writes.

    What `writing` has left is on the disk.

    Args:
        place: where the tables are.
        engine: to that place; made by `create` and `open`.
    """

    def __init__(self, place: Place, engine: Engine) -> None:
        self._place = place
        self._engine = engine

    @classmethod
    def create(cls, where: Path | str | None) -> Self:
        """A new, empty book at a path or in the database of an address; None makes one in memory.

        Raises:
            BookError: there is a file, a book or another's table already.
            StoreError: it cannot be written.
        """
        place = place_of(where)
        place.check_free()
        store = cls(place, place.engine())
        try:
            store._make()
        except PacelightError:
            store.close()
            raise
        return store

    @classmethod
    def open(cls, where: Path | str) -> Self:
        """The book at a path, or in the database of an address.

        Raises:
            BookError: nothing there, not a book, or a book of another version.
            StoreError: the server cannot be asked.
        """
        place = place_of(where)
        place.check_there()
        store = cls(place, place.engine())
        try:
            version = store._recognise()
            if version < schema.VERSION:
                raise BookError(
                    f"{place.name} is a book of version {version}; this program reads {schema.VERSION}"
                    f" (run: pacelight book migrate --book '{place.name}')"
                )
        except PacelightError:
            store.close()
            raise
        return store

    @classmethod
    def migrate(cls, where: Path | str) -> Migration:
        """Bring a book of an earlier version to this program's, all of it or nothing.

        A copy of the file as it was is kept beside it, as ``NAME.before-VERSION``.

        Raises:
            BookError: what `open` raises; or there is such a copy already.
            StoreError: the server cannot be asked, or the disk refuses; nothing was changed.
        """
        place = place_of(where)
        place.check_there()
        store = cls(place, place.engine(migrates=True))
        with closing(store):
            if store._recognise() == schema.VERSION:
                return Migration(schema.VERSION, schema.VERSION, None)
            return store._migrate()

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

    @property
    def mirror(self) -> Path | None:
        """Where what is derived from the book may be kept."""
        return self._place.mirror

    def state(self, connection: Connection) -> tuple[int, ...]:
        """Other numbers whenever anything in the book is another, and where another book is in its place."""
        return revision(connection), *self._place.which(connection)

    def close(self) -> None:
        """Let go of the place."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the book, whatever is written meanwhile.

        Raises:
            StoreError: the file is damaged or gone, or the server cannot be asked.
        """
        try:
            with self._engine.connect().execution_options(**self._place.reading) as connection:
                yield connection
        except DBAPIError as error:
            raise self._place.failed("read", error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is in the book when this ends, or none if it raises.

        Raises:
            BookError: the book was migrated meanwhile, or cannot take a value.
            StoreError: the disk refuses, or another writer holds the book.
        """
        with self._transaction("written") as connection:
            if (version := _version(connection)) != schema.VERSION:
                raise BookError(
                    f"{self._place.name} is of version {version} by now (start this program anew)"
                )
            before = self._place.trace(connection)
            yield connection
            if self._place.trace(connection) != before:
                connection.execute(update(schema.book).values(revision=schema.book.c.revision + 1))

    def forget(self, athlete_key: str) -> str:
        """Erase who an athlete is, on the disk too; what was run, and every chain of records, stays.

        Returns:
            the key and name under which answers show them from now on: ``athlete-12``.

        Raises:
            BookError: no such athlete.
            StoreError: what `writing` raises.
        """
        with self.writing() as connection:
            nameless = persons.forget(connection, athlete_key)
        self._place.scrub(self._engine)
        return nameless

    @contextmanager
    def _transaction(self, what: str) -> Iterator[Connection]:
        try:
            with (
                self._engine.connect().execution_options(**self._place.writing) as connection,
                connection.begin(),
            ):
                yield connection
        except DBAPIError as error:
            raise self._place.failed(what, error) from error

    def _make(self) -> None:
        try:
            self._place.prepare(self._engine)
        except DBAPIError as error:
            raise self._place.failed("made", error) from error
        with self._transaction("made") as connection:
            self._place.claim(connection)
            schema.versions.create(connection, checkfirst=False)
            connection.execute(insert(schema.versions).values(version_num=f"{schema.VERSION:04}"))
            schema.METADATA.create_all(connection, checkfirst=False)
            connection.execute(insert(schema.book).values(id=1, revision=0))

    def _recognise(self) -> int:
        """The version of a book that this program reads, or can migrate."""
        place = self._place
        try:
            with self.reading() as connection:
                version = _version(connection) if place.is_book(connection) else None
        except StoreError as error:
            raise place.unrecognised(error) from error
        if version is None:
            raise BookError(f"{place.name} is not a book ({place.instead})")
        if version > schema.VERSION:
            raise BookError(
                f"{place.name} is a book of version {version}; this program reads {schema.VERSION}"
                " (update Pacelight: pacelight book migrate only goes forward)"
            )
        return version

    def _migrate(self) -> Migration:
        from pacelight.book.store import migrations  # noqa: PLC0415  # Alembic takes long to load, and is rarely needed

        with ExitStack() as copies:
            with self._transaction("migrated") as connection:
                was = _version(connection)
                if was is None or was == schema.VERSION:  # another was quicker
                    return Migration(schema.VERSION, schema.VERSION, None)
                copy = copies.enter_context(self._place.kept(schema.VERSION))
                migrations.upgrade(connection)
                self._place.check_whole(connection)
            return Migration(was, schema.VERSION, copy)


def _version(connection: Connection) -> int | None:
    """Of the book's tables; None where nothing tells."""
    told = connection.execute(select(schema.versions.c.version_num)).scalars().all()
    return int(told[0]) if len(told) == 1 and told[0].isdecimal() else None

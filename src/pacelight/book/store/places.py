"""Where a book is kept: what SQLite and PostgreSQL each do in their own way."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from pacelight.book.store.on_file import OnFile
from pacelight.book.store.on_server import OnServer
from pacelight.errors import PacelightError, StoreError

__all__ = ["Place", "place_of"]


class Place(Protocol):
    """A place for one book. `tests/conformance` holds every place to the same promises."""

    @property
    def name(self) -> str:
        """As errors show it, without a password."""

    @property
    def reading(self) -> Mapping[str, Any]:
        """Execution options of a transaction that reads: one view, whatever is written meanwhile."""

    @property
    def writing(self) -> Mapping[str, Any]:
        """Execution options of a transaction that writes: one at a time, and on the disk when it ends."""

    @property
    def instead(self) -> str:
        """What to name instead of a place that holds no book."""

    @property
    def mirror(self) -> Path | None:
        """Where whoever may write the book may keep what is derived from it; None for nowhere."""

    def engine(self, *, migrates: bool = False) -> Engine:
        """Connections to the place."""

    def check_free(self) -> None:
        """Refuse to make a book where something is."""

    def check_there(self) -> None:
        """Refuse to open a book where nothing is."""

    def prepare(self, engine: Engine) -> None:
        """Make the place ready for a new book, before its first transaction."""

    def claim(self, connection: Connection) -> None:
        """Make the place a book's, in the transaction that makes its tables."""

    def is_book(self, connection: Connection) -> bool:
        """Whether the place holds a book of any version."""

    def trace(self, connection: Connection) -> object:
        """Something else after a transaction has changed something than before."""

    def which(self, connection: Connection) -> tuple[int, ...]:
        """Other numbers where another book has come to this place, whatever its revision; none in memory.

        The first two stay the same for as long as it is this book.
        """

    def failed(self, what: str, error: DBAPIError) -> PacelightError:
        """The database's error in one line: the book cannot be `what`."""

    def unrecognised(self, error: StoreError) -> PacelightError:
        """The error of a place that could not be read when it was opened."""

    def kept(self, version: int) -> AbstractContextManager[Path | None]:
        """A copy of the book before it is migrated to that version, where there is a file to copy."""

    def check_whole(self, connection: Connection) -> None:
        """Refuse a migration that would lose what rows point to."""

    def scrub(self, engine: Engine) -> None:
        """Let no trace be left of what was erased, as far as the place can."""


def place_of(where: Path | str | None) -> Place:
    """The place that a path or the address of a database names; None is memory.

    >>> place_of("postgresql://anna:secret@db.example/book").name
    'postgresql://anna@db.example/book'

    Raises:
        BookError: not an address, or one of a database that holds no books.
    """
    if isinstance(where, str) and "://" in where:
        return OnServer.at(where)
    return OnFile(None if where is None else Path(where))

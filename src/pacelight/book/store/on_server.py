"""A book on PostgreSQL: one database, for as many readers and writers as there are."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError

from pacelight.book.store import schema
from pacelight.book.store.derived import cached, drop
from pacelight.errors import BookError, PacelightError, StoreError

__all__ = ["OnServer"]

_PATIENCE_S = 10
"""How long a writer waits for another, and everybody for the server."""

_WRITE = "postgresql://USER@HOST/NAME"


@dataclass(frozen=True, slots=True)
class OnServer:
    """One database on a PostgreSQL server.

    Attributes:
        url: its address; a password may stand in it, or where PostgreSQL's own programs look for one.
    """

    url: URL

    # All of a reader's questions see the book as it was at the first.
    reading: ClassVar[Mapping[str, Any]] = {
        "isolation_level": "REPEATABLE READ",
        "postgresql_readonly": True,
    }
    # Writers wait for each other before they look at anything: each then sees all that the last one wrote.
    writing: ClassVar[Mapping[str, Any]] = {
        "isolation_level": "READ COMMITTED",
        "postgresql_readonly": False,
        "pacelight_writes": True,
    }
    instead: ClassVar[str] = "name a database in which Pacelight made one"

    @classmethod
    def at(cls, address: str) -> Self:
        """The database of an address like ``postgresql://user@host/name``.

        Raises:
            BookError: not an address, one of another kind, or without a database.
        """
        try:
            url = make_url(address)
            (url.host or "").encode("idna")
        except (ArgumentError, ValueError) as error:
            raise BookError(f"not the address of a database (write {_WRITE})") from error
        if url.drivername not in {"postgresql", "postgres", "postgresql+psycopg"}:
            raise BookError(f"no book is kept on {url.drivername} (name a file, or {_WRITE})")
        if not url.database:
            raise BookError(f"which database? (write {_WRITE})")
        return cls(url.set(drivername="postgresql+psycopg"))

    @property
    def name(self) -> str:
        """As errors show it: without the password."""
        plain = URL.create(
            "postgresql", self.url.username, None, self.url.host, self.url.port, self.url.database
        )
        folder = self.url.query.get("host")
        return plain.render_as_string() + ("" if folder is None else f"?host={folder}")

    @property
    def mirror(self) -> Path:
        """A folder among this machine's caches, of this address."""
        return cached(self.name)

    def engine(self, *, migrates: bool = False) -> Engine:  # noqa: ARG002  # the same, whatever for
        """Connections to the database; one that was lost is made anew.

        Raises:
            BookError: the driver is not installed.
        """
        told = {"connect_timeout": _PATIENCE_S, "client_encoding": "utf8"}
        wanted = {key: value for key, value in told.items() if key not in self.url.query}
        try:
            engine = create_engine(self.url, connect_args=wanted, pool_pre_ping=True)
        except ImportError as error:
            raise BookError("a book on PostgreSQL needs its driver (install pacelight[postgres])") from error
        event.listen(engine, "begin", _begin)
        return engine

    def check_free(self) -> None:
        """Nothing: only the server knows; see `claim`."""

    def check_there(self) -> None:
        """Nothing: only the server knows."""

    def prepare(self, engine: Engine) -> None:
        """Nothing: a database is ready as it is made."""

    def claim(self, connection: Connection) -> None:
        """Refuse a database in which a book cannot be made.

        Raises:
            BookError: it holds a book, or tables of others, or does not keep every letter.
        """
        held = inspect(connection).get_table_names()
        if schema.versions.name in held:
            raise BookError(f"there is a book already: {self.name} (name another, or open it)")
        if held:
            raise BookError(
                f"{self.name} holds tables of others, as '{held[0]}' (make a database of its own)"
            )
        kept = connection.exec_driver_sql("SHOW server_encoding").scalar()
        if kept != "UTF8":
            raise BookError(f"{self.name} keeps text as {kept} (make it with encoding UTF8)")

    def is_book(self, connection: Connection) -> bool:
        """Whether there is the table that every book has."""
        return inspect(connection).has_table(schema.versions.name)

    def trace(self, connection: Connection) -> str | None:
        """Something else after a transaction has changed something than before."""
        number = connection.exec_driver_sql("SELECT CAST(pg_current_xact_id_if_assigned() AS text)").scalar()
        return None if number is None else str(number)

    def which(self, connection: Connection) -> tuple[int, ...]:
        """Number of the table, which is another once it was restored, and of the last transaction."""
        told = connection.exec_driver_sql(
            "SELECT CAST(tableoid AS bigint), CAST(CAST(xmin AS text) AS bigint) FROM book"
        ).one()
        return int(told[0]), 0, int(told[1])

    def failed(self, what: str, error: DBAPIError) -> PacelightError:
        """The error in one line: a server that cannot be asked, or what it says."""
        said = str(error.orig)
        reason = said.rpartition("FATAL:  ")[2].rpartition("failed: ")[2].partition("\n")[0]
        if isinstance(error, DataError):
            return BookError(f"the book takes no such value ({reason})")
        if error.statement is not None:
            return StoreError(f"the book cannot be {what} ({reason})")
        if "resolve host" in said or "translate host" in said:
            return StoreError(f"no such host: {self.name} (look at its spelling, and at the network)")
        if "password" in said:
            return StoreError(f"{self.name}: {reason} (set PGPASSWORD, or write it into ~/.pgpass)")
        if "database" in said and "does not exist" in said:
            return BookError(f"no such database: {self.name} (make it: createdb {self.url.database})")
        return StoreError(f"{self.name} cannot be reached ({reason})")

    def unrecognised(self, error: StoreError) -> PacelightError:
        """What the server said is all there is to say."""
        return error

    @contextmanager
    def kept(self, version: int) -> Iterator[Path | None]:  # noqa: ARG002  # of every version the same
        """No copy: a server's book is kept by its backups, and a migration that fails changes nothing."""
        yield None

    def check_whole(self, connection: Connection) -> None:
        """Nothing: PostgreSQL never lets a row point to what is not there."""

    def scrub(self, engine: Engine) -> None:  # noqa: ARG002  # the server cleans up by itself
        """What was erased goes with the server's next clean-up and with its oldest backup."""
        drop(self.mirror)


def _begin(connection: Connection) -> None:
    """A writer waits until it is the only one; what it then writes is on the disk before it is told so."""
    if not connection.get_execution_options().get("pacelight_writes", False):
        return
    connection.exec_driver_sql(
        f"SELECT set_config('lock_timeout', '{_PATIENCE_S * 1000}', true),"
        " set_config('synchronous_commit',"
        " coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), true)"
    )
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({schema.APPLICATION_ID})")

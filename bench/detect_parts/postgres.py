"""The same book in PostgreSQL: steps and marks in indexed tables, questions as prepared statements.

The server runs as a user without rights, in a folder of its own, on a Unix socket; it ends with the program.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psycopg

from detect_parts import SEQ_BITS, Annulled, AsOf, NewMark, Rows
from detect_parts.sql import MARKS, STEPS, create, filled, removed, without

USER = "postgres"
SETTINGS = {
    "listen_addresses": "''",
    "shared_buffers": "2GB",
    "max_wal_size": "8GB",
    "maintenance_work_mem": "1GB",
    "work_mem": "256MB",
    "synchronous_commit": "off",  # as the mirror, which is made anew if it is lost
    "jit": "off",  # compiling takes longer than any of these statements
}

BREAKS = """
    select wanted, stood.score from unnest($1, $2) as given (wanted, since)
    cross join lateral (
        select score from steps where list = wanted and place >= since order by place desc limit 1
    ) as stood
    where stood.score >= $3 order by wanted
"""

AS_OF = "select number, score from steps where list = $1 and place < $2 order by place desc limit 1"

SIZES = {"bigint": ">i8", "int": ">i4"}


def programs() -> Path | None:
    """Where those of the server are; None where there are none."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return places[-1] if places else None


@contextmanager
def server(binaries: Path) -> Iterator[psycopg.Connection]:
    """A fresh server, and a connection to it."""
    with tempfile.TemporaryDirectory(prefix="pacelight-postgres-") as name:
        folder = Path(name)
        user = USER if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        settings = " ".join(f"-c {key}={value}" for key, value in SETTINGS.items())

        def run(program: str, *arguments: object) -> None:
            command = [str(binaries / program), "-D", str(folder / "data"), *map(str, arguments)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)

        run("initdb", "-U", USER, "-A", "trust", "--no-sync")
        run("pg_ctl", "start", "-w", "-l", folder / "log", "-o", f"{settings} -k {folder}")
        try:
            with psycopg.connect(host=str(folder), user=USER, autocommit=True) as connection:
                yield connection
        finally:
            run("pg_ctl", "stop", "-m", "immediate")


class Postgres:
    """The book in a server."""

    name = "postgres"

    def __init__(self, connection: psycopg.Connection, rows: Iterator[Rows]) -> None:
        self._connection = connection
        self._cursor = psycopg.ClientCursor(connection)
        for name, columns in (("steps", STEPS), ("marks", MARKS)):
            connection.execute(create(name, columns))
        for some in rows:
            self._copy("steps", STEPS, some.steps)
            self._copy("marks", MARKS, some.marks)
        connection.execute("create index on steps (list, place) include (score, number)")
        connection.execute("create index on marks (grp, place)")
        connection.execute("vacuum analyze")
        connection.execute(f"prepare breaks (bigint[], bigint[], int) as {BREAKS}")
        connection.execute(f"prepare as_of (bigint, bigint) as {AS_OF}")

    def breaks(self, mark: NewMark) -> list[tuple[int, int]]:
        given = [one.number for one in mark.lists], [one.since for one in mark.lists], mark.score
        return self._cursor.execute("execute breaks (%s, %s, %s)", given).fetchall()

    def as_of(self, asked: AsOf) -> tuple[int, int] | None:
        given = asked.wanted, asked.day + 1 << SEQ_BITS
        return self._cursor.execute("execute as_of (%s, %s)", given).fetchone()

    def annul(self, annulled: Annulled) -> None:
        with self._connection.transaction():
            self._cursor.execute(without(annulled))
            for wanted in annulled.lists:
                if self._cursor.execute(removed(wanted, annulled)).rowcount:
                    self._cursor.execute(filled(wanted, annulled))

    def steps(self, wanted: int) -> list[tuple[int, int]]:
        return self._connection.execute(
            "select number, score from steps where list = %s order by place", (wanted,)
        ).fetchall()

    def _copy(self, table: str, columns: dict[str, str], given: dict[str, np.ndarray]) -> None:
        """Rows in the server's own binary form, which it reads fastest."""
        fields = [("fields", ">i2")]
        for name, kind in columns.items():
            fields += [(f"{name} size", ">i4"), (name, SIZES[kind])]
        rows = np.empty(given["place"].size, fields)
        rows["fields"] = len(columns)
        for name, kind in columns.items():
            rows[f"{name} size"] = np.dtype(SIZES[kind]).itemsize
            rows[name] = given[name]
        with self._connection.cursor().copy(f"copy {table} from stdin (format binary)") as copy:
            copy.write(b"PGCOPY\n\xff\r\n\x00" + bytes(8))
            copy.write(rows.tobytes())
            copy.write(b"\xff\xff")

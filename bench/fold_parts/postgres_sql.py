"""The same rules in PostgreSQL: a server of its own, in which the marks stand in a table already.

It reads no Parquet, and so the time does not count how they came in: it is given that for nothing.
"""

import atexit
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
from detect_parts.postgres import programs, server
from pyarrow import csv

from fold_parts import Checksums, plain_sql

KINDS = {"date32[day]": "date", "int64": "bigint", "int32": "int", "int16": "int", "int8": "int"}

DIALECT = plain_sql.Dialect(
    source="raw",
    exploded="unnest(array_remove(array[{groups}], null))",
    view="create temporary view {name} as {query}",
    table="create temporary table {name} as {query}",
)


class Marks:
    """A server with the marks in it, for as long as the program runs."""

    def __init__(self, path: Path, threads: int) -> None:
        found = programs()
        if found is None:
            raise SystemExit("no PostgreSQL here (apt-get install postgresql)")
        stack = ExitStack()
        self._connection = stack.enter_context(server(found))
        atexit.register(stack.close)  # runs before those of the folder, registered earlier
        file = pq.ParquetFile(path)
        columns = ", ".join(f"{field.name} {KINDS[str(field.type)]}" for field in file.schema_arrow)
        self._connection.execute(f"create unlogged table raw ({columns})")
        for part in file.iter_batches(250_000):
            self._copy(pa.table(part))
        self._connection.execute("vacuum analyze raw")
        self._connection.execute("set work_mem = '2GB'")
        self._connection.execute(f"set max_parallel_workers_per_gather = {threads}")

    def everything(self) -> Checksums:
        """All seven record types, every age group."""
        return plain_sql.everything(partial(_asked, self._connection), DIALECT)

    def _copy(self, rows: pa.Table) -> None:
        out = pa.BufferOutputStream()
        csv.write_csv(rows, out, csv.WriteOptions(include_header=False))
        with self._connection.cursor().copy("copy raw from stdin (format csv)") as copy:
            copy.write(memoryview(out.getvalue()))


def _asked(connection: psycopg.Connection, statement: str) -> list[tuple[Any, ...]]:
    done = connection.execute(statement)
    return done.fetchall() if done.description else []

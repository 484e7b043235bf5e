"""The same rules in Spark's SQL; the time does not count how long Spark takes to start."""

import atexit
from contextlib import ExitStack
from pathlib import Path

from spark_parts.session import session

from fold_parts import Checksums, plain_sql

DIALECT = plain_sql.Dialect(
    source="raw",
    exploded="explode(array({groups}))",
    view="create or replace temporary view {name} as {query}",
    table="cache table {name} as {query}",
    marks="view",  # to keep them costs it more than to read them again
)


class Marks:
    """A session with the marks as a table, for as long as the program runs."""

    def __init__(self, path: Path, threads: int) -> None:
        stack = ExitStack()
        self._session = stack.enter_context(session(path, threads))
        atexit.register(stack.close)  # runs before those of the folder, registered earlier

    def everything(self) -> Checksums:
        """All seven record types, every age group, from the file."""
        asked = self._session
        return plain_sql.everything(lambda statement: map(tuple, asked.sql(statement).collect()), DIALECT)

"""The same book in DuckDB: steps and marks in tables that lie in the order in which they are asked."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from detect_parts import SEQ_BITS, Annulled, AsOf, NewMark, Rows
from detect_parts.sql import MARKS, STEPS, create, filled, removed, without

BREAKS = """
    select wanted, arg_max(score, place) as stood from steps
    join (select unnest($1) as wanted, unnest($2) as since) on list = wanted and place >= since
    group by wanted having stood >= $3 order by wanted
"""

AS_OF = "select number, score from steps where list = $1 and place < $2 order by place desc limit 1"


class DuckDB:
    """The book in this process."""

    name = "duckdb"

    def __init__(self, rows: Iterator[Rows], threads: int) -> None:
        self._connection = duckdb.connect(config={"threads": threads})
        for name, columns in (("steps", STEPS), ("marks", MARKS)):
            self._connection.execute(create(name, columns))
        for some in rows:
            for name, columns, given in (("steps", STEPS, some.steps), ("marks", MARKS, some.marks)):
                arrow = pa.table({column: given[column] for column in columns})
                self._connection.register("arrow", arrow)
                self._connection.execute(f"insert into {name} select * from arrow")
                self._connection.unregister("arrow")

    def breaks(self, mark: NewMark) -> list[tuple[int, int]]:
        given = [one.number for one in mark.lists], [one.since for one in mark.lists], mark.score
        return self._connection.execute(BREAKS, given).fetchall()

    def as_of(self, asked: AsOf) -> tuple[int, int] | None:
        given = asked.wanted, asked.day + 1 << SEQ_BITS
        return self._connection.execute(AS_OF, given).fetchone()

    def annul(self, annulled: Annulled) -> None:
        self._connection.execute("begin")
        self._connection.execute(without(annulled))
        for wanted in annulled.lists:
            if self._connection.execute(removed(wanted, annulled)).fetchone()[0]:
                self._connection.execute(filled(wanted, annulled))
        self._connection.execute("commit")

    def steps(self, wanted: int) -> list[tuple[int, int]]:
        return self._connection.execute(
            "select number, score from steps where list = ? order by place", (wanted,)
        ).fetchall()

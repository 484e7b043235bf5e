"""The same rules in ClickHouse, which `chdb` brings into the process."""

import csv
from functools import partial
from pathlib import Path

from chdb.session import Session

from fold_parts import Checksums, plain_sql

EXPLODED = "arrayJoin(arrayFilter(found -> found is not null, [{groups}]))"


def everything(path: Path, threads: int) -> Checksums:
    """All seven record types, every age group, from the file."""
    session = Session()  # in a folder of its own, which goes with it
    session.query(f"set max_threads = {threads}")
    dialect = plain_sql.Dialect(
        source=f"file('{path}', Parquet)",
        exploded=EXPLODED,
        view="create view {name} as {query}",
        table="create table {name} engine = Memory as {query}",
    )
    sums = plain_sql.everything(partial(_asked, session), dialect)
    session.close()
    return sums


def _asked(session: Session, statement: str) -> list[tuple]:
    return [tuple(row) for row in csv.reader(session.query(statement, "CSV").data().splitlines())]

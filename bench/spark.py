"""The fold on Apache Spark, ``local[2]``: our kernel in its workers beside the same rules in Spark's own SQL.

Both run in one session, in turn, on the same file, after a file of its first rows has warmed them up.
They must find the same records, or nothing is reported but that:
the kernel's words are turned into the same sums as the rows of SQL, by Spark, within the time.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from report import Row, arguments, report

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TARGET = 0.2
FULL, TENTH = 10_000_000, 1_000_000
WARMED_BY = 10_000
"""First rows of the file: what Java has not run before it runs slowly."""


class MismatchError(Exception):
    """Both found different records."""


def main() -> int:
    """Measure and report."""
    options = arguments(__doc__ or "").parse_args()
    missing = [name for name in ("pyspark", "pyarrow", "pandas") if find_spec(name) is None]
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        missing.append("Java 17")
    if missing:
        print(f"not installed: {', '.join(missing)} (`make bench` installs them)", file=sys.stderr)
        return 1
    os.environ["PYSPARK_PYTHON"] = sys.executable  # the workers' as well
    try:
        report(rows(TENTH if options.quick else FULL), as_json=options.json)
    except MismatchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def rows(n: int) -> Iterator[Row]:
    """The kernel beside Spark's SQL."""
    from fold import performances
    from spark_parts import kernel, sql
    from spark_parts.session import session

    path = performances(n)
    engines = {"the kernel": kernel.everything, "Spark SQL": sql.everything}
    with TemporaryDirectory() as folder, session(first_rows(path, Path(folder))) as started:
        in_turn(engines, started)
        started.read.parquet(str(path)).createOrReplaceTempView("raw")
        ours, peer = in_turn(engines, started)
    yield Row("fold.spark_vs_sql", f"{n // 1_000_000} M performances", ours, peer, "s", TARGET)


def first_rows(path: Path, folder: Path) -> Path:
    """A file of its own: a query that takes some rows of a larger one is another query to Spark."""
    from pyarrow.parquet import ParquetFile, write_table

    rows = ParquetFile(path).read_row_group(0).slice(0, WARMED_BY)
    write_table(rows, folder / path.name)
    return folder / path.name


def in_turn(engines: dict[str, Callable], started: "SparkSession") -> list[float]:
    """Seconds of each.

    Raises:
        MismatchError: they found different records.
    """
    spent, found = [], {}
    for name, everything in engines.items():
        start = time.perf_counter()
        found[name] = everything(started)
        spent.append(time.perf_counter() - start)
        started.catalog.clearCache()
    (one, ours), (other, theirs) = found.items()
    if ours != theirs:
        raise MismatchError(f"{one} found {ours}, {other} found {theirs}")
    return spent


if __name__ == "__main__":
    sys.exit(main())

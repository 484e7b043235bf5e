"""The fold on Apache Spark: each event whole in one task, the same kernel in each.

``spark-submit spark.py PERFORMANCES WORDS`` folds Parquet into Parquet, wherever Spark reads and writes.
Needs the extra ``pacelight[spark]`` and Java 17 or later; `docs/how-to/fold-on-spark.md` has a cluster.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pacelight.book.engine.pairs import Pairs
from pacelight.book.engine.port import WORDS, checked
from pacelight.book.engine.table import words
from pacelight.errors import BookError, PacelightError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["Spark", "main"]

_SCHEMA = "id long, flags long"

_BATCH = ("spark.sql.execution.arrow.maxRecordsPerBatch", "10000")
"""A worker is handed that many rows at a time; Spark's own choice."""

_ROWS = "100000"
"""A worker holds an event whole anyway: to hand it over in small pieces only takes longer."""

_SPREAD = ("event", "sex")
"""A list is of one event and sex: what is spread by these is folded apart."""

_REFUSED = re.compile(r"^pacelight\.errors\.BookError: (.*)$", re.MULTILINE)


class Spark:
    """The kernel in the workers of a Spark session.

    Args:
        session: to a cluster, or ``local[2]``; it hands over larger batches from then on, unless it was told
            how large they are to be (``spark.sql.execution.arrow.maxRecordsPerBatch``).
    """

    def __init__(self, session: "SparkSession") -> None:
        self._session = session
        if session.conf.get(*_BATCH) == _BATCH[1]:
            session.conf.set(_BATCH[0], _ROWS)

    def fold_frame(self, performances: "DataFrame") -> "DataFrame":
        """The same from a frame to a frame: nothing runs before it is asked for.

        Args:
            performances: the columns of `port.GIVEN`.

        Raises:
            BookError: a column is missing, or of another kind.
        """
        empty = performances.limit(0).toArrow()
        chosen = performances.select(*checked(empty.schema))
        pairs = Pairs.of(chosen, _SPREAD)
        # Not `applyInArrow`: Spark would sort all rows by event for it, which is more work than the fold.
        return pairs.pack(chosen).repartition(*_SPREAD).mapInArrow(partial(_words, pairs), _SCHEMA)

    def fold(self, performances: pa.Table) -> pa.Table:
        """Which records each performance was on its day; see `port.Engine`."""
        frame = self._session.createDataFrame(_plain(performances.select(checked(performances.schema))))
        with _refusals():
            return self.fold_frame(frame).toArrow().cast(WORDS)

    def fold_file(self, performances: Path | str, words: Path | str) -> None:
        """The same from Parquet to Parquet; see `port.Engine`.

        Args:
            performances: a path, or an address that Spark reads (``hdfs://``, ``s3a://``).
            words: the same; a folder that is not there yet.
        """
        from pyspark.errors import AnalysisException  # noqa: PLC0415  # an extra: only who folds there has it

        try:
            given = self._session.read.parquet(str(performances))
            with _refusals():
                self.fold_frame(given).write.parquet(str(words))
        except AnalysisException as error:
            why = error.getCondition()
            raise BookError(f"Spark cannot fold {performances} into {words}: {why}") from error


def main(arguments: list[str] | None = None) -> int:
    """``PERFORMANCES WORDS``: what `spark-submit` runs."""
    given = sys.argv[1:] if arguments is None else arguments
    if len(given) != len(("PERFORMANCES", "WORDS")):
        sys.stderr.write("write: spark-submit spark.py PERFORMANCES WORDS\n")
        return BookError.exit_code
    from pyspark.sql import SparkSession  # noqa: PLC0415  # an extra: only who folds there has it

    session = SparkSession.builder.appName("pacelight fold").getOrCreate()
    try:
        Spark(session).fold_file(*given)
    except PacelightError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    finally:
        session.stop()
    return 0


@contextmanager
def _refusals() -> Iterator[None]:
    """What a worker refuses is refused here: a traceback from another machine says it last."""
    from pyspark.errors import PythonException  # noqa: PLC0415  # an extra: only who folds there has it

    try:
        yield
    except PythonException as error:
        refused = _REFUSED.findall(str(error))
        if not refused:
            raise
        raise BookError(refused[-1]) from error


def _plain(performances: pa.Table) -> pa.Table:
    """The same in types that Spark has: signed numbers, text without a dictionary."""
    kinds = []
    for field in performances.schema:
        kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
        kinds.append(field.with_type(pa.int64() if pa.types.is_unsigned_integer(kind) else kind))
    return performances.cast(pa.schema(kinds))


def _words(pairs: Pairs, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """In a worker: some events, each of them whole."""
    given = list(batches)
    if given:
        yield from words(pairs.unpack(pa.Table.from_batches(given))).to_batches()


if __name__ == "__main__":
    sys.exit(main())

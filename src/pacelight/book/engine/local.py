"""The fold on one machine: all threads, and a file of any size."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from pacelight.book.engine.port import WORDS, checked
from pacelight.book.engine.table import by_group, words
from pacelight.errors import BookError

__all__ = ["Local"]

FITS = 10_000_000
"""Performances that are folded at once: about two gigabytes while it lasts."""


class Local:
    """The kernel on the threads of this machine.

    Args:
        threads: how many; all that this process may use, if not given.
        fits: how many performances are held in memory at once; a single event of more is held all the same.
    """

    def __init__(self, *, threads: int | None = None, fits: int = FITS) -> None:
        self._threads = threads or len(os.sched_getaffinity(0))
        self._fits = fits

    def fold(self, performances: pa.Table) -> pa.Table:
        """Which records each performance was on its day; see `port.Engine`."""
        return words(performances, threads=self._threads)

    def fold_file(self, performances: Path, words: Path) -> None:
        """The same from Parquet to Parquet; what does not fit is parted by event first; see `port.Engine`."""
        if not performances.exists():
            raise BookError(f"no file {performances} (name Parquet files of performances)")
        if words.exists():
            raise BookError(f"there is something already: {words} (name another folder)")
        source = ds.dataset(performances, format="parquet")
        names = checked(source.schema)
        words.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".words-", dir=words.parent) as folder:
            made = Path(folder) / "words"
            made.mkdir()
            with pq.ParquetWriter(made / "words.parquet", WORDS, compression="zstd") as writer:
                for table in self._tables(source, names, Path(folder)):
                    writer.write_table(self.fold(table))
            made.rename(words)

    def _tables(self, source: ds.Dataset, names: list[str], folder: Path) -> Iterator[pa.Table]:
        """The performances in tables that fit, each event whole in one of them."""
        if source.count_rows() <= self._fits:
            yield source.to_table(columns=names)
            return
        together: list[pa.Table] = []
        for path, rows in _parted(source, names, folder):
            if together and sum(map(len, together)) + rows > self._fits:
                yield pa.concat_tables(together)
                together = []
            with pa.memory_map(str(path)) as file:
                together.append(pa.ipc.open_stream(file).read_all())
            path.unlink()
        if together:
            yield pa.concat_tables(together)


def _parted(source: ds.Dataset, names: list[str], folder: Path) -> list[tuple[Path, int]]:
    """The performances of each event in a file of its own, and how many they are."""
    parts: dict[tuple[object, ...], tuple[Path, pa.RecordBatchStreamWriter]] = {}
    rows: dict[Path, int] = {}
    with ExitStack() as stack:
        for batch in source.to_batches(columns=names):
            for group, part in _by_group(pa.table(batch)):
                if group not in parts:
                    path = folder / f"{len(parts)}.arrow"
                    file = stack.enter_context(pa.OSFile(str(path), "wb"))
                    parts[group] = path, stack.enter_context(pa.ipc.new_stream(file, part.schema))
                path, writer = parts[group]
                writer.write_table(part)
                rows[path] = rows.get(path, 0) + len(part)
    return list(rows.items())


def _by_group(table: pa.Table) -> Iterator[tuple[tuple[object, ...], pa.Table]]:
    """The rows of each event and sex that are there, in the order they stand."""
    rows, starts = by_group(table)
    ordered = table.take(rows)
    for start, end in pairwise(starts.tolist()):
        yield (
            tuple(ordered.column(name)[start].as_py() for name in ("event", "sex")),
            ordered.slice(start, end - start),
        )

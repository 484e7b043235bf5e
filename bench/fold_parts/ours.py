"""Pacelight's fold over raw Parquet, and over the mirror (the same columns, sorted and kept)."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from fold_parts import MODULUS, PLACES, RECORD_TYPES, Checksums
from fold_parts.data import OK
from pacelight.book.columns import Columns, order
from pacelight.book.fold import fold, records
from pacelight.book.rules import COUNTS_PERSONAL, COUNTS_RECORD, SCOPED, age_groups
from pacelight.event import Level

GROUPS = 60 * 2 * 2
SHARD = 300_000
"""So many rows are folded at a time, as far as groups allow: what is worked on stays near the processor."""

RECORD = np.dtype(
    [
        ("id", np.int64),
        ("score", np.int32),
        ("athlete", np.int32),
        ("meeting", np.int32),
        ("championship", np.int32),
        ("nation", np.int16),
        ("year", np.int16),
        ("ages", np.uint16),
        ("area", np.int8),
        ("counts", np.uint8),
    ]
)
"""One performance in 32 bytes: to sort them costs one look into memory each, not one a column."""

KEYS = tuple(rule.key for rule in SCOPED if rule.key)


@dataclass(frozen=True, slots=True)
class Part:
    """A row group of the file, sorted by itself; group ``g`` begins at row ``starts[g]``."""

    starts: np.ndarray
    group: np.ndarray
    day: np.ndarray
    record: np.ndarray


@dataclass(frozen=True, slots=True)
class Shard:
    """Some groups in the order of the fold, and the number each mark had in the file."""

    columns: Columns
    ids: np.ndarray


def everything(path: Path, threads: int) -> Checksums:
    """All seven record types, every age group, from the file."""

    def work(groups: range) -> Checksums:
        shard = _merged(parts, groups)
        return _checksums(fold(shard.columns), shard.columns.ages, shard.ids, RECORD_TYPES)

    with ThreadPoolExecutor(threads) as pool:
        parts = _read(path, pool)
        return _total(pool.map(work, _spread(parts)))


def mirror(path: Path, threads: int) -> list[Shard]:
    """The columns as the book keeps them: read, sorted by group and day."""
    with ThreadPoolExecutor(threads) as pool:
        parts = _read(path, pool)
        return list(pool.map(lambda groups: _merged(parts, groups), _spread(parts)))


def places(shards: list[Shard], threads: int) -> Checksums:
    """World, area and national records, every age group, from the mirror."""
    levels = [Level(name) for name in PLACES]

    def work(shard: Shard) -> Checksums:
        flags = fold(shard.columns, levels=levels)
        some = np.flatnonzero(flags)  # one in twelve
        return _checksums(flags[some], shard.columns.ages[some], shard.ids[some], PLACES)

    with ThreadPoolExecutor(threads) as pool:
        return _total(pool.map(work, shards))


def _read(path: Path, pool: ThreadPoolExecutor) -> list[Part]:
    """The file, row group by row group, into memory taken once."""
    metadata = pq.read_metadata(path)
    sizes = [metadata.row_group(part).num_rows for part in range(metadata.num_row_groups)]
    group, day, record = (np.empty(sum(sizes), kind) for kind in (np.uint8, np.int32, RECORD))
    ends = np.cumsum(sizes)

    def work(part: int) -> Part:
        table = pq.ParquetFile(path, metadata=metadata).read_row_group(part, use_threads=False)
        column = {name: _numbers(table.column(name)) for name in table.column_names}
        place = slice(ends[part] - sizes[part], ends[part])
        return _part(column, group[place], day[place], record[place])

    return list(pool.map(work, range(len(sizes))))


def _part(column: dict[str, np.ndarray], group: np.ndarray, day: np.ndarray, record: np.ndarray) -> Part:
    """What the fold needs of some rows, by group and day; the last three are written."""
    ages, year = age_groups(column["day"], column["birth"])
    counts = (column["status"] == OK) & (column["wind"] <= 200)
    made = {
        "score": column["mark"] * (2 * column["lower_is_better"] - 1),
        "counts": counts * np.uint8(COUNTS_RECORD | COUNTS_PERSONAL),
        "ages": ages,
        "year": year,
    }
    read = np.empty(counts.size, RECORD)
    for name in RECORD.names:
        read[name] = made[name] if name in made else column[name]
    groups = (column["event"].astype(np.uint8) * 2 + column["sex"]) * 2 + column["indoor"]
    rows, starts = order(groups, column["day"], groups=GROUPS)
    for values, place in ((groups, group), (column["day"], day), (read, record)):
        values.take(rows, out=place, mode="clip")
    return Part(starts, group, day, record)


def _numbers(column: pa.ChunkedArray) -> np.ndarray:
    """A column as it lies in memory; days as numbers."""
    whole = column.combine_chunks()
    return np.from_dlpack(whole.view(pa.int32()) if pa.types.is_date(whole.type) else whole)


def _spread(parts: list[Part]) -> list[range]:
    """The groups in ranges of about as many rows each."""
    ends = sum(part.starts[1:] for part in parts)
    shards = max(4, round(int(ends[-1]) / SHARD))
    cuts = np.searchsorted(ends, np.linspace(0, ends[-1], shards + 1)[1:-1]) + 1
    return [range(a, b) for a, b in pairwise([0, *(int(cut) for cut in cuts), GROUPS]) if a < b]


def _merged(parts: list[Part], groups: range) -> Shard:
    """The rows of these groups, by group and day; those of one day stand in the order of the file."""

    def gathered(column: str) -> np.ndarray:
        return np.concatenate(
            [getattr(part, column)[part.starts[groups.start] : part.starts[groups.stop]] for part in parts]
        )

    rows, starts = order(gathered("group") - np.uint8(groups.start), gathered("day"), groups=len(groups))
    record = gathered("record").take(rows)
    column = {
        name: np.ascontiguousarray(record[name]) for name in ("score", "counts", "ages", "year", "athlete")
    }
    keys = {key: record[key].astype(np.int32) for key in KEYS}
    return Shard(Columns(starts=starts, keys=keys, **column), np.ascontiguousarray(record["id"]))


def _checksums(flags: np.ndarray, ages: np.ndarray, ids: np.ndarray, types: tuple[str, ...]) -> Checksums:
    """Write the records of each type out, and sum them."""
    sums = {}
    for name in types:
        row, age = records(flags, ages, Level(name))
        found = ids[row]
        mixed = 31 * found + 7 * age.astype(np.int64) + RECORD_TYPES.index(name)
        # A sum of remainders: dividing is half as dear as `%`.
        remainders = int(mixed.sum()) - MODULUS * int((mixed // MODULUS).sum())
        sums[name] = row.size, int(found.sum()), remainders
    return sums


def _total(parts: Iterable[Checksums]) -> Checksums:
    """The sums of all shards."""
    whole: Checksums = {}
    for part in parts:
        for name, sums in part.items():
            whole[name] = tuple(a + b for a, b in zip(whole.get(name, (0, 0, 0)), sums, strict=True))
    return whole

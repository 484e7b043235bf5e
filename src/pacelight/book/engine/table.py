"""A table of performances as the columns of the fold: sorted, numbered, nothing decided."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pacelight.book.birth import BirthPrecision
from pacelight.book.columns import UNREACHED, Columns, order
from pacelight.book.engine.port import WORDS, checked
from pacelight.book.fold import fold
from pacelight.book.model import Status
from pacelight.book.rules import ALL_AGES, COUNTS_PERSONAL, COUNTS_RECORD, SCOPED, age_groups, counts
from pacelight.errors import BookError
from pacelight.measure import Unit

__all__ = ["by_group", "columns", "words"]

Array = npt.NDArray[Any]


def words(performances: pa.Table, *, threads: int = 1) -> pa.Table:
    """The word of each performance, of as many events as there are, as `port.WORDS` has them.

    Args:
        performances: the columns of `port.GIVEN`.
        threads: over how many the events are spread.

    Raises:
        BookError: a column is missing, of another kind, or holds what cannot be.
    """
    given, ids = columns(performances)
    flags = fold(given, threads=threads)
    return pa.table([pa.array(ids), pa.array(flags.view(np.int64))], schema=WORDS)


def columns(performances: pa.Table) -> tuple[Columns, npt.NDArray[np.int64]]:
    """The columns of the fold, and the id of each row.

    Raises:
        BookError: what `words` raises.
    """
    table = performances.select(checked(performances.schema))
    ids, day = _whole(table, "id", np.int64), _whole(table, "day", np.int32)
    seq = _whole(table, "seq", np.int64) if "seq" in table.column_names else np.zeros(len(table), np.int64)
    group, groups = _groups(table)
    rows, starts = _order(group, groups, (ids, seq, day))
    ages, year = _ages(table, day)
    column: dict[str, npt.NDArray[Any]] = {
        "score": _scores(table),
        "counts": _counts(table),
        "ages": ages,
        "year": year,
        "athlete": _numbered(table.column("athlete")),
    }
    keys: dict[str, npt.NDArray[np.int32]] = {
        rule.key: _numbered(table.column(rule.key)).take(rows)
        for rule in SCOPED
        if rule.key and rule.key in table.column_names
    }
    taken = {name: values.take(rows) for name, values in column.items()}
    return Columns(starts=starts, keys=keys, **taken), ids.take(rows)


def by_group(table: pa.Table) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Rows by event and sex, as they stand within each.

    Returns:
        rows: shape ``(n,)``, row numbers in order.
        starts: shape ``(groups + 1,)``, where each group begins in that order.

    Raises:
        BookError: a row has no event, or no sex.
    """
    group, groups = _groups(table)
    return order(group, np.zeros(group.size, np.int32), groups=groups)


def _groups(table: pa.Table) -> tuple[npt.NDArray[np.int64], int]:
    """A number for each event and sex that is there."""
    for name in ("event", "sex"):
        _check_filled(table, name)
    event, sex = (_numbered(table.column(name)) for name in ("event", "sex"))
    together = event * (np.int64(sex.max(initial=0)) + 1) + sex
    there = np.bincount(together) > 0  # numbers are small: an event has as many as there are sexes
    return (np.cumsum(there) - 1).take(together), int(there.sum())


def _order(
    group: npt.NDArray[np.int64], groups: int, keys: tuple[Array, Array, Array]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Rows by group, day, sequence and id; what stands in order already is not sorted again."""
    ids, seq, day = keys
    rows = np.arange(group.size, dtype=np.int32)
    for key in (ids, seq):
        taken = key.take(rows)
        if (taken[1:] < taken[:-1]).any():
            rows = rows.take(_stable(taken))
    last, starts = order(group.take(rows), day.take(rows), groups=groups)
    return rows.take(last), starts


def _stable(key: npt.NDArray[np.int64]) -> npt.NDArray[np.integer[Any]]:
    low = key.min()
    if key.max() - low < np.iinfo(np.int32).max:
        return order(np.zeros(key.size, np.uint8), (key - low).astype(np.int32), groups=1)[0]
    return np.argsort(key, kind="stable")


def _scores(table: pa.Table) -> npt.NDArray[np.int32]:
    """Smaller is better: of times the value, of all else the value below zero."""
    if "score" in table.column_names:
        score = _whole(table, "score", np.int64)
    else:
        lower = _looked_up(table, "unit", {unit.value: unit is Unit.TIME for unit in Unit})
        value = _whole(table, "value", np.int64)
        score = np.where(lower, value, -value)
    if score.size and not -UNREACHED <= score.min() <= score.max() < UNREACHED:
        raise BookError(f"a score lies between {-UNREACHED} and {UNREACHED - 1}")
    return score.astype(np.int32)


def _counts(table: pa.Table) -> npt.NDArray[np.uint8]:
    """The bits `COUNTS_RECORD` and `COUNTS_PERSONAL`, as they are told or as the rules have them."""
    if "counts" in table.column_names:
        told = _whole(table, "counts", np.int64)
        if told.size and not 0 <= told.min() <= told.max() <= COUNTS_RECORD | COUNTS_PERSONAL:
            raise BookError("'counts' is 0, 1, 2 or 3")
        return told.astype(np.uint8)
    counted = np.full(len(table), counts(Status.CANDIDATE, official=True), np.uint8)
    if "status" in table.column_names:
        judged = {status.value: counts(status, official=True) for status in Status}
        counted = _looked_up(table, "status", judged, empty=Status.CANDIDATE.value).astype(np.uint8)
    if "official" in table.column_names:
        counted[~_filled(table, "official", True).astype(np.bool_)] = 0
    return counted


def _ages(
    table: pa.Table, day: npt.NDArray[np.int32]
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.int16]]:
    """The age groups of each performance, as far as births tell, and its year."""
    if "birth" not in table.column_names:
        return np.full(day.size, ALL_AGES, np.uint16), age_groups(day, day)[1]
    known = np.asarray(table.column("birth").is_valid())
    first = np.where(known, _filled(table, "birth", 0, np.int32), day).astype(np.int32)
    ages, year = age_groups(day, first)
    ages[~known] = ALL_AGES
    if "birth_precision" in table.column_names:
        # Who may be of a group or not is of none but "all": a group counts if it is theirs on every day.
        ages &= age_groups(day, _latest(table, first))[0] | np.where(known, 0, ALL_AGES).astype(np.uint16)
    return ages, year


def _latest(table: pa.Table, first: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The last day on which each can have been born."""
    units = {BirthPrecision.DAY: "D", BirthPrecision.MONTH: "M", BirthPrecision.YEAR: "Y"}
    place = {precision.value: nth for nth, precision in enumerate(units)}
    precision = _looked_up(table, "birth_precision", place, empty=BirthPrecision.DAY.value)
    days = first.astype("datetime64[D]")
    ends = [(days.astype(f"datetime64[{unit}]") + 1).astype("datetime64[D]") - 1 for unit in units.values()]
    return np.choose(precision, [end.astype(np.int64) for end in ends]).astype(np.int32)


def _numbered(column: pa.ChunkedArray) -> npt.NDArray[np.int32]:
    """Each distinct name as a number, counted from zero; -1 for none."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if not pa.types.is_integer(column.type):
        column = pc.if_else(pc.equal(column, ""), None, column)
    numbers = column.combine_chunks().dictionary_encode().indices
    return np.asarray(numbers.fill_null(-1), np.int32)


def _looked_up(table: pa.Table, name: str, known: dict[str, int], *, empty: str = "") -> Array:
    """What each word of a column stands for.

    Raises:
        BookError: a word that stands for nothing.
    """
    column = pc.fill_null(table.column(name).cast(pa.string()), empty)
    coded = column.combine_chunks().dictionary_encode()
    unknown = [word for word in coded.dictionary.to_pylist() if word not in known]
    if unknown:
        raise BookError(f"no {name} '{unknown[0]}' (there are {', '.join(known)})")
    values = np.array([known[word] for word in coded.dictionary.to_pylist()] or [0], np.int64)
    return values.take(np.asarray(coded.indices))


def _whole(table: pa.Table, name: str, dtype: type[np.integer[Any]]) -> Array:
    """A column of whole numbers, or of days since 1970-01-01, that is filled in every row."""
    _check_filled(table, name)
    return _filled(table, name, 0, dtype)


def _filled(table: pa.Table, name: str, empty: object, dtype: type[np.integer[Any]] | None = None) -> Array:
    column = table.column(name)
    if pa.types.is_date(column.type):
        column = column.cast(pa.date32()).cast(pa.int32())
    return np.asarray(pc.fill_null(column, empty), dtype)


def _check_filled(table: pa.Table, name: str) -> None:
    if table.column(name).null_count:
        raise BookError(f"column '{name}': {table.column(name).null_count} rows have none")

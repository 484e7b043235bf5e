"""Facts as flat rows, a cell a field, and rows as facts again: what CSV, JSON and Parquet have in common.

The columns of a performance are its fields, in their order; its mark has five:
``mark`` as people print it, and ``mark_value``, ``mark_unit``, ``mark_precision``, ``mark_timing``,
which together say it exactly.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType
from typing import Any, TypeAlias, get_args, get_type_hints

from pacelight.book.model import Entry, Performance, Standing
from pacelight.errors import FormatError
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Length, Points, Unit, unit, value

__all__ = [
    "BETWEEN",
    "COLUMNS",
    "LIST_COLUMNS",
    "RECORD_COLUMNS",
    "Cell",
    "Column",
    "Flat",
    "columns_of",
    "flat",
    "performance",
]

Cell: TypeAlias = str | int | bool | date | None
Flat: TypeAlias = dict[str, Cell]

BETWEEN = "; "
"""Stands between several sentences in one cell."""

_MARK = "mark"
_KINDS: Mapping[type, type] = MappingProxyType({str: str, int: int, bool: bool, date: date})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an exported table.

    Attributes:
        name: its header.
        kind: of its cells: str, int, bool or date.
        optional: a cell may be empty, which means that it is not known.
    """

    name: str
    kind: type
    optional: bool = False


def _cells_of(name: str, hint: object) -> tuple[Column, ...]:
    """The columns of a field by its type."""
    if name == _MARK:
        exact = (Column("mark_value", int), Column("mark_unit", str))
        return (
            Column(name, str),
            *exact,
            Column("mark_precision", int, True),
            Column("mark_timing", str, True),
        )
    if hint == tuple[str, ...]:
        return (Column(name, str),)
    (inner, *rest) = [one for one in get_args(hint) or (hint,) if one is not NoneType]
    if rest or not isinstance(inner, type):
        raise TypeError(f"no column for {name}: {hint}")
    optional = NoneType in get_args(hint)
    if issubclass(inner, Enum):
        return (Column(name, str, optional),)
    return (Column(name, _KINDS[inner], optional),)


_HINTS = get_type_hints(Performance)
_FIELDS = tuple(one.name for one in fields(Performance))

COLUMNS: tuple[Column, ...] = tuple(column for name in _FIELDS for column in _cells_of(name, _HINTS[name]))
"""Of a table of performances."""

LIST_COLUMNS: tuple[Column, ...] = (Column("rank", int, True), Column("status", str, True), *COLUMNS)
"""Of an all-time list."""

RECORD_COLUMNS: tuple[Column, ...] = (
    Column("level", str),
    Column("label", str),
    Column("scope", str),
    Column("since", date),
    Column("status", str),
    Column("recognition", str),
    *COLUMNS,
)
"""Of a list of records: a row for each holder."""


def columns_of(items: Sequence[Performance | Entry | Standing]) -> tuple[Column, ...]:
    """The columns of a table of these, which are all of one kind; of nothing, those of performances.

    Raises:
        FormatError: a mixture.
    """
    kinds = {type(one) for one in items} or {Performance}
    if len(kinds) > 1:
        raise FormatError("performances, lists and records go into files of their own")
    tables = {Performance: COLUMNS, Entry: LIST_COLUMNS, Standing: RECORD_COLUMNS}
    return tables[kinds.pop()]


def flat(items: Iterable[Performance | Entry | Standing]) -> Iterator[Flat]:
    """Each as a row; of a record, each of its holders."""
    for item in items:
        match item:
            case Performance():
                yield _flat(item)
            case Entry():
                told: Flat = {"rank": item.rank, "status": item.status.value if item.status else None}
                yield told | _flat(item.performance)
            case Standing():
                yield from _holders(item)


def _holders(standing: Standing) -> Iterator[Flat]:
    for holder, status in zip(standing.holders, standing.statuses, strict=True):
        told: Flat = {
            "level": standing.level.value,
            "label": standing.label,
            "scope": standing.scope,
            "since": standing.since,
            "status": status.value,
            "recognition": standing.recognition.value,
        }
        yield told | _flat(holder)


def _flat(one: Performance) -> Flat:
    row: Flat = {}
    for name in _FIELDS:
        field = getattr(one, name)
        if name == _MARK:
            row |= _flat_mark(field)
        elif isinstance(field, Enum):
            row[name] = field.value
        elif isinstance(field, tuple):
            row[name] = _joined(name, field)
        else:
            row[name] = field
    return {column.name: row.get(column.name) for column in COLUMNS}


def _joined(name: str, sentences: tuple[str, ...]) -> str:
    """Several sentences in one cell.

    Raises:
        FormatError: they could not be told apart again.
    """
    if offending := [one for one in sentences if not one or BETWEEN in one]:
        raise FormatError(f"{name} are sentences without '{BETWEEN}', not '{offending[0]}'")
    return BETWEEN.join(sentences)


def _flat_mark(mark: AnyMark) -> Flat:
    precision = None if isinstance(mark, Points) else mark.precision
    timing = mark.timing.value if isinstance(mark, Mark) else None
    row: Flat = {
        _MARK: str(mark),
        "mark_value": value(mark),
        "mark_unit": unit(mark).value,
        "mark_precision": precision,
        "mark_timing": timing,
    }
    return row


def performance(row: Flat) -> Performance:
    """The performance of a row that `flat` made, whatever else stands in it.

    Raises:
        FormatError: a column is missing, or cells contradict each other.
        Refused: a value that cannot be, by its own error.
    """
    missing = [column.name for column in COLUMNS if column.name not in row]
    if missing:
        raise FormatError(f"a column is missing: {', '.join(missing)}")
    given = {name: _restored(name, row) for name in _FIELDS}
    return Performance(**given)


def _restored(name: str, row: Flat) -> Any:  # noqa: ANN401 - of the type of its field
    if name == _MARK:
        return _mark(row)
    hint, cell = _HINTS[name], row[name]
    if hint == tuple[str, ...]:
        return tuple(str(cell).split(BETWEEN)) if cell else ()
    (inner,) = [one for one in get_args(hint) or (hint,) if one is not NoneType]
    if cell is None or not issubclass(inner, Enum):
        return cell
    try:
        return inner(cell)
    except ValueError:
        known = ", ".join(member.value for member in inner)
        raise FormatError(f"no {name}: '{cell}' (write one of {known})") from None


def _mark(row: Flat) -> AnyMark:
    amount, precision = row["mark_value"], row["mark_precision"]
    makers: dict[str, Callable[[], AnyMark]] = {
        Unit.TIME: lambda: Mark(amount, precision, Timing(row["mark_timing"])),  # type: ignore[arg-type]
        Unit.LENGTH: lambda: Length(amount, precision),  # type: ignore[arg-type]
        Unit.POINTS: lambda: Points(amount),  # type: ignore[arg-type]
    }
    make = makers.get(str(row["mark_unit"]))
    if make is None or not _sized(row):
        raise FormatError(
            f"no mark: {amount} {row['mark_unit']} to {precision} decimals, {row['mark_timing']}"
        )
    mark = make()
    if str(mark) != row[_MARK]:
        raise FormatError(
            f"the mark '{row[_MARK]}' and its value {amount} {row['mark_unit']} contradict each other"
        )
    return mark


def _sized(row: Flat) -> bool:
    """Whether a mark has what its unit asks for, and nothing else."""
    timed = row["mark_timing"] in set(Timing) if row["mark_unit"] == Unit.TIME else row["mark_timing"] is None
    precise = (row["mark_precision"] is None) == (row["mark_unit"] == Unit.POINTS)
    return timed and precise

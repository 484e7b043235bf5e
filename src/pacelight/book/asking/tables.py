"""Answers as tables: Arrow, and from it pandas and Polars, which are loaded when they are asked for.

Whole numbers stay whole numbers, days are days (``date32``), and no float holds a mark:
each has its text, its value in thousandths of a second, millimetres or points, its unit and its precision.
"""

from datetime import date
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pacelight.book.asking.flat_answers import KINDS, Kind, kind_of
from pacelight.book.asking.lists import Book
from pacelight.book.model import Performance
from pacelight.errors import Failure
from pacelight.event import Event, Sex
from pacelight.event import event as find_event

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]  # an extra
    import polars as pl

__all__ = ["SCHEMAS", "performances", "to_arrow", "to_pandas", "to_polars"]

_TYPES: dict[type, Any] = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), date: pa.date32()}


def _schema(kind: Kind) -> Any:  # noqa: ANN401 - Arrow has no types
    fields = [pa.field(one.name, _TYPES[one.kind], nullable=one.optional) for one in kind.columns]
    return pa.schema(fields)


SCHEMAS: dict[str, Any] = {kind.name: _schema(kind) for kind in KINDS.values()}
"""The Arrow schema of each kind of answer, by its name: ``record``, ``progression``, ``list``, ..."""


def to_arrow(answer: object, *, of: type | None = None) -> pa.Table:
    """An answer of the book as an Arrow table; the reference names the columns of each kind.

    >>> from pacelight import Book, Sex
    >>> with Book.starter() as book:
    ...     record = book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, 12))
    >>> table = to_arrow(record)
    >>> table.select(["label", "mark", "mark_value", "mark_unit", "athlete"]).to_pylist()
    [{'label': 'WR', 'mark': '3:46.63', 'mark_value': 226630, 'mark_unit': 'ms', 'athlete': 'Yared Nuguse'}]

    Args:
        answer: a record, a progression, a list, a lead, levels, rankings, a career, what breaks,
            conflicts, what changed, what was verified, or performances.
        of: what an empty list would hold, as ``Conflict``: it has its columns, and no row.

    Raises:
        BookError: the answer is *not known*, no answer, or an empty list of nobody knows what.
    """
    kind, parts = kind_of(answer, of)
    rows = [row for part in parts for row in kind.rows(part)]
    return pa.Table.from_pylist(rows, SCHEMAS[kind.name])


def to_pandas(answer: object, *, of: type | None = None) -> "pd.DataFrame":
    """An answer of the book for pandas, its columns backed by Arrow: a whole number never becomes a float.

    Takes and raises what `to_arrow` does.

    Raises:
        Failure: pandas is not installed.
    """
    pandas = _extra("pandas")
    return to_arrow(answer, of=of).to_pandas(types_mapper=pandas.ArrowDtype)


def to_polars(answer: object, *, of: type | None = None) -> "pl.DataFrame":
    """An answer of the book for Polars.

    Takes and raises what `to_arrow` does.

    Raises:
        Failure: Polars is not installed.
    """
    polars = _extra("polars")
    frame: pl.DataFrame = polars.from_arrow(to_arrow(answer, of=of))
    return frame


def performances(
    book: Book, event: Event | str, sex: Sex, *, as_of: date, known_at: date | None = None
) -> list[Performance]:
    """Every performance of an event by a day, in order of time, marks and nations as they were corrected.

    What was annulled or is not official is among them: what counts is said by records and lists.

    Args:
        book: is asked.
        event: the event, or its code or name.
        sex: whose.
        as_of: the last day of performances.
        known_at: the last day of corrections; `as_of` if not given.

    Raises:
        EventError: no such event.
    """
    one = find_event(event) if isinstance(event, str) else event
    return list(book.part(one, sex).history.view(as_of, known_at or as_of).performances)


def _extra(name: str) -> ModuleType:
    """A library that only these tables need, imported when it is asked for."""
    try:
        return import_module(name)
    except ImportError as error:
        raise Failure(f"a table for {name} needs {name} (install pacelight[{name}])") from error

"""What goes out: performances, all-time lists and records as CSV, JSON lines or Parquet.

::

    performances ─┐           ┌─► CSV          read back by `exported`
    a list        ├─► `flat` ─┼─► JSON lines
    records       ┘           └─► Parquet
                  └─────────────► `lenex`      records only
"""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from pacelight.book.formats.flat import Cell, columns_of, flat
from pacelight.book.model import Entry, Performance, Standing
from pacelight.errors import Failure

__all__ = ["MARK_CELLS", "SCHEMA", "Exported", "arrow", "write_csv", "write_json_lines", "write_parquet"]

SCHEMA = "pacelight.fact/1"
"""Stands in every line of a JSON export."""

Exported = Sequence[Performance] | Sequence[Entry] | Sequence[Standing]

MARK_CELLS = ("value", "unit", "precision", "timing")
"""What says a mark exactly, beside its text: columns of a table, keys of an object."""


def write_csv(items: Exported) -> bytes:
    """A table with a header, comma-separated, UTF-8: days are ISO, an empty cell is not known.

    Source: RFC 4180, line ends included: what is written with others loses a lone one within a cell.
    """
    columns = [column.name for column in columns_of(items)]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _text(cell) for name, cell in row.items()} for row in flat(items))
    return out.getvalue().encode()


def write_json_lines(items: Exported) -> bytes:
    """One object a line; its ``mark`` is an object itself: text, value, unit, precision, timing."""
    columns_of(items)
    lines = []
    for row in flat(items):
        mark = {"text": row["mark"]} | {name: row.pop(f"mark_{name}") for name in MARK_CELLS}
        shown = {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in row.items()}
        lines.append(json.dumps({"schema": SCHEMA} | shown | {"mark": mark}, ensure_ascii=False) + "\n")
    return "".join(lines).encode()


def write_parquet(items: Exported) -> bytes:
    """A Parquet file, compressed with zstd; days are ``date32``, marks whole numbers with their unit.

    Raises:
        Failure: pyarrow is not installed.
    """
    pa, parquet = arrow()
    columns = columns_of(items)
    kinds = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), date: pa.date32()}
    schema = pa.schema([pa.field(one.name, kinds[one.kind], nullable=one.optional) for one in columns])
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(flat(items)), schema), out, compression="zstd")
    return out.getvalue()


def arrow() -> tuple[Any, Any]:
    """The library that reads and writes Parquet and its part for that, imported where they are needed.

    Raises:
        Failure: it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - it is large, and no other part of a room needs it
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise Failure("Parquet needs pyarrow: install pacelight with the extra 'parquet'") from error
    return pa, pq


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)

"""What `export` wrote, read back: as the performances they were, or as the lines of an import."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from pacelight.book.formats.dates import none_after
from pacelight.book.formats.export import MARK_CELLS, SCHEMA, arrow
from pacelight.book.formats.flat import COLUMNS, LIST_COLUMNS, RECORD_COLUMNS, Cell, Column, Flat, performance
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.text import decoded, plain, shown
from pacelight.book.model import Performance
from pacelight.errors import FormatError, Refused

__all__ = ["performances", "read", "recognise", "rows"]

_HEADERS = tuple(
    tuple(column.name for column in columns) for columns in (COLUMNS, LIST_COLUMNS, RECORD_COLUMNS)
)
_CSV = tuple(",".join(header).encode() for header in _HEADERS)
_JSON = f'{{"schema": "{SCHEMA}"'.encode()
_PARQUET = b"PAR1"
_ALL: Mapping[str, Column] = MappingProxyType(
    {column.name: column for column in (*RECORD_COLUMNS, *LIST_COLUMNS, *COLUMNS)}
)
_WORDS: Mapping[str, bool] = MappingProxyType({"yes": True, "no": False})


def recognise(data: bytes, name: str) -> bool:
    """Whether it begins as such a table, or is Parquet with its columns."""
    del name
    if data.startswith(_PARQUET):
        return all(column.name.encode() in data for column in COLUMNS)
    return data.startswith((*_CSV, _JSON))


def performances(data: bytes, name: str = "the file") -> tuple[Performance, ...]:
    """The performances of an export, whatever else its rows say, equal to those that were written.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no export, torn, or a row that cannot be; the text names the row.
    """
    return tuple(
        _performance(row, f"{name} row {number}") for number, row in enumerate(rows(data, name), start=1)
    )


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """The same as lines for an import; what was not measured as a finish is makes none.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        until: the day the file is from; a later performance is refused.

    Raises:
        FormatError: as `performances`, but for a row that cannot be, which is refused alone.
    """
    return none_after(_readings(rows(data, name)), until)


def rows(data: bytes, name: str) -> Iterator[Flat]:
    """The rows of an export: ``rank``, ``status`` or what a record is, before the columns of a performance.

    Raises:
        FormatError: no export, or torn.
    """
    if data.startswith(_PARQUET):
        return iter(_of_parquet(data, name))
    text = decoded(data, name)
    if not text:
        raise FormatError(f"{name} is empty")
    if text.startswith("{"):
        return iter(_of_json(text, name))
    return iter(_of_csv(data, name))


def _of_csv(data: bytes, name: str) -> list[Flat]:
    """The rows of a table, line ends within cells as they were written."""
    try:
        text = data.decode("utf-8-sig")
        header, *table = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (csv.Error, ValueError) as error:
        raise FormatError(f"{name} is torn or no export of a book: {plain(str(error))}") from error
    if tuple(header) not in _HEADERS:
        raise FormatError(f"{name} is no export of a book: its first line is '{shown(','.join(header))}'")
    if not data.endswith(b"\n"):
        raise FormatError(f"{name} is torn: its last line does not end")
    found = []
    for number, cells in enumerate(table, start=1):
        if len(cells) != len(header):
            raise FormatError(f"{name} row {number}: {len(cells)} columns where the header has {len(header)}")
        found.append(
            {
                column: _cell(column, cell, f"{name} row {number}")
                for column, cell in zip(header, cells, strict=True)
            }
        )
    return found


def _cell(name: str, text: str, where: str) -> Cell:
    column = _ALL[name]
    if not text and column.optional:
        return None
    readers: dict[type, Callable[[str], Cell]] = {
        str: str,
        int: int,
        bool: _WORDS.__getitem__,
        date: date.fromisoformat,
    }
    try:
        return readers[column.kind](text)
    except (KeyError, ValueError) as error:
        raise FormatError(f"{where}: no {name}: '{shown(text)}'") from error


def _of_json(text: str, name: str) -> list[Flat]:
    found = []
    *whole, rest = text.split("\n")
    if rest:
        raise FormatError(f"{name} is torn: its last line does not end")
    for number, line in enumerate(whole, start=1):
        where = f"{name} row {number}"
        try:
            row = json.loads(line)
            if row.pop("schema") != SCHEMA:
                raise FormatError(f"{where}: another schema than {SCHEMA}")
            mark = row["mark"]
            row |= {f"mark_{cell}": mark[cell] for cell in MARK_CELLS} | {"mark": mark["text"]}
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
            if isinstance(error, FormatError):
                raise
            raise FormatError(f"{where} is torn or no line of an export: '{shown(line)}'") from error
        found.append({column: _value(column, cell, where) for column, cell in row.items()})
    return found


def _value(name: str, cell: object, where: str) -> Cell:
    """A cell of JSON as its column wants it."""
    column = _ALL.get(name)
    if column is None:
        raise FormatError(f"{where}: no column '{shown(name)}'")
    if cell is None and column.optional:
        return None
    if column.kind is date and isinstance(cell, str):
        return _cell(name, cell, where)
    if type(cell) is column.kind and isinstance(cell, str | int):
        return cell
    raise FormatError(f"{where}: no {name}: {shown(str(cell))}")


def _of_parquet(data: bytes, name: str) -> list[Flat]:
    pa, parquet = arrow()
    try:
        table = parquet.read_table(io.BytesIO(data)).to_pylist()
    except (pa.lib.ArrowException, OSError, ValueError, OverflowError) as error:  # also a day of year 10000
        raise FormatError(f"{name} is torn or no Parquet file: {shown(str(error))}") from error
    return [
        {column: _value_of_parquet(column, cell, f"{name} row {number}") for column, cell in row.items()}
        for number, row in enumerate(table, start=1)
    ]


def _value_of_parquet(name: str, cell: object, where: str) -> Cell:
    column = _ALL.get(name)
    is_day = column is not None and column.kind is date
    return cell if is_day and isinstance(cell, date) else _value(name, cell, where)


def _performance(row: Flat, where: str) -> Performance:
    try:
        return performance(row)
    except Refused as error:
        raise FormatError(f"{where}: {plain(str(error))}") from error


def _readings(of: Iterator[Flat]) -> Iterator[Reading]:
    for number, row in enumerate(of, start=1):
        at = f"row {number}"
        try:
            one = performance(row)
        except Refused as error:
            yield Refusal(
                at, shown(" ".join(str(cell) for cell in row.values() if cell is not None)), str(error)
            )
            continue
        yield (
            _line(at, one)
            if one.official
            else Refusal(at, plain(one.key), "not official: shown, and no record")
        )


def _line(at: str, one: Performance) -> Line:
    return Line(
        at=at,
        event=one.event,
        sex=one.sex,
        mark=one.mark,
        mark_text=str(one.mark),
        athlete=one.athlete,
        nation=one.nation,
        day=one.day,
        year=one.day.year,
        venue=one.venue,
        competition=one.competition,
        wind=one.wind,
        place=one.place,
        en_route=one.en_route_of is not None,
        flags=one.flags,
        note="; ".join(filter(None, (one.round, *one.conditions, one.note))),
    )

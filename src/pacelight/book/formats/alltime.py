"""All-time lists of World Athletics as one Parquet table: every performance down to a mark, list by list.

The columns are those of the source: text as printed. Columns with somebody's reading of it
(``mark_value``, ``date``, ``birth_date``) may be there and are not looked at.

Source: thomascamminady/world-athletics-database, ``data/men/*.csv`` and ``data/women/*.csv``.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import count
from typing import Any, TypeAlias

from pacelight.book.formats.dates import DayLayout, age_doubts, birth, none_after
from pacelight.book.formats.line import Birth, Line, Reading, Refusal
from pacelight.book.formats.marks import tenths, with_doubts
from pacelight.book.formats.text import lost_doubts, plain
from pacelight.book.formats.words import sex_of
from pacelight.errors import EventError, FormatError, Refused
from pacelight.event import Discipline, Event, event
from pacelight.mark import Mark, Timing
from pacelight.nation import nation

__all__ = ["COLUMNS", "read", "recognise"]

COLUMNS = (
    "sex",
    "event",
    "mark_text",
    "wind_text",
    "competitor",
    "birth_text",
    "nation",
    "position_text",
    "venue",
    "date_text",
)
"""What is read, all of it text."""

_MAGIC = b"PAR1"
_SHORTEST = 12
_BATCH_ROWS = 1 << 15
_DAYS = DayLayout("DD MON YYYY")
_PLACE = re.compile(r"(?P<place>[1-9][0-9]{0,3})(?:\.0)?(?P<round>(?:f|h|sf|q|qf|pr|ce|sr)[0-9]{0,3})?")
_ROUND = re.compile(r"(?:f|h|sf|q|qf|pr|ce|sr)[0-9]{0,3}")
_ON_THE_WAY = frozenset({Discipline.RUN, Discipline.WALK})

Row: TypeAlias = tuple[str, ...]
"""The cells of a row, in the order of `COLUMNS`; empty where the table has none."""


def recognise(data: bytes, name: str) -> bool:
    """Whether this is a Parquet table with these columns."""
    del name
    try:
        return not _missing(_opened(data, "the file"))
    except FormatError:
        return False


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """Every row of an all-time list; batch by batch, so that a large one needs little memory.

    Raises:
        FormatError: no Parquet, torn, or a column is missing.
    """
    table = _opened(data, name)
    if missing := _missing(table):
        raise FormatError(f"{name} is no all-time list: it has no column of text '{missing[0]}'")
    return none_after(_readings(table, name), until)


def _opened(data: bytes, name: str) -> Any:  # noqa: ANN401 - pyarrow comes without types
    """The table behind the bytes, its rows not yet read."""
    if len(data) < _SHORTEST or not data.startswith(_MAGIC) or not data.endswith(_MAGIC):
        raise FormatError(f"{name} is no Parquet file, or it is torn: it does not begin and end with PAR1")
    import pyarrow as pa  # noqa: PLC0415 - large, and only this reader needs it
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        return pq.ParquetFile(pa.BufferReader(data))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise FormatError(f"{name} is a Parquet file that cannot be read: {_first_line(error)}") from error


def _missing(table: Any) -> list[str]:  # noqa: ANN401
    """The columns that are not there, or not text."""
    import pyarrow as pa  # noqa: PLC0415

    texts = {
        column.name
        for column in table.schema_arrow
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
    }
    return [column for column in COLUMNS if column not in texts]


def _readings(table: Any, name: str) -> Iterator[Reading]:  # noqa: ANN401
    numbers = count(1)
    for batch in _batches(table, name):
        for row in batch:
            yield _reading(f"row {next(numbers)}", row)


def _batches(table: Any, name: str) -> Iterator[Iterator[Row]]:  # noqa: ANN401
    """The rows, some ten thousand at a time.

    Raises:
        FormatError: the table is damaged from here on.
    """
    import pyarrow as pa  # noqa: PLC0415

    done = 0
    try:
        for batch in table.iter_batches(batch_size=_BATCH_ROWS, columns=list(COLUMNS)):
            columns = [[cell or "" for cell in batch.column(column).to_pylist()] for column in COLUMNS]
            yield zip(*columns, strict=True)
            done += batch.num_rows
    except (pa.ArrowException, OSError, ValueError) as error:
        raise FormatError(f"{name} is damaged after row {done}: {_first_line(error)}") from error


def _reading(at: str, row: Row) -> Reading:
    try:
        return _line(at, row)
    except Refused as error:
        return Refusal(at, plain(" | ".join(row)), str(error))


def _line(at: str, row: Row) -> Line:
    sex, listed, text, wind, athlete, born_text, code, position, venue, day_text = row
    one, who = _event(listed), sex_of(sex)
    if who not in one.sexes:
        raise EventError(f"{one.name} is not contested by {who}")
    mark, doubts = with_doubts(one.code, text)
    day, born = _day(day_text), _born(born_text)
    place, note = _place(position)
    athlete, venue = plain(athlete), plain(venue)
    if not athlete:
        raise FormatError("nobody's name")
    return Line(
        at=at,
        event=one.code,
        sex=who,
        mark=mark,
        mark_text=text,
        doubts=(*doubts, *_way_doubts(one, position), *lost_doubts(athlete, venue), *age_doubts(born, day)),
        athlete=athlete,
        family="" if one.legs else _family(athlete),
        nation=_nation(code),
        born=born,
        day=day,
        year=day.year,
        venue=venue,
        wind=tenths(wind),
        place=place,
        flags="h" if isinstance(mark, Mark) and mark.timing is Timing.HAND else "",
        note=note,
    )


@lru_cache(maxsize=1024)
def _event(listed: str) -> Event:
    return event(listed)


@lru_cache(maxsize=1024)
def _nation(text: str) -> str:
    return nation(text).code


@lru_cache(maxsize=1 << 15)
def _day(text: str) -> date:
    return _DAYS.read(text)


@lru_cache(maxsize=1 << 15)
def _born(text: str) -> Birth | None:
    return birth(text, _DAYS)


@lru_cache(maxsize=4096)
def _place(text: str) -> tuple[int | None, str]:
    """The place in the race and, where the list says more, what it says: ``2f1`` is second in final 1.

    Raises:
        FormatError: no place.
    """
    if not text:
        return None, ""
    if match := _PLACE.fullmatch(text):
        return int(match["place"]), f"position {text}" if match["round"] else ""
    if _ROUND.fullmatch(text):
        return None, f"position {text}"
    raise FormatError(f"no place: '{text}'")


def _way_doubts(one: Event, position: str) -> tuple[str, ...]:
    """A running mark without a place is often one that was made on the way to a longer distance."""
    if position or one.discipline not in _ON_THE_WAY:
        return ()
    return ("no place: it may have been made on the way to a longer distance",)


@lru_cache(maxsize=1 << 16)
def _family(athlete: str) -> str:
    """What such a list writes in capitals: ``Francisco Javier FERNÁNDEZ``; empty where there is nothing."""
    words = athlete.split()
    at = next((nth for nth, word in enumerate(words) if _in_capitals(word)), None)
    return "" if at is None else " ".join(words[at:])


def _in_capitals(word: str) -> bool:
    """Two letters or more, all capitals; of a German sharp s there is no capital on these lists."""
    letters = [letter for letter in word if letter.isalpha() and letter != "ß"]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__

"""A FinishLynx result file as readings: which heat, the wind, and the page."""

import re
from collections.abc import Iterator

from pacelight.timing.formats.cells import plain
from pacelight.timing.formats.lif import LifFile, LifRow
from pacelight.timing.reading import HeatNamed, PageRead, Reading, RowRead, WindRead

__all__ = ["of_day_ns", "readings"]

_OF_DAY = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?", re.ASCII)
_NS_DIGITS = 9
_SECOND = 1_000_000_000
_PLACES = 10_000
"""A larger number is no place."""


def readings(file: LifFile, name: str) -> tuple[Reading, ...]:
    """What a file says, all of it, each time anew.

    Args:
        file: the whole file.
        name: of the file; the pages are called by it. The second race of a file is ``NAME race 2``.
    """
    return tuple(_readings(file, name))


def of_day_ns(text: str) -> int | None:
    """A time of day, whole nanoseconds since midnight; None of what is none.

    >>> of_day_ns("20:11:54.4049")
    72714404900000
    """
    match = _OF_DAY.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * _SECOND + int((fraction or "").ljust(_NS_DIGITS, "0"))


def _readings(file: LifFile, name: str) -> Iterator[Reading]:
    yield HeatNamed(*map(plain, (file.event, file.round, file.heat, file.name)))
    if file.wind.strip():
        yield WindRead(file.wind.strip())
    for number, rows in enumerate(file.races or ((),), start=1):
        source = name if number == 1 else f"{name} race {number}"
        yield PageRead(source, tuple(map(_row, rows)), of_day_ns=of_day_ns(file.start))


def _row(row: LifRow) -> RowRead:
    place = row.place if row.place is not None and row.place < _PLACES else None
    return RowRead(
        bib=row.bib,
        lane=row.lane,
        name=f"{row.first} {row.last}".strip(),
        place=place,
        word="" if place else plain(row.cells[0]),
        time=row.mark,
        splits=tuple(split.at for split in row.splits),
        affiliation=row.affiliation,
    )

"""Days as files write them, the century of a year of two figures, and what cannot have happened yet."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from pacelight.book.formats.line import Birth, BirthPrecision, Line, Reading, Refusal
from pacelight.errors import FormatError

__all__ = ["MONTHS", "Century", "DayLayout", "age_doubts", "birth", "ending_with", "nearest", "none_after"]

Century: TypeAlias = Callable[[int], int]
"""From a year of two figures to the year that is meant."""

_SHORTENED = (
    "jan janv january januar",
    "feb fév fev february februar",
    "mar mär mrz mars march märz",
    "apr avr april avril",
    "may mai",
    "jun juin june juni",
    "jul juil july juli juillet",
    "aug août aout august",
    "sep sept september septembre",
    "oct okt october oktober octobre",
    "nov november novembre",
    "dec dez déc december dezember décembre",
)

MONTHS: Mapping[str, int] = MappingProxyType(
    {word: number for number, words in enumerate(_SHORTENED, start=1) for word in words.split()}
)
"""Months as lists write them in English, German and French, in small letters and without a dot."""

_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "YYYY": r"(?P<year>[0-9]{4})",
        "YY": r"(?P<short>[0-9]{2})",
        "MON": r"(?P<word>[^\W\d_]{3,9})\.?",
        "MM": r"(?P<month>[0-9]{1,2})",
        "DD": r"(?P<day>[0-9]{1,2})",
    }
)
_PART = re.compile("(" + "|".join(_PARTS) + ")")
_YEAR_ALONE = re.compile(r"([0-9]{4})(?:\.0)?")
_MONTH_ALONE = re.compile(r"([^\W\d_]{3,9})\.? ([0-9]{4})")
_AGES = range(10, 100)
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class DayLayout:
    """How a file writes days: ``DD.MM.YYYY``, ``YYYY-MM-DD``, ``DD MON YY``.

    Attributes:
        text: ``YYYY`` or ``YY``, ``MM`` or ``MON``, and ``DD``, with what stands between them;
            leading zeros may be missing in the file.

    Raises:
        FormatError: one of the three is missing or stands twice.

    >>> DayLayout("DD MON YYYY").read("07 JUL 1999")
    datetime.date(1999, 7, 7)
    """

    text: str
    _pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pieces = _PART.split(self.text)
        if sorted(part[0] for part in pieces[1::2]) != ["D", "M", "Y"]:
            raise FormatError(f"no layout of a day: '{self.text}' (write it as DD.MM.YYYY or DD MON YY)")
        pattern = "".join(_PARTS.get(piece) or re.escape(piece) for piece in pieces)
        object.__setattr__(self, "_pattern", re.compile(pattern))

    def read(self, text: str, century: Century | None = None) -> date:
        """The day that this text writes.

        Args:
            text: as the file has it.
            century: what a year of two figures means.

        Raises:
            FormatError: not written so, no day of the calendar, or a year of two figures and no century.
        """
        shown = text.strip()
        match = self._pattern.fullmatch(shown)
        if match is None:
            raise FormatError(f"no day: '{shown}' (days are written {self.text} here)")
        parts = match.groupdict()
        month = int(parts["month"]) if parts.get("month") else _month(parts["word"])
        return _day(_year(parts, century, shown), month, int(parts["day"]), shown)


def ending_with(last: date) -> Century:
    """The century rule of files without order: the hundred years that end with the year of `last`.

    >>> ending_with(date(2024, 10, 1))(24), ending_with(date(2024, 10, 1))(25)
    (2024, 1925)
    """
    return lambda short: last.year - (last.year - short) % _CENTURY


def nearest(before: int, earliest: int) -> Century:
    """The century rule of lists in order of time: the year nearest to the one before it in the list.

    A list may step back a little, where two rows changed places; it turns the century
    where the year falls by more than half of one.

    Args:
        before: the year of the row before.
        earliest: the year before which no such list goes.

    >>> nearest(1999, 1900)(8), nearest(1969, 1900)(67), nearest(1900, 1900)(66)
    (2008, 1967, 1966)
    """
    half = _CENTURY // 2

    def year(short: int) -> int:
        near = before + (short - before + half - 1) % _CENTURY - half + 1
        return near if near >= earliest else near + _CENTURY

    return year


def birth(text: str, layout: DayLayout) -> Birth | None:
    """When somebody was born, from a day, a month with its year, or a year; None of an empty text.

    >>> birth("MAR 1990", DayLayout("DD MON YYYY")).precision
    <BirthPrecision.MONTH: 'month'>

    Raises:
        FormatError: none of these.
    """
    shown = text.strip()
    if not shown:
        return None
    if year := _YEAR_ALONE.fullmatch(shown):
        return Birth(_day(int(year[1]), 1, 1, shown), BirthPrecision.YEAR)
    if month := _MONTH_ALONE.fullmatch(shown):
        return Birth(_day(int(month[2]), _month(month[1]), 1, shown), BirthPrecision.MONTH)
    return Birth(layout.read(shown))


def age_doubts(born: Birth | None, day: date | None) -> tuple[str, ...]:
    """A birth that hardly fits the performance: a child, or somebody of a hundred (often a century fault)."""
    if born is None or day is None:
        return ()
    age = day.year - born.day.year
    return () if age in _AGES else (f"born in {born.day.year} and {age} years old in {day.year}",)


def none_after(readings: Iterator[Reading], until: date | None) -> Iterator[Reading]:
    """The same readings, those of performances later than the file can know refused.

    Args:
        readings: of a file.
        until: the day the file is from, or the day it is read; None to let every day pass.
    """
    for reading in readings:
        if until is not None and isinstance(reading, Line) and _later(reading, until):
            text = f"{reading.mark_text} {reading.athlete} {reading.day or reading.year}"
            yield Refusal(reading.at, text, f"dated {reading.day or reading.year}, which is after {until}")
        else:
            yield reading


def _later(line: Line, until: date) -> bool:
    if line.day is not None:
        return line.day > until
    return line.year is not None and line.year > until.year


def _month(word: str) -> int:
    month = MONTHS.get(word.casefold())
    if month is None:
        raise FormatError(f"no month: '{word}'")
    return month


def _year(parts: dict[str, str | None], century: Century | None, shown: str) -> int:
    if year := parts.get("year"):
        return int(year)
    if century is None:
        raise FormatError(f"'{shown}' leaves the century open: say until which day the file can know")
    return century(int(parts["short"] or 0))


def _day(year: int, month: int, day: int, shown: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise FormatError(f"no day of the calendar: '{shown}'") from error

"""National records of every nation, one row a holder, as ``national.csv`` of nimarion/records has them.

Two headers are known, of March and of October 2024: the first has the whole name in one column,
the second has given and family name apart and the nation twice. Any other table is refused as a whole.
The list follows the public record pages and copies their mistakes; it does not say how a record was timed.
Years have four figures.

The codes are those of TAF: see `pacelight.book.formats.german`.

Source: nimarion/records, ``records/national.csv``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from pacelight.book.formats.dates import DayLayout, age_doubts, birth, none_after
from pacelight.book.formats.german import taf
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.marks import tenths, with_doubts
from pacelight.book.formats.text import beginning, lines, lost_doubts, plain, rows, shown
from pacelight.book.formats.words import roof_flag
from pacelight.errors import FormatError, Refused
from pacelight.event import WIND_LIMIT_MM_S, Event, Level, Sex, Wind
from pacelight.nation import nation

__all__ = ["HEADERS", "read", "recognise"]

HEADERS = (
    (
        "code;type;discipline;class;result;wind;venue;venueCountry;environment;date;"
        "name;firstname;lastname;nation;yearOfBirth;sex"
    ),
    (
        "Code;Type;Discipline;Class;Result;Wind;Venue;Venue Country;Environment;Date;"
        "Firstname;Lastname;Nation;YOB;Sex"
    ),
)
"""The first lines of March and of October 2024."""

_MARCH = {"venue country": "venuecountry", "yob": "yearofbirth"}
_COLUMNS = tuple(
    tuple(_MARCH.get(cell.lower(), cell.lower()) for cell in header.split(";")) for header in HEADERS
)
_KEY = ("nation", "discipline", "class", "environment")
_CLASSES: Mapping[tuple[str, str], Sex] = MappingProxyType(
    {("M", "Male"): Sex.MEN, ("W", "Female"): Sex.WOMEN}
)
_ROOFS: Mapping[str, bool] = MappingProxyType({"Indoor": True, "Outdoor": False})
_NOWHERE = frozenset({"", "UNKNOWN"})
_NO_NATION = "???"
_DAYS = DayLayout("YYYY-MM-DD")
_MM_S_PER_TENTH = 100
_NEW_YEAR = (1, 1)

Cells: TypeAlias = Mapping[str, str]
"""One row: its cells by the name of their column, in small letters and as of March."""


def recognise(data: bytes, name: str) -> bool:
    """Whether the first line is one of the two headers, and the first row is a national record."""
    del name
    head, *rest = [*beginning(data), ""]
    first = next(iter(rest), "")
    return _columns([head]) is not None and (not first or first.startswith("NR;"))


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """Every row of a list of national records.

    Raises:
        FormatError: another header, torn, or no text.
    """
    of = lines(data, name)
    columns = _columns(of)
    if columns is None:
        raise FormatError(
            f"{name} is no list of national records of a known layout: it begins '{shown(of[0])}'"
        )
    table = [
        row if isinstance(row, Refusal) else (row[0], dict(zip(columns, row[1], strict=True)))
        for row in rows(of[1:], ";", len(columns), first=2)
    ]
    return none_after(_readings(table), until)


def _columns(of: list[str]) -> tuple[str, ...] | None:
    """The names of the columns, where the first line is one of the two."""
    first = of[0].strip() if of else ""
    return next((columns for header, columns in zip(HEADERS, _COLUMNS, strict=True) if first == header), None)


def _readings(table: list[tuple[int, dict[str, str]] | Refusal]) -> Iterator[Reading]:
    holders = Counter(_key(row[1]) for row in table if not isinstance(row, Refusal))
    for row in table:
        if isinstance(row, Refusal):
            yield row
            continue
        number, cells = row
        try:
            line = _line(f"line {number}", cells)
        except Refused as error:
            yield Refusal(f"line {number}", plain(";".join(cells.values())), str(error))
            continue
        held = holders[_key(cells)]
        yield line if held == 1 else replace(line, note=f"one of {held} rows of this record")


def _key(cells: Cells) -> tuple[str, ...]:
    """What a row is a record of: nation, discipline, class, roof."""
    return tuple(cells[column] for column in _KEY)


def _line(at: str, cells: Cells) -> Line:
    if cells["code"] != Level.NR:
        raise FormatError(f"'{cells['code']}' where every row has NR")
    sex = _sex(cells)
    roof = _roof(cells)
    one = taf(cells["discipline"], sex, cells["class"], indoors=roof)
    holder, nation_doubts = _nation(cells)
    mark, mark_doubts = with_doubts(one.code, cells["result"])
    day, born = _DAYS.read(cells["date"]), birth(cells["yearofbirth"], _DAYS)
    wind = tenths(cells["wind"])
    athlete, name_doubts = _who(cells, one)
    venue, venue_doubts = _venue(cells)
    return Line(
        at=at,
        event=one.code,
        sex=sex,
        mark=mark,
        mark_text=cells["result"],
        doubts=(
            *mark_doubts,
            *nation_doubts,
            *name_doubts,
            *venue_doubts,
            *lost_doubts(athlete, venue),
            *_day_doubts(day),
            *age_doubts(born, day),
            *_wind_doubts(one, wind, roof=roof),
        ),
        athlete=athlete,
        family="" if one.legs else cells["lastname"],
        nation=holder,
        born=born,
        day=day,
        year=day.year,
        venue=venue,
        wind=wind,
        level=Level.NR,
        scope=holder,
        flags=roof_flag(one, indoors=roof),
    )


def _sex(cells: Cells) -> Sex:
    sex = _CLASSES.get((cells["class"], cells["sex"]))
    if sex is None:
        raise FormatError(
            f"class '{cells['class']}' and sex '{cells['sex']}' (they are M and Male, or W and Female)"
        )
    return sex


def _roof(cells: Cells) -> bool:
    roof = _ROOFS.get(cells["environment"])
    if roof is None:
        raise FormatError(f"neither Indoor nor Outdoor: '{cells['environment']}'")
    return roof


def _nation(cells: Cells) -> tuple[str, tuple[str, ...]]:
    holder = nation(cells["nation"])
    if cells["type"] not in {"", cells["nation"]}:
        raise FormatError(f"a record of {cells['type']} by somebody of {cells['nation']}")
    return holder.code, () if holder.area else (f"{holder.code} is no nation and has no national records",)


def _who(cells: Cells, one: Event) -> tuple[str, tuple[str, ...]]:
    """The name and what is odd about it; a team without one is called by its nation."""
    first, family, whole = cells["firstname"], cells["lastname"], cells.get("name", "")
    athlete = whole or f"{first} {family}".strip()
    if one.legs:
        return (athlete, ()) if athlete else (nation(cells["nation"]).name, ("the team has no name",))
    if not athlete:
        raise FormatError("nobody's name")
    alone = () if whole or family else (f"no family name: {athlete}",)
    figures = (f"a figure in the name: {athlete}",) if any(letter.isdigit() for letter in athlete) else ()
    return athlete, (*alone, *figures)


def _venue(cells: Cells) -> tuple[str, tuple[str, ...]]:
    """The place with its nation in brackets, as lists of World Athletics print it."""
    place, where = cells["venue"], cells["venuecountry"]
    if where == _NO_NATION:
        return ("" if place in _NOWHERE else place), ("the nation of the venue is not known",)
    return f"{place} ({nation(where).code})".strip(), ()


def _day_doubts(day: date) -> tuple[str, ...]:
    """The first of January stands in such lists where only the year is known."""
    return (f"1 January may stand for the year {day.year}",) if (day.month, day.day) == _NEW_YEAR else ()


def _wind_doubts(one: Event, wind: int | None, *, roof: bool) -> tuple[str, ...]:
    if roof or one.wind is not Wind.READING or wind is None or wind * _MM_S_PER_TENTH <= WIND_LIMIT_MM_S:
        return ()
    return (f"a wind of +{wind // 10}.{wind % 10} is too strong for a record",)

"""Progressions of world records as the IAAF handbook of 2015 prints them, with dots between the columns.

::

    3:54.1 . . . 3:54.04 . . . . Peter Snell . . . . NZL . . . Auckland . . . 17 Nov 64

The list is named by its file: ``mile.txt`` is the men's, ``milef.txt`` the women's.

The century of a year: the lists are in order of time, so the first year lies in the 1900s and each other
is the one nearest to the year before it in the list; see `pacelight.book.formats.dates.nearest`.

Source: rmoleary/Track-world-records, ``2015worldrecords/*.txt``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from types import MappingProxyType

from pacelight.book.formats.dates import Century, DayLayout, nearest, none_after
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.marks import printed, tenths
from pacelight.book.formats.text import beginning, lines, lost_doubts, plain, shown
from pacelight.book.model import WORLD
from pacelight.errors import FormatError, Refused
from pacelight.event import EVENTS, Event, Level, Sex
from pacelight.nation import nation

__all__ = ["LISTS", "read", "recognise"]

LISTS: Mapping[str, str] = MappingProxyType(
    {
        "100m": "100",
        "200m": "200",
        "400m": "400",
        "800m": "800",
        "1000m": "1000",
        "1500m": "1500",
        "mile": "MILE",
        "2000m": "2000",
        "3000m": "3000",
        "5000m": "5000",
        "10km": "10RR",
        "20km": "20RR",
        "halfmarathon": "HMAR",
        "25km": "25RR",
        "30km": "30RR",
        "marathon": "MAR",
    }
)
"""Names of the files without their ending, and the events; the women's have an ``f`` more."""

_LEADER = re.compile(r"\s*\.(?:\s+\.)+\s*|\s+\.\s+")
_TIME = r"(?:\d{1,2}:)?\d{1,3}(?::\d{2})?(?:\.\d{1,3})?"
_MARK = re.compile(rf"(?P<time>{_TIME})(?P<signs>[+y*]*)", re.ASCII)
_WIND = re.compile(r"[+-]?\d\.\d", re.ASCII)
_OTHER_TIME = re.compile(_TIME, re.ASCII)
_NO_LEADERS = re.compile(
    rf"(?:(?P<wind>[+-]?\d\.\d) )?(?P<time>{_TIME})/(?P<remark>[a-z ]+ {_TIME}) (?P<name>\D+)", re.ASCII
)
_REMARK = re.compile(r"[a-z][a-z ]*|\*+")
_NATIONS = re.compile(r"[A-Z]{3}(?:/[A-Z]{3})*")
_YEAR = re.compile(r"\d{2}", re.ASCII)
_DAYS = DayLayout("DD MON YY")
_EARLIEST = 1900
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class _Columns:
    """One row taken apart.

    Attributes:
        mark: the ratified time.
        signs: what stands right behind it: ``+`` on the way, ``y`` over yards, ``*`` a remark.
        beside: wind, other time and remarks, as they stand between mark and name.
        place: empty where the list has none.
        when: the day, or the year alone.
    """

    mark: str
    signs: str
    beside: tuple[str, ...]
    athlete: str
    nations: str
    place: str
    when: str


def recognise(data: bytes, name: str) -> bool:
    """Whether every line of its beginning, and there is one, has dot leaders behind a time."""
    del name
    of = [line for line in beginning(data) if line.strip()]
    return bool(of) and all(_leads(line) for line in of)


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """Every row of one progression.

    Raises:
        FormatError: the name says no list, no line has dot leaders, torn, or no text.
    """
    one, sex = _list(name)
    of = lines(data, name)
    if not any(_leads(line) for line in of):
        raise FormatError(f"{name} is no progression with dot leaders: it begins '{shown(of[0])}'")
    return none_after(_readings(of, one, sex), until)


def _leads(line: str) -> bool:
    first, *rest = _LEADER.split(line)
    return len(rest) >= _FEWEST - 1 and _MARK.match(first) is not None


def _list(name: str) -> tuple[Event, Sex]:
    stem = PurePath(name).name.removesuffix(".txt")
    for ending, sex in (("", Sex.MEN), ("f", Sex.WOMEN)):
        code = LISTS.get(stem.removesuffix(ending)) if stem.endswith(ending) else None
        if code is not None:
            return EVENTS[code], sex
    raise FormatError(f"{name} does not say which list it is (name it 1500m.txt, or 1500mf.txt for women)")


def _readings(of: list[str], one: Event, sex: Sex) -> Iterator[Reading]:
    before: int | None = None
    for number, text in enumerate(of, start=1):
        if not text.strip():
            continue
        try:
            line = _line(f"line {number}", text, one, sex, before)
        except Refused as error:
            yield Refusal(f"line {number}", plain(text), str(error))
            continue
        before = line.year
        yield line


def _line(at: str, text: str, one: Event, sex: Sex, before: int | None) -> Line:
    found = _columns(text)
    mark, doubts = printed(one, found.mark)
    day, year = _when(found.when, _first_year if before is None else nearest(before, _EARLIEST))
    wind, notes, remarks = _beside(found.beside)
    athlete, venue = plain(found.athlete), plain(found.place)
    holder, nation_doubts = _nation(found.nations)
    return Line(
        at=at,
        event=one.code,
        sex=sex,
        mark=mark,
        mark_text=found.mark + found.signs,
        doubts=(
            *doubts,
            *(f"remark: {remark}" for remark in (*remarks, *("*" for sign in found.signs if sign == "*"))),
            *((f"several names: {athlete}",) if "/" in athlete else ()),
            *lost_doubts(athlete, venue),
            *nation_doubts,
            *_venue_doubts(venue),
            *(() if day else (f"no day in {year}",)),
        ),
        athlete=athlete,
        nation=holder,
        day=day,
        year=year,
        venue=venue.removesuffix(","),
        wind=wind,
        level=Level.WR,
        scope=WORLD,
        en_route="+" in found.signs,
        flags="y" if "y" in found.signs else "",
        note="; ".join([*notes, *(["over yards"] if "y" in found.signs else [])]),
    )


def _columns(text: str) -> _Columns:
    """Take a row apart, from both ends: what stands between mark and name differs.

    Raises:
        FormatError: a column is missing, or is not what it should be.
    """
    first, *others = _LEADER.split(text.strip())
    mark, rest = _MARK.fullmatch(first), [part for part in others if part]
    if mark is None:
        raise FormatError(f"no mark: '{shown(first)}'")
    at = next((nth for nth, part in enumerate(rest) if _NATIONS.fullmatch(part)), None)
    if at is None or at == 0 or len(rest) - at not in {2, 3}:
        raise FormatError("the columns are not mark, name, nation, place and day with dots between them")
    *beside, athlete = rest[:at]
    if run_on := _NO_LEADERS.fullmatch(athlete):
        beside += [part for part in run_on.group("wind", "time", "remark") if part]
        athlete = run_on["name"]
    place = rest[at + 1] if len(rest) - at > len(("nation", "day")) else ""
    return _Columns(mark["time"], mark["signs"], tuple(beside), athlete, rest[at], place, rest[-1])


def _when(text: str, century: Century) -> tuple[date | None, int]:
    if _YEAR.fullmatch(text):
        return None, century(int(text))
    day = _DAYS.read(text, century)
    return day, day.year


def _first_year(short: int) -> int:
    """The year of a first row: every list begins in the 1900s."""
    return _EARLIEST + short


def _beside(parts: tuple[str, ...]) -> tuple[int | None, list[str], list[str]]:
    """The wind, what to note, and remarks that make the mark uncertain."""
    wind: int | None = None
    notes, remarks = [], []
    for nth, part in enumerate(parts):
        if nth == 0 and _WIND.fullmatch(part):
            wind = tenths(part)
        elif _OTHER_TIME.fullmatch(part):
            notes.append(f"also timed {part}")
        elif _REMARK.fullmatch(part) or _OTHER_TIME.search(part):
            remarks.append(part)
        else:
            raise FormatError(f"between mark and name stands '{shown(part)}'")
    return wind, notes, remarks


def _nation(text: str) -> tuple[str, tuple[str, ...]]:
    """The nation; of two, none is chosen."""
    codes = [nation(code).code for code in text.split("/")]
    return (codes[0], ()) if len(codes) == 1 else ("", (f"two nations: {text}",))


def _venue_doubts(venue: str) -> tuple[str, ...]:
    if not venue:
        return ("no place",)
    return (f"the place is cut off: {venue}",) if venue.endswith(",") else ()

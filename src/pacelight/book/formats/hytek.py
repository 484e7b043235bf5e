"""Results of Hy-Tek's Track and Field Meet Manager: ``H``, then ``E`` and ``R``, fields between semicolons.

The header has the days of the meeting, a result has none: in one of several days only the year is known.
A year of two figures lies in the hundred years up to `until`; without that such a day is refused.
Feet and inches become metres, rounded down, with a doubt. Where there was a roof the file does not say.

Source: hytek.active.com, User Guide TFMM6, "Export Results in HY-TEK's Semicolon Delimited Format": fields
1 to 20 of ``E``; the fields after them, and those of ``R``, as two open readers of such files number them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from pacelight.book.formats.dates import Century, DayLayout, age_doubts, ending_with, none_after
from pacelight.book.formats.line import Birth, Line, Reading, Refusal
from pacelight.book.formats.marks import status_of, tenths, with_doubts
from pacelight.book.formats.text import decoded, lines, plain, shown
from pacelight.book.formats.words import ROOF_OPEN, point, sex_of, short_twin, whole
from pacelight.errors import EventError, FormatError, MarkError, Refused
from pacelight.event import EVENTS, Event, Sex, event
from pacelight.measure import AnyMark, Length, Unit

__all__ = ["read", "recognise"]

_HEADER = re.compile(r"H;[^;\n]*;\s*\d{1,2}/\d{1,2}/\d{2,4}\s*;", re.ASCII)
_HEAD = 400
_LAYOUTS = (DayLayout("MM/DD/YYYY"), DayLayout("MM/DD/YY"))
_FEWEST = 24
"""Fields of an ``E`` record up to the given name; empty ones at the end may be left out."""

_RELAY_FEWEST = 13
_RUNNERS_FROM, _RUNNER_FIELDS = 18, 7

_CODE = re.compile(r"(?P<distance>\d{2,5})M?(?P<kind>[HSW]?)", re.ASCII)
_RELAY_CODE = re.compile(r"(?P<legs>\d)[xX](?P<distance>\d{3,4})M?", re.ASCII)
_KINDS: Mapping[str, str] = MappingProxyType(
    {"": "{} m", "H": "{} m hurdles", "S": "{} m steeplechase", "W": "{} m race walk"}
)
_FIELD = frozenset({"HJ", "PV", "LJ", "TJ", "SP", "DT", "HT", "JT", "DEC", "HEP", "PEN"})

_STATUSES: Mapping[str, str] = MappingProxyType({"ND": "NM", "FOUL": "NM"})
"""Words of Hy-Tek alone: no distance, only fouls."""

_FEET = re.compile(r"(?P<feet>\d{1,3})'(?:-?(?P<inches>\d{1,2})(?:\.(?P<parts>\d{1,2}))?\"?)?", re.ASCII)
_INCHES_PER_FOOT, _UM_PER_HUNDREDTH_INCH, _UM_PER_MM = 12, 254, 1_000

_LETTER = re.compile(r"[A-Z]?", re.ASCII)
_NAMED = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What the header says of every result, and how a year of two figures is read."""

    name: str
    first: date
    last: date
    century: Century | None

    @property
    def day(self) -> date | None:
        return self.first if self.first == self.last else None

    @property
    def days(self) -> str:
        return "" if self.day else f"between {self.first} and {self.last}"


def recognise(data: bytes, name: str) -> bool:
    """Whether it begins with a header of Meet Manager: ``H``, a name, a day."""
    try:
        return _HEADER.match(decoded(data[:_HEAD], name)) is not None
    except FormatError:
        return False


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """What each result says.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        until: the day the file is from; a later performance is refused.

    Raises:
        FormatError: no text, torn, or without a header of Meet Manager.
    """
    whole_lines = lines(data, name)
    century = ending_with(until) if until else None
    return none_after(_readings(whole_lines, _meeting(whole_lines[0], name, century)), until)


def _meeting(line: str, name: str, century: Century | None) -> _Meeting:
    fields = _fields(line)
    if fields[0] != "H" or len(fields) < len(("H", "name", "first day", "last day")):
        raise FormatError(
            f"{name} is no export of Meet Manager: its first line is '{shown(line)}' "
            "(H;name;first day;last day;...)"
        )
    try:
        first = _day(fields[2], century)
        last = _day(fields[3], century) if fields[3] else first
    except FormatError as error:
        raise FormatError(f"{name} line 1: {plain(str(error))}") from error
    return _Meeting(fields[1], first, last, century)


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split(";")]


def _day(text: str, century: Century | None) -> date:
    full, short = _LAYOUTS
    figures = len(text.rpartition("/")[2])
    return (full if figures == len("2025") else short).read(text, century)


def _readings(of: Sequence[str], meeting: _Meeting) -> Iterator[Reading]:
    for number, line in enumerate(of[1:], start=2):
        if not line.strip():
            continue
        fields = _fields(line)
        try:
            yield _record(f"line {number}", fields, meeting)
        except Refused as error:
            yield Refusal(f"line {number}", plain(line), plain(str(error)))


def _record(at: str, fields: list[str], meeting: _Meeting) -> Line:
    match fields[0]:
        case "E":
            _enough(fields, _FEWEST)
            return _individual(at, fields, meeting)
        case "R":
            _enough(fields, _RELAY_FEWEST)
            return _relay(at, fields, meeting)
        case other:
            raise FormatError(f"no record of a result: '{shown(other)}' (E or R)")


def _enough(fields: Sequence[str], fewest: int) -> None:
    if len(fields) < fewest:
        raise FormatError(f"{len(fields)} fields where a result has {fewest} at least")


def _individual(at: str, fields: list[str], meeting: _Meeting) -> Line:
    cells = [*fields, *[""] * (29 - len(fields))]
    last, first, sex_text, birth_text, team = cells[22], cells[23], cells[25], cells[26], cells[28]
    if not last and not first:
        raise FormatError("nobody's name")
    sex = sex_of(cells[5])
    if sex is Sex.MIXED and sex_text:
        sex = sex_of(sex_text)
    one = _event(cells[4], cells[11], sex)
    born = Birth(_day(birth_text, meeting.century)) if birth_text else None
    line = _line(at, cells, meeting, one, sex)
    told = [
        line.note,
        f"team {team}" if team else "",
        "in a combined event" if cells[1] in {"TM", "FM"} else "",
    ]
    return replace(
        line,
        athlete=f"{first} {last}".strip(),
        family=last,
        born=born,
        doubts=line.doubts + age_doubts(born, meeting.first),
        wind=tenths(point("" if cells[12].upper() in {"NWI", "NW"} else cells[12])),
        note="; ".join(filter(None, told)),
    )


def _relay(at: str, fields: list[str], meeting: _Meeting) -> Line:
    """A relay: letter of the team in field 2, the team in 13, runners from 19 on, seven fields each."""
    team, letter = fields[12], fields[1]
    if not _LETTER.fullmatch(letter) or not _NAMED.search(team):
        raise FormatError(f"no relay as it is known: letter '{letter}' in field 2, team '{team}' in field 13")
    sex = sex_of(fields[5])
    line = _line(at, fields, meeting, _event(fields[4], "M", sex), sex)
    runners = [
        " ".join(reversed(fields[start : start + 2])).strip()
        for start in range(_RUNNERS_FROM, len(fields) - 1, _RUNNER_FIELDS)
    ]
    told = [line.note, ", ".join(filter(None, runners))]
    return replace(line, athlete=f"{team} {letter}".strip(), note="; ".join(filter(None, told)))


def _line(at: str, fields: Sequence[str], meeting: _Meeting, one: Event, sex: Sex) -> Line:
    """What an individual's record and a relay's have in common."""
    text = fields[10]
    status = _STATUSES.get(text.upper()) or status_of(text)
    mark, doubts = (None, ()) if status else _mark(one, text)
    exhibition = len(fields) > 16 and fields[16].upper() == "X"  # noqa: PLR2004 - the field's place in the record
    told = [meeting.days, f"round {fields[9]}" if fields[9] else "", "exhibition" if exhibition else ""]
    return Line(
        at=at,
        event=one.code,
        sex=sex,
        mark=mark,
        mark_text=text,
        doubts=doubts + ((ROOF_OPEN,) if short_twin(one) else ()),
        athlete="",
        day=meeting.day,
        year=meeting.first.year,
        competition=meeting.name,
        place=None if status or len(fields) < _RELAY_FEWEST + 1 else whole(fields[13], "place"),
        status=status,
        note="; ".join(filter(None, told)),
    )


def _event(code: str, measure: str, sex: Sex) -> Event:
    """The event of a code: ``1500``, ``110H``, ``3000S``, ``10000W``, ``4x400``, ``SP``.

    Raises:
        EventError: none of these, measured in yards, or not contested by the class.
    """
    one = _named(code.strip())
    if measure.upper() == "E" and one.unit is Unit.TIME:
        raise EventError(f"'{code}' is measured in yards: the code does not say how many")
    if sex not in one.sexes:
        raise EventError(f"{one.name} is not contested by {sex}")
    return one


def _named(code: str) -> Event:
    if code.upper() in _FIELD:
        return EVENTS[code.upper()]
    if relay := _RELAY_CODE.fullmatch(code):
        return event(f"{relay['legs']}x{relay['distance']} m relay")
    if match := _CODE.fullmatch(code.upper()):
        return event(_KINDS[match["kind"]].format(match["distance"]))
    return event(code)


def _mark(one: Event, text: str) -> tuple[AnyMark, tuple[str, ...]]:
    """The mark, and what is not certain about it."""
    feet = _FEET.fullmatch(text) if one.unit is Unit.LENGTH else None
    if feet is None:
        return with_doubts(one.code, point(text))
    length = _metric(feet)
    one.read(str(length))
    return length, (f"measured as {text}, {length} m rounded down",)


def _metric(feet: re.Match[str]) -> Length:
    """Feet and inches in whole centimetres, rounded down: an inch is 25.4 mm.

    Raises:
        MarkError: twelve inches or more beside the feet.
    """
    inches = int(feet["inches"] or 0)
    if inches >= _INCHES_PER_FOOT:
        raise MarkError(f"not a length: '{feet[0]}' (a foot has twelve inches)")
    hundredths = (int(feet["feet"]) * _INCHES_PER_FOOT + inches) * 100 + int(
        (feet["parts"] or "").ljust(2, "0")
    )
    return Length.measured(hundredths * _UM_PER_HUNDREDTH_INCH // _UM_PER_MM)

"""Lists for TAF, the meet software of Seltec: ``Code;Type;Discipline;Class;Result;Wind;...``, a row a mark.

``Code`` says what the mark is: ``WR``, ``AR`` with the number of its area in ``Type``, ``NR`` with the
nation; any other, as of leads, is kept as a note. A standard, which has no athlete, is refused.
Columns are found by their names, in any order; marks lose their last zeros in such files, which is a doubt.
Years have four figures.

Source: nimarion/records, which makes such lists for import into TAF 3 (records, leads and standards).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from pacelight.book.formats.dates import DayLayout, age_doubts, birth, none_after
from pacelight.book.formats.german import taf
from pacelight.book.formats.line import Birth, Line, Reading, Refusal
from pacelight.book.formats.marks import status_of, tenths, with_doubts
from pacelight.book.formats.national import HEADERS
from pacelight.book.formats.text import decoded, lines, plain, rows
from pacelight.book.formats.words import nation_of, point, roof_flag, sex_of
from pacelight.book.model import WORLD
from pacelight.errors import FormatError, NationError, Refused
from pacelight.event import Discipline, Level
from pacelight.nation import NATIONS

__all__ = ["read", "recognise"]

_FIRST = ("code", "type", "discipline", "class", "result")
_NEEDED = frozenset({*_FIRST, "date", "nation", "environment"})
_DELIMITERS = (";", ",", "\t")
_HEAD = 2_000
_LAYOUT = DayLayout("YYYY-MM-DD")
_ROOFS: Mapping[str, bool] = MappingProxyType(
    {"indoor": True, "halle": True, "outdoor": False, "freiluft": False, "": False}
)
_AREAS: Mapping[str, str] = MappingProxyType(
    {"1": "EUR", "2": "NAC", "3": "SAM", "4": "AFR", "5": "ASI", "6": "OCE"}
)
"""The numbers by which TAF knows the areas."""

_UNKNOWN_PLACES = frozenset({"", "???"})


def recognise(data: bytes, name: str) -> bool:
    """Whether its first line is the header of such a list; one of national records alone is `national`'s."""
    try:
        header, *rest = decoded(data[:_HEAD], name).split("\n")
    except FormatError:
        return False
    cells = next((header.split(sign) for sign in _DELIMITERS if sign in header), [])
    known = _names(cell.strip('"') for cell in cells)[: len(_FIRST)] == list(_FIRST)
    of_nations = header.strip() in HEADERS and rest != [] and rest[0].startswith(f"{Level.NR};")
    return known and not of_nations


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """What each row says.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        until: the day the file is from; a later performance is refused.

    Raises:
        FormatError: no text, torn, or without the columns of such a list.
    """
    whole = lines(data, name)
    delimiter = next((sign for sign in _DELIMITERS if sign in whole[0]), ";")
    columns = _names(cell.strip('"') for cell in whole[0].split(delimiter))
    if missing := sorted(_NEEDED - set(columns)):
        raise FormatError(f"{name} is no list of TAF: its first line has no column {', '.join(missing)}")
    return none_after(_readings(whole, delimiter, columns), until)


def _names(cells: Iterator[str] | list[str]) -> list[str]:
    """Headers as one knows them, however they are written: ``Venue Country`` is ``venuecountry``."""
    bare = ["".join(cell.split()).casefold() for cell in cells]
    return ["yearofbirth" if one == "yob" else one for one in bare]


def _readings(whole: list[str], delimiter: str, columns: list[str]) -> Iterator[Reading]:
    for row in rows(whole[1:], delimiter, len(columns), first=2):
        if isinstance(row, Refusal):
            yield row
            continue
        number, cells = row
        try:
            yield _line(f"line {number}", dict(zip(columns, cells, strict=True)))
        except Refused as error:
            yield Refusal(f"line {number}", plain(delimiter.join(cells)), plain(str(error)))


def _line(at: str, row: Mapping[str, str]) -> Line:
    sex = sex_of(row.get("sex") or row["class"][:1])
    roof = _ROOFS.get(row["environment"].casefold())
    if roof is None:
        raise FormatError(f"neither indoors nor outdoors: '{row['environment']}'")
    one = taf(row["discipline"], sex, row["class"], indoors=roof)
    nation = nation_of(row["nation"])
    athlete, family = _athlete(row, nation if one.discipline is Discipline.RELAY else "")
    text = point(row["result"])
    status = status_of(text)
    mark, doubts = (None, ()) if status else with_doubts(one.code, text)
    born, day = _born(row.get("yearofbirth", "")), _LAYOUT.read(row["date"])
    level, scope = _record(row["code"], row["type"], nation)
    return Line(
        at=at,
        event=one.code,
        sex=sex,
        mark=mark,
        mark_text=row["result"],
        doubts=doubts + age_doubts(born, day),
        athlete=athlete,
        family=family,
        nation=nation,
        born=born,
        day=day,
        year=day.year,
        venue=_venue(row.get("venue", ""), row.get("venuecountry", "")),
        wind=tenths(point(row.get("wind", ""))),
        status=status,
        level=level,
        scope=scope,
        flags=roof_flag(one, indoors=roof),
        note=_note(row, level),
    )


def _athlete(row: Mapping[str, str], team: str) -> tuple[str, str]:
    """The name, and the family name where it stands apart; of a team without a name its nation's."""
    first, last = row.get("firstname", ""), row.get("lastname", "")
    name = f"{first} {last}".strip() or row.get("name", "")
    if not name and team:
        name = NATIONS[team].name
    if not name:
        raise FormatError("nobody's name: a standard is no performance")
    return name, last


def _born(text: str) -> Birth | None:
    """The year of birth; spreadsheets make ``1994.0`` of it."""
    return birth(text.removesuffix(".0"), _LAYOUT)


def _record(code: str, kind: str, nation: str) -> tuple[Level | None, str]:
    """Which record the row is said to be, and whose."""
    match code.upper():
        case "WR":
            return Level.WR, WORLD
        case "AR":
            area = _AREAS.get(kind)
            if area is None:
                raise FormatError(f"no area of TAF: '{kind}' (1 to 6: {', '.join(_AREAS.values())})")
            return Level.AR, area
        case "NR":
            scope = nation_of(kind) or nation
            if not scope:
                raise NationError("a national record without a nation")
            return Level.NR, scope
        case _:
            return None, ""


def _venue(place: str, country: str) -> str:
    known = country not in _UNKNOWN_PLACES
    return f"{place} ({country})" if place and known else place


def _note(row: Mapping[str, str], level: Level | None) -> str:
    """What else the row says: what it is instead of a record, and of which age group."""
    told = [] if level else [f"{row['code']} {row['type']}".strip()]
    if len(row["class"]) > 1:
        told.append(f"class {row['class']}")
    return "; ".join(told)

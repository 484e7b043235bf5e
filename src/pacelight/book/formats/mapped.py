"""Any table of text with columns, by a mapping that says what they mean: a TOML file beside it.

::

    delimiter = ";"             # found where it is not given: tab, semicolon or comma
    decimal = ","               # of marks and winds; a point where it is not given
    day = "DD.MM.YY"            # how days are written; YYYY-MM-DD where it is not given

    [columns]                   # what we call it, and what the header of the table calls it
    mark = "Zeit"
    athlete = "Name"
    day = "Datum"

    [constants]                 # what is the same in every row
    event = "1500"
    sex = "women"

    [values.sex]                # words of the table, and ours
    w = "women"

The century of a year of two figures: the hundred years that end with the day until which the file can know;
where nobody says that day, the row is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from pacelight.book.formats.dates import Century, DayLayout, age_doubts, birth, ending_with, none_after
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.marks import status_of, tenths, with_doubts
from pacelight.book.formats.text import beginning, lines, lost_doubts, plain, rows, shown, toml
from pacelight.book.formats.words import nation_of, point, sex_of, whole
from pacelight.book.model import WORLD
from pacelight.errors import FormatError, Refused
from pacelight.event import Level, event
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark

__all__ = ["FIELDS", "ColumnMap", "column_map", "read", "reader", "recognise"]

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "event": "code or common name",
        "sex": "M, W, X or a word",
        "mark": "as printed; a word for a status may stand here",
        "athlete": "the whole name",
        "given": "the given name, where it stands apart",
        "family": "the family name, where it stands apart",
        "nation": "code",
        "born": "a day, a month with its year, or a year",
        "day": "of the performance",
        "year": "of the performance, where no day is known",
        "venue": "place",
        "competition": "name of the meeting",
        "wind": "metres a second",
        "place": "in the race; a word for a status may stand here",
        "status": "DNF and the like",
        "level": "WR, AR, NR ..., of a file of records",
        "scope": "whose record",
        "en_route": "yes, where made on the way in a longer race",
        "flags": "letters as printed on lists",
        "note": "anything else",
    }
)
"""What a column can be, or a constant."""

_NEEDED = ("event", "sex", "mark")
_DELIMITERS = ("\t", ";", ",")
_DECIMALS = frozenset({".", ","})
_SETTINGS = frozenset({"delimiter", "decimal", "day", "columns", "constants", "values"})
_ISO = DayLayout("YYYY-MM-DD")
_YES: Mapping[str, bool] = MappingProxyType(
    {"": False, "no": False, "0": False, "false": False, "yes": True, "1": True, "true": True, "+": True}
)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What the columns of somebody's table mean.

    Attributes:
        columns: the name in `FIELDS`, and the name in the header of the table.
        constants: what is the same in every row; a column of the same name goes before it where it is filled.
        values: of a field, words of the table and what they are in ours.
        delimiter: empty to find it.
        decimal: the sign before the decimals of marks and winds.
        days: how days are written.

    Raises:
        FormatError: an unknown field, or one that every row needs is missing.
    """

    columns: Mapping[str, str]
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    delimiter: str = ""
    decimal: str = "."
    days: DayLayout = _ISO

    def __post_init__(self) -> None:
        told = {*self.columns, *self.constants}
        if unknown := sorted((told | set(self.values)) - set(FIELDS)):
            raise FormatError(f"'{unknown[0]}' is no field (they are: {', '.join(FIELDS)})")
        if missing := [name for name in _NEEDED if name not in told]:
            raise FormatError(f"every row needs '{missing[0]}': name its column, or give a constant")
        if not told & {"athlete", "family"}:
            raise FormatError("every row needs 'athlete', or 'family' and 'given': name their columns")
        if self.decimal not in _DECIMALS:
            raise FormatError(f"decimal is '.' or ',', not '{self.decimal}'")
        if len(self.delimiter) > 1 or self.delimiter in {'"', "\n", "\r"}:
            raise FormatError(f"the delimiter is one character, not '{plain(self.delimiter)}'")

    def recognise(self, data: bytes, name: str) -> bool:
        """Whether the first line has all these columns."""
        del name
        head = beginning(data)
        return bool(head) and self._header(head[0]) is not None

    def read(self, data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
        """Every row of the table.

        Raises:
            FormatError: a column is missing in the header, torn, or no text.
        """
        of = lines(data, name)
        header = self._header(of[0])
        if header is None:
            wanted = [column for column in self.columns.values() if column not in of[0]]
            missing = ", ".join(wanted or self.columns.values())
            raise FormatError(
                f"{name} does not have all columns of its mapping ({missing}): '{shown(of[0])}'"
            )
        delimiter, names = header
        table = rows(of[1:], delimiter, len(names), first=2)
        return none_after(self._readings(table, names, ending_with(until) if until else None), until)

    def _header(self, first: str) -> tuple[str, list[str]] | None:
        """The delimiter and the names of the columns; None where one of ours is not among them."""
        for delimiter in (self.delimiter,) if self.delimiter else _DELIMITERS:
            row = next(rows([first], delimiter, first.count(delimiter) + 1), None)
            if isinstance(row, tuple) and set(self.columns.values()) <= set(row[1]):
                return delimiter, row[1]
        return None

    def _readings(
        self, table: Iterator[tuple[int, list[str]] | Refusal], names: list[str], century: Century | None
    ) -> Iterator[Reading]:
        at = {of: names.index(column) for of, column in self.columns.items()}
        for row in table:
            if isinstance(row, Refusal):
                yield row
                continue
            number, cells = row
            told = {of: self._value(of, cells[at[of]] if of in at else "") for of in FIELDS}
            try:
                yield self._line(f"line {number}", told, century)
            except Refused as error:
                yield Refusal(f"line {number}", plain((self.delimiter or ";").join(cells)), str(error))

    def _value(self, of: str, cell: str) -> str:
        filled = cell or self.constants.get(of, "")
        return self.values.get(of, {}).get(filled, filled)

    def _line(self, at: str, told: Mapping[str, str], century: Century | None) -> Line:
        one, sex = event(told["event"]), sex_of(told["sex"])
        if sex not in one.sexes:
            raise FormatError(f"{one.name} is not contested by {sex}")
        status = _status(told)
        mark, doubts = (None, ()) if status else with_doubts(one.code, self._figure(told["mark"]))
        nation = nation_of(told["nation"])
        day = self.days.read(told["day"], century) if told["day"] else None
        born = birth(told["born"], self.days)
        level, scope = _record(told, nation)
        athlete = _athlete(told)
        return Line(
            at=at,
            event=one.code,
            sex=sex,
            mark=mark,
            mark_text=told["mark"],
            doubts=(*doubts, *lost_doubts(athlete, told["venue"]), *age_doubts(born, day)),
            athlete=athlete,
            family=told["family"],
            nation=nation,
            born=born,
            day=day,
            year=day.year if day else whole(told["year"], "year"),
            venue=told["venue"],
            competition=told["competition"],
            wind=tenths(self._figure(told["wind"])),
            place=None if status_of(told["place"]) else whole(told["place"].removesuffix("."), "place"),
            status=status,
            level=level,
            scope=scope,
            en_route=_yes(told["en_route"]),
            flags=_flags(told["flags"], mark),
            note=told["note"],
        )

    def _figure(self, text: str) -> str:
        return point(text) if self.decimal == "," else text


def column_map(data: bytes, name: str) -> ColumnMap:
    """What a TOML file says about the columns of a table.

    Raises:
        FormatError: no TOML, an unknown setting or field, or one that every row needs is missing.
    """
    table = toml(data, name)
    if unknown := sorted(set(table) - _SETTINGS):
        known = ", ".join(sorted(_SETTINGS))
        raise FormatError(f"{name}: '{shown(unknown[0])}' is no setting (they are: {known})")
    try:
        return ColumnMap(
            columns=_texts(table, "columns"),
            constants=_texts(table, "constants"),
            values={of: _texts(_tables(table, "values"), of) for of in _tables(table, "values")},
            delimiter=str(table.get("delimiter", "")),
            decimal=str(table.get("decimal", ".")),
            days=DayLayout(str(table.get("day", _ISO.text))),
        )
    except FormatError as error:
        raise FormatError(f"{name}: {' '.join(str(error).split())}") from error


def reader(files: Mapping[str, bytes]) -> ColumnMap:
    """The reader for a table beside which this mapping lies.

    Args:
        files: its name and bytes.

    Raises:
        FormatError: more or less than one file, or no mapping.
    """
    if len(files) != 1:
        raise FormatError(f"a table is read with one mapping, not with {len(files)}")
    ((name, data),) = files.items()
    return column_map(data, name)


def recognise(data: bytes, name: str) -> bool:
    """No: without its mapping a table says nothing about itself."""
    del data, name
    return False


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """Nothing: without its mapping a table is not read.

    Raises:
        FormatError: always.
    """
    del data, until
    raise FormatError(f"{name} needs a mapping: a TOML file that says what its columns mean")


def _tables(table: Mapping[str, Any], of: str) -> Mapping[str, Any]:
    found = table.get(of, {})
    if not isinstance(found, dict):
        raise FormatError(f"[{of}] is not a table")
    return found


def _texts(table: Mapping[str, Any], of: str) -> dict[str, str]:
    found = table.get(of, {})
    if not isinstance(found, dict) or not all(isinstance(text, str | int | date) for text in found.values()):
        raise FormatError(f"[{of}] is not a table of texts")
    return {key: str(text) for key, text in found.items()}


def _status(told: Mapping[str, str]) -> str:
    """Why there is no mark, from whichever column says it.

    Raises:
        FormatError: a word in the column of the status that the table of words does not know.
    """
    found = status_of(told["status"]) or status_of(told["place"]) or status_of(told["mark"])
    if told["status"] and not status_of(told["status"]):
        raise FormatError(
            f"no status: '{told['status']}' (write DNS, DNF, DQ or NM, or give [values.status])"
        )
    return found


def _athlete(told: Mapping[str, str]) -> str:
    name = told["athlete"] or f"{told['given']} {told['family']}".strip()
    if not name:
        raise FormatError("nobody's name")
    return name


def _record(told: Mapping[str, str], nation: str) -> tuple[Level | None, str]:
    """Which record the row is said to be, and whose: a national record is the athlete's nation's.

    Raises:
        FormatError: no such level, or a record of nobody.
    """
    if not told["level"]:
        return None, ""
    try:
        level = Level(told["level"].upper())
    except ValueError as error:
        raise FormatError(f"no level: '{told['level']}' (they are: {', '.join(Level)})") from error
    scope = WORLD if level is Level.WR else told["scope"] or (nation if level is Level.NR else "")
    if level is not Level.WR and not scope:
        raise FormatError(f"{level} of whom? (give a scope)")
    return level, scope


def _yes(text: str) -> bool:
    said = _YES.get(text.casefold())
    if said is None:
        raise FormatError(f"neither yes nor no: '{text}'")
    return said


def _flags(text: str, mark: AnyMark | None) -> str:
    """The letters of the list, with ``h`` where the mark itself says it."""
    letters = text.split()
    by_hand = isinstance(mark, Mark) and mark.timing is Timing.HAND
    return " ".join([*(["h"] if by_hand and "h" not in letters else []), *letters])

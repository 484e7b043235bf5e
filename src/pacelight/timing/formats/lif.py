"""FinishLynx results, ``.lif``: one file, one heat, read whole each time.

Source: FinishLynx help, "Database Files"; and 47 public files, whose habits are in
``docs/reference/finishlynx.md``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pacelight.distance import Distance
from pacelight.errors import DistanceError, FormatError, MarkError
from pacelight.mark import Mark
from pacelight.timing.formats.cells import content, plain, quoted, shown
from pacelight.timing.formats.encoding import LOST, decoded, ends_a_line
from pacelight.timing.results import Result, Status, status_of

__all__ = ["LifFile", "LifReader", "LifRow", "LifSplit", "read", "write"]

_HEADER_FIELDS = range(10, 14)
_ROW_COLUMNS = range(17, 20)
_DISTANCE = 9
_CLOCK_FROM = 6
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,6})?")
_DECIMAL_COMMA = re.compile(r"(.*\d),(\d{1,3})")
_SPLIT = re.compile(r"\s*(?P<at>\d[\d:.]*)\s*(?:\((?P<lap>[\d:.]+)\))?\s*")


@dataclass(frozen=True, slots=True)
class LifSplit:
    """One entry of the splits column: ``1:52.55 (56.16)``.

    Attributes:
        at: time since the gun, as printed. The file does not say at which distance.
        lap: time since the entry before, as printed.
    """

    at: Mark
    lap: Mark | None


@dataclass(frozen=True, slots=True)
class LifRow:
    """One line of the result, nothing left out.

    Attributes:
        line: its number in the file, from 1.
        race: which of the races in this file, from 1.
        cells: every column as read, 17 to 19 of them; the fields below are the same, understood.
        place: as written, where it is a number; it says nothing about ties.
        status: what a word in the place column means.
        bib: the ID column; empty where only the lane is known.
        mark: as printed, thousandths or tenths kept; None where not read yet.
    """

    line: int
    race: int
    cells: tuple[str, ...]
    place: int | None
    status: Status | None
    bib: str
    lane: str
    last: str
    first: str
    affiliation: str
    mark: Mark | None
    reaction: str
    splits: tuple[LifSplit, ...]
    start: str

    @property
    def result(self) -> Result:
        """This line as a result; the place as written."""
        name = f"{self.first} {self.last}".strip()
        place = None if self.status else self.place
        return Result(self.bib, place, self.mark, self.status, name, lane=self.lane)


@dataclass(frozen=True, slots=True)
class LifFile:
    """A whole result file.

    Attributes:
        header: every field of the header as read, 10 to 13 of them.
        event: number of the event as written: ``001``, ``18B``.
        round: number or word: ``1``, ``Champ Semi``.
        distance: as announced; None where the file leaves it open.
        start: time of day of the gun on the clock of the timing computer, as printed; may be empty.
        remarks: what a person should look at, one sentence each.
        encoding: how the text was written.
        newline: how its lines end.
    """

    header: tuple[str, ...]
    event: str
    round: str
    heat: str
    name: str
    wind: str
    wind_unit: str
    distance: Distance | None
    start: str
    rows: tuple[LifRow, ...]
    remarks: tuple[str, ...]
    encoding: str
    newline: str

    @property
    def races(self) -> tuple[tuple[LifRow, ...], ...]:
        """The rows of each race: one, unless several were saved into one file."""
        last = max((row.race for row in self.rows), default=0)
        return tuple(tuple(row for row in self.rows if row.race == race) for race in range(1, last + 1))


class LifReader:
    r"""Collects a file that arrives in pieces; how it was cut changes nothing.

    >>> reader = LifReader("017-2-01.lif")
    >>> reader.feed(b"17,2,1,Hurdles,+0.6,m/s,,,,,13:41")
    >>> reader.whole
    False
    >>> reader.feed(b":52.2875\n")
    >>> reader.read().start
    '13:41:52.2875'
    """

    def __init__(self, name: str = "the file") -> None:
        self._name = name
        self._data = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next bytes, any number of them."""
        self._data += data

    @property
    def whole(self) -> bool:
        """The last line is complete. More lines may follow all the same: compare what is read again."""
        return ends_a_line(bytes(self._data))

    def read(self) -> LifFile:
        """What has arrived, as a file.

        Raises:
            FormatError: see `read`.
        """
        return read(bytes(self._data), self._name)


def read(data: bytes, name: str = "the file") -> LifFile:
    """Read a whole ``.lif`` file.

    Args:
        data: all its bytes.
        name: what refusals call it.

    Raises:
        FormatError: torn, no text, no FinishLynx header, a line with the wrong number of columns,
            a time that is none, or splits that decrease; the text names the line.
    """
    try:
        text, encoding = decoded(data)
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from error
    lines = text.split("\n")
    if lines[-1]:
        raise FormatError(
            f"{name} is still being written or torn: line {len(lines)} does not end ('{shown(lines[-1])}'); "
            "wait and read it again"
        )
    newline = "\r\n" if text.endswith("\r\n") else "\n"
    numbered = content(lines, name)
    first = next(numbered, None)
    if first is None:
        raise FormatError(f"{name} is empty: a FinishLynx result begins with a header")
    header = _header(*first, name)
    rows, remarks = _rows(numbered, name)
    clock = [field for field in header[_CLOCK_FROM:] if _TIME_OF_DAY.fullmatch(field)]
    return LifFile(
        header=header,
        event=header[0],
        round=header[1],
        heat=header[2],
        name=header[3],
        wind=header[4],
        wind_unit=header[5],
        distance=_distance(header[_DISTANCE]),
        start=clock[-1] if clock else "",
        rows=rows,
        remarks=remarks,
        encoding=encoding,
        newline=newline,
    )


def write(file: LifFile) -> bytes:
    """The file as bytes again: every field as read, in its encoding, comments left out."""
    lines = [",".join(map(quoted, cells)) for cells in (file.header, *(row.cells for row in file.rows))]
    return "".join(line + file.newline for line in lines).encode(file.encoding)


def _header(number: int, fields: tuple[str, ...], name: str) -> tuple[str, ...]:
    if len(fields) not in _HEADER_FIELDS:
        raise FormatError(
            f"{name} line {number} is no FinishLynx header: {len(fields)} fields between commas where there "
            f"are 10 to 13 ('{shown(','.join(fields))}')"
        )
    return fields


def _rows(
    numbered: Iterator[tuple[int, tuple[str, ...]]], name: str
) -> tuple[tuple[LifRow, ...], tuple[str, ...]]:
    """All result lines, counted by race, and what is odd about them."""
    rows: list[LifRow] = []
    remarks: list[str] = []
    race, winner = 1, None
    for number, cells in numbered:
        row = _row(number, race, cells, name)
        if row.place == 1 and row.mark is not None:
            if winner is not None and row.mark != winner:
                race += 1
                row = _row(number, race, cells, name)
            winner = row.mark
        remarks.extend(_remarks(row, rows))
        rows.append(row)
    return tuple(rows), tuple(remarks)


def _row(number: int, race: int, cells: tuple[str, ...], name: str) -> LifRow:
    where = f"{name} line {number}"
    if len(cells) not in _ROW_COLUMNS:
        raise FormatError(
            f"{where}: {len(cells)} columns where a result has 17 to 19 ('{shown(','.join(cells))}')"
        )
    bare = [plain(cell) for cell in cells]
    word, bib, lane, last, first, affiliation, time = bare[:7]
    return LifRow(
        line=number,
        race=race,
        cells=cells,
        place=int(word) if word.isdecimal() and int(word) else None,
        status=status_of(word),
        bib="" if bib == "0" else bib,
        lane=lane,
        last=last,
        first=first,
        affiliation=affiliation,
        mark=_mark(time, where) if time else None,
        reaction=bare[9],
        splits=_splits(bare[10], f"{where} (ID {bib})"),
        start=bare[11],
    )


def _remarks(row: LifRow, before: list[LifRow]) -> Iterator[str]:
    word = plain(row.cells[0])
    if word and row.place is None and row.status is None:
        yield f"line {row.line}: '{word}' in the place column is not in the table of words"
    twin = next(
        (other for other in before if row.bib and (row.race, row.bib) == (other.race, other.bib)), None
    )
    if twin is not None:
        yield f"line {row.line}: ID {row.bib} stands on line {twin.line} too"
    if row.mark is not None and not (row.bib or row.last or row.affiliation):
        yield f"line {row.line}: a time in lane {row.lane or '?'} and nobody's name"
    if any(LOST in cell for cell in row.cells):
        yield f"line {row.line}: a letter was lost when the file was written"


def _mark(text: str, where: str) -> Mark:
    comma = _DECIMAL_COMMA.fullmatch(text)
    try:
        return Mark.parse(f"{comma[1]}.{comma[2]}" if comma else text)
    except MarkError as error:
        raise FormatError(f"{where}: {error}") from error


def _splits(text: str, where: str) -> tuple[LifSplit, ...]:
    """Read ``56.39 (56.39),1:52.55 (56.16)``.

    Source: CrossMgr reads the column in the same way.
    """
    if not text:
        return ()
    splits = []
    for entry in text.split(","):
        match = _SPLIT.fullmatch(entry)
        if match is None:
            raise FormatError(f"{where}: '{entry.strip()}' is no split (56.39 (56.39))")
        lap = match["lap"]
        splits.append(LifSplit(_mark(match["at"], where), _mark(lap, where) if lap else None))
    for nth, (one, two) in enumerate(pairwise(splits), start=2):
        if two.at <= one.at:
            raise FormatError(f"{where}: split {nth} ({two.at}) is not later than the one before ({one.at})")
    return tuple(splits)


def _distance(text: str) -> Distance | None:
    """The distance of the header; FinishLynx writes 0 or nothing where the operator gave none."""
    try:
        distance = Distance.parse(text)
    except DistanceError:
        return None
    return distance if distance.mm else None

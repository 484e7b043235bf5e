"""The exports of Omega Scan'O'Vision as they stand: results, ``LSTRslt.txt``, heats, ``LSTRRSLT.txt``.

Source: two exports published with OmegaDH-Client; what the numbers of ``idStatus`` mean is not published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pacelight.book.formats.dates import DayLayout
from pacelight.book.formats.line import Refusal
from pacelight.book.formats.marks import tenths
from pacelight.book.formats.text import beginning, lines, rows
from pacelight.errors import FormatError
from pacelight.mark import Elapsed, Mark

__all__ = ["OmegaHeat", "OmegaResult", "heats", "holds_heats", "holds_results", "results"]

_RESULTS = ("Event", "Round", "Heat", "Lap", "Bib", "Lane", "idStatus", "Time", "Result", "Rank")
_HEATS = ("Event", "Round", "Heat", "Date", "Hour", "Wind", "Temp", "File", "Official")
_NS_PER_TICK = 100_000
_DAYS = DayLayout("DD.MM.YYYY")
_NO_READING = frozenset({"", "N/A"})


@dataclass(frozen=True, slots=True)
class OmegaResult:
    """One line of ``LSTRslt.txt``, nothing left out.

    Attributes:
        line: its number in the file.
        event: number in the programme of the timing system.
        lap: 9999 at the finish.
        bib: empty where the camera saw somebody without a number.
        status: ``idStatus``; 1 where there is a time.
        ticks: the camera's time in whole 1/10000 s; 0 without one.
        text: the official time as printed.
    """

    line: int
    event: int
    round: int
    heat: int
    lap: int
    bib: str
    lane: int
    status: int
    ticks: int
    text: str
    rank: int

    def mark(self) -> Mark:
        """The official time, which is the camera's rounded up.

        Raises:
            FormatError: there is no time, or the two contradict one another.
            MarkError: the official time is none.
        """
        if not self.ticks:
            raise FormatError(f"no time (idStatus {self.status}, '{self.text}')")
        official = Mark.parse(self.text)
        up = Mark.from_elapsed(Elapsed(self.ticks * _NS_PER_TICK), official.precision)
        if up != official:
            raise FormatError(f"official is {official}, and {self.ticks} ten-thousandths are {up}")
        return official


@dataclass(frozen=True, slots=True)
class OmegaHeat:
    """One line of ``LSTRRSLT.txt``.

    Attributes:
        event, round, heat: as in the results.
        day: on which it was run.
        hour: time of day of the gun, to 0.1 ms, as printed.
        wind: tenths of a metre a second; None where none was read.
        official: whether the heat is marked so.
    """

    event: int
    round: int
    heat: int
    day: date
    hour: str
    wind: int | None
    official: bool


def holds_results(data: bytes) -> bool:
    """Whether the first line is the header of ``LSTRslt.txt``."""
    return _has_header(beginning(data), _RESULTS)


def holds_heats(data: bytes) -> bool:
    """Whether the first line is the header of ``LSTRRSLT.txt``."""
    return _has_header(beginning(data), _HEATS)


def results(data: bytes, name: str) -> Iterator[OmegaResult | Refusal]:
    """Every line of ``LSTRslt.txt`` as it stands.

    Raises:
        FormatError: another header, torn, or no text.
    """
    table = _table(data, name, _RESULTS)
    return (row if isinstance(row, Refusal) else _result(*row) for row in table)


def heats(data: bytes, name: str) -> tuple[OmegaHeat, ...]:
    """The list of heats, ``LSTRRSLT.txt``.

    Raises:
        FormatError: another header, torn, no text, or a line that cannot be understood.
    """
    return tuple(_heat(row, name) for row in _table(data, name, _HEATS))


def _has_header(of: list[str], columns: tuple[str, ...]) -> bool:
    return bool(of) and [cell.strip().strip('"') for cell in of[0].rstrip("; ").split(";")] == list(columns)


def _table(data: bytes, name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]] | Refusal]:
    of = lines(data, name)
    if not _has_header(of, columns):
        other = "heats" if _has_header(of, _HEATS) else "results" if _has_header(of, _RESULTS) else ""
        why = (
            f"it is the list of {other}"
            if other
            else f"it does not begin {columns[0]};{columns[1]};{columns[2]}"
        )
        raise FormatError(f"{name} cannot be read as what it should be: {why}")
    return rows([line.rstrip().removesuffix(";") for line in of[1:]], ";", len(columns), first=2)


def _result(number: int, cells: list[str]) -> OmegaResult | Refusal:
    try:
        event_no, round_no, heat, lap, bib, lane, status, ticks, text, rank = cells
        return OmegaResult(
            line=number,
            event=int(event_no),
            round=int(round_no),
            heat=int(heat),
            lap=int(lap),
            bib="" if bib == "0" else bib,
            lane=int(lane),
            status=int(status),
            ticks=int(ticks),
            text=text,
            rank=int(rank),
        )
    except ValueError as error:
        return Refusal(f"line {number}", ";".join(cells), f"a number is none: {error}")


def _heat(row: tuple[int, list[str]] | Refusal, name: str) -> OmegaHeat:
    if isinstance(row, Refusal):
        raise FormatError(f"{name} {row.at}: {row.why}")
    number, (event_no, round_no, heat, day, hour, wind, _, _, official) = row
    try:
        return OmegaHeat(
            event=int(event_no),
            round=int(round_no),
            heat=int(heat),
            day=_DAYS.read(day),
            hour=hour,
            wind=None if wind in _NO_READING else tenths(wind),
            official=official == "Official",
        )
    except ValueError as error:
        raise FormatError(f"{name} line {number}: {error}") from error

"""FinishLynx start lists, ``lynx.evt``: heats with their entries, read and written.

Source: FinishLynx help, "Database Files"; and 8 public files of six programs, whose habits are in
``docs/reference/finishlynx.md``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pacelight.distance import Distance
from pacelight.errors import DistanceError, FormatError
from pacelight.timing.formats.cells import plain
from pacelight.timing.formats.startlines import StartLines, bytes_of, lines_of

__all__ = ["EvtEntry", "EvtFile", "EvtHeat", "entry", "heat", "read_evt", "write_evt"]

_HEADER_FIELDS = range(3, 14)
_ENTRY_FIELDS = range(1, 19)
_BEFORE_ENTRY = (",", "\t", " ")
_NAME, _WIND, _DISTANCE = 3, 4, 9
_UNDERSTOOD = 7


@dataclass(frozen=True, slots=True)
class EvtEntry:
    """A runner or a relay team of a heat, nothing left out.

    Attributes:
        line: its number in the file, from 1.
        mark: the comma, tab or blank that makes the line an entry.
        cells: every field as read, 18 at most; those below are the same, understood.
        bib: the ID; empty where there is none, as for most relay teams.
        last: family name; of a relay, the name of the team.
    """

    line: int
    mark: str
    cells: tuple[str, ...]
    bib: str
    lane: str
    last: str
    first: str
    affiliation: str
    license: str

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.first} {self.last}".strip()


@dataclass(frozen=True, slots=True)
class EvtHeat:
    """A heat and who is entered.

    Attributes:
        line: its number in the file, from 1.
        header: every field as read, 3 to 13.
        event: number as written: ``001``, ``21C``.
        distance: as announced; None where the file leaves it open.
        entries: in the order of the file.
        statuses: lines that begin with a backslash, as read: they belong to FinishLynx.
    """

    line: int
    header: tuple[str, ...]
    event: str
    round: str
    heat: str
    name: str
    wind: str
    distance: Distance | None
    entries: tuple[EvtEntry, ...]
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvtFile:
    """A whole start list.

    Attributes:
        remarks: what a person should look at, one sentence each.
        encoding: how the text was written.
        newline: how its lines end.
    """

    heats: tuple[EvtHeat, ...]
    remarks: tuple[str, ...] = ()
    encoding: str = "utf-8"
    newline: str = "\r\n"


@dataclass(frozen=True, slots=True)
class _Begun:
    """A heat while its lines are read."""

    line: int
    header: tuple[str, ...]
    entries: list[EvtEntry] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)


def entry(cells: Iterable[str], *, line: int = 0, mark: str = ",") -> EvtEntry:
    """An entry of its fields: ID, lane, last name, first name, affiliation, time, license and so on."""
    whole = tuple(cells)
    bib, lane, last, first, affiliation, _, license_ = (
        plain(cell) for cell in (*whole, *("",) * _UNDERSTOOD)[:_UNDERSTOOD]
    )
    return EvtEntry(line, mark, whole, "" if bib == "0" else bib, lane, last, first, affiliation, license_)


def heat(
    header: Iterable[str], entries: Iterable[EvtEntry] = (), *, line: int = 0, statuses: Iterable[str] = ()
) -> EvtHeat:
    """A heat of the fields of its header: event, round, heat, name, wind and so on; distance is the tenth."""
    whole = tuple(header)
    bare = [plain(cell) for cell in (*whole, *("",) * 10)]
    try:
        distance = Distance.parse(bare[_DISTANCE])
    except DistanceError:
        distance = Distance(0)
    return EvtHeat(
        line=line,
        header=whole,
        event=bare[0],
        round=bare[1],
        heat=bare[2],
        name=bare[_NAME],
        wind=bare[_WIND],
        distance=distance if distance.mm else None,
        entries=tuple(entries),
        statuses=tuple(statuses),
    )


def read_evt(data: bytes, name: str = "the file") -> EvtFile:
    """Read a whole ``lynx.evt``.

    Args:
        data: all its bytes.
        name: what refusals call it.

    Raises:
        FormatError: no text, a line that is neither a heat nor an entry, an entry before the first heat,
            quotation marks that do not match; the text names the line.
    """
    lines = lines_of(data, name)
    found: list[_Begun] = []
    for number, cells in lines.cells():
        text = lines.lines[number - 1]
        if not text.startswith((*_BEFORE_ENTRY, "\\")):
            found.append(_Begun(number, _header(lines, number, cells)))
        elif not found:
            raise FormatError(
                f"{lines.where(number)}: an entry before the first heat ('{lines.shown(number)}')"
            )
        elif text.startswith("\\"):
            found[-1].statuses.append(text)
        else:
            found[-1].entries.append(_entry(lines, number, cells))
    if not found:
        raise FormatError(f"{name} has no heat: a start list begins with event,round,heat,name")
    heats = tuple(heat(one.header, one.entries, line=one.line, statuses=one.statuses) for one in found)
    return EvtFile(heats, (*lines.remarks, *_remarks(heats)), lines.encoding, lines.newline)


def write_evt(file: EvtFile) -> bytes:
    """The start list as bytes: every field as read, in its encoding; comments and empty lines left out.

    Raises:
        FormatError: a letter that the encoding does not have.
    """
    return bytes_of(_written(file), file.encoding, file.newline)


def _written(file: EvtFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in file.heats:
        yield "", one.header
        for runner in one.entries:
            yield runner.mark, runner.cells
        for status in one.statuses:
            yield status, ()


def _header(lines: StartLines, number: int, cells: tuple[str, ...]) -> tuple[str, ...]:
    if len(cells) not in _HEADER_FIELDS:
        raise FormatError(
            f"{lines.where(number)} is no heat: {len(cells)} fields between commas where there are 3 to 13, "
            f"event,round,heat,name first; an entry begins with a comma ('{lines.shown(number)}')"
        )
    if not cells[0].strip():
        raise FormatError(f"{lines.where(number)}: a heat without the number of its event")
    return cells


def _entry(lines: StartLines, number: int, cells: tuple[str, ...]) -> EvtEntry:
    mark = lines.lines[number - 1][0]
    fields = cells[1:] if mark == "," else (cells[0][1:], *cells[1:])
    if len(fields) not in _ENTRY_FIELDS:
        raise FormatError(
            f"{lines.where(number)}: {len(fields)} fields where an entry has 18 at most "
            f"('{lines.shown(number)}')"
        )
    return entry(fields, line=number, mark=mark)


def _remarks(heats: Iterable[EvtHeat]) -> Iterator[str]:
    """What contradicts itself: a heat twice, a lane or an ID twice in a heat."""
    seen: dict[tuple[str, str, str], int] = {}
    for one in heats:
        number = one.event, one.round or "1", one.heat or "1"
        before = seen.setdefault(number, one.line)
        if before != one.line:
            yield f"line {one.line}: heat {'-'.join(number)} stands on line {before} too"
        for what, cells in (("lane", _lanes(one)), ("ID", _ids(one))):
            first: dict[str, int] = {}
            for cell, line in cells:
                twin = first.setdefault(cell, line)
                if twin != line:
                    yield f"line {line}: {what} {cell} stands on line {twin} of this heat too"


def _lanes(one: EvtHeat) -> list[tuple[str, int]]:
    return [(runner.lane, runner.line) for runner in one.entries if runner.lane not in {"", "0"}]


def _ids(one: EvtHeat) -> list[tuple[str, int]]:
    return [(runner.bib, runner.line) for runner in one.entries if runner.bib]

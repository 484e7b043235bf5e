"""Start lists for Omega Scan'O'Vision: a line of the race, then a line for each lane, between semicolons.

The code of an event has eight figures: three of the event, two of the round, three of the heat.

Source: one list published with OmegaDH-Client; nothing else is known of the format.
"""

import re

from pacelight.book.formats.text import beginning
from pacelight.errors import FormatError, Refused
from pacelight.timing.formats.lists.cells import table, text_of
from pacelight.timing.formats.lists.entrant import Entrant, StartList, affiliated
from pacelight.timing.formats.lists.words import day_of, distance_of

__all__ = ["read", "recognise"]

_HEADER = ("event code", "date", "time", "lane / order", "bib no", "name", "first name", "nation", "length")
_CODE = re.compile(r"([0-9]{3})([0-9]{2})([0-9]{3})")
_FEWEST = 8
_TITLES = (9, 10)


def recognise(data: bytes, name: str) -> bool:
    """Whether the first line is the header of such a list."""
    del name
    return bool(lines := beginning(data)) and _is_header(lines[0].split(";"))


def read(data: bytes, name: str = "the file") -> tuple[StartList, ...]:
    """The start lists of a file.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: another header, torn, or a line that belongs to no race.
    """
    rows = table(text_of(data, name), name, ";")
    number, header = next(rows, (1, []))
    if not _is_header(header):
        raise FormatError(
            f"{name} line {number} is no header of an Omega start list (Event Code; Date; Time ...)"
        )
    found: list[tuple[list[str], list[Entrant], str]] = []
    for at, cells in rows:
        where = f"{name} line {at}"
        if len(cells) < _FEWEST:
            raise FormatError(f"{where}: {len(cells)} columns where a start list has {len(header)}")
        if cells[0]:
            found.append((cells, [], where))
        elif found:
            found[-1][1].append(_entrant(cells, where))
        else:
            raise FormatError(f"{where}: a runner before any race (the line of a race begins with its code)")
    return tuple(_heat(cells, tuple(entrants), where) for cells, entrants, where in found)


def _is_header(cells: list[str]) -> bool:
    return tuple(cell.strip().casefold() for cell in cells[: len(_HEADER)]) == _HEADER


def _entrant(cells: list[str], where: str) -> Entrant:
    nation, club = affiliated(cells[7])
    try:
        return Entrant(
            name=f"{cells[6]} {cells[5]}".strip(),
            family=cells[5],
            bib="" if cells[4] == "0" else cells[4],
            lane=cells[3],
            nation=nation,
            club=club,
        )
    except Refused as error:
        raise FormatError(f"{where}: {error}") from error


def _heat(cells: list[str], entrants: tuple[Entrant, ...], where: str) -> StartList:
    match = _CODE.fullmatch(cells[0])
    event, stage, heat = (str(int(part)) for part in match.groups()) if match else (cells[0], "", "")
    try:
        return StartList(
            entrants=entrants,
            event=event,
            round=stage,
            heat=heat,
            title=" ".join(cells[at] for at in _TITLES if len(cells) > at and cells[at]),
            distance=distance_of(cells[8]) if len(cells) > _FEWEST else None,
            day=day_of(cells[1]),
            time=cells[2],
        )
    except Refused as error:
        raise FormatError(f"{where}: {error}") from error

"""Start lists of FinishLynx, ``.evt``: `pacelight.timing.formats.evt` as lists of whoever starts."""

from collections.abc import Iterable

from pacelight.book.formats.text import beginning
from pacelight.errors import FormatError, Refused
from pacelight.timing.formats import evt
from pacelight.timing.formats.encoding import ends_a_line
from pacelight.timing.formats.lists.entrant import Entrant, StartList, affiliated, clean

__all__ = ["read", "recognise", "write"]

_ENOUGH = 1 << 20
_HEADER_FIELDS, _DISTANCE_AT = 10, 9
_AFFILIATION, _LICENCE, _CELLS = 4, 6, 7


def recognise(data: bytes, name: str) -> bool:
    """Whether it is such a file: a heat first, of three fields or more, and entries after it."""
    lines = [line for line in beginning(data) if line.strip() and not line.startswith((";", "#"))]
    if len(data) > _ENOUGH or not lines or not lines[0].split(",")[0].strip().isalnum():
        return False
    if not any(line.startswith((",", "\t", " ")) for line in lines[1:]):
        return False
    try:
        evt.read_evt(data, name)
    except FormatError:
        return False
    return True


def read(data: bytes, name: str = "the file") -> tuple[StartList, ...]:
    """The heats of a file.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: its last line does not end; and see `pacelight.timing.formats.evt.read_evt`.
    """
    if data and not ends_a_line(data):
        raise FormatError(f"{name} is torn: its last line does not end; take the whole file")
    return tuple(
        StartList(
            entrants=tuple(_entrant(one, name) for one in heat.entries),
            event=clean(heat.event),
            round=clean(heat.round),
            heat=clean(heat.heat),
            title=clean(heat.name),
            distance=heat.distance,
        )
        for heat in evt.read_evt(data, name).heats
    )


def write(lists: Iterable[StartList]) -> bytes:
    """The heats as a file for FinishLynx: UTF-8, lines ended by CR LF.

    Raises:
        FormatError: a letter that cannot be written.
    """
    return evt.write_evt(evt.EvtFile(tuple(_heat(one) for one in lists)))


def _entrant(one: evt.EvtEntry, name: str) -> Entrant:
    nation, club = affiliated(one.affiliation)
    who = clean(one.name)
    try:
        return Entrant(
            name=who or clean(one.affiliation),
            family=clean(one.last) if one.first.strip() else "",
            bib=clean(one.bib),
            lane="" if one.lane == "0" else clean(one.lane),
            nation=nation,
            club=club,
            licence=clean(one.license),
        )
    except Refused as error:
        raise FormatError(f"{name} line {one.line}: {error}") from error


def _heat(one: StartList) -> evt.EvtHeat:
    header = [""] * _HEADER_FIELDS
    header[:4] = [one.event or "1", one.round or "1", one.heat or "1", one.title]
    header[_DISTANCE_AT] = str(one.distance or "").removesuffix(" m")
    return evt.heat(header, [evt.entry(_cells(entrant)) for entrant in one.entrants])


def _cells(one: Entrant) -> list[str]:
    cells = [""] * _CELLS
    cells[0], cells[1] = one.bib or "0", one.lane
    cells[2], cells[3] = (one.family, one.given) if one.family else (one.name, "")
    cells[_AFFILIATION], cells[_LICENCE] = one.nation or one.club, one.licence
    return cells

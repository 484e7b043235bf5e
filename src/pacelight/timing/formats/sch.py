"""FinishLynx schedules, ``lynx.sch``: the heats in the order in which they are run, read and written.

Source: FinishLynx help, "Database Files".
"""

from dataclasses import dataclass

from pacelight.errors import FormatError
from pacelight.timing.formats.cells import plain
from pacelight.timing.formats.startlines import bytes_of, lines_of

__all__ = ["SchFile", "SchHeat", "read_sch", "write_sch"]

_FIELDS = range(1, 4)


@dataclass(frozen=True, slots=True)
class SchHeat:
    """A heat of the schedule.

    Attributes:
        line: its number in the file, from 1; 0 of one that was not read.
        event: as written.
        round: 1 where the file leaves it out.
        heat: 1 where the file leaves it out.
    """

    event: str
    round: str = "1"
    heat: str = "1"
    line: int = 0


@dataclass(frozen=True, slots=True)
class SchFile:
    """The whole file.

    Attributes:
        remarks: what a person should look at, one sentence each.
    """

    heats: tuple[SchHeat, ...]
    remarks: tuple[str, ...] = ()
    encoding: str = "utf-8"
    newline: str = "\r\n"


def read_sch(data: bytes, name: str = "the file") -> SchFile:
    """Read a whole ``lynx.sch``.

    Raises:
        FormatError: no text, or a line with no event or too many fields; the text names the line.
    """
    lines = lines_of(data, name)
    heats, first, remarks = [], dict[tuple[str, str, str], int](), list(lines.remarks)
    for number, cells in lines.cells():
        event, round_, heat = (*(plain(cell) for cell in cells), "", "")[:3]
        if len(cells) not in _FIELDS or not event:
            raise FormatError(
                f"{lines.where(number)}: a heat of the schedule is event,round,heat ('{lines.shown(number)}')"
            )
        one = SchHeat(event, round_ or "1", heat or "1", number)
        twin = first.setdefault((one.event, one.round, one.heat), number)
        if twin != number:
            remarks.append(
                f"line {number}: heat {one.event}-{one.round}-{one.heat} stands on line {twin} too"
            )
        heats.append(one)
    return SchFile(tuple(heats), tuple(remarks), lines.encoding, lines.newline)


def write_sch(file: SchFile) -> bytes:
    """The schedule as bytes, round and heat always written.

    Raises:
        FormatError: a letter that the encoding does not have.
    """
    rows = (("", (one.event, one.round, one.heat)) for one in file.heats)
    return bytes_of(rows, file.encoding, file.newline)

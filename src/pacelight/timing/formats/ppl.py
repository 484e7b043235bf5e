"""FinishLynx people, ``lynx.ppl``: one line a person, read and written.

Source: FinishLynx help, "Database Files".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pacelight.errors import FormatError
from pacelight.timing.formats.cells import plain
from pacelight.timing.formats.startlines import bytes_of, lines_of

__all__ = ["PplFile", "PplPerson", "person", "read_ppl", "write_ppl"]

_FIELDS = range(2, 9)
_UNDERSTOOD = 5


@dataclass(frozen=True, slots=True)
class PplPerson:
    """A person of the database.

    Attributes:
        line: its number in the file, from 1.
        cells: every field as read, 8 at most: ID, last, first, affiliation, license, three of the user's.
        bib: the ID; empty where there is none, which FinishLynx writes as 0.
    """

    line: int
    cells: tuple[str, ...]
    bib: str
    last: str
    first: str
    affiliation: str
    license: str


@dataclass(frozen=True, slots=True)
class PplFile:
    """The whole file.

    Attributes:
        remarks: what a person should look at, one sentence each.
    """

    people: tuple[PplPerson, ...]
    remarks: tuple[str, ...] = ()
    encoding: str = "utf-8"
    newline: str = "\r\n"


def person(cells: Iterable[str], *, line: int = 0) -> PplPerson:
    """A person of the fields: ID, last name, first name, affiliation, license and three of the user's."""
    whole = tuple(cells)
    bib, *rest = (plain(cell) for cell in (*whole, *("",) * _UNDERSTOOD)[:_UNDERSTOOD])
    return PplPerson(line, whole, "" if bib == "0" else bib, *rest)


def read_ppl(data: bytes, name: str = "the file") -> PplFile:
    """Read a whole ``lynx.ppl``.

    Raises:
        FormatError: no text, or a line with too few or too many fields; the text names the line.
    """
    lines = lines_of(data, name)
    people, first, remarks = [], dict[str, int](), list(lines.remarks)
    for number, cells in lines.cells():
        if len(cells) not in _FIELDS:
            raise FormatError(
                f"{lines.where(number)}: {len(cells)} fields where a person has 2 to 8, ID,last,first first "
                f"('{lines.shown(number)}')"
            )
        one = person(cells, line=number)
        twin = first.setdefault(one.bib, number) if one.bib else number
        if twin != number:
            remarks.append(f"line {number}: ID {one.bib} stands on line {twin} too")
        people.append(one)
    return PplFile(tuple(people), tuple(remarks), lines.encoding, lines.newline)


def write_ppl(file: PplFile) -> bytes:
    """The people as bytes: every field as read, comments left out.

    Raises:
        FormatError: a letter that the encoding does not have.
    """
    return bytes_of((("", one.cells) for one in file.people), file.encoding, file.newline)

"""RACE RESULT decoder (System 5000) over TCP: its answers read, ours and its lines written.

::

    GETPROTOCOL                     GETPROTOCOL;3.2;1.2;3.2
    PASSINGS                        PASSINGS;41;7              41 passings in file 7
    40:2                            40;33;2025-02-13;20:11:54.404;...
                                    41;34;2025-02-13;20:11:54.771;...
                                    (an empty line)

Source: the dialogue as in CrossMgr ``RaceResult.py``; the columns of a passing as in the public library
metarace (its module ``rrs``). No line of either is used here.
"""

from dataclasses import dataclass

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import plain

__all__ = ["END", "TRIGGER", "Passed", "passing", "protocol", "text", "written"]

END = "\r\n"
TRIGGER = "99999"
"""The transponder code of its trigger input. Source: metarace."""

_NUMBER, _CHIP, _DATE, _TIME, _ACTIVE, _LOOP = 0, 1, 2, 3, 8, 10
_LEAST = 4
_COLUMNS = 20


@dataclass(frozen=True, slots=True)
class Passed:
    """One line of the list of passings.

    Attributes:
        number: from 1 in each file of the decoder.
        chip: bib or transponder code.
        date, time: on the clock of the decoder, as printed; the date may be ``0000-00-00``.
        loop: number of the loop, where an active transponder says it; else empty.
    """

    number: int
    chip: str
    date: str
    time: str
    loop: str = ""


def text(message: bytes) -> str:
    """A line as text, blanks round it left out."""
    return message.decode("latin-1").strip()


def passing(line: str) -> Passed:
    """One line of the list.

    Raises:
        FormatError: fewer columns than any protocol has, or no number in the first.
    """
    columns = [column.strip() for column in line.split(";")]
    number = columns[_NUMBER]
    if len(columns) < _LEAST or not (number.isascii() and number.isdecimal()) or not columns[_CHIP]:
        raise FormatError(
            f"no passing of RACE RESULT: '{plain(line.encode())}' (1;33;0000-00-00;00:00:02.773)"
        )
    active = len(columns) > _LOOP and columns[_ACTIVE] == "1"
    return Passed(
        int(number), columns[_CHIP], columns[_DATE], columns[_TIME], columns[_LOOP] if active else ""
    )


def written(passed: Passed) -> str:
    """A line as a decoder of protocol 3 sends it, without its end."""
    columns = [""] * _COLUMNS
    columns[_NUMBER], columns[_CHIP] = str(passed.number), passed.chip
    columns[_DATE], columns[_TIME] = passed.date, passed.time
    columns[_ACTIVE], columns[_LOOP] = ("1", passed.loop) if passed.loop else ("0", "")
    return ";".join(columns)


def protocol(version: str) -> tuple[int, ...]:
    """A version as numbers: ``3.2``.

    Raises:
        FormatError: it is none.
    """
    numbers = version.strip().split(".")
    if not all(number.isascii() and number.isdecimal() for number in numbers):
        raise FormatError(f"RACE RESULT: '{plain(version.encode())}' is no version of a protocol (3.2)")
    return tuple(map(int, numbers))

"""IPICO readers: one line of figures a read.

::

    aa 00 058003 22d0ee 0100 170605 203041 5f 0b
    reader, chip (two parts), counts, date, time, hundredths in hexadecimal, checksum

Source: layout and checksum as in CrossMgr ``IpicoImport.py`` and the public library iwismer/rusty-timer
(crate ipico-core), which has the suffixes and the longer lines too. No line of either is used here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import Dialogue, plain
from pacelight.timing.formats.times import of_day, of_day_text
from pacelight.timing.passing import Method
from pacelight.timing.reading import Reading, Seen

__all__ = ["IpicoDialogue", "IpicoRead", "checksum", "read", "write"]

_LINE = re.compile(
    r"""aa[0-9a-f]{2}(?P<chip>[0-9a-f]{12})[0-9a-f]{4}
        (?P<day>\d{6})(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<hundredths>[0-9a-f]{2})
        (?:[0-9a-f]{6})?(?P<checksum>[0-9a-f]{2})(?P<suffix>FS|LS)?""",
    re.VERBOSE | re.ASCII,
)
_HUNDREDTH_NS = 10_000_000
_HUNDREDTHS = 100
_LAST = "LS"


@dataclass(frozen=True, slots=True)
class IpicoRead:
    """One read of a chip.

    Attributes:
        chip: twelve hexadecimal figures.
        day: on the clock of the reader.
        of_day_ns: whole nanoseconds since midnight, a multiple of a hundredth of a second.
        last: the chip was seen for the last time here: not when it came over the mat.
    """

    chip: str
    day: date
    of_day_ns: int
    last: bool = False


def checksum(text: str) -> str:
    """The sum of the character codes of a line after its ``aa``, as two hexadecimal figures.

    >>> checksum("0005800322d0ee01001706052030415f")
    '0b'
    """
    return f"{sum(text.encode('ascii')) % 256:02x}"


def read(line: bytes) -> IpicoRead:
    """One line, without its end.

    Raises:
        FormatError: no such line, a wrong checksum, or a date or time that is none.
    """
    text = line.decode("ascii", "replace").strip()
    match = _LINE.fullmatch(text)
    if match is None:
        raise FormatError(f"no line of IPICO: '{plain(line)}'")
    summed = text[2 : match.start("checksum")]
    if checksum(summed) != match["checksum"]:
        raise FormatError(f"IPICO: the checksum of '{text}' would be {checksum(summed)}")
    hundredths = int(match["hundredths"], 16)
    if hundredths >= _HUNDREDTHS:
        raise FormatError(f"IPICO: {hundredths} hundredths of a second in '{text}'")
    of_day_ns = of_day(f"{match['hour']}:{match['minute']}:{match['second']}") + hundredths * _HUNDREDTH_NS
    return IpicoRead(match["chip"], _day(match["day"]), of_day_ns, match["suffix"] == _LAST)


def write(read: IpicoRead) -> bytes:
    """A read as the reader sends it, its line end included; cut to the hundredth."""
    hundredths = read.of_day_ns // _HUNDREDTH_NS % _HUNDREDTHS
    clock = of_day_text(read.of_day_ns, 0).replace(":", "")
    text = f"00{read.chip:0>12}0100{read.day:%y%m%d}{clock}{hundredths:02x}"
    return f"aa{text}{checksum(text)}{_LAST if read.last else ''}\r\n".encode("ascii")


class IpicoDialogue(Dialogue):
    """Reads the lines of an IPICO reader; nothing is ever answered.

    Args:
        source: as the meet file names the device.
        point: name of its mat, which its lines do not say; empty for the finish line.
    """

    ends: ClassVar[bytes] = b"\r\n"
    limit: ClassVar[int] = 256

    def __init__(self, source: str, point: str = "") -> None:
        super().__init__(source)
        self._point = point

    def take(self, message: bytes, at_ns: int) -> Iterator[Reading]:
        """What one line says.

        Raises:
            FormatError: see `read`.
        """
        del at_ns
        if not message.strip():
            return
        said = read(message)
        if said.last:
            return
        yield Seen(
            key=f"{said.chip}/{said.day} {of_day_text(said.of_day_ns, 2)}",
            chip=said.chip,
            point=self._point,
            of_day_ns=said.of_day_ns,
            method=Method.TRANSPONDER,
        )


def _day(figures: str) -> date:
    try:
        return date(2000 + int(figures[:2]), int(figures[2:4]), int(figures[4:]))
    except ValueError as error:
        raise FormatError(f"IPICO: {figures} is no day (YYMMDD)") from error

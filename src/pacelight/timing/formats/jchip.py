"""JChip: what a reader in its dialect says, and how it is asked to begin.

::

    N0000Finish       its name            GT                asks it for its time of day
    GT020115440 ...   its time of day     S0000             asks it to send
    DJ413A0F 20:11:54.40 10  00001      C7 date=20250213    a read

Lines end with a carriage return alone. Source: CrossMgr ``JChip.py`` and its test programs, whose names for
the parts these are. No line of it is used here.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import Dialogue, plain
from pacelight.timing.formats.times import of_day, of_day_text
from pacelight.timing.passing import Method
from pacelight.timing.reading import Reading, Seen

__all__ = ["ASK_TIME", "BEGIN", "JchipDialogue", "name", "read", "write"]

ASK_TIME, BEGIN = b"GT\r", b"S0000\r"
_NAME, _TIME, _READ = "N", "GT", "D"
_NAME_FROM = 5
_LINE = re.compile(
    r"D[A-Z](?P<chip>\S{1,64})\s+(?P<time>\d{1,2}:\d\d:\d\d(?:\.\d{1,9})?)(?:\s(?P<rest>.*))?", re.ASCII
)
_DATE = re.compile(r"date=(\d{8})(?!\d)", re.ASCII)


def read(line: str, point: str = "") -> Seen:
    """One read.

    Args:
        line: without its end.
        point: name of the reader.

    Raises:
        FormatError: no such line, or a time of day that is none.
    """
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise FormatError(f"no line of JChip: '{plain(line.encode())}'")
    day = _DATE.search(match["rest"] or "")
    return Seen(
        key=f"{point}/{match['chip']}/{day[1] if day else ''} {match['time']}",
        chip=match["chip"],
        point=point,
        of_day_ns=of_day(match["time"]),
        method=Method.TRANSPONDER,
    )


def write(chip: str, of_day_ns: int, count: int, day: str) -> bytes:
    """A read as a reader sends it, cut to the hundredth.

    Args:
        chip: its code.
        of_day_ns: whole nanoseconds since midnight.
        count: how many it sent before.
        day: eight figures, ``20250213``.
    """
    time = of_day_text(of_day_ns, 2)
    return f"DJ{chip} {time} 10  {count % 0x100000:05X}      C7 date={day}\r".encode("ascii", "replace")


def name(line: str) -> str:
    """The name of a reader, from the line in which it gives it."""
    return line[_NAME_FROM:].strip()


class JchipDialogue(Dialogue):
    """Asks a reader that has connected to begin, and reads what it sends."""

    ends: ClassVar[bytes] = b"\r\n"
    limit: ClassVar[int] = 512

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._point = ""

    def take(self, message: bytes, at_ns: int) -> Iterator[Reading]:
        """What one line says.

        Raises:
            FormatError: it cannot be read.
        """
        del at_ns
        line = message.decode("ascii", "replace").strip()
        if line.startswith(_READ):
            yield read(line, self._point)
        elif line.startswith(_NAME):
            self._point = name(line)
            self.say(ASK_TIME)
        elif line.startswith(_TIME):
            self.say(BEGIN)
        elif line:
            raise FormatError(f"no line of JChip: '{plain(message)}'")

"""A simulated JChip reader: it connects, gives its name and its time of day, and sends when it is asked to.

Source: see `pacelight.timing.formats.jchip`.
"""

from collections.abc import Iterator
from typing import ClassVar

from pacelight.timing.formats.jchip import ASK_TIME, BEGIN, write
from pacelight.timing.formats.times import of_day_text
from pacelight.timing.simulators.device import Device
from pacelight.timing.simulators.recorded import Quirks, Recorded, reads

__all__ = ["JchipDevice", "jchip"]


def jchip(race: Recorded, quirks: Quirks) -> "JchipDevice":
    """The reader at the first of the mats, ready to connect."""
    return JchipDevice(race, quirks)


class JchipDevice(Device[bytes]):
    """Keeps reads while nobody has asked for them; what was sent is forgotten."""

    ends: ClassVar[bytes] = b"\r"

    def __init__(self, race: Recorded, quirks: Quirks) -> None:
        self._mat = quirks.mats[0].name
        super().__init__(_script(race, quirks, self._mat))
        self._day = f"{race.day:%Y%m%d}"
        self._of_day_ns = quirks.of_day_ns(race, 0)
        self._begun = False
        self._waiting = bytearray()

    def opened(self) -> None:
        """Say who is there."""
        super().opened()
        self._begun = False
        self.say(f"N0000{self._mat}\r".encode())

    def happens(self, what: bytes) -> None:
        """Send it, or keep it."""
        if self._begun:
            self.say(what)
        else:
            self._waiting += what

    def answer(self, asked: bytes) -> None:
        """It is asked for its time of day, or to begin."""
        if asked + b"\r" == ASK_TIME:
            clock = of_day_text(self._of_day_ns, 2).replace(":", "").replace(".", "")
            self.say(f"GT0{clock} date={self._day}\r".encode("ascii"))
        elif asked.startswith(BEGIN[:1]):
            self._begun = True
            self.say(bytes(self._waiting))
            self._waiting.clear()

    @property
    def finished(self) -> bool:
        """Everything was sent."""
        return super().finished and not self._waiting


def _script(race: Recorded, quirks: Quirks, mat: str) -> Iterator[tuple[int, bytes]]:
    day = f"{race.day:%Y%m%d}"
    here = (seen for seen in reads(race, quirks) if seen.mat == mat)
    for count, seen in enumerate(here):
        yield seen.at_ns, write(seen.chip, seen.of_day_ns, count, day)

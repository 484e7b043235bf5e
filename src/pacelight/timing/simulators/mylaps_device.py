"""A simulated MYLAPS exporter: it connects, and repeats what is not acknowledged.

Source: see `pacelight.timing.formats.mylaps`.
"""

from collections.abc import Iterator
from typing import ClassVar

from pacelight.errors import FormatError
from pacelight.timing.formats.mylaps import END, MylapsMessage, read, write
from pacelight.timing.formats.times import of_day_text
from pacelight.timing.simulators.device import Device
from pacelight.timing.simulators.recorded import Quirks, Recorded, reads

__all__ = ["MylapsDevice", "mylaps"]

_FINISH = "Finish"
_PING_NS = 30_000_000_000


def mylaps(race: Recorded, quirks: Quirks) -> "MylapsDevice":
    """The exporter, ready to connect."""
    return MylapsDevice(_script(race, quirks))


def _script(race: Recorded, quirks: Quirks) -> Iterator[tuple[int, MylapsMessage]]:
    day = f"{race.day:%y%m%d}"
    gun = f"mt=Gunshot|d={day}|t={of_day_text(quirks.of_day_ns(race, 0), 3)}|n=Gunshot 1"
    yield 0, MylapsMessage(_FINISH, "Marker", (gun,))
    for seen in reads(race, quirks):
        passing = f"c={seen.chip}|d={day}|t={of_day_text(seen.of_day_ns, 3)}"
        yield seen.at_ns, MylapsMessage(seen.mat or _FINISH, "Passing", (passing,))
    for at_ns in range(_PING_NS, race.end_ns + _PING_NS, _PING_NS):
        yield at_ns, MylapsMessage(_FINISH, "Ping")


class MylapsDevice(Device[MylapsMessage]):
    """Keeps every list until it is acknowledged, and sends those again over a new connection.

    Attributes:
        acknowledged: numbers of the lists that were.
    """

    ends: ClassVar[bytes] = END

    def __init__(self, script: Iterator[tuple[int, MylapsMessage]]) -> None:
        super().__init__(script)
        self._kept: dict[str, MylapsMessage] = {}
        self._ready = False
        self._number = 0
        self.acknowledged: list[str] = []

    def opened(self) -> None:
        """Say who is there, and wait to be told what to say."""
        super().opened()
        self._ready = False
        self.say(write(MylapsMessage(_FINISH, "Pong")))

    def happens(self, what: MylapsMessage) -> None:
        """A list with the next number; a ping has none and is not kept."""
        if what.function == "Ping":
            if self._ready:
                self.say(write(what))
            return
        self._number += 1
        number = str(self._number)
        self._kept[number] = MylapsMessage(what.location, what.function, (*what.parts, number))
        if self._ready:
            self.say(write(self._kept[number]))

    def answer(self, asked: bytes) -> None:
        """The other side is ready, or has a list."""
        try:
            told = read(asked)
        except FormatError:
            return
        if told.function == "AckPong":
            self._ready = True
            for message in self._kept.values():
                self.say(write(message))
        elif told.function in {"AckPassing", "AckMarker"} and told.parts:
            self.acknowledged.append(told.parts[0])
            self._kept.pop(told.parts[0], None)

    @property
    def finished(self) -> bool:
        """Everything has happened and was acknowledged."""
        return super().finished and not self._kept

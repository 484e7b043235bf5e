"""A simulated RACE RESULT decoder: it keeps a list of passings, and answers questions about it.

Source: see `pacelight.timing.formats.raceresult`.
"""

from collections.abc import Iterator
from typing import ClassVar

from pacelight.timing.formats.raceresult import END, TRIGGER, Passed, text, written
from pacelight.timing.formats.times import of_day_text
from pacelight.timing.simulators.device import Device
from pacelight.timing.simulators.recorded import Quirks, Recorded, reads

__all__ = ["RaceResultDevice", "raceresult"]

_PROTOCOL = "3.2;1.2;3.2"
_FILE = 7


def raceresult(race: Recorded, quirks: Quirks) -> "RaceResultDevice":
    """The decoder, ready for somebody to connect. Its loops have the names of the mats."""
    return RaceResultDevice(_script(race, quirks))


def _script(race: Recorded, quirks: Quirks) -> Iterator[tuple[int, Passed]]:
    day = race.day.isoformat()
    if quirks.gun_wired:
        yield 0, Passed(0, TRIGGER, day, of_day_text(quirks.of_day_ns(race, 0), 3))
    for seen in reads(race, quirks):
        yield seen.at_ns, Passed(0, seen.chip, day, of_day_text(seen.of_day_ns, 3), seen.mat)


class RaceResultDevice(Device[Passed]):
    """Answers by the list it has so far.

    Attributes:
        timing: passings are kept; begun by the other side if need be.
    """

    ends: ClassVar[bytes] = b"\n"

    def __init__(self, script: Iterator[tuple[int, Passed]]) -> None:
        super().__init__(script)
        self._passings: list[Passed] = []
        self._fetched = 0
        self.timing = False

    def happens(self, what: Passed) -> None:
        """One more on the list."""
        number = len(self._passings) + 1
        self._passings.append(Passed(number, what.chip, what.date, what.time, what.loop))

    def answer(self, asked: bytes) -> None:
        """One command, one answer."""
        command, _, argument = text(asked).partition(";")
        first, colon, count = command.partition(":")
        if colon and first.isdecimal() and count.isdecimal():
            self._list(int(first), int(count))
            return
        answers = {
            "GETPROTOCOL": _PROTOCOL,
            "SETPROTOCOL": argument,
            "GETSTATUS": f"2025-02-13;20:00:00.000;1;11111111;{int(self.timing)};{_FILE};1",
            "STARTOPERATION": "OK",
            "PASSINGS": f"{len(self._passings)};{_FILE}",
        }
        self.timing = self.timing or command == "STARTOPERATION"
        self._line(f"{command};{answers[command]}" if command in answers else f"UNKNOWN COMMAND {command}")

    def _list(self, first: int, count: int) -> None:
        last = first + count - 1
        if last > len(self._passings):
            self._line(f"ONLY {len(self._passings)} PASSINGS")
            return
        for passed in self._passings[first - 1 : last]:
            self._line(written(passed))
        self._line("")
        self._fetched = max(self._fetched, last)

    def _line(self, line: str) -> None:
        self.say(f"{line}{END}".encode("latin-1"))

    @property
    def finished(self) -> bool:
        """Everything has happened and was fetched."""
        return super().finished and self._fetched == len(self._passings)

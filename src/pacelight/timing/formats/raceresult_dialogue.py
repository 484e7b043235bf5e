"""The conversation with a RACE RESULT decoder: we ask how many passings there are, then for the new ones.

The clock of the decoder is left as it is, and an operation that runs is not begun again: that would begin a
new file of passings in mid-race.

Source: see `pacelight.timing.formats.raceresult`.
"""

from collections.abc import Collection, Iterator
from enum import Enum, auto
from typing import ClassVar

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import Dialogue, plain
from pacelight.timing.formats.raceresult import END, TRIGGER, Passed, passing, protocol, text
from pacelight.timing.formats.times import of_day
from pacelight.timing.passing import Method
from pacelight.timing.reading import GunRead, Reading, Seen

__all__ = ["RaceResultDialogue"]

_NS = 1_000_000_000
_NEWEST = (3, 2)
_OLDEST = (1, 2)
"""Versions of the protocol this conversation is held in. Source: those of metarace and CrossMgr."""

_ASK_EVERY_NS = 200_000_000
_AT_ONCE = 64
"""Passings asked for in one go."""

_TIMING_COLUMN = 5


class _Step(Enum):
    """What was asked last, and is to be answered next."""

    PROTOCOL = auto()
    VERSION = auto()
    STATUS = auto()
    OPERATION = auto()
    COUNT = auto()
    LIST = auto()


class RaceResultDialogue(Dialogue):
    """Asks a decoder for its passings, on and on from the last that is safe.

    Args:
        source: as the meet file names the device.
        trigger_is_gun: the trigger input of the decoder is wired to the gun; else it is a cell.
    """

    ends: ClassVar[bytes] = b"\n"
    limit: ClassVar[int] = 1024
    quiet_ns: ClassVar[int | None] = 3 * _NS
    """It answers every question."""

    def __init__(self, source: str, *, trigger_is_gun: bool = False) -> None:
        super().__init__(source)
        self._trigger_is_gun = trigger_is_gun
        self._step = _Step.PROTOCOL
        self._file = ""
        self._taken = 0
        self._safe = 0
        self._before = 0
        self._waiting: dict[int, str] = {}
        self._ask_ns: int | None = None

    def opened(self, now_ns: int) -> None:
        """A connection is there: ask for its protocol, and go on where all is safe."""
        super().opened(now_ns)
        self._taken = self._safe
        self._waiting.clear()
        self._ask_ns = None
        self._ask(_Step.PROTOCOL, "GETPROTOCOL")

    def due(self, now_ns: int) -> None:
        """Ask how many passings there are."""
        if self._ask_ns is not None and now_ns >= self._ask_ns:
            self._ask_ns = None
            self._ask(_Step.COUNT, "PASSINGS")

    def wake_ns(self) -> int | None:
        """When to ask next; None while an answer is waited for."""
        return self._ask_ns

    def acknowledge(self, keys: Collection[str]) -> None:
        """The readings with these keys are safe: after a reconnect those that follow are asked for."""
        safe = set(keys)
        self._waiting = {number: key for number, key in self._waiting.items() if key not in safe}
        self._safe = min(self._waiting, default=self._taken + 1) - 1

    def take(self, message: bytes, at_ns: int) -> Iterator[Reading]:
        """What one line says.

        Raises:
            FormatError: it cannot be read, or answers nothing that was asked.
        """
        line = text(message)
        if line.startswith("#P;"):
            yield from self._passed(line[3:], pushed=True)
        elif line[:1].isdecimal():
            yield from self._passed(line, pushed=False)
        elif not line:
            self._listed(at_ns)
        else:
            self._answered(line.split(";"), at_ns)

    def _passed(self, line: str, *, pushed: bool) -> Iterator[Reading]:
        passed = passing(line)
        if not pushed:
            if passed.number <= self._taken:
                return
            if passed.number != self._taken + 1:
                raise FormatError(f"RACE RESULT: passing {passed.number} where {self._taken + 1} comes next")
            self._taken = passed.number
        reading = self._meant(passed)
        if not pushed:
            self._waiting[passed.number] = reading.key
        yield reading

    def _meant(self, passed: Passed) -> Seen | GunRead:
        time = of_day(passed.time)
        key = f"{passed.loop}/{passed.chip}/{passed.date} {passed.time}"
        if passed.chip != TRIGGER:
            return Seen(key, chip=passed.chip, point=passed.loop, of_day_ns=time, method=Method.TRANSPONDER)
        if self._trigger_is_gun:
            return GunRead(f"gun/{key}", time)
        return Seen(key, point=passed.loop, of_day_ns=time, method=Method.CELL)

    def _listed(self, at_ns: int) -> None:
        """A list has ended: ask for what came since; in a while, if nothing of it could be read."""
        if self._step is not _Step.LIST:
            return
        if self._taken > self._before:
            self._ask(_Step.COUNT, "PASSINGS")
        else:
            self._rest(at_ns)

    def _answered(self, columns: list[str], at_ns: int) -> None:
        command = columns[0]
        if command == "GETPROTOCOL":
            self._agree(columns)
        elif command == "SETPROTOCOL":
            self._ask(_Step.STATUS, "GETSTATUS")
        elif command == "GETSTATUS":
            self._begin(columns)
        elif command == "STARTOPERATION":
            self._ask(_Step.COUNT, "PASSINGS")
        elif command == "PASSINGS":
            self._fetch(columns, at_ns)
        elif command.startswith("ONLY "):
            self._rest(at_ns)
        else:
            raise FormatError(f"no answer of RACE RESULT: '{plain(';'.join(columns).encode())}'")

    def _agree(self, columns: list[str]) -> None:
        newest = protocol(columns[-1])
        if newest < _OLDEST:
            raise FormatError(
                f"RACE RESULT speaks protocol {columns[-1]}; 1.2 or newer is needed (update it)"
            )
        self._ask(_Step.VERSION, f"SETPROTOCOL;{'.'.join(map(str, min(newest, _NEWEST)))}")

    def _begin(self, columns: list[str]) -> None:
        timing = len(columns) > _TIMING_COLUMN and columns[_TIMING_COLUMN] == "1"
        if timing:
            self._ask(_Step.COUNT, "PASSINGS")
        else:
            self._ask(_Step.OPERATION, "STARTOPERATION")

    def _fetch(self, columns: list[str], at_ns: int) -> None:
        count, file = (*columns[1:3], "", "")[:2]
        if not (count.isascii() and count.isdecimal()):
            raise FormatError(f"RACE RESULT: '{plain(';'.join(columns).encode())}' is no count of passings")
        if file != self._file or int(count) < self._taken:
            self._file = file
            self._taken = self._safe = 0
            self._waiting.clear()
        self._before = self._taken
        if missing := int(count) - self._taken:
            self._ask(_Step.LIST, f"{self._taken + 1}:{min(missing, _AT_ONCE)}")
        else:
            self._rest(at_ns)

    def _rest(self, at_ns: int) -> None:
        self._step = _Step.COUNT
        self._ask_ns = at_ns + _ASK_EVERY_NS

    def _ask(self, step: _Step, command: str) -> None:
        self._step = step
        self.say(f"{command}{END}".encode("ascii"))

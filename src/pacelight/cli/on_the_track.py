"""Which race is on the track, and what its engine's clock says: for whoever takes times of it."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from pacelight.errors import DriverError
from pacelight.meet.bus import Hearing, Where

__all__ = ["Look", "OnTheTrack", "look"]

_PATIENCE_S = 5.0
_AGAIN_S = 0.5
_TURN_S = 0.5


class _Id(msgspec.Struct, frozen=True):
    id: str


class _Clock(msgspec.Struct, frozen=True):
    gun_unix_ns: int | None
    rate: float
    server_unix_ns: int


class _Snapshot(msgspec.Struct, frozen=True):
    schema: str
    race: _Id
    clock: _Clock


_SNAPSHOT: msgspec.json.Decoder[_Snapshot] = msgspec.json.Decoder(_Snapshot)


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of an engine.

    Attributes:
        offset_ns: its clock less ours.
        error_ns: that is not wrong by more.
        race: id of the race on the track.
        gun_unix_ns: the gun on its clock; None before it.
    """

    offset_ns: int
    error_ns: int
    race: str
    gun_unix_ns: int | None


def look(at: Where) -> Look:
    """One look at an engine: it said what time it was between our call and its coming here.

    Raises:
        DriverError: nobody is there.
    """
    before_ns = time.time_ns()
    with Hearing(at) as hearing:
        until_s = time.monotonic() + _PATIENCE_S
        while not hearing.ended and time.monotonic() < until_s:
            for line in hearing.turn(until_s - time.monotonic()):
                with suppress(msgspec.DecodeError, UnicodeDecodeError):
                    seen = _SNAPSHOT.decode(line)
                    after_ns = time.time_ns()
                    offset_ns = seen.clock.server_unix_ns - (before_ns + after_ns) // 2
                    error_ns = (after_ns - before_ns) // 2 + 1
                    return Look(offset_ns, error_ns, seen.race.id, seen.clock.gun_unix_ns)
    raise DriverError(f"the engine at {at} says nothing")


class OnTheTrack:
    """Hears which race is on, all the time: the one that was heard last, where nobody says anything.

    Attributes:
        race: its id.

    Args:
        at: where its engine is.
        race: which one was seen already.
        other: is told when it is another one.
    """

    def __init__(self, at: Where, race: str, other: Callable[[str], None]) -> None:
        self.race = race
        self._at = at
        self._other = other
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more."""
        self._ends.set()
        self._thread.join(2 * _TURN_S)

    def _run(self) -> None:
        while not self._ends.is_set():
            with suppress(DriverError):
                self._hear()
            self._ends.wait(_AGAIN_S)

    def _hear(self) -> None:
        with Hearing(self._at) as hearing:
            while not hearing.ended and not self._ends.is_set():
                for line in hearing.turn(_TURN_S):
                    with suppress(msgspec.DecodeError, UnicodeDecodeError):
                        self._on(_SNAPSHOT.decode(line).race.id)

    def _on(self, race: str) -> None:
        if race != self.race:
            self.race = race
            self._other(race)

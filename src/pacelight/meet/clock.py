"""Clocks: the one that is never set, the one that people read, and the race's own.

See ``docs/explanation/four-clocks.md``.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from pacelight.errors import RaceError
from pacelight.meet.journal.entries import Fired

__all__ = ["Clock", "Instant", "RaceClock", "SystemClock", "boot_id", "rate"]

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_FASTEST = 1000


@dataclass(frozen=True, slots=True)
class Instant:
    """One instant on both clocks.

    Attributes:
        monotonic_ns: never set, counted from the machine's boot.
        unix_ns: what everyone else calls it.
    """

    monotonic_ns: int
    unix_ns: int


class Clock(Protocol):
    """Whatever says what time it is."""

    def now(self) -> Instant:
        """This instant."""
        ...


class SystemClock:
    """The machine's clocks."""

    def now(self) -> Instant:
        """This instant, both clocks read at once."""
        return Instant(time.monotonic_ns(), time.time_ns())


def boot_id() -> str:
    """Which boot of which machine this is: monotonic instants compare only within one.

    Source: random(4), /proc/sys/kernel/random/boot_id.
    """
    return _BOOT.read_text(encoding="ascii").strip()


def rate(text: str) -> Fraction:
    """How many race seconds pass in a second: ``1``, ``10``, ``0.5``, ``1/2``.

    Raises:
        RaceError: not a number, not more than zero, or faster than lamps could show.
    """
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise RaceError(f"not a speed: '{text}' (write how many times as fast, as in 10 or 0.5)") from None
    if not 0 < value <= _FASTEST:
        raise RaceError(f"a race runs at more than 0 and at most {_FASTEST} times its speed, not at {text}")
    return value


@dataclass(frozen=True, slots=True)
class RaceClock:
    """The race's clock: ``elapsed = (now - gun) * rate``. It has no state, so nothing can drift.

    Attributes:
        gun_ns: the gun on this machine's monotonic clock.
        gun_unix_ns: the gun for everyone else.
        rate: race seconds a second.
    """

    gun_ns: int
    gun_unix_ns: int
    rate: Fraction

    @classmethod
    def of(
        cls, fired: Fired, now: Instant, boot: str, guns: Mapping[str, int] = MappingProxyType({})
    ) -> "RaceClock":
        """The clock of a gun that may have been fired by an engine that is gone.

        Args:
            fired: the gun, from the journal.
            now: this instant.
            boot: of this machine; if the gun is not known on its clock, the clock of the world tells.
            guns: by boot, the gun on the clock of other machines.
        """
        since_ns = now.unix_ns - fired.unix_ns
        known = {fired.boot: fired.monotonic_ns, **guns}
        return cls(known.get(boot, now.monotonic_ns - since_ns), fired.unix_ns, Fraction(fired.rate))

    def elapsed_ns(self, monotonic_ns: int) -> int:
        """Whole race nanoseconds since the gun, rounded down; negative before it."""
        return (monotonic_ns - self.gun_ns) * self.rate.numerator // self.rate.denominator

    def instant_ns(self, elapsed_ns: int) -> int:
        """When the race clock will say so, on the monotonic clock, rounded up."""
        return self.gun_ns - (-elapsed_ns * self.rate.denominator // self.rate.numerator)

"""What the light loop is told, one line each: text that a person may type and a test may read.

A new order replaces the one before it; none refers to another, so that whoever knows the last one knows all.
"""

from dataclasses import dataclass
from typing import TypeAlias

from pacelight.errors import DriverError

__all__ = ["Dark", "End", "Order", "Run", "Stand", "read", "write"]


@dataclass(frozen=True, slots=True)
class Stand:
    """The lights stand at the start."""


@dataclass(frozen=True, slots=True)
class Dark:
    """The lamps are dark, and go on being told so."""


@dataclass(frozen=True, slots=True)
class End:
    """A planned end: the lamps go dark, and receivers are told that no more will come."""


@dataclass(frozen=True, slots=True)
class Run:
    """The lights run from a gun, be it past, now or to come.

    Attributes:
        gun_ns: on the monotonic clock of this machine.
        numerator, denominator: race seconds a second, as a fraction.
    """

    gun_ns: int
    numerator: int = 1
    denominator: int = 1

    def elapsed_ns(self, instant_ns: int) -> int:
        """Whole race nanoseconds since the gun at an instant, rounded down; negative before it."""
        return (instant_ns - self.gun_ns) * self.numerator // self.denominator


Order: TypeAlias = Stand | Run | Dark | End


def write(order: Order) -> bytes:
    r"""An order as a line.

    >>> write(Run(1_000_000_000, 10))
    b'run 1000000000 10 1\n'
    """
    match order:
        case Run():
            return b"run %d %d %d\n" % (order.gun_ns, order.numerator, order.denominator)
        case Stand():
            return b"stand\n"
        case Dark():
            return b"dark\n"
        case End():
            return b"end\n"


def read(line: bytes) -> Order:
    """The order that a line gives, newline left out.

    Raises:
        DriverError: it gives none.
    """
    match line.split():
        case [b"stand"]:
            return Stand()
        case [b"dark"]:
            return Dark()
        case [b"end"]:
            return End()
        case [b"run", gun, numerator, denominator]:
            return Run(int(gun), int(numerator), int(denominator))
    raise DriverError(f"the light loop was told {line!r} (it knows stand, run, dark and end)")

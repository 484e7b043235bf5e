"""The beat: the instants at which frames are due, and the number that each carries.

Instants are whole multiples of a period on the machine's monotonic clock, and a frame's number is the
multiple itself. So the number, like the light, has no state: a loop that is killed and started again
goes on in sequence, and one that missed instants skips their numbers.
"""

from dataclasses import dataclass
from typing import Self

from pacelight.errors import OutputError

__all__ = ["FASTEST", "SEQUENCES", "SLOWEST", "Beat"]

SLOWEST, FASTEST = 20, 100
"""Frames a second: below, a light is seen to jump; above, no lamp follows."""

SEQUENCES = 65_280
"""Numbers that packets may carry are cut from: 256 by E1.31, 255 by Art-Net and 15 by DDP all divide it,
so that none of them ever skips or repeats one.
"""

_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Beat:
    """When frames are due.

    Attributes:
        period_ns: from one to the next, whole nanoseconds.

    >>> Beat.of(50)
    Beat(period_ns=20000000)
    """

    period_ns: int

    @classmethod
    def of(cls, fps: int) -> Self:
        """So many frames a second.

        Raises:
            OutputError: too few for the eye, or too many for lamps.
        """
        if not SLOWEST <= fps <= FASTEST:
            raise OutputError(f"lamps are sent {SLOWEST} to {FASTEST} frames a second, not {fps}")
        return cls(round(_NS / fps))

    def after(self, now_ns: int) -> int:
        """The number of the first frame due after this instant."""
        return now_ns // self.period_ns + 1

    def instant(self, number: int) -> int:
        """When this frame is due, on the monotonic clock."""
        return number * self.period_ns

    def due(self, number: int, now_ns: int) -> int:
        """The number of the frame to draw by who waited for `number` and woke now: the latest one due."""
        return max(number, now_ns // self.period_ns)

    @staticmethod
    def sequence(number: int) -> int:
        """The number as drivers are told it, 0 to `SEQUENCES` - 1; each protocol carries less of it."""
        return number % SEQUENCES

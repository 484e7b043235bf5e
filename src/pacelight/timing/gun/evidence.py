"""One witness of the gun: between which instants it says that it was."""

from dataclasses import dataclass
from enum import IntEnum

from pacelight.errors import RaceError

__all__ = ["HAND_NS", "Evidence", "Trust", "by_hand"]

HAND_NS = 200_000_000
"""A person who starts a watch by the flash is that far off at most, mostly late.

Source: IAAF Scoring Tables of Athletics: a time by hand is taken to be 0.24 s too short up to 200 m, and
0.14 s at 400 m, nearly all of it at the gun.
"""


class Trust(IntEnum):
    """Of two witnesses that contradict one another, the greater is believed."""

    HAND = 1
    """Somebody pressed a key at the flash; or the clock of the timing system was started by hand."""
    SYSTEM = 2
    """The timing system's gun or clock, over a network that promises no latency."""
    CONTACT = 3
    """A start signal of our own, of which is known how late it can be."""
    PERSON = 4
    """Somebody has said when it was."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one source says of the gun, whole nanoseconds on our monotonic clock.

    Attributes:
        what: in a word, for people: ``contact``, ``gun``, ``clock``, ``time of day``, ``hand``.
        at_ns: when it was, as this source has it.
        early_ns: it may have been so much earlier; None where nobody can say.
        late_ns: it may have been so much later.

    Raises:
        RaceError: an error below zero.
    """

    source: str
    what: str
    at_ns: int
    early_ns: int | None
    late_ns: int
    trust: Trust

    def __post_init__(self) -> None:
        if self.late_ns < 0 or (self.early_ns is not None and self.early_ns < 0):
            raise RaceError(f"{self.source}: a gun is uncertain by 0 or more, not by {self}")

    @property
    def first_ns(self) -> int | None:
        """It was not before this; None where nobody can say."""
        return None if self.early_ns is None else self.at_ns - self.early_ns

    @property
    def last_ns(self) -> int:
        """It was not after this."""
        return self.at_ns + self.late_ns


def by_hand(source: str, at_ns: int, error_ns: int = HAND_NS) -> Evidence:
    """Somebody pressed a key at the flash; the clock that says when may be wrong, too."""
    return Evidence(source, "hand", at_ns, error_ns, error_ns, Trust.HAND)

"""How a controller does, as the network of this machine sees it: protocols of lamps answer nothing."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CALM_NS", "WELL", "Health", "State", "Watch"]

CALM_NS = 4_000_000_000
"""Nothing is refused for so long before a controller counts as up again.

A kernel looks for a machine that is off for three seconds and takes frames meanwhile. Source: arp(7),
mcast_solicit and retrans_time_ms.
"""


class State(StrEnum):
    """What is known of a controller.

    Attributes:
        UP: the network takes what it is sent.
        REFUSING: the machine is there and nobody listens, or it takes no more just now.
        AWAY: there is no way to it, or no line.
    """

    UP = "up"
    REFUSING = "refusing"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Health:
    """The last time that a controller was not up; instants are of the monotonic clock, whole nanoseconds.

    Attributes:
        trouble: of which kind it was; up if there was none.
        begin_ns, last_ns: its first and its last refusal.
        back_ns: the first frame after it that was taken whole; 0 while there is none.
        times: how often it was not up.
        waits: frames that are left out before the next try.
        error: number of the system's last error.
    """

    trouble: State = State.UP
    begin_ns: int = 0
    last_ns: int = 0
    back_ns: int = 0
    times: int = 0
    waits: int = 0
    error: int = 0

    @property
    def reason(self) -> str:
        """The last error in the words of the system; empty if there was none."""
        return os.strerror(self.error) if self.error else ""

    def state(self, now_ns: int) -> State:
        """What is known of it now.

        >>> Health(State.AWAY, begin_ns=5, last_ns=9, times=1).state(10)
        <State.AWAY: 'away'>
        """
        calm = self.back_ns > self.last_ns and now_ns - self.last_ns >= CALM_NS
        return State.UP if calm or not self.times else self.trouble

    def away_ns(self, now_ns: int) -> int | None:
        """Since when it is not up; None if it is."""
        return None if self.state(now_ns) is State.UP else self.begin_ns


WELL = Health()
"""Nothing was ever refused."""


class Watch:
    """Notes how frames fare.

    Args:
        clock: monotonic, whole nanoseconds.
    """

    def __init__(self, clock: Callable[[], int] = time.monotonic_ns) -> None:
        self._clock = clock
        self._trouble = State.UP
        self._begin_ns = self._last_ns = self._back_ns = self._times = self._error = 0

    def refused(self, trouble: State, error: int) -> None:
        """The network, or the line, refused.

        Args:
            trouble: refusing or away.
            error: number of the system's error.
        """
        now_ns = self._clock()
        if not self._times or (self._back_ns and now_ns - self._last_ns >= CALM_NS):
            self._times += 1
            self._begin_ns = now_ns
        self._trouble, self._last_ns, self._back_ns, self._error = trouble, now_ns, 0, error

    def taken(self) -> None:
        """A whole frame was taken, and nothing refused meanwhile."""
        if self._times and not self._back_ns:
            self._back_ns = self._clock()

    def health(self, waits: int) -> Health:
        """A snapshot.

        Args:
            waits: frames that are left out before the next try.
        """
        return Health(
            self._trouble, self._begin_ns, self._last_ns, self._back_ns, self._times, waits, self._error
        )

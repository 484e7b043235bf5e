"""A request, and all that it is decided upon."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict

from pacelight.errors import RaceError
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.desk import requests as asked
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session

__all__ = ["HAND", "Author", "Programme", "Scene"]

HAND = "hand"
"""What a person is called as a source."""


class Author(TypedDict):
    """Who asks, as entries have it."""

    by: str
    role: str
    reason: str
    digest: str
    key: str


@dataclass(frozen=True, slots=True)
class Programme:
    """What the meet file says now.

    Attributes:
        races: by id, the race file and the survey of each, whole; in order.
        fault: why it cannot be read; empty if it can.
    """

    races: Mapping[str, tuple[str, str | None]]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A request, and all that it is decided upon.

    Attributes:
        session: the races as they stand.
        live: the race that is meant.
        request: what is asked.
        digest: of it.
        now: this instant.
        boot: id of the machine's boot.
        reasons: what is not right for arming.
        openings: by id, what makes the line that opens a race which was not opened yet.
        rate: race seconds a second, of a gun that is still to come.
        programme: what the meet file says now, where that is asked; None where there is no meet file.
        lamps: how many there are; None where nobody knows.
    """

    session: Session
    live: Live
    request: asked.Request
    digest: str
    now: Instant
    boot: str
    reasons: tuple[str, ...]
    openings: Mapping[str, Callable[[], entries.Opened]]
    rate: Fraction
    programme: Programme | None = None
    lamps: int | None = None

    @property
    def author(self) -> Author:
        """Who asks, under which key and why, as entries have it."""
        one = self.request
        return Author(by=one.by, role=str(one.role), reason=one.do.reason, digest=self.digest, key=one.key)

    @property
    def elapsed_ns(self) -> int:
        """Race nanoseconds since the gun.

        Raises:
            RaceError: there was none.
        """
        live = self.live
        if live.gun is None:
            raise RaceError(f"the race is {live.state}: there was no gun yet")
        return RaceClock.of(live.gun, self.now, self.boot, live.guns).elapsed_ns(self.now.monotonic_ns)

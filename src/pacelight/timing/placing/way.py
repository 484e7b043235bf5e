"""Where a race passes the points at which it is timed, and what nobody can run."""

from dataclasses import dataclass
from functools import lru_cache

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed

__all__ = ["FINISH_LINE", "NEAR_MM", "Point", "Way"]

NEAR_MM = 50_000
"""Nearer to the start no lap is counted and no passing is missed: who stands at the start is seen there."""

_FASTEST_MM_S = 12_500
"""Nobody runs faster, not even over a part of a sprint: at most 12.34 m/s in the 9.58.

Source: Graubner and Nixdorf, New Studies in Athletics 26:1/2 (2011), biomechanical analysis of Berlin 2009.
"""


@dataclass(frozen=True, slots=True)
class Point:
    """A mat, a cell or a camera.

    Attributes:
        name: as the timing system calls it; empty for the finish line.
        past_mm: whole millimetres past the finish line, in running direction, less than a lap.
        only: distances at which it counts; every passing of it if empty.

    >>> Point("1500", 90_656, (Distance.parse("1500"),)).name
    '1500'
    """

    name: str = ""
    past_mm: int = 0
    only: tuple[Distance, ...] = ()


FINISH_LINE = Point()


@dataclass(frozen=True, slots=True)
class Way:
    """What is run, as far as timing must know it.

    Attributes:
        distance: of the race.
        lap: from one passing of the finish line to the next.
        first: from the start to the first passing of the finish line.
        record: the fastest that was ever run over it; None where that is not known.

    Raises:
        RaceError: the first passing is not within a lap, or beyond the finish.

    >>> mile = Way(Distance.parse("1609.344 m"), Distance.parse("200 m"), Distance.parse("9.344 m"))
    >>> mile.passings(FINISH_LINE)[:2], mile.passings(Point("1500", 90_656))[-1]
    ((9344, 209344), 1500000)
    """

    distance: Distance
    lap: Distance
    first: Distance
    record: Elapsed | None = None

    def __post_init__(self) -> None:
        if not 0 < self.first.mm <= self.distance.mm or self.lap.mm <= 0:
            raise RaceError(
                f"a race of {self.distance} passes its finish line first after {self.first}, every {self.lap}"
            )

    @lru_cache(maxsize=256)  # noqa: B019 - ways are few, and hold nothing
    def passings(self, point: Point) -> tuple[int, ...]:
        """How far has been run whenever the race passes that point, in whole millimetres.

        A point that is nowhere on the way of this race gives none.
        """
        if point.only:
            return tuple(sorted(distance.mm for distance in point.only if distance <= self.distance))
        first = (self.first.mm + point.past_mm) % self.lap.mm or self.lap.mm
        if self.first.mm > self.lap.mm and not point.past_mm:
            first = self.first.mm
        return tuple(range(first, self.distance.mm + 1, self.lap.mm))

    def to_go(self, laps: int | None) -> int | None:
        """How far has been run with so many laps to go, in whole millimetres; None of more than there are."""
        if laps is None:
            return None
        mm = self.distance.mm - laps * self.lap.mm
        return mm if laps >= 0 and mm > 0 else None

    def least_ns(self, mm: int) -> int:
        """So long takes so far at least, whole nanoseconds: a fifth faster than the record."""
        if self.record is None:
            return -(-mm * 1_000_000_000 // _FASTEST_MM_S)
        return -(-mm * self.record.ns * 5 // (self.distance.mm * 6))

    def usual_mm(self, ns: int) -> int | None:
        """So far one comes in that time, about: a twentieth less than at the pace of the record, if known."""
        if self.record is None:
            return None
        return ns * self.distance.mm * 20 // (self.record.ns * 21)

"""When a runner will finish, if the pace stays: the plainest of answers, and labelled so.

A prediction that knows how races are run is another thing; until there is one, nothing here is calibrated.
"""

from dataclasses import dataclass

from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed

__all__ = ["Forecast", "Point", "forecast", "onward"]

Point = tuple[Distance, Elapsed]
"""A point of the race and the running time there."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Two finishes, neither of them calibrated.

    Attributes:
        even: at the average pace so far.
        current: at the pace of the last lap, or of as much as was timed of it.
    """

    even: Elapsed
    current: Elapsed


def forecast(race: Distance, lap: Distance, points: "list[Point]") -> Forecast | None:
    """The finish of somebody who was timed at these points.

    Args:
        race: the distance of the race.
        lap: of the track: so much of the way is the current pace taken from.
        points: in order of distance, the start left out. At the finish there is nothing left to say: None,
            as where nothing was timed yet.

    Raises:
        PlanError: a point at or behind the one before.

    >>> points = [(Distance.parse(at), Elapsed.of_ms(ms)) for at, ms in (("400", 60_000), ("800", 124_000))]
    >>> found = forecast(Distance.parse("1500"), Distance.parse("400"), points)
    >>> found.even, found.current
    (Elapsed(ns=232500000000), Elapsed(ns=236000000000))
    """
    if not points or points[-1][0] >= race:
        return None
    here = points[-1]
    return Forecast(onward(race, (Distance(0), Elapsed(0)), here), onward(race, _lap_back(lap, points), here))


def onward(to: Distance, since: Point, here: Point) -> Elapsed:
    """When somebody is there who goes on at the pace between two points, rounded up to the nanosecond.

    Raises:
        PlanError: the second point is not behind the first.
    """
    run, took = here[0].mm - since[0].mm, here[1].ns - since[1].ns
    if run <= 0 or took <= 0:
        raise PlanError(f"no pace from {since[0]} to {here[0]}: the second point must be further and later")
    return Elapsed(here[1].ns - (-(to.mm - here[0].mm) * took // run))


def _lap_back(lap: Distance, points: "list[Point]") -> Point:
    """The last point at least a lap before the last, so that both lie on the same bends; else the start."""
    reached = points[-1][0].mm - lap.mm
    before = [point for point in points[:-1] if point[0].mm <= reached]
    return before[-1] if before else (Distance(0), Elapsed(0))

"""Ways to make a plan: each turns what a person knows into knots."""

from collections.abc import Iterable

from pacelight.book.model import Standing
from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.model import Knot, Plan

__all__ = ["even", "from_record", "negative", "replay", "splits"]


def even(distance: Distance, mark: Mark, *, name: str = "", origin: str = "") -> Plan:
    """The same speed from the gun to the line, in time for a mark.

    Raises:
        PlanError: nobody runs at that speed.

    >>> from pacelight.distance import MILE
    >>> float(even(MILE, Mark.parse("3:46.63")).time_at(1500).round(4))
    211.232
    """
    return Plan(distance, ((distance, mark.elapsed),), name or f"{mark} even", "even", origin)


def negative(distance: Distance, mark: Mark, faster: Elapsed, *, name: str = "", origin: str = "") -> Plan:
    """The second half faster than the first, in time for a mark, smoothly in between.

    Args:
        distance: of the race.
        mark: the time at the finish.
        faster: by how much the second half is faster.
        name: what it is called; its finishing time if not given.
        origin: where the numbers are from.

    Raises:
        PlanError: the second half is not faster, or nobody runs at that speed.

    >>> plan = negative(Distance.parse("800"), Mark.parse("1:44.00"), Elapsed.of_ms(2000))
    >>> [when.ns // 10**7 for _, when in plan.knots]
    [5300, 10400]
    """
    whole = mark.elapsed.ns
    if not 0 < faster.ns < whole:
        raise PlanError("the second half has to be faster than the first, and take time itself")
    half = Distance(distance.mm // 2), Elapsed((whole + faster.ns) // 2)
    named = name or f"{mark} negative"
    return Plan(distance, (half, (distance, mark.elapsed)), named, "negative", origin)


def splits(distance: Distance, points: Iterable[Knot], *, name: str = "", origin: str = "") -> Plan:
    """Through given points at given running times, smoothly in between.

    Args:
        distance: of the race.
        points: distance and running time, in order, the finish last.
        name: what it is called; its finishing time if not given.
        origin: where the numbers are from.

    Raises:
        PlanError: the points go backwards, are too fast or too slow, or do not end at the finish.
    """
    knots = tuple(points)
    return Plan(distance, knots, name or f"{_last(knots)} by splits", "splits", origin)


def replay(distance: Distance, run: Iterable[Knot], *, name: str = "", origin: str = "") -> Plan:
    """A race run again: the light does what a runner did.

    Args:
        distance: of the race.
        run: where the runner was timed and when, in any order, the finish included.
        name: what it is called; its finishing time if not given.
        origin: whose race it was.

    Raises:
        PlanError: fewer than two points: with the finish alone nothing is known of the way there.
    """
    knots = tuple(sorted(run))
    if len(knots) == 1:
        raise PlanError("only the finish was timed, there is nothing to run again: make an even plan of it")
    return Plan(distance, knots, name or f"{_last(knots)} again", "replay", origin)


def from_record(standing: Standing, *, origin: str = "") -> Plan:
    """The even pace of a record of the book.

    Raises:
        PlanError: the event has no distance.
    """
    distance, mark = standing.event.distance, standing.mark
    if distance is None or not isinstance(mark, Mark):
        raise PlanError(f"{standing.event.name} has no distance: no light can run it")
    return Plan(distance, ((distance, mark.elapsed),), f"{standing.label} {mark}", "record", origin)


def _last(knots: tuple[Knot, ...]) -> str:
    return str(Mark.from_elapsed(knots[-1][1])) if knots else "nothing"

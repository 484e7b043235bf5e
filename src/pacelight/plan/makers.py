"""Ways to make a plan: each turns what a person knows into knots."""

from collections.abc import Iterable

from pacelight.book.model import Standing
from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Mark
from pacelight.plan.model import Knot, Plan

__all__ = ["even", "from_record", "replay", "splits"]


def even(distance: Distance, mark: Mark, *, name: str = "", origin: str = "") -> Plan:
    """The same speed from the gun to the line, in time for a mark.

    Raises:
        PlanError: nobody runs at that speed.

    >>> from pacelight.distance import MILE
    >>> float(even(MILE, Mark.parse("3:46.63")).time_at(1500).round(4))
    211.232
    """
    return Plan(distance, ((distance, mark.elapsed),), name or f"{mark} even", "even", origin)


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

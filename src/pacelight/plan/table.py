"""A plan as pacemakers read it: the running time at each point, and what the stretch before it takes."""

from dataclasses import dataclass

from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.model import Plan

__all__ = ["Row", "clock", "table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One point of a plan.

    Attributes:
        distance: from the start.
        elapsed: running time there.
        segment: time from the row before.
        speed: of the light there, in metres a second.
    """

    distance: Distance
    elapsed: Elapsed
    segment: Elapsed
    speed: float


def table(plan: Plan, every: Distance, first: Distance | None = None) -> list[Row]:
    """The plan at points that are so far apart, and at the finish.

    Args:
        plan: what is run.
        every: the distance between two rows: 100 m, a lap.
        first: where the first of them is; after that distance, if not given.

    Raises:
        PlanError: rows that lie on one another.
    """
    if not every.mm:
        raise PlanError("the rows of a table are apart: write every 100 m, or every lap")
    points = [Distance(mm) for mm in range((first or every).mm, plan.distance.mm, every.mm)]
    rows: list[Row] = []
    before = 0
    for at in (*points, plan.distance):
        seconds = float(plan.time_at(at.metres))
        ns = round(seconds * 1e9)
        rows.append(Row(at, Elapsed(ns), Elapsed(ns - before), float(plan.speed_at(seconds))))
        before = ns
    return rows


def clock(elapsed: Elapsed) -> str:
    """A planned time to the nearest hundredth. It is no mark: nobody has run it.

    >>> clock(Elapsed(211_232_029_950))
    '3:31.23'
    """
    hundredths = (elapsed.ns + 5_000_000) // 10_000_000
    return str(Mark(hundredths * 10)) if hundredths else "0.00"

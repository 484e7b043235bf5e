"""How far a runner is from a light: at one point in seconds, at one instant in metres."""

from dataclasses import dataclass

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.plan.model import Plan

__all__ = ["Gap", "gap"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a runner is beside a light; positive is ahead of it.

    Attributes:
        seconds: how much later the light comes to this point.
        metres: how far behind this point the light is at this instant;
            one that has finished is thought to have gone on at its last speed.
    """

    seconds: float
    metres: float


def gap(plan: Plan, distance: Distance, elapsed: Elapsed) -> Gap:
    """How far ahead of the light somebody is who passes a point at this running time.

    >>> from pacelight.distance import MILE
    >>> from pacelight.mark import Mark
    >>> from pacelight.plan.makers import even
    >>> found = gap(even(MILE, Mark.parse("3:46.63")), Distance.parse("1500"), Mark.parse("3:29.63").elapsed)
    >>> f"{found.seconds:.3f} s, {found.metres:.3f} m"
    '1.602 s, 11.376 m'
    """
    seconds, finish_s = elapsed.ns / 1e9, plan.finish.ns / 1e9
    beyond = max(0.0, seconds - finish_s) * float(plan.speed_at(finish_s))
    light = float(plan.distance_at(seconds)) + beyond
    return Gap(float(plan.time_at(distance.metres)) - seconds, distance.metres - light)

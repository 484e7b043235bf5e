"""The lights of a race as waves, from the journal alone: no book is needed."""

from pacelight.distance import Distance
from pacelight.lights.canvas.wave import Wave, in_daylight
from pacelight.mark import Elapsed
from pacelight.meet.journal.entries import Asked
from pacelight.plan.model import Plan, Turn

__all__ = ["plan_of", "wave_of"]


def plan_of(light: Asked) -> Plan:
    """The plan of a light as the journal keeps it: no book is needed.

    Raises:
        PlanError: what it is to do from some instant on cannot be run.
    """
    knots = tuple((Distance(mm), Elapsed(ns)) for mm, ns in light.knots)
    turns = tuple(Turn(Elapsed(at), None if ns is None else Elapsed(ns)) for at, ns in light.turns)
    return Plan(Distance(light.distance_mm), knots, light.name, light.kind, light.origin, turns=turns)


def wave_of(light: Asked, plan: Plan, *, daylight: bool) -> Wave:
    """A light as lamps and pages show it.

    Args:
        light: as the journal keeps it.
        plan: made from it by `plan_of`.
        daylight: it is as long and as bright as the sun needs it.
    """
    wave = Wave(
        light.name,
        plan,
        light.colour,
        light.head_m,
        light.tail_m,
        light.pattern,
        light.dash_m,
        light.priority,
        light.label,
    )
    return in_daylight(wave) if daylight else wave

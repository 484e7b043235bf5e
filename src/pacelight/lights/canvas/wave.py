"""A wave: a light that runs round the track, with its colour, its shape and what it stands for."""

import math
from dataclasses import dataclass, replace

from pacelight.errors import PlanError
from pacelight.lights.canvas import colour as colours
from pacelight.lights.canvas.pattern import Pattern
from pacelight.plan.model import Plan

__all__ = ["Wave", "in_daylight"]

_SHORTEST_M = 0.001
"""Of a head, a tail or a dash, in metres."""

_SUN = 2.0
"""In daylight a light is so many times as long."""


@dataclass(frozen=True, slots=True)
class Wave:
    """A light. Its leading edge is where the plan is; head and tail follow.

    Attributes:
        name: one word.
        plan: where it is at an instant.
        colour: as screens have it, ``#19e36b``.
        head_m: metres behind the leading edge that shine fully.
        tail_m: metres behind the head: of a comet they fade evenly to nothing, else they do not.
        pattern: how it is filled.
        dash_m: of a dashed light, the length of a dash and of the dark after it.
        priority: where lights cover one another, the higher one is seen.
        legend: what it is: ``World record 3:46.63, Nuguse``.

    Raises:
        PlanError: no such colour, or a length that is none.
    """

    name: str
    plan: Plan
    colour: str = "#19e36b"
    head_m: float = 1.0
    tail_m: float = 5.0
    pattern: Pattern = Pattern.COMET
    dash_m: float = 2.0
    priority: int = 0
    legend: str = ""

    def __post_init__(self) -> None:
        if not colours.is_colour(self.colour):
            raise PlanError(f"light '{self.name}': '{self.colour}' is no colour (write it as #19e36b)")
        lengths = (self.head_m, self.tail_m)
        if not (all(part == 0 or _SHORTEST_M <= part < math.inf for part in lengths) and any(lengths)):
            raise PlanError(
                f"light '{self.name}': a head of {self.head_m:g} m and a tail of {self.tail_m:g} m "
                f"make no light (write 0, or {_SHORTEST_M:g} and more; not both 0)"
            )
        if not _SHORTEST_M <= self.dash_m < math.inf:
            raise PlanError(
                f"light '{self.name}': a dash of {self.dash_m:g} m is none (write {_SHORTEST_M:g} and more)"
            )

    @property
    def length_m(self) -> float:
        """Metres from the leading edge to the end of the tail."""
        return self.head_m + self.tail_m

    @property
    def duty(self) -> tuple[float, float, float]:
        """Red, green and blue as shares of time for which a lamp is on, 0 to 1; see `colour.duty`."""
        return colours.duty(self.colour)


def in_daylight(wave: Wave) -> Wave:
    """The same light for the sun: its strongest colour at full, head, tail and dashes twice as long.

    Its leading edge stays where the plan is. A black light stays black.
    """
    parts = [int(wave.colour[at : at + 2], 16) for at in (1, 3, 5)]
    top = max(parts) or 255
    bright = "#" + "".join(f"{(part * 255 + top // 2) // top:02x}" for part in parts)
    return replace(
        wave,
        colour=bright,
        head_m=wave.head_m * _SUN,
        tail_m=wave.tail_m * _SUN,
        dash_m=wave.dash_m * _SUN,
    )

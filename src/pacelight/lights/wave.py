"""A wave: a light that runs round the track, with its colour and its shape."""

import math
import re
from dataclasses import dataclass

from pacelight.errors import PlanError
from pacelight.plan.model import Plan

__all__ = ["Wave"]

_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")

_SHORTEST_M = 0.001
"""Of a head or a tail, in metres."""

_STRAIGHT = 0.04045
"""Up to this step the transfer function is a straight line. Source: IEC 61966-2-1."""


@dataclass(frozen=True, slots=True)
class Wave:
    """A light. Its leading edge is where the plan is; it is full at the head and fades along the tail.

    Attributes:
        name: one word.
        plan: where it is at an instant.
        colour: as screens have it, ``#19e36b``.
        head_m: metres behind the leading edge that shine fully.
        tail_m: metres behind the head along which it fades evenly to nothing.

    Raises:
        PlanError: no such colour, or a length that is none.
    """

    name: str
    plan: Plan
    colour: str = "#19e36b"
    head_m: float = 1.0
    tail_m: float = 5.0

    def __post_init__(self) -> None:
        if _COLOUR.fullmatch(self.colour) is None:
            raise PlanError(f"light '{self.name}': '{self.colour}' is no colour (write it as #19e36b)")
        lengths = (self.head_m, self.tail_m)
        if not (all(part == 0 or _SHORTEST_M <= part < math.inf for part in lengths) and any(lengths)):
            raise PlanError(
                f"light '{self.name}': a head of {self.head_m:g} m and a tail of {self.tail_m:g} m "
                f"make no light (write 0, or {_SHORTEST_M:g} and more; not both 0)"
            )

    @property
    def length_m(self) -> float:
        """Metres from the leading edge to the end of the tail."""
        return self.head_m + self.tail_m

    @property
    def duty(self) -> tuple[float, float, float]:
        """Red, green and blue as shares of time for which a lamp is on, 0 to 1.

        A lamp is dimmed by time, which is linear in light; a colour is written in the steps of a screen,
        which are not.

        Source: IEC 61966-2-1 (sRGB), the transfer function.
        """
        red, green, blue = (int(part, 16) / 255 for part in _parts(self.colour))
        return _linear(red), _linear(green), _linear(blue)


def _parts(colour: str) -> tuple[str, str, str]:
    return colour[1:3], colour[3:5], colour[5:7]


def _linear(step: float) -> float:
    return step / 12.92 if step <= _STRAIGHT else ((step + 0.055) / 1.055) ** 2.4

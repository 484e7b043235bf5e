"""A stroke: a wave as the canvas needs it, in plain numbers."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from pacelight.lights.canvas.pattern import Pattern

if TYPE_CHECKING:  # the process of the loop is given its canvas ready-made and loads no plan
    from pacelight.lights.canvas.wave import Wave

__all__ = ["Stroke", "stroke"]

Floats = npt.NDArray[np.float64]

_NS = 1e9


@dataclass(frozen=True, slots=True)
class Stroke:
    """A wave as the canvas needs it.

    Attributes:
        start_s, rows: the pieces of its plan: when each begins; metre and speed there, and the acceleration.
        duty: shape ``(3,)``, 0 to 255.
        head_m: what shines fully, dashes aside.
        fade: by which the square of a length of tail is multiplied for what it lacks to a full light.
        dash_m: 0 where there are no dashes.
        blinks: whether it does.
        priority: see `Wave`.
    """

    start_s: list[float]
    rows: list[tuple[float, float, float]]
    finish_ns: int
    finish_m: float
    duty: Floats
    head_m: float
    length_m: float
    fade: float
    dash_m: float
    blinks: bool
    priority: int

    def run_m(self, elapsed_ns: int) -> float | None:
        """Metres run; None once the light is through.

        The same numbers in the same order as `Plan.distance_at`, so the same result to the last bit.
        """
        if elapsed_ns >= self.finish_ns:
            return self.finish_m if elapsed_ns == self.finish_ns else None
        seconds = max(elapsed_ns / _NS, 0.0)
        piece = max(bisect_right(self.start_s, seconds) - 1, 0)
        metre, speed, slope = self.rows[piece]
        since = seconds - self.start_s[piece]
        return metre + since * (speed + slope * since / 2)


def stroke(wave: "Wave") -> Stroke:
    """A wave as the canvas needs it."""
    pieces = wave.plan.pieces
    fades = wave.pattern is Pattern.COMET
    return Stroke(
        start_s=pieces[:, 0].tolist(),
        rows=[(metre, speed, slope) for _, metre, speed, slope in pieces.tolist()],
        finish_ns=wave.plan.finish.ns,
        finish_m=wave.plan.distance.metres,
        duty=np.array(wave.duty) * 255,
        head_m=wave.head_m if fades else wave.length_m,
        length_m=wave.length_m,
        fade=0.5 / wave.tail_m if fades and wave.tail_m else 0.0,
        dash_m=wave.dash_m if wave.pattern is Pattern.DASHED else 0.0,
        blinks=wave.pattern is Pattern.BLINKING,
        priority=wave.priority,
    )

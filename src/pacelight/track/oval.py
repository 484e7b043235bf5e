"""The shape of an oval: two straights and two bends, its kerb and the line it is measured along.

Convention: metres run from the finish line in running direction:
first bend, back straight, second bend, home straight.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError

__all__ = ["KERB", "LANE_WIDTH", "LINE", "Oval"]

KERB, LINE = 0.30, 0.20
"""Metres from a raised kerb, or from a painted line, at which a lane is measured.

Source: World Athletics Technical Rules, TR14.2.
"""

LANE_WIDTH = 1.22
"""Metres, with the line on its right.

Source: World Athletics Technical Rules, TR14.4; on a short track it is 0.90 to 1.10 m (TR43).
"""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Oval:
    """Two straights joined by two half circles.

    Attributes:
        straight_m: length of each straight.
        radius_m: of the bends, at the kerb of lane 1.
        kerb: whether lane 1 has a raised kerb.

    Raises:
        SurveyError: no such oval can be built.
    """

    straight_m: float
    radius_m: float
    kerb: bool = True

    def __post_init__(self) -> None:
        if not (0 <= self.straight_m < math.inf and 0 < self.radius_m < math.inf):
            raise SurveyError(
                f"no oval has straights of {self.straight_m:.2f} m and bends of radius {self.radius_m:.2f} m"
            )

    @classmethod
    def of_lap(cls, lap_m: float, radius_m: float, *, kerb: bool = True) -> Self:
        """The oval with bends of this radius whose lane 1 measures `lap_m` metres."""
        line = KERB if kerb else LINE
        return cls((lap_m - 2 * math.pi * (radius_m + line)) / 2, radius_m, kerb)

    def line_radius(self, lane: int = 1) -> float:
        """Radius of the measured line of a lane: 0.30 m out from a kerb, 0.20 m from a line.

        Raises:
            SurveyError: there is no such lane.
        """
        if lane < 1:
            raise SurveyError(f"lanes are counted from 1 at the kerb, not {lane}")
        if lane == 1:
            return self.radius_m + (KERB if self.kerb else LINE)
        return self.radius_m + LANE_WIDTH * (lane - 1) + LINE

    def lap(self, lane: int = 1) -> float:
        """Measured length of a lap in a lane, in metres."""
        return 2 * self.straight_m + 2 * math.pi * self.line_radius(lane)

    @cached_property
    def kerb_lap(self) -> float:
        """Length of the kerb itself, in metres."""
        return 2 * self.straight_m + 2 * math.pi * self.radius_m

    @cached_property
    def bend(self) -> float:
        """Measured length of one bend in lane 1, in metres."""
        return math.pi * self.line_radius()

    def kerb_at(self, measured: npt.ArrayLike) -> Floats:
        """Metres along the kerb beside these metres of the measured line; any number of laps.

        On a bend the kerb is shorter, by its radius over the line's; on a straight they run alike.
        """
        return self._convert(measured, self._corners(self.line_radius()), self._corners(self.radius_m))

    def measured_at(self, kerb: npt.ArrayLike) -> Floats:
        """Metres of the measured line beside these metres of the kerb: the inverse of `kerb_at`."""
        return self._convert(kerb, self._corners(self.radius_m), self._corners(self.line_radius()))

    def point(self, measured: npt.ArrayLike, out_m: float | None = None) -> Floats:
        """Where these metres of the measured line lie in the plane.

        Args:
            measured: metres, shape ``(n,)``.
            out_m: metres out from the kerb to draw at; on the measured line if not given.

        Returns:
            shape ``(n, 2)``: x along the straights, y across; the middle of the track is ``(0, 0)``
            and the home straight runs below it, from left to right.
        """
        radius = self.line_radius() if out_m is None else self.radius_m + out_m
        s = np.mod(np.asarray(measured, np.float64), self.lap())
        half, straight = self.straight_m / 2, self.straight_m
        first = s / self.line_radius() - math.pi / 2
        second = (s - self.bend - straight) / self.line_radius() + math.pi / 2
        back = s - self.bend
        home = s - 2 * self.bend - straight
        on = [s < self.bend, back < straight, s < 2 * self.bend + straight]
        x = np.select(
            on, [half + radius * np.cos(first), half - back, -half + radius * np.cos(second)], home - half
        )
        y = np.select(on, [radius * np.sin(first), np.full_like(s, radius), radius * np.sin(second)], -radius)
        return np.stack([x, y], axis=-1)

    def _corners(self, radius: float) -> Floats:
        """Metres at the finish, the ends of bend 1, back straight, bend 2, and the finish again."""
        parts = [0.0, math.pi * radius, self.straight_m, math.pi * radius, self.straight_m]
        return np.cumsum(parts)

    @staticmethod
    def _convert(values: npt.ArrayLike, here: Floats, there: Floats) -> Floats:
        laps, rest = np.divmod(np.asarray(values, np.float64), here[-1])
        return np.asarray(laps * there[-1] + np.interp(rest, here, there), np.float64)

"""The oval of half circles: two straights and two bends of one radius."""

import math
from dataclasses import dataclass
from typing import Self

from pacelight.errors import SurveyError
from pacelight.track.shapes.chain import KERB, LINE, Piece
from pacelight.track.shapes.circuit import Circuit

__all__ = ["Oval"]


@dataclass(frozen=True)
class Oval(Circuit):
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

    @property
    def bend_pieces(self) -> tuple[Piece, ...]:
        """Half a circle."""
        return (Piece(radius_m=self.radius_m, angle=math.pi),)

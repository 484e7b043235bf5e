"""The double bend: bends that are sharp where they meet the straights and flat in their middle."""

import math
from dataclasses import dataclass
from typing import Self

from pacelight.errors import SurveyError
from pacelight.track.shapes.chain import KERB, LINE, Piece
from pacelight.track.shapes.circuit import Circuit

__all__ = ["DoubleBend"]

HALF_BEND = 90.0
"""Degrees by which a corner and half the middle of a bend turn together."""


@dataclass(frozen=True)
class DoubleBend(Circuit):
    """Two straights joined by two bends, each of a corner, a middle and a corner.

    A bend of two radii leaves room for a wider field between the straights.

    Attributes:
        straight_m: length of each straight.
        radius_m: of the corners, at the kerb of lane 1.
        middle_m: radius of the middle of a bend, at the kerb of lane 1.
        corner_deg: degrees by which each corner turns; the middle turns by the rest of 180.
        kerb: whether lane 1 has a raised kerb.

    Raises:
        SurveyError: no such track can be built.
    """

    straight_m: float
    radius_m: float
    middle_m: float
    corner_deg: float
    kerb: bool = True

    def __post_init__(self) -> None:
        if not (
            0 <= self.straight_m < math.inf
            and 0 < self.radius_m < math.inf
            and 0 < self.middle_m < math.inf
            and 0 < self.corner_deg < HALF_BEND
        ):
            raise SurveyError(
                f"no double bend has straights of {self.straight_m:.2f} m, corners of radius "
                f"{self.radius_m:.2f} m over {self.corner_deg:g} degrees and a middle of radius "
                f"{self.middle_m:.2f} m"
            )

    @classmethod
    def of_lap(
        cls, lap_m: float, radius_m: float, middle_m: float, corner_deg: float, *, kerb: bool = True
    ) -> Self:
        """The track with such bends whose lane 1 measures `lap_m` metres."""
        line = KERB if kerb else LINE
        corner = math.radians(corner_deg)
        bend = 2 * corner * (radius_m + line) + (math.pi - 2 * corner) * (middle_m + line)
        return cls(lap_m / 2 - bend, radius_m, middle_m, corner_deg, kerb)

    @property
    def bend_pieces(self) -> tuple[Piece, ...]:
        """Corner, middle, corner."""
        corner = Piece(radius_m=self.radius_m, angle=math.radians(self.corner_deg))
        middle = Piece(radius_m=self.middle_m, angle=math.pi - 2 * corner.angle)
        return corner, middle, corner

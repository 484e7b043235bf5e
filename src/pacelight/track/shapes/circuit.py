"""The circuit: two straights and two bends to the left, all bends alike.

Metres run from the usual finish line: first bend, back straight, second bend, home straight.
"""

from abc import abstractmethod
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.track.shapes.chain import Chain, Piece

__all__ = ["Circuit"]

Floats = npt.NDArray[np.float64]


class Circuit(Chain):
    """A closed lap of straights and bends to the left.

    Attributes:
        straight_m: length of each straight.
        radius_m: of a bend where it meets the straights, at the kerb of lane 1.
        kerb: whether lane 1 has a raised kerb.
    """

    straight_m: float
    radius_m: float
    closed = True

    @property
    @abstractmethod
    def bend_pieces(self) -> tuple[Piece, ...]:
        """One bend, in running direction: arcs that turn by half a circle, alike from both ends."""

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole lap from the finish line on."""
        half = (*self.bend_pieces, Piece(self.straight_m))
        return half + half

    @property
    def radii_m(self) -> tuple[float, ...]:
        """The radii of a bend at the kerb, from the straight on to its middle."""
        bend = self.bend_pieces
        return tuple(piece.radius_m for piece in bend[: (len(bend) + 1) // 2])

    def line_radius(self, lane: int = 1) -> float:
        """Radius of the measured line of a lane where a bend meets the straights."""
        return self.radius_m + self.line_out(lane)

    @cached_property
    def bend(self) -> float:
        """Measured length of one bend in lane 1, in metres."""
        return self._bend(self.line_out())

    @cached_property
    def bend_kerb(self) -> float:
        """Length of one bend along the kerb, in metres."""
        return self._bend(0.0)

    @cached_property
    def begins_at(self) -> Floats:
        """The middle of the track is ``(0, 0)``, and the home straight runs below it, from left to right."""
        back = self._laid[0][len(self.pieces) // 2 - 1][1]  # where the back straight begins, above the finish
        return np.array([self.straight_m / 2, -back / 2])

    def _bend(self, out_m: float) -> float:
        return sum(piece.length(out_m) for piece in self.bend_pieces)

"""A chain of pieces: straights, and arcs to the left."""

import math
from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError
from pacelight.track.shapes.shape import Shape

__all__ = ["KERB", "LANE_WIDTH", "LINE", "Chain", "Piece"]

KERB, LINE = 0.30, 0.20
"""Metres from a raised kerb, or from a painted line, at which a lane is measured.

Source: World Athletics Technical Rules, TR14.2.
"""

LANE_WIDTH = 1.22
"""Metres, with the line on its right.

Source: World Athletics Technical Rules, TR14.4; on a short track it is 0.90 to 1.10 m (TR43).
"""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight of some metres, or an arc of some radians round a centre on the left.

    Attributes:
        straight_m: length of a straight; 0 for an arc.
        radius_m: of an arc, at the kerb; 0 for a straight.
        angle: by how much it turns to the left, in radians; 0 for a straight.
    """

    straight_m: float = 0.0
    radius_m: float = 0.0
    angle: float = 0.0

    def length(self, out_m: float) -> float:
        """Its length so many metres out from the kerb: an arc is longer there, a straight is not."""
        return self.straight_m + self.angle * (self.radius_m + out_m)


class Chain(Shape):
    """Straights and arcs to the left, one after another.

    Attributes:
        kerb: whether lane 1 has a raised kerb.
    """

    kerb: bool

    @cached_property
    @abstractmethod
    def pieces(self) -> tuple[Piece, ...]:
        """All of it, in running direction."""

    @property
    def begins_at(self) -> Floats:
        """Where in the plane the kerb begins, shape ``(2,)``; it begins from left to right."""
        return np.zeros(2)

    def line_out(self, lane: int = 1) -> float:
        """How far out from the kerb a lane is measured: 0.30 m from a kerb, 0.20 m from a line.

        Raises:
            SurveyError: there is no such lane.
        """
        if lane < 1:
            raise SurveyError(f"lanes are counted from 1 at the kerb, not {lane}")
        if lane == 1:
            return KERB if self.kerb else LINE
        return LANE_WIDTH * (lane - 1) + LINE

    def lap(self, lane: int = 1) -> float:
        """Measured length of a lap in a lane, or from end to end, in metres."""
        return float(self.corners(self.line_out(lane))[-1])

    @cached_property
    def kerb_lap(self) -> float:
        """Length of the kerb itself, in metres."""
        return float(self.corners(0.0)[-1])

    @property
    def tangents(self) -> tuple[float, ...]:
        """Measured metres where a bend ends, begins or changes its radius, from where the chain begins."""
        corners = self.corners(self.line_out()).tolist()
        return tuple(corners[:-1] if self.closed else corners[1:-1])

    def kerb_at(self, measured: npt.ArrayLike) -> Floats:
        """Metres along the kerb beside these metres of the measured line; any number of laps.

        On a bend the kerb is shorter, by its radius over the line's; on a straight they run alike.
        """
        return self.beside(measured, self.line_out(), 0.0)

    def measured_at(self, kerb: npt.ArrayLike) -> Floats:
        """Metres of the measured line beside these metres of the kerb: the inverse of `kerb_at`."""
        return self.beside(kerb, 0.0, self.line_out())

    def beside(self, metres: npt.ArrayLike, out_m: float, other_m: float) -> Floats:
        """From metres along the line so far out from the kerb to those of another beside them."""
        here, there = self.corners(out_m), self.corners(other_m)
        values = np.asarray(metres, np.float64)
        if self.closed:
            laps, rest = np.divmod(values, here[-1])
            return np.asarray(laps * there[-1] + np.interp(rest, here, there), np.float64)
        # Beyond an end it goes on straight, where the lines run alike.
        within = np.clip(values, 0.0, here[-1])
        return np.asarray(values - within + np.interp(within, here, there), np.float64)

    def point(self, measured: npt.ArrayLike, out_m: float | None = None) -> Floats:
        """Where these metres of the measured line lie in the plane; see `Shape.point`.

        Returns:
            shape ``(n, 2)``: x from left to right along the first straight or, if a bend comes first,
            as that begins; y to its left.
        """
        out = self.line_out() if out_m is None else out_m
        ends = self.corners(self.line_out())
        s = np.asarray(measured, np.float64)
        if self.closed:
            s = np.mod(s, ends[-1])
            s = np.where(s < ends[-1], s, 0.0)  # a hair before the finish the remainder is the lap itself
        at = np.clip(np.searchsorted(ends, s, side="right") - 1, 0, len(self.pieces) - 1)
        share = (s - ends[at]) / (ends[at + 1] - ends[at])
        base, heading = self._laid
        straight, radius, angle = np.array([(p.straight_m, p.radius_m, p.angle) for p in self.pieces]).T
        turned = heading[at] + share * angle[at]
        ahead = np.stack([np.cos(heading[at]), np.sin(heading[at])], axis=-1)
        outward = np.stack([np.sin(turned), -np.cos(turned)], axis=-1)
        along = (share * straight[at])[..., np.newaxis] * ahead
        lies = base[at] + along + (radius[at] + out)[..., np.newaxis] * outward
        return np.asarray(lies + self.begins_at, np.float64)

    def corners(self, out_m: float) -> Floats:
        """Metres at the begin and at the end of every piece, so far out from the kerb."""
        return np.cumsum([0.0, *(piece.length(out_m) for piece in self.pieces)])

    @cached_property
    def _laid(self) -> tuple[Floats, Floats]:
        """Of each piece: where a straight begins or the centre of an arc, and the heading at its begin."""
        heading = np.cumsum([0.0, *(piece.angle for piece in self.pieces)])[:-1]
        place, base = np.zeros(2), []
        for piece, begin in zip(self.pieces, heading.tolist(), strict=True):
            centre = place - piece.radius_m * _outward(begin)
            base.append(centre)
            ahead = piece.straight_m * np.array([math.cos(begin), math.sin(begin)])
            place = centre + ahead + piece.radius_m * _outward(begin + piece.angle)
        return np.array(base), heading


def _outward(heading: float) -> Floats:
    """To the right of the running direction: away from the infield."""
    return np.array([math.sin(heading), -math.cos(heading)])

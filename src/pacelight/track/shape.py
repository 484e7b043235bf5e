"""What every shape of a lap answers: its length, the kerb beside a metre, the point of a metre.

A lap is a chain of pieces, straights and arcs to the left, that closes.
Convention: metres run from the finish line in running direction:
first bend, back straight, second bend, home straight.
"""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError

__all__ = ["KERB", "LANE_WIDTH", "LINE", "Piece", "Shape"]

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


class Shape(ABC):
    """A closed lap of straights and bends to the left.

    Attributes:
        straight_m: length of each straight.
        radius_m: of a bend where it meets the straights, at the kerb of lane 1.
        kerb: whether lane 1 has a raised kerb.
    """

    straight_m: float
    radius_m: float
    kerb: bool

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

    def line_radius(self, lane: int = 1) -> float:
        """Radius of the measured line of a lane where a bend meets the straights."""
        return self.radius_m + self.line_out(lane)

    def lap(self, lane: int = 1) -> float:
        """Measured length of a lap in a lane, in metres."""
        return float(self._corners(self.line_out(lane))[-1])

    @cached_property
    def kerb_lap(self) -> float:
        """Length of the kerb itself, in metres."""
        return float(self._corners(0.0)[-1])

    @cached_property
    def bend(self) -> float:
        """Measured length of one bend in lane 1, in metres."""
        return self._bend(self.line_out())

    @cached_property
    def bend_kerb(self) -> float:
        """Length of one bend along the kerb, in metres."""
        return self._bend(0.0)

    @property
    def tangents(self) -> tuple[float, ...]:
        """Measured metres where a bend ends, begins or changes its radius, from the finish on."""
        return tuple(self._corners(self.line_out())[:-1].tolist())

    @cached_property
    def length(self) -> float:
        """Metres from end to end of the infield."""
        ends = self.point([self.bend / 2, self.bend * 1.5 + self.straight_m], 0.0)
        return float(ends[0, 0] - ends[1, 0])

    def kerb_at(self, measured: npt.ArrayLike) -> Floats:
        """Metres along the kerb beside these metres of the measured line; any number of laps.

        On a bend the kerb is shorter, by its radius over the line's; on a straight they run alike.
        """
        return _convert(measured, self._corners(self.line_out()), self._corners(0.0))

    def measured_at(self, kerb: npt.ArrayLike) -> Floats:
        """Metres of the measured line beside these metres of the kerb: the inverse of `kerb_at`."""
        return _convert(kerb, self._corners(0.0), self._corners(self.line_out()))

    def point(self, measured: npt.ArrayLike, out_m: float | None = None) -> Floats:
        """Where these metres of the measured line lie in the plane.

        Args:
            measured: metres, shape ``(n,)``.
            out_m: metres out from the kerb to draw at; on the measured line if not given.

        Returns:
            shape ``(n, 2)``: x along the straights, y across; the middle of the track is ``(0, 0)``
            and the home straight runs below it, from left to right.
        """
        out = self.line_out() if out_m is None else out_m
        ends = self._corners(self.line_out())
        s = np.mod(np.asarray(measured, np.float64), ends[-1])
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
        return np.asarray(lies, np.float64)

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
        across = base[len(base) // 2 - 1][1]  # where the back straight begins, above the finish
        return np.array(base) + np.array([self.straight_m / 2, -across / 2]), heading

    def _bend(self, out_m: float) -> float:
        return sum(piece.length(out_m) for piece in self.bend_pieces)

    def _corners(self, out_m: float) -> Floats:
        """Metres at the finish and at the end of every piece, so far out from the kerb."""
        return np.cumsum([0.0, *(piece.length(out_m) for piece in self.pieces)])


def _outward(heading: float) -> Floats:
    """To the right of the running direction: away from the infield."""
    return np.array([math.sin(heading), -math.cos(heading)])


def _convert(values: npt.ArrayLike, here: Floats, there: Floats) -> Floats:
    laps, rest = np.divmod(np.asarray(values, np.float64), here[-1])
    return np.asarray(laps * there[-1] + np.interp(rest, here, there), np.float64)

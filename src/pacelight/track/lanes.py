"""Where each lane starts, so that all run the same distance.

Races of up to a lap are run in lanes. Of up to two laps, in lanes to the break line at the end of the
first bend; beyond, from a curved line, and by a second group from another in the outer half of the track,
which it leaves at the end of the first bend. That bend has to lie whole before the start.

Source: World Athletics Technical Rules, TR14 and TR17.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track.shapes.circuit import Circuit
from pacelight.track.taut import rest_m
from pacelight.track.tracks import Track

__all__ = ["LANES", "LaneStart", "Manner", "lane_starts"]

LANES = 8
"""As many as a standard track has."""

_SHORT_LAP_MM = 200_000
"""Up to this lap bends are banked, and lanes 0.90 to 1.10 m wide."""

_AT_BEND_M = 0.5
"""A start so near to the begin of a bend has all of the bend before it."""

_NEAR, _STEPS = 1e-7, 100
"""How near to the wanted length a place is looked for, in metres, and in how many steps at most."""

Floats = npt.NDArray[np.float64]


class Manner(StrEnum):
    """How lanes are kept from the start on."""

    LANES = "in lanes"
    BREAK = "in lanes to the break line"
    CURVE = "from the curved line"
    GROUP = "second group, from the curved line of the outer half"


@dataclass(frozen=True, slots=True)
class LaneStart:
    """Where somebody starts.

    Attributes:
        lane: counted from 1 at the kerb; from a curved line, the line at which that lane is measured.
        manner: how lanes are kept.
        at_m: metres of the lap past the finish line, on the line of lane 1, beside which it is.
        ahead_m: metres on the lane's own line from beside the start of lane 1.
    """

    lane: int
    manner: Manner
    at_m: float
    ahead_m: float


def lane_starts(track: Track, race: Distance, lanes: int = LANES) -> list[LaneStart]:
    """Where each lane of a race starts, lane 1 first; a second group after those of the first.

    Raises:
        SurveyError: there is no lap, or no rule for this distance.
    """
    if not isinstance(track.shape, Circuit):
        raise SurveyError(f"on {track.name} all lanes start at one line: it has no bends")
    if track.lap.mm <= _SHORT_LAP_MM:
        raise SurveyError(f"the lanes of {track.name} are as the hall was built: look at its certificate")
    field = _Field(track, track.shape, race, lanes)
    if race.mm <= track.lap.mm:
        return [field.in_lanes(lane) for lane in range(1, lanes + 1)]
    if race.mm <= 2 * track.lap.mm:
        if not field.whole_bend:
            raise SurveyError(
                f"{race} on {track.name} starts within a bend: no rule says where its lanes are left"
            )
        return [field.to_break(lane) for lane in range(1, lanes + 1)]
    first = [field.on_curve(lane) for lane in range(1, lanes + 1)]
    return first + (
        [field.in_group(lane) for lane in range(field.group, lanes + 1)] if field.whole_bend else []
    )


@dataclass(frozen=True, slots=True)
class _Field:
    """A race in which every lane is to run as far as lane 1 does; metres are those of the shape.

    Attributes:
        shape: the track's.
        lanes: how many there are.
    """

    track: Track
    shape: Circuit
    race: Distance
    lanes: int

    @property
    def group(self) -> int:
        """The first lane of the outer half: the second group keeps outside its line."""
        return self.lanes // 2 + 1

    @property
    def run(self) -> float:
        """How far all run."""
        return self.race.metres * self.shape.lap() / self.track.lap.metres

    @property
    def finish(self) -> float:
        """Where lane 1 is at the end of the race, the begin of the shape at its first metre or before."""
        return float(self.track.on_shape(0.0)) + self.shape.lap() * -(-self.race.mm // self.track.lap.mm)

    @property
    def start(self) -> float:
        """Where lane 1 starts."""
        return self.finish - self.run

    @property
    def whole_bend(self) -> bool:
        """Whether the first bend lies whole before those who start."""
        return self._past <= _AT_BEND_M or self._past >= self.shape.bend

    @property
    def bend_ends(self) -> float:
        """Where the first bend does: at the break line."""
        ahead = self.shape.lap() / 2 if self._past >= self.shape.bend else 0.0
        return self.start - self._past + ahead + self.shape.bend

    @property
    def _past(self) -> float:
        """How far past the begin of a bend the start is; a hair before it counts as there."""
        return float(np.mod(self.start + _AT_BEND_M, self.shape.lap() / 2)) - _AT_BEND_M

    def in_lanes(self, lane: int) -> LaneStart:
        return self._made(lane, Manner.LANES, self._on_lane(self.finish, lane) - self.run)

    def to_break(self, lane: int) -> LaneStart:
        return self._made(lane, Manner.BREAK, self._on_lane(self.bend_ends, lane) - self._before_break(lane))

    def on_curve(self, lane: int) -> LaneStart:
        out = self.shape.line_out(lane)
        return self._on_line(lane, Manner.CURVE, lambda at: self._rest(at, out, 1), self.run)

    def in_group(self, lane: int) -> LaneStart:
        """Along the line of the outer half to the end of the bend, from there as whoever breaks."""
        out = self.shape.line_out(lane)
        ends = self._on_lane(self.bend_ends, self.group)

        def to_bend_end(at: float) -> float:
            return rest_m(self.shape, at, out, self.group, ends)

        return self._on_line(lane, Manner.GROUP, to_bend_end, self._before_break(self.group))

    def _before_break(self, lane: int) -> float:
        """How far this lane has run when it leaves the end of the first bend."""
        return self.run - self._rest(self.bend_ends, self.shape.line_out(lane), 1)

    def _rest(self, at: float, out_m: float, lane: int) -> float:
        """How far it is to the finish from there, by the shortest way outside the line of a lane."""
        return rest_m(self.shape, at, out_m, lane, float(self._on_lane(self.finish, lane)))

    def _on_lane(self, at: float, lane: int) -> float:
        """Metres on the line of a lane beside these of lane 1."""
        return float(self.shape.beside(at, self.shape.line_out(), self.shape.line_out(lane)))

    def _on_line(self, lane: int, manner: Manner, rest: Callable[[float], float], run: float) -> LaneStart:
        """From where it is as far as that, beside the start of lane 1 or further on."""
        at = self.start
        for _ in range(_STEPS):
            missing = rest(at) - run
            at += missing
            if abs(missing) < _NEAR:
                break
        return self._made(lane, manner, self._on_lane(at, lane))

    def _made(self, lane: int, manner: Manner, on_lane: float) -> LaneStart:
        at = self.shape.beside(on_lane, self.shape.line_out(lane), self.shape.line_out())
        ahead = on_lane - self._on_lane(self.start, lane)
        beside = float(self.track.within(self.track.off_shape(at)))
        return LaneStart(lane, manner, self.track.start(self.race) if lane == 1 else beside, ahead)

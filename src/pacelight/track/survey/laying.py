"""Where the lamps of a segment stand: between the lamps that were measured, evenly along the kerb."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.track.survey.segment import Point, Segment
from pacelight.track.tracks import Track

__all__ = ["NEAR", "Row"]

NEAR = 1e-6
"""Metres by which a computed lamp may lie before the finish: rounding, not measuring."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Row:
    """A segment laid along the kerb of a track, in running direction.

    Its points are sound: their lamps are of the segment, their metres of the lap, no two of them alike.

    Attributes:
        track: whose kerb it is.
        segment: what is laid.
        controller: on which it hangs, by its name.
        nth: which of the controller's segments it is, from 0.
    """

    track: Track
    segment: Segment
    controller: str = ""
    nth: int = 0

    @property
    def name(self) -> str:
        """How it is called in a sentence."""
        return f"controller {self.controller}, segment {self.nth + 1}"

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """As a runner passes them."""
        return tuple(sorted(self.segment.points, key=lambda point: self.segment.passed(point.lamp)))

    @cached_property
    def unrolled(self) -> Floats:
        """Metres of the points, each beyond the one before, the offset included; shape ``(points,)``."""
        first = self.track.within(self.points[0].metre + self.segment.offset)
        return np.asarray(first + np.append(0.0, np.cumsum(self.steps)), np.float64)

    @cached_property
    def steps(self) -> Floats:
        """Metres from each point to the next in running direction, round the finish; one less than points."""
        steps = np.diff([point.metre for point in self.points])
        return steps if self.track.is_open else np.mod(steps, self.track.lap.metres)

    @property
    def in_order(self) -> bool:
        """Whether a runner passes the points in this order, all of them before coming round again."""
        return bool((self.steps > 0).all() and self.steps.sum() < self.track.lap.metres)

    @cached_property
    def bare(self) -> Floats:
        """Metres of the kerb between each two points, gaps left out; one less than points."""
        return np.diff(self._kerb)

    @cached_property
    def spacings(self) -> Floats:
        """Metres of kerb from lamp to lamp between each two points; not a number where all is gap."""
        strips = np.where(self.strips > 0, self.strips, np.nan)
        return np.asarray(self.bare / strips, np.float64)

    @cached_property
    def strips(self) -> npt.NDArray[np.intp]:
        """How many steps from lamp to lamp lie between each two points, gaps left out."""
        return np.diff(self._strip)

    @property
    def even(self) -> int:
        """How many steps from lamp to lamp there are in all, gaps left out."""
        return int(self._strips_before[self.segment.count - 1])

    @property
    def apart(self) -> float | None:
        """The usual distance from lamp to lamp along the kerb; None where nothing tells it."""
        if self.segment.apart is not None:
            return self.segment.apart
        known = self.strips > 0
        if not known.any():
            return None
        order = np.argsort(self.spacings[known])
        counted = np.cumsum(self.strips[known][order])
        return float(self.spacings[known][order][np.searchsorted(counted, counted[-1] / 2)])

    @cached_property
    def kerb(self) -> Floats:
        """Metres of the kerb beside each lamp, as a runner passes them; shape ``(count,)``."""
        apart = self.apart or 0.0
        places, known = self._strips_before[:-1], self._strip
        bare = np.interp(places, known, self._kerb)
        bare -= apart * np.maximum(known[0] - places, 0)
        bare += apart * np.maximum(places - known[-1], 0)
        return np.asarray(bare + self._gaps_before[:-1], np.float64)

    @cached_property
    def metres(self) -> Floats:
        """Metres past the finish beside each lamp, by its number; shape ``(count,)``; a lap once round."""
        along = self.track.measured_at(self.kerb)
        along[self._places] = self.unrolled
        metres = self.track.within(along)
        if not self.track.is_open:
            metres[self.track.lap.metres - metres < NEAR] = 0.0
        return metres[::-1] if self.segment.against else metres

    @cached_property
    def gaps(self) -> tuple[Floats, Floats]:
        """Metres of the gap told before each lamp, and after it, by its number; shape ``(count,)`` both."""
        steps = np.zeros(self.segment.count + 1)
        for gap in self.segment.gaps:
            steps[self._gap(gap.after) + 1] = gap.metres
        before, after = steps[:-1], steps[1:]
        return (before[::-1], after[::-1]) if self.segment.against else (before, after)

    def _gap(self, after: int) -> int:
        """After which lamp a gap lies, as a runner passes them."""
        return self.segment.passed(after) - self.segment.against

    @cached_property
    def _places(self) -> npt.NDArray[np.intp]:
        return np.array([self.segment.passed(point.lamp) for point in self.points], np.intp)

    @cached_property
    def _gap_steps(self) -> Floats:
        """Of each lamp the gap after it; 0 for none."""
        steps = np.zeros(self.segment.count)
        for gap in self.segment.gaps:
            if 0 <= self._gap(gap.after) < self.segment.count - 1:
                steps[self._gap(gap.after)] = gap.metres
        return steps

    @cached_property
    def _gaps_before(self) -> Floats:
        return np.append(0.0, np.cumsum(self._gap_steps))

    @cached_property
    def _strips_before(self) -> npt.NDArray[np.intp]:
        return np.append(0, np.cumsum(self._gap_steps == 0))

    @cached_property
    def _strip(self) -> npt.NDArray[np.intp]:
        """Of each point how many steps from lamp to lamp lie before it."""
        return self._strips_before[self._places]

    @cached_property
    def _kerb(self) -> Floats:
        """Of each point the metre of the kerb, the gaps before it left out."""
        return np.asarray(self.track.kerb_at(self.unrolled) - self._gaps_before[self._places], np.float64)

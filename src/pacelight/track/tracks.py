"""Tracks: what races are measured on, with their start points, and how that lies."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track.shapes.shape import Shape

__all__ = ["Track"]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Track:
    """A track as races are measured on it: a lap, or a line with two ends.

    The lap is what the certificate says (400 m), the shape is how it lies;
    the shape's own length (400.0012 m) is stretched onto it.
    Every place is so many metres past the finish line: of a lap from 0 up to the lap,
    of a track with two ends less than 0 before the finish.

    Attributes:
        lap: certified length of a lap of lane 1; of a track with two ends, of all of it.
        shape: a circuit, a straight, a road.
        finish_m: metres past the usual finish line, or past the first of two ends, at which races end here.
        note: what a user should know before trusting it.

    Raises:
        SurveyError: the shape does not measure the lap; or the finish is not on it.
    """

    name: str
    lap: Distance
    shape: Shape
    finish_m: float = 0.0
    note: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.lap.mm or abs(self.shape.lap() / self.lap.metres - 1) > self.shape.tolerance:
            whole = "lap" if self.shape.closed else "length"
            raise SurveyError(
                f"{self.name}: its shape measures {self.shape.lap():.3f} m, not the {whole} of {self.lap}"
            )
        if not (0 <= self.finish_m < self.lap.metres or (self.is_open and self.finish_m == self.lap.metres)):
            raise SurveyError(
                f"{self.name}: a finish at {self.finish_m:.3f} m is outside "
                + (f"its {self.lap}" if self.is_open else f"the lap of {self.lap}")
            )

    @property
    def is_open(self) -> bool:
        """Whether it has two ends, so that nothing comes round again."""
        return not self.shape.closed

    @property
    def begins_m(self) -> float:
        """The first metre of it, past the finish line: 0 on a lap."""
        return -self.finish_m if self.is_open else 0.0

    @property
    def ends_m(self) -> float:
        """The last metre of it: on a lap the finish line again."""
        return self.begins_m + self.lap.metres

    @property
    def extent(self) -> str:
        """From where to where it is, in words."""
        if self.is_open:
            return f"the track from {self.begins_m:.3f} m to {self.ends_m:.3f} m"
        return f"the lap of {self.lap}"

    def has(self, metres: npt.ArrayLike) -> Bools:
        """Which of these metres are on it, none of them a lap further on."""
        s = np.asarray(metres, np.float64)
        return (s >= self.begins_m) & ((s <= self.ends_m) if self.is_open else (s < self.ends_m))

    def start(self, distance: Distance) -> float:
        """Metres past the finish line at which a race of this distance starts: below 0 where there is no lap.

        >>> from pacelight.track import track
        >>> track("short-200").start(Distance.parse("mile"))
        190.656

        Raises:
            SurveyError: there are two ends, and not so many metres before the finish.
        """
        if not self.is_open:
            return (-distance.mm % self.lap.mm) / 1000
        if distance.mm > round(self.finish_m * 1000):
            raise SurveyError(
                f"{distance} cannot be run on {self.name}: it has {self.finish_m:.3f} m before its finish"
            )
        return -distance.mm / 1000

    def place(self, run_m: npt.ArrayLike, race: Distance) -> Floats:
        """Where a runner is after so many metres of a race.

        Args:
            run_m: metres run, any shape.
            race: the distance of the whole race.

        Returns:
            metres past the finish line, of a lap in ``[0, lap)``, same shape.

        Raises:
            SurveyError: as `start` does.
        """
        return self.within(self.start(race) + np.asarray(run_m, np.float64))

    def within(self, metres: npt.ArrayLike) -> Floats:
        """The same places with whole laps taken off; of a track with two ends as they are."""
        s = np.asarray(metres, np.float64)
        return s if self.is_open else np.mod(s, self.lap.metres)

    def kerb_at(self, measured: npt.ArrayLike) -> Floats:
        """Metres along the kerb, from the finish on, beside these metres."""
        return self.shape.kerb_at(self.on_shape(measured)) - self._finish_kerb

    def measured_at(self, kerb: npt.ArrayLike) -> Floats:
        """Metres past the finish beside these metres along the kerb: the inverse of `kerb_at`."""
        return self.off_shape(self.shape.measured_at(np.asarray(kerb, np.float64) + self._finish_kerb))

    @property
    def kerb_m(self) -> float:
        """Length of the kerb: of a lap, or from end to end."""
        return float(self.kerb_at(self.ends_m) - self.kerb_at(self.begins_m))

    @property
    def tangents(self) -> tuple[float, ...]:
        """Metres past the finish where a bend ends, begins or changes its radius, in order."""
        return tuple(sorted(self.within(self.off_shape(self.shape.tangents)).tolist()))

    def point(self, measured: npt.ArrayLike, out_m: float | None = None) -> Floats:
        """Where these metres lie in the plane: shape ``(n, 2)``, as `Shape.point` has it."""
        return self.shape.point(self.on_shape(measured), out_m)

    def outline(self, points: int = 200) -> Floats:
        """The kerb, for drawing.

        Returns:
            shape ``(points, 3)``: metres past the finish, x, y (see `Shape.point`); of a lap open at the end,
            of a track with two ends from the first to the last.
        """
        steps = points - 1 if self.is_open else points
        s = self.begins_m + np.arange(points) * (self.lap.metres / steps)
        return np.column_stack([s, self.point(s, 0.0)])

    def on_shape(self, metres: npt.ArrayLike) -> Floats:
        """Metres past the finish as the shape itself measures them, from where it begins."""
        return (np.asarray(metres, np.float64) + self.finish_m) * self._stretch

    def off_shape(self, metres: npt.ArrayLike) -> Floats:
        """The inverse of `on_shape`."""
        return np.asarray(metres, np.float64) / self._stretch - self.finish_m

    @cached_property
    def _finish_kerb(self) -> float:
        return float(self.shape.kerb_at(self.finish_m * self._stretch))

    @cached_property
    def _stretch(self) -> float:
        return self.shape.lap() / self.lap.metres

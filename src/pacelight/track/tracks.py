"""Tracks: a measured lap with its start points, and the oval it runs round."""

import re
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track.double_bend import DoubleBend
from pacelight.track.oval import Oval
from pacelight.track.shape import Shape

__all__ = ["TRACKS", "Track", "track"]

TOLERANCE = 1e-3
"""By how much an oval may differ from the certified lap, as a share of it."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Track:
    """A track as races are measured on it.

    The lap is what the certificate says (400 m), the oval is how it lies;
    the oval's own lap (400.0012 m) is stretched onto it.

    Attributes:
        lap: certified length of a lap of lane 1.
        oval: its shape, with bends of one radius or of two.
        finish_m: metres past the usual finish line at which races end here.
        note: what a user should know before trusting it.

    Raises:
        SurveyError: the oval does not measure the lap, to a part in a thousand;
            or the finish is not on it.
    """

    name: str
    lap: Distance
    oval: Shape
    finish_m: float = 0.0
    note: str = ""

    def __post_init__(self) -> None:
        if not self.lap.mm or abs(self.oval.lap() / self.lap.metres - 1) > TOLERANCE:
            raise SurveyError(
                f"{self.name}: the oval measures {self.oval.lap():.3f} m, not the lap of {self.lap}"
            )
        if not 0 <= self.finish_m < self.lap.metres:
            raise SurveyError(
                f"{self.name}: a finish at {self.finish_m:.3f} m is outside the lap of {self.lap}"
            )

    def start(self, distance: Distance) -> float:
        """Metres past the finish line at which a race of this distance starts.

        >>> track("short-200").start(Distance.parse("mile"))
        190.656
        """
        return (-distance.mm % self.lap.mm) / 1000

    def place(self, run_m: npt.ArrayLike, race: Distance) -> Floats:
        """Where on the lap a runner is after so many metres of a race.

        Args:
            run_m: metres run, any shape.
            race: the distance of the whole race.

        Returns:
            metres past the finish line, in ``[0, lap)``, same shape.
        """
        return np.mod(self.start(race) + np.asarray(run_m, np.float64), self.lap.metres)

    def kerb_at(self, measured: npt.ArrayLike) -> Floats:
        """Metres along the kerb, from the finish on, beside these metres of the lap."""
        return self.oval.kerb_at(self._on_oval(measured)) - self._finish_kerb

    def measured_at(self, kerb: npt.ArrayLike) -> Floats:
        """Metres of the lap beside these metres along the kerb: the inverse of `kerb_at`."""
        along = self.oval.measured_at(np.asarray(kerb, np.float64) + self._finish_kerb)
        return along / self._stretch - self.finish_m

    @property
    def tangents(self) -> tuple[float, ...]:
        """Metres of the lap where a bend ends, begins or changes its radius, from the finish on."""
        ends = np.array(self.oval.tangents) / self._stretch - self.finish_m
        return tuple(sorted(np.mod(ends, self.lap.metres).tolist()))

    def point(self, measured: npt.ArrayLike, out_m: float | None = None) -> Floats:
        """Where these metres of the lap lie in the plane: shape ``(n, 2)``, as `Shape.point` has it."""
        return self.oval.point(self._on_oval(measured), out_m)

    def outline(self, points: int = 200) -> Floats:
        """The kerb, for drawing.

        Returns:
            shape ``(points, 3)``: metres of the lap, x, y (see `Shape.point`), open at the end.
        """
        s = np.arange(points) * (self.lap.metres / points)
        return np.column_stack([s, self.point(s, 0.0)])

    def _on_oval(self, measured: npt.ArrayLike) -> Floats:
        """Metres from the oval's own finish line, as the oval measures them."""
        return (np.asarray(measured, np.float64) + self.finish_m) * self._stretch

    @cached_property
    def _finish_kerb(self) -> float:
        return float(self.oval.kerb_at(self.finish_m * self._stretch))

    @cached_property
    def _stretch(self) -> float:
        return self.oval.lap() / self.lap.metres


def _standard(name: str, radius_m: float, straight_m: float | None = None, note: str = "") -> Track:
    oval = Oval.of_lap(400, radius_m) if straight_m is None else Oval(straight_m, radius_m)
    return Track(name, Distance(400_000), oval, note=note)


TRACKS = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            _standard("standard-400", 36.50, 84.39, "the standard track"),
            _standard("equal-quadrant-400", 100 / np.pi - 0.30, note="straights and bends of 100 m"),
            _standard("wide-400", 38.00, note="radius 38.00 m"),
            _standard("narrow-400", 35.00, note="radius 35.00 m"),
            Track(
                "short-200",
                Distance(200_000),
                Oval.of_lap(200, 17.20),
                note="without transition curves: a real hall needs a survey",
            ),
        )
    }
)
"""The tracks that ship, by name."""


_METRES = r"\d{1,5}(?:\.\d{1,6})?"
_LAP = r"(\d{1,5}(?:\.\d{1,3})?)"
_OVAL = re.compile(rf"oval-{_LAP}-({_METRES})(-line)?")
_DOUBLE = re.compile(rf"double-{_LAP}-({_METRES})-({_METRES})-({_METRES})(-line)?")


def track(name: str) -> Track:
    """The track of this name, shipped or of any lap and radius.

    ``oval-400-36.80`` has bends of one radius, ``double-400-34-51.543-70`` has corners of 34 m
    over 70 degrees each and 51.543 m between them; with ``-line`` at its end lane 1 has no raised kerb.

    Raises:
        SurveyError: no such track.
    """
    if name in TRACKS:
        return TRACKS[name]
    if match := _OVAL.fullmatch(name):
        lap, kerb = Distance.parse(match[1]), match[3] is None
        return Track(name, lap, Oval.of_lap(lap.metres, float(match[2]), kerb=kerb))
    if match := _DOUBLE.fullmatch(name):
        lap, kerb = Distance.parse(match[1]), match[5] is None
        corner, middle, degrees = map(float, match.group(2, 3, 4))
        return Track(name, lap, DoubleBend.of_lap(lap.metres, corner, middle, degrees, kerb=kerb))
    raise SurveyError(
        f"no such track: '{name}' (there are {', '.join(TRACKS)}, "
        "and oval-LAP-RADIUS, double-LAP-CORNER-MIDDLE-DEGREES)"
    )

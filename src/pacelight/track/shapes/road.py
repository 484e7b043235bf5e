"""The road: a line on the ground from place to place, open or leading back to where it begins."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, Self

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError
from pacelight.track.shapes.shape import Shape

__all__ = ["FAR_M", "LOOP_M", "Road"]

LOOP_M = 10.0
"""Metres between the ends of a line that is taken to be a loop: a recording never ends where it began."""

FAR_M = 2_000.0
"""Metres from one place to the next beyond which something between them is missing."""

_MOST = 20_000
"""Places: ten for each metre of nothing that is run, and few enough to be kept in a journal."""

_A, _E2 = 6_378_137.0, 0.00669437999014
"""Radius at the equator and square of the eccentricity. Source: WGS 84, NIMA TR8350.2."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Road(Shape):
    """Geodesics from place to place. Lamps stand on the line itself: a road has no kerb that is shorter.

    Attributes:
        places: latitude and longitude in degrees, WGS 84.
        closed: whether the last place is joined to the first.

    Raises:
        SurveyError: fewer than two places, or too many; two at one place, or one far from the next.
    """

    places: tuple[tuple[float, float], ...]
    closed: bool
    tolerance: ClassVar[float] = 0.02  # a course is measured round the inside of its bends, a line is not

    def __post_init__(self) -> None:
        if not 1 < len(self.places) <= _MOST:
            raise SurveyError(f"a road has 2 to {_MOST:,} places, not {len(self.places):,}")
        for nth, step in enumerate(np.diff(self.ends).tolist(), start=1):
            if not 0 < step <= FAR_M:
                after = nth % len(self.places) + 1
                raise SurveyError(
                    f"places {nth} and {after} are one"
                    if step == 0
                    else f"a jump of {step:,.0f} m between places {nth} and {after}"
                )

    @classmethod
    def through(cls, places: Sequence[tuple[float, float]]) -> Self:
        """The road through these places: a loop if it ends within `LOOP_M` of where it begins.

        A last place that is the first again is not counted twice.
        """
        made = tuple(places)
        if len(made) > 2 and _apart(made[-1], made[0]) <= LOOP_M:  # noqa: PLR2004
            return cls(made[:-1] if made[-1] == made[0] else made, closed=True)
        return cls(made, closed=False)

    @cached_property
    def ends(self) -> Floats:
        """Metres at each place, and at the end of a loop: shape ``(steps + 1,)``."""
        return np.cumsum([0.0, *(_apart(one, other) for one, other in pairwise(self._all))])

    def lap(self, lane: int = 1) -> float:  # noqa: ARG002 - of the promise: a road has no lanes
        """Its length along the geodesics, in metres."""
        return float(self.ends[-1])

    @property
    def kerb_lap(self) -> float:
        """The same."""
        return self.lap()

    @property
    def tangents(self) -> tuple[float, ...]:
        """None: a road bends everywhere."""
        return ()

    def kerb_at(self, measured: npt.ArrayLike) -> Floats:
        """The same metres."""
        return np.asarray(measured, np.float64)

    def measured_at(self, kerb: npt.ArrayLike) -> Floats:
        """The same metres."""
        return np.asarray(kerb, np.float64)

    def point(self, measured: npt.ArrayLike, out_m: float | None = None) -> Floats:
        """Where these metres lie in the plane; see `Shape.point`.

        Returns:
            shape ``(n, 2)``: x to the east, y to the north, the middle of the road at ``(0, 0)``;
            true in length to about a part in a thousand within 50 km.
        """
        s = np.asarray(measured, np.float64)
        s = np.mod(s, self.ends[-1]) if self.closed else s
        step = np.clip(np.searchsorted(self.ends, s, side="right") - 1, 0, len(self.ends) - 2)
        begin, way = self._plane[step], np.diff(self._plane, axis=0)[step]
        share = (s - self.ends[step]) / np.diff(self.ends)[step]
        right = np.stack([way[..., 1], -way[..., 0]], axis=-1) / np.linalg.norm(way, axis=-1, keepdims=True)
        return np.asarray(begin + share[..., np.newaxis] * way + (out_m or 0.0) * right, np.float64)

    @property
    def _all(self) -> tuple[tuple[float, float], ...]:
        return (*self.places, self.places[0]) if self.closed else self.places

    @cached_property
    def _plane(self) -> Floats:
        """Of each place, x to the east and y to the north: for drawing."""
        latitude, longitude = np.radians(np.array(self._all)).T
        east = np.mod(longitude - longitude[0] + math.pi, 2 * math.pi) - math.pi
        middle = float(latitude.mean())
        bent = 1 - _E2 * math.sin(middle) ** 2
        x = east * math.cos(middle) * _A / math.sqrt(bent)
        y = latitude * _A * (1 - _E2) / bent**1.5
        plane = np.stack([x, y], axis=-1)
        return np.asarray(plane - (plane.max(axis=0) + plane.min(axis=0)) / 2, np.float64)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres along the geodesic.

    Source: Karney, Algorithms for geodesics, J. Geodesy 87 (2013), doi:10.1007/s00190-012-0578-z.
    """
    from geographiclib.geodesic import Geodesic  # noqa: PLC0415  # only roads need it

    return float(Geodesic.WGS84.Inverse(*one, *other, Geodesic.DISTANCE)["s12"])

"""The steeplechase: laps of their own length, through a water jump inside or outside the track."""

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track.tracks import Track

__all__ = ["JUMPS", "Steeplechase"]

JUMPS = MappingProxyType({Distance(2_000_000): 5, Distance(3_000_000): 7})
"""Water jumps in a race of this distance.

Source: World Athletics Technical Rules, TR23.
"""

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Steeplechase:
    """A track with the way through its water jump.

    How long a lap through the water jump is, and where it leaves the lap and joins it again,
    the certificate of the track says; no formula does.

    Attributes:
        track: the track without the water jump.
        lap: length of a lap through the water jump: shorter than the track's where it lies inside.
        leaves_m: metres past the finish line at which the way to the water jump leaves the lap.
        joins_m: the same where it comes back.

    Raises:
        SurveyError: the way does not leave and join within the lap, or has no length.
    """

    track: Track
    lap: Distance
    leaves_m: float
    joins_m: float

    def __post_init__(self) -> None:
        if self.track.is_open:
            raise SurveyError(f"{self.track.name} has two ends: no lap leads through a water jump there")
        if not 0 <= self.leaves_m < self.joins_m <= self.track.lap.metres:
            raise SurveyError(
                f"the way to the water jump leaves at {self.leaves_m:.3f} m and joins at {self.joins_m:.3f} m"
                f": give metres past the finish, the first less than the second, within {self.track.lap}"
            )
        if not self._way_m > 0:
            raise SurveyError(
                f"a lap of {self.lap} through the water jump leaves no metre for the way from "
                f"{self.leaves_m:.3f} m to {self.joins_m:.3f} m"
            )

    def start(self, race: Distance) -> float:
        """Metres past the finish line at which a steeplechase of this distance starts.

        What the laps through the water jump leave over is run first, on the lap without it;
        where they are longer than the race, the first of them is begun within.

        Raises:
            SurveyError: no such steeplechase, or it would start on the way to the water jump or more than
                a lap before.
        """
        over = self._over_mm(race)
        start = -over / 1000 if over <= 0 else (self.track.lap.mm - over) / 1000 % self.track.lap.metres
        if over >= self.track.lap.mm or (over < 0 and start > self.leaves_m):
            raise SurveyError(
                f"a steeplechase of {race} cannot start on laps of {self.lap} that leave the track "
                f"at {self.leaves_m:.3f} m: look at the certificate"
            )
        return start

    def place(self, run_m: npt.ArrayLike, race: Distance) -> tuple[Floats, Bools]:
        """Where beside the lap a runner is after so many metres, and whether a lamp there is beside him.

        On the way to the water jump and back nobody is beside the light; see `way`.

        Args:
            run_m: metres run, any shape.
            race: the distance of the whole race, one of `JUMPS`.

        Returns:
            metres past the finish line in ``[0, lap)``, and whether the runner is beside them; same shape.

        Raises:
            SurveyError: as `start` does.
        """
        begins, at, rate = self.way(race).T
        run = np.asarray(run_m, np.float64)
        row = np.maximum(np.searchsorted(begins, run, side="right") - 1, 0)
        places = self.start(race) + at[row] + (run - begins[row]) * rate[row]
        beside = (row % 2 == 0) | (run == begins[row])  # every second row leads through the water
        return np.mod(places, self.track.lap.metres), beside

    def way(self, race: Distance) -> Floats:
        """How far along the lap the light is after so many metres of the race.

        On the way to the water jump and back the light runs on along the kerb, from where the runners
        leave it to where they join it, in the same time: it is at the lamp that is in proportion.

        Args:
            race: the distance of the whole race, one of `JUMPS`.

        Returns:
            shape ``(n, 3)``: metres run, metres of the lap from the start, and metres of the lap for each
            metre run from there on; every second row begins where the runners leave the lap.

        Raises:
            SurveyError: as `start` does.
        """
        self.start(race)
        over, flat = self._over_mm(race) / 1000, self.track.lap.metres
        rows = [(0.0, 0.0, 1.0)]
        for jump in range(JUMPS[race]):
            run, at = over + jump * self.lap.metres, over + jump * flat
            rows += [
                (run + self.leaves_m, at + self.leaves_m, (self.joins_m - self.leaves_m) / self._way_m),
                (run + self.leaves_m + self._way_m, at + self.joins_m, 1.0),
            ]
        return np.array(rows)

    @property
    def _way_m(self) -> float:
        """Length of the way from the lap through the water jump and back to it."""
        return self.joins_m - self.leaves_m + self.lap.metres - self.track.lap.metres

    def _over_mm(self, race: Distance) -> int:
        """What the laps through the water jump leave of the race; below zero, what they have too much."""
        if race not in JUMPS:
            raise SurveyError(
                f"no steeplechase of {race} (there are {' and '.join(str(one) for one in JUMPS)})"
            )
        return race.mm - JUMPS[race] * self.lap.mm

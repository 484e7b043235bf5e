"""Where a plan passes the finish: lap by lap in a lane, and where on the track each of its points is."""

from dataclasses import dataclass

from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.track import Circuit, Track
from pacelight.track.lanes import LANES

__all__ = ["Laps"]

_HALL_MM = 200_000
"""Up to this lap bends are banked, and lanes as the hall was built."""


@dataclass(frozen=True, slots=True)
class Laps:
    """A race all of which is run in one lane.

    Attributes:
        track: on which it is run.
        distance: of the race.
        lane: counted from 1 at the kerb.

    Raises:
        PlanError: there is no such lane, or nobody knows how long it is.
    """

    track: Track
    distance: Distance
    lane: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.lane <= LANES:
            raise PlanError(f"lane {self.lane} is none of a track (write 1 to {LANES})")
        banked = self.track.lap.mm <= _HALL_MM and isinstance(self.track.shape, Circuit)
        if self.lane > 1 and banked:
            raise PlanError(
                f"the lanes of {self.track.name} are as the hall was built: look at its certificate"
            )

    @property
    def lap(self) -> Distance:
        """From one passing of the finish to the next, in this lane.

        Raises:
            PlanError: the track has two ends, so that nothing comes round again.
        """
        if self.track.is_open:
            raise PlanError(f"there are no laps on {self.track.name}: it has two ends")
        if self.lane == 1:
            return self.track.lap
        shape = self.track.shape
        return Distance(round(shape.lap(self.lane) * self.track.lap.mm / shape.lap()))

    @property
    def first(self) -> Distance:
        """From the start to the first passing of the finish."""
        rest = self.distance.mm % self.lap.mm
        return Distance(rest or self.lap.mm)

    def past_finish(self, at: Distance) -> Distance:
        """How far past the finish line, along the lane, somebody is who has run so far."""
        return Distance((at.mm - self.distance.mm) % self.lap.mm)

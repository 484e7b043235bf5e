"""Where the rows of a plan's table are: so far apart, or at each passing of the finish."""

from dataclasses import dataclass

from pacelight.cli.track_water import water as water_jump
from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.event import Event, TrackKind
from pacelight.meet.programme.course import Course, check_water
from pacelight.track import track

__all__ = ["LAP", "Rows", "course"]

LAP = "lap"
"""Instead of a distance: at each passing of the finish."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows are.

    Attributes:
        every: how far apart.
        first: how far from the start the first is; as far as they are apart if not given.
    """

    every: Distance
    first: Distance | None = None

    @classmethod
    def of(cls, text: str, on: Course | None) -> "Rows":
        """As they are asked for.

        Args:
            text: a distance, or ``lap``.
            on: what is run on; None where that was not asked for.

        Raises:
            DistanceError, PlanError: no distance; or laps of something that has none.
        """
        if text != LAP:
            if on is not None:
                raise PlanError("--on and --water say whose laps: write --every lap with them")
            return cls(Distance.parse(text))
        if on is None or on.track.is_open:
            raise PlanError("there are no laps without a track that has some: name one with --on")
        return cls(on.lap, on.first)


def course(event: Event, distance: Distance, on: str | None, water: str | None) -> Course:
    """What a race is run on; the standard track, or the short one for events of a hall, if not said.

    Raises:
        RaceError: a steeplechase without its way through the water jump, or such a way in another race.
        SurveyError: no such track, or no such way.
    """
    check_water(event, "--water", given=water is not None)
    lap = track(on or ("short-200" if event.track is TrackKind.SHORT else "standard-400"))
    return Course(lap, water_jump(lap, water), distance)

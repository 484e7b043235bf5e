"""The course of a race: the track, and where a steeplechase leaves it."""

from dataclasses import dataclass
from pathlib import Path

from pacelight.distance import Distance
from pacelight.errors import DistanceError, RaceError
from pacelight.event import Discipline, Event, TrackKind
from pacelight.meet.programme.racefile_schema import TrackFields, WaterFields
from pacelight.track import Road, Steeplechase, Track
from pacelight.track import track as find_track
from pacelight.track.gpx import Line, Place
from pacelight.track.names import is_road
from pacelight.track.steeple import JUMPS

__all__ = ["Course", "check_water"]


@dataclass(frozen=True, slots=True)
class Course:
    """What a race is run on.

    Attributes:
        track: with its finish.
        water: the way through the water jump; None where the race has none.
        distance: of the race.
        start_m: metres past the finish line at which it starts.

    Raises:
        SurveyError: the race cannot be run there.
    """

    track: Track
    water: Steeplechase | None
    distance: Distance

    def __post_init__(self) -> None:
        _ = self.start_m

    @classmethod
    def of(
        cls, fields: TrackFields, event: Event, distance: Distance, beside: Path | Line | None
    ) -> "Course":
        """As a race file describes it.

        Args:
            fields: of the file.
            event: what is run.
            distance: how far that is.
            beside: the folder of the race file, where that of a road lies; or what that says; or neither.

        Raises:
            RaceError: a steeplechase without a water jump, or a water jump in another race.
            SurveyError: no such track, or no such way on it.
        """
        track = _track(fields.name, beside)
        check_water(event, "[track.water]", given=fields.water is not None)
        return cls(track, None if fields.water is None else _water(track, fields.water), distance)

    @property
    def road(self) -> tuple[Place, ...]:
        """Places of a road, to be kept with the race; none of any other track."""
        return self.track.shape.places if isinstance(self.track.shape, Road) else ()

    @property
    def line(self) -> Line | None:
        """The same as a file says them; None for any other track."""
        return Line(self.road) if self.road else None

    @property
    def start_m(self) -> float:
        """Metres past the finish line at which the race starts."""
        return (self.water or self.track).start(self.distance)

    @property
    def lap(self) -> Distance:
        """From one passing of the finish to the next; on a track with two ends, all of it."""
        return (self.water or self.track).lap

    @property
    def first(self) -> Distance:
        """How far it is from the start to the first passing of the finish; on a line, to its only one."""
        if self.track.is_open:
            return self.distance
        rest = self.distance.mm % self.lap.mm
        if self.water is not None:
            rest = self.distance.mm - JUMPS[self.distance] * self.lap.mm
        return Distance(rest if rest > 0 else rest + self.lap.mm)

    @property
    def way(self) -> list[list[float]]:
        """How far along the lap the light is, as `Steeplechase.way` has it; empty for any other race."""
        return [] if self.water is None else self.water.way(self.distance).tolist()


def check_water(event: Event, where: str, *, given: bool) -> None:
    """Refuse a steeplechase without a water jump, or a water jump in another race. In halls there is none.

    Args:
        event: what is run.
        where: its way through the water jump is written.
        given: whether it is.

    Raises:
        RaceError: the one or the other.
    """
    wanted = event.discipline is Discipline.STEEPLECHASE and event.track is not TrackKind.SHORT
    if given and not wanted:
        raise RaceError(f"{event.name} has no water jump: delete {where}")
    if wanted and not given:
        raise RaceError(
            f"{event.name} leads through a water jump: say with {where} how long a lap through it is, "
            "and where its way leaves the lap and joins it"
        )


def _track(name: str, beside: Path | Line | None) -> Track:
    if isinstance(beside, Line):
        return find_track(name, found=beside)
    if beside is None and is_road(name):
        raise RaceError(f"the road {name} lies beside the race file, and that was not read")
    return find_track(name, beside or Path())


def _water(track: Track, fields: WaterFields) -> Steeplechase:
    try:
        lap = Distance.parse(fields.lap)
    except DistanceError as error:
        raise RaceError(f"track.water: {error}") from error
    return Steeplechase(track, lap, fields.leaves_m, fields.joins_m)

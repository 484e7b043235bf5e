"""A race file as a simulator of a timing system needs it."""

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.meet.programme.racefile import RaceFile
from pacelight.timing.placing import FINISH_LINE, Entrant, Point, Way
from pacelight.timing.placing.way import NEAR_MM
from pacelight.timing.simulators.recorded import Recorded

__all__ = ["mats", "recorded"]


def recorded(race: RaceFile, gun_of_day_ns: int) -> Recorded:
    """The recording of a race.

    Args:
        race: with a recording.
        gun_of_day_ns: time of day of the gun, whole nanoseconds since midnight.

    Raises:
        RaceError: nothing is recorded in it.
    """
    if not race.recording:
        raise RaceError(f"{race.id} has no recording: there is nothing to play")
    return Recorded(
        event=race.id,
        way=Way(race.distance, race.course.lap, race.course.first),
        entrants=tuple(Entrant(one.bib, one.lane or "", tuple(one.chips)) for one in race.runners),
        events=race.recording,
        day=race.heat.day,
        gun_of_day_ns=gun_of_day_ns,
        name=race.name,
        names={one.bib: one.name for one in race.runners},
    )


def mats(race: Recorded) -> tuple[Point, ...]:
    """The finish line, and a mat wherever else a time was taken: named by how far past the line it lies."""
    line = set(race.way.passings(FINISH_LINE))
    taken = {one.distance.mm for one in race.passings if one.distance.mm > NEAR_MM} - line
    past = sorted({(mm - race.way.first.mm) % race.way.lap.mm for mm in taken})
    return (FINISH_LINE, *(Point(str(Distance(mm)), mm) for mm in past))

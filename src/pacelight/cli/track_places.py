"""Points of a lap that people look for: where races start, what is timed on the way, the lamps there."""

from dataclasses import dataclass
from pathlib import Path

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.event import EVENTS, Discipline, Event, TrackKind
from pacelight.track import Road, Survey, Track

__all__ = ["Place", "lamps_of", "on_the_way", "starts"]

_SHORT_LAP_MM = 200_000
_ON_THE_WAY = {"1500": "MILE", "3000": "2MLS", "1500sh": "MILEsh", "3000sh": "2MLSsh"}
"""Records that fell on the way to a finish elsewhere on the lap: the event, and the race it lies in."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the lap.

    Attributes:
        event: what starts there, or what ends there on the way.
        race: the race in which it lies on the way; None for a start.
        distance: of the event.
        to_go: how far it is from there to the finish of the race.
        metre: metres past the finish line, exact to the millimetre.
    """

    event: Event
    race: Event | None
    distance: Distance
    to_go: Distance
    metre: float

    @property
    def name(self) -> str:
        """How it is labelled."""
        return self.event.code if self.race is None else f"{self.event.code} of {self.race.code}"


def starts(track: Track) -> list[Place]:
    """Where each race starts that is run on this track; barriers lead round another lap.

    Of hurdles on a straight, one race of each distance.
    """
    return [
        Place(event, None, distance, distance, track.start(distance)) for event, distance in _events(track)
    ]


def on_the_way(track: Track) -> list[Place]:
    """What is timed on the way to a finish elsewhere: the 1500 m of a mile, the 3000 m of two miles."""
    events = {event.code: (event, distance) for event, distance in _events(track)}
    found = []
    for code, race_code in _ON_THE_WAY.items():
        if code in events:
            (event, run), (race, whole) = events[code], events[race_code]
            to_go = Distance(whole.mm - run.mm)
            found.append(Place(event, race, run, to_go, track.start(to_go)))
    return found


def lamps_of(track: Track, lamps: int | None, survey: Path | None) -> Survey | None:
    """The lamps asked for: so many, or those of a survey, or none.

    Raises:
        SurveyError: both, a survey that cannot be, or one of another track.
    """
    if lamps is not None and survey is not None:
        raise SurveyError("--lamps or --survey, not both: a survey says how many lamps there are")
    if survey is None:
        return None if lamps is None else Survey.even_kerb(track, lamps)
    found = Survey.read(survey)
    if found.track != track:
        raise SurveyError(f"{survey} is a survey of {found.track.name}, not of {track.name}")
    return found


def _events(track: Track) -> list[tuple[Event, Distance]]:
    kind, longest = _kind(track), round(track.finish_m * 1000) if track.is_open else None
    wanted = {Discipline.RUN, Discipline.HURDLES} if kind is TrackKind.STRAIGHT else {Discipline.RUN}
    found: dict[tuple[Discipline, Distance], Event] = {}
    for one in EVENTS.values():
        if one.track is not kind or one.distance is None or one.discipline not in wanted:
            continue
        if longest is None or one.distance.mm <= longest:
            found.setdefault((one.discipline, one.distance), one)
    return [(one, distance) for (_, distance), one in found.items()]


def _kind(track: Track) -> TrackKind:
    if isinstance(track.shape, Road):
        return TrackKind.ROAD
    if track.is_open:
        return TrackKind.STRAIGHT
    return TrackKind.SHORT if track.lap.mm <= _SHORT_LAP_MM else TrackKind.STANDARD

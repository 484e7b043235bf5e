"""The names of tracks: those that ship, how any other is written, and roads in files."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from pacelight.distance import Distance
from pacelight.errors import DistanceError, SurveyError
from pacelight.track.gpx import Line, line
from pacelight.track.shapes import DoubleBend, Oval, Road, Straight
from pacelight.track.tracks import Track

__all__ = ["FORMS", "TRACKS", "is_road", "road_file", "road_line", "track"]

FORMS = (
    "oval-LAP-RADIUS",
    "double-LAP-CORNER-MIDDLE-DEGREES",
    "straight-RACE-BEFORE-BEYOND",
    "FILE.gpx=LENGTH",
)
"""How any other track is named."""


def _standard(name: str, radius_m: float, straight_m: float | None = None, note: str = "") -> Track:
    oval = Oval.of_lap(400, radius_m) if straight_m is None else Oval(straight_m, radius_m)
    return Track(name, Distance(400_000), oval, note=note)


def _straight(name: str, race: Distance, before: Distance, beyond: Distance, note: str = "") -> Track:
    whole = Distance(race.mm + before.mm + beyond.mm)
    return Track(name, whole, Straight(whole.metres), (race.mm + before.mm) / 1000, note)


_START_AREA, _RUN_OUT, _RUN_OUT_INDOORS = Distance(3_000), Distance(17_000), Distance(10_000)
"""The least before the start and beyond the finish.

Source: World Athletics Track and Field Facilities Manual, 2.2.2 (outdoors) and 8.2 (indoors).
"""

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
            _straight(
                "straight-60", Distance(60_000), _START_AREA, _RUN_OUT_INDOORS, "the straight of a hall"
            ),
            _straight("straight-100", Distance(100_000), _START_AREA, _RUN_OUT, "the 100 m alone"),
            _straight("straight-110", Distance(110_000), _START_AREA, _RUN_OUT, "the home straight"),
        )
    }
)
"""The tracks that ship, by name."""

_METRES = r"\d{1,5}(?:\.\d{1,6})?"
_EXACT = r"(\d{1,5}(?:\.\d{1,3})?)"
_ROAD = re.compile(r"([^=]+\.gpx)(?:=(.*))?", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"(.+)@{_EXACT}")


def _oval(name: str, match: re.Match[str]) -> Track:
    lap, kerb = Distance.parse(match[1]), match[3] is None
    return Track(name, lap, Oval.of_lap(lap.metres, float(match[2]), kerb=kerb))


def _double(name: str, match: re.Match[str]) -> Track:
    lap, kerb = Distance.parse(match[1]), match[5] is None
    corner, middle, degrees = map(float, match.group(2, 3, 4))
    return Track(name, lap, DoubleBend.of_lap(lap.metres, corner, middle, degrees, kerb=kerb))


def _other_straight(name: str, match: re.Match[str]) -> Track:
    race, before, beyond = map(Distance.parse, match.groups())
    return _straight(name, race, before, beyond)


_MADE: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Track]], ...] = (
    (re.compile(rf"oval-{_EXACT}-({_METRES})(-line)?"), _oval),
    (re.compile(rf"double-{_EXACT}-({_METRES})-({_METRES})-({_METRES})(-line)?"), _double),
    (re.compile(rf"straight-{_EXACT}-{_EXACT}-{_EXACT}"), _other_straight),
)


def is_road(name: str) -> bool:
    """Whether a track of this name is read from a file."""
    match = _ELSEWHERE.fullmatch(name)
    return _ROAD.fullmatch(match[1] if match else name) is not None


def road_file(name: str, folder: Path) -> Path:
    """Where the file of a road lies; see `road_line`."""
    match = _ROAD.match(name)
    return folder / (match[1] if match else name)


def road_line(name: str, folder: Path) -> Line:
    """The line of a road as its file has it.

    Args:
        name: of the track, for which `is_road` holds.
        folder: where its file lies.

    Raises:
        SurveyError: no such file, or no line in it.
    """
    path = road_file(name, folder)
    try:
        return line(path.read_bytes(), path.name)
    except OSError as error:
        raise SurveyError(f"no road can be read at {path}: {error.strerror}") from error


def _road(name: str, certified: str | None, found: Line) -> Track:
    """The road as it is certified, or as long as its line: it ends at the finish, a loop begins there."""
    try:
        shape = Road.through(found.places)
        lap = Distance(round(shape.lap() * 1000)) if certified is None else Distance.parse(certified)
    except (DistanceError, SurveyError) as error:
        raise SurveyError(f"{name}: {error}") from None
    note = f"a {'loop' if shape.closed else 'road'} through {found.note}"
    return Track(name, lap, shape, 0.0 if shape.closed else lap.metres, note)


def track(name: str, folder: Path = Path(), found: Line | None = None) -> Track:
    """The track of this name: shipped, or of any lap and radius.

    ``oval-400-36.80`` has bends of one radius, ``double-400-34-51.543-70`` has corners of 34 m
    over 70 degrees each and 51.543 m between them; with ``-line`` at its end lane 1 has no raised kerb.
    ``straight-100-5-20`` has 5 m before the start of the 100 m and 20 m beyond the finish.
    ``city.gpx=10 km`` is the road through the points of a file, of a certified length, or as long as it
    measures if none is given.
    With ``@150`` at the end of any name races end 150 m past the usual finish line,
    or past the first of two ends.

    Args:
        name: the name.
        folder: where the file of a road lies.
        found: what that file says, where it was read before.

    Raises:
        SurveyError: no such track.
    """
    if match := _ELSEWHERE.fullmatch(name):
        usual = track(match[1], folder, found)
        return replace(usual, name=f"{usual.name}@{match[2]}", finish_m=Distance.parse(match[2]).metres)
    if name in TRACKS:
        return TRACKS[name]
    if match := _ROAD.fullmatch(name):
        return _road(Path(name).name, match[2], found or road_line(name, folder))
    for pattern, made in _MADE:
        if match := pattern.fullmatch(name):
            return made(name, match)
    raise SurveyError(f"no such track: '{name}' (there are {', '.join(TRACKS)}, and {', '.join(FORMS)})")

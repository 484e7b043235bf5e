"""Marks of a track by the names that people at the kerb call them."""

import re

from pacelight.distance import Distance
from pacelight.errors import DistanceError, SurveyError
from pacelight.track.lanes import lane_starts
from pacelight.track.tracks import Track

__all__ = ["MARKS", "mark"]

MARKS = "finish, 100 m, tangent 1, start of 1500 m"
"""As they are written, for people."""

_METRES = re.compile(r"(-?\d{1,5}(?:\.\d{1,3})?) ?m(?: mark)?")
_TANGENT = re.compile(r"tangent ?(\d{1,3})")
_START = re.compile(r"start of (?:the )?(.+?)(?: in lane (\d{1,2}))?")


def mark(track: Track, name: str) -> float | None:
    """Metres past the finish of a mark: ``finish``, ``100 m``, ``tangent 1``, ``start of mile``.

    ``start of 800 m in lane 4`` is beside which metre of lane 1 that is.
    Tangents are counted from 1, in running direction from the finish on, one at the finish included.
    None where no track has a mark of this name, or this one has fewer of them.

    >>> from pacelight.track import track
    >>> mark(track("short-200"), "start of mile")
    190.656
    """
    text = " ".join(name.lower().split())
    if text == "finish":
        return 0.0
    if match := _METRES.fullmatch(text):
        return float(match[1])
    if match := _TANGENT.fullmatch(text):
        nth = int(match[1])
        return track.tangents[nth - 1] if 1 <= nth <= len(track.tangents) else None
    if match := _START.fullmatch(text):
        return _start(track, match[1], match[2])
    return None


def _start(track: Track, race: str, lane: str | None) -> float | None:
    try:
        if lane is None:
            return track.start(Distance.parse(race))
        # Of lanes that a second group starts from, too, the first is meant: it is painted for every race.
        starts = {start.lane: start.at_m for start in reversed(lane_starts(track, Distance.parse(race)))}
        return starts.get(int(lane))
    except (DistanceError, SurveyError):  # no distance, or none that can be run here
        return None

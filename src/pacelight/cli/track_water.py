"""Steeplechases on the terminal: the lap through the water jump, and where the races start."""

from typing import Any

from pacelight.distance import Distance
from pacelight.errors import DistanceError, SurveyError
from pacelight.event import EVENTS
from pacelight.track import Steeplechase, Survey, Track
from pacelight.track.steeple import JUMPS

__all__ = ["shape", "told", "water"]

_CODES = ("2KSC", "3KSC")


def water(track: Track, text: str | None) -> Steeplechase | None:
    """The way through the water jump as ``LAP:LEAVES:JOINS`` says it, in metres; None where nobody asked.

    Raises:
        SurveyError: not three lengths, or a way that cannot be.
    """
    if text is None:
        return None
    try:
        lap, leaves, joins = map(Distance.parse, text.split(":"))
    except (DistanceError, ValueError):
        raise SurveyError(
            f"not a way through the water jump: '{text}' "
            "(write LAP:LEAVES:JOINS in metres of your certificate, as 396.084:205:310)"
        ) from None
    return Steeplechase(track, lap, leaves.metres, joins.metres)


def shape(on: Steeplechase, survey: Survey | None) -> dict[str, Any]:
    """What JSON says of it; every length in metres."""
    return {
        "lap_m": on.lap.metres,
        "leaves_m": on.leaves_m,
        "joins_m": on.joins_m,
        "starts": [_start(on, code, survey) for code in _CODES],
    }


def told(on: Steeplechase, survey: Survey | None) -> list[str]:
    """What people read of it, line by line."""
    way = f"from {on.leaves_m:.3f} m to {on.joins_m:.3f} m the light has no runner beside it"
    lines = [f"a lap through the water jump is {on.lap}; {way}"]
    for code in _CODES:
        start = _start(on, code, survey)
        lamp = f", at lamp {start['lamp']}" if survey is not None else ""
        lines.append(
            f"{code} starts at {start['at_m']:.3f} m{lamp}, {start['jumps']} times through the water"
        )
    return lines


def _start(on: Steeplechase, code: str, survey: Survey | None) -> dict[str, Any]:
    race = EVENTS[code].distance
    if race is None:  # the table of events says otherwise
        raise SurveyError(f"{code} has no distance")
    at = round(on.start(race), 3)
    found = {"event": code, "distance_m": race.metres, "at_m": at, "jumps": JUMPS[race]}
    return found | ({} if survey is None else {"lamp": survey.nearest(at)})

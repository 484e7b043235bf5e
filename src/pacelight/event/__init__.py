"""What is contested: events, how they are called, how their marks are read, what a list of each is called.

::

    kinds ──► reading ──► table (data/events.toml) ──► names
"""

from pacelight.event.kinds import (
    WIND_LIMIT_MM_S,
    Discipline,
    Level,
    Period,
    PerSex,
    RaceKind,
    Recognition,
    Sex,
    TrackKind,
    Wind,
)
from pacelight.event.names import event
from pacelight.event.reading import Range
from pacelight.event.table import EVENTS, SHORT_TRACK_SINCE, Event

__all__ = [
    "EVENTS",
    "SHORT_TRACK_SINCE",
    "WIND_LIMIT_MM_S",
    "Discipline",
    "Event",
    "Level",
    "PerSex",
    "Period",
    "RaceKind",
    "Range",
    "Recognition",
    "Sex",
    "TrackKind",
    "Wind",
    "event",
]

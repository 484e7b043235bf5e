"""Where passings come from: each source keeps the promise of `TimingSource`."""

from pacelight.timing.sources.port import (
    Acknowledging,
    Listener,
    ListenerStatistics,
    SourceStatistics,
    TimedEvent,
    TimingSource,
)
from pacelight.timing.sources.replay import Replay
from pacelight.timing.sources.waiting import play

__all__ = [
    "Acknowledging",
    "Listener",
    "ListenerStatistics",
    "Replay",
    "SourceStatistics",
    "TimedEvent",
    "TimingSource",
    "play",
]

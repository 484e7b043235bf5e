"""The promise every source of passings keeps."""

from dataclasses import dataclass
from typing import Protocol

from pacelight.timing.passing import Gun, Passing
from pacelight.timing.results import Verdict

__all__ = ["SourceStatistics", "TimedEvent", "TimingSource"]

TimedEvent = Gun | Passing | Verdict
"""What a timing source can say. Each has an `elapsed` and an idempotency `key`."""


@dataclass(frozen=True, slots=True)
class SourceStatistics:
    """What a source has done so far.

    Attributes:
        handed: events handed out.
        skipped: events not handed out, because they were acknowledged before a restart.
        waiting: events known and not due yet.
    """

    handed: int
    skipped: int
    waiting: int


class TimingSource(Protocol):
    """Hands out each event once, in order of time, never before it happened.

    After a restart a new source is made with the keys that were acknowledged; it hands out the rest.
    """

    def due(self, now_ns: int) -> tuple[TimedEvent, ...]:
        """All that has happened up to this instant of the clock and was not handed out yet."""
        ...

    def wake_ns(self) -> int | None:
        """The instant of the clock at which to ask next; None once nothing more will come."""
        ...

    def statistics(self) -> SourceStatistics:
        """A snapshot; reading it changes nothing."""
        ...

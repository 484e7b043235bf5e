"""What an engine asks of whoever listens to timing systems for it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pacelight.meet.bus import Watched
    from pacelight.meet.engine.engine import Engine
    from pacelight.meet.journal.entries import Entry
    from pacelight.timing.reading import HeatNamed
    from pacelight.timing.sources.port import ListenerStatistics

__all__ = ["TimingPart"]


class TimingPart(Protocol):
    """Listens to timing systems for an engine."""

    heats: "Mapping[str, HeatNamed]"
    """By race, how the systems number it."""

    @property
    def watched(self) -> "Sequence[Watched]":
        """What is to be waited for."""
        ...

    def wake_ns(self) -> int | None:
        """When to listen though nothing is there to be read, on the monotonic clock."""
        ...

    def listen(self, engine: "Engine", ready: "Sequence[Watched]") -> None:
        """Hear what has come, and have it written down."""
        ...

    def took(self, engine: "Engine", entry: "Entry") -> None:
        """What was written down and taken, whoever said it."""
        ...

    def statistics(self) -> "Mapping[str, ListenerStatistics]":
        """By name, how each listener does."""
        ...

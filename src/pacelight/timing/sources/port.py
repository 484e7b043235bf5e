"""The promises sources keep: one that is played from a recording, and one that listens to a device."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pacelight.timing.passing import Gun, Passing
from pacelight.timing.reading import Heard
from pacelight.timing.results import Verdict

__all__ = [
    "Acknowledging",
    "Listener",
    "ListenerStatistics",
    "SourceStatistics",
    "TimedEvent",
    "TimingSource",
]

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


@dataclass(frozen=True, slots=True)
class ListenerStatistics:
    """How a listener does.

    Attributes:
        state: ``waiting`` (nobody has spoken yet), ``connected``, ``silent`` (nothing for longer than the
            protocol allows), ``lost`` (it was connected, and is being tried again) or ``refused``.
        since_ns: on the monotonic clock, since when.
        heard_ns: when it spoke last; None before.
        readings: handed out.
        refused: messages or senders that were not taken.
        why: the last reason, in one line; empty if there was none.
        opened_ns: when the newest line to a device was opened; None before, and where there are no lines.
    """

    state: str
    since_ns: int
    heard_ns: int | None
    readings: int
    refused: int
    why: str = ""
    opened_ns: int | None = None


class Listener(Protocol):
    """Listens to one timing device, port or folder. Nothing here blocks, or raises for what comes in.

    An engine waits on `fileno` together with all else (a listener with several sockets nests them in an epoll
    of its own), and asks again at `wake_ns` at the latest.
    """

    @property
    def name(self) -> str:
        """As the meet file calls it."""
        ...

    def fileno(self) -> int:
        """Readable whenever there is something to read; the same for as long as the listener is open."""
        ...

    def wake_ns(self) -> int | None:
        """When to ask next though nothing is readable, on the monotonic clock; None: never."""
        ...

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        """All that has arrived and was not handed out yet, in order; connects again if need be."""
        ...

    def statistics(self) -> ListenerStatistics:
        """A snapshot; reading it changes nothing."""
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


@runtime_checkable
class Acknowledging(Protocol):
    """A listener whose device keeps what it said until it hears that it is safe.

    An engine tells it the keys of what `read` handed out once the journal has them: those that were there
    already, and those that could not be placed and were noted as such, as well. Before that it says nothing.
    """

    def acknowledge(self, keys: Collection[str]) -> None:
        """The readings with these keys are safe. A key that is not known does nothing."""
        ...

"""A recorded race, played again at any rate."""

from collections.abc import Collection, Iterable
from fractions import Fraction

from pacelight.errors import RaceError
from pacelight.timing.sources.port import SourceStatistics, TimedEvent

__all__ = ["Replay"]


class Replay:
    """A recording as a timing source.

    What is due depends on the instant alone, so that a replay is the same every time,
    however often or seldom it is asked.

    Args:
        recording: the events of a race, in any order; at equal times they keep it.
        gun_ns: instant of the gun on the clock that `due` is asked by, whole nanoseconds.
        rate: race seconds a second of the clock, more than zero.
        acknowledged: keys already safe; their events are not handed out again.

    Raises:
        RaceError: two different events under one key, or a rate of zero or less.
    """

    def __init__(
        self,
        recording: Iterable[TimedEvent],
        *,
        gun_ns: int,
        rate: int | Fraction = 1,
        acknowledged: Collection[str] = (),
    ) -> None:
        if rate <= 0:
            raise RaceError(f"a replay runs forwards: a rate of {rate} does not")
        self._gun_ns = gun_ns
        self._rate = Fraction(rate)
        events = _unique(recording)
        self._events = [event for event in events if event.key not in acknowledged]
        self._skipped = len(events) - len(self._events)
        self._next = 0

    def due(self, now_ns: int) -> tuple[TimedEvent, ...]:
        """All that has happened up to this instant of the clock and was not handed out yet."""
        first = self._next
        while self._next < len(self._events) and self._instant(self._events[self._next]) <= now_ns:
            self._next += 1
        return tuple(self._events[first : self._next])

    def wake_ns(self) -> int | None:
        """The instant of the clock at which the next event falls due; None after the last."""
        if self._next == len(self._events):
            return None
        return self._instant(self._events[self._next])

    def statistics(self) -> SourceStatistics:
        """A snapshot; reading it changes nothing."""
        return SourceStatistics(self._next, self._skipped, len(self._events) - self._next)

    def _instant(self, event: TimedEvent) -> int:
        """When an event falls due on the clock: rounded up, never before it happened."""
        return self._gun_ns - (-event.elapsed.ns * self._rate.denominator // self._rate.numerator)


def _unique(recording: Iterable[TimedEvent]) -> list[TimedEvent]:
    by_key: dict[str, TimedEvent] = {}
    for event in recording:
        if by_key.setdefault(event.key, event) != event:
            raise RaceError(f"the recording holds two different events under the key '{event.key}'")
    return sorted(by_key.values(), key=lambda event: event.elapsed)

"""What two monotonic clocks say of each other: how far apart, how sure that is, and how fast they part.

A heartbeat and its echo are four stamps. Of these follows the offset but for half the time on the way;
so the quickest round trips say most. No wall clock is asked: one that is set an hour back moves no light.

Source of the four stamps: RFC 5905, section 8.
"""

from collections import deque
from dataclasses import dataclass

__all__ = ["DRIFT_PPB", "Clocks", "Reading", "RoundTrip"]

DRIFT_PPB = 200_000
"""Two clocks part by no more: each may be wrong by 100 ppm."""

_WINDOW = 32
_SLICE_NS = 1_000_000_000
"""Of each slice of time the quickest round trip is kept, of the latest slices."""

_REGRESSION_NS = 4 * _SLICE_NS
"""Shorter, round trips scatter more than clocks drift."""

_PPB = 1_000_000_000
_STEADY_NS = 1_000
"""Round trips that differ by less say equally much."""


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """Four stamps, whole nanoseconds.

    Attributes:
        sent_ns, back_ns: when it was sent and the echo came, on our clock.
        heard_ns, answered_ns: when it came and the echo was sent, on theirs.
    """

    sent_ns: int
    heard_ns: int
    answered_ns: int
    back_ns: int

    @property
    def way_ns(self) -> int:
        """Time on the way, there and back."""
        return (self.back_ns - self.sent_ns) - (self.answered_ns - self.heard_ns)

    @property
    def offset_ns(self) -> int:
        """Their clock minus ours, right to half of `way_ns`."""
        return ((self.heard_ns - self.sent_ns) + (self.answered_ns - self.back_ns)) // 2

    def error_ns(self, now_ns: int) -> int:
        """By how much the offset may be wrong at an instant of our clock: by the way, and by drift."""
        drifting_ns = abs(now_ns - self.back_ns) + self.back_ns - self.sent_ns
        return self.way_ns // 2 + 2 + drifting_ns * DRIFT_PPB // _PPB


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known at an instant.

    Attributes:
        offset_ns: their clock minus ours.
        error_ns: the offset is not wrong by more, so long as neither clock is wrong by more than 100 ppm.
        drift_ppb: billionths by which theirs is faster than ours; 0 while that is not known yet.
    """

    offset_ns: int
    error_ns: int
    drift_ppb: int


class Clocks:
    """Two clocks, ours and theirs, by the round trips between them."""

    def __init__(self) -> None:
        self._trips: deque[RoundTrip] = deque(maxlen=_WINDOW)
        self._line: tuple[int, int, float] | None = None

    @property
    def compared(self) -> bool:
        """Whether anything is known yet."""
        return bool(self._trips)

    def note(self, trip: RoundTrip) -> None:
        """Learn of a round trip. One that contradicts what was known begins anew: a machine was asleep."""
        if trip.way_ns < 0 or trip.sent_ns > trip.back_ns:
            return
        if self._trips and self._contradicts(trip):
            self._trips.clear()
        if not self._trips or trip.back_ns // _SLICE_NS != self._trips[-1].back_ns // _SLICE_NS:
            self._trips.append(trip)
        elif trip.way_ns <= self._trips[-1].way_ns:
            self._trips[-1] = trip
        else:
            return
        self._line = None

    def at(self, now_ns: int) -> Reading | None:
        """What is known at an instant of our clock; None before the first round trip."""
        if not self._trips:
            return None
        low, high = self._bounds(now_ns)
        if self._line is None:
            self._line = self._fitted()
        middle_ns, offset_ns, drift = self._line
        offset = offset_ns + round(drift * (now_ns - middle_ns))
        offset = min(max(offset, low), high)
        return Reading(offset, max(high - offset, offset - low), round(drift * _PPB))

    def _bounds(self, now_ns: int) -> tuple[int, int]:
        """Within which the offset is by every round trip remembered; by the last, if they disagree."""
        spans = [(trip.offset_ns, trip.error_ns(now_ns)) for trip in self._trips]
        low = max(offset - error for offset, error in spans)
        high = min(offset + error for offset, error in spans)
        if low > high:
            offset, error = spans[-1]
            return offset - error, offset + error
        return low, high

    def _contradicts(self, trip: RoundTrip) -> bool:
        low, high = self._bounds(trip.back_ns)
        error = trip.error_ns(trip.back_ns)
        return trip.offset_ns + error < low or trip.offset_ns - error > high

    def _fitted(self) -> tuple[int, int, float]:
        """An instant, the offset then, and the drift: a straight line, quick round trips counting more."""
        best = min(self._trips, key=lambda trip: trip.way_ns)
        first, last = self._trips[0], self._trips[-1]
        if last.back_ns - first.back_ns < _REGRESSION_NS:
            return best.back_ns, best.offset_ns, 0.0
        weights = [((best.way_ns + _STEADY_NS) / (trip.way_ns + _STEADY_NS)) ** 2 for trip in self._trips]
        total = sum(weights)
        times = [trip.back_ns - last.back_ns for trip in self._trips]
        offsets = [trip.offset_ns - last.offset_ns for trip in self._trips]
        time = sum(w * t for w, t in zip(weights, times, strict=True)) / total
        offset = sum(w * o for w, o in zip(weights, offsets, strict=True)) / total
        spread = sum(w * (t - time) ** 2 for w, t in zip(weights, times, strict=True))
        both = sum(w * (t - time) * (o - offset) for w, t, o in zip(weights, times, offsets, strict=True))
        drift = min(max(both / spread, -DRIFT_PPB / _PPB), DRIFT_PPB / _PPB)
        return last.back_ns + round(time), last.offset_ns + round(offset), drift

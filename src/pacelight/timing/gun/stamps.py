"""What the clock of a timing system stamped while nobody set it: how it stands beside ours, and midnight."""

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["DAY_NS", "DRIFT_PPM", "Stamp", "Stamps", "drifted", "since"]

DAY_NS = 86_400 * 1_000_000_000
_HALF_NS = DAY_NS // 2

_OLDEST_NS = DAY_NS // 4
"""Older stamps are forgotten, so that nobody asks on which side of midnight they were."""

_SLICE_NS = 10 * 1_000_000_000
_SLICES = DAY_NS // _SLICE_NS

DRIFT_PPM = 200
"""Two clocks part by no more: each may be wrong by 100 ppm."""


def since(later_ns: int, earlier_ns: int) -> int:
    """From one time of day to another, whole nanoseconds: midnight may lie between, half a day may not.

    >>> since(1_000_000_000, DAY_NS - 1_000_000_000)
    2000000000
    """
    return (later_ns - earlier_ns + _HALF_NS) % DAY_NS - _HALF_NS


def drifted(ns: int) -> int:
    """By so much two clocks part at most while the slower counts so long, whole nanoseconds, rounded up."""
    return -(-abs(ns) * DRIFT_PPM // (1_000_000 - DRIFT_PPM))


@dataclass(frozen=True, slots=True)
class Stamp:
    """That clock said this time of day, and it was heard at that instant of ours."""

    here_ns: int
    of_day_ns: int


class Stamps:
    """What one clock is known by: what it stamps, and when that is heard.

    A stamp is heard after it was made. So the quickest stamps say where that clock stands, and say it from
    one side only: it is not further back. Those from long before or after say less, as the clocks may have
    drifted apart since. Of each ten seconds of its day those are kept that say most of any instant.

    Args:
        rate: seconds of the system a second of our clock; other than 1 only where a race is played faster.
        since_ns: what is heard from then on is by the clock as it is set now.
    """

    def __init__(self, rate: Fraction = Fraction(1), since_ns: int | None = None) -> None:
        self.since_ns = since_ns
        self._rate = rate
        self._slices: dict[int, list[Stamp]] = {}
        self.quickest: Stamp | None = None
        self._newest_ns = 0

    def keep(self, stamp: Stamp) -> None:
        """One more."""
        self._keep(stamp)
        if self.quickest is None or self.late(stamp, self.quickest) < 0:
            self.quickest = stamp
        self._forget(stamp.here_ns)

    def at_latest(self, of_day_ns: int) -> int | None:
        """The latest instant of our clock at which that clock can have said so; None before any stamp.

        How far the two may have drifted apart since is in it.
        """
        stamp = self._best(of_day_ns)
        return None if stamp is None else self._by(stamp, of_day_ns)

    def about(self, of_day_ns: int) -> int | None:
        """The same without what the two may have drifted apart: as it was, if they did not."""
        stamp = self._best(of_day_ns)
        return None if stamp is None else self._by(stamp, of_day_ns, drift_ns=0)

    def late(self, one: Stamp, other: Stamp) -> int:
        """By how much one was heard later after it was made than the other, whole nanoseconds."""
        return one.here_ns - other.here_ns - self._ours(since(one.of_day_ns, other.of_day_ns))

    def _best(self, of_day_ns: int) -> Stamp | None:
        """The stamp that says most about that time of day."""
        if self.quickest is None:
            return None
        least_ns = self._by(self.quickest, of_day_ns, drift_ns=0)
        found: tuple[int, int, Stamp] | None = None
        middle = of_day_ns // _SLICE_NS
        for away in range(_SLICES // 2 + 1):
            if found is not None and least_ns + drifted(self._ours((away - 1) * _SLICE_NS)) > found[0]:
                break  # whatever is stamped further off cannot be quick enough
            for at in {(middle - away) % _SLICES, (middle + away) % _SLICES}:
                for stamp in self._slices.get(at, ()):
                    one = (self._by(stamp, of_day_ns), stamp.of_day_ns, stamp)
                    found = one if found is None else min(found, one, key=lambda known: known[:2])
        return None if found is None else found[2]

    def _by(self, stamp: Stamp, of_day_ns: int, drift_ns: int | None = None) -> int:
        """The same by one stamp alone."""
        ago_ns = self._ours(since(stamp.of_day_ns, of_day_ns))
        return stamp.here_ns - ago_ns + (drifted(ago_ns) if drift_ns is None else drift_ns)

    def _keep(self, stamp: Stamp) -> None:
        """Keep it, unless another one says as much of its own instant; leave those of which it says so."""
        kept = self._slices.setdefault(stamp.of_day_ns // _SLICE_NS, [])
        if any(self._by(one, stamp.of_day_ns) <= stamp.here_ns for one in kept):
            return
        kept[:] = [one for one in kept if self._by(stamp, one.of_day_ns) > one.here_ns]
        kept.append(stamp)

    def _forget(self, here_ns: int) -> None:
        """What is older than some hours says on neither side of midnight what it says."""
        if here_ns - self._newest_ns < _SLICE_NS and self._newest_ns:
            self._newest_ns = max(self._newest_ns, here_ns)
            return
        self._newest_ns = max(self._newest_ns, here_ns)
        oldest_ns = self._newest_ns - _OLDEST_NS
        self._slices = {at: some for at, some in self._slices.items() if some[0].here_ns >= oldest_ns}
        if self.quickest is not None and self.quickest.here_ns < oldest_ns:
            kept = [one for some in self._slices.values() for one in some]
            self.quickest = min(kept, key=lambda one: self.late(one, kept[0]), default=None)

    def _ours(self, ns: int) -> int:
        return ns * self._rate.denominator // self._rate.numerator

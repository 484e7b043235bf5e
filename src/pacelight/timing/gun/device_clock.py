"""The clock of a timing system beside ours: what it says, how late that is heard, and midnight."""

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["BEHIND_NS", "DAY_NS", "DRIFT_PPM", "DeviceClock", "drifted", "since"]

DAY_NS = 86_400 * 1_000_000_000
_HALF_NS = DAY_NS // 2

_OLDEST_NS = DAY_NS // 4
"""Older stamps are forgotten, so that nobody asks on which side of midnight they were."""

_SLICE_NS = 10 * 1_000_000_000
_SLICES = DAY_NS // _SLICE_NS

BEHIND_NS = 2 * 1_000_000_000
_STEADY_NS = 250_000_000
_SPAN_NS = 5 * 1_000_000_000
_OFTEN = 3
"""No line is so slow, and so evenly, for so long: a clock that is heard so late so often was set back."""

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
class _Stamp:
    here_ns: int
    of_day_ns: int


@dataclass(slots=True)
class _Behind:
    """Stamps in a row that are heard evenly late: the first, the quickest and the newest, and how many."""

    first: _Stamp
    quickest: _Stamp
    newest: _Stamp
    count: int = 1


class DeviceClock:
    """The clock of one timing system, known by what it stamps and when that is heard.

    A stamp is heard after it was made. So the quickest stamps say where that clock stands, and say it from
    one side only: it is not further back. Those from long before or after say less, as the clocks may have
    drifted apart since. Of each ten seconds of its day those are kept that say most of any instant.

    A clock that is set ahead is known by its next stamp. One that is set back looks like a slow line at
    first; three stamps over five seconds, all late by the same two seconds or more, show what it is, and
    those from before are forgotten.

    Args:
        rate: seconds of the system a second of our clock; other than 1 only where a race is played faster.

    Attributes:
        set_back_ns: by so much of our time it was set back when that was noticed last; 0 if never.
    """

    def __init__(self, rate: Fraction = Fraction(1)) -> None:
        self._rate = rate
        self._slices: dict[int, list[_Stamp]] = {}
        self._quickest: _Stamp | None = None
        self._newest_ns = 0
        self._behind: _Behind | None = None
        self.set_back_ns = 0

    def stamp(self, here_ns: int, of_day_ns: int) -> int:
        """One more stamp of that clock, heard at an instant of ours.

        Returns:
            By how much less late, in whole nanoseconds, it is known to be there than it was; 0 where the
            stamp says nothing new, and more than a day for the first one, also after it was set back.
        """
        before_ns = self.at_latest(of_day_ns)
        stamp = _Stamp(here_ns, of_day_ns)
        if before_ns is not None and (now := self._set_back(stamp, here_ns - before_ns)) is not None:
            self.set_back_ns = 0 if self._quickest is None else self._late(now, self._quickest)
            self.forget()
            self.stamp(now.here_ns, now.of_day_ns)
            before_ns = None
        self._keep(stamp)
        if self._quickest is None or self._late(stamp, self._quickest) < 0:
            self._quickest = stamp
        self._forget(here_ns)
        if before_ns is None:
            return DAY_NS + 1
        return max(0, before_ns - here_ns)

    def forget(self) -> None:
        """All that is known of it was said by a clock that stood otherwise."""
        self._slices, self._quickest, self._behind = {}, None, None

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

    def quickest(self) -> tuple[int, int] | None:
        """The stamp that was heard least late: when, on our clock, and what it says; None before any."""
        one = self._quickest
        return None if one is None else (one.here_ns, one.of_day_ns)

    def _set_back(self, stamp: _Stamp, late_ns: int) -> _Stamp | None:
        """The quickest of those that show that it was set back; None while nothing does."""
        run = self._behind
        if late_ns < BEHIND_NS:
            self._behind = None
        elif run is None or abs(self._late(stamp, run.first)) > _STEADY_NS:
            self._behind = _Behind(stamp, stamp, stamp)
        elif stamp.here_ns > run.newest.here_ns:
            run.count, run.newest = run.count + 1, stamp
            run.quickest = min(run.quickest, stamp, key=lambda one: self._late(one, run.first))
            if run.count >= _OFTEN and stamp.here_ns - run.first.here_ns >= _SPAN_NS:
                return run.quickest
        return None

    def _best(self, of_day_ns: int) -> _Stamp | None:
        """The stamp that says most about that time of day."""
        if self._quickest is None:
            return None
        least_ns = self._by(self._quickest, of_day_ns, drift_ns=0)
        found: tuple[int, int, _Stamp] | None = None
        middle = of_day_ns // _SLICE_NS
        for away in range(_SLICES // 2 + 1):
            if found is not None and least_ns + drifted(self._ours((away - 1) * _SLICE_NS)) > found[0]:
                break  # whatever is stamped further off cannot be quick enough
            for at in {(middle - away) % _SLICES, (middle + away) % _SLICES}:
                for stamp in self._slices.get(at, ()):
                    one = (self._by(stamp, of_day_ns), stamp.of_day_ns, stamp)
                    found = one if found is None else min(found, one, key=lambda known: known[:2])
        return None if found is None else found[2]

    def _by(self, stamp: _Stamp, of_day_ns: int, drift_ns: int | None = None) -> int:
        """The same by one stamp alone."""
        ago_ns = self._ours(since(stamp.of_day_ns, of_day_ns))
        return stamp.here_ns - ago_ns + (drifted(ago_ns) if drift_ns is None else drift_ns)

    def _late(self, one: _Stamp, other: _Stamp) -> int:
        """By how much one was heard later after it was made than the other."""
        return one.here_ns - other.here_ns - self._ours(since(one.of_day_ns, other.of_day_ns))

    def _keep(self, stamp: _Stamp) -> None:
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
        if self._quickest is not None and self._quickest.here_ns < oldest_ns:
            kept = [one for some in self._slices.values() for one in some]
            self._quickest = min(kept, key=lambda one: self._late(one, kept[0]), default=None)

    def _ours(self, ns: int) -> int:
        return ns * self._rate.denominator // self._rate.numerator

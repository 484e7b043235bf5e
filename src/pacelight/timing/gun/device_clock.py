"""The clock of a timing system beside ours, also where somebody sets it in the middle of an evening."""

from dataclasses import dataclass
from fractions import Fraction

from pacelight.timing.gun.stamps import DAY_NS, Stamp, Stamps

__all__ = ["APART_NS", "DeviceClock"]

APART_NS = 4_000_000_000
"""No line is late by so much for long; what is off by more may be by a clock that was set."""

_EVEN_NS = 250_000_000
_SPAN_NS = 5_000_000_000
_OFTEN = 3
"""So many stamps over such a span, off by the same: nobody's line is so even, that clock is."""

_SETTINGS = 8
"""Kept of one clock; nobody sets one more often in an evening."""

_SURE_NS = 1_000_000_000
"""Nothing is heard earlier than it was by so much: its quickest stamp was late by less."""


@dataclass(slots=True)
class _Run:
    """Stamps that are heard equally late: the first, the quickest, the newest, and how many."""

    first: Stamp
    quickest: Stamp
    newest: Stamp
    count: int = 1

    @property
    def is_sure(self) -> bool:
        return self.count >= _OFTEN and self.newest.here_ns - self.first.here_ns >= _SPAN_NS


class DeviceClock:
    """The clock of one timing system, known by what it stamps and when that is heard: see `Stamps`.

    One that is set back looks like a line that has become slow, one that is set ahead like a line that was
    slow all the time. Three stamps over five seconds, all off by the same four seconds or more, show that it
    was set. What was heard before is dated by the clock as it was then, what was heard since as it is. A
    stamp that fits the clock as it was before shows that the line was slow after all: nothing is heard before
    it was.

    Args:
        rate: seconds of the system a second of our clock; other than 1 only where a race is played faster.

    Attributes:
        set_ns: by so much of our time it was set ahead when that was noticed last, below 0 back; 0 if never.
        settings: how often that was noticed.
    """

    def __init__(self, rate: Fraction = Fraction(1)) -> None:
        self._rate = rate
        self.set_ns = 0
        self.settings = 0
        self.forget()

    def forget(self) -> None:
        """All that is known of it was said by a clock that stood otherwise."""
        self._known = [Stamps(self._rate)]
        self._even: _Run | None = None
        self._off: _Run | None = None
        self._fits_ns: int | None = None

    def stamp(self, here_ns: int, of_day_ns: int) -> int:
        """One more stamp of that clock, heard at an instant of ours.

        Returns:
            By how much less late, in whole nanoseconds, it is known to be there than it was; 0 where the
            stamp says nothing new, and more than a day for the first one, also after it was set.
        """
        stamp, now = Stamp(here_ns, of_day_ns), self._known[-1]
        about_ns = now.about(of_day_ns)
        late_ns = 0 if about_ns is None else here_ns - about_ns
        if abs(late_ns) <= APART_NS:
            self._off, self._fits_ns = None, max(here_ns, self._fits_ns or here_ns)
        elif (late_ns < 0 and self._was_not_set(stamp)) or self._is_set(stamp):
            return DAY_NS + 1
        elif late_ns < 0 and self._even is not None and self._even.is_sure:
            return 0
        self._even = self._along(self._even, stamp)
        before_ns = now.at_latest(of_day_ns)
        now.keep(stamp)
        return DAY_NS + 1 if before_ns is None else max(0, before_ns - here_ns)

    def at_latest(self, of_day_ns: int, heard_ns: int | None = None) -> int | None:
        """The latest instant of our clock at which that clock can have said so; None before any stamp.

        How far the two may have drifted apart since is in it.

        Args:
            of_day_ns: that it says.
            heard_ns: when it was heard, so that it is dated by the clock as it was then; None for now.
        """
        return self._setting(of_day_ns, heard_ns).at_latest(of_day_ns)

    def about(self, of_day_ns: int, heard_ns: int | None = None) -> int | None:
        """The same without what the two may have drifted apart: as it was, if they did not."""
        return self._setting(of_day_ns, heard_ns).about(of_day_ns)

    def quickest(self) -> tuple[int, int] | None:
        """The stamp that was heard least late: when, on our clock, and what it says; None before any."""
        one = self._known[-1].quickest
        return None if one is None else (one.here_ns, one.of_day_ns)

    def is_one_setting(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether nobody set it between two times of day: so one may be taken from the other.

        Args:
            one: a time of day, and when it was heard.
            other: the other.
        """
        return self._setting(*one) is self._setting(*other)

    def _setting(self, of_day_ns: int, heard_ns: int | None) -> Stamps:
        """As it was set when that was heard; or before, where that would be yet to come."""
        if heard_ns is not None:
            for one in reversed(self._known):
                at_ns = one.about(of_day_ns)
                begun = one.since_ns is None or one.since_ns <= heard_ns
                if begun and at_ns is not None and at_ns <= heard_ns + _SURE_NS:
                    return one
        return self._known[-1]

    def _was_not_set(self, stamp: Stamp) -> bool:
        """Whether it stands as it did before: so it was the line that was slow, evenly for a while."""
        if len(self._known) == 1:
            return False
        before = self._known[-2]
        about_ns = before.about(stamp.of_day_ns)
        if about_ns is None or abs(stamp.here_ns - about_ns) > APART_NS:
            return False
        self._known.pop()
        before.keep(stamp)
        self.settings += 1
        self.set_ns = 0
        self._even, self._off, self._fits_ns = None, None, stamp.here_ns
        return True

    def _is_set(self, stamp: Stamp) -> bool:
        """Whether this stamp shows that it was set; then it is known by those that show it."""
        self._off = run = self._along(self._off, stamp, restarts=True)
        if run is None or not run.is_sure:
            return False
        before = self._known[-1]
        made = Stamps(self._rate, run.first.here_ns if self._fits_ns is None else self._fits_ns + 1)
        for one in (run.first, run.quickest, run.newest):
            made.keep(one)
        if before.quickest is not None:
            self.set_ns = -before.late(run.quickest, before.quickest)
        self.settings += 1
        self._known = [*self._known, made][-_SETTINGS:]
        self._even, self._off, self._fits_ns = run, None, stamp.here_ns
        return True

    def _along(self, run: _Run | None, stamp: Stamp, *, restarts: bool = False) -> _Run | None:
        """The run with this stamp; another one begins where it is quicker, or, of some, just not even."""
        late_ns = 0 if run is None else self._known[-1].late(stamp, run.first)
        if run is None or late_ns < -_EVEN_NS or (restarts and late_ns > _EVEN_NS):
            return _Run(stamp, stamp, stamp)
        if late_ns <= _EVEN_NS and stamp.here_ns > run.newest.here_ns:
            quickest = min(run.quickest, stamp, key=lambda one: self._known[-1].late(one, run.first))
            return _Run(run.first, quickest, stamp, run.count + 1)
        return run

"""The light's gun: the earliest estimate that holds over all sources, with its uncertainty.

A stream of a timing system promises no latency, but nothing is heard before it was. So each sample says
that the gun was *not later than* it; the quickest one says most. A contact of our own says *not earlier
than*, too. The estimate only ever moves earlier, but where a person moves it, where a source that had it
too early is shown to be wrong by one that is believed more, or where its clock turns out to have been set.

A gun of another day that a device keeps in its memory is no gun: see `pacelight.timing.gun.first_words`.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from pacelight.timing.gun.device_clock import APART_NS, DeviceClock
from pacelight.timing.gun.estimate import GunEstimate, estimated
from pacelight.timing.gun.evidence import HAND_NS, Evidence, Trust, by_hand
from pacelight.timing.gun.first_words import FirstWords
from pacelight.timing.gun.stamps import drifted
from pacelight.timing.reading import ClockRead, ClockState, GunRead, Heard, PageRead, Reading, Seen

__all__ = ["Guns"]

_LATE_NS = 3_000_000_000
"""A running time is heard no later than this; nobody is back on the line so soon after a recall."""

_SAME_NS = 500_000_000
"""Another source tells of the same shot within this; nobody fires twice in it."""


class Guns:
    """All that is known of the gun of the race that was armed last.

    While nobody sets a clock the answer does not depend on the order in which things are heard, nor on
    hearing them twice.

    Args:
        not_before_ns: the race was armed then, or a start was recalled then.
        rate: race seconds a second of our clock.
    """

    def __init__(self, not_before_ns: int, rate: Fraction = Fraction(1)) -> None:
        self._rate = rate
        self._clocks: dict[str, DeviceClock] = {}
        self._said: set[tuple[str, str]] = set()
        self._spent: set[tuple[str, str]] = set()
        self._last_ns: dict[str, int] = {}
        self._earlier_ns: set[int] = set()
        self._first = FirstWords(rate)
        self._known: set[str] = set()
        self._begin(not_before_ns)

    def _begin(self, not_before_ns: int) -> None:
        self._not_before_ns = not_before_ns
        self._evidence: dict[tuple[str, str, str], Evidence] = {}
        self._old: dict[tuple[str, str, str], Evidence] = {}
        self._of_day: dict[tuple[str, str], tuple[int, int]] = {}
        self._doubted: dict[tuple[str, str], int] = {}
        self._late: dict[tuple[str, str], int] = {}
        self._pinned_ns: int | None = None
        self._starts = False

    def again(self, not_before_ns: int) -> None:
        """Another start: after a recall, or of the next race. What is known of the clocks is kept.

        A gun that was said before is of none that is still to come, whenever it is said again.
        """
        self._spent |= self._said | set(self._of_day)
        self._said.clear()
        for one in [*self._old.values(), *self._evidence.values()]:
            self._last_ns[one.source] = max(self._last_ns.get(one.source, one.at_ns), one.at_ns)
        self._earlier_ns |= {one.at_ns for one in self._evidence.values()}
        self._begin(not_before_ns)

    def clock(self, source: str) -> DeviceClock:
        """What is known of the clock of a timing system."""
        return self._clocks.setdefault(source, DeviceClock(self._rate))

    def opened(self, source: str, at_ns: int, of_day_ns: int, offset_ns: int | None = None) -> None:
        """A line to a device was opened: it may begin with its memory. See `FirstWords.opened`."""
        self._first.opened(source, at_ns, of_day_ns, offset_ns)

    def learn(self, heard: Iterable[Heard]) -> None:
        """What follows from all that came at once for how the clocks stand, before any of it is heard.

        A device that tells its memory says after a gun what was later: so the gun was earlier.
        """
        for one in heard:
            if not (self._first.among(one) and self._ahead(one, _stamped(one.reading))):
                self._stamp(one.source, one.at_ns, one.reading)

    def stands(self, source: str) -> tuple[int, int] | None:
        """How the clock of a timing system stands: at an instant of ours it said that time of day, or later.

        None while it has said nothing but what may be its memory.
        """
        return self.clock(source).quickest() if source in self._known else None

    @property
    def doubted(self) -> Mapping[str, int]:
        """By source, the time of day of the latest gun that is left out until its clock is known.

        Also one that was said just now, of before the race was armed: that clock may have been set back.
        """
        return {source: of_day_ns for (source, _), of_day_ns in (self._late | self._doubted).items()}

    def pin(self, at_ns: int) -> None:
        """Somebody says when it was: no source moves it any more."""
        self._pinned_ns = at_ns
        self._starts = True

    def press(self, source: str, at_ns: int, error_ns: int = HAND_NS) -> None:
        """Somebody pressed a key at the flash."""
        self._starts = True
        self._add(by_hand(source, at_ns, error_ns))

    def hear(self, heard: Heard) -> None:
        """Whatever it says of the gun; nothing where it says nothing."""
        first = self._first.hear(heard)
        of_day_ns = _stamped(heard.reading)
        if not first and of_day_ns is not None:
            self._know(heard, of_day_ns)
        match heard.reading:
            case ClockRead(ClockState.RUNNING, int() as running_ns):
                self._starts |= self._run(heard, self._ours(running_ns))
            case GunRead() as gun if (heard.source, gun.key) not in self._spent:
                self._said.add((heard.source, gun.key))
                self._starts |= self._gun(heard, gun, first=first)
            case PageRead(of_day_ns=int() as of_day_ns) as page:
                self._note_of_day(heard.source, page.source, of_day_ns, heard.at_ns)
        if not (first and self._ahead(heard, of_day_ns)):
            self._stamp(heard.source, heard.at_ns, heard.reading)

    def estimate(self) -> GunEstimate | None:
        """The earliest that holds; None while nobody has spoken of it."""
        return estimated(self._evidence.values(), self._old.values(), self._pinned_ns, starts=self._starts)

    def _run(self, heard: Heard, running_ns: int) -> bool:
        """The clock runs: the gun was at least so long ago, but for how far the clocks drifted apart.

        It may be that of the start before, heard late: then it says nothing of this one.
        """
        at_ns = heard.at_ns - running_ns + drifted(running_ns)
        of_before = at_ns < self._last_ns.get(heard.source, at_ns - _LATE_NS) + _LATE_NS
        return self._add(Evidence(heard.source, "clock", at_ns, None, 0, Trust.SYSTEM), old=of_before)

    def _gun(self, heard: Heard, gun: GunRead, *, first: bool) -> bool:
        if gun.of_day_ns is not None:
            if first and self._strange(heard, gun.of_day_ns):
                self._doubted[heard.source, gun.key] = gun.of_day_ns
                return False
            self._stamp(heard.source, heard.at_ns, gun)
            fits = self._note_of_day(heard.source, gun.key, gun.of_day_ns, heard.at_ns)
            if not fits and not first:
                self._late[heard.source, gun.key] = gun.of_day_ns
            return fits
        before = any(0 <= heard.at_ns - one_ns <= _SAME_NS for one_ns in self._earlier_ns)
        if gun.within_ns is not None:
            contact = Evidence(heard.source, "contact", heard.at_ns, gun.within_ns, 0, Trust.CONTACT)
            return self._add(contact, old=before)
        trust = Trust.SYSTEM if gun.automatic else Trust.HAND
        return self._add(Evidence(heard.source, "gun", heard.at_ns, None, 0, trust), old=before)

    def _strange(self, heard: Heard, of_day_ns: int) -> bool:
        """Whether a gun among the first words is none of this race, as far as anybody knows their clock."""
        if heard.source in self._known:
            return self._ahead(heard, of_day_ns)
        return self._first.strange(heard, of_day_ns, self._not_before_ns, self._earlier_ns)

    def _ahead(self, heard: Heard, of_day_ns: int | None) -> bool:
        """Whether that is yet to come by a clock that was heard live: so it was set between the two."""
        if of_day_ns is None or heard.source not in self._known:
            return False
        at_ns = self.clock(heard.source).about(of_day_ns)
        return at_ns is not None and at_ns > heard.at_ns + APART_NS

    def _note_of_day(self, source: str, key: str, of_day_ns: int, heard_ns: int) -> bool:
        """A gun by time of day, dated by its clock as that was set when it was heard first."""
        before = self._of_day.get((source, key))
        if before is not None and before[0] == of_day_ns:
            heard_ns = min(heard_ns, before[1])
        self._of_day[source, key] = of_day_ns, heard_ns
        at_ns = self.clock(source).at_latest(of_day_ns, heard_ns)
        if at_ns is None:
            return False
        at_ns = min(at_ns, heard_ns)
        return self._add(Evidence(source, "time of day", at_ns, None, 0, Trust.SYSTEM), key)

    def _know(self, heard: Heard, of_day_ns: int) -> None:
        """Its clock was heard as it is now: by it each gun can be dated that was left out before.

        What its memory says is held against it the first time: by what was later, it was set back since.
        """
        if heard.source not in self._known:
            self._known.add(heard.source)
            clock = self.clock(heard.source)
            at_ns = clock.about(of_day_ns)
            if at_ns is not None and heard.at_ns - at_ns > APART_NS:
                clock.forget()
                clock.stamp(heard.at_ns, of_day_ns)
                self._date(heard.source, anew=True)
        self._stamp(heard.source, heard.at_ns, heard.reading)
        for (source, key), gun_ns in list(self._doubted.items()):
            if source == heard.source and not self._ahead(heard, gun_ns):
                del self._doubted[source, key]
                self._starts |= self._note_of_day(source, key, gun_ns, heard.at_ns)

    def _stamp(self, source: str, at_ns: int, reading: Reading) -> None:
        """A time of day, and when it was heard: the gun of the same clock may be known better now."""
        of_day_ns, clock = _stamped(reading), self.clock(source)
        settings = clock.settings
        if of_day_ns is not None and clock.stamp(at_ns, of_day_ns):
            self._date(source, anew=clock.settings != settings)

    def _date(self, source: str, *, anew: bool) -> None:
        """Its guns, by what is known of its clock now; anew where that was set since."""
        for (by, key), gun in list(self._of_day.items()):
            if by != source:
                continue
            if anew:
                self._evidence.pop((source, "time of day", key), None)
                self._old.pop((source, "time of day", key), None)
            if self._note_of_day(source, key, *gun):
                self._starts |= self._late.pop((source, key), None) is not None

    def _add(self, evidence: Evidence, key: str = "", *, old: bool = False) -> bool:
        """Of one gun the earliest counts; what was before the race was armed is of another one."""
        at = (evidence.source, evidence.what, key)
        old = old or evidence.last_ns < self._not_before_ns
        known = self._old if old else self._evidence
        known[at] = min(known.get(at, evidence), evidence, key=lambda one: one.at_ns)
        return not old

    def _ours(self, ns: int) -> int:
        return ns * self._rate.denominator // self._rate.numerator


def _stamped(reading: Reading) -> int | None:
    """The time of day that it says of what happened just before it was heard, if that is what it says."""
    match reading:
        case Seen(of_day_ns=of_day_ns) | GunRead(of_day_ns=of_day_ns):
            return of_day_ns
    return None

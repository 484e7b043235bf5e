"""All that was timed, by key, as people have put it right since; nothing is ever thrown away."""

from dataclasses import dataclass, replace
from fractions import Fraction

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed
from pacelight.meet.journal import entries
from pacelight.timing import Method, Owner, Passing

__all__ = ["Time", "Times", "since"]


@dataclass(frozen=True, slots=True)
class Time:
    """One time of the race as it stands.

    Attributes:
        bib: empty where it is not known yet whose it is.
        elapsed_ns: since the gun as it was known when this was taken.
        moved_ns: by how much the gun had been moved then, on the clocks; None of a time that a timing system
            counted from its own gun.
        struck: taken out of the race.
        error_ns: by how much it may be wrong, race nanoseconds; None where nobody can say.
    """

    key: str
    bib: str
    distance: Distance
    elapsed_ns: int
    method: Method
    official: bool
    source: str
    owner: Owner
    moved_ns: int | None = None
    struck: bool = False
    error_ns: int | None = None

    def passing(self, moved_ns: int, rate: Fraction) -> Passing:
        """The passing that it is.

        Args:
            moved_ns: by how much the gun has been moved by now, on the clocks.
            rate: race seconds a second.

        Raises:
            RaceError: it cannot have happened.
        """
        elapsed = Elapsed(self.since_gun_ns(moved_ns, rate))
        return Passing(
            self.bib, self.distance, elapsed, self.method, self.official, self.source, self.key, self.owner
        )

    def since_gun_ns(self, moved_ns: int, rate: Fraction) -> int:
        """Race nanoseconds since the gun as it is known now."""
        if self.moved_ns is None:
            return self.elapsed_ns
        return since(self.elapsed_ns, self.moved_ns, moved_ns, rate)


def _place(time: Time) -> tuple[str, Distance, str]:
    """Whose, where, and by whom: of that a source has one word."""
    return time.bib, time.distance, time.source


def since(elapsed_ns: int, then_ns: int, now_ns: int, rate: Fraction) -> int:
    """An instant that was counted from the gun as it was known then, counted from the gun as it is known now.

    >>> since(60_000, then_ns=0, now_ns=-500, rate=Fraction(1))
    60500

    Args:
        elapsed_ns: race nanoseconds since the gun as it was known.
        then_ns: by how much the gun had been moved then, on the clocks.
        now_ns: by how much by now.
        rate: race seconds a second.
    """
    return elapsed_ns + (then_ns - now_ns) * rate.numerator // rate.denominator


class Times:
    """The times of a race.

    Attributes:
        all: by key, in the order in which they came.
    """

    def __init__(self) -> None:
        self.all: dict[str, Time] = {}
        self._came: dict[str, entries.Passed] = {}
        self._worn: dict[str, str] = {}

    def take(self, entry: entries.Passed, moved_ns: int) -> Time | None:
        """One more time; None where it came before.

        Args:
            entry: as it came; its bib is the one that was worn.
            moved_ns: by how much the gun had been moved when it came.

        Raises:
            RaceError: its key is that of another one.
        """
        if entry.key in self.all:
            if self._came[entry.key] != entry:
                raise RaceError(f"bib {entry.bib}: key '{entry.key}' already names another passing")
            return None
        self._came[entry.key] = entry
        time = Time(
            key=entry.key,
            bib=self._worn.get(entry.bib, entry.bib),
            distance=Distance(entry.distance_mm),
            elapsed_ns=entry.elapsed_ns,
            method=Method(entry.method),
            official=entry.official,
            source=entry.source,
            owner=Owner(entry.owner),
            moved_ns=moved_ns if entry.from_our_gun else None,
            error_ns=entry.error_ns,
        )
        self.all[entry.key] = time
        return time

    def replace_by(self, entry: entries.Passed, moved_ns: int) -> None:
        """One more time, in place of what the same source said of the same point before.

        Args:
            entry: as it came.
            moved_ns: by how much the gun had been moved when it came.

        Raises:
            RaceError: its key is that of another one.
        """
        self.take(entry, moved_ns)
        made = self.all[entry.key]
        for key, time in list(self.all.items()):
            if key != made.key and made.bib and _place(time) == _place(made):
                self._change(key, struck=True)

    def put_right(self, entry: entries.Entry, moved_ns: int) -> None:
        """What somebody has put right.

        Args:
            entry: a correction; any other changes nothing.
            moved_ns: by how much the gun had been moved when they did.

        Raises:
            RaceError: there is no such time, or there is nothing to put right.
        """
        match entry:
            case entries.Struck():
                self._change(entry.what, struck=True)
            case entries.Restored():
                self._change(entry.what, struck=False)
            case entries.Reassigned():
                self._change(entry.what, bib=entry.bib)
            case entries.Corrected():
                self._correct(entry, moved_ns)
            case entries.Swapped():
                self._swap(entry.bib, entry.other)

    def of(self, key: str) -> Time:
        """The time with this key.

        Raises:
            RaceError: there is none.
        """
        if key not in self.all:
            raise RaceError(f"no time of this race has the key '{key}' (the keys stand beside the splits)")
        return self.all[key]

    def error_ns(self, key: str) -> int | None:
        """By how much the time with this key may be wrong; None where nobody can say."""
        return None if (time := self.all.get(key)) is None else time.error_ns

    def _change(self, key: str, *, struck: bool | None = None, bib: str | None = None) -> None:
        time = self.of(key)
        if struck is not None:
            time = replace(time, struck=struck)
        self.all[key] = time if bib is None else replace(time, bib=bib)

    def _correct(self, entry: entries.Corrected, moved_ns: int) -> None:
        time = self.of(entry.what)
        if entry.elapsed_ns is not None:
            moved = None if time.moved_ns is None else moved_ns
            time = replace(time, elapsed_ns=entry.elapsed_ns, moved_ns=moved, error_ns=None)
        if entry.distance_mm is not None:
            time = replace(time, distance=Distance(entry.distance_mm))
        if entry.official is not None:
            time = replace(time, official=entry.official)
        self.all[entry.what] = time

    def _swap(self, bib: str, other: str) -> None:
        """Whatever is filed under one is the other's, and whatever will come under it."""
        hands = {bib: other, other: bib}
        worn = {bib: bib, other: other} | self._worn
        self._worn = {seen: hands.get(whose, whose) for seen, whose in worn.items()}
        for key, time in self.all.items():
            if time.bib in hands:
                self.all[key] = replace(time, bib=hands[time.bib])

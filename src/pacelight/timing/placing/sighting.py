"""What one system says, as sights: at which point, and when since the gun."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from pacelight.mark import Mark
from pacelight.timing.gun.device_clock import DeviceClock
from pacelight.timing.gun.stamps import since
from pacelight.timing.passing import Method
from pacelight.timing.placing.counting import Known, Sight
from pacelight.timing.placing.way import FINISH_LINE, NEAR_MM, Point, Way
from pacelight.timing.reading import GunRead, Heard, PageRead, RowRead, Seen

__all__ = ["GunAt", "NoPlace", "Sighting"]

_AHEAD_NS = 5_000_000_000
"""Our gun may be taken to be so much too late: what is older than the race by more is of another one."""

_MS_NS = 1_000_000


@dataclass(frozen=True, slots=True)
class GunAt:
    """Our gun.

    Attributes:
        at_ns: on our monotonic clock.
        error_ns: by how much that may be wrong; None where nobody can say.
        rate: race seconds a second of our clock.
    """

    at_ns: int
    error_ns: int | None = None
    rate: Fraction = Fraction(1)

    def since_ns(self, at_ns: int) -> int:
        """How old the race is at an instant of our clock, whole race nanoseconds."""
        return (at_ns - self.at_ns) * self.rate.numerator // self.rate.denominator


@dataclass(frozen=True, slots=True)
class NoPlace:
    """What has no place, and why.

    Attributes:
        key: of the reading.
        bib: of the runner, where that is known.
        said: what was said, in one line.
        elapsed_ns: its time since the gun, where it has one.
        at_mm: how far had been run, where that is said.
    """

    key: str
    bib: str
    said: str
    why: str
    elapsed_ns: int | None = None
    at_mm: int | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """How the words of one system become sights.

    Attributes:
        name: as the meet file names it.
        points: where it sees runners beside the finish line; one without a name stands instead of that.
        method: of pages, which do not say it.
        clock: what is known of its clock.
    """

    name: str
    way: Way
    points: Sequence[Point]
    method: Method
    clock: DeviceClock
    _named: dict[str, Point] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        named = {"": FINISH_LINE} | {_bare(point.name): point for point in self.points}
        object.__setattr__(self, "_named", {"finish": named[""]} | named)

    @property
    def last_mm(self) -> int:
        """How far has been run at what the system calls the finish: a camera may stand elsewhere."""
        return max(self.way.passings(self._named[""]), default=self.way.distance.mm)

    def of(
        self,
        heard: Heard,
        seen: Seen,
        bib: str,
        gun: GunAt,
        gun_of_day: tuple[int, int] | None,
        *,
        confirmed: bool,
    ) -> Sight | NoPlace | None:
        """A runner as seen; None where it is no passing: a reaction time, or before the gun.

        Args:
            heard: with when.
            seen: what it says.
            bib: whom it means.
            gun: ours.
            gun_of_day: that of the system, where it has said one, and when that was heard.
            confirmed: the judges have confirmed its results.
        """
        if seen.lap == 0:
            return None
        point = self._named.get(_bare(seen.point))
        if point is None:
            return NoPlace(seen.key, bib, f"bib {bib}", f"no point of {self.name} is called '{seen.point}'")
        timed = self._time(heard, seen, gun, gun_of_day)
        if timed is None:
            return NoPlace(seen.key, bib, f"bib {bib}", "no time comes with it")
        ns, error_ns, known = timed
        official = seen.official or (confirmed and seen.finish)
        at_mm = self._at_mm(seen, point)
        sight = Sight(seen.key, point, ns, error_ns, known, at_mm, heard.at_ns, seen.method, official)
        return self._possible(sight, bib, heard, gun)

    def of_row(
        self, heard: Heard, page: PageRead, row: RowRead, bib: str, gun: GunAt, *, confirmed: bool
    ) -> Iterator[Sight | NoPlace]:
        """The times in a row of a page: on the way, and at its end."""
        last = self.last_mm if page.finish else self.way.to_go(page.to_go)
        final = page.finish and (page.official or confirmed)
        times: list[tuple[Mark, int | None, bool]]
        times = [(mark, None, False) for mark in row.splits if mark != row.time]
        if row.time is not None:
            times.append((row.time, last, final))
        point = self._named[""]
        method = Method.HAND if page.automatic is False else self.method
        for number, (mark, at_mm, official) in enumerate(times):
            key = f"{page.source}/{bib}/{'end' if mark is row.time else number}"
            ns, step_ns = mark.elapsed.ns, _step_ns(mark)
            sight = Sight(key, point, ns, step_ns, Known.PRINTED, at_mm, heard.at_ns, method, official)
            found = self._possible(sight, bib, heard, gun)
            if found is not None:
                yield found

    def _possible(self, sight: Sight, bib: str, heard: Heard, gun: GunAt) -> Sight | NoPlace | None:
        """The sight, if it can be of this race."""
        if sight.elapsed_ns <= 0:
            return None
        why = ""
        if sight.elapsed_ns > gun.since_ns(heard.at_ns + _AHEAD_NS):
            why = "the race is not as old as that: it is a time of another one"
        elif sight.at_mm is not None and sight.elapsed_ns < self.way.least_ns(sight.at_mm):
            why = f"nobody runs {sight.at_mm / 1000:g} m in that time"
        if not why:
            return sight
        said = f"bib {bib}: {Mark(max(1, sight.elapsed_ns // _MS_NS), 3)}"
        return NoPlace(f"{sight.key}/{sight.elapsed_ns}", bib, said, why, sight.elapsed_ns, sight.at_mm)

    def gun_of_day(self, guns: Sequence[Heard], gun: GunAt) -> tuple[int, int] | None:
        """Time of day of the gun on the clock of the system, and when that was heard.

        Of several, the one that ours speaks for.
        """
        said = [
            (one.of_day_ns, heard.at_ns)
            for heard in guns
            if isinstance(one := heard.reading, GunRead) and one.of_day_ns is not None
        ]
        if len(said) < 2:  # noqa: PLR2004 - there is nothing to choose
            return said[0] if said else None
        return min(
            said, key=lambda one: (abs((self.clock.at_latest(*one) or 0) - gun.at_ns), -one[1], one[0])
        )

    def _time(
        self, heard: Heard, seen: Seen, gun: GunAt, gun_of_day: tuple[int, int] | None
    ) -> tuple[int, int | None, Known] | None:
        if seen.running_ns is not None:
            return seen.running_ns, 0, Known.PRINTED
        if seen.running is not None:
            return seen.running.elapsed.ns, _step_ns(seen.running), Known.PRINTED
        if seen.of_day_ns is None:
            return (gun.since_ns(heard.at_ns), None, Known.ARRIVAL) if seen.now else None
        said = seen.of_day_ns, heard.at_ns
        if gun_of_day is not None and self.clock.is_one_setting(said, gun_of_day):
            return since(seen.of_day_ns, gun_of_day[0]), _MS_NS, Known.OF_DAY
        at_ns = self.clock.about(*said)
        return None if at_ns is None else (gun.since_ns(at_ns), None, Known.CLOCK)

    def _at_mm(self, seen: Seen, point: Point) -> int | None:
        """How far had been run, if the system counts: a lap counter says so of the finish line alone."""
        if seen.finish:
            return self.last_mm
        if point.past_mm or point.only:
            return None
        if seen.to_go is not None:
            return self.way.to_go(seen.to_go)
        passings = [mm for mm in self.way.passings(point) if mm >= NEAR_MM]
        return passings[seen.lap - 1] if seen.lap and seen.lap <= len(passings) else None


def _step_ns(mark: Mark) -> int:
    return int(10 ** (9 - mark.precision))


def _bare(name: str) -> str:
    return name.strip().casefold()

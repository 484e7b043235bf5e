"""A race that was run, as a simulator of a timing system needs it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pacelight.mark import Elapsed, Mark
from pacelight.timing.passing import Owner, Passing
from pacelight.timing.placing.startlist import Entrant
from pacelight.timing.placing.way import FINISH_LINE, Point, Way
from pacelight.timing.results import Verdict
from pacelight.timing.sources.port import TimedEvent

__all__ = ["ChipRead", "Quirks", "Recorded", "printed", "reads"]

_HUNDREDTH_NS = 10_000_000
_BILLION = 1_000_000_000
_AGAIN_NS = 400_000_000
"""A chip that is read twice on one mat is read again so soon."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A race that was run.

    Attributes:
        event, round, heat: as the system numbers them.
        name: of the race.
        way: what was run.
        entrants: the start list. Whoever has no chip on it wears one with the number of the bib.
        events: what happened, in any order.
        day: on which.
        gun_of_day_ns: time of day of the gun, whole nanoseconds since midnight.
        names: of the runners, by bib; people know them.
    """

    event: str
    way: Way
    entrants: tuple[Entrant, ...]
    events: tuple[TimedEvent, ...]
    day: date
    gun_of_day_ns: int
    round: str = "1"
    heat: str = "1"
    name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def passings(self) -> tuple[Passing, ...]:
        """In order of time; of two that say the same of a runner, the official one."""
        found: dict[tuple[str, int], Passing] = {}
        for event in self.events:
            if isinstance(event, Passing) and event.owner is Owner.ATHLETE:
                place = event.bib, event.distance.mm
                if place not in found or (event.official and not found[place].official):
                    found[place] = event
        return tuple(sorted(found.values(), key=lambda one: (one.elapsed, one.distance.mm)))

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """In order of time."""
        found = (event for event in self.events if isinstance(event, Verdict))
        return tuple(sorted(found, key=lambda verdict: verdict.elapsed))

    @property
    def end_ns(self) -> int:
        """When the last thing happened, whole nanoseconds since the gun."""
        return max((event.elapsed.ns for event in self.events), default=0)

    def finishes(self, passing: Passing) -> bool:
        """Whether a passing is at the end of the race."""
        return passing.distance == self.way.distance

    def lane(self, bib: str) -> str:
        """Of a runner; empty where there is none."""
        return next((one.lane for one in self.entrants if one.bib == bib), "")

    def chip(self, bib: str) -> str:
        """The first a runner wears."""
        return next((one.chips[0] for one in self.entrants if one.bib == bib and one.chips), bib)


@dataclass(frozen=True, slots=True)
class Quirks:
    """How a simulated system differs from one that is perfect.

    Attributes:
        mats: where it sees runners; at the finish line alone if none is given.
        miss_every: every so many-th read is missed; 0 for none. A finish may be missed too.
        double_every: every so many-th read comes twice; 0 for none.
        least_lap_ns: a chip is not read again at a mat before so long.
        clock_ahead_ns: its time of day is so far ahead at the gun.
        clock_fast_ppb: and runs fast by so many billionths.
        gun_wired: a decoder's trigger input is wired to the gun.
    """

    mats: tuple[Point, ...] = (FINISH_LINE,)
    miss_every: int = 0
    double_every: int = 0
    least_lap_ns: int = 0
    clock_ahead_ns: int = 0
    clock_fast_ppb: int = 0
    gun_wired: bool = False

    def of_day_ns(self, race: Recorded, at_ns: int) -> int:
        """What its clock says so long after the gun."""
        fast_ns = at_ns * self.clock_fast_ppb // _BILLION
        return race.gun_of_day_ns + self.clock_ahead_ns + at_ns + fast_ns


@dataclass(frozen=True, slots=True)
class ChipRead:
    """A chip came over a mat.

    Attributes:
        at_ns: when, whole nanoseconds since the gun.
        of_day_ns: what the clock of the system said.
        chip: its code.
        mat: name of the point; empty for the finish line.
    """

    at_ns: int
    of_day_ns: int
    chip: str
    mat: str


def reads(race: Recorded, quirks: Quirks) -> tuple[ChipRead, ...]:
    """What the mats of a system read of a race, in order of time, with what it misses and reads twice."""
    seen: dict[tuple[str, str], int] = {}
    found = []
    for at_ns, chip, mat in sorted(_over_mats(race, quirks)):
        if at_ns - seen.get((chip, mat), -quirks.least_lap_ns) >= quirks.least_lap_ns:
            seen[chip, mat] = at_ns
            found.append(ChipRead(at_ns, quirks.of_day_ns(race, at_ns), chip, mat))
    return tuple(found)


def printed(elapsed: Elapsed) -> str:
    """A time since the gun as a photo finish prints it: in hundredths where that says all."""
    return str(Mark.from_elapsed(elapsed, 3 if elapsed.ns % _HUNDREDTH_NS else 2))


def _over_mats(race: Recorded, quirks: Quirks) -> Iterator[tuple[int, str, str]]:
    """Every read: when, of whom, where."""
    number = 0
    for passing in race.passings:
        for mat in quirks.mats:
            if passing.distance.mm not in race.way.passings(mat):
                continue
            number += 1
            if quirks.miss_every and number % quirks.miss_every == 0:
                continue
            chip = race.chip(passing.bib)
            yield passing.elapsed.ns, chip, mat.name
            if quirks.double_every and number % quirks.double_every == 0:
                yield passing.elapsed.ns + _AGAIN_NS, chip, mat.name

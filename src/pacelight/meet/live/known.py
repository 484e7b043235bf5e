"""What is known of a race, and what follows from it; what it takes to take something back is in `live`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pacelight.errors import RaceError
from pacelight.meet.bus.protocol import (
    GapShown,
    OutlookShown,
    OutputShown,
    RecordShown,
    SplitShown,
    mark_shown,
)
from pacelight.meet.journal import entries
from pacelight.meet.live.credits import Credits, Wrong, run_by, to_withdraw
from pacelight.meet.live.holds import Holds
from pacelight.meet.live.outlook import fallen, outlook, renewed, stakes_of
from pacelight.meet.live.ran import Ran, Run
from pacelight.meet.live.timed import Light, Timed
from pacelight.meet.live.times import Time, Times, since
from pacelight.meet.live.told import Kind, ResultTold, Told
from pacelight.meet.live.verdicts import Verdicts
from pacelight.meet.live.waves import plan_of
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.race import State
from pacelight.timing import Owner, Passing, Result, SplitTable
from pacelight.track.gpx import Line as Road

if TYPE_CHECKING:
    from pacelight.distance import Distance
    from pacelight.meet.journal.stretches import Absent, Stretch
    from pacelight.records.stakes import Stake

__all__ = ["Known", "Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal that is about this race.

    Attributes:
        n: its number.
        entry: what it says.
        moved_ns: by how much the gun had been moved when it was written.
    """

    n: int
    entry: entries.Entry
    moved_ns: int


class Known:
    """A race as it stands.

    Attributes:
        opened: the entry that opened it.
        race: the race file that the journal keeps.
        state: where the race stands.
        dark: the lamps are blacked out.
        lights: in the order of the race file, as they shine now.
        stakes: by bib, which records a runner could break, as the book had it when the race was opened.
        gun: as it is known now; None before it, and after a recall.
        guns: by boot of a machine, the gun on its monotonic clock, wherever that is known.
        moved_ns: by how much the gun was moved since it was fired.
        term: of the engine that wrote the last line.
        is_folding: all lines are taken again, and nothing is told of them.
        times: all that was timed.
        timed: what follows from it.
        records: in the order in which they fell.
        credits: what of it is in the book.
        verdicts: who will have no place, and who said so.
        late: what came while the result was official.
        held: instants at which the lights were held and let go on by turns: race nanoseconds since the gun as
            it was known, and by how much that had been moved.
        confirmed: bibs whose finish stood in a result when that was made official.
        conflicts: by key, what waits for a person to say which holds.
        wind: as printed; empty where nobody said.
        output: what the lamps were sent, once that is known.
        sent: the same in full.
        stretches: what they were sent, second by second, so far.
        absent: controllers that were not reached, by name and since when.
        done: the run is complete.

    Args:
        opened: the entry that opens it.
        dark: the lamps were blacked out before.

    Raises:
        RaceError: the race file in it is none.
    """

    def __init__(self, opened: entries.Opened, *, dark: bool = False) -> None:
        self.race = RaceFile.parse(opened.race, Road(tuple(opened.road)) if opened.road else None)
        self.opened = opened
        self.dark = dark
        self.is_folding = False
        self.asked = tuple(Light(asked, plan_of(asked)) for asked in opened.lights)
        self.stakes = stakes_of(opened.stakes)
        self._ran = Ran(self.race.heat)
        self.start_over()

    def start_over(self) -> None:
        """As it was opened; whether the lamps are dark is no matter of the race."""
        self.state = State.LOADED
        self.lights = self.asked
        self.output: OutputShown | None = None
        self.sent: entries.Sent | None = None
        self.done = False
        self.term = 1
        self.wind = ""
        self.records: list[RecordShown] = []
        self._fallen = fallen(self.records), self.records
        self.credits = Credits()
        self.verdicts = Verdicts()
        self.late: list[Line] = []
        self.clear()

    def clear(self) -> None:
        """As it was before the gun."""
        self.gun: entries.Fired | None = None
        self.guns: dict[str, int] = {}
        self.moved_ns = 0
        self.times = Times()
        self.conflicts: dict[str, entries.Conflicted] = {}
        self.stretches: list[Stretch] = []
        self.absent: dict[tuple[str, int], Absent] = {}
        self.held: list[tuple[int, int]] = []
        self.confirmed: frozenset[str] = frozenset()
        self.timed = Timed(self.race, self.lights, self.holds)
        self.derive()

    @property
    def rate(self) -> Fraction:
        """Race seconds a second."""
        return Fraction(self.gun.rate) if self.gun else Fraction(1)

    @property
    def holds(self) -> Holds:
        """When the lights stood, by the gun as it is known now."""
        holds = Holds()
        for nth, (at_ns, moved_ns) in enumerate(self.held):
            now_ns = since(at_ns, moved_ns, self.moved_ns, self.rate)
            holds = holds.over(now_ns) if nth % 2 else holds.begun(now_ns)
        return holds

    @property
    def table(self) -> SplitTable:
        """All splits."""
        return self.timed.table

    @property
    def results(self) -> dict[str, Result]:
        """By bib, of those who are in or will not be."""
        return self.timed.results

    @property
    def gaps(self) -> "dict[str, dict[tuple[str, Distance], GapShown]]":
        """By bib, how far from which light at which distance."""
        return self.timed.gaps

    @property
    def credited(self) -> frozenset[str]:
        """Bibs whose finish is in the book."""
        return self.credits.bibs

    @property
    def everyone_in(self) -> bool:
        """Whether every starter has a result."""
        return all(starter.bib in self.results for starter in self.race.heat.starters)

    @property
    def to_credit(self) -> tuple[str, ...]:
        """Bibs of those who finished officially and are not in the book yet, in order of time."""
        return tuple(
            passing.bib
            for passing in self.table.finishes
            if self.is_official(passing)
            and passing.bib not in self.credited
            and self.results[passing.bib].finished
        )

    @property
    def finished(self) -> frozenset[str]:
        """Bibs of those for whom a finish was timed."""
        return frozenset(
            time.bib
            for time in self.times.all.values()
            if time.distance == self.race.distance and time.owner is Owner.ATHLETE and not time.struck
        )

    def is_official(self, finish: Passing) -> bool:
        """Whether a finish goes into the book: it was judged as one, or the result was made official."""
        return finish.official or finish.bib in self.confirmed

    @property
    def to_withdraw(self) -> tuple[Wrong, ...]:
        """What is in the book and was not run like that, as it looks by now."""
        return to_withdraw(self)

    @property
    def aside(self) -> tuple[tuple[Time, str], ...]:
        """Times that stand in no split, each with how it stands: waiting (for a bib), struck or refused."""
        return tuple(
            (time, "struck" if time.struck else "waiting" if not time.bib else "refused")
            for time in self.times.all.values()
            if time.struck or not time.bib or time.key in self.timed.refused
        )

    def splits(self, bib: str) -> list[SplitShown]:
        """A runner's splits, the finish last."""
        return self.timed.splits(bib, self.times.error_ns)

    def result(self, bib: str) -> ResultTold | None:
        """A runner's result; None while there is none. Beside the word of who has no place stands no mark."""
        found = self.results.get(bib)
        if found is None:
            return None
        mark = mark_shown(found.mark) if found.finished and found.mark else None
        return ResultTold(found.place, mark, found.status, self.verdicts.rule(bib))

    def run_by(self, bib: str) -> tuple[Run, ...]:
        """What somebody has run by now, in order of time; nothing of who is not in."""
        result = self.results.get(bib)
        return () if result is None else self._ran.by(result, self.table)

    def at_stake(self, bib: str) -> "tuple[Stake, ...]":
        """What a runner could break, after what has fallen in this race."""
        if self._fallen[1] is not self.records:
            self._fallen = fallen(self.records), self.records
        return renewed(self.stakes.get(bib, ()), self._fallen[0])

    def outlook(self, bib: str) -> OutlookShown | None:
        """What may come of a runner's race; None before the first time, and of whoever is out of it."""
        result = self.results.get(bib)
        points = [(split.distance, split.elapsed) for split in self.table.of(bib)]
        if not points or (result is not None and result.status is not None):
            return None
        precision, stakes = self.race.heat.event.precision, self.at_stake(bib)
        return outlook(self.race.distance, self.race.course.lap, points, stakes, precision=precision)

    def derive(self) -> None:
        """All that follows from the times, anew; while lines are folded again it can wait for the last."""
        if self.is_folding:
            return
        self.timed = Timed(self.race, self.lights, self.holds)
        self.timed.fill(self._passings(self.times.all.values()))
        self._place()

    def derive_since(self, before: Mapping[str, Time]) -> None:
        """What follows from times that are others now: all of whoever has one or had, and everybody's places.

        Args:
            before: all times as they were, by key.
        """
        if self.is_folding:
            return
        changed = {key: one for key, one in self.times.all.items() if before.get(key) is not one}
        bibs = {one.bib for key, now in changed.items() for one in (now, before.get(key, now))}
        theirs = {key: one for key, one in self.times.all.items() if one.bib in bibs}
        self.timed.again(bibs, {**changed, **theirs}, self._passings(theirs.values()))
        self._place()

    def _place(self) -> None:
        """Places anew, and who is to be credited again: with something that is not in the book."""
        self.timed.rank(self.verdicts.statuses)
        if self.credits.all:
            run = run_by(self).items()
            self.credits = self.credits.again({bib for key, (bib, _) in run if key not in self.credits.all})

    def _passings(self, times: Iterable[Time]) -> Iterator[Passing | tuple[str, str]]:
        moved_ns, rate = self.moved_ns, self.rate
        for time in times:
            if time.bib and not time.struck:
                try:
                    yield time.passing(moved_ns, rate)
                except RaceError as error:
                    yield time.key, str(error)

    def seen(self) -> dict[tuple[Kind, str], Any]:
        """All that anybody is shown, by what is told of a change; nothing while lines are folded again."""
        if self.is_folding:
            return {}
        everything: dict[tuple[Kind, str], Any] = {
            ("state", ""): (self.state, self.dark, self.holds),
            ("clock", ""): self.gun,
            ("records", ""): self.records,
            ("aside", ""): self.aside,
            ("conflicts", ""): tuple(self.conflicts),
            ("wind", ""): self.wind,
        }
        everything |= {("replan", light.asked.name): light for light in self.lights}
        everything |= {("runner", one.bib): self._seen_of(one.bib) for one in self.race.heat.starters}
        return everything | {("refused", key): why for key, why in self.timed.refused.items()}

    def _seen_of(self, bib: str) -> tuple[object, ...]:
        return *self.timed.seen(bib), self.verdicts.rule(bib)

    def told_since(self, before: dict[tuple[Kind, str], Any]) -> tuple[Told, ...]:
        """What is told of all that is another now than it was seen before."""
        now = self.seen()
        changed = [key for key, what in now.items() if key not in before or before[key] != what]
        return tuple(self._told(kind, about, now[kind, about]) for kind, about in changed)

    def _told(self, kind: Kind, about: str, what: Any) -> Told:  # noqa: ANN401 - of its kind
        match kind:
            case "replan":
                return Told(kind, shown=what.asked)
            case "refused":
                return Told(kind, self.times.of(about).bib, why=what)
        return Told(kind, about)

"""What follows from the times of a race: splits, gaps to the lights, places. Derived, never remembered."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.meet.bus.protocol import GapShown, SplitShown
from pacelight.meet.journal import entries
from pacelight.meet.live.holds import Holds
from pacelight.meet.programme.racefile import RaceFile
from pacelight.plan.gap import gap
from pacelight.plan.model import Plan
from pacelight.timing import Owner, Passing, Places, Result, Split, SplitTable, Status

if TYPE_CHECKING:
    from pacelight.distance import Distance

__all__ = ["Light", "Timed", "shown"]

Gaps: TypeAlias = "dict[tuple[str, Distance], GapShown]"
"""Of a runner, by light and distance."""

Front: TypeAlias = "tuple[Distance, GapShown]"
"""Where, and how far from a light."""

_EVERY_MM = 100_000
"""Gaps are told at each 100 m and at the finish."""


@dataclass(frozen=True, slots=True)
class Light:
    """A light of the race: what was asked, and the plan that came of it."""

    asked: entries.Asked
    plan: Plan


class Timed:
    """A race as it was timed.

    Attributes:
        table: all splits.
        results: by bib, of those who are in or will not be: places first, in their order.
        gaps: by bib, in the order of distance; of a runner they are replaced, never changed.
        refused: by key, why a time cannot be.

    Args:
        race: its start list, distance and lap.
        lights: that somebody may be ahead of.
        holds: when they stood.
    """

    def __init__(self, race: RaceFile, lights: tuple[Light, ...], holds: Holds) -> None:
        self.table = SplitTable(race.distance, race.course.lap)
        self.results: dict[str, Result] = {}
        self.gaps: dict[str, Gaps] = {}
        self.refused: dict[str, str] = {}
        self._places = Places(race.heat.event.precision)
        self._front: dict[str, Front] = {}
        self._race = race
        self._lights = lights
        self._holds = holds

    def add(self, passing: Passing) -> Split | None:
        """Take a passing; None where it makes no split of a runner.

        Raises:
            RaceError: it cannot be; it says why.
        """
        self._race.heat.starter(passing.bib)
        split = self.table.add(passing)
        if split is None or split.owner is not Owner.ATHLETE:
            return None
        if new := {(one.light, split.distance): one for one in self._gaps(split)}:
            known = self.gaps.get(split.bib, {})
            self.gaps[split.bib] = known | new
            if new.keys() & known.keys():
                self._front = {}  # who was in front may not be any more
            elif self._front:
                self._see_in_front(new)
        return split

    def fill(self, passings: Iterable[Passing | tuple[str, str]]) -> None:
        """Take passings, one after another; of one that cannot be, its key and why."""
        for one in passings:
            if isinstance(one, tuple):
                self.refused |= dict([one])
                continue
            try:
                self.add(one)
            except RaceError as error:
                self.refused[one.key] = str(error)

    def again(
        self, bibs: Collection[str], keys: Iterable[str], passings: Iterable[Passing | tuple[str, str]]
    ) -> None:
        """Of some runners all anew; of the others nothing is another for it.

        Args:
            bibs: of the runners.
            keys: of times that may be theirs no more.
            passings: theirs, as `fill` takes them.
        """
        for bib in bibs:
            self.table.forget(bib)
            self.gaps.pop(bib, None)
        for key in keys:
            self.refused.pop(key, None)
        self._front = {}
        self.fill(passings)

    def front(self, light: str) -> "Front | None":
        """Who was first at the furthest point before the finish, beside a light; None for nobody."""
        if not self._front:
            for gaps in self.gaps.values():
                self._see_in_front(gaps)
        return self._front.get(light)

    def gaps_at(self, split: Split) -> list[GapShown]:
        """How far its runner was from each light there."""
        return [one for (_, at), one in self.gaps.get(split.bib, {}).items() if at == split.distance]

    def rank(self, verdicts: Mapping[str, Status]) -> tuple[str, ...]:
        """Places anew; the bibs whose result is another than before."""
        before = self.results
        ranked = self._places.rank(self.table.finishes, verdicts)
        self.results = {one.bib: _kept(before.get(one.bib), one) for one in ranked}
        changed = [bib for bib, one in self.results.items() if before.get(bib) is not one]
        return (*changed, *(bib for bib in before if bib not in self.results))

    def splits(self, bib: str, error_ns: Callable[[str], int | None]) -> list[SplitShown]:
        """A runner's splits, the finish last.

        Args:
            bib: of the runner.
            error_ns: by the key of a time, how wrong it may be.
        """
        precision = self._race.heat.event.precision
        return [shown(split, precision, error_ns(split.key)) for split in self.table.of(bib)]

    def seen(self, bib: str) -> tuple[object, ...]:
        """All that what anybody is shown of a runner is made of, to be compared."""
        return self.table.of(bib), self.gaps.get(bib), self.results.get(bib)

    def _see_in_front(self, gaps: Gaps) -> None:
        """Take those into account who were further, or as far and sooner."""
        for (light, at), one in gaps.items():
            known = self._front.get(light)
            if at != self._race.distance and (known is None or _reached(at, one) > _reached(*known)):
                self._front[light] = at, one

    def _gaps(self, split: Split) -> Iterator[GapShown]:
        if split.distance.mm % _EVERY_MM and split.distance != self._race.distance:
            return
        light_time = Elapsed(self._holds.light_ns(split.elapsed.ns))
        for light in self._lights:
            found = gap(light.plan, split.distance, light_time)
            yield GapShown(
                light.asked.name, split.distance.metres, round(found.seconds, 3), round(found.metres, 3)
            )


def _kept(known: Result | None, now: Result) -> Result:
    """The result that is known, where it is the same."""
    return known if known is not None and known == now else now


def _reached(at: "Distance", one: GapShown) -> tuple[int, float, float]:
    return at.mm, one.gap_s, one.gap_m


def shown(split: Split, precision: int, error_ns: int | None = None) -> SplitShown:
    """A split as pages are told.

    Args:
        split: of a runner.
        precision: decimals of the official mark.
        error_ns: by how much it may be wrong; None where nobody can say.
    """
    text = str(Mark.from_elapsed(split.elapsed, precision))
    return SplitShown(
        split.distance.metres,
        split.elapsed.ns / 1e9,
        text,
        split.official,
        split.method,
        split.key,
        split.source,
        None if error_ns is None else error_ns / 1e6,
    )

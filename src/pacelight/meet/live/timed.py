"""What follows from the times of a race: splits, gaps to the lights, places. Derived, never remembered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.meet.bus.protocol import GapShown, SplitShown
from pacelight.meet.journal import entries
from pacelight.meet.live.holds import Holds
from pacelight.meet.programme.racefile import RaceFile
from pacelight.plan.gap import gap
from pacelight.plan.model import Plan
from pacelight.timing import Owner, Passing, Result, Split, SplitTable, Status, rank

if TYPE_CHECKING:
    from pacelight.distance import Distance

__all__ = ["Light", "Timed", "shown"]

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
        results: by bib, of those who are in or will not be.
        gaps: by bib, in the order of distance.
        refused: by key, why a time cannot be.

    Args:
        race: its start list, distance and lap.
        lights: that somebody may be ahead of.
        holds: when they stood.
    """

    def __init__(self, race: RaceFile, lights: tuple[Light, ...], holds: Holds) -> None:
        self.table = SplitTable(race.distance, race.course.lap)
        self.results: dict[str, Result] = {}
        self.gaps: dict[str, dict[tuple[str, Distance], GapShown]] = {}
        self.refused: dict[str, str] = {}
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
        for one in self._gaps(split):
            self.gaps.setdefault(split.bib, {})[one.light, split.distance] = one
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

    def gaps_at(self, split: Split) -> list[GapShown]:
        """How far its runner was from each light there."""
        return [one for (_, at), one in self.gaps.get(split.bib, {}).items() if at == split.distance]

    def rank(self, verdicts: Mapping[str, Status]) -> Iterator[str]:
        """Places anew; the bibs whose result is another than before."""
        finishes = self.table.finishes
        ranked = rank(finishes, verdicts, precision=self._race.heat.event.precision)
        now = {result.bib: result for result in ranked}
        gone = [bib for bib in self.results if bib not in now]
        changed = [bib for bib, result in now.items() if self.results.get(bib) != result]
        for bib in gone:
            del self.results[bib]
        self.results |= {bib: now[bib] for bib in changed}
        yield from (*changed, *gone)

    def splits(self, bib: str) -> list[SplitShown]:
        """A runner's splits, the finish last."""
        return [shown(split, self._race.heat.event.precision) for split in self.table.of(bib)]

    def seen(self, bib: str) -> tuple[object, ...]:
        """All that anybody is shown of a runner, to be compared."""
        return self.splits(bib), dict(self.gaps.get(bib, {})), self.results.get(bib)

    def _gaps(self, split: Split) -> Iterator[GapShown]:
        if split.distance.mm % _EVERY_MM and split.distance != self._race.distance:
            return
        light_time = Elapsed(self._holds.light_ns(split.elapsed.ns))
        for light in self._lights:
            found = gap(light.plan, split.distance, light_time)
            yield GapShown(
                light.asked.name, split.distance.metres, round(found.seconds, 3), round(found.metres, 3)
            )


def shown(split: Split, precision: int) -> SplitShown:
    """A split as pages are told.

    Args:
        split: of a runner.
        precision: decimals of the official mark.
    """
    text = str(Mark.from_elapsed(split.elapsed, precision))
    return SplitShown(
        split.distance.metres, split.elapsed.ns / 1e9, text, split.official, split.method, split.key
    )

"""What a pacemaker takes along: a card with big figures, as far as they run."""

from collections.abc import Iterator
from dataclasses import dataclass

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.plan.table import Row, clock
from pacelight.plan.wanted import Wanted
from pacelight.web.plan.asked import Asked

__all__ = ["Card", "cards"]


@dataclass(frozen=True, slots=True)
class Card:
    """Of one pacemaker.

    Attributes:
        number: counted from 1, who leaves first first; 0 of a card for whoever wants one.
        until: how far they run.
        rows: the points that they pass, the last one included.
    """

    number: int
    until: Distance
    rows: tuple[Row, ...]

    @property
    def uneven(self) -> bool:
        """Whether its points are not whole metres, and take more room."""
        return any(row.distance.mm % 1000 for row in self.rows)

    @property
    def time(self) -> str:
        """When they are through."""
        return clock(self.rows[-1].elapsed)


def cards(asked: Asked) -> list[Card]:
    """A card for each pacemaker; where none was asked for, one with all of the race."""
    if asked.first is None or not asked.rows:
        return []
    if not asked.pacers:
        return [Card(0, asked.first.plan.distance, asked.rows)]
    return [
        Card(number, until, tuple(_rows(asked.first, asked.rows, until)))
        for number, until in enumerate(asked.pacers, start=1)
    ]


def _rows(wanted: Wanted, rows: tuple[Row, ...], until: Distance) -> Iterator[Row]:
    """The rows up to there, and one there where there is none."""
    before = 0
    for row in rows:
        if row.distance > until:
            break
        yield row
        before = row.elapsed.ns
        if row.distance == until:
            return
    seconds = float(wanted.plan.time_at(until.metres))
    ns = round(seconds * 1e9)
    yield Row(until, Elapsed(ns), Elapsed(ns - before), float(wanted.plan.speed_at(seconds)))

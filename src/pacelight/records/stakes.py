"""What is at stake: the records that the runners of a race could break, and the marks that stand.

There is one definition of a record, the fold; so the book is asked which records a mark would break that is
better than any. What it names is at stake.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pacelight.distance import Distance
from pacelight.event import EVENTS, Level
from pacelight.mark import Elapsed, Mark
from pacelight.records.detect import detect
from pacelight.records.enroute import Heat, performances
from pacelight.timing import Method, Passing, Result, SplitTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pacelight.book.asking.lists import Book
    from pacelight.book.model import Performance

__all__ = ["Stake", "stakes"]

_STEP_NS = 1_000_000_000
"""Of the race that nobody can run: one point a second."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A record that one runner could break.

    Attributes:
        bib: whose it could be.
        level, label, scope: which record: `pacelight.records.Finding`.
        code: World Athletics code of the event; on the way, not that of the race.
        distance: at which it is decided.
        mark: that stands.
        since: the day on which it was first reached.
        holders: who holds it.
        en_route: decided on the way.
    """

    bib: str
    level: Level
    label: str
    scope: str
    code: str
    distance: Distance
    mark: Mark
    since: date
    holders: tuple[str, ...]
    en_route: bool = False

    @property
    def slowest(self) -> Elapsed:
        """The slowest running time that breaks it.

        Official times are rounded up to the next hundredth, on a road to the next second: what breaks a
        record of 3:46.63, or one of 3:46.6 by hand, is at most 3:46.62 and 3:46.59 to the last nanosecond.
        """
        step_ns: int = 10 ** (9 - EVENTS[self.code].precision)
        return Elapsed((self.mark.elapsed.ns - 1) // step_ns * step_ns)

    @property
    def best(self) -> Mark:
        """The same as a mark: the worst that breaks it."""
        return Mark.from_elapsed(self.slowest, EVENTS[self.code].precision)


def stakes(book: "Book", heat: Heat, bib: str, lap: Distance) -> tuple[Stake, ...]:
    """What this runner could break, the way included, widest scope first within an event.

    What the book does not cover is not at stake: there nobody knows. A list in which nothing stands is not
    either. Each event of a known distance on the way counts; only where the race is timed officially there
    can it fall.

    Args:
        book: as of the eve; it is not changed.
        heat: the race, its start list included.
        bib: of the runner.
        lap: of the track.

    Raises:
        RaceError: nobody wears this bib, or the race has no distance.
    """
    if heat.event.distance is None:
        return ()
    run = performances(heat, [_best(bib)], _on_the_way(heat, bib, lap))
    return tuple(_stakes(book, bib, run))


def _best(bib: str) -> Result:
    return Result(bib, 1, Mark.parse("0.01"))


def _on_the_way(heat: Heat, bib: str, lap: Distance) -> SplitTable:
    """A time that nobody can run at every point at which the race passes the distance of an event."""
    race = heat.event.distance or Distance(0)
    table = SplitTable(race, lap)
    points = sorted({event.distance for event in heat.event.en_route() if event.distance})
    for nth, distance in enumerate(points, 1):
        table.add(Passing(bib, distance, Elapsed(nth * _STEP_NS), Method.PHOTO, True, "", str(distance)))
    return table


def _stakes(book: "Book", bib: str, run: "Iterable[Performance]") -> "Iterator[Stake]":
    for performance in run:
        for found in detect(book, performance):
            distance, stood = EVENTS[found.code].distance, found.stood
            if distance is not None and isinstance(stood, Mark):
                yield Stake(
                    bib,
                    found.level,
                    found.label,
                    found.scope,
                    found.code,
                    distance,
                    stood,
                    found.stood_since,
                    found.stood_by,
                    found.en_route,
                )

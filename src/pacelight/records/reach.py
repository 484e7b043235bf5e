"""Which records are in reach of a runner under way, and what they need."""

from dataclasses import dataclass
from enum import StrEnum

from pacelight.distance import Distance
from pacelight.mark import Elapsed, Mark
from pacelight.records.stakes import Stake

__all__ = ["FASTER", "Chance", "Reach", "reach"]

FASTER = (111, 100)
"""Nobody runs the rest of a race faster than so many hundredths of the average speed so far.

Measured: of 80 women's 1500 m of the Diamond League 2016 to 2019 with a time at every 100 m, from 400 m on,
the fastest rest was 1.109 times the average before it up to 1300 m (99 of 100 at most 1.097), and 1.147 over
the last 100 m. Source of the times: github.com/colobas/track-and-field-data. It is no calibrated prediction.
"""


class Chance(StrEnum):
    """How a record stands to a runner who is under way."""

    ON_PACE = "on pace"
    """The average pace so far breaks it."""
    IN_REACH = "in reach"
    """A rest that somebody has been seen to run breaks it."""
    OUT_OF_REACH = "out of reach"
    FELL = "fell"
    STANDS = "stands"
    """The runner is through, and it was not broken."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A record beside a runner at a point.

    Attributes:
        ahead_ns: by how much the runner is earlier here than an even run to the record; below zero later.
        ahead_mm: how far ahead of that even run, at this instant.
        rest: what is left to run to where it is decided.
        needs: the slowest rest that breaks it; None where none can any more, and of one that is decided.
        words: what it needs, as an announcer says it; empty where that is nothing.
    """

    stake: Stake
    chance: Chance
    ahead_ns: int
    ahead_mm: int
    rest: Distance
    needs: Elapsed | None
    words: str


def reach(stake: Stake, here: Distance, elapsed: Elapsed, lap: Distance) -> Reach:
    """How a record stands to somebody who passes a point at a running time.

    Args:
        stake: the record.
        here: further than nothing; at the point where it is decided it has fallen or it stands.
        elapsed: at this point.
        lap: of the track, for the words.

    >>> from pacelight.event import Level
    >>> from datetime import date
    >>> world = Stake("1", Level.WR, "WR", "WORLD", "MILEsh", Distance.parse("mile"), Mark.parse("3:46.63"),
    ...     date(2025, 2, 8), ("Yared Nuguse",))
    >>> found = reach(world, Distance.parse("1400 m"), Mark.parse("3:16.07").elapsed, Distance.parse("200 m"))
    >>> found.chance, found.words
    (<Chance.ON_PACE: 'on pace'>, '30.5 for the last 209 m for WR (3:46.62 or better)')
    """
    to = stake.distance
    even_ns = _nearest(stake.mark.elapsed.ns * here.mm, to.mm)
    even_mm = _nearest(elapsed.ns * to.mm, stake.mark.elapsed.ns)
    left = Distance(max(to.mm - here.mm, 0))
    needs_ns = stake.slowest.ns - elapsed.ns
    chance = _chance(left, here, elapsed, needs_ns)
    needs = Elapsed(needs_ns) if left.mm and needs_ns > 0 else None
    words = _words(stake, left, needs, lap) if needs and chance is not Chance.OUT_OF_REACH else ""
    return Reach(stake, chance, even_ns - elapsed.ns, here.mm - even_mm, left, needs, words)


def _nearest(share: int, whole: int) -> int:
    return (2 * share + whole) // (2 * whole)


def _chance(left: Distance, here: Distance, elapsed: Elapsed, needs_ns: int) -> Chance:
    if left.mm == 0:
        return Chance.FELL if needs_ns >= 0 else Chance.STANDS
    # left / needs <= here / elapsed * factor, in whole numbers
    if needs_ns <= 0:
        return Chance.OUT_OF_REACH
    asked, shown = left.mm * elapsed.ns, here.mm * needs_ns
    if asked <= shown:
        return Chance.ON_PACE
    return Chance.IN_REACH if asked * FASTER[1] <= shown * FASTER[0] else Chance.OUT_OF_REACH


def _words(stake: Stake, left: Distance, needs: Elapsed, lap: Distance) -> str:
    """The rest in tenths, rounded down: whoever runs it has broken the record."""
    tenths = needs.ns // 100_000_000
    rest = Mark.from_elapsed(Elapsed(tenths * 100_000_000), 1)
    code = f" {stake.code}" if stake.en_route else ""
    way = "lap" if left == lap else f"{left.mm // 1000} m"
    return f"{rest} for the last {way} for {stake.label}{code} ({stake.best} or better)"

"""What is known of a runner under way: how far from each record, which are in reach, which finish is to come.

Pure. The raw lane: it follows from splits as they come, whatever people make of them later.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.meet.bus.protocol import MarkShown, mark_shown
from pacelight.plan.forecast import Point, forecast
from pacelight.records.reach import Reach, reach
from pacelight.records.stakes import Stake

if TYPE_CHECKING:
    from pacelight.meet.bus.protocol import RecordShown

__all__ = ["LineShown", "OutlookShown", "outlook", "place", "renewed"]


class LineShown(msgspec.Struct, frozen=True):
    """A record beside a runner.

    Attributes:
        level, label, scope, code: which record, of which event.
        mark: that stands.
        gap_s: how much earlier the runner is here than an even run to the record; below zero later.
        gap_m: how far ahead of that run at this instant.
        chance: on pace, in reach, out of reach, fell, stands.
        needs_s: the slowest rest that breaks it; null where none can.
        words: what it needs, to be read out; empty where that is nothing.
    """

    level: str
    label: str
    scope: str
    code: str
    mark: MarkShown
    gap_s: float
    gap_m: float
    chance: str
    needs_s: float | None
    words: str


class OutlookShown(msgspec.Struct, frozen=True):
    """A runner at a point, and what may come of it.

    Attributes:
        distance_m, elapsed_s: the point.
        projected: nobody was timed here: the runner is thought to have gone on at the pace of the last lap.
        even: the finish at the average pace so far; null at the finish.
        current: the finish at the pace of the last lap.
        calibrated: whether the finishes come from a prediction that was held against races.
        lines: records at stake, the finish first, widest scope first.
    """

    distance_m: float
    elapsed_s: float
    projected: bool
    even: MarkShown | None
    current: MarkShown | None
    calibrated: bool
    lines: list[LineShown]


def outlook(
    race: Distance,
    lap: Distance,
    points: Sequence[Point],
    stakes: Iterable[Stake],
    *,
    now: Elapsed | None = None,
    precision: int = 2,
) -> OutlookShown:
    """What is known of a runner at the last point, or between two.

    Args:
        race: its distance.
        lap: of the track.
        points: where the runner was timed, in order, at least one; the start left out.
        stakes: records that the runner could break.
        now: running time of an instant after the last point; None for the last point itself.
        precision: decimals of a finish.

    Raises:
        RaceError: nothing was timed, or `now` is before it.
    """
    here = points[-1] if now is None and points else (place(race, lap, points, now), now or Elapsed(0))
    coming = forecast(race, lap, list(points))
    lines = [_line(one) for one in _beside(stakes, points, here, lap)]
    return OutlookShown(
        distance_m=here[0].metres,
        elapsed_s=here[1].ns / 1e9,
        projected=here != points[-1],
        even=mark_shown(Mark.from_elapsed(coming.even, precision)) if coming else None,
        current=mark_shown(Mark.from_elapsed(coming.current, precision)) if coming else None,
        calibrated=False,
        lines=lines,
    )


def place(race: Distance, lap: Distance, points: Sequence[Point], now: Elapsed | None) -> Distance:
    """Where a runner is thought to be: gone on at the pace of the last lap, never beyond the finish.

    Raises:
        RaceError: nothing was timed, or `now` is before the last point.
    """
    if not points or now is None or now < points[-1][1]:
        raise RaceError("where a runner is between two points is known only after the first one")
    at, elapsed = points[-1]
    coming = forecast(race, lap, list(points))
    if coming is None:
        return race
    run = (now.ns - elapsed.ns) * (race.mm - at.mm) // (coming.current.ns - elapsed.ns)
    return Distance(min(at.mm + run, race.mm))


def renewed(stakes: Iterable[Stake], records: Iterable["RecordShown"]) -> tuple[Stake, ...]:
    """What is at stake after records have fallen in this race: who comes second must beat the new ones."""
    fallen: dict[tuple[str, str, str], RecordShown] = {}
    for record in records:
        name = record.level, record.scope, record.code
        if name not in fallen or record.mark.value < fallen[name].mark.value:
            fallen[name] = record
    return tuple(_after(stake, fallen.get((stake.level, stake.scope, stake.code))) for stake in stakes)


def _after(stake: Stake, fallen: "RecordShown | None") -> Stake:
    if fallen is None or fallen.bib == stake.bib:
        return stake
    mark = Mark.parse(fallen.mark.text)
    return replace(stake, mark=mark, holders=(fallen.athlete,)) if mark < stake.mark else stake


def _beside(stakes: Iterable[Stake], points: Sequence[Point], here: Point, lap: Distance) -> Iterable[Reach]:
    """Every record that is still to come, or was decided where somebody timed it."""
    timed = dict(points)
    ordered = sorted(stakes, key=lambda one: -one.distance.mm)
    for stake in ordered:
        if stake.distance > here[0]:
            yield reach(stake, *here, lap)
        elif stake.distance in timed:
            yield reach(stake, stake.distance, timed[stake.distance], lap)


def _line(found: Reach) -> LineShown:
    stake = found.stake
    return LineShown(
        level=stake.level,
        label=stake.label,
        scope=stake.scope,
        code=stake.code,
        mark=mark_shown(stake.mark),
        gap_s=round(found.ahead_ns / 1e9, 3),
        gap_m=round(found.ahead_mm / 1e3, 3),
        chance=found.chance,
        needs_s=None if found.needs is None else round(found.needs.ns / 1e9, 3),
        words=found.words,
    )

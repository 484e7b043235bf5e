"""What is known of a runner under way: how far from each record, which are in reach, which finish is to come.

Pure. The raw lane: it follows from splits as they come, whatever people make of them later.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.event import EVENTS, Level
from pacelight.mark import Elapsed, Mark
from pacelight.meet.bus.protocol import LineShown, OutlookShown, mark_shown
from pacelight.plan.forecast import Point, forecast
from pacelight.records.reach import Chance, Reach, reach
from pacelight.records.stakes import Stake

if TYPE_CHECKING:
    from pacelight.meet.bus.protocol import RecordShown
    from pacelight.meet.journal.entries import Stake as Kept

__all__ = ["Fallen", "fallen", "outlook", "place", "renewed", "stakes_of"]

Fallen: TypeAlias = "Mapping[tuple[str, str, str], RecordShown]"
"""By level, scope and code of the event."""


def stakes_of(kept: Iterable["Kept"]) -> dict[str, tuple[Stake, ...]]:
    """What each runner could break, by bib, as a journal keeps it."""
    found: dict[str, tuple[Stake, ...]] = {}
    for one in kept:
        found[one.bib] = (*found.get(one.bib, ()), _stake(one))
    return found


def _stake(kept: "Kept") -> Stake:
    return Stake(
        bib=kept.bib,
        level=Level(kept.level),
        label=kept.label,
        scope=kept.scope,
        code=kept.code,
        distance=EVENTS[kept.code].distance or Distance(0),
        mark=Mark.parse(kept.mark.text),
        since=date.fromisoformat(kept.since),
        holders=tuple(kept.holders),
        en_route=kept.en_route,
    )


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


def fallen(records: Iterable["RecordShown"]) -> Fallen:
    """Of the records that have fallen in this race the best of each list."""
    best: dict[tuple[str, str, str], RecordShown] = {}
    for record in records:
        name = record.level, record.scope, record.code
        if name not in best or record.mark.value < best[name].mark.value:
            best[name] = record
    return best


def renewed(stakes: Iterable[Stake], fell: Fallen) -> tuple[Stake, ...]:
    """What is at stake after records have fallen in this race: who comes second must beat the new ones."""
    return tuple(_after(stake, fell.get((stake.level, stake.scope, stake.code))) for stake in stakes)


def _after(stake: Stake, fell: "RecordShown | None") -> Stake:
    if fell is None or fell.bib == stake.bib:
        return stake
    mark = Mark.parse(fell.mark.text)
    return replace(stake, mark=mark, holders=(fell.athlete,)) if mark < stake.mark else stake


def _beside(stakes: Iterable[Stake], points: Sequence[Point], here: Point, lap: Distance) -> Iterator[Reach]:
    """Every record that is still to come, or was decided where somebody timed it.

    On the way to a longer finish most are out of reach, and of these nobody speaks.
    """
    timed = dict(points)
    for stake in sorted(stakes, key=lambda one: -one.distance.mm):
        if stake.distance > here[0]:
            found = reach(stake, *here, lap)
            if not stake.en_route or found.chance is not Chance.OUT_OF_REACH:
                yield found
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
        rest_m=found.rest.metres,
    )

"""The result of a race as it stands: from what is known of it, whatever else is going on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pacelight.meet.bus.protocol import RecordShown
from pacelight.meet.journal.entries import Commanded
from pacelight.meet.programme.zone import local
from pacelight.meet.publish.states import STATES
from pacelight.meet.race import Command, State
from pacelight.records import Starter
from pacelight.timing import Passing, Result, Status
from pacelight.timing.formats.lists.entrant import clean
from pacelight.timing.formats.lists.race_result import Proof, RaceResult, RecordRow, ResultRow, RowSplit
from pacelight.timing.formats.times import of_day_text
from pacelight.timing.results import official_mark

if TYPE_CHECKING:
    from pacelight.meet.live.live import Live
    from pacelight.meet.programme.racefile_schema import RunnerFields

__all__ = ["PENDING", "confirmed_at", "result_of"]

PENDING = "candidate, pending ratification"
"""Of a record that software found: people submit it, and people ratify it."""

_CANDIDATE = "candidate"
_PERSONAL = frozenset({"PB", "SB"})
_START_DECIMALS = 4
"""As FinishLynx prints it."""


def result_of(live: "Live", number: int = 1, proof: Proof | None = None) -> RaceResult:
    """The result of a race as it stands.

    Args:
        live: the race.
        number: of the race within its session, from 1; as the event of files that number races, where the
            timing system has none for it.
        proof: of an official result, by what it can be proved.
    """
    heat = live.race.heat
    official = live.state is State.OFFICIAL
    event, round_, nth = live.opened.number or (str(number), "1", _figures(heat.name) or "1")
    start, zone = _start(live)
    return RaceResult(
        rows=tuple(_rows(live)),
        race=live.race.id,
        event=clean(event),
        round=clean(round_),
        heat=clean(nth),
        title=clean(live.race.name),
        code=heat.event.code,
        sex=heat.sex,
        day=heat.day,
        venue=clean(heat.venue),
        competition=clean(heat.competition),
        distance=live.race.distance,
        start=start,
        zone=zone,
        wind=clean(live.wind),
        official=official,
        state=STATES[live.state],
        records=tuple(_record(one) for one in live.records),
        lights=tuple(clean(light.asked.label) for light in live.lights),
        proof=proof if official else None,
    )


def confirmed_at(live: "Live") -> int | None:
    """The number of the line that made the result official; None while it is not."""
    if live.state is not State.OFFICIAL:
        return None
    lines = [
        line.n
        for line in live.lines
        if isinstance(line.entry, Commanded) and line.entry.command is Command.OFFICIAL
    ]
    return lines[-1] if lines else None


def _start(live: "Live") -> tuple[str, str]:
    """Time of day of the gun at the venue, and its zone; nothing where it was run again on another day."""
    if live.gun is None or not live.opened.zone:
        return "", ""
    day, of_day_ns = local(live.gun.unix_ns, live.opened.zone)
    if day != live.race.heat.day:
        return "", ""
    return of_day_text(of_day_ns, _START_DECIMALS), live.opened.zone


def _rows(live: "Live") -> Iterator[ResultRow]:
    """Who has a place, then who is still out or not judged, then who will have none."""
    finishes = {passing.bib: passing for passing in live.table.finishes}
    runners = {runner.bib: runner for runner in live.race.runners}
    ordered = sorted(enumerate(live.race.heat.starters), key=lambda one: _order(one, live))
    for _, starter in ordered:
        yield _row(starter, live, finishes.get(starter.bib), runners[starter.bib])


def _order(numbered: tuple[int, Starter], live: "Live") -> tuple[int, int, int]:
    nth, starter = numbered
    found = live.results.get(starter.bib)
    if found is None:
        return 1, 0, nth
    if found.place is not None:
        return 0, found.place, nth
    return 2, 0 if found.mark else 1, nth


def _row(starter: Starter, live: "Live", finish: Passing | None, runner: "RunnerFields") -> ResultRow:
    """A line of it: beside the word of who has no place stands no time, though the journal keeps one."""
    bib = starter.bib
    found = live.results.get(bib, Result(bib, None, None))
    return ResultRow(
        name=clean(starter.athlete),
        bib=clean(bib),
        lane=clean(runner.lane or ""),
        nation=starter.nation,
        club=clean(runner.club or ""),
        place=found.place,
        mark=None if found.status else found.mark,
        status=found.status,
        rule=clean(live.verdicts.rule(bib)) if found.status else "",
        laps_behind=live.table.laps_behind(bib),
        splits=() if found.status is Status.DNS else tuple(_splits(live, bib)),
        official=finish.official if finish and not found.status else True,
        team=bool(live.race.heat.event.legs),
    )


def _splits(live: "Live", bib: str) -> Iterable[RowSplit]:
    """Times on the way; the finish is the mark."""
    precision = live.race.heat.event.precision
    for split in live.table.of(bib):
        if split.distance != live.race.distance:
            mark = official_mark(split.elapsed, split.method, precision)
            yield RowSplit(mark=mark, distance=split.distance, method=split.method, official=split.official)


def _record(one: RecordShown) -> RecordRow:
    pending = PENDING if one.status == _CANDIDATE and one.level not in _PERSONAL else ""
    return RecordRow(
        level=one.label,
        scope=one.scope,
        code=one.code,
        mark=one.mark.text,
        name=clean(one.athlete),
        bib=clean(one.bib),
        nation=one.nation,
        stood=one.stood.text,
        stood_by=tuple(clean(name) for name in one.stood_by),
        stood_since=one.stood_since,
        equalled=one.equalled,
        en_route=one.en_route,
        status=pending or ("" if one.level in _PERSONAL else one.status),
    )


def _figures(heat: str) -> str:
    """The number of a heat from its name: ``heat 2``."""
    words = [word for word in heat.split() if word.isascii() and word.isdecimal()]
    return words[0] if words else ""

"""What pages are shown of what is to come: records at stake, and the races after this one."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import TYPE_CHECKING

from pacelight.event import Event, Level
from pacelight.meet.bus import protocol as shown
from pacelight.meet.programme.racefile import RaceFile

if TYPE_CHECKING:
    from pacelight.meet.journal.entries import Stake

__all__ = ["Timetable", "coming_shown", "event_shown", "stakes_shown"]

Timetable = Sequence[tuple[RaceFile, time | None]]
"""The races of a session in order, and when each is to begin."""

_OWN = frozenset({Level.PB, Level.SB})


def event_shown(event: Event) -> shown.EventShown:
    """What is run."""
    return shown.EventShown(event.code, event.name, event.distance.metres if event.distance else 0.0)


def stakes_shown(kept: "Iterable[Stake]") -> list[shown.StakeShown]:
    """Records at stake, each once, with all who could break it; in the order in which the book told them.

    Args:
        kept: runner by runner, as the journal has them.
    """
    told: dict[tuple[str, str, str], shown.StakeShown] = {}
    for one in kept:
        if one.level not in _OWN:
            told.setdefault((one.level, one.scope, one.code), _stake(one)).bibs.append(one.bib)
    return list(told.values())


def _stake(one: "Stake") -> shown.StakeShown:
    return shown.StakeShown(
        level=one.level,
        label=one.label,
        scope=one.scope,
        code=one.code,
        mark=one.mark,
        since=one.since,
        holders=one.holders,
        en_route=one.en_route,
        bibs=[],
    )


def coming_shown(timetable: Timetable, opened: Iterable[str]) -> list[shown.ComingShown]:
    """The races that were not loaded yet; of the first of them who is entered.

    Args:
        timetable: of the session.
        opened: ids of those that were.
    """
    known = set(opened)
    left = [(race, at) for race, at in timetable if race.id not in known]
    return [
        shown.ComingShown(
            id=race.id,
            name=race.name,
            event=event_shown(race.heat.event),
            sex=race.heat.sex,
            day=race.heat.day.isoformat(),
            at="" if at is None else f"{at:%H:%M}",
            entries=_entries(race) if nth == 0 else [],
        )
        for nth, (race, at) in enumerate(left)
    ]


def _entries(race: RaceFile) -> list[shown.EntryShown]:
    return [
        shown.EntryShown(one.bib, one.name, one.nation, one.lane or "", one.athlete, one.say or "")
        for one in race.runners
    ]

"""What pages are shown of a race and of a session, part by part."""

from typing import TYPE_CHECKING

from pacelight.mark import Elapsed, Mark
from pacelight.meet.bus import protocol as shown
from pacelight.meet.live.waves import wave_of
from pacelight.meet.race import State

if TYPE_CHECKING:
    from pacelight.meet.journal.entries import Conflicted
    from pacelight.meet.live.live import Light, Live
    from pacelight.meet.live.session import Session

__all__ = [
    "aside_shown",
    "conflicts_shown",
    "holder_shown",
    "holds_shown",
    "light_shown",
    "races_shown",
    "runner_shown",
    "sources_shown",
]

_NS_PER_MS = 1e6


def light_shown(light: "Light", *, daylight: bool) -> shown.LightShown:
    """A light as it shines.

    Args:
        light: of the race.
        daylight: it is as long and as bright as the sun needs it.
    """
    asked, wave = light.asked, wave_of(light.asked, light.plan, daylight=daylight)
    return shown.LightShown(
        name=asked.name,
        label=asked.label,
        colour=wave.colour,
        head_m=wave.head_m,
        tail_m=wave.tail_m,
        mark=asked.mark,
        athlete=asked.athlete,
        as_of=asked.as_of,
        pieces=light.plan.pieces.tolist(),
        finish_s=light.plan.finish.ns / 1e9,
        pattern=wave.pattern,
        dash_m=wave.dash_m,
        priority=wave.priority,
    )


def runner_shown(live: "Live", bib: str) -> shown.RunnerShown:
    """A line of the start list and all that is known of the run."""
    starter, result = live.race.heat.starter(bib), live.result(bib)
    written = next(one for one in live.race.runners if one.bib == bib)
    return shown.RunnerShown(
        bib=bib,
        name=starter.athlete,
        nation=starter.nation,
        finish_only=live.race.finish_only(bib),
        status=result.status if result else None,
        splits=live.splits(bib),
        gaps=list(live.gaps.get(bib, {}).values()),
        result=shown.ResultShown(result.place, result.mark) if result and result.mark else None,
        rule=live.verdicts.rule(bib),
        outlook=live.outlook(bib),
        athlete_key=starter.athlete_key,
        say=written.say or "",
        lane=written.lane or "",
        club=written.club or "",
    )


def holds_shown(live: "Live") -> list[shown.HoldShown]:
    """When its lights stood."""
    return [
        shown.HoldShown(hold.from_ns / 1e9, None if hold.to_ns is None else hold.to_ns / 1e9)
        for hold in live.holds.all
    ]


def aside_shown(live: "Live") -> list[shown.AsideShown]:
    """Its times that stand in no split."""
    return [
        shown.AsideShown(
            key=time.key,
            bib=time.bib,
            distance_m=time.distance.metres,
            elapsed_s=elapsed_ns / 1e9,
            text=_text(elapsed_ns, live),
            method=time.method,
            source=time.source,
            standing=standing,
            why=live.timed.refused.get(time.key, ""),
        )
        for time, standing in live.aside
        for elapsed_ns in [time.since_gun_ns(live.moved_ns, live.rate)]
    ]


def conflicts_shown(live: "Live") -> list[shown.ConflictShown]:
    """What waits to be settled."""
    return [
        shown.ConflictShown(one.key, one.bib, one.source, one.why, _says(one, live))
        for one in live.conflicts.values()
    ]


def races_shown(session: "Session") -> list[shown.StandingShown]:
    """How its races stand."""
    return [
        shown.StandingShown(name, live.race.name, live.state, live.revision, on=True)
        if live is session.on
        else shown.StandingShown(
            name, live.race.name, live.state, live.revision, on=False, line=live.line, waits=_waits(live)
        )
        for name, live in session.races.items()
    ]


def holder_shown(session: "Session") -> shown.HolderShown | None:
    """Who operates the lights."""
    return shown.HolderShown(session.holder, session.holds) if session.holder else None


def sources_shown(session: "Session") -> list[shown.SourceShown]:
    """Its timing systems, as they were last seen."""
    return [
        shown.SourceShown(one.source, one.state, _ms(one.offset_ns), _ms(one.error_ns), one.why)
        for one in session.sources.values()
    ]


def _waits(live: "Live") -> int:
    """Once a result is official a time without a bib waits no more."""
    without = [time for time, standing in live.aside if standing == "waiting"]
    return len(live.conflicts) + (0 if live.state is State.OFFICIAL else len(without))


def _says(conflict: "Conflicted", live: "Live") -> str:
    return _text(conflict.says.elapsed_ns, live) if conflict.says else conflict.status


def _text(elapsed_ns: int, live: "Live") -> str:
    """As a mark, if it can be one: what was before the gun cannot."""
    if elapsed_ns <= 0:
        return f"{elapsed_ns / 1e9:.2f}"
    return str(Mark.from_elapsed(Elapsed(elapsed_ns), live.race.heat.event.precision))


def _ms(ns: int | None) -> float | None:
    return None if ns is None else ns / _NS_PER_MS

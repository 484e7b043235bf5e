"""What pages are told: the snapshot of a race, and each thing that became known as a numbered delta."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from pacelight.event import Event
from pacelight.meet import protocol as shown
from pacelight.meet.live import Light, Live
from pacelight.meet.told import Told
from pacelight.records import Starter
from pacelight.track import Survey

if TYPE_CHECKING:
    from pacelight.meet.clock import RaceClock

__all__ = ["Feed"]

_OUTLINE = 120
"""Points of the kerb that a page draws."""

_SILENT = {"race", "light", "refused", "done"}
"""In the snapshot already, or of no use to a page."""


class Feed:
    """Numbers what is told within one run of the engine.

    Attributes:
        clock: of the race; None until the gun.
        output: what the lamps were sent so far.

    Args:
        live: the race; read whenever something is asked.
        survey: where the lamps are.
        boot: id of this run of the engine.
        rate: at which it will run, until the gun says.
        target: where frames are sent.
    """

    def __init__(self, live: Live, survey: Survey, *, boot: str, rate: float, target: str) -> None:
        self.clock: RaceClock | None = None
        self.output = shown.OutputShown(frames=0, late=0, lateness_p99_ms=0.0, target=target)
        self._live = live
        self._boot = boot
        self._rate = rate
        self._seq = 0
        self._track = _track(live, survey)

    def delta(self, told: Told, unix_ns: int) -> bytes | None:
        """One delta, newline left out; None for what is not for pages.

        Args:
            told: what became known; `live` is the race right after it.
            unix_ns: now.
        """
        if told.kind in _SILENT:
            return None
        self._seq += 1
        return msgspec.json.encode(self._delta(told, unix_ns))

    def snapshot(self, unix_ns: int) -> bytes:
        """All there is to know now, newline left out."""
        live = self._live
        return msgspec.json.encode(
            shown.Snapshot(
                schema=shown.SCHEMA,
                seq=self._seq,
                boot=self._boot,
                state=live.state,
                race=_race(live),
                track=self._track,
                clock=self._clock(unix_ns),
                lights=[_light(light) for light in live.lights],
                runners=[_runner(live, starter) for starter in live.race.heat.starters],
                records=live.records,
                output=self.output,
            )
        )

    def _delta(self, told: Told, unix_ns: int) -> shown.Delta:
        match told.kind:
            case "state":
                return shown.StateDelta(self._live.state, self._seq)
            case "clock":
                return shown.ClockDelta(**_fields(self._clock(unix_ns)), seq=self._seq)
            case "output":
                return shown.OutputDelta(**_fields(self.output), seq=self._seq)
        fields = {"bib": told.bib} | _fields(told.shown) | {"seq": self._seq}
        return _DELTA[told.kind](**fields)

    def _clock(self, unix_ns: int) -> shown.ClockShown:
        if self.clock is None:
            return shown.ClockShown(None, self._rate, unix_ns)
        return shown.ClockShown(self.clock.gun_unix_ns, float(self.clock.rate), unix_ns)


_DELTA: Mapping[str, Callable[..., shown.Delta]] = MappingProxyType(
    {
        "split": shown.SplitDelta,
        "gap": shown.GapDelta,
        "result": shown.ResultDelta,
        "record": shown.RecordDelta,
    }
)


def _fields(struct: msgspec.Struct | None) -> dict[str, Any]:
    return {} if struct is None else msgspec.structs.asdict(struct)


def _event(event: Event) -> shown.EventShown:
    return shown.EventShown(event.code, event.name, event.distance.metres if event.distance else 0.0)


def _race(live: Live) -> shown.RaceShown:
    race, heat = live.race, live.race.heat
    return shown.RaceShown(
        id=race.id,
        name=race.name,
        event=_event(heat.event),
        sex=heat.sex,
        day=heat.day.isoformat(),
        venue=heat.venue,
        competition=heat.competition,
    )


def _track(live: Live, survey: Survey) -> shown.TrackShown:
    track = live.race.track
    return shown.TrackShown(
        name=track.name,
        lap_m=track.lap.metres,
        start_s=track.start(live.race.distance),
        outline=track.outline(_OUTLINE).round(3).tolist(),
        lamps=survey.metres.round(3).tolist(),
    )


def _light(light: Light) -> shown.LightShown:
    asked = light.asked
    return shown.LightShown(
        name=asked.name,
        label=asked.label,
        colour=asked.colour,
        head_m=asked.head_m,
        tail_m=asked.tail_m,
        mark=asked.mark,
        athlete=asked.athlete,
        as_of=asked.as_of,
        pieces=light.plan.pieces.tolist(),
        finish_s=light.plan.finish.ns / 1e9,
    )


def _runner(live: Live, starter: Starter) -> shown.RunnerShown:
    bib = starter.bib
    result = live.result(bib)
    return shown.RunnerShown(
        bib=bib,
        name=starter.athlete,
        nation=starter.nation,
        finish_only=live.race.finish_only(bib),
        status=result.status if result else None,
        splits=live.splits(bib),
        gaps=list(live.gaps.get(bib, {}).values()),
        result=None if result is None else shown.ResultShown(result.place, result.mark),
    )

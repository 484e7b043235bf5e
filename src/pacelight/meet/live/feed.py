"""What pages are told: the snapshot of a race, and each thing that became known as a numbered delta."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from pacelight.event import Event
from pacelight.lights.loop import gate
from pacelight.lights.loop.orders import Order, Run, Show, Stand
from pacelight.meet.bus import protocol as shown
from pacelight.meet.journal.sent import output_shown
from pacelight.meet.live.live import Light, Live
from pacelight.meet.live.told import Told
from pacelight.meet.live.waves import wave_of
from pacelight.records import Starter
from pacelight.track import Survey

if TYPE_CHECKING:
    from pacelight.lights.loop.process import LoopStatistics
    from pacelight.meet.clock import Instant, RaceClock

__all__ = ["Feed", "look_shown"]

_OUTLINE, _ROAD_OUTLINE = 120, 480
"""Points of the kerb that a page draws."""

_SILENT = {"race", "light", "refused", "done"}
"""In the snapshot already, or of no use to a page."""


class Feed:
    """Numbers what is told within one run of the engine.

    Attributes:
        clock: of the race; None until the gun.
        output: what the lamps were sent so far.
        look: what they show; None until they were told.
        clocks: those of others, held against that of the engine.

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
        self.look: shown.LookShown | None = None
        self.clocks = shown.ClocksShown([])
        self._live = live
        self._boot = boot
        self._rate = rate
        self._seq = 0
        self._track = _track(live, survey)

    def see(self, done: "LoopStatistics", now: "Instant") -> None:
        """What the lamps were sent so far.

        Args:
            done: by the light loop.
            now: this instant.
        """
        self.output = output_shown(done, self.output.target, now)

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
                lights=[_light(light, daylight=live.race.shine.daylight) for light in live.lights],
                runners=[_runner(live, starter) for starter in live.race.heat.starters],
                records=live.records,
                output=self.output,
                blend=live.race.shine.blend,
                look=self.look,
                clocks=self.clocks,
            )
        )

    def _delta(self, told: Told, unix_ns: int) -> shown.Delta:
        match told.kind:
            case "state":
                return shown.StateDelta(self._live.state, self._seq)
            case "clock":
                return shown.ClockDelta(**_fields(self._clock(unix_ns)), seq=self._seq)
            case "look" if self.look is not None:
                return shown.LookDelta(**_fields(self.look), seq=self._seq)
            case "output":
                return shown.OutputDelta(**_fields(self.output), seq=self._seq)
            case "clocks":
                return shown.ClocksDelta(**_fields(self.clocks), seq=self._seq)
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
        start_s=live.race.course.start_m,
        outline=track.outline(_ROAD_OUTLINE if live.race.course.road else _OUTLINE).round(3).tolist(),
        lamps=survey.metres.round(3).tolist(),
        open=track.is_open,
        way=live.race.course.way,
    )


def look_shown(order: Order, now: "Instant") -> shown.LookShown:
    """What the lamps were told, for pages.

    Args:
        order: what they were told, in instants of the machine's monotonic clock.
        now: this instant on both clocks.
    """
    lights = order.lights if isinstance(order, Show) else order
    does = "run" if isinstance(lights, Run) else "stand" if isinstance(lights, Stand) else None
    if not isinstance(order, Show):
        return shown.LookShown(gate.shown(order), 0, 0.0, 0.0, 0, "", does)
    look = order.look
    return shown.LookShown(
        name=look.name,
        begin_unix_ns=now.unix_ns + order.begin_ns - now.monotonic_ns,
        at_m=look.at_mm / 1000,
        length_m=look.length_mm / 1000,
        seconds=look.seconds,
        colour=look.colour,
        lights=does,
    )


def _light(light: Light, *, daylight: bool) -> shown.LightShown:
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

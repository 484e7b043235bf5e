"""What pages are told: the snapshot of a race, and each thing that became known as a numbered delta."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from pacelight.lights.look.model import Name
from pacelight.lights.loop import gate
from pacelight.lights.loop.orders import Hold, Order, Run, Show, Stand
from pacelight.meet.bus import protocol as shown
from pacelight.meet.clock import RaceClock
from pacelight.meet.journal.sent import output_shown
from pacelight.meet.live.coming import Timetable, coming_shown, event_shown, stakes_shown
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.live.shown import (
    aside_shown,
    conflicts_shown,
    holder_shown,
    holds_shown,
    light_shown,
    races_shown,
    runner_shown,
    sources_shown,
)
from pacelight.meet.live.told import Told
from pacelight.track import Survey

if TYPE_CHECKING:
    from pacelight.lights.loop.process import LoopStatistics
    from pacelight.meet.clock import Instant

__all__ = ["Feed", "look_shown"]

_OUTLINE, _ROAD_OUTLINE = 120, 480
"""Points of the kerb that a page draws."""

_SILENT = {"race", "light", "refused", "done", "sealed"}
"""In the snapshot already, or of no use to a page."""

_OF_SESSION = {"races", "holder", "sources", "alarms"}
"""What is told of whatever race."""


class Feed:
    """Numbers what is told within one run of the engine.

    Attributes:
        clock: of the race on the track; None until the gun.
        output: what the lamps were sent so far.
        look: what they show; None until they were told.
        clocks: those of others, held against that of the engine.
        alarms: what is wrong with the engine itself, in one line each.
        timetable: of the session; empty where one race is all.

    Args:
        session: the races, read whenever something is asked; one that is known alone will do.
        survey: where the lamps are.
        boot: id of this run of the engine.
        rate: at which a race will run, until its gun says.
        target: where frames are sent.
    """

    def __init__(
        self, session: Session | Live, survey: Survey, *, boot: str, rate: float, target: str
    ) -> None:
        self.clock: RaceClock | None = None
        self.output = shown.OutputShown(frames=0, late=0, lateness_p99_ms=0.0, target=target)
        self.look: shown.LookShown | None = None
        self.clocks = shown.ClocksShown([])
        self.alarms: list[str] = []
        self.timetable: Timetable = ()
        self._session = Session.holding(session) if isinstance(session, Live) else session
        self._boot = boot
        self._rate = rate
        self._seq = -1
        self.put_on(survey)

    def put_on(self, survey: Survey) -> None:
        """Another race is on the track: whoever listens is to be given a whole snapshot.

        Args:
            survey: where its lamps are.
        """
        self._seq += 1  # the snapshot to come is another than that of the race before
        self._track = _track(self._session.on, survey)

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
            told: what became known; the session is as right after it.
            unix_ns: now.
        """
        if told.kind in _SILENT or (told.race and told.kind not in _OF_SESSION):
            return None
        self._seq += 1
        return msgspec.json.encode(self._delta(told, unix_ns))

    def snapshot(self, unix_ns: int) -> bytes:
        """All there is to know now, newline left out."""
        return msgspec.json.encode(self._snapshot(self._session.on, unix_ns))

    def about(self, race: str, unix_ns: int) -> bytes:
        """What is told to who asks about a race of the session, newline left out.

        Args:
            race: its id; of no race there is nothing to tell.
            unix_ns: now.
        """
        live = self._session.races.get(race)
        snapshot = None if live is None else self._snapshot(live, unix_ns)
        return msgspec.json.encode(shown.About(race, snapshot))

    def _snapshot(self, live: Live, unix_ns: int) -> shown.Snapshot:
        """A race as it stands; lamps are there, and show something, of the one on the track alone."""
        is_on = live is self._session.on
        return shown.Snapshot(
            schema=shown.SCHEMA,
            seq=self._seq,
            boot=self._boot,
            state=live.state,
            race=_race(live),
            track=self._track if is_on else _track(live, None),
            clock=self._clock(live, unix_ns),
            lights=[light_shown(light, daylight=live.race.shine.daylight) for light in live.lights],
            runners=[runner_shown(live, starter.bib) for starter in live.race.heat.starters],
            records=live.records,
            output=self.output if is_on else live.output or self.output,
            blend=live.race.shine.blend,
            look=self.look if is_on else None,
            clocks=self.clocks,
            revision=live.revision,
            dark=live.dark,
            holds=holds_shown(live),
            holder=holder_shown(self._session),
            races=races_shown(self._session),
            aside=aside_shown(live),
            conflicts=conflicts_shown(live),
            sources=sources_shown(self._session),
            wind=live.wind,
            changes=live.changes,
            alarms=self.alarms,
            stakes=stakes_shown(live.opened.stakes),
            coming=coming_shown(self.timetable, self._session.races),
        )

    def _delta(self, told: Told, unix_ns: int) -> shown.Delta:
        fields = self._fields(told, unix_ns)
        if fields is None:
            fields = ({"bib": told.bib} if told.bib else {}) | _fields(told.shown)
        return _DELTA[told.kind](**fields, seq=self._seq)

    def _fields(self, told: Told, unix_ns: int) -> dict[str, Any] | None:  # noqa: PLR0911 - a table
        """What is said of it, where the state of things says all; None where `told` does."""
        live = self._session.on
        if told.kind in _ALL:
            return {told.kind: _ALL[told.kind](self._session)}
        match told.kind:
            case "state":
                return {"state": live.state, "dark": live.dark, "holds": holds_shown(live)}
            case "clock":
                return _fields(self._clock(live, unix_ns))
            case "look" | "output" | "clocks":
                return _fields(getattr(self, told.kind))
            case "alarms":
                return {"alarms": self.alarms}
            case "runner":
                return _fields(runner_shown(live, told.bib))
            case "replan":
                light = next(one for one in live.lights if one.asked == told.shown)
                return _fields(light_shown(light, daylight=live.race.shine.daylight))
        return None

    def _clock(self, live: Live, unix_ns: int) -> shown.ClockShown:
        clock, gun = self.clock, live.gun
        if live is not self._session.on:
            clock = None if gun is None else RaceClock(gun.monotonic_ns, gun.unix_ns, live.rate)
        if clock is None:
            return shown.ClockShown(None, self._rate, unix_ns)
        return shown.ClockShown(
            clock.gun_unix_ns,
            float(clock.rate),
            unix_ns,
            gun.source if gun else "",
            None if gun is None or gun.error_ns is None else gun.error_ns / 1e6,
        )


_ALL: Mapping[str, Callable[[Session], object]] = MappingProxyType(
    {
        "records": lambda session: session.on.records,
        "aside": lambda session: aside_shown(session.on),
        "conflicts": lambda session: conflicts_shown(session.on),
        "wind": lambda session: session.on.wind,
        "races": races_shown,
        "holder": holder_shown,
        "sources": sources_shown,
    }
)
"""What is told as a whole whenever anything of it is another."""

_DELTA: Mapping[str, Callable[..., shown.Delta]] = MappingProxyType(
    {
        "state": shown.StateDelta,
        "clock": shown.ClockDelta,
        "split": shown.SplitDelta,
        "gap": shown.GapDelta,
        "outlook": shown.OutlookDelta,
        "result": shown.ResultDelta,
        "record": shown.RecordDelta,
        "look": shown.LookDelta,
        "output": shown.OutputDelta,
        "clocks": shown.ClocksDelta,
        "change": shown.ChangeDelta,
        "runner": shown.RunnerDelta,
        "replan": shown.LightDelta,
        "records": shown.RecordsDelta,
        "aside": shown.AsideDelta,
        "conflicts": shown.ConflictsDelta,
        "wind": shown.WindDelta,
        "races": shown.RacesDelta,
        "holder": shown.HolderDelta,
        "sources": shown.SourcesDelta,
        "alarms": shown.AlarmsDelta,
    }
)


def _fields(struct: msgspec.Struct | None) -> dict[str, Any]:
    return {} if struct is None else msgspec.structs.asdict(struct)


def _race(live: Live) -> shown.RaceShown:
    race, heat = live.race, live.race.heat
    return shown.RaceShown(
        id=race.id,
        name=race.name,
        event=event_shown(heat.event),
        sex=heat.sex,
        day=heat.day.isoformat(),
        venue=heat.venue,
        competition=heat.competition,
    )


def _track(live: Live, survey: Survey | None) -> shown.TrackShown:
    """Where it is run; the lamps are those of the race on the track."""
    track = live.race.track
    return shown.TrackShown(
        name=track.name,
        lap_m=track.lap.metres,
        start_s=live.race.course.start_m,
        outline=track.outline(_ROAD_OUTLINE if live.race.course.road else _OUTLINE).round(3).tolist(),
        lamps=[] if survey is None else survey.metres.round(3).tolist(),
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
    does = "run" if isinstance(lights, (Run, Hold)) else "stand" if isinstance(lights, Stand) else None
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
        first=look.first if look.name is Name.WALK else None,
        last=look.last if look.name is Name.WALK else None,
        blinks=look.blinks,
        per_minute=look.per_minute,
    )

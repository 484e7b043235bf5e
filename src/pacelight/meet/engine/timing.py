"""Listening to timing systems: what they say is placed, written down, and acknowledged, in that order.

::

    listener.read ─► guns (when it began) ─► placing (who, where, when) ─► note ─► acknowledge

The light's gun is back-dated: it is fired at the instant at which it was, not at which it was heard of, and
moved when that is known better.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from pacelight.book.model import Standing
from pacelight.errors import OutputError, PacelightError
from pacelight.mark import Elapsed, Mark
from pacelight.meet.clock import RaceClock
from pacelight.meet.desk.requests import Finish
from pacelight.meet.engine.placed import entered, entries_of, placing_of
from pacelight.meet.engine.resume import armed_at
from pacelight.meet.journal.entries import Commanded, Entry, Fired, GunMoved, Of, Opened, TimingSeen, Undone
from pacelight.meet.programme.zone import difference, local
from pacelight.meet.race import Command, State
from pacelight.timing.formats.times import of_day_text
from pacelight.timing.gun import GunEstimate, Guns
from pacelight.timing.gun.stamps import since
from pacelight.timing.placing import GunAt, Placement, Placing
from pacelight.timing.reading import Confirmed, FalseStart, Heard, HeatNamed
from pacelight.timing.sources.address import listener
from pacelight.timing.sources.port import Acknowledging, Listener

if TYPE_CHECKING:
    from pacelight.meet.bus import Watched
    from pacelight.meet.engine.engine import Engine
    from pacelight.meet.engine.planned import Device
    from pacelight.meet.live.live import Live
    from pacelight.timing.sources.port import ListenerStatistics

__all__ = ["Timing", "listening"]

_NS = 1_000_000_000
_BEFORE_NS = 2 * _NS
"""What is heard earlier than this before a gun is of no race of it."""

_RECALLED_NS = 20 * _NS
"""A start is recalled by its timing system within this time, or by a person."""

_LOOK_NS = _NS // 4
_MOVED_NS = _NS // 100
"""By less the clock of a system is not told to stand otherwise."""

_DOUBT = "says that a gun was at"
_ON_THE_WAY = frozenset({State.RUNNING, State.HELD})
_BEFORE = frozenset({Command.ARM, Command.RECALL, Command.RESET, Command.LOAD})
"""After these another start is due: what was heard before is of none that counts."""


@dataclass(slots=True)
class Timing:
    """All timing systems of a session.

    Attributes:
        listeners: one for each.
        devices: by name, where they see runners.
        heats: by race, how the systems number it.
        warn: told in one line what people should know.
    """

    listeners: Sequence[Listener]
    devices: "Mapping[str, Device]"
    heats: Mapping[str, HeatNamed]
    warn: Callable[[str], object]
    _guns: Guns | None = None
    _resumed: bool = False
    _placings: dict[str, Placing] = field(default_factory=dict)
    _safe: dict[str, list[str]] = field(default_factory=dict)
    _opened: dict[str, int] = field(default_factory=dict)
    _seen: dict[str, TimingSeen] = field(default_factory=dict)
    _look_ns: int = 0
    _finished: set[tuple[str, int]] = field(default_factory=set)
    _said: set[str] = field(default_factory=set)

    @property
    def watched(self) -> Sequence[Listener]:
        """What is to be waited for."""
        return self.listeners

    def wake_ns(self) -> int | None:
        """When to listen though nothing is there to be read, on the monotonic clock."""
        return min((due for one in self.listeners if (due := one.wake_ns()) is not None), default=None)

    def listen(self, engine: "Engine", ready: "Sequence[Watched]") -> None:
        """Hear what has come, and have it written down.

        Args:
            engine: writes it down.
            ready: of the listeners, those who can be read.
        """
        now_ns = engine.clock.now().monotonic_ns
        self._guns_of(engine)
        for one in self.listeners:
            due_ns = one.wake_ns()
            if one not in ready and (due_ns is None or due_ns > now_ns):
                continue
            for heard in self._read(engine, one, now_ns):
                self._hear(engine, heard)
                self._safe.setdefault(one.name, []).append(getattr(heard.reading, "key", ""))
        self._acknowledge(engine)
        if now_ns >= self._look_ns:
            self._look_ns = now_ns + _LOOK_NS
            self._look(engine)

    def took(self, engine: "Engine", entry: Entry) -> None:
        """What was written down and taken, whoever said it."""
        live = engine.session.on
        if isinstance(entry, Of):
            live, entry = engine.session.race(entry.race), entry.entry
        match entry:
            case Commanded(command=command) if command in _BEFORE:
                self._placings.pop(live.race.id, None)
                if live is engine.session.on:
                    self._guns_of(engine).again(engine.clock.now().monotonic_ns)
                    self._resumed = False
            case Opened():
                self._placings.pop(live.race.id, None)
            case Undone():
                self._place_again(engine, live)
            case Fired() | GunMoved() if live is engine.session.on:
                self._learn(engine, entry)
                self._fire(engine, live)
            case _ if live.race.id in self._placings:
                entered(self._placings[live.race.id], entry, live)

    def statistics(self) -> "Mapping[str, ListenerStatistics]":
        """By name, how each does."""
        return {one.name: one.statistics() for one in self.listeners}

    def close(self) -> None:
        """Listen no more."""
        for one in self.listeners:
            one.close()

    def _read(self, engine: "Engine", one: Listener, now_ns: int) -> Sequence[Heard]:
        """What has come; the guns know before whether a line was opened, and what it says of the clocks."""
        heard, guns = one.read(now_ns), self._guns_of(engine)
        opened_ns = one.statistics().opened_ns
        if opened_ns is not None and self._opened.get(one.name) != opened_ns:
            self._opened[one.name] = opened_ns
            guns.opened(one.name, opened_ns, _of_day_ns(engine, opened_ns), _known_ns(engine, one.name))
        guns.learn(heard)
        return heard

    def _hear(self, engine: "Engine", heard: Heard) -> None:
        guns = self._guns_of(engine)
        guns.hear(heard)
        if isinstance(heard.reading, FalseStart):
            self._recall(engine, heard)
        if (estimate := guns.estimate()) is not None:
            self._time(engine, estimate)
        if engine.session.on.state is State.ARMED:
            for source, why in self._doubts(guns).items():
                self._warn_once(f"{source} {why}")
        for live in list(self._open(engine)):
            gun = self._gun(engine, live)
            for placement in self._placing(engine, live).take(heard, gun):
                self._write(engine, live, placement)
        self._finish(engine)

    def _guns_of(self, engine: "Engine") -> Guns:
        """What is known of the gun; of one that an engine before this one has fired, that it was then."""
        if self._guns is None:
            clock, now = engine.feed.clock, engine.clock.now()
            self._resumed = clock is not None
            armed = engine.session.on.state is State.ARMED
            armed_unix_ns = armed_at(engine.scribe.journal.lines) if armed else None  # by one before this
            armed_ns = 0 if armed_unix_ns is None else max(0, now.unix_ns - armed_unix_ns)
            since_ns = now.monotonic_ns - armed_ns if clock is None else clock.gun_ns - _BEFORE_NS
            self._guns = Guns(since_ns, engine.rate)
        return self._guns

    def _time(self, engine: "Engine", estimate: GunEstimate) -> None:
        """Fire the gun that is heard, at the instant at which it was; or move it where that was another."""
        live, clock = engine.session.on, engine.feed.clock
        for left in estimate.left_out:
            self._warn_once(f"{left.evidence.source} is not believed about the gun: {left.why}")
        if live.state is State.ARMED and estimate.starts:
            now = engine.clock.now()
            ago_ns = now.monotonic_ns - estimate.at_ns
            if estimate.what == "time of day" and ago_ns > _BEFORE_NS:
                said = f"the gun of {estimate.source} was {_seconds(engine, ago_ns)} s before it was heard"
                self.warn(f"{said}: its line is slow, or its clock was set back")
            unix_ns = now.unix_ns - ago_ns
            engine.note(
                Fired(
                    estimate.at_ns,
                    unix_ns,
                    engine.boot,
                    str(engine.rate),
                    source=estimate.source,
                    error_ns=estimate.error_ns,
                )
            )
        elif live.state in _ON_THE_WAY and clock is not None:
            by_ns = estimate.moved_ns(clock.gun_ns)
            # Of what the engine before this one heard nothing is left: it may have been earlier, not later.
            if by_ns < 0 or (by_ns > 0 and not self._resumed):
                engine.note(GunMoved(by_ns, source=estimate.source, error_ns=estimate.error_ns))

    @staticmethod
    def _doubts(guns: Guns) -> Mapping[str, str]:
        """By source, why its gun fires nothing: it is of another race if the clock of its system is right."""
        return {
            source: f"{_DOUBT} {of_day_text(of_day_ns, 1)}, of another race if its clock is right:"
            " nothing was started (start by hand if it was this one)"
            for source, of_day_ns in guns.doubted.items()
        }

    def _warn_once(self, said: str) -> None:
        if said not in self._said:
            self._said.add(said)
            self.warn(said)

    def _learn(self, engine: "Engine", entry: Fired | GunMoved) -> None:
        """What a person says of the gun, the systems are held against."""
        clock = engine.feed.clock
        if not entry.by or clock is None:
            return
        guns, now_ns = self._guns_of(engine), engine.clock.now().monotonic_ns
        if isinstance(entry, Fired) and entry.error_ns is not None:
            guns.press(entry.by, clock.gun_ns, entry.error_ns)
        elif isinstance(entry, GunMoved) or now_ns - clock.gun_ns > _NS:
            guns.pin(clock.gun_ns)
        else:
            guns.press(entry.by, clock.gun_ns)

    def _fire(self, engine: "Engine", live: "Live") -> None:
        """What waited for the gun, or follows from another one."""
        gun = self._gun(engine, live)
        for placement in self._placing(engine, live).fire(gun):
            self._write(engine, live, placement)

    def _place_again(self, engine: "Engine", live: "Live") -> None:
        """Something was taken back: what the systems say may hold now."""
        before = self._placings.pop(live.race.id, None)
        if before is not None and live.gun is not None:
            self._placing(engine, live).adopt(before)
            self._fire(engine, live)

    def _recall(self, engine: "Engine", heard: Heard) -> None:
        live, clock = engine.session.on, engine.feed.clock
        young = clock is None or clock.elapsed_ns(heard.at_ns) < _RECALLED_NS
        if live.state is State.ARMED or (live.state in _ON_THE_WAY and young):
            engine.note(Commanded(Command.RECALL, reason=f"{heard.source} says that it was a false start"))
        elif live.state in _ON_THE_WAY:
            self.warn(f"{heard.source} speaks of a false start: recall the race if it was one")

    def _open(self, engine: "Engine") -> "Iterator[Live]":
        """Races that a reading may be about: the one on the track, and earlier ones that it can name."""
        on = engine.session.on
        for live in engine.session.races.values():
            if live is on or (live.gun is not None and live.race.id in self.heats):
                yield live

    def _placing(self, engine: "Engine", live: "Live") -> Placing:
        if live.race.id not in self._placings:
            guns = self._guns_of(engine)
            self._placings[live.race.id] = placing_of(
                live,
                points={name: one.points for name, one in self.devices.items() if one.points},
                clocks={one.name: guns.clock(one.name) for one in self.listeners},
                record=_record(engine, live),
                heat=self.heats.get(live.race.id),
            )
        return self._placings[live.race.id]

    @staticmethod
    def _gun(engine: "Engine", live: "Live") -> GunAt | None:
        if live.gun is None:
            return None
        clock = engine.feed.clock if live is engine.session.on else None
        clock = clock or RaceClock.of(live.gun, engine.clock.now(), engine.boot, live.guns)
        return GunAt(clock.gun_ns, live.gun.error_ns, Fraction(clock.rate))

    def _write(self, engine: "Engine", live: "Live", placement: Placement) -> None:
        if isinstance(placement, Confirmed):
            self.warn(f"the timing system says that the result of '{live.race.id}' is confirmed")
        for entry in entries_of(placement, live):
            engine.note_of(live, entry)
        engine.credit()

    def _finish(self, engine: "Engine") -> None:
        """The last runner is in: the engine says so itself, once of each start."""
        live = engine.session.on
        start = (live.race.id, 0 if live.gun is None else live.gun.monotonic_ns)
        due = live.state in _ON_THE_WAY and live.everyone_in and start not in self._finished
        if due and engine.ask(Finish()):
            self._finished.add(start)

    def _acknowledge(self, engine: "Engine") -> None:
        """Let devices know what is safe: what waits for a disk is not, nor what hangs on a doubted gun.

        Whoever is started again is told all of that anew.
        """
        if engine.scribe.stuck:
            return
        armed = engine.session.on.state is State.ARMED
        doubted = self._guns_of(engine).doubted if armed else {}
        for one in self.listeners:
            keys = [] if one.name in doubted else self._safe.pop(one.name, [])
            if keys and isinstance(one, Acknowledging):
                one.acknowledge(keys)

    def _look(self, engine: "Engine") -> None:
        """Which system came, went or fell silent, how its clock stands, and which gun of it was left out."""
        guns = self._guns_of(engine)
        doubts = self._doubts(guns) if engine.session.on.state is State.ARMED else {}
        for one in self.listeners:
            done = one.statistics()
            if set_ns := guns.clock(one.name).set_ns:
                way, seconds = "ahead" if set_ns > 0 else "back", _seconds(engine, abs(set_ns))
                self._warn_once(f"the clock of {one.name} was set {way} by {seconds} s")
            why = doubts.get(one.name, done.why)
            offset_ns = _offset_ns(engine, guns.stands(one.name))
            known_ns = offset_ns if offset_ns is not None else _known_ns(engine, one.name)
            seen = TimingSeen(one.name, done.state, known_ns, why=why)
            if _is_other(self._seen.get(one.name), seen) and not engine.scribe.stuck:
                self._seen[one.name] = seen
                engine.note(seen)


def _seconds(engine: "Engine", ns: int) -> int:
    """Of a system's clock in that time of ours, rounded."""
    return round(ns * engine.rate / _NS)


def _is_other(before: TimingSeen | None, now: TimingSeen) -> bool:
    """Whether it is worth a line: of the reasons of a listener only the first after each turn is."""
    if before is None or before.state != now.state:
        return True
    if before.why != now.why and any(one.why.startswith(_DOUBT) for one in (before, now)):
        return True
    was_ns, is_ns = before.offset_ns, now.offset_ns
    return is_ns is not None and (was_ns is None or abs(is_ns - was_ns) >= _MOVED_NS)


def _known_ns(engine: "Engine", source: str) -> int | None:
    """How the clock of a system stood when that was written down last, by an engine before this one too."""
    seen = engine.session.sources.get(source)
    return None if seen is None else seen.offset_ns


def _offset_ns(engine: "Engine", stamp: tuple[int, int] | None) -> int | None:
    """Its time of day less ours, by the stamp that was heard least late; None while that is not known."""
    return None if stamp is None else since(stamp[1], _of_day_ns(engine, stamp[0]))


def _of_day_ns(engine: "Engine", at_ns: int) -> int:
    """Our time of day at the venue at an instant of the clock that is never set; here, on another day."""
    now, live = engine.clock.now(), engine.session.on
    unix_ns = now.unix_ns - (now.monotonic_ns - at_ns)
    if live.opened.zone:
        day, of_day_ns = local(unix_ns, live.opened.zone)
        if day == live.race.heat.day:
            return of_day_ns
    day, _ = local(unix_ns, "+00:00")
    return local(unix_ns, difference("", day))[1]


def _record(engine: "Engine", live: "Live") -> Elapsed | None:
    """The fastest that was ever run over the distance; None where the book does not know."""
    event = live.race.heat.event
    try:
        found = engine.book.record(event, live.race.heat.sex, as_of=live.race.eve)
    except PacelightError:
        return None
    return found.mark.elapsed if isinstance(found, Standing) and isinstance(found.mark, Mark) else None


def listening(
    devices: "Sequence[Device]", heats: Mapping[str, HeatNamed], warn: Callable[[str], object]
) -> Timing:
    """Whoever listens to these devices.

    Args:
        devices: with their addresses.
        heats: by race, how they number it.
        warn: told in one line what people should know.

    Raises:
        OutputError: one address is none, or nobody can listen there.
    """
    made: list[Listener] = []
    try:
        for one in devices:
            made.append(listener(one.name, one.url, allow=one.allow))  # noqa: PERF401 - closed if one fails
    except OutputError:
        for opened in made:
            opened.close()
        raise
    return Timing(made, {one.name: one for one in devices}, heats, warn)

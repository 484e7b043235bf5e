"""The engine: takes what happens, writes it down, then lets it be known.

Thin on purpose. What may be asked is decided by the `desk`, what timing systems say is placed by `timing`,
what is known is the `Session`, what is told `Feed` and `lines`, what goes into the book `intake`; here is
only the order: on the disk, then in the state, then told; and the one place where all is waited for.

::

    requests (bus) ─► desk ───┐
    timing systems ─► timing ─┼─► note: disk ─► session ─► lamps, bus, book
    a recording ─► autopilot ─┘
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from pacelight.errors import PacelightError, RaceError
from pacelight.lights.look.model import SHOWS, Look, Name
from pacelight.lights.loop.gate import shown
from pacelight.lights.loop.orders import Dark, Order, Show
from pacelight.meet import intake
from pacelight.meet.bus import Asker, Bus
from pacelight.meet.bus.protocol import ClocksShown
from pacelight.meet.clock import Clock, RaceClock, boot_id
from pacelight.meet.desk.requests import Do
from pacelight.meet.engine.autopilot import Autopilot
from pacelight.meet.engine.front import Front
from pacelight.meet.engine.lit import Lit
from pacelight.meet.engine.others import others_shown
from pacelight.meet.engine.part import TimingPart
from pacelight.meet.engine.possible import check
from pacelight.meet.engine.scribe import Scribe
from pacelight.meet.engine.seen import Seen
from pacelight.meet.journal.entries import Commanded, Credited, Done, Entry, Of, Opened, Staged, Withdrawn
from pacelight.meet.journal.sent import sent
from pacelight.meet.live.between import ends, look_of
from pacelight.meet.live.coming import Timetable
from pacelight.meet.live.feed import Feed, look_shown
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.live.told import Told
from pacelight.meet.race import LAMPS, Command, State
from pacelight.meet.show.lamps import Lamps, give
from pacelight.meet.show.looks import facts_of, order_of
from pacelight.meet.show.office import LOOK_NS, Office
from pacelight.timing.reading import HeatNamed

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.lights.loop.process import LoopStatistics
    from pacelight.timing.sources.port import ListenerStatistics

__all__ = ["Engine", "Tell"]

Tell = Callable[[Told, Live], None]
"""Who is told everything, besides the bus; `live` is the race right after it."""

_NS = 1_000_000_000
_OUTPUT_EVERY_NS = _NS
_GLANCE_NS = 5_000_000
"""To the first look whether the lamps show what they were told; each waits longer than the one before."""
_SOON_NS = _NS
"""After which nobody waits for that any more: these lamps are another engine's to light."""
_AWAY = frozenset({"silent", "lost", "refused"})
_OVER = frozenset({State.FINISHED, State.OFFICIAL})


@dataclass(slots=True)
class Engine:
    """The races of a session, from wherever its journal stands.

    Attributes:
        session: what the journal says so far.
        scribe: writes the journal on.
        book: is given candidates.
        lit: the lamps.
        rate: race seconds a second, of a gun that is still to come.
        tell: told everything, besides the bus.
        office: of leading, where other engines could; None where none could.
        alive: told again and again that this engine does not hang.
        front: answers what people ask.
        timing: listens to timing systems; None where there are none.
        dark: the lamps are dark whatever the journal says: it will say so, or no disk takes that.
    """

    session: Session
    feed: Feed
    scribe: Scribe
    book: "Book"
    bus: Bus
    lit: Lit
    clock: Clock
    rate: Fraction
    tell: Tell
    office: Office | None = None
    alive: Callable[[], object] = tuple
    front: Front = field(default_factory=Front)
    timing: TimingPart | None = None
    boot: str = field(default_factory=boot_id)
    dark: bool = False
    _begun: bool = False
    _output_ns: int = 0
    _due_ns: int | None = None
    _shown: Order | None = None
    _fade_ns: int | None = None
    _stage: Show | None = None
    _unseen_ns: int | None = None
    _seen: Seen = field(default_factory=Seen)

    def run(self, countdown_s: float) -> None:
        """Play the race on the track from its recording, until everyone is in and the lights are through.

        Args:
            countdown_s: seconds from arming to the gun.

        Raises:
            RaceError: it has none.
            Yielded: another engine leads.
        """
        race = self.session.on.race
        if not race.recording:
            raise RaceError(f"'{race.id}' holds no recording: there is nothing to run it from")
        self._begin()
        pilot = Autopilot(self, countdown_s)
        while (wake_ns := pilot.step()) is not None:
            self.turn(wake_ns)

    def serve(self) -> None:
        """Serve pages, people and timing systems for so long as the process lives."""
        self._begin()
        while True:
            self.turn(self.clock.now().monotonic_ns + _NS)

    def turn(self, until_ns: int) -> None:
        """Wait until then at most, for whatever comes first, and deal with it.

        Args:
            until_ns: on the monotonic clock.
        """
        self._begin()
        self._hold()
        self.alive()
        now_ns = self.clock.now().monotonic_ns
        if now_ns >= self._output_ns:
            self._output_ns = self._next_look_ns(now_ns)
            look = self._shine()
            self._look()
            self._publish([*look, Told("output"), *self._compare_clocks(), *self._raise_alarms()])
        self._publish(self._lamps_shown(now_ns))
        wake_ns = min([until_ns, self._output_ns, *self._wakes(now_ns)])
        ready = self.bus.turn(max(wake_ns - now_ns, 0) / _NS, self._snapshot)
        self._answer(self.bus.asked())
        if self.timing is not None:
            self.timing.listen(self, ready)
        self._make_known(self.scribe.again())
        self._end()

    def note(self, entry: Entry, *, asked: bool = False) -> bool:
        """Write down what happened, then let it be known: what is told is on the disk.

        What no disk takes is written once one does. What somebody asked is not known before that; what
        happened is, since lights do not wait for disks, but it is acknowledged to nobody.

        Args:
            entry: what happened.
            asked: somebody asked for it, and is to be answered.

        Returns:
            whether it is on the disk.

        Raises:
            RaceError: it is not possible, and somebody asked; of what happened people are warned.
            Yielded: another engine leads; what was not told yet is told to nobody.
        """
        self._hold()
        try:
            check(self.session, entry)
        except PacelightError as error:
            if asked:
                raise
            self.scribe.warn(f"left out: {error}")
            return True
        written = self.scribe.write(entry)
        self._make_known(written)
        saved = any(one is entry for one in written)
        if not saved and not asked:
            self.scribe.take_early(entry)
            self._take(entry)
        if not written or len(written) > 1:
            self._publish(self._raise_alarms())
        return saved

    def note_of(self, live: Live, entry: Entry) -> bool:
        """Write down what happened in a race, be it on the track or not; as `note`."""
        on = live is self.session.on or isinstance(entry, (Of, Opened))
        return self.note(entry if on else Of(live.race.id, entry))  # type: ignore[arg-type]  # of a race

    def ask(self, do: Do) -> bool:
        """Ask for something as the engine itself does, which runs a recording; whether it was done."""
        return self.front.ask(self, do)

    def listeners(self) -> "Mapping[str, ListenerStatistics]":
        """By name, how those do who listen to timing systems."""
        return {} if self.timing is None else self.timing.statistics()

    def expect(self, due_ns: int | None) -> None:
        """The gun is expected at this instant of the monotonic clock; None: nobody knows when."""
        self._due_ns = due_ns
        self._publish(self._shine())

    def credit(self, *, again: bool = False) -> None:
        """Have in the book whoever has finished officially, and not what does not hold any more.

        Args:
            again: the book is asked once more for what it has refused; the same word is not written twice.
        """
        for live in self.session.races.values():
            kept = live.credits.kept
            for bib in dict.fromkeys(one.bib for one in live.to_withdraw if again or one.bib not in kept):
                if not self.scribe.stuck:
                    self._settle(live, intake.withdraw(self.book, live, bib), kept.get(bib))
            while live.to_credit and not self.scribe.stuck:
                self.note_of(live, intake.credit(self.book, live, live.to_credit[0]))
            for bib, why in tuple(live.credits.refused.items()) if again else ():
                if bib in live.credited and not self.scribe.stuck:
                    self._settle(live, intake.credit(self.book, live, bib), why)

    def _settle(self, live: Live, entry: Credited | Withdrawn, before: tuple[str, ...] | None) -> None:
        """Write down what the book says, unless it refuses what it has refused before, and why."""
        if tuple(entry.refused) != before:
            self.note_of(live, entry)

    def take_up(self, timetable: Timetable, heats: Mapping[str, HeatNamed]) -> None:
        """The meet has these races from now on.

        Args:
            timetable: in order, and when each is to begin.
            heats: by race, how timing systems number it.
        """
        self.feed.timetable = timetable
        if self.timing is not None:
            self.timing.heats = heats
        self._publish([Told("races"), *self._raise_alarms()], anew=True)

    def darken(self, *, dark: bool) -> None:
        """Have the lamps dark at once, before anything is written down; or lit again.

        Args:
            dark: whether they are.
        """
        if dark != self.dark:
            self.dark = dark
            self._stage = None if dark else self._stage
            self._publish(self._shine())

    @property
    def lamps(self) -> Lamps:
        """Of the race on the track."""
        return self.lit.put_on(self.session.on)

    @property
    def through_ns(self) -> int:
        """When the last light of the race on the track is at its finish, on the monotonic clock."""
        live, clock = self.session.on, self.feed.clock
        last_ns = live.holds.race_ns(max((light.plan.finish.ns for light in live.lights), default=0))
        if clock is None or last_ns is None:
            return self.clock.now().monotonic_ns
        return clock.instant_ns(last_ns)

    def close_race(self) -> None:
        """Another race comes on the track: what the lamps were sent of this one is written down before."""
        live = self.session.on
        if live.state not in _OVER or live.done or live.gun is None:
            return
        done, now = self.lamps.statistics(), self.clock.now()
        self.feed.see(done, now)
        for entry in self._seen.tell(done, now.monotonic_ns):
            self.note(entry)
        self.note(sent(done, self.feed.output, now.monotonic_ns))
        self.note(Done(live.opened.book, str(self.scribe.journal.path)))

    def _begin(self) -> None:
        """What follows from the journal as it stands."""
        if self._begun:
            return
        self._begun = True
        self.feed.timetable = self.front.timetable
        for one in self.timing.watched if self.timing is not None else ():
            self.bus.watch(one)
        self._keep_time()
        self._publish(self._shine())
        self.credit(again=True)

    def _make_known(self, written: Iterable[Entry]) -> None:
        """What is on the disk now is taken, and told, if it was not before."""
        for entry in written:
            self._hold()
            self.bus.spread()
            if not self.scribe.was_early(entry):
                self._take(entry)

    def _take(self, entry: Entry) -> None:
        """Take it into the session, and tell what follows."""
        before = self.session.on
        if isinstance(entry, Commanded) and entry.command in LAMPS:
            self._fade_ns = self.clock.now().monotonic_ns if entry.command is Command.FADE else None
        told = self.session.take(entry)
        self._set_stage(entry)
        another = self.session.on is not before
        if another:
            self._due_ns = None
        self._keep_time()
        look = self._shine()
        self._let_know(told)
        self._publish([*told, *look], anew=another)
        if self.timing is not None:
            self.timing.took(self, entry)

    def _set_stage(self, entry: Entry) -> None:
        """What is shown between races from now on: this engine alone knows, so that it ends with it."""
        if isinstance(entry, Staged):
            look = look_of(entry)
            self._stage = None if look is None else Show(look, self.clock.now().monotonic_ns)
        elif ends(entry, self.session.on):
            self._stage = None

    def _keep_time(self) -> None:
        """The clock of the race on the track, and its lights as they are planned now."""
        live, now = self.session.on, self.clock.now()
        if live.state not in {State.CHECKED, State.ARMED}:
            self._due_ns = None
        clock = RaceClock.of(live.gun, now, self.boot, live.guns) if live.gun is not None else None
        if clock is None or self.feed.clock is None or self._is_other(clock, self.feed.clock):
            self.feed.clock = clock
        self.lit.put_on(live)

    def _is_other(self, clock: RaceClock, before: RaceClock) -> bool:
        """Whether a clock is another; where the gun is known by the time of day alone, both are read anew."""
        known = self.boot in self.session.on.guns
        return clock != before if known else clock.gun_unix_ns != before.gun_unix_ns

    def _answer(self, asked: Sequence[Asker]) -> None:
        for asker in asked:
            if asker.about is None:
                self.front.answer(self, asker)
            else:
                asker.tell(self.feed.about(asker.about, self.clock.now().unix_ns))

    def _look(self) -> "LoopStatistics":
        """See how the lamps do: for pages, and while a race runs for the journal."""
        now, done = self.clock.now(), self.lamps.statistics()
        self.feed.see(done, now)
        live = self.session.on
        clock = None if live.done else self.feed.clock
        for entry in [
            *self._seen.follow(clock, done, now.monotonic_ns),
            *self._seen.see(done, now.monotonic_ns),
        ]:
            self.note(entry)
        return done

    def _shine(self) -> list[Told]:
        """Have the lamps show what follows from the race; pages are told what, if it is another thing."""
        now = self.clock.now()
        live = self.session.on
        now_ns, faded_ns, stage = now.monotonic_ns, self._fade_ns, self._stage
        facts = facts_of(live, self.feed.clock, now_ns, self._due_ns, fade_ns=faded_ns, stage=stage)
        order = Dark() if self.dark else order_of(facts, live.race.shine)
        if order == self._shown:
            return []
        if shown(order) in SHOWS and not (self._shown is not None and shown(self._shown) in SHOWS):
            give(self.lamps, Show(Look(Name.IDLE), 0))  # no race is on: a show may follow
        self._shown = order
        give(self.lamps, order)
        self._unseen_ns = now.monotonic_ns
        self.feed.look = look_shown(order, now)
        return [Told("look")]

    def _lamps_shown(self, now_ns: int) -> list[Told]:
        """The first frame of what the lamps were told last has left: who pressed a button waits for that."""
        if self._unseen_ns is None:
            return []
        done = self.lamps.statistics()
        if done.shown_ns is None:
            if done.told_ns is None or now_ns - self._unseen_ns > _SOON_NS:
                self._unseen_ns = None
            return []
        self._unseen_ns = None
        self.feed.see(done, self.clock.now())
        return [Told("output")]

    def _end(self) -> None:
        """Once the last light is through, write down what was sent."""
        live = self.session.on
        if live.state in _OVER and not live.done and live.gun is not None:
            now_ns = self.clock.now().monotonic_ns
            if now_ns >= self.through_ns and not self.scribe.stuck:
                self.close_race()

    def _wakes(self, now_ns: int) -> Iterable[int]:
        """Instants at which something falls due."""
        if self.office is not None:
            yield now_ns + LOOK_NS
        if self._unseen_ns is not None:
            yield now_ns + max(_GLANCE_NS, (now_ns - self._unseen_ns) // 4)
        if self.timing is not None and (wake_ns := self.timing.wake_ns()) is not None:
            yield wake_ns
        live = self.session.on
        if live.state in _OVER and not live.done and live.gun is not None and not self.scribe.stuck:
            yield self.through_ns

    def _next_look_ns(self, now_ns: int) -> int:
        """In a second; or when a light is at its finish, so that what is known of it ends there."""
        clock = self.feed.clock
        ends = [clock.instant_ns(light.plan.finish.ns) for light in self.session.on.lights] if clock else []
        return min([now_ns + _OUTPUT_EVERY_NS, *(end for end in ends if end > now_ns)])

    def _compare_clocks(self) -> Iterable[Told]:
        """How those do who follow, if that is news."""
        clocks = ClocksShown(others_shown(self.bus.following(), self.scribe.journal.count))
        if clocks == self.feed.clocks:
            return []
        self.feed.clocks = clocks
        return [Told("clocks")]

    def _raise_alarms(self) -> Iterable[Told]:
        """What people must know now, if it is another thing than before."""
        away = [
            f"timing '{name}' is {done.state}{': ' if done.why else ''}{done.why}"
            for name, done in self.listeners().items()
            if done.state in _AWAY
        ]
        said = [self.scribe.alarm or self._sealed(), self.front.fault, *self.front.lasting]
        alarms = [*filter(None, said), *self._refused(), *away]
        if alarms == self.feed.alarms:
            return []
        self.feed.alarms = alarms
        return [Told("alarms")]

    def _refused(self) -> Iterable[str]:
        """Marks that are in the journal and not in the book, a race in one line."""
        for live in self.session.races.values():
            if missing := live.credits.missing:
                why = next(iter(missing.values()))[0]
                yield f"the book refuses marks of race '{live.race.id}', bib {', '.join(missing)}: {why}"

    def _sealed(self) -> str:
        why = self.session.sealed
        return f"the journal goes on in {self.scribe.journal.file}: {why}" if why else ""

    def _hold(self) -> None:
        if self.office is not None:
            self.office.hold()

    def _let_know(self, told: Iterable[Told]) -> None:
        for one in told:
            self.tell(one, self.session.race(one.race) if one.race else self.session.on)

    def _publish(self, told: Iterable[Told], *, anew: bool = False) -> None:
        """Tell pages; all anew where another race is on the track."""
        unix_ns = self.clock.now().unix_ns
        if anew:
            self.feed.put_on(self.lit.survey)
            self.bus.renew(self._snapshot)
            return
        deltas = [self.feed.delta(one, unix_ns) for one in told]
        self.bus.publish([delta for delta in deltas if delta is not None], self._snapshot)

    def _snapshot(self) -> bytes:
        return self.feed.snapshot(self.clock.now().unix_ns)

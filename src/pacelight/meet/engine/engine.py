"""The engine: takes what happens, writes it down, then lets it be known.

Thin on purpose. What is known is `Live`, what is told `Feed` and `lines`, what goes into the book
`intake`; here is only the order: on the disk, then in the state, then told.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from pacelight.lights.loop.orders import Order
from pacelight.meet import intake
from pacelight.meet.bus import Bus
from pacelight.meet.bus.protocol import ClocksShown
from pacelight.meet.clock import Clock, RaceClock, boot_id
from pacelight.meet.engine.others import others_shown
from pacelight.meet.journal.entries import Commanded, Done, Entry, Fired, Judged, Passed, Shown
from pacelight.meet.journal.file import Journal
from pacelight.meet.journal.sent import sent
from pacelight.meet.journal.stretches import Witness
from pacelight.meet.live.feed import Feed, look_shown
from pacelight.meet.live.live import Live
from pacelight.meet.live.told import Told
from pacelight.meet.race import Command, State
from pacelight.meet.show.lamps import Lamps, give
from pacelight.meet.show.looks import facts_of, order_of
from pacelight.meet.show.office import LOOK_NS, Office
from pacelight.timing import Gun, Passing
from pacelight.timing.sources import Replay, TimedEvent

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.lights.loop.process import LoopStatistics

__all__ = ["Engine", "Tell"]

Tell = Callable[[Told, Live], None]
"""Who is told everything, besides the bus; `live` is the race right after it."""

_NS = 1_000_000_000
_OUTPUT_EVERY_NS = _NS
_BY = "engine"


@dataclass(slots=True)
class Engine:
    """One race, from wherever its journal stands to its end.

    Attributes:
        live: what the journal says so far.
        book: is given candidates.
        rate: race seconds a second, of a gun that is still to come.
        tell: told everything, besides the bus.
        office: of leading, where other engines could; None where none could.
        alive: told again and again that this engine does not hang.
    """

    live: Live
    feed: Feed
    journal: Journal
    book: "Book"
    bus: Bus
    lamps: Lamps
    clock: Clock
    rate: Fraction
    tell: Tell
    office: Office | None = None
    alive: Callable[[], object] = tuple
    _boot: str = field(default_factory=boot_id)
    _output_ns: int = 0
    _due_ns: int | None = None
    _shown: Order | None = None
    _witness: Witness | None = None

    def run(self, countdown_s: float) -> None:
        """Play the race to its end; returns when everyone is in and the lights are through.

        Args:
            countdown_s: seconds from arming to the gun.

        Raises:
            JournalError: the disk refuses; nothing that was not written down is told.
        """
        if self.live.state in {State.IDLE, State.RECALLED}:
            self.note(Commanded(Command.ARM, _BY))
        if self.live.state is State.ARMED:
            due_ns = self.clock.now().monotonic_ns + round(countdown_s * _NS)
            self._due_ns = due_ns if countdown_s else None
            self._publish(self._shine())
            self._wait_until(due_ns)
            self._fire()
        if self.live.gun is None:
            return
        clock = self._start(self.live.gun)
        if self.live.state is State.RUNNING:
            self._follow(clock)
            self.note(Commanded(Command.FINISH, _BY))
        if self.live.state is State.FINISHED and not self.live.done:
            self._close(clock)

    def serve(self) -> None:
        """Answer pages for so long as the process lives."""
        while True:
            self._wait_until(self.clock.now().monotonic_ns + _NS)

    def note(self, entry: Entry) -> None:
        """Write down what happened, then let it be known: what is told is on the disk.

        Raises:
            JournalError: the disk refuses.
            Yielded: another engine leads; what was not told yet is told to nobody.
        """
        self._hold()
        self.journal.append(entry, unix_ns=self.clock.now().unix_ns)
        self._hold()
        self.bus.spread()
        told = self.live.take(entry)
        look = self._shine()
        self._let_know(told)
        self._publish(look)

    def _fire(self) -> None:
        now = self.clock.now()
        fired = Fired(now.monotonic_ns, now.unix_ns, self._boot, str(self.rate))
        self.feed.clock = RaceClock.of(fired, now, self._boot)
        self.note(fired)

    def _start(self, gun: Fired) -> RaceClock:
        """The race's clock, and the lights on it; an engine that took over finds the gun in the journal."""
        clock = RaceClock.of(gun, self.clock.now(), self._boot, self.live.guns)
        self.feed.clock = clock
        self._publish(self._shine())
        now = self.clock.now()
        self._witness = Witness(clock, self.lamps.statistics(), now.monotonic_ns)
        return clock

    def _look(self) -> "LoopStatistics":
        """See how the lamps do: for pages, and while a race runs for the journal."""
        now, done = self.clock.now(), self.lamps.statistics()
        self.feed.see(done, now)
        if self._witness is not None:
            self._witness.see(done, now.monotonic_ns)
            if self._witness.has_enough:
                self._bear_witness()
        return done

    def _bear_witness(self) -> None:
        """Write down what the lamps were sent since it was written down before."""
        if self._witness is not None:
            stretches, absent = self._witness.tell()
            if stretches or absent:
                self.note(Shown(stretches, absent))

    def _shine(self) -> list[Told]:
        """Have the lamps show what follows from the race; pages are told what, if it is another thing."""
        now = self.clock.now()
        facts = facts_of(self.live, self.feed.clock, now.monotonic_ns, self._due_ns)
        order = order_of(facts, self.live.race.shine)
        if order == self._shown:
            return []
        self._shown = order
        give(self.lamps, order)
        self.feed.look = look_shown(order, now)
        return [Told("look")]

    def _follow(self, clock: RaceClock) -> None:
        """Take every event as it falls due, until everyone is in."""
        source = Replay(
            self.live.race.recording, gun_ns=clock.gun_ns, rate=clock.rate, acknowledged=self.live.keys
        )
        self._credit()
        while not self.live.everyone_in and (wake_ns := source.wake_ns()) is not None:
            self._wait_until(wake_ns)
            for event in source.due(self.clock.now().monotonic_ns):
                self._take(event)

    def _take(self, event: TimedEvent) -> None:
        if isinstance(event, Gun):
            return
        self.note(Passed.of(event) if isinstance(event, Passing) else Judged.of(event))
        self._credit()

    def _credit(self) -> None:
        for bib in self.live.to_credit:
            self.note(intake.credit(self.book, self.live, bib))

    def _close(self, clock: RaceClock) -> None:
        """Wait for the last light, then write down what was sent."""
        last_ns = max((light.plan.finish.ns for light in self.live.lights), default=0)
        self._wait_until(clock.instant_ns(last_ns))
        done = self._look()
        self._bear_witness()
        self._witness = None
        self.note(sent(done, self.feed.output, self.clock.now().monotonic_ns))
        self.note(Done(self.live.opened.book, str(self.journal.path)))

    def _wait_until(self, monotonic_ns: int) -> None:
        """Serve the bus until then; about once a second tell how the lamps and the other engines do."""
        while (now_ns := self.clock.now().monotonic_ns) < monotonic_ns:
            self._hold()
            self.alive()
            if now_ns >= self._output_ns:
                self._output_ns = self._next_look_ns(now_ns)
                look = self._shine()
                self._look()
                self._publish([*look, Told("output"), *self._compare_clocks()])
            until_ns = min(monotonic_ns, self._output_ns)
            if self.office is not None:
                until_ns = min(until_ns, now_ns + LOOK_NS)
            self.bus.turn((until_ns - now_ns) / _NS, self._snapshot)

    def _next_look_ns(self, now_ns: int) -> int:
        """In a second; or when a light is at its finish, so that what is known of it ends there."""
        clock = self.feed.clock
        ends = [clock.instant_ns(light.plan.finish.ns) for light in self.live.lights] if clock else []
        return min([now_ns + _OUTPUT_EVERY_NS, *(end for end in ends if end > now_ns)])

    def _compare_clocks(self) -> Iterable[Told]:
        """How those do who follow, if that is news."""
        clocks = ClocksShown(others_shown(self.bus.following(), self.journal.count))
        if clocks == self.feed.clocks:
            return []
        self.feed.clocks = clocks
        return [Told("clocks")]

    def _hold(self) -> None:
        if self.office is not None:
            self.office.hold()

    def _let_know(self, told: Iterable[Told]) -> None:
        known = list(told)
        for one in known:
            self.tell(one, self.live)
        self._publish(known)

    def _publish(self, told: Iterable[Told]) -> None:
        unix_ns = self.clock.now().unix_ns
        deltas = [self.feed.delta(one, unix_ns) for one in told]
        self.bus.publish([delta for delta in deltas if delta is not None], self._snapshot)

    def _snapshot(self) -> bytes:
        return self.feed.snapshot(self.clock.now().unix_ns)

"""Two engines for one race: one leads, the other copies its journal and takes over when it is gone.

::

            lines of the journal, each as it is on the disk
  engine  ──────────────────────────────────────────────►  engine --standby
    │            reports: how far, how the clocks differ        │
    │                                                           │
  light loop  ◄───────────── heartbeats (UDP) ──────────────► light loop
    │                                                           │ silent while the other leads
    └──────────────────────► lamps ◄────────────────────────────┘

Which of the two leads is decided by their light loops, within a tenth of a second; the engines go by it.
Whoever takes over begins the next term, and says so in the journal. Whoever comes back finds that another
leads, says no more, and follows.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from pacelight.errors import OutputError
from pacelight.lights.standby.standing import Role
from pacelight.meet.bus import Bus, Follow, Where
from pacelight.meet.clock import Clock, boot_id
from pacelight.meet.engine.engine import Engine, Tell
from pacelight.meet.engine.follow import Follower
from pacelight.meet.engine.front import Front
from pacelight.meet.engine.held import Held, Race
from pacelight.meet.engine.others import reported
from pacelight.meet.engine.resume import Offset, go_on, resumed
from pacelight.meet.engine.scribe import Scribe
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.session import Session
from pacelight.meet.race import State
from pacelight.meet.show.office import LOOK_NS, Office, Post, Yielded

if TYPE_CHECKING:
    from fractions import Fraction

    from pacelight.book.asking.lists import Book
    from pacelight.meet.journal.entries import Opened
    from pacelight.meet.journal.file import Line

__all__ = ["Pair", "Part"]

_NS = 1_000_000_000

_LISTEN_NS = 250_000_000
"""For how long an engine that would lead looks whether another does; its lights listen for 160 ms."""

_REPORT_S = 0.5

_HANGS_S = 2.0
"""An engine whose lights live and that has said nothing for so long hangs: it beats five times a second."""


class _Ended(Exception):  # noqa: N818 - what happened, as one says it
    """Whoever led has ended the race as planned."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of one engine in a race of several.

    Attributes:
        name: of this engine, for people.
        bus: where it is listened to while it leads.
        others: where the others are.
        nodes: where light nodes are told what to show.
        standby: it never begins a race, and leads only where another has led and is gone.
        speed: race seconds a second, of a gun that is still to come.
    """

    name: str
    bus: tuple[Where, ...]
    others: tuple[Where, ...]
    nodes: tuple[Where, ...]
    standby: bool
    speed: "Fraction"


@dataclass(slots=True)
class Pair:
    """One of the engines of a race.

    Attributes:
        part: which one.
        held: the race, as it knows it.
        opening: makes the first line of a race that is begun here; None where none is.
        tell: told everything, besides the bus, while this engine leads.
        warn: told in one line what people should know.
        clock: the machine's.
        alive: told again and again that this engine does not hang.
        front: makes who answers what people ask, while this engine leads.
    """

    part: Part
    held: Held
    opening: "Callable[[Book], Opened] | None"
    tell: Tell
    warn: Callable[[str], object]
    clock: Clock
    alive: Callable[[], object] = tuple
    front: "Callable[[Book], Front]" = lambda _book: Front()
    _offset: Offset | None = None
    _yielded: bool = False
    _listens_ns: int | None = None
    _report_s: float = 0.0
    _term: int = 0
    _since_s: float = 0.0

    def run(self, countdown_s: float) -> None:
        """Lead or follow, whichever is due, until the race was ended as planned.

        Args:
            countdown_s: seconds from arming to the gun, where that is yet to come.

        Raises:
            PacelightError: what was wrong, in one line.
        """
        with self.held:
            self._begin()
            try:
                while True:
                    self._stand_by()
                    self._lead(countdown_s)
            except _Ended:
                self.warn("the engine that led has ended the race as planned, and so does this one")

    def _begin(self) -> None:
        opening = self.opening
        if self.held.journal.count:
            self.held.fold()
        elif opening is not None:
            self.held.begin(lambda book: Session(opening(book)))
        if self.held.journal.warning:
            self.warn(self.held.journal.warning)

    def _stand_by(self) -> None:
        """Copy the journal of whoever leads, until this engine has to."""
        me = Follow(0, "", self.part.name, "standby")
        self._listens_ns = None
        with Follower(self.held.journal, self.part.others, me, self.warn) as follower:
            while not self._is_due(follower):
                self._look_after(follower)
            # Whatever anybody was told has been sent here before.
            self._take(follower, follower.rest())

    def _is_due(self, follower: Follower) -> bool:
        """Whether this engine leads, or nobody does and it may.

        Raises:
            _Ended: whoever led has ended the race.
        """
        if self.held.lamps is None:
            return False
        post = self.held.lamps.post()
        if post.role is Role.ENDED:
            raise _Ended
        if post.follows and post.offset_ns is not None and post.error_ns is not None:
            self._offset = Offset(post.offset_ns, post.error_ns)
        if self._hangs(post, follower):
            self.warn("the engine that leads says nothing, though its lights live; this one takes over")
            self.held.lamps.lead()
        return post.role is Role.LEADING or self._hears_nobody(post, follower)

    def _hangs(self, post: Post, follower: Follower) -> bool:
        """Whether the engine that leads has said nothing for long, though its lights live."""
        now_s = time.monotonic()
        if post.term != self._term:
            self._term, self._since_s = post.term, now_s
        hangs = post.follows and min(follower.silent_s, now_s - self._since_s) > _HANGS_S
        if hangs:
            self._since_s = now_s
        return hangs

    def _hears_nobody(self, post: Post, follower: Follower) -> bool:
        """Whether the lights have listened long enough, and nobody leads.

        A standby whose lights were not up yet when the engine that it followed went has to lead, too.
        """
        waits = self.part.standby and not follower.lost
        if post.role is not Role.FOLLOWING or post.follows or waits:
            self._listens_ns = None
            return False
        now_ns = self.clock.now().monotonic_ns
        self._listens_ns = self._listens_ns or now_ns
        return now_ns - self._listens_ns > _LISTEN_NS

    def _look_after(self, follower: Follower) -> None:
        """One turn of following; an engine that could lead follows only whom its lights follow."""
        self.alive()
        lamps = self.held.lamps
        post = None if lamps is None else lamps.post()
        if post is not None and not post.follows and not self.part.standby:
            time.sleep(LOOK_NS / _NS)
            return
        self._take(follower, follower.turn(LOOK_NS / _NS, term=post.term if post else 0))
        now_s = time.monotonic()
        if post is not None and now_s >= self._report_s:
            self._report_s = now_s + _REPORT_S
            follower.report(reported(self.held.journal.count, post))

    def _take(self, follower: Follower, lines: "Sequence[Line]") -> None:
        if follower.parted:
            follower.parted = False
            self.held.fold()
        else:
            self.held.take(lines)

    def _lead(self, countdown_s: float) -> None:
        """Run the race from where its journal stands, until another engine leads."""
        race = self.held.race
        if race is None:
            return
        scribe = Scribe(self.held.journal, self.clock, self.warn)
        self._say_so(race, scribe)
        with self._open_bus() as bus:
            engine = self._engine(race, bus, scribe)
            bus.let_follow(self.held.journal, lambda: engine.lamps.post().term)
            try:
                if race.session.on.race.recording:
                    engine.run(countdown_s)
                engine.serve()
            except Yielded:
                self._yielded = True
                self.warn("another engine leads the race now; this one says no more, and follows it")
            except SystemExit:
                self._hand_over(bus, race)
                raise
        self.held.fold()

    def _engine(self, race: Race, bus: Bus, scribe: Scribe) -> Engine:
        live = race.session.on
        target = self.held.output or live.opened.target
        rate = float(self.part.speed)
        lamps = race.lit.put_on(live)
        return Engine(
            session=race.session,
            feed=Feed(race.session, race.lit.survey, boot=uuid4().hex[:16], rate=rate, target=target),
            scribe=scribe,
            book=race.book,
            bus=bus,
            lit=race.lit,
            clock=self.clock,
            rate=self.part.speed,
            tell=self.tell,
            office=Office(lamps.post, self.clock),
            alive=self.alive,
            front=self.front(race.book),
        )

    def _say_so(self, race: Race, scribe: Scribe) -> None:
        """Begin the journal, or say in it that this engine goes on."""
        journal, session = self.held.journal, race.session
        if not journal.count:
            scribe.write(session.on.opened)
            for told in session.begin():
                self.tell(told, session.on)
            return
        term = race.lit.put_on(session.on).post().term
        now = self.clock.now()
        entry = resumed(session, now, boot_id(), cut=journal.warning, term=term, offset=self._offset)
        go_on(scribe, session, entry)
        self.warn(f"this engine leads the race now, in term {entry.term}")

    def _open_bus(self) -> Bus:
        """Where this engine is listened to; one that takes over goes on even if it is heard nowhere."""
        if not self._yielded and not self.part.standby:
            return Bus(*self.part.bus)
        bus = Bus()
        for place in self.part.bus:
            try:
                bus.open(place, take=True)
            except OutputError as error:
                self.warn(str(error))
        return bus

    @staticmethod
    def _hand_over(bus: Bus, race: Race) -> None:
        """This engine is stopped in mid-race: whoever follows goes on."""
        on_the_way = race.session.on.state in {State.RUNNING, State.HELD}
        if on_the_way and any(one.follow.kind == "standby" for one in bus.following()):
            race.lit.put_on(race.session.on).leave()

"""Setting up an engine: everything is read and checked before anything is written or lit.

A race that is taken up is lit first, and heard next: its lights stand in the journal, and the book can wait.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from pacelight.lights.standby.absence import Absence
from pacelight.meet.bus import Bus, Tcp, Where
from pacelight.meet.clock import Clock, RaceClock, SystemClock, boot_id
from pacelight.meet.engine.engine import Engine, Tell
from pacelight.meet.engine.fresh import fresh, openings_of
from pacelight.meet.engine.front import Front
from pacelight.meet.engine.held import Held
from pacelight.meet.engine.last_read import begun, keep_meet
from pacelight.meet.engine.lit import Lit
from pacelight.meet.engine.pair import Pair, Part
from pacelight.meet.engine.peers import peers_of
from pacelight.meet.engine.planned import Device, Planned, devices_of, of_file, of_meet, opening
from pacelight.meet.engine.resume import folded, go_on, resumed
from pacelight.meet.engine.scribe import Scribe
from pacelight.meet.engine.taken_up import Parts
from pacelight.meet.engine.unready import Promised, unready
from pacelight.meet.journal import file as journals
from pacelight.meet.journal.file import Journal
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.session import Session
from pacelight.meet.show.lamps import Lamps, Lighting, give, light_loop
from pacelight.meet.show.lineup import warnings
from pacelight.meet.show.looks import facts_of, order_of

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.meet.engine.timing import Timing
    from pacelight.meet.journal.entries import Opened
    from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["Orders", "Part", "engine", "front_of", "pair"]


@dataclass(frozen=True, slots=True)
class Orders:
    """What to run, and where to.

    Attributes:
        race: the race file, or the meet file that `meet` was read from.
        book: a file or an address; is asked for the lights and given candidates.
        journal: begun here, or taken up where it ends.
        output: where frames are sent: ``sim://``, ``sacn://HOST``; empty for where the survey says.
        speed: race seconds a second.
        bus: where pages and those who follow are told; nowhere tells nobody.
        spare: a folder on another disk, where the journal goes on if its own refuses.
        meet: a session of several races; None for the one of the race file.
        devices: timing systems that are listened to, besides those of the meet file.
        fault: what is wrong with the meet file, so that `meet` is as last read; empty where it is right.
    """

    race: Path
    book: Path | str
    journal: Path
    output: str
    speed: Fraction
    bus: tuple[Where, ...] = ()
    spare: Path | None = None
    meet: "MeetFile | None" = None
    devices: tuple[Device, ...] = ()
    fault: str = ""

    @property
    def races(self) -> tuple[Planned, ...]:
        """That may be run, in order.

        Raises:
            PacelightError: the race file is none.
        """
        return of_file(self.race) if self.meet is None else of_meet(self.meet)

    @property
    def timing(self) -> tuple[Device, ...]:
        """All that is listened to."""
        return (*(devices_of(self.meet) if self.meet is not None else ()), *self.devices)


@contextmanager
def engine(
    orders: Orders,
    tell: Tell,
    warn: Callable[[str], object],
    *,
    clock: Clock | None = None,
    lighting: Lighting = light_loop,
    alive: Callable[[], object] = tuple,
) -> Iterator[Engine]:
    """An engine ready to run.

    Args:
        orders: what to run.
        tell: told everything, besides the bus; of a journal taken up, only what comes from now on.
        warn: told in one line what was found wrong with the journal, and which lights may be confused.
        clock: the machine's, if not given.
        lighting: makes the lamps of a race; the light loop in its own process, if not given.
        alive: told again and again that the engine does not hang.

    Raises:
        PacelightError: whatever is wrong with the orders, in one line; then nothing was begun.
    """
    clock = clock or SystemClock()
    lit = Lit(lighting, orders.output)
    parts = Parts(orders)
    with ExitStack() as stack:
        if begun(orders.journal):
            journal = stack.enter_context(closing(Journal.open(orders.journal, orders.spare)))
            scribe = Scribe(journal, clock, warn)
            session = folded(journal.path, journal.lines)
            races = parts.races(session)
            stack.enter_context(lit)
            _shine(parts.lamps(lit, session), session, clock)
            bus = stack.enter_context(Bus(*orders.bus))
            timing = parts.timing(lambda devices: _timing(stack, races, devices, warn))
            go_on(scribe, session, resumed(session, clock.now(), boot_id(), cut=journal.warning))
            book = stack.enter_context(closing(parts.book(_book, session)))
        else:
            races = orders.races
            first, survey = races[0], races[0].survey()
            book = stack.enter_context(closing(_book(orders.book)))
            opened = opening(first, book, orders.book, orders.output)
            session = Session(opened)
            lit.check(session.on, survey)
            bus = stack.enter_context(Bus(*orders.bus))
            journal = stack.enter_context(closing(Journal.open(orders.journal, orders.spare)))
            scribe = Scribe(journal, clock, warn)
            _open(scribe, opened, session, tell)
            for line in warnings(opened.lights):
                warn(line)
            stack.enter_context(lit)
            lit.put_on(session.on, survey)
            timing = _timing(stack, races, orders.timing, warn)
        for line in filter(None, (journal.warning, *parts.alarms)):
            warn(line)
        if not parts.alarms:
            keep_meet(orders.meet, orders.journal, warn)
        ready = Engine(
            session=session,
            feed=_feed(session, lit, orders.speed),
            scribe=scribe,
            book=book,
            bus=bus,
            lit=lit,
            clock=clock,
            rate=orders.speed,
            tell=tell,
            alive=alive,
            front=front_of(races, book, parts.place, orders.output, orders=orders, parts=parts, warn=warn),
            timing=timing,
        )
        bus.let_follow(journal, lambda: ready.lamps.post().term)
        yield ready


@contextmanager
def pair(
    part: Part,
    orders: Orders | None,
    journal: Path,
    warn: Callable[[str], object],
    *,
    book: Path | str | None = None,
    output: str = "",
    absence: Absence = Absence.FADE,
    clock: Clock | None = None,
    alive: Callable[[], object] = tuple,
) -> Iterator[Pair]:
    """An engine that leads or follows, ready to run.

    Args:
        part: which one of the engines of a race.
        orders: of a race that it may begin; None of an engine that only stands by.
        journal: its own; begun here, or taken up where it ends.
        warn: told in one line what people should know.
        book: given candidates; the one that the race names, if not given.
        output: where frames are sent; where the race says, if not given.
        absence: what becomes of the lights when no engine is left.
        clock: the machine's, if not given.
        alive: told again and again that the engine does not hang.

    Raises:
        PacelightError: whatever is wrong, in one line; then nothing was begun.
    """
    peers = peers_of(part.bus, part.others, part.nodes, follow=part.standby)
    begins = None
    races: Sequence[Planned] = ()
    parts = None if orders is None else Parts(orders)
    if orders is not None and parts is not None:
        if begun(journal):
            races = parts.races(folded(journal, journals.read(journal)[0]))
        else:
            races = orders.races
            races[0].survey()
        for line in parts.alarms:
            warn(line)
        if not parts.alarms:
            keep_meet(orders.meet, journal, warn)
        begins = partial(_first, races[0], orders)
    for place in part.bus:
        if isinstance(place, Tcp):
            Bus(place).close()
    spare = None if orders is None else orders.spare
    with closing(Journal.open(journal, spare)) as opened:
        held = Held(
            journal=opened,
            open_book=_book,
            lighting=partial(light_loop, peers=peers, absence=absence),
            place=book,
            output=output,
            warn=warn,
        )
        yield Pair(
            part,
            held,
            begins,
            lambda _told, _live: None,
            warn,
            clock or SystemClock(),
            alive,
            front=lambda found: front_of(
                races,
                found,
                book or "",
                output,
                promised=_promised(part),
                orders=orders,
                parts=parts,
                warn=warn,
            ),
        )


def front_of(
    races: Sequence[Planned],
    book: "Book",
    where: Path | str,
    output: str,
    *,
    promised: Promised | None = None,
    orders: Orders | None = None,
    parts: Parts | None = None,
    warn: Callable[[str], object] = lambda _line: None,
) -> Front:
    """Where people ask for what an engine runs, and for the races that are yet to come.

    Args:
        races: of the session.
        book: is asked for their lights.
        where: the book is.
        output: where frames are sent; empty for where the survey says.
        promised: who was to follow the engine.
        orders: of the engine: the meet file of these is read again when somebody asks; None of no file.
        parts: what of them is not right.
        warn: told in one line what people should know.
    """
    made = Front(
        openings_of(races, book, where, output),
        partial(unready, promised=promised or Promised()),
        tuple((one.race, one.at) for one in races),
    )
    if parts is not None:
        made.fault, made.lasting = parts.fault, tuple(parts.lasting)
    if orders is not None and orders.meet is not None:
        made.reread = partial(fresh, orders.race, orders.meet.id, book, where, output)
        made.keep = partial(keep_meet, journal=orders.journal, warn=warn)
    return made


def _promised(part: Part) -> Promised:
    """Whoever leads is to be followed by all the others; one that took over is alone, and knows it."""
    return Promised(0 if part.standby else len(part.others), len(part.nodes))


def _timing(
    stack: ExitStack, races: Sequence[Planned], devices: Sequence[Device], warn: Callable[[str], object]
) -> "Timing | None":
    """Whoever listens to timing systems until the stack is left; None where there are none."""
    if not devices:
        return None
    from pacelight.meet.engine.timing import listening  # noqa: PLC0415  # a dozen formats: only where wanted

    timing = listening(devices, {one.race.id: one.heat for one in races if one.heat is not None}, warn)
    stack.callback(timing.close)
    return timing


def _first(planned: Planned, orders: Orders, book: "Book") -> "Opened":
    return opening(planned, book, orders.book, orders.output)


def _book(where: Path | str) -> "Book":
    from pacelight.book.asking.lists import Book  # noqa: PLC0415  # takes longest to load: lamps come first

    return Book.open(where)


def _open(scribe: Scribe, opened: "Opened", session: Session, tell: Tell) -> None:
    """Begin a journal with its first race."""
    scribe.write(opened)
    for told in session.begin():
        tell(told, session.on)


def _feed(session: Session, lit: Lit, rate: Fraction) -> Feed:
    target = session.on.opened.target
    return Feed(session, lit.survey, boot=uuid4().hex[:16], rate=float(rate), target=target)


def _shine(lamps: Lamps, session: Session, clock: Clock) -> None:
    """What the lamps of a race that is under way show now."""
    now, live = clock.now(), session.on
    race = RaceClock.of(live.gun, now, boot_id(), live.guns) if live.gun is not None else None
    give(lamps, order_of(facts_of(live, race, now.monotonic_ns, None), live.race.shine))

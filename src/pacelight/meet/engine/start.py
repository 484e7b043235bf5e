"""Setting up an engine: everything is read and checked before anything is written or lit.

A race that is taken up is lit first: its lights stand in the journal, and the book can wait.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from pacelight.errors import RaceError
from pacelight.lights.standby.absence import Absence
from pacelight.meet.bus import Bus, Tcp, Where
from pacelight.meet.clock import Clock, RaceClock, SystemClock, boot_id
from pacelight.meet.engine.engine import Engine, Tell
from pacelight.meet.engine.held import Held
from pacelight.meet.engine.pair import Pair, Part
from pacelight.meet.engine.peers import peers_of
from pacelight.meet.engine.resume import folded, resumed
from pacelight.meet.journal import file as journals
from pacelight.meet.journal.entries import SCHEMA, Opened
from pacelight.meet.journal.file import Journal
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.live import Live
from pacelight.meet.programme.outputs import target_of
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.surveys import kept
from pacelight.meet.show.lamps import Lamps, Lighting, give, light_loop
from pacelight.meet.show.lineup import asked, warnings
from pacelight.meet.show.looks import facts_of, order_of
from pacelight.track import Survey

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["Orders", "Part", "engine", "opening", "pair"]


@dataclass(frozen=True, slots=True)
class Orders:
    """What to run, and where to.

    Attributes:
        race: the race file.
        book: a file or an address; is asked for the lights and given candidates.
        journal: begun here, or taken up where it ends.
        output: where frames are sent: ``sim://``, ``sacn://HOST``; empty for where the survey says.
        speed: race seconds a second.
        bus: where pages and those who follow are told; nowhere tells nobody.
    """

    race: Path
    book: Path | str
    journal: Path
    output: str
    speed: Fraction
    bus: tuple[Where, ...] = ()


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
    race = RaceFile.read(orders.race)
    survey = race.survey(orders.race.parent)
    if not race.recording:
        raise RaceError(f"{orders.race} holds no recording: there is nothing to run it from")
    with ExitStack() as stack:
        if _begun(orders.journal):
            journal = stack.enter_context(closing(Journal.open(orders.journal)))
            live = folded(journal.path, journal.lines, race)
            lamps = lighting(live, survey, orders.output)
            lit = stack.enter_context(lamps)
            _shine(lit, live, clock)
            bus = stack.enter_context(Bus(*orders.bus))
            book = stack.enter_context(closing(_book(orders.book)))
            _resume(journal, live, clock)
        else:
            book = stack.enter_context(closing(_book(orders.book)))
            opened = opening(orders, race, survey, book)
            lamps = lighting(Live(opened), survey, orders.output)
            bus = stack.enter_context(Bus(*orders.bus))
            journal = stack.enter_context(closing(Journal.open(orders.journal)))
            live = _opened(journal, opened, clock, tell)
            for line in warnings(opened.lights):
                warn(line)
            lit = stack.enter_context(lamps)
        if journal.warning:
            warn(journal.warning)
        bus.let_follow(journal, lambda: lit.post().term)
        feed = Feed(live, survey, boot=uuid4().hex[:16], rate=float(orders.speed), target=live.opened.target)
        yield Engine(live, feed, journal, book, bus, lit, clock, orders.speed, tell, alive=alive)


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
    if orders is not None:
        race = RaceFile.read(orders.race)
        survey = race.survey(orders.race.parent)
        if not race.recording:
            raise RaceError(f"{orders.race} holds no recording: there is nothing to run it from")
        if _begun(journal):
            folded(journal, journals.read(journal)[0], race)
        begins = partial(opening, orders, race, survey)
    for place in part.bus:
        if isinstance(place, Tcp):
            Bus(place).close()
    with closing(Journal.open(journal)) as opened:
        held = Held(
            journal=opened,
            open_book=_book,
            lighting=partial(light_loop, peers=peers, absence=absence),
            place=book,
            output=output,
            warn=warn,
        )
        yield Pair(part, held, begins, lambda _told, _live: None, warn, clock or SystemClock(), alive)


def opening(orders: Orders, race: RaceFile, survey: Survey, book: "Book") -> Opened:
    """The first line of the journal of a race: all that must be known to go on without race file and book.

    Raises:
        PacelightError: a light that cannot be, or a record that is not known.
    """
    return Opened(
        SCHEMA,
        race.text,
        asked(race, book),
        str(orders.book),
        target_of(survey, orders.output),
        kept(race, orders.race.parent),
        list(race.course.road),
    )


def _book(where: Path | str) -> "Book":
    from pacelight.book.asking.lists import Book  # noqa: PLC0415  # takes longest to load: lamps come first

    return Book.open(where)


def _begun(path: Path) -> bool:
    """Whether a race stands in this journal."""
    return path.exists() and bool(journals.read(path)[0])


def _opened(journal: Journal, opened: Opened, clock: Clock, tell: Tell) -> Live:
    """The race of a journal that is begun here."""
    journal.append(opened, unix_ns=clock.now().unix_ns)
    live = Live(opened)
    for told in live.begin():
        tell(told, live)
    return live


def _shine(lamps: Lamps, live: Live, clock: Clock) -> None:
    """What the lamps of a race that is under way show now."""
    now = clock.now()
    race = RaceClock.of(live.gun, now, boot_id(), live.guns) if live.gun is not None else None
    give(lamps, order_of(facts_of(live, race, now.monotonic_ns, None), live.race.shine))


def _resume(journal: Journal, live: Live, clock: Clock) -> None:
    entry = resumed(live, clock.now(), boot_id(), cut=journal.warning)
    journal.append(entry, unix_ns=clock.now().unix_ns)
    live.take(entry)

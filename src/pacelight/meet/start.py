"""Setting up an engine: everything is read and checked before anything is written or lit.

A race that is taken up is lit first: its lights stand in the journal, and the book can wait.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from pacelight.errors import RaceError
from pacelight.meet import journal as journals
from pacelight.meet.bus import Bus
from pacelight.meet.clock import Clock, RaceClock, SystemClock, boot_id
from pacelight.meet.engine import Engine, Tell
from pacelight.meet.entries import SCHEMA, Opened, Resumed, decoded
from pacelight.meet.feed import Feed
from pacelight.meet.journal import Journal
from pacelight.meet.lamps import Lamps, Lighting, light_loop
from pacelight.meet.lineup import asked
from pacelight.meet.live import Live
from pacelight.meet.race import State
from pacelight.meet.racefile import RaceFile
from pacelight.meet.replay import reopen

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["Orders", "engine"]


@dataclass(frozen=True, slots=True)
class Orders:
    """What to run, and where to.

    Attributes:
        race: the race file.
        book: a file or an address; is asked for the lights and given candidates.
        journal: begun here, or taken up where it ends.
        output: where frames are sent: ``sim://``, ``sacn://HOST``.
        speed: race seconds a second.
        bus: socket on which pages are told; None tells nobody.
    """

    race: Path
    book: Path | str
    journal: Path
    output: str
    speed: Fraction
    bus: Path | None = None


@contextmanager
def engine(
    orders: Orders,
    tell: Tell,
    warn: Callable[[str], object],
    *,
    clock: Clock | None = None,
    lighting: Lighting = light_loop,
) -> Iterator[Engine]:
    """An engine ready to run.

    Args:
        orders: what to run.
        tell: told everything, besides the bus; of a journal taken up, only what comes from now on.
        warn: told in one line what was found wrong with the journal.
        clock: the machine's, if not given.
        lighting: makes the lamps of a race; the light loop in its own process, if not given.

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
            live = _folded(journal, race)
            lamps = lighting(live, survey, orders.output)
            lit = stack.enter_context(lamps)
            _shine(lit, live, clock)
            bus = stack.enter_context(Bus(orders.bus))
            book = stack.enter_context(closing(_book(orders.book)))
            _note_resumed(journal, live, clock)
        else:
            book = stack.enter_context(closing(_book(orders.book)))
            opened = Opened(SCHEMA, race.text, asked(race, book), str(orders.book), orders.output)
            lamps = lighting(Live(opened), survey, orders.output)
            bus = stack.enter_context(Bus(orders.bus))
            journal = stack.enter_context(closing(Journal.open(orders.journal)))
            live = _opened(journal, opened, clock, tell)
            lit = stack.enter_context(lamps)
        if journal.warning:
            warn(journal.warning)
        feed = Feed(live, survey, boot=uuid4().hex[:16], rate=float(orders.speed), target=orders.output)
        yield Engine(live, feed, journal, book, bus, lit, clock, orders.speed, tell)


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


def _folded(journal: Journal, race: RaceFile) -> Live:
    """The race of a journal taken up, as it stood at its last line."""
    entries = [decoded(line.event) for line in journal.lines]
    live = reopen(journal.path, entries[0])
    if live.race.text != race.text:
        raise RaceError(f"{journal.path} is the journal of another race; name another --journal")
    for entry in entries[1:]:
        live.take(entry)
    return live


def _shine(lamps: Lamps, live: Live, clock: Clock) -> None:
    """The lights of a race that is under way, where they are now."""
    if live.gun is not None and live.state in {State.RUNNING, State.FINISHED}:
        race = RaceClock.of(live.gun, clock.now(), boot_id())
        lamps.gun(race.gun_ns, race.rate)


def _note_resumed(journal: Journal, live: Live, clock: Clock) -> None:
    resumed = Resumed(boot_id(), journal.warning)
    journal.append(resumed, unix_ns=clock.now().unix_ns)
    live.take(resumed)

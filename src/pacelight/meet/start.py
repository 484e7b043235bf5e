"""Setting up an engine: everything is read and checked before anything is written or lit."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

from pacelight.book.lists import Book
from pacelight.errors import RaceError
from pacelight.meet.bus import Bus
from pacelight.meet.clock import Clock, SystemClock, boot_id
from pacelight.meet.engine import Engine, Tell
from pacelight.meet.entries import SCHEMA, Opened, Resumed, decoded
from pacelight.meet.feed import Feed
from pacelight.meet.journal import Journal
from pacelight.meet.lamps import Lighting, light_loop
from pacelight.meet.lineup import asked
from pacelight.meet.live import Live
from pacelight.meet.racefile import RaceFile
from pacelight.meet.replay import reopen

__all__ = ["Orders", "engine"]


@dataclass(frozen=True, slots=True)
class Orders:
    """What to run, and where to.

    Attributes:
        race: the race file.
        book: is asked for the lights and given candidates.
        journal: begun here, or taken up where it ends.
        output: where frames are sent: ``sim://``, ``sacn://HOST``.
        speed: race seconds a second.
        bus: socket on which pages are told; None tells nobody.
    """

    race: Path
    book: Path
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
    with closing(Book.open(orders.book)) as book:
        opened = Opened(SCHEMA, race.text, asked(race, book), str(orders.book), orders.output)
        lamps = lighting(Live(opened), survey, orders.output)
        with Bus(orders.bus) as bus, closing(Journal.open(orders.journal)) as journal:
            live = _begin(journal, opened, clock, tell)
            if journal.warning:
                warn(journal.warning)
            feed = Feed(live, survey, boot=uuid4().hex[:16], rate=float(orders.speed), target=orders.output)
            with lamps as lit:
                yield Engine(live, feed, journal, book, bus, lit, clock, orders.speed, tell)


def _begin(journal: Journal, opened: Opened, clock: Clock, tell: Tell) -> Live:
    """The race of a journal taken up, or of one begun here."""
    if not journal.lines:
        journal.append(opened, unix_ns=clock.now().unix_ns)
        live = Live(opened)
        for told in live.begin():
            tell(told, live)
        return live
    entries = [decoded(line.event) for line in journal.lines]
    live = reopen(journal.path, entries[0])
    if live.race.text != opened.race:
        raise RaceError(f"{journal.path} is the journal of another race; name another --journal")
    for entry in entries[1:]:
        live.take(entry)
    resumed = Resumed(boot_id(), journal.warning)
    journal.append(resumed, unix_ns=clock.now().unix_ns)
    live.take(resumed)
    return live

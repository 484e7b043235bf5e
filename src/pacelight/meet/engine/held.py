"""The races as one of several engines holds them: its journal folded, its lamps, its book."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pacelight.meet import intake
from pacelight.meet.engine.lit import Lit
from pacelight.meet.engine.resume import folded
from pacelight.meet.journal import file as journals
from pacelight.meet.journal.entries import Credited, Entry, Of, Withdrawn, decoded
from pacelight.meet.journal.file import Journal, Line
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.show.lamps import Lamps, Lighting

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from pacelight.book.asking.lists import Book

__all__ = ["Held", "Race"]


@dataclass(frozen=True, slots=True)
class Race:
    """All that an engine needs to lead."""

    session: Session
    lit: Lit
    book: "Book"


@dataclass(slots=True)
class Held:
    """The races, as far as this engine knows them; the lamps are there while the context lasts.

    Attributes:
        journal: its own.
        open_book: the book at an address.
        lighting: makes the lamps of a race.
        place: of the book; None for the one that the race names.
        output: where frames are sent; empty for where the race says.
        warn: told in one line what the book refuses.
    """

    journal: Journal
    open_book: "Callable[[Path | str], Book]"
    lighting: Lighting
    place: "Path | str | None"
    output: str
    warn: Callable[[str], object]
    _session: Session | None = None
    _book: "Book | None" = None
    _lit: Lit = field(init=False)
    _kept: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        self._lit = Lit(self.lighting, self.output)

    def __enter__(self) -> "Self":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
    ) -> None:
        try:
            self._lit.__exit__(kind, error, trace)
        finally:
            self._kept.close()

    @property
    def lamps(self) -> Lamps | None:
        """None before a race is known."""
        return self._lit.lamps

    @property
    def race(self) -> Race | None:
        """What there is to lead; None before it is known."""
        if self._session is None or self._lit.lamps is None or self._book is None:
            return None
        return Race(self._session, self._lit, self._book)

    def begin(self, opens: "Callable[[Book], Session]") -> None:
        """A race that nobody has begun yet; its journal is still empty."""
        self._light(opens(self._opened(self.place or "")))

    def fold(self) -> None:
        """The races as the journal has them."""
        session = folded(self.journal.path, journals.read(self.journal.path)[0])
        self._light(session)
        self._catch_up(session)

    def take(self, lines: Sequence[Line]) -> None:
        """Lines that are new in the journal.

        Raises:
            JournalError, RaceError: they are of no race.
        """
        for line in lines:
            if line.n == 1:
                session = folded(self.journal.path, [line])
                self._light(session)
                self._catch_up(session)
            elif self._session is not None:
                entry = decoded(line.event)
                self._take_back(self._session, entry)
                self._session.take(entry)
                self._lit.put_on(self._session.on)
                self._have_in_the_book(self._session, entry)

    def _light(self, session: Session) -> None:
        """Have lamps for the races; the first one's are lit first, as by these the loops know one another."""
        self._session = session
        if self._lit.lamps is None:
            self._lit.put_on(next(iter(session.races.values())))
        self._lit.put_on(session.on)

    def _opened(self, place: "Path | str") -> "Book":
        if self._book is None:
            self._book = self._kept.enter_context(closing(self.open_book(place)))
        return self._book

    def _catch_up(self, session: Session) -> None:
        """Have all in the book of this engine that is in that of the one that leads: often they are one."""
        self._opened(self.place or session.on.opened.book)
        for live in session.races.values():
            for bib in tuple(live.credited):
                self._enter(live, bib)

    def _have_in_the_book(self, session: Session, entry: Entry) -> None:
        """What was entered by the engine that leads is entered here."""
        live, entry = _whose(session, entry)
        if isinstance(entry, Credited):
            self._enter(live, entry.bib)

    def _take_back(self, session: Session, entry: Entry) -> None:
        """What that engine took back is taken back here; where both have one book, it is already."""
        live, entry = _whose(session, entry)
        if isinstance(entry, Withdrawn):
            intake.withdraw(self._opened(self.place or live.opened.book), live, entry.bib)

    def _enter(self, live: Live, bib: str) -> None:
        """Each performance is taken once, whoever enters it; what this book will not take is told."""
        for why in intake.credit(self._opened(self.place or live.opened.book), live, bib).refused:
            self.warn(why)


def _whose(session: Session, entry: Entry) -> tuple[Live, Entry]:
    """The race that a line is about, and what it says of it."""
    if isinstance(entry, Of):
        return session.race(entry.race), entry.entry
    return session.on, entry

"""A race as one of several engines holds it: its journal folded, its lamps, its book."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pacelight.meet import intake
from pacelight.meet.engine.resume import folded
from pacelight.meet.journal import file as journals
from pacelight.meet.journal.entries import Credited, decoded
from pacelight.meet.journal.file import Journal, Line
from pacelight.meet.live.live import Live
from pacelight.meet.live.replay import reopen
from pacelight.meet.programme.outputs import target_of
from pacelight.meet.programme.surveys import survey_of
from pacelight.meet.show.lamps import Lamps, Lighting

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from pacelight.book.asking.lists import Book
    from pacelight.track import Survey

__all__ = ["Held", "Race"]


@dataclass(frozen=True, slots=True)
class Race:
    """All that an engine needs to lead."""

    live: Live
    lamps: Lamps
    survey: "Survey"
    book: "Book"


@dataclass(slots=True)
class Held:
    """The race, as far as this engine knows it; its lamps are there while the context lasts.

    Attributes:
        journal: its own.
        open_book: the book at an address.
        lighting: makes the lamps of a race.
        place: of the book; None for the one that the race names.
        output: where frames are sent; empty for where the race says.
        warn: told in one line what the book refuses.
        lamps: None before the race is known.
    """

    journal: Journal
    open_book: "Callable[[Path | str], Book]"
    lighting: Lighting
    place: "Path | str | None"
    output: str
    warn: Callable[[str], object]
    lamps: Lamps | None = None
    _live: Live | None = None
    _survey: "Survey | None" = None
    _book: "Book | None" = None
    _lit: ExitStack = field(default_factory=ExitStack)
    _kept: ExitStack = field(default_factory=ExitStack)

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
    def race(self) -> Race | None:
        """What there is to lead; None before it is known."""
        if self._live is None or self.lamps is None or self._survey is None or self._book is None:
            return None
        return Race(self._live, self.lamps, self._survey, self._book)

    def begin(self, opens: "Callable[[Book], Live]") -> None:
        """A race that nobody has begun yet; its journal is still empty."""
        self._light(opens(self._opened(self.place or "")))

    def fold(self) -> None:
        """The race as the journal has it."""
        live = folded(self.journal.path, journals.read(self.journal.path)[0])
        self._light(live)
        self._catch_up(live)

    def take(self, lines: Sequence[Line]) -> None:
        """Lines that are new in the journal.

        Raises:
            JournalError, RaceError: they are of no race.
        """
        for line in lines:
            entry = decoded(line.event)
            if line.n == 1:
                live = reopen(self.journal.path, entry)
                self._light(live)
                self._catch_up(live)
            elif self._live is not None:
                self._live.take(entry)
                if isinstance(entry, Credited):
                    self._enter(self._live, entry.bib)

    def _light(self, live: Live) -> None:
        """Have lamps for a race; those that there are stay lit if it is the same."""
        before, self._live = self._live, live
        if before is not None and before.opened == live.opened:
            return
        self._lit.close()
        self._survey = survey_of(live.race, live.opened.survey)
        output = self.output or _said(live, self._survey)
        self.lamps = self._lit.enter_context(self.lighting(live, self._survey, output))

    def _opened(self, place: "Path | str") -> "Book":
        if self._book is None:
            self._book = self._kept.enter_context(closing(self.open_book(place)))
        return self._book

    def _catch_up(self, live: Live) -> None:
        """Have all in the book of this engine that is in that of the one that leads: often they are one."""
        self._opened(self.place or live.opened.book)
        for bib in tuple(live.credited):
            self._enter(live, bib)

    def _enter(self, live: Live, bib: str) -> None:
        """Each performance is taken once, whoever enters it; what this book will not take is told."""
        for why in intake.credit(self._opened(self.place or live.opened.book), live, bib).refused:
            self.warn(why)


def _said(live: Live, survey: "Survey") -> str:
    """Where the race says that its lamps are; empty where its survey says so."""
    target = live.opened.target
    return "" if target == target_of(survey, "") else target

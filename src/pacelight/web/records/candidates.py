"""What lies on the desk: every record that waits for people, the latest first; and what was decided last."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pacelight.book.asking.lists import Book
from pacelight.book.groups import Part
from pacelight.book.model import Decision, Performance
from pacelight.event import EVENTS, Event, Level
from pacelight.records.undecided import Waiting, undecided

__all__ = ["Candidates", "Desk", "Evening", "Lately"]

MOST = 200
"""Performances on one page; who looks for another names its event or its level."""

_LATELY = 8


@dataclass(frozen=True, slots=True)
class Evening:
    """What waits of one competition on one day.

    Attributes:
        waiting: its performances, in the order of the book.
    """

    day: date
    competition: str
    venue: str
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """A decision that became known lately, and about what."""

    decision: Decision
    performance: Performance
    event: Event


@dataclass(frozen=True, slots=True)
class Candidates:
    """The desk.

    Attributes:
        evenings: the latest first.
        count: of performances that wait, those that are not shown included.
        events: of which something waits, with how much.
        lately: what was decided last.
    """

    evenings: tuple[Evening, ...]
    count: int
    events: tuple[tuple[Event, int], ...]
    lately: tuple[Lately, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - sum(len(one.waiting) for one in self.evenings)


class Desk:
    """Gathers what waits; what was gathered is kept while the book and the day are the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[tuple[int, date], Sequence[Waiting]] | None = None

    def look(self, book: Book, today: date, *, event: str = "", level: Level | None = None) -> Candidates:
        """What waits today.

        Args:
            book: is asked.
            today: the last day of performances and decisions.
            event: only of this event, by its code.
            level: only where a record of this level waits.
        """
        every = self._every(book, today)
        counts = {one: sum(w.event == one for w in every) for one in EVENTS.values()}
        wanted = [
            one
            for one in every
            if (not event or one.event.code == event)
            and (level is None or any(claimed.level is level for claimed in one.claimed))
        ]
        return Candidates(
            evenings=tuple(_evenings(wanted[:MOST])),
            count=len(wanted),
            events=tuple((one, count) for one, count in counts.items() if count),
            lately=tuple(_lately(book)),
        )

    def _every(self, book: Book, today: date) -> Sequence[Waiting]:
        """All that waits, the latest first."""
        known = book.revision, today
        with self._lock:
            if self._kept is not None and self._kept[0] == known:
                return self._kept[1]
        found = [one for part in _parts(book) for one in undecided(part, today)]
        found.sort(key=_place, reverse=True)
        with self._lock:
            self._kept = known, found
        return found


def _parts(book: Book) -> Iterator[Part]:
    """The events of which the book covers records, those of athletes of their own aside."""
    covered = {
        (one.event, one.sex)
        for one in book.coverage()
        if isinstance(one.level, Level) and one.level not in {Level.PB, Level.SB}
    }
    for event, sex in book.contested():
        if (event.code, sex) in covered:
            yield book.part(event, sex)


def _place(one: Waiting) -> tuple[date, str, str]:
    return one.performance.day, one.performance.competition, one.performance.venue


def _evenings(waiting: Sequence[Waiting]) -> Iterator[Evening]:
    for (day, competition, venue), mine in groupby(waiting, key=_place):
        yield Evening(day, competition, venue, tuple(mine))


def _lately(book: Book) -> Iterator[Lately]:
    for decision in book.decided_lately(_LATELY):
        one = book.performance(decision.performance_key)
        yield Lately(decision, one, EVENTS[one.event])

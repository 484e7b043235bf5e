"""What the book knows that a checklist of ratification is filled from."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pacelight.book.attestation import standing
from pacelight.book.model import Performance
from pacelight.event import EVENTS, Level
from pacelight.records.checklist import Known

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["known_of", "levels_of"]


def known_of(book: "Book", key: str, *, known_at: date, evidence: Mapping[str, Any] | None = None) -> Known:
    """A performance as it stands, and what there is about its race.

    Args:
        book: is asked.
        key: of the performance.
        known_at: the last day of decisions, and of what people looked at.
        evidence: of the race, ``pacelight.evidence/2``.

    Raises:
        BookError: no such performance, or evidence of another race.
    """
    from pacelight.book.asking.changes import stands  # noqa: PLC0415  # a race is run, and a node lit, without

    first = book.performance(key)
    one, _ = stands(book, first, known_at=known_at)
    (decided,) = book.part(EVENTS[one.event], one.sex).history.decided([first], known_at)
    codes = [one.event, *filter(None, (one.en_route_of,))]
    others = [
        other
        for code in codes
        for other in book.part(EVENTS[code], one.sex).history.performances
        if other.key != key and _same_race(one, other)
    ]
    said = [look for look in book.attestations(key) if look.day <= known_at]
    venue = book.venue(one.venue)
    return Known(one, tuple(decided), tuple(others), venue, evidence, standing(said))


def levels_of(book: "Book", performance: Performance) -> tuple[Level, ...]:
    """Of which levels it is a record, of those that the book covers, an athlete's own left out."""
    broken = (found.level for found in book.break_by(performance))
    return tuple(dict.fromkeys(level for level in broken if level not in {Level.PB, Level.SB}))


def _same_race(one: Performance, other: Performance) -> bool:
    """On one day in one place; the round is that of the finish, which a mark on the way may not tell."""
    place = (one.day, one.venue, one.competition) == (other.day, other.venue, other.competition)
    return place and (one.round == other.round or other.event != one.event)

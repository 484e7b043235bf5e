"""What the book knows of those who run tonight: the best of each, to rehearse with."""

from typing import TYPE_CHECKING

from pacelight.book.asking.career import career
from pacelight.errors import BookError
from pacelight.event import Event
from pacelight.mark import Mark
from pacelight.meet.programme.racefile import RaceFile

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["bests_of"]


def bests_of(race: RaceFile, book: "Book") -> dict[str, Mark | None]:
    """By bib, the best on the eve in this event, else over its distance; None where the book holds none."""
    return {one.bib: _best(one.athlete_key, race, book) for one in race.heat.starters}


def _best(key: str, race: RaceFile, book: "Book") -> Mark | None:
    try:
        runs = career(book, key, as_of=race.eve).bests
    except BookError:  # nobody of this name is in the book
        return None
    marks = {one.event: one.performance.mark for one in runs if isinstance(one.performance.mark, Mark)}
    event = race.heat.event
    return marks.get(event) or min((marks[other] for other in marks if _alike(other, event)), default=None)


def _alike(other: Event, event: Event) -> bool:
    """Whether one is the other on another track."""
    return (other.distance, other.discipline) == (event.distance, event.discipline)

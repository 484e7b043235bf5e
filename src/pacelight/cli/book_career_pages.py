"""What a mark would be, and a career, as tables."""

from collections.abc import Sequence

from pacelight.book.asking import more_sheets, shapes
from pacelight.book.asking.career import Career
from pacelight.book.asking.worth import Ranking, Worth
from pacelight.cli.book_sheet import Page
from pacelight.event import Event, Sex
from pacelight.measure import AnyMark

__all__ = ["athlete", "levels"]


def levels(
    page: Page,
    of: tuple[Event, Sex, AnyMark],
    found: Sequence[Worth],
    ranks: Sequence[Ranking],
) -> None:
    """A line for each list: what it would be, by how much, and what stands."""
    shape = shapes.levels(of, found, ranks, as_of=page.as_of, known_at=page.known_at)
    page.show(more_sheets.levels(page.when, of, found, ranks), shape)


def athlete(page: Page, found: Career) -> None:
    """Medals, records, bests, seasons and how the bests came, one table each."""
    one = found.athlete
    born = "" if one.born is None else f", born {one.born}"
    shape = shapes.career(found, as_of=page.as_of, known_at=page.known_at)
    page.show_parts(f"{one.name}, {one.nation}{born}: {page.when}", more_sheets.career(found), shape)

"""All pages that the server writes itself: the log, the record book, its desk, pace plans."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.routing import Route

from pacelight.web import log, plan
from pacelight.web.frame import Around
from pacelight.web.rights.gate import Gate

if TYPE_CHECKING:
    from pacelight.web.book import Shelf

__all__ = ["pages", "shelf_of"]


def shelf_of(place: Path | str) -> "Shelf":
    """A book that was opened once: what is no book is refused now, not page by page.

    Args:
        place: a file, or an address of a database.

    Raises:
        BookError: no book there, or one of another version.
        StoreError: the book's server cannot be asked.
    """
    # Loaded with a book alone: a race that must be back within two seconds does not wait for it.
    from pacelight.book.asking.lists import Book  # noqa: PLC0415
    from pacelight.web.book import Shelf  # noqa: PLC0415

    Book.open(place).close()
    return Shelf(partial(Book.open, place))


def pages(
    shelf: "Shelf | None", gate: Gate | None, *, live: bool, evidence: Sequence[Path] = ()
) -> list[Route]:
    """The addresses of these pages.

    Args:
        shelf: the book that is shown; None shows none.
        gate: lets people in who may decide; None lets nobody.
        live: there is a race to go to.
        evidence: where journals and results of races lie: files, and folders of files.
    """
    around = Around(race=live, book=shelf is not None, sign_in=gate is not None)
    written = log.routes(evidence, gate, around) if live else []
    if shelf is None:
        return [*written, *plan.routes(None, around)]
    from pacelight.web import book, records  # noqa: PLC0415  # as above
    from pacelight.web.announcer.routes import routes as cards  # noqa: PLC0415

    desk = records.routes(shelf, records.Folder(evidence), gate, around)
    plans = plan.routes(shelf, around, lambda: shelf.today)
    return [*written, *book.routes(shelf, live=live, desk=True), *desk, *plans, *cards(shelf)]

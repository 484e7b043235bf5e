"""What changed, what agrees, where sources differ: as tables."""

from collections.abc import Collection, Sequence

from pacelight.book.asking import check_shapes, more_sheets, published_answers
from pacelight.book.asking.compared import Change, Difference, Edition, Listing
from pacelight.book.asking.conflicts import Conflict
from pacelight.book.asking.published import SideBySide
from pacelight.book.asking.verified import Verified
from pacelight.book.model import NotKnown
from pacelight.cli.book_sheet import Page
from pacelight.errors import BookError

__all__ = ["beside", "compared", "conflicts", "verified"]


def compared(
    page: Page,
    names: tuple[str, str],
    editions: tuple[Edition | Listing, Edition | Listing],
    found: Sequence[Difference],
    classes: Collection[str],
) -> None:
    """How many lists of each class are not the same, and a line for each of these classes, or of all.

    Raises:
        BookError: there is no such class.
    """
    only = [Change(one) for one in _known(classes, list(Change))] or list(Change)
    sheet = more_sheets.compared(names, editions, found, only=only)
    page.show(sheet, check_shapes.compared(*editions, found, only=only))


def verified(page: Page, found: Verified | NotKnown) -> bool:
    """A line for each difference, with its reason.

    Returns:
        whether each has one.
    """
    if isinstance(found, NotKnown):
        page.not_known(found, "pacelight.verified_list/1")
        return True
    shape = check_shapes.verified(found, as_of=page.as_of, known_at=page.known_at)
    page.show(more_sheets.verified(page.when, found), shape)
    return not found.unexplained


def beside(page: Page, found: Sequence[SideBySide], classes: Collection[str]) -> bool:
    """A line for each published progression, and one for each step that is not the same.

    Args:
        page: where it is shown.
        found: what became of the steps.
        classes: only steps of these; where none is given, of all, and in a table of all that differ.

    Returns:
        whether no difference is open.

    Raises:
        BookError: there is no such class.
    """
    known = published_answers.ALL_CLASSES
    everything = known if page.json or page.csv else [one for one in known if one != published_answers.AGREED]
    only = _known(classes, known) or everything
    shape = published_answers.shape(page.when, found, only=only)
    if not page.json and not page.csv:
        page.show(published_answers.totals(page.when, found), shape)
    page.show(published_answers.steps(found, only=only), shape)
    return not any(held.open for held in found)


def conflicts(page: Page, found: Sequence[Conflict]) -> None:
    """A line for each performance: what each source says, and which mark the book follows."""
    page.show(more_sheets.conflicts(page.when, found), check_shapes.conflicts(found, known_at=page.known_at))


def _known(classes: Collection[str], known: Collection[str]) -> Collection[str]:
    if wrong := [one for one in classes if one not in known]:
        raise BookError(f"no class '{wrong[0]}' (there are: {', '.join(known)})")
    return classes

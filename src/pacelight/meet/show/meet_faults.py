"""What of a meet is not right yet, though its file is whole: lamps, timing, what the book does not know."""

from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

from pacelight.book.asking.lists import Book
from pacelight.errors import PacelightError
from pacelight.meet import intake
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.outputs import output_of
from pacelight.meet.show.timetable import timetable
from pacelight.timing.sources.address import ADDRESSES

__all__ = ["faults", "unwilling"]


def faults(meet: MeetFile, book: str) -> tuple[str, ...]:
    """In one line each, the race or the part first.

    Args:
        meet: the meet.
        book: a file or an address.
    """
    return (*_lamps(meet), *_timing(meet), *_lights(meet, book))


def unwilling(meet: MeetFile, book: str) -> tuple[str, ...]:
    """Why the book would not take what is run, in one line; nothing is added, but a book is asked as if.

    Args:
        meet: the meet.
        book: a file or an address; one that cannot be opened is a fault already.
    """
    try:
        with closing(Book.open(book)) as opened:
            why = next(filter(None, (intake.unwilling(opened, one.race.source) for one in meet.races)), "")
    except PacelightError:
        return ()
    return (f"book: it does not take the marks of tonight: {why}",) if why else ()


def _lamps(meet: MeetFile) -> Iterator[str]:
    """Surveys, and whether it is said once where their lamps are."""
    for one in meet.races:
        try:
            output_of(one.race.survey(one.folder), meet.engine.output, meet.id)
        except PacelightError as error:
            yield f"{one.race.id}: {error}"


def _timing(meet: MeetFile) -> Iterator[str]:
    """Addresses of kinds that there are not; whether somebody is there, the doctor finds out."""
    for one in meet.timing:
        if urlsplit(one.url).scheme not in ADDRESSES:
            kinds = ", ".join(ADDRESSES)
            yield f"timing {one.name}: no system is at '{one.url}' (write one of {kinds} before ://)"


def _lights(meet: MeetFile, book: str) -> Iterator[str]:
    try:
        opened = Book.open(book)
    except PacelightError as error:
        yield f"book: {error}"
        return
    with closing(opened):
        items = timetable(meet, opened)
    for item in items:
        if item.fault:
            yield f"{item.race.race.id}: {item.fault}"
        yield from (f"{item.race.race.id}: {one}" for one in item.confused)

"""`pacelight book compare`, `verify` and `conflicts`: what changed, what agrees, where sources differ."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.book_opened import BookOption, open_book
from pacelight.cli.book_options import (
    AsOfOption,
    CsvOption,
    JsonOption,
    KnownAtOption,
    LevelOption,
    Of,
    ScopeOption,
    Sexes,
    SexOption,
    asked_days,
)
from pacelight.cli.days import day

if TYPE_CHECKING:
    from pacelight.book.asking.compared import Edition
    from pacelight.event import Event

__all__ = ["compare", "conflicts", "verify"]

Which = Annotated[
    str, typer.Argument(metavar="BOOK|DAY", help="A book's file or address, or your own as of this day.")
]
EventOption = Annotated[str | None, typer.Option("--event", metavar="EVENT", help="Only of this event.")]


def compare(
    first: Which,
    second: Which,
    *,
    event: EventOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """What changed between two books, or in one between two days: each list with the class of its change."""
    from pacelight.book.asking.compared import compare as compare_editions
    from pacelight.cli import book_checks_pages
    from pacelight.cli.book_sheet import Page

    page = Page(*asked_days(as_of, None), json=json, csv=csv)
    with ExitStack() as opened:
        editions = [_edition(which, book, as_of, opened) for which in (first, second)]
        found = compare_editions(*editions, event=_event(event))
        book_checks_pages.compared(page, (first, second), (editions[0], editions[1]), found)


def verify(
    event: Of,
    sex: SexOption,
    against: Annotated[
        str, typer.Option("--against", metavar="SOURCE", help="Key of the source that published a list.")
    ],
    *,
    level: LevelOption = "WR",
    scope: ScopeOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """The derived progression beside a published one; ends with 1 where a difference has no reason."""
    from pacelight.book.asking.verified import verify as verify_list
    from pacelight.book.model import NotKnown
    from pacelight.cli import book_checks_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import Level, Sex
    from pacelight.event import event as find_event

    page = Page(*asked_days(as_of, known_at), json=json, csv=csv)
    with open_book(book) as opened:
        found = verify_list(
            opened,
            find_event(event),
            Sex(sex),
            against,
            level=Level(level),
            scope=scope,
            as_of=page.as_of,
            known_at=page.known_at,
        )
    if isinstance(found, NotKnown):
        page.not_known(found, "pacelight.verified_list/1")
        return
    book_checks_pages.verified(page, found)
    if found.unexplained:
        raise typer.Exit(1)


def conflicts(
    *,
    event: EventOption = None,
    sex: Annotated[Sexes | None, typer.Option("--sex", help="Only of this class.")] = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """Where sources say different things: what each says, which mark the book follows, and why."""
    from pacelight.book.asking.conflicts import conflicts as find_conflicts
    from pacelight.cli import book_checks_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import Sex

    page = Page(*asked_days(known_at, None), json=json, csv=csv)
    with open_book(book) as opened:
        found = find_conflicts(
            opened, event=_event(event), sex=None if sex is None else Sex(sex), known_at=page.known_at
        )
    book_checks_pages.conflicts(page, found)


def _event(text: str | None) -> "Event | None":
    from pacelight.event import event as find_event

    return None if text is None else find_event(text)


def _edition(which: str, book: str | None, as_of: str | None, opened: ExitStack) -> "Edition":
    """A day of one's own book, or another book as of a day."""
    from pacelight.book.asking.compared import Edition

    if _is_day(which):
        asked = day(which)
        return Edition(opened.enter_context(open_book(book)), asked, asked)
    asked = day(as_of)
    return Edition(opened.enter_context(open_book(which)), asked, asked)


def _is_day(text: str) -> bool:
    return len(text) == len("2025-02-12") and text[:4].isdigit() and text[4] == text[7] == "-"

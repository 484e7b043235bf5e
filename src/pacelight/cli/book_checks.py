"""`pacelight book compare`, `verify` and `conflicts`: what changed, what agrees, where sources differ."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.book_opened import BookOption, open_book
from pacelight.cli.book_options import (
    AsOfOption,
    CsvOption,
    JsonOption,
    KnownAtOption,
    LevelOption,
    ScopeOption,
    Sexes,
    asked_days,
)
from pacelight.cli.days import day
from pacelight.errors import BookError, FormatError

if TYPE_CHECKING:
    from datetime import date

    from pacelight.book.asking.compared import Edition, Listing
    from pacelight.book.asking.published import SideBySide
    from pacelight.book.asking.verified import Verified
    from pacelight.book.model import NotKnown
    from pacelight.cli.book_sheet import Page
    from pacelight.event import Event
    from pacelight.meet.intake.filed import Filed

__all__ = ["compare", "conflicts", "verify"]

EventOption = Annotated[str | None, typer.Option("--event", metavar="EVENT", help="Only of this event.")]
ClassOption = Annotated[
    list[str] | None,
    typer.Option("--class", metavar="CLASS", help="Only lines of this class; may be repeated."),
]


def compare(
    first: Annotated[
        str,
        typer.Argument(
            metavar="DAY|BOOK|FILE", help="Your own book as of a day, another book, or a file of records."
        ),
    ],
    second: Annotated[
        str | None,
        typer.Argument(metavar="[DAY|BOOK|FILE]", help="The later [default: your own book is the earlier]."),
    ] = None,
    *,
    classes: ClassOption = None,
    event: EventOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """What changed between two books or days, or a book and a file: each list with its class of change."""
    from pacelight.book.asking.compared import compare as compare_editions
    from pacelight.cli import book_checks_pages
    from pacelight.cli.book_sheet import Page

    page = Page(*asked_days(as_of, None), json=json, csv=csv)
    with ExitStack() as opened:
        earlier = _own(book, as_of, opened) if second is None else _side(first, book, as_of, opened)
        later = _side(first if second is None else second, book, as_of, opened)
        found = compare_editions(earlier, later, event=_event(event))
        names = (book or "your book", _short(first)) if second is None else (_short(first), _short(second))
        book_checks_pages.compared(page, names, (earlier, later), found, classes or ())


def verify(
    what: Annotated[
        list[str],
        typer.Argument(metavar="EVENT|FILE...", help="With --against an event, else files of progressions."),
    ],
    *,
    against: Annotated[
        str | None, typer.Option("--against", metavar="SOURCE", help="Key of a source of the book.")
    ] = None,
    sex: Annotated[Sexes | None, typer.Option("--sex", help="Whose event.")] = None,
    level: LevelOption = "WR",
    scope: ScopeOption = None,
    printed: Annotated[
        str | None,
        typer.Option(
            "--printed", metavar="DAY", help="The day the files are from [default: their last step]."
        ),
    ] = None,
    classes: ClassOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """The derived progression beside a published one; ends with 1 where a difference has no reason."""
    from pacelight.cli import book_checks_pages
    from pacelight.cli.book_sheet import Page

    page = Page(*asked_days(as_of, known_at), json=json, csv=csv)
    if against is None:
        if sex is not None or scope is not None:
            raise BookError("files say whose record they are of (name --against SOURCE to ask for an event)")
        good = book_checks_pages.beside(page, _beside(page, what, printed, book), classes or ())
    else:
        found = _against(page, what, sex, against=against, level=level, scope=scope, book=book)
        good = book_checks_pages.verified(page, found)
    if not good:
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


def _own(book: str | None, as_of: str | None, opened: ExitStack) -> "Edition":
    """One's own book as of a day, or the one that ``--book`` names."""
    from pacelight.book.asking.compared import Edition

    asked = day(as_of)
    return Edition(opened.enter_context(open_book(book)), asked, asked)


def _side(which: str, book: str | None, as_of: str | None, opened: ExitStack) -> "Edition | Listing":
    """A day of one's own book, a file of records, or another book as of a day."""
    from pacelight.meet.intake.listing import listing

    if _is_day(which):
        return _own(book, which, opened)
    if _is_file(which):
        return listing(_filed(which, day(as_of)))
    return _own(which, as_of, opened)


def _filed(path: str, until: "date") -> "Filed":
    from pacelight.meet.intake.filed import check_trusted, filed
    from pacelight.meet.intake.lif import Said

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise FormatError(f"{path} cannot be read ({error.strerror})") from error
    given = filed(data, Path(path).name, beside={}, wanted=None, said=Said(), until=until)
    check_trusted(given, partly=False)
    return given


def _beside(page: "Page", files: list[str], printed: str | None, book: str | None) -> "list[SideBySide]":
    """What became of every step of every file."""
    from pacelight.book.asking.published import beside
    from pacelight.meet.intake.printed import progressions

    given = [_filed(path, day(printed) if printed else page.as_of) for path in files]
    last = (
        day(printed) if printed else max((one.last_day for one in given if one.last_day), default=page.as_of)
    )
    lists = [one for file in given for one in progressions(file, until=last)]
    with open_book(book) as opened:
        return [beside(opened, one, as_of=page.as_of, known_at=page.known_at) for one in lists]


def _against(
    page: "Page",
    what: list[str],
    sex: str | None,
    *,
    against: str,
    level: str,
    scope: str | None,
    book: str | None,
) -> "Verified | NotKnown":
    """One event beside what a source of the book says of it."""
    from pacelight.book.asking.verified import verify as verify_list
    from pacelight.event import Level, Sex
    from pacelight.event import event as find_event

    if len(what) > 1 or sex is None:
        raise BookError("--against takes one event and its --sex (leave it out to verify files)")
    with open_book(book) as opened:
        return verify_list(
            opened,
            find_event(what[0]),
            Sex(sex),
            against,
            level=Level(level),
            scope=scope,
            as_of=page.as_of,
            known_at=page.known_at,
        )


def _short(which: str) -> str:
    """What a side is called: a file by its name alone."""
    return Path(which).name if Path(which).is_file() else which


def _is_day(text: str) -> bool:
    return len(text) == len("2025-02-12") and text[:4].isdigit() and text[4] == text[7] == "-"


_BOOK_BEGINS = b"SQLite format 3\0"
"""Source: sqlite.org, Database File Format, section 1.3."""


def _is_file(which: str) -> bool:
    """Whether it is a file that is there, and no book."""
    path = Path(which)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_BOOK_BEGINS)) != _BOOK_BEGINS

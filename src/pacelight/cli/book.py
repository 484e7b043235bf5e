"""`pacelight book`: what stood, how it came to stand, who was ever faster."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pacelight.cli.days import day

if TYPE_CHECKING:
    from pacelight.book.lists import Book

__all__ = ["app", "open_book", "own_book"]

app = typer.Typer(no_args_is_help=True, help="Ask the record book, as of any day.")

# Written out: the words of the sport are loaded when a command runs, not for `pacelight --help`.
Sexes = Literal["men", "women", "mixed"]
Levels = Literal["WR", "AR", "NR", "CR", "MR", "PB", "SB"]

Of = Annotated[str, typer.Argument(metavar="EVENT", help="Code or common name: MILEsh, 1500, 'indoor mile'.")]
SexOption = Annotated[Sexes, typer.Option("--sex", help="Whose event.")]
LevelOption = Annotated[
    Levels, typer.Option("--level", case_sensitive=False, help="Which: world, area, nation, ... record.")
]
ScopeOption = Annotated[
    str | None,
    typer.Option("--scope", metavar="CODE", help="Whose: an area, a nation, a competition, an athlete."),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="Performances up to this day [default: today].")
]
KnownAtOption = Annotated[
    str | None,
    typer.Option("--known-at", metavar="DAY", help="Decisions known by this day [default: as-of]."),
]
RatifiedOption = Annotated[bool, typer.Option("--ratified", help="Only what had been ratified by then.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Comma-separated lines, for spreadsheets.")]
BookOption = Annotated[
    Path | None, typer.Option("--book", metavar="FILE", help="Another book than your own.")
]


@app.command()
def record(
    event: Of,
    sex: SexOption,
    *,
    level: LevelOption = "WR",
    scope: ScopeOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    ratified: RatifiedOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """The record that stood on a day."""
    from pacelight.book.model import NotKnown
    from pacelight.cli import book_pages
    from pacelight.event import Level, Sex

    page = book_pages.Page(*_days(as_of, known_at), ratified=ratified, json=json, csv=csv)
    with open_book(book) as opened:
        found = opened.record(
            event,
            Sex(sex),
            level=Level(level),
            scope=scope,
            as_of=page.as_of,
            known_at=page.known_at,
            ratified=ratified,
        )
        if isinstance(found, NotKnown):
            page.not_known(found, "pacelight.record/1")
        else:
            page.record(found, opened.source(found.coverage.source))


@app.command()
def progression(
    event: Of,
    sex: SexOption,
    *,
    level: LevelOption = "WR",
    scope: ScopeOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    ratified: RatifiedOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw it: svg, png or pdf.")
    ] = None,
    book: BookOption = None,
) -> None:
    """How the record came down, step by step, with the days each mark stood."""
    from pacelight.book.model import NotKnown
    from pacelight.cli import book_pages
    from pacelight.event import Level, Sex

    page = book_pages.Page(*_days(as_of, known_at), ratified=ratified, json=json, csv=csv)
    with open_book(book) as opened:
        found = opened.progression(
            event,
            Sex(sex),
            level=Level(level),
            scope=scope,
            as_of=page.as_of,
            known_at=page.known_at,
            ratified=ratified,
        )
        if isinstance(found, NotKnown):
            page.not_known(found, "pacelight.progression/1")
            return
        if plot is not None:
            from pacelight.book.chart import draw_progression

            draw_progression(found, plot, as_of=page.as_of)
        page.progression(found, opened.source(found[-1].standing.coverage.source))


@app.command("list")
def all_time(
    event: Of,
    sex: SexOption,
    *,
    top: Annotated[int, typer.Option("--top", min=1, help="How many lines.")] = 10,
    all_performances: Annotated[
        bool, typer.Option("--all-performances", help="Every mark, not the best of each athlete.")
    ] = False,
    nation: Annotated[
        str | None, typer.Option("--nation", metavar="CODE", help="Of those who ran for this nation.")
    ] = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """The all-time list, and down to which mark it is complete."""
    from pacelight.book.model import NotKnown
    from pacelight.cli import book_pages
    from pacelight.event import Sex

    page = book_pages.Page(*_days(as_of, known_at), json=json, csv=csv)
    with open_book(book) as opened:
        found = opened.top(
            event,
            Sex(sex),
            n=top,
            all_performances=all_performances,
            nation=nation,
            as_of=page.as_of,
            known_at=page.known_at,
        )
        if isinstance(found, NotKnown):
            page.not_known(found, "pacelight.list/1")
        else:
            page.all_time(found, opened.source(found.coverage.source))


def open_book(path: Path | None) -> "Book":
    """The book that ``--book`` names, or the user's own, made from the shipped one at first use.

    Raises:
        BookError: not there, or not a book.
        StoreError: the user's own cannot be made.
    """
    from pacelight.book.lists import Book

    return Book.own(own_book()) if path is None else Book.open(path)


def own_book() -> Path:
    """Where the user's own book lives."""
    from platformdirs import user_data_path

    return user_data_path("pacelight") / "book.sqlite"


def _days(as_of: str | None, known_at: str | None) -> tuple[date, date]:
    performances = day(as_of)
    return performances, performances if known_at is None else day(known_at)

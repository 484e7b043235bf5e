"""`pacelight book`: what stood, how it came to stand, who was ever faster."""

from typing import Annotated

import typer

from pacelight.cli import (
    book_career,
    book_checks,
    book_decide,
    book_dossier,
    book_files,
    book_hands,
    book_intake,
    book_life,
)
from pacelight.cli.book_opened import BookOption, open_book, own_book
from pacelight.cli.book_options import (
    AgeOption,
    AreaOption,
    AsOfOption,
    CsvOption,
    JsonOption,
    KnownAtOption,
    LevelOption,
    NationOption,
    Of,
    OutrightOption,
    PlotOption,
    RaceOption,
    RatifiedOption,
    ScopeOption,
    Sexes,
    SexOption,
    asked_days,
)
from pacelight.cli.panels import Panels

__all__ = [
    "BookOption",
    "JsonOption",
    "RatifiedOption",
    "ScopeOption",
    "Sexes",
    "app",
    "open_book",
    "own_book",
]

_ASK, _CHECK, _DECIDE, _FILES = "Ask", "Check", "Add and decide", "Files"

app = typer.Typer(no_args_is_help=True, cls=Panels, help="Ask the record book, as of any day.")


@app.command(rich_help_panel=_ASK)
def record(
    event: Of,
    sex: SexOption,
    *,
    level: LevelOption = "WR",
    scope: ScopeOption = None,
    age: AgeOption = "all",
    race: RaceOption = None,
    outright: OutrightOption = False,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    ratified: RatifiedOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """The record that stood on a day, and the ratified one beside it where that still waits."""
    from pacelight.book.model import NotKnown, Standing, Status
    from pacelight.cli import book_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import Level, RaceKind, Sex

    page = Page(*asked_days(as_of, known_at), ratified=ratified, json=json, csv=csv)
    with open_book(book) as opened:

        def ask(*, ratified: bool) -> Standing | NotKnown:
            return opened.record(
                event,
                Sex(sex),
                level=Level(level),
                scope=scope,
                age=age,
                race=None if race is None else RaceKind(race),
                outright=outright,
                as_of=page.as_of,
                known_at=page.known_at,
                ratified=ratified,
            )

        found = ask(ratified=ratified)
        if isinstance(found, NotKnown):
            page.not_known(found, "pacelight.record/1")
            return
        waits = Status.RATIFIED not in found.statuses
        beside = ask(ratified=True) if waits else None
        confirmed = beside if isinstance(beside, Standing) else None
        source = opened.source(found.coverage.source)
        book_pages.record(page, found, confirmed, source, outright=outright)


@app.command(rich_help_panel=_ASK)
def progression(
    event: Of,
    sex: SexOption,
    *,
    level: LevelOption = "WR",
    scope: ScopeOption = None,
    age: AgeOption = "all",
    race: RaceOption = None,
    outright: OutrightOption = False,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    ratified: RatifiedOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    plot: PlotOption = None,
    book: BookOption = None,
) -> None:
    """How the record came to be, step by step, with the days each mark stood."""
    from pacelight.book.model import NotKnown
    from pacelight.cli import book_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import Level, RaceKind, Sex

    page = Page(*asked_days(as_of, known_at), ratified=ratified, json=json, csv=csv)
    with open_book(book) as opened:
        found = opened.progression(
            event,
            Sex(sex),
            level=Level(level),
            scope=scope,
            age=age,
            race=None if race is None else RaceKind(race),
            outright=outright,
            as_of=page.as_of,
            known_at=page.known_at,
            ratified=ratified,
        )
        if isinstance(found, NotKnown):
            page.not_known(found, "pacelight.progression/1")
            return
        if plot is not None:
            from pacelight.book.asking.chart import draw_progression

            draw_progression(found, plot, as_of=page.as_of)
        source = opened.source(found[-1].standing.coverage.source)
        book_pages.progression(page, found, source, outright=outright)


@app.command("list", rich_help_panel=_ASK)
def all_time(
    event: Of,
    sex: SexOption,
    *,
    top: Annotated[int, typer.Option("--top", min=1, help="How many lines.")] = 10,
    all_performances: Annotated[
        bool, typer.Option("--all-performances", help="Every mark, not the best of each athlete.")
    ] = False,
    nation: NationOption = None,
    area: AreaOption = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YEAR", help="Of this calendar year alone.")
    ] = None,
    age: AgeOption = "all",
    race: RaceOption = None,
    outright: OutrightOption = False,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    plot: PlotOption = None,
    book: BookOption = None,
) -> None:
    """The all-time list or a year's, and down to which mark it is complete."""
    from pacelight.book.model import NotKnown
    from pacelight.cli import book_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import RaceKind, Sex

    page = Page(*asked_days(as_of, known_at), json=json, csv=csv)
    with open_book(book) as opened:
        found = opened.top(
            event,
            Sex(sex),
            n=top,
            all_performances=all_performances,
            nation=nation,
            area=area,
            year=year,
            age=age,
            race=None if race is None else RaceKind(race),
            outright=outright,
            as_of=page.as_of,
            known_at=page.known_at,
        )
        if isinstance(found, NotKnown):
            page.not_known(found, "pacelight.list/1")
            return
        if plot is not None:
            from pacelight.book.asking.chart import draw_list

            draw_list(found, plot, as_of=page.as_of, year=year)
        source = opened.source(found.coverage.source)
        book_pages.all_time(page, found, source, year=year, outright=outright)


@app.command(rich_help_panel=_ASK)
def lead(
    event: Of,
    sex: SexOption,
    year: Annotated[int, typer.Option("--year", metavar="YEAR", help="Of which calendar year.")],
    *,
    scope: Annotated[
        str | None,
        typer.Option("--scope", metavar="CODE", help="An area or a nation [default: the world]."),
    ] = None,
    nation: NationOption = None,
    age: AgeOption = "all",
    outright: OutrightOption = False,
    race: RaceOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """Who leads a year: the world, an area or a nation, and all who share the mark."""
    from pacelight.book.asking import leads
    from pacelight.book.model import NotKnown
    from pacelight.cli import book_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import RaceKind, Sex

    page = Page(*asked_days(as_of, known_at), json=json, csv=csv)
    with open_book(book) as opened:
        found = leads.lead(
            opened,
            event,
            Sex(sex),
            year=year,
            scope=scope,
            nation=nation,
            age=age,
            outright=outright,
            as_of=page.as_of,
            known_at=page.known_at,
            race=None if race is None else RaceKind(race),
        )
        if isinstance(found, NotKnown):
            page.not_known(found, "pacelight.lead/1")
        else:
            book_pages.lead(page, found, opened.source(found.coverage.source))


app.command(rich_help_panel=_ASK)(book_career.levels)
app.command(rich_help_panel=_ASK)(book_career.athlete)
app.command(rich_help_panel=_CHECK)(book_checks.compare)
app.command(rich_help_panel=_CHECK)(book_checks.verify)
app.command(rich_help_panel=_CHECK)(book_checks.conflicts)
app.command(rich_help_panel=_CHECK)(book_life.checklist)
app.command(rich_help_panel=_CHECK)(book_life.history)
app.command(rich_help_panel=_CHECK)(book_dossier.dossier)
app.command(rich_help_panel=_DECIDE)(book_hands.add)
app.command(rich_help_panel=_DECIDE)(book_decide.submit)
app.command(rich_help_panel=_DECIDE)(book_decide.ratify)
app.command(rich_help_panel=_DECIDE)(book_decide.reject)
app.command(rich_help_panel=_DECIDE)(book_decide.annul)
app.command(rich_help_panel=_DECIDE)(book_decide.correct)
app.command(rich_help_panel=_DECIDE)(book_life.attest)
app.command(rich_help_panel=_DECIDE)(book_life.withdraw)
app.command(rich_help_panel=_DECIDE)(book_hands.merge)
app.command(rich_help_panel=_DECIDE)(book_life.unmerge)
app.command(rich_help_panel=_FILES)(book_files.create)
app.command(rich_help_panel=_FILES)(book_files.migrate)
book_intake.register(app, _FILES)

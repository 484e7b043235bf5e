"""`pacelight book levels` and `pacelight book athlete`: what a mark would be, what somebody has run."""

from typing import Annotated

import typer

from pacelight.cli.book_opened import BookOption, open_book
from pacelight.cli.book_options import (
    AgeOption,
    AsOfOption,
    CsvOption,
    JsonOption,
    KnownAtOption,
    Of,
    SexOption,
    asked_days,
)

__all__ = ["athlete", "levels"]


def levels(
    event: Of,
    mark: Annotated[str, typer.Argument(metavar="MARK", help="As people print it: 3:45.14, 8.95, 9126.")],
    sex: SexOption,
    *,
    nation: Annotated[
        str | None, typer.Option("--nation", metavar="CODE", help="For which the athlete competes.")
    ] = None,
    age: AgeOption = "all",
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """What a mark would be today: on each list that is covered what stands, and by how much."""
    from pacelight.book import ages
    from pacelight.book.asking import worth
    from pacelight.cli import book_career_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import Sex
    from pacelight.event import event as find_event

    page = Page(*asked_days(as_of, known_at), json=json, csv=csv)
    whose = Sex(sex)
    one = find_event(event).of_age(ages.normal(age), whose)
    given = one.read(mark)
    with open_book(book) as opened:
        found = worth.levels(
            opened, one, given, whose, nation=nation, age=age, as_of=page.as_of, known_at=page.known_at
        )
        ranks = worth.rankings(
            opened, one, given, whose, nation=nation, as_of=page.as_of, known_at=page.known_at
        )
    book_career_pages.levels(page, (one, whose, given), found, ranks)


def athlete(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As results have it, or the key of the book.")],
    *,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """A career: medals, records held, bests, seasons, how the bests came, and the age on the day."""
    from pacelight.book.asking.career import career
    from pacelight.cli import book_career_pages
    from pacelight.cli.book_sheet import Page

    page = Page(*asked_days(as_of, known_at), json=json, csv=csv)
    with open_book(book) as opened:
        found = career(opened, name, as_of=page.as_of, known_at=page.known_at)
    book_career_pages.athlete(page, found)

"""The book's lists as pages: the record, its progression, the all-time list, the lead of a year."""

from collections.abc import Sequence

from pacelight.book.asking import answers, sheets
from pacelight.book.asking.leads import Lead
from pacelight.book.model import AllTime, Source, Standing, Step
from pacelight.cli.book_sheet import Page

__all__ = ["all_time", "lead", "progression", "record"]


def record(
    page: Page, found: Standing, confirmed: Standing | None, source: Source, *, outright: bool
) -> None:
    """The record, its holders, the ratified one beside it where it still waits, and what the book covers."""
    shape = answers.record(found, confirmed, as_of=page.as_of, known_at=page.known_at, ratified=page.ratified)
    page.show(sheets.record(page.when, found, confirmed, source, outright=outright), shape)


def progression(page: Page, steps: Sequence[Step], source: Source, *, outright: bool) -> None:
    """Each step with the days it stood, and what the book covers."""
    shape = answers.progression(steps, as_of=page.as_of, known_at=page.known_at, ratified=page.ratified)
    page.show(sheets.progression(page.when, steps, source, outright=outright), shape)


def all_time(page: Page, found: AllTime, source: Source, *, year: int | None, outright: bool) -> None:
    """Ranks, marks, and down to which mark the list is complete."""
    shape = answers.all_time(found, year=year, as_of=page.as_of, known_at=page.known_at)
    page.show(sheets.all_time(page.when, found, source, year=year, outright=outright), shape)


def lead(page: Page, found: Lead, source: Source) -> None:
    """The best of a year, and all who share it."""
    shape = answers.lead(found, as_of=page.as_of, known_at=page.known_at)
    page.show(sheets.lead(page.when, found, source), shape)

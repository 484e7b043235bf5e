"""The book's lists as pages: the record, its progression, the all-time list, the lead of a year."""

from collections.abc import Sequence

from pacelight.book.asking import answers
from pacelight.book.asking.leads import Lead
from pacelight.book.model import AllTime, Performance, Source, Standing, Step
from pacelight.book.scopes import shown
from pacelight.cli.book_sheet import PERFORMANCE, Page, Sheet, labelled, performance_row

__all__ = ["all_time", "lead", "progression", "record"]


def record(
    page: Page, found: Standing, confirmed: Standing | None, source: Source, *, outright: bool
) -> None:
    """The record, its holders, the ratified one beside it where it still waits, and what the book covers."""
    rows = [row for standing in filter(None, (found, confirmed)) for row in _holders(standing)]
    shape = answers.record(found, confirmed, as_of=page.as_of, known_at=page.known_at, ratified=page.ratified)
    header = ["record", *PERFORMANCE, "status"]
    if outright:
        header, rows = _with_lists(
            header, rows, [h for s in filter(None, (found, confirmed)) for h in s.holders]
        )
    page.show(Sheet(_title(page, found, outright=outright), header, rows, _covered(found, source)), shape)


def progression(page: Page, steps: Sequence[Step], source: Source, *, outright: bool) -> None:
    """Each step with the days it stood, and what the book covers."""
    header = ["record", *PERFORMANCE, "until", "days", "status"]
    rows = [
        [
            labelled(step.standing.label, step.standing.coverage.age, equalled=step.equalled),
            *performance_row(step.performance),
            "" if step.until is None else step.until.isoformat(),
            str(step.days_stood),
            step.status.value,
        ]
        for step in steps
    ]
    if outright:
        header, rows = _with_lists(header, rows, [step.performance for step in steps])
    shape = answers.progression(steps, as_of=page.as_of, known_at=page.known_at, ratified=page.ratified)
    last = steps[-1].standing
    page.show(Sheet(_title(page, last, outright=outright), header, rows, _covered(last, source)), shape)


def all_time(page: Page, found: AllTime, source: Source, *, year: int | None, outright: bool) -> None:
    """Ranks, marks, and down to which mark the list is complete."""
    header = ["rank", *PERFORMANCE, "status"]
    rows = [
        [
            "" if entry.rank is None else str(entry.rank),
            *performance_row(entry.performance),
            "" if entry.status is None else entry.status.value,
        ]
        for entry in found.entries
    ]
    if outright:
        header, rows = _with_lists(header, rows, [entry.performance for entry in found.entries])
    shape = answers.all_time(found, year=year, as_of=page.as_of, known_at=page.known_at)
    listed = shown(labelled("all-time" if year is None else str(year), found.coverage.age), found.scope)
    title = f"{_event(found.event.name, outright=outright)}, {found.sex}: {listed} {page.asked}"
    page.show(Sheet(title, header, rows, f"{_depth(found, year)}: {source.who} ({source.as_of})"), shape)


def lead(page: Page, found: Lead, source: Source) -> None:
    """The best of a year, and all who share it."""
    rows = [
        [labelled(found.label, found.coverage.age, equalled=nth > 0), *performance_row(holder), status]
        for nth, (holder, status) in enumerate(zip(found.holders, found.shown_statuses, strict=True))
    ]
    title = (
        f"{found.event.name}, {found.sex}: {shown(labelled(found.label, found.coverage.age), found.scope)}"
    )
    foot = f"complete down to {found.coverage.down_to}" if found.coverage.down_to else "complete"
    page.show(
        Sheet(
            f"{title} {found.year} {page.asked}",
            ["lead", *PERFORMANCE, "status"],
            rows,
            f"{foot}: {source.who} ({source.as_of})",
        ),
        answers.lead(found, as_of=page.as_of, known_at=page.known_at),
    )


def _holders(standing: Standing) -> list[list[str]]:
    return [
        [
            labelled(standing.label, standing.coverage.age, equalled=nth > 0),
            *performance_row(holder),
            status.value,
        ]
        for nth, (holder, status) in enumerate(zip(standing.holders, standing.statuses, strict=True))
    ]


def _with_lists(
    header: Sequence[str], rows: Sequence[Sequence[str]], of: Sequence[Performance]
) -> tuple[list[str], list[list[str]]]:
    """The same with the list on which each mark stands, which is told by the code of its event."""
    listed = [[row[0], performance.event, *row[1:]] for row, performance in zip(rows, of, strict=True)]
    return [header[0], "list", *header[1:]], listed


def _title(page: Page, found: Standing, *, outright: bool) -> str:
    label = labelled(found.event.label(found.level, page.as_of), found.coverage.age)
    event = _event(found.event.name, outright=outright)
    return f"{event}, {found.sex}: {shown(label, found.scope)} {page.asked}"


def _event(name: str, *, outright: bool) -> str:
    return f"{name.removesuffix(' short track')}, outright" if outright else name


def _covered(found: Standing, source: Source) -> str:
    return f"covered from {found.coverage.since} on: {source.who} ({source.as_of})"


def _depth(found: AllTime, year: int | None) -> str:
    """Down to which mark the list is complete."""
    end = found.coverage.down_to
    depth = "complete" if end is None else f"complete down to {end}"
    if found.coverage.level == "LIST" and (found.all_performances or year is not None):
        unranked = "performances" if year is None else "a year"
        return f"{depth} for the best of each athlete; ranks of {unranked} are not known"
    return depth if end is None else f"{depth}; beyond it ranks are not known"

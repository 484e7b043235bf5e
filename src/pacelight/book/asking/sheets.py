"""Answers as tables, the same on a terminal, in a CSV file and on a page: records, lists, leads."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pacelight.book.asking.answers import Json
from pacelight.book.asking.leads import Lead
from pacelight.book.model import ALL, AllTime, Performance, Source, Standing, Step
from pacelight.book.scopes import shown
from pacelight.event import RaceKind

__all__ = [
    "PERFORMANCE",
    "Sheet",
    "When",
    "all_time",
    "csv_parts",
    "csv_text",
    "depth",
    "json_text",
    "labelled",
    "lead",
    "performance_row",
    "progression",
    "record",
]

PERFORMANCE = ("mark", "athlete", "nation", "day", "venue")
"""Columns of `performance_row`."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        title: line above it.
        header: names of its columns.
        rows: as many cells each.
        foot: line below it: on what the answer rests.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """As of when something is asked.

    Attributes:
        as_of: the last day of performances.
        known_at: the last day of decisions.
        ratified: only what had been ratified.
    """

    as_of: date
    known_at: date
    ratified: bool = False

    def __str__(self) -> str:
        known = "" if self.known_at == self.as_of else f", as known at {self.known_at}"
        return f"as of {self.as_of}{known}{', ratified only' if self.ratified else ''}"


def json_text(shape: Json) -> str:
    """An answer as one line."""
    return json.dumps(shape, ensure_ascii=False) + "\n"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as comma-separated lines."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def csv_parts(parts: Mapping[str, Sheet]) -> str:
    """Several tables of the same columns as comma-separated lines; the first column says which.

    Args:
        parts: by the name of each, at least one.
    """
    header = ["part", *next(iter(parts.values())).header]
    return csv_text(header, [[name, *row] for name, sheet in parts.items() for row in sheet.rows])


def record(
    when: When, found: Standing, confirmed: Standing | None, source: Source, *, outright: bool
) -> Sheet:
    """The record, its holders, the ratified one beside it where it still waits, and what the book covers."""
    standings = [found] if confirmed is None else [found, confirmed]
    rows = [row for standing in standings for row in _holders(standing)]
    header = ["record", *PERFORMANCE, "status"]
    if outright:
        header, rows = _with_lists(header, rows, [holder for one in standings for holder in one.holders])
    return Sheet(_title(when, found, outright=outright), header, rows, _covered(found, source))


def progression(when: When, steps: Sequence[Step], source: Source, *, outright: bool) -> Sheet:
    """Each step with the days it stood, and what the book covers.

    Args:
        when: as of when it was asked.
        steps: at least one.
        source: who vouches for the list.
        outright: both tracks were asked together.
    """
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
    last = steps[-1].standing
    return Sheet(_title(when, last, outright=outright), header, rows, _covered(last, source))


def all_time(when: When, found: AllTime, source: Source, *, year: int | None, outright: bool) -> Sheet:
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
    name = "all-time" if year is None else str(year)
    listed = shown(labelled(name, found.coverage.age, race=found.coverage.race), found.scope)
    title = f"{_event(found.event.name, outright=outright)}, {found.sex}: {listed} {when}"
    return Sheet(title, header, rows, f"{depth(found, year)}: {source.who} ({source.as_of})")


def lead(when: When, found: Lead, source: Source) -> Sheet:
    """The best of a year, and all who share it."""
    rows = [
        [labelled(found.label, found.coverage.age, equalled=nth > 0), *performance_row(holder), status]
        for nth, (holder, status) in enumerate(zip(found.holders, found.shown_statuses, strict=True))
    ]
    title = (
        f"{found.event.name}, {found.sex}: {shown(labelled(found.label, found.coverage.age), found.scope)}"
    )
    foot = f"complete down to {found.coverage.down_to}" if found.coverage.down_to else "complete"
    return Sheet(
        f"{title} {found.year} {when}",
        ["lead", *PERFORMANCE, "status"],
        rows,
        f"{foot}: {source.who} ({source.as_of})",
    )


def performance_row(performance: Performance) -> list[str]:
    """A performance as cells; ``+`` behind a mark made on the way to a longer distance."""
    mark = f"{performance.mark}{'+' if performance.en_route_of else ''}"
    return [mark, performance.athlete, performance.nation, performance.day.isoformat(), performance.venue]


def labelled(label: str, age: str, *, equalled: bool = False, race: RaceKind | None = None) -> str:
    """How a record is printed: ``WR``, ``=WR``, ``U20 WR``, ``women-only WR``."""
    narrowed = f"{'' if age == ALL else f'{age} '}{'' if race is None else f'{race} '}"
    return f"{'=' * equalled}{narrowed}{label}"


def depth(found: AllTime, year: int | None) -> str:
    """Down to which mark a list is complete, and whose ranks are known."""
    end = found.coverage.down_to
    told = "complete" if end is None else f"complete down to {end}"
    if found.coverage.level == "LIST" and (found.all_performances or year is not None):
        unranked = "performances" if year is None else "a year"
        return f"{told} for the best of each athlete; ranks of {unranked} are not known"
    return told if end is None else f"{told}; beyond it ranks are not known"


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


def _title(when: When, found: Standing, *, outright: bool) -> str:
    label = labelled(found.event.label(found.level, when.as_of), found.coverage.age, race=found.coverage.race)
    event = _event(found.event.name, outright=outright)
    return f"{event}, {found.sex}: {shown(label, found.scope)} {when}"


def _event(name: str, *, outright: bool) -> str:
    return f"{name.removesuffix(' short track')}, outright" if outright else name


def _covered(found: Standing, source: Source) -> str:
    return f"covered from {found.coverage.since} on: {source.who} ({source.as_of})"

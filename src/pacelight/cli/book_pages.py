"""The book's answers on the terminal: tables for people, JSON and CSV for programs."""

import csv as csv_files
import json as json_texts
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Console
from rich.table import Table

from pacelight.book import answers
from pacelight.book.model import AllTime, NotKnown, Performance, Source, Standing, Step
from pacelight.book.scopes import shown

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """How an answer is to be shown.

    Attributes:
        as_of: the last day of performances.
        known_at: the last day of decisions.
        ratified: only what had been ratified was asked for.
        json: one JSON object.
        csv: comma-separated lines.
    """

    as_of: date
    known_at: date
    ratified: bool = False
    json: bool = False
    csv: bool = False

    def not_known(self, answer: NotKnown, schema: str) -> None:
        """Say that the book cannot tell, and why: an answer like any other, not a failure."""
        if self.json:
            _json(answers.not_known(answer, schema, as_of=self.as_of, known_at=self.known_at))
        elif self.csv:
            sys.stderr.write(f"not known: {answer.why}\n")  # a spreadsheet gets lines of the list or none
        else:
            _line(f"not known: {answer.why}")

    def record(self, found: Standing, source: Source) -> None:
        """The record, its holders, and what the book covers."""
        rows = [
            ["=" * (nth > 0) + found.label, *_row(holder), status.value]
            for nth, (holder, status) in enumerate(zip(found.holders, found.statuses, strict=True))
        ]
        header = ["record", *_HEADER, "status"]
        if self.json:
            shape = answers.record(found, as_of=self.as_of, known_at=self.known_at, ratified=self.ratified)
            _json(shape)
        elif self.csv:
            _csv(header, rows)
        else:
            _line(self._title(found))
            _table(header, rows)
            _line(f"covered from {found.coverage.since} on: {source.who} ({source.as_of})")

    def progression(self, steps: Sequence[Step], source: Source) -> None:
        """Each step with the days it stood, and what the book covers."""
        last = steps[-1].standing
        header = ["record", *_HEADER, "until", "days", "status"]
        rows = [
            [
                "=" * step.equalled + step.standing.label,
                *_row(step.performance),
                "" if step.until is None else step.until.isoformat(),
                str(step.days_stood),
                step.status.value,
            ]
            for step in steps
        ]
        if self.json:
            _json(
                answers.progression(steps, as_of=self.as_of, known_at=self.known_at, ratified=self.ratified)
            )
        elif self.csv:
            _csv(header, rows)
        else:
            _line(self._title(last))
            _table(header, rows)
            _line(f"covered from {last.coverage.since} on: {source.who} ({source.as_of})")

    def all_time(self, found: AllTime, source: Source) -> None:
        """Ranks, marks, and down to which mark the list is complete."""
        header = ["rank", *_HEADER, "status"]
        rows = [
            [
                "" if entry.rank is None else str(entry.rank),
                *_row(entry.performance),
                "" if entry.status is None else entry.status.value,
            ]
            for entry in found.entries
        ]
        if self.json:
            _json(answers.all_time(found, as_of=self.as_of, known_at=self.known_at))
        elif self.csv:
            _csv(header, rows)
        else:
            _line(f"{found.event.name}, {found.sex}: {shown('all-time', found.scope)} as of {self._asked()}")
            _table(header, rows)
            _line(f"{_depth(found)}: {source.who} ({source.as_of})")

    def _title(self, found: Standing) -> str:
        title = shown(found.event.label(found.level, self.as_of), found.scope)
        return f"{found.event.name}, {found.sex}: {title} as of {self._asked()}"

    def _asked(self) -> str:
        known = "" if self.known_at == self.as_of else f", as known at {self.known_at}"
        return f"{self.as_of}{known}{', ratified only' if self.ratified else ''}"


_WIDE = 1000
"""Columns of what is no terminal: a line of a list stays a line in a file or a pipe."""

_HEADER = ["mark", "athlete", "nation", "day", "venue"]


def _row(performance: Performance) -> list[str]:
    mark = f"{performance.mark}{'+' if performance.en_route_of else ''}"
    return [mark, performance.athlete, performance.nation, performance.day.isoformat(), performance.venue]


def _depth(found: AllTime) -> str:
    """Down to which mark the list is complete."""
    end = found.coverage.down_to
    depth = "complete" if end is None else f"complete down to {end}"
    if found.all_performances and found.coverage.level == "LIST":
        return f"{depth} for the best of each athlete; ranks of performances are not known"
    return depth if end is None else f"{depth}; beyond it ranks are not known"


def _json(shape: dict[str, Any]) -> None:
    sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    writer = csv_files.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in header:
        wraps = name in {"athlete", "venue"}
        right = name in {"mark", "rank", "days"}
        table.add_column(name, no_wrap=not wraps, justify="right" if right else "left")
    for row in rows:
        table.add_row(*row)
    width = None if sys.stdout.isatty() else _WIDE
    Console(file=sys.stdout, highlight=False, markup=False, width=width).print(table)

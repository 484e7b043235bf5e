"""An answer of the book on the terminal: a table for people, JSON or CSV for programs."""

import csv as csv_files
import json as json_texts
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Console
from rich.table import Table

from pacelight.book.asking import answers
from pacelight.book.model import ALL, NotKnown, Performance

__all__ = ["PERFORMANCE", "Page", "Sheet", "labelled", "performance_row"]


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

    @property
    def asked(self) -> str:
        """As of when, as the end of a title."""
        known = "" if self.known_at == self.as_of else f", as known at {self.known_at}"
        return f"as of {self.as_of}{known}{', ratified only' if self.ratified else ''}"

    def not_known(self, answer: NotKnown, schema: str) -> None:
        """Say that the book cannot tell, and why: an answer like any other, not a failure."""
        if self.json:
            _json(answers.not_known(answer, schema, as_of=self.as_of, known_at=self.known_at))
        elif self.csv:
            sys.stderr.write(f"not known: {answer.why}\n")  # a spreadsheet gets lines of the list or none
        else:
            _line(f"not known: {answer.why}")

    def show(self, sheet: Sheet, shape: dict[str, Any]) -> None:
        """One table, or its shape as JSON."""
        if self.json:
            _json(shape)
        elif self.csv:
            _csv(sheet.header, sheet.rows)
        else:
            _sheet(sheet)

    def show_parts(self, title: str, parts: dict[str, Sheet], shape: dict[str, Any]) -> None:
        """Several tables of the same columns under one title; in CSV the first column says which.

        Args:
            title: the line above all.
            parts: by the name of each; those without rows are left out.
            shape: all of it as JSON.
        """
        filled = {name: sheet for name, sheet in parts.items() if sheet.rows}
        if self.json:
            _json(shape)
        elif self.csv:
            header = ["part", *next(iter(parts.values())).header]
            _csv(header, [[name, *row] for name, sheet in filled.items() for row in sheet.rows])
        else:
            _line(title)
            for sheet in filled.values():
                _line("")
                _sheet(sheet)


PERFORMANCE = ("mark", "athlete", "nation", "day", "venue")
"""Columns of `performance_row`."""


def performance_row(performance: Performance) -> list[str]:
    """A performance as cells; ``+`` behind a mark made on the way to a longer distance."""
    mark = f"{performance.mark}{'+' if performance.en_route_of else ''}"
    return [mark, performance.athlete, performance.nation, performance.day.isoformat(), performance.venue]


def labelled(label: str, age: str, *, equalled: bool = False) -> str:
    """How a record is printed: ``WR``, ``=WR``, ``U20 WR``."""
    return f"{'=' * equalled}{'' if age == ALL else f'{age} '}{label}"


_WIDE = 1000
"""Columns of what is no terminal: a line of a list stays a line in a file or a pipe."""

_WRAPS = frozenset({"athlete", "venue", "competition", "why", "holder", "what"})
_RIGHT = frozenset({"mark", "rank", "days", "margin", "was", "is", "count", "place"})


def _json(shape: dict[str, Any]) -> None:
    sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    writer = csv_files.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")


def _sheet(sheet: Sheet) -> None:
    if sheet.title:
        _line(sheet.title)
    if sheet.rows:
        _table(sheet)
    if sheet.foot:
        _line(sheet.foot)


def _table(sheet: Sheet) -> None:
    table = Table(box=None, pad_edge=False)
    for name in sheet.header:
        table.add_column(name, no_wrap=name not in _WRAPS, justify="right" if name in _RIGHT else "left")
    for row in sheet.rows:
        table.add_row(*row)
    width = None if sys.stdout.isatty() else _WIDE
    Console(file=sys.stdout, highlight=False, markup=False, width=width).print(table)

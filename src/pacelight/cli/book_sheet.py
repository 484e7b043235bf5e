"""An answer of the book on the terminal: a table for people, JSON or CSV for programs."""

import sys
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Console
from rich.table import Table

from pacelight.book.asking import answers
from pacelight.book.asking.sheets import Sheet, When, csv_parts, csv_text, json_text
from pacelight.book.model import NotKnown

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

    @property
    def when(self) -> When:
        """As of when, as the end of a title."""
        return When(self.as_of, self.known_at, self.ratified)

    def not_known(self, answer: NotKnown, schema: str) -> None:
        """Say that the book cannot tell, and why: an answer like any other, not a failure."""
        if self.json:
            shape = answers.not_known(answer, schema, as_of=self.as_of, known_at=self.known_at)
            sys.stdout.write(json_text(shape))
        elif self.csv:
            sys.stderr.write(f"not known: {answer.why}\n")  # a spreadsheet gets lines of the list or none
        else:
            _line(f"not known: {answer.why}")

    def show(self, sheet: Sheet, shape: dict[str, Any]) -> None:
        """One table, or its shape as JSON."""
        if self.json:
            sys.stdout.write(json_text(shape))
        elif self.csv:
            sys.stdout.write(csv_text(sheet.header, sheet.rows))
        else:
            _sheet(sheet)

    def show_parts(self, title: str, parts: dict[str, Sheet], shape: dict[str, Any]) -> None:
        """Several tables of the same columns under one title; in CSV the first column says which.

        Args:
            title: the line above all.
            parts: by the name of each; those without rows are left out.
            shape: all of it as JSON.
        """
        if self.json:
            sys.stdout.write(json_text(shape))
        elif self.csv:
            sys.stdout.write(csv_parts(parts))
        else:
            _line(title)
            for sheet in parts.values():
                if sheet.rows:
                    _line("")
                    _sheet(sheet)


_WIDE = 1000
"""Columns of what is no terminal: a line of a list stays a line in a file or a pipe."""

_WRAPS = frozenset({"athlete", "venue", "competition", "why", "holder", "what"})
_RIGHT = frozenset({"mark", "rank", "days", "margin", "was", "is", "count", "place"})


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

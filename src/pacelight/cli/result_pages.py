"""Result files on the terminal: every row as it was read, and what a person should look at."""

import json as json_texts
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pacelight.book.asking import answers
from pacelight.errors import FormatError
from pacelight.timing.formats import LifFile, LifRow, read

__all__ = ["read_results", "show"]


def read_results(path: Path) -> LifFile:
    """The result file at that place, whole or refused.

    Raises:
        FormatError: not there, torn, or no FinishLynx result; the line is named.
    """
    try:
        return read(path.read_bytes(), path.name)
    except OSError as error:
        raise FormatError(f"no result file can be read at {path}: {error.strerror}") from error


def show(file: LifFile, *, json: bool) -> None:
    """Print it: a table and its remarks, or one JSON object."""
    if json:
        sys.stdout.write(json_texts.dumps(_shape(file), ensure_ascii=False) + "\n")
        return
    distance = f", {file.distance}" if file.distance else ""
    gun = f", gun at {file.start}" if file.start else ""
    sys.stdout.write(
        f"{file.name} (event {file.event}, round {file.round}, heat {file.heat}){distance}{gun}\n"
    )
    if file.wind:
        sys.stdout.write(f"wind {file.wind} {file.wind_unit}\n")
    console = Console(file=sys.stdout, highlight=False, markup=False)
    for race in file.races:
        console.print(_table(race))
    for remark in file.remarks:
        sys.stdout.write(f"look at {remark}\n")


def _table(rows: tuple[LifRow, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("place", "ID", "lane", "name", "affiliation", "mark"):
        right = name in {"place", "ID", "lane", "mark"}
        table.add_column(name, justify="right" if right else "left", no_wrap=right)
    for row in rows:
        place = row.status or ("" if row.place is None else str(row.place))
        mark = "" if row.mark is None else str(row.mark)
        table.add_row(place, row.bib, row.lane, row.result.name, row.affiliation, mark)
    return table


def _shape(file: LifFile) -> dict[str, Any]:
    """``pacelight.results/1``."""
    return {
        "schema": "pacelight.results/1",
        "format": "lif",
        "event": file.event,
        "round": file.round,
        "heat": file.heat,
        "name": file.name,
        "distance_m": file.distance.metres if file.distance else None,
        "start": file.start or None,
        "wind": file.wind or None,
        "wind_unit": file.wind_unit or None,
        "encoding": file.encoding,
        "rows": [_row(row) for row in file.rows],
        "remarks": list(file.remarks),
    }


def _row(row: LifRow) -> dict[str, Any]:
    return {
        "line": row.line,
        "race": row.race,
        "place": row.place,
        "status": row.status,
        "bib": row.bib or None,
        "lane": row.lane or None,
        "name": row.result.name or None,
        "affiliation": row.affiliation or None,
        "mark": answers.mark(row.mark) if row.mark else None,
        "splits": [answers.mark(split.at) for split in row.splits],
        "cells": list(row.cells),
    }

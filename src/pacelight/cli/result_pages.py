"""Result files on the terminal: every row as it was read, and what a person should look at."""

import json as json_texts
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pacelight.book.asking import answers
from pacelight.errors import FormatError
from pacelight.meet.publish.session import proved, results_of
from pacelight.timing.formats import LifFile, LifRow, read
from pacelight.timing.formats.lists import results_omega
from pacelight.timing.formats.lists.race_result import RaceResult, ResultRow, printed
from pacelight.timing.formats.lists.results import RESULTS, guessed, read_results
from pacelight.timing.formats.lists.results_json import SCHEMA, shaped
from pacelight.timing.formats.lists.same import ResultDifference, differences

__all__ = ["compared", "results_in", "show", "show_differences", "show_file"]

_JOURNAL = re.compile(rb'[0-9a-f]{8} \{"n":1,')
"""How the first line of a journal begins."""


def results_in(path: Path, form: str = "", beside: Path | None = None) -> tuple[RaceResult, ...]:
    """The results in that file, whole or refused.

    Args:
        path: of the file.
        form: name of its format; found in it if not given.
        beside: of results of Omega, the list of heats.

    Raises:
        FormatError: not there, torn, or no result that is known; the line is named.
    """
    data = _bytes(path)
    if _is_journal(data):
        return results_of(path)
    if beside is not None:
        return results_omega.read(data, path.name, {beside.name: _bytes(beside)})
    return read_results(data, path.name, form)


def compared(one: Path, other: Path, form: str = "") -> tuple[ResultDifference, ...]:
    """Where two files do not say the same; of a journal, whether it bears out the proof of the other.

    Raises:
        FormatError: one is not there, torn, or no result that is known.
        JournalError: one is a journal, and cannot be believed.
    """
    left, right = results_in(one, form), results_in(other, form)
    found = list(differences(left, right))
    for journal, results in ((one, right), (other, left)):
        if _is_journal(_bytes(journal)):
            found += [
                ResultDifference(result.named, "", "proof", result.proof.link, "another link")
                for result in results
                if result.proof is not None and not proved(journal, result.proof)
            ]
    return tuple(found)


def show_file(path: Path, form: str, beside: Path | None, *, json: bool) -> None:
    """Print what a file says: a table a race and what to look at, or a JSON object a race.

    Raises:
        FormatError: not there, torn, or no result that is known; the line is named.
    """
    data = _bytes(path)
    found = RESULTS.get(form) if form else guessed(data, path.name)
    known = _is_journal(data) or beside is not None or form not in {"", "lif"}
    if not known and (found is None or found.name == "lif"):
        if found is None and path.suffix.casefold() != ".lif":
            read_results(data, path.name)
        show(read(data, path.name), json=json)
        return
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    for one in results_in(path, form, beside):
        if json:
            _say(shaped(one, found.name if found else form or "journal"))
            continue
        sys.stdout.write(f"{_headed(one)}\n")
        console.print(_results(one))
        for record in one.records:
            sys.stdout.write(f"{record.level} {record.code} {record.mark} {record.name} {record.status}\n")
        for remark in one.remarks:
            sys.stdout.write(f"look at {remark}\n")


def show_differences(found: Sequence[ResultDifference], one: str, other: str, *, json: bool) -> None:
    """Say on what two files do not agree, or that they do."""
    if json:
        rows = [
            {"race": each.race, "who": each.who, "what": each.what, "one": each.one, "other": each.other}
            for each in found
        ]
        _say(
            {"schema": "pacelight.same/1", "same": not found, "one": one, "other": other, "differences": rows}
        )
        return
    for each in found:
        sys.stdout.write(f"{each}\n")
    if not found:
        sys.stdout.write(f"{one} and {other} are the same result\n")


def _is_journal(data: bytes) -> bool:
    return _JOURNAL.match(data) is not None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FormatError(f"no result file can be read at {path}: {error.strerror}") from error


def _say(shape: dict[str, Any]) -> None:
    sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")


def _headed(one: RaceResult) -> str:
    numbers = ", ".join(
        f"{what} {text}"
        for what, text in (("event", one.event), ("round", one.round), ("heat", one.heat))
        if text
    )
    said = {None: "", True: "official", False: "unofficial"}[one.official]
    wind = f"wind {one.wind} m/s" if one.wind else ""
    gun = f"gun at {one.start}" if one.start else ""
    told = (one.title, numbers, str(one.distance or ""), str(one.day or ""), gun, wind, said)
    return " · ".join(filter(None, told))


def _results(of: RaceResult) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("place", "bib", "lane", "name", "nation", "mark", ""):
        right = name in {"place", "bib", "lane", "mark"}
        table.add_column(name, justify="right" if right else "left", no_wrap=right)
    for row in of.rows:
        place = row.status or ("" if row.place is None else str(row.place))
        mark = "" if row.mark is None else printed(row.mark)
        table.add_row(place, row.bib, row.lane, row.name, row.nation or row.club, mark, _beside(row))
    return table


def _beside(row: ResultRow) -> str:
    laps = f"{row.laps_behind} behind" if row.laps_behind else ""
    return ", ".join(filter(None, (row.rule, laps, f"{len(row.splits)} splits" if row.splits else "")))


def show(file: LifFile, *, json: bool) -> None:
    """Print it: a table and its remarks, or one JSON object."""
    if json:
        _say(_shape(file))
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
    """``pacelight.results/1``, every cell as read among it."""
    return {
        "schema": SCHEMA,
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

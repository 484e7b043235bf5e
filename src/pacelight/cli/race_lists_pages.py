"""Start lists on the terminal and in files."""

import json as json_texts
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from pacelight.errors import FormatError
from pacelight.meet.intake.starters import How, Seat
from pacelight.meet.programme.racefile_schema import RunnerFields
from pacelight.meet.publish.put import put
from pacelight.timing.formats.lists import startlist_csv, startlist_evt, startlist_wa
from pacelight.timing.formats.lists.entrant import Entrant, StartList

__all__ = [
    "ask",
    "doubts",
    "file_bytes",
    "only",
    "refuse_none",
    "show",
    "show_change",
    "write",
]

SCHEMA = "pacelight.startlist/1"

_WRITERS = {".csv": startlist_csv.write, ".evt": startlist_evt.write, ".json": startlist_wa.write}
_SOME = 6


def file_bytes(path: Path) -> bytes:
    """What stands in a file.

    Raises:
        FormatError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FormatError(f"no file can be read at {path}: {error.strerror}") from error


def refuse_none(lists: Sequence[StartList], name: str) -> None:
    """At least one start list is left.

    Raises:
        FormatError: none is.
    """
    if not lists:
        raise FormatError(
            f"{name} has no start list of that event, round and heat (leave them out to see all)"
        )


def only(lists: Sequence[StartList]) -> StartList:
    """The only start list there is.

    Raises:
        FormatError: there are several; some are named.
    """
    if len(lists) > 1:
        some = "; ".join(_called(one) for one in lists[:_SOME])
        more = "" if len(lists) <= _SOME else f" and {len(lists) - _SOME} more"
        raise FormatError(
            f"{len(lists)} start lists: say which by --event, --round and --heat ({some}{more})"
        )
    return lists[0]


def show(lists: Iterable[StartList], form: str, *, json: bool) -> None:
    """Print start lists: a table each, or one JSON object."""
    if json:
        _say({"schema": SCHEMA, "format": form, "lists": [_shape(one) for one in lists]})
        return
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    for one in lists:
        sys.stdout.write(f"{_called(one)}\n")
        console.print(_table(one))
        for remark in one.remarks:
            sys.stdout.write(f"look at this: {remark}\n")


def write(lists: Iterable[StartList], path: Path, *, dry_run: bool) -> None:
    """Write start lists to a new file in the format of its ending.

    Raises:
        FormatError: another ending, or such a file is there already.
        StoreError: the disk refuses.
    """
    writer = _WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise FormatError(f"{path.name}: start lists are written as {', '.join(_WRITERS)}")
    if path.exists():
        raise FormatError(f"{path} is there already (name another, or take that one away first)")
    data = writer(tuple(lists))
    if not dry_run:
        put(path, data)
    sys.stdout.write(f"{path}: {len(data)} bytes{' would be' if dry_run else ''} written\n")


def ask(found: Sequence[Seat], *, json: bool) -> None:
    """Say who cannot be told, and how to say it; nothing was written."""
    if json:
        _say({"schema": SCHEMA, "written": False, "runners": [_seat(one) for one in found]})
    for one in found:
        if not one.key:
            sys.stderr.write(f"pacelight: {one.question}\n")
    sys.stderr.write("pacelight: nothing was written: say who they are\n")


def doubts(found: Iterable[Seat]) -> None:
    """Say who cannot be told."""
    for one in found:
        if one.how is How.DOUBT:
            sys.stderr.write(f"pacelight: {one.question}\n")


def show_change(
    found: Sequence[Seat], before: Sequence[RunnerFields], into: Path, *, dry_run: bool, json: bool
) -> None:
    """Say which runners a race file has now, and which no longer."""
    bibs = {one.entrant.bib for one in found}
    gone = [one for one in before if one.bib not in bibs]
    if json:
        shape = {
            "schema": SCHEMA,
            "written": not dry_run,
            "race_file": str(into),
            "runners": [_seat(one) for one in found],
            "removed": [one.bib for one in gone],
        }
        _say(shape)
        return
    held = {one.bib for one in before}
    for one in found:
        sign = "=" if one.entrant.bib in held else "+"
        lane = f" lane {one.entrant.lane}" if one.entrant.lane else ""
        sys.stdout.write(
            f"{sign} {one.entrant.bib:>5} {one.entrant.name} {one.nation}{lane}: {one.key} ({one.how})\n"
        )
    for runner in gone:
        sys.stdout.write(f"- {runner.bib:>5} {runner.name} {runner.nation}\n")
    sys.stdout.write(f"{into}: {len(found)} runners{', nothing written yet' if dry_run else ''}\n")


def _called(one: StartList) -> str:
    numbers = [
        f"{what} {text}"
        for what, text in (("event", one.event), ("round", one.round), ("heat", one.heat))
        if text
    ]
    told = (one.title, ", ".join(numbers), str(one.distance or ""), str(one.day or ""), one.time)
    return " · ".join(filter(None, told)) or "all"


def _table(of: StartList) -> Table:
    table = Table(box=None, pad_edge=False)
    columns: dict[str, Any] = {
        "lane": lambda one: one.lane,
        "bib": lambda one: one.bib,
        "name": lambda one: one.name,
        "nation": lambda one: one.nation,
        "club": lambda one: one.club,
        "born": lambda one: str(one.born or ""),
        "licence": lambda one: one.licence,
        "WA id": lambda one: one.wa_id,
        "chips": lambda one: " ".join(one.chips),
        "seed": lambda one: one.seed,
        "runners": lambda one: ", ".join(one.legs),
        "": lambda one: one.status or "",
        "key": lambda one: one.athlete,
        "say": lambda one: one.say,
    }
    filled = {name: said for name, said in columns.items() if any(said(one) for one in of.entrants)}
    for name in filled:
        table.add_column(name, justify="right" if name in {"lane", "bib", "seed"} else "left")
    for one in of.entrants:
        table.add_row(*(said(one) for said in filled.values()))
    return table


def _shape(one: StartList) -> dict[str, Any]:
    return {
        "event": one.event or None,
        "round": one.round or None,
        "heat": one.heat or None,
        "title": one.title or None,
        "code": one.code or None,
        "distance_m": one.distance.metres if one.distance else None,
        "day": str(one.day) if one.day else None,
        "time": one.time or None,
        "sex": one.sex,
        "entrants": [_entrant(entrant) for entrant in one.entrants],
        "remarks": list(one.remarks),
    }


def _entrant(one: Entrant) -> dict[str, Any]:
    return {
        "lane": one.lane or None,
        "bib": one.bib or None,
        "name": one.name or None,
        "family": one.family or None,
        "given": one.given or None,
        "nation": one.nation or None,
        "club": one.club or None,
        "born": str(one.born) if one.born else None,
        "sex": one.sex,
        "licence": one.licence or None,
        "wa_id": one.wa_id or None,
        "chips": list(one.chips),
        "seed": one.seed or None,
        "legs": list(one.legs),
        "team": one.team,
        "status": one.status,
        "athlete": one.athlete or None,
        "say": one.say or None,
    }


def _seat(one: Seat) -> dict[str, Any]:
    return {
        "bib": one.entrant.bib,
        "name": one.entrant.name,
        "nation": one.nation or None,
        "lane": one.entrant.lane or None,
        "chips": list(one.entrant.chips),
        "athlete": one.key or None,
        "how": one.how.value,
        "why": one.why or None,
        "candidates": list(one.candidates),
    }


def _say(shape: dict[str, Any]) -> None:
    typer.echo(json_texts.dumps(shape, ensure_ascii=False))

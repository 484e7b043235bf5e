"""The doctor's findings on the terminal, row by row as they come, and the pages' code for a phone."""

import json as json_texts
import socket
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import partial

import typer
from rich.console import Console
from rich.progress import Progress, TaskID
from rich.table import Table
from rich.text import Text

from pacelight.cli.languages import speech_of
from pacelight.cli.qr import terminal_qr
from pacelight.meet.doctor import Finding, State, worst
from pacelight.meet.doctor.devices import pages_found
from pacelight.meet.doctor.visit import Step, Visit
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.meetfile_schema import TimingFields
from pacelight.sheets.readiness import sheets
from pacelight.timing.sources import Listener
from pacelight.timing.sources.address import listener
from pacelight.web.addresses import is_loopback, reachable

__all__ = ["examine"]

_SIGNS = {State.GREEN: ("ok", "green"), State.AMBER: ("look", "yellow"), State.RED: ("RED", "bold red")}
_PATIENCE_S = 1.0


def examine(meet: MeetFile | None, bus: str, seconds: float, *, json: bool) -> None:
    """Go through everything; ends with 1 if anything is red.

    Args:
        meet: of tonight; None for the machine alone.
        bus: where the engine is listened to; empty for where the meet file says.
        seconds: how long lamps and timing systems are listened to.
        json: for programs.
    """
    visit = Visit(meet, bus, seconds, _listener)
    addresses = () if meet is None else _addresses(meet)
    steps = [*visit.steps(), Step("sheets", lambda _: [sheets(meet, speech_of("en"))])]
    if meet is not None:
        steps.append(Step("pages", lambda _: [pages_found(addresses, answering=_answers(meet))]))
    found = list(_gone_through(steps))
    if json:
        _say_json(meet, found, addresses)
    else:
        _table(found)
        if addresses:
            sys.stdout.write(f"\n{terminal_qr(addresses[0])}\n{addresses[0]}\n")
    if worst(found) is State.RED:
        raise typer.Exit(1)


def _gone_through(steps: Iterable[Step]) -> Iterator[Finding]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        for step in steps:
            task = progress.add_task(step.name, total=1.0)
            yield from step.look(partial(_show, progress, task))
            progress.remove_task(task)


def _show(progress: Progress, task: TaskID, share: float) -> None:
    progress.update(task, completed=share)


def _table(found: Iterable[Finding]) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for one in found:
        sign, style = _SIGNS[one.state]
        words = Text(one.words)
        if one.remedy:
            words.append(f"\n-> {one.remedy}", style="dim" if one.state is State.AMBER else "bold")
        table.add_row(Text(sign, style=style), one.what, words)
    Console(highlight=False, markup=False, emoji=False).print(table)


def _say_json(meet: MeetFile | None, found: Iterable[Finding], addresses: Iterable[str]) -> None:
    rows = [{**asdict(one), "state": str(one.state)} for one in found]
    shape = {
        "schema": "pacelight.doctor/1",
        "meet": None if meet is None else meet.id,
        "state": str(worst(found)),
        "findings": rows,
        "addresses": list(addresses),
    }
    sys.stdout.write(f"{json_texts.dumps(shape)}\n")


def _addresses(meet: MeetFile) -> tuple[str, ...]:
    """Where a phone would find the pages; nowhere where only this machine does."""
    found = () if is_loopback(meet.web.host) else reachable(meet.web.host, meet.web.port)
    return tuple(found)


def _answers(meet: MeetFile) -> bool:
    """Whether somebody listens where the pages are to be."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(meet.web.host, meet.web.host)  # noqa: S104  # looked up
    try:
        socket.create_connection((host, meet.web.port), _PATIENCE_S).close()
    except OSError:
        return False
    return True


def _listener(fields: TimingFields) -> Listener:
    return listener(fields.name, fields.url, allow=fields.allow)

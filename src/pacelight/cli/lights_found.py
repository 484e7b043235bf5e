"""Controllers found on the network, on the terminal."""

import json as json_texts
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from pacelight.errors import PacelightError
from pacelight.lights.trial.found import Found
from pacelight.lights.trial.probe import ask_wled, listen

__all__ = ["probe"]

_KINDS = {"artnet": "Art-Net", "sacn": "sends E1.31", "wled": "WLED"}


def probe(seconds: float, interface: str, to: Sequence[str], wled: Sequence[str], *, json: bool) -> None:
    """Ask, listen, and say who is there."""
    found = [one for host in wled if (one := _asked(host)) is not None]
    found += _heard(seconds, interface, to)
    if json:
        controllers = [asdict(one) for one in found]
        sys.stdout.write(f"{json_texts.dumps({'schema': 'pacelight.probe/1', 'found': controllers})}\n")
    elif found:
        _table(found)
    else:
        sys.stdout.write(f"nobody was found in {seconds:g} s\n")
    if not found:
        raise typer.Exit(1)


def _heard(seconds: float, interface: str, to: Sequence[str]) -> list[Found]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("listening", total=1.0)
        return listen(
            seconds,
            interface=interface,
            targets=to,
            progress=lambda share: progress.update(task, completed=share),
            warn=_warn,
        )


def _asked(host: str) -> Found | None:
    """One that does not answer is said so; the others are asked all the same."""
    try:
        return ask_wled(host)
    except PacelightError as error:
        _warn(str(error))
        return None


def _warn(text: str) -> None:
    sys.stderr.write(f"pacelight: {text}\n")


def _table(found: Sequence[Found]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("", "address", "name", "universes", "lamps", "says"):
        table.add_column(name, justify="right" if name == "lamps" else "left", overflow="fold")
    for one in found:
        lamps = "" if one.lamps is None else f"{one.lamps:,}"
        table.add_row(_KINDS[one.kind], one.address, one.name, _ranges(one.universes), lamps, one.says)
    Console().print(table, markup=False)


def _ranges(numbers: Sequence[int]) -> str:
    """Runs of numbers, each by its first and last.

    >>> _ranges((1, 2, 3, 7))
    '1-3, 7'
    """
    if not numbers:
        return ""
    ends = [number for number, after in pairwise(numbers) if after != number + 1] + [numbers[-1]]
    begins = [numbers[0]] + [after for number, after in pairwise(numbers) if after != number + 1]
    return ", ".join(
        str(first) if first == last else f"{first}-{last}" for first, last in zip(begins, ends, strict=True)
    )

"""Controllers found on the network, on the terminal."""

import json as json_texts
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from itertools import pairwise

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from pacelight.errors import PacelightError
from pacelight.lights.trial.announced import Search, announced
from pacelight.lights.trial.found import Found
from pacelight.lights.trial.probe import listen
from pacelight.lights.trial.wled import ask, make_ready

__all__ = ["probe", "ready"]

_KINDS = {"artnet": "Art-Net", "sacn": "sends E1.31", "wled": "WLED"}


def probe(seconds: float, interface: str, to: Sequence[str], wled: Sequence[str], *, json: bool) -> None:
    """Ask, listen, and say who is there."""
    heard, hosts = _heard(seconds, interface, to)
    asked = dict.fromkeys([*(_with_port(host) for host in wled), *hosts])
    found = [*(one for host in asked if (one := _asked(host)) is not None), *heard]
    if json:
        controllers = [asdict(one) for one in found]
        sys.stdout.write(f"{json_texts.dumps({'schema': 'pacelight.probe/1', 'found': controllers})}\n")
    elif found:
        _table(found)
    else:
        sys.stdout.write(f"nobody was found in {seconds:g} s\n")
    if not found:
        raise typer.Exit(1)


def ready(hosts: Sequence[str], *, json: bool) -> None:
    """Make each ready; one that does not answer is said so, and the others are made ready all the same."""
    done = []
    for host in hosts:
        try:
            now = make_ready(host)
        except PacelightError as error:
            _warn(str(error))
            continue
        done.append(host)
        if json:
            told = {"schema": "pacelight.lights-ready/1", "host": host, **asdict(now)}
            sys.stdout.write(f"{json_texts.dumps(told)}\n")
        else:
            sys.stdout.write(f"{host} shows frames as they come, and is dark without them\n")
    if len(done) < len(hosts):
        raise typer.Exit(1)


def _heard(seconds: float, interface: str, to: Sequence[str]) -> tuple[list[Found], list[str]]:
    """Who answered or was heard; and where a WLED announces itself, which is still to be asked."""
    console = Console(stderr=True)
    with ExitStack() as stack:
        search = _searched(stack, interface)
        progress = stack.enter_context(
            Progress(console=console, transient=True, disable=not console.is_terminal)
        )
        task = progress.add_task("listening", total=1.0)
        found = listen(
            seconds,
            interface=interface,
            targets=to,
            progress=lambda share: progress.update(task, completed=share),
            warn=_warn,
        )
        return found, search.hosts() if search else []


def _searched(stack: ExitStack, interface: str) -> Search | None:
    try:
        return stack.enter_context(announced(interface))
    except OSError as error:
        _warn(f"WLED is not searched for ({error.strerror or error})")
        return None


def _with_port(host: str) -> str:
    """As mDNS gives it, so that one that is named and announces itself is asked once."""
    return host if ":" in host else f"{host}:80"


def _asked(host: str) -> Found | None:
    """One that does not answer is said so; the others are asked all the same."""
    try:
        return ask(host)
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

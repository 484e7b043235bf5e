"""A race on pages: the engine and the web process beside it, kept up and ended together."""

import subprocess
import sys
import time
import webbrowser
from contextlib import ExitStack
from os import environ
from pathlib import Path
from urllib.parse import urlsplit

import typer

from pacelight.cli.processes import Kept, end, end_calmly, start
from pacelight.cli.race_pages import Tell, page, say_address
from pacelight.meet.engine.start import Orders
from pacelight.meet.live.replay import Retelling

__all__ = ["bus_of", "open_browser", "web_beside", "with_pages"]

_COUNTDOWN_S = 5
_LINGER_S = 3.0
"""How long the page stays after the race when nobody sits at the terminal."""

_LOOK_S = 0.1


def with_pages(orders: Orders, port: int, *, browse: bool, json: bool) -> None:
    """The race on a page; stays until Ctrl-C, or ends soon after the race if nobody can press it.

    Args:
        orders: what to run.
        port: of the page; 0 takes a free one.
        browse: open a browser, where there is a screen for one.
        json: lines for programs.

    Raises:
        PacelightError: what was wrong, in one line.
    """
    end_calmly()
    with ExitStack() as stack:
        address, web = web_beside(orders, port, stack)
        say_address(address, json=json)
        engine = Kept(_engine_arguments(orders))
        stack.callback(engine.end)
        if browse:
            open_browser(address)
        _watch(orders.journal, page(json=json), (engine, web))


def open_browser(address: str) -> None:
    """Show the page, where there is a screen for it."""
    if sys.platform != "linux" or "DISPLAY" in environ or "WAYLAND_DISPLAY" in environ:
        webbrowser.open(address)


def web_beside(orders: Orders, port: int, stack: ExitStack) -> tuple[str, Kept]:
    """The page's address once it answers, and its process, which ends with the stack.

    Args:
        orders: of the engine that it listens to.
        port: of the page; 0 takes a free one.
        stack: ends it.

    Raises:
        Exit: it ended, and has said why.
    """
    kept = orders.journal.with_name("recordings")
    arguments = ["web", "--watch-only", "--bus", str(bus_of(orders)), "--book", str(orders.book)]
    arguments += ["--recordings", str(kept), "--evidence", str(orders.journal), "--port"]
    process = start([*arguments, str(port)], output=subprocess.PIPE)
    address = process.stdout.readline().strip() if process.stdout else ""
    if not address:
        end(process)
        raise typer.Exit(process.returncode)  # it has said why
    web = Kept([*arguments, str(urlsplit(address).port)], process)
    stack.callback(web.end)
    return address, web


def bus_of(orders: Orders) -> Path:
    """Where the engine is listened to: beside its journal."""
    return orders.journal.with_name("bus")


def _engine_arguments(orders: Orders) -> list[str]:
    return [
        "engine",
        str(orders.race),
        *("--bus", str(bus_of(orders))),
        *("--journal", str(orders.journal)),
        *("--book", str(orders.book)),
        *("--output", orders.output),
        *("--speed", str(orders.speed)),
        *("--countdown", str(_COUNTDOWN_S)),
    ]


def _watch(path: Path, tell: Tell, kept: tuple[Kept, ...]) -> None:
    """Tell what the journal says as it grows, and keep the processes up."""
    retelling = Retelling(path)
    leave_at = float("inf")
    while time.monotonic() < leave_at:
        for process in kept:
            code = process.look(_LOOK_S)
            if code is not None:
                raise typer.Exit(code)
        if not path.exists():
            continue
        for told, live in retelling.more():
            tell(told, live)
            if told.kind == "done" and not sys.stdin.isatty():
                leave_at = time.monotonic() + _LINGER_S

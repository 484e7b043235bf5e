"""The evening of the demo, with pages or without."""

import subprocess
import sys
import time
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import as_file, files
from os import environ
from pathlib import Path
from urllib.parse import urlsplit

import typer

from pacelight.cli.processes import Kept, end, end_calmly, start
from pacelight.cli.race_pages import Tell, page, say_address
from pacelight.cli.running import run_here
from pacelight.cli.scratch import eve_book, scratch
from pacelight.meet.engine.start import Orders
from pacelight.meet.live.replay import Retelling
from pacelight.meet.programme.racefile import RaceFile

__all__ = ["Evening"]

_RECORDING = "recordings/lievin-2025-mile.toml"
_COUNTDOWN_S = 5
_LINGER_S = 3.0
"""How long the page stays after the race when nobody sits at the terminal."""

_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class Evening:
    """What the demo was asked for.

    Attributes:
        speed: race seconds a second.
        output: where frames are sent.
        book: where its copy of the book is kept; None for a new folder.
        json: lines for programs.
    """

    speed: Fraction
    output: str
    book: Path | None
    json: bool

    def headless(self) -> None:
        """The race as text, in this process, on no port.

        Raises:
            PacelightError: what was wrong, in one line.
        """
        with self._orders() as orders:
            run_here(orders, page(json=self.json))

    def with_pages(self, port: int, *, browse: bool) -> None:
        """The race on a page; stays until Ctrl-C, or ends soon after the race if nobody can press it.

        Args:
            port: of the page; 0 takes a free one.
            browse: open a browser, where there is a screen for one.

        Raises:
            PacelightError: what was wrong, in one line.
        """
        end_calmly()
        with self._orders() as orders, ExitStack() as stack:
            address, web = _web(orders, port, stack)
            say_address(address, json=self.json)
            engine = Kept(_engine_arguments(orders))
            stack.callback(engine.end)
            if browse and (sys.platform != "linux" or "DISPLAY" in environ or "WAYLAND_DISPLAY" in environ):
                webbrowser.open(address)
            _watch(orders.journal, page(json=self.json), (engine, web))

    @contextmanager
    def _orders(self) -> Iterator[Orders]:
        """What the engine is to do: a fresh book as of the eve, a journal and a bus beside it."""
        with as_file(files("pacelight").joinpath(_RECORDING)) as race, scratch("demo") as folder:
            eve = RaceFile.read(race).eve
            yield Orders(
                race=race,
                book=eve_book(self.book or folder / "book.sqlite", eve),
                journal=folder / "race.journal",
                output=self.output,
                speed=self.speed,
            )


def _web(orders: Orders, port: int, stack: ExitStack) -> tuple[str, Kept]:
    """The page's address once it answers, and its process."""
    arguments = ["web", "--bus", str(_bus(orders)), "--book", str(orders.book), "--port"]
    process = start([*arguments, str(port)], output=subprocess.PIPE)
    address = process.stdout.readline().strip() if process.stdout else ""
    if not address:
        end(process)
        raise typer.Exit(process.returncode)  # it has said why
    web = Kept([*arguments, str(urlsplit(address).port)], process)
    stack.callback(web.end)
    return address, web


def _bus(orders: Orders) -> Path:
    return orders.journal.with_name("bus")


def _engine_arguments(orders: Orders) -> list[str]:
    return [
        "engine",
        str(orders.race),
        *("--bus", str(_bus(orders))),
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

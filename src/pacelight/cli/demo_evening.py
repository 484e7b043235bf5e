"""The evening of the demo, with pages or without."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import as_file, files
from pathlib import Path

from pacelight.cli.evening import with_pages
from pacelight.cli.race_pages import page
from pacelight.cli.running import run_here
from pacelight.cli.scratch import eve_book, scratch
from pacelight.meet.engine.start import Orders
from pacelight.meet.programme.racefile import RaceFile

__all__ = ["Evening"]

_RECORDING = "recordings/lievin-2025-mile.toml"


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
        with self._orders() as orders:
            with_pages(orders, port, browse=browse, json=self.json)

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

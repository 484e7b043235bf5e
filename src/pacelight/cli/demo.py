"""`pacelight demo`: the Liévin mile of 13 February 2025, from book to lights to book."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.race import JsonOption, OutputOption, SpeedOption
from pacelight.cli.web import PortOption

__all__ = ["demo"]


def demo(
    *,
    speed: SpeedOption = "10",
    headless: Annotated[
        bool, typer.Option("--headless", help="No page and no port: the race as text, then an end.")
    ] = False,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the page's address and open nothing.")
    ] = False,
    output: OutputOption = "sim://",
    port: PortOption = 8370,
    book: Annotated[
        Path | None,
        typer.Option("--book", metavar="FILE", help="Keep the demo's copy of the book here; never your own."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """The men's mile of Liévin, 13 February 2025: a light at the world record, and who beat it.

    It works on a copy of the shipped book as it stood on the eve, and prints where that is.
    """
    from pacelight.cli.demo_evening import Evening
    from pacelight.meet.clock import rate

    evening = Evening(speed=rate(speed), output=output, book=book, json=json)
    if headless:
        evening.headless()
    else:
        evening.with_pages(port, browse=not no_browser)

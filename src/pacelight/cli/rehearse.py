"""`pacelight rehearse`: tonight's race beforehand, with runners who are not there, on the lamps that are."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.race import JsonOption, OutputOption, SpeedOption
from pacelight.cli.web import PortOption

__all__ = ["rehearse"]


def rehearse(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A meet file.")],
    *,
    race: Annotated[
        str | None, typer.Option("--race", metavar="ID", help="Which race [default: the first].")
    ] = None,
    speed: SpeedOption = "1",
    output: OutputOption = "",
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another gives another race.")] = 1,
    book: Annotated[
        str | None, typer.Option("--book", metavar="FILE", help="Is copied [default: the meet's].")
    ] = None,
    through: Annotated[
        str,
        typer.Option(
            "--through",
            metavar="SYSTEM",
            help="By a simulated timing system over a socket: lynx, omega, mylaps ...",
        ),
    ] = "",
    headless: Annotated[
        bool, typer.Option("--headless", help="No page and no port: the race as text, then an end.")
    ] = False,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the page's address and open nothing.")
    ] = False,
    port: PortOption = 8370,
    json: JsonOption = False,
) -> None:
    """Run tonight's race beforehand, with runners who are not there, on the lamps that are.

    Nothing of tonight is touched: journal and book are copies in a new folder. The pages say REHEARSAL.
    """
    from pacelight.cli.rehearse_evening import Asked, run
    from pacelight.meet.clock import rate

    asked = Asked(
        file=file,
        race=race,
        speed=rate(speed),
        output=output,
        seed=seed,
        book=book,
        through=through,
        json=json,
    )
    if headless:
        run(asked)
    else:
        run(asked, port=port, browse=not no_browser)

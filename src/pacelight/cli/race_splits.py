"""`pacelight race splits`: times by key or foot switch, and whose they are afterwards."""

from typing import Annotated

import typer

from pacelight.cli.race import JsonOption
from pacelight.cli.web import SecretOption

__all__ = ["splits"]


def splits(
    bus: Annotated[str, typer.Argument(metavar="BUS", help="Where the engine is: a path, tcp://HOST:PORT.")],
    *,
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who takes them: a post, or a name.")],
    distance: Annotated[
        list[str] | None,
        typer.Option(
            "--distance",
            metavar="DISTANCE",
            help="Where; again for each later passing of the same runner [default: the finish].",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        str, typer.Option("--source", metavar="NAME", help="What they are taken with.")
    ] = "keys",
    secret: SecretOption = None,
    json: JsonOption = False,
) -> None:
    """Take a time at each press of space; figures and Enter say whose the oldest is, u undoes, q ends."""
    from pacelight.cli.buses import places
    from pacelight.cli.splits import run

    [place] = places([bus], secret)
    run(place, by, tuple(distance or ()), source, json=json)

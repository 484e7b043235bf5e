"""`pacelight track`: which tracks there are, where races start on them, and whether a survey is whole."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Where things are on a track: lines, starts, lamps.")

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]


@app.command("list")
def every(*, json: JsonOption = False) -> None:
    """The tracks that ship, by name, and how to name any other."""
    from pacelight.cli import track_pages
    from pacelight.track import TRACKS

    track_pages.every(list(TRACKS.values()), json=json)


@app.command()
def show(
    name: Annotated[
        str, typer.Argument(metavar="TRACK", help="As `pacelight track list` has it or explains it.")
    ],
    *,
    lamps: Annotated[
        int | None, typer.Option("--lamps", metavar="N", help="So many at even distances along the kerb.")
    ] = None,
    survey: Annotated[
        Path | None, typer.Option("--survey", metavar="FILE", help="Lamps where a survey says they stand.")
    ] = None,
    water: Annotated[
        str | None,
        typer.Option(
            "--water", metavar="LAP:LEAVES:JOINS", help="The way through the water jump, in metres."
        ),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw it: svg, png or pdf.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Lap, kerb, bends and lanes; where each race starts; which lamp stands there."""
    from pacelight.cli.track_pages import Page
    from pacelight.cli.track_places import lamps_of
    from pacelight.cli.track_water import water as way
    from pacelight.track import track

    at = track(name)
    page = Page(at, lamps_of(at, lamps, survey), way(at, water))
    if plot is not None:
        page.draw(plot)
    page.show(json=json)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A survey: which lamp stands at which metre.")],
    *,
    json: JsonOption = False,
) -> None:
    """Whether a survey is whole: every hole, every lamp out of order or outside the lap, with metres.

    Ends with 0 where it is whole, with 1 where it has faults, with 2 where it cannot be read.
    """
    from pacelight.cli import track_pages
    from pacelight.track.survey_file import SurveyFile

    read = SurveyFile.read(file)
    track_pages.checked(file, read, json=json)
    if read.faults:
        raise typer.Exit(1)

"""`pacelight track`: which tracks there are, where races start on them, and whether a survey is whole."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.languages import LanguageOption

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
    lanes: Annotated[
        str | None,
        typer.Option(
            "--lanes", metavar="EVENT", help="Where each lane of this race starts, and a second group."
        ),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw it: svg, png or pdf.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Lap, kerb, bends and lanes; where each race starts; which lamp stands there."""
    from pacelight.cli.track_lanes import Lanes
    from pacelight.cli.track_pages import Page
    from pacelight.cli.track_places import lamps_of
    from pacelight.cli.track_water import water as way
    from pacelight.track import track

    at = track(name)
    page = Page(at, lamps_of(at, lamps, survey), way(at, water), None if lanes is None else Lanes(at, lanes))
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
    from pacelight.cli import survey_pages
    from pacelight.track.survey.file import SurveyFile

    read = SurveyFile.read(file)
    survey_pages.checked(file, read, json=json)
    if read.faults:
        raise typer.Exit(1)


@app.command()
def survey(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The survey, which is written as TOML.")],
    *,
    track: Annotated[
        str | None, typer.Option("--track", metavar="TRACK", help="With --lamps: whose lamps they are to be.")
    ] = None,
    lamps: Annotated[
        int | None,
        typer.Option(
            "--lamps", metavar="N", help="Ask nothing: so many, even along the kerb, to begin with."
        ),
    ] = None,
    controllers: Annotated[
        int, typer.Option("--controllers", metavar="N", help="With --lamps: shared out between so many.")
    ] = 1,
    json: JsonOption = False,
) -> None:
    """Ask for a survey step by step: controllers, segments, which lamp stands at which mark.

    It is saved after every segment, every answer is kept: broken off, it goes on where it was.
    Ends with 0 where the survey is whole, with 1 where it has faults or was broken off.
    """
    from pacelight.cli import survey_asking
    from pacelight.errors import SurveyError
    from pacelight.track import track as known

    if lamps is None and track is None:
        survey_asking.ask(file, json=json)
    elif lamps is None or track is None:
        raise SurveyError("--track and --lamps go together: without them every step is asked for")
    else:
        survey_asking.planned(file, known(track, file.parent), lamps, controllers, json=json)


@app.command()
def sheet(
    survey: Annotated[
        Path, typer.Argument(metavar="SURVEY", help="Which lamp stands at which metre, as a survey file.")
    ],
    *,
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE", help="Where it is printed; its name ends in pdf.")
    ],
    every: Annotated[
        float, typer.Option("--every", metavar="METRES", help="From mark to mark, besides those with a name.")
    ] = 10.0,
    day: Annotated[
        str | None, typer.Option("--day", metavar="DAY", help="That stands on it [default: today].")
    ] = None,
    language: LanguageOption = "en",
    json: JsonOption = False,
) -> None:
    """Print a check sheet: which lamp must stand at which mark, with a box to tick."""
    from pacelight.cli import track_sheet
    from pacelight.cli.days import day as meant

    track_sheet.sheet(survey, to, every, meant(day), language, json=json)

"""`pacelight plan`: where a light has to be, from a time, a record, splits, or a race that was run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.book import BookOption, RatifiedOption, ScopeOption, Sexes
from pacelight.errors import PlanError

if TYPE_CHECKING:
    from pacelight.cli.plan_pages import Wanted
    from pacelight.cli.plan_rows import Rows

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Make a pace plan, as a table, a picture or JSON.")

Of = Annotated[str, typer.Argument(metavar="EVENT", help="Code or common name: MILEsh, 1500, 'indoor mile'.")]
TableOption = Annotated[bool, typer.Option("--table", help="The running time at each point.")]
EveryOption = Annotated[
    str,
    typer.Option(
        "--every",
        metavar="DISTANCE",
        help="How far apart the points of the table are; or lap: at the finish.",
    ),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="TRACK", help="Whose laps [default: the track of the event].")
]
WaterOption = Annotated[
    str | None,
    typer.Option("--water", metavar="LAP:LEAVES:JOINS", help="The way through the water jump, in metres."),
]
PlotOption = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw it: svg, png or pdf.")]
StandingOption = Annotated[
    str | None,
    typer.Option(
        "--standing",
        metavar="SECONDS",
        help="From a standing start, at speed after so long [default: flying].",
    ),
]
UntilOption = Annotated[
    str, typer.Option("--standing-until", metavar="DISTANCE", help="Where the standing start is made up.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]


@app.command()
def even(
    event: Of,
    *,
    time: Annotated[str | None, typer.Option("--time", metavar="MARK", help="In time for this mark.")] = None,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="LEVEL", help="At a record of the book: WR, AR, NR, MR, PB ..."),
    ] = None,
    scope: ScopeOption = None,
    sex: Annotated[Sexes, typer.Option("--sex", help="Whose record.")] = "men",
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="The record of this day [default: today].")
    ] = None,
    ratified: RatifiedOption = False,
    standing: StandingOption = None,
    standing_until: UntilOption = "100 m",
    table: TableOption = False,
    every: EveryOption = "100 m",
    on: OnOption = None,
    water: WaterOption = None,
    plot: PlotOption = None,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """The same speed from the gun to the line, for a time or for a record of the book."""
    from pacelight.cli import plan_pages

    if (time is None) == (record is None):
        raise PlanError("say how fast: either --time MARK or --record LEVEL")
    if record is None:
        wanted = plan_pages.even_to(event, time or "")
    else:
        question = plan_pages.Question(event, sex, record, scope, as_of, ratified=ratified)
        wanted = plan_pages.at_record(question, book)
    if standing is not None:
        wanted = plan_pages.from_standing(wanted, standing, standing_until)
    plan_pages.show(wanted, _rows(wanted, every, on, water), table=table, plot=plot, json=json)


@app.command()
def negative(
    event: Of,
    *,
    time: Annotated[str, typer.Option("--time", metavar="MARK", help="In time for this mark.")],
    faster: Annotated[
        str, typer.Option("--faster", metavar="SECONDS", help="By how much the second half is faster.")
    ],
    standing: StandingOption = None,
    standing_until: UntilOption = "100 m",
    table: TableOption = False,
    every: EveryOption = "100 m",
    on: OnOption = None,
    water: WaterOption = None,
    plot: PlotOption = None,
    json: JsonOption = False,
) -> None:
    """The second half faster than the first, in time for a mark."""
    from pacelight.cli import plan_pages

    wanted = plan_pages.negative_to(event, time, faster)
    if standing is not None:
        wanted = plan_pages.from_standing(wanted, standing, standing_until)
    plan_pages.show(wanted, _rows(wanted, every, on, water), table=table, plot=plot, json=json)


@app.command()
def splits(
    event: Of,
    points: Annotated[
        list[str],
        typer.Argument(metavar="POINT...", help="Distance and running time: 400=56.39 800=1:53 ..."),
    ],
    *,
    standing: StandingOption = None,
    standing_until: UntilOption = "100 m",
    table: TableOption = False,
    every: EveryOption = "100 m",
    on: OnOption = None,
    water: WaterOption = None,
    plot: PlotOption = None,
    json: JsonOption = False,
) -> None:
    """Through given points at given running times, the finish last."""
    from pacelight.cli import plan_pages

    wanted = plan_pages.by_splits(event, points)
    if standing is not None:
        wanted = plan_pages.from_standing(wanted, standing, standing_until)
    plan_pages.show(wanted, _rows(wanted, every, on, water), table=table, plot=plot, json=json)


@app.command()
def replay(
    race: Annotated[
        str,
        typer.Argument(
            metavar="RACE", help="A race file with a recording, or a shipped one: lievin-2025-mile."
        ),
    ],
    *,
    bib: Annotated[
        str | None, typer.Option("--bib", metavar="BIB", help="Whose race [default: the winner's].")
    ] = None,
    table: TableOption = False,
    every: EveryOption = "100 m",
    plot: PlotOption = None,
    json: JsonOption = False,
) -> None:
    """A race run again: the light does what a runner did, split by split."""
    from pacelight.cli import plan_pages
    from pacelight.cli.plan_rows import LAP, Rows

    at = Rows.of(every, plan_pages.course_of(race) if every == LAP else None)
    plan_pages.show(plan_pages.again(race, bib), at, table=table, plot=plot, json=json)


def _rows(wanted: "Wanted", every: str, on: str | None, water: str | None) -> "Rows":
    from pacelight.cli.plan_rows import LAP, Rows, course

    if (on or water) is None and every != LAP:
        return Rows.of(every, None)
    return Rows.of(every, course(wanted.event, wanted.plan.distance, on, water))

"""`pacelight lights`: find controllers, try lamps out, walk them one by one with somebody at the kerb."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True, help="The lamps: are they there, and does each stand where it should?"
)

OutputOption = Annotated[
    str,
    typer.Option(
        "--output",
        metavar="URL",
        help="Where the lamps are, as in sacn://HOST or ddp://HOST [default: where the survey says].",
        show_default=False,
    ),
]
SurveyArgument = Annotated[
    Path, typer.Argument(metavar="SURVEY", help="Which lamp stands at which metre, as a survey file.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]


@app.command()
def probe(
    *,
    seconds: Annotated[
        float,
        typer.Option("--seconds", metavar="S", min=0.1, max=600, help="Sources of E1.31 speak every 10 s."),
    ] = 11.0,
    interface: Annotated[
        str, typer.Option("--interface", metavar="ADDRESS", help="Of this machine [default: all of them].")
    ] = "",
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="HOST", help="Ask this one by Art-Net; may be repeated [default: all]."),
    ] = None,
    wled: Annotated[
        list[str] | None,
        typer.Option("--wled", metavar="HOST", help="Ask this WLED for its own account; may be repeated."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Find controllers by Art-Net, WLED by the name it announces, and hear who else sends by E1.31.

    Ends with 0 where somebody was found, with 1 where nobody was.
    """
    from pacelight.cli import lights_found

    lights_found.probe(seconds, interface, to or [], wled or [], json=json)


@app.command()
def ready(
    hosts: Annotated[
        list[str], typer.Argument(metavar="HOST...", help="Of WLED: an address, or one that probe has found.")
    ],
    *,
    json: JsonOption = False,
) -> None:
    """Make WLED ready for a race: on, at full brightness, frames first, and nothing of its own.

    Ends with 1 where one of them does not answer or does not obey; the others are ready all the same.
    """
    from pacelight.cli import lights_found

    lights_found.ready(hosts, json=json)


@app.command("test")
def trial(
    survey: Annotated[
        Path | None,
        typer.Argument(metavar="[SURVEY]", help="Whose lamps, in order [default: so many at one address]."),
    ] = None,
    *,
    output: OutputOption = "",
    lamps: Annotated[
        int | None,
        typer.Option("--lamps", metavar="N", min=1, max=1_000_000, help="How many, without a survey."),
    ] = None,
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            "--pattern",
            metavar="NAME",
            help="red, green, blue, white, ends or each; may be repeated [default: all of them].",
        ),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", metavar="S", min=0.1, max=600, help="How long each stays.")
    ] = 2.0,
    json: JsonOption = False,
) -> None:
    """Send patterns: all lamps in each colour, the first and the last, then one after another.

    With a survey to all of its controllers. Ctrl-C ends it; the lamps are dark afterwards.
    """
    from pacelight.cli import lights_trial
    from pacelight.lights.trial.patterns import PATTERNS

    where, count = lights_trial.tried(survey, output, lamps)
    lights_trial.trial(where, count, pattern or list(PATTERNS), seconds, json=json)


@app.command()
def walk(
    survey: SurveyArgument,
    *,
    output: OutputOption = "",
    by: Annotated[
        str, typer.Option("--by", metavar="WAY", help="lamp: each of them. metre: the nearest to each metre.")
    ] = "lamp",
    first: Annotated[
        int, typer.Option("--from", metavar="N", min=0, help="The lamp, or the metre, to begin with.")
    ] = 0,
    every: Annotated[
        float | None,
        typer.Option("--every", metavar="S", min=0.1, max=600, help="Go on by itself after so many seconds."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Light one lamp after another, for two people: one reads the metre, one stands at the kerb.

    Enter goes on, b goes back, a number goes there, q ends. The lamps are dark afterwards.
    """
    from pacelight.cli import lights_trial
    from pacelight.track import Survey

    rail = Survey.read(survey)
    lights_trial.walk(rail, lights_trial.lamps_of(rail, output), by, first, every, json=json)


@app.command()
def run(
    survey: SurveyArgument,
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="Code or common name: MILEsh, 1500, 'indoor mile'.")
    ],
    *,
    output: OutputOption = "",
    time: Annotated[
        list[str], typer.Option("--time", metavar="MARK", help="A light for this mark; up to four of them.")
    ],
    countdown: Annotated[
        float | None,
        typer.Option("--in", metavar="SECONDS", min=0, max=3600, help="One run, its gun in so many seconds."),
    ] = None,
    water: Annotated[
        str | None,
        typer.Option(
            "--water", metavar="LAP:LEAVES:JOINS", help="Of a steeplechase, the way through the water jump."
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Lights without a race, for training: each at an even pace to its mark.

    Enter is the gun, Enter again brings the lights back to the start, q ends. They go out at the finish.
    """
    from pacelight.cli import lights_run, lights_trial
    from pacelight.track import Survey

    rail = Survey.read(survey)
    lights_run.run(rail, event, time, lights_trial.lamps_of(rail, output), countdown, water=water, json=json)


@app.command()
def groups(
    survey: SurveyArgument,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The groups, their distances and lights: a training file.")
    ],
    *,
    output: OutputOption = "",
    countdown: Annotated[
        float | None,
        typer.Option("--in", metavar="SECONDS", min=0, max=3600, help="One run of each, the first gun then."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Lights for several training groups at once on the same lamps, each with a gun of its own.

    Enter is the gun of the next group that stands, a number that of its group or brings it back,
    a brings all back, q ends. A group that is through is back at its start.
    """
    from pacelight.cli import lights_groups, lights_trial
    from pacelight.cli.training_file import Training
    from pacelight.track import Survey

    training, rail = Training.read(file), Survey.read(survey)
    lights_groups.run(rail, training, lights_trial.lamps_of(rail, output), countdown, json=json)


@app.command()
def look(
    survey: SurveyArgument,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="As in idle, recall, clap; race: all looks of a race.")
    ],
    *,
    output: OutputOption = "",
    seconds: Annotated[
        int, typer.Option("--seconds", metavar="S", min=1, max=3600, help="How long each is shown.")
    ] = 5,
    event: Annotated[
        str, typer.Option("--event", metavar="EVENT", help="About its start line [default: the finish line].")
    ] = "",
    length: Annotated[
        float, typer.Option("--length", metavar="M", min=0, help="Metres, of ahead, behind and finish.")
    ] = 10.0,
    per_minute: Annotated[
        int, typer.Option("--per-minute", metavar="N", help="Beats of a clap-along.")
    ] = 120,
    colour: Annotated[
        str, typer.Option("--colour", metavar="COLOUR", help="As in #ffd700 [default: its own].")
    ] = "",
    json: JsonOption = False,
) -> None:
    """Show a look without a race, to see before a meet what its lamps will show; shows, too.

    Ctrl-C ends it; the lamps are dark afterwards.
    """
    from pacelight.cli import lights_look, lights_trial
    from pacelight.track import Survey

    rail = Survey.read(survey)
    start_m = lights_look.start_of(rail, event) if event else 0.0
    wanted = lights_look.looks(
        name, start_m, seconds=seconds, length=length, per_minute=per_minute, colour=colour
    )
    lights_look.show(rail, wanted, lights_trial.lamps_of(rail, output), json=json)

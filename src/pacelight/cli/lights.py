"""`pacelight lights`: find controllers, try lamps out, walk them one by one with somebody at the kerb."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True, help="The lamps: are they there, and does each stand where it should?"
)

OutputOption = Annotated[
    str, typer.Option("--output", metavar="URL", help="Where the lamps are, as in sacn://HOST or ddp://HOST.")
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
    output: OutputOption,
    lamps: Annotated[int, typer.Option("--lamps", metavar="N", min=1, max=1_000_000, help="How many.")],
    *,
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

    Ctrl-C ends it; the lamps are dark afterwards.
    """
    from pacelight.cli import lights_trial
    from pacelight.lights.drivers import output as lamps_at
    from pacelight.lights.trial.patterns import PATTERNS

    lights_trial.trial(lamps_at(output), lamps, pattern or list(PATTERNS), seconds, json=json)


@app.command()
def walk(
    survey: Annotated[
        Path, typer.Argument(metavar="SURVEY", help="Which lamp stands at which metre, as a survey file.")
    ],
    output: OutputOption,
    *,
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
    from pacelight.lights.drivers import output as lamps_at
    from pacelight.track import Survey

    lights_trial.walk(Survey.read(survey), lamps_at(output), by, first, every, json=json)


@app.command()
def run(
    survey: Annotated[
        Path, typer.Argument(metavar="SURVEY", help="Which lamp stands at which metre, as a survey file.")
    ],
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="Code or common name: MILEsh, 1500, 'indoor mile'.")
    ],
    output: OutputOption,
    *,
    time: Annotated[
        list[str], typer.Option("--time", metavar="MARK", help="A light for this mark; up to four of them.")
    ],
    countdown: Annotated[
        float | None,
        typer.Option("--in", metavar="SECONDS", min=0, max=3600, help="One run, its gun in so many seconds."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Lights without a race, for training: each at an even pace to its mark.

    Enter is the gun, Enter again brings the lights back to the start, q ends. They go out at the finish.
    """
    from pacelight.cli import lights_run
    from pacelight.lights.drivers import output as lamps_at
    from pacelight.track import Survey

    lights_run.run(Survey.read(survey), event, time, lamps_at(output), countdown, json=json)

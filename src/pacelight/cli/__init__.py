"""What people type. Thin: each command loads its room when it runs, so that ``--help`` answers at once."""

import sys
from typing import Annotated

import typer

from pacelight import __version__
from pacelight.cli import (
    access,
    book,
    claims,
    demo,
    doctor,
    engine,
    lights,
    meet,
    node,
    plan,
    race,
    race_ask,
    race_lists,
    race_publish,
    race_results,
    race_splits,
    race_start_signal,
    rehearse,
    serve,
    simulate,
    timing,
    tls,
    track,
    web,
)
from pacelight.errors import PacelightError

__all__ = ["app", "main"]

app = typer.Typer(
    name="pacelight",
    no_args_is_help=True,
    rich_markup_mode=None,  # drawing help with rich takes a quarter of a second to load
    pretty_exceptions_enable=False,
)


_INTERRUPTED = 130
"""How a program ends that a person has stopped: 128 and the number of the signal."""


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pacelight {__version__}")
        raise typer.Exit


@app.callback()
def pacelight(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    """The record book that drives the lights, and the lights that make the records."""
    del version


app.command("demo")(demo.demo)
app.add_typer(book.app, name="book")
app.add_typer(plan.app, name="plan")
app.add_typer(track.app, name="track")
app.add_typer(lights.app, name="lights")
race.app.command("ask")(race_ask.ask)
race_lists.register(race.app)
race_publish.register(race.app)
race_results.register(race.app)
race.app.command("simulate")(simulate.simulate)
race.app.command("splits")(race_splits.splits)
race.app.command("start-signal")(race_start_signal.start_signal)
app.add_typer(race.app, name="race")
app.add_typer(meet.app, name="meet")
app.add_typer(timing.app, name="timing")
app.add_typer(claims.app, name="claims")
app.command("doctor")(doctor.doctor)
app.command("rehearse")(rehearse.rehearse)
app.command("serve")(serve.serve)
app.command("engine")(engine.engine)
app.command("node")(node.node)
app.command("web")(web.web)
app.add_typer(access.app, name="access")
app.add_typer(tls.app, name="tls")


def main() -> None:
    """Run the command line; what is refused or fails is one line on standard error, never a traceback."""
    try:
        app(prog_name="pacelight")
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except PacelightError as error:
        sys.stderr.write(f"pacelight: {error}\n")
        sys.exit(error.exit_code)

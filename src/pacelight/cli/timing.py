"""`pacelight timing`: what is set up at a timing system, and whether it arrives here."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.race import JsonOption

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Set up timing systems, and hear what they say.")


@app.command("lynx-script")
def lynx_script(
    *,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write it there, pacelight.lss by custom.")
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Without sums and numbers, for a FinishLynx that does not know them."),
    ] = False,
) -> None:
    """Print the scoreboard script that makes FinishLynx tell Pacelight what it knows."""
    from pacelight.cli.timing_heard import handed_out
    from pacelight.timing.formats.lynx_script import script

    handed_out(script(checked=not plain), output)


@app.command("listen")
def listen(
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", help="As in a meet file: lynx+udp://HOST:PORT, omega://...")
    ],
    *,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            "--allow", metavar="HOST", help="Who may send to us, a number or a network; repeatable."
        ),
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option("--seconds", metavar="N", help="How long to listen [default: until Ctrl-C].", min=0),
    ] = None,
    readings: Annotated[
        int | None, typer.Option("--readings", metavar="N", help="End after so many readings.", min=1)
    ] = None,
    json: JsonOption = False,
) -> None:
    """Hear a timing system, and show what it says: nothing is kept, nothing is lit."""
    from pacelight.cli.timing_heard import Patience, hear

    hear(address, allow or (), Patience(seconds, readings), json=json)

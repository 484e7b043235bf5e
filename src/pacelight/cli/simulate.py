"""`pacelight race simulate`: a timing system that is not there, from a race that was run."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.race import JsonOption, SpeedOption

__all__ = ["simulate"]


def simulate(
    system: Annotated[
        str, typer.Argument(metavar="SYSTEM", help="omega, mylaps, raceresult, ipico, jchip ...")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A race file with a recording.")],
    *,
    listen: Annotated[
        str,
        typer.Option(
            "--listen",
            metavar="[HOST]:PORT",
            help="Where a system is that others connect to [default: this machine, its usual port].",
            show_default=False,
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="[HOST]:PORT",
            help="Whom a system connects to that does so [default: this machine, its usual port].",
            show_default=False,
        ),
    ] = "",
    speed: SpeedOption = "1",
    countdown: Annotated[
        float, typer.Option("--countdown", metavar="SECONDS", help="From now to the gun.")
    ] = 5.0,
    finish_only: Annotated[
        bool,
        typer.Option("--finish-only", help="Times at the finish line alone, not wherever one was taken."),
    ] = False,
    miss: Annotated[
        int, typer.Option("--miss", metavar="N", help="Every Nth read of a chip is missed; 0: none.", min=0)
    ] = 0,
    double: Annotated[
        int,
        typer.Option("--double", metavar="N", help="Every Nth read of a chip comes twice; 0: none.", min=0),
    ] = 0,
    least_lap: Annotated[
        float,
        typer.Option("--least-lap", metavar="SECONDS", help="No chip is read again at a mat before.", min=0),
    ] = 0.0,
    clock_ahead: Annotated[
        float,
        typer.Option("--clock-ahead", metavar="SECONDS", help="Its time of day is so far ahead of this one."),
    ] = 0.0,
    clock_fast: Annotated[
        int, typer.Option("--clock-fast", metavar="PPM", help="And runs fast by so many millionths.")
    ] = 0,
    gun_wired: Annotated[
        bool, typer.Option("--gun-wired", help="The trigger input of a decoder is wired to the gun.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Play a recorded race as a timing system, over its real protocol. Ends when all was said and heard."""
    from pacelight.cli.simulated import Asked, play
    from pacelight.meet.clock import rate
    from pacelight.timing.simulators.recorded import Quirks

    quirks = Quirks(
        miss_every=miss,
        double_every=double,
        least_lap_ns=round(least_lap * 10**9),
        clock_ahead_ns=round(clock_ahead * 10**9),
        clock_fast_ppb=clock_fast * 1000,
        gun_wired=gun_wired,
    )
    play(Asked(system, file, listen, to, rate(speed), countdown, quirks, finish_only=finish_only), json=json)

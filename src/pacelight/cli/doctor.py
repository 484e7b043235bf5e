"""`pacelight doctor`: is everything ready for tonight, in plain words."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["doctor"]


def doctor(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A meet file; without one the machine alone.")
    ] = None,
    *,
    bus: Annotated[
        str, typer.Option("--bus", metavar="BUS", help="Of the engine [default: as the meet file says].")
    ] = "",
    seconds: Annotated[
        float,
        typer.Option(
            "--seconds", metavar="N", min=0.1, max=60, help="How long lamps and timing are listened to."
        ),
    ] = 3.0,
    json: Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")] = False,
) -> None:
    """Is everything ready for tonight? Green, amber where it cannot be known, red with what to do.

    Ends with 1 if anything is red.
    """
    from pacelight.cli.doctor_pages import examine
    from pacelight.meet.programme.meetfile import MeetFile

    examine(None if file is None else MeetFile.read(file), bus, seconds, json=json)

"""`pacelight engine`: one race, its lights and its journal; pages listen to it over a socket."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.race import OutputOption, SpeedOption

__all__ = ["engine"]


def engine(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A race file with a recording.")],
    *,
    bus: Annotated[Path, typer.Option("--bus", metavar="SOCKET", help="Where pages listen.")],
    journal: Annotated[
        Path, typer.Option("--journal", metavar="FILE", help="Begun here, or taken up where it ends.")
    ],
    book: Annotated[
        str, typer.Option("--book", metavar="BOOK", help="Is asked for the lights and given the candidates.")
    ],
    speed: SpeedOption = "1",
    output: OutputOption = "sim://",
    countdown: Annotated[
        float, typer.Option("--countdown", metavar="SECONDS", min=0, max=3600, help="From arming to the gun.")
    ] = 0.0,
    parent: Annotated[
        int, typer.Option("--parent", metavar="PID", hidden=True, help="End when this process does.")
    ] = 0,
) -> None:
    """Run one race; killed and started again, it goes on where it was. Ends with SIGTERM."""
    from pacelight.cli.processes import end_calmly, end_with
    from pacelight.cli.running import warn
    from pacelight.meet.clock import rate
    from pacelight.meet.start import Orders
    from pacelight.meet.start import engine as ready

    end_calmly()
    end_with(parent)
    orders = Orders(race=file, book=book, journal=journal, output=output, speed=rate(speed), bus=bus)
    with ready(orders, lambda _told, _live: None, warn) as running:
        running.run(countdown)
        running.serve()

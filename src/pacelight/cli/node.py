"""`pacelight node`: a small light engine beside the controllers."""

from typing import Annotated

import typer

from pacelight.cli.engine import AbsenceOption
from pacelight.cli.race import JsonOption, OutputOption
from pacelight.cli.unit import PrintUnitOption
from pacelight.cli.web import SecretOption

__all__ = ["node"]


def node(
    *,
    engine: Annotated[
        list[str],
        typer.Option(
            "--engine", metavar="BUS", help="Where the engine is, tcp://HOST:PORT; again for its standby."
        ),
    ],
    listen: Annotated[
        str,
        typer.Option(
            "--listen", metavar="HOST:PORT", help="Where this node is told what to show; the engine's --node."
        ),
    ],
    output: OutputOption = "",
    controller: Annotated[
        list[str] | None,
        typer.Option(
            "--controller",
            metavar="NAME",
            help="Of the survey, whose lamps these are; again for more [default: all].",
        ),
    ] = None,
    secret: SecretOption = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="Of this node, for people [default: the machine's]."),
    ] = None,
    absence: AbsenceOption = "fade",
    json: JsonOption = False,
    print_unit: PrintUnitOption = False,
    parent: Annotated[
        int, typer.Option("--parent", metavar="PID", hidden=True, help="End when this process does.")
    ] = 0,
) -> None:
    """Light lamps for an engine, and run its race to the end alone if the network dies. Ends with SIGTERM."""
    import socket

    from pacelight.cli.buses import absence as ending
    from pacelight.cli.buses import places
    from pacelight.cli.node_pages import page
    from pacelight.cli.processes import end_calmly, end_with
    from pacelight.cli.said import warn
    from pacelight.cli.unit import print_unit as show_unit
    from pacelight.cli.watched import Watched
    from pacelight.meet.engine.node import Node
    from pacelight.meet.engine.peers import peers_of

    engines = places(engine, secret)
    here = places([f"tcp://{listen}"], secret)
    made = Node(
        name=name or socket.gethostname(),
        engines=engines,
        peers=peers_of(here, engines, node=True),
        url=output,
        controllers=tuple(controller or ()),
        absence=ending(absence),
        show=page(json=json),
        warn=warn,
        alive=Watched(),
    )
    if print_unit:
        show_unit("light node")
        return
    end_calmly()
    end_with(parent)
    made.run()

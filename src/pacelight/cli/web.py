"""`pacelight web`: the pages of a race, for as long as someone watches."""

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["HostOption", "PortOption", "web"]

PortOption = Annotated[
    int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Of the page; 0 takes a free one.")
]
HostOption = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Of this machine; loopback shows it to nobody else.")
]


def web(
    *,
    bus: Annotated[Path, typer.Option("--bus", metavar="SOCKET", help="Where the engine tells.")],
    port: PortOption = 8370,
    host: HostOption = "127.0.0.1",
    parent: Annotated[
        int, typer.Option("--parent", metavar="PID", hidden=True, help="End when this process does.")
    ] = 0,
) -> None:
    """Show a race to browsers; the engine may start later, and may restart."""
    from pacelight.cli.processes import end_with
    from pacelight.web import serve

    end_with(parent)
    serve(bus, host, port, announce=_say)


def _say(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()

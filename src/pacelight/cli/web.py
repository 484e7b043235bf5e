"""`pacelight web`: the pages of a race and of the record book, for as long as someone watches."""

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["HostOption", "PortOption", "SecretOption", "web"]

SecretOption = Annotated[
    Path | None,
    typer.Option(
        "--secret", metavar="FILE", help="What all engines of a race know; ports of a network ask for it."
    ),
]

PortOption = Annotated[
    int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Of the page; 0 takes a free one.")
]
HostOption = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Of this machine; loopback shows it to nobody else.")
]


def web(
    *,
    bus: Annotated[
        list[str] | None,
        typer.Option(
            "--bus",
            metavar="BUS",
            help="Where the engine of a race is: a path, tcp://HOST:PORT; again for more.",
        ),
    ] = None,
    secret: SecretOption = None,
    book: Annotated[
        str | None,
        typer.Option(
            "--book", metavar="BOOK", help="The record book to show [default: where no race is, your own]."
        ),
    ] = None,
    port: PortOption = 8370,
    host: HostOption = "127.0.0.1",
    parent: Annotated[
        int, typer.Option("--parent", metavar="PID", hidden=True, help="End when this process does.")
    ] = 0,
) -> None:
    """Show a race, the record book or both to browsers; the engine may start later, and may restart."""
    from pacelight.cli.book_opened import open_book, own_book
    from pacelight.cli.buses import places
    from pacelight.cli.processes import end_with
    from pacelight.web import serve

    end_with(parent)
    buses = places(bus or (), secret)
    if not buses and book is None:
        open_book(None).close()  # made at first use
        book = str(own_book())
    serve(buses or None, host, port, announce=_say, book=book)


def _say(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()

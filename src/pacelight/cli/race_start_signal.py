"""`pacelight race start-signal`: a key, a foot switch or a contact becomes the start signal of a race."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.race import JsonOption

__all__ = ["start_signal"]


def start_signal(
    to: Annotated[
        str, typer.Argument(metavar="HOST[:PORT]", help="Where the engine listens, as start+udp://.")
    ],
    *,
    secret: Annotated[Path, typer.Option("--secret", metavar="FILE", help="The secret of the meet.")],
    contact: Annotated[
        str | None,
        typer.Option("--contact", metavar="ADDRESS", help="A contact of this machine: contact+serial:///..."),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Press once, now, and end when it was heard.")] = False,
    json: JsonOption = False,
) -> None:
    """Send a start signal at each press of the space bar or Enter; q ends. Repeated until it is heard."""
    from pacelight.cli.start_signal import Asked, run

    run(Asked(to, secret, contact, once=once), json=json)

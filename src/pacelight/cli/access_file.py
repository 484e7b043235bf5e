"""Which file says who is signed in: the one that ``--access`` names, or the user's own."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AccessOption", "own_access"]

AccessOption = Annotated[
    Path | None,
    typer.Option("--access", metavar="FILE", help="Who is signed in, if not in your own file."),
]


def own_access(file: Path | None) -> Path:
    """That file."""
    from platformdirs import user_state_path

    return file or user_state_path("pacelight") / "access.sqlite"

"""Where races that were shown are kept: where ``--recordings`` says, or the user's own folder."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["RecordingsOption", "own_recordings"]

RecordingsOption = Annotated[
    Path | None,
    typer.Option(
        "--recordings",
        metavar="DIR",
        help="Where races that were shown are kept, to be seen again, if not in your own folder.",
    ),
]


def own_recordings(folder: Path | None) -> Path:
    """That folder."""
    from platformdirs import user_state_path

    return folder or user_state_path("pacelight") / "recordings"

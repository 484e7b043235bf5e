"""Where races that were shown are kept: where ``--recordings`` says, or the user's own folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pacelight.web.live.keeping import Keep

__all__ = ["DaysOption", "MegabytesOption", "RacesOption", "RecordingsOption", "keep_of", "own_recordings"]

RecordingsOption = Annotated[
    Path | None,
    typer.Option(
        "--recordings",
        metavar="DIR",
        help="Where races that were shown are kept, to be seen again, if not in your own folder.",
    ),
]


RacesOption = Annotated[
    int | None,
    typer.Option(
        "--keep-races",
        metavar="N",
        min=0,
        help="Of the races that were shown, the last so many; 0 all [500].",
    ),
]
MegabytesOption = Annotated[
    int | None,
    typer.Option(
        "--keep-megabytes", metavar="MB", min=0, help="And no more than so much of them; 0 any size [4000]."
    ),
]
DaysOption = Annotated[
    int | None,
    typer.Option("--keep-days", metavar="DAYS", min=0, help="And none that is older; 0 for ever [0]."),
]


def keep_of(races: int | None, megabytes: int | None, days: int | None) -> "Keep":
    """What is kept of races that were shown: as usual, where nothing else is asked for."""
    from pacelight.web.live.keeping import Keep

    usual = Keep()
    return Keep(
        usual.count if races is None else races,
        usual.megabytes if megabytes is None else megabytes,
        usual.days if days is None else days,
    )


def own_recordings(folder: Path | None) -> Path:
    """That folder."""
    from platformdirs import user_state_path

    return folder or user_state_path("pacelight") / "recordings"

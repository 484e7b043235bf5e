"""The meet file, read again while an engine runs: what may be opened from now on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pacelight.meet.desk.scene import Programme
from pacelight.meet.engine.planned import Planned, of_meet, opening
from pacelight.meet.live.coming import Timetable
from pacelight.meet.programme.surveys import kept
from pacelight.timing.reading import HeatNamed

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.meet.journal.entries import Opened

__all__ = ["Fresh", "fresh", "openings_of"]


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a meet file says now.

    Attributes:
        openings: by id, what makes the line that opens a race.
        timetable: the races in order, and when each is to begin.
        heats: by race, how the timing systems number it.
        programme: the same for the desk, which decides what has changed.
    """

    openings: "Mapping[str, Callable[[], Opened]]"
    timetable: Timetable
    heats: Mapping[str, HeatNamed]
    programme: Programme


def fresh(path: Path, book: "Book", where: Path | str, output: str) -> Fresh:
    """Read it.

    Args:
        path: of the meet file.
        book: is asked for the lights of a race when that is opened.
        where: the book is.
        output: where frames are sent; empty for where the survey says.

    Raises:
        PacelightError: it is no meet file any more, or a survey cannot be read.
    """
    from pacelight.meet.programme.meetfile import MeetFile  # noqa: PLC0415  # a race file goes without

    races = of_meet(MeetFile.read(path))
    return Fresh(
        openings_of(races, book, where, output),
        tuple((one.race, one.at) for one in races),
        {one.race.id: one.heat for one in races if one.heat is not None},
        Programme({one.race.id: (one.race.text, kept(one.race, one.folder)) for one in races}),
    )


def openings_of(
    races: Sequence[Planned], book: "Book", where: Path | str, output: str
) -> "Mapping[str, Callable[[], Opened]]":
    """By id, what makes the line that opens a race."""
    return {one.race.id: partial(opening, one, book, where, output) for one in races}

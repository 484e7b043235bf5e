"""The meet file, read again while an engine runs: what may be opened from now on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pacelight.errors import RaceError
from pacelight.meet.desk.scene import Programme
from pacelight.meet.engine.planned import Planned, of_meet, opening
from pacelight.meet.live.coming import Timetable
from pacelight.timing.reading import HeatNamed

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.meet.journal.entries import Opened
    from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["Fresh", "fresh", "openings_of"]


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a meet file says now.

    Attributes:
        openings: by id, what makes the line that opens a race.
        timetable: the races in order, and when each is to begin.
        heats: by race, how the timing systems number it.
        programme: the same for the desk, which decides what has changed.
        meet: the file, whole.
    """

    openings: "Mapping[str, Callable[[], Opened]]"
    timetable: Timetable
    heats: Mapping[str, HeatNamed]
    programme: Programme
    meet: "MeetFile"


def fresh(path: Path, known: str, book: "Book", where: Path | str, output: str) -> Fresh:
    """Read it.

    Args:
        path: of the meet file.
        known: id of the meet that runs.
        book: is asked for the lights of a race when that is opened.
        where: the book is.
        output: where frames are sent; empty for where the survey says.

    Raises:
        PacelightError: it is no meet file any more, or that of another meet, or a survey cannot be read.
    """
    from pacelight.meet.programme.meetfile import MeetFile  # noqa: PLC0415  # a race file goes without

    meet = MeetFile.read(path)
    if meet.id != known:
        raise RaceError(f"{path} is of the meet '{meet.id}' now, and '{known}' runs (write id = \"{known}\")")
    races = of_meet(meet)
    return Fresh(
        openings_of(races, book, where, output),
        tuple((one.race, one.at) for one in races),
        {one.race.id: one.heat for one in races if one.heat is not None},
        Programme({one.race.id: (one.race.text, one.survey_text()) for one in races}),
        meet,
    )


def openings_of(
    races: Sequence[Planned], book: "Book", where: Path | str, output: str
) -> "Mapping[str, Callable[[], Opened]]":
    """By id, what makes the line that opens a race."""
    return {one.race.id: partial(opening, one, book, where, output) for one in races}

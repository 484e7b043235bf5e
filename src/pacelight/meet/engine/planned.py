"""The races of a session that an engine may be asked to run, out of a race file or a meet file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pacelight.distance import Distance
from pacelight.meet.journal.entries import SCHEMA, Opened
from pacelight.meet.programme.outputs import target_of
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.surveys import kept, survey_of
from pacelight.meet.programme.zone import difference
from pacelight.meet.show.at_stake import at_stake
from pacelight.meet.show.lineup import asked
from pacelight.timing.placing import Point
from pacelight.timing.reading import HeatNamed

if TYPE_CHECKING:
    from datetime import time

    from pacelight.book.asking.lists import Book
    from pacelight.meet.live.session import Session
    from pacelight.meet.programme.at_stake import AtStake
    from pacelight.meet.programme.meetfile import MeetFile
    from pacelight.meet.programme.meetfile_schema import NumberFields, PointFields
    from pacelight.track import Survey

__all__ = ["Device", "Planned", "devices_of", "of_file", "of_journal", "of_meet", "opening"]

_MM_PER_M = 1000


@dataclass(frozen=True, slots=True)
class Planned:
    """A race that may be run.

    Attributes:
        race: the race file.
        folder: where its survey lies.
        heat: as the timing system numbers it; None where that is not asked.
        told: levels of records that are told of its runners; None for all.
        at: local time of day at which it is to begin; None where no timetable says.
        zone: of the venue, as the meet file names it; empty for that of this machine.
        kept: the survey file, whole, of a race that was kept; None where it lies in the folder.
    """

    race: RaceFile
    folder: Path
    heat: HeatNamed | None = None
    told: "tuple[AtStake, ...] | None" = None
    at: "time | None" = None
    zone: str = ""
    kept: str | None = None

    @property
    def number(self) -> tuple[str, str, str] | None:
        """Event, round and heat, as the timing system numbers them."""
        return None if self.heat is None else (self.heat.event, self.heat.round, self.heat.heat)

    def survey(self) -> "Survey":
        """Where its lamps are.

        Raises:
            SurveyError: its survey cannot be read, or is of another track.
        """
        return self.race.survey(self.folder) if self.kept is None else survey_of(self.race, self.kept)

    def survey_text(self) -> str | None:
        """The survey file, whole; None where the race file says where the lamps are.

        Raises:
            RaceError: it cannot be read.
        """
        return kept(self.race, self.folder) if self.kept is None else self.kept


@dataclass(frozen=True, slots=True)
class Device:
    """A timing system that is listened to.

    Attributes:
        name: of the source.
        url: where it is.
        allow: machines and networks that may speak.
        points: where it sees runners; at the finish line if none is named.
    """

    name: str
    url: str
    allow: Sequence[str] = ()
    points: Sequence[Point] = field(default_factory=tuple)


def of_file(path: Path) -> tuple[Planned, ...]:
    """The race of a race file: a session of one.

    Raises:
        PacelightError: it is none.
    """
    return (Planned(RaceFile.read(path), path.parent),)


def of_journal(session: "Session") -> tuple[Planned, ...]:
    """The races of a journal, as they were opened: all that is left where their files are gone."""
    return tuple(
        Planned(
            live.race,
            Path(),
            None if live.opened.number is None else HeatNamed(*live.opened.number),
            zone=live.opened.zone,
            kept=live.opened.survey,
        )
        for live in session.races.values()
    )


def of_meet(meet: "MeetFile") -> tuple[Planned, ...]:
    """The races of a meet file, in order."""
    return tuple(
        Planned(
            one.race,
            one.folder,
            None if one.number is None else _heat(one.number),
            one.stakes,
            one.at,
            meet.written.zone,
            one.survey,
        )
        for one in meet.races
    )


def _point(point: "PointFields") -> Point:
    only = tuple(Distance.parse(text) for text in point.at)
    return Point(point.name, round(point.metre * _MM_PER_M), only)


def _heat(number: "NumberFields") -> HeatNamed:
    return HeatNamed(str(number.event), str(number.round), str(number.heat))


def devices_of(meet: "MeetFile") -> tuple[Device, ...]:
    """The timing systems of a meet file."""
    return tuple(
        Device(
            one.name,
            one.url,
            tuple(one.allow),
            tuple(_point(point) for point in one.points),
        )
        for one in meet.timing
    )


def opening(planned: Planned, book: "Book", where: Path | str, output: str) -> Opened:
    """The line by which a race begins in a journal: all that must be known to go on without its files.

    Args:
        planned: the race.
        book: is asked for its lights.
        where: the book is.
        output: where frames are sent; empty for where the survey says.

    Raises:
        PacelightError: a light that cannot be, or a record that is not known.
    """
    race = planned.race
    return Opened(
        SCHEMA,
        race.text,
        asked(race, book),
        str(where),
        target_of(planned.survey(), output),
        planned.survey_text(),
        list(race.course.road),
        stakes=at_stake(race, book, planned.told),
        zone=difference(planned.zone, race.heat.day, planned.at),
        number=planned.number,
    )

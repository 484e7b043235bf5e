"""The files of a meet, read: surveys, book, secret."""

from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from pacelight.book.asking.lists import Book
from pacelight.errors import PacelightError
from pacelight.meet import intake
from pacelight.meet.bus import Secret
from pacelight.meet.doctor.session import BookRead
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.show.timetable import timetable
from pacelight.track import Survey

__all__ = ["book", "secret", "surveys", "whole_surveys"]


def surveys(meet: MeetFile) -> Sequence[str]:
    """What is wrong with the surveys of the races, the race first, in one line each."""
    faults = []
    for one in meet.races:
        try:
            one.race.survey(one.folder)
        except PacelightError as error:
            faults.append(f"{one.race.id}: {error}")
    return faults


def whole_surveys(meet: MeetFile) -> Sequence[Survey]:
    """The surveys of the races, but for those with faults."""
    found = []
    for one in meet.races:
        with suppress(PacelightError):
            found.append(one.race.survey(one.folder))
    return found


def book(meet: MeetFile) -> BookRead:
    """What the book says of tonight."""
    try:
        with closing(Book.open(meet.book)) as opened:
            lights = [f"{item.race.race.id}: {item.fault}" for item in timetable(meet, opened) if item.fault]
            read = max((source.as_of for source in opened.sources()), default=None)
            takes = next(filter(None, (intake.unwilling(opened, one.race.source) for one in meet.races)), "")
            return BookRead(meet.book, "", len(opened.coverage()), opened.revision, read, lights, takes)
    except PacelightError as error:
        return BookRead(meet.book, str(error))


def secret(path: Path) -> tuple[int | None, str]:
    """Rights of the file of a secret, and why it is none; empty if it is one."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return None, f"no secret can be read at {path}: {error.strerror}"
    try:
        Secret.read(path)
    except PacelightError as error:
        return mode, str(error)
    return mode, ""

"""A meet as it was last read whole, kept beside its journal: an engine goes on with it if the file is spoilt.

Race files, start lists, chips and surveys are in it, so that nothing need be there but the journal's folder.
It holds names, and is readable to its owner alone.
"""

import os
from contextlib import suppress
from datetime import time
from pathlib import Path

import msgspec

from pacelight.errors import PacelightError, RaceError
from pacelight.meet.programme.at_stake import AtStake
from pacelight.meet.programme.meetfile import MeetFile, MeetRace
from pacelight.meet.programme.meetfile_schema import MeetFields, NumberFields, TimingFields
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.surveys import kept
from pacelight.track.gpx import Line

__all__ = ["SCHEMA", "file_beside", "id_beside", "keep", "kept_beside", "whole"]

SCHEMA = "pacelight.meet-kept/1"


class _Race(msgspec.Struct, frozen=True):
    race: str
    road: list[tuple[float, float]]
    folder: str
    survey: str | None
    at: time | None
    number: NumberFields | None
    stakes: list[AtStake] | None


class _Meet(msgspec.Struct, frozen=True):
    schema: str
    path: str
    text: str
    written: MeetFields
    timing: list[TimingFields]
    races: list[_Race]
    book: str
    journal: str
    spare: str | None
    secret: str | None


class _Id(msgspec.Struct, frozen=True):
    id: str


class _Known(msgspec.Struct, frozen=True):
    written: _Id


def file_beside(journal: Path) -> Path:
    """Where the meet of a journal is kept."""
    return journal.with_name(f"{journal.name}.meet")


def whole(meet: MeetFile) -> bytes:
    """Everything that a meet file says, and all that it names, in one text.

    Raises:
        RaceError: a survey cannot be read.
    """
    return msgspec.json.encode(
        _Meet(
            SCHEMA,
            str(meet.path.resolve()),
            meet.text,
            meet.written,
            list(meet.timing),
            [_race(one) for one in meet.races],
            meet.book,
            str(meet.journal),
            _text(meet.spare),
            _text(meet.secret),
        )
    )


def keep(meet: MeetFile, journal: Path) -> None:
    """Keep it beside this journal, in the place of what was kept before: whole, or not at all.

    Raises:
        RaceError: a survey cannot be read.
        OSError: the disk refuses.
    """
    data, path = whole(meet), file_beside(journal)
    with suppress(OSError):
        if path.read_bytes() == data:
            return
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fdatasync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def kept_beside(journal: Path) -> MeetFile | None:
    """The meet that is kept beside this journal; None where none is, or none that can be read."""
    try:
        found = msgspec.json.decode(file_beside(journal).read_bytes(), type=_Meet)
        return _meet(found) if found.schema == SCHEMA else None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, PacelightError):
        return None


def id_beside(journal: Path) -> str:
    """The id of the meet that is kept beside this journal; empty where none is."""
    try:
        return msgspec.json.decode(file_beside(journal).read_bytes(), type=_Known).written.id
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ""


def _race(one: MeetRace) -> _Race:
    return _Race(
        one.race.text,
        list(one.race.course.road),
        str(one.folder.resolve()),
        kept(one.race, one.folder) if one.survey is None else one.survey,
        one.at,
        one.number,
        None if one.stakes is None else list(one.stakes),
    )


def _meet(found: _Meet) -> MeetFile:
    fields = found.written
    return MeetFile(
        path=Path(found.path),
        text=found.text,
        id=fields.id,
        name=fields.name,
        venue=fields.venue,
        day=fields.day,
        races=tuple(_planned(one) for one in found.races),
        timing=tuple(found.timing),
        book=found.book,
        journal=Path(found.journal),
        spare=_path(found.spare),
        secret=_path(found.secret),
        engine=fields.engine,
        web=fields.web,
        written=fields,
    )


def _planned(one: _Race) -> MeetRace:
    race = RaceFile.parse(one.race, Line(tuple(one.road)) if one.road else None)
    if race.survey_file is not None and one.survey is None:
        raise RaceError(f"the survey of '{race.id}' was not kept")
    return MeetRace(
        race=race,
        folder=Path(one.folder),
        at=one.at,
        number=one.number,
        stakes=None if one.stakes is None else tuple(one.stakes),
        file=None,
        entries=None,
        survey=one.survey,
    )


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)

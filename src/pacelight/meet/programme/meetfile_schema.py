"""The fields of a meet file, as TOML has them. What they mean together is `meetfile`.

``docs/reference/meet-file.md`` is written from this module.
"""

from datetime import date, time
from typing import Annotated

import msgspec

from pacelight.meet.programme.racefile_schema import (
    LampsFields,
    LightFields,
    RunnerFields,
    Slug,
    SourceFields,
    TrackFields,
    WaterFields,
    Word,
)

__all__ = [
    "SCHEMA",
    "EngineFields",
    "MeetFields",
    "NumberFields",
    "PointFields",
    "RaceEntryFields",
    "TimingFields",
    "WebFields",
]

SCHEMA = "pacelight.meet/1"

Port = Annotated[int, msgspec.Meta(ge=0, le=65535)]
Metre = Annotated[float, msgspec.Meta(ge=0, le=100_000)]


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class PointFields(_Fields, frozen=True, kw_only=True):
    """Where a mat, a cell or a camera stands.

    Attributes:
        name: as the timing system calls it; empty for where the whole system stands, if not at the finish.
        metre: metres past the finish line, as one runs.
        at: distances at which it counts, ``1500 m``; whenever somebody passes, if none is given.
    """

    name: str = ""
    metre: Metre
    at: list[Word] = []


class TimingFields(_Fields, frozen=True, kw_only=True):
    """A timing system that is listened to.

    Attributes:
        name: one word by which pages and the journal refer to it.
        url: where it is, or where it is listened to.
        allow: machines or networks that may speak; this machine alone, if none is given.
        points: its mats, cells and cameras beside the finish.
        chips: a file beside this one, ``chip,bib`` a line: who wears which transponder.
    """

    name: Slug
    url: Word
    allow: list[Word] = []
    points: list[PointFields] = []
    chips: Word | None = None


class EngineFields(_Fields, frozen=True, kw_only=True):
    """The engines of tonight.

    Attributes:
        output: where the lamps are; where the survey says, if not given.
        bus: where the engine is listened to: a path, ``tcp://HOST:PORT``.
        standby: buses of the engines that stand by.
        nodes: light nodes, ``HOST:PORT``.
        secret: the file of the secret that guards the ports.
    """

    output: str = ""
    bus: Annotated[list[Word], msgspec.Meta(min_length=1)] = msgspec.field(default_factory=lambda: ["bus"])
    standby: list[Word] = []
    nodes: list[Word] = []
    secret: Word | None = None


class WebFields(_Fields, frozen=True, kw_only=True):
    """Where the pages are.

    Attributes:
        host: address of this machine on the network of those who look; only this machine, if not given.
    """

    host: Word = "127.0.0.1"
    port: Port = 8370


class NumberFields(_Fields, frozen=True, kw_only=True):
    """A race as the timing system numbers it: what it says of this number belongs to the race."""

    event: Annotated[int, msgspec.Meta(ge=0)]
    round: Annotated[int, msgspec.Meta(ge=0)] = 1
    heat: Annotated[int, msgspec.Meta(ge=0)] = 1


class RaceEntryFields(_Fields, frozen=True, kw_only=True):
    """A race of the timetable: described here, or in a race file beside this one.

    Attributes:
        at: local time of day at which it is to begin.
        number: of the timing system.
        stakes: levels at stake: ``WR``, ``NR NED``; all that the book knows, if not given.
        file: a race file beside this one; event, sex and the like stand there.
        entries: a start list beside this one, instead of `runner`.
        light, lamps: as in a race file; in the place of those of `file`.
        water: the way of a steeplechase through the water jump.
    """

    id: Slug
    at: time | None = None
    number: NumberFields | None = None
    stakes: list[Word] | None = None
    file: Word | None = None
    entries: Word | None = None
    name: Word | None = None
    event: Word | None = None
    sex: Word | None = None
    heat: str | None = None
    light: list[LightFields] | None = None
    lamps: LampsFields | None = None
    water: WaterFields | None = None
    runner: list[RunnerFields] | None = None


class MeetFields(_Fields, frozen=True, kw_only=True):
    """A whole meet file but for its `[[timing]]` and `[[race]]`, which are read one by one.

    Attributes:
        id: short name, used for files.
        competition: under which meeting records are kept; the name, if not given.
        day: local to the venue.
        zone: time zone of the venue, ``Europe/Oslo`` or ``+01:00``; that of this machine, if not given.
        book: a file beside this one, or an address.
        journal: the file that the journal of the session is written to.
        spare: a folder where it goes on when the disk refuses: better on another disk.
        sources: who vouches for the results; the meet itself, if none is given.
        source: key of one of the sources.
        lamps: as in a race file, of all races.
    """

    schema: Word
    id: Slug
    name: Word
    venue: Word
    day: date
    competition: str = ""
    zone: str = ""
    book: Word = "book.sqlite"
    journal: Word = "meet.journal"
    spare: Word | None = None
    source: Slug | None = None
    sources: list[SourceFields] = []
    track: TrackFields = TrackFields()
    lamps: LampsFields = LampsFields()
    engine: EngineFields = EngineFields()
    web: WebFields = WebFields()

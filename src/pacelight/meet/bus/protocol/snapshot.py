"""All there is to know at one instant."""

import msgspec

from pacelight.meet.bus.protocol.desk import ChangeShown, ConflictShown, HolderShown, StandingShown
from pacelight.meet.bus.protocol.engine import ClocksShown, OutputShown, SourceShown
from pacelight.meet.bus.protocol.programme import ComingShown, StakeShown
from pacelight.meet.bus.protocol.race import (
    ClockShown,
    HoldShown,
    LightShown,
    LookShown,
    RaceShown,
    TrackShown,
)
from pacelight.meet.bus.protocol.runners import AsideShown, RecordShown, RunnerShown

__all__ = ["SCHEMA", "About", "Snapshot"]

SCHEMA = "pacelight.live/1"


class Snapshot(msgspec.Struct, frozen=True):
    """All there is to know now.

    Attributes:
        seq: number of the last delta it includes.
        boot: id of this run of the engine; numbers of another run do not compare.
        state: idle, loaded, checked, armed, running, held, finished, official, recalled or aborted.
        blend: cover or brighter: which of two lights is seen where they overlap.
        look: what the lamps show; null until they were told.
        revision: of the race: how many commands and corrections were taken.
        dark: the lamps are blacked out.
        holds: when the lights stood.
        holder: who operates the lights; null for nobody.
        races: of the session, in the order in which they were opened.
        aside: times that stand in no split.
        conflicts: that wait to be settled.
        sources: the timing systems.
        wind: as printed; empty where nobody said.
        changes: what people did to the race.
        alarms: what is wrong with the engine itself, in one line each.
        stakes: records at stake, as the book had them when the race was opened.
        coming: races of the session that were not loaded yet, in the order of the meet file.
    """

    schema: str
    seq: int
    boot: str
    state: str
    race: RaceShown
    track: TrackShown
    clock: ClockShown
    lights: list[LightShown]
    runners: list[RunnerShown]
    records: list[RecordShown]
    output: OutputShown
    blend: str = "cover"
    look: LookShown | None = None
    clocks: ClocksShown = ClocksShown([])
    revision: int = 0
    dark: bool = False
    holds: list[HoldShown] = []
    holder: HolderShown | None = None
    races: list[StandingShown] = []
    aside: list[AsideShown] = []
    conflicts: list[ConflictShown] = []
    sources: list[SourceShown] = []
    wind: str = ""
    changes: list[ChangeShown] = []
    alarms: list[str] = []
    stakes: list[StakeShown] = []
    coming: list[ComingShown] = []


class About(msgspec.Struct, frozen=True, tag_field="type", tag="about"):
    """What is told to who asks about a race of the session: no delta, and to nobody else.

    Attributes:
        race: its id.
        snapshot: all there is to know of it; null of no race of this session.
    """

    race: str
    snapshot: Snapshot | None

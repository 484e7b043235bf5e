"""Whatever changes, numbered without gaps within a run of the engine."""

from typing import TypeAlias

import msgspec

from pacelight.meet.bus.protocol.desk import ChangeShown, ConflictShown, HolderShown, StandingShown
from pacelight.meet.bus.protocol.engine import ClocksShown, OutputShown, SourceShown
from pacelight.meet.bus.protocol.race import ClockShown, HoldShown, LightShown, LookShown
from pacelight.meet.bus.protocol.runners import (
    AsideShown,
    GapShown,
    OutlookShown,
    RecordShown,
    ResultShown,
    RunnerShown,
    SplitShown,
)

__all__ = [
    "AlarmsDelta",
    "AsideDelta",
    "ChangeDelta",
    "ClockDelta",
    "ClocksDelta",
    "ConflictsDelta",
    "Delta",
    "GapDelta",
    "HolderDelta",
    "LightDelta",
    "LookDelta",
    "OutlookDelta",
    "OutputDelta",
    "RacesDelta",
    "RecordDelta",
    "RecordsDelta",
    "ResultDelta",
    "RunnerDelta",
    "SourcesDelta",
    "SplitDelta",
    "StateDelta",
    "WindDelta",
]


class StateDelta(msgspec.Struct, frozen=True, tag_field="type", tag="state"):
    """The race is in another state, or its lamps are blacked out, or held."""

    state: str
    seq: int
    dark: bool = False
    holds: list[HoldShown] = []


class ClockDelta(ClockShown, frozen=True, kw_only=True, tag_field="type", tag="clock"):
    """The gun, or its recall."""

    seq: int


class SplitDelta(SplitShown, frozen=True, kw_only=True, tag_field="type", tag="split"):
    """A runner passed a point; it replaces an earlier split there."""

    bib: str
    seq: int


class GapDelta(GapShown, frozen=True, tag_field="type", tag="gap"):
    """How far a runner is from a light there."""

    bib: str
    seq: int


class OutlookDelta(OutlookShown, frozen=True, tag_field="type", tag="outlook"):
    """What may come of a runner's race; it replaces what was told before."""

    bib: str
    seq: int


class ResultDelta(ResultShown, frozen=True, tag_field="type", tag="result"):
    """A runner is in, or will not be: `status` says why; it replaces an earlier result."""

    bib: str
    status: str | None
    seq: int
    rule: str = ""


class RecordDelta(RecordShown, frozen=True, tag_field="type", tag="record"):
    """A record fell."""

    seq: int


class ChangeDelta(ChangeShown, frozen=True, kw_only=True, tag_field="type", tag="change"):
    """Somebody did something to the race, or took it back: it replaces what was told of that line before."""

    seq: int


class RunnerDelta(RunnerShown, frozen=True, kw_only=True, tag_field="type", tag="runner"):
    """A runner as he stands after something was put right: it replaces all that was told before."""

    seq: int


class LightDelta(LightShown, frozen=True, kw_only=True, tag_field="type", tag="light"):
    """A light has another plan: it replaces the one of that name."""

    seq: int


class RecordsDelta(msgspec.Struct, frozen=True, tag_field="type", tag="records"):
    """All records that fell, since some of them did not."""

    records: list[RecordShown]
    seq: int


class AsideDelta(msgspec.Struct, frozen=True, tag_field="type", tag="aside"):
    """All times that stand in no split."""

    aside: list[AsideShown]
    seq: int


class ConflictsDelta(msgspec.Struct, frozen=True, tag_field="type", tag="conflicts"):
    """All conflicts that wait to be settled."""

    conflicts: list[ConflictShown]
    seq: int


class WindDelta(msgspec.Struct, frozen=True, tag_field="type", tag="wind"):
    """The wind was read."""

    wind: str
    seq: int


class RacesDelta(msgspec.Struct, frozen=True, tag_field="type", tag="races"):
    """How the races of the session stand."""

    races: list[StandingShown]
    seq: int


class HolderDelta(msgspec.Struct, frozen=True, tag_field="type", tag="holder"):
    """Another console operates the lights, or none."""

    holder: HolderShown | None
    seq: int


class SourcesDelta(msgspec.Struct, frozen=True, tag_field="type", tag="sources"):
    """How the timing systems were last seen."""

    sources: list[SourceShown]
    seq: int


class AlarmsDelta(msgspec.Struct, frozen=True, tag_field="type", tag="alarms"):
    """What is wrong with the engine itself."""

    alarms: list[str]
    seq: int


class LookDelta(LookShown, frozen=True, kw_only=True, tag_field="type", tag="look"):
    """The lamps show another look."""

    seq: int


class OutputDelta(OutputShown, frozen=True, kw_only=True, tag_field="type", tag="output"):
    """What the lamps were sent so far; about once a second."""

    seq: int


class ClocksDelta(ClocksShown, frozen=True, kw_only=True, tag_field="type", tag="clocks"):
    """How those who follow do; about once a second while there are any."""

    seq: int


Delta: TypeAlias = (
    StateDelta
    | ClockDelta
    | SplitDelta
    | GapDelta
    | OutlookDelta
    | ResultDelta
    | RecordDelta
    | LookDelta
    | OutputDelta
    | ClocksDelta
    | ChangeDelta
    | RunnerDelta
    | LightDelta
    | RecordsDelta
    | AsideDelta
    | ConflictsDelta
    | WindDelta
    | RacesDelta
    | HolderDelta
    | SourcesDelta
    | AlarmsDelta
)
"""Everything that changes, numbered without gaps within a boot."""

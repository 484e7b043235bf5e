"""What the engine tells the pages: one snapshot, then numbered deltas, as JSON lines.

A line with ``schema`` is a snapshot and replaces all that was known; every other line is a delta
whose ``seq`` is one more than that of the line before.
The light is never streamed: a page draws it from the plan's pieces, the gun and its clock offset,
``race seconds = (unix now - gun) * rate``.
"""

from typing import TypeAlias

import msgspec

from pacelight.measure import AnyMark, Points, unit, value

__all__ = [
    "SCHEMA",
    "ClockDelta",
    "ClockShown",
    "Delta",
    "EventShown",
    "GapDelta",
    "GapShown",
    "LightShown",
    "MarkShown",
    "OutputDelta",
    "OutputShown",
    "RaceShown",
    "RecordDelta",
    "RecordShown",
    "ResultDelta",
    "ResultShown",
    "RunnerShown",
    "Snapshot",
    "SplitDelta",
    "SplitShown",
    "StateDelta",
    "TrackShown",
    "mark_shown",
]

SCHEMA = "pacelight.live/1"


class MarkShown(msgspec.Struct, frozen=True):
    """A mark as every answer of the project writes it."""

    text: str
    value: int
    unit: str
    precision: int


def mark_shown(mark: AnyMark) -> MarkShown:
    """A mark in its unit, with its text."""
    precision = 0 if isinstance(mark, Points) else mark.precision
    return MarkShown(str(mark), value(mark), unit(mark).value, precision)


class EventShown(msgspec.Struct, frozen=True):
    """What is run."""

    code: str
    name: str
    distance_m: float


class RaceShown(msgspec.Struct, frozen=True):
    """Which race; `day` is local to the venue, ISO."""

    id: str
    name: str
    event: EventShown
    sex: str
    day: str
    venue: str
    competition: str


class TrackShown(msgspec.Struct, frozen=True):
    """The track to draw.

    Attributes:
        start_s: metres past the finish line at which this race starts.
        outline: the kerb, rows of s, x, y in metres, open at the end.
        lamps: metres past the finish line of each lamp.
    """

    name: str
    lap_m: float
    start_s: float
    outline: list[list[float]]
    lamps: list[float]


class ClockShown(msgspec.Struct, frozen=True):
    """The race clock; the gun is null until it fires."""

    gun_unix_ns: int | None
    rate: float
    server_unix_ns: int


class LightShown(msgspec.Struct, frozen=True):
    """A light and where it came from.

    Attributes:
        label: what it stands for in one line.
        head_m: metres behind its leading edge, which is where the plan is, that shine fully.
        tail_m: metres behind the head along which it fades to nothing.
        as_of: the day for which the book was asked; null where it was not.
        pieces: the plan, rows of start second, start metre, speed, acceleration.
        finish_s: when it is at the finish, in seconds.
    """

    name: str
    label: str
    colour: str
    head_m: float
    tail_m: float
    mark: MarkShown
    athlete: str | None
    as_of: str | None
    pieces: list[list[float]]
    finish_s: float


class SplitShown(msgspec.Struct, frozen=True):
    """A passing that was taken, the finish included; `text` is the official rounding of `elapsed_s`."""

    distance_m: float
    elapsed_s: float
    text: str
    official: bool
    method: str


class GapShown(msgspec.Struct, frozen=True):
    """How far a runner was from a light at a point of the race; positive is ahead of the light."""

    light: str
    distance_m: float
    gap_s: float
    gap_m: float


class ResultShown(msgspec.Struct, frozen=True):
    """A place and a mark, or neither for a runner who has a status."""

    place: int | None
    mark: MarkShown | None


class RunnerShown(msgspec.Struct, frozen=True):
    """A line of the start list and all that is known of the run.

    Attributes:
        finish_only: no splits come for this runner; nothing is to be projected.
        status: ``DNF`` and the like; null while running and for finishers.
    """

    bib: str
    name: str
    nation: str
    finish_only: bool
    status: str | None
    splits: list[SplitShown]
    gaps: list[GapShown]
    result: ResultShown | None


class RecordShown(msgspec.Struct, frozen=True):
    """A record that fell: what the software found, for people to decide on.

    Attributes:
        level: ``WR``, ``AR``, ``NR``, ``MR``, ``PB`` ...
        label: what the level is called here: ``WR``, or ``WB`` where only a best is recognised.
        scope: whose record: ``WORLD``, an area, a nation, a competition, an athlete's key.
        by_thousandths: how much faster than what stood; zero if equalled.
        stood_since: the day on which the mark that stood was first reached.
    """

    level: str
    label: str
    scope: str
    code: str
    mark: MarkShown
    by_thousandths: int
    stood: MarkShown
    stood_since: str
    stood_by: list[str]
    en_route: bool
    athlete: str
    nation: str
    bib: str
    status: str
    equalled: bool


class OutputShown(msgspec.Struct, frozen=True):
    """What the lamps were sent.

    Attributes:
        frames: drawn and sent.
        late: instants that were missed; the frame after such a one shows the light where it is then.
        lateness_p99_ms: how late 99 of 100 frames were at most.
    """

    frames: int
    late: int
    lateness_p99_ms: float
    target: str


class Snapshot(msgspec.Struct, frozen=True):
    """All there is to know now.

    Attributes:
        seq: number of the last delta it includes.
        boot: id of this run of the engine; numbers of another run do not compare.
        state: idle, armed, running, finished, aborted or recalled.
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


class StateDelta(msgspec.Struct, frozen=True, tag_field="type", tag="state"):
    """The race is in another state."""

    state: str
    seq: int


class ClockDelta(ClockShown, frozen=True, tag_field="type", tag="clock"):
    """The gun, or its recall."""

    seq: int


class SplitDelta(SplitShown, frozen=True, tag_field="type", tag="split"):
    """A runner passed a point; it replaces an earlier split there."""

    bib: str
    seq: int


class GapDelta(GapShown, frozen=True, tag_field="type", tag="gap"):
    """How far a runner is from a light there."""

    bib: str
    seq: int


class ResultDelta(ResultShown, frozen=True, tag_field="type", tag="result"):
    """A runner is in, or will not be: `status` says why; it replaces an earlier result."""

    bib: str
    status: str | None
    seq: int


class RecordDelta(RecordShown, frozen=True, tag_field="type", tag="record"):
    """A record fell."""

    seq: int


class OutputDelta(OutputShown, frozen=True, tag_field="type", tag="output"):
    """What the lamps were sent so far; about once a second."""

    seq: int


Delta: TypeAlias = StateDelta | ClockDelta | SplitDelta | GapDelta | ResultDelta | RecordDelta | OutputDelta
"""Everything that changes, numbered without gaps within a boot."""

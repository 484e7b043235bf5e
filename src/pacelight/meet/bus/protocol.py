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
    "ClocksDelta",
    "ClocksShown",
    "Delta",
    "EventShown",
    "GapDelta",
    "GapShown",
    "LightShown",
    "LookDelta",
    "LookShown",
    "MarkShown",
    "OtherShown",
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
    "TroubleShown",
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
        lap_m: length of the lap; of a track with two ends, of all of it.
        start_s: metres past the finish line at which this race starts; below 0 where there are two ends.
        outline: the kerb, rows of s, x, y in metres; of a lap open at the end.
        lamps: metres past the finish line of each lamp.
        open: whether the track has two ends, so that nothing comes round again.
        way: where the race leaves the lap for a while, rows of metres run, metres of the lap from the start
            and metres of the lap for each metre run from there on; empty where it does not.
    """

    name: str
    lap_m: float
    start_s: float
    outline: list[list[float]]
    lamps: list[float]
    open: bool = False
    way: list[list[float]] = []


class ClockShown(msgspec.Struct, frozen=True):
    """The race clock; the gun is null until it fires."""

    gun_unix_ns: int | None
    rate: float
    server_unix_ns: int


class LightShown(msgspec.Struct, frozen=True):
    """A light as it shines, and where it came from.

    Attributes:
        label: what it is, as the legend has it: ``World record 3:46.63, Nuguse``.
        head_m: metres behind its leading edge, which is where the plan is, that shine fully.
        tail_m: metres behind the head; of a comet they fade to nothing.
        as_of: the day for which the book was asked; null where it was not.
        pieces: the plan, rows of start second, start metre, speed, acceleration.
        finish_s: when it is at the finish, in seconds.
        pattern: comet, solid, dashed or blinking.
        dash_m: of a dashed light, the length of a dash and of the dark after it.
        priority: where lights cover one another the higher one is seen, else the one named first.
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
    pattern: str = "comet"
    dash_m: float = 2.0
    priority: int = 0


class LookShown(msgspec.Struct, frozen=True):
    """What the lamps show, lights that stand or run included.

    Attributes:
        name: a look: idle, armed, countdown, start, running ... (``docs/reference/looks.md``).
        begin_unix_ns: when it began, or will begin.
        at_m: the place it is about, metres past the finish line.
        length_m: of ahead, behind and finish.
        seconds: after which it is over; 0 for as long as nothing else is told.
        colour: as screens have it; empty where lights alone are shown.
        lights: stand, run, or null where there are none.
    """

    name: str
    begin_unix_ns: int
    at_m: float
    length_m: float
    seconds: int
    colour: str
    lights: str | None


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


class TroubleShown(msgspec.Struct, frozen=True):
    """A controller that is not reached.

    Attributes:
        name: as the survey calls it, or its address.
        state: refusing (nobody listens there, or it takes no more) or away (there is no way to it).
        since_unix_ns: since when.
        reason: the last error in the words of the system.
    """

    name: str
    state: str
    since_unix_ns: int
    reason: str


class OutputShown(msgspec.Struct, frozen=True):
    """What the lamps were sent.

    Attributes:
        frames: drawn and sent.
        late: instants that were missed; the frame after such a one shows the light where it is then.
        lateness_p99_ms: how late 99 of 100 frames were at most.
        lateness_max_ms: how late the latest was.
        controllers: how many are sent to; 0 while nothing was sent.
        troubled: those of them that are not reached now, as the network of the engine sees it.
    """

    frames: int
    late: int
    lateness_p99_ms: float
    target: str
    lateness_max_ms: float = 0.0
    controllers: int = 0
    troubled: list[TroubleShown] = []


class OtherShown(msgspec.Struct, frozen=True):
    """A standby or a light node that follows the engine.

    Attributes:
        kind: standby or node.
        role: of its lights: following, leading, alone.
        behind: lines of the journal that are not safe with it yet.
        offset_ms: its clock less that of the engine; null while that is not known.
        error_ms: by how much that may be wrong.
        drift_ppm: by how much its clock runs faster.
        age_s: since it was last heard.
    """

    name: str
    kind: str
    role: str
    behind: int
    offset_ms: float | None
    error_ms: float | None
    drift_ppm: float | None
    age_s: float


class ClocksShown(msgspec.Struct, frozen=True):
    """The clocks of a race, held against that of the engine.

    Attributes:
        timing: where times come from: replay, of a recording by the engine's own clock.
    """

    others: list[OtherShown]
    timing: str = "replay"


class Snapshot(msgspec.Struct, frozen=True):
    """All there is to know now.

    Attributes:
        seq: number of the last delta it includes.
        boot: id of this run of the engine; numbers of another run do not compare.
        state: idle, armed, running, finished, aborted or recalled.
        blend: cover or brighter: which of two lights is seen where they overlap.
        look: what the lamps show; null until they were told.
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


class LookDelta(LookShown, frozen=True, tag_field="type", tag="look"):
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
    | ResultDelta
    | RecordDelta
    | LookDelta
    | OutputDelta
    | ClocksDelta
)
"""Everything that changes, numbered without gaps within a boot."""

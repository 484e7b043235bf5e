"""What a race is: its event, its track, its clock, its lights, what its lamps show."""

import msgspec

from pacelight.meet.bus.protocol.marks import MarkShown

__all__ = ["ClockShown", "EventShown", "HoldShown", "LightShown", "LookShown", "RaceShown", "TrackShown"]


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
    """The race clock; the gun is null until it fires.

    Attributes:
        source: what said when the gun was; empty where nobody said what.
        error_ms: by how much that may be wrong; null where nobody can say.
    """

    gun_unix_ns: int | None
    rate: float
    server_unix_ns: int
    source: str = ""
    error_ms: float | None = None


class HoldShown(msgspec.Struct, frozen=True):
    """A stretch of the race in which the lights stood, in race seconds; `to_s` is null while they stand."""

    from_s: float
    to_s: float | None


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
        first, last: of a walk, the lamps that are lit, by their numbers; see `pacelight.lights.look.model`.
        blinks: of a walk.
        per_minute: beats of a clap-along.
    """

    name: str
    begin_unix_ns: int
    at_m: float
    length_m: float
    seconds: int
    colour: str
    lights: str | None
    first: int | None = None
    last: int | None = None
    blinks: bool = False
    per_minute: int = 120

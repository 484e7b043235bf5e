"""What timing systems say, before anybody knows which race and which gun they mean.

::

    bytes ──► formats ──► Reading ──► placing (start list, course, gun) ──► Passing, Verdict

A reading is what one message or file says, word for word in our terms. A `Heard` is a reading with the
instant at which its bytes arrived. Nothing here knows a start list, a course or a clock.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pacelight.mark import Mark
from pacelight.timing.passing import Method

__all__ = [
    "ClockRead",
    "ClockState",
    "Confirmed",
    "Corrected",
    "FalseStart",
    "GunRead",
    "Heard",
    "HeatNamed",
    "PageRead",
    "Reading",
    "RowRead",
    "Seen",
    "StatusRead",
    "WindRead",
]


@dataclass(frozen=True, slots=True)
class HeatNamed:
    """Which heat all that follows is about.

    Attributes:
        event, round, heat: as the system numbers them; empty where it does not say.
        name: of the race, for people; empty where it does not say.
    """

    event: str
    round: str = ""
    heat: str = ""
    name: str = ""


class ClockState(StrEnum):
    """What the clock of a timing system does."""

    ARMED = "armed"
    RUNNING = "running"
    PAUSED = "paused"
    """The board stands at an intermediate time; the race runs on."""
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ClockRead:
    """The clock of the timing system, as it was when it said so.

    Attributes:
        running_ns: whole nanoseconds since the gun, rounded down to `step_ns`; None while it does not run.
        step_ns: the last digit shown: the gun is not known better than that from this reading.
    """

    state: ClockState
    running_ns: int | None = None
    step_ns: int = 1_000_000


@dataclass(frozen=True, slots=True)
class GunRead:
    """The gun.

    Attributes:
        of_day_ns: time of day of the gun on the clock of the timing system, whole nanoseconds since its
            midnight; None where it only says that the gun was now.
        automatic: fired by a sensor at the gun; False of a start by hand.
        key: idempotency; the same key twice is the same gun.
        within_ns: it was heard so long after the gun at most; None where nobody can say, as over a network.
    """

    key: str
    of_day_ns: int | None = None
    automatic: bool = True
    within_ns: int | None = None


@dataclass(frozen=True, slots=True)
class FalseStart:
    """The start was recalled: the clock fell back to zero, or the system says so."""

    key: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Someone passed a point. What is not known is None or empty; at least one of the three times is known.

    Attributes:
        key: idempotency; the same key twice is the same passing.
        bib, lane, chip: whatever the system knows of who it was.
        lap: laps completed, counted by the system: 0 for a reaction time; None where it does not count.
        to_go: laps to go, likewise.
        point: name of the mat, cell or camera; empty for the finish line.
        running: time since the gun, as printed, where the system knows its gun.
        running_ns: the same in whole nanoseconds, where it is finer than a mark.
        of_day_ns: time of day of the passing on the clock of the system.
        now: the passing was when its bytes arrived, as far as the system says.
        place: as the system counts; never a reason to decide a tie.
        method: what saw it.
        official: judged as a finish is.
        finish: the system says that this is the finish.
    """

    key: str
    bib: str = ""
    lane: str = ""
    chip: str = ""
    lap: int | None = None
    to_go: int | None = None
    point: str = ""
    running: Mark | None = None
    running_ns: int | None = None
    of_day_ns: int | None = None
    now: bool = False
    place: int | None = None
    method: Method = Method.PHOTO
    official: bool = False
    finish: bool = False


@dataclass(frozen=True, slots=True)
class StatusRead:
    """Someone has a word instead of a place: as it is written, ``DNF`` or ``aufg.``."""

    key: str
    word: str
    bib: str = ""
    lane: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was said under this key no longer holds: it was deleted, or is followed by what replaces it."""

    key: str


@dataclass(frozen=True, slots=True)
class RowRead:
    """One line of a page of results.

    Attributes:
        splits: running times on the way, as printed, in order; the page does not say at which distances.
        word: in the place column, where it is no number.
    """

    bib: str
    lane: str
    name: str
    place: int | None
    word: str
    time: Mark | None
    splits: tuple[Mark, ...] = ()
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class PageRead:
    """A whole page of results or a whole file: what is not on it any more was taken back.

    Attributes:
        source: names the page: pages of one source replace one another.
        official: the page says so.
        of_day_ns: time of day of the gun, where the page says it.
        finish: the times are those of the finish; False of a page of intermediate times.
        to_go: laps to go at an intermediate page, where it says so.
        automatic: the race was started by a sensor at the gun; False of a start by hand, whose times are
            none of a photo finish; None where the page does not say.
    """

    source: str
    rows: tuple[RowRead, ...]
    official: bool = False
    of_day_ns: int | None = None
    finish: bool = True
    to_go: int | None = None
    automatic: bool | None = None


@dataclass(frozen=True, slots=True)
class WindRead:
    """The wind as printed: ``+0.6``, metres a second."""

    text: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The judges have confirmed the result of the heat named before."""

    key: str


Reading: TypeAlias = (
    HeatNamed
    | ClockRead
    | GunRead
    | FalseStart
    | Seen
    | StatusRead
    | Corrected
    | PageRead
    | WindRead
    | Confirmed
)
"""All that a timing system can say."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A reading, and when its first byte was here.

    Attributes:
        at_ns: on the monotonic clock of this machine.
        source: which device or folder, as the meet file names it.
    """

    at_ns: int
    source: str
    reading: Reading

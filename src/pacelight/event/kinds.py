"""The words by which events are told apart: of what kind, where, for whom, under which rules."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = [
    "WIND_LIMIT_MM_S",
    "Discipline",
    "Level",
    "PerSex",
    "Period",
    "RaceKind",
    "Recognition",
    "Sex",
    "TrackKind",
    "Wind",
]

WIND_LIMIT_MM_S = 2_000
"""The strongest wind from behind with which a mark is a record.

Source: World Athletics Competition Rules, CR31: +2.0 metres per second.
"""


class Sex(StrEnum):
    """The class of a race or of a list."""

    MEN = "men"
    WOMEN = "women"
    MIXED = "mixed"


class RaceKind(StrEnum):
    """Who ran in a race of women on the road: they alone, or men with them."""

    WOMEN_ONLY = "women-only"
    MIXED = "mixed"


class Discipline(StrEnum):
    """The kind of contest."""

    RUN = "run"
    HURDLES = "hurdles"
    STEEPLECHASE = "steeplechase"
    RELAY = "relay"
    WALK = "walk"
    JUMP = "jump"
    THROW = "throw"
    COMBINED = "combined"


class TrackKind(StrEnum):
    """On what it is contested: apart from the roof, and from the code of the event."""

    STANDARD = "standard"
    """A 400 m lap."""
    SHORT = "short"
    """A 200 m lap, under a roof or not."""
    OVERSIZED = "oversized"
    """A lap longer than 200 m under a roof; its marks count on the 400 m list."""
    STRAIGHT = "straight"
    ROAD = "road"
    FIELD = "field"
    """Jumps and throws, and the combined events of a 400 m track."""


class Wind(StrEnum):
    """What the wind says about whether a mark outdoors can be a record."""

    NONE = "none"
    """No reading is taken."""
    READING = "reading"
    """It counts with a reading of no more than `WIND_LIMIT_MM_S`."""
    AVERAGE = "average"
    """It counts where the readings of all its events with one are no more than that on average."""


class Level(StrEnum):
    """How far a record reaches, from the world to one athlete in one year."""

    WR = "WR"
    AR = "AR"
    NR = "NR"
    CR = "CR"
    LR = "LR"
    """Of a series of meetings, a league."""
    MR = "MR"
    FR = "FR"
    """Of a facility: a stadium, a hall, a course."""
    PB = "PB"
    SB = "SB"


class Recognition(StrEnum):
    """What the keepers of a list call its first mark."""

    RECORD = "record"
    BEST = "best"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Period:
    """What the first mark of a level's list is called from a day on.

    Attributes:
        level: the level that is spoken of.
        since: the first day; None for from the beginning.
        kind: record, best, or no list at all.
    """

    level: Level
    since: date | None
    kind: Recognition


@dataclass(frozen=True, slots=True)
class PerSex:
    """A figure that differs between men and women; None where the class does not contest the event."""

    men: int | None = None
    women: int | None = None

    def of(self, sex: Sex) -> int | None:
        """The figure of a class; None for mixed ones, which have no one figure."""
        match sex:
            case Sex.MEN:
                return self.men
            case Sex.WOMEN:
                return self.women
            case Sex.MIXED:
                return None

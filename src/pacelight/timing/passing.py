"""The raw facts of a race: the gun, and who passed where and when."""

from dataclasses import dataclass
from enum import StrEnum

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Timing

__all__ = ["Gun", "Method", "Owner", "Passing"]


class Method(StrEnum):
    """What saw the passing."""

    PHOTO = "photo"
    """A photo finish, at the line or at a point of its own."""
    CELL = "cell"
    """A photocell: sees someone, not whom."""
    TRANSPONDER = "transponder"
    HAND = "hand"
    VIDEO = "video"

    @property
    def timing(self) -> Timing:
        """How a mark read this way counts as timed.

        Source: World Athletics Technical Rules, TR19: hand, fully automatic, transponder.
        """
        return _TIMING[self]


_TIMING = {
    Method.PHOTO: Timing.FAT,
    Method.CELL: Timing.FAT,
    Method.TRANSPONDER: Timing.TRANSPONDER,
    Method.HAND: Timing.HAND,
    Method.VIDEO: Timing.UNKNOWN,
}

_AT_THE_GUN = Elapsed(0)


class Owner(StrEnum):
    """Whose time a split is: published splits are often the leader's, not the winner's."""

    ATHLETE = "athlete"
    LEADER = "leader"
    PACER = "pacer"


@dataclass(frozen=True, slots=True)
class Gun:
    """The race began.

    Attributes:
        key: idempotency; the same key twice is the same gun.
        source: which device or recording says so.
        elapsed: always zero: every other time is counted from here.
    """

    key: str
    source: str
    elapsed: Elapsed = _AT_THE_GUN


@dataclass(frozen=True, slots=True)
class Passing:
    """A runner passed a point of the race, the finish included.

    Attributes:
        bib: the number worn, as on the start list.
        distance: run since the start line, along the measured line.
        elapsed: whole nanoseconds since the gun.
        official: measured and judged as a finish is; only such a passing can make a mark.
        source: which device, person or recording says so.
        key: idempotency; the same key twice is the same passing.
        owner: whose time it is, where it is filed under a runner but is not theirs.

    Raises:
        RaceError: without bib or key, at the start line, or before the gun.
    """

    bib: str
    distance: Distance
    elapsed: Elapsed
    method: Method
    official: bool
    source: str
    key: str
    owner: Owner = Owner.ATHLETE

    def __post_init__(self) -> None:
        if not self.bib or not self.key:
            raise RaceError(f"a passing at {self.distance} needs a bib and a key: {self.bib!r}, {self.key!r}")
        if self.distance.mm == 0:
            raise RaceError(f"bib {self.bib}: a passing is beyond the start line, not at 0 m")
        if self.elapsed.ns <= 0:
            raise RaceError(f"bib {self.bib}: a passing at {self.distance} comes after the gun")

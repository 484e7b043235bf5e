"""What placing hands out: to be written into the journal, or to be settled by a person."""

from dataclasses import dataclass
from typing import TypeAlias

from pacelight.distance import Distance
from pacelight.timing.passing import Passing
from pacelight.timing.placing.counting import Known
from pacelight.timing.reading import Confirmed, HeatNamed, WindRead
from pacelight.timing.results import Status, Verdict

__all__ = [
    "Contested",
    "Elsewhere",
    "Missing",
    "Placed",
    "Placement",
    "PutBack",
    "Restated",
    "TakenBack",
    "Unplaced",
]


@dataclass(frozen=True, slots=True)
class Placed:
    """Something happened: a passing or a verdict, to be written down.

    Attributes:
        known: how the time is known.
        error_ns: by how much it may be wrong; None where nobody can say.
    """

    event: Passing | Verdict
    known: Known = Known.PRINTED
    error_ns: int | None = 0

    @property
    def from_our_gun(self) -> bool:
        """Whether it moves with our gun; otherwise the system counted from its own."""
        return self.known in {Known.CLOCK, Known.ARRIVAL}


@dataclass(frozen=True, slots=True)
class Restated:
    """What was handed out under this key is another time, point, runner or judgement now.

    Attributes:
        before: as it was handed out.
        event: as it is; it has the same key.
    """

    before: Passing | Verdict
    event: Passing | Verdict

    @property
    def key(self) -> str:
        """Of both."""
        return self.event.key


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The system does not say any more what was handed out under this key."""

    key: str
    before: Passing | Verdict


@dataclass(frozen=True, slots=True)
class PutBack:
    """The system says again what it took back, or something else in its place; the key is the same.

    Attributes:
        before: as it was when it was taken back.
        event: as it is.
    """

    before: Passing | Verdict
    event: Passing | Verdict


@dataclass(frozen=True, slots=True)
class Contested:
    """A system says other than what stands by a person or by another official source: a person settles.

    Attributes:
        key: of what the system says.
        comes: what it says; None where it takes back what a person has put right.
        stands: key of what stands.
        why: in one line.
        status: that stands by a person's word, where a finish says otherwise.
    """

    key: str
    comes: Passing | Verdict | None
    stands: str
    why: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A runner passed a point that did not see them."""

    bib: str
    distance: Distance
    source: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A system speaks of another heat: what it says is left alone; told once a heat."""

    source: str
    heat: HeatNamed


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What a system says and nobody but a person can put in its place; told once.

    Attributes:
        bib: of the runner, where that is known.
        said: what it says, in one line.
        why: it has no place, in one line.
        elapsed_ns: its time since the gun, where it has one.
        distance: at which point, where that is known.
    """

    key: str
    source: str
    bib: str
    said: str
    why: str
    elapsed_ns: int | None = None
    distance: Distance | None = None


Placement: TypeAlias = (
    Placed
    | Restated
    | TakenBack
    | PutBack
    | Contested
    | Missing
    | Unplaced
    | Elsewhere
    | WindRead
    | Confirmed
)
"""All that placing hands out."""

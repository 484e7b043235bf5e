"""A segment: lamps in a row on one controller, as somebody at the kerb writes them down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

__all__ = ["ORDERS", "Gap", "Point", "Segment", "Wiring"]

ORDERS = tuple(sorted("".join(order) for order in permutations("RGB")))
"""Colour orders: which of a lamp's channels comes first on the wire."""


@dataclass(frozen=True, slots=True)
class Point:
    """A lamp that was measured.

    Attributes:
        lamp: its number on the controller.
        metre: of the measured line; not a number where the track has no such mark.
        at: the mark beside which it stands, by its name; empty where the metre was given.
    """

    lamp: int
    metre: float
    at: str = ""

    def __str__(self) -> str:
        return f"lamp {self.lamp} at {f'{self.at}, ' if self.at else ''}{self.metre:.3f} m"


@dataclass(frozen=True, slots=True)
class Gap:
    """Kerb without lamps: a box at a corner, the gate of the water jump.

    Attributes:
        after: the number of the lamp after which it lies; one less than the first lies before the segment.
        metres: along the kerb, from that lamp to the next.
    """

    after: int
    metres: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Lamps in a row, numbered as they hang on their controller.

    Attributes:
        first: the number on the controller of its first lamp.
        count: how many lamps.
        against: whether the numbers grow against the running direction.
        points: lamps that were measured.
        offset: metres in running direction by which all of it stands beyond what the points say.
        apart: metres along the kerb from lamp to lamp; None where the points tell it.
        gaps: where no lamps hang.
        dead: numbers of lamps that do not shine: they keep their place and their channels, and are sent dark.
        colours: the colour order of its lamps, one of `ORDERS`.
    """

    first: int
    count: int
    against: bool = False
    points: tuple[Point, ...] = ()
    offset: float = 0.0
    apart: float | None = None
    gaps: tuple[Gap, ...] = ()
    dead: tuple[int, ...] = ()
    colours: str = "RGB"

    @property
    def numbers(self) -> range:
        """Of its lamps, on the controller."""
        return range(self.first, self.first + self.count)

    @property
    def last(self) -> int:
        """The number of its last lamp."""
        return self.first + self.count - 1

    def passed(self, lamp: int) -> int:
        """How many of its lamps a runner passes before this one; a number each side of it is as good."""
        return self.last - lamp if self.against else lamp - self.first

    def turned(self) -> "Segment":
        """The same with its numbers growing the other way."""
        return replace(self, against=not self.against)

    def __str__(self) -> str:
        return f"lamp {self.first}" if self.count == 1 else f"lamps {self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class Wiring:
    """A controller as a survey file has it.

    Attributes:
        name: as people call it.
        output: the address of its lamps; empty where none is given.
        lamps: how many it has; None where nobody said.
        segments: what hangs on it.
    """

    name: str
    output: str = ""
    lamps: int | None = None
    segments: Sequence[Segment] = ()

    @property
    def size(self) -> int:
        """How many lamps are sent to it: as many as it has, or up to its last."""
        used = max((segment.last + 1 for segment in self.segments), default=0)
        return used if self.lamps is None else self.lamps

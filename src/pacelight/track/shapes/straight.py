"""The straight: a start area, the race, a run-out."""

import math
from dataclasses import dataclass
from functools import cached_property

from pacelight.errors import SurveyError
from pacelight.track.shapes.chain import Chain, Piece

__all__ = ["Straight"]


@dataclass(frozen=True)
class Straight(Chain):
    """A straight with two ends.

    Attributes:
        length_m: from end to end.
        kerb: whether lane 1 has a raised kerb; on a straight nothing is longer for it.

    Raises:
        SurveyError: no such straight can be built.
    """

    length_m: float
    kerb: bool = True
    closed = False

    def __post_init__(self) -> None:
        if not 0 < self.length_m < math.inf:
            raise SurveyError(f"no straight is {self.length_m:.2f} m long")

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """One."""
        return (Piece(self.length_m),)

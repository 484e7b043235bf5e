"""The way of a light beside a race that leaves the lap for a while: in plain numbers, for the canvas."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pacelight.errors import PlanError

__all__ = ["Way"]

_NEAR = 1e-6
"""Metres that rounding may leave between two rows."""


@dataclass(frozen=True, slots=True)
class Way:
    """How far along the lap the light is after so many metres of the race.

    Where runners leave the lap the light keeps to the kerb, and is where they are in proportion:
    half-way from the lamp where they leave it to the lamp where they join it when they are half-way.

    Attributes:
        rows: metres run, metres of the lap from the start, and metres of the lap for each metre run
            from there on; in order, the first of them 0 and 0.

    Raises:
        PlanError: the rows begin elsewhere, leave a gap, or lead backwards.
    """

    rows: tuple[tuple[float, float, float], ...]

    def __post_init__(self) -> None:
        begins = bool(self.rows) and self.rows[0][:2] == (0.0, 0.0)
        goes_on = all(
            run <= after and abs(at + (after - run) * rate - there) < _NEAR
            for (run, at, rate), (after, there, _) in pairwise(self.rows)
        )
        if not (begins and goes_on and all(rate >= 0 for _, _, rate in self.rows)):
            raise PlanError("the way of a light begins elsewhere, leaves a gap or leads backwards")

    @classmethod
    def of(cls, rows: Sequence[Sequence[float]]) -> "Way":
        """From rows of three numbers, as `Steeplechase.way` has them."""
        return cls(tuple((run, at, rate) for run, at, rate in rows))

    def along(self, run_m: float) -> float:
        """Metres of the lap from the start."""
        run, at, rate = self.rows[max(bisect_right(self.rows, run_m, key=_run) - 1, 0)]
        return at + (run_m - run) * rate


def _run(row: tuple[float, float, float]) -> float:
    return row[0]

"""What every shape answers: how long it is, the kerb beside a metre, the point of a metre.

A shape is closed, then it has a lap, or it has two ends.
Convention: metres run in running direction, from the usual finish line of a lap,
or from the first of the two ends.
"""

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
import numpy.typing as npt

__all__ = ["Shape"]

Floats = npt.NDArray[np.float64]


class Shape(ABC):
    """A line to run along, and the kerb beside it.

    Attributes:
        closed: whether it leads back to where it begins.
        tolerance: by how much it may differ from what a certificate says, as a share of it.
    """

    closed: bool
    tolerance: ClassVar[float] = 1e-3

    @abstractmethod
    def lap(self, lane: int = 1) -> float:
        """Measured length of a lap in a lane, or from end to end, in metres."""

    @property
    @abstractmethod
    def kerb_lap(self) -> float:
        """Length of the kerb itself, in metres."""

    @property
    @abstractmethod
    def tangents(self) -> tuple[float, ...]:
        """Measured metres where a bend ends, begins or changes its radius."""

    @abstractmethod
    def kerb_at(self, measured: npt.ArrayLike) -> Floats:
        """Metres along the kerb beside these metres of the measured line; any number of laps."""

    @abstractmethod
    def measured_at(self, kerb: npt.ArrayLike) -> Floats:
        """Metres of the measured line beside these metres of the kerb: the inverse of `kerb_at`."""

    @abstractmethod
    def point(self, measured: npt.ArrayLike, out_m: float | None = None) -> Floats:
        """Where these metres of the measured line lie in the plane.

        Args:
            measured: metres, shape ``(n,)``.
            out_m: metres out from the kerb to draw at; on the measured line if not given.

        Returns:
            shape ``(n, 2)``, in metres.
        """

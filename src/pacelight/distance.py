"""Distances, exact to the millimetre: the mile is 1 609 344 mm."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from pacelight.errors import DistanceError

__all__ = ["MILE", "Distance"]

_MM_PER: dict[str, int | Decimal] = {
    "": 1000,
    "m": 1000,
    "metres": 1000,
    "meters": 1000,
    "km": 1_000_000,
    "mile": 1_609_344,
    "miles": 1_609_344,
    "mi": 1_609_344,
    "yd": Decimal("914.4"),
    "yards": Decimal("914.4"),
}


@dataclass(frozen=True, slots=True, order=True)
class Distance:
    """A length along the measured line.

    Attributes:
        mm: whole millimetres, zero or more.

    >>> Distance.parse("mile")
    Distance('1609.344 m')
    >>> Distance.parse("1500") < MILE
    True
    """

    mm: int

    def __post_init__(self) -> None:
        if isinstance(self.mm, float):
            raise DistanceError(f"a distance is counted in whole millimetres, not {self.mm!r}")
        if self.mm < 0:
            raise DistanceError(f"a distance is not negative: {self.mm} mm")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``1500``, ``1609.344 m``, ``10 km``, ``2 miles``, ``mile``, ``440 yd``.

        Raises:
            DistanceError: not a distance, or not a whole number of millimetres.
        """
        shown = " ".join(text.split())
        match = re.fullmatch(r"(\d+(?:\.\d+)?)?\s*([a-z]*)", shown.lower(), re.ASCII)
        if match is None or match[2] not in _MM_PER or (match[1] is None and match[2] != "mile"):
            raise DistanceError(f"not a distance: '{shown}' (write 1500, 1609.344 m, 10 km or 2 miles)")
        mm = Decimal(match[1] or 1) * _MM_PER[match[2]]
        if mm != int(mm):
            raise DistanceError(f"'{shown}' is not a whole number of millimetres")
        return cls(int(mm))

    @property
    def metres(self) -> float:
        """For drawing and for the pace kernel, never for comparing."""
        return self.mm / 1000

    def __str__(self) -> str:
        whole, rest = divmod(self.mm, 1000)
        return f"{whole}.{rest:03d}".rstrip("0") + " m" if rest else f"{whole} m"

    def __repr__(self) -> str:
        return f"Distance('{self}')"


MILE = Distance(1_609_344)
"""The international mile, exact since 1959."""

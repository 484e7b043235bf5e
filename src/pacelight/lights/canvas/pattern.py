"""The pattern of a light: what tells it from another where colours do not."""

from enum import StrEnum

import numpy as np
import numpy.typing as npt

__all__ = ["BLINKS", "Pattern", "dashed", "is_on"]

Floats = npt.NDArray[np.float64]

BLINKS = 2
"""A second, of all that blinks, together: so no number of lights flashes faster than one.
At most 3 are harmless. Source: WCAG 2.2, success criterion 2.3.1."""

_PERIOD_NS = 1_000_000_000 // BLINKS


class Pattern(StrEnum):
    """How a light is filled, from its leading edge to the end of its tail."""

    COMET = "comet"
    """Full at the head, fading along the tail."""
    SOLID = "solid"
    """Full from end to end."""
    DASHED = "dashed"
    """Light and dark in turns, light first; the dashes run with the light."""
    BLINKING = "blinking"
    """Solid, on and off."""


def is_on(instant_ns: int) -> bool:
    """Whether what blinks is on at an instant: the first half of each period.

    >>> [is_on(tenth * 100_000_000) for tenth in (0, 2, 3, 4, 5)]
    [True, True, False, False, True]
    """
    return instant_ns % _PERIOD_NS * 2 < _PERIOD_NS


def dashed(behind_m: Floats, dash_m: Floats | float) -> Floats:
    """Metres of light between the leading edge and so many metres behind it, where light and dark take turns.

    Args:
        behind_m: zero or more, any shape.
        dash_m: length of a dash, and of the dark after it.
    """
    whole = np.floor(behind_m / (2 * dash_m))
    return whole * dash_m + np.minimum(behind_m - 2 * dash_m * whole, dash_m)

"""Where lights overlap: which of them is seen."""

from enum import StrEnum

import numpy as np
import numpy.typing as npt

__all__ = ["Blend", "brighter", "cover"]

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]


class Blend(StrEnum):
    """What is seen where lights overlap."""

    BRIGHTER = "brighter"
    """The brighter one, colour by colour; priorities count for nothing."""
    COVER = "cover"
    """The one of higher priority; what it leaves of a lamp shows what is below."""


def brighter(frame: Bytes, first: int, light: Bytes) -> None:
    """From this channel on over what is there, the brighter showing; across the end of the lap in two."""
    here = frame[first : first + light.size]
    np.maximum(here, light[: here.size], out=here)
    if here.size < light.size:
        here = frame[: light.size - here.size]
        np.maximum(here, light[-here.size :], out=here)


def cover(frame: Bytes, first: int, light: Floats, through: Floats) -> None:
    """From this channel on over what is there, hiding it; across the end of the lap in two.

    Args:
        frame: written.
        first: channel.
        light: 0.5 to 255.5: the half rounds to the nearest step.
        through: how much of what is there is still seen, 0 to 1, of each channel.
    """
    here = frame[first : first + light.size]
    here[:] = here * through[: here.size] + light[: here.size]
    if here.size < light.size:
        split = here.size
        here = frame[: light.size - split]
        here[:] = here * through[split:] + light[split:]

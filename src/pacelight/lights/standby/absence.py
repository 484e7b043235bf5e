"""What becomes of lights for which nobody is left to answer: chosen by the operator beforehand."""

from enum import StrEnum

import numpy as np

from pacelight.lights.canvas.frame import Frame

__all__ = ["FADE_NS", "FULL", "Absence", "dim", "left", "share"]

GRACE_NS = 1_000_000_000
"""The lights run on for so long: an engine that is started again finds them where they should be."""

FADE_NS = 1_000_000_000

FULL = 255


class Absence(StrEnum):
    """What lamps show when the engine is gone and no other loop takes over.

    Attributes:
        HOLD: their last look, for as long as the lamps themselves keep it; a light that stands still lies.
        FADE: within a second ever less light, then none.
        DARK: none, at once.
    """

    HOLD = "hold"
    FADE = "fade"
    DARK = "dark"


def share(absence: Absence, since_ns: int) -> int | None:
    """How much of their light lamps still show, 0 to `FULL`; None when no more frame is drawn.

    Args:
        absence: as chosen.
        since_ns: whole nanoseconds since nobody is left.

    >>> [share(Absence.FADE, since * 250_000_000) for since in (0, 4, 5, 6, 7, 8)]
    [255, 255, 192, 128, 64, None]
    """
    faded_ns = since_ns - GRACE_NS
    if faded_ns < 0:
        return FULL
    if absence is not Absence.FADE or faded_ns >= FADE_NS:
        return None
    return left(faded_ns)


def left(faded_ns: int) -> int:
    """How much of their light lamps still show that have faded for so long, 0 to `FULL`.

    >>> [left(since * 250_000_000) for since in (-1, 0, 1, 2, 3, 4, 9)]
    [255, 255, 192, 128, 64, 0, 0]
    """
    return -(-FULL * max(0, FADE_NS - max(0, faded_ns)) // FADE_NS)


def dim(frame: Frame, light: int) -> None:
    """Leave so much of the light of a frame.

    Args:
        frame: written.
        light: 0 to `FULL`.
    """
    frame[:] = frame.astype(np.uint16) * light // FULL

"""How the looks of a race are drawn. Each is a function of the lamps, of itself and of the instant."""

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from pacelight.lights.look.stretch import everywhere, stretch, turns

if TYPE_CHECKING:
    from pacelight.lights.canvas.layout import Layout
    from pacelight.lights.look.model import Look

__all__ = [
    "abort",
    "ahead",
    "behind",
    "countdown",
    "false_start",
    "finish",
    "idle",
    "recall",
    "record",
    "start",
]

Floats = npt.NDArray[np.float64]

_NS = 1_000_000_000
_DASH_M = 2.0
"""Seen as dashes also where lamps are a metre or two apart."""
_OPENS = 20.0
"""Metres a second at which a start opens."""
_OPEN_M = 10.0
_SWELL_S = 2.0
"""From full to full: half a flash a second. At most 3 are harmless. Source: WCAG 2.2, 2.3.1."""
_EBB = 0.2
"""What is left of a record's light between two swells."""


def idle(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """A metre every 50 m."""
    return turns(layout, 0.0, 50.0, 1.0)


def countdown(layout: "Layout", look: "Look", since_ns: int) -> Floats:
    """Two metres of dark and two of light for each second that is left, from the start line on.

    In front of it, since behind it stand the lights.
    """
    length_m = 2 * _DASH_M * -((since_ns - look.seconds * _NS) // _NS)
    return stretch(layout, look.at_mm / 1000 + length_m, length_m, _DASH_M)


def start(layout: "Layout", look: "Look", since_ns: int) -> Floats:
    """From the start line both ways, wider and wider."""
    half = min(since_ns / _NS * _OPENS, _OPEN_M)
    return stretch(layout, look.at_mm / 1000 + half, 2 * half)


def ahead(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """The gap, in front of the timing point."""
    length_m = look.length_mm / 1000
    return stretch(layout, look.at_mm / 1000 + length_m, length_m)


def behind(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """The gap, behind the timing point, in dashes."""
    return stretch(layout, look.at_mm / 1000, look.length_mm / 1000, _DASH_M)


def false_start(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """All of it."""
    return everywhere(layout)


def recall(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """Half of it."""
    return turns(layout, 0.0, 10.0, 5.0)


def record(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """All of it, from full down and up again."""
    swell = (1 + math.cos(math.tau * (since_ns / _NS) / _SWELL_S)) / 2
    return everywhere(layout) * (_EBB + (1 - _EBB) * swell)


def finish(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """Metres up to the line."""
    return stretch(layout, look.at_mm / 1000, look.length_mm / 1000)


def abort(layout: "Layout", look: "Look", since_ns: int) -> Floats:  # noqa: ARG001 - of the promise
    """A fifth of it."""
    return turns(layout, 0.0, 10.0, 2.0)

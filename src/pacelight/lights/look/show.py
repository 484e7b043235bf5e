"""How the looks of a show are drawn. Each is a function of the lamps, of itself and of the instant."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from pacelight.lights.look.stretch import stretch, turns

if TYPE_CHECKING:
    from pacelight.lights.canvas.layout import Layout
    from pacelight.lights.look.model import Look

__all__ = ["chase", "clap", "presentation", "walk"]

Floats = npt.NDArray[np.float64]

_NS = 1_000_000_000
_MINUTE_NS = 60 * _NS
_CHASE = 10.0
"""Metres a second."""
_ROUND_S = 10.0
"""For a presentation to go round the track."""
_EVERY_M, _HALF_M = 10.0, 5.0
_BLINK_NS = _NS // 2
"""On, and off again: one flash a second. At most 3 are harmless. Source: WCAG 2.2, 2.3.1."""


def clap(layout: "Layout", look: "Look", since_ns: int) -> Floats:
    """One half of the track or the other, so that the whole of it never flashes."""
    odd = since_ns * look.per_minute // _MINUTE_NS % 2
    return np.abs(odd - turns(layout, 0.0, _EVERY_M, _HALF_M))


def chase(layout: "Layout", look: "Look", since_ns: int) -> Floats:
    """Stretches that run; each lamp is passed by one in 2 s."""
    return turns(layout, look.at_mm / 1000 + _CHASE * since_ns / _NS, 20.0, _HALF_M)


def presentation(layout: "Layout", look: "Look", since_ns: int) -> Floats:
    """From its place on, more and more, until it is all of it."""
    length_m = layout.lit_m * min(since_ns / _NS / _ROUND_S, 1.0)
    return stretch(layout, look.at_mm / 1000 + length_m, length_m)


def walk(layout: "Layout", look: "Look", since_ns: int) -> Floats:
    """Lamps from one to another, both of them; of numbers that no lamp has, none."""
    numbers = np.arange(len(layout))
    after, before = numbers >= look.first, numbers <= look.last
    lit = after & before if look.first <= look.last else after | before
    off = look.blinks and since_ns // _BLINK_NS % 2
    return np.zeros(len(layout)) if off else lit.astype(np.float64)

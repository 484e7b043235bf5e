"""Lit metres as shares of lamps: exact by area, like the lights."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from pacelight.lights.canvas.pattern import dashed

if TYPE_CHECKING:
    from pacelight.lights.canvas.layout import Layout

__all__ = ["everywhere", "stretch", "turns"]

Floats = npt.NDArray[np.float64]


def everywhere(layout: "Layout") -> Floats:
    """Every lamp in full."""
    return np.ones(len(layout))


def stretch(layout: "Layout", end_m: float, length_m: float, dash_m: float = 0.0) -> Floats:
    """The metres before a place.

    Args:
        layout: the lamps.
        end_m: metres past the finish line, any number of laps.
        length_m: at most the lap is lit.
        dash_m: of a dash and of the dark before it, the first ending at the place; 0 for none.

    Returns:
        shape ``(lamps,)``, 0 to 1.
    """
    first, lap_m = layout.edges[0], layout.lap_m
    end_m = first + (end_m - first) % lap_m
    light = np.zeros(len(layout) + 1)
    for round_m in (end_m, end_m + lap_m):  # what lies across the end of the lap, seen from a lap further on
        behind = np.clip(round_m - layout.edges, 0.0, min(length_m, lap_m))
        light += dashed(behind, dash_m) if dash_m else behind
    return (light[:-1] - light[1:]) / np.diff(layout.edges)


def turns(layout: "Layout", first_m: float, every_m: float, lit_m: float) -> Floats:
    """Stretches at even distances all along the lamps, each behind its place; as many as fit best.

    Args:
        layout: the lamps.
        first_m: a place where one of them ends.
        every_m: from one to the next, about.
        lit_m: of each, if there are `every_m` from one to the next; else in that proportion.

    Returns:
        shape ``(lamps,)``, 0 to 1.
    """
    between = layout.lit_m / max(round(layout.lit_m / every_m), 1)
    lit = between * lit_m / every_m
    behind = first_m - layout.edges
    whole = np.floor(behind / between)
    light = whole * lit + np.minimum(behind - whole * between, lit)
    return (light[:-1] - light[1:]) / np.diff(layout.edges)

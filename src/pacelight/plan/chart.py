"""A plan drawn: the speed of the light along the race, and how far it is ahead of even pace."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from pacelight.errors import DriverError, PlanError
from pacelight.plan.model import Plan

__all__ = ["draw_plan"]

_FORMATS = ("svg", "png", "pdf")
_LIGHT, _EVEN = "#1a7f37", "#8c959f"
_POINTS = 2000


def draw_plan(plan: Plan, path: Path, *, title: str) -> None:
    """Draw into a file, its kind by its ending: svg, png or pdf.

    Args:
        plan: what is run.
        path: where to.
        title: what it is, above the picture.

    Raises:
        PlanError: an ending that cannot be drawn.
        DriverError: the file cannot be written.
    """
    if path.suffix.lstrip(".").lower() not in _FORMATS:
        raise PlanError(f"cannot draw '{path.name}' (let the name end in {', '.join(_FORMATS)})")
    whole_m, whole_s = plan.distance.metres, plan.finish.ns / 1e9
    seconds = np.linspace(0.0, whole_s, _POINTS)
    metres = plan.distance_at(seconds)
    figure = Figure(figsize=(9, 6), layout="constrained")
    above, below = figure.subplots(2, 1, sharex=True)
    above.plot(metres, plan.speed_at(seconds), color=_LIGHT, linewidth=1.8)
    above.axhline(whole_m / whole_s, color=_EVEN, linewidth=1, linestyle="--")
    above.set_ylabel("speed, m/s")
    middle = whole_m / whole_s
    reach = max(0.2, 1.15 * float(np.abs(plan.speed_at(seconds) - middle).max()))
    above.set_ylim(middle - reach, middle + reach)
    above.set_title(title)
    below.plot(metres, metres * whole_s / whole_m - seconds, color=_LIGHT, linewidth=1.8)
    below.axhline(0, color=_EVEN, linewidth=1, linestyle="--")
    at = np.array([knot.metres for knot, _ in plan.knots])
    when = np.array([elapsed.ns for _, elapsed in plan.knots]) / 1e9
    below.plot(at, at * whole_s / whole_m - when, "o", color=_LIGHT, markersize=4)
    low, high = below.get_ylim()
    below.set_ylim(min(low, -0.5), max(high, 0.5))
    below.set_ylabel("ahead of even pace, s")
    below.set_xlabel("metres")
    for axes in (above, below):
        axes.grid(visible=True, alpha=0.3)
        axes.margins(x=0)
    try:
        figure.savefig(path)
    except OSError as error:
        raise DriverError(f"cannot write {path} ({error.strerror})") from error

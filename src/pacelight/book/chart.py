"""A progression drawn: a step down at each record, flat while it stood."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from pacelight.book.model import Status, Step
from pacelight.book.scopes import shown
from pacelight.errors import BookError, StoreError
from pacelight.mark import Mark
from pacelight.measure import value

__all__ = ["draw_progression"]

_FORMATS = ("svg", "png", "pdf")
_LINE, _DECIDED, _OPEN = "#1f6feb", "#1f6feb", "#ffffff"


def draw_progression(steps: Sequence[Step], path: Path, *, as_of: date) -> None:
    """Draw into a file, its kind by its ending: svg, png or pdf.

    Filled dots are ratified, hollow ones are not (or not yet).

    Args:
        steps: at least one.
        path: where to.
        as_of: the day to which the last record is drawn.

    Raises:
        BookError: an ending that cannot be drawn.
        StoreError: the file cannot be written.
    """
    if path.suffix.lstrip(".").lower() not in _FORMATS:
        raise BookError(f"cannot draw '{path.name}' (let the name end in {', '.join(_FORMATS)})")
    figure = Figure(figsize=(9, 5), layout="constrained")
    axes = figure.add_subplot()
    days = np.array([*(step.performance.day for step in steps), as_of], "datetime64[D]")
    seconds = [value(step.performance.mark) / 1000 for step in steps]
    axes.step(days, [*seconds, seconds[-1]], where="post", color=_LINE, linewidth=1.5)
    for day, second, step in zip(days, seconds, steps, strict=False):
        face = _DECIDED if step.status is Status.RATIFIED else _OPEN
        axes.plot(day, second, "o", color=_LINE, markerfacecolor=face, markersize=5)
    last = steps[-1].standing
    axes.annotate(
        f"{last.mark} {last.holders[-1].athlete}",
        (as_of, seconds[-1]),
        xytext=(0, -14),
        textcoords="offset points",
        ha="right",
    )
    title = shown(last.event.label(last.level, as_of), last.scope)
    axes.set_title(f"{last.event.name}, {last.sex}: {title} as of {as_of}")
    axes.yaxis.set_major_formatter(FuncFormatter(_clock))
    axes.grid(visible=True, alpha=0.3)
    axes.margins(y=0.12)
    try:
        figure.savefig(path)
    except OSError as error:
        raise StoreError(f"cannot write {path} ({error.strerror})") from error


def _clock(seconds: float, _: int | None) -> str:
    return str(Mark(max(1, round(seconds * 10)) * 100, 1))

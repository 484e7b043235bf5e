"""A progression drawn: a step at each record, flat while it stood."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from pacelight.book.model import ALL, Status, Step
from pacelight.book.scopes import shown
from pacelight.errors import BookError, StoreError
from pacelight.mark import Mark
from pacelight.measure import Unit, value

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
    marks = [value(step.performance.mark) for step in steps]
    axes.step(days, [*marks, marks[-1]], where="post", color=_LINE, linewidth=1.5)
    for day, mark, step in zip(days, marks, steps, strict=False):
        face = _DECIDED if step.status is Status.RATIFIED else _OPEN
        axes.plot(day, mark, "o", color=_LINE, markerfacecolor=face, markersize=5)
    last = steps[-1].standing
    axes.annotate(
        f"{last.mark} {last.holders[-1].athlete}",
        (as_of, marks[-1]),
        xytext=(0, -14),
        textcoords="offset points",
        ha="right",
    )
    group = "" if last.coverage.age == ALL else f"{last.coverage.age} "
    title = f"{group}{shown(last.event.label(last.level, as_of), last.scope)}"
    axes.set_title(f"{last.event.name}, {last.sex}: {title} as of {as_of}")
    axes.yaxis.set_major_formatter(FuncFormatter(_SCALES[last.event.unit]))
    axes.grid(visible=True, alpha=0.3)
    axes.margins(y=0.12)
    try:
        figure.savefig(path)
    except OSError as error:
        raise StoreError(f"cannot write {path} ({error.strerror})") from error


def _clock(thousandths: float, _: int | None) -> str:
    return str(Mark(max(1, round(thousandths / 100)) * 100, 1))


def _metres(mm: float, _: int | None) -> str:
    return f"{mm / 1000:.2f} m"


def _points(points: float, _: int | None) -> str:
    return f"{points:.0f}"


_SCALES: Mapping[Unit, Callable[[float, int | None], str]] = MappingProxyType(
    {Unit.TIME: _clock, Unit.LENGTH: _metres, Unit.POINTS: _points}
)

"""What the book answers, drawn: a progression as steps, an all-time list by the day of each mark."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MultipleLocator

from pacelight.book.asking.sheets import labelled
from pacelight.book.model import AllTime, Entry, Status, Step
from pacelight.book.scopes import shown
from pacelight.errors import BookError, StoreError
from pacelight.event import Event
from pacelight.mark import Mark
from pacelight.measure import Unit, score, value

__all__ = ["draw_list", "draw_progression"]

_FORMATS = ("svg", "png", "pdf")
_MARK, _BEST, _OPEN = "#0072b2", "#d55e00", "#ffffff"
"""Blue and vermilion: told apart by whoever sees colours otherwise. Source: Okabe and Ito, 2008."""

_LARGE, _SMALL, _MANY = 5, 3, 100
"""Sizes of dots in points, and how many of the larger are legible beside one another."""

_TICKS = 8
"""At most so many steps along the marks."""


def _check_drawable(path: Path) -> None:
    """Refuse a file that cannot be drawn, before anything is asked.

    Raises:
        BookError: an ending that is none of svg, png and pdf.
    """
    if path.suffix.lstrip(".").lower() not in _FORMATS:
        raise BookError(f"cannot draw '{path.name}' (let the name end in {', '.join(_FORMATS)})")


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
    _check_drawable(path)
    figure, axes = _sheet()
    days = _days([*(step.performance.day for step in steps), as_of])
    marks = [value(step.performance.mark) for step in steps]
    axes.step(days, [*marks, marks[-1]], where="post", color=_MARK, linewidth=1.5)
    ratified = np.array([step.status is Status.RATIFIED for step in steps])
    _dots(axes, days[:-1], np.array(marks), ratified, ("ratified", "not ratified"), size=_LARGE)
    last = steps[-1].standing
    axes.annotate(
        f"{last.mark} {last.holders[-1].athlete}",
        (as_of, marks[-1]),
        xytext=(0, -14),
        textcoords="offset points",
        ha="right",
    )
    title = shown(labelled(last.event.label(last.level, as_of), last.coverage.age), last.scope)
    _finish(figure, axes, last.event)
    axes.set_title(f"{last.event.name}, {last.sex}: {title} as of {as_of}")
    _save(figure, path)


def draw_list(found: AllTime, path: Path, *, as_of: date, year: int | None = None) -> None:
    """Draw an all-time list by year: a dot for each mark, a line through the best of each year.

    Filled dots have a rank; hollow ones stand beyond the mark down to which the list is complete.

    Args:
        found: the list, as many lines as are to be drawn.
        path: where to; its ending says the kind: svg, png or pdf.
        as_of: the day of the list.
        year: the calendar year, of a list of one.

    Raises:
        BookError: an ending that cannot be drawn, or a list without a line.
        StoreError: the file cannot be written.
    """
    _check_drawable(path)
    if not found.entries:
        raise BookError("a list without a line cannot be drawn (ask for another year, nation or age group)")
    figure, axes = _sheet()
    entries = sorted(found.entries, key=lambda one: (one.performance.day, one.performance.seq))
    marks = [value(one.performance.mark) for one in entries]
    best = _best_of_years(entries)
    if len(best) > 1:
        line = _days([one.performance.day for one in best])
        of_years = [value(one.performance.mark) for one in best]
        axes.plot(line, of_years, color=_BEST, linewidth=1.5, label="best of each year on this list")
    days = _days([one.performance.day for one in entries])
    known = np.array([one.rank is not None for one in entries])
    size = _SMALL if len(entries) > _MANY else _LARGE
    _dots(axes, days, np.array(marks), known, ("mark", "mark whose rank is not known"), size=size)
    _name(axes, found.entries[0], days)
    if year is not None:
        axes.set_xlim(*_days([date(year, 1, 1), date(year, 12, 31)]))
    _finish(figure, axes, found.event)
    listed = shown(labelled("all-time" if year is None else str(year), found.coverage.age), found.scope)
    every = "all performances" if found.all_performances else "best of each athlete"
    axes.set_title(f"{found.event.name}, {found.sex}: {listed} list as of {as_of}, {every}")
    _save(figure, path)


def _best_of_years(entries: Sequence[Entry]) -> list[Entry]:
    """The first of the best marks of each year, in order of time."""
    best: dict[int, Entry] = {}
    for one in entries:
        known = best.get(one.performance.day.year)
        if known is None or score(one.performance.mark) < score(known.performance.mark):
            best[one.performance.day.year] = one
    return list(best.values())


def _name(axes: Axes, first: Entry, days: np.ndarray) -> None:
    """Write who leads the list beside the dot, on the side where there is room."""
    one = first.performance
    day = np.datetime64(one.day)
    right = bool(day - days[0] > (days[-1] - days[0]) / 2)
    below = score(one.mark) > 0
    axes.annotate(
        f"{one.mark} {one.athlete}",
        (one.day, value(one.mark)),
        xytext=(-4 if right else 4, -14 if below else 8),
        textcoords="offset points",
        ha="right" if right else "left",
    )


def _sheet() -> tuple[Figure, Axes]:
    figure = Figure(figsize=(9, 5), layout="constrained")
    return figure, figure.add_subplot()


def _days(days: Sequence[date]) -> np.ndarray:
    """Shape ``(days,)``, as datetime64 of whole days."""
    return np.array(days, "datetime64[D]")


def _dots(
    axes: Axes, days: np.ndarray, marks: np.ndarray, filled: np.ndarray, words: tuple[str, str], *, size: int
) -> None:
    """Filled and hollow dots; the latter's ring tells them from the former without colour."""
    for chosen, face, word in ((filled, _MARK, words[0]), (~filled, _OPEN, words[1])):
        if chosen.any():
            axes.plot(
                days[chosen],
                marks[chosen],
                "o",
                color=_MARK,
                markerfacecolor=face,
                markersize=size,
                label=word,
            )


def _finish(figure: Figure, axes: Axes, event: Event) -> None:
    """Scale, grid, and what dots and lines mean."""
    axes.margins(y=0.12)
    low, high = axes.get_ylim()  # of a single mark a part of it on either side
    step = _step(event.unit, high - low)
    axes.yaxis.set_major_locator(MultipleLocator(step))
    axes.yaxis.set_major_formatter(FuncFormatter(_SCALES[event.unit](step)))
    axes.grid(visible=True, alpha=0.3)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.legend(loc="outside lower center", ncols=3, frameon=False)


def _save(figure: Figure, path: Path) -> None:
    try:
        figure.savefig(path)
    except OSError as error:
        raise StoreError(f"cannot write {path} ({error.strerror})") from error


def _step(of: Unit, spread: float) -> int:
    """A round distance between two marks of the scale."""
    steps = _STEPS[of]
    return next((step for step in steps if step * _TICKS >= spread), steps[-1])


def _clock(step: int) -> Callable[[float, int | None], str]:
    """Times to as many decimals as the step between them has."""
    decimals = 0 if step % 1000 == 0 else 1 if step % 100 == 0 else 2

    def told(thousandths: float, _: int | None) -> str:
        mark = Mark(max(step, round(thousandths / step) * step), decimals)
        return str(mark)

    return told


def _metres(step: int) -> Callable[[float, int | None], str]:
    decimals = 0 if step % 1000 == 0 else 2
    return lambda mm, _: f"{mm / 1000:.{decimals}f} m"


def _points(_: int) -> Callable[[float, int | None], str]:
    return lambda points, _: f"{points:.0f}"


_TENS = tuple(figure * 10**power for power in range(7) for figure in (1, 2, 5))
_CLOCK = tuple(s * 1000 for s in (10, 15, 30, 60, 120, 300, 600, 1800, 3600))
_STEPS: Mapping[Unit, tuple[int, ...]] = MappingProxyType(
    {Unit.TIME: (*_TENS[3:12], *_CLOCK), Unit.LENGTH: _TENS[3:], Unit.POINTS: _TENS}
)
"""Of times round parts of a second, a minute, an hour; of the others round figures from a centimetre on."""

_SCALES: Mapping[Unit, Callable[[int], Callable[[float, int | None], str]]] = MappingProxyType(
    {Unit.TIME: _clock, Unit.LENGTH: _metres, Unit.POINTS: _points}
)

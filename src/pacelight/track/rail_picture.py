"""Controllers and segments in a drawing: each controller in its colour, each segment with its numbers."""

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes

from pacelight.track.labels import Labels
from pacelight.track.survey import Survey
from pacelight.track.survey.patch import Placed
from pacelight.track.survey.segment import Gap

__all__ = ["draw_rail"]

_CONTROLLERS = ("#d55e00", "#009e73", "#cc79a7", "#0072b2", "#e69f00", "#56b4e9", "#5d4037")
"""Told apart with any colour sight, and by their names. Source: Okabe and Ito, Color Universal Design."""

_DEAD, _GAP = "#000000", "#d1242f"
_BESIDE, _END, _WORDS = 0.006, 0.012, 0.052
"""How far inside the kerb lamps lie side by side, segments end, words stand; shares of the track's length."""

_STEP_M = 0.25

Floats = npt.NDArray[np.float64]


def draw_rail(
    axes: Axes, survey: Survey, labels: Labels, *, size: float, length_m: float | None = None
) -> None:
    """Draw the lamps by their controllers.

    Args:
        axes: of the whole track, or of a part seen close.
        survey: with segments.
        labels: what is written into it.
        size: of a lamp.
        length_m: of the drawing, for ends and words; none are drawn if not given.
    """
    colours = {one.name: _CONTROLLERS[nth % len(_CONTROLLERS)] for nth, one in enumerate(survey.controllers)}
    for name, colour in colours.items():
        hung = [survey.metres[one.lamps] for one in survey.placed if one.controller == name]
        x, y = survey.track.point(np.concatenate([np.empty(0), *hung]), 0.0).T
        axes.scatter(x, y, s=size, color=colour, zorder=3, label=labels.controller.format(name=name))
    _dead(axes, survey, labels, size)
    for one in survey.placed:
        for gap in one.segment.gaps:
            _gap(axes, survey, one, gap, labels)
        if length_m is not None:
            _ends(axes, survey, one, labels, colour=colours[one.controller], length_m=length_m)


def _dead(axes: Axes, survey: Survey, labels: Labels, size: float) -> None:
    if survey.dead.any():
        x, y = survey.track.point(survey.metres[survey.dead], 0.0).T
        axes.scatter(
            x, y, s=max(3 * size, 14.0), color=_DEAD, marker="x", linewidth=0.8, zorder=4, label=labels.dead
        )


def _gap(axes: Axes, survey: Survey, one: Placed, gap: Gap, labels: Labels) -> None:
    """Kerb on which no lamps hang, from the lamp before it on."""
    track = survey.track
    after = gap.after + one.segment.against  # the lamp that a runner passes before the gap
    if after in one.segment.numbers:
        begin = float(track.kerb_at(survey.metres[one.lamps[after - one.segment.first]]))
    else:
        after += -1 if one.segment.against else 1
        begin = float(track.kerb_at(survey.metres[one.lamps[after - one.segment.first]])) - gap.metres
    kerb = np.linspace(begin, begin + gap.metres, 2 + round(gap.metres / _STEP_M))
    known = axes.get_legend_handles_labels()[1]
    axes.plot(
        *track.point(track.measured_at(kerb), 0.0).T,
        color=_GAP,
        linewidth=3.0,
        alpha=0.5,
        label=None if labels.gap in known else labels.gap,
    )


def _ends(axes: Axes, survey: Survey, one: Placed, labels: Labels, *, colour: str, length_m: float) -> None:
    """A short line at each end of a segment, and its name and numbers in its middle."""
    for lamp in one.lamps[[0, -1]]:
        ends = [survey.track.point(survey.metres[[lamp]], -out * length_m)[0] for out in (_BESIDE, _END)]
        axes.plot(*np.stack(ends).T, color=colour, linewidth=1.2)
    middle = survey.metres[one.lamps[[len(one.lamps) // 2]]]
    x, y = survey.track.point(middle, -_WORDS * length_m)[0]
    segment = one.segment
    told = labels.lone if segment.count == 1 else labels.segment
    words = told.format(name=one.controller, number=one.nth + 1, first=segment.first, last=segment.last)
    words += f"\n{labels.against}" if segment.against else ""
    axes.text(x, y, words, ha="center", va="center", fontsize=7, color=colour)

"""A track drawn to scale: kerb, measured line, tangents, start points, lamps, and the finish seen close."""

import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pacelight.errors import Failure, SurveyError
from pacelight.track.survey import Survey
from pacelight.track.tracks import Track

__all__ = ["draw_track"]

_FORMATS = ("svg", "png", "pdf")
_KERB, _LINE, _LAMP, _MARK = "#24292f", "#1f6feb", "#12a150", "#24292f"
_FINISH, _WAY = "#d1242f", "#8250df"
_STEP_M = 0.25
"""Metres between the points of a curve: a chord leaves a bend of 17 m by half a millimetre."""

_MARGIN, _TICK = 0.06, 0.02
"""Room round the track and length of a mark, as shares of the track's length."""

_CLOSE_M, _CLOSE_OUT_M = 5.0, 1.22
"""Metres seen close at the finish, and how far the line is drawn across there: the first lane."""

_SLANT = 0.5
"""A mark that leans less than this share to a side has its words in the middle."""

_LABEL_COLUMNS = 20

Floats = npt.NDArray[np.float64]


def draw_track(
    track: Track,
    path: Path,
    *,
    starts: Mapping[str, float],
    on_the_way: Mapping[str, float] | None = None,
    survey: Survey | None = None,
) -> None:
    """Draw into a file, its kind by its ending: svg, png or pdf.

    Args:
        track: the track.
        path: where to.
        starts: where races start, by their name: metres past the finish line.
        on_the_way: points to be timed on the way, the same.
        survey: the lamps; none are drawn if not given.

    Raises:
        SurveyError: an ending that cannot be drawn.
        Failure: the file cannot be written.
    """
    kind = path.suffix.lstrip(".").lower()
    if kind not in _FORMATS:
        raise SurveyError(f"cannot draw '{path.name}' (let the name end in {', '.join(_FORMATS)})")
    # Text stays text, and the same track gives the same bytes.
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "pacelight"}):
        figure = _figure(track, starts, on_the_way or {}, survey)
        try:
            figure.savefig(path, metadata={"Date": None} if kind == "svg" else None)
        except OSError as error:
            raise Failure(f"cannot write {path} ({error.strerror})") from error


def _figure(
    track: Track, starts: Mapping[str, float], on_the_way: Mapping[str, float], survey: Survey | None
) -> Figure:
    figure = Figure(figsize=(11, 6.2))
    figure.set_layout_engine("constrained", h_pad=0.1)
    axes = figure.add_subplot()
    _curves(axes, track)
    _lamps(axes, track, survey)
    for metre in track.tangents:
        _mark(axes, track, metre, f"tangent\n{metre:.2f} m", _MARK, side=-1)
    for metre, names in _together(on_the_way).items():
        _mark(axes, track, metre, _wrapped(names), _WAY, side=-1)
    for metre, names in _together(starts).items():
        _mark(axes, track, metre, _wrapped(names), _MARK, side=1)
    _finish(axes, track)
    _frame(axes, track)
    _closely(axes, track, survey)
    figure.legend(loc="outside lower center", ncols=6, frameon=False, fontsize=8)
    lamps = "" if survey is None else f", {len(survey)} lamps"
    axes.set_title(
        f"{track.name}: lap {track.lap}, kerb {float(track.kerb_at(track.lap.metres)):.2f} m{lamps}"
    )
    return figure


def _curves(axes: Axes, track: Track, *, width: float = 1.0) -> None:
    s = np.linspace(0.0, track.lap.metres, round(track.lap.metres / _STEP_M) + 1)
    axes.plot(*track.point(s, 0.0).T, color=_KERB, linewidth=1.2 * width, label="kerb")
    axes.plot(*track.point(s).T, color=_LINE, linewidth=0.8 * width, linestyle="--", label="measured line")


def _lamps(axes: Axes, track: Track, survey: Survey | None, *, size: float | None = None) -> None:
    if survey is None:
        return
    size = float(np.clip(2000 / len(survey), 0.3, 8.0)) if size is None else size
    x, y = track.point(survey.metres, 0.0).T
    axes.scatter(x, y, s=size, color=_LAMP, zorder=3, label="lamp")


def _mark(axes: Axes, track: Track, metre: float, text: str, colour: str, *, side: int) -> None:
    """A line out from the kerb (side 1) or in (-1), and words at its end, turned away from the kerb."""
    length = _TICK * _length(track)
    foot, end, words = (track.point([metre], side * length * share)[0] for share in (0.0, 1.0, 1.2))
    axes.plot(*np.stack([foot, end]).T, color=colour, linewidth=1.0)
    x, y = (end - foot) / length
    across = "center" if abs(x) < _SLANT else "left" if x > 0 else "right"
    if side > 0 and not metre:  # miles start just before the finish: its many words go the other way
        across = "left"
    along = "center" if abs(y) < _SLANT else "bottom" if y > 0 else "top"
    axes.text(words[0], words[1], text, ha=across, va=along, fontsize=8, color=colour)


def _finish(axes: Axes, track: Track, *, out_m: float | None = None) -> None:
    out_m = _TICK * _length(track) if out_m is None else out_m
    ends = np.concatenate([track.point([0.0], out) for out in (0.0, out_m)])
    axes.plot(*ends.T, color=_FINISH, linewidth=2.5, label="finish line")


def _length(track: Track) -> float:
    """Metres from end to end of the infield."""
    return track.oval.length


def _closely(axes: Axes, track: Track, survey: Survey | None) -> None:
    """The finish line and a few metres round it, in the middle of the infield, where there is room."""
    x, y = track.point([0.0], 0.0)[0]
    width, height = _CLOSE_M, _CLOSE_M / 3
    inset = axes.inset_axes(
        (0.28, 0.40, 0.44, 0.24),
        xlim=(x - width / 2, x + width / 2),
        ylim=(y - height / 2, y + height / 2),
        xticks=[],
        yticks=[],
    )
    inset.set_aspect("equal")
    _curves(inset, track, width=1.5)
    _lamps(inset, track, survey, size=30.0)
    _finish(inset, track, out_m=_CLOSE_OUT_M)
    if survey is not None:
        for lamp in _near(survey, _CLOSE_M / 2):
            at = track.point(survey.metres[[lamp]], -0.12)[0]
            inset.annotate(str(lamp), at, ha="center", va="center", fontsize=7, color=_LAMP, clip_on=True)
    axes.indicate_inset_zoom(inset, edgecolor=_MARK, alpha=0.4)
    inset.set_title("the finish line, seen close", fontsize=8)


def _near(survey: Survey, metres: float) -> list[int]:
    """Some lamps within so many metres of the finish: no more than can be told apart."""
    lap = survey.track.lap.metres
    near = np.flatnonzero(np.minimum(survey.metres, lap - survey.metres) < metres)
    return [int(lamp) for lamp in near[:: 1 + len(near) // 12]]


def _frame(axes: Axes, track: Track) -> None:
    """The whole track and its labels, to scale, without axes."""
    outline = track.outline(400)[:, 1:]
    low, high = outline.min(axis=0), outline.max(axis=0)
    room = _MARGIN * (high[0] - low[0])
    axes.set_xlim(low[0] - 2 * room, high[0] + 2 * room)
    axes.set_ylim(low[1] - 2 * room, high[1] + room)
    axes.set_aspect("equal")
    axes.set_axis_off()


def _together(places: Mapping[str, float]) -> dict[float, list[str]]:
    """The names at each place: what starts at one line is said once."""
    found: dict[float, list[str]] = {}
    for name, metre in places.items():
        found.setdefault(round(metre, 3), []).append(name)
    return found


def _wrapped(names: Iterable[str]) -> str:
    return textwrap.fill(", ".join(name.replace(" ", "\N{NO-BREAK SPACE}") for name in names), _LABEL_COLUMNS)

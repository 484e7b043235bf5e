"""A track drawn to scale: kerb, measured line, tangents, start points, lamps, and the finish seen close."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pacelight.errors import Failure, SurveyError
from pacelight.track.labels import ENGLISH, Labels
from pacelight.track.lanes import LaneStart, Manner
from pacelight.track.rail_picture import draw_rail
from pacelight.track.shapes import Circuit
from pacelight.track.steeple import Steeplechase
from pacelight.track.survey import Survey
from pacelight.track.tracks import Track

__all__ = ["draw_track"]

_FORMATS = ("svg", "png", "pdf")
_KERB, _LINE, _LAMP, _MARK = "#24292f", "#1f6feb", "#12a150", "#24292f"
_FINISH, _WAY = "#d1242f", "#8250df"
_GROUP = {Manner.GROUP: "#bf8700"}
_STEP_M = 0.25
"""Metres between the points of a curve: a chord leaves a bend of 17 m by half a millimetre."""

_MARGIN, _TICK = 0.06, 0.02
"""Room round the track and length of a mark, as shares of the track's length."""

_FLATTEST = 0.25
"""A track is given at least this share of its length in height, so that words beside a straight have room."""

_CLOSE_UP = (0.28, 0.40, 0.44, 0.24), (0.28, 0.02, 0.44, 0.20)
"""Where the finish is seen close: in the middle of the infield, or below a track without one."""

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
    lanes: Sequence[LaneStart] | None = None,
    water: Steeplechase | None = None,
    survey: Survey | None = None,
    labels: Labels = ENGLISH,
) -> None:
    """Draw into a file, its kind by its ending: svg, png or pdf.

    Args:
        track: the track.
        path: where to.
        starts: where races start, by their name: metres past the finish line.
        on_the_way: points to be timed on the way, the same.
        lanes: where lanes start; none are drawn if not given.
        water: the way through the water jump; where it leaves and joins the lap is marked.
        survey: the lamps; none are drawn if not given.
        labels: what is written into it.

    Raises:
        SurveyError: an ending that cannot be drawn.
        Failure: the file cannot be written.
    """
    kind = path.suffix.lstrip(".").lower()
    if kind not in _FORMATS:
        raise SurveyError(f"cannot draw '{path.name}' (let the name end in {', '.join(_FORMATS)})")
    # Text stays text, and the same track gives the same bytes.
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "pacelight"}):
        figure = _figure(
            track, starts, {**(on_the_way or {}), **_ends(water)}, lanes or (), survey, labels=labels
        )
        try:
            figure.savefig(path, metadata={"Date": None} if kind == "svg" else None)
        except OSError as error:
            raise Failure(f"cannot write {path} ({error.strerror})") from error


def _figure(
    track: Track,
    starts: Mapping[str, float],
    on_the_way: Mapping[str, float],
    lanes: Sequence[LaneStart],
    survey: Survey | None,
    *,
    labels: Labels,
) -> Figure:
    figure = Figure(figsize=(11, 6.2))
    figure.set_layout_engine("constrained", h_pad=0.1)
    axes = figure.add_subplot()
    _curves(axes, track, labels)
    _lamps(axes, track, survey, labels)
    for metre in track.tangents:
        _mark(axes, track, metre, labels.tangent.format(metre=labels.metres(metre)), _MARK, side=-1)
    for metre, names in _together(on_the_way).items():
        _mark(axes, track, metre, _wrapped(names), _WAY, side=-1)
    for metre, names in _together(starts).items():
        _mark(axes, track, metre, _wrapped(names), _MARK, side=1)
    _finish(axes, track, labels)
    _lanes(axes, track, lanes)
    _frame(axes, track)
    _closely(axes, track, survey, labels)
    figure.legend(loc="outside lower center", ncols=6, frameon=False, fontsize=8)
    lamps = "" if survey is None else labels.lamps.format(count=len(survey))
    told = {
        "lap": str(track.lap).removesuffix(" m").replace(".", labels.sign),
        "kerb": labels.metres(track.kerb_m),
    }
    title = labels.open_title if track.is_open else labels.title
    axes.set_title(title.format(name=track.name, **told) + lamps)
    return figure


def _curves(axes: Axes, track: Track, labels: Labels, *, width: float = 1.0) -> None:
    s = np.linspace(track.begins_m, track.ends_m, round(track.lap.metres / _STEP_M) + 1)
    axes.plot(*track.point(s, 0.0).T, color=_KERB, linewidth=1.2 * width, label=labels.kerb)
    axes.plot(*track.point(s).T, color=_LINE, linewidth=0.8 * width, linestyle="--", label=labels.line)


def _lamps(
    axes: Axes, track: Track, survey: Survey | None, labels: Labels, *, size: float | None = None
) -> None:
    if survey is None:
        return
    length_m = _length(track) if size is None else None
    size = float(np.clip(2000 / len(survey), 0.3, 8.0)) if size is None else size
    if survey.placed:
        draw_rail(axes, survey, labels, size=size, length_m=length_m)
        return
    x, y = track.point(survey.metres, 0.0).T
    axes.scatter(x, y, s=size, color=_LAMP, zorder=3, label=labels.lamp)


def _mark(axes: Axes, track: Track, metre: float, text: str, colour: str, *, side: int) -> None:
    """A line out from the kerb (side 1) or in (-1), and words at its end, turned away from the kerb."""
    length = _TICK * _length(track)
    foot, end, words = (track.point([metre], side * length * share)[0] for share in (0.0, 1.0, 1.2))
    axes.plot(*np.stack([foot, end]).T, color=colour, linewidth=1.0)
    x, y = (end - foot) / length
    across = "center" if abs(x) < _SLANT else "left" if x > 0 else "right"
    if side > 0 and not metre and not track.is_open:  # miles start just before: many words go the other way
        across = "left"
    along = "center" if abs(y) < _SLANT else "bottom" if y > 0 else "top"
    axes.text(words[0], words[1], text, ha=across, va=along, fontsize=8, color=colour)


def _lanes(axes: Axes, track: Track, lanes: Sequence[LaneStart]) -> None:
    """The measured line of each lane, thin, and on it where the lane starts."""
    if not isinstance(track.shape, Circuit):
        return
    s = np.linspace(track.begins_m, track.ends_m, round(track.lap.metres / _STEP_M) + 1)
    for lane in {start.lane for start in lanes} - {1}:
        axes.plot(*track.point(s, track.shape.line_out(lane)).T, color=_KERB, linewidth=0.3, alpha=0.4)
    for manner, colour in {start.manner: _GROUP.get(start.manner, _FINISH) for start in lanes}.items():
        at = [
            track.point([start.at_m], track.shape.line_out(start.lane))[0]
            for start in lanes
            if start.manner == manner
        ]
        axes.plot(*np.array(at).T, color=colour, marker=".", markersize=4, linewidth=0.8, label=manner)


def _ends(water: Steeplechase | None) -> dict[str, float]:
    """Where the way through the water jump leaves the lap and joins it."""
    if water is None:
        return {}
    return {
        f"to water {water.leaves_m:.2f} m": water.leaves_m,
        f"from water {water.joins_m:.2f} m": water.joins_m % water.track.lap.metres,
    }


def _finish(axes: Axes, track: Track, labels: Labels, *, out_m: float | None = None) -> None:
    out_m = _TICK * _length(track) if out_m is None else out_m
    ends = np.concatenate([track.point([0.0], out) for out in (0.0, out_m)])
    axes.plot(*ends.T, color=_FINISH, linewidth=2.5, label=labels.finish)


def _length(track: Track) -> float:
    """Metres from one end of the drawing to the other, the track's own."""
    return float(np.ptp(track.outline(400)[:, 1:], axis=0).max())


def _closely(axes: Axes, track: Track, survey: Survey | None, labels: Labels) -> None:
    """The finish line and a few metres round it, where there is room."""
    x, y = track.point([0.0], 0.0)[0]
    width, height = _CLOSE_M, _CLOSE_M / 3
    inset = axes.inset_axes(
        _CLOSE_UP[track.is_open],
        xlim=(x - width / 2, x + width / 2),
        ylim=(y - height / 2, y + height / 2),
        xticks=[],
        yticks=[],
    )
    inset.set_aspect("equal")
    _curves(inset, track, labels, width=1.5)
    _lamps(inset, track, survey, labels, size=30.0)
    _finish(inset, track, labels, out_m=_CLOSE_OUT_M)
    if survey is not None:
        for lamp in _near(survey, _CLOSE_M / 2):
            at = track.point(survey.metres[[lamp]], -0.12)[0]
            hung = survey.hung(lamp)
            number = str(lamp if hung is None else hung.number)
            inset.annotate(number, at, ha="center", va="center", fontsize=7, color=_LAMP, clip_on=True)
    axes.indicate_inset_zoom(inset, edgecolor=_MARK, alpha=0.4)
    inset.set_title(labels.close, fontsize=8)


def _near(survey: Survey, metres: float) -> list[int]:
    """Some lamps within so many metres of the finish: no more than can be told apart."""
    off = np.abs(survey.metres)
    if not survey.track.is_open:
        off = np.minimum(off, survey.track.lap.metres - off)
    near = np.flatnonzero(off < metres)
    return [int(lamp) for lamp in near[:: 1 + len(near) // 12]]


def _frame(axes: Axes, track: Track) -> None:
    """The whole track and its labels, to scale, without axes."""
    outline = track.outline(400)[:, 1:]
    low, high = outline.min(axis=0), outline.max(axis=0)
    room = _MARGIN * float((high - low).max())
    missing = _FLATTEST * _length(track) - (high[1] - low[1])
    if track.is_open:  # below it the finish is seen close
        low[1] -= max(missing, 0.0) + _FLATTEST * (high[1] - low[1])
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

"""The frame: how every lamp shines at an instant. It depends on nothing but its arguments.

A lamp shines as much as the waves cover of its cell: exactly, by area, so that a light glides
from lamp to lamp and its total is the same wherever it is.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from pacelight.errors import PlanError

if TYPE_CHECKING:  # the process of the loop is given its canvas ready-made and loads no plan
    from collections.abc import Sequence

    from pacelight.lights.layout import Layout
    from pacelight.lights.wave import Wave

__all__ = ["Canvas", "Frame", "coverage", "render"]

Floats: TypeAlias = npt.NDArray[np.float64]
Frame: TypeAlias = npt.NDArray[np.uint8]
"""Shape ``(3 * lamps,)``, 0 to 255: red, green, blue of each lamp, linear in light."""

_NS = 1e9


def render(waves: "Sequence[Wave]", layout: "Layout", start_m: float, elapsed_ns: int | None) -> Frame:
    """How every lamp shines at an instant. Where waves overlap, the brighter one shows, colour by colour.

    Args:
        waves: the lights.
        layout: the lamps.
        start_m: metres past the finish line at which the race starts.
        elapsed_ns: whole nanoseconds since the gun; before it, and without one, the lights stand at the
            start. After its finish a light is out: one that stands still paces nobody.

    Raises:
        PlanError: a light is longer than the lap.
    """
    return Canvas(waves, layout, start_m).paint(elapsed_ns)


def coverage(wave: "Wave", layout: "Layout", start_m: float, elapsed_ns: int | None) -> Floats:
    """How much of each lamp's cell a wave covers, 0 to 1, before anything is rounded.

    Arguments are those of `render`, of one wave.

    Returns:
        shape ``(lamps,)``.

    Raises:
        PlanError: the light is longer than the lap.
    """
    canvas = Canvas([wave], layout, start_m)
    shares = np.zeros(len(layout))
    place = canvas.place(0, elapsed_ns)
    if place is not None:
        (first,), (covered,) = canvas.covered([place])
        shares[np.arange(first, first + len(covered)) % len(layout)] += covered
    return shares


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A wave as the canvas needs it: plain numbers.

    Attributes:
        start_s, rows: the pieces of its plan: when each begins; metre and speed there, and the acceleration.
        duty: shape ``(3,)``, 0 to 255.
        fade: by which the square of a length of tail is multiplied for what it lacks to a full light.
    """

    start_s: list[float]
    rows: list[tuple[float, float, float]]
    finish_ns: int
    finish_m: float
    duty: Floats
    head_m: float
    length_m: float
    fade: float

    def run_m(self, elapsed_ns: int) -> float | None:
        """Metres run; None once the light is through.

        The same numbers in the same order as `Plan.distance_at`, so the same result to the last bit.
        """
        if elapsed_ns >= self.finish_ns:
            return self.finish_m if elapsed_ns == self.finish_ns else None
        seconds = max(elapsed_ns / _NS, 0.0)
        piece = max(bisect_right(self.start_s, seconds) - 1, 0)
        metre, speed, slope = self.rows[piece]
        since = seconds - self.start_s[piece]
        return metre + since * (speed + slope * since / 2)


class Canvas:
    """Paints frame after frame of the same lights: what does not change is worked out once.

    It remembers nothing of a frame: each is painted from nothing, in any order.

    Attributes:
        lamps, channels: of a frame; three channels a lamp.

    Args:
        waves, layout, start_m: see `render`.

    Raises:
        PlanError: a light is longer than the lap.
    """

    def __init__(self, waves: "Sequence[Wave]", layout: "Layout", start_m: float) -> None:
        for wave in waves:
            if wave.length_m > layout.lap_m:
                raise PlanError(
                    f"light '{wave.name}' is {wave.length_m:g} m long with its tail, "
                    f"longer than the lap of {layout.lap_m:g} m"
                )
        self._strokes = tuple(_stroke(wave) for wave in waves)
        self._start_m, self._lap_m = start_m, layout.lap_m
        self.lamps, self.channels = len(layout), 3 * len(layout)
        # Two laps of edges: wherever a light is, its lamps are one run of them. All lights are worked out at
        # once, each on as many cells as the longest may touch; behind the last edge there is room for those.
        edges = np.concatenate([layout.edges[:-1] - layout.lap_m, layout.edges])
        self._places: list[float] = edges.tolist()
        self._cells = _most(edges, max((stroke.length_m for stroke in self._strokes), default=0.0))
        self._edges = np.pad(edges, (0, self._cells), mode="edge")
        self._per_m = np.pad(np.tile(1 / np.diff(layout.edges), 2), (0, self._cells + 1))
        self._head_m, self._length_m, self._fade = (
            np.array([[getattr(stroke, name)] for stroke in self._strokes])
            for name in ("head_m", "length_m", "fade")
        )
        shown = min(self._cells, self.lamps)
        self._duty = np.array([np.tile(stroke.duty, shown) for stroke in self._strokes])

    def paint(self, elapsed_ns: int | None) -> Frame:
        """The frame of an instant; see `render`."""
        frame = np.zeros(self.channels, np.uint8)
        self.paint_on(frame, elapsed_ns)
        return frame

    def paint_on(self, frame: Frame, elapsed_ns: int | None) -> None:
        """The frame of an instant, in place of whatever is there; see `render`.

        Args:
            frame: shape ``(channels,)``, written.
            elapsed_ns: see `render`.
        """
        frame.fill(0)
        places = [self.place(number, elapsed_ns) for number in range(len(self._strokes))]
        if all(place is None for place in places):
            return
        firsts, shares = self.covered([place or 0.0 for place in places])
        light = np.repeat(shares, 3, axis=1)
        light *= self._duty
        light += 0.5  # rounded to the nearest step by the cut below
        for place, first, row in zip(places, firsts, light.astype(np.uint8), strict=True):
            if place is not None:
                self._lay(frame, 3 * first, row)

    def place(self, number: int, elapsed_ns: int | None) -> float | None:
        """Metres past the finish line of a light's leading edge, any number of laps; None when it is out."""
        run_m = self._strokes[number].run_m(elapsed_ns or 0)
        return None if run_m is None else self._start_m + run_m

    def covered(self, places_m: "Sequence[float]") -> tuple[list[int], Floats]:
        """How much of each cell each light covers that leads to these metres: of cells it may touch.

        Returns:
            of each light the first lamp, and shares of 0 to 1, shape ``(lights, cells)``: of it and
            those after it, round the lap.
        """
        begin = self._places[self.lamps]
        leads = [begin + (place_m - begin) % self._lap_m for place_m in places_m]
        firsts = [
            max(bisect_right(self._places, lead - stroke.length_m) - 1, 0)
            for lead, stroke in zip(leads, self._strokes, strict=True)
        ]
        cells = self._cells
        behind = np.array(leads).reshape(-1, 1) - np.array([self._edges[n : n + cells + 1] for n in firsts])
        np.maximum(behind, 0.0, out=behind)
        np.minimum(behind, self._length_m, out=behind)
        faded = behind - self._head_m
        np.maximum(faded, 0.0, out=faded)
        faded *= faded
        faded *= self._fade
        behind -= faded  # now the light between the leading edge and each cell's edge, in metres
        shares = behind[:, :-1] - behind[:, 1:]
        shares *= np.array([self._per_m[n : n + cells] for n in firsts])
        if cells > self.lamps:  # the end of a tail may be in the cell of the leading edge
            shares[:, 0] += shares[:, self.lamps]
            shares = shares[:, : self.lamps]
        return [first % self.lamps for first in firsts], shares

    def _lay(self, frame: Frame, first: int, light: Frame) -> None:
        """From this channel on over what is there, the brighter showing; across the end of the lap in two."""
        here = frame[first : first + light.size]
        np.maximum(here, light[: here.size], out=here)
        if here.size < light.size:
            here = frame[: light.size - here.size]
            np.maximum(here, light[-here.size :], out=here)


def _most(edges: Floats, length_m: float) -> int:
    """Cells that a light of this length touches, at most, wherever it is."""
    lamps = len(edges) // 2
    ends = np.searchsorted(edges, edges[: lamps + 1] + length_m)
    return min(int((ends - np.arange(lamps + 1)).max()) + 1, lamps + 1)


def _stroke(wave: "Wave") -> _Stroke:
    pieces = wave.plan.pieces
    return _Stroke(
        start_s=pieces[:, 0].tolist(),
        rows=[(metre, speed, slope) for _, metre, speed, slope in pieces.tolist()],
        finish_ns=wave.plan.finish.ns,
        finish_m=wave.plan.distance.metres,
        duty=np.array(wave.duty) * 255,
        head_m=wave.head_m,
        length_m=wave.length_m,
        fade=0.5 / wave.tail_m if wave.tail_m else 0.0,
    )

"""The frame: how every lamp shines at an instant. It depends on nothing but its arguments.

A lamp shines as much as the waves cover of its cell: exactly, by area, so that a light glides
from lamp to lamp and its total is the same wherever it is.
"""

from bisect import bisect_right
from math import isinf
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from pacelight.errors import PlanError
from pacelight.lights.canvas.blend import Blend, brighter, cover
from pacelight.lights.canvas.levels import FULL, Levels
from pacelight.lights.canvas.pattern import dashed, is_on
from pacelight.lights.canvas.stroke import Stroke, stroke
from pacelight.lights.canvas.way import Way

if TYPE_CHECKING:  # the process of the loop is given its canvas ready-made and loads no plan
    from collections.abc import Sequence

    from pacelight.lights.canvas.layout import Layout
    from pacelight.lights.canvas.wave import Wave

__all__ = ["Canvas", "Frame", "coverage", "render"]

Floats: TypeAlias = npt.NDArray[np.float64]
Frame: TypeAlias = npt.NDArray[np.uint8]
"""Shape ``(3 * lamps,)``, 0 to 255: red, green, blue of each lamp, linear in light."""


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


def coverage(
    wave: "Wave", layout: "Layout", start_m: float, elapsed_ns: int | None, *, way: Way | None = None
) -> Floats:
    """How much of each lamp's cell a wave covers, 0 to 1, before anything is rounded; what blinks is on.

    Arguments are those of `render`, of one wave, and of `Canvas`.

    Returns:
        shape ``(lamps,)``.

    Raises:
        PlanError: the light is longer than the lap.
    """
    canvas = Canvas([wave], layout, start_m, way=way)
    shares = np.zeros(len(layout))
    place = canvas.place(0, elapsed_ns)
    if place is not None:
        (first,), (covered,) = canvas.covered([place])
        shares[np.arange(first, first + len(covered)) % len(layout)] += covered
    return shares


class Canvas:
    """Paints frame after frame of the same lights: what does not change is worked out once.

    It remembers nothing of a frame: each is painted from nothing, in any order.

    Attributes:
        lamps, channels: of a frame; three channels a lamp.
        layout: the lamps.
        levels: what becomes of a frame at last.

    Args:
        waves, layout, start_m: see `render`.
        way: where a race leaves the lap for a while, as `Steeplechase.way` says it; None where it does not.
        blend: what is seen where lights overlap. Of the same priority, the light named first covers.
        levels: brightness, gamma and current.

    Raises:
        PlanError: a light is longer than the lap.
        OutputError: the current is too little for so many lamps.
    """

    def __init__(
        self,
        waves: "Sequence[Wave]",
        layout: "Layout",
        start_m: float,
        blend: Blend = Blend.BRIGHTER,
        levels: Levels = FULL,
        *,
        way: Way | None = None,
    ) -> None:
        for wave in waves:
            if wave.length_m > layout.lap_m:
                raise PlanError(
                    f"light '{wave.name}' is {wave.length_m:g} m long with its tail, "
                    f"longer than the lap of {layout.lap_m:g} m"
                )
        levels.check(3 * len(layout))
        self.layout, self.levels = layout, levels
        self._strokes = tuple(stroke(wave) for wave in waves)
        self._upwards = _upwards(self._strokes) if blend is Blend.COVER else None
        self._blinking = [number for number, made in enumerate(self._strokes) if made.blinks]
        self._dashed = [number for number, made in enumerate(self._strokes) if made.dash_m]
        self._dash_m = np.array([[self._strokes[number].dash_m] for number in self._dashed])
        self._start_m, self._lap_m, self._way = start_m, layout.lap_m, way
        self.lamps, self.channels = len(layout), 3 * len(layout)
        # Two laps of edges, or the one of a line: wherever a light is, its lamps are one run of them.
        # All lights are worked out at once, each on as many cells as the longest may touch; behind the last
        # edge there is room for those, of no share.
        edges, per_m, begin = layout.edges, 1 / np.diff(layout.edges), 0
        if not isinf(layout.lap_m):
            edges, per_m = np.concatenate([edges[:-1] - layout.lap_m, edges]), np.tile(per_m, 2)
            begin = self.lamps
        self._places: list[float] = edges.tolist()
        self._begin = self._places[begin]
        self._cells = _most(layout, edges, max((made.length_m for made in self._strokes), default=0.0))
        self._edges = np.pad(edges, (0, self._cells), mode="edge")
        self._per_m = np.pad(per_m, (0, self._cells + 1))
        self._head_m, self._length_m, self._fade = (
            np.array([[getattr(made, name)] for made in self._strokes])
            for name in ("head_m", "length_m", "fade")
        )
        shown = min(self._cells, self.lamps)
        self._duty = np.array([np.tile(made.duty, shown) for made in self._strokes])

    @property
    def groups(self) -> "tuple[Canvas, ...]":
        """Itself: a canvas of one group."""
        return (self,)

    def paint(self, elapsed_ns: int | None, instant_ns: int | None = None) -> Frame:
        """The frame of an instant; see `paint_on`."""
        frame = np.zeros(self.channels, np.uint8)
        self.paint_on(frame, elapsed_ns, instant_ns)
        return frame

    def paint_on(self, frame: Frame, elapsed_ns: int | None, instant_ns: int | None = None) -> None:
        """The frame of an instant, in place of whatever is there; see `render`.

        Args:
            frame: shape ``(channels,)``, written.
            elapsed_ns: see `render`.
            instant_ns: on any clock that runs at the speed of the eye; what blinks goes by it.
                The time since the gun, if not given.
        """
        frame.fill(0)
        self.lay_on(frame, elapsed_ns, instant_ns)
        if not self.levels.plain:
            self.levels.settle(frame)

    def lay_on(self, frame: Frame, elapsed_ns: int | None, instant_ns: int | None = None) -> None:
        """The lights of an instant, over what is there, as painted; see `paint_on`."""
        places = [self.place(number, elapsed_ns) for number in range(len(self._strokes))]
        if self._blinking and not is_on(max(elapsed_ns or 0, 0) if instant_ns is None else instant_ns):
            for number in self._blinking:
                places[number] = None
        if all(place is None for place in places):
            return
        firsts, shares = self.covered([place or 0.0 for place in places])
        light = np.repeat(shares, 3, axis=1)
        if self._upwards is not None:
            self._cover(frame, places, firsts, light)
            return
        light *= self._duty
        light += 0.5  # rounded to the nearest step by the cut below
        for place, first, row in zip(places, firsts, light.astype(np.uint8), strict=True):
            if place is not None:
                brighter(frame, 3 * first, row)

    def place(self, number: int, elapsed_ns: int | None) -> float | None:
        """Metres past the finish line of a light's leading edge, any number of laps; None when it is out."""
        run_m = self._strokes[number].run_m(elapsed_ns or 0)
        if run_m is None:
            return None
        return self._start_m + (run_m if self._way is None else self._way.along(run_m))

    def spans(self, elapsed_ns: int | None) -> list[tuple[float, float]]:
        """Leading edge, as `place` has it, and length in metres of each light that is not out.

        What blinks and what is between dashes counts as if it shone.
        """
        places = (
            (self.place(number, elapsed_ns), made.length_m) for number, made in enumerate(self._strokes)
        )
        return [(place, length_m) for place, length_m in places if place is not None]

    def covered(self, places_m: "Sequence[float]") -> tuple[list[int], Floats]:
        """How much of each cell each light covers that leads to these metres: of cells it may touch.

        Returns:
            of each light the first lamp, and shares of 0 to 1, shape ``(lights, cells)``: of it and
            those after it, round the lap.
        """
        begin = self._begin  # on a lap without end what has not come yet is infinitely far on, and dark
        leads = [begin + (place_m - begin) % self._lap_m for place_m in places_m]
        firsts = [
            max(bisect_right(self._places, lead - made.length_m) - 1, 0)
            for lead, made in zip(leads, self._strokes, strict=True)
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
        if self._dashed:
            behind[self._dashed] = dashed(behind[self._dashed], self._dash_m)
        shares = behind[:, :-1] - behind[:, 1:]
        shares *= np.array([self._per_m[n : n + cells] for n in firsts])
        if cells > self.lamps:  # the end of a tail may be in the cell of the leading edge
            shares[:, 0] += shares[:, self.lamps]
            shares = shares[:, : self.lamps]
        return [first % self.lamps for first in firsts], shares

    def _cover(
        self, frame: Frame, places: "Sequence[float | None]", firsts: "Sequence[int]", shares: Floats
    ) -> None:
        """The lowest priority first, each over those below."""
        light = shares * self._duty + 0.5
        for number in self._upwards or ():
            if places[number] is not None:
                cover(frame, 3 * firsts[number], light[number], 1 - shares[number])


def _upwards(strokes: "Sequence[Stroke]") -> list[int]:
    """Numbers of the strokes, the one that covers all others last."""
    return sorted(range(len(strokes)), key=lambda number: (strokes[number].priority, -number))


def _most(layout: "Layout", edges: Floats, length_m: float) -> int:
    """Cells that a light of this length touches, at most, wherever it is."""
    lamps = len(layout)
    ends = np.searchsorted(edges, edges[: lamps + 1] + length_m)
    return min(int((ends - np.arange(lamps + 1)).max()) + 1, lamps if isinf(layout.lap_m) else lamps + 1)

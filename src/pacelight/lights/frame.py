"""The frame: how every lamp shines at an instant. It depends on nothing but its arguments.

A lamp shines as much as the waves cover of its cell: exactly, by area, so that a light glides
from lamp to lamp and its total is the same wherever it is.
"""

from bisect import bisect_left, bisect_right
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
        first, covered = canvas.covered(0, place)
        shares[np.arange(first, first + len(covered)) % len(layout)] += covered
    return shares


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A wave as the canvas needs it: plain numbers.

    Attributes:
        start_s, rows: the pieces of its plan: when each begins; metre and speed there, and the acceleration.
        duty: shape ``(3, 1)``, 0 to 255.
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
        # Two laps of edges: wherever a light is, its lamps are one run of them.
        self._edges = np.concatenate([layout.edges[:-1] - layout.lap_m, layout.edges])
        self._places: list[float] = self._edges.tolist()
        self._per_m = np.tile(1 / np.diff(layout.edges), 2)
        self.lamps, self.channels = len(layout), 3 * len(layout)

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
        planes = frame.reshape(self.lamps, 3).T
        for number, stroke in enumerate(self._strokes):
            place = self.place(number, elapsed_ns)
            if place is None:
                continue
            first, covered = self.covered(number, place)
            light = stroke.duty * covered
            light += 0.5  # rounded to the nearest step by the cut below
            self._lay(planes, first, light.astype(np.uint8))

    def place(self, number: int, elapsed_ns: int | None) -> float | None:
        """Metres past the finish line of a light's leading edge, any number of laps; None when it is out."""
        run_m = self._strokes[number].run_m(elapsed_ns or 0)
        return None if run_m is None else self._start_m + run_m

    def covered(self, number: int, place_m: float) -> tuple[int, Floats]:
        """How much of each cell a light covers that leads to this metre: only cells it touches.

        Returns:
            the first lamp, and shares of 0 to 1, shape ``(touched,)``: of it and those after it,
            round the lap.
        """
        stroke, places = self._strokes[number], self._places
        begin = places[self.lamps]
        lead = begin + (place_m - begin) % self._lap_m
        first = max(bisect_right(places, lead - stroke.length_m) - 1, 0)
        last = min(bisect_left(places, lead, first + 1), 2 * self.lamps)
        behind = lead - self._edges[first : last + 1]
        behind[0], behind[-1] = stroke.length_m, 0.0  # where the light ends within a cell
        faded = behind - stroke.head_m
        np.maximum(faded, 0.0, out=faded)
        faded *= faded
        faded *= stroke.fade
        behind -= faded  # now the light between the leading edge and each cell's edge, in metres
        shares = behind[:-1] - behind[1:]
        shares *= self._per_m[first:last]
        if len(shares) > self.lamps:  # the end of the tail is in the cell of the leading edge
            shares[0] += shares[-1]
            shares = shares[:-1]
        return first % self.lamps, shares

    def _lay(self, planes: Frame, first: int, light: Frame) -> None:
        """Over what is there, the brighter showing; across the end of the lap in two.

        Planes and light are of shape ``(3, lamps)``: red, green, blue.
        """
        size = light.shape[1]
        room = min(self.lamps - first, size)
        here = planes[:, first : first + room]
        np.maximum(here, light[:, :room], out=here)
        if room < size:
            here = planes[:, : size - room]
            np.maximum(here, light[:, room:], out=here)


def _stroke(wave: "Wave") -> _Stroke:
    pieces = wave.plan.pieces
    return _Stroke(
        start_s=pieces[:, 0].tolist(),
        rows=[(metre, speed, slope) for _, metre, speed, slope in pieces.tolist()],
        finish_ns=wave.plan.finish.ns,
        finish_m=wave.plan.distance.metres,
        duty=np.array(wave.duty).reshape(3, 1) * 255,
        head_m=wave.head_m,
        length_m=wave.length_m,
        fade=0.5 / wave.tail_m if wave.tail_m else 0.0,
    )

"""The shortest way from beside the inner line of a circuit: straight until it touches it, then along it."""

import numpy as np
import numpy.typing as npt

from pacelight.track.shapes.circuit import Circuit

__all__ = ["rest_m"]

_FINER, _POINTS = 4, 256
"""The point of touch is looked for among so many points, so many times finer and finer: to 1e-7 m."""

Floats = npt.NDArray[np.float64]


def rest_m(shape: Circuit, at: float, out_m: float, lane: int, end: float) -> float:
    """How far it is from a point to the end of a race, outside the line of a lane all the way.

    Like a string that is drawn tight round the inner line.

    Args:
        shape: the track.
        at: where the point is, in metres of the measured line of lane 1.
        out_m: how far out from the kerb it is, at least as far as the line.
        lane: along whose line everybody runs in the end.
        end: where on that line the race ends.
    """
    line = shape.line_out(lane)
    here = float(shape.beside(at, shape.line_out(), line))
    if out_m <= line:
        return end - here
    begin = shape.point([at], out_m)[0]
    touch = _touch(shape, begin, at, line)
    way = float(np.hypot(*(shape.point([touch], line)[0] - begin)))
    return way + end - float(shape.beside(touch, shape.line_out(), line))


def _touch(shape: Circuit, begin: Floats, at: float, line: float) -> float:
    """Where the way touches the line: there it has the line's own direction."""
    low, high = at, at + shape.lap() / 2
    for _ in range(_FINER):
        s = np.linspace(low, high, _POINTS)
        on = shape.point(s, line)
        outward = shape.point(s, line + 1.0) - on
        behind = np.einsum("ij,ij->i", outward, on - begin) >= 0  # seen from inside the line
        nth = max(int(np.argmax(behind)), 1)
        low, high = float(s[nth - 1]), float(s[nth])
    return (low + high) / 2

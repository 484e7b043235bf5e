"""The mathematics of a plan: from knots to pieces of linear speed, exact both ways.

Between two knots speed is linear in time, with one bend half-way, so that distance is a parabola,
its inverse has a closed form, and nothing is ever iterated.
The knot speeds minimise the integral of squared acceleration; a limiter keeps the light moving forward.

Shapes: knots ``(n,)``, pieces ``(2 (n - 1),)``. Units: metres and seconds, float64; exactness is
kept outside, in the knots, which are whole millimetres and nanoseconds.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Pieces", "fit", "standing"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A monotone function between time and distance, piece by piece.

    Attributes:
        start_s: shape ``(k,)``, when each piece begins.
        start_m: where the light is then.
        speed: its speed then, metres a second.
        slope: its acceleration in the piece, metres a second squared.
        finish_s, finish_m: the end of the last piece.
    """

    start_s: Floats
    start_m: Floats
    speed: Floats
    slope: Floats
    finish_s: float
    finish_m: float

    def distance_at(self, seconds: npt.ArrayLike) -> Floats:
        """Metres after so many seconds; before the gun 0, after the finish the whole distance."""
        t = np.clip(np.asarray(seconds, np.float64), 0.0, self.finish_s)
        k = np.clip(np.searchsorted(self.start_s, t, side="right") - 1, 0, None)
        u = t - self.start_s[k]
        run = self.start_m[k] + u * (self.speed[k] + self.slope[k] * u / 2)
        return np.where(t >= self.finish_s, self.finish_m, run)

    def time_at(self, metres: npt.ArrayLike) -> Floats:
        """Seconds at which the light has run so many metres, clamped to the plan's ends."""
        d = np.clip(np.asarray(metres, np.float64), 0.0, self.finish_m)
        k = np.clip(np.searchsorted(self.start_m, d, side="right") - 1, 0, None)
        dx = d - self.start_m[k]
        root = np.sqrt(np.maximum(self.speed[k] ** 2 + 2 * self.slope[k] * dx, 0.0))
        below = self.speed[k] + root
        late = np.divide(2 * dx, below, out=np.zeros_like(dx), where=below > 0)
        return np.where(d >= self.finish_m, self.finish_s, self.start_s[k] + late)

    def speed_at(self, seconds: npt.ArrayLike) -> Floats:
        """Metres a second; 0 before the gun and after the finish."""
        t = np.asarray(seconds, np.float64)
        k = np.clip(np.searchsorted(self.start_s, t, side="right") - 1, 0, None)
        running = (t >= 0) & (t <= self.finish_s)
        return np.where(running, self.speed[k] + self.slope[k] * (t - self.start_s[k]), 0.0)


def fit(metres: Floats, seconds: Floats) -> Pieces:
    """The smoothest light through these knots.

    Args:
        metres: shape ``(n,)``, ``n >= 2``, strictly increasing, beginning at 0.
        seconds: the same.
    """
    h = np.diff(seconds)
    m = np.diff(metres) / h
    v = _knot_speeds(h, m)
    mid = 2 * m - (v[:-1] + v[1:]) / 2
    start_s, start_m, speed, slope = (np.empty(2 * len(h)) for _ in range(4))
    start_s[0::2], start_s[1::2] = seconds[:-1], seconds[:-1] + h / 2
    start_m[0::2], start_m[1::2] = metres[:-1], metres[:-1] + (v[:-1] + mid) * h / 4
    speed[0::2], speed[1::2] = v[:-1], mid
    slope[0::2], slope[1::2] = (mid - v[:-1]) / (h / 2), (v[1:] - mid) / (h / 2)
    return Pieces(start_s, start_m, speed, slope, float(seconds[-1]), float(metres[-1]))


def _knot_speeds(h: Floats, m: Floats) -> Floats:
    """Speeds at the knots: least squared acceleration, then limited so that no piece runs backwards."""
    c = 2 / h
    diagonal = np.zeros(len(h) + 1)
    diagonal[:-1] += 2.5 * c
    diagonal[1:] += 2.5 * c
    right = np.zeros(len(h) + 1)
    right[:-1] += 4 * m * c
    right[1:] += 4 * m * c
    v = _solve(diagonal, 1.5 * c, right)
    low = np.minimum(np.append(m, m[-1]), np.append(m[0], m))
    return np.clip(v, 0.5 * low, 1.5 * low)


def _solve(diagonal: Floats, beside: Floats, right: Floats) -> Floats:
    """Solve a symmetric tridiagonal system whose diagonal outweighs what is beside it: no pivot is needed.

    Args:
        diagonal: shape ``(n,)``.
        beside: shape ``(n - 1,)``, above and below the diagonal.
        right: shape ``(n,)``.
    """
    d, x = diagonal.tolist(), right.tolist()
    off = beside.tolist()
    for k in range(1, len(d)):
        share = off[k - 1] / d[k - 1]
        d[k] -= share * off[k - 1]
        x[k] -= share * x[k - 1]
    x[-1] /= d[-1]
    for k in range(len(d) - 2, -1, -1):
        x[k] = (x[k] - off[k] * x[k + 1]) / d[k]
    return np.array(x)


def standing(flying: Pieces, ramp_s: float, until_m: float) -> tuple[Pieces, float]:
    """The same plan from a standing start: still at the gun, on the flying plan from `until_m` on.

    Args:
        flying: the plan at speed from the gun.
        ramp_s: seconds in which the light reaches its first speed.
        until_m: metres from which nothing differs any more.

    Returns:
        the plan, and the top speed of the ramp in metres a second (it may be one that cannot be run).
    """
    end_s = float(flying.time_at(until_m))
    end_v = float(flying.speed_at(end_s))
    top = (2 * until_m - end_v * (end_s - ramp_s)) / end_s
    rest = flying.start_s > end_s
    k = int(np.searchsorted(flying.start_s, end_s, side="right")) - 1
    return (
        Pieces(
            np.concatenate([[0.0, ramp_s, end_s], flying.start_s[rest]]),
            np.concatenate([[0.0, top * ramp_s / 2, until_m], flying.start_m[rest]]),
            np.concatenate([[0.0, top, end_v], flying.speed[rest]]),
            np.concatenate(
                [[top / ramp_s, (end_v - top) / (end_s - ramp_s), flying.slope[k]], flying.slope[rest]]
            ),
            flying.finish_s,
            flying.finish_m,
        ),
        top,
    )

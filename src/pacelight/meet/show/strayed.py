"""How far a light was from its plan: the way that the plan ran on until a frame had left.

A frame shows where a light is at its instant. It leaves a little later, and by then the plan is further on.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from pacelight.meet.journal.stretches import Stretch

if TYPE_CHECKING:
    from pacelight.plan.model import Plan

__all__ = ["Strayed", "strayed", "top_speed"]

_NS, _CM = 1e9, 100.0


class Strayed(msgspec.Struct, frozen=True):
    """How far a light was from its plan when its frames left.

    Attributes:
        frames: that showed it.
        skipped: instants that were missed while it ran.
        p50_cm, p99_cm, p999_cm: centimetres that half, 99 of 100 and 999 of 1000 frames did not exceed.
        max_cm: that none exceeded.
    """

    frames: int
    skipped: int
    p50_cm: float
    p99_cm: float
    p999_cm: float
    max_cm: float

    @property
    def words(self) -> str:
        """For a referee."""
        if not self.frames:
            return "no frame showed it"
        within = max(math.ceil(self.p999_cm), 1)
        missed = f", {self.skipped:,} instants missed" if self.skipped else ""
        return f"within {within} cm of its plan in 99.9 % of {self.frames:,} frames{missed}"


def strayed(plan: "Plan", stretches: Iterable[Stretch], rate: float) -> Strayed:
    """How far a light was from its plan, over all stretches in which it ran.

    In each stretch the light is taken to be as fast as it ever is there: no distance is too small.

    Args:
        plan: of the light.
        stretches: what was sent.
        rate: race seconds a second.
    """
    ran = [one for one in stretches if one.to_ns > 0 and one.from_ns < plan.finish.ns]
    pairs = [
        (late_ns / _NS * rate * top_speed(plan, one.from_ns, one.to_ns) * _CM, frames)
        for one in ran
        for late_ns, frames in one.sending
    ]
    pairs.sort()
    return Strayed(
        frames=sum(one.frames for one in ran),
        skipped=sum(one.skipped for one in ran),
        p50_cm=_percentile(pairs, 500),
        p99_cm=_percentile(pairs, 990),
        p999_cm=_percentile(pairs, 999),
        max_cm=_percentile(pairs, 1000),
    )


def top_speed(plan: "Plan", from_ns: int, to_ns: int) -> float:
    """The greatest speed of a plan between two instants, metres a second.

    Within a piece of a plan its speed is linear in time: it is greatest at an end of the piece or of the
    stretch.

    Args:
        plan: of a light.
        from_ns: of the first, race nanoseconds since the gun.
        to_ns: of the last.
    """
    begin, end = max(from_ns, 0) / _NS, min(to_ns, plan.finish.ns) / _NS
    starts, _, speeds, slopes = plan.pieces.T
    ends = np.append(starts[1:], plan.finish.ns / _NS)
    first, last = np.maximum(starts, begin), np.minimum(ends, end)
    inside = first <= last
    at_ends = speeds + slopes * (np.stack([first, last]) - starts)
    return float(at_ends[:, inside].max(initial=0.0))


def _percentile(pairs: Sequence[tuple[float, int]], thousandths: int) -> float:
    """The distance that so many thousandths of the frames did not exceed, in hundredths, rounded up."""
    rank = -(-sum(frames for _, frames in pairs) * thousandths // 1000)
    seen = 0
    for distance, frames in pairs:
        seen += frames
        if seen >= rank:
            return math.ceil(distance * 100) / 100
    return 0.0

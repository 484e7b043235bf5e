"""A million times of a plan: how long the light would need to say when it is where."""

import time

import numpy as np
from report import Row, arguments, report

from pacelight.distance import MILE, Distance
from pacelight.mark import Elapsed
from pacelight.plan.makers import splits

SEGMENTS_MS = (
    14150,
    14070,
    14130,
    14040,
    13900,
    14180,
    14030,
    14050,
    13880,
    14060,
    14030,
    13870,
    13840,
    13840,
)
"""Ingebrigtsen in Liévin, 2025, as LetsRun printed them; then 13.56, and 15.51 over 109.344 m."""
ROUNDS = 7


def rows(points: int) -> list[Row]:
    times = np.cumsum([*SEGMENTS_MS, 13560, 15510]).tolist()
    at = [*(Distance(100_000 * n) for n in range(1, 16)), MILE]
    plan = splits(MILE, [(there, Elapsed.of_ms(ms)) for there, ms in zip(at, times, strict=True)])
    metres = np.random.default_rng(1609).uniform(0, MILE.metres, points)
    knots = np.array([0, *(there.mm for there in at)]) / 1000
    seconds = np.array([0, *times]) / 1000
    ours = [_timed(lambda: plan.time_at(metres)) for _ in range(ROUNDS)]
    straight = [_timed(lambda: np.interp(metres, knots, seconds)) for _ in range(ROUNDS)]
    size = f"{points:,} times, 16 knots"
    scaled = float(np.median(ours)) * 1_000_000 / points
    return [
        Row("plan.million_s", size, scaled, None, "s a million", 0.3),
        Row("plan.vs_interp", size, float(np.median(ours)), float(np.median(straight)), "s"),
    ]


def _timed(work: object) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    given = arguments(__doc__ or "").parse_args()
    report(rows(100_000 if given.quick else 1_000_000), as_json=given.json)

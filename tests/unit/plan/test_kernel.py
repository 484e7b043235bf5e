"""The acceptance cases of the pace kernel, and its matrix."""

from itertools import accumulate

import numpy as np
import pytest

from pacelight.distance import MILE, Distance
from pacelight.mark import Elapsed, Mark
from pacelight.plan.kernel import fit
from pacelight.plan.makers import even, splits
from pacelight.plan.model import Plan, Ramp

SEGMENTS = "14.15 14.07 14.13 14.04 13.90 14.18 14.03 14.05 13.88 14.06 14.03 13.87 13.84 13.84 13.56 15.51"
"""Ingebrigtsen in Liévin, 2025: LetsRun, credited there to Jordan Donnelly; the last is 109.344 m."""


@pytest.fixture(scope="module")
def lievin() -> Plan:
    times = accumulate(Mark.parse(text).thousandths for text in SEGMENTS.split())
    points = [*(Distance(100_000 * n) for n in range(1, 16)), MILE]
    return splits(MILE, [(at, Elapsed.of_ms(ms)) for at, ms in zip(points, times, strict=True)])


@pytest.mark.parametrize(
    ("metres", "seconds"),
    [(100, 14.0821353297), (200, 28.1642706593), (409.344, 57.6443760439), (1500, 211.2320299451)],
)
def test_even_pace_at_a_world_record(metres: float, seconds: float) -> None:
    """Ten decimals of 226.63 s times metres over 1609.344 m."""
    plan = even(MILE, Mark.parse("3:46.63"))
    assert float(plan.time_at(metres)) == pytest.approx(seconds, abs=1e-9)


@pytest.mark.parametrize(
    ("metres", "seconds"), [(800, 112.55), (1000, 140.49), (1500, 209.63), (1609.344, 225.14)]
)
def test_the_published_splits_of_lievin_are_met(lievin: Plan, metres: float, seconds: float) -> None:
    assert float(lievin.time_at(metres)) == pytest.approx(seconds, abs=1e-9)


def test_between_the_splits_of_lievin_the_light_is_where_this_spline_says(lievin: Plan) -> None:
    assert float(lievin.distance_at(200)) == pytest.approx(1428.97545, abs=5e-6)


def test_the_light_of_lievin_never_jerks(lievin: Plan) -> None:
    pieces = lievin.pieces
    ends = lievin.speed_at(lievin.finish.ns / 1e9)
    assert (pieces[:, 2].max(), float(ends)) == pytest.approx((7.442, 6.918), abs=5e-4)
    assert pieces[:, 2].min() > ends
    assert np.abs(pieces[:, 3]).max() == pytest.approx(0.034, abs=5e-5)


@pytest.mark.parametrize(("ramp_s", "until_m", "top"), [(2.5, 200, 7.71), (2.5, 100, 8.29), (3.0, 100, 8.54)])
def test_standing_starts_of_lievin(lievin: Plan, ramp_s: float, until_m: int, top: float) -> None:
    plan = lievin.from_standing(Ramp(Elapsed(round(ramp_s * 1e9)), Distance(until_m * 1000)))
    assert plan.pieces[1, 2] == pytest.approx(top, abs=0.005)
    assert float(plan.speed_at(0)) == 0


def test_a_standing_start_of_200_m_is_a_second_late_at_20_m(lievin: Plan) -> None:
    standing = lievin.from_standing(Ramp(Elapsed.of_ms(2500), Distance(200_000)))
    assert float(standing.time_at(20) - lievin.time_at(20)) == pytest.approx(1.01, abs=0.005)


def test_the_knot_speeds_need_no_more_acceleration_than_any_others() -> None:
    """Moving any knot's speed either way makes the squared acceleration larger."""
    seconds = np.array([0, 14.15, 28.22, 42.0, 57.5, 70.29])
    metres = np.array([0, 100, 200, 300, 400, 500.0])
    pieces = fit(metres, seconds)
    speeds = np.append(
        pieces.speed[0::2], pieces.speed[-1] + pieces.slope[-1] * (seconds[-1] - pieces.start_s[-1])
    )

    def effort(v: np.ndarray) -> float:
        h = np.diff(seconds)
        mid = 2 * np.diff(metres) / h - (v[:-1] + v[1:]) / 2
        return float((((mid - v[:-1]) ** 2 + (v[1:] - mid) ** 2) * 2 / h).sum())

    for knot in range(len(speeds)):
        for push in (-1e-3, 1e-3):
            pushed = speeds.copy()
            pushed[knot] += push
            assert effort(pushed) > effort(speeds)

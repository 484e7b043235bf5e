"""The shape of an oval."""

import math

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.track import Oval

STANDARD = Oval(84.39, 36.50)


@pytest.mark.parametrize(
    ("straight", "radius"), [(-0.1, 36.5), (84.39, 0.0), (84.39, -1.0), (math.nan, 36.5), (84.39, math.inf)]
)
def test_an_oval_that_cannot_be_built_is_refused(straight: float, radius: float) -> None:
    with pytest.raises(SurveyError) as refused:
        Oval(straight, radius)
    assert str(refused.value) == (
        f"no oval has straights of {straight:.2f} m and bends of radius {radius:.2f} m"
    )


def test_a_circle_is_an_oval_without_straights() -> None:
    assert Oval(0.0, 30.0).lap() == pytest.approx(2 * math.pi * 30.30)


def test_lanes_are_counted_from_one_at_the_kerb() -> None:
    with pytest.raises(SurveyError, match="lanes are counted from 1 at the kerb, not 0"):
        STANDARD.lap(0)


def test_a_lane_is_not_36_80_m_and_so_many_widths() -> None:
    # The fault of two programs: every lane from the second on 0.63 m a lap too long.
    for lane in range(2, 9):
        naive = 2 * 84.39 + 2 * math.pi * (36.80 + 1.22 * (lane - 1))
        assert naive - STANDARD.lap(lane) == pytest.approx(2 * math.pi * 0.10, abs=1e-9)


@pytest.mark.parametrize("lap", [0, 1, 7, -1])
def test_straights_run_alike_and_bends_are_shorter_along_the_kerb(lap: int) -> None:
    whole, kerb = STANDARD.lap(), STANDARD.kerb_lap
    s = lap * whole + np.array([0.0, 50.0, STANDARD.bend, STANDARD.bend + 40.0, whole / 2])
    ratio = 36.50 / 36.80
    bend = STANDARD.bend * ratio
    expected = lap * kerb + np.array([0.0, 50.0 * ratio, bend, bend + 40.0, kerb / 2])
    assert STANDARD.kerb_at(s) == pytest.approx(expected, abs=1e-9)


def test_the_corners_lie_where_a_surveyor_would_look_for_them() -> None:
    bend, straight = STANDARD.bend, STANDARD.straight_m
    corners = STANDARD.point([0.0, bend / 2, bend, bend + straight, 1.5 * bend + straight], 0.0)
    assert corners == pytest.approx(
        np.array([[42.195, -36.5], [78.695, 0.0], [42.195, 36.5], [-42.195, 36.5], [-78.695, 0.0]]), abs=1e-9
    )


@pytest.mark.parametrize(
    ("out", "lap"), [(None, STANDARD.lap()), (0.0, STANDARD.kerb_lap), (0.30, STANDARD.lap())]
)
def test_a_walk_along_the_drawing_is_as_long_as_the_line(out: float | None, lap: float) -> None:
    s = np.linspace(0.0, STANDARD.lap(), 20_001)
    steps = np.diff(STANDARD.point(s, out), axis=0)
    assert np.hypot(*steps.T).sum() == pytest.approx(lap, abs=1e-4)


def test_the_kerb_and_the_measured_line_are_30_cm_apart_everywhere() -> None:
    s = np.linspace(0.0, 500.0, 1001)
    apart = STANDARD.point(s) - STANDARD.point(s, 0.0)
    assert np.hypot(*apart.T) == pytest.approx(np.full(1001, 0.30), abs=1e-9)

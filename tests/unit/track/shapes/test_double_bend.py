"""The double bend: corners and a flatter middle."""

import math

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.track import DoubleBend, Oval, track

WIDE = track("double-400-34-51.543-70")


def test_the_straights_are_what_the_bends_leave_of_the_lap() -> None:
    bend = 2 * math.radians(70) * 34.30 + math.radians(40) * 51.843
    assert WIDE.shape.bend == pytest.approx(bend, abs=1e-9)
    assert WIDE.shape.straight_m == pytest.approx(200 - bend, abs=1e-9)
    assert WIDE.shape.lap() == pytest.approx(400.0, abs=1e-9)
    assert WIDE.shape.radii_m == (34.0, 51.543)


def test_the_kerb_is_shorter_by_the_same_as_round_any_oval() -> None:
    assert WIDE.shape.lap() - WIDE.shape.kerb_lap == pytest.approx(2 * math.pi * 0.30, abs=1e-9)
    assert WIDE.shape.lap(2) - WIDE.shape.lap() == pytest.approx(2 * math.pi * (1.42 - 0.30), abs=1e-9)


def test_corners_and_a_middle_of_one_radius_are_half_a_circle() -> None:
    same, oval = DoubleBend(84.39, 36.50, 36.50, 60.0), Oval(84.39, 36.50)
    s = np.linspace(-50.0, 900.0, 1234)
    assert same.point(s) == pytest.approx(oval.point(s), abs=1e-9)
    assert same.kerb_at(s) == pytest.approx(oval.kerb_at(s), abs=1e-9)
    assert np.ptp(same.point(s, 0.0), axis=0) == pytest.approx([84.39 + 73.0, 73.0], abs=1e-2)


def test_it_is_drawn_whole_as_long_as_it_is_and_lies_round_the_middle() -> None:
    for out, whole in ((None, WIDE.shape.lap()), (0.0, WIDE.shape.kerb_lap)):
        line = WIDE.shape.point(np.linspace(0.0, 400.0, 20_001), out)
        assert np.hypot(*np.diff(line, axis=0).T).sum() == pytest.approx(whole, abs=1e-4)
        assert line[0] == pytest.approx(line[-1], abs=1e-6)
        assert line.max(axis=0) == pytest.approx(-line.min(axis=0), abs=1e-3)


def test_surveyors_look_where_a_bend_changes_its_radius_too() -> None:
    corner, middle, straight = math.radians(70) * 34.30, math.radians(40) * 51.843, WIDE.shape.straight_m
    steps = [0.0, corner, middle, corner, straight, corner, middle, corner]
    assert WIDE.tangents == pytest.approx(tuple(np.cumsum(steps)), abs=1e-9)


def test_without_a_raised_kerb_lane_1_is_measured_20_cm_out() -> None:
    for name in ("double-400-34-51.543-70-line", "oval-400-36.50-line"):
        shape = track(name).shape
        assert not shape.kerb
        assert shape.line_out() == 0.20
        assert shape.lap() - shape.kerb_lap == pytest.approx(2 * math.pi * 0.20, abs=1e-9)


@pytest.mark.parametrize(
    "name",
    [
        "double-400-90-90-60",
        "double-400-0-50-60",
        "double-400-34-0-60",
        "double-400-34-50-0",
        "double-400-34-50-90",
    ],
)
def test_a_double_bend_that_cannot_be_built_is_refused(name: str) -> None:
    with pytest.raises(SurveyError, match="no double bend has straights of"):
        track(name)

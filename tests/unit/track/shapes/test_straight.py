"""The straight: the same length for everybody, with two ends."""

import math

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.track import Straight

STRAIGHT = Straight(130.0)


def test_line_and_kerb_run_alike_also_beyond_the_ends() -> None:
    s = np.array([-20.0, 0.0, 77.5, 130.0, 190.0])
    assert STRAIGHT.kerb_at(s) == pytest.approx(s)
    assert STRAIGHT.measured_at(s) == pytest.approx(s)
    assert STRAIGHT.lap() == STRAIGHT.lap(8) == STRAIGHT.kerb_lap == 130.0
    assert (STRAIGHT.closed, STRAIGHT.tangents) == (False, ())


def test_it_is_drawn_from_left_to_right() -> None:
    assert STRAIGHT.point([-1.0, 0.0, 131.0], 0.5) == pytest.approx(
        np.array([[-1.0, -0.5], [0.0, -0.5], [131.0, -0.5]])
    )


@pytest.mark.parametrize("length", [0.0, -1.0, math.inf, math.nan])
def test_a_straight_that_cannot_be_is_refused(length: float) -> None:
    with pytest.raises(SurveyError, match="no straight is"):
        Straight(length)

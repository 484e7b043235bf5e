"""What becomes of lights for which nobody is left to answer."""

import numpy as np
import pytest

from pacelight.lights.standby.absence import FULL, Absence, dim, share

S = 1_000_000_000


@pytest.mark.parametrize("absence", list(Absence))
def test_for_a_second_nothing_changes(absence: Absence) -> None:
    assert {share(absence, since) for since in (0, 1, S // 2, S - 1)} == {FULL}


@pytest.mark.parametrize("absence", [Absence.HOLD, Absence.DARK])
def test_then_no_more_frame_is_drawn(absence: Absence) -> None:
    assert share(absence, S) is None


def test_a_fade_takes_a_second_and_is_never_brighter_than_before() -> None:
    left = [share(Absence.FADE, S + n * S // 100) for n in range(100)]
    assert left[0] == FULL
    assert left[-1] == 3
    assert left == sorted(left, key=lambda one: -(one or 0))
    assert share(Absence.FADE, 2 * S) is None


def test_a_frame_is_dimmed_colour_by_colour_and_never_made_brighter() -> None:
    frame = np.array([0, 1, 128, 255], np.uint8)
    dim(frame, 128)
    assert frame.tolist() == [0, 0, 64, 128]
    dim(frame, FULL)
    assert frame.tolist() == [0, 0, 64, 128]
    dim(frame, 0)
    assert not frame.any()

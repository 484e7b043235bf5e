"""Tracks with two ends: what stands on them, and what is wrong with that."""

import numpy as np
import pytest

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track import Oval, Straight, Survey, Track, track
from pacelight.track.survey.faults import lamp_faults

STRAIGHT = track("straight-110")


def test_even_lamps_stand_at_both_ends() -> None:
    survey = Survey.even_kerb(STRAIGHT, 131)
    assert survey.metres == pytest.approx(np.arange(-113.0, 18.0))
    assert (survey.metres[0], survey.metres[-1]) == (-113.0, 17.0)


@pytest.mark.parametrize(
    ("metre", "lamp"), [(-113.4, 0), (-100.0, 13), (0.4, 113), (17.0, 130), (400.0, 130)]
)
def test_the_nearest_lamp_is_never_looked_for_round_an_end(metre: float, lamp: int) -> None:
    assert Survey.even_kerb(STRAIGHT, 131).nearest(metre) == lamp


def test_lamps_may_leave_the_ends_free() -> None:
    survey = Survey(STRAIGHT, np.arange(-100.0, 1.0, 2.0))
    assert len(survey) == 51  # 13 m before them and 17 m beyond are no hole: nothing comes round


@pytest.mark.parametrize(
    ("metres", "faults"),
    [
        ([-114.0, 0.0, 17.0], ["lamp 0 at -114.000 m is outside the track from -113.000 m to 17.000 m"]),
        ([-10.0, 0.0, 17.1], ["lamp 2 at 17.100 m is outside the track from -113.000 m to 17.000 m"]),
        ([-10.0, -8.0, -4.0, -2.0], ["a hole of 4.000 m after lamp 1, from -8.000 m to -4.000 m"]),
        (
            [10.0, 0.0, -10.0],
            [
                (
                    "the lamps are numbered against the running direction, from 10.000 m down to -10.000 m "
                    "(number them the other way round)"
                )
            ],
        ),
        (
            [-20.0, 0.0, -10.0, 10.0],
            ["lamp 2 at -10.000 m is out of order: it stands behind lamp 1 at 0.000 m"],
        ),
        ([-1.0, 0.0, 0.0, 1.0], ["lamps 1 and 2 stand at one place, 0.000 m"]),
    ],
)
def test_every_fault_is_told_with_its_metres(metres: list[float], faults: list[str]) -> None:
    assert lamp_faults(STRAIGHT, np.array(metres)) == faults


def test_a_lap_has_a_hole_where_a_line_has_its_ends() -> None:
    metres = np.arange(0.0, 101.0, 2.0)
    lap = Track("x", Distance(200_000), Oval.of_lap(200, 17.0))
    assert lamp_faults(lap, metres) == ["a hole of 100.000 m after lamp 50, from 100.000 m to 0.000 m"]
    assert lamp_faults(Track("x", Distance(200_000), Straight(200.0)), metres) == []


def test_a_finish_may_be_at_either_end_but_not_beyond() -> None:
    whole = Distance(100_000)
    assert Track("x", whole, Straight(100.0), 0.0).ends_m == 100.0
    assert Track("x", whole, Straight(100.0), 100.0).begins_m == -100.0
    with pytest.raises(SurveyError, match=r"a finish at 100\.100 m is outside its 100 m"):
        Track("x", whole, Straight(100.0), 100.1)


def test_a_straight_that_is_not_as_long_as_certified_is_refused() -> None:
    with pytest.raises(SurveyError, match=r"its shape measures 101\.000 m, not the length of 100 m"):
        Track("x", Distance(100_000), Straight(101.0))

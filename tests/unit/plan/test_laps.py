"""Lap by lap in a lane, and where on the track a point of the race is."""

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import PlanError
from pacelight.plan.laps import Laps
from pacelight.track import track

M1500 = Distance.parse("1500")


def test_the_first_passing_of_the_finish_is_what_whole_laps_leave_over() -> None:
    assert Laps(track("standard-400"), M1500).first == Distance.parse("300")
    assert Laps(track("standard-400"), Distance.parse("800")).first == Distance.parse("400")
    assert Laps(track("short-200"), MILE).first == Distance.parse("9.344")


@pytest.mark.parametrize(("lane", "lap"), [(1, "400"), (2, "407.037"), (8, "453.03")])
def test_a_lap_is_longer_in_each_lane_further_out(lane: int, lap: str) -> None:
    """Lanes of 1.22 m, each measured 0.20 m from its inner line, but for the first at the kerb: 0.30 m."""
    assert Laps(track("standard-400"), M1500, lane).lap == Distance.parse(lap)


@pytest.mark.parametrize("lane", range(1, 9))
def test_whoever_has_run_all_of_it_is_at_the_finish(lane: int) -> None:
    laps = Laps(track("standard-400"), M1500, lane)
    assert laps.past_finish(M1500) == Distance(0)
    assert laps.past_finish(laps.first).mm == 0
    assert laps.past_finish(Distance(0)).mm == -M1500.mm % laps.lap.mm


@pytest.mark.parametrize(
    ("name", "lane", "said"),
    [
        ("standard-400", 0, "lane 0 is none of a track"),
        ("standard-400", 9, "lane 9 is none of a track"),
        ("short-200", 2, "the lanes of short-200 are as the hall was built"),
    ],
)
def test_a_lane_that_nobody_knows_is_refused(name: str, lane: int, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        Laps(track(name), M1500, lane)


def test_a_straight_has_no_laps() -> None:
    with pytest.raises(PlanError, match="it has two ends"):
        _ = Laps(track("straight-100"), Distance.parse("100")).lap

"""Lanes: everybody runs as far."""

import numpy as np
import pytest

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track import Circuit, Oval, Survey, Track, track
from pacelight.track.lanes import Manner, lane_starts

STANDARD = track("standard-400")


def metres(text: str) -> Distance:
    return Distance.parse(text)


@pytest.mark.parametrize("race", ["200", "300", "400"])
@pytest.mark.parametrize("on", ["standard-400", "wide-400", "double-400-34-51.543-70", "standard-400@130"])
def test_in_lanes_each_runs_the_distance_on_the_line_of_the_lane(on: str, race: str) -> None:
    one = track(on)
    shape = one.shape
    assert isinstance(shape, Circuit)
    for start in lane_starts(one, metres(race)):
        assert start.manner is Manner.LANES
        begin, end = (
            float(shape.beside(one.on_shape(at), shape.line_out(), shape.line_out(start.lane)))
            for at in (start.at_m, one.lap.metres)
        )
        run = (end - begin) % shape.lap(start.lane) or shape.lap(start.lane)
        assert run * one.lap.metres / shape.lap() == pytest.approx(metres(race).metres, abs=1e-6)


@pytest.mark.parametrize("race", ["200", "400", "800", "1500", "3000", "mile"])
def test_lane_1_starts_where_the_race_does(race: str) -> None:
    start = lane_starts(STANDARD, metres(race))[0]
    assert (start.lane, start.at_m) == (1, STANDARD.start(metres(race)))
    assert start.ahead_m == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("race", ["200", "400", "800", "1500", "10 km"])
def test_each_lane_starts_ahead_of_the_one_inside_it(race: str) -> None:
    first = [start for start in lane_starts(STANDARD, metres(race)) if start.manner is not Manner.GROUP]
    assert [start.lane for start in first] == list(range(1, 9))
    assert (np.diff([start.ahead_m for start in first]) > 0).all()


def test_whoever_breaks_runs_as_far_as_lane_1() -> None:
    shape = STANDARD.shape
    assert isinstance(shape, Circuit)
    radius, straight = shape.line_radius(), shape.straight_m
    stretch = shape.lap() / 400
    for start in lane_starts(STANDARD, metres("800")):
        out = shape.line_out(start.lane) - shape.line_out()
        # From the break line straight to where the inner line of the second bend is touched, by hand.
        far = np.hypot(straight, radius + out)
        touch = np.arctan2(radius + out, straight) - np.arcsin(radius / far)
        longer = np.sqrt(far**2 - radius**2) - (straight + radius * touch)
        lane = float(shape.beside(start.at_m * stretch, shape.line_out(), shape.line_out(start.lane)))
        bend = float(shape.beside(shape.bend, shape.line_out(), shape.line_out(start.lane)))
        assert bend - lane + longer == pytest.approx(shape.bend, abs=1e-6)


def test_the_curved_line_is_the_involute_of_the_inner_line_while_the_bend_lasts() -> None:
    shape = STANDARD.shape
    assert isinstance(shape, Circuit)
    radius = shape.line_radius()
    for start in lane_starts(STANDARD, metres("10 km"))[1:8]:
        out = radius + shape.line_out(start.lane) - shape.line_out()
        angle = np.arccos(radius / out)
        assert start.at_m * shape.lap() / 400 == pytest.approx(radius * (np.tan(angle) - angle), abs=1e-6)


def test_the_second_group_begins_with_the_stagger_of_lane_5_over_800_m() -> None:
    group = [start for start in lane_starts(STANDARD, metres("10 km")) if start.manner is Manner.GROUP]
    assert [start.lane for start in group] == [5, 6, 7, 8]
    one_turn = lane_starts(STANDARD, metres("800"))[4]
    assert group[0].at_m == pytest.approx(one_turn.at_m, abs=1e-6)
    assert {start.manner for start in lane_starts(STANDARD, metres("1500"))} == {Manner.CURVE}


def test_half_a_lap_on_everything_is_the_same() -> None:
    here = [start.ahead_m for start in lane_starts(STANDARD, metres("10 km"))]
    there = [start.ahead_m for start in lane_starts(STANDARD, metres("3000"))]
    assert there == pytest.approx(here, abs=1e-6)


def test_a_lamp_stands_beside_each_start() -> None:
    survey = Survey.even_kerb(STANDARD, 400)
    lamps = [survey.nearest(start.at_m) for start in lane_starts(STANDARD, metres("400"))]
    assert lamps == [0, 7, 14, 20, 26, 32, 38, 43]


def test_without_bends_there_is_nothing_to_tell() -> None:
    with pytest.raises(SurveyError) as refused:
        lane_starts(track("straight-100"), metres("100"))
    assert str(refused.value) == "on straight-100 all lanes start at one line: it has no bends"


def test_a_race_that_starts_within_a_bend_has_no_break_line() -> None:
    with pytest.raises(SurveyError, match="500 m on standard-400 starts within a bend"):
        lane_starts(STANDARD, metres("500"))


def test_a_mile_starts_before_the_bend_and_has_a_second_group() -> None:
    starts = lane_starts(STANDARD, metres("mile"))
    first, group = starts[:8], starts[8:]
    assert [start.lane for start in group] == [5, 6, 7, 8]
    # From 9.344 m before the bend the way in is nearly straight: all start nearly beside lane 1.
    assert 0 < first[7].ahead_m < 3.0
    # The one turn that lane 5 runs longer is before them all the same.
    assert group[0].ahead_m == pytest.approx(15.151, abs=0.01)


def test_the_lanes_of_a_hall_cannot_be_told() -> None:
    with pytest.raises(SurveyError, match="the lanes of short-200 are as the hall was built"):
        lane_starts(track("short-200"), metres("200"))


def test_of_six_lanes_the_outer_half_begins_with_the_fourth() -> None:
    starts = lane_starts(STANDARD, metres("10 km"), lanes=6)
    assert [start.lane for start in starts if start.manner is Manner.GROUP] == [4, 5, 6]


def test_a_track_of_any_lap_has_its_lanes() -> None:
    short = Track("x", Distance(300_000), Oval.of_lap(300, 30.0))
    starts = lane_starts(short, metres("300"), lanes=4)
    assert [start.lane for start in starts] == [1, 2, 3, 4]
    assert starts[1].ahead_m == pytest.approx(2 * np.pi * 1.12, abs=1e-6)

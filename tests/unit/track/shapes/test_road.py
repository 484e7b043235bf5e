"""The road: as long as its geodesics, a loop where it ends where it begins."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import SurveyError
from pacelight.track import Road

NORTH = tuple((51.0 + n / 1000, 4.0) for n in range(11))
"""A hundredth of a degree to the north, in ten steps."""


def test_it_is_as_long_as_the_way_on_the_ellipsoid() -> None:
    north, parallel = math.radians(51.005), math.radians(51.0)
    latitude = 111_132.954 - 559.822 * math.cos(2 * north) + 1.175 * math.cos(4 * north)
    longitude = 111_412.84 * math.cos(parallel) - 93.5 * math.cos(3 * parallel)
    # The length of a degree on WGS 84, as the series of nautical tables have it.
    assert Road(NORTH, closed=False).lap() == pytest.approx(latitude / 100, abs=0.02)
    east = tuple((51.0, 4.0 + n / 1000) for n in range(11))
    assert Road(east, closed=False).lap() == pytest.approx(longitude / 100, abs=0.02)


def test_at_the_equator_a_degree_is_what_the_definition_says() -> None:
    places = tuple((0.0, n / 100) for n in range(101))
    assert Road(places, closed=False).lap() == pytest.approx(math.radians(1) * 6_378_137, abs=1e-6)


def test_it_crosses_the_date_line_without_going_round_the_earth() -> None:
    road = Road(((-16.8, 179.999), (-16.8, -179.999)), closed=False)
    assert road.lap() == pytest.approx(213.1, abs=0.1)
    assert np.ptp(road.point([0.0, road.lap()])[:, 0]) == pytest.approx(road.lap(), rel=1e-3)


@pytest.mark.parametrize(("east", "closed"), [(0.0, True), (0.0001, True), (0.0002, False)])  # 0, 7 and 14 m
def test_a_line_that_ends_within_10_m_of_where_it_begins_is_a_loop(east: float, closed: bool) -> None:
    corner = ((51.0, 4.0), (51.001, 4.0), (51.001, 4.001), (51.0, 4.0 + east))
    road = Road.through(corner)
    assert road.closed is closed
    assert len(road.places) == (3 if east == 0 else 4)
    there = Road(corner, closed=False).lap()
    gap = Road(((51.0, 4.0), (51.0, 4.0 + east)), closed=False).lap() if closed and east else 0.0
    assert road.lap() == pytest.approx(there + gap, abs=1e-9)


def test_out_and_back_is_a_line_with_a_turn() -> None:
    road = Road.through(NORTH + NORTH[-2::-1])
    assert road.closed
    assert road.lap() == pytest.approx(2 * Road(NORTH, closed=False).lap(), abs=1e-9)
    there, back = road.point([300.0, road.lap() - 300.0])
    assert there == pytest.approx(back, abs=1e-6)


def test_it_has_no_kerb_that_is_shorter_and_no_lanes() -> None:
    road = Road(NORTH, closed=False)
    assert road.lap(5) == road.kerb_lap == road.lap()
    assert road.kerb_at([3.0, -2.0]).tolist() == road.measured_at([3.0, -2.0]).tolist() == [3.0, -2.0]
    assert road.tangents == ()


def test_it_is_drawn_as_long_as_it_is_north_up_and_round_the_middle() -> None:
    road = Road(NORTH, closed=False)
    ends = road.point([0.0, road.lap()])
    assert ends[1] - ends[0] == pytest.approx([0.0, road.lap()], rel=1e-3, abs=1e-6)
    assert ends.sum(axis=0) == pytest.approx([0.0, 0.0], abs=1e-6)
    aside = road.point([10.0], 5.0)[0] - road.point([10.0])[0]
    assert aside == pytest.approx([5.0, 0.0], abs=1e-6)  # to the right of who runs north


@pytest.mark.parametrize(
    ("places", "says"),
    [
        (NORTH[:1], "a road has 2 to 20,000 places, not 1"),
        (NORTH * 2000, "a road has 2 to 20,000 places, not 22,000"),
        (NORTH[:2] + NORTH[1:3], "places 2 and 3 are one"),
        ((*NORTH, (51.04, 4.0)), "a jump of 3,337 m between places 11 and 12"),
    ],
)
def test_a_line_that_is_no_road_is_refused(places: tuple[tuple[float, float], ...], says: str) -> None:
    with pytest.raises(SurveyError) as refused:
        Road(places, closed=False)
    assert str(refused.value) == says


places = st.tuples(st.integers(-500, 500), st.integers(-500, 500))


@given(st.lists(places, min_size=2, max_size=20, unique=True))
def test_the_drawing_is_as_long_as_the_road(steps: list[tuple[int, int]]) -> None:
    road = Road(tuple((47 + north / 1e5, 8 + east / 1e5) for north, east in steps), closed=False)
    drawn = np.hypot(*np.diff(road.point(road.ends), axis=0).T).sum()
    assert drawn == pytest.approx(road.lap(), rel=2e-3, abs=1e-6)

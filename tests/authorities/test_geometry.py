"""Acceptance values of track geometry: what surveyors, rule books and contractors compute."""

import math

import numpy as np
import pytest

from pacelight.distance import MILE, Distance
from pacelight.track import Oval, Survey, track
from pacelight.track.lanes import lane_starts

WITHIN = 1e-4
"""Metres: the values are given to the tenth of a millimetre."""

STANDARD = Oval(84.39, 36.50)

LANES = [400.0012, 407.0384, 414.7039, 422.3694, 430.0348, 437.7003, 445.3658, 453.0313]


def test_g1_kerb_and_measured_lap_of_the_standard_oval() -> None:
    assert STANDARD.kerb_lap == pytest.approx(398.1163, abs=WITHIN)
    assert STANDARD.lap() == pytest.approx(400.0012, abs=WITHIN)
    assert STANDARD.lap() - STANDARD.kerb_lap == pytest.approx(2 * math.pi * 0.30, abs=1e-9)


def test_g2_its_bend_as_measured_and_along_the_kerb() -> None:
    kerb = float(STANDARD.kerb_at(STANDARD.bend))
    assert STANDARD.bend == pytest.approx(115.6106, abs=WITHIN)
    assert kerb == pytest.approx(114.6681, abs=WITHIN)
    assert kerb / STANDARD.bend == pytest.approx(0.99185, abs=1e-5)


@pytest.mark.parametrize(("lane", "lap"), list(enumerate(LANES, start=1)))
def test_g3_the_lap_of_each_lane(lane: int, lap: float) -> None:
    assert STANDARD.lap(lane) == pytest.approx(lap, abs=WITHIN)


def test_g4_without_a_raised_kerb_lane_1_is_measured_closer() -> None:
    painted = Oval(84.39, 36.50, kerb=False)
    assert painted.lap() == pytest.approx(399.3729, abs=WITHIN)
    assert painted.lap(2) == STANDARD.lap(2)


@pytest.mark.parametrize(
    ("radius", "straight"), [(35.00, 89.1018), (37.898, 79.9974), (38.00, 79.6770), (31.531, 100.0)]
)
def test_g5_the_straights_of_other_400_m_ovals(radius: float, straight: float) -> None:
    # The radius of equal quadrants is printed to the millimetre: six of them a lap.
    within = 2e-3 if radius == 31.531 else WITHIN
    assert Oval.of_lap(400, radius).straight_m == pytest.approx(straight, abs=within)


def test_g6_lamps_read_as_even_metres_are_40_cm_off_at_the_end_of_the_bend() -> None:
    s = np.linspace(0.0, STANDARD.lap(), 400_001)
    even = STANDARD.kerb_at(s) * STANDARD.lap() / STANDARD.kerb_lap
    off = np.abs(even - s)
    assert float(off.max()) == pytest.approx(0.3996, abs=WITHIN)
    worst = s[np.argsort(off)[-2:]]  # the two ends of the bends, opposite each other
    assert np.sort(worst) == pytest.approx([115.61, 315.61], abs=0.01)


def test_g6_the_surveyed_table_has_none_of_it() -> None:
    lap = track("standard-400")
    survey = Survey.even_kerb(lap, 400)
    naive = np.arange(400) * 1.0
    off = np.abs(lap.kerb_at(naive) - lap.kerb_at(survey.metres))
    assert 0.39 < float(off.max()) < 0.40
    exact = np.arange(400) * (float(lap.kerb_at(400.0)) / 400)
    assert lap.kerb_at(survey.metres) == pytest.approx(exact, abs=1e-9)


@pytest.mark.parametrize(
    ("lap", "race", "laps", "start_mm"),
    [
        ("standard-400", "800", 2, 0),
        ("standard-400", "1500", 3, 100_000),
        ("standard-400", "1609.344", 4, 390_656),
        ("standard-400", "2000", 5, 0),
        ("standard-400", "3000", 7, 200_000),
        ("standard-400", "3218.688", 8, 381_312),
        ("standard-400", "5000", 12, 200_000),
        ("standard-400", "10000", 25, 0),
        ("short-200", "800", 4, 0),
        ("short-200", "1500", 7, 100_000),
        ("short-200", "1609.344", 8, 190_656),
        ("short-200", "3000", 15, 0),
        ("short-200", "3218.688", 16, 181_312),
        ("short-200", "5000", 25, 0),
    ],
)
def test_g7_all_start_points_exactly(lap: str, race: str, laps: int, start_mm: int) -> None:
    distance, on = Distance.parse(race), track(lap)
    assert distance.mm // on.lap.mm == laps
    assert on.start(distance) == start_mm / 1000


@pytest.mark.parametrize(("lap", "at"), [("standard-400", 290.656), ("short-200", 90.656)])
def test_g8_the_1500_m_point_of_a_mile(lap: str, at: float) -> None:
    on = track(lap)
    assert float(on.place(1500.0, MILE)) == pytest.approx(at, abs=1e-9)
    assert on.start(Distance(MILE.mm - 1_500_000)) == at


@pytest.mark.parametrize("lamps", [2, 3, 200, 400, 2400])
@pytest.mark.parametrize(
    "name", ["standard-400", "equal-quadrant-400", "wide-400", "narrow-400", "short-200"]
)
def test_g9_from_the_line_to_the_kerb_and_back_on_any_survey(name: str, lamps: int) -> None:
    on = track(name)
    survey = Survey.even_kerb(on, lamps)
    kerb, lap = on.kerb_at(survey.metres), on.lap.metres
    assert np.abs(on.measured_at(kerb) - survey.metres).max() < 1e-9
    assert (np.diff(survey.metres) > 0).all()
    assert (np.diff(kerb) > 0).all()
    wrapped = on.kerb_at(survey.metres + lap) - kerb
    assert wrapped == pytest.approx(np.full(lamps, float(on.kerb_at(lap))), abs=1e-9)


def test_g10_a_short_track_without_transition_curves() -> None:
    assert Oval.of_lap(200, 17.20).straight_m == pytest.approx(45.0221, abs=WITHIN)
    assert track("short-200").shape.straight_m == pytest.approx(45.0221, abs=WITHIN)


@pytest.mark.parametrize(
    ("race", "published"),
    [
        ("200", [3.519, 7.352, 11.185, 15.017, 18.850, 22.683, 26.516]),
        ("400", [7.038, 14.704, 22.370, 30.034, 37.700, 45.366, 53.032]),
        ("800", [3.526, 7.384, 11.260, 15.151, 19.061, 22.989, 26.933]),
    ],
)
def test_staggers_of_the_standard_track_are_those_of_the_facilities_manual(
    race: str, published: list[float]
) -> None:
    # World Athletics (IAAF) Track and Field Facilities Manual, staggered start data of the standard track.
    # It is printed to the millimetre; over 800 m its staggers are up to 3 mm longer.
    ahead = [start.ahead_m for start in lane_starts(track("standard-400"), Distance.parse(race))[1:]]
    assert ahead == pytest.approx(published, abs=3.5e-3 if race == "800" else 2e-3)


def test_who_breaks_from_lane_8_runs_42_cm_further_than_a_one_turn_stagger_gives() -> None:
    # W. Armbrust (Computomarx) on staggers without a break line correction: "approximately 0.42 m" in lane 8.
    one_turn, broken = (
        lane_starts(track("standard-400"), Distance.parse(race))[7].ahead_m for race in ("200", "800")
    )
    assert broken - one_turn == pytest.approx(0.42, abs=0.005)

"""Tracks: where races start, and where a runner is after so many metres."""

import numpy as np
import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import DistanceError, SurveyError
from pacelight.track import TRACKS, Oval, Track, track

STANDARD, SHORT = track("standard-400"), track("short-200")

STARTS_400 = {
    "800": 0.0,
    "1500": 100.0,
    "mile": 390.656,
    "2000": 0.0,
    "3000": 200.0,
    "2 miles": 381.312,
    "5000": 200.0,
    "10 km": 0.0,
}
STARTS_200 = {
    "800": 0.0,
    "1500": 100.0,
    "mile": 190.656,
    "3000": 0.0,
    "2 miles": 181.312,
    "5000": 0.0,
}


def test_these_tracks_ship() -> None:
    assert {name: one.lap.mm for name, one in TRACKS.items()} == {
        "standard-400": 400_000,
        "equal-quadrant-400": 400_000,
        "wide-400": 400_000,
        "narrow-400": 400_000,
        "short-200": 200_000,
        "straight-60": 73_000,
        "straight-100": 120_000,
        "straight-110": 130_000,
    }
    assert all(track(name) is one and one.name == name for name, one in TRACKS.items())


@pytest.mark.parametrize(("distance", "start"), STARTS_400.items())
def test_where_races_start_on_400_m(distance: str, start: float) -> None:
    assert STANDARD.start(Distance.parse(distance)) == start


@pytest.mark.parametrize(("distance", "start"), STARTS_200.items())
def test_where_races_start_on_200_m(distance: str, start: float) -> None:
    assert SHORT.start(Distance.parse(distance)) == start


@pytest.mark.parametrize("lap_mm", [150_876, 200_000, 201_168, 300_000, 400_000, 402_336])
@pytest.mark.parametrize("mm", [1_500_000, 1_609_344, 3_218_688, 10_000_000])
def test_a_race_ends_at_the_finish_whatever_the_lap(lap_mm: int, mm: int) -> None:
    lap = Distance(lap_mm)  # 150.876 m and 402.336 m are laps of 165 and of 440 yards
    one = Track("a track", lap, Oval.of_lap(lap.metres, 17.0))
    assert (round(one.start(Distance(mm)) * 1000) + mm) % lap_mm == 0
    assert 0 <= one.start(Distance(mm)) < lap.metres


@pytest.mark.parametrize(("on", "at"), [(STANDARD, 290.656), (SHORT, 90.656)])
def test_the_1500_m_of_a_mile_lie_across_the_hall(on: Track, at: float) -> None:
    place = float(on.place(1500.0, MILE))
    assert place == pytest.approx(at, abs=1e-9)
    assert on.lap.metres - place == pytest.approx(109.344, abs=1e-9)


def test_a_runner_starts_at_the_start_and_ends_at_the_finish() -> None:
    run = np.array([0.0, 9.344, 209.344, 1609.344])
    assert SHORT.place(run, MILE) == pytest.approx([190.656, 0.0, 0.0, 0.0], abs=1e-9)
    assert SHORT.place(run, MILE).shape == (4,)


def test_the_oval_s_own_lap_is_stretched_onto_the_certificate() -> None:
    assert STANDARD.shape.lap() == pytest.approx(400.0012, abs=1e-4)
    assert float(STANDARD.kerb_at(400.0)) == pytest.approx(398.1163, abs=1e-4)
    assert float(STANDARD.measured_at(STANDARD.shape.kerb_lap)) == pytest.approx(400.0, abs=1e-9)


def test_tangents_run_from_the_finish_on() -> None:
    assert STANDARD.tangents == pytest.approx((0.0, 115.6103, 200.0, 315.6103), abs=1e-4)
    assert SHORT.tangents == pytest.approx((0.0, 54.9779, 100.0, 154.9779), abs=1e-4)


def test_a_finish_elsewhere_takes_everything_with_it() -> None:
    usual = STANDARD
    moved = Track("finish on the back straight", usual.lap, usual.shape, finish_m=150.0)
    assert moved.start(Distance.parse("1500")) == 100.0
    assert moved.tangents == pytest.approx((50.0, 165.6103, 250.0, 365.6103), abs=1e-4)
    s = np.array([0.0, 10.0, 100.0, 399.0])
    assert moved.point(s) == pytest.approx(usual.point(s + 150.0))
    from_finish = usual.kerb_at(s + 150.0) - usual.kerb_at(150.0)
    assert moved.kerb_at(s) == pytest.approx(from_finish, abs=1e-9)
    assert moved.measured_at(moved.kerb_at(s)) == pytest.approx(s, abs=1e-9)
    assert float(moved.kerb_at(0.0)) == 0.0
    assert float(moved.kerb_at(400.0)) == pytest.approx(usual.shape.kerb_lap, abs=1e-9)


@pytest.mark.parametrize("finish", [-1.0, 400.0, float("nan")])
def test_a_finish_that_is_not_on_the_lap_is_refused(finish: float) -> None:
    with pytest.raises(SurveyError) as refused:
        Track("x", STANDARD.lap, STANDARD.shape, finish_m=finish)
    assert str(refused.value) == f"x: a finish at {finish:.3f} m is outside the lap of 400 m"


def test_the_outline_is_the_kerb() -> None:
    outline = STANDARD.outline(8)
    assert outline.shape == (8, 3)
    assert outline[:, 0] == pytest.approx(np.arange(8) * 50.0)
    assert outline[0, 1:] == pytest.approx([42.195, -36.5])


@pytest.mark.parametrize(("lap", "radius"), [("400", 36.80), ("300", 30.0), ("200.5", 17.0)])
def test_any_oval_may_be_named(lap: str, radius: float) -> None:
    one = track(f"oval-{lap}-{radius:.2f}")
    assert one.lap == Distance.parse(lap)
    assert one.shape.radius_m == radius
    assert one.shape.lap() == pytest.approx(one.lap.metres, abs=1e-9)
    assert one.note == ""


@pytest.mark.parametrize(
    "name", ["", "standard", "oval", "oval-400", "oval-400--36", "oval-400-x", "oval-4e2-36"]
)
def test_a_track_that_there_is_not_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(SurveyError) as refused:
        track(name)
    assert str(refused.value) == (
        f"no such track: '{name}' (there are standard-400, equal-quadrant-400, wide-400, narrow-400, "
        "short-200, straight-60, straight-100, straight-110, and oval-LAP-RADIUS, "
        "double-LAP-CORNER-MIDDLE-DEGREES, straight-RACE-BEFORE-BEYOND, FILE.gpx=LENGTH)"
    )


@pytest.mark.parametrize("name", ["oval-200-50", "oval-0-10", "oval-400-0"])
def test_an_oval_that_does_not_close_is_refused(name: str) -> None:
    with pytest.raises(SurveyError, match="no oval has straights of"):
        track(name)


def test_an_oval_that_does_not_measure_the_lap_is_refused() -> None:
    with pytest.raises(SurveyError) as refused:
        Track("x", Distance.parse("400"), Oval(84.39, 36.00))
    assert str(refused.value) == "x: its shape measures 396.860 m, not the lap of 400 m"


def test_a_lap_is_told_in_the_words_of_distances() -> None:
    with pytest.raises(DistanceError, match="a distance is not negative"):
        Distance(-400_000)

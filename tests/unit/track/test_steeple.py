"""The steeplechase: where it starts, and where the light has nobody beside it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track import Steeplechase, track
from pacelight.track.steeple import JUMPS

STANDARD = track("standard-400")
# Laps that are told of tracks with radius 36.50 m, unverified: here they are only lengths.
INSIDE = Steeplechase(STANDARD, Distance(396_084), 205.0, 310.0)
OUTSIDE = Steeplechase(STANDARD, Distance(419_407), 205.0, 310.0)
TWO, THREE = Distance(2_000_000), Distance(3_000_000)


@pytest.mark.parametrize(
    ("on", "race", "at"),
    [
        (INSIDE, THREE, 172.588),  # on the back straight
        (OUTSIDE, THREE, 335.849),  # on the home straight
        (INSIDE, TWO, 380.420),
        (OUTSIDE, TWO, 97.035),  # five laps are longer than the race
    ],
)
def test_the_start_is_what_the_laps_through_the_water_leave_over(
    on: Steeplechase, race: Distance, at: float
) -> None:
    assert on.start(race) == pytest.approx(at, abs=1e-9)
    places, beside = on.place([0.0, race.metres], race)
    assert places[0] == pytest.approx(at, abs=1e-9)
    assert min(places[1], 400 - places[1]) < 1e-9
    assert beside.tolist() == [True, True]


@pytest.mark.parametrize("on", [INSIDE, OUTSIDE])
@pytest.mark.parametrize("race", list(JUMPS))
def test_nobody_is_beside_the_light_as_often_as_there_are_water_jumps(
    on: Steeplechase, race: Distance
) -> None:
    run = np.arange(0.0, race.metres, 0.25)
    places, beside = on.place(run, race)
    left = np.flatnonzero(beside[:-1] & ~beside[1:])
    assert len(left) == JUMPS[race]
    assert (~beside).sum() * 0.25 == pytest.approx(
        JUMPS[race] * (105 + on.lap.metres - 400), abs=JUMPS[race] * 0.25
    )
    assert ((places[~beside] > 205.0) & (places[~beside] < 310.0)).all()


@given(st.integers(380_000, 428_000), st.floats(205.0, 210.0), st.floats(300.0, 310.0))
def test_the_light_never_jumps_and_never_runs_backwards(lap: int, leaves: float, joins: float) -> None:
    on = Steeplechase(STANDARD, Distance(lap), leaves, joins)
    places, _ = on.place(np.linspace(0.0, 3000.0, 6001), THREE)
    steps = np.mod(np.diff(places), 400.0)
    assert (steps > 0).all()
    assert (steps < 1.0).all()


def test_a_water_jump_in_the_lap_itself_changes_nothing() -> None:
    on = Steeplechase(STANDARD, STANDARD.lap, 205.0, 310.0)
    run = np.linspace(0.0, 3000.0, 777)
    assert on.start(THREE) == STANDARD.start(THREE)
    assert on.place(run, THREE)[0] == pytest.approx(STANDARD.place(run, THREE), abs=1e-9)


@pytest.mark.parametrize(
    ("lap", "leaves", "joins", "said"),
    [
        (396_084, 310.0, 205.0, "leaves at 310.000 m and joins at 205.000 m"),
        (396_084, -1.0, 205.0, "leaves at -1.000 m"),
        (396_084, 205.0, 400.5, "within 400 m"),
        (294_000, 205.0, 310.0, "leaves no metre for the way from 205.000 m to 310.000 m"),
    ],
)
def test_a_way_that_cannot_be_is_refused(lap: int, leaves: float, joins: float, said: str) -> None:
    with pytest.raises(SurveyError) as refused:
        Steeplechase(STANDARD, Distance(lap), leaves, joins)
    assert said in str(refused.value)


def test_a_race_that_is_none_is_refused() -> None:
    with pytest.raises(SurveyError, match="no steeplechase of 1500 m"):
        INSIDE.start(Distance(1_500_000))


@pytest.mark.parametrize("lap", [320_000, 450_000])
def test_a_start_that_cannot_be_is_refused(lap: int) -> None:
    on = Steeplechase(STANDARD, Distance(lap), 205.0, 310.0)
    race = THREE if lap < 400_000 else TWO
    with pytest.raises(SurveyError, match="cannot start on laps of"):
        on.place([0.0], race)


def reckoned(on: Steeplechase, run: float, race: Distance) -> float:
    """Where the light is, lap by lap, written from the words of the reference."""
    over = race.metres - JUMPS[race] * on.lap.metres
    if run < over:
        return on.start(race) + run
    around = (run - over) % on.lap.metres
    way = on.joins_m - on.leaves_m + on.lap.metres - on.track.lap.metres
    if around <= on.leaves_m:
        return around
    if around >= on.leaves_m + way:
        return around + on.track.lap.metres - on.lap.metres
    return on.leaves_m + (around - on.leaves_m) / way * (on.joins_m - on.leaves_m)


@given(st.sampled_from([INSIDE, OUTSIDE]), st.sampled_from(list(JUMPS)), st.floats(0.0, 1.0))
def test_the_light_is_beside_the_runners_or_in_proportion(
    on: Steeplechase, race: Distance, share: float
) -> None:
    run = share * race.metres
    (place,), _ = on.place([run], race)
    assert (place - reckoned(on, run, race) + 200) % 400 - 200 == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("on", [INSIDE, OUTSIDE])
@pytest.mark.parametrize("race", list(JUMPS))
def test_the_way_of_the_light_has_no_gap_and_ends_at_the_finish(on: Steeplechase, race: Distance) -> None:
    rows = on.way(race)
    assert rows.shape == (1 + 2 * JUMPS[race], 3)
    assert rows[0].tolist() == [0.0, 0.0, 1.0]
    ends = rows[:-1, 1] + np.diff(rows[:, 0]) * rows[:-1, 2]
    assert ends == pytest.approx(rows[1:, 1], abs=1e-9)
    finish = on.start(race) + rows[-1, 1] + (race.metres - rows[-1, 0]) * rows[-1, 2]
    assert finish / 400 == pytest.approx(round(finish / 400), abs=1e-9)


def test_a_straight_has_no_lap_that_leads_through_water() -> None:
    with pytest.raises(SurveyError, match="straight-110 has two ends: no lap leads through a water jump"):
        Steeplechase(track("straight-110"), Distance(396_084), 20.0, 30.0)


def test_a_finish_elsewhere_moves_the_way_with_it() -> None:
    moved = Steeplechase(track("standard-400@150"), Distance(396_084), 55.0, 160.0)
    assert moved.start(THREE) == INSIDE.start(THREE)
    assert moved.way(THREE)[1, 0] == pytest.approx(INSIDE.way(THREE)[1, 0] - 150.0)

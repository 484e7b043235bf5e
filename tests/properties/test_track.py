"""Laws of tracks and surveys."""

from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track import DoubleBend, Oval, Survey, Track, track
from pacelight.track.survey.faults import HOLE, lamp_faults

NEAR = 1e-9


@st.composite
def tracks(draw: st.DrawFn) -> Track:
    """Any lap of 100 to 500 m, any radii that close, the finish anywhere."""
    lap = Distance(draw(st.integers(100_000, 500_000)))
    radius = draw(st.floats(5.0, lap.metres / (2 * np.pi) - 0.31))
    kerb = draw(st.booleans())
    finish = draw(st.just(0.0) | st.floats(0.0, lap.metres, exclude_max=True))
    corner, degrees = draw(st.floats(0.2, 1.0)) * radius, draw(st.floats(1.0, 89.0))
    shapes = [
        Oval.of_lap(lap.metres, radius, kerb=kerb),
        DoubleBend.of_lap(lap.metres, corner, radius, degrees, kerb=kerb),
    ]
    return Track("any", lap, draw(st.sampled_from(shapes)), finish)


places = st.lists(st.floats(-2000.0, 12_000.0), min_size=1, max_size=30).map(np.array)


@given(tracks(), places)
def test_to_the_kerb_and_back_is_where_it_was(on: Track, s: np.ndarray) -> None:
    assert np.abs(on.measured_at(on.kerb_at(s)) - s).max() < 1e-8  # a floor of 12 km in 64 bits
    inside = np.mod(s, on.lap.metres)
    assert np.abs(on.measured_at(on.kerb_at(inside)) - inside).max() < NEAR


@given(tracks(), places)
def test_who_is_further_on_the_line_is_further_on_the_kerb(on: Track, s: np.ndarray) -> None:
    ordered = np.unique(s.round(6))
    assert (np.diff(on.kerb_at(ordered)) > 0).all()
    steps = np.diff(on.kerb_at(ordered)) - np.diff(ordered) * (on.shape.lap() / on.lap.metres)
    assert (steps < 1e-8).all()  # the kerb is the shorter way, or as long


@given(tracks(), places)
def test_a_lap_further_is_the_same_place_a_kerb_further(on: Track, s: np.ndarray) -> None:
    kerb = on.kerb_at(s + on.lap.metres) - on.kerb_at(s)
    assert kerb == pytest.approx(np.full(len(s), on.shape.kerb_lap), abs=1e-7)
    assert on.point(s + on.lap.metres) == pytest.approx(on.point(s), abs=1e-7)


@given(tracks(), st.integers(1, 42_195_000))
def test_a_race_runs_from_its_start_to_the_finish(on: Track, mm: int) -> None:
    race = Distance(mm)
    assert 0 <= on.start(race) < on.lap.metres
    assert (round(on.start(race) * 1000) + mm) % on.lap.mm == 0
    end = float(on.place(race.metres, race))
    assert min(end, on.lap.metres - end) < 1e-6


@given(tracks(), st.integers(2, 500))
def test_even_lamps_are_a_survey_on_any_oval(on: Track, lamps: int) -> None:
    survey = Survey.even_kerb(on, lamps)
    steps = np.diff(on.kerb_at(survey.metres))
    assert survey.metres[0] == pytest.approx(0.0, abs=NEAR)
    assert steps == pytest.approx(np.full(lamps - 1, on.shape.kerb_lap / lamps), abs=1e-8)


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """Lamps at distances of one to one and a half times the least, the first anywhere before the next."""
    on = draw(st.sampled_from(["standard-400", "narrow-400", "short-200"]).map(track))
    steps = np.array(draw(st.lists(st.floats(1.0, 1.5), min_size=2, max_size=60)))
    gaps = steps * (on.lap.metres / steps.sum())
    first = draw(st.floats(0.0, 0.99)) * gaps[-1]
    metres = first + np.array([0.0, *accumulate(gaps[:-1].tolist())])
    assume(metres[-1] < on.lap.metres)
    return Survey(on, metres)


@given(surveys())
def test_a_random_survey_keeps_the_promise_of_one(survey: Survey) -> None:
    metres, lap = survey.metres, survey.track.lap.metres
    assert (np.diff(metres) > 0).all()
    assert 0 <= metres[0] < metres[-1] < lap
    assert np.abs(survey.track.measured_at(survey.track.kerb_at(metres)) - metres).max() < NEAR


@given(surveys())
def test_a_survey_reads_back_equal(tmp_path_factory: pytest.TempPathFactory, survey: Survey) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / "any-survey.toml"
    survey.write(path)
    assert Survey.read(path) == survey


@given(surveys(), st.data())
def test_some_of_its_lamps_are_enough_to_know_them_again(survey: Survey, data: st.DataObject) -> None:
    lamps = len(survey)
    known = data.draw(st.sets(st.integers(0, lamps - 1), min_size=1))
    points = [(lamp, float(survey.metres[lamp])) for lamp in sorted(known)]
    try:
        again = Survey.from_points(survey.track, lamps, points)
    except SurveyError as refused:
        said = str(refused)
    else:
        said = ""
        assert [float(again.metres[lamp]) for lamp, _ in points] == [metre for _, metre in points]
        if len(known) == lamps:
            assert again == survey
    # Between few points the computed lamps may lie before the finish, or leave a hole; nothing else is wrong.
    assert said == "" or "the finish (number" in said or "a hole of" in said


@given(surveys(), st.data())
def test_a_missing_lamp_never_goes_unseen_where_lamps_are_even(survey: Survey, data: st.DataObject) -> None:
    even = Survey.even_kerb(survey.track, len(survey) + 4)
    missing = data.draw(st.integers(0, len(even) - 1))
    faults = lamp_faults(even.track, np.delete(even.metres, missing))
    assert [fault.split(" m after lamp")[0].split(" of ")[0] for fault in faults] == ["a hole"]


@given(surveys(), st.data())
def test_lamps_changed_about_are_always_noticed(survey: Survey, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(survey))))
    faults = lamp_faults(survey.track, survey.metres[list(order)])
    assert (faults == []) == (list(order) == sorted(order))


@given(surveys(), st.floats(-1000.0, 1000.0))
def test_no_lamp_is_nearer_than_the_nearest(survey: Survey, metre: float) -> None:
    lap = survey.track.lap.metres
    off = np.abs(survey.metres - metre % lap)
    off = np.minimum(off, lap - off)
    assert off[survey.nearest(metre)] == off.min()
    assert HOLE > 1.5

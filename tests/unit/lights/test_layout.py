"""The layout: every metre of the lap belongs to one lamp."""

import math

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.lights.canvas.layout import Layout
from pacelight.track import Survey, track

HALL = track("short-200")


def test_a_lamp_shines_half_way_to_its_neighbours() -> None:
    laid = Layout.of(Survey(HALL, np.array([0.0, 80.0, 120.0])))
    assert laid.edges.tolist() == [-40.0, 40.0, 100.0, 160.0]


def test_the_last_lamp_meets_the_first_across_the_finish_line() -> None:
    laid = Layout.of(Survey(HALL, np.array([10.0, 100.0, 150.0])))
    assert laid.edges.tolist() == [-20.0, 55.0, 125.0, 180.0]


@pytest.mark.parametrize("lamps", [2, 200, 400, 24_000])
def test_the_cells_are_the_lap_without_gap_or_overlap(lamps: int) -> None:
    laid = Layout.of(Survey.even_kerb(HALL, lamps))
    assert len(laid) == lamps
    assert laid.edges[-1] - laid.edges[0] == pytest.approx(200, abs=1e-9)
    assert np.all(np.diff(laid.edges) > 0)


def test_every_lamp_stands_in_its_own_cell() -> None:
    survey = Survey.even_kerb(track("standard-400"), 400)
    laid = Layout.of(survey)
    assert np.all((laid.edges[:-1] < survey.metres) & (survey.metres < laid.edges[1:]))


@pytest.mark.parametrize("edges", [[], [0.0], [0.0, 120.0, 100.0, 200.0], [0.0, 100.0, 100.0, 200.0]])
def test_cells_out_of_order_are_refused(edges: list[float]) -> None:
    with pytest.raises(SurveyError, match="out of order"):
        Layout(np.array(edges), 200.0)


def test_cells_that_are_no_lap_are_refused() -> None:
    with pytest.raises(SurveyError, match=r"cover 190\.000 m of 200\.0 m"):
        Layout(np.array([0.0, 100.0, 190.0]), 200.0)


def test_a_layout_cannot_be_changed() -> None:
    laid = Layout.of(Survey.even_kerb(HALL, 4))
    with pytest.raises(ValueError, match="read-only"):
        laid.edges[0] = 7.0


def test_at_two_ends_the_outermost_lamps_shine_as_far_out_as_in() -> None:
    straight = track("straight-60")
    laid = Layout.of(Survey(straight, np.array([-63.0, -30.0, 0.0, 10.0])))
    assert laid.edges.tolist() == [-79.5, -46.5, -15.0, 5.0, 15.0]
    assert math.isinf(laid.lap_m)
    assert laid.lit_m == 94.5


def test_what_is_lit_of_a_lap_is_the_lap() -> None:
    assert Layout.of(Survey.even_kerb(HALL, 7)).lit_m == pytest.approx(200.0)

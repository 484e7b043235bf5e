"""The way of a light beside a steeplechase."""

import pytest

from pacelight.errors import PlanError
from pacelight.lights.canvas.way import Way

WAY = Way.of([[0.0, 0.0, 1.0], [50.0, 50.0, 0.5], [90.0, 70.0, 1.0]])


@pytest.mark.parametrize(
    ("run", "along"), [(0.0, 0.0), (30.0, 30.0), (50.0, 50.0), (70.0, 60.0), (90.0, 70.0), (100.0, 80.0)]
)
def test_the_light_is_where_the_runners_are_in_proportion(run: float, along: float) -> None:
    assert WAY.along(run) == along


def test_of_two_rows_at_one_place_the_later_one_holds() -> None:
    assert Way.of([[0.0, 0.0, 1.0], [0.0, 0.0, 0.5], [10.0, 5.0, 1.0]]).along(4.0) == 2.0


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[1.0, 0.0, 1.0]],
        [[0.0, 1.0, 1.0]],
        [[0.0, 0.0, 1.0], [50.0, 40.0, 1.0]],
        [[0.0, 0.0, 1.0], [-1.0, -1.0, 1.0]],
        [[0.0, 0.0, -1.0]],
    ],
)
def test_a_way_that_no_light_can_run_is_refused(rows: list[list[float]]) -> None:
    with pytest.raises(PlanError) as refused:
        Way.of(rows)
    assert str(refused.value) == "the way of a light begins elsewhere, leaves a gap or leads backwards"

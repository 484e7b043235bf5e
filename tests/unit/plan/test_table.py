"""The table that pacemakers print."""

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.makers import even
from pacelight.plan.table import clock, table


def test_rows_stand_at_every_lap_and_at_the_finish() -> None:
    rows = table(even(MILE, Mark.parse("3:46.63")), Distance.parse("400"))
    shown = [(str(row.distance), clock(row.elapsed), clock(row.segment)) for row in rows]
    assert shown == [
        ("400 m", "56.33", "56.33"),
        ("800 m", "1:52.66", "56.33"),
        ("1200 m", "2:48.99", "56.33"),
        ("1600 m", "3:45.31", "56.33"),
        ("1609.344 m", "3:46.63", "1.32"),
    ]


def test_rows_may_begin_elsewhere() -> None:
    rows = table(even(MILE, Mark.parse("3:46.63")), Distance.parse("400"), Distance.parse("9.344"))
    assert [row.distance.metres for row in rows] == [9.344, 409.344, 809.344, 1209.344, 1609.344]


def test_a_row_further_than_the_race_leaves_the_finish_alone() -> None:
    (row,) = table(even(MILE, Mark.parse("3:46.63")), Distance.parse("2000"))
    assert row.elapsed == row.segment == Mark.parse("3:46.63").elapsed


def test_rows_that_lie_on_one_another_are_refused() -> None:
    with pytest.raises(PlanError, match="write every 100 m"):
        table(even(MILE, Mark.parse("3:46.63")), Distance(0))


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (0, "0.00"),
        (4_999_999, "0.00"),
        (5_000_000, "0.01"),
        (59_994_999_999, "59.99"),
        (59_995_000_000, "1:00.00"),
    ],
)
def test_a_planned_time_is_shown_to_the_nearest_hundredth(ns: int, text: str) -> None:
    assert clock(Elapsed(ns)) == text

"""When a runner finishes, if the pace stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import MILE, Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.forecast import forecast, onward

LAP = Distance.parse("200")


def points(*rows: tuple[str, str]) -> list[tuple[Distance, Elapsed]]:
    return [(Distance.parse(at), Mark.parse(time).elapsed) for at, time in rows]


def test_before_the_first_time_and_at_the_finish_there_is_nothing_to_say() -> None:
    assert forecast(MILE, LAP, []) is None
    assert forecast(MILE, LAP, points(("1500", "3:29.63"), ("mile", "3:45.14"))) is None


def test_before_a_lap_was_run_both_are_the_average_so_far() -> None:
    found = forecast(MILE, LAP, points(("100", "14.15")))
    assert found is not None
    assert found.even == found.current == Elapsed(-(-1_609_344 * 14_150_000_000 // 100_000))


def test_the_current_pace_is_that_of_the_last_lap() -> None:
    found = forecast(MILE, LAP, points(("1000", "2:20.49"), ("1200", "2:48.39"), ("1400", "3:16.07")))
    assert found is not None
    assert str(Mark.from_elapsed(found.current)) == "3:45.05"
    assert str(Mark.from_elapsed(found.even)) == "3:45.39"


def test_where_no_point_lies_a_lap_back_the_nearest_before_that_is_taken() -> None:
    found = forecast(MILE, LAP, points(("300", "42.35"), ("400", "56.39"), ("550", "1:17.00")))
    assert found is not None
    assert found.current == onward(MILE, *points(("300", "42.35"), ("550", "1:17.00")))


def test_a_pace_needs_two_points_in_order() -> None:
    (one,) = points(("400", "56.39"))
    with pytest.raises(PlanError, match="no pace from 400 m to 400 m"):
        onward(MILE, one, one)


@given(st.integers(60_000, 600_000), st.lists(st.integers(1, 15), min_size=1, max_size=15, unique=True))
def test_of_an_even_run_every_forecast_is_its_finish(finish_ms: int, hundreds: list[int]) -> None:
    finish = Elapsed.of_ms(finish_ms)
    run = [(Distance(n * 100_000), Elapsed(finish.ns * n * 100_000 // MILE.mm)) for n in sorted(hundreds)]
    found = forecast(MILE, LAP, run)
    assert found is not None
    for one in (found.even, found.current):
        assert abs(one.ns - finish.ns) <= 100  # points are rounded to the nanosecond, and the way is long

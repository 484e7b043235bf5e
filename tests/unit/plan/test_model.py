"""A plan refuses what nobody can run, and says why."""

from collections.abc import Sequence

import numpy as np
import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.makers import even
from pacelight.plan.model import Knot, Plan, Ramp


def knots(*points: tuple[str, str]) -> tuple[Knot, ...]:
    return tuple((Distance.parse(at), Mark.parse(time).elapsed) for at, time in points)


RACE = Distance.parse("800")


@pytest.mark.parametrize(
    ("points", "offence"),
    [
        ([], "has no point: its last point has to be the finish, 800 m"),
        ([("400", "56")], "ends at 400 m: its last point has to be the finish, 800 m"),
        ([("400", "56"), ("300", "60"), ("800", "1:52")], "runs backwards: 300 m comes after 400 m"),
        ([("400", "56"), ("400", "57"), ("800", "1:52")], "runs backwards: 400 m comes after 400 m"),
        (
            [("400", "56"), ("600", "56"), ("800", "1:52")],
            "backwards in time: 56.00 s at 600 m after 56.00 s at 400 m",
        ),
        ([("400", "1:56"), ("800", "1:52")], "backwards in time: 112.00 s at 800 m after 116.00 s at 400 m"),
        ([("400", "36"), ("800", "1:52")], "from 0 m to 400 m the plan runs 11.11 m/s"),
        ([("400", "3:21"), ("800", "5:00")], "from 0 m to 400 m the plan runs 1.99 m/s"),
    ],
)
def test_a_plan_that_cannot_be_run_is_refused(points: Sequence[tuple[str, str]], offence: str) -> None:
    with pytest.raises(PlanError, match=offence.replace("(", r"\(")):
        Plan(RACE, knots(*points))


@pytest.mark.parametrize(
    ("ramp_ms", "until_m", "offence"),
    [
        (0, 100, "takes more than 0"),
        (15_000, 100, "takes more than 0 and less than 14.08 s, not 15 s"),
        (9_000, 100, "asks for 11.64 m/s where 11.36 is the most"),
        (2_500, 0, "takes more than 0 and less than 0.00 s"),
    ],
)
def test_a_standing_start_that_cannot_be_run_is_refused(ramp_ms: int, until_m: int, offence: str) -> None:
    plan = even(MILE, Mark.parse("3:46.63"))
    with pytest.raises(PlanError, match=offence):
        plan.from_standing(Ramp(Elapsed.of_ms(ramp_ms), Distance(until_m * 1000)))


def test_plans_are_equal_if_they_say_the_same() -> None:
    assert even(MILE, Mark.parse("3:46.63")) == even(MILE, Mark.parse("3:46.63"))
    assert even(MILE, Mark.parse("3:46.63")) != even(MILE, Mark.parse("3:46.64"))


def test_before_the_gun_the_light_stands_at_the_start_and_after_the_finish_at_the_finish() -> None:
    plan = even(MILE, Mark.parse("3:46.63"))
    assert plan.distance_at([-1.0, 0.0, 226.63, 1000.0]).tolist() == [0, 0, MILE.metres, MILE.metres]
    assert plan.speed_at([-1.0, 1000.0]).tolist() == [0, 0]
    assert plan.time_at([-5.0, 2000.0]).tolist() == [0, 226.63]


def test_any_shape_may_be_asked() -> None:
    plan = even(MILE, Mark.parse("3:46.63"))
    seconds = np.arange(6.0).reshape(2, 3)
    assert plan.distance_at(seconds).shape == plan.speed_at(seconds).shape == (2, 3)
    assert plan.time_at(seconds).shape == (2, 3)

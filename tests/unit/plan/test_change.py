"""A light that is changed in mid-race."""

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.change import EASING_S, GENTLE, Turn
from pacelight.plan.makers import even

RECORD = even(MILE, Mark.parse("3:46.63"))
AT = Elapsed(100 * 10**9)


def to(text: str, at: Elapsed = AT) -> Turn:
    return Turn(at, Mark.parse(text).elapsed)


def test_a_mile_for_another_record_changes_its_speed_within_four_seconds() -> None:
    changed = RECORD.turned(to("3:45.14"))
    before, easing, after = changed.pieces[-3:].tolist()
    assert changed.finish == Mark.parse("3:45.14").elapsed
    assert (easing[0], after[0]) == (100.0, 100.0 + EASING_S)
    assert before[2] == pytest.approx(7.101, abs=1e-3)
    assert after[2] == pytest.approx(7.188, abs=1e-3)
    assert after[3] == 0.0


def test_a_change_that_would_be_steep_takes_longer() -> None:
    changed = RECORD.turned(to("3:20"))
    _, easing, after = changed.pieces[-3:].tolist()
    assert easing[3] == pytest.approx(GENTLE)
    assert after[0] - easing[0] > EASING_S


def test_back_on_the_plan_it_had_the_light_is_where_it_would_have_been() -> None:
    back = RECORD.turned(to("3:40")).turned(Turn(Elapsed(130 * 10**9), None))
    assert float(back.distance_at(130.0)) > float(RECORD.distance_at(130.0)) + 1
    assert float(back.distance_at(150.0)) == pytest.approx(float(RECORD.distance_at(150.0)), abs=1e-9)
    assert back.finish == RECORD.finish


def test_where_there_is_no_time_to_go_back_it_is_at_the_finish_when_it_was_to_be() -> None:
    late = RECORD.turned(to("3:46")).turned(Turn(Elapsed(218 * 10**9), None))
    assert late.finish == RECORD.finish
    assert float(late.distance_at(RECORD.finish.ns / 1e9)) == MILE.metres


@pytest.mark.parametrize(
    ("turn", "why"),
    [
        (to("3:46.63", Elapsed(227 * 10**9)), "is not on its way"),
        (to("3:46.63", Elapsed(0)), "is not on its way"),
        (to("1:43"), "cannot be run"),
        (to("2:55"), "it would have to run"),
        (to("9:00"), "it would have to run"),
        (to("1:20"), "cannot be run"),
    ],
)
def test_what_cannot_be_run_is_refused(turn: Turn, why: str) -> None:
    with pytest.raises(PlanError, match=why):
        RECORD.turned(turn)


def test_turns_come_one_after_another() -> None:
    with pytest.raises(PlanError, match="is not on its way"):
        RECORD.turned(to("3:45")).turned(to("3:44"))


def test_a_light_from_a_standing_start_is_turned_too() -> None:
    from pacelight.plan.model import Ramp

    standing = RECORD.from_standing(Ramp(Elapsed(2 * 10**9), Distance(60_000)))
    changed = standing.turned(to("3:45"))
    assert changed.ramp == standing.ramp
    assert float(changed.distance_at(1.0)) == float(standing.distance_at(1.0))

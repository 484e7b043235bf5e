"""Laws of a light that is changed in mid-race: no jump, never backwards, gently, in time at the finish."""

from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed
from pacelight.plan.change import GENTLE, Turn
from pacelight.plan.makers import splits
from pacelight.plan.model import Plan

SECOND = 10**9


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """400 m to 5 km in segments of 100 to 1000 m, from 4 to 9 m/s, none much faster than the one before."""
    segments = draw(st.lists(st.integers(100_000, 1_000_000), min_size=2, max_size=5))
    speed, mm, ns, knots = draw(st.floats(5.0, 8.0)), 0, 0, []
    for length in segments:
        mm += length
        ns += round(length * 1e6 / speed)
        knots.append((Distance(mm), Elapsed(ns)))
        speed *= draw(st.floats(0.95, 1.05))
    assume(mm >= 400_000)
    return splits(Distance(mm), knots)


@st.composite
def changed(draw: st.DrawFn) -> tuple[Plan, Plan, Turn]:
    """A plan, the same after one or two turns, and the last of them."""
    before = draw(plans())
    after, turn = before, None
    for _ in range(draw(st.integers(1, 2))):
        end = after.finish.ns
        last = turn.at.ns if turn else 0
        at = draw(st.integers(last + 1, end - 1))
        finish = draw(
            st.none() | st.integers(-15, 15).map(lambda s, end=end: Elapsed(max(end + s * SECOND, 1)))
        )
        turn = Turn(Elapsed(at), finish)
        before = after
        try:
            after = after.turned(turn)
        except PlanError:
            assume(False)
    assert turn is not None
    return before, after, turn


@given(changed())
def test_it_is_where_it_was_until_then_and_does_not_jump(one: tuple[Plan, Plan, Turn]) -> None:
    before, after, turn = one
    at_s = turn.at.ns / 1e9
    until = np.linspace(0, at_s, 200)
    assert np.abs(after.distance_at(until) - before.distance_at(until)).max() < 1e-6
    assert abs(float(after.speed_at(at_s)) - float(before.speed_at(at_s))) < 1e-6
    for piece, following in pairwise(after.pieces.tolist()):
        u = following[0] - piece[0]
        assert abs(piece[1] + u * (piece[2] + piece[3] * u / 2) - following[1]) < 1e-6
        assert abs(piece[2] + piece[3] * u - following[2]) < 1e-6


@given(changed())
def test_it_is_never_backwards_and_at_the_finish_in_time(one: tuple[Plan, Plan, Turn]) -> None:
    before, after, turn = one
    finish_s = after.finish.ns / 1e9
    assert after.finish == (turn.finish or Elapsed(before.knots[-1][1].ns))
    assert np.diff(after.distance_at(np.linspace(0, finish_s, 3001))).min() > 0
    assert float(after.distance_at(finish_s)) == before.distance.metres
    assert abs(float(after.distance_at(finish_s - 1e-6)) - before.distance.metres) < 1e-3
    metres = np.linspace(0, before.distance.metres, 500)
    assert np.abs(after.distance_at(after.time_at(metres)) - metres).max() < 1e-6


@given(changed())
def test_whoever_follows_it_is_not_asked_for_more_than_can_be_run(one: tuple[Plan, Plan, Turn]) -> None:
    before, after, turn = one
    planned = {(round(start, 9), slope) for start, _, _, slope in before.pieces.tolist()}
    slopes = [
        slope
        for start, _, _, slope in after.pieces.tolist()
        if start >= turn.at.ns / 1e9 and (round(start, 9), slope) not in planned
    ]
    new = slopes[:2]
    assert max(abs(slope) for slope in new) <= GENTLE + 1e-9


@given(plans(), st.data())
def test_a_light_that_was_changed_and_goes_back_is_where_it_would_have_been(
    plan: Plan, data: st.DataObject
) -> None:
    end = plan.finish.ns
    at = data.draw(st.integers(10 * SECOND, end // 2))
    try:
        other = plan.turned(
            Turn(Elapsed(at), Elapsed(end + data.draw(st.sampled_from([-2, -1, 1, 2])) * SECOND))
        )
        back = other.turned(Turn(Elapsed(at + 5 * SECOND), None))
    except PlanError:
        assume(False)
    assert back.finish == plan.finish
    last = np.linspace(end / 1e9 * 0.95, end / 1e9, 50)
    assert np.abs(back.distance_at(last) - plan.distance_at(last)).max() < 0.05


@given(changed())
def test_the_same_numbers_give_the_same_light(one: tuple[Plan, Plan, Turn]) -> None:
    _, after, _ = one
    again = Plan(after.distance, after.knots, after.name, after.kind, after.origin, turns=after.turns)
    assert again.pieces.tolist() == after.pieces.tolist()

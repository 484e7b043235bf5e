"""Laws of every plan: on each waypoint at its instant, never backwards, exact both ways."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.gap import gap
from pacelight.plan.makers import even, splits
from pacelight.plan.model import Plan, Ramp

TOLERANCE = 1e-9


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """1 to 25 segments of 9.344 to 1000 m, each at its own speed."""
    segments = draw(
        st.lists(st.tuples(st.integers(9_344, 1_000_000), st.floats(2.01, 10.9)), min_size=1, max_size=25)
    )
    mm = ns = 0
    knots = []
    for length, speed in segments:
        mm += length
        ns += round(length * 1e6 / speed)
        knots.append((Distance(mm), Elapsed(ns)))
    return splits(Distance(mm), knots)


@given(plans())
def test_the_light_is_on_each_waypoint_at_its_instant(plan: Plan) -> None:
    metres = np.array([at.mm for at, _ in plan.knots]) / 1000
    seconds = np.array([when.ns for _, when in plan.knots]) / 1e9
    assert plan.time_at(metres).tolist() == seconds.tolist()
    assert np.abs(plan.distance_at(seconds) - metres).max() <= TOLERANCE


@given(plans())
def test_the_light_never_runs_backwards_and_never_stands(plan: Plan) -> None:
    seconds = np.linspace(0, plan.finish.ns / 1e9, 2001)
    assert np.diff(plan.distance_at(seconds)).min() > 0
    assert plan.speed_at(seconds).min() > 0


@given(plans())
def test_no_two_millimetres_share_an_instant(plan: Plan) -> None:
    metres = np.arange(0, min(plan.distance.mm, 50_000)) / 1000
    assert np.diff(plan.time_at(metres)).min() > 0


@given(plans(), st.floats(0, 1))
def test_distance_and_time_are_each_others_inverse(plan: Plan, share: float) -> None:
    seconds = share * plan.finish.ns / 1e9
    assert abs(float(plan.time_at(plan.distance_at(seconds))) - seconds) <= TOLERANCE * max(1, seconds)


@given(plans(), st.integers(500, 6_000), st.integers(20, 400))
def test_a_standing_start_leaves_the_rest_untouched(plan: Plan, ramp_ms: int, until_m: int) -> None:
    ramp = Ramp(Elapsed.of_ms(ramp_ms), Distance(min(until_m * 1000, plan.distance.mm)))
    try:
        standing = plan.from_standing(ramp)
    except PlanError:
        return
    beyond = np.array([at.metres for at, _ in plan.knots if at >= ramp.until])
    assert standing.time_at(beyond).tolist() == plan.time_at(beyond).tolist()
    seconds = np.linspace(0, plan.finish.ns / 1e9, 2001)
    assert np.diff(standing.distance_at(seconds)).min() >= 0


@given(st.integers(100_000, 10_000_000), st.integers(0, 900), st.integers(1, 10_000_000))
def test_beside_an_even_light_metres_are_seconds_times_its_speed(mm: int, share: int, ns: int) -> None:
    distance = Distance(mm)
    plan = even(distance, Mark(mm // 6, 3))
    at = Distance(mm * share // 1000 + 1)
    found = gap(plan, at, Elapsed(ns * 1000))
    assert abs(found.metres - found.seconds * mm * 1e6 / plan.finish.ns) <= 1e-6


@given(plans())
def test_the_pieces_are_the_plan(plan: Plan) -> None:
    """What pages draw from the pieces is what the plan says."""
    pieces = plan.pieces
    ends = np.append(pieces[1:, 0], plan.finish.ns / 1e9)
    middle = (pieces[:, 0] + ends) / 2
    u = middle - pieces[:, 0]
    drawn = pieces[:, 1] + u * (pieces[:, 2] + pieces[:, 3] * u / 2)
    assert np.abs(drawn - plan.distance_at(middle)).max() <= TOLERANCE

"""The account of the lights: every frame is in one stretch, and no controller that was away is left out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import MILE, Distance
from pacelight.lights.drivers import ControllerStatistics, DriverStatistics
from pacelight.lights.drivers.health import CALM_NS, WELL, Health, State
from pacelight.lights.loop.lateness import BUCKETS, Spread, bucket, longest
from pacelight.lights.loop.process import LoopStatistics
from pacelight.mark import Elapsed, Mark
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.journal.sent import each, output_shown, sent
from pacelight.meet.journal.stretches import Absent, Stretch, Witness
from pacelight.meet.show.strayed import strayed, top_speed
from pacelight.plan.makers import even, splits

S = 1_000_000_000
MS = 1_000_000
GUN = 50 * S
CLOCK = RaceClock(GUN, 10**18, Fraction(1))
PLAN = even(MILE, Mark.parse("3:46.63"))
SPEED = 1609.344 / 226.63
UNEVEN = splits(
    MILE,
    [
        (Distance(400_000), Elapsed(60 * S)),
        (Distance(800_000), Elapsed(121 * S)),
        (Distance(1_200_000), Elapsed(175 * S)),
        (MILE, Elapsed(229 * S)),
    ],
)


def done(lates: list[int], skipped: int = 0, *health: Health) -> LoopStatistics:
    counts = [0] * BUCKETS
    for late in lates:
        counts[bucket(late)] += 1
    controllers = tuple(
        ControllerStatistics(DriverStatistics(len(lates), 0, 0, 0), one, f"bend {nth}", "ddp://x")
        for nth, one in enumerate(health, 1)
    )
    spread = Spread.of(counts)
    return LoopStatistics(
        len(lates), skipped, 0, 0, 0, 0, 0, realtime=False, locked=False,
        waking=spread, sending=spread, controllers=controllers,
    )  # fmt: skip


lates = st.lists(st.integers(0, 10**9), max_size=20)


@given(lates, st.lists(lates, max_size=8))
def test_every_frame_since_the_gun_is_in_one_stretch(before: list[int], since: list[list[int]]) -> None:
    witness = Witness(CLOCK, done(before), GUN)
    known = list(before)
    for nth, some in enumerate(since, 1):
        known += some
        witness.see(done(known), GUN + nth * S)
    stretches, absent = witness.tell()
    assert absent == []
    assert [one.frames for one in stretches] == [len(some) for some in since if some]
    told = sorted(late for one in stretches for late, count in one.sending for _ in range(count))
    assert told == sorted(longest(bucket(late)) for some in since for late in some)
    assert all(one.to_ns - one.from_ns == S for one in stretches)
    assert witness.tell() == ([], [])


def test_stretches_are_written_down_ten_at_a_time() -> None:
    witness = Witness(CLOCK, done([]), GUN)
    for nth in range(1, 11):
        assert not witness.has_enough
        witness.see(done([5] * nth), GUN + nth * S)
    assert witness.has_enough
    witness.tell()
    assert not witness.has_enough


def test_a_controller_is_absent_from_its_first_refusal_until_it_takes_frames_again() -> None:
    witness = Witness(CLOCK, done([], 0, WELL, WELL), GUN)
    away = Health(State.AWAY, GUN + 61 * S, GUN + 62 * S, 0, 1, 3, 113)
    witness.see(done([1], 0, WELL, away), GUN + 62 * S)
    first = Absent("bend 2", "away", 61 * S, None, "No route to host")
    assert witness.tell()[1] == [first]
    witness.see(done([1] * 2, 0, WELL, away), GUN + 62 * S)
    assert witness.tell()[1] == []
    back = Health(State.AWAY, GUN + 61 * S, GUN + 62 * S, GUN + 63 * S, 1, 0, 113)
    witness.see(done([1] * 3, 0, WELL, back), GUN + 90 * S)
    assert witness.tell()[1] == [Absent("bend 2", "away", 61 * S, 63 * S, "No route to host")]


def test_what_was_over_before_the_gun_is_no_matter_of_the_race_and_what_went_on_is() -> None:
    over = Health(State.AWAY, GUN - 9 * S, GUN - 8 * S, GUN - 7 * S, 1, 0, 113)
    went_on = Health(State.REFUSING, GUN - 9 * S, GUN + S, 0, 1, 0, 111)
    witness = Witness(CLOCK, done([], 0, over, went_on), GUN)
    witness.see(done([], 0, over, went_on), GUN + 2 * S)
    assert witness.tell()[1] == [Absent("bend 2", "refusing", -9 * S, None, "Connection refused")]


def stretch(begin_s: float, end_s: float, *sending: tuple[int, int], skipped: int = 0) -> Stretch:
    return Stretch(
        round(begin_s * S), round(end_s * S), sum(count for _, count in sending), skipped, list(sending)
    )


def test_a_frame_that_left_late_shows_a_light_behind_its_plan_by_the_way_it_ran_meanwhile() -> None:
    found = strayed(PLAN, [stretch(0, 100, (1 * MS, 9989), (50 * MS, 11), skipped=2)], 1.0)
    assert (found.frames, found.skipped) == (10_000, 2)
    assert found.p50_cm == found.p99_cm == pytest.approx(100 * SPEED / 1000, abs=0.01)
    assert found.p999_cm == found.max_cm == pytest.approx(5 * SPEED, abs=0.01)
    assert found.words == "within 36 cm of its plan in 99.9 % of 10,000 frames, 2 instants missed"


def test_in_a_race_that_is_shown_faster_it_runs_further() -> None:
    one, ten = (strayed(PLAN, [stretch(0, 10, (MS, 10))], rate) for rate in (1.0, 10.0))
    assert ten.max_cm == pytest.approx(10 * one.max_cm, abs=0.1)


def test_what_was_sent_before_the_gun_and_after_the_finish_says_nothing_of_the_light() -> None:
    found = strayed(
        PLAN, [stretch(-5, 0, (S, 9)), stretch(226.0, 227.0, (MS, 3)), stretch(226.63, 300, (S, 9))], 1.0
    )
    assert found.frames == 3
    assert found.max_cm == pytest.approx(100 * SPEED / 1000, abs=0.01)


def test_of_no_frames_nothing_is_claimed() -> None:
    assert strayed(PLAN, [], 1.0).words == "no frame showed it"


@given(st.floats(0, 230), st.floats(0, 20))
def test_a_light_is_nowhere_faster_than_its_top_speed_there(begin_s: float, lasts_s: float) -> None:
    top = top_speed(UNEVEN, round(begin_s * S), round((begin_s + lasts_s) * S))
    for share in (0.0, 0.3, 0.7, 1.0):
        assert float(UNEVEN.speed_at(begin_s + share * lasts_s)) <= top + 1e-6


def test_pages_are_told_of_those_that_are_not_reached_alone() -> None:
    now = Instant(100 * S, 10**18)
    away = Health(State.AWAY, 88 * S, 99 * S, 0, 1, 3, 113)
    made = output_shown(done([5], 7, WELL, away), "2 controllers", now)
    assert (made.frames, made.late, made.controllers, made.target) == (1, 7, 2, "2 controllers")
    assert made.lateness_max_ms == 5e-6
    (one,) = made.troubled
    assert (one.name, one.state, one.reason) == ("bend 2", "away", "No route to host")
    assert one.since_unix_ns == 10**18 - 12 * S


def test_the_journal_is_told_of_every_controller() -> None:
    back = Health(State.AWAY, 8 * S, 9 * S, 10 * S, 1, 0, 113)
    loop = done([5, 5, 9], 0, WELL, back)
    made = sent(loop, output_shown(loop, "x", Instant(9 * S + CALM_NS, 0)), 9 * S + CALM_NS)
    assert made.controllers == each(loop.controllers, 9 * S + CALM_NS)
    assert [(one.name, one.frames, one.times, one.state) for one in made.controllers] == [
        ("bend 1", 3, 0, "up"),
        ("bend 2", 3, 1, "up"),
    ]
    assert made.waking == [(5, 2), (9, 1)]

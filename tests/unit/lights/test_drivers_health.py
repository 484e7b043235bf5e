"""How a controller does: from its first refusal until a calm that lasts."""

from dataclasses import dataclass
from errno import EHOSTUNREACH

import pytest

from pacelight.lights.drivers.health import CALM_NS, WELL, Health, State, Watch

S = 1_000_000_000


@dataclass
class Hand:
    """A clock that is moved by hand."""

    now: int = 100 * S

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def watch(hand: Hand) -> Watch:
    return Watch(hand)


def test_where_nothing_was_refused_it_is_up(hand: Hand, watch: Watch) -> None:
    watch.taken()
    assert watch.health(0) == WELL
    assert WELL.state(hand.now) is State.UP
    assert WELL.away_ns(hand.now) is None
    assert WELL.reason == ""


def test_it_is_away_from_its_first_refusal_on(hand: Hand, watch: Watch) -> None:
    watch.refused(State.AWAY, EHOSTUNREACH)
    hand.now += 3 * S
    watch.refused(State.AWAY, EHOSTUNREACH)
    health = watch.health(7)
    assert health.state(hand.now + 1000 * S) is State.AWAY
    assert health.away_ns(hand.now) == 100 * S
    assert (health.last_ns, health.times, health.waits) == (103 * S, 1, 7)
    assert health.reason == "No route to host"


def test_it_is_up_again_after_a_calm_and_back_from_where_that_began(hand: Hand, watch: Watch) -> None:
    watch.refused(State.REFUSING, 111)
    hand.now += S
    watch.taken()
    hand.now += CALM_NS - S - 1
    watch.taken()
    assert watch.health(0).state(hand.now) is State.REFUSING
    assert watch.health(0).state(hand.now + 1) is State.UP
    assert watch.health(0).back_ns == 101 * S


def test_frames_that_are_taken_while_a_kernel_looks_for_a_machine_bring_it_not_back(
    hand: Hand, watch: Watch
) -> None:
    for _ in range(20):
        watch.refused(State.AWAY, EHOSTUNREACH)
        for _ in range(30):
            hand.now += S // 10
            watch.taken()
        assert watch.health(0).state(hand.now) is State.AWAY
    assert (watch.health(0).times, watch.health(0).begin_ns) == (1, 100 * S)


def test_after_a_calm_another_refusal_is_another_time(hand: Hand, watch: Watch) -> None:
    watch.refused(State.AWAY, 113)
    watch.taken()
    hand.now += 2 * CALM_NS
    watch.refused(State.REFUSING, 111)
    health = watch.health(0)
    assert (health.times, health.begin_ns, health.trouble) == (2, hand.now, State.REFUSING)


def test_of_two_kinds_of_trouble_the_last_is_told() -> None:
    assert Health(State.AWAY, 1, 2, 0, 1).state(3) is State.AWAY
    assert Health(State.REFUSING, 1, 2, 0, 1).state(3) is State.REFUSING

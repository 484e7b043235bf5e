"""The race's clock follows from the gun, whoever fired it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import RaceError
from pacelight.meet.clock import Instant, RaceClock, SystemClock, boot_id, rate
from pacelight.meet.journal.entries import Fired

GUN = Fired(monotonic_ns=1_000, unix_ns=50_000, boot="this", rate="10")


def test_on_the_same_boot_the_gun_is_where_it_was() -> None:
    clock = RaceClock.of(GUN, Instant(4_000, 99_999), "this")
    assert clock.gun_ns == 1_000
    assert clock.elapsed_ns(4_000) == 30_000


def test_after_a_reboot_the_clock_of_the_world_tells() -> None:
    clock = RaceClock.of(GUN, Instant(700, 53_000), "other")
    assert clock.elapsed_ns(700) == 30_000


@given(st.integers(-(10**12), 10**12), st.fractions(Fraction(1, 100), 1000))
def test_an_instant_is_never_before_what_it_is_the_instant_of(elapsed_ns: int, speed: Fraction) -> None:
    clock = RaceClock(gun_ns=10**15, gun_unix_ns=0, rate=speed)
    instant = clock.instant_ns(elapsed_ns)
    assert clock.elapsed_ns(instant) >= elapsed_ns > clock.elapsed_ns(instant - 1) - 1


@pytest.mark.parametrize(
    ("text", "value"), [("1", 1), ("10", 10), ("0.5", Fraction(1, 2)), ("1/3", Fraction(1, 3))]
)
def test_a_speed_is_read_exactly(text: str, value: Fraction) -> None:
    assert rate(text) == value


@pytest.mark.parametrize("text", ["0", "-1", "1001", "fast", "", "1/0", "nan", "inf"])
def test_a_speed_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(RaceError, match="speed"):
        rate(text)


def test_the_machines_clocks_run() -> None:
    first, second = SystemClock().now(), SystemClock().now()
    assert second.monotonic_ns >= first.monotonic_ns
    assert boot_id() == boot_id() != ""

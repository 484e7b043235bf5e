"""Time in which the lights stood."""

from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.meet.live.holds import Hold, Holds
from pacelight.meet.live.times import since

lengths = st.lists(st.integers(1, 10**12), min_size=0, max_size=8)


@st.composite
def holds(draw: st.DrawFn) -> Holds:
    """Holds one after another, the last of which may last."""
    ends = list(accumulate(draw(lengths)))
    made = Holds()
    for nth, at in enumerate(ends):
        made = made.over(at) if nth % 2 else made.begun(at)
    return made


@given(holds(), st.integers(0, 10**13), st.integers(0, 10**13))
def test_the_light_never_runs_backwards_nor_faster_than_the_race(made: Holds, one: int, other: int) -> None:
    early, late = sorted((one, other))
    assert 0 <= made.light_ns(late) - made.light_ns(early) <= late - early


@given(holds(), st.integers(0, 10**13))
def test_when_the_light_will_have_run_so_long_it_has(made: Holds, light_ns: int) -> None:
    at = made.race_ns(light_ns)
    if at is not None:
        assert made.light_ns(at) == light_ns
    else:
        assert made.standing_ns is not None
        assert made.standing_ns < light_ns


@given(holds(), st.integers(0, 10**13))
def test_while_they_stand_it_is_the_same_at_every_instant(made: Holds, later: int) -> None:
    if made.standing_ns is not None:
        assert made.light_ns(made.all[-1].from_ns + later) == made.standing_ns
    else:
        end = made.all[-1].to_ns if made.all else 0
        assert end is not None
        assert made.light_ns(end + later) == end + later - made.held_ns


def test_a_hold_that_would_end_before_it_began_ends_at_once() -> None:
    assert Holds().begun(10).over(7) == Holds((Hold(10, 10),))


@pytest.mark.parametrize(("rate", "elapsed"), [("1", 1500), ("10", 6000), ("1/2", 1250)])
def test_a_gun_that_was_half_a_second_earlier_makes_every_time_longer(rate: str, elapsed: int) -> None:
    assert since(1000, then_ns=0, now_ns=-500, rate=Fraction(rate)) == elapsed

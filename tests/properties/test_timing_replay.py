"""Laws of a replay: the same every time, however it is asked and wherever it was broken off."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.timing import Method, Passing
from pacelight.timing.sources import Replay

events = st.lists(st.integers(1, 10**11), max_size=20).map(
    lambda times: [
        Passing("1", Distance(1000), Elapsed(ns), Method.CELL, False, "cell", str(nth))
        for nth, ns in enumerate(times)
    ]
)
rates = st.integers(1, 100) | st.fractions(Fraction(1, 10), 100, max_denominator=50)
instants = st.lists(st.integers(0, 2 * 10**12), max_size=20).map(sorted)


@given(events, rates, instants)
def test_how_often_it_is_asked_changes_nothing(
    recording: list[Passing], rate: Fraction, asked: list[int]
) -> None:
    once = Replay(recording, gun_ns=7, rate=rate).due(10**13)
    often = Replay(recording, gun_ns=7, rate=rate)
    assert tuple(event for now_ns in [*asked, 10**13] for event in often.due(now_ns)) == once
    assert sorted(event.key for event in once) == sorted(event.key for event in recording)


@given(events, rates, st.integers(0, 2 * 10**12))
def test_nothing_comes_early_and_nothing_due_is_held_back(
    recording: list[Passing], rate: Fraction, now_ns: int
) -> None:
    handed = Replay(recording, gun_ns=0, rate=rate).due(now_ns)
    happened = [event for event in recording if event.elapsed.ns <= now_ns * rate]
    assert sorted(event.key for event in handed) == sorted(event.key for event in happened)


@given(events, st.integers(0, 2 * 10**11))
def test_a_restart_hands_out_exactly_the_rest(recording: list[Passing], broken_ns: int) -> None:
    first = Replay(recording, gun_ns=0).due(broken_ns)
    rest = Replay(recording, gun_ns=0, acknowledged={event.key for event in first}).due(10**13)
    assert first + rest == Replay(recording, gun_ns=0).due(10**13)

"""Lateness: a percentile is never too small, and right to three in a hundred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.lights.loop.lateness import BUCKETS, EDGES_NS, Spread, bucket, longest, percentile

late = st.integers(0, 2**40 - 1)


@given(late)
def test_a_bucket_holds_its_lateness_and_little_more(ns: int) -> None:
    number = bucket(ns)
    assert 0 <= number < BUCKETS
    assert ns <= longest(number) <= ns + ns // 32
    assert number == 0 or longest(number - 1) < ns


@given(late, late)
def test_later_is_never_counted_as_earlier(one: int, other: int) -> None:
    assert (bucket(one) <= bucket(other)) or one > other


@pytest.mark.parametrize(
    ("ns", "number"), [(-5, 0), (0, 0), (63, 63), (64, 64), (2**40, BUCKETS - 1), (2**60, BUCKETS - 1)]
)
def test_beyond_the_ends_the_last_bucket_counts(ns: int, number: int) -> None:
    assert bucket(ns) == number


@given(st.lists(late, min_size=1, max_size=200), st.integers(1, 100))
def test_a_percentile_is_that_of_the_sorted_list(lates: list[int], hundredths: int) -> None:
    counts = [0] * BUCKETS
    for ns in lates:
        counts[bucket(ns)] += 1
    exact = sorted(lates)[-(-len(lates) * hundredths // 100) - 1]
    assert percentile(counts, hundredths) == longest(bucket(exact))


def test_of_no_frames_none_was_late() -> None:
    assert percentile([0] * BUCKETS, 99) == 0


def spread(lates: list[int]) -> Spread:
    counts = [0] * BUCKETS
    for ns in lates:
        counts[bucket(ns)] += 1
    return Spread.of(counts)


@given(st.lists(late, max_size=200), st.integers(1, 1000))
def test_a_spread_has_every_frame_and_the_greatest_lateness(lates: list[int], thousandths: int) -> None:
    made = spread(lates)
    assert made.frames == len(lates)
    assert made.longest_ns == (longest(bucket(max(lates))) if lates else 0)
    exact = sorted(lates)[-(-len(lates) * thousandths // 1000) - 1] if lates else None
    assert made.percentile(thousandths, of=1000) == (0 if exact is None else longest(bucket(exact)))


@given(st.lists(late, max_size=100), st.lists(late, max_size=100))
def test_what_came_since_is_what_was_not_there_before(before: list[int], since: list[int]) -> None:
    assert spread(before + since).since(spread(before)) == spread(since)


@given(st.lists(late, max_size=200))
def test_for_a_picture_every_frame_is_at_an_edge_that_it_does_not_exceed(lates: list[int]) -> None:
    shown = spread(lates).up_to()
    assert sum(shown) == len(lates)
    for number, edge in enumerate(EDGES_NS, 1):
        assert sum(shown[:number]) <= sum(ns <= edge for ns in lates)
        assert sum(shown[:number]) >= sum(ns + ns // 32 <= edge for ns in lates)

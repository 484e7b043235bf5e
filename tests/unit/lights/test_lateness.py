"""Lateness: a percentile is never too small, and right to three in a hundred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.lights.loop.lateness import BUCKETS, bucket, longest, percentile

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

from hypothesis import given
from hypothesis import strategies as st

from pacelight.web.rights import limits
from pacelight.web.rights.limits import Limit


@given(st.integers(1, 20), st.lists(st.integers(0, 3000), max_size=200))
def test_in_any_stretch_nobody_has_more_than_the_burst_and_what_came_in_meanwhile(
    burst: int, waits_ms: list[int]
) -> None:
    limit, now_ms, taken = Limit(burst, 0.1), 0, []
    for wait_ms in waits_ms:
        now_ms += wait_ms
        if limit.take("one", now_ms / 1000):
            taken.append(now_ms)
    for first, at in enumerate(taken):
        for last in range(first, len(taken)):
            assert last - first + 1 <= burst + (taken[last] - at) / 100 + 1e-6


@given(st.integers(1, 20))
def test_who_waits_long_enough_has_the_whole_burst_again(burst: int) -> None:
    limit = Limit(burst, 0.1)
    for now_s in (0.0, 100.0):
        assert [limit.take("one", now_s) for _ in range(burst + 1)] == [True] * burst + [False]


def test_one_does_not_use_up_what_another_may() -> None:
    limit = Limit(1, 1.0)
    assert [limit.take(who, 0.0) for who in ("one", "other", "one")] == [True, True, False]


def test_of_very_many_the_memory_is_bounded() -> None:
    limit = Limit(1, 1.0)
    for n in range(3 * limits._MOST):
        limit.take(str(n), 0.0)
    assert len(limit._full_s) == limits._MOST

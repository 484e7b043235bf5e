"""Trying again: at once, then less and less often, never seldom."""

from pacelight.lights.drivers.backoff import Backoff


def left_out(backoff: Backoff) -> int:
    count = 0
    while not backoff.ready():
        count += 1
    return count


def test_frames_left_out_double_up_to_31() -> None:
    backoff, waits = Backoff(), []
    for _ in range(8):
        waits.append(left_out(backoff))
        backoff.failed()
    assert waits == [0, 0, 1, 3, 7, 15, 31, 31]


def test_after_a_success_it_begins_anew() -> None:
    backoff = Backoff()
    for _ in range(5):
        backoff.failed()
    left_out(backoff)
    backoff.succeeded()
    backoff.failed()
    assert backoff.ready()

"""Orders: one line each, the last one is all there is to know."""

import pytest

from pacelight.errors import DriverError
from pacelight.lights.orders import Dark, End, Order, Run, Stand, read, write


@pytest.mark.parametrize(
    ("order", "line"),
    [
        (Stand(), b"stand\n"),
        (Dark(), b"dark\n"),
        (End(), b"end\n"),
        (Run(1_234_567_890_123), b"run 1234567890123 1 1\n"),
        (Run(-5, 1, 2), b"run -5 1 2\n"),
    ],
)
def test_an_order_is_a_line_and_reads_back(order: Order, line: bytes) -> None:
    assert write(order) == line
    assert read(line[:-1]) == order


@pytest.mark.parametrize("line", [b"", b"run", b"run 1 2", b"stand here", b"jump"])
def test_what_is_no_order_is_refused(line: bytes) -> None:
    with pytest.raises(DriverError, match="it knows stand, run, dark and end"):
        read(line)


def test_the_light_runs_at_its_rate_from_its_gun() -> None:
    half = Run(1000, 1, 2)
    assert [half.elapsed_ns(at) for at in (1000, 1001, 1002, 999)] == [0, 0, 1, -1]
    assert Run(0, 40).elapsed_ns(25_000_000) == 10**9

"""The tally: one process counts, another reads, and a new process goes on counting."""

from pacelight.lights.drivers import DriverStatistics
from pacelight.lights.loop.tally import BYTES, LoopStatistics, Tally


def test_what_is_counted_is_read_from_the_same_memory() -> None:
    memory = memoryview(bytearray(BYTES))
    writer, reader = Tally(memory), Tally(memory)
    writer.privileges(realtime=True, locked=False)
    writer.frame(40, 0, DriverStatistics(1, 2, 900, 0))
    writer.frame(60, 3, DriverStatistics(2, 3, 1500, 1))
    assert reader.statistics(restarts=4) == LoopStatistics(
        frames=2, skipped=3, p50_ns=40, p99_ns=60, packets=3, bytes=1500, errors=1,
        realtime=True, locked=False, restarts=4,
    )  # fmt: skip


def test_a_process_started_again_counts_on() -> None:
    memory = memoryview(bytearray(BYTES))
    Tally(memory).frame(10, 0, DriverStatistics(1, 2, 900, 1))
    Tally(memory).frame(10, 0, DriverStatistics(1, 2, 900, 1))
    done = Tally(memory).statistics()
    assert (done.frames, done.packets, done.bytes, done.errors) == (2, 4, 1800, 2)


def test_at_first_nothing_was_done() -> None:
    done = Tally(memoryview(bytearray(BYTES))).statistics()
    assert done == LoopStatistics(0, 0, 0, 0, 0, 0, 0, realtime=False, locked=False)

"""The tally: one process counts, another reads, and a new process goes on counting."""

import pytest

from pacelight.lights.drivers import ControllerStatistics, DriverStatistics
from pacelight.lights.drivers.health import WELL, Health, State
from pacelight.lights.drivers.patched import MOST
from pacelight.lights.loop.lateness import Spread
from pacelight.lights.loop.tally import BYTES, LoopStatistics, Tally

NOTHING = DriverStatistics(0, 0, 0, 0)


def memory() -> memoryview:
    return memoryview(bytearray(BYTES))


def controllers(count: int, frames: int = 1) -> list[ControllerStatistics]:
    return [
        ControllerStatistics(DriverStatistics(frames, frames * nth, frames * 9 * nth, 0))
        for nth in range(count)
    ]


def test_what_is_counted_is_read_from_the_same_memory() -> None:
    shared = memory()
    writer, reader = Tally(shared), Tally(shared)
    writer.privileges(realtime=True, locked=False)
    writer.frame(40, 0, DriverStatistics(1, 2, 900, 0))
    writer.frame(60, 3, DriverStatistics(2, 3, 1500, 1))
    assert reader.statistics(restarts=4) == LoopStatistics(
        frames=2, skipped=3, p50_ns=40, p99_ns=60, packets=3, bytes=1500, errors=1,
        realtime=True, locked=False, restarts=4, waking=Spread(((40, 1), (60, 1))),
    )  # fmt: skip


def test_a_process_started_again_counts_on() -> None:
    shared = memory()
    for number in (5, 6):
        tally = Tally(shared)
        tally.frame(10, 0, DriverStatistics(1, 2, 900, 1))
        tally.sent(number, 30, 0, controllers(3))
    done = Tally(shared).statistics()
    assert (done.frames, done.packets, done.bytes, done.errors) == (2, 4, 1800, 2)
    assert [one.sent for one in done.controllers] == [one.sent for one in controllers(3, frames=2)]
    assert done.sending == Spread(((30, 2),))


def test_at_first_nothing_was_done() -> None:
    done = Tally(memory()).statistics()
    assert done == LoopStatistics(0, 0, 0, 0, 0, 0, 0, realtime=False, locked=False)
    assert done.max_ns == 0


def test_how_each_controller_does_is_read_as_it_was_noted() -> None:
    shared = memory()
    health = Health(State.AWAY, 10, 20, 0, 2, 7, 113)
    noted = ControllerStatistics(DriverStatistics(5, 4, 300, 2), health)
    Tally(shared).sent(1, 0, 0, [ControllerStatistics(NOTHING, WELL), noted])
    done = Tally(shared).statistics(names=[("bend 1", "ddp://a"), ("bend 2", "ddp://b")])
    assert done.controllers == (
        ControllerStatistics(NOTHING, WELL, "bend 1", "ddp://a"),
        ControllerStatistics(noted.sent, health, "bend 2", "ddp://b"),
    )


@pytest.mark.parametrize("count", [1, 8, 9, MOST])
def test_of_many_controllers_some_are_noted_with_each_frame_and_none_is_left_out(count: int) -> None:
    shared = memory()
    tally = Tally(shared)
    for number in range(-(-count // 8)):
        tally.sent(number, 0, 0, controllers(count))
    assert [one.sent for one in tally.statistics().controllers] == [one.sent for one in controllers(count)]


def test_instants_missed_while_the_loop_was_started_again_are_counted_once() -> None:
    shared = memory()
    first = Tally(shared)
    first.frame(0, 2, NOTHING)
    first.sent(100, 0, 2, [])
    again = Tally(shared)
    again.frame(0, 3, NOTHING)
    again.sent(160, 0, 3, [])
    again.frame(0, 0, NOTHING)
    again.sent(161, 0, 0, [])
    assert again.statistics().skipped == 2 + 59

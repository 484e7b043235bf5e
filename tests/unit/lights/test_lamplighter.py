"""The loop on a clock of its own: the instant drawn is the one that was due, and none is caught up."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from pacelight.errors import DriverError
from pacelight.lights.beat import Beat
from pacelight.lights.canvas.frame import Canvas, Frame
from pacelight.lights.drivers.simulated import Simulated
from pacelight.lights.loop.job import orders_from
from pacelight.lights.loop.lamplighter import Gone, Lamplighter
from pacelight.lights.loop.lateness import longest
from pacelight.lights.loop.orders import Dark, End, Fading, Leave, Order, Run, Stand, mark_of, write
from pacelight.lights.loop.tally import BYTES, Tally
from pacelight.lights.standby.absence import Absence, left

MS = 1_000_000
BEGIN = 10_003 * MS
"""Between two beats: the first frame is due at 10,020 ms, which is number 501."""


class Kept(Simulated):
    """Keeps every frame."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[int, Frame]] = []
        self.ends: list[int] = []

    def send(self, frame: Frame, sequence: int) -> None:
        super().send(frame, sequence)
        self.shown.append((sequence, frame.copy()))

    def terminate(self, sequence: int) -> None:
        super().terminate(sequence)
        self.ends.append(sequence)


@dataclass
class Hall:
    """A loop whose clock stands still but in sleep, which oversleeps as it is told."""

    canvas: Canvas
    orders: dict[int, Order]
    oversleep: dict[int, int] = field(default_factory=dict)
    now: int = BEGIN
    wakes: int = 0
    driver: Kept = field(default_factory=Kept)
    tally: Tally = field(default_factory=lambda: Tally(memoryview(bytearray(BYTES))))

    def run(self) -> None:
        Lamplighter(
            self.canvas, self.driver, Beat.of(50), self.tally, self._ordered, lambda: self.now, self._sleep
        ).run()

    def _sleep(self, seconds: float) -> None:
        self.wakes += 1
        self.now += round(seconds * 1e9) + self.oversleep.get(self.wakes, 0)

    def _ordered(self) -> list[Order]:
        due = [at for at in self.orders if at <= self.now]
        return [self.orders.pop(at) for at in due]

    @property
    def sequences(self) -> list[int]:
        return [sequence for sequence, _ in self.driver.shown]


def test_until_the_first_order_nothing_is_sent(canvas: Canvas) -> None:
    hall = Hall(canvas, {10_990 * MS: End()})
    hall.run()
    assert hall.driver.statistics().frames == 0
    assert hall.tally.statistics().frames == 0
    assert hall.wakes > 40


def test_the_lights_stand_at_the_start_and_run_from_the_gun(canvas: Canvas) -> None:
    gun = 10_100 * MS
    hall = Hall(canvas, {BEGIN: Stand(), 10_050 * MS: Run(gun), 12_000 * MS: End()})
    hall.run()
    for sequence, frame in hall.driver.shown[:-1]:
        assert np.array_equal(frame, canvas.paint(max(0, sequence * 20 * MS - gun)))
    assert hall.sequences == list(range(501, 601))


def test_lights_that_are_faded_out_run_on_ever_darker_and_are_dark_after_a_second(canvas: Canvas) -> None:
    gun, begin = 9_000 * MS, 10_100 * MS
    hall = Hall(canvas, {BEGIN: Run(gun), begin: Fading(Run(gun), begin), 12_000 * MS: End()})
    hall.run()
    for sequence, frame in hall.driver.shown[:-1]:
        now = sequence * 20 * MS
        full = canvas.paint(now - gun).astype(int)
        assert np.array_equal(frame, full * left(now - begin) // 255)
    assert [left(each) for each in (0, 500 * MS, 1000 * MS)] == [255, 128, 0]


def test_when_the_first_frame_of_an_order_left_is_known_by_its_line(canvas: Canvas) -> None:
    hall = Hall(canvas, {BEGIN: Stand(), 10_050 * MS: Run(9_000 * MS), 10_200 * MS: End()})
    hall.run()
    stand, run = (mark_of(write(order)) for order in (Stand(), Run(9_000 * MS)))
    assert (hall.tally.shown_ns(stand), hall.tally.shown_ns(run)) == (None, 10_060 * MS)


def test_a_gun_that_was_noticed_late_costs_nothing(canvas: Canvas) -> None:
    early = Hall(canvas, {BEGIN: Run(9_000 * MS), 11_000 * MS: End()})
    late = Hall(canvas, {BEGIN: Stand(), 10_500 * MS: Run(9_000 * MS), 11_000 * MS: End()})
    early.run()
    late.run()
    for (one, shown), (other, same) in zip(early.driver.shown[25:], late.driver.shown[25:], strict=True):
        assert one == other
        assert np.array_equal(shown, same)


def test_a_faster_race_is_drawn_by_its_own_clock(canvas: Canvas) -> None:
    hall = Hall(canvas, {BEGIN: Run(10_000 * MS, 40), 10_030 * MS: End()})
    hall.run()
    assert np.array_equal(hall.driver.shown[0][1], canvas.paint(40 * 20 * MS))


def test_what_is_drawn_is_the_instant_that_was_due_and_not_the_waking(canvas: Canvas) -> None:
    on_time = Hall(canvas, {BEGIN: Run(9_000 * MS), 10_200 * MS: End()})
    sleepy = Hall(canvas, {BEGIN: Run(9_000 * MS), 10_200 * MS: End()}, dict.fromkeys(range(99), 19 * MS))
    on_time.run()
    sleepy.run()
    assert sleepy.sequences == on_time.sequences
    assert all(
        np.array_equal(a, b) for (_, a), (_, b) in zip(on_time.driver.shown, sleepy.driver.shown, strict=True)
    )
    assert sleepy.tally.statistics().skipped == 0
    assert sleepy.tally.statistics().p50_ns >= 19 * MS


def test_missed_instants_are_skipped_and_counted_and_never_caught_up(canvas: Canvas) -> None:
    hall = Hall(canvas, {BEGIN: Run(9_000 * MS), 12_000 * MS: End()}, {5: 705 * MS})
    hall.run()
    assert hall.sequences[:6] == [501, 502, 503, 504, 540, 541]
    assert np.array_equal(hall.driver.shown[4][1], canvas.paint((540 * 20 - 9_000) * MS))
    done = hall.tally.statistics()
    assert (done.skipped, done.frames) == (35, 64)
    assert (done.packets, done.bytes) == (64, 64 * 600)
    assert done.p99_ns >= 705 * MS


def test_a_planned_end_is_dark_and_told_three_times_in_sequence(canvas: Canvas) -> None:
    hall = Hall(canvas, {BEGIN: Stand(), 10_050 * MS: End()})
    hall.run()
    assert hall.driver.shown[1][1].any()
    assert not hall.driver.shown[2][1].any()
    assert hall.sequences + hall.driver.ends == list(range(501, 507))
    assert hall.driver.terminated == 3


def test_the_lamps_go_dark_and_are_told_so_for_so_long_as_they_are_to_be(canvas: Canvas) -> None:
    hall = Hall(canvas, {BEGIN: Run(9_000 * MS), 10_100 * MS: Dark(), 10_300 * MS: End()})
    hall.run()
    lit = [frame.any() for _, frame in hall.driver.shown]
    assert lit == [True] * 4 + [False] * 11


@dataclass
class Machine:
    """On which another loop begins to light the same lamps, or none does."""

    hall: Hall
    from_ns: int | None = None
    held: bool = False

    def claim(self) -> bool:
        self.held = True
        return True

    def linger(self) -> None:
        self.held = False

    def release(self) -> None:
        self.held = False

    def another(self) -> bool:
        assert not self.held
        return self.from_ns is not None and self.hall.now >= self.from_ns


def orphaned(canvas: Canvas, absence: Absence, order: Order, another_ns: int | None = None) -> Hall:
    """A loop whose engine dies before the eleventh frame, which is due at 10,220 ms."""
    hall = Hall(canvas, {BEGIN: order})
    asked = iter(range(10))

    def orders() -> list[Order]:
        if next(asked, None) is None:
            raise Gone
        return hall._ordered()

    machine: Any = Machine(hall, another_ns)
    Lamplighter(
        *(canvas, hall.driver, Beat.of(50), hall.tally, orders, lambda: hall.now, hall._sleep),
        living=machine,
        absence=absence,
    ).run()
    assert hall.sequences == [*range(501, 511), *range(512, 502 + len(hall.sequences))]
    return hall


@pytest.mark.parametrize("absence", list(Absence))
def test_when_nobody_is_left_to_give_orders_the_light_runs_on_for_a_second(
    canvas: Canvas, absence: Absence
) -> None:
    gun = 9_000 * MS
    hall = orphaned(canvas, absence, Run(gun))
    for number, (_, frame) in enumerate(hall.driver.shown[10:60], 512):
        if number * 20 - 10_220 < 1000:
            assert np.array_equal(frame, canvas.paint(number * 20 * MS - gun))


def test_then_lamps_keep_their_last_look_where_that_was_chosen(canvas: Canvas) -> None:
    hall = orphaned(canvas, Absence.HOLD, Run(9_000 * MS))
    assert hall.driver.shown[-1][1].any()
    assert hall.driver.terminated == 0
    assert hall.now == 11_220 * MS


def test_then_lamps_are_dark_at_once_where_that_was_chosen(canvas: Canvas) -> None:
    hall = orphaned(canvas, Absence.DARK, Run(9_000 * MS))
    assert [frame.any() for _, frame in hall.driver.shown[-3:]] == [True, True, False]
    assert hall.driver.terminated == 3
    assert hall.now == 11_280 * MS


def test_then_lamps_fade_for_a_second_while_the_light_runs_on(canvas: Canvas) -> None:
    gun = 9_000 * MS
    hall = orphaned(canvas, Absence.FADE, Run(gun))
    faded = hall.driver.shown[-50:-1]
    for number, (_, frame) in enumerate(faded, 562):
        left = 10_220 + 2000 - number * 20
        whole = canvas.paint(number * 20 * MS - gun)
        assert np.array_equal(frame, whole.astype(int) * -(-255 * left // 1000) // 255)
    assert faded[-1][1].any()
    assert not hall.driver.shown[-1][1].any()
    assert hall.driver.terminated == 3


def test_a_loop_that_showed_nothing_ends_without_a_word(canvas: Canvas) -> None:
    hall = Hall(canvas, {})

    def gone() -> list[Order]:
        raise Gone

    Lamplighter(canvas, hall.driver, Beat.of(50), hall.tally, gone, lambda: hall.now, hall._sleep).run()
    assert hall.driver.statistics().frames == 0


@pytest.mark.parametrize("after_ms", [0, 500, 1500])
def test_when_another_loop_on_the_machine_lights_the_lamps_one_that_is_left_alone_goes_without_a_word(
    canvas: Canvas, after_ms: int
) -> None:
    hall = orphaned(canvas, Absence.FADE, Run(9_000 * MS), (10_220 + after_ms) * MS)
    assert len(hall.driver.shown) == 10 + max(after_ms // 20 - 1, 0)
    assert hall.driver.terminated == 0


def test_who_goes_and_has_nobody_to_follow_ends_as_if_the_engine_died(canvas: Canvas) -> None:
    hall = Hall(canvas, {BEGIN: Stand(), 10_050 * MS: Leave()})
    hall.run()
    assert hall.sequences == [501, 502, *range(504, 604)]
    lit = [frame.any() for _, frame in hall.driver.shown]
    assert lit == [True] * 101 + [False]
    assert hall.driver.terminated == 3


def test_two_loops_one_after_the_other_are_one_sequence(canvas: Canvas) -> None:
    whole = Hall(canvas, {BEGIN: Run(9_000 * MS), 13_000 * MS: End()})
    first = Hall(canvas, {BEGIN: Run(9_000 * MS), 11_001 * MS: End()})
    second = Hall(canvas, {BEGIN: Run(9_000 * MS), 13_000 * MS: End()}, now=11_001 * MS)
    for hall in (whole, first, second):
        hall.run()
    both = first.driver.shown[:-1] + second.driver.shown
    assert [sequence for sequence, _ in both] == whole.sequences
    assert all(np.array_equal(a, b) for (_, a), (_, b) in zip(both, whole.driver.shown, strict=True))


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def test_orders_are_read_without_waiting_and_across_torn_lines(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    orders = orders_from(reading)
    assert orders() == []
    os.write(writing, b"stand\nru")
    assert orders() == [Stand()]
    os.write(writing, b"n 5 1 2\ndark\n")
    assert orders() == [Run(5, 1, 2), Dark()]
    assert orders() == []
    os.close(writing)
    with pytest.raises(Gone):
        orders()


def test_nonsense_on_the_pipe_is_an_error(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.write(writing, b"jump\n")
    with pytest.raises(DriverError):
        orders_from(reading)()


def test_how_late_a_frame_left_is_counted_from_the_instant_it_shows(canvas: Canvas) -> None:
    """Here the network takes three milliseconds, and of one frame the loop wakes two too late."""
    hall = Hall(canvas, {BEGIN: Run(9_000 * MS), 10_100 * MS: End()}, {3: 2 * MS})
    send = hall.driver.send

    def slow(frame: Frame, sequence: int) -> None:
        send(frame, sequence)
        hall.now += 3 * MS

    hall.driver.send = slow  # type: ignore[method-assign]
    hall.run()
    done = hall.tally.statistics()
    assert (done.frames, done.sending.frames) == (4, 4)
    bounds = [longest(number) for number, count in done.sending.counts for _ in range(count)]
    assert bounds == [pytest.approx(late * MS, rel=0.04) for late in (3, 3, 3, 5)]
    assert done.waking.longest_ns == pytest.approx(2 * MS, rel=0.04)

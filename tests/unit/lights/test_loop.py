"""The light loop in its own process: told, watched, stopped, killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pacelight.distance import MILE
from pacelight.errors import OutputError
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import output
from pacelight.lights.look.model import Look, Name
from pacelight.lights.loop.orders import Order, Run, Several, Show, Stand
from pacelight.lights.loop.picture import draw
from pacelight.lights.loop.process import LightLoop
from pacelight.mark import Mark
from pacelight.plan.makers import even

PERIOD = 20_000_000


def eventually(true: Callable[[], object], seconds: float = 20.0) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.005)


def instant(sequence: int) -> int:
    """When the frame of this sequence was due, if it came less than five seconds ago."""
    latest = time.monotonic_ns() // PERIOD
    return (latest - (latest - sequence) % 256) * PERIOD


def state(pid: int) -> str:
    """Of a process, ours or not: R, S, T (stopped), Z (ended), or nothing once it is gone."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(") ")[2][0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def gone(pid: int) -> bool:
    return state(pid) in {"", "Z"}


def stop(pid: int) -> None:
    os.kill(pid, signal.SIGSTOP)
    eventually(lambda: state(pid) == "T")


def test_no_frame_comes_before_the_lights_stand(canvas: Canvas, receiver: Any) -> None:
    with LightLoop(canvas, output(receiver.url)) as loop:
        eventually(lambda: has_loaded_numpy(loop.pid))
        with pytest.raises(TimeoutError):
            receiver.packet(0.3)
        assert loop.statistics().frames == 0
        loop.stand()
        _, frame, _ = receiver.frame()
        assert np.array_equal(frame, canvas.paint(None))


def has_loaded_numpy(pid: int) -> bool:
    """Then a process is about to come to its loop."""
    return "numpy" in (Path("/proc") / str(pid) / "maps").read_text()


def test_the_light_runs_from_the_gun_to_the_byte(canvas: Canvas, receiver: Any) -> None:
    gun = time.monotonic_ns() - 100 * 10**9
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.gun(gun, Fraction(3, 2))
        for _ in range(20):
            sequence, frame, options = receiver.frame()
            assert np.array_equal(frame, canvas.paint((instant(sequence) - gun) * 3 // 2))
            assert options == 0


def test_a_planned_end_is_dark_and_told_three_times(canvas: Canvas, receiver: Any) -> None:
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.stand()
        receiver.frame()
    packets = receiver.rest()
    ends = [packet for packet in packets if packet[112] == 0x40]
    assert packets[-6:] == ends
    assert not any(packets[-7][126:] + packets[-8][126:])
    first = packets[-8][111]
    assert [packet[111] for packet in packets[-8::2]] == [(first + n) % 256 for n in range(4)]
    assert gone(loop.pid)


def test_a_loop_that_was_told_nothing_ends_without_a_word(canvas: Canvas, receiver: Any) -> None:
    with LightLoop(canvas, output(receiver.url)) as loop:
        pass
    assert gone(loop.pid)
    assert receiver.rest() == []


def test_statistics_are_read_without_asking(canvas: Canvas, receiver: Any) -> None:
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.stand()
        eventually(lambda: loop.statistics().frames >= 10)
        stop(loop.pid)
        done = loop.statistics()
        assert loop.statistics() == done
        assert done.packets >= 2 * (done.frames - 1) >= 18
        assert done.bytes >= (done.frames - 1) * (126 + 510 + 126 + 90)
        assert 0 < done.p50_ns <= done.p99_ns
        assert done.errors == done.restarts == 0
        os.kill(loop.pid, signal.SIGCONT)


def test_a_loop_that_was_stopped_goes_on_in_the_right_place_and_catches_nothing_up(
    canvas: Canvas, receiver: Any
) -> None:
    gun = time.monotonic_ns() - 50 * 10**9
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.gun(gun)
        receiver.frame()
        before = loop.statistics().skipped
        stop(loop.pid)
        last = next((packet[111] for packet in reversed(receiver.rest())), None)
        with pytest.raises(TimeoutError):
            receiver.packet(0.4)
        os.kill(loop.pid, signal.SIGCONT)
        sequence, frame, _ = receiver.frame()
        assert np.array_equal(frame, canvas.paint(instant(sequence) - gun))
        assert loop.statistics().skipped - before >= 19
        assert last is None or 19 <= (sequence - last) % 256 < 128
        for _ in range(10):
            following, frame, _ = receiver.frame()
            assert 0 < (following - sequence) % 256 < 128
            assert np.array_equal(frame, canvas.paint(instant(following) - gun))
            sequence = following


def test_a_loop_that_was_killed_is_started_again_and_goes_on(canvas: Canvas, receiver: Any) -> None:
    gun = time.monotonic_ns()
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.gun(gun)
        receiver.frame()
        os.kill(loop.pid, signal.SIGKILL)
        eventually(lambda: loop.statistics().restarts)
        frames = loop.statistics().frames
        receiver.rest()
        sequence, frame, _ = receiver.frame()
        assert np.array_equal(frame, canvas.paint(instant(sequence) - gun))
        eventually(lambda: loop.statistics().frames > frames)


def drawn(canvas: Canvas | Groups, order: Order, instant_ns: int) -> Any:
    frame = np.zeros(canvas.channels, np.uint8)
    draw(canvas, frame, order, instant_ns)
    return frame


def test_a_look_is_the_same_before_and_after_the_loop_was_killed(canvas: Canvas, receiver: Any) -> None:
    now = time.monotonic_ns()
    look, lights = Look(Name.RECORD, seconds=600), Run(now - 60 * 10**9)
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.look(look, now, lights)
        for killed in (False, True):
            if killed:
                os.kill(loop.pid, signal.SIGKILL)
                eventually(lambda: loop.statistics().restarts)
                receiver.rest()
            for _ in range(5):
                sequence, frame, _ = receiver.frame()
                assert np.array_equal(frame, drawn(canvas, Show(look, now, lights), instant(sequence)))


def test_each_group_runs_from_its_own_gun(canvas: Canvas, receiver: Any) -> None:
    now = time.monotonic_ns()
    groups = Groups([canvas, canvas, canvas])
    told = (Run(now - 20 * 10**9), Stand(), Run(now - 10**9))
    with LightLoop(groups, output(receiver.url)) as loop:
        loop.several(told)
        for _ in range(5):
            sequence, frame, _ = receiver.frame()
            at = instant(sequence)
            parts = [
                canvas.paint(told[0].elapsed_ns(at)),
                canvas.paint(None),
                canvas.paint(told[2].elapsed_ns(at)),
            ]
            assert np.array_equal(frame, np.max(parts, axis=0))
            assert np.array_equal(frame, drawn(groups, Several(told), at))


HOLDER = """
import sys, time
from pacelight.lights.drivers import output
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.look.model import Look, Name
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.loop.process import LightLoop
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.lights.canvas.wave import Wave
from pacelight.distance import MILE
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track
hall = track("short-200")
wave = Wave("WR", even(MILE, Mark.parse("3:46.63")))
canvas = Canvas([wave], Layout.of(Survey.even_kerb(hall, 200)), 190.656)
with LightLoop(canvas, output(sys.argv[1])) as loop:
    loop.gun(int(sys.argv[2]))
    print(loop.pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(receiver: Any) -> Any:
    gun = time.monotonic_ns() - 10**9
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, receiver.url, str(gun)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process, int(process.stdout.readline())
        process.kill()


@pytest.mark.parametrize("stopped", [False, True], ids=["running", "stopped"])
def test_when_the_holder_is_killed_the_lamps_fade_and_are_told_goodbye(
    receiver: Any, holder: Any, *, stopped: bool
) -> None:
    process, pid = holder
    receiver.frame()
    if stopped:
        stop(pid)
    process.kill()  # and the system wakes what it has stopped
    process.wait()
    eventually(lambda: gone(pid))
    firsts = [packet for packet in receiver.rest() if packet[113:115] == b"\0\1"]
    *shown, dark = (max(packet[126:] + b"\0") for packet in firsts if packet[112] == 0)
    assert dark == 0
    assert len(shown) > 75
    assert shown[-5:] == sorted(shown[-5:], reverse=True)
    assert [packet[112] for packet in firsts[-4:]] == [0, 0x40, 0x40, 0x40]
    with pytest.raises(TimeoutError):
        receiver.packet(0.1)


def test_a_loop_whose_holder_was_killed_goes_without_a_word_when_another_lights_the_lamps(
    canvas: Canvas, receiver: Any, holder: Any
) -> None:
    process, pid = holder
    gun = time.monotonic_ns() - 10**9
    receiver.frame()
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.gun(gun)
        eventually(lambda: loop.statistics().frames > 3)
        stop(pid)
        receiver.rest()
        process.kill()  # and the system wakes what it has stopped
        process.wait()
        eventually(lambda: gone(pid))
        for _ in range(5):
            _, _, options = receiver.frame()
            assert options == 0
        sequences = [packet[111] for packet in receiver.rest() if packet[113:115] == b"\0\1"]
        assert len(set(sequences)) == len(sequences)


def test_more_lamps_than_fit_are_refused_before_anything_starts(canvas: Canvas) -> None:
    with pytest.raises(OutputError, match="need 2 universes"):
        LightLoop(canvas, output("sacn://127.0.0.1?universe=63999"))
    with pytest.raises(OutputError, match="frames a second"):
        LightLoop(canvas, output("sim://"), fps=1000)


def test_lamps_that_are_not_there_are_lit_as_well(canvas: Canvas) -> None:
    with LightLoop(canvas, output("sim://?fps=100")) as loop:
        loop.dark()
        eventually(lambda: loop.statistics().bytes >= 600 * 3)


@pytest.fixture(scope="session")
def another(layout: Callable[[int], Layout], start_m: float) -> Canvas:
    """A slower light on the same lamps."""
    return Canvas([Wave("pace", even(MILE, Mark.parse("4:10.00")))], layout(200), start_m)


def test_lights_that_hold_stand_where_they_are_at_that_time_of_theirs(canvas: Canvas, receiver: Any) -> None:
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.hold(30_000_000_000)
        for _ in range(3):
            _, frame, _ = receiver.frame()
            assert np.array_equal(frame, canvas.paint(30_000_000_000))


def test_repainted_the_loop_goes_on_with_other_lights_in_sequence(
    canvas: Canvas, another: Canvas, receiver: Any
) -> None:
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.hold(30_000_000_000)
        receiver.frame()
        pid = loop.pid
        loop.repaint(another)
        frames = []
        while not (frames and np.array_equal(frames[-1], another.paint(30_000_000_000))):
            frames.append(receiver.frame()[1])
            assert len(frames) < 500, "it was not repainted"
        assert all(np.array_equal(frame, canvas.paint(30_000_000_000)) for frame in frames[:-1])
        assert (loop.pid, loop.statistics().restarts) == (pid, 0)


def test_started_again_the_loop_has_the_lights_it_was_repainted_with(
    canvas: Canvas, another: Canvas, receiver: Any
) -> None:
    with LightLoop(canvas, output(receiver.url)) as loop:
        loop.hold(30_000_000_000)
        receiver.frame()
        loop.repaint(another)
        os.kill(loop.pid, signal.SIGKILL)
        eventually(lambda: loop.statistics().restarts == 1)
        seen = 0
        while not np.array_equal(receiver.frame()[1], another.paint(30_000_000_000)):
            seen += 1
            assert seen < 500, "it has the lights of before"


def test_lights_of_other_lamps_are_not_painted_there(canvas: Canvas, receiver: Any) -> None:
    with (
        LightLoop(canvas, output(receiver.url)) as loop,
        pytest.raises(OutputError, match="cannot be painted"),
    ):
        loop.repaint(Groups((canvas, canvas)))

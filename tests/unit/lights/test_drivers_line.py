"""The serial line: frames go out whole, and one that disappears is tried again."""

import os
import pty
import time
import tty
from pathlib import Path

import numpy as np
import pytest

from pacelight.errors import OutputError
from pacelight.lights.drivers.line import Line
from pacelight.lights.wire.adalight import Adalight, header

LAMPS = 400
FRAMES = [np.full(3 * LAMPS, level, np.uint8) for level in range(1, 30)]
WHOLE = len(header(LAMPS)) + 3 * LAMPS


class Strip:
    """The other end of a serial line."""

    def __init__(self) -> None:
        self.ours, self.theirs = pty.openpty()
        tty.setraw(self.ours)
        os.set_blocking(self.ours, False)
        self.path = os.ttyname(self.theirs)

    def read(self, least: int) -> bytes:
        found, until = b"", time.monotonic() + 20
        while len(found) < least:
            assert time.monotonic() < until, f"{len(found)} bytes have come, not {least}"
            try:
                found += os.read(self.ours, 1 << 16)
            except BlockingIOError:
                time.sleep(0.001)
        return found

    def pull(self) -> None:
        """Pull the plug."""
        os.close(self.ours)
        os.close(self.theirs)


def test_a_frame_goes_out_as_it_is_byte_for_byte() -> None:
    strip = Strip()
    line = Line(strip.path, 921_600, 3 * LAMPS)
    frame = (np.arange(3 * LAMPS) % 256).astype(np.uint8)
    line.send(frame, 5)
    assert strip.read(WHOLE) == header(LAMPS) + frame.tobytes()
    line.terminate(6)
    assert strip.read(WHOLE) == header(LAMPS) + frame.tobytes()
    done = line.statistics()
    assert (done.frames, done.packets, done.bytes, done.errors) == (2, 2, 2 * WHOLE, 0)
    line.close()
    strip.pull()


def test_a_busy_line_is_never_waited_for_and_no_frame_is_torn() -> None:
    """Nobody reads at first, so that the line is full in the middle of a frame."""
    strip = Strip()
    line = Line(strip.path, 921_600, 3 * LAMPS)
    for number, frame in enumerate(FRAMES):
        line.send(frame, number)
    begun = line.statistics()
    assert begun.frames == len(FRAMES)
    assert begun.errors > 0
    assert begun.bytes < len(FRAMES) * WHOLE
    came = strip.read(begun.bytes)
    line.send(FRAMES[0], 0)
    done = line.statistics()
    came += strip.read(done.bytes - len(came))
    assert done.packets * WHOLE == len(came)
    for begin in range(0, len(came), WHOLE):
        head, levels = came[begin : begin + 6], set(came[begin + 6 : begin + WHOLE])
        assert (head, len(levels)) == (header(LAMPS), 1)
    line.close()
    strip.pull()


def test_a_line_that_disappears_is_counted_and_taken_up_again(tmp_path: Path) -> None:
    device = tmp_path / "strip"
    strip = Strip()
    device.symlink_to(strip.path)
    line = Line(str(device), 115_200, 3 * LAMPS)
    line.send(FRAMES[0], 0)
    strip.read(WHOLE)
    strip.pull()
    device.unlink()
    for number in range(4):
        line.send(FRAMES[number], number)
    assert line.statistics().packets == 1
    assert line.statistics().errors > 1
    again = Strip()
    device.symlink_to(again.path)
    for number in range(33):
        line.send(FRAMES[7], number)
    assert again.read(WHOLE)[:WHOLE] == header(LAMPS) + FRAMES[7].tobytes()
    line.close()
    again.pull()


def test_what_is_no_serial_line_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    line = Line(str(file), 115_200, 3 * LAMPS)
    for number in range(4):
        line.send(FRAMES[0], number)
    done = line.statistics()
    assert (done.frames, done.packets, done.errors) == (4, 0, 3)
    assert file.read_bytes() == b""


def test_the_greatest_rate_holds_and_the_next_is_refused() -> None:
    Adalight(921_600).check(3 * LAMPS, 76)
    with pytest.raises(OutputError, match="carries 76 frames a second of 400 lamps, not 77"):
        Adalight(921_600).check(3 * LAMPS, 77)

"""Lamps on a serial line, by Adalight: it never blocks, and a line that disappears is tried again."""

import os
import termios
from dataclasses import dataclass

from pacelight.errors import OutputError
from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.backoff import Backoff
from pacelight.lights.drivers.health import State, Watch
from pacelight.lights.drivers.port import FPS, ControllerStatistics, DriverStatistics, Room
from pacelight.lights.wire.adalight import Adalight, header

__all__ = ["Line", "LineOutput", "speed"]


def speed(baud: int) -> int:
    """A rate as the system names it.

    Raises:
        OutputError: it has no such rate.
    """
    named = getattr(termios, f"B{baud}", None)
    if not baud or not isinstance(named, int):
        raise OutputError(
            f"serial lines here have no {baud} baud (usual are 115200, 500000, 921600, 1500000)"
        )
    return named


class Line:
    """A driver for one serial line.

    A frame that was begun is finished before another begins, since its lamps are counted by what follows
    its header. Where the line is busy with it, the newer frame is gone, and counted.

    Args:
        path: of the device.
        baud: bits a second.
        channels: of a frame.
    """

    def __init__(self, path: str, baud: int, channels: int) -> None:
        self._path, self._speed = path, speed(baud)
        head = header(channels // 3)
        self._frame = bytearray(head + bytes(channels))
        self._lamps = memoryview(self._frame)[len(head) :]
        self._rest = memoryview(b"")
        self._line: int | None = None
        self._backoff, self._watch = Backoff(), Watch()
        self._frames = self._sent = self._bytes = self._errors = 0

    def send(self, frame: Frame, sequence: int) -> None:  # noqa: ARG002 - Adalight numbers no frames
        """Send one frame; what the line does not take is gone, and counted."""
        self._out(frame)

    def terminate(self, sequence: int) -> None:  # noqa: ARG002 - Adalight numbers no frames
        """Say the last frame again, which is dark: Adalight has no word for an end."""
        self._out(None)

    def statistics(self) -> DriverStatistics:
        """Every frame that has gone out whole as one packet."""
        return DriverStatistics(self._frames, self._sent, self._bytes, self._errors)

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        """One: the line."""
        return (ControllerStatistics(self.statistics(), self._watch.health(self._backoff.waits)),)

    def close(self) -> None:
        """Close the line; the next frame would open it again."""
        if self._line is not None:
            os.close(self._line)
            self._line = None
        self._rest = self._rest[:0]

    def _out(self, frame: Frame | None) -> None:
        self._frames += 1
        if not self._backoff.ready():
            return
        try:
            line = self._opened() if self._line is None else self._line
            if self._rest:
                self._write(line)
            if self._rest:
                self._errors += 1
                return
            if frame is not None:
                self._lamps[:] = frame.tobytes()
            self._rest = memoryview(self._frame)
            self._write(line)
            self._backoff.succeeded()
            self._watch.taken()
        except (OSError, termios.error) as error:
            self._errors += 1
            self._watch.refused(State.AWAY, error.args[0])
            self.close()
            self._backoff.failed()

    def _write(self, line: int) -> None:
        """Write what the line takes now.

        Raises:
            OSError: the line is gone.
        """
        try:
            while self._rest:
                taken = os.write(line, self._rest)
                self._bytes += taken
                self._rest = self._rest[taken:]
        except BlockingIOError:
            return
        self._sent += 1

    def _opened(self) -> int:
        """The line: eight data bits, no parity, one stop bit, every byte as it is.

        Raises:
            OSError: it is not there now.
            termios.error: it is no serial line, or has no such rate.
        """
        self._line = line = os.open(self._path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        *_, characters = termios.tcgetattr(line)
        flags = termios.CS8 | termios.CREAD | termios.CLOCAL
        termios.tcsetattr(line, termios.TCSANOW, [0, 0, flags, 0, self._speed, self._speed, characters])
        return line


@dataclass(frozen=True, slots=True)
class LineOutput:
    """An address ``adalight:///dev/ttyUSB0``.

    Attributes:
        path: of the device; it need not be there yet.
        format: how frames are written, and at what rate.

    Raises:
        OutputError: the system has no such rate.
    """

    target: str
    path: str
    format: Adalight
    fps: int = FPS

    def __post_init__(self) -> None:
        speed(self.format.baud)

    def check(self, channels: int) -> None:
        """Refuse more than the line carries.

        Raises:
            OutputError: too many lamps, or too many frames a second.
        """
        self.format.check(channels, self.fps)

    def rooms(self, channels: int) -> tuple[Room, ...]:  # noqa: ARG002 - of the promise: a line is taken whole
        """The line."""
        return (Room(f"the line {self.path}"),)

    def open(self, channels: int) -> Line:
        """A driver for frames of so many channels."""
        return Line(self.path, self.format.baud, channels)

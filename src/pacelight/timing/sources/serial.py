"""Timing devices on a serial line: eight bits, no parity, as bytes come."""

import os
import termios
import tty
from contextlib import suppress
from pathlib import Path

from pacelight.errors import OutputError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.sources.caller import Caller

__all__ = ["BAUDS", "SerialCaller"]

BAUDS = {
    1200: termios.B1200,
    2400: termios.B2400,
    4800: termios.B4800,
    9600: termios.B9600,
    19200: termios.B19200,
    38400: termios.B38400,
    57600: termios.B57600,
    115200: termios.B115200,
}
"""Speeds of a line, bits a second."""


class SerialCaller(Caller):
    """Listens to a device on a serial line; opens the line again after it was pulled out.

    Args:
        name: as the meet file calls it.
        path: of the line: ``/dev/ttyUSB0``.
        baud: bits a second.
        dialogue: what it says and is answered.

    Raises:
        OutputError: no such speed.
    """

    def __init__(self, name: str, path: Path, baud: int, dialogue: Dialogue) -> None:
        super().__init__(name, dialogue)
        if baud not in BAUDS:
            raise OutputError(f"{baud} is no speed of a serial line ({', '.join(map(str, BAUDS))})")
        self._path = path
        self._baud = BAUDS[baud]

    def open(self, now_ns: int) -> "SerialWire":
        """The line, raw and at its speed.

        Raises:
            OSError: it is not plugged in, or may not be opened.
        """
        del now_ns
        return SerialWire(self._path, self._baud)


class SerialWire:
    """An open serial line that never blocks.

    Raises:
        OSError: it is not there, or is no serial line.
    """

    def __init__(self, path: Path, speed: int) -> None:
        self._line = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            tty.setraw(self._line)
            settings = termios.tcgetattr(self._line)
            settings[2] |= termios.CLOCAL | termios.CREAD
            settings[4] = settings[5] = speed
            termios.tcsetattr(self._line, termios.TCSANOW, settings)
        except termios.error as error:
            self.close()
            raise OSError(*error.args) from error

    def recv(self, size: int) -> bytes:
        """What has arrived."""
        return os.read(self._line, size)

    def send(self, data: bytes) -> int:
        """How many of these bytes the line took."""
        return os.write(self._line, data)

    def fileno(self) -> int:
        """To wait on."""
        return self._line

    def close(self) -> None:
        """Let go of the line."""
        with suppress(OSError):
            os.close(self._line)

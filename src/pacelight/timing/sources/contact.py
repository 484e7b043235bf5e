"""A start signal by wire: a contact at a serial line or a GPIO line, or a byte on a serial line.

A serial line has four inputs that a contact can close: CTS, DSR, DCD and RI. They are looked at every
millisecond, as a driver that tells of changes cannot be stopped while it waits; how late a closing was seen
is the time since the look before, measured each time.

Source: ioctl_tty(2), TIOCMGET; the GPIO lines by the library of libgpiod, whose kernel stamps each edge.
"""

import fcntl
import os
import struct
import termios
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

from pacelight.errors import OutputError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.gun.contact import BOUNCE_NS, Contact
from pacelight.timing.reading import GunRead, Heard, Reading
from pacelight.timing.sources.watched import Watched, Watcher

__all__ = ["LINES", "StartByte", "contact_gpio", "contact_serial", "modem_lines"]

LINES = {
    "cts": termios.TIOCM_CTS,
    "dsr": termios.TIOCM_DSR,
    "dcd": termios.TIOCM_CAR,
    "ri": termios.TIOCM_RI,
}
"""Inputs of a serial line, by the name on the plug."""

_LOOK_S = 0.001


def contact_serial(
    name: str,
    path: Path,
    line: str,
    late_ns: int,
    *,
    look: Callable[[int], int] | None = None,
) -> Watched:
    """A contact between an input of a serial line and one of its outputs, which carry RTS and DTR.

    Args:
        name: as the meet file calls it.
        path: of the line.
        line: one of `LINES`.
        late_ns: by so much an adapter delays it at most.
        look: reads the inputs of an open line; the ioctl if not given.

    Raises:
        OutputError: no such input, or the line cannot be opened, or has no inputs.
    """
    if line not in LINES:
        raise OutputError(f"a serial line has no input '{line}' (write one of {', '.join(LINES)}, or byte)")
    inputs = look or modem_lines

    def opened() -> tuple[Watcher, Callable[[], object]]:
        wire = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        contact = Contact(name, late_ns)
        try:
            inputs(wire)
        except OSError:
            os.close(wire)
            raise

        def watcher() -> tuple[Heard, ...]:
            time.sleep(_LOOK_S)
            closed = bool(inputs(wire) & LINES[line])
            return contact.look(time.monotonic_ns(), closed=closed)

        return watcher, lambda: os.close(wire)

    return Watched(name, opened)


def modem_lines(wire: int) -> int:
    """The inputs of an open serial line, a bit each.

    Raises:
        OSError: it has none, as a pseudo-terminal.
    """
    found: int = struct.unpack("I", fcntl.ioctl(wire, termios.TIOCMGET, b"\0\0\0\0"))[0]
    return found


def contact_gpio(name: str, chip: str, line: str, *, falling: bool) -> Watched:
    """A contact at a GPIO line; the kernel stamps its edges.

    Args:
        name: as the meet file calls it.
        chip: of the line: ``/dev/gpiochip0``.
        line: its number or name.
        falling: it closes to ground, with a pull-up.

    Raises:
        OutputError: the library is not there, or no such line.
    """
    gpiod = _gpiod()
    offset: int | str = int(line) if line.isascii() and line.isdecimal() else line

    def opened() -> tuple[Watcher, Callable[[], object]]:
        settings = gpiod.LineSettings(
            edge_detection=gpiod.line.Edge.FALLING if falling else gpiod.line.Edge.RISING,
            bias=gpiod.line.Bias.PULL_UP if falling else gpiod.line.Bias.PULL_DOWN,
            event_clock=gpiod.line.Clock.MONOTONIC,
        )
        request = gpiod.request_lines(chip, consumer="pacelight", config={offset: settings})
        contact = Contact(name)

        def watcher() -> tuple[Heard, ...]:
            if not request.wait_edge_events(timedelta(milliseconds=200)):
                return ()
            events = request.read_edge_events()
            return tuple(heard for event in events for heard in contact.closes(int(event.timestamp_ns)))

        return watcher, request.release

    return Watched(name, opened)


def _gpiod() -> Any:  # noqa: ANN401 - a library that need not be there
    try:
        import gpiod  # noqa: PLC0415 - an extra
        import gpiod.line  # noqa: PLC0415
    except ImportError as error:
        raise OutputError("GPIO lines need a library (install pacelight[gpio])") from error
    return gpiod


class StartByte(Dialogue):
    """Any byte on a serial line is the start: how late it is here, nobody can say."""

    ends: ClassVar[bytes] = b"\n"

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._last_ns: int | None = None

    def take(self, message: bytes, at_ns: int) -> list[Reading]:
        """The start, unless it is the rest of the one before."""
        del message
        last_ns, self._last_ns = self._last_ns, at_ns
        if last_ns is not None and at_ns - last_ns < BOUNCE_NS:
            return []
        return [GunRead(f"{at_ns}")]

    def feed(self, data: bytes, now_ns: int) -> tuple[Heard, ...]:
        """Bytes have come."""
        return tuple(Heard(now_ns, self.source, reading) for reading in self.take(data, now_ns) if data)

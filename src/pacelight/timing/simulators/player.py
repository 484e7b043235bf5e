"""A simulated system on a real socket: it listens or connects as the real one does, at any rate."""

import errno
import select
import socket
from contextlib import suppress
from fractions import Fraction
from typing import Any

from pacelight.errors import DriverError
from pacelight.timing.simulators.device import Device
from pacelight.timing.sources.tcp import Place, family

__all__ = ["Player"]

_PIECE = 65_536
_AGAIN_NS = 200_000_000
_ALWAYS_NS = 50_000_000
"""Race time runs on while nothing is readable: so often it is looked at, at least."""


class Player:
    """Plays a device. Whoever plays it waits on `fileno` until `wake_ns`; only a call may wait, for a second.

    Args:
        device: the system.
        place: where it listens, or whom it connects to.
        listens: it is the server of the two.
        gun_ns: instant of the gun, on the clock that `step` is given.
        rate: race seconds a second of that clock.

    Raises:
        DriverError: it cannot listen there.
    """

    def __init__(
        self,
        device: Device[Any],
        place: Place,
        *,
        listens: bool,
        gun_ns: int,
        rate: int | Fraction = 1,
    ) -> None:
        self.device = device
        self._place = place
        self._gun_ns = gun_ns
        self._rate = Fraction(rate)
        self._epoll = select.epoll()
        self._door = _door(place) if listens else None
        if self._door is not None:
            self._epoll.register(self._door, select.EPOLLIN)
        self._line: socket.socket | None = None
        self._unsent = bytearray()
        self._next_ns = 0

    @property
    def place(self) -> Place:
        """Where it listens; whom it connects to, if it does not."""
        if self._door is None:
            return self._place
        address = self._door.getsockname()
        return str(address[0]), int(address[1])

    @property
    def connected(self) -> bool:
        """Somebody is at the other end."""
        return self._line is not None

    @property
    def finished(self) -> bool:
        """All was said, and is on its way."""
        return self.device.finished and not self._unsent

    def fileno(self) -> int:
        """Readable whenever the other side says something."""
        return self._epoll.fileno()

    def wake_ns(self, now_ns: int) -> int:
        """When to step again at the latest."""
        wake_ns = self.device.wake_ns()
        if wake_ns is None:
            return now_ns + _ALWAYS_NS
        return min(
            now_ns + _ALWAYS_NS, self._gun_ns - (-wake_ns * self._rate.denominator // self._rate.numerator)
        )

    def step(self, now_ns: int) -> None:
        """Let happen what is due, hear what is asked, say what is to be said."""
        if self._line is None:
            self._open(now_ns)
        if self._line is not None:
            self._hear(self._line)
        self.device.due((now_ns - self._gun_ns) * self._rate.numerator // self._rate.denominator)
        if self._line is not None:
            self._say(self._line)

    def drop(self) -> None:
        """Break the connection, as a cable that is pulled does; it is taken up again."""
        if self._line is not None:
            self._epoll.unregister(self._line)
            self._line.close()
            self._line = None

    def close(self) -> None:
        """Let go of everything."""
        self.drop()
        if self._door is not None:
            self._door.close()
        self._epoll.close()

    def _open(self, now_ns: int) -> None:
        line = _accepted(self._door) if self._door is not None else self._called(now_ns)
        if line is None:
            return
        line.setblocking(False)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._epoll.register(line, select.EPOLLIN)
        self._line = line
        self._unsent.clear()
        self.device.opened()

    def _called(self, now_ns: int) -> socket.socket | None:
        if now_ns < self._next_ns:
            return None
        self._next_ns = now_ns + _AGAIN_NS
        line = socket.socket(family(self._place), socket.SOCK_STREAM)
        line.settimeout(1.0)
        try:
            line.connect(self._place)
        except OSError:
            line.close()
            return None
        return line

    def _hear(self, line: socket.socket) -> None:
        with suppress(BlockingIOError):
            try:
                data = line.recv(_PIECE)
            except OSError as error:
                if error.errno in {errno.EAGAIN, errno.EWOULDBLOCK}:
                    raise
                data = b""
            if data:
                self.device.feed(data)
            else:
                self.drop()

    def _say(self, line: socket.socket) -> None:
        self._unsent += self.device.sends()
        try:
            while self._unsent:
                del self._unsent[: line.send(self._unsent)]
        except BlockingIOError:
            return
        except OSError:
            self.drop()


def _door(place: Place) -> socket.socket:
    door = socket.socket(family(place), socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.setblocking(False)
    try:
        door.bind(place)
        door.listen(1)
    except OSError as error:
        door.close()
        raise DriverError(f"no simulator can listen at {place[0]}:{place[1]}: {error.strerror}") from error
    return door


def _accepted(door: socket.socket) -> socket.socket | None:
    try:
        line, _ = door.accept()
    except OSError:
        return None
    return line
